//! What is known of a country in an operation as a sign, the same in grids, lists and keys. Signs are
//! told apart by form, not by colour alone.

use eframe::egui;
use egui::{Color32, Pos2, Shape, Stroke, Vec2};

use super::theme::Palette;
use crate::chart::{Cell, Known};

/// The sign: full in the operation's colour where the country took part, with a ring for a host;
/// a point where it did not; hollow where nobody can tell, broken where there is a list; a diamond
/// where only a case names it. Its size is 1 where it has all the room it asks for.
pub fn taking_part_shapes(
    shapes: &mut Vec<Shape>,
    palette: &Palette,
    (at, size): (Pos2, f32),
    color: Color32,
    cell: Cell,
) {
    let quiet = Stroke::new(1.2, palette.quiet);
    match cell.known {
        Known::Host => {
            let ring = Stroke::new(1.8 * size, color);
            shapes.push(Shape::circle_filled(at, 4.0 * size, color));
            shapes.push(Shape::circle_stroke(at, 7.5 * size, ring));
        }
        Known::Listed => shapes.push(Shape::circle_filled(at, 5.5 * size, color)),
        Known::NotListed | Known::NotAmongListed | Known::NoList if cell.named => {
            let corner =
                |turn: f32| at + 6.5 * size * Vec2::angled(turn * std::f32::consts::FRAC_PI_2);
            let corners = [0.0, 1.0, 2.0, 3.0].map(corner).to_vec();
            shapes.push(Shape::closed_line(corners, Stroke::new(1.5, color)));
        }
        Known::NotListed => shapes.push(Shape::circle_filled(at, 1.5 * size, palette.quiet)),
        Known::NotAmongListed => {
            const STEPS: u8 = 24;
            let around = (0..=STEPS).map(|step| {
                let turn = f32::from(step) / f32::from(STEPS) * std::f32::consts::TAU;
                at + 4.5 * size * Vec2::angled(turn)
            });
            let around: Vec<Pos2> = around.collect();
            let dash = 2.6 * size;
            shapes.extend(Shape::dashed_line(&around, quiet, dash, dash));
        }
        Known::NoList => shapes.push(Shape::circle_stroke(at, 4.5 * size, quiet)),
    }
}
