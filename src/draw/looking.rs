//! Looking closer at a field: by the wheel or a pinch about the pointer, by dragging a box, by
//! keys while the keyboard is anywhere in the picture; a double click shows everything again.

use eframe::egui;
use egui::{
    Id, Key, Modifiers, PointerButton, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo,
};

use super::placed::PlacedField;
use super::theme::Palette;
use crate::chart::Zoom;
use crate::words;

/// A drag shorter than this is a click that slipped, in points.
const SLIP: f32 = 6.0;
/// How much the part shown changes by one press of a key.
const STEP: f64 = 1.25;
/// How many points of the wheel change the part shown by a factor of e.
const WHEEL: f64 = 250.0;

/// What part of a chart is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Look {
    /// Everything.
    AtAll,
    /// A part.
    At(Zoom),
}

/// Senses what a person does to a field.
pub(super) fn look_ui(
    ui: &Ui,
    field: &PlacedField,
    rect: Rect,
    palette: &Palette,
    has_keys: bool,
) -> (Option<Look>, Response) {
    let lens = Lens { axes: *field, rect };
    let response = ui.interact(rect, ui.scope_id().with("look"), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollView, true, words::FIELD_OF_CHART));
    if response.clicked() {
        response.request_focus();
    }
    (lens.asked(ui, palette, &response, has_keys), response)
}

impl Lens {
    /// What is asked for.
    fn asked(
        &self,
        ui: &Ui,
        palette: &Palette,
        response: &Response,
        has_keys: bool,
    ) -> Option<Look> {
        if (has_keys || response.has_focus())
            && let Some(asked) = self.by_keys(ui)
        {
            return Some(asked);
        }
        if response.double_clicked() {
            return Some(Look::AtAll);
        }
        let moves = ui.input(|input| input.modifiers.shift || input.pointer.middle_down());
        let dragged = response.dragged_by(PointerButton::Primary)
            || response.dragged_by(PointerButton::Middle);
        if dragged && moves {
            return Some(self.moved(response.drag_delta()));
        }
        let begun = response.id.with("begun");
        if response.drag_started_by(PointerButton::Primary)
            && let Some(from) = ui.input(|input| input.pointer.press_origin())
        {
            ui.data_mut(|data| data.insert_temp(begun, from));
        }
        if let Some(drawn) = self.drawn_box(ui, begun) {
            if response.dragged_by(PointerButton::Primary) {
                let fill = palette.accent.gamma_multiply(0.12);
                let stroke = Stroke::new(1.0, palette.accent);
                ui.painter()
                    .rect(drawn, 0.0, fill, stroke, StrokeKind::Inside);
            } else if response.drag_stopped_by(PointerButton::Primary)
                && (drawn.width() > SLIP || (drawn.height() > SLIP && self.axes.y.is_some()))
            {
                return Some(self.within(drawn));
            }
        }
        self.by_wheel(ui)
    }
}

struct Lens {
    axes: PlacedField,
    rect: Rect,
}

impl Lens {
    /// A part of one or both axes; an axis of which all is asked for keeps its own ends.
    fn part(&self, x: Option<(f64, f64)>, y: Option<(f64, f64)>) -> Look {
        let PlacedField {
            x: across, y: up, ..
        } = self.axes;
        if x.is_none() && y.is_none() {
            return Look::AtAll;
        }
        Look::At(Zoom {
            x: x.unwrap_or_else(|| across.whole()),
            y: up.map(|up| y.unwrap_or_else(|| up.whole())),
        })
    }

    fn zoomed(&self, about: Pos2, factor: f64) -> Look {
        let x = self.axes.x.zoomed(about.x - self.rect.left(), factor);
        let y = self
            .axes
            .y
            .and_then(|y| y.zoomed(self.rect.bottom() - about.y, factor));
        self.part(x, y)
    }

    fn moved(&self, delta: egui::Vec2) -> Look {
        let x = self.axes.x.moved(-delta.x);
        let y = self.axes.y.and_then(|y| y.moved(delta.y));
        self.part(x, y)
    }

    fn within(&self, drawn: Rect) -> Look {
        let (left, bottom) = (self.rect.left(), self.rect.bottom());
        let x = self
            .axes
            .x
            .between(drawn.left() - left, drawn.right() - left);
        let y = self
            .axes
            .y
            .and_then(|y| y.between(bottom - drawn.bottom(), bottom - drawn.top()));
        self.part(x, y)
    }

    /// The box being dragged; as high as the field where only years are chosen.
    fn drawn_box(&self, ui: &Ui, begun: Id) -> Option<Rect> {
        let from: Pos2 = ui.data(|data| data.get_temp(begun))?;
        let to = ui.input(|input| input.pointer.latest_pos())?;
        let drawn = Rect::from_two_pos(from, to).intersect(self.rect);
        Some(if self.axes.y.is_some() {
            drawn
        } else {
            Rect::from_x_y_ranges(drawn.x_range(), self.rect.y_range())
        })
    }

    fn by_wheel(&self, ui: &Ui) -> Option<Look> {
        if !ui.rect_contains_pointer(self.rect) {
            return None;
        }
        let about = ui.input(|input| input.pointer.hover_pos())?;
        let (turned, pinched) = ui.input(|input| {
            (
                f64::from(input.smooth_scroll_delta.y),
                f64::from(input.zoom_delta()),
            )
        });
        let factor = (-turned / WHEEL).exp() / pinched;
        if (factor - 1.0).abs() < 1e-6 {
            return None;
        }
        let all_is_shown = self.axes.x.is_full() && self.axes.y.is_none_or(|y| y.is_full());
        if factor > 1.0 && all_is_shown {
            // There is nothing further away; the page may scroll.
            return None;
        }
        ui.input_mut(|input| input.smooth_scroll_delta = egui::Vec2::ZERO);
        Some(self.zoomed(about, factor))
    }

    fn by_keys(&self, ui: &Ui) -> Option<Look> {
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let middle = self.rect.center();
        let step = self.rect.size() / 8.0;
        if pressed(Key::Plus) || pressed(Key::Equals) {
            return Some(self.zoomed(middle, 1.0 / STEP));
        }
        if pressed(Key::Minus) {
            return Some(self.zoomed(middle, STEP));
        }
        if pressed(Key::Num0) {
            return Some(Look::AtAll);
        }
        // Arrows alone lead from figure to figure.
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, key));
        let ways = [
            (Key::ArrowLeft, egui::vec2(step.x, 0.0)),
            (Key::ArrowRight, egui::vec2(-step.x, 0.0)),
            (Key::ArrowUp, egui::vec2(0.0, step.y)),
            (Key::ArrowDown, egui::vec2(0.0, -step.y)),
        ];
        ways.into_iter()
            .find(|(key, _)| pressed(*key))
            .map(|(_, way)| self.moved(way))
    }
}
