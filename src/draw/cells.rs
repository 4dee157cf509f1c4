//! Figures of a matrix as shapes: told apart by form, not by colour alone. A full square, a
//! hatched one, a ring, a dot.

use eframe::egui;
use egui::{Color32, Rect, Shape, Stroke};

use super::marks::hatched;
use super::theme::Palette;
use crate::chart::Statement;

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
        Statement::Qualified => hatched(shapes, palette, color, rect),
        Statement::Unnumbered => {
            let stroke = Stroke::new((side * 0.12).clamp(1.2, 3.0), color);
            shapes.push(Shape::circle_stroke(rect.center(), side * 0.4, stroke));
        }
        Statement::NotReported => {
            let radius = (side * 0.09).clamp(1.0, 2.5);
            shapes.push(Shape::circle_filled(
                rect.center(),
                radius,
                palette.ink_faint,
            ));
        }
    }
}
