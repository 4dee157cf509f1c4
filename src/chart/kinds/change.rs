//! Change: from a base operation to each other one, metric by metric.

use super::headlines::pair;
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, Panel, PanelAxis, Row, RowGroup};
use crate::chart::shown::{Listing, Shown, Subject};
use crate::model::{Metric, Operation};
use crate::query::change::{NoStep, Step};
use crate::query::measure::{Measure, Value, measured};
use crate::words::WhyNotDrawn;
use crate::words::{self, Footnote, Lead, Mention, short_names};

pub(super) const CHANGE: Making = Making {
    shows: Shows::Others,
    metrics: None,
    zooms: false,
    height: HeightRule::Rows,
    by_operation: false,
    tells_missing: true,
    why_not: |asked| {
        if asked.base.is_none() || asked.operations.is_empty() {
            Some(WhyNotDrawn::ChangeNeedsTwo)
        } else if asked.measure == Measure::Share {
            Some(WhyNotDrawn::ChangeOfShares)
        } else {
            None
        }
    },
    body: |asked, listing| match asked.base {
        Some(base) => body(asked, base, listing),
        None => Body::Rows(Vec::new()),
    },
    heading: |titled, _, _| titled.changes(footing(titled.measure)),
    headline: pair,
    note: |_, _| None,
};

/// The change in per cent to nothing at all.
const ALL_GONE: f64 = -100.0;

/// The footing both ends stand on: a change of a change would say nothing.
pub(super) fn footing(measure: Measure) -> Measure {
    match measure {
        Measure::Change => Measure::Total,
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Share => measure,
    }
}

fn body(asked: &Asked<'_>, base: &Operation, listing: &mut Listing) -> Body {
    let names = short_names(&asked.operations);
    // With one operation beside the base a row for each metric, else a group.
    let one_way = asked.operations.len() == 1;
    let mut groups = Vec::new();
    let mut mentions = Vec::new();
    for &metric in &asked.metrics {
        let steps: Vec<Step<'_>> = asked
            .operations
            .iter()
            .map(|&other| step(asked, base, other, metric))
            .collect();
        let stated = steps.iter().any(Step::is_stated);
        let from = listing.add(asked, base, metric, &steps[0].from);
        let rows = asked.operations.iter().zip(&names).zip(&steps);
        let rows: Vec<Row> = rows
            .map(|((other, name), step)| {
                let to = listing.add(asked, other, metric, &step.to);
                Row {
                    name: if one_way { &metric.label } else { name }.clone(),
                    figure: add_step(asked, [base, other], metric, step, listing),
                    ends: Some([from, to]),
                    strong: one_way,
                }
            })
            .collect();
        if stated {
            let label = if one_way { "" } else { &metric.label };
            groups.push(RowGroup {
                label: label.to_owned(),
                rows,
            });
        } else {
            mentions.push(Mention {
                text: format!("{} ({})", metric.label, reason(&steps)),
                figures: rows.into_iter().map(|row| row.figure).collect(),
            });
        }
    }
    listing.footnotes.push(Footnote {
        lead: Lead::NoChange,
        mentions,
    });
    let rows = groups.iter().flat_map(|group| &group.rows);
    let changes: Vec<_> = rows.filter_map(|row| listing.amount(row.figure)).collect();
    let falls_far = changes
        .iter()
        .any(|change| change.low().unwrap_or(change.number()) < ALL_GONE / 2.0);
    Body::Rows(vec![Panel {
        heading: String::new(),
        groups,
        axis: (changes.len() > 1).then_some(PanelAxis {
            signed: true,
            suffix: " %",
            reach: (if falls_far { ALL_GONE } else { 0.0 }, 0.0),
        }),
        table: one_way,
    }])
}
