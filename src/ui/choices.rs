//! What is compared, chosen: chart, measure, operations by family, figures, title.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui;
use egui::{Align2, Id, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::choice::{Choice, Mark, Offer, choice_ui, one_of_ui};
use super::kept::kept;
use super::narrow::search_ui;
use super::sort::sort_ui;
use super::style::{Ink, SMALL, TEXT};
use super::widgets::{action_ui, focus_ring, heading_ui, label_ui};
use crate::chart::{self, Kind};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Metric, Operation};
use crate::query::comparison::Comparison;
use crate::query::measure::Measure;
use crate::query::search::matches;
use crate::state::{Command, State, View};
use crate::words::WhyNotDrawn;

/// How many operations there must be for a search field to save time.
const SEARCH_FROM: usize = 7;

/// Draws the choices.
pub fn choices_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    kinds_ui(ui, state, commands);
    for part_ui in [measures_ui, operations_ui, metrics_ui, titles_ui] {
        ui.add_space(space::L);
        part_ui(ui, state, commands);
    }
}

/// Title and subtitle of one's own for the picture; empty, they are written from what is chosen.
fn titles_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let view = &state.view;
    heading_ui(ui, "Title");
    if let Some(title) = line_ui(ui, "Title", view.title.as_deref()) {
        commands.push(Command::SetTitle(Some(title)));
    }
    let headline = Choice {
        chosen: view.headline,
        enabled: view.title.is_none(),
        ..Choice::of("Say what the figures show")
    };
    let meaning = if headline.enabled {
        "The title is one sentence on what the figures show, where one is certain, and follows what is chosen"
    } else {
        "The title is your own; empty it first"
    };
    let response = choice_ui(ui, &headline, ui.available_width()).on_hover_text(meaning);
    if headline.enabled && response.clicked() {
        commands.push(Command::SetHeadline(!view.headline));
    }
    ui.add_space(space::S);
    heading_ui(ui, "Subtitle");
    if let Some(subtitle) = line_ui(ui, "Subtitle", view.subtitle.as_deref()) {
        commands.push(Command::SetSubtitle(Some(subtitle)));
    }
}

/// A field for a line over the picture; gives what it was changed to.
fn line_ui(ui: &mut Ui, name: &str, text: Option<&str>) -> Option<String> {
    let hint = "Written from what is chosen";
    let mut text = text.unwrap_or_default().to_owned();
    let edit = TextEdit::multiline(&mut text)
        .char_limit(View::LONGEST_TITLE)
        .id(Id::unique(("picture", name)))
        .desired_rows(2)
        .desired_width(ui.available_width())
        .background_color(Palette::shown(ui.ctx()).sheet)
        .hint_text(TEXT.faint().rich(ui, hint));
    let response = ui.add(edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, "", &text, hint);
        info.label = Some(format!("{name} of the picture"));
        info
    });
    response.changed().then(|| text.replace('\n', " "))
}

fn kinds_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    heading_ui(ui, "Chart");
    let comparison = &state.view.comparison;
    let why_not = kept(ui.ctx(), "kinds that fit", &state.atlas, comparison, || {
        Kind::ALL.map(|kind| {
            let shown = comparison.clone().for_kind(kind, &state.atlas);
            chart::why_not(kind, &state.atlas, &shown)
        })
    });
    let mut why_not = why_not.iter();
    let offers = Kind::ALL.map(|kind| Offer {
        value: kind,
        name: kind.name(),
        meaning: kind.meaning(),
        why_not: why_not.next().copied().flatten().map(WhyNotDrawn::sentence),
    });
    if let Some(kind) = one_of_ui(ui, &offers, state.view.kind) {
        commands.push(Command::SetKind(kind));
    }
}

fn measures_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    heading_ui(ui, "Measure");
    let comparison = &state.view.comparison;
    let key = (state.view.kind, comparison.clone());
    let why_not = kept(ui.ctx(), "measures that fit", &state.atlas, &key, || {
        Measure::ALL.map(|measure| {
            let wanted = Comparison {
                measure,
                ..comparison.clone()
            };
            chart::why_not(state.view.kind, &state.atlas, &wanted)
        })
    });
    let mut why_not = why_not.iter();
    let offers = Measure::ALL.map(|measure| Offer {
        value: measure,
        name: measure.name(),
        meaning: measure.meaning(),
        why_not: why_not.next().copied().flatten().map(WhyNotDrawn::sentence),
    });
    if let Some(measure) = one_of_ui(ui, &offers, comparison.measure) {
        commands.push(Command::SetMeasure(measure));
    }
}

