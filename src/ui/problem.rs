//! A problem: what is wrong, the line it is in with a mark under the place, and what to do.

use eframe::egui;
use egui::text::{CCursor, LayoutJob};
use egui::{Frame, Label, Margin, Role, Stroke, Ui, WidgetInfo, pos2};

use super::style::{Ink, SMALL, TEXT};
use super::widgets::{action_ui, label_ui, mark_ui, note_ui, wrapped_ui};
use crate::draw::icons;
use crate::draw::order::is_plain;
use crate::draw::theme::{Palette, space};
use crate::model::{Excerpt, Place, Problem, Severity};
use crate::state::{Command, OpenFile};
use crate::words::window::problems as words;

/// Draws a problem of a file; of none where files say it against one another.
pub(super) fn problem_ui(
    ui: &mut Ui,
    problem: &Problem,
    file: Option<&OpenFile>,
    commands: &mut Vec<Command>,
) {
    let (icon, ink) = match problem.severity {
        Severity::Error => (icons::WARNING_CIRCLE, Ink::Error),
        Severity::Warning => (icons::WARNING, Ink::Warning),
    };
    ui.add_space(space::XS);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        mark_ui(ui, icon, ink.color(ui.ctx()));
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            head_ui(ui, problem, file, ink, commands);
            let [what, remedy] = words::sentences(problem);
            wrapped_ui(ui, TEXT.medium(), what);
            if let Some(place) = problem.place
                && let Some(excerpt) = file.and_then(|file| file.excerpts.get(&place))
            {
                excerpt_ui(ui, place, excerpt, ink);
            }
            note_ui(ui, remedy);
        });
    });
    ui.add_space(space::S);
}

/// How much it matters, where it is, and what can be done with it.
fn head_ui(
    ui: &mut Ui,
    problem: &Problem,
    file: Option<&OpenFile>,
    ink: Ink,
    commands: &mut Vec<Command>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let severity = label_ui(ui, SMALL.bold().ink(ink), problem.severity.name());
        let spoken = || WidgetInfo::labeled(Role::Label, true, words::spoken(problem));
        severity.widget_info(spoken);
        label_ui(ui, SMALL.soft(), words::place(problem.place));
        let path = file.and_then(|file| file.path.as_ref());
        if let (Some(path), Some(place)) = (path, problem.place) {
            let name = words::button_spoken(words::OPEN_AT_LINE, problem);
            let icon = icons::ARROW_SQUARE_OUT;
            if action_ui(ui, icon, words::OPEN_AT_LINE, &name).clicked() {
                commands.push(Command::OpenAt(path.clone(), place));
            }
        }
        let name = words::button_spoken(words::COPY, problem);
        if action_ui(ui, icons::COPY, words::COPY, &name).clicked() {
            let told = words::told(problem);
            commands.push(Command::Copy(told, words::THE_PROBLEM));
        }
    });
}

/// The line with its number, and a mark under what is meant.
fn excerpt_ui(ui: &mut Ui, place: Place, excerpt: &Excerpt, ink: Ink) {
    let palette = Palette::shown(ui.ctx());
    let frame = Frame::new()
        .fill(palette.paper)
        .corner_radius(4)
        .inner_margin(Margin::symmetric(12, 6));
    frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            label_ui(ui, SMALL.faint(), place.line.to_string());
            // The indentation says nothing here.
            let spaces = excerpt
                .text
                .chars()
                .take_while(|c| c.is_whitespace())
                .count();
            let spaces = spaces.min(excerpt.before);
            let text: String = excerpt.text.chars().skip(spaces).collect();
            if !is_plain(&text) {
                wrapped_ui(ui, SMALL, text);
                return;
            }
            let length = text.chars().count();
            let from = (excerpt.before - spaces).min(length);
            let to = (from + place.length.max(1)).min(length);
            let width = ui.available_width();
            let job = LayoutJob::simple(text, SMALL.font(), palette.ink, width);
            let (at, galley, response) = Label::new(job).wrap().layout_in_ui(ui);
            let color = palette.ink;
            ui.painter().galley(at, galley.clone(), color);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
            let line = Stroke::new(2.0, ink.color(ui.ctx()));
            let cursor = |index: usize| galley.pos_from_cursor(CCursor::new(index));
            let mark = |left: f32, right: f32, bottom: f32| {
                let points =
                    [pos2(left, bottom), pos2(right, bottom)].map(|end| end + at.to_vec2());
                ui.painter().line_segment(points, line);
            };
            for index in from..to {
                let (here, next) = (cursor(index), cursor(index + 1));
                if here.bottom() >= next.bottom() {
                    mark(here.left(), next.left(), here.bottom());
                }
            }
            if from == to {
                // What is missing at the end of a line.
                let end = cursor(from);
                mark(end.left(), end.left() + 6.0, end.bottom());
            }
        });
    });
}
