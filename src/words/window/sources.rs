//! What the Sources page says: its counts and filters, and what rests on a source in words.

use crate::model::{Atlas, PartialDate, Source};
use crate::query::sources::{SourceCounts, SourceNarrowing};
use crate::words::counted;
use crate::words::names::quotes_kept_together;

/// In the empty search.
pub const SEARCH: &str = "Search sources";
/// What the search counts, of one and of many.
pub const COUNTED: (&str, &str) = ("source", "sources");
/// The menus.
pub const GRADE: &str = "Grade";
/// See [`GRADE`].
pub const OPERATION: &str = "Operation";
/// Where no source is open.
pub const NONE: (&str, &str) = ("No sources", "The open datasets name no publication.");
/// Where filters leave none.
pub const NO_MATCH: &str = "No source matches";
/// Takes every filter off, where nothing is found.
pub const SHOW_ALL: &str = "Show every source";
/// A publication without a date.
pub const UNDATED: &str = "undated";

/// The heads: what stands there and what it sorts by.
pub const HEADS: [(&str, &str); 8] = [
    ("Title", "title"),
    ("Publisher", "publisher"),
    ("Date", "date"),
    ("Grade", "grade"),
    ("Figures", "figures supported"),
    ("Cases", "cases told"),
    ("Only source", "figures no other source states"),
    ("Disagrees", "figures on which another source disagrees"),
];

/// "82 publications · 19 figures rest on one source alone · 40 disagree with another".
pub fn summary(counts: &[SourceCounts]) -> String {
    if counts.is_empty() {
        return String::new();
    }
    let alone: usize = counts.iter().map(|row| row.alone).sum();
    let disagreeing = counts.iter().filter(|row| row.disagreeing > 0).count();
    format!(
        "{} · {} on one source alone · {} with another",
        counted(counts.len(), "publication", "publications"),
        counted(alone, "figure rests", "figures rest"),
        counted(disagreeing, "disagrees", "disagree"),
    )
}

/// Publisher and date on a line.
pub fn byline(source: &Source) -> String {
    let date = source
        .date
        .map_or_else(|| UNDATED.to_owned(), PartialDate::words);
    format!("{} · {date}", source.publisher)
}

/// What rests on a source, each empty where nothing does.
pub struct Rests {
    /// "7 figures".
    pub figures: String,
    /// "3 cases".
    pub cases: String,
    /// "only source for 3".
    pub alone: String,
    /// "disagrees in 5".
    pub disagrees: String,
}

impl Rests {
    /// In words.
    pub fn of(counts: &SourceCounts) -> Self {
        let told = |count: usize, words: String| match count {
            0 => String::new(),
            _ => words,
        };
        Self {
            figures: told(counts.figures, counted(counts.figures, "figure", "figures")),
            cases: told(counts.cases, counted(counts.cases, "case", "cases")),
            alone: told(counts.alone, format!("only source for {}", counts.alone)),
            disagrees: told(
                counts.disagreeing,
                format!("disagrees in {}", counts.disagreeing),
            ),
        }
    }

    /// What there is of them, in one line: "7 figures · only source for 3 · 3 cases".
    pub fn line(&self) -> String {
        let parts = [&self.figures, &self.alone, &self.disagrees, &self.cases];
        let told: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|part| !part.is_empty())
            .collect();
        told.join(" · ")
    }
}

/// A row in one sentence.
pub fn row(counts: &SourceCounts, source: &Source) -> String {
    let about = format!(
        "{}, {}, {}",
        source.title,
        source.byline(),
        source.grade.name()
    );
    let rests = Rests::of(counts).line().replace(" · ", ", ");
    if rests.is_empty() {
        about
    } else {
        format!("{about}, {rests}")
    }
}

/// What was asked for, where nothing was found.
pub fn asked_for(atlas: &Atlas, typed: &str, narrowing: &SourceNarrowing) -> String {
    let typed = typed.trim();
    let words = (!typed.is_empty())
        .then(|| format!("the words “{typed}” in publishers, titles, dates, grades and ids"));
    let grade = narrowing
        .grade
        .as_ref()
        .map(|key| format!("the grade {key}"));
    let operation = narrowing.operation.as_deref().map(|id| {
        let name = atlas.operation(id).map_or(id, |one| &one.name);
        format!("what supports {name}")
    });
    let parts: Vec<String> = [words, grade, operation].into_iter().flatten().collect();
    quotes_kept_together(format!("Asked for: {}.", parts.join(", ")))
}
