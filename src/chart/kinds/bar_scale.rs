//! Which bars share a scale, how many times those of small numbers are enlarged, and how far an
//! axis reaches.

use crate::model::{Atlas, Metric, MetricId, Operation};
use crate::query::measure::{Measure, Measured};

/// A metric with its value in each operation.
pub(super) struct FigureRow<'a> {
    pub metric: &'a Metric,
    pub values: Vec<(&'a Operation, Measured<'a>)>,
}

impl FigureRow<'_> {
    /// Whether one operation at least has a bar.
    pub fn has_number(&self) -> bool {
        let mut values = self.values.iter();
        values.any(|(_, measured)| measured.amount().is_some())
    }

    /// "Officers (not counted by the day, not reported)".
    pub fn label_and_why(&self) -> String {
        let mut why: Vec<String> = Vec::new();
        for (_, measured) in &self.values {
            let short = measured.short();
            if !why.contains(&short) {
                why.push(short);
            }
        }
        format!("{} ({})", self.metric.label, why.join("; "))
    }

    /// The largest number, whatever its direction; 0 where there is none.
    pub fn largest(&self) -> f64 {
        self.values
            .iter()
            .filter_map(|(_, measured)| measured.amount())
            .map(|amount| amount.number().abs())
            .fold(0.0, f64::max)
    }
}

/// How many times the largest figure of one metric may be that of another on the same axis.
const FACTOR: f64 = 6.0;

/// From how many times on enlarging bars is worth a scale of their own.
const WORTH: f64 = 2.0;

/// From how many per cent on a share's axis shows the whole.
const LARGE_SHARE: f64 = 30.0;

/// Metrics of one unit that share a scale.
pub(super) struct Scaled<'a> {
    pub rows: Vec<FigureRow<'a>>,
    /// How many times as long bars are drawn as those of the same unit with the largest numbers.
    pub times: f64,
}

impl Scaled<'_> {
    /// Its numbers, the smallest first.
    fn numbers(&self) -> Vec<f64> {
        let values = self.rows.iter().flat_map(|row| &row.values);
        let amounts = values.filter_map(|(_, measured)| measured.amount());
        let mut numbers: Vec<f64> = amounts.map(|amount| amount.number().abs()).collect();
        numbers.sort_by(f64::total_cmp);
        numbers
    }

    /// The largest number; 0 where there is none.
    pub fn largest(&self) -> f64 {
        self.rows.iter().map(FigureRow::largest).fold(0.0, f64::max)
    }
}

/// Metrics of one unit, apart where one would leave nothing to see of the other: 219 arrests
/// beside 924,392 people checked. A part stays with its whole, and small numbers are enlarged only
/// so far that of any two bars of the unit the longer stands for more.
pub(super) fn by_size<'a>(atlas: &Atlas, rows: Vec<FigureRow<'a>>) -> Vec<Scaled<'a>> {
    let order: Vec<MetricId> = rows.iter().map(|row| row.metric.id.clone()).collect();
    let place = |row: &FigureRow<'_>| order.iter().position(|id| *id == row.metric.id);
    let mut panels = apart(families(atlas, rows));
    panels.sort_by(|a, b| b.largest().total_cmp(&a.largest()));
    let mut scaled: Vec<Scaled<'a>> = Vec::new();
    for panel in panels {
        let (least, most) = allowed(&scaled, &panel.numbers());
        let times = rounded_down(most);
        match scaled.first_mut() {
            Some(first) if times < WORTH || times < least => first.rows.extend(panel.rows),
            Some(_) => scaled.push(Scaled { times, ..panel }),
            None => scaled.push(panel),
        }
    }
    if !in_order(&scaled) {
        let rows = scaled.into_iter().flat_map(|panel| panel.rows).collect();
        scaled = vec![Scaled { rows, times: 1.0 }];
    }
    for panel in &mut scaled {
        panel.rows.sort_by_key(place);
    }
    scaled.sort_by_key(|panel| panel.rows.first().and_then(place));
    scaled
}

/// Rows together with those they are a part of.
fn families<'a>(atlas: &Atlas, rows: Vec<FigureRow<'a>>) -> Vec<Vec<FigureRow<'a>>> {
    let is_part = |part: &Metric, whole: &Metric| {
        let wholes = std::iter::successors(atlas.whole_of(part), |whole| atlas.whole_of(whole));
        // A dataset in which parts go round in a circle is refused, but not trusted here.
        wholes
            .take(atlas.metrics.len())
            .any(|one| one.id == whole.id)
    };
    let mut families: Vec<Vec<FigureRow<'a>>> = Vec::new();
    for row in rows {
        let related = |family: &Vec<FigureRow<'_>>| {
            let mut others = family.iter().map(|other| other.metric);
            others.any(|other| is_part(row.metric, other) || is_part(other, row.metric))
        };
        let (mut own, others): (Vec<_>, Vec<_>) = families.into_iter().partition(related);
        families = others;
        own.push(vec![row]);
        families.push(own.into_iter().flatten().collect());
    }
    families
}

