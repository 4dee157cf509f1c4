//! What is compared, chosen: figures and operations, each in a section that scrolls on its own,
//! in a column beside the picture or, folded, under a button of the strip.

use eframe::egui;
use egui::{Align, Id, Layout, Margin, ScrollArea, Ui, UiBuilder, vec2};

use super::commands::Action;
use super::narrow::kept_search_ui;
use super::regions;
use super::style::{SMALL, TEXT};
use super::table::GUTTER;
use super::widgets::{heading_ui, icon_button_ui, label_ui, wrapped_ui};
use super::{choices_figures, choices_operations};
use crate::chart::Kind;
use crate::draw::icons;
use crate::draw::theme::space;
use crate::state::{Command, State};
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
    const ALL: [Self; 2] = [Self::Figures, Self::Operations];

    /// Those that a kind of chart has a use for.
    pub(super) fn shown(kind: Kind) -> &'static [Self] {
        if kind.metrics_shown() == Some(0) {
            &[Self::Operations]
        } else {
            &Self::ALL
        }
    }

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
            Self::Operations => (
                comparison.operations_in(&state.atlas).len(),
                state.atlas.operations.len(),
            ),
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
    let corner = egui::Rect::from_min_size(area.right_top() - vec2(32.0, 0.0), vec2(28.0, HEAD));
    let part = UiBuilder::new().id_salt("fold").max_rect(corner);
    ui.scope_builder(part, |ui| {
        if icon_button_ui(ui, icons::CARET_LEFT, compare::FOLD_CHOICES).clicked() {
            commands.extend(Action::FoldChoices.commands(state));
        }
    });
    let sections = Section::shown(state.view.kind);
    let (top, bottom) = area.split_top_bottom_at_y(area.top() + first.round());
    let rects = if sections.len() == 1 {
        [area; 2]
    } else {
        [top, bottom]
    };
    let mut asks = asked;
    for ((&section, rect), asks) in sections.iter().zip(rects).zip(&mut asks) {
        let part = UiBuilder::new().id_salt(section).max_rect(rect);
        ui.scope_builder(part, |ui| {
            ui.set_clip_rect(rect.expand2(vec2(space::S, 0.0)).intersect(ui.clip_rect()));
            *asks = section_ui(ui, state, section, rect.height(), commands);
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
            regions::group(ui);
            ui.set_max_width(ui.available_width() - GUTTER);
            let found = match section {
                Section::Figures => choices_figures::list_ui(ui, state, &typed, commands),
                Section::Operations => choices_operations::list_ui(ui, state, &typed, commands),
            };
            if !found {
                let says = match (section, typed.trim().is_empty()) {
                    (Section::Figures, false) => compare::NO_FIGURE,
                    (Section::Operations, false) => compare::NO_OPERATION,
                    (Section::Figures, true) => compare::NO_FIGURE_REPORTED,
                    (Section::Operations, true) => compare::NO_OPERATION_OPEN,
                };
                wrapped_ui(ui, TEXT.soft(), says);
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
    let width = ui.available_width() - GUTTER;
    let typed = kept_search_ui(ui, section.name(), section.hint(), width);
    ui.add_space(space::S);
    typed
}
