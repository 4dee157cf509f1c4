//! What is known of an operation, in the drawer.

use eframe::egui;
use egui::{Align, Layout, Role, Ui};

use super::drawer::{all_cases_ui, bylines, list_ui, part_ui, title_ui};
use super::evidence::sources_ui;
use super::widgets::{focus_ring, link_ui, mark_ui, note_ui, rich, text_ui};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, size, space};
use crate::model::{Atlas, Days, Operation, Status, SupportRole};
use crate::query::cases::CaseChoice;
use crate::state::{Command, Drawer, State};
use crate::words::{counted, listed};

/// Draws an operation.
pub fn content_ui(ui: &mut Ui, state: &State, operation: &Operation, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    title_ui(ui, &operation.name);
    if let Some(summary) = &operation.summary {
        text_ui(ui, summary.as_str());
    }
    facts_ui(ui, operation);
    part_ui(ui, "Countries");
    let count = atlas
        .preferred(&operation.countries.count)
        .map(|report| report.quantity.words());
    let count = count.map_or_else(
        || "not reported".to_owned(),
        |count| format!("{count} took part"),
    );
    if link_ui(ui, &count).on_hover_text("The evidence").clicked() {
        let operation = operation.id.to_string();
        commands.push(Command::OpenDrawer(Drawer::CountriesTakingPart {
            operation,
        }));
    }
    list_ui(ui, atlas, operation);
    if !operation.coordination_units.is_empty() {
        part_ui(ui, "Coordination units");
        for unit in &operation.coordination_units {
            let place = unit
                .place
                .as_ref()
                .map(|place| format!(", {place}"))
                .unwrap_or_default();
            if link_ui(ui, &format!("{}{place}", unit.country)).clicked() {
                let code = unit.country.code().to_owned();
                commands.push(Command::OpenDrawer(Drawer::Country { code }));
            }
            if let Some(note) = &unit.note {
                note_ui(ui, note.as_str());
            }
        }
    }
    figures_ui(ui, atlas, operation, commands);
    if !operation.findings.is_empty() {
        part_ui(ui, "What its publishers state");
        for finding in &operation.findings {
            text_ui(ui, finding.text.as_str());
            note_ui(ui, bylines(atlas, &finding.sources));
        }
    }
    supported_ui(ui, operation);
    part_ui(ui, "Cases");
    all_cases_ui(
        ui,
        &format!("All cases of {}", operation.name),
        commands,
        || CaseChoice {
            operation: Some(operation.id.to_string()),
            ..CaseChoice::default()
        },
    );
    part_ui(ui, "Sources");
    sources_ui(ui, atlas, &operation.sources, commands);
}

/// Days, lead and status, each with its name.
fn facts_ui(ui: &mut Ui, operation: &Operation) {
    let palette = Palette::shown(ui.ctx());
    let days = operation.days.map_or_else(
        || "not reported".to_owned(),
        |days: Days| match days.count() {
            Some(count) => format!(
                "{}, {}",
                days.words(),
                counted(count as usize, "day", "days")
            ),
            None => days.words(),
        },
    );
    let lead: Vec<&str> = operation.lead.iter().map(String::as_str).collect();
    let lead = if lead.is_empty() {
        "not reported".to_owned()
    } else {
        listed(&lead)
    };
    let status = operation.status.map_or("not said", Status::name);
    ui.add_space(space::S);
    for (name, value) in [
        ("Days", days.as_str()),
        ("Lead", lead.as_str()),
        ("Figures", status),
    ] {
        ui.horizontal_top(|ui| {
            ui.allocate_ui_with_layout(
                egui::vec2(64.0, 18.0),
                Layout::left_to_right(Align::Min),
                |ui| {
                    ui.set_width(64.0);
                    ui.label(rich(name, Weight::Regular, size::TEXT, palette.ink_soft));
                },
            );
            ui.add(egui::Label::new(rich(value, Weight::Regular, size::TEXT, palette.ink)).wrap());
        });
    }
    if let Some(note) = &operation.days_note {
        note_ui(ui, note.as_str());
    }
}

fn figures_ui(ui: &mut Ui, atlas: &Atlas, operation: &Operation, commands: &mut Vec<Command>) {
    if operation.figures.is_empty() {
        return;
    }
    let palette = Palette::shown(ui.ctx());
    part_ui(ui, "Figures");
    for figure in &operation.figures {
        let Some(report) = atlas.preferred(&figure.reports) else {
            continue;
        };
        let label = atlas
            .metric(figure.metric.as_str())
            .map_or(figure.metric.as_str(), |one| one.label.as_str());
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let value = report.quantity.short();
            let button =
                egui::Button::new(rich(&value, Weight::SemiBold, size::TEXT, palette.accent))
                    .frame(false);
            let response = ui.add(button);
            response.widget_info(|| {
                let disagree = if figure.disagrees() {
                    ", reports disagree"
                } else {
                    ""
                };
                let name = format!("{label}: {}, evidence{disagree}", report.quantity.words());
                egui::WidgetInfo::labeled(Role::Button, true, name)
            });
            if focus_ring(ui, response)
                .on_hover_text("The evidence")
                .clicked()
            {
                commands.push(Command::OpenDrawer(Drawer::Figure {
                    operation: operation.id.to_string(),
                    metric: figure.metric.to_string(),
                }));
            }
            if figure.disagrees() {
                mark_ui(ui, icons::WARNING, palette.warning);
            }
            ui.label(rich(label, Weight::Regular, size::TEXT, palette.ink));
        });
    }
}

fn supported_ui(ui: &mut Ui, operation: &Operation) {
    for (role, heading) in [
        (SupportRole::Partner, "Partners"),
        (SupportRole::Funder, "Funders"),
    ] {
        let names: Vec<&str> = operation
            .supported_by
            .iter()
            .filter(|support| support.role == role)
            .map(|support| support.name.as_str())
            .collect();
        if !names.is_empty() {
            part_ui(ui, heading);
            text_ui(ui, listed(&names));
        }
    }
}
