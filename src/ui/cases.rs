//! The Cases page: a list that can be searched and narrowed, and beside it the case chosen.

use std::sync::Arc;

use eframe::egui;
use egui::{Align, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::case;
use super::kept::kept;
use super::narrow::{Facet, facet_ui, search_ui};
use super::style::{SMALL, TEXT};
use super::table::{GUTTER, List, ListRow, cell, list_ui};
use super::widgets::{action_ui, empty_ui, sheet_ui, title_ui};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Case, Country, Crime};
use crate::query::cases::{self, CaseChoice, Found, Index, Texts};
use crate::state::{Command, State};
use crate::words::counted;
use crate::words::numerals::grouped;

/// The height of a case in the list: three lines.
const ROW: f32 = 76.0;

/// From this width on the search and the menus stand on one line.
const ONE_LINE: f32 = 600.0;

/// What the choice shows, found once for each choice.
fn found(ui: &Ui, atlas: &Arc<Atlas>, choice: &CaseChoice) -> Arc<Found> {
    let index = kept(ui.ctx(), "index of cases", atlas, &(), || Index::of(atlas));
    let texts = (!choice.typed.trim().is_empty()).then(|| {
        kept(ui.ctx(), "texts of cases", atlas, &(), || {
            Texts::of(atlas, Crime::name)
        })
    });
    // Which case is read does not change which are found.
    let narrowing = CaseChoice {
        selected: None,
        ..choice.clone()
    };
    kept(ui.ctx(), "cases found", atlas, &narrowing, || {
        cases::find(atlas, &index, texts.as_deref(), &narrowing)
    })
}

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let choice = &state.view.cases;
    let found = found(ui, atlas, choice);
    sheet_ui(ui, |ui| {
        let all = counted(atlas.cases.len(), "case", "cases");
        let counts = match (atlas.cases.len(), found.shown.len()) {
            (0, _) => String::new(),
            (count, shown) if count == shown => format!("{all} in the open datasets"),
            (_, shown) => format!("{} of {all} shown", grouped(shown as f64, 0)),
        };
        title_ui(ui, "Cases", &counts);
        if atlas.cases.is_empty() {
            let text = "The open datasets tell no single cases.";
            empty_ui(ui, icons::FILE_TEXT, "No cases", text, None);
            return;
        }
        ui.add_space(space::S);
        narrow_ui(ui, atlas, choice, &found, commands);
        ui.add_space(space::S);
        if found.shown.is_empty() {
            nothing_ui(ui, atlas, choice, commands);
            return;
        }
        let chosen = kept(ui.ctx(), "row of the case read", atlas, choice, || {
            let read = choice.selected.as_deref();
            let is_read = |case: &Case| Some(case.id.as_str()) == read;
            let mut rows = (0..found.shown.len()).map(|row| case_at(atlas, &found, row));
            rows.position(|case| case.is_some_and(is_read)).unwrap_or(0)
        });
        split_ui(ui, state, &found, *chosen, commands);
    });
}

/// The case in a row of the list.
fn case_at<'a>(atlas: &'a Atlas, found: &Found, row: usize) -> Option<&'a Case> {
    atlas.cases.get(*found.shown.get(row)?).map(|case| &**case)
}

/// What cases can be narrowed to: the word on its menu, where a choice keeps it, and what people
/// read for what stands there: that itself where no open dataset knows it.
type Narrowing = (
    &'static str,
    fn(&mut CaseChoice) -> &mut Option<String>,
    for<'a> fn(&'a Atlas, &'a str) -> &'a str,
);

const NARROWINGS: [Narrowing; 3] = [
    (
        "Operation",
        |choice| &mut choice.operation,
        |atlas, id| atlas.operation(id).map_or(id, |one| &one.name),
    ),
    (
        "Country",
        |choice| &mut choice.country,
        |_, code| Country::from_code(code).map_or(code, |one| one.name()),
    ),
    (
        "Crime",
        |choice| &mut choice.crime,
        |_, key| Crime::from_key(key).map_or(key, |one| one.name()),
    ),
];

fn narrow_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    choice: &CaseChoice,
    found: &Found,
    commands: &mut Vec<Command>,
) {
    let facet = |key: &str, name: &str, count: usize| Facet {
        key: key.to_owned(),
        name: name.to_owned(),
        count,
    };
    let operation = |(place, count): &(usize, usize)| {
        let operation = atlas.operations.get(*place)?;
        Some(facet(operation.id.as_str(), &operation.name, *count))
    };
    let country = |(one, count): &(Country, usize)| facet(one.code(), one.name(), *count);
    let crime = |(one, count): &(Crime, usize)| facet(one.key(), one.name(), *count);
    let offered: [Vec<Facet>; 3] = [
        found.operations.iter().filter_map(operation).collect(),
        found.countries.iter().map(country).collect(),
        found.crimes.iter().map(crime).collect(),
    ];
    let mut chosen = choice.clone();
    ui.horizontal_wrapped(|ui| {
        // Beside the menus, or over them where there is no room for all on one line.
        let room = ui.available_width();
        let width = if room < ONE_LINE {
            room
        } else {
            (room * 0.36).min(280.0)
        };
        if let Some(typed) = search_ui(ui, "cases", &choice.typed, "Search cases", width) {
            chosen.typed = typed;
        }
        for ((what, kept_in, words), facets) in NARROWINGS.into_iter().zip(offered) {
            let key = kept_in(&mut chosen);
            let now = key.as_deref().map(|key| (key, words(atlas, key)));
            if let Some(narrowed) = facet_ui(ui, what, now, &facets) {
                *key = narrowed;
            }
        }
        if choice.narrows()
            && action_ui(ui, icons::X, "Clear", "Clear search and choices").clicked()
        {
            chosen = CaseChoice {
                selected: choice.selected.clone(),
                ..CaseChoice::default()
            };
        }
    });
    if chosen != *choice {
        commands.push(Command::ChooseCases(chosen));
    }
}

