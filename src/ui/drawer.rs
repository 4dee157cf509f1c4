//! The drawer on the right: what a number rests on, and what is known of an operation, a
//! country or a publication.

use eframe::egui;
use egui::{Align, Layout, Margin, Role, ScrollArea, Ui};

use super::case::listed;
use super::cases::more_ui;
use super::countries::standings;
use super::evidence::{reports_ui, source_actions_ui, sources_ui};
use super::kept::kept;
use super::table::GUTTER;
use super::widgets::{
    caution_ui, counted, focus_ring, heading_ui, icon_button_ui, link_ui, mark_ui, note_ui,
    operation_ui, rich, soft_ui, text_ui,
};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, size, space};
use crate::model::{Atlas, Country, Days, Operation, Report, SourceId, Status, SupportRole};
use crate::query::cases::CaseChoice;
use crate::query::countries::{List, list_gap};
use crate::query::{evidence, sources};
use crate::state::{Command, Drawer, Page, State};

/// How many cases a drawer names; the rest are one click away.
const NAMED_CASES: usize = 40;

/// Draws what is open on the right; nothing when nothing is.
pub fn drawer_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let Some(drawer) = &state.drawer else { return };
    let palette = Palette::shown(ui.ctx());
    egui::Frame::new()
        .fill(palette.sheet)
        .inner_margin(Margin {
            left: 20,
            right: 8,
            top: 8,
            bottom: 0,
        })
        .show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.horizontal(|ui| {
                ui.label(rich(
                    kind(drawer),
                    Weight::Medium,
                    size::SMALL,
                    palette.ink_soft,
                ));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if icon_button_ui(ui, icons::X, "Close the drawer").clicked() {
                        commands.push(Command::Dismiss);
                    }
                });
            });
            ScrollArea::vertical()
                .id_salt(("drawer", format!("{drawer:?}")))
                .auto_shrink(false)
                .show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - GUTTER);
                    // Lines of text, not of buttons.
                    ui.spacing_mut().interact_size.y = 20.0;
                    content_ui(ui, state, drawer, commands);
                    ui.add_space(space::XL);
                });
        });
}

fn kind(drawer: &Drawer) -> &'static str {
    match drawer {
        Drawer::Figure { .. } | Drawer::CountriesTakingPart { .. } => "Evidence",
        Drawer::Operation { .. } => "Operation",
        Drawer::Country { .. } => "Country",
        Drawer::Source { .. } => "Source",
    }
}

fn content_ui(ui: &mut Ui, state: &State, drawer: &Drawer, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let shown = match drawer {
        Drawer::Figure { operation, metric } => atlas
            .operation(operation)
            .map(|operation| figure_ui(ui, atlas, operation, metric, commands)),
        Drawer::CountriesTakingPart { operation } => atlas
            .operation(operation)
            .map(|operation| taking_part_ui(ui, atlas, operation, commands)),
        Drawer::Operation { operation } => atlas
            .operation(operation)
            .map(|operation| of_operation_ui(ui, state, operation, commands)),
        Drawer::Country { code } => {
            Country::from_code(code).map(|country| country_ui(ui, state, country, commands))
        }
        Drawer::Source { source } => of_source_ui(ui, state, source, commands),
    };
    if shown.is_none() {
        soft_ui(ui, "It is not in an open dataset any more.");
    }
}

fn title_ui(ui: &mut Ui, title: &str) {
    let palette = Palette::shown(ui.ctx());
    let response =
        ui.add(egui::Label::new(rich(title, Weight::SemiBold, size::TITLE, palette.ink)).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(title);
    });
}

fn part_ui(ui: &mut Ui, heading: &str) {
    ui.add_space(space::L);
    heading_ui(ui, heading);
}

/// An operation's name with its colour, leading to what is known of it.
fn operation_link_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    operation: &Operation,
    commands: &mut Vec<Command>,
) {
    let place = atlas
        .operations
        .iter()
        .position(|known| known.id == operation.id);
    if operation_ui(ui, place, &operation.name) {
        let operation = operation.id.to_string();
        commands.push(Command::OpenDrawer(Drawer::Operation { operation }));
    }
}

/// The preferred value, large, in words where it has no number.
fn value_ui(ui: &mut Ui, atlas: &Atlas, reports: &[Report], unit: &str) {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal(|ui| {
        let Some(evidence) = evidence::of(atlas, reports) else {
            ui.label(rich(
                "not reported",
                Weight::SemiBold,
                size::TITLE,
                palette.ink_soft,
            ));
            return;
        };
        let Some((report, _)) = evidence.reports.first() else {
            return;
        };
        let value = ui.label(rich(
            report.quantity.short(),
            Weight::SemiBold,
            size::DISPLAY,
            palette.ink,
        ));
        value.widget_info(|| {
            egui::WidgetInfo::labeled(
                Role::Label,
                true,
                format!("{} {unit}", report.quantity.words()),
            )
        });
        ui.label(rich(unit, Weight::Regular, size::TEXT, palette.ink_soft));
        if evidence.disagree {
            mark_ui(ui, icons::WARNING, palette.warning);
        }
    });
}

