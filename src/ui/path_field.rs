//! The path field: a dataset opened by typing where it lies. Works where no dialog does.

use std::path::{Path, PathBuf};

use eframe::egui;
use egui::{Align2, Key, Ui};

use super::style::SMALL;
use super::tool_button::{Look, ToolButton};
use super::widgets::wrapped_ui;
use super::{Scratch, over};
use crate::draw::theme::space;
use crate::state::{Command, PathField, PathGoal, State};
use crate::words::window::opening::{self as words, PathTexts};

const WIDTH: f32 = 560.0;

/// Draws the path field over the window, if it is shown.
pub(super) fn path_field_ui(
    ctx: &egui::Context,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let Some(asked) = &state.path_field else {
        scratch.path_field_seen = false;
        return;
    };
    let just_shown = !std::mem::replace(&mut scratch.path_field_seen, true);
    let anchor = (Align2::CENTER_TOP, egui::vec2(0.0, 96.0));
    let texts = match asked.goal {
        PathGoal::Open => words::OPEN_PATH,
        PathGoal::Starter => words::STARTER_PATH,
    };
    let response = over::panel("path field", texts.title, WIDTH, anchor).show(ctx, |ui| {
        contents_ui(ui, state, (asked, texts), just_shown, commands);
    });
    if response.should_close() {
        commands.push(Command::Dismiss);
    }
}

fn contents_ui(
    ui: &mut Ui,
    state: &State,
    (asked_for, texts): (&PathField, PathTexts),
    just_shown: bool,
    commands: &mut Vec<Command>,
) {
    over::title_ui(ui, texts.title);
    let mut text = asked_for.typed.clone();
    let mut asked = false;
    ui.horizontal(|ui| {
        let open = ToolButton::text(texts.button)
            .look(Look::Primary)
            .min_width(80.0);
        let width = ui.available_width() - open.width(ui) - space::S;
        let field = over::field(&mut text)
            .hint_text(texts.hint)
            .desired_width(width);
        let field = ui.add(field).accessible_name(texts.field);
        if just_shown {
            field.request_focus();
        }
        if field.changed() {
            commands.push(match asked_for.goal {
                PathGoal::Open => Command::TypePath(text.clone()),
                PathGoal::Starter => Command::TypeStarter(text.clone()),
            });
        }
        asked = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        asked |= open.enabled(!text.trim().is_empty()).show(ui).clicked();
    });
    over::failure_ui(ui, state);
    wrapped_ui(ui, SMALL.soft(), texts.note);
    if asked && let Some(path) = typed_path(&text, std::env::home_dir().as_deref()) {
        commands.push(match asked_for.goal {
            PathGoal::Open => Command::Open(vec![path]),
            PathGoal::Starter => Command::WriteStarter(path),
        });
    }
}

/// The path that was typed: quotes around it, a leading `~` and `file://` are understood.
/// `None` when nothing was typed.
pub fn typed_path(typed: &str, home: Option<&Path>) -> Option<PathBuf> {
    let typed = typed.trim();
    let quoted = ['"', '\'']
        .into_iter()
        .find_map(|quote| typed.strip_prefix(quote)?.strip_suffix(quote));
    let typed = quoted.unwrap_or(typed);
    if typed.is_empty() {
        return None;
    }
    if let Some(address) = typed.strip_prefix("file://") {
        return Some(path_of_address(address));
    }
    match (home, typed.strip_prefix('~')) {
        (Some(home), Some("")) => Some(home.to_owned()),
        (Some(home), Some(rest)) if rest.starts_with(['/', '\\']) => {
            Some(home.join(rest.trim_start_matches(['/', '\\'])))
        }
        _ => Some(PathBuf::from(typed)),
    }
}

/// The path of an address after its `file://`: without the host, with `%20` and the like undone.
fn path_of_address(address: &str) -> PathBuf {
    let path = address.strip_prefix("localhost").unwrap_or(address);
    let path = undo_percents(path);
    // file:///C:/data is C:/data on Windows.
    let drive = path
        .strip_prefix('/')
        .filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    PathBuf::from(drive.map(ToOwned::to_owned).unwrap_or(path))
}

fn undo_percents(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = tail
            .get(..2)
            .filter(|_| *first == b'%')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() {
            tail.get(2..).unwrap_or_default()
        } else {
            tail
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(typed: &str) -> Option<String> {
        let path = typed_path(typed, Some(Path::new("/home/ana")))?;
        Some(path.to_string_lossy().into_owned())
    }

    #[test]
    fn a_plain_path_is_taken_as_typed() {
        assert_eq!(path(" data/a b.ron ").as_deref(), Some("data/a b.ron"));
        assert_eq!(path("~other/a.ron").as_deref(), Some("~other/a.ron"));
        assert_eq!(path("100%.ron").as_deref(), Some("100%.ron"));
        assert_eq!(path("  "), None);
    }

    #[test]
    fn quotes_home_and_addresses_are_understood() {
        assert_eq!(path("'/tmp/a b.ron'").as_deref(), Some("/tmp/a b.ron"));
        assert_eq!(path("\"~/a.ron\"").as_deref(), Some("/home/ana/a.ron"));
        assert_eq!(path("~").as_deref(), Some("/home/ana"));
        assert_eq!(
            path("file:///tmp/a%20b%C3%A9.ron").as_deref(),
            Some("/tmp/a bé.ron")
        );
        assert_eq!(
            path("file://localhost/tmp/a.ron").as_deref(),
            Some("/tmp/a.ron")
        );
        assert_eq!(
            path("file:///C:/data/a.ron").as_deref(),
            Some("C:/data/a.ron")
        );
        assert_eq!(path("file:///tmp/50%").as_deref(), Some("/tmp/50%"));
    }
}
