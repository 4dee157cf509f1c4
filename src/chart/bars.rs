//! Grouped bars: a panel for each unit, a group for each metric, a bar for each operation.

use super::bar_scale::{axis_to, by_size, largest, told_apart};
use super::body::{Aside, Mention, Target};
use super::showing::StandOut;
use crate::model::{Amount, Atlas, Metric, Operation};
use crate::query::comparison::Comparison;
use crate::query::figures::{FigureRow, by_unit, rows};
use crate::query::measure::{Measure, Measured, Value};
use crate::words::{capitalised, short_names};

/// Grouped bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// A panel for each unit; metrics of different units never share an axis.
    pub panels: Vec<BarPanel>,
    /// Metrics that cannot be put on this footing at all.
    pub asides: Vec<Aside>,
}

/// Metrics of one unit on one axis.
#[derive(Debug, Clone, PartialEq)]
pub struct BarPanel {
    /// What is counted: "People", "Checks per operation day".
    pub unit: String,
    /// One for each metric.
    pub groups: Vec<BarGroup>,
    /// The largest number a bar stands for; 0 when none has a number.
    pub largest: f64,
    /// What follows numbers on the axis: " %" or nothing.
    pub suffix: &'static str,
    /// The number the axis reaches at least, whatever its bars do; 0 for none.
    pub axis_to: f64,
}

/// The bars of one metric.
#[derive(Debug, Clone, PartialEq)]
pub struct BarGroup {
    /// The metric's label; empty when the picture's title says it.
    pub label: String,
    /// One for each operation.
    pub bars: Vec<Bar>,
}

/// One operation's figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// Whether it only stands beside those that were chosen, in grey.
    pub quiet: bool,
    /// The operation's name, as short as tells it apart.
    pub name: String,
    /// What is drawn.
    pub mark: Mark,
    /// What stands on the mark: "> 1,800", "not reported".
    pub label: String,
    /// Whether sources state different numbers.
    pub disagrees: bool,
    /// What a screen reader says, and the pointer is told.
    pub spoken: String,
    /// Where a click leads.
    pub target: Target,
}

/// What is drawn for a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// A bar to a number.
    Number(Amount),
    /// A labelled empty place: stated without a number.
    Unnumbered,
    /// A labelled empty place: no source states it, or it cannot be put on this footing.
    Missing,
}

impl Bars {
    /// Bars of what is compared.
    pub(super) fn of(atlas: &Atlas, comparison: &Comparison, stand_out: &StandOut<'_>) -> Self {
        let rows = rows(atlas, comparison);
        let single = rows.len() == 1;
        let measure = comparison.measure;
        let (apart, rows): (Vec<_>, Vec<_>) = rows
            .into_iter()
            .partition(|row| measure == Measure::Share && row.metric.part_of.is_none());
        let (drawn, empty): (Vec<_>, Vec<_>) = rows.into_iter().partition(has_number);
        // Empty places are drawn where there is nothing else to draw.
        let (rows, empty) = if drawn.is_empty() {
            (empty, drawn)
        } else {
            (drawn, empty)
        };
        let told = |lead: &str, rows: &[FigureRow<'_>], text: fn(&FigureRow<'_>) -> String| Aside {
            lead: lead.to_owned(),
            mentions: rows
                .iter()
                .filter_map(|row| {
                    let bars = group(atlas, row, single, stand_out).bars;
                    let figures = bars.into_iter().map(|bar| (bar.spoken, bar.target));
                    Mention::of_all(text(row), figures)
                })
                .collect(),
        };
        let without = match measure {
            Measure::Change => "No change can be stated",
            Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Share => "No number",
        };
        let asides = vec![
            told("Not part of another figure", &apart, |row| {
                row.metric.label.clone()
            }),
            told(without, &empty, label_and_why),
        ];
        let panels = match measure {
            Measure::Total | Measure::PerDay | Measure::PerCountry => by_unit(rows)
                .into_iter()
                .flat_map(|(unit, rows)| by_size(unit, rows))
                .collect(),
            // Per cent is one unit, whatever was counted.
            Measure::Share | Measure::Change => vec![("%", rows)],
        };
        let panels = panels
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(unit, rows)| panel(atlas, unit, &rows, measure, single, stand_out))
            .collect();
        Self {
            panels: told_apart(panels),
            asides,
        }
    }
}

/// Whether one operation at least has a bar.
fn has_number(row: &FigureRow<'_>) -> bool {
    row.values
        .iter()
        .any(|(_, measured)| measured.amount().is_some())
}

