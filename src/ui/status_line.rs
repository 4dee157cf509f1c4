//! The line at the bottom: what is open on the left, what just happened on the right.

use eframe::egui;
use egui::accesskit::Live;
use egui::{Align, Button, Label, Layout, Role, Ui, WidgetInfo, vec2};

use super::style::{Ink, SMALL};
use super::widgets::action_ui;
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::Severity;
use crate::state::{Add, Command, Hint, Page, State};
use crate::words::window::{adding, frame as words};

/// How high the line is, in points.
pub(super) const HEIGHT: f32 = 32.0;

/// Draws the status line.
pub(super) fn status_line_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let atlas = &state.atlas;
        let opened = if atlas.opened.is_empty() {
            words::NOTHING_OPEN.to_owned()
        } else {
            words::opened(
                atlas.operations.len(),
                atlas.cases.len(),
                atlas.sources.len(),
            )
        };
        let opened = SMALL.soft().rich(ui, opened);
        ui.add(Label::new(opened).truncate().selectable(false));
        problems_ui(ui, state, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            happening_ui(ui, state, commands);
        });
    });
}

/// How many problems there are; a click shows them.
fn problems_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let errors = state.problem_count(Severity::Error);
    let warnings = state.problem_count(Severity::Warning);
    if errors + warnings == 0 {
        return;
    }
    let ink = if errors > 0 { Ink::Error } else { Ink::Warning };
    let [text, spoken] = words::problems(errors + warnings);
    let shown = SMALL
        .ink(ink)
        .rich(ui, format!("{} {text}", icons::WARNING));
    let button = Button::new(shown).frame(false).min_size(vec2(0.0, 24.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let response = response.on_hover_text(words::SHOW_PROBLEMS);
    if response.clicked() {
        commands.push(Command::Show(Page::Problems));
    }
}

/// What is being read, else what happened last, else a hint for newcomers.
fn happening_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let (text, failed) = match (state.reading.as_slice(), &state.notice) {
        ([], None) => return hint_ui(ui, state, commands),
        ([], Some(notice)) => (notice.text.clone(), notice.failed),
        (names, _) => (words::reading(names), false),
    };
    let (shown, ink) = if failed {
        (format!("{} {text}", icons::WARNING_CIRCLE), Ink::Error)
    } else {
        (text.clone(), Ink::Strong)
    };
    let shown = SMALL.medium().ink(ink).text(ui, shown);
    let response = ui.add(Label::new(shown).truncate().selectable(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    let notice = state.notice.as_ref().filter(|_| state.reading.is_empty());
    if let Some(path) = notice.and_then(|notice| notice.undo.as_ref()) {
        let icon = icons::ARROW_COUNTER_CLOCKWISE;
        if action_ui(ui, icon, adding::UNDO, adding::UNDO).clicked() {
            commands.push(Command::Add(Add::TakeBack(path.clone())));
        }
    }
}

/// A quiet hint for newcomers, gone for good when taken away; not where there is no room for it.
fn hint_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let room = SMALL.width(ui, words::HINT) + 2.0 * space::XL;
    let free = ui.available_width() - room;
    if state.hint == Hint::Gone || free < 0.0 {
        return;
    }
    // In the order of reading, at the right end.
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(free);
        ui.add(Label::new(SMALL.soft().rich(ui, words::HINT)).selectable(false));
        let cross = SMALL.soft().rich(ui, icons::X);
        let cross = Button::new(cross)
            .frame_when_inactive(false)
            .min_size(vec2(24.0, 24.0));
        let response = ui.add(cross);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words::HINT_GONE));
        if response.on_hover_text(words::HINT_GONE).clicked() {
            commands.push(Command::DismissHint);
        }
    });
}
