//! The keyboard: which keys were pressed, and which actions they ask for.

use eframe::egui;
use egui::{Context, Event, InputState, Key, KeyboardShortcut, Modifiers};

use super::Scratch;
use super::commands::Action;
use crate::state::{Command, State};

/// Takes the keys of every action out of the input and asks for what they stand for; those of
/// the search are left for the page. While a panel lies over the window its own keys are the
/// only ones.
pub(super) fn take_pressed(
    ctx: &Context,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    if super::is_panel_open(state, scratch) {
        return;
    }
    let in_text = ctx.text_edit_focused();
    for action in Action::all() {
        if in_text && action.yields_to_text() {
            continue;
        }
        let pressed = ctx.input_mut(|input| {
            action
                .shortcuts()
                .iter()
                .any(|shortcut| take(input, *shortcut, action != Action::Find))
        });
        if pressed && action.is_enabled(state) {
            super::perform(action, ctx, state, scratch, commands);
        }
    }
}

/// Closes what is topmost on Esc, unless something drawn before took the key for itself.
pub(super) fn take_escape(ctx: &Context, popup_was_open: bool, commands: &mut Vec<Command>) {
    if !popup_was_open && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        commands.push(Command::Dismiss);
    }
}

/// Whether exactly these keys were pressed; `used_up` takes them out of the input, so that
/// nothing drawn later sees them. egui's own `consume_shortcut` lets more modifiers pass, and
/// Ctrl+Shift+Z would be Ctrl+Z too.
fn take(input: &mut InputState, shortcut: KeyboardShortcut, used_up: bool) -> bool {
    let is_it = |event: &Event| {
        matches!(event, Event::Key { key, pressed: true, modifiers, .. }
            if *key == shortcut.logical_key && modifiers.matches_exact(shortcut.modifiers))
    };
    let pressed = input.events.iter().any(is_it);
    if pressed && used_up {
        input.events.retain(|event| !is_it(event));
    }
    pressed
}