fn figure_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    operation: &Operation,
    metric: &str,
    commands: &mut Vec<Command>,
) {
    let known = atlas.metric(metric);
    title_ui(ui, known.map_or(metric, |metric| metric.label.as_str()));
    operation_link_ui(ui, atlas, operation, commands);
    let reports = operation
        .figure(metric)
        .map_or(&[][..], |figure| &figure.reports);
    value_ui(
        ui,
        atlas,
        reports,
        known.map_or("", |metric| metric.unit.as_str()),
    );
    if let Some(known) = known {
        note_ui(ui, known.definition.as_str());
        if let Some(whole) = known
            .part_of
            .as_ref()
            .and_then(|id| atlas.metric(id.as_str()))
        {
            note_ui(ui, format!("A part of: {}.", whole.label));
        }
    }
    ui.add_space(space::L);
    reports_ui(ui, atlas, reports, commands);
}

fn taking_part_ui(ui: &mut Ui, atlas: &Atlas, operation: &Operation, commands: &mut Vec<Command>) {
    title_ui(ui, "Countries taking part");
    operation_link_ui(ui, atlas, operation, commands);
    let part = &operation.countries;
    value_ui(ui, atlas, &part.count, "countries");
    list_ui(ui, atlas, operation);
    if let Some(note) = &part.note {
        note_ui(ui, note.as_str());
    }
    if !part.listed.is_empty() && link_ui(ui, "Show the countries on the list").clicked() {
        show_list(operation, commands);
    }
    ui.add_space(space::L);
    reports_ui(ui, atlas, &part.count, commands);
    if !part.listed.is_empty() {
        part_ui(ui, "Where the list stands");
        sources_ui(ui, atlas, &part.sources, commands);
    }
}

/// How much of who took part the list tells.
fn list_ui(ui: &mut Ui, atlas: &Atlas, operation: &Operation) {
    let listed = operation.countries.listed.len();
    match (List::of(atlas, operation), list_gap(atlas, operation)) {
        (List::Complete, _) | (_, None) => {
            note_ui(
                ui,
                format!(
                    "The published list is complete: {}.",
                    counted(listed, "country", "countries")
                ),
            );
        }
        (List::Incomplete | List::Missing, Some(gap)) => {
            caution_ui(ui, &format!("{gap}. Who else took part is unknown."));
        }
    }
}

fn show_list(operation: &Operation, commands: &mut Vec<Command>) {
    let choice = crate::query::countries::CountryChoice {
        operation: Some(operation.id.to_string()),
        ..crate::query::countries::CountryChoice::default()
    };
    commands.push(Command::ChooseCountries(choice));
    commands.push(Command::Show(Page::Countries));
}

