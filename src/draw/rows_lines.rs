//! The texts of rows of bars, each on one line, and how they fill so many columns of a width.

use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::rows_fit::{BAR, ByRow, Fit, GROUP_GAP, RowTexts, after, column_gap, is_few};
use super::rows_from_to::{EndColumns, FromTo};
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, Panel, Row};

/// How wide a body of few bars is at least.
const FEW_WIDTH: f32 = 480.0;
/// The largest part of a column that names take.
const NAMES: f32 = 0.38;
/// The room a bar should have beside its label, else names stand over the bars.
const BAR_ROOM: f32 = 72.0;
/// How large the texts of rows are.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowType {
    /// Of labels, and of names in a table.
    label: f32,
    /// Of names, but in a table.
    name: f32,
}

impl RowType {
    const LARGE: Self = Self {
        label: size::TITLE,
        name: size::HEADING,
    };
    const USUAL: Self = Self {
        label: size::TEXT,
        name: size::SMALL,
    };
    const SMALL: Self = Self {
        label: size::SMALL,
        name: size::SMALL,
    };

    /// The sizes to try for rows of a width, the largest first.
    pub fn to_try(panels: &[Panel], width: f32) -> &'static [Self] {
        if is_few(panels) && width >= FEW_WIDTH {
            &[Self::LARGE, Self::USUAL, Self::SMALL]
        } else {
            &[Self::USUAL, Self::SMALL]
        }
    }
}

/// The texts of all rows on one line each, in one size.
pub(super) struct Lines<'a> {
    typesetter: &'a Typesetter<'a>,
    panels: &'a [Panel],
    /// The size of labels.
    text: f32,
    name_size: f32,
    rows: ByRow<(RowTexts<'a>, [Weight; 2])>,
    headings: Vec<Arc<Galley>>,
    group_labels: Vec<Vec<Arc<Galley>>>,
    ends: EndColumns,
    line: f32,
}

