//! Bars as shapes, each sign drawn its own way, so that it can be told in grey and in print:
//! exact solid; nearly with a hatched end; about hatched on both sides of its end; more than going
//! on in slices; up to hollow.

use eframe::egui;
use egui::{Color32, Pos2, Rect, Shape, Stroke, StrokeKind, pos2};

use super::placed::BarEnds;
use super::theme::Palette;
use crate::model::Open;

/// How wide the slices of an open end are together at most.
pub const OPEN_END: f32 = 13.0;
/// How far a hatched end reaches at most.
const HATCHED_END: f32 = 12.0;
/// The least of either that can still be told.
const LEAST_END: f32 = 3.0;
/// The part of a bar's length that either takes: a sign must not outgrow a small number.
const END_PART: f32 = 0.25;
/// From how wide on a part has diagonal lines, and slices are three.
const DIAGONALS: f32 = 6.0;

/// How wide the slices of an open end are behind a bar of this length.
pub fn open_end(length: f32) -> f32 {
    (length * END_PART).clamp(LEAST_END, OPEN_END)
}

/// How far a number that is about right is hatched to either side of the end of its bar.
pub fn around_end(length: f32) -> f32 {
    (length * END_PART).clamp(LEAST_END, HATCHED_END) / 2.0
}

/// One bar, drawn by how firmly its number was stated.
pub fn bar_shapes(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    color: Color32,
    rows: egui::Rangef,
    BarEnds {
        zero,
        end,
        low,
        most,
    }: BarEnds,
    open: Open,
) {
    let rect = |from: f32, to: f32| Rect::from_x_y_ranges(from.min(to)..=from.max(to), rows);
    let way = if end < zero { -1.0 } else { 1.0 };
    match open {
        Open::No => shapes.push(Shape::rect_filled(rect(zero, end), 0.0, color)),
        Open::Around => {
            let length = (end - zero).abs();
            let reach = around_end(length);
            let outside = reach.min((most - end).abs());
            // A short bar does not lead past zero to the other side.
            let solid_end = end - way * reach.min(length);
            shapes.push(Shape::rect_filled(rect(zero, solid_end), 0.0, color));
            hatched(shapes, palette, color, rect(solid_end, end + way * outside));
            // Its number is where the end would be.
            let middle = [pos2(end, rows.min), pos2(end, rows.max)];
            shapes.push(Shape::line_segment(middle, Stroke::new(1.2, color)));
        }
        Open::Below => {
            let length = (end - zero).abs();
            let reach = (length * END_PART)
                .clamp(LEAST_END, HATCHED_END)
                .min(length);
            let solid_end = end - way * reach;
            shapes.push(Shape::rect_filled(rect(zero, solid_end), 0.0, color));
            hatched(shapes, palette, color, rect(solid_end, end));
        }
        Open::Up => {
            shapes.push(Shape::rect_filled(rect(zero, end), 0.0, color));
            let width = open_end((end - zero).abs()).min((most - end).abs());
            slices(shapes, palette, color, rows, end, way * width);
        }
        Open::Down => hatched(shapes, palette, color, rect(zero, end)),
        Open::Within => {
            let low = low.unwrap_or(zero);
            // What both ends agree on is solid; nothing where zero lies between them.
            if (low - zero) * (end - zero) > 0.0 {
                let near = if (low - zero).abs() < (end - zero).abs() {
                    low
                } else {
                    end
                };
                shapes.push(Shape::rect_filled(rect(zero, near), 0.0, color));
            }
            hatched(shapes, palette, color, rect(low, end));
        }
    }
}

/// What goes on past `end` in slices that fade, to the left where `width` is negative; where
/// three would blur into one another, one alone.
pub fn slices(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    color: Color32,
    rows: egui::Rangef,
    end: f32,
    width: f32,
) {
    let parts: &[f32] = if width.abs() < DIAGONALS {
        &[0.45]
    } else {
        &[0.7, 0.45, 0.25]
    };
    let step = width / (parts.len() as f32 + 0.25);
    for (index, &part) in parts.iter().enumerate() {
        let from = end + step * (index as f32 + 0.4);
        let to = from + step * 0.62 * palette.slice(part);
        let rect = Rect::from_x_y_ranges(from.min(to)..=from.max(to), rows);
        shapes.push(Shape::rect_filled(
            rect,
            0.0,
            palette.slice_color(color, part),
        ));
    }
}

/// A lightly tinted part with diagonal lines and an outline: the number lies somewhere here.
/// Too narrow for lines, it is hollow.
pub fn hatched(shapes: &mut Vec<Shape>, palette: &Palette, color: Color32, rect: Rect) {
    if rect.width() <= 0.0 {
        return;
    }
    shapes.push(Shape::rect_filled(rect, 0.0, palette.tint(color, 0.22)));
    let narrow = rect.width() < DIAGONALS;
    let stroke = Stroke::new(if narrow { 0.8 } else { 1.2 }, color);
    if !narrow {
        // The ends of lines are square: within the outline they do not stick out of it.
        diagonals(shapes, rect.shrink(stroke.width / 2.0), stroke);
    }
    shapes.push(Shape::rect_stroke(rect, 0.0, stroke, StrokeKind::Inside));
}

/// Lines from the bottom edge up to the right at 45°, cut to the rectangle.
fn diagonals(shapes: &mut Vec<Shape>, rect: Rect, stroke: Stroke) {
    let step = 5.0;
    let mut start = rect.left() - rect.height();
    while start < rect.right() {
        let from = pos2(
            start.max(rect.left()),
            rect.bottom() - (rect.left() - start).max(0.0),
        );
        let to_x = (start + rect.height()).min(rect.right());
        let to = pos2(to_x, rect.top() + (start + rect.height() - to_x));
        if to.x > from.x {
            shapes.push(Shape::line_segment([from, to], stroke));
        }
        start += step;
    }
}

/// Where a bar would be if there were a number: a short dotted line, no length that could be
/// read as one.
pub fn empty_place(shapes: &mut Vec<Shape>, palette: &Palette, rows: egui::Rangef, x: f32) {
    let mut y = rows.min + 1.0;
    while y < rows.max {
        let dot: [Pos2; 2] = [pos2(x, y), pos2(x, (y + 2.0).min(rows.max))];
        shapes.push(Shape::line_segment(
            dot,
            Stroke::new(1.5, palette.ink_faint),
        ));
        y += 4.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_bar_leads_past_zero_however_short_it_is() {
        let palette = Palette::of(false);
        let signs = [
            Open::No,
            Open::Around,
            Open::Below,
            Open::Up,
            Open::Down,
            Open::Within,
        ];
        for open in signs {
            for way in [1.0, -1.0] {
                for length in [0.2, 1.0, 2.0, 8.0, 100.0] {
                    let mut shapes = Vec::new();
                    let ends = BarEnds {
                        zero: 0.0,
                        end: way * length,
                        low: None,
                        most: way * 400.0,
                    };
                    let rows = egui::Rangef::new(0.0, 20.0);
                    bar_shapes(&mut shapes, palette, Color32::BLACK, rows, ends, open);
                    for shape in &shapes {
                        let seen = shape.visual_bounding_rect();
                        let past = if way > 0.0 {
                            -seen.left()
                        } else {
                            seen.right()
                        };
                        assert!(past < 1.0, "{open:?} {ends:?}: {past}");
                    }
                }
            }
        }
    }
}
