//! The rows of the Countries table, and what a row says aloud.

use eframe::egui;
use egui::{Align, Rect, Stroke, Ui, pos2};

use super::country_columns::{Layout, TICK, TICKS_AT, headers_ui, names_ui, slot};
use super::table::{List, Row, cell, header_row, line, list_ui, within};
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::model::{Atlas, Operation};
use crate::query::countries::Standing;
use crate::state::{Command, Drawer, State};
use crate::words::{counted, listed};

/// Rows are this high where the region has a column of its own, and where it does not.
const ROW: (f32, f32) = (36.0, 48.0);

/// What stands where an operation's list names the country.
const LISTED: &str = "took part";

/// What stands where an operation's list cannot tell.
pub const UNKNOWN: &str = "list unknown";

/// What stands where a complete list does not name the country.
const NOT_LISTED: &str = "not listed";

/// Draws the table.
pub fn table_ui(
    ui: &mut Ui,
    state: &State,
    standings: &[Standing],
    order: &[usize],
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    ui.spacing_mut().item_spacing.y = 0.0;
    let header = header_row(ui);
    let layout = Layout::of(ui, atlas, header.x_range());
    headers_ui(ui, header, &layout, &state.view.countries, commands);
    if let Some(width) = layout.mark {
        names_ui(ui, atlas, within(header, layout.operations), width);
    }
    let open = match &state.drawer {
        Some(Drawer::Country { code }) => order.iter().position(|&place| {
            standings
                .get(place)
                .is_some_and(|standing| standing.country.code() == code)
        }),
        _ => None,
    };
    let list = List {
        name: "Countries",
        count: order.len(),
        height: if layout.wide { ROW.0 } else { ROW.1 },
        chosen: open,
        choosing: open.is_some(),
    };
    let at = |index: usize| order.get(index).and_then(|&place| standings.get(place));
    let picked = list_ui(
        ui,
        &list,
        |index| at(index).map_or_else(String::new, |standing| spoken(atlas, standing)),
        |ui, row| {
            if let Some(standing) = at(row.index) {
                row_ui(ui, atlas, row, &layout, standing);
                let pointer = row.response.hover_pos();
                if pointer.is_some_and(|at| layout.operations.contains(at.x)) {
                    let words = marks_in_words(atlas, standing);
                    row.response.clone().on_hover_text_at_pointer(words);
                }
            }
        },
    );
    if let Some(standing) = picked.and_then(at) {
        let code = standing.country.code().to_owned();
        commands.push(Command::OpenDrawer(Drawer::Country { code }));
    }
}

fn row_ui(ui: &Ui, atlas: &Atlas, row: &Row, layout: &Layout, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    let country = standing.country;
    let small = font(Weight::Regular, size::SMALL);
    let text = font(Weight::Regular, size::TEXT);
    let (top, bottom) = row.rect.split_top_bottom_at_fraction(0.5);
    let name_rect = if layout.wide {
        row.rect
    } else {
        top.translate(egui::vec2(0.0, 2.0))
    };
    let place = within(name_rect, layout.country);
    let code_width = 36.0;
    let room = place.with_max_x(place.right() - code_width);
    let width = cell(
        ui,
        room,
        country.name(),
        font(Weight::Medium, size::TEXT),
        palette.ink,
        Align::Min,
    );
    let code = place.with_min_x(place.left() + width + space::S);
    cell(
        ui,
        code,
        country.code(),
        small.clone(),
        palette.ink_faint,
        Align::Min,
    );
    if layout.wide {
        let at = within(row.rect, layout.region);
        cell(ui, at, &region(country), text, palette.ink_soft, Align::Min);
    } else {
        let at = within(bottom.translate(egui::vec2(0.0, -4.0)), layout.country);
        cell(
            ui,
            at,
            &region(country),
            small.clone(),
            palette.ink_soft,
            Align::Min,
        );
    }
    let operations = within(row.rect, layout.operations);
    match layout.mark {
        Some(mark) => marks_ui(ui, atlas, operations, mark, standing),
        None => ticks_ui(ui, atlas, operations, standing),
    }
    units_ui(
        ui,
        atlas,
        within(row.rect, layout.units),
        layout.wide,
        standing,
    );
    if standing.cases > 0 {
        let cases = standing.cases.to_string();
        let at = within(row.rect, layout.cases);
        cell(
            ui,
            at,
            &cases,
            font(Weight::Regular, size::TEXT),
            palette.ink,
            Align::Max,
        );
    }
}

/// A country's sub-region, with the region in front where the name does not tell it.
fn region(country: crate::model::Country) -> String {
    let (region, subregion) = (country.region().name(), country.subregion());
    // "Americas" is told by "South America", "Antarctica" by itself.
    if subregion.contains(region.trim_end_matches('s')) {
        subregion.to_owned()
    } else {
        format!("{region} · {subregion}")
    }
}

