//! The window with nothing to show yet, and the window while files are held over it.

use std::path::PathBuf;

use eframe::egui;
use egui::{
    Align2, Context, Id, LayerId, Order, RichText, Stroke, StrokeKind, Ui, UiBuilder, vec2,
};

use super::commands::Action;
use super::tool_button::ToolButton;
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::state::{Command, State};

/// Draws what stands in place of a page while no dataset is open.
pub(super) fn welcome_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let middle = egui::Rect::from_center_size(
        ui.max_rect().center(),
        vec2(ui.available_width().min(480.0), 160.0),
    );
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.vertical_centered(|ui| {
            let title = if state.reading.is_empty() {
                "No dataset is open"
            } else {
                "Reading…"
            };
            ui.label(
                RichText::new(title)
                    .font(font(Weight::SemiBold, size::TITLE))
                    .color(palette.ink),
            );
            if !state.reading.is_empty() {
                ui.label(RichText::new(state.reading.join(", ")).color(palette.ink_soft));
                return;
            }
            let note = "Open a .ron file, or drop one on the window.";
            ui.label(RichText::new(note).color(palette.ink_soft));
            ui.add_space(space::M);
            let buttons = [Action::OpenFiles, Action::TypePath].map(|action| {
                (
                    action,
                    ToolButton::text(action.text()).with_icon(action.icon()),
                )
            });
            let width: f32 = buttons
                .iter()
                .map(|(_, button)| button.width(ui))
                .sum::<f32>()
                + space::S;
            ui.horizontal(|ui| {
                ui.add_space(((ui.available_width() - width) / 2.0 - space::S).max(0.0));
                for (action, button) in buttons {
                    if button.show(ui).clicked() {
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
        let dropped: Vec<PathBuf> = input
            .raw
            .dropped_files
            .iter()
            .map(|file| file.path().to_path_buf())
            .collect();
        (dropped, input.raw.hovered_files.len())
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
    let painter = ctx.layer_painter(LayerId::new(
        Order::Foreground,
        Id::unique("files held over the window"),
    ));
    painter.rect_filled(window, 0.0, palette.paper.gamma_multiply(0.92));
    let frame = window.shrink(space::L);
    painter.rect_stroke(
        frame,
        12.0,
        Stroke::new(2.0, palette.accent),
        StrokeKind::Inside,
    );
    let text = if held == 1 {
        "Drop to open the file".to_owned()
    } else {
        format!("Drop to open {held} files")
    };
    painter.text(
        window.center(),
        Align2::CENTER_CENTER,
        text,
        font(Weight::SemiBold, size::TITLE),
        palette.ink,
    );
}
