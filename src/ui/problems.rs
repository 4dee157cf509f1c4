//! The Problems page: what is wrong in the open files, narrowed by severity, file and text.

use eframe::egui;
use egui::{ScrollArea, Ui, vec2};

use super::kept::kept;
use super::narrow::{Facet, facet_ui, search_ui};
use super::problem::problem_ui;
use super::style::HEADING;
use super::table::GUTTER;
use super::widgets::{
    caution_ui, empty_ui, hairline_ui, headed_ui, note_ui, sheet_ui, soft_ui, title_ui,
};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::{Problem, Severity};
use crate::query::search;
use crate::state::{Command, OpenFile, Page, State};
use crate::words::window::problems as words;

/// How many problems of a file are drawn; the rest are counted.
const DRAWN: usize = 300;

/// The widest that a problem's text runs.
const WIDEST: f32 = 800.0;

/// To what the problems are narrowed, until the window is closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Narrowed {
    typed: String,
    severity: Option<Severity>,
    /// The file's name; the empty one stands for what files say against one another.
    file: Option<String>,
}

/// The problems of one file, or those of files with one another.
struct Group<'a> {
    file: Option<&'a OpenFile>,
    problems: Vec<&'a Problem>,
}

impl Group<'_> {
    /// The file's name; empty where there is none.
    fn key(&self) -> &str {
        self.file.map_or("", |file| &file.name)
    }

    fn name(&self) -> &str {
        self.file.map_or(words::BETWEEN_FILES, |file| &file.name)
    }
}

/// Draws the page.
pub(super) fn page_ui(
    ui: &mut Ui,
    state: &State,
    narrowed: &mut Narrowed,
    commands: &mut Vec<Command>,
) {
    sheet_ui(ui, |ui| {
        let errors = state.problem_count(Severity::Error);
        let warnings = state.problem_count(Severity::Warning);
        let summary = words::summary(errors, warnings);
        title_ui(ui, Page::Problems.name(), &summary);
        let all = errors + warnings;
        if all == 0 {
            let text = words::none_in(state.files.len());
            empty_ui(ui, icons::CHECK, words::NONE, &text, None);
            return;
        }
        ui.add_space(space::S);
        let groups = groups(state);
        narrow_ui(ui, &groups, narrowed, [errors, warnings]);
        let shown = shown(ui, state, groups, narrowed);
        let count = shown.iter().map(|group| group.problems.len()).sum();
        if count < all {
            note_ui(ui, words::shown(count, all));
        }
        if count == 0 {
            let action = Some(words::SHOW_ALL);
            if empty_ui(ui, icons::MAGNIFYING_GLASS, words::NONE_LEFT, "", action) {
                *narrowed = Narrowed::default();
            }
            return;
        }
        ScrollArea::vertical()
            .id_salt("problems")
            .auto_shrink(false)
            .show(ui, |ui| {
                ui.set_max_width((ui.available_width() - GUTTER).min(WIDEST));
                ui.spacing_mut().interact_size.y = 20.0;
                for group in &shown {
                    group_ui(ui, group, commands);
                }
                ui.add_space(space::XL);
            });
    });
}

/// Every problem by file, files with errors first, and in a file errors first.
fn groups(state: &State) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = state
        .files
        .iter()
        .map(|file| Group {
            file: Some(file),
            problems: file.problems.iter().collect(),
        })
        .collect();
    groups.push(Group {
        file: None,
        problems: state.clashes.iter().collect(),
    });
    groups.retain(|group| !group.problems.is_empty());
    for group in &mut groups {
        group
            .problems
            .sort_by_key(|problem| (problem.severity, problem.place));
    }
    groups.sort_by_key(|group| {
        let worst = group.problems.first().map(|problem| problem.severity);
        (group.file.is_none(), worst)
    });
    groups
}

