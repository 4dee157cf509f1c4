//! Columns of figures that are not all in sight: which are, steps to the others, and where they
//! come to rest.

use eframe::egui;
use egui::{Id, Ui};

use super::figures_fit::Fit;
use super::widgets::{action_ui, rich};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, size, space};
use crate::words::window::details;

/// Under which name it is kept where columns that scroll come to rest.
pub(super) const AT_REST: &str = "figures at rest";

/// Which columns are in sight, and steps to the others: the bar under a long table may be out of
/// sight itself. Drawn from right to left.
pub(super) fn pager_ui(ui: &mut Ui, fit: &Fit) {
    let palette = Palette::shown(ui.ctx());
    let Some(&column) = fit.columns.first() else {
        return;
    };
    let id = Id::unique(AT_REST);
    let rest: Rest = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let count = fit.columns.len();
    let in_sight = (fit.seen / column).round().max(1.0);
    let first = (rest.at / column).round();
    let last = (first + in_sight).min(count as f32);
    let most = (count as f32 * column - fit.seen).max(0.0);
    let step = |ui: &mut Ui, icon: &str, name: &str, enabled: bool| {
        ui.add_enabled_ui(enabled, |ui| action_ui(ui, icon, "", name).clicked())
            .inner
    };
    let onwards = step(
        ui,
        icons::CARET_RIGHT,
        details::NEXT_COLUMNS,
        last < count as f32,
    );
    ui.add_space(space::XS);
    let words = details::columns_shown(first + 1.0, last, count);
    let words = rich(words, Weight::Regular, size::SMALL, palette.ink_soft);
    ui.label(words);
    ui.add_space(space::XS);
    let back = step(ui, icons::CARET_LEFT, details::COLUMNS_BEFORE, first > 0.0);
    if onwards || back {
        let to = first + if onwards { in_sight } else { -in_sight };
        let pending = Some((to * column).clamp(0.0, most));
        ui.data_mut(|data| data.insert_temp(id, Rest { pending, ..rest }));
    }
}

/// Where columns that scroll come to rest: never with one cut at the left edge.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Rest {
    /// Where they last came to rest.
    pub at: f32,
    /// Where they are to be in the next frame.
    pub pending: Option<f32>,
}

impl Rest {
    /// Whatever way they were moved, they go on to the next whole column.
    pub fn after(self, offset: f32, column: f32, most: f32, moving: bool) -> Self {
        if moving || column <= 0.0 || (offset - self.at).abs() < 0.5 {
            return Self {
                pending: None,
                ..self
            };
        }
        let columns = offset / column;
        let whole = if (columns - columns.round()).abs() < 0.02 {
            columns.round()
        } else if offset > self.at {
            columns.ceil()
        } else {
            columns.floor()
        };
        let at = (whole * column).min(most);
        let pending = ((at - offset).abs() > 0.5).then_some(at);
        Self { at, pending }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_to_rest_whole_and_the_way_they_were_moved() {
        let rest = Rest::default();
        assert_eq!(rest.after(130.0, 100.0, 350.0, true), rest);
        let right = rest.after(130.0, 100.0, 350.0, false);
        assert_eq!(right.pending, Some(200.0));
        assert_eq!(right.after(200.0, 100.0, 350.0, false).pending, None);
        assert_eq!(right.after(190.0, 100.0, 350.0, false).pending, Some(100.0));
        let end = right.after(340.0, 100.0, 350.0, false);
        assert_eq!(end.pending, Some(350.0));
        assert_eq!(end.after(350.0, 100.0, 350.0, false).pending, None);
    }
}