fn of_operation_ui(ui: &mut Ui, state: &State, operation: &Operation, commands: &mut Vec<Command>) {
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

/// Publishers and dates on a line, for remarks.
fn bylines(atlas: &Atlas, ids: &[SourceId]) -> String {
    let told: Vec<String> = ids
        .iter()
        .filter_map(|id| Some(atlas.source(id)?.byline()))
        .collect();
    told.join("; ")
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

fn all_cases_ui(
    ui: &mut Ui,
    text: &str,
    commands: &mut Vec<Command>,
    choice: impl FnOnce() -> CaseChoice,
) {
    if link_ui(ui, text).clicked() {
        commands.push(Command::ChooseCases(choice()));
    }
}

fn country_ui(ui: &mut Ui, state: &State, country: Country, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let atlas = &state.atlas;
    title_ui(ui, country.name());
    let place = format!(
        "{} · {} · {}",
        country.code(),
        country.subregion(),
        country.region().name()
    );
    ui.label(rich(place, Weight::Regular, size::TEXT, palette.ink_soft));
    let all = standings(ui.ctx(), atlas);
    let standing = all.iter().find(|standing| standing.country == country);
    let (mut took_part, mut not_listed, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for operation in &atlas.operations {
        match operation.took_part(country, atlas) {
            Some(true) => took_part.push(operation),
            Some(false) => not_listed.push(operation),
            None => unknown.push(operation),
        }
    }
    part_ui(ui, "Took part in");
    if took_part.is_empty() {
        soft_ui(ui, "On no published list.");
    }
    for operation in &took_part {
        operation_link_ui(ui, atlas, operation, commands);
    }
    if !not_listed.is_empty() {
        part_ui(ui, "Not on the complete list of");
        for operation in not_listed {
            operation_link_ui(ui, atlas, operation, commands);
        }
    }
    if !unknown.is_empty() {
        part_ui(ui, "List unknown");
        for operation in unknown {
            operation_link_ui(ui, atlas, operation, commands);
            let gap = list_gap(atlas, operation).unwrap_or_default();
            note_ui(
                ui,
                format!("{gap}. Whether {country} took part is unknown."),
            );
        }
    }
    country_units_ui(ui, atlas, country, commands);
    if standing.is_some_and(|standing| standing.cases > 0) {
        country_cases_ui(ui, state, country, took_part.is_empty(), commands);
    }
}

fn country_units_ui(ui: &mut Ui, atlas: &Atlas, country: Country, commands: &mut Vec<Command>) {
    let mut first = true;
    for operation in &atlas.operations {
        for unit in operation
            .coordination_units
            .iter()
            .filter(|unit| unit.country == country)
        {
            if std::mem::take(&mut first) {
                part_ui(ui, "Coordination units");
            }
            operation_link_ui(ui, atlas, operation, commands);
            for text in unit.place.iter().chain(&unit.note) {
                note_ui(ui, text.as_str());
            }
            note_ui(ui, bylines(atlas, &unit.sources));
        }
    }
}

fn country_cases_ui(
    ui: &mut Ui,
    state: &State,
    country: Country,
    on_no_list: bool,
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    let places = kept(ui.ctx(), "cases of a country", atlas, &country, || {
        let cases = atlas.cases.iter().enumerate();
        let naming = cases.filter(|(_, case)| case.countries_named().contains(&country));
        naming.map(|(place, _)| place).collect::<Vec<usize>>()
    });
    part_ui(ui, &counted(places.len(), "case", "cases"));
    if on_no_list {
        caution_ui(
            ui,
            "A country named in a case did not take part for that reason alone.",
        );
    }
    let choice = CaseChoice {
        country: Some(country.code().to_owned()),
        ..CaseChoice::default()
    };
    cases_ui(ui, atlas, &places, &choice, commands);
    all_cases_ui(
        ui,
        &format!("All cases that name {country}"),
        commands,
        || choice,
    );
}

/// Cases by title, each leading to it.
fn cases_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    places: &[usize],
    choice: &CaseChoice,
    commands: &mut Vec<Command>,
) {
    for case in places
        .iter()
        .take(NAMED_CASES)
        .filter_map(|&place| atlas.cases.get(place))
    {
        if link_ui(ui, &case.title).clicked() {
            let selected = Some(case.id.to_string());
            commands.push(Command::ChooseCases(CaseChoice {
                selected,
                ..choice.clone()
            }));
        }
    }
    more_ui(ui, places.len().saturating_sub(NAMED_CASES));
}

fn of_source_ui(ui: &mut Ui, state: &State, id: &str, commands: &mut Vec<Command>) -> Option<()> {
    let palette = Palette::shown(ui.ctx());
    let atlas = &state.atlas;
    let source = atlas.sources.get(id)?;
    title_ui(ui, &source.title);
    ui.horizontal_wrapped(|ui| {
        let byline = format!("{} · {}", source.byline(), source.grade.name());
        ui.label(rich(byline, Weight::Regular, size::TEXT, palette.ink_soft));
    });
    if let Some(note) = &source.note {
        note_ui(ui, note.as_str());
    }
    source_actions_ui(ui, source, commands);
    let statements = sources::statements(atlas, id);
    if !statements.is_empty() {
        part_ui(ui, "Figures it supports");
    }
    let mut before = None;
    for statement in &statements {
        if before != Some(&statement.operation.id) {
            ui.add_space(space::XS);
            operation_link_ui(ui, atlas, statement.operation, commands);
            before = Some(&statement.operation.id);
        }
        statement_ui(ui, statement, commands);
    }
    let lists: Vec<&str> = atlas
        .operations
        .iter()
        .filter(|operation| {
            operation
                .countries
                .sources
                .iter()
                .any(|one| one.as_str() == id)
        })
        .map(|operation| operation.name.as_str())
        .collect();
    if !lists.is_empty() {
        part_ui(ui, "Lists of countries");
        text_ui(ui, listed(&lists));
    }
    let key = id.to_owned();
    let places = kept(ui.ctx(), "cases of a source", atlas, &key, || {
        sources::cases(atlas, id)
    });
    if !places.is_empty() {
        part_ui(ui, &counted(places.len(), "case", "cases"));
        cases_ui(ui, atlas, &places, &CaseChoice::default(), commands);
    }
    if statements.is_empty() && places.is_empty() && lists.is_empty() {
        part_ui(ui, "What it supports");
        soft_ui(
            ui,
            "No figure, list or case; it may stand behind days, findings or partners.",
        );
    }
    Some(())
}

fn statement_ui(ui: &mut Ui, statement: &sources::Statement<'_>, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(rich(
            statement.report.quantity.short(),
            Weight::SemiBold,
            size::TEXT,
            palette.ink,
        ));
        let operation = statement.operation.id.to_string();
        let (label, drawer) = match statement.metric {
            Some(metric) => (
                metric.label.as_str(),
                Drawer::Figure {
                    operation,
                    metric: metric.id.to_string(),
                },
            ),
            None => (
                "Countries taking part",
                Drawer::CountriesTakingPart { operation },
            ),
        };
        if link_ui(ui, label).clicked() {
            commands.push(Command::OpenDrawer(drawer));
        }
        let (remark, color) = match (statement.differs, statement.alone) {
            (true, _) => ("contradicted elsewhere", palette.warning),
            (false, true) => ("alone", palette.ink_faint),
            (false, false) => return,
        };
        ui.label(rich(remark, Weight::Regular, size::SMALL, color));
    });
}
