//! The door for texts: a release with its numbers marked, which one goes through with the keyboard
//! or the pointer. What is taken goes into the proposal, nothing else does.

use eframe::egui;
use egui::{Key, Modifiers, ScrollArea, TextEdit, Ui};

use super::form::Fields;
use super::going::{Going, about, counted_name, go_on, operation_name, take};
use super::marked::{self, marked_ui};
use super::{Kept, offers, questions};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::form::{Form, SourceFields};
use crate::import::release::{Counted, Mark, Sifted, Verdict, What};
use crate::import::{Asked, Decimal};
use crate::model::OperationId;
use crate::state::{Add, Command, ReleaseFrom, State};
use crate::ui::style::{Ink, SMALL, TEXT};
use crate::ui::tool_button::{Look, ToolButton};
use crate::ui::widgets::{headed_ui, label_ui, note_ui, soft_ui, wrapped_ui};
use crate::words::window::adding::{sheet as words, text as said};

/// Draws the door.
pub(super) fn text_ui(ui: &mut Ui, state: &State, kept: &mut Kept, commands: &mut Vec<Command>) {
    let sifted = &state.adding.sifted;
    let going = &mut kept.going;
    if sifted.release.text.is_empty() {
        going.at = None;
        return empty_ui(ui, going, commands);
    }
    let mut now = sifted.clone();
    let stops = sifted.stops();
    if (going.at).is_none_or(|at| stops.binary_search(&at).is_err()) {
        let open = |at: &&usize| sifted.verdict(**at) == Verdict::Open;
        going.at = stops.iter().find(open).or(stops.first()).copied();
    }
    let mut case_of = take_keys(ui, &stops, going, &mut now);
    progress_ui(ui, &now, &stops);
    marked_ui(ui, state, &now, &stops, going);
    match going.at {
        Some(at) => {
            let pressed = card_ui(ui, state, at, &stops, going, &mut now);
            case_of = case_of.or(pressed.then_some(at));
        }
        None => soft_ui(ui, said::NOTHING),
    }
    ui.add_space(space::M);
    source_ui(ui, state, &mut now);
    asked_ui(ui, state);
    if now != *sifted {
        commands.push(Command::Add(Add::Sift(Box::new(now))));
    }
    commands.extend(case_of.map(|at| Command::Add(Add::CaseOf(at))));
}

/// What has to be known before anything can be written, where the marks do not ask it.
fn asked_ui(ui: &mut Ui, state: &State) {
    for asked in &state.adding.outcome.proposal.asked {
        let is_told_elsewhere = matches!(
            asked,
            Asked::NotWritten(_) | Asked::Problem(_) | Asked::Decimal(..)
        );
        if is_told_elsewhere {
            continue;
        }
        let sentence = if matches!(asked, Asked::NoSource(..)) {
            said::NAME_SOURCE.to_owned()
        } else {
            questions::sentence(asked)
        };
        wrapped_ui(ui, SMALL.ink(Ink::Warning), sentence);
    }
}

/// Where a text comes from.
fn empty_ui(ui: &mut Ui, going: &mut Going, commands: &mut Vec<Command>) {
    soft_ui(ui, said::MEANS);
    ui.add_space(space::S);
    let pick = ToolButton::text(said::PICK).with_icon(icons::FOLDER_OPEN);
    if pick.look(Look::Primary).show(ui).clicked() {
        commands.push(Command::Add(Add::PickText));
    }
    ui.add_space(space::S);
    let field = TextEdit::multiline(&mut going.pasted)
        .hint_text(said::FIELD)
        .desired_rows(8)
        .desired_width(f32::INFINITY);
    let field = ui.add(field).accessible_name(said::FIELD);
    let pastes = |event: &egui::Event| matches!(event, egui::Event::Paste(_));
    let is_pasted = field.has_focus() && ui.input(|input| input.events.iter().any(pastes));
    ui.add_space(space::XS);
    let has_text = !going.pasted.trim().is_empty();
    let read = ToolButton::text(said::READ).enabled(has_text).show(ui);
    if has_text && (read.clicked() || is_pasted) {
        let text = std::mem::take(&mut going.pasted);
        let from = ReleaseFrom::Pasted(text);
        commands.push(Command::Add(Add::ReadRelease(from)));
    }
}

