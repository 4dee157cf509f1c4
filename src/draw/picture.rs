//! A whole picture painted in a rectangle: the one function that both the window and every
//! exported file go through.

use eframe::egui;
use egui::epaint::TextShape;
use egui::{CursorIcon, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::cells::cell_shapes;
use super::grid_signs::taking_part_shapes;
use super::looking::{Look, look_ui};
use super::marks::{OPEN_END, bar_shapes, empty_place, slices};
use super::placed::{BarEnds, Form, MarkStyle, PlacedMark, PlacedPicture, PlacedSign, Rule};
use super::placed_map::{Canvas, swatch_shapes};
use super::points::{
    POINT, RING, circle_reach, circle_shapes, point_shapes, span, span_shapes, whisker,
};
use super::theme::{Palette, Weight, font, size};
use super::typesetter::{Typesetter, laid_out};
use crate::chart::{Body, ChartSpec, Subject};
use crate::model::{Country, Open};
use crate::words::{self, LegendSign};

/// How far a text that covers what lies behind it covers more than itself.
const COVER: Vec2 = vec2(2.0, 0.0);

/// What a person did to a picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PictureResponse {
    /// The figure clicked, by its place in the list of what is shown.
    pub clicked: Option<usize>,
    /// The operation clicked in the legend of colours, by its place among the picture's.
    pub named: Option<usize>,
    /// The part of the chart asked for.
    pub look: Option<Look>,
}

/// What is brought out in a picture while nothing is pointed at.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lit<'a> {
    /// The operations with these numbers; `None` where all are alike.
    pub operations: Option<&'a [usize]>,
    /// A country on a map.
    pub country: Option<Country>,
    /// Countries whose rows in a grid are chosen.
    pub chosen: &'a [Country],
}

/// Paints a picture that has been placed, with its top left corner at the top left of what is free
/// in `ui`, and takes that room. Figures can be pointed at, clicked, and read by a screen reader.
/// While nothing is pointed at, what is `lit` is brought out.
pub fn picture_ui(
    ui: &mut Ui,
    spec: &ChartSpec,
    placed: &PlacedPicture,
    palette: &Palette,
    width: f32,
    lit: Lit<'_>,
) -> PictureResponse {
    let size = vec2(width, placed.height);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let origin = rect.min.to_vec2();
    let mut response = PictureResponse::default();
    let mut pointed_at = None;
    let mut brought_out = None;
    ui.painter().rect_filled(rect, 0.0, palette.ground());
    let rows = placed.hits.iter().filter(|hit| {
        let country = hit
            .figures
            .first()
            .and_then(|&first| spec.country_of(first));
        country.is_some_and(|country| lit.chosen.contains(&country))
    });
    if matches!(spec.body, Body::Grid(_)) {
        for hit in rows {
            let row = hit.rect.translate(origin);
            ui.painter().rect_filled(row, 0.0, palette.chosen);
        }
    }
    let name_id = |index: usize| ui.scope_id().with(("name", index));
    let figure_id = |index: usize| ui.scope_id().with(("figure", index));
    // The field comes first, so that figures and names lie over it for the pointer.
    if let Some(field) = &placed.field {
        let names = (0..placed.names.len()).map(name_id);
        let mut all = names.chain((0..placed.hits.len()).map(figure_id));
        let at = ui.memory(egui::Memory::focused);
        let has_keys = at.is_some_and(|at| all.any(|id| id == at));
        let area = field.rect.translate(origin);
        let (look, place) = look_ui(ui, field, area, palette, has_keys);
        response.look = look;
        if let Some(map) = &placed.map {
            let at = place.hover_pos().filter(|_| place.hovered());
            let under = at.and_then(|at| map.figure_at(at - origin));
            if let Some(figure) = under {
                brought_out = Some(figure);
                response.clicked = place.clicked().then_some(figure);
                place
                    .on_hover_cursor(CursorIcon::PointingHand)
                    .on_hover_ui_at_pointer(|ui| told_ui(ui, palette, &spec.spoken(&[figure])));
            }
        }
    }
    for (index, name) in placed.names.iter().enumerate() {
        let operation = &spec.operations[name.operation];
        let area = name.rect.translate(origin);
        let key = ui.interact(area, name_id(index), Sense::click());
        key.widget_info(|| {
            let says = words::pin(&operation.name);
            WidgetInfo::selected(Role::Button, true, operation.pinned, says)
        });
        if key.clicked() {
            response.named = Some(name.operation);
        }
        if key.hovered() || key.has_focus() {
            pointed_at = Some(operation.place);
        }
        key.on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(words::PIN_MEANS);
    }
    for (index, hit) in placed.hits.iter().enumerate() {
        let area = hit.rect.translate(origin);
        let figure = ui.interact(area, figure_id(index), Sense::click());
        figure.widget_info(|| WidgetInfo::labeled(Role::Button, true, spec.spoken(&hit.figures)));
        if figure.clicked() {
            response.clicked = hit.figures.first().copied();
        }
        if let Some(&first) = hit.figures.first()
            && (figure.hovered() || figure.has_focus())
        {
            match spec.operation_of(first).map(|operation| operation.place) {
                Some(place) if placed.has_marks_of(place) => pointed_at = Some(place),
                Some(_) => {}
                None => brought_out = Some(first),
            }
        }
        figure
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_ui(|ui| told_ui(ui, palette, &spec.spoken(&hit.figures)));
    }
    let pointed_at = pointed_at.as_slice();
    let operations = if pointed_at.is_empty() {
        lit.operations
    } else {
        Some(pointed_at)
    };
    paint(ui, placed, palette, origin, (operations, Canvas::Window));
    if let Some(map) = &placed.map {
        let mut shapes = Vec::new();
        let open = lit.country.map(Subject::Country);
        let open = open.and_then(|of| spec.figures.iter().position(|one| one.subject == of));
        for figure in brought_out.into_iter().chain(open) {
            map.bring_out(figure, palette, &mut shapes);
        }
        for shape in &mut shapes {
            shape.translate(origin);
        }
        ui.painter().extend(shapes);
    }
    response
}

