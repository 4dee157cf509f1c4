//! Dots: every operation of the atlas by one metric, each as a dot along an axis that need not
//! begin at zero, so that eight arrests are seen beside three thousand.

use super::headlines::most_of_one;
use super::number_axis::axis;
use super::ranking::{doubtful_order, larger_first};
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, Dots, HeightRule};
use crate::chart::shown::Listing;
use crate::chart::why_not::footing_of_first;
use crate::model::{Amount, Operation};
use crate::query::measure::{Measured, Value};
use crate::words::{Footnote, Lead, Mention};

pub(super) const DOTS: Making = Making {
    shows: Shows::All,
    metrics: Some(1),
    footing: None,
    zooms: true,
    height: HeightRule::Rows,
    by_operation: true,
    tells_missing: false,
    why_not: footing_of_first,
    body,
    heading: |titled, body, _| match titled.metrics {
        [metric, ..] => titled.ranked(metric, body.marks().len()),
        [] => titled.results(),
    },
    headline: most_of_one,
    note: doubtful_order,
};

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let Some(&metric) = asked.metrics.first() else {
        return Body::Nothing(String::new());
    };
    let values = asked.operations.iter();
    let mut values: Vec<(&Operation, Measured<'_>)> = values
        .map(|&operation| (operation, asked.measured(operation, metric)))
        .collect();
    values.sort_by(|(_, a), (_, b)| larger_first(a.value, b.value));
    let amounts = values.iter().filter_map(|(_, measured)| measured.amount());
    let amounts: Vec<Amount> = amounts.collect();
    let range = asked
        .zoom
        .filter(|zoom| zoom.y.is_none())
        .map(|zoom| zoom.x);
    let axis = axis(&amounts, asked.atlas, metric, asked.measure, range);
    let mut rows = Vec::new();
    // Told in this order: what lies outside, what has no number, what a problem keeps from being
    // used, what nobody states.
    let mut told = [
        (Lead::OutsidePart, Vec::new()),
        (Lead::NoNumber, Vec::new()),
        (Lead::LeftOut, Vec::new()),
        (Lead::NotApplicable, Vec::new()),
        (Lead::NotReported, Vec::new()),
    ];
    for (operation, measured) in &values {
        let figure = listing.add(asked, operation, metric, measured);
        let shown = &listing.shown[figure];
        let (place, text) = match measured.value {
            Value::Number(amount) if axis.shows(amount.number()) => {
                rows.push(figure);
                continue;
            }
            Value::Number(_) => (0, format!("{}: {}", operation.name, shown.label)),
            Value::Unnumbered(_) | Value::NotComputable(_) => {
                (1, format!("{}: {}", operation.name, shown.label))
            }
            Value::LeftOut => (2, operation.name.clone()),
            Value::NotApplicable => (3, operation.name.clone()),
            Value::NotReported => (4, operation.name.clone()),
        };
        told[place].1.push(Mention {
            text,
            starred: shown.is_starred(),
            figures: vec![figure],
        });
    }
    let footnotes = told.map(|(lead, mentions)| Footnote { lead, mentions });
    listing.footnotes.extend(footnotes);
    Body::Dots(Dots { axis, rows })
}
