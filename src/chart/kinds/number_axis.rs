//! Axes of numbers that need not begin at zero: linear or of equal factors, whichever shows more.

use crate::chart::body::NumberAxis;
use crate::chart::showing::Zoom;
use crate::model::{Amount, Atlas, Metric};
use crate::query::measure::Measure;
use crate::words;

/// Values that span a larger factor than this are drawn on a logarithmic axis.
const TWO_ORDERS: f64 = 100.0;
/// As are those that span this factor, where half of them would crowd in the first fifth.
const CROWDED: f64 = 10.0;

/// The axis of one metric's numbers.
pub(super) fn axis(
    amounts: &[Amount],
    atlas: &Atlas,
    metric: &Metric,
    measure: Measure,
    range: Option<(f64, f64)>,
) -> NumberAxis {
    let spread = Spread::of(amounts.iter().copied());
    spread.axis(atlas, metric, measure, (spread.asks_for_factors(), range))
}

/// Both axes. What is counted in the same unit lies on the same kind of scale, so that the two
/// can be compared by eye.
pub(super) fn axes(
    amounts: &[[Amount; 2]],
    atlas: &Atlas,
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
    [
        x.axis(atlas, across, measure, (x_factors, x_range)),
        y.axis(atlas, up, measure, (y_factors, y_range)),
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

    fn axis(
        &self,
        atlas: &Atlas,
        metric: &Metric,
        measure: Measure,
        (logarithmic, range): (bool, Option<(f64, f64)>),
    ) -> NumberAxis {
        NumberAxis {
            title: words::axis_title(metric, atlas.whole_of(metric), measure, logarithmic),
            logarithmic,
            suffix: measure.suffix(),
            full: self.full(),
            range: range.and_then(|range| self.part(range, logarithmic)),
        }
    }

    /// The part to look at, as far as there is anything; all of it where a part lies outside.
    fn part(&self, (low, high): (f64, f64), logarithmic: bool) -> Option<(f64, f64)> {
        let (least, most) = self.full();
        let low = if logarithmic && low <= 0.0 {
            least
        } else {
            low
        };
        let ends = if logarithmic {
            (least, most)
        } else {
            (least.min(0.0), most.max(0.0))
        };
        (low < high && low <= ends.1 && ends.0 <= high).then_some((low, high))
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
        let axes = axes(&amounts, &Atlas::default(), [&across, &up], measure, None);
        axes.map(|axis| axis.logarithmic)
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
