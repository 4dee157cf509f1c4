//! The cases of what is compared, each a click away from being read in place.

use eframe::egui;
use egui::Ui;

use super::kept::kept;
use super::panel_parts::{Found, Parts};
use super::style::SMALL;
use super::table::{GUTTER, List, list_ui};
use super::widgets::{label_ui, soft_ui};
use super::{case, case_card};
use crate::draw::theme::space;
use crate::model::{Crime, Operation};
use crate::query::cases::{CaseChoice, Texts, find};
use crate::state::{Chosen, Command, Drawer};
use crate::words::window::panel;

/// Draws the tab.
pub(super) fn cases_ui(ui: &mut Ui, parts: &Parts<'_>, commands: &mut Vec<Command>) {
    let state = parts.state;
    let atlas = &state.atlas;
    let Some(operations) = parts.compared_ui(ui) else {
        return;
    };
    let search = ("alongside cases", panel::SEARCH_CASES);
    let found = parts.found_ui(ui, search, |ui, typed| found(ui, parts, &operations, typed));
    let Found { rows, all } = &*found;
    let kin = rows
        .iter()
        .filter(|&&place| parts.kin.case(place) == Some(true));
    let kin = parts
        .kin
        .country_chosen()
        .map(|country| (country, kin.count()));
    label_ui(ui, SMALL.soft(), panel::cases_shown(rows.len(), *all, kin));
    ui.add_space(space::XS);
    if rows.is_empty() {
        let says = if *all == 0 {
            panel::NO_CASES
        } else {
            panel::NO_CASE_MATCHES
        };
        soft_ui(ui, says);
        return;
    }
    let at = |row: usize| {
        let place = *rows.get(row)?;
        Some((place, atlas.cases.get(place)?))
    };
    let chosen = match &state.view.chosen {
        Some(Chosen::Case(id)) => Some(id.as_str()),
        Some(Chosen::Country(_)) | None => None,
    };
    let is_chosen =
        |row: &usize| at(*row).is_some_and(|(_, case)| Some(case.id.as_str()) == chosen);
    let list = List {
        name: panel::CASES,
        count: rows.len(),
        height: case_card::HEIGHT,
        chosen: chosen.and_then(|_| (0..rows.len()).find(is_chosen)),
    };
    let picked = list_ui(
        ui,
        &list,
        at,
        |(_, case)| case.spoken(atlas),
        |ui, row, (place, case)| {
            let rect = row.rect.with_max_x(row.rect.right() - GUTTER + space::S);
            case_card::lines_ui(ui, rect, atlas, case, parts.kin.case(*place));
        },
    );
    if let Some((_, case)) = picked {
        let id = case.id.to_string();
        let is_chosen = chosen == Some(id.as_str());
        commands.push(parts.pick(is_chosen, Drawer::Case { id }));
    }
}

/// The cases of what is compared.
fn found(ui: &Ui, parts: &Parts<'_>, operations: &[&Operation], typed: &str) -> Found {
    let atlas = &parts.state.atlas;
    let is_of_these = |place: &usize| {
        let of = &atlas.cases[*place].operation;
        operations.iter().any(|operation| operation.id == *of)
    };
    let all: Vec<usize> = (0..atlas.cases.len()).filter(is_of_these).collect();
    let count = all.len();
    let only = &parts.state.view.only;
    let mut rows = if typed.trim().is_empty() && only.is_empty() {
        all
    } else {
        let texts = (!typed.trim().is_empty()).then(|| {
            kept(ui.ctx(), "texts of cases", atlas, &(), || {
                Texts::of(atlas, Crime::name)
            })
        });
        let choice = CaseChoice {
            typed: typed.to_owned(),
            ..CaseChoice::default()
        };
        let index = case::index(ui.ctx(), atlas);
        let mut found = find(atlas, &index, texts.as_deref(), &choice, only).shown;
        found.retain(is_of_these);
        found
    };
    if parts.kin.cases_first() {
        rows.sort_by_key(|&place| parts.kin.case(place) != Some(true));
    }
    Found { rows, all: count }
}
