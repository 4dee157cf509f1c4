//! What is wrong in a dataset and what to do about it, in sentences without a full stop.

mod files;
mod records;
mod signs;
mod values;

use std::fmt;

use super::names::{counted, listed};
use super::numerals::grouped;
use crate::model::fault::{Noun, RecordFault, ShapeFault, SignFault};
use crate::model::hidden::shown;
use crate::model::{Fault, LeftOut, Part, Place, Problem, Severity};

/// What is wrong, and what to do.
type Said = (String, String);

/// Two sentences side by side, after what they say by name.
macro_rules! say {
    ($($name:ident = $value:expr,)* $what:literal; $remedy:literal) => {{
        $(let $name = $value;)*
        (format!($what), format!($remedy))
    }};
}
use say;

impl Problem {
    /// What is wrong, in one sentence without a full stop.
    pub fn what(&self) -> String {
        let (what, _) = self.sentences();
        let again = again(&self.again);
        let Some(left_out) = &self.left_out else {
            return format!("{what}{again}");
        };
        let of_list = matches!(self.fault, Fault::Sign(SignFault::InList(..)))
            && matches!(left_out.part, Part::This(_));
        let costs = if again.is_empty() && !of_list {
            costs(left_out, &self.fault)
        } else if let Fault::Record(RecordFault::NoSuchId(..)) = &self.fault {
            "what rests on it is left out".to_owned()
        } else if self.fault.habit().is_some() {
            "what they stand in is left out".to_owned()
        } else {
            "each is left out".to_owned()
        };
        format!("{what}{again}, so {costs}")
    }

    /// What to do, in one sentence without a full stop.
    pub fn remedy(&self) -> String {
        let (_, remedy) = self.sentences();
        if self.again.is_empty() || self.fault.habit().is_none() {
            return remedy;
        }
        format!("{remedy}, and likewise in the other places")
    }

    fn sentences(&self) -> Said {
        let part = self.left_out.as_ref().map(|left_out| &left_out.part);
        match &self.fault {
            Fault::File(fault) => files::file(fault),
            Fault::Sign(fault) => signs::sign(fault, part),
            Fault::Shape(fault) => values::shape(fault),
            Fault::Number(fault) => values::number(fault, part),
            Fault::Date(fault) => values::date(fault),
            Fault::Record(fault) => records::record(fault),
        }
    }
}

/// `FILE:LINE:COL: what; remedy`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let warning = match self.severity {
            Severity::Error => "",
            Severity::Warning => "warning: ",
        };
        let (location, what, remedy) = (self.location(), self.what(), self.remedy());
        write!(f, "{location}: {warning}{what}; {remedy}")
    }
}

/// Where else: ", here and in line 30", ", here and in 14 other places, first in lines 30, 44 and
/// 51".
fn again(places: &[Place]) -> String {
    const NAMED: usize = 3;
    let mut lines: Vec<usize> = places.iter().map(|place| place.line).collect();
    lines.dedup();
    let first = if lines.len() > NAMED { "first " } else { "" };
    lines.truncate(NAMED);
    let word = if lines.len() == 1 { "line" } else { "lines" };
    let lines: Vec<String> = lines.iter().map(usize::to_string).collect();
    let lines = listed(&lines);
    match places.len() {
        0 => String::new(),
        1 => format!(", here and in {word} {lines}"),
        more => {
            let more = grouped(more as f64, 0);
            format!(", here and in {more} other places, {first}in {word} {lines}")
        }
    }
}

