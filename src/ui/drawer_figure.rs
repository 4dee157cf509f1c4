//! What a number rests on, in the drawer: a figure, or how many countries took part.

use eframe::egui;
use egui::{Role, Ui, WidgetInfo};

use super::changing::changing_ui;
use super::evidence::{reports_ui, sources_ui};
use super::links::operation_link_ui;
use super::problem::problem_ui;
use super::style::{DISPLAY, TEXT, TITLE};
use super::widgets::{
    caution_ui, headed_ui, label_ui, link_ui, mark_ui, note_ui, part_ui, text_ui,
};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::import::form::Record;
use crate::model::{Atlas, Lost, MetricId, Operation, Problem, Report};
use crate::query::countries::CountryChoice;
use crate::query::evidence;
use crate::state::{Command, OpenFile, Page, State};
use crate::words::window::details;
use crate::words::{counted, declared_by, derivation, list_gap};

/// Draws a figure: its value, its definition, how the number in the picture came about, reports.
pub fn figure_ui(
    ui: &mut Ui,
    state: &State,
    operation: &Operation,
    metric: &str,
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    let known = atlas.metric(metric);
    let title = known.map_or(metric, |metric| metric.label.as_str());
    headed_ui(ui, TITLE.bold(), title);
    operation_link_ui(ui, atlas, operation, commands);
    let reports = operation
        .figure(metric)
        .map_or(&[][..], |figure| &figure.reports);
    let unit = known.map_or("", |metric| metric.unit.as_str());
    let problems = leaving_out(state, operation, metric);
    let none = operation.not_applicable(metric);
    let none = none.filter(|_| reports.is_empty() && problems.is_empty());
    if reports.is_empty() && !problems.is_empty() {
        label_ui(ui, TITLE.bold().soft(), details::LEFT_OUT);
    } else if let Some(why) = none {
        label_ui(ui, TITLE.bold().soft(), details::NOT_APPLICABLE);
        if let Some(reason) = &why.reason {
            text_ui(ui, reason.as_str());
        }
    } else {
        value_ui(ui, atlas, reports, unit);
    }
    problems_ui(ui, &problems, commands);
    if let Some(metric) = known {
        note_ui(ui, metric.definition.as_str());
        let operations: Vec<&Operation> = atlas.operations.iter().collect();
        for declared in atlas.declared(&metric.id, &operations) {
            note_ui(ui, declared_by(declared));
        }
        let whole = metric.part_of.as_ref();
        if let Some(whole) = whole.and_then(|id| atlas.metric(id.as_str())) {
            note_ui(ui, details::part_of(&whole.label));
        }
        let own = state.own(&Record::Metric(metric.id.clone()));
        changing_ui(ui, own, &metric.label, commands);
        let comparison = &state.view.comparison;
        let base = comparison.base_in(atlas);
        if let Some(how) = derivation(atlas, operation, metric, comparison.measure, base) {
            ui.add_space(space::S);
            text_ui(ui, how);
        }
    }
    if let Some(why) = none {
        let own = Record::NotApplicable(operation.id.clone(), metric.into());
        changing_ui(ui, state.own(&own), details::NOT_APPLICABLE, commands);
        ui.add_space(space::L);
        if !why.sources.is_empty() {
            sources_ui(ui, atlas, &why.sources, commands);
        }
    } else if !reports.is_empty() || problems.is_empty() {
        ui.add_space(space::L);
        let metric = MetricId::from(metric);
        reports_ui(ui, state, (&operation.id, Some(&metric)), reports, commands);
    }
}

/// The problems that keep a figure, or a report of it, from being used, with their files.
fn leaving_out<'a>(
    state: &'a State,
    operation: &Operation,
    metric: &str,
) -> Vec<(&'a Problem, Option<&'a OpenFile>)> {
    let files = state.files.iter();
    let problems = files.flat_map(|file| file.problems.iter().map(move |one| (one, Some(file))));
    let all = problems.chain(state.clashes.iter().map(|one| (one, None)));
    let mine = [
        Lost::Figures(operation.id.clone()),
        Lost::Figure(operation.id.clone(), metric.into()),
    ];
    let leaves_out = |problem: &Problem| {
        let left_out = problem.left_out.as_ref();
        left_out.is_some_and(|left_out| mine.iter().any(|lost| left_out.lost.contains(lost)))
    };
    all.filter(|(problem, _)| leaves_out(problem)).collect()
}

/// What keeps a figure from being used, each with its line.
fn problems_ui(
    ui: &mut Ui,
    problems: &[(&Problem, Option<&OpenFile>)],
    commands: &mut Vec<Command>,
) {
    if problems.is_empty() {
        return;
    }
    part_ui(ui, details::WHY_LEFT_OUT);
    for (problem, file) in problems {
        problem_ui(ui, problem, *file, commands);
    }
    if link_ui(ui, details::SHOW_PROBLEMS).clicked() {
        commands.push(Command::Show(Page::Problems));
    }
    ui.add_space(space::S);
}

/// Draws how many countries took part in an operation, and what its list tells.
pub fn taking_part_ui(
    ui: &mut Ui,
    state: &State,
    operation: &Operation,
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    headed_ui(ui, TITLE.bold(), details::COUNTRIES_TAKING_PART);
    operation_link_ui(ui, atlas, operation, commands);
    let part = &operation.countries;
    value_ui(ui, atlas, &part.count, "countries");
    completeness_ui(ui, atlas, operation);
    if let Some(note) = &part.note {
        note_ui(ui, note.as_str());
    }
    if !part.listed.is_empty() && link_ui(ui, details::SHOW_LISTED).clicked() {
        let choice = CountryChoice::of_operation(operation.id.as_str());
        commands.push(Command::ChooseCountries(choice));
        commands.push(Command::Show(Page::Countries));
    }
    ui.add_space(space::L);
    reports_ui(ui, state, (&operation.id, None), &part.count, commands);
    if !part.listed.is_empty() {
        part_ui(ui, details::WHERE_LIST_STANDS);
        sources_ui(ui, atlas, &part.sources, commands);
    }
}

/// How much of who took part the list tells.
pub fn completeness_ui(ui: &mut Ui, atlas: &Atlas, operation: &Operation) {
    if let Some(gap) = list_gap(atlas, operation) {
        caution_ui(ui, &details::who_else_is_unknown(&gap));
    } else {
        let listed = counted(operation.countries.listed.len(), "country", "countries");
        note_ui(ui, details::list_is_complete(&listed));
    }
}

/// The preferred value, large, in words where it has no number.
fn value_ui(ui: &mut Ui, atlas: &Atlas, reports: &[Report], unit: &str) {
    ui.horizontal(|ui| {
        let Some(evidence) = evidence::of(atlas, reports) else {
            label_ui(ui, TITLE.bold().soft(), details::NOT_REPORTED);
            return;
        };
        let Some((report, _)) = evidence.reports.first() else {
            return;
        };
        let value = label_ui(ui, DISPLAY.bold(), report.quantity.short());
        value.widget_info(|| {
            let spoken = format!("{} {unit}", report.quantity.words());
            WidgetInfo::labeled(Role::Label, true, spoken)
        });
        label_ui(ui, TEXT.soft(), unit);
        if evidence.dispute.is_some() {
            mark_ui(ui, icons::WARNING, Palette::shown(ui.ctx()).warning);
        }
    });
}
