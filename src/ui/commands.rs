//! Everything the window can be asked to do by name: what it is called, what it is for, which
//! keys ask for it and which command carries it out, side by side.

use eframe::egui;
use egui::{Key, KeyboardShortcut, Modifiers};

use crate::chart;
use crate::draw::icons;
use crate::query::comparison::Comparison;
use crate::query::countries::Fill;
use crate::query::kind::Kind;
use crate::query::measure::Measure;
use crate::state::{Add, Arrangement, Command, CountriesAs, Page, State, Tab, Theme};
use crate::words::WhyNotDrawn;
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
    /// Add to a dataset.
    Add,
    /// See what changed in a dataset.
    Changes,
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
    /// Show a tab of the panel beside the picture.
    Beside(Tab),
    /// Fold the choices away, or show them beside the picture.
    FoldChoices,
    /// Fold the panel away, or show it beside the picture.
    FoldPanel,
    /// Have the table of figures take the picture's place, or the picture the table's.
    FullTable,
    /// Compare in a kind of chart.
    Draw(Kind),
    /// Compare by a measure.
    By(Measure),
    /// Show the countries as a list, a grid or a map.
    List(CountriesAs),
    /// Fill maps by something.
    Fill(Fill),
    /// Choose the window's colours.
    Use(Theme),
}

