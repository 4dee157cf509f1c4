//! How a comparison is to be shown: everything a person chooses of a picture beside what is
//! compared in it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{Operation, OperationId};
use crate::query::countries::{CountryChoice, Fill};
use crate::query::kind::Kind;

/// How a comparison is to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Showing<'a> {
    /// The kind of chart.
    pub kind: Kind,
    /// A title in place of the one written from the comparison.
    pub title: Option<&'a str>,
    /// A subtitle in place of the one written from the comparison.
    pub subtitle: Option<&'a str>,
    /// Whether the title says what the figures show, where one sentence can; else it says what
    /// they are.
    pub headline: bool,
    /// The ids of operations that keep their colour while the others are grey; none for all.
    pub pinned: &'a [String],
    /// The codes of the countries chosen: only these have rows in a grid, and on a map these are
    /// brought out; none for all.
    pub only: &'a [String],
    /// What else narrows the countries of a grid or map; `None` for nothing.
    pub countries: Option<&'a CountryChoice>,
    /// By what a map is filled.
    pub fill: Fill,
    /// The part to look at; `None` for all.
    pub zoom: Option<Zoom>,
}

impl Default for Showing<'_> {
    fn default() -> Self {
        Self {
            kind: Kind::default(),
            title: None,
            subtitle: None,
            headline: true,
            pinned: &[],
            only: &[],
            countries: None,
            fill: Fill::default(),
            zoom: None,
        }
    }
}

/// The part of a chart to look at, in the numbers of its axes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Zoom {
    /// From left to right: the first metric of a scatter, the years of a timeline.
    pub x: (f64, f64),
    /// From bottom to top: the second metric of a scatter; `None` where the chart has no such
    /// axis.
    pub y: Option<(f64, f64)>,
}

impl Zoom {
    /// Whether each axis has two ends in their order, of a size that figures have and so far
    /// apart that there is something between them.
    pub fn is_sound(self) -> bool {
        const MOST: f64 = 1e15;
        const LEAST: f64 = 1e-9;
        let sound = |(low, high): (f64, f64)| {
            let size = low.abs().max(high.abs());
            let is_number = size <= MOST && (low == 0.0 || low.abs() >= LEAST);
            is_number && high - low > size * LEAST
        };
        sound(self.x) && self.y.is_none_or(sound)
    }
}

/// The operations that stand out from the others, which are grey.
#[derive(Debug, Clone)]
pub(super) struct StandOut {
    ids: BTreeSet<OperationId>,
    pinned: bool,
}

impl StandOut {
    /// The pinned ones of those shown; where none of these is pinned, the chosen ones.
    pub fn of(chosen: &[&Operation], shown: &[&Operation], pinned: &[String]) -> Self {
        let ids = |operations: &[&Operation]| -> BTreeSet<OperationId> {
            operations.iter().map(|one| one.id.clone()).collect()
        };
        let mut shown = ids(shown);
        shown.retain(|id| pinned.iter().any(|pinned| pinned == id.as_str()));
        if shown.is_empty() {
            Self {
                ids: ids(chosen),
                pinned: false,
            }
        } else {
            Self {
                ids: shown,
                pinned: true,
            }
        }
    }

    /// Whether an operation is grey.
    pub fn is_quiet(&self, operation: &Operation) -> bool {
        !self.ids.contains(&operation.id)
    }

    /// Whether pins on others draw the eye away from an operation.
    pub fn hides(&self, operation: &Operation) -> bool {
        self.pinned && self.is_quiet(operation)
    }
}
