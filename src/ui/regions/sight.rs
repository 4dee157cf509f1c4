//! That the keyboard is seen: scrolled to where it is cut off, and with a ring around it.

use eframe::egui;
use egui::accesskit::{Action, ActionRequest, NodeId, TreeId};
use egui::style::ScrollAnimation;
use egui::{Context, Event, Id, Rect, Response, Stroke, StrokeKind, Ui, Vec2, vec2};

use super::stops::around;
use crate::draw::theme::{Palette, space};

/// Asks the list that a widget stands in to scroll to it, as a screen reader does.
pub(super) fn show(ctx: &Context, id: Id) {
    ask(ctx, id.accesskit_id());
}

fn ask(ctx: &Context, target_node: NodeId) {
    let request = ActionRequest {
        action: Action::ScrollIntoView,
        target_tree: TreeId::ROOT,
        target_node,
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
    let frames = Noted::FRAMES;
    let first = asked.map(|node| Noted { node, frames });
    match first.or(noted.and_then(Noted::next)) {
        Some(noted) => {
            if noted.frames == Noted::AGAIN {
                ask(ctx, noted.node);
            }
            ctx.data_mut(|data| data.insert_temp(noted_id(), noted));
            ctx.request_repaint();
        }
        None => ctx.data_mut(|data| data.remove::<Noted>(noted_id())),
    }
}

/// What is asked to be in sight, and for how many frames it is looked after. What scrolls inside
/// scrolls first, then what scrolls around it, each by what it knows; then both once more, since
/// what scrolls inside knows how far only when it is in sight itself.
#[derive(Clone, Copy)]
struct Noted {
    node: NodeId,
    frames: u8,
}

impl Noted {
    /// All of them: what was scrolled is at rest after three.
    const FRAMES: u8 = 9;
    /// When what scrolls inside is asked again.
    const AGAIN: u8 = 3;
    /// When what scrolls around it scrolls.
    const AROUND: [u8; 2] = [6, 0];

    fn next(self) -> Option<Self> {
        let frames = self.frames.checked_sub(1)?;
        Some(Self { frames, ..self })
    }
}

fn noted_id() -> Id {
    Id::unique("asked to be in sight")
}

/// Brings into sight, within this `ui`, what was asked for.
pub(super) fn in_sight(ui: &Ui) {
    let asked: Option<Noted> = ui.data(|data| data.get_temp(noted_id()));
    let is_time = |noted: &Noted| Noted::AROUND.contains(&noted.frames);
    let Some(Noted { node: asked, .. }) = asked.filter(is_time) else {
        return;
    };
    let rect = ui.ctx().viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let mut drawn = widgets.get_layer(ui.layer_id());
        let widget = drawn.find(|widget| widget.id.accesskit_id() == asked)?;
        let is_here = around(widgets, widget).contains(&ui.unique_id());
        // Where the list it stands in is out of sight itself, that comes first.
        let (rect, seen, clip) = (widget.rect, widget.interact_rect, ui.clip_rect());
        let rect = if seen.is_positive() {
            rect
        } else if seen.top() > clip.top() + 1.0 && seen.top() > rect.top() {
            Rect::from_min_size(seen.min, rect.size())
        } else if seen.bottom() < clip.top() - 1.0 {
            Rect::from_min_size(seen.max - rect.size(), rect.size())
        } else {
            rect
        };
        is_here.then_some(rect)
    });
    if let Some(rect) = rect {
        // With room for a bar that lies over what scrolls inside.
        let rect = rect.expand2(vec2(0.0, space::L));
        ui.scroll_to_rect_animation(rect, None, ScrollAnimation::none());
    }
}

/// Brings what was asked for out from under what stays in place while its table scrolls: egui
/// takes all of the table for what is seen.
pub(super) fn uncover(ui: &Ui, response: &Response, covered: Vec2) {
    if covered.max_elem() <= 0.0 {
        return;
    }
    let asked: Option<Noted> = ui.data(|data| data.get_temp(noted_id()));
    if asked.is_some_and(|noted| noted.node == response.id.accesskit_id()) {
        let rect = Rect::from_min_max(response.rect.min - covered, response.rect.max);
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