/// Families whose largest numbers are near each other, together.
fn apart(families: Vec<Vec<FigureRow<'_>>>) -> Vec<Scaled<'_>> {
    let mut parts: Vec<((f64, f64), Scaled<'_>)> = Vec::new();
    let mut unnumbered = Vec::new();
    for rows in families {
        let family = Scaled { rows, times: 1.0 };
        let largest = family.largest();
        if largest <= 0.0 {
            unnumbered.extend(family.rows);
            continue;
        }
        let fits =
            |(least, most): (f64, f64)| largest <= least * FACTOR && most <= largest * FACTOR;
        match parts.iter_mut().find(|(range, _)| fits(*range)) {
            Some((range, part)) => {
                *range = (range.0.min(largest), range.1.max(largest));
                part.rows.extend(family.rows);
            }
            None => parts.push(((largest, largest), family)),
        }
    }
    match parts.first_mut() {
        Some((_, part)) => part.rows.extend(unnumbered),
        None => parts.push((
            (0.0, 0.0),
            Scaled {
                rows: unnumbered,
                times: 1.0,
            },
        )),
    }
    parts.into_iter().map(|(_, part)| part).collect()
}

/// How many times at least and at most some numbers may be enlarged beside bars that are drawn
/// already, so that no bar of a smaller or an equal number is longer.
fn allowed(drawn: &[Scaled<'_>], numbers: &[f64]) -> (f64, f64) {
    let mut bounds = (0.0_f64, f64::INFINITY);
    for panel in drawn {
        for number in panel.numbers().into_iter().filter(|&number| number > 0.0) {
            let length = number * panel.times;
            let not_larger = numbers.partition_point(|&other| other <= number);
            if let Some(&smaller) = numbers[..not_larger].last().filter(|&&other| other > 0.0) {
                bounds.1 = bounds.1.min(length / smaller);
            }
            if let Some(&larger) = numbers.get(not_larger) {
                bounds.0 = bounds.0.max(length / larger);
            }
        }
    }
    bounds
}

/// Whether no bar is longer than one of another panel that stands for more.
fn in_order(panels: &[Scaled<'_>]) -> bool {
    panels.iter().enumerate().all(|(index, panel)| {
        let (least, most) = allowed(&panels[..index], &panel.numbers());
        least <= panel.times && panel.times <= most.max(1.0)
    })
}

/// The round number below: 2.94 → 2, 37 → 30.
fn rounded_down(number: f64) -> f64 {
    if !number.is_finite() || number < 1.0 {
        return 1.0;
    }
    let power = 10_f64.powf((number.log10() + 1e-12).floor());
    let steps = [8.0, 6.0, 5.0, 4.0, 3.0, 2.5, 2.0, 1.5, 1.0].into_iter();
    let mut rounds = steps.map(|times| times * power);
    rounds.find(|&round| round <= number).unwrap_or(power)
}

/// How far an axis reaches at least: a large share is seen best beside its whole.
pub(super) fn axis_to(measure: Measure, largest: f64) -> f64 {
    if measure == Measure::Share && largest > LARGE_SHARE {
        100.0
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Amount, fixture};
    use crate::query::measure::Value;

    /// Metrics with their numbers in so many operations.
    fn scaled(atlas: &Atlas, of: &[(&str, &[f64])]) -> Vec<(Vec<String>, f64)> {
        let rows = of.iter().map(|(id, numbers)| FigureRow {
            metric: atlas.metric(id).unwrap(),
            values: numbers
                .iter()
                .map(|&number| {
                    let measured = Measured {
                        value: Value::Number(Amount::exact(number)),
                        report: None,
                        measure: Measure::Total,
                        whole: None,
                        disputes: Vec::new(),
                        left_out: Vec::new(),
                    };
                    (&atlas.operations[0], measured)
                })
                .collect(),
        });
        let told = |panel: &Scaled<'_>| {
            let ids = panel.rows.iter().map(|row| row.metric.id.to_string());
            (ids.collect(), panel.times)
        };
        by_size(atlas, rows.collect()).iter().map(told).collect()
    }

    #[test]
    fn a_part_is_drawn_on_the_scale_of_its_whole() {
        let atlas = fixture::atlas();
        let part = "arrests_trafficking_smuggling";
        let both = scaled(
            &atlas,
            &[(part, &[1.0, 88.0]), ("arrests", &[195.0, 9_000.0])],
        );
        assert_eq!(both, [(vec![part.to_owned(), "arrests".to_owned()], 1.0)]);
    }

    #[test]
    fn small_numbers_are_enlarged_as_far_as_the_longer_bar_stands_for_more() {
        let atlas = fixture::atlas();
        let apart = |small: &[f64], large: &[f64]| {
            let scaled = scaled(&atlas, &[("arrests", small), ("officers", large)]);
            scaled
                .into_iter()
                .map(|(_, times)| times)
                .collect::<Vec<_>>()
        };
        assert_eq!(apart(&[268.0, 195.0], &[17_793.0, 6_000.0]), [20.0, 1.0]);
        assert_eq!(apart(&[268.0, 195.0], &[17_793.0, 600.0]), [2.0, 1.0]);
        assert_eq!(apart(&[268.0, 195.0], &[17_793.0, 300.0]), [1.0]);
        assert_eq!(apart(&[268.0], &[17_793.0, 268.0]), [1.0]);
    }
}
