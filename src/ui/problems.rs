//! The Problems page: what is wrong in the open files, where, and what to do about it.

use eframe::egui;
use egui::{Role, ScrollArea, Ui, WidgetInfo};

use super::style::{HEADING, Ink, SMALL, TEXT};
use super::table::GUTTER;
use super::widgets::{
    action_ui, caution_ui, empty_ui, hairline_ui, headed_ui, label_ui, mark_ui, note_ui, sheet_ui,
    soft_ui, title_ui, wrapped_ui,
};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::{Problem, Severity};
use crate::state::{Command, OpenFile, State};
use crate::words::counted;

/// How many problems of a file are drawn; the rest are counted.
const DRAWN: usize = 300;

/// The widest that a problem's text runs.
const WIDEST: f32 = 720.0;

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    sheet_ui(ui, |ui| {
        let errors = state.problem_count(Severity::Error);
        let warnings = state.problem_count(Severity::Warning);
        title_ui(ui, "Problems", &summary(errors, warnings));
        if errors + warnings == 0 {
            let text = match state.files.len() {
                0 => "No file is open.".to_owned(),
                1 => "The open file was read in full; every number in it can be used.".to_owned(),
                files => format!(
                    "All {files} open files were read in full; every number in them can be used."
                ),
            };
            empty_ui(ui, icons::CHECK, "No problems", &text, None);
            return;
        }
        ui.add_space(space::S);
        ScrollArea::vertical()
            .id_salt("problems")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width((ui.available_width() - GUTTER).min(WIDEST));
                ui.spacing_mut().interact_size.y = 20.0;
                for file in files(state) {
                    file_ui(ui, file, commands);
                }
                if !state.clashes.is_empty() {
                    let clashes: Vec<&Problem> = state.clashes.iter().collect();
                    group_ui(ui, "Between open files", None, &clashes, commands);
                }
                ui.add_space(space::XL);
            });
    });
}

/// The files with problems, those with errors first.
fn files(state: &State) -> Vec<&OpenFile> {
    let worst = |file: &OpenFile| file.problems.iter().map(|problem| problem.severity).min();
    let mut files: Vec<&OpenFile> = state
        .files
        .iter()
        .filter(|file| worst(file).is_some())
        .collect();
    files.sort_by_key(|file| worst(file));
    files
}

/// "2 errors · 1 warning".
fn summary(errors: usize, warnings: usize) -> String {
    let counts = [
        (errors, "error", "errors"),
        (warnings, "warning", "warnings"),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let told = counts.map(|(count, one, many)| counted(count, one, many));
    told.collect::<Vec<_>>().join(" · ")
}

fn file_ui(ui: &mut Ui, file: &OpenFile, commands: &mut Vec<Command>) {
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    let state = if file.stale {
        Some("This file cannot be read now. What is shown is its last good state.")
    } else if file.dataset.is_none() {
        Some("Nothing in this file could be used.")
    } else if file.problems.iter().any(is_error) {
        Some("Records with errors are left out; everything else is shown.")
    } else {
        None
    };
    let mut problems: Vec<&Problem> = file.problems.iter().collect();
    problems.sort_by_key(|problem| (problem.severity, problem.place));
    group_ui(ui, &file.name, state, &problems, commands);
}

fn group_ui(
    ui: &mut Ui,
    name: &str,
    state: Option<&str>,
    problems: &[&Problem],
    commands: &mut Vec<Command>,
) {
    ui.add_space(space::M);
    headed_ui(ui, HEADING.bold(), name);
    if let Some(state) = state {
        caution_ui(ui, state);
    }
    ui.add_space(space::XS);
    for problem in problems.iter().take(DRAWN) {
        hairline_ui(ui);
        problem_ui(ui, problem, commands);
    }
    let rest = problems.len().saturating_sub(DRAWN);
    if rest > 0 {
        hairline_ui(ui);
        let more = counted(rest, "more problem", "more problems");
        let text = format!("{more} not drawn here; “opatlas check” prints all of them.");
        soft_ui(ui, text);
    }
}

fn problem_ui(ui: &mut Ui, problem: &Problem, commands: &mut Vec<Command>) {
    let (icon, ink, word) = match problem.severity {
        Severity::Error => (icons::WARNING_CIRCLE, Ink::Error, "Error"),
        Severity::Warning => (icons::WARNING, Ink::Warning, "Warning"),
    };
    let place = match problem.place {
        Some(place) => format!("{}:{}", place.line, place.column),
        None => "whole file".to_owned(),
    };
    ui.add_space(space::XS);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        mark_ui(ui, icon, ink.color(ui.ctx()));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                let severity = label_ui(ui, SMALL.bold().ink(ink), word);
                let location = problem.location();
                severity.widget_info(|| {
                    let (what, remedy) = (problem.what(), problem.remedy());
                    let text = format!("{word} at {location}: {what}. {remedy}.");
                    WidgetInfo::labeled(Role::Label, true, text)
                });
                label_ui(ui, SMALL.soft(), place);
                let name = format!("Copy the location {location}");
                if action_ui(ui, icons::COPY, "Copy location", &name).clicked() {
                    commands.push(Command::Copy(location, "the location"));
                }
            });
            wrapped_ui(ui, TEXT.medium(), sentence(&problem.what()));
            note_ui(ui, sentence(&problem.remedy()));
        });
    });
    ui.add_space(space::XS);
}

/// A sentence with a capital and a full stop.
fn sentence(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters
        .next()
        .map(|first| first.to_uppercase().collect::<String>());
    let end = if text.ends_with(['.', '?', '!']) {
        ""
    } else {
        "."
    };
    format!("{}{}{end}", first.unwrap_or_default(), characters.as_str())
}
