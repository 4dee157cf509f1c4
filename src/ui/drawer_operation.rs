//! What is known of an operation, in the drawer.

use eframe::egui;
use egui::{Align, Layout, Role, Ui, WidgetInfo, vec2};

use super::changing::changing_ui;
use super::drawer_figure::completeness_ui;
use super::evidence::sources_ui;
use super::links::{cases_of_ui, drawer_link_ui};
use super::participation::since_ui;
use super::style::{TEXT, TITLE};
use super::widgets::{
    headed_ui, label_ui, mark_ui, note_ui, part_ui, pressed_ui, text_ui, wrapped_ui,
};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::import::form::Record;
use crate::model::{Atlas, Days, Operation, SourceId, Status, SupportRole};
use crate::query::countries::before;
use crate::state::{Command, Drawer, State};
use crate::words::window::details;
use crate::words::{counted, listed};

/// Draws an operation.
pub fn content_ui(ui: &mut Ui, state: &State, operation: &Operation, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    headed_ui(ui, TITLE.bold(), &operation.name);
    let own = state.own(&Record::Operation(operation.id.clone()));
    changing_ui(ui, own, &operation.name, commands);
    if let Some(summary) = &operation.summary {
        text_ui(ui, summary.as_str());
    }
    facts_ui(ui, operation);
    part_ui(ui, details::COUNTRIES);
    let count = match atlas.preferred(&operation.countries.count) {
        Some(report) => details::took_part(&report.quantity.words()),
        None => details::NOT_REPORTED.to_owned(),
    };
    let evidence = || Drawer::CountriesTakingPart {
        operation: operation.id.to_string(),
    };
    drawer_link_ui(ui, &count, evidence, commands).on_hover_text(details::THE_EVIDENCE);
    completeness_ui(ui, atlas, operation);
    let later = atlas.place_of(operation.id.as_str());
    if let Some((earlier, later)) = later.and_then(|later| Some((before(atlas, later)?, later))) {
        since_ui(ui, atlas, [earlier, later]);
    }
    units_ui(ui, operation, commands);
    figures_ui(ui, atlas, operation, commands);
    if !operation.findings.is_empty() {
        part_ui(ui, details::FINDINGS);
        for finding in &operation.findings {
            text_ui(ui, finding.text.as_str());
            note_ui(ui, bylines(atlas, &finding.sources));
        }
    }
    supported_ui(ui, operation);
    part_ui(ui, details::CASES);
    cases_of_ui(ui, operation, None, commands);
    part_ui(ui, details::SOURCES);
    sources_ui(ui, atlas, &operation.sources, commands);
}

/// Publishers and dates on a line, for remarks.
pub fn bylines(atlas: &Atlas, ids: &[SourceId]) -> String {
    let told = ids.iter().filter_map(|id| Some(atlas.source(id)?.byline()));
    told.collect::<Vec<_>>().join("; ")
}

/// Days, lead and status, each with its name.
fn facts_ui(ui: &mut Ui, operation: &Operation) {
    let count = operation.day_count();
    let count = count.map(|count| counted(count as usize, "day", "days"));
    let days = match (operation.days.map(Days::words), count) {
        (Some(days), Some(count)) => Some(format!("{days}, {count}")),
        (days, count) => days.or(count),
    };
    let lead: Vec<&str> = operation.lead.iter().map(String::as_str).collect();
    let lead = (!lead.is_empty()).then(|| listed(&lead));
    ui.add_space(space::S);
    for (name, value) in [
        (
            details::DAYS,
            days.as_deref().unwrap_or(details::NOT_REPORTED),
        ),
        (
            details::LEAD,
            lead.as_deref().unwrap_or(details::NOT_REPORTED),
        ),
        (
            details::FIGURES,
            operation.status.map_or(details::NOT_SAID, Status::name),
        ),
    ] {
        ui.horizontal_top(|ui| {
            let names = vec2(64.0, 18.0);
            ui.allocate_ui_with_layout(names, Layout::left_to_right(Align::Min), |ui| {
                ui.set_width(names.x);
                label_ui(ui, TEXT.soft(), name);
            });
            wrapped_ui(ui, TEXT, value);
        });
    }
    if let Some(note) = &operation.days_note {
        note_ui(ui, note.as_str());
    }
}

fn units_ui(ui: &mut Ui, operation: &Operation, commands: &mut Vec<Command>) {
    if operation.coordination_units.is_empty() {
        return;
    }
    part_ui(ui, details::COORDINATION_UNITS);
    for unit in &operation.coordination_units {
        let text = match &unit.place {
            Some(place) => format!("{}, {place}", unit.country),
            None => unit.country.to_string(),
        };
        let country = || Drawer::Country {
            code: unit.country.code().to_owned(),
        };
        drawer_link_ui(ui, &text, country, commands);
        if let Some(note) = &unit.note {
            note_ui(ui, note.as_str());
        }
    }
}

fn figures_ui(ui: &mut Ui, atlas: &Atlas, operation: &Operation, commands: &mut Vec<Command>) {
    if operation.figures.is_empty() {
        return;
    }
    part_ui(ui, details::FIGURES);
    for figure in &operation.figures {
        let Some(report) = atlas.preferred(&figure.reports) else {
            continue;
        };
        let metric = figure.metric.as_str();
        let label = atlas.metric(metric).map_or(metric, |one| &one.label);
        let disagrees = figure.disagrees();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let value = TEXT.bold().accent();
            let response = pressed_ui(ui, value, &report.quantity.short());
            response.widget_info(|| {
                let words = report.quantity.words();
                let name = details::evidence_of(label, &words, disagrees);
                WidgetInfo::labeled(Role::Button, true, name)
            });
            let response = response.on_hover_text(details::THE_EVIDENCE);
            if response.clicked() {
                commands.push(Command::OpenDrawer(Drawer::Figure {
                    operation: operation.id.to_string(),
                    metric: metric.to_owned(),
                }));
            }
            if disagrees {
                mark_ui(ui, icons::WARNING, Palette::shown(ui.ctx()).warning);
            }
            label_ui(ui, TEXT, label);
        });
    }
}

fn supported_ui(ui: &mut Ui, operation: &Operation) {
    for (role, heading) in [
        (SupportRole::Partner, details::PARTNERS),
        (SupportRole::Funder, details::FUNDERS),
    ] {
        let supports = operation.supported_by.iter();
        let names: Vec<&str> = supports
            .filter(|support| support.role == role)
            .map(|support| support.name.as_str())
            .collect();
        if !names.is_empty() {
            part_ui(ui, heading);
            text_ui(ui, listed(&names));
        }
    }
}
