//! Scatter: every operation of the atlas by two metrics.

use super::headlines::most_of_two;
use super::number_axis::axes;
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, Scatter};
use crate::chart::shown::Listing;
use crate::chart::why_not::footing;
use crate::model::{Amount, Metric, Operation};
use crate::query::measure::Measured;
use crate::words::WhyNotDrawn;
use crate::words::{Footnote, Lead, Mention};

pub(super) const SCATTER: Making = Making {
    shows: Shows::All,
    metrics: Some(2),
    footing: None,
    zooms: true,
    height: HeightRule::Page,
    by_operation: true,
    tells_missing: false,
    why_not: |asked| match asked.metrics.as_slice() {
        [first, second] => footing(asked, &[first]).or_else(|| footing(asked, &[second])),
        _ => Some(WhyNotDrawn::ScatterNeedsTwo),
    },
    body,
    heading: |titled, _, _| match titled.metrics {
        [x, y] => titled.by_two([x, y]),
        _ => titled.results(),
    },
    headline: most_of_two,
    note: |_, _| None,
};

/// An operation with its two figures.
struct Pair<'a> {
    operation: &'a Operation,
    figures: [Measured<'a>; 2],
}

impl Pair<'_> {
    /// Both numbers, where it has both.
    fn amounts(&self) -> Option<[Amount; 2]> {
        let [x, y] = &self.figures;
        Some([x.amount()?, y.amount()?])
    }
}

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let [across, up] = asked.metrics.as_slice() else {
        return Body::Nothing(String::new());
    };
    let metrics = [*across, *up];
    let pairs = asked.operations.iter().map(|&operation| Pair {
        operation,
        figures: metrics.map(|metric| asked.measured(operation, metric)),
    });
    let (mut pairs, without): (Vec<_>, Vec<_>) = pairs.partition(|pair| pair.amounts().is_some());
    pairs.sort_by_key(|pair| asked.stand_out.is_quiet(pair.operation));
    let amounts: Vec<[Amount; 2]> = pairs.iter().filter_map(Pair::amounts).collect();
    let [x, y] = axes(&amounts, asked.atlas, metrics, asked.measure, asked.zoom);
    let (inside, outside): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|pair| {
        let amounts = pair.amounts();
        amounts.is_some_and(|[a, b]| x.shows(a.number()) && y.shows(b.number()))
    });
    let mut add = |pair: &Pair<'_>| {
        let [one, other] = &pair.figures;
        [(one, across), (other, up)]
            .map(|(figure, metric)| listing.add(asked, pair.operation, metric, figure))
    };
    let points = inside.iter().map(&mut add).collect();
    let mut footnotes: Vec<Footnote> = Vec::new();
    for pair in &without {
        let [x, _] = &pair.figures;
        let mut figures = add(pair).to_vec();
        if x.amount().is_some() {
            // A click leads to the figure that is missing.
            figures.reverse();
        }
        let mention = Mention {
            text: pair.operation.name.clone(),
            starred: false,
            figures,
        };
        let lead = lead(metrics, &pair.figures);
        match footnotes.iter_mut().find(|footnote| footnote.lead == lead) {
            Some(footnote) => footnote.mentions.push(mention),
            None => footnotes.push(Footnote {
                lead,
                mentions: vec![mention],
            }),
        }
    }
    footnotes.push(Footnote {
        lead: Lead::OutsidePart,
        mentions: outside
            .iter()
            .map(|pair| Mention {
                text: pair.operation.name.clone(),
                starred: false,
                figures: add(pair).to_vec(),
            })
            .collect(),
    });
    listing.footnotes = footnotes;
    Body::Scatter(Scatter { x, y, points })
}

/// Why an operation has no place: "Arrests: not reported".
fn lead(metrics: [&Metric; 2], figures: &[Measured<'_>; 2]) -> Lead {
    let [x, y] = figures;
    if figures.iter().all(|figure| figure.amount().is_none()) && x.short() == y.short() {
        return Lead::Both(x.short());
    }
    let without = metrics.into_iter().zip(figures);
    let without = without.filter(|(_, figure)| figure.amount().is_none());
    Lead::Without(
        without
            .map(|(metric, figure)| (metric.label.clone(), figure.short()))
            .collect(),
    )
}
