//! Points and circles as shapes, each sign drawn its own way: open ends as arrows or fading
//! rings, approximate numbers with a short bar or a hatched rim, no number as a dotted ring.

use eframe::egui;
use egui::epaint::CircleShape;
use egui::{Color32, Pos2, Rect, Shape, Stroke, Ui, Vec2, pos2, vec2};
use egui_plot::{PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};

use super::layout::{PlacedField, PlacedPoint};
use super::marks::{MarkStyle, hatched};
use super::theme::Palette;
use crate::model::Open;

/// The radius of a point that stands for its place only.
pub const POINT: f32 = 5.0;
/// The radius of a ring that stands for no number.
pub const RING: f32 = 5.0;
/// How far the arrow of an open end reaches from the middle of a point.
pub const ARROW: f32 = 22.0;
/// How far the bar of an approximate number reaches.
const BAR: f32 = 11.0;
/// How far the fading rings of an open end reach beyond a circle.
pub const RINGS: f32 = 7.0;

/// A field's points as one item of a plot.
pub struct FieldMarks<'a> {
    base: PlotItemBase,
    field: &'a PlacedField,
    palette: &'a Palette,
    lit: Option<usize>,
}

impl<'a> FieldMarks<'a> {
    /// The marks of a field; `lit` is the place in the atlas of the operation to bring out.
    pub fn new(field: &'a PlacedField, palette: &'a Palette, lit: Option<usize>) -> Self {
        Self {
            base: PlotItemBase::new(String::new()),
            field,
            palette,
            lit,
        }
    }

    fn point(&self, point: &PlacedPoint, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let place = |x: f64, y: f64| transform.position_from_point(&PlotPoint::new(x, y));
        let [x, y] = point.at;
        let middle = place(x, y);
        let color = self.palette.mark(point.place, point.quiet, self.lit);
        match self.field.style {
            MarkStyle::Point => {
                let x_low = point.low[0].map(|low| place(low, y).x - middle.x);
                let y_low = point.low[1].map(|low| place(x, low).y - middle.y);
                let x_open = point.x.map_or(Open::No, crate::model::Amount::open);
                let y_open = point.y.map_or(Open::No, crate::model::Amount::open);
                whisker(shapes, color, middle, vec2(1.0, 0.0), x_open, x_low);
                whisker(
                    shapes,
                    color,
                    middle,
                    vec2(0.0, -1.0),
                    y_open,
                    y_low.map(|low| -low),
                );
                let rim = Stroke::new(1.0, self.palette.sheet);
                shapes.push(
                    CircleShape {
                        center: middle,
                        radius: point.radius,
                        fill: color,
                        stroke: rim,
                    }
                    .into(),
                );
            }
            MarkStyle::Circle | MarkStyle::Bar | MarkStyle::Cell => {
                // What lasted shows where it is longer than the circle is wide.
                let shows = |(from, to): &(f64, f64)| {
                    !point.lasted || place(*to, y).x - place(*from, y).x > 2.0 * point.radius
                };
                if let Some((from, to)) = point.span.filter(shows) {
                    span(
                        shapes,
                        self.palette,
                        color,
                        place(from, y),
                        place(to, y),
                        point.lasted,
                    );
                }
                let amount = point
                    .x
                    .map(|amount| (amount.open(), amount.low().map(|low| low / amount.number())));
                circle_shapes(shapes, self.palette, color, middle, point.radius, amount);
            }
        }
    }
}

