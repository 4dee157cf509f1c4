//! The columns of a table and their heads, by which it is sorted.

use eframe::egui;
use egui::accesskit::SortDirection;
use egui::{
    Align, CursorIcon, Id, Rangef, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, Vec2,
    WidgetInfo, vec2,
};

use super::regions;
use super::style::SMALL;
use super::table::{cell, within};
use crate::draw::icons;
use crate::draw::theme::Palette;
use crate::words::window::table as said;

/// The height of a row of heads.
pub const HEIGHT: f32 = 32.0;

/// A column that a list can be sorted by.
pub struct Sortable<Sort> {
    across: Rangef,
    title: &'static str,
    what: &'static str,
    sort: Sort,
    align: Align,
    largest_first: bool,
}

impl<Sort> Sortable<Sort> {
    /// A column of words, from A. `what` says for a screen reader what it sorts by.
    pub fn words(across: Rangef, title: &'static str, what: &'static str, sort: Sort) -> Self {
        Self {
            across,
            title,
            what,
            sort,
            align: Align::Min,
            largest_first: false,
        }
    }

    /// A column of counts, from the largest, at its right edge.
    pub fn counts(across: Rangef, title: &'static str, what: &'static str, sort: Sort) -> Self {
        Self {
            align: Align::Max,
            ..Self::words(across, title, what, sort).largest_first()
        }
    }

    /// Sorted from the largest or newest, not from A.
    pub fn largest_first(self) -> Self {
        Self {
            largest_first: true,
            ..self
        }
    }
}

/// Draws the headers. `sorted` is the column sorted by, and whether against that column's own
/// direction. Gives what to sort by now when a header was clicked.
pub fn headers_ui<Sort: Copy + PartialEq>(
    ui: &Ui,
    header: Rect,
    columns: &[Sortable<Sort>],
    sorted: (Sort, bool),
) -> Option<(Sort, bool)> {
    let mut choice = None;
    for column in columns {
        let is_sorted = column.sort == sorted.0;
        // Names begin at A, counts at the largest: that is what the carets show.
        let is_down = is_sorted.then_some(sorted.1 != column.largest_first);
        if header_ui(ui, within(header, column.across), column, is_down).clicked() {
            choice = Some((column.sort, is_sorted && !sorted.1));
        }
    }
    choice
}

/// One header. `is_down` is whether its caret points down; `None` when it has none.
fn header_ui<Sort>(
    ui: &Ui,
    rect: Rect,
    column: &Sortable<Sort>,
    is_down: Option<bool>,
) -> Response {
    let response = ui.interact(rect, Id::unique(("header", column.what)), Sense::click());
    regions::uncover(ui, &response, names_over(ui));
    let text = match is_down {
        None => column.title.to_owned(),
        Some(false) => format!("{} {}", column.title, icons::CARET_UP),
        Some(true) => format!("{} {}", column.title, icons::CARET_DOWN),
    };
    let style = match (is_down, response.hovered()) {
        (Some(_), _) => SMALL.bold(),
        (None, true) => SMALL.medium(),
        (None, false) => SMALL.medium().soft(),
    };
    cell(ui, rect, style, &text, column.align);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, column.title));
    let sorted = is_down.map(|is_down| {
        if is_down {
            SortDirection::Descending
        } else {
            SortDirection::Ascending
        }
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(said::sort_by(column.what));
        if let Some(sorted) = sorted {
            node.set_sort_direction(sorted);
        }
    });
    response
        .on_hover_text(said::sort_by(column.what))
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// What of a row of heads is covered by the names that stay at its left.
pub fn names_over(ui: &Ui) -> Vec2 {
    vec2(ui.clip_rect().left() - ui.max_rect().left(), 0.0)
}

/// Draws a row of heads, with the line under it: one stop of Tab, with arrows inside.
pub fn heads_row_ui<R>(ui: &mut Ui, heads_ui: impl FnOnce(&mut Ui, Rect) -> R) -> R {
    let line = Stroke::new(1.0, Palette::shown(ui.ctx()).hairline);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    let told = UiBuilder::new()
        .max_rect(rect)
        .accessibility_role(Role::Row);
    let mut row = ui.new_child(told);
    regions::group(&row);
    heads_ui(&mut row, rect)
}
