//! Points and circles as shapes, each sign drawn its own way: open ends with two small angles or a
//! broken ring, approximate numbers with one or a hatched half, no number as a dotted ring. Only a
//! range has a length along an axis: what has none is not drawn as one.

use eframe::egui;
use egui::epaint::CircleShape;
use egui::{Color32, Pos2, Shape, Stroke, Vec2, vec2};

use super::placed::Span;
use super::theme::Palette;
use crate::model::Open;

/// The radius of a point that stands for its place only.
pub const POINT: f32 = 5.0;
/// The radius of a ring that stands for no number.
pub const RING: f32 = 5.0;
/// How far the angle of an approximate number reaches from the middle of a point.
pub const ANGLE: f32 = 11.0;
/// How far the two angles of an open end reach.
pub const ARROW: f32 = 15.5;
/// How deep an angle is, and how high to either side.
const ANGLE_SIZE: (f32, f32) = (3.0, 4.0);
/// How far the broken ring of an open end reaches beyond a circle: so little that the circle does
/// not read as a larger number.
pub const OPEN_RING: f32 = 3.0;
/// How far below a circle the line of its months is, and how far that reaches with its ends.
pub const MONTHS: (f32, f32) = (4.5, 7.5);
/// The least radius at which lines can be seen in half a circle.
const HATCHED: f32 = 6.0;
/// How long the line of months is at least.
pub const LEAST_MONTHS: f32 = 6.0;

/// A point with its arms across and up.
pub fn point_shapes(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    color: Color32,
    middle: Pos2,
    arms: [(Open, Option<f32>); 2],
) {
    for ((open, low), way) in arms.into_iter().zip([vec2(1.0, 0.0), vec2(0.0, -1.0)]) {
        whisker(shapes, color, middle, way, open, low);
    }
    let point = CircleShape {
        center: middle,
        radius: POINT,
        fill: color,
        stroke: Stroke::new(1.0, palette.ground()),
    };
    shapes.push(point.into());
}

/// How long something lasted, through the middle of its circle where it is longer than that is
/// wide; or under it the months in which it must have been.
pub fn span_shapes(
    shapes: &mut Vec<Shape>,
    color: Color32,
    middle: Pos2,
    reach: f32,
    radius: f32,
    time: Span,
) {
    if time.lasted && time.x.span() <= 2.0 * radius {
        return;
    }
    let below = if time.lasted { 0.0 } else { reach + MONTHS.0 };
    let at = |x: f32| Pos2::new(x, middle.y + below);
    span(shapes, color, at(time.x.min), at(time.x.max), time.lasted);
}

