//! What has to be known about a sheet before anything can be written, each with its answers.

use eframe::egui;
use egui::Ui;

use super::offers;
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::{Asked, CellPlace, Decimal, Meaning, Passed, Tables, which_country};
use crate::model::{Grade, MetricId, PartialDate};
use crate::state::State;
use crate::ui::style::{Ink, SMALL, TEXT};
use crate::ui::tool_button::ToolButton;
use crate::ui::widgets::{action_ui, heading_ui, label_ui, note_ui, wrapped_ui};
use crate::words::capitalised;
use crate::words::window::adding as words;
use crate::words::window::adding::sheet::asked as said;

/// So many questions are shown at a time.
const SHOWN: usize = 12;

/// Draws the questions; what is answered goes into `tables`.
pub(super) fn questions_ui(ui: &mut Ui, state: &State, tables: &mut Tables) {
    let proposal = &state.adding.outcome.proposal;
    let is_of_sheet = |asked: &&Asked| !matches!(asked, Asked::NotWritten(_) | Asked::Problem(_));
    let mut questions = proposal.asked.iter().filter(is_of_sheet).peekable();
    if questions.peek().is_none() {
        return;
    }
    heading_ui(ui, words::sheet::QUESTIONS);
    let count = questions.clone().count();
    let columns = questions.clone();
    let columns = columns.filter(|asked| matches!(asked, Asked::Column(..)));
    if let several @ 2.. = columns.count() {
        let text = words::sheet::pass_over_rest(several);
        if action_ui(ui, icons::X, &text, &text).clicked() {
            tables.answers.passes_over_rest = true;
        }
    }
    for (at, asked) in questions.take(SHOWN).enumerate() {
        ui.push_id(("question", at), |ui| question_ui(ui, state, asked, tables));
        ui.add_space(space::S);
    }
    if let Some(more @ 1..) = count.checked_sub(SHOWN) {
        note_ui(ui, words::put::more(more));
    }
    ui.add_space(space::S);
}

/// Whether the sheet's numbers lack a source.
pub(super) fn asks_source(state: &State) -> bool {
    let asked = &state.adding.outcome.proposal.asked;
    asked.iter().any(|one| matches!(one, Asked::NoSource(..)))
}

/// What was passed over.
pub(super) fn passed_ui(ui: &mut Ui, state: &State) {
    let passed = &state.adding.outcome.proposal.passed;
    if passed.is_empty() {
        return;
    }
    heading_ui(ui, words::sheet::PASSED);
    for one in passed.iter().take(SHOWN) {
        note_ui(ui, passed_words(one));
    }
    if let Some(more @ 1..) = passed.len().checked_sub(SHOWN) {
        note_ui(ui, words::put::more(more));
    }
}

fn passed_words(passed: &Passed) -> String {
    passed.to_string()
}

/// A question in words.
pub(super) fn sentence(asked: &Asked) -> String {
    match asked {
        Asked::NoHeads(sheet) => said::no_heads(sheet),
        Asked::Column(_, head) => said::column(head),
        Asked::Date(_, head) => said::date(head),
        Asked::Decimal(_, text, count) => said::decimal(text, *count),
        Asked::DayFirst(_, text, _) => said::day_first(text),
        Asked::Number(_, text) => said::number(text),
        Asked::NotWhole(_, text) => said::not_whole(text),
        Asked::NoDate(_, text) => said::no_date(text),
        Asked::Country(_, text) => which_country(text),
        Asked::NotOneOf(_, text) => said::not_one_of(text),
        Asked::NoValue(_, text) => said::no_value(text),
        Asked::CaseNoOperation(_, count) => said::case_no_operation(*count),
        Asked::CaseLacks(_, what, count) => said::case_lacks(what.key(), *count),
        Asked::WhoseNationalities(_) => said::WHOSE_NATIONALITIES.to_owned(),
        Asked::RowsArePeople(sheet) => said::rows_are_people(sheet),
        Asked::NoChecker(_) => said::NO_CHECKER.to_owned(),
        Asked::MoreCells(_) => said::MORE_CELLS.to_owned(),
        Asked::NoneSaid(_, text) => said::none_said(text),
        Asked::NoOperation(_) => said::NO_OPERATION.to_owned(),
        Asked::Metric(_, name) if name.is_empty() => said::NO_METRIC.to_owned(),
        Asked::Metric(_, name) => said::metric(name),
        Asked::NoSource(_, count) => said::no_source(*count),
        Asked::Grade(_, publisher) => said::grade(publisher),
        Asked::UnknownSource(_, id) => said::unknown_source(id),
        Asked::PeopleMissing(case) => said::people_missing(case),
        Asked::NotWritten(_) | Asked::StillNamed(..) => words::NOT_WELL_WRITTEN.to_owned(),
        Asked::Problem(why) => said::problem(why),
    }
}

