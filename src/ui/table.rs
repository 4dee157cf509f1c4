//! Lists of many rows of one height: only those in sight are drawn, the whole list is one stop
//! of the Tab key, and arrows, Page, Home and End keys move inside it. Each row is one thing to
//! a screen reader, by one sentence.

use std::sync::Arc;

use eframe::egui;
use egui::scroll_area::ScrollBarVisibility;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align, Color32, FontId, Galley, Id, Key, Rangef, Rect, Response, Role, ScrollArea, Sense,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::widgets::{LIST_KEYS, pressed};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};

/// The height of a header row.
pub const HEADER: f32 = 32.0;

/// Room kept at the right of rows for the scroll bar.
pub const GUTTER: f32 = 12.0;

/// Lists up to this long are there for a screen reader whole, in sight or not, so that one can
/// search them; of longer ones only what is in sight.
const HEARD_WHOLE: usize = 1_000;

/// A list of rows.
pub struct List<'a> {
    /// What it lists, for a screen reader: "Countries". Also tells lists apart.
    pub name: &'a str,
    /// How many rows it has.
    pub count: usize,
    /// The height of each row.
    pub height: f32,
    /// The row shown as chosen.
    pub chosen: Option<usize>,
    /// Whether arrows choose, as in a list beside what it lists, or only move.
    pub choosing: bool,
}

/// A row while it is drawn.
pub struct Row {
    /// Which row.
    pub index: usize,
    /// Where it is.
    pub rect: Rect,
    /// What the pointer does to it.
    pub response: Response,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Place {
    /// The row that Tab leads to.
    current: usize,
    /// Whether the keyboard led there, so that a ring shows it.
    by_key: bool,
    /// The chosen row that was last brought into sight.
    shown: Option<usize>,
}

/// Draws a list. `name` says a row in one sentence, `row_ui` draws it. Gives the row that was
/// chosen.
pub fn list_ui(
    ui: &mut Ui,
    list: &List<'_>,
    name: impl Fn(usize) -> String,
    mut row_ui: impl FnMut(&mut Ui, &Row),
) -> Option<usize> {
    let id = Id::unique(("list", list.name));
    let mut place: Place = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let before = place;
    if let Some(chosen) = list.chosen {
        place.current = chosen;
    }
    place.current = place.current.min(list.count.saturating_sub(1));
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
            let width = ui.max_rect().width();
            let rect = |index: usize| {
                Rect::from_min_size(
                    origin + vec2(0.0, index as f32 * list.height),
                    vec2(width, list.height),
                )
            };
            let page = (viewport.height() / list.height).floor().max(1.0) as usize;
            if let Some(chosen) = list.chosen.filter(|_| list.chosen != place.shown) {
                let target = rect(chosen);
                if !ui.clip_rect().contains_rect(target) {
                    let animation = egui::style::ScrollAnimation::none();
                    ui.scroll_to_rect_animation(target, Some(Align::Center), animation);
                }
            }
            place.shown = list.chosen;
            if let Some(target) = moved(ui, id, place.current, list.count, page) {
                place = Place {
                    current: target,
                    by_key: true,
                    shown: Some(target),
                };
                ui.memory_mut(|memory| memory.request_focus(row_id(id, target)));
                ui.scroll_to_rect_animation(
                    rect(target),
                    None,
                    egui::style::ScrollAnimation::none(),
                );
                if list.choosing {
                    picked = Some(target);
                }
            }
            let first = (viewport.min.y / list.height).floor().max(0.0) as usize;
            let last = ((viewport.max.y / list.height).ceil().max(0.0) as usize).min(list.count);
            let heard = if list.count <= HEARD_WHOLE {
                0..list.count
            } else {
                first..last
            };
            for index in heard {
                let in_sight = (first..last).contains(&index);
                let mut row_ui = |ui: &mut Ui, row: &Row| {
                    if in_sight {
                        row_ui(ui, row);
                    }
                };
                if drawn(
                    ui,
                    list,
                    id,
                    (index, rect(index)),
                    &mut place,
                    &name,
                    &mut row_ui,
                ) {
                    picked = Some(index);
                    place.shown = picked;
                }
            }
        });
    if place != before {
        ui.data_mut(|data| data.insert_temp(id, place));
    }
    picked
}

fn row_id(list: Id, index: usize) -> Id {
    list.with(index)
}

