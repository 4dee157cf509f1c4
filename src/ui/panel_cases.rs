//! The cases of what is compared, each a click away from being read in place.

use eframe::egui;
use egui::{Align, Rect, Ui, pos2, vec2};

use super::kept::kept;
use super::narrow::kept_search_ui;
use super::panel_parts::{Parts, compared};
use super::style::{SMALL, TEXT};
use super::table::{GUTTER, List, ListRow, cell, list_ui};
use super::widgets::{label_ui, soft_ui};
use crate::draw::theme::{Palette, space};
use crate::model::{Case, Crime, Operation};
use crate::query::cases::{CaseChoice, Index, Texts, find};
use crate::state::{Chosen, Command, Drawer};
use crate::words::window::panel;

/// The height of a row.
const ROW: f32 = 48.0;

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
        height: ROW,
        chosen: chosen.and_then(|_| (0..rows.len()).find(is_chosen)),
    };
    let picked = list_ui(
        ui,
        &list,
        at,
        |(_, case)| case.spoken(atlas),
        |ui, row, (place, case)| row_ui(ui, parts, row, *place, case),
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

fn row_ui(ui: &Ui, parts: &Parts<'_>, row: &ListRow, place: usize, case: &Case) {
    let palette = Palette::shown(ui.ctx());
    let atlas = &parts.state.atlas;
    let inner = row.rect.with_max_x(row.rect.right() - GUTTER);
    let line = |top: f32, height: f32| {
        let size = vec2(inner.width(), height);
        Rect::from_min_size(inner.left_top() + vec2(0.0, top), size)
    };
    let (title, about) = match parts.kin.case(place) {
        Some(false) => (TEXT.faint(), SMALL.faint()),
        Some(true) | None => (TEXT.medium(), SMALL.soft()),
    };
    cell(ui, line(5.0, 20.0), title, &case.title, Align::Min);
    let second = line(25.0, 18.0);
    let operation = atlas.place_of(case.operation.as_str());
    let color = operation.map_or(palette.ink_faint, |place| {
        palette.series(atlas.number(place))
    });
    let dot = pos2(second.left() + 4.0, second.center().y + 0.5);
    ui.painter().circle_filled(dot, 3.5, color);
    let beside = second.with_min_x(second.left() + 14.0);
    cell(ui, beside, about, &case.about(atlas), Align::Min);
}