const fn with_command(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn with_command_and_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn with_alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

impl Action {
    /// Those that are one of nothing.
    const SINGLE: [Self; 17] = [
        Self::OpenFiles,
        Self::TypePath,
        Self::NewStarter,
        Self::OpenEmbedded,
        Self::Add,
        Self::Changes,
        Self::Export,
        Self::Undo,
        Self::Redo,
        Self::ShowEverything,
        Self::TakeOffPins,
        Self::FullTable,
        Self::FoldChoices,
        Self::FoldPanel,
        Self::Find,
        Self::Commands,
        Self::Help,
    ];

    /// Every action, in the order of the search.
    pub fn all() -> impl Iterator<Item = Self> {
        let pages = Page::ALL.into_iter().map(Self::Show);
        pages
            .chain(Self::SINGLE)
            .chain(Theme::ALL.map(Self::Use))
            .chain(Tab::ALL.map(Self::Beside))
            .chain(Kind::ALL.map(Self::Draw))
            .chain(Measure::ALL.map(Self::By))
            .chain(CountriesAs::ALL.map(Self::List))
            .chain(Fill::ALL.map(Self::Fill))
    }

    /// Those that open something.
    pub const OPENING: [Self; 6] = [
        Self::OpenFiles,
        Self::TypePath,
        Self::OpenEmbedded,
        Self::NewStarter,
        Self::Add,
        Self::Changes,
    ];

    /// What it is called and what it is for, and its icon.
    fn row(self) -> (Told, &'static str) {
        match self {
            Self::OpenFiles => (words::OPEN_FILES, icons::FOLDER_OPEN),
            Self::TypePath => (words::TYPE_PATH, icons::PENCIL),
            Self::NewStarter => (words::NEW_STARTER, icons::FILE_PLUS),
            Self::OpenEmbedded => (words::OPEN_EMBEDDED, icons::DATABASE),
            Self::Add => (words::ADD, icons::FILE_PLUS),
            Self::Changes => (words::CHANGES, icons::ARROWS_LEFT_RIGHT),
            Self::Export => (words::EXPORT, icons::EXPORT),
            Self::Undo => (words::UNDO, icons::ARROW_COUNTER_CLOCKWISE),
            Self::Redo => (words::REDO, icons::ARROW_CLOCKWISE),
            Self::ShowEverything => (words::SHOW_EVERYTHING, icons::MAGNIFYING_GLASS),
            Self::TakeOffPins => (words::TAKE_OFF_PINS, icons::PUSH_PIN),
            Self::Find => (words::FIND, icons::MAGNIFYING_GLASS),
            Self::Commands => (words::SEARCH, icons::MAGNIFYING_GLASS),
            Self::Help => (words::HELP, icons::QUESTION),
            Self::FullTable => (words::FULL_TABLE, icons::ARROWS_OUT),
            Self::FoldChoices => (words::FOLD_CHOICES, icons::LIST),
            Self::FoldPanel => (words::FOLD_PANEL, icons::SIDEBAR),
            Self::Beside(Tab::Figures) => (words::FIGURES_BESIDE, icons::GRID_NINE),
            Self::Beside(Tab::Countries) => (words::COUNTRIES_BESIDE, icons::GLOBE),
            Self::Beside(Tab::Cases) => (words::CASES_BESIDE, icons::FILE_TEXT),
            Self::Draw(kind) => (words::told(kind.name(), kind.meaning()), kind_icon(kind)),
            Self::By(measure) => (
                words::told(measure.name(), measure.meaning()),
                icons::SLIDERS,
            ),
            Self::List(CountriesAs::List) => (words::COUNTRIES_AS_LIST, icons::LIST),
            Self::List(CountriesAs::Grid) => (words::COUNTRIES_AS_GRID, icons::TABLE),
            Self::List(CountriesAs::Map) => (words::COUNTRIES_AS_MAP, icons::GLOBE),
            Self::Fill(fill) => (words::told(fill.name(), fill.meaning()), icons::GLOBE),
            Self::Use(Theme::System) => (words::SYSTEM_COLOURS, icons::SUN),
            Self::Use(Theme::Light) => (words::LIGHT_COLOURS, icons::SUN),
            Self::Use(Theme::Dark) => (words::DARK_COLOURS, icons::MOON),
            Self::Show(Page::Compare) => (words::COMPARE, icons::CHART_BAR_HORIZONTAL),
            Self::Show(Page::Countries) => (words::COUNTRIES, icons::GLOBE),
            Self::Show(Page::Cases) => (words::CASES, icons::FILE_TEXT),
            Self::Show(Page::Sources) => (words::SOURCES, icons::NEWSPAPER),
            Self::Show(Page::Problems) => (words::PROBLEMS, icons::WARNING),
        }
    }

    /// Its name on buttons and in menus; it ends in "…" where more is asked.
    pub fn text(self) -> &'static str {
        self.row().0.name
    }

    /// What it is for, in one line.
    pub fn tooltip(self) -> &'static str {
        self.row().0.meaning
    }

    /// What it is one of, where its name alone does not say; else empty.
    pub fn one_of(self) -> &'static str {
        if let Self::Draw(_) = self {
            words::KIND
        } else if let Self::By(_) = self {
            words::MEASURE
        } else if let Self::Beside(_) = self {
            words::BESIDE
        } else if let Self::Fill(_) = self {
            words::FILL
        } else {
            ""
        }
    }

    /// The icon that stands beside its name.
    pub fn icon(self) -> &'static str {
        self.row().1
    }

    /// The keys that ask for it; the first are the ones shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::OpenFiles => const { &[with_command(Key::O)] },
            Self::TypePath => const { &[with_command(Key::L)] },
            Self::Add => const { &[with_command_and_shift(Key::A)] },
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
            Self::FullTable => const { &[with_command(Key::T)] },
            Self::FoldChoices => const { &[with_command(Key::B)] },
            Self::FoldPanel => const { &[with_command(Key::J)] },
            Self::Beside(Tab::Figures) => const { &[with_alt(Key::Num1)] },
            Self::Beside(Tab::Countries) => const { &[with_alt(Key::Num2)] },
            Self::Beside(Tab::Cases) => const { &[with_alt(Key::Num3)] },
            Self::NewStarter
            | Self::Changes
            | Self::OpenEmbedded
            | Self::ShowEverything
            | Self::TakeOffPins
            | Self::Draw(_)
            | Self::By(_)
            | Self::List(_)
            | Self::Fill(_)
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

    /// What carries it out; empty for what the window does itself and the state need not know.
    pub fn commands(self, state: &State) -> Vec<Command> {
        let on_compare = |command| vec![Command::Show(Page::Compare), command];
        let arranged = |arrangement| on_compare(Command::Arrange(arrangement));
        let now = state.view.arrangement;
        let countries_as = |shown_as| {
            let page = Command::Show(Page::Countries);
            vec![page, Command::ShowCountriesAs(shown_as)]
        };
        match self {
            Self::OpenFiles => vec![Command::PickFiles],
            Self::TypePath => vec![Command::TypePath(String::new())],
            Self::NewStarter => vec![Command::PickStarter],
            Self::OpenEmbedded => vec![Command::OpenEmbedded],
            Self::Add => vec![Command::Add(Add::Show)],
            Self::Changes => state.see_changes().into_iter().collect(),
            Self::Export => vec![Command::ShowExport],
            Self::Undo => vec![Command::Undo],
            Self::Redo => vec![Command::Redo],
            Self::ShowEverything => vec![Command::LookAt(None)],
            Self::TakeOffPins => vec![Command::TakeOffPins],
            Self::Show(page) => vec![Command::Show(page)],
            Self::Use(theme) => vec![Command::SetTheme(theme)],
            Self::Draw(kind) => on_compare(Command::SetKind(kind)),
            Self::By(measure) => on_compare(Command::SetMeasure(measure)),
            Self::List(shown_as) => countries_as(shown_as),
            Self::Fill(fill) => {
                let compares = state.view.page == Page::Compare && state.view.kind == Kind::Map;
                let shows = (!compares).then(|| countries_as(CountriesAs::Map));
                let shows = shows.into_iter().flatten();
                shows.chain([Command::FillMaps(fill)]).collect()
            }
            Self::FullTable => arranged(Arrangement {
                table_full: !now.table_full,
                ..now
            }),
            Self::FoldChoices => arranged(Arrangement {
                choices_folded: !now.choices_folded,
                ..now
            }),
            Self::Beside(tab) => {
                let mut commands = arranged(Arrangement {
                    panel_folded: false,
                    table_full: now.table_full && tab != Tab::Figures,
                    ..now
                });
                commands.extend([Command::LayPanelOver(true), Command::ShowTab(tab)]);
                commands
            }
            Self::FoldPanel | Self::Find | Self::Commands | Self::Help => Vec::new(),
        }
    }

    /// Why a kind of chart or a measure cannot be chosen now.
    pub fn why_not(self, state: &State) -> Option<WhyNotDrawn> {
        let comparison = state.view.comparison.clone();
        let (kind, shown) = if let Self::Draw(kind) = self {
            (kind, comparison.for_kind(kind, &state.atlas))
        } else if let Self::By(measure) = self {
            let shown = Comparison {
                measure,
                ..comparison
            };
            (state.view.kind, shown)
        } else {
            return None;
        };
        chart::why_not(kind, &state.atlas, &shown)
    }

    /// Whether it would do anything now.
    pub fn is_enabled(self, state: &State) -> bool {
        match self {
            Self::Undo => state.can_undo(),
            Self::Redo => state.can_redo(),
            Self::ShowEverything => state.view.zoom.is_some(),
            Self::TakeOffPins => !state.view.pinned.is_empty(),
            // A file would show as written what is not.
            Self::Export => !state.atlas.operations.is_empty() && !state.adding.is_provisional(),
            Self::OpenEmbedded => !state.has_embedded(),
            Self::Changes => state.own_files().next().is_some(),
            Self::FullTable
            | Self::FoldChoices
            | Self::FoldPanel
            | Self::Beside(_)
            | Self::List(_)
            | Self::Fill(_) => !state.atlas.operations.is_empty(),
            Self::Draw(_) | Self::By(_) => {
                !state.atlas.operations.is_empty() && self.why_not(state).is_none()
            }
            Self::OpenFiles
            | Self::TypePath
            | Self::NewStarter
            | Self::Add
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

/// What stands for a kind of chart.
fn kind_icon(kind: Kind) -> &'static str {
    match kind {
        Kind::Bars => icons::CHART_BAR_HORIZONTAL,
        Kind::Change => icons::ARROWS_LEFT_RIGHT,
        Kind::Ranking => icons::RANKING,
        Kind::Dots => icons::SLIDERS,
        Kind::Timeline => icons::CALENDAR_BLANK,
        Kind::Scatter => icons::CHART_SCATTER,
        Kind::Coverage => icons::GRID_NINE,
        Kind::Grid => icons::TABLE,
        Kind::Map => icons::GLOBE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_keys_or_words() {
        let words = |action: Action| (action.text(), action.one_of());
        for (place, action) in Action::all().enumerate() {
            for other in Action::all().skip(place + 1) {
                assert_ne!(words(action), words(other));
                for keys in action.shortcuts() {
                    assert!(
                        !other.shortcuts().contains(keys),
                        "{action:?} and {other:?}"
                    );
                }
            }
        }
    }
}
