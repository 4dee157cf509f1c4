//! A whole picture painted in a rectangle: the one function that both the window and every
//! exported file go through.

use eframe::egui;
use egui::epaint::TextShape;
use egui::{
    Rect, Response, Role, Sense, Shape, Stroke, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use egui_plot::{Plot, PlotBounds, PlotItem};

use super::cells::cell_shapes;
use super::layout::{Layout, PlacedSign, Typesetter};
use super::looking::{Look, look_ui};
use super::marks::{MarkStyle, OPEN_END, PanelMarks, bar_shapes, slices};
use super::points::{FieldMarks, POINT, RING, circle_shapes, span, whisker};
use super::sheet::layout;
use super::theme::{Palette, Weight, size};
use crate::chart::{ChartSpec, SignKey, Target};
use crate::model::Open;

/// The height a picture needs at a width.
pub fn picture_height(ui: &Ui, spec: &ChartSpec, palette: &Palette, width: f32) -> f32 {
    layout(&Typesetter::new(ui.ctx(), palette), spec, vec2(width, 0.0)).height
}

/// What a person did to a picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PictureResponse {
    /// The figure clicked.
    pub clicked: Option<Target>,
    /// The id of the operation clicked in the key of colours.
    pub named: Option<String>,
    /// The part of the chart asked for.
    pub look: Option<Look>,
    /// Whether a text is cut off at the left or right.
    pub cut: bool,
}

/// Paints a picture with its top left corner at the top left of what is free in `ui`, and
/// takes that room. Figures can be pointed at, clicked, and read by a screen reader.
pub fn picture_ui(ui: &mut Ui, spec: &ChartSpec, palette: &Palette, room: Vec2) -> PictureResponse {
    let placed = layout(&Typesetter::new(ui.ctx(), palette), spec, room);
    let height = placed.height.max(room.y);
    let (rect, _) = ui.allocate_exact_size(vec2(room.x, height), Sense::hover());
    let origin = rect.min.to_vec2();
    ui.painter().rect_filled(rect, 0.0, palette.sheet);

    // Fields come first, so that figures and names lie over them for the pointer.
    let mut response = PictureResponse {
        cut: placed.is_cut(room.x),
        ..PictureResponse::default()
    };
    let mut lit = None;
    for (index, field) in placed.fields.iter().enumerate() {
        let asked = look_ui(
            ui,
            ("look", index),
            field,
            field.rect.translate(origin),
            palette,
        );
        response.look = response.look.or(asked);
    }
    let names: Vec<Response> = placed
        .names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let area = name.rect.translate(origin);
            let key = ui.interact(area, ui.scope_id().with(("name", index)), Sense::click());
            key.widget_info(|| {
                WidgetInfo::selected(
                    Role::Button,
                    true,
                    name.pinned,
                    format!("Pin {}", name.name),
                )
            });
            if key.clicked() {
                response.named = Some(name.operation.clone());
            }
            if key.hovered() || key.has_focus() {
                lit = Some(name.place);
            }
            key.on_hover_cursor(egui::CursorIcon::PointingHand)
                .on_hover_text("Pinned operations keep their colour, the others turn grey")
        })
        .collect();
    let figures: Vec<Response> = placed
        .hits
        .iter()
        .enumerate()
        .map(|(index, hit)| {
            let area = hit.rect.translate(origin);
            let figure = ui.interact(area, ui.scope_id().with(("figure", index)), Sense::click());
            figure.widget_info(|| WidgetInfo::labeled(Role::Button, true, &hit.spoken));
            if figure.clicked() {
                response.clicked = Some(hit.target.clone());
            }
            let at_hand = figure.hovered() || figure.has_focus();
            if at_hand && placed.has_marks_of(hit.target.place) {
                lit = Some(hit.target.place);
            }
            figure
                .on_hover_cursor(egui::CursorIcon::PointingHand)
                .on_hover_text(&hit.spoken)
        })
        .collect();
    paint(ui, &placed, palette, rect, lit);
    for focused in names.iter().chain(&figures).filter(|one| one.has_focus()) {
        let stroke = Stroke::new(1.5, palette.accent);
        let area = focused.rect.expand(2.0);
        ui.painter()
            .rect_stroke(area, 2.0, stroke, egui::StrokeKind::Outside);
    }
    response
}

