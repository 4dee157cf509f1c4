//! The operations to compare, chosen, grouped by family.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui;
use egui::{Align2, Role, Sense, Ui, WidgetInfo, vec2};

use super::choice::{Choice, Mark, choice_ui};
use super::style::{Ink, SMALL, TEXT};
use super::widgets::head_action_ui;
use super::widgets::label_ui;
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::{Atlas, Operation};
use crate::query::comparison::Comparison;
use crate::query::search::matches;
use crate::state::{Command, State};
use crate::words;
use crate::words::window::compare;

/// How wide the room for a pin is.
const PIN: f32 = 24.0;

/// Draws what can be done with all of them.
pub(super) fn actions_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    if head_action_ui(ui, compare::NONE, compare::NO_OPERATIONS) {
        commands.push(Command::Compare(Comparison {
            operations: Vec::new(),
            ..state.view.comparison.clone()
        }));
    }
}

/// Draws the list, as far as it matches what is typed; false where nothing does.
pub(super) fn list_ui(
    ui: &mut Ui,
    state: &State,
    typed: &str,
    commands: &mut Vec<Command>,
) -> bool {
    let atlas = &state.atlas;
    let chosen = state.view.comparison.operations.iter();
    let chosen: BTreeSet<&str> = chosen.map(String::as_str).collect();
    let mut found = false;
    let families = families(atlas);
    let several_families = families.len() > 1;
    for (family, operations) in families {
        let is_found = |(_, operation): &(usize, &Operation)| {
            typed.is_empty() || matches(&search_text(operation), typed)
        };
        let shown: Vec<(usize, &Operation)> = operations.into_iter().filter(is_found).collect();
        if shown.is_empty() {
            continue;
        }
        // One that is its own family needs no heading.
        let is_alone = matches!(&shown[..], [(_, one)] if one.name == family);
        if several_families && !is_alone {
            ui.add_space(if found { space::S } else { 0.0 });
            family_ui(ui, state, family, &shown, commands);
        }
        found = true;
        for (place, operation) in shown {
            let id = operation.id.as_str();
            let year = operation
                .days
                .map_or_else(String::new, |days| days.last.year().to_string());
            let line = Choice {
                detail: &year,
                detail_in_name: operation.name.contains(&year),
                mark: Mark::Swatch(atlas.number(place)),
                chosen: chosen.contains(id),
                ..Choice::of(&operation.name)
            };
            operation_ui(ui, state, operation, &line, commands);
        }
    }
    found
}

/// An operation to choose, and where it has marks in the picture a pin for it.
fn operation_ui(
    ui: &mut Ui,
    state: &State,
    operation: &Operation,
    line: &Choice<'_>,
    commands: &mut Vec<Command>,
) {
    let id = operation.id.as_str();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let chosen = choice_ui(ui, line, ui.available_width() - PIN);
        if chosen.clicked() {
            commands.push(Command::ToggleOperation(id.to_owned()));
        }
        if !line.chosen && !state.view.kind.shows_all() {
            return;
        }
        let pinned = state.view.pinned.iter().any(|pinned| pinned == id);
        let (rect, pin) = ui.allocate_exact_size(vec2(PIN, chosen.rect.height()), Sense::click());
        let name = words::pin(&operation.name);
        pin.widget_info(|| WidgetInfo::selected(Role::Button, true, pinned, &name));
        let middle = rect.center() + vec2(3.0, 0.0);
        let paint = |ink| {
            let style = TEXT.ink(ink);
            style.paint(ui, middle, Align2::CENTER_CENTER, icons::PUSH_PIN);
        };
        if pinned || pin.hovered() {
            paint(Ink::Accent);
        } else if pin.has_focus() || chosen.hovered() {
            paint(Ink::Faint);
        }
        let tip = if pinned {
            compare::UNPIN
        } else {
            words::PIN_MEANS
        };
        if pin.on_hover_text(tip).clicked() {
            commands.push(Command::TogglePin(id.to_owned()));
        }
    });
}

/// A family's name; a click compares exactly its operations.
fn family_ui(
    ui: &mut Ui,
    state: &State,
    family: &str,
    operations: &[(usize, &Operation)],
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        label_ui(ui, SMALL.medium().soft(), family);
        let name = compare::compare_all(family);
        if operations.len() > 1 && head_action_ui(ui, compare::COMPARE_ALL, &name) {
            let operations = operations.iter();
            let mut comparison = Comparison {
                operations: operations.map(|(_, one)| one.id.to_string()).collect(),
                base: None,
                ..state.view.comparison.clone()
            };
            comparison.choose_reported_metrics(&state.atlas);
            let shown = &state.view.comparison.metrics;
            // What is looked at stays, where one of the family reports it.
            if comparison.metrics.iter().any(|id| shown.contains(id)) {
                comparison.metrics.retain(|id| shown.contains(id));
            } else {
                comparison.metrics.truncate(1);
            }
            commands.push(Command::Compare(comparison));
        }
    });
}

/// Operations by family, with their place in the atlas; families in the order first met.
fn families(atlas: &Atlas) -> Vec<(&str, Vec<(usize, &Operation)>)> {
    let mut families: Vec<(&str, Vec<(usize, &Operation)>)> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for one in atlas.operations.iter().enumerate() {
        let family = one.1.family.as_str();
        let place = *places.entry(family).or_insert_with(|| {
            families.push((family, Vec::new()));
            families.len() - 1
        });
        families[place].1.push(one);
    }
    families
}

fn search_text(operation: &Operation) -> String {
    let days = operation.days.map_or_else(String::new, |days| {
        format!("{} {}", days.first.year(), days.last.year())
    });
    format!(
        "{} {} {} {days}",
        operation.name,
        operation.family,
        operation.lead.join(" ")
    )
}
