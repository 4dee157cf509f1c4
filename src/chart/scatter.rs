//! Scatter: every operation of the atlas by two metrics.

use super::body::{Aside, Mention, SignKey, Target};
use super::showing::StandOut;
use super::words::footing_suffix;
use crate::model::{Amount, Atlas, Metric};
use crate::query::comparison::Comparison;
use crate::query::measure::{Measure, Measured, measured};
use crate::words::{capitalised, lower_first};

/// Operations as points.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// From left to right.
    pub x: ScatterAxis,
    /// From bottom to top.
    pub y: ScatterAxis,
    /// Operations with a number on both axes, the chosen ones first.
    pub points: Vec<ScatterPoint>,
    /// Operations that have no place, with the reason.
    pub asides: Vec<Aside>,
}

/// One axis.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterAxis {
    /// What it measures, with the unit and the kind of scale.
    pub title: String,
    /// Whether equal steps are equal factors.
    pub logarithmic: bool,
    /// What follows numbers: " %" or nothing.
    pub suffix: &'static str,
    /// The least and the largest number of all operations that have both; zeros where none has.
    pub full: (f64, f64),
    /// The part to look at; `None` for all.
    pub range: Option<(f64, f64)>,
}

impl ScatterAxis {
    fn shows(&self, number: f64) -> bool {
        self.range
            .is_none_or(|(low, high)| low <= number && number <= high)
    }
}

/// One operation.
#[derive(Debug, Clone, PartialEq)]
pub struct ScatterPoint {
    /// Whether it is not among the chosen ones.
    pub quiet: bool,
    /// Its name.
    pub name: String,
    /// Both figures as they are written, with the axis each lies on: "→ 2,517  ↑ > 1,800".
    pub figures: String,
    /// From left to right.
    pub x: Amount,
    /// From bottom to top.
    pub y: Amount,
    /// Whether sources state different numbers of either.
    pub disagrees: bool,
    /// What a screen reader says, and the pointer is told.
    pub spoken: String,
    /// Where a click leads: the figure of the first metric.
    pub target: Target,
}

/// Values that span a larger factor than this are drawn on a logarithmic axis.
const TWO_ORDERS: f64 = 100.0;
/// As are those that span this factor, where half of them would crowd in the first fifth.
const CROWDED: f64 = 10.0;

impl Scatter {
    /// The scatter of all operations by two metrics.
    pub(super) fn of(
        atlas: &Atlas,
        comparison: &Comparison,
        [across, up]: [&Metric; 2],
        stand_out: &StandOut<'_>,
        zoom: Option<[(f64, f64); 2]>,
    ) -> Self {
        let base = comparison.base_in(atlas);
        let value =
            |operation, metric| measured(atlas, operation, metric, comparison.measure, base);
        let mut points = Vec::new();
        let mut asides: Vec<Aside> = Vec::new();
        for operation in &atlas.operations {
            let (x, y) = (value(operation, across), value(operation, up));
            let spoken = format!(
                "{}: {} {}, {} {}{}",
                operation.name,
                across.label,
                x.words(),
                up.label,
                y.words(),
                if x.is_starred() || y.is_starred() {
                    "; sources differ"
                } else {
                    ""
                }
            );
            if let (Some(x_amount), Some(y_amount)) = (x.amount(), y.amount()) {
                points.push(ScatterPoint {
                    quiet: stand_out.is_quiet(operation),
                    name: operation.name.clone(),
                    figures: format!("→ {}  ↑ {}", starred(&x), starred(&y)),
                    x: x_amount,
                    y: y_amount,
                    disagrees: x.is_starred() || y.is_starred(),
                    spoken,
                    target: Target::of(atlas, operation, across),
                });
            } else {
                let without = if x.amount().is_none() { across } else { up };
                // The base has no mark that could have a star.
                let is_changed = comparison.measure == Measure::Change;
                let star = if is_changed && (x.is_starred() || y.is_starred()) {
                    " *"
                } else {
                    ""
                };
                let mention = Mention {
                    text: format!("{}{star}", operation.name),
                    spoken,
                    target: Target::of(atlas, operation, without),
                };
                leave_out(&mut asides, mention, [(across, &x), (up, &y)]);
            }
        }
        points.sort_by_key(|point| point.quiet);
        let [x, y] = axes(&points, [across, up], comparison.measure, zoom);
        let (points, outside): (Vec<ScatterPoint>, Vec<ScatterPoint>) = points
            .into_iter()
            .partition(|point| x.shows(point.x.number()) && y.shows(point.y.number()));
        let outside = outside.into_iter().map(|point| Mention {
            text: point.name,
            spoken: point.spoken,
            target: point.target,
        });
        asides.push(Aside::outside(outside.collect()));
        Self {
            x,
            y,
            points,
            asides,
        }
    }

    /// The signs that occur, for the key.
    pub(super) fn signs(&self) -> Vec<SignKey> {
        let marks: Vec<(Vec<Amount>, bool)> = self
            .points
            .iter()
            .map(|point| (vec![point.x, point.y], point.disagrees))
            .collect();
        // Arrows point along the axis, whatever side of zero they start from.
        SignKey::occurring(&marks, Amount::open)
    }
}

fn starred(measured: &Measured<'_>) -> String {
    format!(
        "{}{}",
        measured.short(),
        if measured.is_starred() { " *" } else { "" }
    )
}