impl PlotItem for FieldMarks<'_> {
    fn shapes(&self, _ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        for point in &self.field.points {
            self.point(point, transform, shapes);
        }
    }

    fn initialize(&mut self, _x_range: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        self.palette.ink
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::from_min_max(
            [self.field.x.0, self.field.y.0],
            [self.field.x.1, self.field.y.1],
        )
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// A whisker from a point along an axis, `way` being where larger numbers lie: an arrow for an
/// open end, a short bar for an approximate number, a line to the lower end of a range.
pub fn whisker(
    shapes: &mut Vec<Shape>,
    color: Color32,
    middle: Pos2,
    way: Vec2,
    open: Open,
    low: Option<f32>,
) {
    let stroke = Stroke::new(1.6, color);
    let across = way.rot90();
    let mut arrow = |way: Vec2| {
        let tip = middle + way * ARROW;
        shapes.push(Shape::line_segment([middle, tip], stroke));
        for side in [across, -across] {
            shapes.push(Shape::line_segment(
                [tip, tip - way * 5.0 + side * 4.0],
                stroke,
            ));
        }
    };
    match open {
        Open::No => {}
        Open::Up => arrow(way),
        Open::Down => arrow(-way),
        Open::Around => shapes.push(Shape::line_segment(
            [middle - way * BAR, middle + way * BAR],
            stroke,
        )),
        Open::Within => {
            let end = middle + way * low.unwrap_or(-BAR);
            shapes.push(Shape::line_segment([middle, end], stroke));
            shapes.push(Shape::line_segment(
                [end - across * 4.0, end + across * 4.0],
                stroke,
            ));
        }
    }
}

/// A circle by how firmly its number was stated; `number` is that with the part of it that is
/// the lower end of a range, `None` for a ring that stands for no number.
pub fn circle_shapes(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    color: Color32,
    middle: Pos2,
    radius: f32,
    number: Option<(Open, Option<f64>)>,
) {
    let full = |radius: f32| Shape::circle_filled(middle, radius, color);
    match number {
        None => dotted_ring(shapes, palette.ink_faint, middle, radius),
        Some((Open::No, _)) => shapes.push(full(radius)),
        Some((Open::Around, _)) => {
            hatched_disc(shapes, palette, color, middle, radius);
            shapes.push(full((radius - 4.0).max(radius * 0.5)));
        }
        Some((Open::Up, _)) => {
            shapes.push(full(radius));
            for (index, part) in [0.7, 0.45].into_iter().enumerate() {
                let ring = radius + 2.5 + 3.5 * index as f32;
                shapes.push(Shape::circle_stroke(
                    middle,
                    ring,
                    Stroke::new(1.8, palette.tint(color, part)),
                ));
            }
        }
        Some((Open::Down, _)) => hatched_disc(shapes, palette, color, middle, radius),
        Some((Open::Within, low)) => {
            hatched_disc(shapes, palette, color, middle, radius);
            shapes.push(full(radius * low.unwrap_or(0.0).max(0.0).sqrt() as f32));
        }
    }
}

fn hatched_disc(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    color: Color32,
    middle: Pos2,
    radius: f32,
) {
    let stroke = Stroke::new(1.2, color);
    shapes.push(Shape::circle_filled(
        middle,
        radius,
        palette.tint(color, 0.22),
    ));
    // Chords from the bottom left to the top right, a step apart.
    let (along, across) = (vec2(1.0, -1.0).normalized(), vec2(1.0, 1.0).normalized());
    let steps = (radius / 3.5).floor() as i32;
    for step in -steps..=steps {
        let off = step as f32 * 3.5;
        let half = (radius * radius - off * off).max(0.0).sqrt();
        let foot = middle + across * off;
        shapes.push(Shape::line_segment(
            [foot - along * half, foot + along * half],
            stroke,
        ));
    }
    shapes.push(Shape::circle_stroke(middle, radius - 0.6, stroke));
}

fn dotted_ring(shapes: &mut Vec<Shape>, color: Color32, middle: Pos2, radius: f32) {
    const DOTS: u8 = 12;
    for dot in 0..DOTS {
        let angle = f32::from(dot) / f32::from(DOTS) * std::f32::consts::TAU;
        shapes.push(Shape::circle_filled(
            middle + Vec2::angled(angle) * radius,
            0.9,
            color,
        ));
    }
}

/// How long something lasted, or hatched the months in which it must have been.
pub fn span(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    color: Color32,
    from: Pos2,
    to: Pos2,
    lasted: bool,
) {
    if lasted {
        shapes.push(Shape::line_segment([from, to], Stroke::new(3.0, color)));
    } else {
        let rect = Rect::from_min_max(pos2(from.x, from.y - 4.0), pos2(to.x, to.y + 4.0));
        hatched(shapes, palette, color, rect);
    }
}
