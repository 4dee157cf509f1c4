//! How rows of bars fill a body: in how many columns, how thick, how dense. What is found here
//! is only sizes; nothing gets a place.

use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::layout::Typesetter;
use super::rows::{Row, RowPanel, Rows};
use super::rows_columns::BAR;
use super::rows_from_to::{Columns, FromTo};
use super::theme::{Weight, size, space};

/// Between two groups, from least to most.
pub const GROUP_GAP: (f32, f32) = (space::S, 40.0);
/// Between two panels.
pub const PANEL_GAP: f32 = space::L;
/// Between two columns of a body this wide.
pub(super) fn column_gap(width: f32) -> f32 {
    if width < 700.0 { space::XL } else { 40.0 }
}

/// The largest part of a column that names take.
const NAMES: f32 = 0.38;
/// The room a bar should have beside its label, else names stand over the bars.
const BAR_ROOM: f32 = 72.0;
/// The room bars should have in one of several columns, else smaller text or fewer columns are
/// better.
const SHORT: f32 = 190.0;

/// After a bar with its name over it.
pub const STACK_GAP: f32 = 6.0;

/// A group's place in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GroupAt {
    /// Which panel.
    pub panel: usize,
    /// Which of its groups.
    pub group: usize,
}

/// The texts of a row, laid out.
pub struct RowTexts {
    /// In front of the bar, or over it.
    pub name: Arc<Galley>,
    /// Between the name and the bar, or over it.
    pub ends: FromTo,
    /// At the end of the bar.
    pub label: Arc<Galley>,
}

/// How rows fill a body.
pub struct Fit {
    /// Groups in columns.
    pub columns: Vec<Vec<GroupAt>>,
    /// How wide a column is.
    pub width: f32,
    /// Between two columns.
    pub column_gap: f32,
    /// Whether names stand over the bars.
    pub stacked: bool,
    /// About what room bars have between the words on both sides.
    bars: f32,
    /// How wide names are, where they stand in front.
    pub names: f32,
    /// The columns of what follows the names.
    pub ends: Columns,
    /// Where these columns start, from the left edge; `None` where they stand under the names.
    pub ends_left: Option<f32>,
    /// How thick a bar is.
    pub thickness: f32,
    /// Between two groups.
    pub group_gap: f32,
    /// The texts of every row: by panel, group, row.
    pub texts: Vec<Vec<Vec<RowTexts>>>,
    /// The height of an axis.
    pub line: f32,
    /// The headings over panels.
    pub headings: Vec<Arc<Galley>>,
    /// The labels over groups.
    pub group_labels: Vec<Vec<Arc<Galley>>>,
}

