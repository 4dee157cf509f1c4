//! In how many columns rows of bars fill a body best, and how thick their bars are then.

use eframe::egui::Vec2;

use super::room::{halved, shared};
use super::rows_fit::{BAR, Fit, GROUP_GAP, GroupAt, column_gap, is_few};
use super::rows_lines::Lines;

/// The thickness from which a bar is comfortable to look at, so that more columns are not
/// wanted; and where words between names and bars would leave bars in columns short.
const COMFORTABLE: (f32, f32) = (20.0, 14.0);
/// The narrowest column worth having beside another; and where words stand between names and
/// bars.
const COLUMN: (f32, f32) = (280.0, 440.0);

/// Finds how rows fill `room`, from their texts in each size to try, the largest first; `None`
/// where there is no size.
pub(super) fn fit<'a>(lines: &[Lines<'a>], room: Vec2) -> Option<Fit<'a>> {
    let (groups, led) = lines.first()?.shape();
    let (least, comfortable) = if led {
        (COLUMN.1, COMFORTABLE.1)
    } else {
        (COLUMN.0, COMFORTABLE.0)
    };
    let gap = column_gap(room.x);
    let most = (((room.x + gap) / (least + gap)) as usize).clamp(1, groups.clamp(1, 4));
    let fits = |fit: &Fit<'_>| fit.height() <= room.y + 0.5;
    // Else whatever fits with the thickest bars, or comes nearest to fitting. More columns must
    // be worth it.
    let score = |fit: &Fit<'_>| {
        let dear = 1.0 + 0.06 * fit.columns.len() as f32;
        if fits(fit) {
            fit.thickness / dear * if fit.is_short() { 0.25 } else { 1.0 }
        } else {
            -fit.height() * dear
        }
    };
    let mut best: Option<Fit<'_>> = None;
    for lines in lines {
        for columns in 1..=most {
            let mut fit = lines.in_columns(room.x, columns);
            fit.thicken(room);
            if fits(&fit) && fit.thickness >= comfortable && !fit.is_short() {
                return Some(fit.spread(room));
            }
            if best.as_ref().is_none_or(|best| score(&fit) > score(best)) {
                best = Some(fit);
            }
        }
        if let Some(found) = best.take_if(|best| fits(best) && !best.is_short()) {
            return Some(found.spread(room));
        }
    }
    best.map(|best| if fits(&best) { best.spread(room) } else { best })
}

impl Fit<'_> {
    /// Makes bars as thick as the room allows.
    fn thicken(&mut self, room: Vec2) {
        // A few bars in a large body may be thicker than many in a small one.
        let count = |column: &Vec<GroupAt>| -> usize {
            let groups = column.iter();
            groups.map(|at| self.texts[at.panel][at.group].len()).sum()
        };
        let fullest = self.columns.iter().map(count).max().unwrap_or(0);
        let most = if is_few(self.panels) {
            room.y / (fullest as f32 + 1.5)
        } else {
            room.y / (fullest as f32 + 5.0)
        };
        let most = most.clamp(BAR.1, 140.0);
        let [thickest, _] = halved([BAR.0, most], 12, |thickness| {
            self.thickness = thickness;
            self.height() <= room.y
        });
        self.thickness = thickest;
    }

    /// Puts what room is left between the groups.
    fn spread(mut self, room: Vec2) -> Self {
        // The rows of a table may stand further apart than groups of bars.
        let tables = self.panels.iter().any(|panel| panel.table);
        let most = (room.y / if tables { 7.0 } else { 16.0 }).max(GROUP_GAP.1);
        let gap = |column: &Vec<GroupAt>| {
            let pairs = column.windows(2);
            let gaps = pairs.filter(|pair| matches!(pair, [a, b] if a.panel == b.panel));
            let left = room.y - self.column_height(column);
            shared((GROUP_GAP.0, most), left, gaps.count())
        };
        self.group_gap = self.columns.iter().map(gap).fold(most, f32::min);
        self
    }
}
