//! The line at the bottom: what is open on the left, what just happened on the right.

use eframe::egui;
use egui::accesskit::Live;
use egui::{Align, Button, Label, Layout, Role, Ui, WidgetInfo, vec2};

use super::style::{Ink, SMALL};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::Severity;
use crate::state::{Command, Page, State};
use crate::words::counted;

/// How high the line is, in points.
pub(super) const HEIGHT: f32 = 32.0;

/// Draws the status line.
pub(super) fn status_line_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        ui.add(Label::new(SMALL.soft().rich(ui, opened(state))).selectable(false));
        problems_ui(ui, state, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            happening_ui(ui, state);
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
    let text = counted(errors + warnings, "problem", "problems");
    let shown = SMALL
        .ink(ink)
        .rich(ui, format!("{} {text}", icons::WARNING));
    let button = Button::new(shown).frame(false).min_size(vec2(0.0, 24.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{text}, show them")));
    if response.on_hover_text("Show the problems").clicked() {
        commands.push(Command::Show(Page::Problems));
    }
}

/// What is being read, else what happened last.
fn happening_ui(ui: &mut Ui, state: &State) {
    let (text, failed) = match (state.reading.as_slice(), &state.notice) {
        ([], None) => return,
        ([], Some(notice)) => (notice.text.clone(), notice.failed),
        ([one], _) => (format!("Reading {one}…"), false),
        (several, _) => (format!("Reading {} files…", several.len()), false),
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
}

/// What is open: "2 operations · 37 cases · 5 sources".
fn opened(state: &State) -> String {
    if state.atlas.opened.is_empty() {
        return "Nothing open".to_owned();
    }
    [
        counted(state.atlas.operations.len(), "operation", "operations"),
        counted(state.atlas.cases.len(), "case", "cases"),
        counted(state.atlas.sources.len(), "source", "sources"),
    ]
    .join(" · ")
}
