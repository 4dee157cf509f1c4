//! The one search, over the window: what is typed, and the rows of what was found.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align, Align2, CornerRadius, Galley, Key, Modifiers, Response, Role, ScrollArea, Sense, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::commands::Action;
use super::finder_row::{Goal, Row, RowGroup, rows};
use super::style::{SMALL, TEXT};
use super::table::{cell, line};
use super::tool_button::paint_icon;
use super::widgets::{label_ui, wrapped_ui};
use super::{Scratch, over};
use crate::draw::order::is_plain;
use crate::draw::theme::{Palette, space};
use crate::query::search::{Index, Names, Typed, marked};
use crate::state::{Command, State};
use crate::words::numerals::typed_number;
use crate::words::window::search as words;

const WIDTH: f32 = 640.0;
const ROW: f32 = 32.0;
/// From the top of the window to the panel: its field lies about where the one in the bar does.
const TOP: f32 = 56.0;
/// The room of everything in the panel but the list, and under it.
const AROUND: f32 = 160.0;

/// What has been typed into the search, what was found, and which row Enter would take.
#[derive(Debug, Default)]
pub struct Finder {
    typed: String,
    row: usize,
    seen: bool,
    ready: Option<Ready>,
}

/// What is searched, made ready, and what was found in it.
#[derive(Debug)]
struct Ready {
    index: Index,
    own: Vec<Action>,
    wanted: Typed,
    found: Vec<RowGroup>,
    /// Whether there are cases that were not read yet.
    reading: bool,
}

impl Ready {
    fn new(state: &State) -> Self {
        let offered = |action: &Action| *action != Action::Commands && action.is_enabled(state);
        let own: Vec<Action> = Action::all().filter(offered).collect();
        let names = own.iter().map(|action| {
            let known = format!("{} {}", action.tooltip(), action.one_of());
            Names::of([action.text()], &known)
        });
        let index = Index::of(&state.atlas, words::READ, names.collect());
        Self {
            index,
            own,
            wanted: Typed::default(),
            found: Vec::new(),
            reading: true,
        }
    }

    /// Finds what was typed.
    fn find(&mut self, state: &State, typed: &str) {
        let number = typed_number(typed);
        self.wanted = Typed::of(typed, number);
        let found = self.index.find(&state.atlas, typed, number);
        self.found = rows(state, &self.own, typed, &found);
    }
}

/// Where the panel begins: in a low window right at the top.
fn top(ctx: &egui::Context) -> f32 {
    let low = ctx.content_rect().height() < 8.0 * TOP;
    if low { space::S } else { TOP }
}

/// Draws the search over the window, if it is shown.
pub(super) fn finder_ui(
    ctx: &egui::Context,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let Some(mut finder) = scratch.finder.take() else {
        return;
    };
    let anchor = (Align2::CENTER_TOP, vec2(0.0, top(ctx)));
    let response = over::panel("finder", words::NAME, WIDTH, anchor)
        .show(ctx, |ui| contents_ui(ui, state, &mut finder));
    let close = response.should_close();
    match response.inner {
        Some(Goal::Action(action)) => super::perform(action, ctx, state, scratch, commands),
        Some(Goal::Commands(goal)) => commands.extend(goal),
        None if close => {}
        None => scratch.finder = Some(finder),
    }
}

