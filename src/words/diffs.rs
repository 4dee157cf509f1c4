//! What differs between two states of a dataset, a sentence for each thing.

use super::names::{counted, lower_first};
use crate::model::{Earlier, Operation, Report, Status};
use crate::query::diff::{Change, Of, Part, What, evidence};

/// So long a text is quoted; of longer ones it is only told that they differ.
const QUOTED: usize = 60;

/// That two datasets say the same.
pub const NOTHING_DIFFERS: &str = "Nothing differs.";

/// How many things differ: "3 figures and 2 other things differ."
pub fn in_all(changes: &[Change<'_>]) -> String {
    let is_number = |change: &&Change<'_>| {
        matches!(
            change.of,
            Of::Figure(..) | Of::Countries(_) | Of::Numbers(..)
        )
    };
    // That another one is shown follows from the others.
    let is_shown = |change: &&Change<'_>| matches!(change.what, What::Shown(..));
    let shown = changes.iter().filter(is_shown).count();
    let numbers = changes.iter().filter(is_number).count() - shown;
    let numbers_told = counted(numbers, "report of a number", "reports of numbers");
    let others = changes.len() - numbers - shown;
    let others_told = counted(others, "other thing", "other things");
    match (numbers, others) {
        (0, 0) => NOTHING_DIFFERS.to_owned(),
        (_, 0) => format!("{numbers_told} in all"),
        (0, _) => format!("{others_told} in all").replacen("other ", "", 1),
        (_, _) => format!("{numbers_told} and {others_told} in all"),
    }
}

impl Change<'_> {
    /// A sentence: "Liberterra III, arrests: 3,744 → 3,750 (interpol-2025)".
    pub fn sentence(&self) -> String {
        let of = self.of.words();
        match &self.what {
            What::Added => format!("{of}: added"),
            What::Removed => format!("{of}: removed"),
            What::ReportAdded(report, first) => {
                let before = if *first { "; not reported before" } else { "" };
                format!("{of}: {} added{before}", stated(report))
            }
            What::ReportRemoved(report, last) => {
                let now = if *last { "; not reported now" } else { "" };
                format!("{of}: {} removed{now}", stated(report))
            }
            What::Number(old, new) => {
                let (number, now) = (old.quantity.words(), stated(new));
                let parts = evidence_told(old, new);
                let parts = if parts.is_empty() {
                    parts
                } else {
                    format!("; {parts}")
                };
                format!("{of}: {number} → {now}{parts}")
            }
            What::Shown(old, new) => {
                format!("{of}: {} is shown now, {} was", stated(new), stated(old))
            }
            What::Renamed(old) => format!("{of}: went by the id {old}"),
            What::Evidence(old, new) => {
                let (number, parts) = (stated(old), evidence_told(old, new));
                format!("{of}: {number} rests on something else: {parts}")
            }
            What::Field(name, Some([old, new])) => format!("{of}: {}", differs(name, old, new)),
            What::Field(name, None) => format!("{of}: {name} changed"),
        }
    }
}

impl Of<'_> {
    fn words(self) -> String {
        match self {
            Self::Dataset => "Dataset".to_owned(),
            Self::Source(id, source) => format!("Source {id} ({})", source.publisher),
            Self::Metric(metric) => format!("Metric {} ({})", metric.id, metric.label),
            Self::Operation(operation) => format!("Operation {}", named(operation)),
            Self::Figure(operation, id, metric) => {
                let label = metric.map_or_else(|| id.to_string(), |one| lower_first(&one.label));
                format!("{}, {label}", operation.name)
            }
            Self::Countries(operation) => format!("{}, number of countries", operation.name),
            Self::Case(case) => format!("Case {} ({})", case.id, case.title),
            Self::Numbers(case, field) => format!("Case {} ({}), {field}", case.id, case.title),
        }
    }
}

fn named(operation: &Operation) -> String {
    format!("{} ({})", operation.id, operation.name)
}

/// "more than 1,800 (interpol-2024)".
fn stated(report: &Report) -> String {
    format!("{} ({})", report.quantity.words(), report.source)
}

fn evidence_told(old: &Report, new: &Report) -> String {
    let told = |part: Part<'_>| match part {
        Part::Source(old, new) => differs("source", old, new),
        Part::Wording(old, new) => differs("wording", old, new),
        Part::Preferred(_, true) => "now preferred".to_owned(),
        Part::Preferred(_, false) => "no longer preferred".to_owned(),
        Part::Status(old, new) => differs("status", status(old), status(new)),
        Part::RevisedFrom(old, new) => {
            let [old, new] = [old, new].map(|one| one.map(Earlier::words).unwrap_or_default());
            differs("revised from", &old, &new)
        }
        Part::Note(old, new) => differs("note", old, new),
        Part::Excerpt(old, new) => differs("excerpt", old, new),
        Part::Archived(old, new) => differs("archived copy", old, new),
        Part::Checked => "checked anew".to_owned(),
    };
    let parts: Vec<String> = evidence(old, new).into_iter().map(told).collect();
    parts.join("; ")
}

fn status(status: Option<Status>) -> &'static str {
    status.map_or("", Status::name)
}

impl Earlier {
    /// "3,744 (interpol-2026)".
    pub fn words(&self) -> String {
        let source = self.source.as_ref().map(|source| format!(" ({source})"));
        self.quantity.words() + &source.unwrap_or_default()
    }
}

/// "title “a” → “b”".
fn differs(name: &str, old: &str, new: &str) -> String {
    let long = |text: &str| text.chars().count() > QUOTED;
    match (old, new) {
        ("", new) if !long(new) => format!("{name} “{new}” added"),
        ("", _) => format!("{name} added"),
        (old, "") if !long(old) => format!("{name} “{old}” removed"),
        (_, "") => format!("{name} removed"),
        (old, new) if !long(old) && !long(new) => format!("{name} “{old}” → “{new}”"),
        (_, _) => format!("{name} changed"),
    }
}
