//! Ranking: every operation of the atlas by one metric, the largest first; what has no number
//! stands at the end, in words.

use std::cmp::Ordering;

use super::bar_scale::axis_to;
use super::bars::heading;
use super::headlines::most_of_one;
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, Panel, PanelAxis, Row, RowGroup};
use crate::chart::shown::{Listing, Shown};
use crate::chart::why_not::footing_of_first;
use crate::model::{Amount, Open, Operation};
use crate::query::change::WhyNot;
use crate::query::measure::{Measured, Value};
use crate::words::{Footnote, Lead, Mention, Note, capitalised};

pub(super) const RANKING: Making = Making {
    shows: Shows::All,
    metrics: Some(1),
    footing: None,
    zooms: false,
    height: HeightRule::Rows,
    by_operation: true,
    tells_missing: false,
    why_not: footing_of_first,
    body,
    heading: |titled, body, listing| match titled.metrics {
        [metric, ..] => {
            let marks = body.marks();
            let marks = marks.iter().flatten();
            let placed = marks.filter(|&&figure| has_place(listing.shown[figure].value));
            titled.ranked(metric, placed.count())
        }
        [] => titled.results(),
    },
    headline: most_of_one,
    note: doubtful_order,
};

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let Some(metric) = asked.metrics.first() else {
        return Body::Rows(Vec::new());
    };
    let mut values: Vec<(&Operation, Measured<'_>)> = asked
        .operations
        .iter()
        .map(|&operation| (operation, asked.measured(operation, metric)))
        .collect();
    // The sort is stable: equal numbers keep the atlas's order.
    values.sort_by(|(_, a), (_, b)| larger_first(a.value, b.value));
    let brings_out = values
        .iter()
        .filter(|(_, measured)| rank(measured.value).0 < rank(Value::LeftOut).0)
        .any(|(operation, _)| asked.stand_out.is_quiet(operation));
    let mut rows = Vec::new();
    let leads = [Lead::LeftOut, Lead::NotApplicable, Lead::NotReported];
    let mut footnotes = leads.map(|lead| Footnote {
        lead,
        mentions: Vec::new(),
    });
    for (operation, measured) in &values {
        let figure = listing.add(asked, operation, metric, measured);
        let name = operation.name.clone();
        let told = match measured.value {
            Value::LeftOut => &mut footnotes[0],
            Value::NotApplicable => &mut footnotes[1],
            Value::NotReported => &mut footnotes[2],
            Value::Number(_) | Value::Unnumbered(_) | Value::NotComputable(_) => {
                rows.push(Row {
                    name,
                    figure,
                    ends: None,
                    also: Vec::new(),
                    strong: brings_out && !asked.stand_out.is_quiet(operation),
                });
                continue;
            }
        };
        told.mentions.push(Mention {
            text: name,
            starred: false,
            figures: vec![figure],
        });
    }
    listing.footnotes.extend(footnotes);
    let numbers = rows.iter().filter_map(|row| listing.amount(row.figure));
    let largest = numbers.map(Amount::number).fold(0.0, f64::max);
    let axis_to = axis_to(asked.measure, largest);
    let (heading, suffix) = heading(asked, metric);
    Body::Rows(vec![Panel {
        heading: capitalised(&heading),
        times: 1.0,
        groups: vec![RowGroup {
            label: String::new(),
            rows,
        }],
        axis: (axis_to > 0.0).then_some(PanelAxis {
            signed: false,
            suffix,
            reach: (0.0, axis_to),
        }),
        table: false,
    }])
}

/// The order of a ranking: numbers first, then what has none, then what is not reported.
pub(super) fn larger_first(a: Value, b: Value) -> Ordering {
    let ((a_rank, a), (b_rank, b)) = (rank(a), rank(b));
    a_rank.cmp(&b_rank).then_with(|| a.larger_first(b))
}

/// Which of the groups of a ranking a value is in, and where in it.
fn rank(value: Value) -> (u8, Amount) {
    let nothing = Amount::exact(0.0);
    match value {
        Value::Number(amount) => (0, amount),
        // A base has changed by nothing from itself.
        Value::NotComputable(WhyNot::Base) => (0, nothing),
        Value::Unnumbered(_) => (1, nothing),
        Value::NotComputable(_) => (2, nothing),
        Value::LeftOut => (3, nothing),
        Value::NotApplicable => (4, nothing),
        Value::NotReported => (5, nothing),
    }
}

fn has_place(value: Value) -> bool {
    match value {
        Value::Number(_) => true,
        Value::NotComputable(why) => why == WhyNot::Base,
        Value::Unnumbered(_) | Value::NotReported | Value::NotApplicable | Value::LeftOut => false,
    }
}

/// Whose place in a ranking is not certain: what they may really be reaches to others, or no
/// number was stated.
pub(super) fn doubtful_order(body: &Body, listing: &Listing) -> Option<Note> {
    let marks = body.marks();
    let bars: Vec<&Shown> = marks
        .iter()
        .flatten()
        .map(|&figure| &listing.shown[figure])
        .collect();
    let amounts = bars.iter().filter_map(|bar| bar.amount());
    let mut reaches: Vec<(f64, f64)> = amounts.map(Amount::plausible).collect();
    reaches.sort_by(|a, b| a.0.total_cmp(&b.0));
    let is_doubtful = |bar: &&&Shown| match bar.value {
        Value::Number(amount) if amount.open() == Open::No => false,
        Value::Number(amount) => {
            let (low, high) = amount.plausible();
            // It meets itself, and another one where its place is in doubt.
            let meets = |reach: &&(f64, f64)| low <= reach.1 && reach.0 <= high;
            reaches.iter().filter(meets).nth(1).is_some()
        }
        Value::Unnumbered(_) => bars.len() > 1,
        Value::NotReported | Value::NotApplicable | Value::LeftOut | Value::NotComputable(_) => {
            false
        }
    };
    let doubtful = bars.iter().filter(is_doubtful);
    let names: Vec<String> = doubtful
        .filter_map(|bar| Some(listing.operations[bar.subject.operation()?].name.clone()))
        .collect();
    (!names.is_empty()).then_some(Note::DoubtfulOrder(names))
}
