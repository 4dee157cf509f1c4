//! The window with nothing to show yet, and the window while files are held over it.

use std::path::PathBuf;

use eframe::egui;
use egui::{Align2, Context, Id, LayerId, Order, Stroke, StrokeKind, Ui, UiBuilder, vec2};

use super::commands::Action;
use super::style::{TEXT, TITLE};
use super::tool_button::ToolButton;
use super::widgets::label_ui;
use crate::draw::theme::{Palette, space};
use crate::state::{Command, State};

/// Draws what stands in place of a page while no dataset is open.
pub(super) fn welcome_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let size = vec2(ui.available_width().min(480.0), 160.0);
    let middle = egui::Rect::from_center_size(ui.max_rect().center(), size);
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.vertical_centered(|ui| {
            let title = if state.reading.is_empty() {
                "No dataset is open"
            } else {
                "Reading…"
            };
            label_ui(ui, TITLE.bold(), title);
            if !state.reading.is_empty() {
                label_ui(ui, TEXT.soft(), state.reading.join(", "));
                return;
            }
            let note = "Open a .ron file, or drop one on the window.";
            label_ui(ui, TEXT.soft(), note);
            ui.add_space(space::M);
            let actions = [Action::OpenFiles, Action::TypePath];
            let button = |action: Action| ToolButton::text(action.text()).with_icon(action.icon());
            let widths: f32 = actions.map(|action| button(action).width(ui)).iter().sum();
            ui.horizontal(|ui| {
                let left = (ui.available_width() - widths - space::S) / 2.0 - space::S;
                ui.add_space(left.max(0.0));
                for action in actions {
                    if button(action).show(ui).clicked() {
                        commands.extend(action.command());
                    }
                }
            });
        });
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
    let text = if held == 1 {
        "Drop to open the file".to_owned()
    } else {
        format!("Drop to open {held} files")
    };
    let middle = window.center();
    let font = TITLE.bold().font();
    painter.text(middle, Align2::CENTER_CENTER, text, font, palette.ink);
}
