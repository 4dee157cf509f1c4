//! The Compare page: choices, the strip over the picture, the picture's surroundings.

use crate::words::names::counted;

/// The part of the page where it is chosen what is compared.
pub const CHOICES: &str = "Choices";
/// What is counted.
pub const FIGURES: &str = "Figures";
/// What is compared.
pub const OPERATIONS: &str = "Operations";
/// Folds the choices.
pub const FOLD_CHOICES: &str = "Fold the choices away";
/// Unfolds the choices.
pub const UNFOLD_CHOICES: &str = "Show the choices beside the picture";
/// The strip over the picture.
pub const STRIP: &str = "Chart";
/// The hint in the search of figures.
pub const SEARCH_FIGURES: &str = "Name or unit";
/// The hint in the search of operations.
pub const SEARCH_OPERATIONS: &str = "Name, family or year";
/// Where nothing is found by what was typed.
pub const NO_FIGURE: &str = "No figure matches";
/// Where nothing is found by what was typed.
pub const NO_OPERATION: &str = "No operation matches";
/// Where there is no figure to choose.
pub const NO_FIGURE_REPORTED: &str = "No chosen operation reports a figure";
/// Where there is no operation to choose.
pub const NO_OPERATION_OPEN: &str = "The open files tell of no operation";
/// Chooses all.
pub const ALL: &str = "All";
/// Chooses none.
pub const NONE: &str = "None";
/// What choosing all figures does.
pub const ALL_FIGURES: &str = "Compare by every reported figure";
/// What choosing no figure does.
pub const NO_FIGURES: &str = "Compare by no figure";
/// What choosing no operation does.
pub const NO_OPERATIONS: &str = "Compare no operation";
/// Shows nothing beside it.
pub const ONLY: &str = "Only";
/// Compares exactly the operations of a family.
pub const COMPARE_ALL: &str = "Compare all";
/// Takes a pin off.
pub const UNPIN: &str = "Take the pin off";
/// The axes of a scatter.
pub const AXES: [&str; 2] = ["x", "y"];
/// Brings something to compare where nothing is chosen.
pub const COMPARE_TWO: &str = "Compare the two latest operations";
/// The title and subtitle of the picture.
pub const TITLES: &str = "Title…";
/// What stands over the titles.
pub const TITLES_NAME: &str = "Title and subtitle of the picture";
/// A title of one's own.
pub const TITLE: &str = "Title";
/// A subtitle of one's own.
pub const SUBTITLE: &str = "Subtitle";
/// What an empty title means.
pub const TITLE_HINT: &str = "Written from what is chosen";
/// Whether the title is the headline.
pub const HEADLINE: &str = "Say what the figures show";
/// What a headline as title means.
pub const HEADLINE_MEANS: &str = "The title is one sentence on what the figures show, where one is certain, and follows what is chosen";
/// Why there is no headline.
pub const OWN_TITLE: &str = "The title is your own; empty it first";
/// Shows all of a chart that is looked at closer.
pub const EVERYTHING: &str = "Show everything";
/// What that does.
pub const EVERYTHING_MEANS: &str = "Show the whole chart again";
/// How a chart is looked at closer.
pub const HOW_TO_LOOK: &str =
    "Drag over the chart or turn the wheel to look closer; a double click shows everything";
/// What stands over the remarks.
pub const HOW_COMPARABLE: &str = "How comparable are these?";
/// The kinds of charts, as a menu and as a group.
pub const KINDS: &str = "Kind of chart";
/// Takes the table out of the picture's place.
pub const PICTURE: &str = "Picture";
/// What that does.
pub const PICTURE_MEANS: &str = "Show the picture again in place of the table";
/// The panel beside the picture, hidden.
pub const SHOW_PANEL: &str = "Show figures, countries and cases beside the picture";
/// The panel beside the picture, shown.
pub const HIDE_PANEL: &str = "Hide figures, countries and cases";
/// The order of operations.
pub const SORT_BY: &str = "Sort by";
/// Sorted by the first day.
pub const BY_DATE: [&str; 2] = ["Date", "Sort the chosen operations by date"];
/// Sorted by name.
pub const BY_NAME: [&str; 2] = ["Name", "Sort the chosen operations by name"];
/// Sorted by the first figure.
pub const BY_VALUE: [&str; 2] = ["Value", "Sort the chosen operations by their first figure"];

/// A part of the choices with how many are chosen in it: "Figures (2)".
pub fn part(name: &str, chosen: usize) -> String {
    format!("{name} ({chosen})")
}

/// How many are chosen of how many: "2 of 16".
pub fn chosen_of(chosen: usize, all: usize) -> String {
    format!("{chosen} of {all}")
}

/// What showing one figure alone is called.
pub fn only(name: &str) -> String {
    format!("Only {name}")
}

/// What comparing exactly a family is called.
pub fn compare_all(family: &str) -> String {
    format!("Compare all operations of {family}")
}

/// What a figure means, and what the Enter key does on it.
pub fn or_alone(definition: &str) -> String {
    format!("{definition} Enter compares by it alone.")
}

/// How many remarks there are: "2 remarks".
pub fn remarks(count: usize) -> String {
    counted(count, "remark", "remarks")
}

/// The measure chosen, for those who hear it.
pub fn measure(name: &str) -> String {
    format!("Measure: {name}")
}

/// The kind of chart chosen, for those who hear it.
pub fn kind(name: &str) -> String {
    format!("Kind of chart: {name}")
}

/// By what a map is filled, for those who hear it.
pub fn filled(name: &str) -> String {
    format!("{name}: fill of the map")
}

/// Takes off what countries are narrowed to: "Only Spain and Morocco: show every country again".
pub fn clear_only(only: &str) -> String {
    format!("{only}: show every country again")
}

/// Takes back the choice of a country or case.
pub fn clear(name: &str) -> String {
    format!("{name}: show all alike again")
}

/// What a title or subtitle of one's own is called for those who hear it.
pub fn of_the_picture(name: &str) -> String {
    format!("{name} of the picture")
}

/// A title that is no longer than a button can be.
pub fn in_short(title: &str) -> String {
    const LONGEST: usize = 28;
    match title.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", title.get(..end).unwrap_or(title).trim_end()),
        None => title.to_owned(),
    }
}
