//! What the fields of the form are called, and why what stands in one is not taken.

use crate::import::form::{Field, Refused, Subject};
use crate::import::which_country;
use crate::model::{Group, Step};
use crate::words::window::adding::{self as words, fields, refused};

pub(super) fn subject_name(subject: Subject) -> &'static str {
    match subject {
        Subject::Figures => words::FIGURES,
        Subject::Operation => words::OPERATION,
        Subject::Case => words::CASE,
        Subject::Source => words::SOURCE,
    }
}

/// What a field is called.
pub(super) fn field_name(field: Field) -> &'static str {
    match field {
        Field::Operation => fields::OPERATION,
        Field::First => fields::FIRST_DAY,
        Field::Last => fields::LAST_DAY,
        Field::Length => fields::LENGTH,
        Field::DaysNote => fields::DAYS_NOTE,
        Field::Count => fields::COUNT,
        Field::Lead => fields::LEAD,
        Field::Listed => fields::LISTED,
        Field::Family => fields::FAMILY,
        Field::Summary => fields::SUMMARY,
        Field::Units => fields::UNITS,
        Field::Partners => fields::PARTNERS,
        Field::Funders => fields::FUNDERS,
        Field::Findings => fields::FINDINGS,
        Field::Source => fields::SOURCE,
        Field::Publisher => fields::PUBLISHER,
        Field::Title => fields::TITLE,
        Field::Published => fields::PUBLISHED,
        Field::Address => fields::ADDRESS,
        Field::NoAddress => fields::NO_ADDRESS,
        Field::Grade => fields::GRADE_NEEDED,
        Field::SourceNote => fields::SOURCE_NOTE,
        Field::Metric(_) => fields::METRIC,
        Field::Unit(_) => fields::UNIT,
        Field::Definition(_) => fields::DEFINITION,
        Field::PartOf(_) => fields::PART_OF,
        Field::Number(_) => fields::NUMBER,
        Field::Wording(_) => fields::WORDING,
        Field::Excerpt(_) => fields::EXCERPT,
        Field::Note(_) => fields::NOTE,
        Field::Reason(_) => fields::REASON,
        Field::RevisedFrom(_) => fields::REVISED_FROM,
        Field::Archived(_) => fields::ARCHIVED,
        Field::CheckedOn(_) => fields::CHECKED_ON,
        Field::CheckedBy(_) => fields::CHECKED_BY,
        Field::CaseTitle => fields::CASE_TITLE,
        Field::CaseSummary => fields::CASE_SUMMARY,
        Field::CaseDate => fields::CASE_DATE,
        Field::CaseCountries => fields::CASE_COUNTRIES,
        Field::CaseNote => fields::CASE_NOTE,
        Field::Crimes => fields::CRIMES,
        Field::Found(_) => fields::FOUND,
        Field::Who(_) => fields::WHO,
        Field::From(_) => fields::FROM,
        Field::Among(_, Group::Women) => fields::WOMEN,
        Field::Among(_, Group::Men) => fields::MEN,
        Field::Among(_, Group::WomenAndGirls) => fields::WOMEN_AND_GIRLS,
        Field::Among(_, Group::Minors) => fields::MINORS,
        Field::PeopleNote(_) => fields::PEOPLE_NOTE,
        Field::Arrested => fields::ARRESTED,
        Field::Suspected => fields::SUSPECTED,
        Field::Stop(Step::Origin) => fields::ORIGIN,
        Field::Stop(Step::Transit) => fields::TRANSIT,
        Field::Stop(Step::Found) => fields::PLACE_FOUND,
        Field::Stop(Step::Destination) => fields::DESTINATION,
        Field::Seized(_) => fields::SEIZED,
        Field::SeizedNumber(_) => fields::SEIZED_NUMBER,
        Field::SeizedUnit(_) => fields::SEIZED_UNIT,
    }
}

/// What a field is called for those who hear it: of several lines each by its number.
pub(super) fn spoken(field: Field) -> String {
    let name = field_name(field);
    match field {
        Field::Metric(at)
        | Field::Unit(at)
        | Field::Definition(at)
        | Field::PartOf(at)
        | Field::Number(at)
        | Field::Wording(at)
        | Field::Excerpt(at)
        | Field::Note(at)
        | Field::Reason(at)
        | Field::RevisedFrom(at)
        | Field::Archived(at)
        | Field::CheckedOn(at)
        | Field::CheckedBy(at) => words::of_line(name, at),
        Field::Found(at @ 1..)
        | Field::Who(at @ 1..)
        | Field::From(at @ 1..)
        | Field::Among(at @ 1.., _)
        | Field::PeopleNote(at @ 1..) => fields::of_group(name, at),
        Field::Seized(at @ 1..) | Field::SeizedNumber(at @ 1..) | Field::SeizedUnit(at @ 1..) => {
            fields::of_thing(name, at)
        }
        Field::Operation
        | Field::First
        | Field::Last
        | Field::Length
        | Field::DaysNote
        | Field::Count
        | Field::Lead
        | Field::Listed
        | Field::Family
        | Field::Summary
        | Field::Units
        | Field::Partners
        | Field::Funders
        | Field::Findings
        | Field::Source
        | Field::Publisher
        | Field::Title
        | Field::Published
        | Field::Address
        | Field::NoAddress
        | Field::Grade
        | Field::SourceNote
        | Field::CaseTitle
        | Field::CaseSummary
        | Field::CaseDate
        | Field::CaseCountries
        | Field::CaseNote
        | Field::Crimes
        | Field::Found(0)
        | Field::Who(0)
        | Field::From(0)
        | Field::Among(0, _)
        | Field::PeopleNote(0)
        | Field::Arrested
        | Field::Suspected
        | Field::Stop(_)
        | Field::Seized(0)
        | Field::SeizedNumber(0)
        | Field::SeizedUnit(0) => name.to_owned(),
    }
}

/// Why a field is not taken; `None` where it is only still empty.
pub(super) fn why(refused: &Refused) -> Option<String> {
    Some(match refused {
        Refused::Needed | Refused::OtherDay | Refused::OtherOfCheck => return None,
        Refused::NoNumber => refused::NO_NUMBER.to_owned(),
        Refused::NoDate => refused::NO_DATE.to_owned(),
        Refused::TwoDays(days) => refused::two_days(*days),
        Refused::DaysSwapped => refused::DAYS_SWAPPED.to_owned(),
        Refused::NoCountry(name) => which_country(name),
        Refused::NoAddress => refused::NO_ADDRESS.to_owned(),
        Refused::TooLong(words) => refused::too_long(*words),
        Refused::NoCrime(name) => refused::no_crime(name),
        Refused::NoMetric => refused::NO_METRIC.to_owned(),
    })
}
