//! The figures to compare by, chosen, grouped by what they count.

use eframe::egui;
use egui::{Key, Ui};

use super::choice::{Choice, Mark, choice_ui, is_only_clicked};
use super::style::SMALL;
use super::widgets::head_action_ui;
use super::widgets::label_ui;
use crate::draw::theme::space;
use crate::model::{Metric, Operation};
use crate::query::comparison::Comparison;
use crate::query::search::matches;
use crate::state::{Command, State};
use crate::words;
use crate::words::window::compare;

/// The metrics that can be chosen: what one of the operations shown reports.
pub(super) fn offered(state: &State) -> impl Iterator<Item = &Metric> {
    let operations = state.view.comparison.operations_in(&state.atlas);
    let all = state.view.kind.shows_all();
    state.atlas.metrics.iter().filter(move |metric| {
        let reports = |operation: &&Operation| {
            operation.figure(metric.id.as_str()).is_some()
                || state.atlas.gaps.has_figure(&operation.id, &metric.id)
        };
        all || operations.iter().any(reports)
    })
}

/// Draws what can be done with all of them.
pub(super) fn actions_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let comparison = &state.view.comparison;
    if head_action_ui(ui, compare::ALL, compare::ALL_FIGURES) {
        let mut all = comparison.clone();
        all.choose_reported_metrics(&state.atlas);
        commands.push(Command::Compare(all));
    }
    if head_action_ui(ui, compare::NONE, compare::NO_FIGURES) {
        commands.push(only(comparison, None));
    }
}

/// Draws the list, as far as it matches what is typed; false where nothing does.
pub(super) fn list_ui(
    ui: &mut Ui,
    state: &State,
    typed: &str,
    commands: &mut Vec<Command>,
) -> bool {
    let is_found = |metric: &&Metric| {
        typed.is_empty() || matches(&format!("{} {}", metric.label, metric.unit), typed)
    };
    let found: Vec<&Metric> = offered(state).filter(is_found).collect();
    let mut units: Vec<&str> = Vec::new();
    for metric in &found {
        if !units.contains(&metric.unit.as_str()) {
            units.push(&metric.unit);
        }
    }
    for (index, unit) in units.iter().enumerate() {
        if units.len() > 1 {
            ui.add_space(if index == 0 { 0.0 } else { space::S });
            label_ui(ui, SMALL.medium().soft(), words::capitalised(unit));
        }
        for metric in found.iter().filter(|metric| metric.unit == *unit) {
            metric_ui(ui, state, metric, commands);
        }
    }
    !found.is_empty()
}

/// A metric: a click, or the space bar, shows it or not; a click on "Only", or Enter, shows it
/// alone. A ranking or timeline shows one figure and a scatter two: there it comes to the front.
fn metric_ui(ui: &mut Ui, state: &State, metric: &Metric, commands: &mut Vec<Command>) {
    let comparison = &state.view.comparison;
    let id = metric.id.as_str();
    let leading = state.view.kind.metrics_shown();
    let place = comparison.metrics.iter().position(|known| known == id);
    let is_alone = place.is_some() && comparison.metrics.len() == 1;
    let line = Choice {
        detail: match (leading, place) {
            (Some(2), Some(place)) => compare::AXES.get(place).copied().unwrap_or_default(),
            (Some(_) | None, Some(_) | None) => "",
        },
        mark: if leading.is_some() {
            Mark::One
        } else {
            Mark::Several
        },
        chosen: place.is_some_and(|place| leading.is_none_or(|shown| place < shown)),
        only: (leading.is_none() && !is_alone).then_some(compare::ONLY),
        ..Choice::of(&metric.label)
    };
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    let response = choice_ui(ui, &line, ui.available_width());
    let alone =
        leading.is_none() && (is_only_clicked(&response) || (entered && response.has_focus()));
    let response = response.on_hover_text(&metric.definition);
    if line.only.is_some() {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_description(compare::or_alone(&metric.definition));
        });
    }
    if !response.clicked() {
        return;
    }
    commands.push(match leading {
        Some(_) => Command::LeadMetric(id.to_owned()),
        None if alone => only(comparison, Some(id)),
        None => Command::ToggleMetric(id.to_owned()),
    });
}

/// The comparison by one figure alone, or by none.
fn only(comparison: &Comparison, metric: Option<&str>) -> Command {
    Command::Compare(Comparison {
        metrics: metric.into_iter().map(str::to_owned).collect(),
        ..comparison.clone()
    })
}
