//! Lists and tables of many rows of one height: only those in sight are drawn, all rows are one
//! stop of the Tab key, and arrows, Page, Home and End keys move inside them. To a screen reader
//! a row of a list is one sentence, a row of a table its cells too, under heads that say how it
//! is sorted.

use std::sync::Arc;

use eframe::egui;
use egui::scroll_area::ScrollBarVisibility;
use egui::style::ScrollAnimation;
use egui::{
    Align, Event, EventFilter, Galley, Id, Key, Modifiers, Pos2, Rangef, Rect, Response, Role,
    ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::regions;
use super::style::Style;
use crate::draw::laid_out_cut;
use crate::draw::theme::Palette;

/// Room kept at the right of rows for the scroll bar.
pub const GUTTER: f32 = 12.0;

/// Lists up to this long are there for a screen reader whole, in sight or not, so that one can
/// search them; of longer ones only what is in sight.
const HEARD_WHOLE: usize = 1_000;

/// Which keys do not take the keyboard away from a row: arrows move inside a list or table, and
/// Esc closes what is open beside it.
fn row_keys(of: Of) -> EventFilter {
    EventFilter {
        tab: false,
        horizontal_arrows: of == Of::Table,
        vertical_arrows: true,
        escape: true,
    }
}

/// What rows belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    /// A list: each row is one thing.
    List,
    /// A table: rows have cells under heads.
    Table,
}

/// Where rows stand in what scrolls.
pub struct Rows {
    /// The left top corner of the first row, wherever it is scrolled to.
    pub origin: Pos2,
    /// How wide rows are.
    pub width: f32,
    /// What is in sight of them, in points from the first one's top.
    pub in_sight: Rangef,
    /// How much covers them at their top: heads that stay.
    pub covered: f32,
}

/// A list of rows.
pub struct List<'a> {
    /// What it lists, for a screen reader: "Countries". Also tells lists apart.
    pub name: &'a str,
    /// How many rows it has.
    pub count: usize,
    /// The height of each row.
    pub height: f32,
    /// The row of what is open beside the list: while there is one, arrows choose; else they
    /// only move.
    pub chosen: Option<usize>,
}

/// A row of a list while it is drawn.
pub struct ListRow {
    /// Its place among the rows, from 0.
    index: usize,
    /// The room it has.
    pub rect: Rect,
    /// What the pointer does to it.
    pub response: Response,
}

/// Where the keyboard is in a list, kept from frame to frame.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Cursor {
    /// The row that Tab leads to.
    row: usize,
    /// The chosen row that was last brought into sight.
    shown: Option<usize>,
}

/// Draws a list of what `at` gives for each row. `spoken` says a row in one sentence, `row_ui`
/// draws it. Gives what was chosen.
pub fn list_ui<Item>(
    ui: &mut Ui,
    list: &List<'_>,
    at: impl Fn(usize) -> Option<Item>,
    spoken: impl Fn(&Item) -> String,
    row_ui: impl FnMut(&mut Ui, &ListRow, &Item),
) -> Option<Item> {
    scrolled_ui(ui, list, |ui, rows| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(Role::ListBox);
            node.set_label(list.name);
        });
        rows_ui(ui, list, Of::List, rows, at, spoken, row_ui)
    })
}

/// Draws the rows of a table under its heads, as [`list_ui`] does those of a list; `row_ui` tells
/// its cells with [`told_cell`].
pub fn rows_under_heads_ui<Item>(
    ui: &mut Ui,
    list: &List<'_>,
    at: impl Fn(usize) -> Option<Item>,
    spoken: impl Fn(&Item) -> String,
    row_ui: impl FnMut(&mut Ui, &ListRow, &Item),
) -> Option<Item> {
    scrolled_ui(ui, list, |ui, rows| {
        table_rows_ui(ui, list, rows, at, spoken, row_ui)
    })
}

/// Scrolls rows up and down.
fn scrolled_ui<R>(ui: &mut Ui, list: &List<'_>, rows_ui: impl FnOnce(&mut Ui, &Rows) -> R) -> R {
    ScrollArea::vertical()
        .id_salt(("list", list.name))
        .auto_shrink(false)
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show_viewport(ui, |ui, viewport| {
            ui.set_height(list.height * list.count as f32);
            let rows = Rows {
                origin: ui.max_rect().left_top(),
                width: ui.max_rect().width(),
                in_sight: viewport.y_range(),
                covered: 0.0,
            };
            rows_ui(ui, &rows)
        })
        .inner
}