/// What stands beside a point along an axis, `way` being where larger numbers lie: two angles that
/// point to where an open end lies, one on either side of an approximate number and one below what
/// is nearly so much; a line to the lower end of a range.
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
    let mut angle = |way: Vec2, reach: f32| {
        let (depth, height) = ANGLE_SIZE;
        let tip = middle + way * reach;
        let foot = tip - way * depth;
        let line = vec![foot + across * height, tip, foot - across * height];
        shapes.push(Shape::line(line, stroke));
    };
    let mut angles = |ways: &[Vec2], reaches: &[f32]| {
        for &way in ways {
            for &reach in reaches {
                angle(way, reach);
            }
        }
    };
    match open {
        Open::No => {}
        Open::Up => angles(&[way], &[ANGLE, ARROW]),
        Open::Down => angles(&[-way], &[ANGLE, ARROW]),
        Open::Around => angles(&[way, -way], &[ANGLE]),
        Open::Below => angles(&[-way], &[ANGLE]),
        Open::Within => {
            let end = middle + way * low.unwrap_or(-ANGLE);
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
        Some((open @ (Open::Around | Open::Below), _)) => {
            // Half and half, as the end of a bar: that can be told in the smallest circle.
            let tint = palette.tint(color, 0.22);
            if radius < HATCHED {
                let rim = Stroke::new(0.8, color);
                shapes.push(Shape::circle_filled(middle, radius, tint));
                shapes.push(Shape::circle_stroke(middle, radius - 0.4, rim));
            } else {
                hatched_disc(shapes, palette, color, middle, radius);
            }
            shapes.push(half_disc(middle, radius, color));
            if open == Open::Around {
                // It may be a little more too.
                let ring = Stroke::new(1.0, color);
                let radius = radius + OPEN_RING - 0.7;
                shapes.push(Shape::circle_stroke(middle, radius, ring));
            }
        }
        Some((Open::Up, _)) => {
            shapes.push(full(radius));
            broken_ring(shapes, color, middle, radius + OPEN_RING - 0.7);
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

/// The left half of a disc.
fn half_disc(middle: Pos2, radius: f32, color: Color32) -> Shape {
    const STEPS: u8 = 24;
    let point = |step: u8| {
        let turn = f32::from(step) / f32::from(STEPS);
        middle + Vec2::angled(std::f32::consts::FRAC_PI_2 + turn * std::f32::consts::PI) * radius
    };
    Shape::convex_polygon((0..=STEPS).map(point).collect(), color, Stroke::NONE)
}

/// A ring of dashes: what lies in it goes on beyond.
fn broken_ring(shapes: &mut Vec<Shape>, color: Color32, middle: Pos2, radius: f32) {
    const STEPS: u8 = 6;
    let round = std::f32::consts::TAU * radius;
    let dashes = (round / 6.0).clamp(6.0, 48.0).floor();
    let turn = std::f32::consts::TAU / dashes;
    for dash in 0..dashes as u8 {
        let start = f32::from(dash) * turn;
        let point = |step: u8| {
            let part = 0.6 * f32::from(step) / f32::from(STEPS);
            middle + Vec2::angled(start + part * turn) * radius
        };
        let line = (0..=STEPS).map(point).collect();
        shapes.push(Shape::line(line, Stroke::new(1.4, color)));
    }
}

/// How far a circle reaches, with the ring of an open end.
pub fn circle_reach(radius: f32, open: Option<Open>) -> f32 {
    radius
        + if matches!(open, Some(Open::Up | Open::Around)) {
            OPEN_RING
        } else {
            0.0
        }
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

/// How long something lasted, or with ends across the months in which it must have been.
pub fn span(shapes: &mut Vec<Shape>, color: Color32, from: Pos2, to: Pos2, lasted: bool) {
    if lasted {
        shapes.push(Shape::line_segment([from, to], Stroke::new(3.0, color)));
        return;
    }
    let missing = vec2((LEAST_MONTHS - (to.x - from.x)).max(0.0) / 2.0, 0.0);
    let ends = [from - missing, to + missing];
    let stroke = Stroke::new(2.0, color);
    let half = vec2(0.0, MONTHS.1 - MONTHS.0);
    for end in ends {
        shapes.push(Shape::line_segment([end - half, end + half], stroke));
    }
    shapes.push(Shape::line_segment(ends, stroke));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::theme::LIGHT;

    fn reach(open: Open, radius: f32) -> f32 {
        let mut shapes = Vec::new();
        let number = Some((open, None));
        circle_shapes(&mut shapes, &LIGHT, LIGHT.ink, Pos2::ZERO, radius, number);
        let rects = shapes.iter().map(Shape::visual_bounding_rect);
        rects.map(|rect| rect.right()).fold(0.0, f32::max)
    }

    #[test]
    fn an_open_end_makes_a_circle_hardly_larger_than_its_number() {
        for radius in [2.0, 5.0, 12.0, 60.0] {
            assert!(reach(Open::Up, radius) <= radius + OPEN_RING + 0.01);
            assert!(reach(Open::Around, radius) <= radius + OPEN_RING + 0.01);
            assert!(reach(Open::Below, radius) <= radius + 1.0);
        }
    }

    #[test]
    fn months_are_drawn_however_short_they_are() {
        let mut shapes = Vec::new();
        span(&mut shapes, LIGHT.ink, Pos2::ZERO, Pos2::ZERO, false);
        let drawn = shapes
            .iter()
            .map(Shape::visual_bounding_rect)
            .fold(egui::Rect::NOTHING, egui::Rect::union);
        assert!(drawn.width() >= LEAST_MONTHS && drawn.height() >= 2.0 * (MONTHS.1 - MONTHS.0));
    }
}