fn contents_ui(ui: &mut Ui, state: &State, finder: &mut Finder) -> Option<Goal> {
    let (up, down, enter) = ui.input_mut(|input| {
        (
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let field = over::field(&mut finder.typed)
        .hint_text(TEXT.faint().rich(ui, words::HINT))
        .desired_width(f32::INFINITY);
    let field = ui.add(field).accessible_name(words::NAME);
    if !std::mem::replace(&mut finder.seen, true) || !field.has_focus() {
        field.request_focus();
    }
    if field.changed() {
        finder.row = 0;
    }
    let ready = make_ready(ui, state, &mut finder.ready, &finder.typed, field.changed());
    let count = ready
        .found
        .iter()
        .map(|group| group.rows.len())
        .sum::<usize>();
    finder.row = (finder.row + down)
        .saturating_sub(up)
        .min(count.saturating_sub(1));
    if ready.found.is_empty() && !ready.reading {
        label_ui(ui, TEXT, words::nothing(&finder.typed));
    } else if finder.typed.trim().is_empty() {
        wrapped_ui(ui, SMALL.soft(), words::EXAMPLES);
    }
    if ready.reading {
        label_ui(ui, SMALL.soft(), words::READING);
    }
    let moved = up + down > 0;
    let taken = list_ui(ui, ready, &mut finder.row, moved, &field);
    if enter {
        let mut all = ready.found.iter().flat_map(|group| &group.rows);
        return all.nth(finder.row).map(|row| row.goal.clone());
    }
    taken
}

/// Makes ready what is searched, a part of the cases in each frame, and finds anew what is found
/// otherwise now.
fn make_ready<'a>(
    ui: &Ui,
    state: &State,
    kept: &'a mut Option<Ready>,
    typed: &str,
    typed_more: bool,
) -> &'a Ready {
    let known = kept.take().filter(|ready| ready.index.is_of(&state.atlas));
    let is_new = known.is_none();
    let ready = kept.insert(known.unwrap_or_else(|| Ready::new(state)));
    let reads = ready.reading;
    ready.reading = reads && ready.index.read_more(&state.atlas);
    if ready.reading {
        ui.ctx().request_repaint();
    }
    if is_new || reads || typed_more {
        ready.find(state, typed);
    }
    ready
}

/// Draws the groups; gives where the row that was clicked leads.
fn list_ui(
    ui: &mut Ui,
    ready: &Ready,
    chosen: &mut usize,
    moved: bool,
    field: &Response,
) -> Option<Goal> {
    let height = ui.ctx().content_rect().height();
    let room = (height - top(ui.ctx()) - AROUND).max(2.0 * ROW);
    let list = UiBuilder::new()
        .accessibility_role(Role::ListBox)
        .accessibility_label(words::FOUND);
    let mut taken = None;
    let draw = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut index = 0;
        for group in &ready.found {
            heading_ui(ui, &group.heading);
            for found in &group.rows {
                let is_chosen = index == *chosen;
                let row = row_ui(ui, found, &ready.wanted, index, is_chosen);
                if is_chosen {
                    ui.ctx().accesskit_node_builder(field.id, |node| {
                        node.set_active_descendant(row.id.accesskit_id());
                    });
                }
                if is_chosen && moved {
                    row.scroll_to_me(None);
                }
                if row.clicked() {
                    taken = Some(found.goal.clone());
                }
                // The row under a pointer that moves is the row Enter takes: never two marked rows.
                if row.hovered() && ui.input(|input| input.pointer.is_moving()) {
                    *chosen = index;
                }
                index += 1;
            }
            if let Some(note) = &group.note {
                ui.add_space(space::XS);
                ui.horizontal(|ui| {
                    ui.add_space(space::M);
                    wrapped_ui(ui, SMALL.soft(), note.clone());
                });
            }
        }
    };
    let area = ScrollArea::vertical().max_height(room);
    area.min_scrolled_height(room).show(ui, |ui| {
        ui.scope_builder(list, draw);
    });
    taken
}

fn heading_ui(ui: &mut Ui, heading: &str) {
    if !heading.is_empty() {
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            ui.add_space(space::M);
            label_ui(ui, SMALL.medium().soft(), heading);
        });
        ui.add_space(space::XS);
    }
}

fn row_ui(ui: &mut Ui, found: &Row, wanted: &Typed, index: usize, chosen: bool) -> Response {
    let palette = Palette::shown(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, ui.scope_id().with(("found", index)), Sense::click());
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let keys = match found.goal {
        Goal::Action(action) => action.shortcut_text(ui.ctx()),
        Goal::Commands(_) => String::new(),
    };
    let aside = if keys.is_empty() { &found.aside } else { &keys };
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, &found.text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(chosen);
        if !aside.is_empty() {
            node.set_description(aside.clone());
        }
    });
    if chosen {
        let corners = CornerRadius::same(6);
        ui.painter().rect_filled(rect, corners, palette.chosen);
    }
    let icon = pos2(rect.left() + 20.0, rect.center().y);
    paint_icon(ui, Some(found.icon), icon, 16.0, palette.ink_soft);
    let (left, right) = (rect.left() + 40.0, rect.right() - space::M);
    let room = right - left - space::L;
    // A name is cut before what stands beside it only where that takes more than its share.
    let wanted_aside = SMALL.width(ui, aside);
    let name = TEXT.width(ui, &found.text);
    let beside = wanted_aside.min((room - name).max(room * 0.35));
    let text = marked_line(ui, &found.text, &marked(&found.text, wanted), room - beside);
    let at = pos2(left, (rect.center().y - text.size().y / 2.0).round());
    ui.painter().galley(at, text, palette.ink);
    let aside_at = rect.with_min_x(right - beside).with_max_x(right);
    cell(ui, aside_at, SMALL.soft(), aside, Align::Max);
    response
}

/// A text on one line with the letters that were typed set bold.
fn marked_line(ui: &Ui, text: &str, marks: &[Range<usize>], width: f32) -> Arc<Galley> {
    if marks.is_empty() || !is_plain(text) || text.contains(char::is_control) {
        return line(ui, TEXT, text, width);
    }
    let mut job = LayoutJob {
        wrap: TextWrapping::truncate_at_width(width.max(0.0)),
        ..LayoutJob::default()
    };
    let mut append = |range: Range<usize>, style: super::style::Style| {
        let part = text.get(range).unwrap_or_default();
        if !part.is_empty() {
            let format = TextFormat::simple(style.font(), style.color(ui));
            job.append(part, 0.0, format);
        }
    };
    let mut from = 0;
    for mark in marks {
        append(from..mark.start, TEXT);
        append(mark.clone(), TEXT.bold().accent());
        from = mark.end;
    }
    append(from..text.len(), TEXT);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}
