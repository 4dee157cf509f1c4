//! Rows of bars in columns, and the heights that follow. What is found here is only sizes; nothing
//! gets a place.

use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::room::halved;
use super::rows_from_to::{EndColumns, FromTo};
use super::theme::space;
use crate::chart::{Panel, Row};

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

/// The room bars should have in one of several columns, else smaller text or fewer columns are
/// better.
const SHORT: f32 = 190.0;
/// After a bar with its name over it.
pub(super) const STACK_GAP: f32 = 6.0;
/// The most bars that are few: of one figure, to be taken in at once and set large.
const FEW: usize = 6;

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
pub(super) type ByRow<T> = Vec<Vec<Vec<T>>>;

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
    pub bars: f32,
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
    pub fn split(mut self, count: usize) -> Self {
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
        let highest = self.column_height(&groups);
        let [_, lowest] = halved([0.0, highest], 24, |height| split(height).len() > count);
        self.columns = split(lowest + 0.5);
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

/// Something wide with the gap after it; 0 where there is nothing.
pub(super) fn after(width: f32, gap: f32) -> f32 {
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