fn nothing_ui(ui: &mut Ui, atlas: &Atlas, choice: &CaseChoice, commands: &mut Vec<Command>) {
    let mut choice = choice.clone();
    let mut parts = Vec::new();
    if !choice.typed.trim().is_empty() {
        parts.push(format!("the words “{}”", choice.typed.trim()));
    }
    for (what, kept_in, words) in NARROWINGS {
        if let Some(key) = kept_in(&mut choice) {
            let (what, name) = (what.to_lowercase(), words(atlas, key));
            parts.push(format!("the {what} {name}"));
        }
    }
    let text = format!("Asked for: {}.", parts.join(", "));
    let way_out = Some("Show every case");
    let (icon, title) = (icons::MAGNIFYING_GLASS, "No case matches");
    if empty_ui(ui, icon, title, &text, way_out) {
        commands.push(Command::ChooseCases(CaseChoice::default()));
    }
}

fn split_ui(ui: &mut Ui, state: &State, found: &Found, chosen: usize, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let area = ui.available_rect_before_wrap();
    let width = (area.width() * 0.38).clamp(208.0, 360.0).round();
    let (list_rect, rest) = area.split_left_right_at_x(area.left() + width);
    let line = Stroke::new(1.0, Palette::shown(ui.ctx()).hairline);
    ui.painter().vline(list_rect.right(), area.y_range(), line);
    ui.painter().hline(list_rect.x_range(), area.top(), line);
    let rows = list_rect.with_max_x(list_rect.right() - 1.0);
    ui.scope_builder(UiBuilder::new().max_rect(rows), |ui| {
        ui.set_clip_rect(list_rect.intersect(ui.clip_rect()));
        let list = List {
            name: "Cases",
            count: found.shown.len(),
            height: ROW,
            chosen: Some(chosen),
        };
        let picked = list_ui(
            ui,
            &list,
            |row| case_at(atlas, found, row),
            |case| spoken(atlas, case),
            |ui, row, case| row_ui(ui, atlas, row, case),
        );
        if let Some(case) = picked {
            let selected = Some(case.id.to_string());
            commands.push(Command::ChooseCases(CaseChoice {
                selected,
                ..state.view.cases.clone()
            }));
        }
    });
    let case_rect = rest.with_min_x(rest.left() + space::XL);
    ui.scope_builder(UiBuilder::new().max_rect(case_rect), |ui| {
        if let Some(case) = case_at(atlas, found, chosen) {
            case::case_ui(ui, state, case, commands);
        }
    });
    ui.allocate_rect(area, Sense::hover());
}

fn row_ui(ui: &Ui, atlas: &Atlas, row: &ListRow, case: &Case) {
    let palette = Palette::shown(ui.ctx());
    let inner = row
        .rect
        .shrink2(vec2(space::M, space::S))
        .with_max_x(row.rect.right() - GUTTER);
    let line = |top: f32, height: f32| {
        let size = vec2(inner.width(), height);
        Rect::from_min_size(inner.left_top() + vec2(0.0, top), size)
    };
    cell(ui, line(0.0, 20.0), TEXT.medium(), &case.title, Align::Min);
    let second = line(22.0, 18.0);
    let operation = atlas.operation(case.operation.as_str());
    let color = operation
        .and_then(|operation| atlas.place(operation))
        .map_or(palette.ink_faint, |place| palette.series(place));
    let dot = pos2(second.left() + 4.0, second.center().y + 0.5);
    ui.painter().circle_filled(dot, 3.5, color);
    let beside = second.with_min_x(second.left() + 14.0);
    cell(ui, beside, SMALL.soft(), &about(atlas, case), Align::Min);
    let nothing = || {
        (
            "no people found or arrests reported".to_owned(),
            SMALL.faint(),
        )
    };
    let (text, style) = outcome(atlas, case).map_or_else(nothing, |told| (told, SMALL));
    cell(ui, line(41.0, 18.0), style, &text, Align::Min);
}

/// Operation and countries on a line: "Liberterra II · Mali, Togo".
fn about(atlas: &Atlas, case: &Case) -> String {
    let operation = atlas.operation(case.operation.as_str());
    let name = operation.map_or(case.operation.as_str(), |operation| operation.name.as_str());
    let countries: Vec<&str> = case
        .countries
        .iter()
        .map(|country| country.name())
        .collect();
    if countries.is_empty() {
        name.to_owned()
    } else {
        format!("{name} · {}", countries.join(", "))
    }
}

/// Who was found and arrested on a line; `None` when neither is reported.
fn outcome(atlas: &Atlas, case: &Case) -> Option<String> {
    let parts = [case.found_words(atlas), case.arrested_words(atlas)];
    let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!told.is_empty()).then(|| told.join(" · "))
}

/// A row in one sentence.
fn spoken(atlas: &Atlas, case: &Case) -> String {
    let mut parts = vec![case.title.clone(), about(atlas, case)];
    parts.extend(outcome(atlas, case));
    parts.join(", ")
}
