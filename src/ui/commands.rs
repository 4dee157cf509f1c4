//! Everything the window can be asked to do by name: what it is called, what it is for, which
//! keys ask for it and which command carries it out, side by side.

use eframe::egui;
use egui::{Key, KeyboardShortcut, Modifiers};

use crate::draw::icons;
use crate::state::{Command, Page, State, Theme};

/// Something the window can be asked to do by name: from a button, a menu, the finder or
/// the keyboard. Closed: adding one is a compile error wherever it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Pick datasets in a dialog.
    OpenFiles,
    /// Open a dataset by its path.
    TypePath,
    /// Save a picture or a table.
    Export,
    /// Take back the last choice.
    Undo,
    /// Make the choice taken back again.
    Redo,
    /// Show the whole chart again.
    ShowEverything,
    /// Take off every pin.
    TakeOffPins,
    /// Search the page.
    Find,
    /// Find any of these by typing.
    Commands,
    /// Show a page.
    Show(Page),
    /// Choose the window's colours.
    Use(Theme),
}

const fn with_command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn with_command_and_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

impl Action {
    /// Every action, in the order of the finder.
    pub const ALL: [Self; 17] = [
        Self::Show(Page::Compare),
        Self::Show(Page::Countries),
        Self::Show(Page::Cases),
        Self::Show(Page::Sources),
        Self::Show(Page::Problems),
        Self::OpenFiles,
        Self::TypePath,
        Self::Export,
        Self::Undo,
        Self::Redo,
        Self::ShowEverything,
        Self::TakeOffPins,
        Self::Find,
        Self::Commands,
        Self::Use(Theme::System),
        Self::Use(Theme::Light),
        Self::Use(Theme::Dark),
    ];

