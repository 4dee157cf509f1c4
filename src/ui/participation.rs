//! What is known of a country in an operation, as signs and in words.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, Painter, Pos2, Role, Sense, Ui, WidgetInfo, vec2};

use super::kept::kept;
use super::style::SMALL;
use super::widgets::note_ui;
use crate::draw::taking_part_shapes;
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Country, Operation};
use crate::query::countries::{self, Cell, Known, List, Standing};
use crate::words::window::countries as said;
use crate::words::{listed_to_read, taking_part};

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

/// Paints the sign of a cell.
pub fn sign(painter: &Painter, palette: &Palette, at: (Pos2, f32), color: Color32, cell: Cell) {
    let mut shapes = Vec::new();
    taking_part_shapes(&mut shapes, palette, at, color, cell);
    painter.extend(shapes);
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
            let words = taking_part(cell);
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
