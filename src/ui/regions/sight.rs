//! That the keyboard is seen: scrolled to where it is cut off, and with a ring around it.

use eframe::egui;
use egui::accesskit::{Action, ActionRequest, TreeId};
use egui::{Context, Event, Id, Rect, Stroke, StrokeKind};

use crate::draw::theme::Palette;

/// Asks the list that a widget stands in to scroll to it, as a screen reader does.
pub(super) fn show(ctx: &Context, id: Id) {
    let request = ActionRequest {
        action: Action::ScrollIntoView,
        target_tree: TreeId::ROOT,
        target_node: id.accesskit_id(),
        data: None,
    };
    ctx.input_mut(|input| {
        input.events.push(Event::AccessKitActionRequest(request));
    });
}

/// Draws the ring around what has the keyboard, over a line of the ground, so that it is seen on
/// any colour.
pub(super) fn ring_ui(ctx: &Context) {
    let Some(at) = ctx.memory(egui::Memory::focused) else {
        return;
    };
    let drawn = ctx.viewport(|viewport| viewport.this_pass.widgets.get(at).copied());
    let is_seen = |rect: Rect| rect.is_positive();
    let Some(widget) = drawn.filter(|widget| is_seen(widget.interact_rect)) else {
        return;
    };
    let palette = Palette::shown(ctx);
    let painter = ctx.layer_painter(widget.layer_id);
    let window = ctx.content_rect().shrink(2.0);
    let rect = widget.interact_rect.expand(1.0).intersect(window);
    for (width, color) in [(4.0, palette.sheet), (2.0, palette.accent)] {
        painter.rect_stroke(rect, 4, Stroke::new(width, color), StrokeKind::Middle);
    }
}
