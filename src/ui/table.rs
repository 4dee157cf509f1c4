//! Lists of many rows of one height: only those in sight are drawn, the whole list is one stop
//! of the Tab key, and arrows, Page, Home and End keys move inside it. Each row is one thing to
//! a screen reader, by one sentence. And the headers over lists that can be sorted.

use std::sync::Arc;

use eframe::egui;
use egui::scroll_area::ScrollBarVisibility;
use egui::style::ScrollAnimation;
use egui::{
    Align, CursorIcon, Event, EventFilter, Galley, Id, Key, Modifiers, Rangef, Rect, Response,
    Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::style::{Ink, SMALL, Style};
use crate::draw::icons;
use crate::draw::laid_out_cut;
use crate::draw::theme::{Palette, space};

/// The height of a header row.
const HEADER: f32 = 32.0;

/// Room kept at the right of rows for the scroll bar.
pub const GUTTER: f32 = 12.0;

/// Lists up to this long are there for a screen reader whole, in sight or not, so that one can
/// search them; of longer ones only what is in sight.
const HEARD_WHOLE: usize = 1_000;

/// Which keys do not take the keyboard away from a row of a list: arrows move inside it, and Esc
/// closes what is open beside it.
const LIST_KEYS: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: false,
    vertical_arrows: true,
    escape: true,
};

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
    /// Whether the keyboard led there, so that a ring shows it.
    by_key: bool,
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
    mut row_ui: impl FnMut(&mut Ui, &ListRow, &Item),
) -> Option<Item> {
    let id = Id::unique(("list", list.name));
    let mut cursor: Cursor = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let before = cursor;
    cursor.row = list
        .chosen
        .unwrap_or(cursor.row)
        .min(list.count.saturating_sub(1));
    let mut picked = None;
    ScrollArea::vertical()
        .id_salt(id)
        .auto_shrink(false)
        .scroll_bar_visibility(ScrollBarVisibility::VisibleWhenNeeded)
        .show_viewport(ui, |ui, viewport| {
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::ListBox);
                node.set_label(list.name);
            });
            ui.set_height(list.height * list.count as f32);
            let origin = ui.max_rect().left_top();
            let size = vec2(ui.max_rect().width(), list.height);
            let rect = |index: usize| {
                Rect::from_min_size(origin + vec2(0.0, index as f32 * list.height), size)
            };
            if let Some(chosen) = list.chosen.filter(|_| list.chosen != cursor.shown) {
                let target = rect(chosen);
                if !ui.clip_rect().contains_rect(target) {
                    let at_once = ScrollAnimation::none();
                    ui.scroll_to_rect_animation(target, Some(Align::Center), at_once);
                }
            }
            cursor.shown = list.chosen;
            let page = (viewport.height() / list.height).floor().max(1.0) as usize;
            if let Some(target) = moved(ui, id, cursor.row, list.count, page) {
                cursor = Cursor {
                    row: target,
                    by_key: true,
                    shown: Some(target),
                };
                ui.memory_mut(|memory| memory.request_focus(id.with(target)));
                ui.scroll_to_rect_animation(rect(target), None, ScrollAnimation::none());
                picked = list.chosen.and(Some(target));
            }
            let first = (viewport.min.y / list.height).floor().max(0.0) as usize;
            let last = ((viewport.max.y / list.height).ceil().max(0.0) as usize).min(list.count);
            let in_sight = first..last;
            let heard = if list.count <= HEARD_WHOLE {
                0..list.count
            } else {
                in_sight.clone()
            };
            for index in heard {
                let Some(item) = at(index) else { continue };
                let row = row_begun(ui, list, id, index, rect(index), &mut cursor);
                if in_sight.contains(&index) {
                    row_ui(ui, &row, &item);
                }
                row_ended(ui, list, &row, cursor.by_key, || spoken(&item));
                if row.response.clicked() {
                    picked = Some(index);
                    cursor.shown = picked;
                }
            }
        });
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
    if response.clicked() || response.gained_focus() {
        let by_pointer = ui.input(|input| input.pointer.any_click() || input.pointer.any_down());
        cursor.by_key = !by_pointer;
    }
    ListRow {
        index,
        rect,
        response,
    }
}

/// Draws the ring around a row that has the keyboard, and says the row.
fn row_ended(ui: &Ui, list: &List<'_>, row: &ListRow, by_key: bool, spoken: impl Fn() -> String) {
    if row.response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row.response.id, LIST_KEYS));
        if by_key {
            ring(ui, row.rect.shrink(1.0));
        }
    }
    row.response
        .widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, spoken()));
    ui.ctx().accesskit_node_builder(row.response.id, |node| {
        node.set_position_in_set(row.index + 1);
        node.set_size_of_set(list.count);
        node.set_selected(list.chosen == Some(row.index));
    });
}

/// The ring around what has the keyboard, where there is no room outside it.
fn ring(ui: &Ui, rect: Rect) {
    let ring = Stroke::new(2.0, Ink::Accent.color(ui.ctx()));
    ui.painter().rect_stroke(rect, 4, ring, StrokeKind::Inside);
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
fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| {
        let pressed = input.consume_key(Modifiers::NONE, key);
        if pressed {
            let is_it = |event: &Event| matches!(event, Event::Key { key: of, .. } if *of == key);
            input.events.retain(|event| !is_it(event));
        }
        pressed
    })
}

/// How wide a column is.
#[derive(Clone, Copy)]
pub enum Width {
    /// So many points.
    Fixed(f32),
    /// A part of what the others leave, in proportion.
    Share(f32),
}

/// Where columns stand across a row, with a gap between.
pub fn columns<const N: usize>(across: Rangef, widths: [Width; N]) -> [Rangef; N] {
    let gaps = space::L * N.saturating_sub(1) as f32;
    let (mut fixed, mut shares) = (0.0, 0.0);
    for width in widths {
        match width {
            Width::Fixed(points) => fixed += points,
            Width::Share(part) => shares += part,
        }
    }
    let left = (across.span() - gaps - fixed).max(0.0);
    let mut x = across.min;
    widths.map(|width| {
        let span = match width {
            Width::Fixed(points) => points,
            Width::Share(part) => left * part / shares,
        };
        let range = Rangef::new(x, x + span);
        x += span + space::L;
        range
    })
}

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
    let what = column.what;
    let response = ui.interact(rect, Id::unique(("header", what)), Sense::click());
    let (text, state) = match is_down {
        None => (column.title.to_owned(), ""),
        Some(false) => (
            format!("{} {}", column.title, icons::CARET_UP),
            ", sorted ascending",
        ),
        Some(true) => (
            format!("{} {}", column.title, icons::CARET_DOWN),
            ", sorted descending",
        ),
    };
    let style = match (is_down, response.hovered()) {
        (Some(_), _) => SMALL.bold(),
        (None, true) => SMALL.medium(),
        (None, false) => SMALL.medium().soft(),
    };
    cell(ui, rect, style, &text, column.align);
    if response.has_focus() {
        ring(ui, rect.expand2(vec2(4.0, -2.0)));
    }
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Sort by {what}{state}")));
    response
        .on_hover_text(format!("Sort by {what}"))
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// Room for a header row, with the line under it.
pub fn header_row(ui: &mut Ui) -> Rect {
    let line = Stroke::new(1.0, Palette::shown(ui.ctx()).hairline);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    rect
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
