//! Which bars share a scale, what it is called where another has the same unit, and how far its
//! axis reaches.

use super::bars::BarPanel;
use crate::model::Amount;
use crate::model::numerals::decimals_for;
use crate::query::figures::FigureRow;
use crate::query::measure::Measure;

/// How many times the largest figure of one metric may be that of another on the same axis.
const FACTOR: f64 = 6.0;

/// From how many per cent on a share's axis shows the whole.
const LARGE_SHARE: f64 = 30.0;

/// Metrics of one unit, apart where one would leave nothing to see of the other: 219 arrests
/// beside 924,392 people checked.
pub(super) fn by_size<'a>(
    unit: &'a str,
    rows: Vec<FigureRow<'a>>,
) -> Vec<(&'a str, Vec<FigureRow<'a>>)> {
    let mut parts: Vec<((f64, f64), Vec<FigureRow<'_>>)> = Vec::new();
    let mut unnumbered = Vec::new();
    for row in rows {
        let largest = largest(&row);
        if largest <= 0.0 {
            unnumbered.push(row);
            continue;
        }
        let fits =
            |(least, most): (f64, f64)| largest <= least * FACTOR && most <= largest * FACTOR;
        match parts.iter_mut().find(|(range, _)| fits(*range)) {
            Some((range, rows)) => {
                *range = (range.0.min(largest), range.1.max(largest));
                rows.push(row);
            }
            None => parts.push(((largest, largest), vec![row])),
        }
    }
    match parts.first_mut() {
        Some((_, rows)) => rows.extend(unnumbered),
        None => parts.push(((0.0, 0.0), unnumbered)),
    }
    parts.into_iter().map(|(_, rows)| (unit, rows)).collect()
}

/// Panels of one unit with their scales in their headings: "People, scale to 300".
pub(super) fn told_apart(mut panels: Vec<BarPanel>) -> Vec<BarPanel> {
    let all: Vec<(String, f64)> = panels
        .iter()
        .map(|panel| (panel.unit.clone(), panel.largest))
        .collect();
    for (index, panel) in panels.iter_mut().enumerate() {
        let mut others = all
            .iter()
            .enumerate()
            .filter(|(other, (unit, _))| *other != index && *unit == panel.unit)
            .map(|(_, (_, largest))| *largest)
            .peekable();
        if others.peek().is_none() || panel.largest <= 0.0 {
            continue;
        }
        let round = rounded_up(panel.largest);
        let to = if others.any(|other| rounded_up(other).total_cmp(&round).is_eq()) {
            panel.largest
        } else {
            round
        };
        let decimals = if to.fract() == 0.0 {
            0
        } else {
            decimals_for(to)
        };
        let number = Amount::exact(to).short(decimals);
        panel.unit = format!("{}, scale to {number}", panel.unit);
    }
    panels
}

/// The next round number: 268 → 300, 17,793 → 20,000.
fn rounded_up(number: f64) -> f64 {
    let power = 10_f64.powf(number.log10().floor());
    [1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0]
        .into_iter()
        .map(|times| times * power)
        .find(|&round| round >= number)
        .unwrap_or(10.0 * power)
}

/// The largest number of a metric, whatever its direction; 0 when it has none.
pub(super) fn largest(row: &FigureRow<'_>) -> f64 {
    row.values
        .iter()
        .filter_map(|(_, measured)| measured.amount())
        .map(|amount| amount.number().abs())
        .fold(0.0, f64::max)
}

/// How far an axis reaches at least: a large share is seen best beside its whole.
pub(super) fn axis_to(measure: Measure, largest: f64) -> f64 {
    if measure == Measure::Share && largest > LARGE_SHARE {
        100.0
    } else {
        0.0
    }
}
