//! What stands under a picture: what is between its figures and a fair comparison.

use super::map::{grid_note, map_note};
use super::names::{listed_or_counted, lower_first};
use crate::query::countries::List;

/// What a kind of chart must have under it, whatever differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Not reported is not none.
    NotReportedIsNotNone,
    /// What these operations' lists leave open, and how many other countries may be asked for.
    OpenLists(Vec<(String, List)>, usize),
    /// What these operations' lists leave open on a map, whose outlines take no position.
    OnMap(Vec<(String, List)>),
    /// The places of these operations in an order are not certain.
    DoubtfulOrder(Vec<String>),
}

impl Note {
    /// The sentence, with its full stop.
    pub fn sentence(&self) -> String {
        let names = match self {
            Self::NotReportedIsNotNone => {
                return "Not reported means that no source states the figure, not that there was none."
                    .to_owned();
            }
            Self::OpenLists(open, others) => return grid_note(open, *others),
            Self::OnMap(open) => return map_note(open),
            Self::DoubtfulOrder(names) => names,
        };
        let whose = match names.as_slice() {
            [one] => format!("the place of {one} is"),
            many => format!("the places of {} are", listed_or_counted(many)),
        };
        format!("Some figures are open-ended or approximate: {whose} not certain.")
    }
}

/// Two sentences as one: "Liberterra II ran 6 days; the figures were published as preliminary."
pub fn together(first: &str, second: &str) -> String {
    format!("{}; {}", first.trim_end_matches('.'), lower_first(second))
}