/// What goes, where it stood, and what goes with it: "the operation “weka” is left out, and with it
/// 2 cases".
fn costs(left_out: &LeftOut, fault: &Fault) -> String {
    let record = left_out
        .record
        .as_ref()
        .filter(|(_, id)| !id.trim().is_empty());
    let place = record.map_or_else(String::new, |_| place(left_out, fault));
    let out = match (&left_out.part, record) {
        (Part::This(noun), _) if matches!(fault, Fault::Record(RecordFault::UnseenInId(..))) => {
            format!("this {noun} is left out")
        }
        (Part::This(noun), Some((of, id))) if noun == of => {
            format!("the {noun} “{}” is left out", shown(id))
        }
        (Part::It, _) => format!("it is left out{place}"),
        (Part::Second | Part::Repeated, _) => format!("the second is left out{place}"),
        (Part::Rest, _) => format!("the rest of it is left out{place}"),
        (Part::This(noun), _) => format!("this {noun} is left out{place}"),
        (Part::The(noun), _) => format!("the {noun}{place} is left out"),
        (Part::Field(name), _) => format!("the field “{name}”{place} is left out"),
        (Part::Figure(id), _) => format!("the figure “{}”{place} is left out", shown(id.as_str())),
    };
    let of =
        |(noun, count): &(Noun, usize)| counted(*count, &noun.to_string(), &format!("{noun}s"));
    let rests: Vec<String> = left_out.rests.iter().map(of).collect();
    if rests.is_empty() {
        out
    } else {
        format!("{out}, and with it {}", listed(&rests))
    }
}

/// Of what a part is left out: " of “charged” in the operation “weka”"; nothing where the fault
/// says that itself.
fn place(left_out: &LeftOut, fault: &Fault) -> String {
    let (Some((noun, id)), Some(field)) = (&left_out.record, &left_out.field) else {
        return String::new();
    };
    let id = shown(id);
    let figure = match (&left_out.part, &left_out.figure) {
        (Part::This(Noun::Figure) | Part::Figure(_), _) => None,
        (_, Some(metric)) => Some(metric.as_str()),
        (_, None) => Some(field.as_str()),
    };
    let named = match (&left_out.part, fault) {
        (Part::Field(name), _) => *name == field,
        (Part::The(noun), _) => *noun != Noun::Country,
        (Part::This(Noun::PartOf), _)
        | (
            _,
            Fault::Shape(
                ShapeFault::NoField { .. }
                | ShapeFault::FieldTwice(..)
                | ShapeFault::Nameless(..)
                | ShapeFault::NamelessField(_),
            )
            | Fault::Record(
                RecordFault::FigureTwice(_)
                | RecordFault::NoReport(_)
                | RecordFault::NotAnAddress(_)
                | RecordFault::LeadsElsewhere(_),
            ),
        ) => true,
        _ => false,
    };
    match figure.filter(|_| !named) {
        Some(field) => format!(" of “{}” in the {noun} “{id}”", shown(field)),
        None => format!(" of the {noun} “{id}”"),
    }
}

/// What one of them is called.
impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dataset => "dataset",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Source => "source",
            Self::Metric => "metric",
            Self::Operation => "operation",
            Self::Case => "case",
            Self::ListOfCountries => "list of countries",
            Self::CoordinationUnit => "coordination unit",
            Self::Finding => "finding",
            Self::Organisation => "organisation",
            Self::Report => "report",
            Self::Check => "check",
            Self::Earlier => "earlier number",
            Self::NotApplicable => "statement that it is not applicable",
            Self::Figure => "figure",
            Self::GroupOfPeople => "group of people",
            Self::PartOfGroup => "part of the group",
            Self::Seizure => "seizure",
            Self::Stop => "stop",
            Self::Country => "country",
            Self::Region => "region",
            Self::Date => "date",
            Self::Address => "address",
            Self::Crime => "crime",
            Self::Divisor => "divisor",
            Self::Grade => "grade",
            Self::Status => "status",
            Self::Role => "role",
            Self::Group => "group",
            Self::Step => "step",
            Self::Who => "description of people",
            Self::Reference => "reference",
            Self::PartOf => "“part_of”",
            Self::Reason => "reason",
        })
    }
}

/// With its article: "a case", "an operation".
fn a(noun: Noun) -> String {
    let name = noun.to_string();
    let n = if name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "n"
    } else {
        ""
    };
    format!("a{n} {name}")
}

/// What a checked dataset holds, and how many problems were found in it.
pub fn checked(operations: usize, cases: usize, problems: usize) -> String {
    let operations = counted(operations, "operation", "operations");
    let cases = counted(cases, "case", "cases");
    let problems = match problems {
        0 => "no problems".to_owned(),
        some => counted(some, "problem", "problems"),
    };
    format!("{operations}, {cases}, {problems}")
}