/// While the keyboard is on a mark, or nowhere, Enter takes it and Delete or the space bar passes
/// it over. Of a number of one event Enter makes a case instead: the mark of that.
fn take_keys(ui: &Ui, stops: &[usize], going: &mut Going, sifted: &mut Sifted) -> Option<usize> {
    let is_behind =
        egui::Popup::is_any_open(ui.ctx()) || ui.memory(egui::Memory::top_modal_layer).is_some();
    let at = match ui.memory(egui::Memory::focused) {
        None => going.at.filter(|_| !is_behind),
        Some(id) => stops.iter().copied().find(|at| id == marked::id(*at)),
    };
    let at = at?;
    going.at = Some(at);
    if ui.memory(egui::Memory::focused).is_none() {
        walk(ui, at, stops, going);
    }
    let of_event = sifted.is_open_event(at);
    // Keys with Shift are looked at first: those without take them too.
    let all_the_same =
        of_event && ui.input_mut(|input| input.consume_key(Modifiers::SHIFT, Key::Enter));
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if all_the_same || pressed(Key::Enter) {
        if of_event && !all_the_same {
            return Some(at);
        }
        take(at, stops, going, sifted);
    } else if [Key::Delete, Key::Backspace, Key::Space]
        .into_iter()
        .any(pressed)
    {
        sifted.pass(at);
        go_on(at, stops, going, sifted);
    }
    None
}

/// Goes on to the next mark or back to the one before, where no part of the window has the keyboard.
fn walk(ui: &Ui, at: usize, stops: &[usize], going: &mut Going) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let by = if pressed(Key::ArrowDown) {
        1
    } else if pressed(Key::ArrowUp) {
        -1
    } else {
        return;
    };
    let now = stops.binary_search(&at).ok();
    let next = now.and_then(|now| stops.get(now.checked_add_signed(by)?));
    going.at = next.copied().or(Some(at));
    going.go = true;
}

fn progress_ui(ui: &mut Ui, sifted: &Sifted, stops: &[usize]) {
    let count = |verdict| {
        stops
            .iter()
            .filter(|at| sifted.verdict(**at) == verdict)
            .count()
    };
    let kinds = [
        Verdict::Taken,
        Verdict::InCase,
        Verdict::Passed,
        Verdict::Open,
    ];
    let [taken, in_cases, passed, open] = kinds.map(count);
    let progress = said::progress(taken, in_cases, passed, open);
    label_ui(ui, SMALL.soft(), progress);
}

/// The mark that is looked at, with what it is taken as; whether a case is made of it.
fn card_ui(
    ui: &mut Ui,
    state: &State,
    at: usize,
    stops: &[usize],
    going: &mut Going,
    sifted: &mut Sifted,
) -> bool {
    let release = std::sync::Arc::clone(&sifted.release);
    let Some(mark) = release.marks.get(at) else {
        return false;
    };
    ui.add_space(space::S);
    let chosen = going.chosen(at, sifted);
    let is_number = release.number(at).is_some();
    let (counted, operation) = about(state, sifted, at, going);
    let marked: Vec<&str> = release.marked(mark).split_whitespace().take(8).collect();
    headed_ui(ui, TEXT.bold(), &marked.join(" "));
    let mut new = chosen.clone();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        if is_number {
            if let Some(counted) = counted_ui(ui, state, sifted, &counted) {
                new.counted = Some(counted);
            }
        } else {
            label_ui(ui, TEXT, counted);
        }
        label_ui(ui, TEXT.soft(), said::OF);
        if let Some(operation) = operation_ui(ui, state, sifted, &operation) {
            going.last = Some(operation.clone());
            new.operation = Some(operation);
        }
    });
    if new.counted != chosen.counted || new.operation != chosen.operation {
        // What is taken already is taken as what was chosen now.
        if sifted.verdict(at) == Verdict::Taken {
            sifted.take(at, new.counted.as_ref(), new.operation.as_ref());
        }
        going.chosen = Some(new);
    }
    if let What::Countries(list) = &mark.what
        && !list.unknown.is_empty()
    {
        note_ui(ui, said::unknown(&list.unknown));
    }
    doubt_ui(ui, mark, sifted);
    let of_event = sifted.is_open_event(at);
    if of_event {
        note_ui(ui, said::OF_EVENT);
    }
    ui.add_space(space::XS);
    decide_ui(ui, at, stops, going, sifted, of_event)
}

