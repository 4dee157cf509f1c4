//! Who took part in what is compared: what is known of each operation's list, then every country
//! known to have taken part, with a sign for each operation.

use eframe::egui;
use egui::{Align, Ui, pos2};

use super::links::operation_link_ui;
use super::panel_parts::{Found, Parts};
use super::participation::{explained, sign, since_ui, standings};
use super::style::{SMALL, TEXT};
use super::table::{GUTTER, List, ListRow, cell, list_ui};
use super::widgets::{label_ui, note_ui, soft_ui};
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Country, Operation};
use crate::query::countries::{self, CountryChoice, Standing, in_time};
use crate::state::{Chosen, Command, Drawer};
use crate::words::at_least;
use crate::words::window::panel;

/// The height of a row.
const ROW: f32 = 28.0;
/// From one sign to the next, at most and at least; closer, only their count is told.
const PITCH: (f32, f32) = (20.0, 9.0);
/// The room a name has at least.
const NAME: f32 = 150.0;
/// Up to so many operations each have a line over the list.
const TOLD: usize = 5;

/// Draws the tab.
pub(super) fn countries_ui(ui: &mut Ui, parts: &Parts<'_>, commands: &mut Vec<Command>) {
    let state = parts.state;
    let atlas = &state.atlas;
    let Some(operations) = parts.compared_ui(ui) else {
        return;
    };
    lists_ui(ui, atlas, &operations, commands);
    if let Some(places) = in_time(atlas, &operations) {
        since_ui(ui, atlas, places);
        ui.add_space(space::S);
    }
    let standings = standings(ui.ctx(), atlas);
    let search = ("alongside countries", panel::SEARCH_COUNTRIES);
    let found = parts.found_ui(ui, search, |_, typed| {
        found(parts, &standings, &operations, typed)
    });
    let Found { rows, all } = &*found;
    let told = panel::known_to_take_part(rows.len(), *all);
    label_ui(ui, SMALL.soft(), told);
    ui.add_space(space::XS);
    if rows.is_empty() {
        let says = if *all == 0 {
            panel::NO_LIST
        } else {
            panel::NO_COUNTRY
        };
        soft_ui(ui, says);
        return;
    }
    let chosen = match &state.view.chosen {
        Some(Chosen::Country(code)) => Country::from_code(code),
        Some(Chosen::Case(_)) | None => None,
    };
    let at = |row: usize| rows.get(row).and_then(|&place| standings.get(place));
    let is_chosen = |row: &usize| at(*row).is_some_and(|one| Some(one.country) == chosen);
    let list = List {
        name: panel::COUNTRIES,
        count: rows.len(),
        height: ROW,
        chosen: chosen.and_then(|_| (0..rows.len()).find(is_chosen)),
    };
    let picked = list_ui(
        ui,
        &list,
        at,
        |standing| spoken(atlas, &operations, standing.country),
        |ui, row, standing| row_ui(ui, parts, row, standing, &operations),
    );
    if let Some(standing) = picked {
        let code = standing.country.code().to_owned();
        if ui.input(|input| input.modifiers.command) {
            commands.push(Command::ToggleCountry(code));
            return;
        }
        let is_chosen = chosen == Some(standing.country);
        commands.push(parts.pick(is_chosen, Drawer::Country { code }));
    }
}

/// The countries that took part in what is compared, by their places among the standings.
fn found(
    parts: &Parts<'_>,
    standings: &[Standing],
    operations: &[&Operation],
    typed: &str,
) -> Found {
    let atlas = &parts.state.atlas;
    let choice = CountryChoice {
        typed: typed.to_owned(),
        ..CountryChoice::default()
    };
    let of_these: Vec<usize> = operations
        .iter()
        .filter_map(|one| atlas.place_of(one.id.as_str()))
        .collect();
    let took_part = |place: &usize| {
        let standing = &standings[*place];
        standing.took_part.iter().any(|one| of_these.contains(one))
    };
    let all = (0..standings.len()).filter(took_part).count();
    let mut rows = countries::arranged(atlas, standings, &choice);
    let view = &parts.state.view;
    rows.retain(|place| took_part(place) && view.shows_country(standings[*place].country));
    if parts.kin.countries_first() {
        rows.sort_by_key(|&place| parts.kin.country(standings[place].country) != Some(true));
    }
    Found { rows, all }
}

/// What is known of each operation's list, in the order of the signs.
fn lists_ui(ui: &mut Ui, atlas: &Atlas, operations: &[&Operation], commands: &mut Vec<Command>) {
    if operations.len() <= TOLD {
        for operation in operations {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                operation_link_ui(ui, atlas, operation, commands);
                note_ui(ui, panel::list_told(atlas, operation));
            });
        }
    } else {
        note_ui(ui, panel::lists_told(atlas, operations));
    }
    let whole = |one: &&Operation| countries::List::of(atlas, one) == countries::List::Complete;
    if !operations.iter().all(whole) {
        note_ui(ui, panel::ABSENCE);
    }
    ui.add_space(space::S);
}

fn row_ui(
    ui: &Ui,
    parts: &Parts<'_>,
    row: &ListRow,
    standing: &Standing,
    operations: &[&Operation],
) {
    let atlas = &parts.state.atlas;
    let rect = row.rect.with_max_x(row.rect.right() - GUTTER);
    let pitch = ((rect.width() - NAME) / operations.len() as f32).min(PITCH.0);
    let lit = parts.kin.country(standing.country);
    let style = match lit {
        Some(true) => TEXT.medium(),
        Some(false) => TEXT.faint(),
        None => TEXT,
    };
    let cells = operations.iter().filter_map(|operation| {
        let place = atlas.place_of(operation.id.as_str())?;
        let list = countries::List::of(atlas, operation);
        Some((place, standing.cell(place, list)))
    });
    let signs = if pitch >= PITCH.1 {
        let palette = Palette::shown(ui.ctx());
        let width = pitch * operations.len() as f32;
        let left = rect.right() - width;
        for (index, (place, known)) in cells.enumerate() {
            let middle = pos2(left + (index as f32 + 0.5) * pitch, rect.center().y);
            let color = palette.series(atlas.number(place));
            let size = pitch / PITCH.0;
            sign(ui.painter(), palette, (middle, size), color, known);
        }
        width
    } else {
        let (mut count, mut unknown) = (0, false);
        for (_, cell) in cells {
            let took_part = cell.known.took_part();
            count += usize::from(took_part == Some(true));
            unknown |= took_part.is_none();
        }
        cell(ui, rect, TEXT.soft(), &at_least(count, unknown), Align::Max)
    };
    let name = rect.with_max_x(rect.right() - signs - space::S);
    cell(ui, name, style, standing.country.name(), Align::Min);
    if row.response.hovered() {
        row.response
            .clone()
            .on_hover_text(explained(atlas, standing.country));
    }
}

/// A row in one sentence.
fn spoken(atlas: &Atlas, operations: &[&Operation], country: Country) -> String {
    panel::country_told(atlas, operations, country)
}
