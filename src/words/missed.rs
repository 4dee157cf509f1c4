//! What a picture would show but for a problem in a dataset.

use super::names::{listed, lower_first};

/// Something that a picture would show, but a problem in a dataset keeps from being used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missed {
    /// An operation with all that is stated of it, by its id.
    Operation(String),
    /// An operation of the same id as one that is shown: the id, and its file.
    Second(String, String),
    /// A figure: what is counted, and in which operation.
    Figure(String, String),
    /// A report of a figure that other reports state.
    Report(String, String),
    /// The days of an operation.
    Days(String),
    /// How many countries took part in an operation.
    Countries(String),
}

impl Missed {
    /// In a few words: "arrests in Weka II".
    pub fn words(&self) -> String {
        match self {
            Self::Operation(id) => format!("the operation “{id}”"),
            Self::Second(id, file) => {
                let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
                format!("a second operation “{id}”, of {name}")
            }
            Self::Figure(metric, operation) => {
                format!("{} in {operation}", lower_first(metric))
            }
            Self::Report(metric, operation) => {
                format!("a report of {} in {operation}", lower_first(metric))
            }
            Self::Days(operation) => format!("the days of {operation}"),
            Self::Countries(operation) => format!("the countries of {operation}"),
        }
    }
}

/// How many things are named before they are counted.
const NAMED: usize = 6;

/// Several as a list: "arrests in Weka II and the days of Weka".
pub fn missed_list(missed: &[Missed]) -> String {
    let mut words: Vec<String> = missed.iter().take(NAMED).map(Missed::words).collect();
    if missed.len() > NAMED {
        words.push(format!("{} more", missed.len() - NAMED));
    }
    listed(&words)
}

/// What is said of a table that holds less than the datasets state.
pub const MISSED_IN_TABLES: &str =
    "Some of what the datasets state is left out because of problems; the Problems page names it.";

/// The sentence under a picture that shows less than the datasets state.
pub fn missed_sentence(missed: &[Missed]) -> String {
    format!(
        "Left out because of problems in the datasets, not unreported: {}.",
        missed_list(missed)
    )
}