/// One mark for each operation with its words.
fn marks_ui(ui: &Ui, atlas: &Atlas, rect: Rect, width: f32, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    for (place, operation) in atlas.operations.iter().enumerate() {
        let slot = slot(rect, place, width);
        let dot = pos2(slot.left() + 5.0, slot.center().y);
        let words = slot.with_min_x(slot.left() + space::L);
        let text = font(Weight::Regular, size::TEXT);
        match part(atlas, place, operation, standing) {
            Some(true) => {
                ui.painter().circle_filled(dot, 4.5, palette.series(place));
                cell(ui, words, LISTED, text, palette.ink, Align::Min);
            }
            None => {
                ui.painter()
                    .circle_stroke(dot, 4.0, Stroke::new(1.5, palette.series(place)));
                cell(ui, words, UNKNOWN, text, palette.ink_faint, Align::Min);
            }
            Some(false) => {
                cell(ui, words, NOT_LISTED, text, palette.ink_faint, Align::Min);
            }
        }
    }
}

/// Whether a country took part; `None` when the list cannot tell.
fn part(atlas: &Atlas, place: usize, operation: &Operation, standing: &Standing) -> Option<bool> {
    if standing.took_part.contains(&place) {
        return Some(true);
    }
    operation
        .countries
        .is_complete(&atlas.sources)
        .then_some(false)
}

/// A count and one tick for each operation: full, hollow where nobody can tell, else a point.
fn ticks_ui(ui: &Ui, atlas: &Atlas, rect: Rect, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    let count = standing.took_part.len();
    let color = if count == 0 {
        palette.ink_faint
    } else {
        palette.ink
    };
    let number = rect.with_max_x(rect.left() + 18.0);
    cell(
        ui,
        number,
        &count.to_string(),
        font(Weight::Regular, size::TEXT),
        color,
        Align::Max,
    );
    for (place, operation) in atlas.operations.iter().enumerate() {
        let x = rect.left() + TICKS_AT + place as f32 * TICK;
        let tick = Rect::from_center_size(pos2(x + 3.0, rect.center().y), egui::vec2(5.0, 14.0));
        match part(atlas, place, operation, standing) {
            Some(true) => {
                ui.painter().rect_filled(tick, 1, palette.series(place));
            }
            None => {
                let stroke = Stroke::new(1.0, palette.tint(palette.ink_faint, 0.55));
                ui.painter()
                    .rect_stroke(tick, 1, stroke, egui::StrokeKind::Inside);
            }
            Some(false) => {
                ui.painter()
                    .circle_filled(tick.center(), 1.0, palette.ink_faint);
            }
        }
    }
}

fn units_ui(ui: &Ui, atlas: &Atlas, rect: Rect, wide: bool, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    let mut left = rect.left();
    for &place in &standing.coordination_units {
        ui.painter().circle_filled(
            pos2(left + 4.0, rect.center().y),
            4.0,
            palette.series(place),
        );
        left += space::M;
    }
    let name = match standing.coordination_units.as_slice() {
        [one] if wide => atlas
            .operations
            .get(*one)
            .map(|operation| operation.name.as_str()),
        _ => None,
    };
    if let Some(name) = name {
        let galley = line(
            ui,
            name,
            font(Weight::Regular, size::TEXT),
            palette.ink_soft,
            rect.right() - left - 4.0,
        );
        let y = (rect.center().y - galley.size().y / 2.0).round();
        ui.painter()
            .galley(pos2(left + 4.0, y), galley, palette.ink_soft);
    }
}

/// The names of the operations in which a country took part, did not, or of which nobody can
/// tell.
fn named(atlas: &Atlas, standing: &Standing, wanted: Option<bool>) -> Option<String> {
    let names: Vec<&str> = atlas
        .operations
        .iter()
        .enumerate()
        .filter(|(place, operation)| part(atlas, *place, operation, standing) == wanted)
        .map(|(_, operation)| operation.name.as_str())
        .collect();
    (!names.is_empty()).then(|| listed(&names))
}

/// What the marks of a row mean, in a line for each kind.
fn marks_in_words(atlas: &Atlas, standing: &Standing) -> String {
    let lines = [
        (Some(true), "Took part in"),
        (Some(false), "Not on the complete list of"),
        (None, "List unknown"),
    ];
    let lines = lines
        .into_iter()
        .filter_map(|(wanted, what)| Some(format!("{what}: {}", named(atlas, standing, wanted)?)));
    lines.collect::<Vec<_>>().join("\n")
}

/// A row in one sentence: "Togo, Western Africa, took part in Liberterra II, list of
/// Liberterra III unknown, 1 case".
fn spoken(atlas: &Atlas, standing: &Standing) -> String {
    let mut parts = vec![standing.country.name().to_owned(), region(standing.country)];
    if let Some(names) = named(atlas, standing, Some(true)) {
        parts.push(format!("took part in {names}"));
    }
    if let Some(names) = named(atlas, standing, Some(false)) {
        parts.push(format!("not on the list of {names}"));
    }
    if let Some(names) = named(atlas, standing, None) {
        parts.push(format!("list of {names} unknown"));
    }
    let units: Vec<&str> = standing
        .coordination_units
        .iter()
        .filter_map(|&place| atlas.operations.get(place))
        .map(|operation| operation.name.as_str())
        .collect();
    if !units.is_empty() {
        parts.push(format!("coordination unit of {}", listed(&units)));
    }
    if standing.cases > 0 {
        parts.push(counted(standing.cases, "case", "cases"));
    }
    parts.join(", ")
}
