//! The cases of what is compared, each a click away from being read in place.

use eframe::egui;
use egui::Ui;

use super::case_card;
use super::kept::kept;
use super::narrow::kept_search_ui;
use super::panel_parts::{Parts, compared};
use super::style::SMALL;
use super::table::{GUTTER, List, list_ui};
use super::widgets::{label_ui, soft_ui};
use crate::draw::theme::space;
use crate::model::{Crime, Operation};
use crate::query::cases::{CaseChoice, Index, Texts, find};
use crate::state::{Chosen, Command, Drawer};
use crate::words::window::panel;

/// Draws the tab.
pub(super) fn cases_ui(ui: &mut Ui, parts: &Parts<'_>, commands: &mut Vec<Command>) {
    let state = parts.state;
    let atlas = &state.atlas;
    let operations = compared(state);
    ui.add_space(space::M);
    if operations.is_empty() {
        soft_ui(ui, panel::NOTHING_COMPARED);
        return;
    }
    let width = ui.available_width() - GUTTER;
    let typed = kept_search_ui(ui, "alongside cases", panel::SEARCH_CASES, width);
    let key = (
        state.view.comparison.operations.clone(),
        typed,
        parts.kin.clone(),
    );
    let shown = kept(ui.ctx(), "cases alongside", atlas, &key, || {
        shown(ui, parts, &operations, &key.1)
    });
    let (rows, all) = &*shown;
    ui.add_space(space::S);
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
        let is_chosen = chosen == Some(case.id.as_str()) && state.drawer.is_none();
        commands.push(if is_chosen {
            Command::Choose(None)
        } else {
            Command::OpenDrawer(Drawer::Case {
                id: case.id.to_string(),
            })
        });
    }
}

/// The places of the cases shown, and how many there are whatever was typed.
fn shown(
    ui: &Ui,
    parts: &Parts<'_>,
    operations: &[&Operation],
    typed: &str,
) -> (Vec<usize>, usize) {
    let atlas = &parts.state.atlas;
    let is_of_these = |place: &usize| {
        let of = &atlas.cases[*place].operation;
        operations.iter().any(|operation| operation.id == *of)
    };
    let all: Vec<usize> = (0..atlas.cases.len()).filter(is_of_these).collect();
    let count = all.len();
    let mut rows = if typed.trim().is_empty() {
        all
    } else {
        let texts = kept(ui.ctx(), "texts of cases", atlas, &(), || {
            Texts::of(atlas, Crime::name)
        });
        let choice = CaseChoice {
            typed: typed.to_owned(),
            ..CaseChoice::default()
        };
        let mut found = find(atlas, &Index::of(atlas), Some(&texts), &choice).shown;
        found.retain(is_of_these);
        found
    };
    if parts.kin.cases_first() {
        rows.sort_by_key(|&place| parts.kin.case(place) != Some(true));
    }
    (rows, count)
}
