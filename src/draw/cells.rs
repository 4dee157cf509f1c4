//! Figures of a matrix as shapes, told apart by form, not by colour alone: squares that are full,
//! end hatched, go on in slices or are hatched all along, as bars do; a ring, a
//! cross, a dash, a small ring.

use eframe::egui;
use egui::{Color32, Rect, Shape, Stroke, Vec2};

use super::marks::hatched;
use super::theme::Palette;
use crate::chart::Statement;

/// The radius of the ring that stands for a figure no source states.
const NOT_REPORTED: f32 = 2.0;

/// A figure by how firmly it is stated, in a square.
pub fn cell_shapes(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    color: Color32,
    rect: Rect,
    statement: Statement,
) {
    let side = rect.width().min(rect.height());
    match statement {
        Statement::Exact => shapes.push(Shape::rect_filled(rect, 0.0, color)),
        Statement::Around => {
            let (solid, rest) = rect.split_left_right_at_fraction(0.5);
            shapes.push(Shape::rect_filled(solid, 0.0, color));
            hatched(shapes, palette, color, rest);
        }
        Statement::Up => {
            let (solid, rest) = rect.split_left_right_at_fraction(0.5);
            shapes.push(Shape::rect_filled(solid, 0.0, color));
            let step = rest.width() / 3.0;
            for (index, part) in [0.75, 0.55, 0.35].into_iter().enumerate() {
                let right = rest.left() + step * (index + 1) as f32;
                let left = right - step * 0.6 * palette.slice(part);
                let slice = Rect::from_x_y_ranges(left..=right, rest.y_range());
                shapes.push(Shape::rect_filled(
                    slice,
                    0.0,
                    palette.slice_color(color, part),
                ));
            }
        }
        Statement::Down => hatched(shapes, palette, color, rect),
        Statement::Within => {
            hatched(shapes, palette, color, rect);
            let end = rect.width() * 0.2;
            for x in [rect.left(), rect.right() - end] {
                let solid = Rect::from_x_y_ranges(x..=x + end, rect.y_range());
                shapes.push(Shape::rect_filled(solid, 0.0, color));
            }
        }
        Statement::Unnumbered => {
            let stroke = Stroke::new((side * 0.12).clamp(1.2, 3.0), color);
            shapes.push(Shape::circle_stroke(rect.center(), side * 0.4, stroke));
        }
        Statement::LeftOut => {
            let stroke = Stroke::new((side * 0.1).clamp(1.2, 2.5), palette.ink_faint);
            let cross = Rect::from_center_size(rect.center(), Vec2::splat(side * 0.5));
            for ends in [
                [cross.left_top(), cross.right_bottom()],
                [cross.left_bottom(), cross.right_top()],
            ] {
                shapes.push(Shape::line_segment(ends, stroke));
            }
        }
        Statement::NotApplicable => {
            let dash = Rect::from_center_size(rect.center(), Vec2::new(side * 0.5, 0.0));
            let stroke = Stroke::new(1.0, palette.ink_faint);
            shapes.push(Shape::line_segment(
                [dash.left_top(), dash.right_top()],
                stroke,
            ));
        }
        Statement::NotReported => {
            let stroke = Stroke::new(1.0, palette.ink_faint);
            shapes.push(Shape::circle_stroke(rect.center(), NOT_REPORTED, stroke));
        }
    }
}
