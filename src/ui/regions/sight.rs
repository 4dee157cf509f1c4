//! That the keyboard is seen: scrolled to where it is cut off, and with a ring around it.

use eframe::egui;
use egui::accesskit::{Action, ActionRequest, NodeId, TreeId};
use egui::style::ScrollAnimation;
use egui::{Context, Event, Id, Rect, Stroke, StrokeKind, Ui, vec2};

use super::stops::around;
use crate::draw::theme::{Palette, space};

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

/// Keeps in mind what is asked to be in sight in this frame: what scrolls there takes the request
/// away.
pub(super) fn note(ctx: &Context) {
    let asked = ctx.input(|input| {
        input.events.iter().find_map(|event| {
            let Event::AccessKitActionRequest(request) = event else {
                return None;
            };
            (request.action == Action::ScrollIntoView).then_some(request.target_node)
        })
    });
    let noted: Option<Noted> = ctx.data(|data| data.get_temp(noted_id()));
    let frames = |of: Noted| {
        of.frames
            .checked_sub(1)
            .map(|frames| Noted { frames, ..of })
    };
    // What scrolls inside is at rest after some frames; only then is known how far the rest has to.
    let now = asked.map(|node| Noted { node, frames: 3 });
    match now.or(noted.and_then(frames)) {
        Some(noted) => {
            ctx.data_mut(|data| data.insert_temp(noted_id(), noted));
            ctx.request_repaint();
        }
        None => ctx.data_mut(|data| data.remove::<Noted>(noted_id())),
    }
}

/// What is asked to be in sight, and in how many frames it is looked after.
#[derive(Clone, Copy)]
struct Noted {
    node: NodeId,
    frames: u8,
}

fn noted_id() -> Id {
    Id::unique("asked to be in sight")
}

/// Brings into sight, within this `ui`, what was asked for.
pub(super) fn in_sight(ui: &Ui) {
    let asked: Option<Noted> = ui.data(|data| data.get_temp(noted_id()));
    let Some(Noted {
        node: asked,
        frames: 0,
    }) = asked
    else {
        return;
    };
    let rect = ui.ctx().viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let mut drawn = widgets.get_layer(ui.layer_id());
        let widget = drawn.find(|widget| widget.id.accesskit_id() == asked)?;
        let is_here = around(widgets, widget).contains(&ui.unique_id());
        is_here.then_some(widget.rect)
    });
    if let Some(rect) = rect {
        // With room for a bar that lies over what scrolls inside.
        let rect = rect.expand2(vec2(0.0, space::L));
        ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
    }
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
