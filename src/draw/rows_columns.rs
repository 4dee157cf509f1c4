//! In how many columns rows of bars fill a body best, and how thick their bars are then.

use eframe::egui::Vec2;

use super::layout::Typesetter;
use super::rows::{Row, Rows};
use super::rows_fit::{Fit, GROUP_GAP, GroupAt, column_gap};
use super::theme::size;

/// How thick bars may be at least, and at most in a body of ordinary height.
pub(super) const BAR: (f32, f32) = (9.0, 32.0);
/// The thickness from which a bar is comfortable to look at, so that more columns are not
/// wanted; and where words between names and bars would leave bars in columns short.
const COMFORTABLE: (f32, f32) = (20.0, 14.0);
/// The narrowest column worth having beside another; and where words stand between names and
/// bars.
const COLUMN: (f32, f32) = (280.0, 440.0);

/// Finds how rows fill `room`.
pub fn fit(typesetter: &Typesetter<'_>, rows: &Rows<'_>, room: Vec2) -> Fit {
    let groups: usize = rows.panels.iter().map(|panel| panel.groups.len()).sum();
    let all = rows.panels.iter().flat_map(|panel| &panel.groups);
    let led = all.flat_map(|group| &group.rows).any(Row::has_ends);
    let (least, comfortable) = if led {
        (COLUMN.1, COMFORTABLE.1)
    } else {
        (COLUMN.0, COMFORTABLE.0)
    };
    let gap = column_gap(room.x);
    let most = (((room.x + gap) / (least + gap)) as usize).clamp(1, groups.clamp(1, 4));
    let mut best: Option<Fit> = None;
    for text in [size::TEXT, size::SMALL] {
        for columns in 1..=most {
            let mut fit = Fit::measured(typesetter, rows, room.x, columns, text);
            fit.thicken(rows, room);
            let fits = |fit: &Fit| fit.height(rows) <= room.y + 0.5;
            if fits(&fit) && fit.thickness >= comfortable && !fit.is_short() {
                return fit.spread(rows, room);
            }
            // Else whatever fits with the thickest bars, or comes nearest to fitting.
            // More columns must be worth it.
            let score = |fit: &Fit| {
                let dear = 1.0 + 0.06 * fit.columns.len() as f32;
                if fits(fit) {
                    fit.thickness / dear * if fit.is_short() { 0.25 } else { 1.0 }
                } else {
                    -fit.height(rows) * dear
                }
            };
            if best.as_ref().is_none_or(|best| score(&fit) > score(best)) {
                best = Some(fit);
            }
        }
        let good = |best: &mut Fit| best.height(rows) <= room.y + 0.5 && !best.is_short();
        if let Some(found) = best.take_if(good) {
            return found.spread(rows, room);
        }
    }
    if let Some(found) = best.take_if(|best| best.height(rows) <= room.y + 0.5) {
        return found.spread(rows, room);
    }
    best.unwrap_or_else(|| Fit::measured(typesetter, rows, room.x, 1, size::SMALL))
}

impl Fit {
    /// Splits the groups, in order, over columns of about the same height.
    pub(super) fn in_columns(mut self, rows: &Rows<'_>, count: usize) -> Self {
        let groups: Vec<GroupAt> = rows
            .panels
            .iter()
            .enumerate()
            .flat_map(|(panel, of)| (0..of.groups.len()).map(move |group| GroupAt { panel, group }))
            .collect();
        let split = |limit: f32| {
            let mut columns: Vec<Vec<GroupAt>> = vec![Vec::new()];
            for &at in &groups {
                let Some(column) = columns.last_mut() else {
                    continue;
                };
                column.push(at);
                if column.len() > 1 && self.column_height(rows, column) > limit {
                    column.pop();
                    columns.push(vec![at]);
                }
            }
            columns
        };
        let (mut low, mut high) = (0.0, self.column_height(rows, &groups));
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

    /// Makes bars as thick as the room allows.
    pub(super) fn thicken(&mut self, rows: &Rows<'_>, room: Vec2) {
        // A few bars in a large body may be thicker than many in a small one.
        let fullest = self
            .columns
            .iter()
            .map(|column| self.row_count(column))
            .max()
            .unwrap_or(0);
        let most = (room.y / (fullest as f32 + 5.0)).clamp(BAR.1, 140.0);
        let (mut low, mut high) = (BAR.0, most);
        for _ in 0..12 {
            self.thickness = f32::midpoint(low, high);
            *(if self.height(rows) <= room.y {
                &mut low
            } else {
                &mut high
            }) = self.thickness;
        }
        self.thickness = low;
    }

    pub(super) fn row_count(&self, column: &[GroupAt]) -> usize {
        let rows = |at: &GroupAt| {
            self.texts
                .get(at.panel)
                .and_then(|panel| panel.get(at.group))
                .map_or(0, Vec::len)
        };
        column.iter().map(rows).sum()
    }

    /// Puts what room is left between the groups.
    pub(super) fn spread(mut self, rows: &Rows<'_>, room: Vec2) -> Self {
        let gap = |column: &Vec<GroupAt>| {
            let gaps = column
                .windows(2)
                .filter(|pair| matches!(pair, [a, b] if a.panel == b.panel))
                .count();
            (room.y - self.column_height(rows, column)) / gaps.max(1) as f32
        };
        let slack = self.columns.iter().map(gap).fold(f32::INFINITY, f32::min);
        // The rows of a table may stand further apart than groups of bars.
        let tables = rows.panels.iter().any(|panel| panel.table);
        let most = (room.y / if tables { 7.0 } else { 16.0 }).max(GROUP_GAP.1);
        self.group_gap = (GROUP_GAP.0 + slack).clamp(GROUP_GAP.0, most);
        self
    }
}
