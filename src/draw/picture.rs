//! A whole picture painted in a rectangle: the one function that both the window and every
//! exported file go through.

use eframe::egui;
use egui::{Rect, Role, Sense, Shape, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};
use egui_plot::{Plot, PlotBounds};

use super::layout::{Layout, PlacedSign, Typesetter, layout};
use super::marks::{PanelMarks, bar_shapes};
use super::theme::{Palette, Weight, size};
use crate::chart::{ChartSpec, SignKey, Target};
use crate::model::Open;

/// The height a picture needs at a width.
pub fn picture_height(ui: &Ui, spec: &ChartSpec, palette: &Palette, width: f32) -> f32 {
    layout(&Typesetter::new(ui.ctx(), palette), spec, vec2(width, 0.0)).height
}

/// What a person did to a picture.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PictureResponse {
    /// The figure clicked.
    pub clicked: Option<Target>,
}

/// Paints a picture with its top left corner at the top left of what is free in `ui`, and
/// takes that room. Figures can be pointed at, clicked, and read by a screen reader.
pub fn picture_ui(ui: &mut Ui, spec: &ChartSpec, palette: &Palette, room: Vec2) -> PictureResponse {
    let placed = layout(&Typesetter::new(ui.ctx(), palette), spec, room);
    let height = placed.height.max(room.y);
    let (rect, _) = ui.allocate_exact_size(vec2(room.x, height), Sense::hover());
    let origin = rect.min.to_vec2();
    ui.painter().rect_filled(rect, 0.0, palette.sheet);
    paint(ui, &placed, palette, rect);

    let mut response = PictureResponse::default();
    for (index, hit) in placed.hits.iter().enumerate() {
        let area = hit.rect.translate(origin);
        let row = ui.interact(area, ui.scope_id().with(("figure", index)), Sense::click());
        row.widget_info(|| WidgetInfo::labeled(Role::Button, true, &hit.spoken));
        if row.has_focus() {
            let stroke = egui::Stroke::new(1.5, palette.accent);
            ui.painter()
                .rect_stroke(area.expand(2.0), 2.0, stroke, egui::StrokeKind::Outside);
        }
        if row.clicked() {
            response.clicked = Some(hit.target.clone());
        }
        row.on_hover_cursor(egui::CursorIcon::PointingHand)
            .on_hover_text(&hit.spoken);
    }
    response
}

fn paint(ui: &mut Ui, placed: &Layout, palette: &Palette, rect: Rect) {
    let origin = rect.min.to_vec2();
    for (index, panel) in placed.panels.iter().enumerate() {
        let mut panel = panel.clone();
        panel.rect = panel.rect.translate(origin);
        for rows in panel
            .bars
            .iter_mut()
            .map(|bar| &mut bar.y)
            .chain(&mut panel.groups)
        {
            *rows = (rows.0 + origin.y, rows.1 + origin.y);
        }
        let (low, high) = panel.domain;
        let bounds = PlotBounds::from_min_max([low, 0.0], [high, f64::from(panel.rect.height())]);
        let area = panel.rect;
        let mut inner = ui.new_child(UiBuilder::new().max_rect(area));
        Plot::new(("panel", index))
            .width(area.width())
            .height(area.height())
            .sense(Sense::hover())
            .show_axes(false)
            .show_grid(false)
            .show_background(false)
            .show_x(false)
            .show_y(false)
            .show_crosshair(false)
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .set_margin_fraction(Vec2::ZERO)
            .show(&mut inner, |plot| {
                plot.set_plot_bounds(bounds);
                plot.add(PanelMarks::new(&panel, palette));
            });
    }
    let painter = ui.painter();
    for swatch in &placed.swatches {
        painter.rect_filled(
            swatch.rect.translate(origin),
            0.0,
            palette.series(swatch.place),
        );
    }
    for sign in &placed.signs {
        painter.extend(sign_shapes(ui, sign, palette, origin));
    }
    for text in &placed.texts {
        if text.covers {
            painter.rect_filled(text.rect().translate(origin), 0.0, palette.sheet);
        }
        painter.galley(text.pos + origin, text.galley.clone(), text.color);
    }
}

/// A sign of the key, drawn as on a bar.
fn sign_shapes(ui: &Ui, sign: &PlacedSign, palette: &Palette, origin: Vec2) -> Vec<Shape> {
    let rect = sign.rect.translate(origin);
    let open = match sign.sign {
        SignKey::Around => Open::Around,
        SignKey::Up => Open::Up,
        SignKey::Down => Open::Down,
        SignKey::Within => Open::Within,
        SignKey::Disagreement => {
            let star = Typesetter::new(ui.ctx(), palette).line("*", Weight::Medium, size::TEXT);
            let pos = pos2(
                rect.right() - star.size().x,
                rect.center().y - star.size().y / 2.0,
            );
            return vec![Shape::galley(pos, star, palette.ink)];
        }
    };
    let mut shapes = Vec::new();
    let end = if open == Open::Up {
        rect.right() - super::marks::OPEN_END
    } else {
        rect.right()
    };
    let low = (open == Open::Within).then(|| rect.center().x);
    bar_shapes(
        &mut shapes,
        palette,
        palette.ink_faint,
        rect.y_range(),
        rect.left(),
        end,
        low,
        open,
    );
    shapes
}
