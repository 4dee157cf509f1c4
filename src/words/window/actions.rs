//! What the window can be asked to do by name: what each is called, and what it is for.

use super::pages;

/// An action in words.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// Its name on buttons and in menus; it ends in "…" where more is asked.
    pub name: &'static str,
    /// What it is for, in one line.
    pub meaning: &'static str,
}

/// An action by its name and what it is for.
pub const fn told(name: &'static str, meaning: &'static str) -> Told {
    Told { name, meaning }
}

/// Pick datasets in a dialog.
pub const OPEN_FILES: Told = told("Open files…", "Pick one or more datasets in a dialog");
/// Open a dataset by its path.
pub const TYPE_PATH: Told = told(
    "Open by path…",
    "Open a dataset by its path, without a dialog",
);
/// Write a starter.
pub const NEW_STARTER: Told = told(
    "New starter…",
    "Write a small dataset that explains the format, and open it",
);
/// Add to a dataset.
pub const ADD: Told = told(
    "Add…",
    "Add figures, operations, cases and sources to a dataset, by a form or from a sheet",
);
/// What changed in a dataset.
pub const CHANGES: Told = told(
    "What changed…",
    "Compare a dataset of your own with an earlier state of it, or with another file",
);
/// Open the built-in datasets.
pub const OPEN_EMBEDDED: Told = told(
    "Open the built-in data",
    "Open the datasets that come with Opatlas",
);
/// Save a picture or table.
pub const EXPORT: Told = told("Export…", "Save the picture or a table to a file");
/// Take back the last choice.
pub const UNDO: Told = told("Undo", "Take back the last choice");
/// Make it again.
pub const REDO: Told = told("Redo", "Make the choice taken back again");
/// Show the whole chart.
pub const SHOW_EVERYTHING: Told = told(
    "Show the whole chart",
    "Zoom out and show everything: leave the part of the chart looked at closer",
);
/// Take off every pin.
pub const TAKE_OFF_PINS: Told = told("Take off all pins", "Every operation has its colour again");
/// The table in the picture's place, or the picture in the table's.
pub const FULL_TABLE: Told = told(
    "Table or picture",
    "Show the table of figures in the picture’s place, or the picture again",
);
/// The choices, folded or not.
pub const FOLD_CHOICES: Told = told(
    "Fold or show the choices",
    "Figures and operations to choose, beside the picture or under buttons over it",
);
/// The panel, folded or not.
pub const FOLD_PANEL: Told = told(
    "Fold or show the panel",
    "Figures, countries and cases beside the picture",
);
/// A tab of the panel.
pub const FIGURES_BESIDE: Told = told("Figures beside the picture", "The figures as a table");
/// A tab of the panel.
pub const COUNTRIES_BESIDE: Told = told(
    "Countries beside the picture",
    "Who took part in what is compared",
);
/// A tab of the panel.
pub const CASES_BESIDE: Told = told("Cases beside the picture", "The cases of what is compared");
/// How the Countries page shows them.
pub const COUNTRIES_AS_LIST: Told = told(
    "Countries as a list",
    "Who took part in what, country by country, to sort and narrow",
);
/// See [`COUNTRIES_AS_LIST`].
pub const COUNTRIES_AS_GRID: Told = told(
    "Countries as a grid",
    "Who took part in what on a page, by region, to export",
);
/// See [`COUNTRIES_AS_LIST`].
pub const COUNTRIES_AS_MAP: Told = told(
    "Countries on a map",
    "Who took part in how many operations, on a map of the world",
);
/// What a fill of maps is one of.
pub const FILL: &str = "Fill of maps";
/// What a kind of chart is one of.
pub const KIND: &str = "Kind of chart";
/// What a measure is one of.
pub const MEASURE: &str = "Measure";
/// What a tab of the panel is one of.
pub const BESIDE: &str = "Panel";
/// Search the page.
pub const FIND: Told = told("Search this page", "Put the cursor into this page’s search");
/// Search everything.
pub const SEARCH: Told = told(
    "Search everything…",
    "Countries, operations, figures, numbers, cases, sources and commands",
);
/// Help.
pub const HELP: Told = told(
    "Help",
    "Signs, shortcuts, the format of a dataset, and about Opatlas",
);
/// What the Compare page shows.
pub const COMPARE: Told = told(
    pages::COMPARE,
    "Operations side by side, as a chart and a table",
);
/// What the Countries page shows.
pub const COUNTRIES: Told = told(
    pages::COUNTRIES,
    "Which countries took part in which operation",
);
/// What the Cases page shows.
pub const CASES: Told = told(pages::CASES, "The cases one by one");
/// What the Sources page shows.
pub const SOURCES: Told = told(pages::SOURCES, "The publications and what they support");
/// What the Problems page shows.
pub const PROBLEMS: Told = told(pages::PROBLEMS, "What is wrong in the open files");
/// Colours as the system has them.
pub const SYSTEM_COLOURS: Told = told(
    "Colours as the system",
    "Light or dark, as the system has it",
);
/// Light colours.
pub const LIGHT_COLOURS: Told = told("Light colours", "Dark on light");
/// Dark colours.
pub const DARK_COLOURS: Told = told("Dark colours", "Light on dark");

/// What it is for, with the keys that ask for it.
pub fn with_keys(meaning: &str, keys: &str) -> String {
    if keys.is_empty() {
        meaning.to_owned()
    } else {
        format!("{meaning} ({keys})")
    }
}
