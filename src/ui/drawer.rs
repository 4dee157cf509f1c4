//! The drawer on the right: what a number rests on, and what is known of an operation, a
//! country or a publication.

use eframe::egui;
use egui::{Align, Layout, Margin, Role, ScrollArea, Ui};

use super::cases::more_ui;
use super::evidence::{reports_ui, sources_ui};
use super::table::GUTTER;
use super::widgets::{
    caution_ui, heading_ui, icon_button_ui, link_ui, mark_ui, note_ui, operation_ui, rich, soft_ui,
    text_ui,
};
use super::{drawer_country, drawer_operation, drawer_source};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, size, space};
use crate::model::{Atlas, Country, Operation, Report, SourceId};
use crate::query::cases::CaseChoice;
use crate::query::comparison::Comparison;
use crate::query::countries::List;
use crate::query::evidence;
use crate::state::{Command, Drawer, Page, State};
use crate::words::{counted, derivation, list_gap};

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
        Drawer::Figure { operation, metric } => atlas.operation(operation).map(|operation| {
            figure_ui(
                ui,
                atlas,
                operation,
                metric,
                &state.view.comparison,
                commands,
            );
        }),
        Drawer::CountriesTakingPart { operation } => atlas
            .operation(operation)
            .map(|operation| taking_part_ui(ui, atlas, operation, commands)),
        Drawer::Operation { operation } => atlas
            .operation(operation)
            .map(|operation| drawer_operation::content_ui(ui, state, operation, commands)),
        Drawer::Country { code } => Country::from_code(code)
            .map(|country| drawer_country::content_ui(ui, state, country, commands)),
        Drawer::Source { source } => drawer_source::content_ui(ui, state, source, commands),
    };
    if shown.is_none() {
        soft_ui(ui, "It is not in an open dataset any more.");
    }
}

/// The title of what is open.
pub fn title_ui(ui: &mut Ui, title: &str) {
    let palette = Palette::shown(ui.ctx());
    let response =
        ui.add(egui::Label::new(rich(title, Weight::SemiBold, size::TITLE, palette.ink)).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(title);
    });
}

/// A heading over a part.
pub fn part_ui(ui: &mut Ui, heading: &str) {
    ui.add_space(space::L);
    heading_ui(ui, heading);
}

/// An operation's name with its colour, leading to what is known of it.
pub fn operation_link_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    operation: &Operation,
    commands: &mut Vec<Command>,
) {
    let place = atlas.place(operation);
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
        if evidence.dispute.is_some() {
            mark_ui(ui, icons::WARNING, palette.warning);
        }
    });
}

fn figure_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    operation: &Operation,
    metric: &str,
    comparison: &Comparison,
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
    let base = comparison.base_in(atlas);
    let measure = comparison.measure;
    if let Some(how) = known.and_then(|metric| derivation(atlas, operation, metric, measure, base))
    {
        ui.add_space(space::S);
        text_ui(ui, how);
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
pub fn list_ui(ui: &mut Ui, atlas: &Atlas, operation: &Operation) {
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

/// Publishers and dates on a line, for remarks.
pub fn bylines(atlas: &Atlas, ids: &[SourceId]) -> String {
    let told: Vec<String> = ids
        .iter()
        .filter_map(|id| Some(atlas.source(id)?.byline()))
        .collect();
    told.join("; ")
}

/// A link to the Cases page, narrowed.
pub fn all_cases_ui(
    ui: &mut Ui,
    text: &str,
    commands: &mut Vec<Command>,
    choice: impl FnOnce() -> CaseChoice,
) {
    if link_ui(ui, text).clicked() {
        commands.push(Command::ChooseCases(choice()));
    }
}

/// Cases by title, each leading to it.
pub fn cases_ui(
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
