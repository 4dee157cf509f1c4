//! Panels that lie over the window: their sheet, title, text field, and what went wrong.

use eframe::egui;
use egui::{Align2, Area, Frame, Id, Margin, Modal, Role, Shadow, TextEdit, Ui, Vec2, WidgetInfo};

use super::style::{Ink, SMALL, TITLE};
use super::widgets::{headed_ui, label_ui};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::state::State;

/// A panel over the window, to be shown.
pub(super) struct Panel {
    id: Id,
    name: &'static str,
    width: f32,
    anchor: (Align2, Vec2),
}

/// A panel of a width in points, with a name for those who hear the window.
pub(super) fn panel(
    id: &'static str,
    name: &'static str,
    width: f32,
    anchor: (Align2, Vec2),
) -> Panel {
    Panel {
        id: Id::unique(id),
        name,
        width,
        anchor,
    }
}

impl Panel {
    /// Shows it, on a veil that catches every click beside it.
    pub(super) fn show<R>(
        self,
        ctx: &egui::Context,
        contents: impl FnOnce(&mut Ui) -> R,
    ) -> egui::ModalResponse<R> {
        let palette = Palette::shown(ctx);
        let (align, offset) = self.anchor;
        let area: Area = Modal::default_area(self.id)
            .anchor(align, offset)
            .accessible_name(self.name);
        let visuals = ctx.style_of(ctx.theme());
        let (shade, veil) = if palette.dark {
            (
                palette.paper.gamma_multiply(0.8),
                palette.paper.gamma_multiply(0.7),
            )
        } else {
            (
                palette.ink.gamma_multiply(0.2),
                palette.ink.gamma_multiply(0.18),
            )
        };
        // Wide and soft: the panel lies well above the page.
        let shadow = Shadow {
            offset: [0, 12],
            blur: 40,
            spread: 0,
            color: shade,
        };
        let frame = Frame::popup(&visuals)
            .fill(palette.sheet)
            .corner_radius(12)
            .shadow(shadow)
            .inner_margin(Margin::same(margins(ctx).0 as i8));
        let width = self.width.min(room(ctx).x);
        Modal::new(self.id)
            .area(area)
            .frame(frame)
            .backdrop_color(veil)
            .show(ctx, |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = space::M;
                contents(ui)
            })
    }
}

/// How large a panel can be in the window, without its margins.
pub(super) fn room(ctx: &egui::Context) -> Vec2 {
    let (inside, beside) = margins(ctx);
    (ctx.content_rect().size() - Vec2::splat(2.0 * (inside + beside))).max(Vec2::ZERO)
}

/// The margins inside a panel and between it and the window's edge.
fn margins(ctx: &egui::Context) -> (f32, f32) {
    let window = ctx.content_rect();
    if window.width() < 600.0 || window.height() < 480.0 {
        (space::M, space::S)
    } else {
        (space::XL, space::XL)
    }
}

/// A panel's title.
pub(super) fn title_ui(ui: &mut Ui, title: &str) {
    headed_ui(ui, TITLE.bold(), title);
}

/// A heading inside a panel.
pub(super) fn heading_ui(ui: &mut Ui, heading: &str) {
    label_ui(ui, SMALL.medium().soft(), heading);
}

/// A text field as high as the buttons beside it.
pub(super) fn field(text: &mut String) -> TextEdit<'_> {
    TextEdit::singleline(text)
        .margin(Margin::symmetric(12, 7))
        .min_size(egui::vec2(0.0, 32.0))
}

/// What just failed, repeated where the eye is: the panel veils the status line.
pub(super) fn failure_ui(ui: &mut Ui, state: &State) {
    if let Some(notice) = state.notice.as_ref().filter(|notice| notice.failed) {
        let text = format!("{} {}", icons::WARNING_CIRCLE, notice.text);
        let response = label_ui(ui, SMALL.ink(Ink::Error), text);
        response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &notice.text));
    }
}