/// Draws one row; true when it was chosen.
fn drawn(
    ui: &mut Ui,
    list: &List<'_>,
    id: Id,
    (index, rect): (usize, Rect),
    place: &mut Place,
    name: &impl Fn(usize) -> String,
    row_ui: &mut impl FnMut(&mut Ui, &Row),
) -> bool {
    let palette = Palette::shown(ui.ctx());
    // One stop of the Tab key: the row last visited, or one that has the keyboard.
    let own = row_id(id, index);
    let stop = index == place.current || ui.memory(|memory| memory.has_focus(own));
    let response = ui.interact(rect, own, if stop { Sense::click() } else { Sense::CLICK });
    let chosen = list.chosen == Some(index);
    let line = Stroke::new(1.0, palette.grid);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, line);
    if chosen {
        ui.painter().rect_filled(rect, 0, palette.chosen);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0, palette.hover);
    }
    let by_pointer = ui.input(|input| input.pointer.any_click() || input.pointer.any_down());
    let clicked = response.clicked();
    if clicked {
        place.current = index;
        response.request_focus();
    }
    if clicked || response.gained_focus() {
        place.by_key = !by_pointer;
    }
    let row = Row {
        index,
        rect,
        response,
    };
    row_ui(ui, &row);
    let response = row.response;
    if response.has_focus() {
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, LIST_KEYS));
        if place.by_key {
            let ring = Stroke::new(2.0, palette.accent);
            ui.painter()
                .rect_stroke(rect.shrink(1.0), 4, ring, egui::StrokeKind::Inside);
        }
    }
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, name(index)));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_position_in_set(index + 1);
        node.set_size_of_set(list.count);
        node.set_selected(chosen);
    });
    clicked
}

/// Where a key leads from the row that has the keyboard.
fn moved(ui: &Ui, id: Id, current: usize, count: usize, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    if !ui.memory(|memory| memory.has_focus(row_id(id, current))) {
        return None;
    }
    let target = if pressed(ui, Key::ArrowDown) {
        current + 1
    } else if pressed(ui, Key::ArrowUp) {
        current.saturating_sub(1)
    } else if pressed(ui, Key::PageDown) {
        current + page
    } else if pressed(ui, Key::PageUp) {
        current.saturating_sub(page)
    } else if pressed(ui, Key::Home) {
        0
    } else if pressed(ui, Key::End) {
        last
    } else {
        return None;
    };
    Some(target.min(last))
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
pub fn columns(across: Rangef, widths: &[Width]) -> Vec<Rangef> {
    let gaps = space::L * widths.len().saturating_sub(1) as f32;
    let (mut fixed, mut shares) = (0.0, 0.0);
    for width in widths {
        match width {
            Width::Fixed(points) => fixed += points,
            Width::Share(part) => shares += part,
        }
    }
    let left = (across.span() - gaps - fixed).max(0.0);
    let mut x = across.min;
    widths
        .iter()
        .map(|width| {
            let span = match width {
                Width::Fixed(points) => *points,
                Width::Share(part) => left * part / shares,
            };
            let range = Rangef::new(x, x + span);
            x += span + space::L;
            range
        })
        .collect()
}

/// How a column's header shows that the list is sorted by it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sorted {
    /// It is not.
    No,
    /// From A, from the smallest.
    Up,
    /// From Z, from the largest.
    Down,
}

/// A column's header that sorts by it when clicked. `what` says in words what it sorts by.
pub fn header_ui(
    ui: &mut Ui,
    rect: Rect,
    title: &str,
    what: &str,
    sorted: Sorted,
    align: Align,
) -> Response {
    let palette = Palette::shown(ui.ctx());
    let caret = match sorted {
        Sorted::No => "",
        Sorted::Up => icons::CARET_UP,
        Sorted::Down => icons::CARET_DOWN,
    };
    let weight = if sorted == Sorted::No {
        Weight::Medium
    } else {
        Weight::SemiBold
    };
    let id = Id::unique(("header", what));
    let response = ui.interact(rect, id, Sense::click());
    let color = if response.hovered() || sorted != Sorted::No {
        palette.ink
    } else {
        palette.ink_soft
    };
    let text = if caret.is_empty() {
        title.to_owned()
    } else {
        format!("{title} {caret}")
    };
    cell(ui, rect, &text, font(weight, size::SMALL), color, align);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand2(vec2(4.0, -2.0)),
            4,
            Stroke::new(2.0, palette.accent),
            egui::StrokeKind::Inside,
        );
    }
    let state = match sorted {
        Sorted::No => "",
        Sorted::Up => ", sorted ascending",
        Sorted::Down => ", sorted descending",
    };
    response
        .widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Sort by {what}{state}")));
    response
        .on_hover_text(format!("Sort by {what}"))
        .on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// Room for a header row, with the line under it.
pub fn header_row(ui: &mut Ui) -> Rect {
    let palette = Palette::shown(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, palette.hairline),
    );
    rect
}

/// The part of a row that a column takes.
pub fn within(row: Rect, column: Rangef) -> Rect {
    Rect::from_x_y_ranges(column, row.y_range())
}

/// Text on one line, cut with "…" where it does not fit.
pub fn line(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    ui.painter().layout_job(job)
}

/// Draws one line of text in the middle of a cell's height; gives the width it took.
pub fn cell(ui: &Ui, rect: Rect, text: &str, font: FontId, color: Color32, align: Align) -> f32 {
    let galley = line(ui, text, font, color, rect.width());
    let x = match align {
        Align::Min => rect.left(),
        Align::Center => rect.center().x - galley.size().x / 2.0,
        Align::Max => rect.right() - galley.size().x,
    };
    let y = rect.center().y - galley.size().y / 2.0;
    let width = galley.size().x;
    ui.painter().galley(pos2(x, y.round()), galley, color);
    width
}
