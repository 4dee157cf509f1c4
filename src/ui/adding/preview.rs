//! What would be written: in people's words, and folded below them the text of the file.

use eframe::egui;
use egui::{ScrollArea, Ui};

use super::{Kept, is_changing};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::import::{Asked, Kind, Put, Use};
use crate::model::Dataset;
use crate::model::fault::Noun;
use crate::query::diff;
use crate::state::{Command, Door, Page, State};
use crate::ui::style::{Ink, SMALL, TEXT};
use crate::ui::widgets::{
    action_ui, caution_ui, heading_ui, label_ui, link_ui, note_ui, soft_ui, wrapped_ui,
};
use crate::words::window::adding as words;

/// So many lines are shown; of more, their number.
const LINES: usize = 40;

/// Draws it.
pub(super) fn preview_ui(ui: &mut Ui, state: &State, kept: &mut Kept, commands: &mut Vec<Command>) {
    let adding = &state.adding;
    let proposal = &adding.outcome.proposal;
    changed_ui(ui, state);
    for asked in &proposal.asked {
        cannot_ui(ui, state, asked, commands);
    }
    let nothing = is_changing(state) && proposal.edits.is_empty();
    if proposal.text.is_none() || !adding.has_something() || nothing {
        return;
    }
    ui.add_space(space::M);
    let changed = adding.form.changed.as_ref();
    let removes = is_changing(state) && changed.is_some_and(|changed| changed.removed);
    let heading = if removes {
        words::REMOVED_PREVIEW
    } else {
        words::PREVIEW
    };
    heading_ui(ui, heading);
    if proposal.put.is_empty() {
        soft_ui(ui, nothing_new(state));
        return;
    }
    for put in proposal.put.iter().take(LINES) {
        let (text, detail) = told(put, state, proposal_sources(state));
        line_ui(ui, &text, &detail, &put.said());
    }
    if let Some(more @ 1..) = proposal.put.len().checked_sub(LINES) {
        note_ui(ui, words::put::more(more));
    }
    if proposal.repeated > 0 {
        note_ui(ui, words::put::repeated(proposal.repeated));
    }
    // What a sheet tells is not put into the comparison.
    if adding.is_provisional() && adding.outcome.entered.of.0.is_some() {
        note_ui(ui, words::PICTURE_SHOWS);
    }
    let written = proposal.written();
    if written.is_empty() {
        return;
    }
    let (icon, text) = if kept.text_shown {
        (icons::CARET_UP, words::HIDE_TEXT)
    } else {
        (icons::CARET_DOWN, words::SHOW_TEXT)
    };
    if action_ui(ui, icon, text, text).clicked() {
        kept.text_shown = !kept.text_shown;
    }
    if kept.text_shown {
        text_ui(ui, &written.join("\n"));
    }
}

/// Why nothing would be written.
pub(super) fn nothing_new(state: &State) -> &'static str {
    let states_nothing = state.adding.outcome.proposal.states_nothing();
    match state.adding.door {
        Door::Sheet if states_nothing => words::NO_ROWS,
        Door::Sheet | Door::Form | Door::Text => words::NOTHING_NEW,
    }
}

/// The datasets that something goes into.
fn proposal_sources(state: &State) -> Option<&Dataset> {
    let target = state.adding.target.as_ref()?.as_ref().ok()?;
    Some(&target.dataset)
}

/// What somebody changed in the file meanwhile.
fn changed_ui(ui: &mut Ui, state: &State) {
    let Some([was, now]) = &state.adding.changed else {
        return;
    };
    ui.add_space(space::S);
    caution_ui(ui, words::CHANGED_BELOW);
    for change in diff::Before::of(was, now).diff(now).iter().take(LINES) {
        note_ui(ui, change.sentence());
    }
}

/// Why nothing can be written, where that is not asked elsewhere.
fn cannot_ui(ui: &mut Ui, state: &State, asked: &Asked, commands: &mut Vec<Command>) {
    let text = match asked {
        Asked::NotWritten(_) => words::NOT_WELL_WRITTEN.to_owned(),
        Asked::Problem(why) => words::sheet::asked::problem(why),
        Asked::StillNamed(_, name, uses) => {
            let uses: Vec<String> = uses.iter().map(|one| use_words(one, state)).collect();
            words::put::still_named(name, &uses)
        }
        Asked::NoHeads(_)
        | Asked::Column(..)
        | Asked::Date(..)
        | Asked::Decimal(..)
        | Asked::DayFirst(..)
        | Asked::Number(..)
        | Asked::NotWhole(..)
        | Asked::NoDate(..)
        | Asked::Country(..)
        | Asked::NotOneOf(..)
        | Asked::NoValue(..)
        | Asked::MoreCells(_)
        | Asked::NoneSaid(..)
        | Asked::NoOperation(_)
        | Asked::CaseNoOperation(..)
        | Asked::CaseLacks(..)
        | Asked::WhoseNationalities(_)
        | Asked::RowsArePeople(_)
        | Asked::NoChecker(_)
        | Asked::Metric(..)
        | Asked::NoSource(..)
        | Asked::Grade(..)
        | Asked::UnknownSource(..)
        | Asked::PeopleMissing(_) => return,
    };
    ui.add_space(space::S);
    caution_ui(ui, &text);
    if matches!(asked, Asked::NotWritten(_)) && link_ui(ui, words::SHOW_PROBLEMS).clicked() {
        commands.push(Command::Show(Page::Problems));
    }
}

