//! The Countries page: who is on a published list, what the lists leave open, coordination
//! units and cases.

use std::sync::Arc;

use eframe::egui;
use egui::{Align, Ui};

use super::country_columns;
use super::country_rows::table_ui;
use super::kept::kept;
use super::widgets::{Facet, empty_ui, facet_ui, note_ui, search_ui, sheet_ui, title_ui};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::Atlas;
use crate::query::countries::{self, CountryChoice, Standing};
use crate::state::{Command, State};
use crate::words::{counted, list_gap, lists_sentence};

/// Every country's standing, worked out once for an atlas.
pub fn standings(ctx: &egui::Context, atlas: &Arc<Atlas>) -> Arc<Vec<Standing>> {
    kept(ctx, "standings of countries", atlas, &(), || {
        countries::standings(atlas)
    })
}

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let choice = &state.view.countries;
    let standings = standings(ui.ctx(), atlas);
    let order = kept(ui.ctx(), "countries shown", atlas, choice, || {
        countries::arranged(atlas, &standings, choice)
    });
    sheet_ui(ui, |ui| {
        title_ui(ui, "Countries", &counts(atlas, &standings));
        if atlas.operations.is_empty() {
            empty_ui(
                ui,
                icons::GLOBE,
                "No countries",
                "No dataset with operations is open.",
                None,
            );
            return;
        }
        let key = country_columns::key(ui, atlas);
        let sentence = lists_sentence(atlas).unwrap_or_default();
        note_ui(ui, format!("{sentence} {key}").trim());
        ui.add_space(space::S);
        controls_ui(ui, atlas, choice, &standings, order.len(), commands);
        ui.add_space(space::XS);
        if order.is_empty() {
            nothing_ui(ui, atlas, choice, commands);
            return;
        }
        table_ui(ui, state, &standings, &order, commands);
    });
}

/// "116 countries on published lists · counted without a list: Liberterra III (119)".
fn counts(atlas: &Atlas, standings: &[Standing]) -> String {
    let listed = countries::listed(standings);
    let mut parts = vec![format!(
        "{} on published lists",
        counted(listed, "country", "countries")
    )];
    let missing: Vec<String> = countries::unlisted(atlas)
        .into_iter()
        .filter(|operation| operation.countries.listed.is_empty())
        .map(
            |operation| match atlas.preferred(&operation.countries.count) {
                Some(report) => format!("{} ({})", operation.name, report.quantity.short()),
                None => operation.name.clone(),
            },
        )
        .collect();
    match missing.len() {
        0 => {}
        1..=3 => parts.push(format!("counted without a list: {}", missing.join(", "))),
        many => parts.push(format!("{many} operations published no list")),
    }
    parts.join(" · ")
}

fn controls_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    choice: &CountryChoice,
    standings: &[Standing],
    shown: usize,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        let width = (ui.available_width() * 0.45).clamp(200.0, 320.0);
        if let Some(typed) = search_ui(ui, "countries", &choice.typed, "Search countries", width) {
            commands.push(Command::ChooseCountries(CountryChoice {
                typed,
                ..choice.clone()
            }));
        }
        let facets: Vec<Facet> = atlas
            .operations
            .iter()
            .enumerate()
            .filter(|(_, operation)| !operation.countries.listed.is_empty())
            .map(|(place, operation)| Facet {
                key: operation.id.to_string(),
                name: operation.name.clone(),
                count: standings
                    .iter()
                    .filter(|one| one.took_part.contains(&place))
                    .count(),
            })
            .collect();
        let chosen = choice.operation.as_deref();
        let name = chosen
            .and_then(|id| atlas.operation(id))
            .map_or("", |one| one.name.as_str());
        if let Some(operation) = facet_ui(ui, "Operation", chosen, name, &facets) {
            commands.push(Command::ChooseCountries(CountryChoice {
                operation,
                ..choice.clone()
            }));
        }
        ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
            let text = if shown == standings.len() {
                counted(shown, "country", "countries")
            } else {
                format!(
                    "{shown} of {}",
                    counted(standings.len(), "country", "countries")
                )
            };
            note_ui(ui, text);
        });
    });
}

fn nothing_ui(ui: &mut Ui, atlas: &Atlas, choice: &CountryChoice, commands: &mut Vec<Command>) {
    let typed = choice.typed.trim();
    let operation = choice
        .operation
        .as_deref()
        .and_then(|id| atlas.operation(id));
    let title = match (typed.is_empty(), operation) {
        (false, None) => format!("No country matches “{typed}”"),
        (false, Some(operation)) => format!(
            "No country on the list of {} matches “{typed}”",
            operation.name
        ),
        (true, Some(operation)) => format!("{} has no list", operation.name),
        (true, None) => "No country is named in the open datasets".to_owned(),
    };
    let mut text = operation
        .and_then(|operation| list_gap(atlas, operation))
        .map(|gap| format!("{gap}."))
        .unwrap_or_default();
    if !typed.is_empty() {
        text = format!("Names, other names, codes and regions were searched. {text}");
    }
    let narrowed = !typed.is_empty() || choice.operation.is_some();
    if empty_ui(
        ui,
        icons::MAGNIFYING_GLASS,
        &title,
        text.trim(),
        narrowed.then_some("Show every country"),
    ) {
        commands.push(Command::ChooseCountries(CountryChoice {
            typed: String::new(),
            operation: None,
            ..choice.clone()
        }));
    }
}