/// Draws what is a table to those who hear it: heads and rows.
pub fn table_ui<R>(ui: &mut Ui, list: &List<'_>, content_ui: impl FnOnce(&mut Ui) -> R) -> R {
    let told = UiBuilder::new()
        .accessibility_role(Role::Table)
        .accessibility_label(list.name);
    let inner = |ui: &mut Ui| {
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_row_count(list.count);
        });
        content_ui(ui)
    };
    ui.scope_builder(told, inner).inner
}

/// Draws the rows of a table inside what scrolls.
pub fn table_rows_ui<Item>(
    ui: &mut Ui,
    list: &List<'_>,
    rows: &Rows,
    at: impl Fn(usize) -> Option<Item>,
    spoken: impl Fn(&Item) -> String,
    row_ui: impl FnMut(&mut Ui, &ListRow, &Item),
) -> Option<Item> {
    rows_ui(ui, list, Of::Table, rows, at, spoken, row_ui)
}

fn rows_ui<Item>(
    ui: &mut Ui,
    list: &List<'_>,
    of: Of,
    rows: &Rows,
    at: impl Fn(usize) -> Option<Item>,
    spoken: impl Fn(&Item) -> String,
    mut row_ui: impl FnMut(&mut Ui, &ListRow, &Item),
) -> Option<Item> {
    let id = Id::unique(("list", list.name));
    let mut cursor: Cursor = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let before = cursor;
    let last = list.count.saturating_sub(1);
    cursor.row = list.chosen.unwrap_or(cursor.row).min(last);
    let size = vec2(rows.width, list.height);
    let rect = |index: usize| {
        let down = vec2(0.0, index as f32 * list.height);
        Rect::from_min_size(rows.origin + down, size)
    };
    // Heads that stay must not cover what is brought into sight.
    let with_heads = |rect: Rect| rect.with_min_y(rect.top() - rows.covered);
    let at_once = ScrollAnimation::none;
    if let Some(chosen) = list.chosen.filter(|_| list.chosen != cursor.shown) {
        let target = rect(chosen);
        let sight = ui.clip_rect().y_range();
        if !sight.contains(target.top()) || !sight.contains(target.bottom()) {
            ui.scroll_to_rect_animation(with_heads(target), Some(Align::Center), at_once());
        }
    }
    cursor.shown = list.chosen;
    let mut picked = None;
    let page = (rows.in_sight.span() / list.height).floor().max(1.0) as usize;
    if let Some(target) = moved(ui, id, cursor.row, list.count, page) {
        cursor = Cursor {
            row: target,
            shown: Some(target),
        };
        ui.memory_mut(|memory| memory.request_focus(id.with(target)));
        ui.scroll_to_rect_animation(with_heads(rect(target)), None, at_once());
        picked = list.chosen.and(Some(target));
    }
    let first = (rows.in_sight.min / list.height).floor().max(0.0) as usize;
    let end = ((rows.in_sight.max / list.height).ceil().max(0.0) as usize).min(list.count);
    let in_sight = first..end;
    let heard = if list.count <= HEARD_WHOLE {
        0..list.count
    } else {
        in_sight.clone()
    };
    for index in heard {
        let Some(item) = at(index) else { continue };
        let row = row_begun(ui, list, id, index, rect(index), &mut cursor);
        regions::uncover(ui, &row.response, vec2(0.0, rows.covered));
        row_told(ui, list, of, &row, || spoken(&item));
        if in_sight.contains(&index) {
            // The cells of a table are parts of their row.
            let part = UiBuilder::new()
                .id_salt(row.response.id)
                .max_rect(row.rect)
                .accessibility_parent(row.response.id);
            row_ui(&mut ui.new_child(part), &row, &item);
        }
        if row.response.clicked() {
            picked = Some(index);
            cursor.shown = picked;
        }
    }
    if cursor != before {
        ui.data_mut(|data| data.insert_temp(id, cursor));
    }
    picked.and_then(at)
}

