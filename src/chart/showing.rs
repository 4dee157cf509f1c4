//! How a comparison is to be shown: everything a person chooses of a picture beside what is
//! compared in it.

use serde::{Deserialize, Serialize};

use super::kind::Kind;
use crate::model::{Atlas, Operation};
use crate::query::comparison::Comparison;

/// How a comparison is to be shown.
#[derive(Debug, Clone, Copy, Default)]
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
    /// The part to look at; `None` for all.
    pub zoom: Option<Zoom>,
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

impl Showing<'_> {
    /// The part of a scatter to look at, as its two axes.
    pub(super) fn zoom_of_scatter(&self) -> Option<[(f64, f64); 2]> {
        let zoom = self.zoom.filter(|zoom| zoom.is_sound())?;
        Some([zoom.x, zoom.y?])
    }

    /// The part of a timeline to look at, in years.
    pub(super) fn zoom_of_timeline(&self) -> Option<(f64, f64)> {
        let zoom = self.zoom.filter(|zoom| zoom.is_sound())?;
        let is_time = zoom.y.is_none() && zoom.x.0 >= 1.0 && zoom.x.1 <= 10_000.0;
        is_time.then_some(zoom.x)
    }
}

/// The operations that stand out from the others, which are grey.
#[derive(Debug, Clone)]
pub(super) struct StandOut<'a> {
    ids: Vec<&'a str>,
    pinned: bool,
}

impl<'a> StandOut<'a> {
    /// The pinned ones; where none of the operations shown is pinned, the chosen ones.
    pub(super) fn of(atlas: &'a Atlas, comparison: &'a Comparison, showing: Showing<'_>) -> Self {
        let chosen = comparison.operations_in(atlas);
        let is_shown = |operation: &Operation| {
            // The base of a change has no marks of its own.
            let is_base = || {
                let base = comparison.base_in(atlas);
                base.is_some_and(|base| base.id == operation.id)
            };
            match showing.kind {
                Kind::Bars => chosen.iter().any(|shown| shown.id == operation.id),
                Kind::Change => chosen.iter().any(|shown| shown.id == operation.id) && !is_base(),
                Kind::Ranking | Kind::Timeline | Kind::Scatter | Kind::Coverage => true,
            }
        };
        let pinned: Vec<&str> = atlas
            .operations
            .iter()
            .filter(|operation| is_shown(operation))
            .map(|operation| operation.id.as_str())
            .filter(|id| showing.pinned.iter().any(|pinned| pinned == id))
            .collect();
        if pinned.is_empty() {
            Self {
                ids: chosen
                    .iter()
                    .map(|operation| operation.id.as_str())
                    .collect(),
                pinned: false,
            }
        } else {
            Self {
                ids: pinned,
                pinned: true,
            }
        }
    }

    /// Whether an operation is grey.
    pub(super) fn is_quiet(&self, operation: &Operation) -> bool {
        !self.ids.contains(&operation.id.as_str())
    }

    /// Whether pins on others draw the eye away from an operation.
    pub(super) fn hides(&self, operation: &Operation) -> bool {
        self.pinned && self.is_quiet(operation)
    }
}