/// Names an operation that has no place, together with others of the same reason: "Arrests: not
/// reported".
fn leave_out(asides: &mut Vec<Aside>, mention: Mention, figures: [(&Metric, &Measured<'_>); 2]) {
    let lead = match figures
        .into_iter()
        .filter(|(_, measured)| measured.amount().is_none())
        .collect::<Vec<_>>()
        .as_slice()
    {
        [(_, one), (_, other)] if one.short() == other.short() => format!("Both: {}", one.short()),
        why => {
            let why = why.iter().map(|(metric, measured)| {
                format!("{}: {}", lower_first(&metric.label), measured.short())
            });
            capitalised(&why.collect::<Vec<_>>().join(", "))
        }
    };
    match asides.iter_mut().find(|aside| aside.lead == lead) {
        Some(aside) => aside.mentions.push(mention),
        None => asides.push(Aside {
            lead,
            mentions: vec![mention],
        }),
    }
}

/// Both axes. What is counted in the same unit lies on the same kind of scale, so that the two
/// can be compared by eye.
fn axes(
    points: &[ScatterPoint],
    [across, up]: [&Metric; 2],
    measure: Measure,
    zoom: Option<[(f64, f64); 2]>,
) -> [ScatterAxis; 2] {
    let (x, y) = (
        Spread::of(points, |point| point.x),
        Spread::of(points, |point| point.y),
    );
    let percent = matches!(measure, Measure::Share | Measure::Change);
    let factors = if percent || across.unit == up.unit {
        let asked = x.asks_for_factors() || y.asks_for_factors();
        [asked && x.least > 0.0 && y.least > 0.0; 2]
    } else {
        [x.asks_for_factors(), y.asks_for_factors()]
    };
    let [x_range, y_range] = zoom.map_or([None; 2], |zoom| zoom.map(Some));
    let [x_factors, y_factors] = factors;
    [
        ScatterAxis {
            range: x_range,
            ..axis(across, measure, x.full(), x_factors)
        },
        ScatterAxis {
            range: y_range,
            ..axis(up, measure, y.full(), y_factors)
        },
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
    fn of(points: &[ScatterPoint], amount: fn(&ScatterPoint) -> Amount) -> Self {
        let ends = |point: &ScatterPoint| {
            let number = amount(point).number();
            [amount(point).low().unwrap_or(number), number]
        };
        let ends = || points.iter().flat_map(ends);
        let most = ends().fold(f64::NEG_INFINITY, f64::max);
        let mut numbers: Vec<f64> = points.iter().map(|point| amount(point).number()).collect();
        numbers.sort_by(f64::total_cmp);
        let crowded = numbers
            .get(numbers.len() / 2)
            .is_some_and(|&middle| middle < most / 5.0);
        Self {
            least: ends().fold(f64::INFINITY, f64::min),
            most,
            crowded,
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

fn axis(metric: &Metric, measure: Measure, full: (f64, f64), logarithmic: bool) -> ScatterAxis {
    let scale = if logarithmic {
        ", logarithmic scale"
    } else {
        ""
    };
    let percent = matches!(measure, Measure::Share | Measure::Change);
    let unit = if percent {
        "%".to_owned()
    } else {
        metric.unit.clone()
    };
    let what = match measure {
        Measure::Change => format!("Change in {}", lower_first(&metric.label)),
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Share => {
            format!("{}{}", capitalised(&metric.label), footing_suffix(measure))
        }
    };
    ScatterAxis {
        title: format!("{what} ({unit}{scale})"),
        logarithmic,
        suffix: if percent { " %" } else { "" },
        full,
        range: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Showing;
    use crate::model::fixture;

    #[test]
    fn an_operation_without_a_number_is_named_with_the_reason() {
        let atlas = fixture::atlas();
        let comparison = Comparison::telling(&atlas);
        let metric = |id: &str| atlas.metric(id).unwrap();
        let stand_out = StandOut::of(&atlas, &comparison, Showing::default());
        let pair = [metric("arrests"), metric("officers")];
        let scatter = Scatter::of(&atlas, &comparison, pair, &stand_out, None);
        assert_eq!(scatter.points.len(), 1);
        assert_eq!(scatter.points[0].figures, "→ 3,744  ↑ > 14,000");
        assert_eq!(scatter.asides[0].lead, "Officers deployed: thousands");
        assert_eq!(scatter.asides[0].mentions[0].text, "Liberterra II");
    }

    fn point(x: f64, y: f64) -> ScatterPoint {
        ScatterPoint {
            quiet: false,
            name: String::new(),
            figures: String::new(),
            x: Amount::exact(x),
            y: Amount::exact(y),
            disagrees: false,
            spoken: String::new(),
            target: Target {
                operation: String::new(),
                metric: String::new(),
                place: 0,
            },
        }
    }

    fn scales(points: &[(f64, f64)], units: [&str; 2], measure: Measure) -> [bool; 2] {
        let metric = |unit: &str| Metric {
            id: unit.into(),
            label: unit.to_owned(),
            unit: unit.to_owned(),
            definition: String::new(),
            part_of: None,
            not_per: Vec::new(),
        };
        let points: Vec<ScatterPoint> = points.iter().map(|&(x, y)| point(x, y)).collect();
        let [across, up] = units.map(metric);
        axes(&points, [&across, &up], measure, None).map(|axis| axis.logarithmic)
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
