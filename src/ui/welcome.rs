//! The window with nothing to show yet, and the window while files are held over it.

use std::path::PathBuf;

use eframe::egui;
use egui::{
    Align, Align2, Context, Id, LayerId, Layout, Order, Role, ScrollArea, Stroke, StrokeKind, Ui,
    UiBuilder, vec2,
};

use super::Scratch;
use super::commands::Action;
use super::datasets::recent_ui;
use super::style::{SMALL, TEXT, TITLE};
use super::tool_button::{Look, ToolButton};
use super::widgets::{headed_ui, label_ui, link_ui, wrapped_ui};
use crate::draw::theme::{Palette, space};
use crate::state::{Command, Page, Recent, State};
use crate::words::window::opening as words;

const WIDTH: f32 = 400.0;

/// Whether there is nothing to show on any page but that of the problems: no file is open, or
/// none of which anything could be used.
pub(super) fn has_nothing(state: &State) -> bool {
    state.files.iter().all(|file| file.dataset.is_none())
}

/// Draws what stands in place of a page while there is nothing to show.
pub(super) fn welcome_ui(
    ui: &mut Ui,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let room = ui.available_size();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let width = WIDTH.min(room.x - 2.0 * space::L);
        let above = ((room.y - 360.0) * 0.4).max(space::L);
        let left = ((room.x - width) / 2.0).max(space::L);
        let at = ui.cursor().min + vec2(left, above);
        let rect = egui::Rect::from_min_size(at, vec2(width, 0.0));
        let column = UiBuilder::new()
            .max_rect(rect)
            .layout(Layout::top_down(Align::Min));
        ui.scope_builder(column, |ui| {
            ui.set_max_width(width);
            column_ui(ui, state, scratch, commands);
            ui.add_space(space::XL);
        });
    });
}

fn column_ui(ui: &mut Ui, state: &State, scratch: &mut Scratch, commands: &mut Vec<Command>) {
    if !state.reading.is_empty() {
        headed_ui(ui, TITLE.bold(), words::READING);
        wrapped_ui(ui, TEXT.soft(), state.reading.join(", "));
        return;
    }
    let (title, note) = if state.files.is_empty() {
        (words::WELCOME, words::WELCOME_NOTE)
    } else {
        (words::NOTHING_USED, words::NOTHING_USED_NOTE)
    };
    headed_ui(ui, TITLE.bold(), title);
    wrapped_ui(ui, TEXT.soft(), note);
    if !state.files.is_empty() && link_ui(ui, words::SHOW_PROBLEMS).clicked() {
        commands.push(Command::Show(Page::Problems));
    }
    ui.add_space(space::S);
    ui.spacing_mut().item_spacing.y = space::S;
    let offered = [
        Action::OpenEmbedded,
        Action::OpenFiles,
        Action::TypePath,
        Action::Add,
        Action::NewStarter,
    ];
    let offered = offered.into_iter().filter(|one| one.is_enabled(state));
    for (place, action) in offered.enumerate() {
        let look = if place == 0 {
            Look::Primary
        } else {
            Look::Outlined
        };
        let button = ToolButton::text(action.text())
            .with_icon(action.icon())
            .look(look)
            .min_width(ui.available_width());
        let button = button.show(ui).on_hover_text(action.tooltip());
        if button.clicked() {
            super::perform(action, &ui.ctx().clone(), state, scratch, commands);
        }
    }
    wrapped_ui(ui, SMALL.soft(), words::STARTER_NOTE);
    let recent: Vec<&Recent> = state.recent_closed().collect();
    if recent.is_empty() {
        return;
    }
    ui.add_space(space::L);
    label_ui(ui, SMALL.medium().soft(), words::RECENT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let list = UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label(words::RECENT);
    ui.scope_builder(list, |ui| {
        for one in recent {
            if recent_ui(ui, one).clicked() && !one.missing {
                commands.push(Command::Open(vec![one.path.clone()]));
            }
        }
    });
}

/// Takes files dropped on the window, and says so while they are held over it.
pub(super) fn drop_ui(ctx: &Context, commands: &mut Vec<Command>) {
    let (dropped, held) = ctx.input(|input| {
        let dropped = input.raw.dropped_files.iter();
        let paths: Vec<PathBuf> = dropped.map(|file| file.path().to_path_buf()).collect();
        (paths, input.raw.hovered_files.len())
    });
    if !dropped.is_empty() {
        commands.push(Command::Open(dropped));
    } else if held > 0 {
        veil_ui(ctx, held);
    }
}

fn veil_ui(ctx: &Context, held: usize) {
    let palette = Palette::shown(ctx);
    let window = ctx.content_rect();
    let id = Id::unique("files held over the window");
    let painter = ctx.layer_painter(LayerId::new(Order::Foreground, id));
    painter.rect_filled(window, 0.0, palette.paper.gamma_multiply(0.92));
    let line = Stroke::new(2.0, palette.accent);
    painter.rect_stroke(window.shrink(space::L), 12.0, line, StrokeKind::Inside);
    let (middle, font) = (window.center(), TITLE.bold().font());
    let text = words::drop_them(held);
    painter.text(middle, Align2::CENTER_CENTER, text, font, palette.ink);
}
