//! A proposal in sentences, made in `words`.

use std::fmt;

use super::merge::fields_but;
use super::{Asked, CellPlace, Given, Kind, Passed, Put, Use};
use crate::file::countries_meant;
use crate::file::edit::{self, Value};
use crate::model::fault::Noun;
use crate::words::imports::{self as said, put};

impl fmt::Display for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NoHeads(sheet) => said::no_heads(sheet),
            Self::Column(at, head) => said::column_unknown(&at.to_string(), head),
            Self::Date(at, head) => said::which_date(&at.to_string(), head),
            Self::Decimal(at, text, count) => said::two_readings(&at.to_string(), text, *count),
            Self::DayFirst(at, text, dates) => said::which_day(&at.to_string(), text, *dates),
            Self::Number(at, text) => said::no_number(&at.to_string(), text),
            Self::NotWhole(at, text) => said::not_whole(&at.to_string(), text),
            Self::NoDate(at, text) => said::no_date(&at.to_string(), text),
            Self::Country(at, text) => said::of_place(&at.to_string(), &which_country(text)),
            Self::NotOneOf(at, text) => said::not_one_of(&at.to_string(), text),
            Self::NoValue(at, text) => said::no_value(&at.to_string(), text),
            Self::CaseNoOperation(at, count) => said::case_no_operation(&at.to_string(), *count),
            Self::CaseLacks(at, what, count) => {
                said::case_lacks(&at.to_string(), what.key(), *count)
            }
            Self::WhoseNationalities(at) => said::whose_nationalities(&at.to_string()),
            Self::RowsArePeople(sheet) => said::rows_are_people(sheet),
            Self::MoreCells(at) => said::more_cells(&at.to_string()),
            Self::NoneSaid(at, text) => said::none_said(&at.to_string(), text),
            Self::NoOperation(at) => said::no_operation(&at.to_string()),
            Self::Metric(at, name) => said::no_metric(&at.to_string(), name),
            Self::NoChecker(at) => said::no_checker(&at.to_string()),
            Self::NoSource(at, count) => said::no_source(&at.to_string(), *count),
            Self::Grade(at, publisher) => said::no_grade(&at.to_string(), publisher),
            Self::UnknownSource(at, id) => said::unknown_source(&at.to_string(), id),
            Self::PeopleMissing(case) => said::people_missing(case),
            Self::StillNamed(noun, name, uses) => {
                let uses: Vec<String> = uses.iter().map(ToString::to_string).collect();
                said::still_named(&noun.to_string(), name, &uses)
            }
            Self::NotWritten(_) => said::NOT_WRITTEN.to_owned(),
            Self::Problem(why) => said::breaks_a_rule(why),
        })
    }
}

impl fmt::Display for Passed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Sheet(sheet) => said::sheet_passed(sheet),
            Self::Column(at, head) => said::column_passed(&at.to_string(), head),
            Self::NotReported(at, text, count) => said::not_reported(&at.to_string(), text, *count),
            Self::Hidden(sheet) => said::hidden_passed(sheet),
            Self::HiddenRows(sheet, count) => said::hidden_rows_read(sheet, *count),
            Self::Example(at) => said::example_passed(&at.to_string()),
            Self::Total(at, text) => said::total_passed(&at.to_string(), text),
            Self::LeftOut(at) => said::left_out_passed(&at.to_string()),
            Self::Derived(sheet) => said::derived_passed(sheet),
        })
    }
}

impl fmt::Display for Put {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Title(title) => put::title(title),
            Self::Source(id, publisher, _) => put::source(id.as_str(), publisher),
            Self::Metric(id, label, _) => put::metric(id.as_str(), label),
            Self::Operation(id, name, _) => put::operation(id.as_str(), name),
            Self::Field(operation, name, _) => put::field(operation.as_str(), name),
            Self::Report(given, kind) => report(given, *kind),
            Self::Case(id, title, _) => put::case(id, title),
            Self::Corrected(given, was) => {
                put::corrected(&report(given, Kind::First), &was.words())
            }
            Self::Removed(given) => put::removed(&report(given, Kind::First)),
            Self::Changed(noun, name, field) => put::changed(&noun.to_string(), name, field),
            Self::Gone(noun, name) => put::gone(&noun.to_string(), name),
            Self::Stays(noun, id, field) => put::stays(&noun.to_string(), id, field),
        })?;
        let said = self.said();
        if said.is_empty() {
            Ok(())
        } else {
            write!(f, ": {said}")
        }
    }
}

impl Put {
    /// What else would be written with it, field by field, in one line.
    pub fn said(&self) -> String {
        let fields = match self {
            Self::Source(.., fields)
            | Self::Metric(.., fields)
            | Self::Operation(.., fields)
            | Self::Case(.., fields) => fields.clone(),
            Self::Report(given, _) => {
                fields_but(&edit::report(&given.report), &["quantity", "source"])
            }
            Self::Field(_, _, value) => return value_said(value),
            Self::Title(_)
            | Self::Corrected(..)
            | Self::Removed(_)
            | Self::Changed(..)
            | Self::Gone(..)
            | Self::Stays(..) => return String::new(),
        };
        let fields = fields.iter();
        let fields = fields.map(|(name, value)| put::named(name, &value_said(value)));
        fields.collect::<Vec<_>>().join("; ")
    }
}

/// What to write in place of a name of no country, or of several.
pub fn which_country(name: &str) -> String {
    said::which_country(name, &countries_meant(name))
}

/// What a value says, in one line.
fn value_said(value: &Value) -> String {
    let all = |values: &mut dyn Iterator<Item = &Value>| {
        values.map(value_said).collect::<Vec<_>>().join(", ")
    };
    match value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Word(word) => word.to_lowercase(),
        Value::Quantity(quantity) => quantity.words(),
        Value::Pair(first, last) => put::span(first, last),
        Value::List(parts, _) => all(&mut parts.iter()),
        Value::Map(entries) => {
            let entries = entries.iter();
            let entries = entries.map(|(id, value)| put::named(id, &value_said(value)));
            entries.collect::<Vec<_>>().join(", ")
        }
        Value::Record(fields, _) => all(&mut fields.iter().map(|(_, value)| value)),
    }
}

impl fmt::Display for Use {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Figure(operation, metric) => {
                said::of_operation(operation.as_str(), metric.as_str())
            }
            Self::Operation(id) => said::the(&Noun::Operation.to_string(), id.as_str()),
            Self::Metric(id) => said::the(&Noun::Metric.to_string(), id.as_str()),
            Self::Case(title) => said::the(&Noun::Case.to_string(), title),
        })
    }
}

fn report(given: &Given, kind: Kind) -> String {
    let counted = given
        .metric
        .as_ref()
        .map_or(put::COUNTRIES, |id| id.as_str());
    let of = format!("{}, {counted}", given.operation);
    let beside = match kind {
        Kind::First => "",
        Kind::Further => put::FURTHER,
        Kind::Contradicts => put::CONTRADICTS,
    };
    let (number, source) = (given.report.quantity.words(), &given.report.source);
    put::report(
        &given.place.to_string(),
        &of,
        &number,
        source.as_str(),
        beside,
    )
}

/// The row and column of a place as a spreadsheet names it: C7.
impl fmt::Display for CellPlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column.map_or(0, |column| column + 1);
        while rest > 0 {
            letters.push(char::from(
                b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0),
            ));
            rest = (rest - 1) / 26;
        }
        let column: String = letters.into_iter().rev().collect();
        write!(f, "{}!{column}{}", self.sheet, self.row)
    }
}
