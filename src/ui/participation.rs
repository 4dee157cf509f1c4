//! What is known of a country in an operation, as signs and in words.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, Painter, Pos2, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::kept::kept;
use super::style::SMALL;
use super::widgets::note_ui;
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Country, Operation};
use crate::query::countries::{self, Cell, Known, List, Standing};
use crate::words::listed_to_read;
use crate::words::window::countries as said;

/// Every country's standing, worked out once for an atlas.
pub fn standings(ctx: &egui::Context, atlas: &Arc<Atlas>) -> Arc<Vec<Standing>> {
    kept(ctx, "standings of countries", atlas, &(), || {
        countries::standings(atlas)
    })
}

/// Every operation's list, worked out once for an atlas.
pub fn lists(ctx: &egui::Context, atlas: &Arc<Atlas>) -> Arc<Vec<List>> {
    kept(ctx, "lists of operations", atlas, &(), || {
        countries::lists(atlas)
    })
}

/// Who joined and who left between two operations, by their places in the atlas, the earlier first.
pub fn since_ui(ui: &mut Ui, atlas: &Arc<Atlas>, places: [usize; 2]) {
    let (standings, lists) = (standings(ui.ctx(), atlas), lists(ui.ctx(), atlas));
    for sentence in said::since(atlas, &standings, &lists, places) {
        note_ui(ui, sentence);
    }
}

/// The operations of which the same is known of a country.
pub struct Told<'a> {
    /// Whether it took part in them; `None` when nobody can tell.
    pub took_part: Option<bool>,
    /// The words over them.
    pub heading: &'static str,
    /// They, in the atlas's order.
    pub operations: Vec<&'a Operation>,
}

/// What the lists of all operations tell of a country.
pub fn told(atlas: &Atlas, country: Country) -> [Told<'_>; 3] {
    let mut all = [
        (Some(true), said::TOLD_TOOK_PART),
        (Some(false), said::TOLD_NOT_LISTED),
        (None, said::TOLD_UNKNOWN),
    ]
    .map(|(took_part, heading)| Told {
        took_part,
        heading,
        operations: Vec::new(),
    });
    for operation in &atlas.operations {
        let took_part = operation.took_part(country, &atlas.sources);
        let of_it = all.iter_mut().filter(|told| told.took_part == took_part);
        of_it.for_each(|told| told.operations.push(operation));
    }
    all
}

/// What is known of a country, in a line for each kind.
pub fn explained(atlas: &Atlas, country: Country) -> String {
    let lines = told(atlas, country).into_iter().filter_map(|told| {
        let names: Vec<&str> = told.operations.iter().map(|one| &*one.name).collect();
        (!names.is_empty()).then(|| format!("{}: {}", told.heading, listed_to_read(&names)))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The sign of a cell: full in the operation's colour where the country took part, with a ring
/// for a host; a point where it did not; hollow where nobody can tell, broken where there is a
/// list; a diamond where only a case names it. Its size is 1 where it has all the room it asks for.
pub fn sign(
    painter: &Painter,
    palette: &Palette,
    (at, size): (Pos2, f32),
    color: Color32,
    cell: Cell,
) {
    let quiet = Stroke::new(1.2, palette.quiet);
    match cell.known {
        Known::Host => {
            painter.circle_filled(at, 4.0 * size, color);
            painter.circle_stroke(at, 7.5 * size, Stroke::new(1.8, color));
        }
        Known::Listed => {
            painter.circle_filled(at, 5.5 * size, color);
        }
        Known::NotListed | Known::NotAmongListed | Known::NoList if cell.named => {
            let corner =
                |turn: f32| at + 6.5 * size * Vec2::angled(turn * std::f32::consts::FRAC_PI_2);
            let corners = [0.0, 1.0, 2.0, 3.0].map(corner).to_vec();
            painter.add(Shape::closed_line(corners, Stroke::new(1.5, color)));
        }
        Known::NotListed => {
            painter.circle_filled(at, 1.5 * size, palette.quiet);
        }
        Known::NotAmongListed => {
            const STEPS: u8 = 24;
            let around = (0..=STEPS).map(|step| {
                let turn = f32::from(step) / f32::from(STEPS) * std::f32::consts::TAU;
                at + 4.5 * size * Vec2::angled(turn)
            });
            let around: Vec<Pos2> = around.collect();
            painter.extend(Shape::dashed_line(&around, quiet, 2.6, 2.6));
        }
        Known::NoList => {
            painter.circle_stroke(at, 4.5 * size, quiet);
        }
    }
}

/// Every sign with what it means.
pub fn key_ui(ui: &mut Ui) {
    let palette = Palette::shown(ui.ctx());
    let known = [
        Known::Listed,
        Known::Host,
        Known::NotListed,
        Known::NoList,
        Known::NotAmongListed,
        Known::NotListed,
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::L, 2.0);
        for (index, known) in known.into_iter().enumerate() {
            let cell = Cell {
                known,
                named: index + 1 == 6,
            };
            let words = said::key(cell);
            let style = SMALL.soft();
            let galley = style.galley(ui, words);
            let size = vec2(galley.size().x + 22.0, 20.0);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
            let at = rect.left_center() + vec2(8.0, 0.0);
            sign(ui.painter(), palette, (at, 1.0), palette.ink_soft, cell);
            let text = rect.left_center() + vec2(22.0, -galley.size().y / 2.0);
            ui.painter().galley(text, galley, style.color(ui));
        }
    });
}