/// Paints a layout; `lit` is the place in the atlas of the operation to bring out.
fn paint(ui: &mut Ui, placed: &Layout, palette: &Palette, rect: Rect, lit: Option<usize>) {
    let origin = rect.min.to_vec2();
    for rule in &placed.rules {
        ui.painter().line_segment(
            rule.ends.map(|end| end + origin),
            Stroke::new(1.0, rule.color),
        );
    }
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
        plot_ui(
            ui,
            ("panel", index),
            panel.rect,
            bounds,
            PanelMarks::new(&panel, palette, lit),
        );
    }
    for (index, field) in placed.fields.iter().enumerate() {
        let bounds = PlotBounds::from_min_max([field.x.0, field.y.0], [field.x.1, field.y.1]);
        plot_ui(
            ui,
            ("field", index),
            field.rect.translate(origin),
            bounds,
            FieldMarks::new(field, palette, lit),
        );
    }
    let painter = ui.painter();
    let mut shapes = Vec::new();
    for cell in &placed.cells {
        let color = palette.mark(cell.place, cell.quiet, lit);
        cell_shapes(
            &mut shapes,
            palette,
            color,
            cell.rect.translate(origin),
            cell.statement,
        );
    }
    for swatch in &placed.swatches {
        shapes.push(Shape::rect_filled(
            swatch.rect.translate(origin),
            0.0,
            palette.mark(swatch.place, swatch.quiet, lit),
        ));
    }
    for &(middle, radius) in &placed.circles {
        shapes.push(Shape::circle_stroke(
            middle + origin,
            radius,
            Stroke::new(1.2, palette.ink_faint),
        ));
    }
    for sign in &placed.signs {
        shapes.extend(sign_shapes(ui, sign, palette, origin));
    }
    painter.extend(shapes);
    for text in &placed.texts {
        if text.covers {
            let cover = text.rect().translate(origin).expand2(vec2(2.0, 0.0));
            painter.rect_filled(cover, 0.0, palette.sheet);
        }
        let shape = TextShape::new(text.pos + origin, text.galley.clone(), text.color)
            .with_angle(text.angle);
        painter.add(shape);
    }
}

/// One item on a plot that shows nothing else and cannot be moved.
fn plot_ui<'a>(
    ui: &mut Ui,
    name: (&'static str, usize),
    area: Rect,
    bounds: PlotBounds,
    item: impl PlotItem + 'a,
) {
    let mut inner = ui.new_child(UiBuilder::new().max_rect(area));
    Plot::new(name)
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
            plot.add(item);
        });
}

/// A sign of the key, drawn as on the marks.
fn sign_shapes(ui: &Ui, sign: &PlacedSign, palette: &Palette, origin: Vec2) -> Vec<Shape> {
    let rect = sign.rect.translate(origin);
    let mut shapes = Vec::new();
    let open = match sign.sign {
        SignKey::Around => Open::Around,
        SignKey::Up | SignKey::LargerChange => Open::Up,
        SignKey::Down | SignKey::SmallerChange => Open::Down,
        SignKey::Within => Open::Within,
        SignKey::Disagreement => {
            let star = Typesetter::new(ui.ctx(), palette).line("*", Weight::Medium, size::TEXT);
            let pos = pos2(rect.left(), rect.center().y - star.size().y / 2.0);
            return vec![Shape::galley(pos, star, palette.ink)];
        }
        SignKey::NoNumber => {
            circle_shapes(
                &mut shapes,
                palette,
                palette.ink_faint,
                rect.center(),
                RING,
                None,
            );
            return shapes;
        }
        SignKey::Months => {
            span(
                &mut shapes,
                palette.ink_faint,
                rect.left_center(),
                rect.right_center(),
                false,
            );
            return shapes;
        }
        SignKey::Statement(statement) => {
            cell_shapes(&mut shapes, palette, palette.ink_soft, rect, statement);
            return shapes;
        }
    };
    match sign.style {
        MarkStyle::Bar | MarkStyle::Cell if open == Open::Up => {
            // As on a long bar, where all slices are seen.
            let color = palette.ink_faint;
            let end = rect.right() - OPEN_END;
            shapes.push(Shape::rect_filled(rect.with_max_x(end), 0.0, color));
            slices(&mut shapes, palette, color, rect.y_range(), end, OPEN_END);
        }
        MarkStyle::Bar | MarkStyle::Cell => {
            let low = (open == Open::Within).then(|| rect.center().x);
            bar_shapes(
                &mut shapes,
                palette,
                palette.ink_faint,
                rect.y_range(),
                rect.left(),
                rect.right(),
                low,
                open,
            );
        }
        MarkStyle::Circle => {
            let radius = if open == Open::Up { 5.0 } else { 7.0 };
            let number = Some((open, (open == Open::Within).then_some(0.25)));
            circle_shapes(
                &mut shapes,
                palette,
                palette.ink_faint,
                rect.center(),
                radius,
                number,
            );
        }
        MarkStyle::Point => {
            let middle = match open {
                Open::Up => pos2(rect.left() + POINT, rect.center().y),
                Open::Down | Open::Within => pos2(rect.right() - POINT, rect.center().y),
                Open::No | Open::Around => rect.center(),
            };
            whisker(
                &mut shapes,
                palette.ink_faint,
                middle,
                vec2(1.0, 0.0),
                open,
                Some(-18.0),
            );
            shapes.push(Shape::circle_filled(middle, POINT - 1.0, palette.ink_faint));
        }
    }
    shapes
}