/// The search and the menus that narrow the list.
fn narrow_ui(
    ui: &mut Ui,
    groups: &[Group<'_>],
    narrowed: &mut Narrowed,
    [errors, warnings]: [usize; 2],
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::S, space::S);
        let width = ui.available_width().min(280.0);
        if let Some(typed) = search_ui(ui, "problems", &narrowed.typed, words::SEARCH, width) {
            narrowed.typed = typed;
        }
        let severities = [(Severity::Error, errors), (Severity::Warning, warnings)];
        let facets = severities.map(|(severity, count)| Facet {
            key: severity.name().to_owned(),
            name: severity.name().to_owned(),
            count,
            open: false,
        });
        let chosen = narrowed
            .severity
            .map(|severity| (severity.name(), severity.name()));
        if let Some(key) = facet_ui(ui, words::SEVERITY, chosen, &facets) {
            let of_key = |key: String| {
                let mut all = severities.into_iter().map(|(severity, _)| severity);
                all.find(|severity| severity.name() == key)
            };
            narrowed.severity = key.and_then(of_key);
        }
        let facets: Vec<Facet> = groups
            .iter()
            .map(|group| Facet {
                key: group.key().to_owned(),
                name: group.name().to_owned(),
                count: group.problems.len(),
                open: false,
            })
            .collect();
        let chosen = narrowed.file.as_deref();
        let chosen = groups.iter().find(|group| Some(group.key()) == chosen);
        let chosen = chosen.map(|group| (group.key(), group.name()));
        if groups.len() > 1
            && let Some(key) = facet_ui(ui, words::FILE, chosen, &facets)
        {
            narrowed.file = key;
        }
    });
}

/// What is left of the groups. What was typed is looked for anew only when it or the files changed.
fn shown<'a>(
    ui: &Ui,
    state: &State,
    mut groups: Vec<Group<'a>>,
    narrowed: &Narrowed,
) -> Vec<Group<'a>> {
    if !narrowed.typed.trim().is_empty() {
        let matching = kept(ui.ctx(), "problems", &state.atlas, &narrowed.typed, || {
            let matches =
                |problem: &&Problem| search::matches(&words::told(problem), &narrowed.typed);
            let of_group = |group: &Group<'_>| {
                let problems = group.problems.iter();
                problems.map(&matches).collect::<Vec<bool>>()
            };
            groups.iter().map(of_group).collect::<Vec<_>>()
        });
        for (group, matching) in groups.iter_mut().zip(matching.iter()) {
            let mut matching = matching.iter();
            group.problems.retain(|_| matching.next() == Some(&true));
        }
    }
    let file = narrowed.file.as_deref();
    groups.retain(|group| file.is_none_or(|file| file == group.key()));
    for group in &mut groups {
        let severity = narrowed.severity;
        group
            .problems
            .retain(|problem| severity.is_none_or(|one| one == problem.severity));
    }
    groups.retain(|group| !group.problems.is_empty());
    groups
}

fn group_ui(ui: &mut Ui, group: &Group<'_>, commands: &mut Vec<Command>) {
    ui.add_space(space::M);
    headed_ui(ui, HEADING.bold(), group.name());
    if let Some(state) = group.file.and_then(state_of) {
        caution_ui(ui, state);
    }
    ui.add_space(space::XS);
    for problem in group.problems.iter().take(DRAWN) {
        hairline_ui(ui);
        problem_ui(ui, problem, group.file, commands);
    }
    let rest = group.problems.len().saturating_sub(DRAWN);
    if rest > 0 {
        hairline_ui(ui);
        soft_ui(ui, words::more(rest));
    }
}

/// What becomes of a file for its problems.
fn state_of(file: &OpenFile) -> Option<&'static str> {
    let is_error = |problem: &Problem| problem.severity == Severity::Error;
    if file.stale {
        Some(words::STALE)
    } else if file.dataset.is_none() {
        Some(words::UNUSABLE)
    } else {
        file.problems
            .iter()
            .any(is_error)
            .then_some(words::LEFT_OUT)
    }
}
