//! Grouped bars: a panel for each unit, a group for each metric, a bar for each operation.

use super::picture::{SignKey, Target};
use super::words::short_names;
use crate::model::{Amount, Atlas, Open, Operation};
use crate::query::comparison::Comparison;
use crate::query::figures::{FigureRow, by_unit, rows};
use crate::query::measure::{Measure, Measured, Value};

/// Grouped bars.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// A panel for each unit; metrics of different units never share an axis.
    pub panels: Vec<BarPanel>,
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
    /// The operation's place in the atlas, which gives its colour.
    pub place: usize,
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
    pub(super) fn of(atlas: &Atlas, comparison: &Comparison) -> Self {
        let rows = rows(atlas, comparison);
        let single = rows.len() == 1;
        let measure = comparison.measure;
        let panels = match measure {
            Measure::Total | Measure::PerDay | Measure::PerCountry => by_unit(rows),
            // Per cent is one unit, whatever was counted.
            Measure::Share | Measure::Change => vec![("%", rows)],
        };
        let panels = panels
            .into_iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(unit, rows)| panel(atlas, unit, &rows, measure, single))
            .collect();
        Self { panels }
    }

    /// The signs that occur, for the key.
    pub(super) fn signs(&self) -> Vec<SignKey> {
        let bars = || {
            self.panels
                .iter()
                .flat_map(|panel| &panel.groups)
                .flat_map(|group| &group.bars)
        };
        SignKey::ALL
            .into_iter()
            .filter(|sign| {
                bars().any(|bar| match (sign, bar.mark) {
                    (SignKey::Around, Mark::Number(amount)) => amount.open() == Open::Around,
                    (SignKey::Up, Mark::Number(amount)) => amount.open() == Open::Up,
                    (SignKey::Down, Mark::Number(amount)) => amount.open() == Open::Down,
                    (SignKey::Within, Mark::Number(amount)) => amount.open() == Open::Within,
                    (SignKey::Disagreement, _) => bar.disagrees,
                    (SignKey::Around | SignKey::Up | SignKey::Down | SignKey::Within, _) => false,
                })
            })
            .collect()
    }
}

fn panel(
    atlas: &Atlas,
    unit: &str,
    rows: &[FigureRow<'_>],
    measure: Measure,
    single: bool,
) -> BarPanel {
    let suffix = match measure {
        Measure::Total | Measure::PerDay | Measure::PerCountry => "",
        Measure::Share | Measure::Change => " %",
    };
    let heading = match measure {
        Measure::Total | Measure::PerDay | Measure::PerCountry => capitalised(&measure.unit(unit)),
        Measure::Share | Measure::Change => "Per cent".to_owned(),
    };
    let groups: Vec<BarGroup> = rows.iter().map(|row| group(atlas, row, single)).collect();
    let largest = rows
        .iter()
        .flat_map(|row| &row.values)
        .filter_map(|(_, measured)| match measured.value {
            Value::Number(amount) => Some(amount.number().abs()),
            Value::Unnumbered(_) | Value::NotReported | Value::NotComputable(_) => None,
        })
        .fold(0.0, f64::max);
    BarPanel {
        unit: heading,
        groups,
        largest,
        suffix,
    }
}

fn group(atlas: &Atlas, row: &FigureRow<'_>, single: bool) -> BarGroup {
    let operations: Vec<&Operation> = row.values.iter().map(|(operation, _)| *operation).collect();
    let bars = row
        .values
        .iter()
        .zip(short_names(&operations))
        .map(|((operation, measured), name)| bar(atlas, row, operation, measured, name))
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

fn bar(
    atlas: &Atlas,
    row: &FigureRow<'_>,
    operation: &Operation,
    measured: &Measured<'_>,
    name: String,
) -> Bar {
    let mark = match measured.value {
        Value::Number(amount) => Mark::Number(amount),
        Value::Unnumbered(_) => Mark::Unnumbered,
        Value::NotReported | Value::NotComputable(_) => Mark::Missing,
    };
    let disagree = if measured.disagrees {
        "; sources disagree"
    } else {
        ""
    };
    Bar {
        place: place(atlas, operation),
        name,
        mark,
        label: measured.short(),
        disagrees: measured.disagrees,
        spoken: format!(
            "{}, {}: {}{disagree}",
            row.metric.label,
            operation.name,
            measured.words()
        ),
        target: Target {
            operation: operation.id.to_string(),
            metric: row.metric.id.to_string(),
        },
    }
}

/// The operation's place in the atlas, which gives its colour everywhere.
pub(super) fn place(atlas: &Atlas, operation: &Operation) -> usize {
    atlas
        .operations
        .iter()
        .position(|known| known.id == operation.id)
        .unwrap_or(0)
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