fn question_ui(ui: &mut Ui, state: &State, asked: &Asked, tables: &mut Tables) {
    wrapped_ui(ui, TEXT, sentence(asked));
    if let Some(place) = asked.place() {
        label_ui(ui, SMALL.ink(Ink::Soft), place.to_string());
    }
    let answers = &mut tables.answers;
    match asked {
        Asked::Decimal(..) => {
            let choices = [
                (Decimal::Point, words::sheet::DECIMAL_POINT.to_owned()),
                (Decimal::Comma, words::sheet::DECIMAL_COMMA.to_owned()),
            ];
            if let Some(decimal) = answer_ui(ui, choices) {
                answers.decimal = Some(decimal);
            }
        }
        Asked::DayFirst(_, _, dates) => {
            let [first, second] = dates.map(PartialDate::words);
            if let Some(day_first) = answer_ui(ui, [(true, first), (false, second)]) {
                answers.day_first = Some(day_first);
            }
        }
        Asked::Grade(..) => {
            let grades = [Grade::Official, Grade::Reprint, Grade::News];
            let grades = grades.map(|grade| (grade, capitalised(grade.name())));
            if let Some(grade) = answer_ui(ui, grades) {
                answers.grade = Some(grade);
            }
        }
        Asked::Date(_, head) => {
            let choices = [
                (Meaning::Date, words::sheet::DATE_OF_SOURCE),
                (Meaning::From, words::sheet::DATE_OF_OPERATION),
                (Meaning::Nothing, words::sheet::PASSED_OVER),
            ];
            let choices = choices.map(|(meaning, name)| (meaning, capitalised(name)));
            if let Some(meaning) = answer_ui(ui, choices) {
                answers.meanings.push((head.clone(), meaning));
            }
        }
        Asked::Column(_, name) | Asked::Metric(_, name) if !name.is_empty() => {
            if let Some(meaning) = metric_ui(ui, state, name) {
                answers.meanings.push((name.clone(), meaning));
            }
        }
        Asked::Number(place, _)
        | Asked::NotWhole(place, _)
        | Asked::NoDate(place, _)
        | Asked::Country(place, _)
        | Asked::NotOneOf(place, _)
        | Asked::NoValue(place, _)
        | Asked::WhoseNationalities(place)
        | Asked::MoreCells(place)
        | Asked::NoneSaid(place, _)
        | Asked::NoOperation(place)
        | Asked::Metric(place, _)
        | Asked::UnknownSource(place, _) => leave_out_ui(ui, place, tables),
        Asked::Column(..)
        | Asked::CaseNoOperation(..)
        | Asked::CaseLacks(..)
        | Asked::NoChecker(_)
        | Asked::RowsArePeople(_)
        | Asked::NoHeads(_)
        | Asked::NoSource(..)
        | Asked::PeopleMissing(_)
        | Asked::StillNamed(..)
        | Asked::NotWritten(_)
        | Asked::Problem(_) => {}
    }
}

/// Buttons of which one answers.
pub(super) fn answer_ui<T>(
    ui: &mut Ui,
    choices: impl IntoIterator<Item = (T, String)>,
) -> Option<T> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        for (answer, name) in choices {
            if ToolButton::text(&name).show(ui).clicked() {
                chosen = Some(answer);
            }
        }
    });
    chosen
}

/// Which metric a name means, or none.
fn metric_ui(ui: &mut Ui, state: &State, name: &str) -> Option<Meaning> {
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        let button = ToolButton::text(words::fields::METRIC)
            .opening_menu()
            .show(ui);
        egui::Popup::menu(&button).show(|ui| {
            egui::ScrollArea::vertical()
                .max_height(320.0)
                .show(ui, |ui| {
                    for id in offers::metric_ids(state) {
                        let label = offers::label_of(state, id.as_str());
                        if ui.button(TEXT.rich(ui, label)).clicked() {
                            chosen = Some(Meaning::Of(MetricId::from(id.as_str())));
                            ui.close();
                        }
                    }
                });
        });
        let spoken = format!("{}: {name}", words::sheet::PASSED_OVER);
        let pass = capitalised(words::sheet::PASSED_OVER);
        if ToolButton::text(&pass).spoken(&spoken).show(ui).clicked() {
            chosen = Some(Meaning::Nothing);
        }
    });
    chosen
}

fn leave_out_ui(ui: &mut Ui, place: &CellPlace, tables: &mut Tables) {
    let spoken = format!("{}, {place}", words::sheet::LEAVE_OUT);
    if action_ui(ui, icons::X, words::sheet::LEAVE_OUT, &spoken).clicked() {
        tables.left_out.insert((place.sheet.clone(), place.row));
    }
}