/// Takes the mark that is looked at, passes it over, or makes a case of it: whether that.
fn decide_ui(
    ui: &mut Ui,
    at: usize,
    stops: &[usize],
    going: &mut Going,
    sifted: &mut Sifted,
    of_event: bool,
) -> bool {
    let mut makes_case = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::S, space::XS);
        let chosen = going.chosen(at, sifted);
        let is_number = sifted.release.number(at).is_some();
        let can_take = chosen.operation.is_some() && (chosen.counted.is_some() || !is_number);
        if of_event {
            let button = ToolButton::text(said::MAKE_CASE).with_icon(icons::CHECK);
            makes_case = button.show(ui).clicked();
        }
        let take_it = if of_event {
            ToolButton::text(said::TAKE_FOR_ALL)
        } else {
            ToolButton::text(said::TAKE).with_icon(icons::CHECK)
        };
        if take_it.enabled(can_take).show(ui).clicked() && can_take {
            take(at, stops, going, sifted);
        }
        let pass = ToolButton::text(said::PASS).with_icon(icons::X);
        if pass.show(ui).clicked() {
            sifted.pass(at);
            go_on(at, stops, going, sifted);
        }
        if !of_event {
            label_ui(ui, SMALL.soft(), said::KEYS);
        }
    });
    if of_event {
        note_ui(ui, said::EVENT_KEYS);
    }
    makes_case
}

/// What a number can count: what is open, then what the program knows besides.
fn counted_ui(ui: &mut Ui, state: &State, sifted: &Sifted, name: &str) -> Option<Counted> {
    let button = ToolButton::text(name).opening_menu().show(ui);
    let mut ids = offers::metric_ids(state);
    for (id, _) in &sifted.release.metrics {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    let metrics = ids.into_iter().map(Counted::Metric);
    let choices = [Counted::Countries].into_iter().chain(metrics);
    let named = choices.map(|counted| {
        let name = counted_name(state, sifted, &counted);
        (counted, name)
    });
    menu_ui(&button, named.collect())
}

/// Of which operation it can be: those the text names, then those that are open.
fn operation_ui(ui: &mut Ui, state: &State, sifted: &Sifted, name: &str) -> Option<OperationId> {
    let button = ToolButton::text(name).opening_menu().show(ui);
    let mut ids = sifted.release.operations();
    for operation in &state.adding.base().operations {
        if !ids.contains(&operation.id) {
            ids.push(operation.id.clone());
        }
    }
    let named = ids.into_iter().map(|id| {
        let name = operation_name(state, sifted, &id);
        (id, name)
    });
    menu_ui(&button, named.collect())
}

fn menu_ui<T>(button: &egui::Response, choices: Vec<(T, String)>) -> Option<T> {
    let mut chosen = None;
    egui::Popup::menu(button).show(|ui| {
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            for (choice, name) in choices {
                if ui.button(TEXT.rich(ui, name)).clicked() {
                    chosen = Some(choice);
                    ui.close();
                }
            }
        });
    });
    chosen
}

/// Asks how a number with two readings is read.
fn doubt_ui(ui: &mut Ui, mark: &Mark, sifted: &mut Sifted) {
    let What::Number(number) = &mark.what else {
        return;
    };
    if number.doubt.is_none() || sifted.confirmed.decimal == number.doubt {
        return;
    }
    let written = sifted.release.marked(mark).to_owned();
    wrapped_ui(ui, SMALL.ink(Ink::Warning), said::two_readings(&written));
    let choices = [
        (Decimal::Point, words::DECIMAL_POINT.to_owned()),
        (Decimal::Comma, words::DECIMAL_COMMA.to_owned()),
    ];
    if let Some(decimal) = questions::answer_ui(ui, choices) {
        sifted.confirmed.decimal = Some(decimal);
    }
}

/// The publication that the text is.
fn source_ui(ui: &mut Ui, state: &State, sifted: &mut Sifted) {
    let outcome = &*state.adding.outcome;
    let mut source: SourceFields = sifted.source.clone();
    Fields { state, outcome }.source_fields_ui(ui, &mut source, said::SOURCE);
    if source != sifted.source {
        let form = Form {
            source,
            ..Form::default()
        };
        let before = Form {
            source: sifted.source.clone(),
            ..Form::default()
        };
        sifted.source = form.settled(&before, state.adding.base()).source;
    }
}