/// Paints a picture that has been placed with its corner at the origin: for a file, in which
/// nothing can be pointed at.
pub fn paint_for_file(ui: &Ui, placed: &PlacedPicture, palette: &Palette, width: f32) {
    let rect = Rect::from_min_size(Pos2::ZERO, vec2(width, placed.height));
    ui.painter().rect_filled(rect, 0.0, palette.ground());
    paint(ui, placed, palette, Vec2::ZERO, (None, Canvas::File));
}

/// What the pointer is told.
fn told_ui(ui: &mut Ui, palette: &Palette, says: &str) {
    ui.set_max_width(ui.spacing().tooltip_width);
    let (font, color) = (font(Weight::Regular, size::TEXT), palette.ink);
    ui.label(laid_out(ui.ctx(), says, font, color, ui.available_width()));
}

/// Paints a placed picture; `lit` are the numbers of the operations to bring out.
fn paint(
    ui: &Ui,
    placed: &PlacedPicture,
    palette: &Palette,
    origin: Vec2,
    (lit, canvas): (Option<&[usize]>, Canvas),
) {
    let covers = placed.texts.iter().filter(|text| text.covers);
    let covers: Vec<Rect> = covers.map(|text| text.rect().expand2(COVER)).collect();
    let line = |rule: &Rule| {
        // Where no sheet can cover a line behind a text, the line itself has a gap.
        let parts = if palette.clear {
            rule.outside(&covers)
        } else {
            vec![rule.ends]
        };
        let stroke = Stroke::new(1.0, rule.color);
        let parts = parts.into_iter();
        parts.map(move |ends| Shape::line_segment(ends, stroke))
    };
    let mut shapes: Vec<Shape> = placed.rules.iter().flat_map(line).collect();
    if let Some(map) = &placed.map {
        map.paint(ui.ctx(), palette, canvas, &mut shapes);
    }
    let leader = Stroke::new(1.0, palette.ink);
    let leaders = placed.leaders.iter();
    shapes.extend(leaders.map(|&ends| Shape::line_segment(ends, leader)));
    for swatch in &placed.swatches {
        swatch_shapes(&mut shapes, palette, swatch);
    }
    for mark in &placed.marks {
        mark_shapes(&mut shapes, palette, mark, lit);
    }
    shapes.extend(placed.baselines.iter().flat_map(line));
    let ring = Stroke::new(1.2, palette.ink_faint);
    let rings = placed.circles.iter();
    shapes.extend(rings.map(|&(middle, radius)| Shape::circle_stroke(middle, radius, ring)));
    for sign in &placed.signs {
        shapes.extend(sign_shapes(ui, sign, palette));
    }
    for text in &placed.texts {
        if text.covers && !palette.clear {
            let cover = text.rect().expand2(COVER);
            shapes.push(Shape::rect_filled(cover, 0.0, palette.sheet));
        }
        let shape = TextShape::new(text.pos, text.galley.clone(), text.color);
        shapes.push(shape.with_angle(text.angle).into());
    }
    if origin != Vec2::ZERO {
        for shape in &mut shapes {
            shape.translate(origin);
        }
    }
    ui.painter().extend(shapes);
}