fn operations_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let chosen: BTreeSet<&str> = {
        let chosen = state.view.comparison.operations.iter();
        chosen.map(String::as_str).collect()
    };
    heading_ui(ui, "Operations");
    sort_ui(ui, state, commands);
    ui.add_space(space::XS);
    let id = Id::unique("operations typed");
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if atlas.operations.len() >= SEARCH_FROM {
        let width = ui.available_width();
        if let Some(changed) = search_ui(ui, "operations", &typed, "Name, family or year", width) {
            typed = changed;
            ui.data_mut(|data| data.insert_temp(id, typed.clone()));
        }
        ui.add_space(space::XS);
    }
    let mut found = false;
    let families = families(atlas);
    let several_families = families.len() > 1;
    for (family, operations) in families {
        let shown: Vec<(usize, &Operation)> = operations
            .into_iter()
            .filter(|(_, operation)| typed.is_empty() || matches(&search_text(operation), &typed))
            .collect();
        if shown.is_empty() {
            continue;
        }
        found = true;
        if several_families {
            family_ui(ui, state, family, &shown, commands);
        }
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
            operation_choice_ui(ui, state, operation, &line, commands);
        }
    }
    if !found {
        label_ui(ui, TEXT.soft(), "No operation matches");
    }
}

/// An operation to choose, and where it has marks in the picture a pin for it.
fn operation_choice_ui(
    ui: &mut Ui,
    state: &State,
    operation: &Operation,
    line: &Choice<'_>,
    commands: &mut Vec<Command>,
) {
    const PIN: f32 = 22.0;
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
        let name = format!("Pin {}", operation.name);
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
            "Take the pin off"
        } else {
            "Pin: pinned operations keep their colour, the others turn grey"
        };
        if focus_ring(ui, pin).on_hover_text(tip).clicked() {
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
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        label_ui(ui, SMALL.medium().soft(), family);
        let name = format!("Compare all operations of {family}");
        if operations.len() > 1 && action_ui(ui, "", "Compare all", &name).clicked() {
            let operations = operations.iter();
            let mut comparison = Comparison {
                operations: operations.map(|(_, one)| one.id.to_string()).collect(),
                base: None,
                ..state.view.comparison.clone()
            };
            comparison.choose_first_metrics(&state.atlas);
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

fn metrics_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let comparison = &state.view.comparison;
    let operations = comparison.operations_in(atlas);
    let reported = |metric: &&Metric| {
        state.view.kind.shows_all()
            || operations
                .iter()
                .any(|operation| operation.figure(metric.id.as_str()).is_some())
    };
    ui.horizontal(|ui| {
        heading_ui(ui, "Figures");
        if action_ui(ui, "", "All", "Compare by every reported figure").clicked() {
            let mut all = comparison.clone();
            all.choose_reported_metrics(atlas);
            commands.push(Command::Compare(all));
        }
        if action_ui(ui, "", "None", "Compare by no figure").clicked() {
            commands.push(Command::Compare(Comparison {
                metrics: Vec::new(),
                ..comparison.clone()
            }));
        }
    });
    // A ranking or timeline shows one figure and a scatter two: there a click brings one forward.
    let leading = state.view.kind.metrics_shown();
    for metric in atlas.metrics.iter().filter(reported) {
        let id = metric.id.as_str();
        let place = comparison.metrics.iter().position(|known| known == id);
        let line = Choice {
            detail: match (leading, place) {
                (Some(2), Some(0)) => "x",
                (Some(2), Some(1)) => "y",
                (Some(_) | None, Some(_) | None) => "",
            },
            mark: if leading.is_some() {
                Mark::One
            } else {
                Mark::Several
            },
            chosen: place.is_some_and(|place| leading.is_none_or(|shown| place < shown)),
            ..Choice::of(&metric.label)
        };
        let response = choice_ui(ui, &line, ui.available_width());
        if response.on_hover_text(&metric.definition).clicked() {
            commands.push(if leading.is_some() {
                Command::LeadMetric(id.to_owned())
            } else {
                Command::ToggleMetric(id.to_owned())
            });
        }
    }
}