/// "Officers (not counted by the day, not reported)".
fn label_and_why(row: &FigureRow<'_>) -> String {
    let mut why: Vec<String> = Vec::new();
    for (_, measured) in &row.values {
        let short = measured.short();
        if !why.contains(&short) {
            why.push(short);
        }
    }
    format!("{} ({})", row.metric.label, why.join(", "))
}

impl BarPanel {
    /// What an axis counts, and what follows its numbers.
    pub(super) fn heading(measure: Measure, unit: &str) -> (String, &'static str) {
        match measure {
            Measure::Total | Measure::PerDay | Measure::PerCountry => (measure.unit(unit), ""),
            Measure::Share | Measure::Change => ("per cent".to_owned(), " %"),
        }
    }
}

fn panel(
    atlas: &Atlas,
    unit: &str,
    rows: &[FigureRow<'_>],
    measure: Measure,
    single: bool,
    stand_out: &StandOut<'_>,
) -> BarPanel {
    let (heading, suffix) = BarPanel::heading(measure, unit);
    let groups: Vec<BarGroup> = rows
        .iter()
        .map(|row| group(atlas, row, single, stand_out))
        .collect();
    let largest = rows.iter().map(largest).fold(0.0, f64::max);
    BarPanel {
        unit: capitalised(&heading),
        groups,
        largest,
        suffix,
        axis_to: axis_to(measure, largest),
    }
}

fn group(atlas: &Atlas, row: &FigureRow<'_>, single: bool, stand_out: &StandOut<'_>) -> BarGroup {
    let operations: Vec<&Operation> = row.values.iter().map(|(operation, _)| *operation).collect();
    let bars = row
        .values
        .iter()
        .zip(short_names(&operations))
        .map(|((operation, measured), name)| Bar {
            quiet: stand_out.is_quiet(operation),
            ..bar(atlas, row.metric, operation, measured, name)
        })
        .collect();
    BarGroup {
        label: if single {
            String::new()
        } else {
            row.metric.label.clone()
        },
        bars,
    }
}

/// A bar of one figure.
pub(super) fn bar(
    atlas: &Atlas,
    metric: &Metric,
    operation: &Operation,
    measured: &Measured<'_>,
    name: String,
) -> Bar {
    let mark = match measured.value {
        Value::Number(amount) => Mark::Number(amount),
        Value::Unnumbered(_) => Mark::Unnumbered,
        Value::NotReported | Value::NotComputable(_) => Mark::Missing,
    };
    let disagree = measured.dispute_words();
    Bar {
        quiet: false,
        name,
        mark,
        label: measured.short(),
        disagrees: measured.is_starred(),
        spoken: format!(
            "{}, {}: {}{disagree}",
            metric.label,
            operation.name,
            measured.words()
        ),
        target: Target::of(atlas, operation, metric),
    }
}

/// The operation's place in the atlas, which gives its colour everywhere.
pub(super) fn place(atlas: &Atlas, operation: &Operation) -> usize {
    atlas.place(operation).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Showing;
    use crate::model::fixture;

    fn bars(measure: Measure) -> Bars {
        let atlas = fixture::atlas();
        let comparison = Comparison {
            measure,
            ..Comparison::telling(&atlas)
        };
        let stand_out = StandOut::of(&atlas, &comparison, Showing::default());
        Bars::of(&atlas, &comparison, &stand_out)
    }

    #[test]
    fn panels_of_one_unit_say_their_scales() {
        let panel = |unit: &str, largest| BarPanel {
            unit: unit.to_owned(),
            groups: Vec::new(),
            largest,
            suffix: "",
            axis_to: 0.0,
        };
        let said = |panels| {
            let panels: Vec<BarPanel> = told_apart(panels);
            panels
                .into_iter()
                .map(|panel| panel.unit)
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

    #[test]
    fn what_is_no_part_of_another_figure_is_told_in_words() {
        let shares = bars(Measure::Share);
        let labels: Vec<&str> = shares
            .panels
            .iter()
            .flat_map(|panel| &panel.groups)
            .map(|group| group.label.as_str())
            .collect();
        assert_eq!(labels, ["Arrests for trafficking or smuggling"]);
        assert!((shares.panels[0].axis_to - 100.0).abs() < f64::EPSILON);
        let aside = &shares.asides[0];
        assert_eq!(aside.mentions[0].text, "Arrests");
        assert_eq!(
            aside.mentions.len() + 1,
            bars(Measure::Total)
                .panels
                .iter()
                .map(|panel| panel.groups.len())
                .sum::<usize>()
        );
    }
}