    /// The words on buttons and in menus; they end in "…" where more is asked.
    pub fn text(self) -> &'static str {
        match self {
            Self::OpenFiles => "Open files…",
            Self::TypePath => "Type a path…",
            Self::Export => "Export…",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::ShowEverything => "Show the whole chart",
            Self::TakeOffPins => "Take off all pins",
            Self::Find => "Search this page",
            Self::Commands => "Search everything…",
            Self::Show(page) => page.name(),
            Self::Use(Theme::System) => "Colours as the system",
            Self::Use(Theme::Light) => "Light colours",
            Self::Use(Theme::Dark) => "Dark colours",
        }
    }

    /// What it is for, in one line.
    pub fn tooltip(self) -> &'static str {
        match self {
            Self::OpenFiles => "Pick one or more datasets in a dialog",
            Self::TypePath => "Open a dataset by its path, without a dialog",
            Self::Export => "Save the picture or a table to a file",
            Self::Undo => "Take back the last choice",
            Self::Redo => "Make the choice taken back again",
            Self::ShowEverything => {
                "Zoom out and show everything: leave the part of the chart looked at closer"
            }
            Self::TakeOffPins => "Every operation has its colour again",
            Self::Find => "Put the cursor into this page's search",
            Self::Commands => {
                "Countries, operations, figures, numbers, cases, sources and commands"
            }
            Self::Show(Page::Compare) => "Operations side by side, as a chart and a table",
            Self::Show(Page::Countries) => "Which countries took part in which operation",
            Self::Show(Page::Cases) => "The cases one by one",
            Self::Show(Page::Sources) => "The publications and what they support",
            Self::Show(Page::Problems) => "What is wrong in the open files",
            Self::Use(Theme::System) => "Light or dark, as the system has it",
            Self::Use(Theme::Light) => "Dark on light",
            Self::Use(Theme::Dark) => "Light on dark",
        }
    }

    /// The icon that stands beside its name.
    pub fn icon(self) -> &'static str {
        match self {
            Self::OpenFiles => icons::FOLDER_OPEN,
            Self::TypePath => icons::PENCIL,
            Self::Export => icons::EXPORT,
            Self::Undo => icons::ARROW_COUNTER_CLOCKWISE,
            Self::Redo => icons::ARROW_CLOCKWISE,
            Self::Find | Self::Commands | Self::ShowEverything => icons::MAGNIFYING_GLASS,
            Self::TakeOffPins => icons::PUSH_PIN,
            Self::Show(page) => page_icon(page),
            Self::Use(Theme::System | Theme::Light) => icons::SUN,
            Self::Use(Theme::Dark) => icons::MOON,
        }
    }

    /// The keys that ask for it; the first are the ones shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::OpenFiles => const { &[with_command(Key::O)] },
            Self::TypePath => const { &[with_command(Key::L)] },
            Self::Export => const { &[with_command(Key::E)] },
            Self::Undo => const { &[with_command(Key::Z)] },
            Self::Redo => const { &[with_command_and_shift(Key::Z), with_command(Key::Y)] },
            Self::Find => const { &[with_command(Key::F)] },
            Self::Commands => const { &[with_command(Key::K), with_command(Key::P)] },
            Self::Show(Page::Compare) => const { &[with_command(Key::Num1)] },
            Self::Show(Page::Countries) => const { &[with_command(Key::Num2)] },
            Self::Show(Page::Cases) => const { &[with_command(Key::Num3)] },
            Self::Show(Page::Sources) => const { &[with_command(Key::Num4)] },
            Self::Show(Page::Problems) => const { &[with_command(Key::Num5)] },
            Self::ShowEverything | Self::TakeOffPins | Self::Use(_) => &[],
        }
    }

    /// The keys as they are shown: "Ctrl+O". Empty where there are none.
    pub fn shortcut_text(self, ctx: &egui::Context) -> String {
        self.shortcuts()
            .first()
            .map(|shortcut| ctx.format_shortcut(shortcut))
            .unwrap_or_default()
    }

    /// The tooltip with the keys.
    pub fn tooltip_with_keys(self, ctx: &egui::Context) -> String {
        let keys = self.shortcut_text(ctx);
        if keys.is_empty() {
            self.tooltip().to_owned()
        } else {
            format!("{} ({keys})", self.tooltip())
        }
    }

    /// What carries it out; `None` for what the window does itself and the state need not know.
    pub fn command(self) -> Option<Command> {
        match self {
            Self::OpenFiles => Some(Command::PickFiles),
            Self::TypePath => Some(Command::TypePath(String::new())),
            Self::Export => Some(Command::ShowExport),
            Self::Undo => Some(Command::Undo),
            Self::Redo => Some(Command::Redo),
            Self::ShowEverything => Some(Command::LookAt(None)),
            Self::TakeOffPins => Some(Command::TakeOffPins),
            Self::Show(page) => Some(Command::Show(page)),
            Self::Use(theme) => Some(Command::SetTheme(theme)),
            Self::Find | Self::Commands => None,
        }
    }

    /// Whether it would do anything now.
    pub fn is_enabled(self, state: &State) -> bool {
        match self {
            Self::Undo => state.can_undo(),
            Self::Redo => state.can_redo(),
            Self::ShowEverything => state.view.zoom.is_some(),
            Self::TakeOffPins => !state.view.pinned.is_empty(),
            Self::Export => !state.atlas.operations.is_empty(),
            Self::OpenFiles
            | Self::TypePath
            | Self::Find
            | Self::Commands
            | Self::Show(_)
            | Self::Use(_) => true,
        }
    }

    /// Whether the keys belong to a text field while one has the cursor.
    pub(super) fn yields_to_text(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }
}

/// The icon of a page.
pub fn page_icon(page: Page) -> &'static str {
    match page {
        Page::Compare => icons::CHART_BAR_HORIZONTAL,
        Page::Countries => icons::GLOBE,
        Page::Cases => icons::FILE_TEXT,
        Page::Sources => icons::NEWSPAPER,
        Page::Problems => icons::WARNING,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_keys_or_words() {
        for (place, action) in Action::ALL.into_iter().enumerate() {
            for other in Action::ALL.into_iter().skip(place + 1) {
                assert_ne!(action.text(), other.text());
                for keys in action.shortcuts() {
                    assert!(
                        !other.shortcuts().contains(keys),
                        "{action:?} and {other:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn every_page_and_every_theme_is_an_action() {
        for page in Page::ALL {
            assert!(Action::ALL.contains(&Action::Show(page)));
        }
        for theme in Theme::ALL {
            assert!(Action::ALL.contains(&Action::Use(theme)));
        }
    }
}