impl Fit {
    pub(super) fn measured(
        typesetter: &Typesetter<'_>,
        rows: &Rows<'_>,
        width: f32,
        columns: usize,
        text: f32,
    ) -> Self {
        let column_gap = column_gap(width);
        let width = (width - column_gap * (columns - 1) as f32) / columns as f32;
        let all = || {
            rows.panels
                .iter()
                .flat_map(|panel| &panel.groups)
                .flat_map(|group| &group.rows)
        };
        let widest = |of: &dyn Fn(&Row<'_>) -> f32| all().map(of).fold(0.0, f32::max);
        let line_width = |text: &str, weight, size| typesetter.line(text, weight, size).size().x;
        let tables = rows.panels.iter().any(|panel| panel.table);
        let name_size = if tables { text } else { size::SMALL };
        let named = widest(&|row: &Row<'_>| line_width(row.name, weight_of_name(row), name_size));
        let ends = Columns::of(typesetter, all(), text);
        let labels = widest(&|row: &Row<'_>| line_width(&row.label, weight_of_label(row), text));
        let names = named.min(width * NAMES);
        let taken = if names > 0.0 { names + space::M } else { 0.0 }
            + if ends.width > 0.0 {
                ends.width + space::XL
            } else {
                0.0
            };
        let bars = width - taken - labels;
        let stacked = bars < BAR_ROOM.max(width * 0.15);
        let name_width = if stacked { width } else { width * NAMES };
        let texts_of = |row: &Row<'_>| {
            let label_weight = weight_of_label(row);
            RowTexts {
                name: typesetter.text(row.name, weight_of_name(row), name_size, name_width),
                ends: FromTo::of(typesetter, row, text, width),
                label: typesetter.text(&row.label, label_weight, text, width - 20.0),
            }
        };
        Self {
            columns: Vec::new(),
            width,
            column_gap,
            stacked,
            bars: if stacked { width } else { bars },
            names: if stacked { 0.0 } else { names },
            ends_left: if stacked {
                let after = if named > 0.0 { named + space::M } else { 0.0 };
                (after + ends.width <= width).then_some(after)
            } else {
                Some(if names > 0.0 { names + space::M } else { 0.0 })
            },
            ends,
            thickness: BAR.0,
            group_gap: GROUP_GAP.0,
            texts: rows
                .panels
                .iter()
                .map(|panel| {
                    panel
                        .groups
                        .iter()
                        .map(|group| group.rows.iter().map(texts_of).collect())
                        .collect()
                })
                .collect(),
            line: typesetter.line("Ag", Weight::Medium, size::SMALL).size().y,
            headings: rows
                .panels
                .iter()
                .map(|panel| typesetter.text(panel.heading, Weight::Regular, size::SMALL, width))
                .collect(),
            group_labels: rows
                .panels
                .iter()
                .map(|panel| {
                    let label =
                        |text: &str| typesetter.text(text, Weight::Medium, size::TEXT, width);
                    panel
                        .groups
                        .iter()
                        .map(|group| label(group.label))
                        .collect()
                })
                .collect(),
        }
        .in_columns(rows, columns)
    }

    /// Whether several columns leave bars little room.
    pub fn is_short(&self) -> bool {
        self.columns.len() > 1 && self.bars < SHORT
    }

    /// Where the bar starts in a column.
    pub fn plot_left(&self) -> f32 {
        let after = |width: f32, gap: f32| if width > 0.0 { width + gap } else { 0.0 };
        if self.stacked {
            0.0
        } else {
            let ends = after(self.ends.width, space::XL);
            after(self.names, if ends > 0.0 { space::M } else { space::S }) + ends
        }
    }

    /// Between two bars.
    pub fn bar_gap(&self) -> f32 {
        (self.thickness * 0.12).max(3.0)
    }

    /// The height of the texts over a bar, where names stand over bars.
    pub fn over(&self, texts: &RowTexts) -> f32 {
        let height = |galley: &Galley| {
            if galley.text().is_empty() {
                0.0
            } else {
                galley.size().y
            }
        };
        match (self.stacked, self.ends_left) {
            (false, _) => 0.0,
            (true, Some(_)) => height(&texts.name).max(texts.ends.height()),
            (true, None) => height(&texts.name) + height(&texts.ends.together),
        }
    }

    /// The height of a row with the gap after it.
    pub fn row_height(&self, texts: &RowTexts) -> f32 {
        let bar = (self.thickness + self.bar_gap()).max(texts.label.size().y);
        if self.stacked {
            return self.over(texts) + bar + STACK_GAP;
        }
        bar.max(texts.name.size().y).max(texts.ends.height())
    }

    pub(super) fn group_height(&self, rows: &Rows<'_>, at: GroupAt) -> f32 {
        let texts = self
            .texts
            .get(at.panel)
            .and_then(|panel| panel.get(at.group));
        let rows_height: f32 = texts
            .into_iter()
            .flatten()
            .map(|texts| self.row_height(texts))
            .sum();
        rows_height + self.label_height(rows, at)
    }

    /// The height of the label over a group, with the gap after it.
    pub fn label_height(&self, rows: &Rows<'_>, at: GroupAt) -> f32 {
        let labelled = rows
            .panels
            .get(at.panel)
            .and_then(|panel| panel.groups.get(at.group));
        if labelled.is_none_or(|group| group.label.is_empty()) {
            return 0.0;
        }
        let galley = self
            .group_labels
            .get(at.panel)
            .and_then(|panel| panel.get(at.group));
        galley.map_or(0.0, |galley| galley.size().y + 2.0)
    }

    /// The height of a panel's heading, with the gap after it.
    pub fn heading_height(&self, at: GroupAt) -> f32 {
        let heading = self
            .headings
            .get(at.panel)
            .filter(|heading| !heading.text().is_empty());
        heading.map_or(0.0, |heading| heading.size().y + space::XS)
    }

    /// The height of what a panel needs in each column it stands in: heading and axis.
    pub(super) fn panel_height(&self, panel: &RowPanel<'_>, at: GroupAt) -> f32 {
        self.heading_height(at)
            + if panel.axis.is_some() {
                self.line + space::XS
            } else {
                0.0
            }
    }

    pub(super) fn gap_after(&self, panel: &RowPanel<'_>) -> f32 {
        if panel.table {
            self.group_gap - GROUP_GAP.0
        } else {
            self.group_gap
        }
    }

    pub(super) fn column_height(&self, rows: &Rows<'_>, column: &[GroupAt]) -> f32 {
        let mut height = 0.0;
        let mut last: Option<GroupAt> = None;
        for &at in column {
            let Some(panel) = rows.panels.get(at.panel) else {
                continue;
            };
            match last {
                Some(last) if last.panel == at.panel => height += self.gap_after(panel),
                Some(_) => height += PANEL_GAP + self.panel_height(panel, at),
                None => height += self.panel_height(panel, at),
            }
            height += self.group_height(rows, at);
            last = Some(at);
        }
        height
    }

    pub(super) fn height(&self, rows: &Rows<'_>) -> f32 {
        self.columns
            .iter()
            .map(|column| self.column_height(rows, column))
            .fold(0.0, f32::max)
    }
}

/// How heavy a row's name is.
fn weight_of_name(row: &Row<'_>) -> Weight {
    if row.chosen {
        Weight::Medium
    } else {
        Weight::Regular
    }
}

/// How heavy a row's label is.
fn weight_of_label(row: &Row<'_>) -> Weight {
    match row.amount {
        Some(_) if !row.quiet => Weight::Medium,
        Some(_) | None => Weight::Regular,
    }
}
