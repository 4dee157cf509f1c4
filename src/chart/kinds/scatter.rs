//! Scatter: every operation of the atlas by two metrics.

use super::headlines::most_of_two;
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, NumberAxis, Scatter};
use crate::chart::showing::Zoom;
use crate::chart::shown::Listing;
use crate::chart::why_not::footing;
use crate::model::{Amount, Metric, Operation};
use crate::query::measure::{Measure, Measured};
use crate::words::WhyNotDrawn;
use crate::words::{self, Footnote, Lead, Mention};

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

/// Values that span a larger factor than this are drawn on a logarithmic axis.
const TWO_ORDERS: f64 = 100.0;
/// As are those that span this factor, where half of them would crowd in the first fifth.
const CROWDED: f64 = 10.0;

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
    let [x, y] = axes(&amounts, metrics, asked.measure, asked.zoom);
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

/// Both axes. What is counted in the same unit lies on the same kind of scale, so that the two
/// can be compared by eye.
fn axes(
    amounts: &[[Amount; 2]],
    [across, up]: [&Metric; 2],
    measure: Measure,
    zoom: Option<Zoom>,
) -> [NumberAxis; 2] {
    let of = |axis: usize| Spread::of(amounts.iter().map(|pair| pair[axis]));
    let (x, y) = (of(0), of(1));
    let per_cent = matches!(measure, Measure::Share | Measure::Change);
    let factors = if per_cent || across.unit == up.unit {
        let wanted = x.asks_for_factors() || y.asks_for_factors();
        [wanted && x.least > 0.0 && y.least > 0.0; 2]
    } else {
        [x.asks_for_factors(), y.asks_for_factors()]
    };
    let zoom = zoom.and_then(|zoom| Some([zoom.x, zoom.y?]));
    let [x_range, y_range] = zoom.map_or([None; 2], |zoom| zoom.map(Some));
    let [x_factors, y_factors] = factors;
    let axis = |metric: &Metric, spread: &Spread, logarithmic, range| NumberAxis {
        title: words::axis_title(metric, measure, logarithmic),
        logarithmic,
        suffix: if per_cent { " %" } else { "" },
        full: spread.full(),
        range,
    };
    [
        axis(across, &x, x_factors, x_range),
        axis(up, &y, y_factors, y_range),
    ]
}

/// How the numbers of one axis lie.
struct Spread {
    least: f64,
    most: f64,
    /// Whether more than half of them lie in the first fifth.
    crowded: bool,
}

impl Spread {
    fn of(amounts: impl Iterator<Item = Amount> + Clone) -> Self {
        let ends = amounts.clone().flat_map(|amount| {
            let number = amount.number();
            [amount.low().unwrap_or(number), number]
        });
        let most = ends.clone().fold(f64::NEG_INFINITY, f64::max);
        let mut numbers: Vec<f64> = amounts.map(Amount::number).collect();
        numbers.sort_by(f64::total_cmp);
        let middle = numbers.get(numbers.len() / 2);
        Self {
            least: ends.fold(f64::INFINITY, f64::min),
            most,
            crowded: middle.is_some_and(|&middle| middle < most / 5.0),
        }
    }

    /// Whether equal steps should be equal factors. A number that is not above zero has no place
    /// on such a scale.
    fn asks_for_factors(&self) -> bool {
        let factor = if self.crowded { CROWDED } else { TWO_ORDERS };
        self.least > 0.0 && self.most / self.least > factor
    }

    fn full(&self) -> (f64, f64) {
        if self.least.is_finite() {
            (self.least, self.most)
        } else {
            (0.0, 0.0)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scales(points: &[(f64, f64)], units: [&str; 2], measure: Measure) -> [bool; 2] {
        let metric = |unit: &str| Metric {
            id: unit.into(),
            label: unit.to_owned(),
            unit: unit.to_owned(),
            definition: String::new(),
            part_of: None,
            not_per: Vec::new(),
        };
        let amounts = points.iter().map(|&(x, y)| [x, y].map(Amount::exact));
        let amounts: Vec<[Amount; 2]> = amounts.collect();
        let [across, up] = units.map(metric);
        axes(&amounts, [&across, &up], measure, None).map(|axis| axis.logarithmic)
    }

    #[test]
    fn equal_units_have_equal_kinds_of_scale() {
        let crowded = [(24.0, 16.0), (30.0, 14.0), (50.0, 30.0), (420.0, 45.0)];
        let total = Measure::Total;
        assert_eq!(scales(&crowded, ["people", "people"], total), [true; 2]);
        assert_eq!(scales(&crowded, ["people", "checks"], total), [true, false]);
        assert_eq!(
            scales(&crowded, ["people", "checks"], Measure::Share),
            [true; 2]
        );
    }

    #[test]
    fn what_is_not_above_zero_is_never_on_a_logarithmic_scale() {
        let units = ["people", "people"];
        let zero = [(1.0, 5.0), (2.0, 0.0), (5_000.0, 6.0)];
        assert_eq!(scales(&zero, units, Measure::Total), [false; 2]);
        let less = [(-99.0, 1.0), (-98.0, 2.0), (50.0, 900.0)];
        assert_eq!(scales(&less, units, Measure::Change), [false; 2]);
        assert_eq!(scales(&[], units, Measure::Total), [false; 2]);
    }
}
