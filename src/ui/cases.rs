//! The Cases page: a list that can be searched and narrowed, and beside it the case chosen.

use std::sync::Arc;

use eframe::egui;
use egui::{Align, Rect, Sense, Ui, UiBuilder, pos2, vec2};

use super::case;
use super::kept::kept;
use super::table::{GUTTER, List, Row, cell, list_ui};
use super::widgets::{
    Facet, action_ui, empty_ui, facet_ui, note_ui, search_ui, sheet_ui, title_ui,
};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::model::numerals::grouped;
use crate::model::{Atlas, Case, Country, Crime};
use crate::query::cases::{self, CaseChoice, Found, Index, Texts};
use crate::state::{Command, State};
use crate::words::counted;

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
        let counts = match (atlas.cases.len(), found.shown.len()) {
            (0, _) => String::new(),
            (all, shown) if all == shown => {
                format!("{} in the open datasets", counted(all, "case", "cases"))
            }
            (all, shown) => format!(
                "{} of {} shown",
                grouped(shown as f64, 0),
                counted(all, "case", "cases")
            ),
        };
        title_ui(ui, "Cases", &counts);
        if atlas.cases.is_empty() {
            empty_ui(
                ui,
                icons::FILE_TEXT,
                "No cases",
                "The open datasets tell no single cases.",
                None,
            );
            return;
        }
        ui.add_space(space::S);
        controls_ui(ui, atlas, choice, &found, commands);
        ui.add_space(space::S);
        if found.shown.is_empty() {
            nothing_ui(ui, atlas, choice, commands);
            return;
        }
        let shown = kept(ui.ctx(), "place of the case read", atlas, choice, || {
            choice
                .selected
                .as_deref()
                .and_then(|id| place_of(atlas, &found, id))
                .unwrap_or(0)
        });
        let shown = *shown;
        split_ui(ui, state, &found, shown, commands);
    });
}

/// Where a case stands among those found.
fn place_of(atlas: &Atlas, found: &Found, id: &str) -> Option<usize> {
    found.shown.iter().position(|&place| {
        atlas
            .cases
            .get(place)
            .is_some_and(|case| case.id.as_str() == id)
    })
}

fn controls_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    choice: &CaseChoice,
    found: &Found,
    commands: &mut Vec<Command>,
) {
    let mut choose = |choice: CaseChoice| commands.push(Command::ChooseCases(choice));
    ui.horizontal_wrapped(|ui| {
        // Beside the menus, or over them where there is no room for all on one line.
        let room = ui.available_width();
        let width = if room < ONE_LINE {
            room
        } else {
            (room * 0.36).min(280.0)
        };
        if let Some(typed) = search_ui(ui, "cases", &choice.typed, "Search cases", width) {
            choose(CaseChoice {
                typed,
                ..choice.clone()
            });
        }
        let operations = facets(&found.operations, |&place| {
            let operation = atlas.operations.get(place)?;
            Some((operation.id.to_string(), operation.name.clone()))
        });
        let chosen = choice.operation.as_deref();
        let name = chosen
            .and_then(|id| atlas.operation(id))
            .map_or("", |one| one.name.as_str());
        if let Some(operation) = facet_ui(ui, "Operation", chosen, name, &operations) {
            choose(CaseChoice {
                operation,
                ..choice.clone()
            });
        }
        let countries = facets(&found.countries, |country| {
            Some((country.code().to_owned(), country.name().to_owned()))
        });
        let chosen = choice.country.as_deref();
        let name = chosen
            .and_then(Country::from_code)
            .map_or("", Country::name);
        if let Some(country) = facet_ui(ui, "Country", chosen, name, &countries) {
            choose(CaseChoice {
                country,
                ..choice.clone()
            });
        }
        let crimes = facets(&found.crimes, |crime| {
            Some((crime.key().to_owned(), crime.name().to_owned()))
        });
        let chosen = choice.crime.as_deref();
        let name = chosen.and_then(Crime::from_key).map_or("", Crime::name);
        if let Some(crime) = facet_ui(ui, "Crime", chosen, name, &crimes) {
            choose(CaseChoice {
                crime,
                ..choice.clone()
            });
        }
        if choice.narrows()
            && action_ui(ui, icons::X, "Clear", "Clear search and choices").clicked()
        {
            choose(CaseChoice {
                selected: choice.selected.clone(),
                ..CaseChoice::default()
            });
        }
    });
}

fn facets<Value>(
    counts: &[(Value, usize)],
    named: impl Fn(&Value) -> Option<(String, String)>,
) -> Vec<Facet> {
    let facet = |(value, count): &(Value, usize)| {
        named(value).map(|(key, name)| Facet {
            key,
            name,
            count: *count,
        })
    };
    counts.iter().filter_map(facet).collect()
}

