//! What is compared, chosen: figures and operations, each in a section that scrolls on its own,
//! in a column beside the picture or, folded, under a button of the strip.

use eframe::egui;
use egui::{Align, Id, Layout, Margin, ScrollArea, Ui, UiBuilder, vec2};

use super::narrow::search_ui;
use super::style::{SMALL, TEXT};
use super::table::GUTTER;
use super::widgets::{action_ui, heading_ui, icon_button_ui, label_ui};
use super::{choices_figures, choices_operations};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::state::{Arrangement, Command, State};
use crate::words::window::compare;

/// How many lines there must be for a search field to save time.
const SEARCH_FROM: usize = 7;
/// The height of a section's head.
const HEAD: f32 = 32.0;
/// What is free around the column.
const MARGIN: Margin = Margin {
    left: 16,
    right: 4,
    top: 8,
    bottom: 0,
};

/// A section of the choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Section {
    /// What is counted.
    Figures,
    /// What is compared.
    Operations,
}

impl Section {
    /// Both, in the order people ask.
    pub(super) const ALL: [Self; 2] = [Self::Figures, Self::Operations];

    fn name(self) -> &'static str {
        match self {
            Self::Figures => compare::FIGURES,
            Self::Operations => compare::OPERATIONS,
        }
    }

    fn hint(self) -> &'static str {
        match self {
            Self::Figures => compare::SEARCH_FIGURES,
            Self::Operations => compare::SEARCH_OPERATIONS,
        }
    }

    /// How many are chosen, and of how many.
    fn counts(self, state: &State) -> (usize, usize) {
        let comparison = &state.view.comparison;
        match self {
            Self::Figures => {
                let chosen = comparison.metrics.len();
                let shown = state.view.kind.metrics_shown().unwrap_or(chosen);
                (chosen.min(shown), choices_figures::offered(state).count())
            }
            Self::Operations => (comparison.operations.len(), state.atlas.operations.len()),
        }
    }
}

/// Draws both sections under one another. The two share the height: one that needs less than its
/// half leaves the rest to the other.
pub(super) fn column_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let area = ui.available_rect_before_wrap() - MARGIN;
    let id = Id::unique("what the choices ask for");
    let asked: [f32; 2] = ui
        .data(|data| data.get_temp(id))
        .unwrap_or([area.height(); 2]);
    let half = area.height() / 2.0;
    let first = match asked {
        [first, second] if first + second <= area.height() || first <= half => first,
        [_, second] if second < half => area.height() - second,
        [..] => half,
    };
<<<<<<< HEAD
    let (top, bottom) = area.split_top_bottom_at_y(area.top() + first.round());
    let mut asks = asked;
    for ((section, rect), asks) in Section::ALL.into_iter().zip([top, bottom]).zip(&mut asks) {
        let part = UiBuilder::new().id_salt(section).max_rect(rect);
        ui.scope_builder(part, |ui| {
            ui.set_clip_rect(rect.expand2(vec2(space::S, 0.0)).intersect(ui.clip_rect()));
            *asks = section_ui(ui, state, section, rect.height(), commands);
=======
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
>>>>>>> main
        });
    }
    let differs = asks
        .iter()
        .zip(asked)
        .any(|(now, before)| (now - before).abs() > 0.5);
    if differs {
        ui.data_mut(|data| data.insert_temp(id, asks));
        ui.request_repaint();
    }
    let corner = egui::Rect::from_min_size(area.right_top() - vec2(32.0, 0.0), vec2(28.0, HEAD));
    let part = UiBuilder::new().id_salt("fold").max_rect(corner);
    ui.scope_builder(part, |ui| {
        if icon_button_ui(ui, icons::CARET_LEFT, compare::FOLD_CHOICES).clicked() {
            commands.push(Command::Arrange(Arrangement {
                choices_folded: true,
                ..state.view.arrangement
            }));
        }
    });
}

/// Draws a section in a height, its head above what scrolls. Gives how high it would be whole.
pub(super) fn section_ui(
    ui: &mut Ui,
    state: &State,
    section: Section,
    height: f32,
    commands: &mut Vec<Command>,
) -> f32 {
    let top = ui.cursor().top();
    ui.spacing_mut().item_spacing.y = 0.0;
    let (chosen, all) = section.counts(state);
    let head = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HEAD), head, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        heading_ui(ui, section.name());
        label_ui(ui, SMALL.faint(), compare::chosen_of(chosen, all));
        match section {
            Section::Figures => choices_figures::actions_ui(ui, state, commands),
            Section::Operations => choices_operations::actions_ui(ui, state, commands),
        }
    });
    let typed = typed_ui(ui, section, all);
    if section == Section::Operations {
        super::sort::sort_ui(ui, state, commands);
        ui.add_space(space::XS);
    }
    let above = ui.cursor().top() - top;
    let output = ScrollArea::vertical()
        .id_salt(("choices", section))
        .max_height(height - above)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width() - GUTTER);
            let found = match section {
                Section::Figures => choices_figures::list_ui(ui, state, &typed, commands),
                Section::Operations => choices_operations::list_ui(ui, state, &typed, commands),
            };
            if !found {
                let says = match section {
                    Section::Figures => compare::NO_FIGURE,
                    Section::Operations => compare::NO_OPERATION,
                };
                label_ui(ui, TEXT.soft(), says);
            }
            ui.add_space(space::M);
        });
    above + output.content_size.y
}

/// The search of a section that is long enough for one; gives what is typed.
fn typed_ui(ui: &mut Ui, section: Section, lines: usize) -> String {
    if lines < SEARCH_FROM {
        return String::new();
    }
    let id = Id::unique(("typed into the choices", section));
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let width = ui.available_width() - GUTTER;
    let salt = section.name();
    if let Some(changed) = search_ui(ui, salt, &typed, section.hint(), width) {
        typed.clone_from(&changed);
        ui.data_mut(|data| data.insert_temp(id, changed));
    }
    ui.add_space(space::S);
    typed
}

/// An action beside the name of a section.
pub(super) fn head_action_ui(ui: &mut Ui, text: &str, name: &str) -> bool {
    action_ui(ui, "", text, name).clicked()
}