impl<'a> Lines<'a> {
    pub fn of(
        typesetter: &'a Typesetter<'a>,
        spec: &'a ChartSpec,
        panels: &'a [Panel],
        row_type: RowType,
    ) -> Self {
        let tables = panels.iter().any(|panel| panel.table);
        let text = row_type.label;
        let name_size = if tables { text } else { row_type.name };
        let of_row = |row: &'a Row| {
            let shown = &spec.figures[row.figure];
            let name_weight = if row.strong {
                Weight::Medium
            } else {
                Weight::Regular
            };
            let label_weight = if shown.amount().is_some() && !spec.is_quiet(row.figure) {
                Weight::Medium
            } else {
                Weight::Regular
            };
            let ends = row.ends.map(|ends| ends.map(|end| &spec.figures[end]));
            let starred = shown.starred();
            // What is told of several stands where their marks would.
            let (name, label, label_size) = if row.also.is_empty() {
                (row.name.as_str(), starred.as_str(), text)
            } else {
                ("", row.name.as_str(), name_size)
            };
            let texts = RowTexts {
                row,
                name: typesetter.line(name, name_weight, name_size),
                ends: ends.map(|ends| FromTo::of(typesetter, ends, text)),
                label: typesetter.line(label, label_weight, label_size),
            };
            (texts, [name_weight, label_weight])
        };
        let by_group = |panel: &'a Panel| {
            let groups = panel.groups.iter();
            groups
                .map(|group| group.rows.iter().map(of_row).collect())
                .collect()
        };
        let rows: ByRow<(RowTexts<'a>, [Weight; 2])> = panels.iter().map(by_group).collect();
        let all = rows.iter().flatten().flatten();
        let ends: Vec<&FromTo> = all.filter_map(|(texts, _)| texts.ends.as_ref()).collect();
        let ends = EndColumns::of(typesetter, &ends, text);
        Self {
            headings: panels
                .iter()
                .map(|panel| typesetter.line(&panel.heading, heading_weight(panel), size::SMALL))
                .collect(),
            group_labels: panels
                .iter()
                .map(|panel| {
                    let labels = panel.groups.iter().map(|group| &group.label);
                    labels
                        .map(|label| typesetter.line(label, Weight::Medium, size::TEXT))
                        .collect()
                })
                .collect(),
            line: typesetter.line("Ag", Weight::Medium, size::SMALL).size().y,
            typesetter,
            panels,
            text,
            name_size,
            rows,
            ends,
        }
    }

    /// How many groups there are, and whether words stand between names and bars.
    pub fn shape(&self) -> (usize, bool) {
        let groups = self.rows.iter().map(Vec::len).sum();
        (groups, self.ends.width > 0.0)
    }

    fn widest(&self, of: for<'b> fn(&'b RowTexts<'a>) -> &'b Arc<Galley>) -> f32 {
        let rows = self.rows.iter().flatten().flatten();
        let rows = rows.filter(|(texts, _)| texts.row.also.is_empty());
        rows.map(|(texts, _)| of(texts).size().x)
            .fold(0.0, f32::max)
    }

    /// How they fill so many columns of a width.
    pub fn in_columns(&self, width: f32, columns: usize) -> Fit<'a> {
        let column_gap = column_gap(width);
        let width = (width - column_gap * (columns - 1) as f32) / columns as f32;
        let named = self.widest(|texts| &texts.name);
        let names = named.min(width * NAMES);
        let taken = after(names, space::M) + after(self.ends.width, space::XL);
        let bars = width - taken - self.widest(|texts| &texts.label);
        let stacked = bars < BAR_ROOM.max(width * 0.15);
        let name_width = if stacked { width } else { width * NAMES };
        let within = |galley: &Arc<Galley>, weight: Weight, size: f32, room: f32| {
            self.typesetter.within(galley, (weight, size), room)
        };
        let wrapped = |(texts, [name, label]): &(RowTexts<'a>, [Weight; 2])| RowTexts {
            row: texts.row,
            name: within(&texts.name, *name, self.name_size, name_width),
            ends: texts
                .ends
                .as_ref()
                .map(|ends| ends.within(self.typesetter, self.text, width)),
            label: if texts.row.also.is_empty() {
                within(&texts.label, *label, self.text, width - 20.0)
            } else {
                let before = if stacked { 0.0 } else { taken };
                within(
                    &texts.label,
                    *label,
                    self.name_size,
                    width - before - space::S,
                )
            },
        };
        let texts = self.rows.iter().map(|groups| {
            let groups = groups.iter();
            groups
                .map(|rows| rows.iter().map(wrapped).collect())
                .collect()
        });
        Fit {
            columns: Vec::new(),
            width,
            column_gap,
            stacked,
            bars: if stacked { width } else { bars },
            names: if stacked { 0.0 } else { names },
            ends_left: if stacked {
                let after = after(named, space::M);
                (after + self.ends.width <= width).then_some(after)
            } else {
                Some(after(names, space::M))
            },
            ends: self.ends.clone(),
            thickness: BAR.0,
            between: if is_few(self.panels) { 0.45 } else { 0.12 },
            group_gap: GROUP_GAP.0,
            panels: self.panels,
            texts: texts.collect(),
            line: self.line,
            headings: self
                .headings
                .iter()
                .zip(self.panels)
                .map(|(heading, panel)| within(heading, heading_weight(panel), size::SMALL, width))
                .collect(),
            group_labels: self
                .group_labels
                .iter()
                .map(|labels| {
                    let labels = labels.iter();
                    labels
                        .map(|label| within(label, Weight::Medium, size::TEXT, width))
                        .collect()
                })
                .collect(),
        }
        .split(columns)
    }
}

/// That a panel has a scale of its own must not be overlooked.
fn heading_weight(panel: &Panel) -> Weight {
    if panel.times > 1.0 {
        Weight::Medium
    } else {
        Weight::Regular
    }
}
