//! How rows of bars fill a width: their texts laid out, in a number of columns, and the heights
//! that follow. What is found here is only sizes; nothing gets a place.

use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::rows_from_to::{EndColumns, FromTo};
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, Panel, Row};

/// How thick bars may be at least, and at most in a body of ordinary height.
pub(super) const BAR: (f32, f32) = (9.0, 32.0);
/// Between two groups, from least to most.
pub(super) const GROUP_GAP: (f32, f32) = (space::S, 40.0);
/// Between two panels.
pub(super) const PANEL_GAP: f32 = space::L;
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
pub(super) const STACK_GAP: f32 = 6.0;
/// The most bars that are few: of one figure, to be taken in at once and set large.
const FEW: usize = 6;
/// How wide a body of few bars is at least.
const FEW_WIDTH: f32 = 480.0;

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

/// Whether all there is are a few bars of one figure.
pub(super) fn is_few(panels: &[Panel]) -> bool {
    match panels {
        [panel] if !panel.table => match panel.groups.as_slice() {
            [group] => group.rows.len() <= FEW,
            _ => false,
        },
        _ => false,
    }
}

/// A group's place in reading order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct GroupAt {
    /// Which panel.
    pub panel: usize,
    /// Which of its groups.
    pub group: usize,
}

/// The texts of a row, laid out.
pub(super) struct RowTexts<'a> {
    pub row: &'a Row,
    /// In front of the bar, or over it.
    pub name: Arc<Galley>,
    /// Between the name and the bar, or over it; `None` for nothing.
    pub ends: Option<FromTo>,
    /// At the end of the bar.
    pub label: Arc<Galley>,
}

/// Something of every row, by panel and group.
type ByRow<T> = Vec<Vec<Vec<T>>>;

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
            let label_weight = if shown.amount().is_some() && !spec.operation_of(row.figure).quiet {
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

/// How rows fill a body.
pub(super) struct Fit<'a> {
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
    pub ends: EndColumns,
    /// Where these columns start, from the left edge; `None` where they stand under the names.
    pub ends_left: Option<f32>,
    /// How thick a bar is.
    pub thickness: f32,
    /// What part of a bar's thickness lies between two of a group.
    pub between: f32,
    /// Between two groups.
    pub group_gap: f32,
    pub panels: &'a [Panel],
    /// The texts of every row.
    pub texts: ByRow<RowTexts<'a>>,
    /// The height of an axis.
    pub line: f32,
    /// The headings over panels.
    pub headings: Vec<Arc<Galley>>,
    /// The labels over groups.
    pub group_labels: Vec<Vec<Arc<Galley>>>,
}

impl Fit<'_> {
    /// Splits the groups, in order, over columns of about the same height.
    fn split(mut self, count: usize) -> Self {
        let groups: Vec<GroupAt> = self
            .panels
            .iter()
            .enumerate()
            .flat_map(|(panel, of)| (0..of.groups.len()).map(move |group| GroupAt { panel, group }))
            .collect();
        let split = |limit: f32| {
            let mut columns: Vec<Vec<GroupAt>> = vec![Vec::new()];
            let mut height = 0.0;
            for &at in &groups {
                let Some(column) = columns.last_mut() else {
                    continue;
                };
                height += self.step(column.last().copied(), at);
                if !column.is_empty() && height > limit {
                    height = self.step(None, at);
                    columns.push(vec![at]);
                } else {
                    column.push(at);
                }
            }
            columns
        };
        let (mut low, mut high) = (0.0, self.column_height(&groups));
        for _ in 0..24 {
            let middle = f32::midpoint(low, high);
            *(if split(middle).len() <= count {
                &mut high
            } else {
                &mut low
            }) = middle;
        }
        self.columns = split(high + 0.5);
        self
    }

    /// Whether several columns leave bars little room.
    pub fn is_short(&self) -> bool {
        self.columns.len() > 1 && self.bars < SHORT
    }

    /// Where the bar starts in a column.
    pub fn plot_left(&self) -> f32 {
        if self.stacked {
            0.0
        } else {
            let ends = after(self.ends.width, space::XL);
            after(self.names, if ends > 0.0 { space::M } else { space::S }) + ends
        }
    }

    /// The height of the texts over a bar, where names stand over bars.
    pub fn over(&self, texts: &RowTexts<'_>) -> f32 {
        let name = height_of(&texts.name);
        let ends = texts.ends.as_ref();
        match (self.stacked, self.ends_left) {
            (false, _) => 0.0,
            (true, Some(_)) => name.max(ends.map_or(0.0, FromTo::height)),
            (true, None) => name + ends.map_or(0.0, |ends| height_of(&ends.together)),
        }
    }

    /// The height of a row with the gap after it.
    pub fn row_height(&self, texts: &RowTexts<'_>) -> f32 {
        if !texts.row.also.is_empty() {
            return texts.label.size().y + STACK_GAP;
        }
        let gap = (self.thickness * self.between).max(3.0);
        let bar = (self.thickness + gap).max(texts.label.size().y);
        if self.stacked {
            return self.over(texts) + bar + STACK_GAP;
        }
        let ends = texts.ends.as_ref().map_or(0.0, FromTo::height);
        bar.max(texts.name.size().y).max(ends)
    }

    fn group_height(&self, at: GroupAt) -> f32 {
        let rows = self.texts[at.panel][at.group].iter();
        rows.map(|texts| self.row_height(texts)).sum::<f32>() + self.label_height(at)
    }

    /// The height of the label over a group, with the gap after it.
    pub fn label_height(&self, at: GroupAt) -> f32 {
        match height_of(&self.group_labels[at.panel][at.group]) {
            0.0 => 0.0,
            height => height + 2.0,
        }
    }

    /// The height of a panel's heading, with the gap after it.
    pub fn heading_height(&self, panel: usize) -> f32 {
        match height_of(&self.headings[panel]) {
            0.0 => 0.0,
            height => height + space::XS,
        }
    }

    /// The gap between two groups of a panel.
    pub fn gap_in(&self, panel: usize) -> f32 {
        if self.panels[panel].table {
            self.group_gap - GROUP_GAP.0
        } else {
            self.group_gap
        }
    }

    /// What a group adds to a column after the one before it, with the heading and axis of a
    /// panel that begins with it.
    fn step(&self, before: Option<GroupAt>, at: GroupAt) -> f32 {
        let axis = if self.panels[at.panel].axis.is_some() {
            self.line + space::XS
        } else {
            0.0
        };
        let panel = self.heading_height(at.panel) + axis;
        let gap = match before {
            Some(before) if before.panel == at.panel => self.gap_in(at.panel),
            Some(_) => PANEL_GAP + panel,
            None => panel,
        };
        gap + self.group_height(at)
    }

    /// How high a column is.
    pub fn column_height(&self, column: &[GroupAt]) -> f32 {
        let before = std::iter::once(None).chain(column.iter().copied().map(Some));
        let steps = before.zip(column);
        steps.map(|(before, &at)| self.step(before, at)).sum()
    }

    /// How high the highest column is.
    pub fn height(&self) -> f32 {
        let columns = self.columns.iter();
        columns
            .map(|column| self.column_height(column))
            .fold(0.0, f32::max)
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

/// Something wide with the gap after it; 0 where there is nothing.
fn after(width: f32, gap: f32) -> f32 {
    if width > 0.0 { width + gap } else { 0.0 }
}

/// The height of a text; 0 where there is none.
pub(super) fn height_of(galley: &Galley) -> f32 {
    if galley.text().is_empty() {
        0.0
    } else {
        galley.size().y
    }
}
