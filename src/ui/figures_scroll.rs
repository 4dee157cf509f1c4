//! Columns of figures that are not all in sight: which are, steps to the others, and where they
//! come to rest.

use eframe::egui;
use egui::{Id, Ui};

use super::figures_fit::Fit;
use super::style::SMALL;
use super::widgets::{action_ui, action_width, label_ui};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::words::window::details;

/// Under which name it is kept where columns that scroll come to rest.
pub(super) const AT_REST: &str = "figures at rest";

/// Which columns are in sight, and steps to the others: the bar under a long table may be out of
/// sight itself.
pub(super) struct Pager {
    column: f32,
    in_sight: f32,
    first: f32,
    last: f32,
    count: usize,
    /// How far the columns can be moved.
    most: f32,
    words: String,
}

impl Pager {
    /// For columns as they stand now; `None` where there are none.
    pub(super) fn of(ui: &Ui, fit: &Fit) -> Option<Self> {
        let &column = fit.columns.first()?;
        let rest = Rest::known(ui);
        let count = fit.columns.len();
        let in_sight = (fit.seen / column).round().max(1.0);
        let first = (rest.at / column).round();
        let last = (first + in_sight).min(count as f32);
        Some(Self {
            column,
            in_sight,
            first,
            last,
            count,
            most: (count as f32 * column - fit.seen).max(0.0),
            words: details::columns_shown(first + 1.0, last, count),
        })
    }

    /// How wide it is.
    pub(super) fn width(&self, ui: &Ui) -> f32 {
        let steps = [icons::CARET_LEFT, icons::CARET_RIGHT];
        let steps = steps.map(|icon| action_width(ui, icon, "") + space::XS);
        steps.iter().sum::<f32>() + SMALL.width(ui, &self.words)
    }

    /// Draws it.
    pub(super) fn ui(self, ui: &mut Ui) {
        let step = |ui: &mut Ui, icon: &str, name: &str, enabled: bool| {
            ui.add_enabled_ui(enabled, |ui| action_ui(ui, icon, "", name).clicked())
                .inner
        };
        let is_first = self.first <= 0.0;
        let back = step(ui, icons::CARET_LEFT, details::COLUMNS_BEFORE, !is_first);
        ui.add_space(space::XS);
        label_ui(ui, SMALL.soft(), self.words);
        ui.add_space(space::XS);
        let is_last = self.last >= self.count as f32;
        let onwards = step(ui, icons::CARET_RIGHT, details::NEXT_COLUMNS, !is_last);
        if onwards || back {
            let by = if onwards {
                self.in_sight
            } else {
                -self.in_sight
            };
            let to = ((self.first + by) * self.column).clamp(0.0, self.most);
            let rest = Rest {
                pending: Some(to),
                ..Rest::known(ui)
            };
            ui.data_mut(|data| data.insert_temp(Id::unique(AT_REST), rest));
        }
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
    fn known(ui: &Ui) -> Self {
        ui.data(|data| data.get_temp(Id::unique(AT_REST)))
            .unwrap_or_default()
    }

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