/// Draws the ground of a row, and takes what the pointer and the keyboard do to it.
fn row_begun(
    ui: &Ui,
    list: &List<'_>,
    id: Id,
    index: usize,
    rect: Rect,
    cursor: &mut Cursor,
) -> ListRow {
    let palette = Palette::shown(ui.ctx());
    // One stop of the Tab key: the row last visited, or one that has the keyboard.
    let own = id.with(index);
    let stop = index == cursor.row || ui.memory(|memory| memory.has_focus(own));
    let response = ui.interact(rect, own, if stop { Sense::click() } else { Sense::CLICK });
    let line = Stroke::new(1.0, palette.grid);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    if list.chosen == Some(index) {
        ui.painter().rect_filled(rect, 0, palette.chosen);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0, palette.hover);
    }
    if response.clicked() {
        cursor.row = index;
        response.request_focus();
    }
    ListRow {
        index,
        rect,
        response,
    }
}

/// Says a row, and keeps the keyboard's arrows for it.
fn row_told(ui: &Ui, list: &List<'_>, of: Of, row: &ListRow, spoken: impl Fn() -> String) {
    if row.response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row.response.id, row_keys(of)));
    }
    let role = match of {
        Of::List => Role::ListBoxOption,
        Of::Table => Role::Row,
    };
    row.response
        .widget_info(|| WidgetInfo::labeled(role, true, spoken()));
    ui.ctx().accesskit_node_builder(row.response.id, |node| {
        match of {
            Of::List => {
                node.set_position_in_set(row.index + 1);
                node.set_size_of_set(list.count);
            }
            Of::Table => node.set_row_index(row.index),
        }
        node.set_selected(list.chosen == Some(row.index));
    });
}

/// Whether someone hears the window.
pub fn is_heard(ui: &Ui) -> bool {
    let node = ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ());
    node.is_some()
}

/// Tells those who hear a table of a cell in the row that is drawn: in which column it stands
/// and what it says. The first one names the row.
pub fn told_cell(ui: &Ui, rect: Rect, column: usize, text: impl FnOnce() -> String) {
    if !is_heard(ui) {
        return;
    }
    let role = match column {
        0 => Role::RowHeader,
        _ => Role::Cell,
    };
    let response = ui.interact(rect, ui.unique_id().with(column), Sense::hover());
    let text = text();
    response.widget_info(|| WidgetInfo::labeled(role, true, &text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_column_index(column);
    });
}

/// Where a key leads from the row that has the keyboard.
fn moved(ui: &Ui, id: Id, current: usize, count: usize, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    if !ui.memory(|memory| memory.has_focus(id.with(current))) {
        return None;
    }
    let leads = [
        (Key::ArrowDown, current + 1),
        (Key::ArrowUp, current.saturating_sub(1)),
        (Key::PageDown, current + page),
        (Key::PageUp, current.saturating_sub(page)),
        (Key::Home, 0),
        (Key::End, last),
    ];
    let (_, target) = leads.into_iter().find(|(key, _)| pressed(ui, *key))?;
    Some(target.min(last))
}

/// Whether a key was pressed, which is then used up.
pub fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| {
        let pressed = input.consume_key(Modifiers::NONE, key);
        if pressed {
            let is_it = |event: &Event| matches!(event, Event::Key { key: of, .. } if *of == key);
            input.events.retain(|event| !is_it(event));
        }
        pressed
    })
}

/// The part of a row that a column takes.
pub fn within(row: Rect, column: Rangef) -> Rect {
    Rect::from_x_y_ranges(column, row.y_range())
}

/// Text on one line, cut with "…" where it does not fit.
pub fn line(ui: &Ui, style: Style, text: &str, width: f32) -> Arc<Galley> {
    laid_out_cut(
        ui.ctx(),
        text,
        style.font(),
        style.color(ui),
        width.max(0.0),
    )
}

/// Draws one line of text in the middle of a cell's height; gives the width it took.
pub fn cell(ui: &Ui, rect: Rect, style: Style, text: &str, align: Align) -> f32 {
    let galley = line(ui, style, text, rect.width());
    let size = galley.size();
    let x = match align {
        Align::Min => rect.left(),
        Align::Center => rect.center().x - size.x / 2.0,
        Align::Max => rect.right() - size.x,
    };
    let y = (rect.center().y - size.y / 2.0).round();
    ui.painter().galley(pos2(x, y), galley, style.color(ui));
    size.x
}