fn mark_shapes(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    mark: &PlacedMark,
    lit: Option<&[usize]>,
) {
    let color = palette.mark(mark.place, mark.quiet, lit);
    match mark.form {
        Form::Bar { rows, ends, open } => bar_shapes(shapes, palette, color, rows, ends, open),
        Form::Empty { rows, x } => empty_place(shapes, palette, rows, x),
        Form::Point { middle, arms } => point_shapes(shapes, palette, color, middle, arms),
        Form::Circle {
            middle,
            radius,
            number,
            span,
        } => {
            let reach = circle_reach(radius, number.map(|(open, _)| open));
            span_shapes(shapes, color, middle, reach, radius, span);
            circle_shapes(shapes, palette, color, middle, radius, number);
        }
        Form::Cell(rect, statement) => cell_shapes(shapes, palette, color, rect, statement),
        Form::TakingPart {
            middle,
            size,
            known,
        } => taking_part_shapes(shapes, palette, (middle, size), color, known),
        Form::Swatch(rect) => shapes.push(Shape::rect_filled(rect, 0.0, color)),
    }
}

/// Paints a sign of the legend as it is drawn on bars and in cells.
pub fn sign_ui(ui: &Ui, sign: LegendSign, rect: Rect) {
    let style = MarkStyle::Bar;
    let placed = PlacedSign { rect, sign, style };
    let shapes = sign_shapes(ui, &placed, Palette::shown(ui.ctx()));
    ui.painter().extend(shapes);
}

/// A sign of the legend, drawn as on the marks.
fn sign_shapes(ui: &Ui, sign: &PlacedSign, palette: &Palette) -> Vec<Shape> {
    let rect = sign.rect;
    let faint = palette.ink_faint;
    let mut shapes = Vec::new();
    let open = match sign.sign {
        LegendSign::Around => Open::Around,
        LegendSign::Below => Open::Below,
        LegendSign::Up | LegendSign::LargerChange => Open::Up,
        LegendSign::Down | LegendSign::SmallerChange => Open::Down,
        LegendSign::Within => Open::Within,
        LegendSign::Dispute => {
            let star = Typesetter::new(ui.ctx(), palette).line("*", Weight::Medium, size::TEXT);
            let pos = pos2(rect.left(), rect.center().y - star.size().y / 2.0);
            return vec![Shape::galley(pos, star, palette.ink)];
        }
        LegendSign::NoNumber => {
            circle_shapes(&mut shapes, palette, faint, rect.center(), RING, None);
            return shapes;
        }
        LegendSign::Months => {
            let (from, to) = (rect.left_center(), rect.right_center());
            span(&mut shapes, faint, from, to, false);
            return shapes;
        }
        LegendSign::TakingPart(known) => {
            let at = (rect.center(), 0.9);
            taking_part_shapes(&mut shapes, palette, at, palette.ink_soft, known);
            return shapes;
        }
        LegendSign::Statement(statement) => {
            cell_shapes(&mut shapes, palette, palette.ink_soft, rect, statement);
            return shapes;
        }
    };
    match sign.style {
        MarkStyle::Bar | MarkStyle::Cell if open == Open::Up => {
            // As on a long bar, where all slices are seen.
            let end = rect.right() - OPEN_END;
            shapes.push(Shape::rect_filled(rect.with_max_x(end), 0.0, faint));
            slices(&mut shapes, palette, faint, rect.y_range(), end, OPEN_END);
        }
        MarkStyle::Bar | MarkStyle::Cell => {
            let low = (open == Open::Within).then(|| rect.center().x);
            let beyond = if open == Open::Around { 6.0 } else { 0.0 };
            let ends = BarEnds {
                zero: rect.left(),
                end: rect.right() - beyond,
                low,
                most: rect.right(),
            };
            bar_shapes(&mut shapes, palette, faint, rect.y_range(), ends, open);
        }
        MarkStyle::Circle => {
            let ringed = matches!(open, Open::Up | Open::Around);
            let radius = if ringed { 5.0 } else { 7.0 };
            let number = Some((open, (open == Open::Within).then_some(0.25)));
            circle_shapes(&mut shapes, palette, faint, rect.center(), radius, number);
        }
        MarkStyle::Point => {
            let middle = match open {
                Open::Up => pos2(rect.left() + POINT, rect.center().y),
                Open::Down | Open::Below | Open::Within => {
                    pos2(rect.right() - POINT, rect.center().y)
                }
                Open::No | Open::Around => rect.center(),
            };
            let way = vec2(1.0, 0.0);
            whisker(&mut shapes, faint, middle, way, open, Some(-18.0));
            shapes.push(Shape::circle_filled(middle, POINT - 1.0, faint));
        }
    }
    shapes
}