fn nothing_ui(ui: &mut Ui, atlas: &Atlas, choice: &CaseChoice, commands: &mut Vec<Command>) {
    let mut parts = Vec::new();
    if !choice.typed.trim().is_empty() {
        parts.push(format!("the words “{}”", choice.typed.trim()));
    }
    if let Some(id) = &choice.operation {
        let name = atlas
            .operation(id)
            .map_or(id.as_str(), |operation| operation.name.as_str());
        parts.push(format!("the operation {name}"));
    }
    if let Some(code) = &choice.country {
        let name = Country::from_code(code).map_or(code.as_str(), |country| country.name());
        parts.push(format!("the country {name}"));
    }
    if let Some(key) = &choice.crime {
        parts.push(format!(
            "the crime {}",
            Crime::from_key(key).map_or(key.as_str(), |crime| crime.name())
        ));
    }
    let text = format!("Asked for: {}.", parts.join(", "));
    if empty_ui(
        ui,
        icons::MAGNIFYING_GLASS,
        "No case matches",
        &text,
        Some("Show every case"),
    ) {
        commands.push(Command::ChooseCases(CaseChoice::default()));
    }
}

fn split_ui(ui: &mut Ui, state: &State, found: &Found, shown: usize, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let atlas = &state.atlas;
    let area = ui.available_rect_before_wrap();
    let width = (area.width() * 0.38).clamp(208.0, 360.0).round();
    let (list_rect, rest) = area.split_left_right_at_x(area.left() + width);
    let line = egui::Stroke::new(1.0, palette.hairline);
    ui.painter().vline(list_rect.right(), area.y_range(), line);
    ui.painter().hline(list_rect.x_range(), area.top(), line);
    let case_rect = rest.with_min_x(rest.left() + space::XL);
    ui.scope_builder(
        UiBuilder::new().max_rect(list_rect.with_max_x(list_rect.right() - 1.0)),
        |ui| {
            ui.set_clip_rect(list_rect.intersect(ui.clip_rect()));
            let list = List {
                name: "Cases",
                count: found.shown.len(),
                height: ROW,
                chosen: Some(shown),
                choosing: true,
            };
            let at = |index: usize| {
                found
                    .shown
                    .get(index)
                    .and_then(|&place| atlas.cases.get(place))
            };
            let picked = list_ui(
                ui,
                &list,
                |index| at(index).map_or_else(String::new, |case| spoken(atlas, case)),
                |ui, row| {
                    if let Some(case) = at(row.index) {
                        row_ui(ui, atlas, row, case);
                    }
                },
            );
            if let Some(case) = picked.and_then(at) {
                let selected = Some(case.id.to_string());
                commands.push(Command::ChooseCases(CaseChoice {
                    selected,
                    ..state.view.cases.clone()
                }));
            }
        },
    );
    ui.scope_builder(UiBuilder::new().max_rect(case_rect), |ui| {
        if let Some(case) = found
            .shown
            .get(shown)
            .and_then(|&place| atlas.cases.get(place))
        {
            case::case_ui(ui, state, case, commands);
        }
    });
    ui.allocate_rect(area, Sense::hover());
}

fn row_ui(ui: &Ui, atlas: &Atlas, row: &Row, case: &Case) {
    let palette = Palette::shown(ui.ctx());
    let inner = row
        .rect
        .shrink2(vec2(space::M, space::S))
        .with_max_x(row.rect.right() - GUTTER);
    let line = |top: f32, height: f32| {
        Rect::from_min_size(
            pos2(inner.left(), inner.top() + top),
            vec2(inner.width(), height),
        )
    };
    let small = font(Weight::Regular, size::SMALL);
    cell(
        ui,
        line(0.0, 20.0),
        &case.title,
        font(Weight::Medium, size::TEXT),
        palette.ink,
        Align::Min,
    );
    let place = atlas
        .operations
        .iter()
        .position(|operation| operation.id == case.operation);
    let second = line(22.0, 18.0);
    let color = place.map_or(palette.ink_faint, |place| palette.series(place));
    ui.painter().circle_filled(
        pos2(second.left() + 4.0, second.center().y + 0.5),
        3.5,
        color,
    );
    let about = about(atlas, case);
    cell(
        ui,
        second.with_min_x(second.left() + 14.0),
        &about,
        small.clone(),
        palette.ink_soft,
        Align::Min,
    );
    let outcome = outcome(atlas, case);
    let (text, color) = if outcome.is_empty() {
        ("no people found or arrests reported", palette.ink_faint)
    } else {
        (outcome.as_str(), palette.ink)
    };
    cell(ui, line(41.0, 18.0), text, small, color, Align::Min);
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

/// Who was found and arrested on a line; empty when neither is reported.
fn outcome(atlas: &Atlas, case: &Case) -> String {
    let parts = [case.found_words(atlas), case.arrested_words(atlas)];
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// A row in one sentence.
fn spoken(atlas: &Atlas, case: &Case) -> String {
    let outcome = outcome(atlas, case);
    let outcome = if outcome.is_empty() {
        outcome
    } else {
        format!(", {outcome}")
    };
    format!("{}, {}{outcome}", case.title, about(atlas, case))
}

/// A remark under a list that was cut.
pub fn more_ui(ui: &mut Ui, left_out: usize) {
    if left_out > 0 {
        note_ui(
            ui,
            format!("and {}", counted(left_out, "more case", "more cases")),
        );
    }
}
