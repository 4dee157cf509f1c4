//! The help: what signs mean, shortcuts, the format of a dataset, about Opatlas.

use std::collections::BTreeMap;

use crate::query::measure::Statement;
use crate::words::{DrawnBy, LegendSign, counted};

/// The help, for those who hear the window.
pub const NAME: &str = "Help";
/// Its parts, for those who hear the window.
pub const PARTS: &str = "Parts of the help";
/// Closes it.
pub const CLOSE: &str = "Close the help";
/// What signs mean.
pub const SIGNS: &str = "Signs";
/// The keys.
pub const SHORTCUTS: &str = "Shortcuts";
/// The format of a dataset.
pub const FORMAT: &str = "Format";
/// About the program.
pub const ABOUT: &str = "About";

/// A sign as it stands in a picture, and what it means.
#[derive(Debug, Clone, Copy)]
pub struct Explained {
    /// How it is drawn.
    pub sign: LegendSign,
    /// As it stands beside a mark.
    pub example: &'static str,
    /// What it means, and what a mark of it looks like.
    pub meaning: &'static str,
}

const fn explained(sign: LegendSign, example: &'static str, meaning: &'static str) -> Explained {
    Explained {
        sign,
        example,
        meaning,
    }
}

/// Before the signs.
pub const SIGNS_INTRODUCTION: &str =
    "Every number is shown as its source stated it. A bar ends as firmly as the number does.";

/// The signs, those met most often first.
pub const EXPLAINED: [Explained; 10] = [
    explained(
        LegendSign::Up,
        "> 1,800  ≥ 178",
        "More than, at least: it goes on past its end in slices.",
    ),
    explained(
        LegendSign::Around,
        "≈ 430",
        "About: hatched on both sides of its end; it may be more or less.",
    ),
    explained(
        LegendSign::Below,
        "nearly 8 million",
        "Nearly: hatched before its end; it is a little less.",
    ),
    explained(
        LegendSign::Down,
        "≤ 6,000",
        "Up to: hatched all along; it may be anything from nothing up.",
    ),
    explained(
        LegendSign::Within,
        "40–60",
        "Between two numbers: hatched from the one to the other.",
    ),
    explained(
        LegendSign::Dispute,
        "2,517 *",
        "Sources state numbers that cannot all be true. A click shows each of them.",
    ),
    explained(
        LegendSign::Statement(Statement::Unnumbered),
        "thousands",
        "Stated without a number, so there is no bar.",
    ),
    explained(
        LegendSign::Statement(Statement::NotReported),
        "not reported",
        "No open source states it. That is not 0.",
    ),
    explained(
        LegendSign::Statement(Statement::NotApplicable),
        "not applicable",
        "It cannot be counted in that operation, and a source or the dataset says why.",
    ),
    explained(
        LegendSign::Statement(Statement::LeftOut),
        "left out",
        "A file states it, but a problem in the file keeps it from being used.",
    ),
];

/// Under the signs: what can be done with a mark.
pub const SIGNS_USE: &str = "A click on a mark or a number opens what it rests on. A pin keeps one operation’s colour and turns the others grey.";

/// Over the keys that are no command.
pub const KEYS_ALSO: &str = "Everywhere";

/// Keys that are no command, and what they do.
pub const KEYS: [(&str, &str); 6] = [
    ("Esc", "Close what lies on top, or go back one step"),
    (
        "Tab",
        "Go to the next control; with Shift to the one before",
    ),
    (
        "F6",
        "Go to the next part of the window; with Shift to the one before",
    ),
    ("Arrows", "Move inside a list, a table or the chart"),
    ("Enter", "Open what has the focus"),
    (
        "+ −",
        "Look closer at a scatter or timeline, and from farther away",
    ),
];

/// Keys, of which any will do.
pub fn keys(keys: &[String]) -> String {
    keys.join(" or ")
}

/// Before the format.
pub const FORMAT_INTRODUCTION: &str = "A dataset is a text file. This is all that may stand in one, with what it means; what is not marked “Needed” may be left out.";
/// Copies the format.
pub const COPY: &str = "Copy";
/// What was copied, in the status line.
pub const THE_FORMAT: &str = "the format";
/// For those who hear what the button copies.
pub const COPY_FORMAT: &str = "Copy the format";
/// Where the manual could not be had.
pub const NO_MANUAL: &str = "“opatlas new FILE” writes a starter that explains the format.";

/// What the program is for.
pub const PURPOSE: &str = "Opatlas compares international police operations against trafficking and smuggling, and keeps every number as its source stated it.";

/// The version, and what draws the window.
pub fn version(drawn_by: Option<DrawnBy>) -> String {
    let drawn_by = drawn_by.map(|by| format!(", drawn by {}", by.name()));
    let drawn_by = drawn_by.unwrap_or_default();
    format!("Version {}{drawn_by}", env!("CARGO_PKG_VERSION"))
}

/// Over where the figures come from.
pub const FIGURES: &str = "Figures";

/// Where the figures come from.
pub fn data(sources: usize) -> String {
    if sources == 0 {
        "No figures are open.".to_owned()
    } else {
        format!(
            "The figures that are open come from {}. The texts of the built-in datasets are our own.",
            counted(sources, "publication", "publications")
        )
    }
}

/// Leads to the Sources page.
pub const SHOW_SOURCES: &str = "Show the sources";

/// What is said about the program, with a heading each.
pub const ABOUT_PARTS: [(&str, &str); 3] = [
    (
        "Your data stays here",
        "Opatlas never uses the network: nothing is fetched, counted or sent. It reads the files you open, and writes where you say. It speaks only with your own desktop, for windows, file dialogs and screen readers. A source’s address opens in your browser when you click it.",
    ),
    (
        "Licences",
        "Opatlas: MIT or Apache 2.0, as you choose. IBM Plex Sans and its sisters: SIL Open Font License 1.1. Phosphor icons: MIT.",
    ),
    (
        "Countries",
        "Codes and names are those of ISO 3166-1, with XKX for Kosovo, regions those of the United Nations. Neither takes a position on the status of a territory.",
    ),
];

/// Over what others made that is in the program.
pub const MADE_WITH: &str = "Made with";
/// Before it.
pub const MADE_WITH_NOTE: &str = "These parts are by others, each under a licence that allows it. The packages hold the texts of all of these licences, in THIRD-PARTY.txt.";

/// Every crate that is compiled in, a line each: its name and its licence.
const CRATES: &str = include_str!("../../../assets/licences/crates.txt");

/// What others made that is in the program: licences with names, those of most first.
pub fn made_with() -> Vec<[String; 2]> {
    let mut by_licence: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (name, licence) in CRATES.lines().filter_map(|line| line.split_once(' ')) {
        by_licence.entry(licence).or_default().push(name);
    }
    let mut all: Vec<(&str, Vec<&str>)> = by_licence.into_iter().collect();
    all.sort_by_key(|(_, names)| std::cmp::Reverse(names.len()));
    all.into_iter()
        .map(|(licence, names)| {
            let licence = licence.replace(" OR ", " or ").replace(" AND ", " and ");
            [licence, names.join(", ")]
        })
        .collect()
}
