//! Everything the window can be asked to do by name: what it is called, what it is for, which
//! keys ask for it and which command carries it out, side by side.

use eframe::egui;
use egui::{Key, KeyboardShortcut, Modifiers};

use crate::draw::icons;
use crate::state::{Command, Page, State, Theme};
use crate::words::window::actions::{self as words, Told};

/// Something the window can be asked to do by name: from a button, a menu, the finder or
/// the keyboard. Closed: adding one is a compile error wherever it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Pick datasets in a dialog.
    OpenFiles,
    /// Open a dataset by its path.
    TypePath,
    /// Write a starter.
    NewStarter,
    /// Open the built-in datasets.
    OpenEmbedded,
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
    /// Show the help.
    Help,
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
    /// Every action, in the order of the search.
    pub const ALL: [Self; 20] = [
        Self::Show(Page::Compare),
        Self::Show(Page::Countries),
        Self::Show(Page::Cases),
        Self::Show(Page::Sources),
        Self::Show(Page::Problems),
        Self::OpenFiles,
        Self::TypePath,
        Self::NewStarter,
        Self::OpenEmbedded,
        Self::Export,
        Self::Undo,
        Self::Redo,
        Self::ShowEverything,
        Self::TakeOffPins,
        Self::Find,
        Self::Commands,
        Self::Help,
        Self::Use(Theme::System),
        Self::Use(Theme::Light),
        Self::Use(Theme::Dark),
    ];

    /// Those that open something.
    pub const OPENING: [Self; 4] = [
        Self::OpenFiles,
        Self::TypePath,
        Self::NewStarter,
        Self::OpenEmbedded,
    ];

    /// What it is called and what it is for.
    fn told(self) -> Told {
        match self {
            Self::OpenFiles => words::OPEN_FILES,
            Self::TypePath => words::TYPE_PATH,
            Self::NewStarter => words::NEW_STARTER,
            Self::OpenEmbedded => words::OPEN_EMBEDDED,
            Self::Export => words::EXPORT,
            Self::Undo => words::UNDO,
            Self::Redo => words::REDO,
            Self::ShowEverything => words::SHOW_EVERYTHING,
            Self::TakeOffPins => words::TAKE_OFF_PINS,
            Self::Find => words::FIND,
            Self::Commands => words::SEARCH,
            Self::Help => words::HELP,
            Self::Show(page) => Told {
                name: page.name(),
                meaning: match page {
                    Page::Compare => words::COMPARE,
                    Page::Countries => words::COUNTRIES,
                    Page::Cases => words::CASES,
                    Page::Sources => words::SOURCES,
                    Page::Problems => words::PROBLEMS,
                },
            },
            Self::Use(Theme::System) => words::SYSTEM_COLOURS,
            Self::Use(Theme::Light) => words::LIGHT_COLOURS,
            Self::Use(Theme::Dark) => words::DARK_COLOURS,
        }
    }

    /// Its name on buttons and in menus; it ends in "…" where more is asked.
    pub fn text(self) -> &'static str {
        self.told().name
    }

    /// What it is for, in one line.
    pub fn tooltip(self) -> &'static str {
        self.told().meaning
    }

    /// The icon that stands beside its name.
    pub fn icon(self) -> &'static str {
        match self {
            Self::OpenFiles => icons::FOLDER_OPEN,
            Self::TypePath => icons::PENCIL,
            Self::NewStarter => icons::FILE_PLUS,
            Self::OpenEmbedded => icons::DATABASE,
            Self::Help => icons::QUESTION,
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
            Self::Help => const { &[KeyboardShortcut::new(Modifiers::NONE, Key::F1)] },
            Self::NewStarter
            | Self::OpenEmbedded
            | Self::ShowEverything
            | Self::TakeOffPins
            | Self::Use(_) => &[],
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
        words::with_keys(self.tooltip(), &self.shortcut_text(ctx))
    }

    /// What carries it out; `None` for what the window does itself and the state need not know.
    pub fn command(self) -> Option<Command> {
        match self {
            Self::OpenFiles => Some(Command::PickFiles),
            Self::TypePath => Some(Command::TypePath(String::new())),
            Self::NewStarter => Some(Command::PickStarter),
            Self::OpenEmbedded => Some(Command::OpenEmbedded),
            Self::Export => Some(Command::ShowExport),
            Self::Undo => Some(Command::Undo),
            Self::Redo => Some(Command::Redo),
            Self::ShowEverything => Some(Command::LookAt(None)),
            Self::TakeOffPins => Some(Command::TakeOffPins),
            Self::Show(page) => Some(Command::Show(page)),
            Self::Use(theme) => Some(Command::SetTheme(theme)),
            Self::Find | Self::Commands | Self::Help => None,
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
            Self::OpenEmbedded => !state.has_embedded(),
            Self::OpenFiles
            | Self::TypePath
            | Self::NewStarter
            | Self::Find
            | Self::Commands
            | Self::Help
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
