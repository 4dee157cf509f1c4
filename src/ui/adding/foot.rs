//! What is still lacking or not taken, or how much there is to write; and what writes it.

use eframe::egui;
use egui::{Key, KeyboardShortcut, Modifiers, Role, Ui, WidgetInfo};

use super::{called, field, into, is_changing, is_untouched, preview};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::Put;
use crate::import::form::{Field, Refused};
use crate::state::{Add, Command, Door, State};
use crate::ui::Scratch;
use crate::ui::style::{Ink, SMALL};
use crate::ui::tool_button::{Look, ToolButton};
use crate::ui::widgets::{label_ui, link_ui, wrapped_ui};
use crate::words::window::adding as words;

/// What is still lacking, or how much there is to write; and what writes it.
pub(super) fn foot_ui(
    ui: &mut Ui,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let adding = &state.adding;
    if let Some(notice) = state.notice.as_ref().filter(|notice| notice.failed) {
        let text = format!("{} {}", icons::WARNING_CIRCLE, notice.text);
        let response = wrapped_ui(ui, SMALL.ink(Ink::Error), text);
        response.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &notice.text));
    }
    let not_taken = not_taken(state);
    if let Some((_, why)) = &not_taken {
        let response = wrapped_ui(ui, SMALL.ink(Ink::Error), why.as_str());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, why));
    }
    let told = summary(state);
    if !told.is_empty() {
        let response = label_ui(ui, SMALL.soft(), &told);
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &told));
    }
    ui.add_space(space::XS);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let removes = adding.form.changed.as_ref().is_some_and(|one| one.removed);
        let text = if removes && adding.door == Door::Form {
            words::REMOVE
        } else {
            words::WRITE
        };
        let write = ToolButton::text(text)
            .look(Look::Primary)
            .min_width(88.0)
            .enabled(adding.can_write());
        let keys = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);
        let keys = ui.ctx().format_shortcut(&keys);
        let write = write.show(ui).on_hover_text(keys);
        if adding.can_write() && std::mem::take(&mut scratch.adding.to_remove) {
            write.request_focus();
        }
        if write.clicked() && adding.can_write() {
            commands.push(Command::Add(Add::Write(into::path(state, scratch))));
        }
        if removes && is_changing(state) {
            return;
        }
        let clear = if is_changing(state) {
            words::RESTORE
        } else {
            words::CLEAR
        };
        let outcome = &adding.outcome;
        let is_other = !outcome.proposal.edits.is_empty() || !outcome.entered.refused.is_empty();
        let is_enabled = adding.has_something() && (is_other || !is_changing(state));
        let clear = ToolButton::text(clear).enabled(is_enabled);
        if clear.show(ui).clicked() {
            commands.push(Command::Add(Add::Clear));
        }
        if let Some((field, _)) = not_taken
            && link_ui(ui, words::SHOW_FIELD).clicked()
        {
            ui.memory_mut(|memory| memory.request_focus(field::id(field)));
        }
    });
}

/// The first field whose text is not taken, and why.
fn not_taken(state: &State) -> Option<(Field, String)> {
    let mut refused = state.adding.outcome.entered.refused.iter();
    refused.find_map(|(field, refused)| {
        let why = called::why(refused)?;
        let told = words::not_taken(called::field_name(*field), &why);
        Some((*field, told))
    })
}

fn summary(state: &State) -> String {
    let adding = &state.adding;
    let outcome = &adding.outcome;
    if adding.busy {
        return words::BUSY.to_owned();
    }
    if !adding.has_something() {
        return words::NOTHING_YET.to_owned();
    }
    if is_untouched(state) {
        return words::text::NOTHING_TAKEN.to_owned();
    }
    let needed = outcome.entered.refused.iter();
    let is_lacking = |why: &Refused| match why {
        Refused::Needed | Refused::OtherDay | Refused::OtherOfCheck => true,
        Refused::NoNumber
        | Refused::NoDate
        | Refused::TwoDays(_)
        | Refused::DaysSwapped
        | Refused::NoCountry(_)
        | Refused::NoAddress
        | Refused::TooLong(_)
        | Refused::NoCrime(_)
        | Refused::NoMetric => false,
    };
    let needed = needed.filter(|(_, why)| is_lacking(why));
    let mut needed: Vec<&str> = needed
        .map(|(field, _)| called::field_name(*field))
        .collect();
    needed.dedup();
    if !needed.is_empty() {
        return words::still_needed(&needed);
    }
    let proposal = &outcome.proposal;
    if proposal.text.is_none() {
        return match proposal.asked.len() {
            0 => String::new(),
            count => words::sheet::questions(count),
        };
    }
    let is_figure =
        |put: &&Put| matches!(put, Put::Report(..) | Put::Corrected(..) | Put::Removed(_));
    let figures = proposal.put.iter().filter(is_figure).count();
    if proposal.edits.is_empty() {
        return if is_changing(state) {
            words::NOTHING_CHANGED.to_owned()
        } else {
            preview::nothing_new(state).to_owned()
        };
    }
    words::in_all(figures, proposal.put.len() - figures)
}