fn operation_name(id: &str, state: &State) -> String {
    // What goes is no longer in the picture.
    let known = state.atlas.operation(id);
    let known = known.or_else(|| state.adding.base().operation(id));
    known.map_or_else(|| id.to_owned(), |known| known.name.clone())
}

fn metric_name(id: &str, state: &State) -> String {
    let known = state.atlas.metric(id);
    let known = known.or_else(|| state.adding.base().metric(id));
    known.map_or_else(|| id.to_owned(), |known| known.label.clone())
}

/// What names something that should go.
fn use_words(named: &Use, state: &State) -> String {
    match named {
        Use::Figure(operation, metric) => words::put::figure(
            &operation_name(operation.as_str(), state),
            &metric_name(metric.as_str(), state),
        ),
        Use::Operation(id) => operation_name(id.as_str(), state),
        Use::Metric(id) => metric_name(id.as_str(), state),
        Use::Case(title) => words::put::the_case(title),
    }
}

/// One thing that would be written, and a word on it.
fn told(put: &Put, state: &State, target: Option<&Dataset>) -> (String, String) {
    let operation = |id: &str| operation_name(id, state);
    let report = |given: &crate::import::Given| {
        let metric = given.metric.as_ref();
        let metric = metric.map_or(words::put::COUNTRIES.to_owned(), |id| {
            metric_name(id.as_str(), state)
        });
        let number = given.report.quantity.words();
        let name = operation(given.operation.as_str());
        words::put::report(&name, &metric, &number)
    };
    let none = String::new();
    match put {
        Put::Title(title) => (words::put::title(title), none),
        Put::Source(id, publisher, _) => {
            let known = target.and_then(|dataset| dataset.sources.get(id));
            let known = known.or_else(|| state.atlas.source(id));
            let title = known.map_or(publisher.clone(), crate::import::form::label);
            (words::put::source(&title), none)
        }
        Put::Metric(_, label, _) => (words::put::metric(label), none),
        Put::Operation(_, name, _) | Put::Gone(Noun::Operation, name) => {
            (words::put::operation(name), none)
        }
        Put::Field(id, field, _) => (words::put::field(&operation(id.as_str()), field), none),
        Put::Report(given, Kind::First) | Put::Removed(given) => (report(given), none),
        Put::Report(given, Kind::Further) => (report(given), words::put::FURTHER.to_owned()),
        Put::Report(given, Kind::Contradicts) => {
            (report(given), words::put::CONTRADICTS.to_owned())
        }
        Put::Case(_, title, _) | Put::Gone(Noun::Case, title) => (words::put::case(title), none),
        Put::Corrected(given, was) if *was == given.report.quantity => (report(given), none),
        Put::Corrected(given, was) => (report(given), words::put::was(&was.words())),
        Put::Changed(_, name, field) => (words::put::changed(name, field), none),
        Put::Gone(_, name) => (name.clone(), none),
        Put::Stays(noun, id, field) => (words::put::stays(&noun_name(*noun), id, field), none),
    }
}

fn noun_name(noun: Noun) -> String {
    noun.to_string()
}

fn line_ui(ui: &mut Ui, text: &str, detail: &str, said: &str) {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let (rect, _) = ui.allocate_exact_size(egui::vec2(6.0, 20.0), egui::Sense::hover());
        ui.painter()
            .circle_filled(rect.center(), 2.5, palette.accent);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            wrapped_ui(ui, TEXT, text);
            if !detail.is_empty() {
                let ink = if detail == words::put::FURTHER {
                    Ink::Soft
                } else {
                    Ink::Warning
                };
                label_ui(ui, SMALL.ink(ink), detail);
            }
            if !said.is_empty() {
                note_ui(ui, said);
            }
        });
    });
}

/// The text that is put into the file.
fn text_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::shown(ui.ctx());
    let frame = egui::Frame::NONE.fill(palette.paper).corner_radius(4);
    frame.inner_margin(space::S as i8).show(ui, |ui| {
        ScrollArea::horizontal().id_salt("text").show(ui, |ui| {
            let text = SMALL.rich(ui, text);
            ui.add(egui::Label::new(text).extend());
        });
    });
}
