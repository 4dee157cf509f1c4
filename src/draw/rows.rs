//! Charts made of rows with a bar each: grouped bars, change and ranking, in one form that can
//! be placed.

use std::borrow::Cow;

use crate::chart::{Aside, Bar, Bars, Changes, Ranking, Target};
use crate::model::Amount;

/// Panels of rows.
pub struct Rows<'a> {
    /// One for each axis.
    pub panels: Vec<RowPanel<'a>>,
    /// What is told in words under them.
    pub asides: &'a [Aside],
}

/// Rows on one axis.
pub struct RowPanel<'a> {
    /// What is counted; empty when the picture's title says it.
    pub heading: &'a str,
    /// Rows that stand together.
    pub groups: Vec<RowGroup<'a>>,
    /// The axis under it; `None` where no row has a number, or labels on the marks say it all.
    pub axis: Option<RowAxis>,
    /// Whether groups have one row each and follow one another like rows of a table.
    pub table: bool,
}

/// An axis with round numbers.
#[derive(Debug, Clone, Copy)]
pub struct RowAxis {
    /// Whether its numbers are differences, with a sign in front.
    pub signed: bool,
    /// What follows its numbers.
    pub suffix: &'static str,
    /// The numbers it reaches at least, whatever its bars do: at most zero, at least zero.
    pub reach: (f64, f64),
}

impl RowPanel<'_> {
    fn amounts(&self) -> impl Iterator<Item = Amount> {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        rows.filter_map(|row| row.amount)
    }

    /// From where to where its axis has to reach: at most zero, at least zero.
    pub fn ends(&self) -> (f64, f64) {
        let reach = self.axis.map_or((0.0, 0.0), |axis| axis.reach);
        self.amounts()
            .flat_map(|amount| [amount.number(), amount.low().unwrap_or(0.0)])
            .fold(reach, |(low, high), end| (low.min(end), high.max(end)))
    }

    /// Whether all its numbers are whole, so that half a unit on the axis would be nothing.
    pub fn is_whole(&self) -> bool {
        self.amounts().all(|amount| amount.number().fract() == 0.0)
    }
}

/// Rows that stand together.
pub struct RowGroup<'a> {
    /// What stands over them; empty for none.
    pub label: &'a str,
    /// The rows.
    pub rows: Vec<Row<'a>>,
}

/// A bar with what stands beside it.
pub struct Row<'a> {
    /// What stands in front; empty for none.
    pub name: &'a str,
    /// What stands between the name and the bar, before an arrow: "2,517"; empty for none.
    pub from: &'a str,
    /// What stands behind the arrow: "3,744"; empty for none.
    pub to: &'a str,
    /// What stands at the end of the bar.
    pub label: Cow<'a, str>,
    /// The number; `None` for a labelled empty place.
    pub amount: Option<Amount>,
    /// Whether it is not among the chosen ones, and grey.
    pub quiet: bool,
    /// Whether it is brought out among quiet ones.
    pub chosen: bool,
    /// What a screen reader says.
    pub spoken: &'a str,
    /// Where a click leads.
    pub target: &'a Target,
}

impl Row<'_> {
    /// Whether it says from what to what.
    pub fn has_ends(&self) -> bool {
        !self.from.is_empty() || !self.to.is_empty()
    }
}

/// Rows of grouped bars.
pub fn of_bars(bars: &Bars) -> Rows<'_> {
    let panels = bars
        .panels
        .iter()
        .map(|panel| RowPanel {
            heading: &panel.unit,
            axis: (panel.largest > 0.0).then_some(RowAxis {
                signed: panel
                    .groups
                    .iter()
                    .flat_map(|group| &group.bars)
                    .any(is_negative),
                suffix: panel.suffix,
                reach: (0.0, panel.axis_to),
            }),
            groups: panel
                .groups
                .iter()
                .map(|group| RowGroup {
                    label: &group.label,
                    rows: group.bars.iter().map(|bar| row(bar, false)).collect(),
                })
                .collect(),
            table: false,
        })
        .collect();
    Rows {
        panels,
        asides: &bars.asides,
    }
}

/// Rows of a ranking: one group.
pub fn of_ranking(ranking: &Ranking) -> Rows<'_> {
    let brings_out = ranking.bars.iter().any(|bar| bar.quiet);
    let group = RowGroup {
        label: "",
        rows: ranking
            .bars
            .iter()
            .map(|bar| row(bar, brings_out))
            .collect(),
    };
    let panel = RowPanel {
        heading: &ranking.unit,
        groups: vec![group],
        axis: (ranking.axis_to > 0.0).then_some(RowAxis {
            signed: false,
            suffix: ranking.suffix,
            reach: (0.0, ranking.axis_to),
        }),
        table: false,
    };
    Rows {
        panels: vec![panel],
        asides: &ranking.asides,
    }
}

/// The change in per cent to nothing at all.
const ALL_GONE: f64 = -100.0;

/// Rows of changes: with one operation beside the base a row for each metric, else a group.
pub fn of_changes(changes: &Changes) -> Rows<'_> {
    let groups = changes
        .groups
        .iter()
        .map(|group| RowGroup {
            label: if changes.one_way { "" } else { &group.label },
            rows: group
                .rows
                .iter()
                .map(|row| Row {
                    name: if changes.one_way {
                        &group.label
                    } else {
                        &row.name
                    },
                    from: &row.from,
                    to: &row.to,
                    label: Cow::Borrowed(&row.label),
                    amount: row.change,
                    quiet: row.quiet,
                    chosen: changes.one_way,
                    spoken: &row.spoken,
                    target: &row.target,
                })
                .collect(),
        })
        .collect();
    let any = changes
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .filter(|row| row.change.is_some())
        .count()
        > 1;
    let falls_far = changes
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .filter_map(|row| row.change)
        .any(|change| change.low().unwrap_or(change.number()) < ALL_GONE / 2.0);
    let axis = any.then_some(RowAxis {
        signed: true,
        suffix: " %",
        reach: (if falls_far { ALL_GONE } else { 0.0 }, 0.0),
    });
    Rows {
        panels: vec![RowPanel {
            heading: "",
            groups,
            axis,
            table: changes.one_way,
        }],
        asides: &changes.asides,
    }
}

fn is_negative(bar: &Bar) -> bool {
    bar.mark
        .amount()
        .is_some_and(|amount| amount.low().unwrap_or(amount.number()) < 0.0)
}

fn row(bar: &Bar, brings_out: bool) -> Row<'_> {
    Row {
        name: &bar.name,
        from: "",
        to: "",
        label: if bar.disagrees {
            Cow::Owned(format!("{} *", bar.label))
        } else {
            Cow::Borrowed(&bar.label)
        },
        amount: bar.mark.amount(),
        quiet: bar.quiet,
        chosen: brings_out && !bar.quiet,
        spoken: &bar.spoken,
        target: &bar.target,
    }
}
