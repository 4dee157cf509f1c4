//! Which bars share a scale, what it is called where another has the same unit, and how far its
//! axis reaches.

use crate::chart::body::Panel;
use crate::model::{Metric, Operation};
use crate::query::measure::{Measure, Measured};
use crate::words;

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
        format!("{} ({})", self.metric.label, why.join(", "))
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
        let largest = row.largest();
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

/// Panels of one unit with their scales in their headings: "People, scale to 300". Each comes with
/// its largest number.
pub(super) fn told_apart(panels: Vec<(Panel, f64)>) -> Vec<Panel> {
    let all: Vec<(String, f64)> = panels
        .iter()
        .map(|(panel, largest)| (panel.heading.clone(), *largest))
        .collect();
    let told = |(index, (mut panel, largest)): (usize, (Panel, f64))| {
        let others = || {
            let others = all.iter().enumerate();
            others.filter(move |(other, _)| *other != index)
        };
        let mut of_unit = others().filter(|(_, (heading, _))| *heading == panel.heading);
        if largest > 0.0 && of_unit.clone().next().is_some() {
            let round = rounded_up(largest);
            let same = |other: f64| rounded_up(other).total_cmp(&round).is_eq();
            let to = if of_unit.any(|(_, (_, other))| same(*other)) {
                largest
            } else {
                round
            };
            panel.heading = words::scale_heading(&panel.heading, to);
        }
        panel
    };
    panels.into_iter().enumerate().map(told).collect()
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

    #[test]
    fn panels_of_one_unit_say_their_scales() {
        let panel = |heading: &str, largest| {
            let panel = Panel {
                heading: heading.to_owned(),
                groups: Vec::new(),
                axis: None,
                table: false,
            };
            (panel, largest)
        };
        let said = |panels| {
            let panels: Vec<Panel> = told_apart(panels);
            panels
                .into_iter()
                .map(|panel| panel.heading)
                .collect::<Vec<_>>()
        };
        let apart = vec![
            panel("People", 268.0),
            panel("People", 17_793.0),
            panel("Flights", 24_000.0),
        ];
        assert_eq!(
            said(apart),
            ["People, scale to 300", "People, scale to 20,000", "Flights"]
        );
        let near = vec![panel("People", 250.0), panel("People", 260.0)];
        assert_eq!(said(near), ["People, scale to 250", "People, scale to 260"]);
    }
}
