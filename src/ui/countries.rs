//! The Countries page: who is on a published list, what the lists leave open, coordination
//! units and cases.

use std::sync::Arc;

use eframe::egui;
use egui::Ui;

use super::country_table::{Columns, table_ui};
use super::kept::kept;
use super::narrow::{Facet, Searched, facet_ui, search_line_ui};
use super::widgets::{empty_ui, note_ui, sheet_ui, title_ui};
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
            let text = "No dataset with operations is open.";
            empty_ui(ui, icons::GLOBE, "No countries", text, None);
            return;
        }
        let columns = Columns::of(ui, atlas, ui.available_rect_before_wrap().x_range());
        let sentence = lists_sentence(atlas).unwrap_or_default();
        note_ui(ui, format!("{sentence} {}", columns.marks.key()).trim());
        ui.add_space(space::S);
        narrow_ui(ui, atlas, choice, &standings, order.len(), commands);
        ui.add_space(space::XS);
        if order.is_empty() {
            nothing_ui(ui, atlas, choice, commands);
        } else {
            table_ui(ui, state, &columns, &standings, &order, commands);
        }
    });
}

/// "116 countries known to have taken part · counted without a list: Liberterra III (119)".
fn counts(atlas: &Atlas, standings: &[Standing]) -> String {
    let listed = counted(countries::listed(standings), "country", "countries");
    let mut parts = vec![format!("{listed} known to have taken part")];
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

fn narrow_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    choice: &CountryChoice,
    standings: &[Standing],
    shown: usize,
    commands: &mut Vec<Command>,
) {
    let list = Searched {
        one: "country",
        many: "countries",
        typed: &choice.typed,
        shown,
        all: standings.len(),
    };
    let mut chosen = choice.clone();
    let typed = search_line_ui(ui, &list, |ui| {
        let mut counts = vec![0; atlas.operations.len()];
        for &place in standings.iter().flat_map(|one| &one.took_part) {
            counts[place] += 1;
        }
        let operations = atlas.operations.iter().zip(counts);
        let facets: Vec<Facet> = operations
            .filter(|(operation, _)| !operation.countries.listed.is_empty())
            .map(|(operation, count)| Facet {
                key: operation.id.to_string(),
                name: operation.name.clone(),
                count,
            })
            .collect();
        let id = choice.operation.as_deref();
        let now = id.map(|id| (id, atlas.operation(id).map_or(id, |one| one.name.as_str())));
        if let Some(operation) = facet_ui(ui, "Operation", now, &facets) {
            chosen.operation = operation;
        }
    });
    if let Some(typed) = typed {
        chosen.typed = typed;
    }
    if chosen != *choice {
        commands.push(Command::ChooseCountries(chosen));
    }
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
    let way_out = narrowed.then_some("Show every country");
    if empty_ui(ui, icons::MAGNIFYING_GLASS, &title, text.trim(), way_out) {
        commands.push(Command::ChooseCountries(CountryChoice {
            typed: String::new(),
            operation: None,
            ..choice.clone()
        }));
    }
}
