//! What the Countries page says: its counts, filters and key, what is known of a country in an
//! operation, and how far an answer is certain.

use crate::model::{Atlas, Country, Operation};
use crate::query::countries::{self, Answer, Cell, CountryChoice, Known, List, Standing, Wanted};
use crate::words::names::quotes_kept_together;
use crate::words::{beside_family, counted, list_gap, listed, listed_or_counted, listed_to_read};

/// In the empty search.
pub const SEARCH: &str = "Search countries";
/// The menu of regions.
pub const REGION: &str = "Region";
/// The menu of operations.
pub const TOOK_PART_IN: &str = "Took part in";
/// What the search counts, of one and of many.
pub const COUNTED: (&str, &str) = ("country", "countries");
/// Takes every filter off.
pub const CLEAR: (&str, &str) = ("Clear", "Clear search and choices");
/// Where no operation is open.
pub const NONE: (&str, &str) = ("No countries", "No dataset with operations is open.");
/// Where no country is named in what is open.
pub const NONE_NAMED: &str = "No country is named in the open datasets";
/// Where filters leave none.
pub const NO_MATCH: &str = "No country is known to match";
/// What was searched, where nothing was found.
pub const SEARCHED: &str = "Names, other names, codes and regions were searched.";
/// Takes every filter off, where nothing is found.
pub const SHOW_ALL: &str = "Show every country";

/// The heads of the columns that every table of countries has: what stands there and what it
/// sorts by.
pub const HEADS: [(&str, &str); 4] = [
    ("Country", "country"),
    ("Region", "region"),
    ("Took part", "operations taken part in"),
    ("Cases", "cases"),
];
/// Over operations a country took part in.
pub const TOLD_TOOK_PART: &str = "Took part in";
/// Over operations on whose complete list it is not.
pub const TOLD_NOT_LISTED: &str = "Not on the complete list of";
/// Over operations of which nobody can tell.
pub const TOLD_UNKNOWN: &str = "List unknown";

/// Sorts by what is known of an operation.
pub const TOOK_PART_FIRST: &str = "Those that took part first";
/// In the menu of an operation's head: what it is narrowed to, or not.
pub const WHETHER_OR_NOT: &str = "Every country";

impl Wanted {
    /// In the menu of an operation's head.
    pub fn offer(self) -> &'static str {
        match self {
            Self::InAll => "Only those that took part",
            Self::InAny => "Those in any operation so marked",
            Self::OnlyIn => "Those in no operation but those so marked",
            Self::InNone => "Only those that did not",
        }
    }

    /// On the chip that stands for it.
    pub fn chip(self, operation: &str) -> String {
        match self {
            Self::InAll => format!("In {operation}"),
            Self::InAny => format!("In any: {operation}"),
            Self::OnlyIn => format!("Only in {operation}"),
            Self::InNone => format!("Not in {operation}"),
        }
    }
}

/// As what the countries are shown: the group of buttons, and each.
pub const SHOWN_AS: &str = "Shown as";
/// See [`SHOWN_AS`].
pub const AS_LIST: [&str; 2] = ["List", "List of countries"];
/// See [`SHOWN_AS`].
pub const AS_GRID: [&str; 2] = ["Grid", "Grid for a page"];
/// See [`SHOWN_AS`].
pub const AS_MAP: [&str; 2] = ["Map", "Map of the world"];

/// The countries chosen, on a chip; `None` for none.
pub fn chosen(codes: &[String]) -> Option<String> {
    let names = codes.iter().filter_map(|code| Country::from_code(code));
    let names: Vec<&str> = names.map(Country::name).collect();
    let chosen = match names.len() {
        0 => return None,
        1..=4 => listed(&names),
        many => counted(many, "country", "countries"),
    };
    Some(format!("Chosen: {chosen}"))
}

/// What is wanted of operations, on the menu of these, with the key of the one that all took part
/// in: "Liberterra II", "Not in Weka", "3 operations"; `None` where nothing is.
pub fn took_part_in<'a>(atlas: &Atlas, choice: &'a CountryChoice) -> Option<(&'a str, String)> {
    let (id, wanted) = choice.operations.first_key_value()?;
    let name = atlas.operation(id).map_or(id.as_str(), |one| &one.name);
    Some(match (choice.operations.len(), wanted) {
        (1, Wanted::InAll) => (id, name.to_owned()),
        (1, Wanted::InAny | Wanted::OnlyIn | Wanted::InNone) => ("", wanted.chip(name)),
        (several, _) => ("", counted(several, "operation", "operations")),
    })
}

/// A row, of a country that is chosen.
pub fn row_chosen(row: &str) -> String {
    format!("{row}, chosen")
}

/// Takes a chip off.
pub fn take_off(chip: &str) -> String {
    format!("Take off: {chip}")
}

/// Opens what is known of an operation.
pub fn about(operation: &Operation) -> String {
    format!("About {}", operation.name)
}

/// Opens what is known of a country.
pub fn about_country(country: Country) -> String {
    format!("About {country}")
}

/// What a cell is about.
pub fn cell_title(country: Country, operation: &Operation) -> String {
    format!("{country} in {}", operation.name)
}

/// "156 countries: 154 known to have taken part, 2 only named in cases · of 16 operations 7
/// published no list, 2 an incomplete one".
pub fn counts(standings: &[Standing], lists: &[List]) -> String {
    let all = standings.iter().filter(|one| one.is_mentioned()).count();
    let part = standings
        .iter()
        .filter(|one| !one.took_part.is_empty())
        .count();
    let mut line = counted(all, "country", "countries");
    if part == all {
        line.push_str(" known to have taken part");
    } else {
        let rest = all - part;
        line = format!("{line}: {part} known to have taken part, {rest} only named in cases");
    }
    let of = |kind: List| lists.iter().filter(|list| **list == kind).count();
    let (missing, incomplete) = (of(List::Missing), of(List::Incomplete));
    let operations = counted(lists.len(), "operation", "operations");
    match (missing, incomplete) {
        (0, 0) => line,
        (_, 0) => format!("{line} · of {operations} {missing} published no list"),
        (0, _) => format!("{line} · of {operations} {incomplete} published an incomplete list"),
        _ => format!(
            "{line} · of {operations} {missing} published no list, {incomplete} an incomplete one"
        ),
    }
}

impl List {
    /// Under the name of an operation whose list leaves something open; empty for the others.
    pub fn in_head(self) -> &'static str {
        match self {
            Self::Complete => "",
            Self::Incomplete => "partial",
            Self::Missing => "no list",
        }
    }
}

/// What stands in an operation's head under its family: what its name adds to the family's, and
/// its year where the name does not tell it.
pub fn head_lines(operation: &Operation) -> (String, String) {
    let name = operation.name.as_str();
    let rest = beside_family(operation);
    let year = operation.days.map(|days| days.first.year().to_string());
    match (rest.is_empty(), year) {
        (true, Some(year)) => (year, String::new()),
        (true, None) => (name.to_owned(), String::new()),
        (false, Some(year)) if !rest.contains(&year) => (rest.to_owned(), year),
        (false, _) => (rest.to_owned(), String::new()),
    }
}

/// The head of an operation, said in full: "Liberterra III, 2025, 119 countries counted, no list
/// published".
pub fn head(atlas: &Atlas, operation: &Operation, list: List) -> String {
    let mut parts = vec![operation.name.clone()];
    parts.extend(operation.days.map(|days| days.first.year().to_string()));
    if let Some(report) = atlas.preferred(&operation.countries.count) {
        parts.push(format!("{} countries counted", report.quantity.short()));
    }
    parts.push(list.words().to_owned());
    parts.join(", ")
}

/// What is known of a country in an operation, in sentences.
pub fn cell(atlas: &Atlas, operation: &Operation, cell: Cell) -> String {
    let gap = || list_gap(atlas, operation).unwrap_or_default();
    let known = match cell.known {
        Known::Host => "Took part: it hosted a coordination unit.".to_owned(),
        Known::Listed => "Took part: it is on the list.".to_owned(),
        Known::NotListed => "Not on the list, which is complete.".to_owned(),
        Known::NotAmongListed => format!("Not on the list, which proves nothing: {}.", gap()),
        Known::NoList => format!("Unknown: {}.", gap()),
    };
    if cell.named {
        format!("{known} Named in a case.")
    } else {
        known
    }
}

/// How far an answer about operations is certain: "At least 12 countries for certain. Of 131 others
/// nobody can tell: the lists of Weka and Liberterra III are missing or incomplete."; `None` where nothing is left open.
pub fn left_open(atlas: &Atlas, answer: &Answer) -> Option<String> {
    let names: Vec<&str> = answer
        .because
        .iter()
        .filter_map(|place| Some(atlas.operations.get(*place)?.name.as_str()))
        .collect();
    (!answer.open.is_empty()).then(|| {
        let shown = match answer.shown.len() {
            0 => "No country".to_owned(),
            some => format!("At least {}", counted(some, "country", "countries")),
        };
        let (lists, are) = match names.len() {
            1 => ("list", "is"),
            _ => ("lists", "are"),
        };
        format!(
            "{shown} for certain. Of {} nobody can tell: the {lists} of {} {are} missing or incomplete.",
            counted(answer.open.len(), "other", "others"),
            listed_or_counted(&names),
        )
    })
}

/// Who joined and who left between two operations, by their places in the atlas; what the lists
/// leave open in a sentence of its own.
pub fn since(
    atlas: &Atlas,
    standings: &[Standing],
    lists: &[List],
    [earlier, later]: [usize; 2],
) -> Vec<String> {
    let (Some(before), Some(after)) = (atlas.operations.get(earlier), atlas.operations.get(later))
    else {
        return Vec::new();
    };
    let since = countries::since(standings, lists, earlier, later);
    let names = |rows: &[usize]| {
        let rows = rows.iter().filter_map(|row| standings.get(*row));
        listed_to_read(&rows.map(|one| one.country.name()).collect::<Vec<_>>())
    };
    let may = since.may_have_joined.len() + since.may_have_left.len();
    let mut told = Vec::new();
    let is_known = |place: usize| lists.get(place) == Some(&List::Complete);
    let both_known = is_known(earlier) && is_known(later);
    let at_least = if both_known { "" } else { "At least " };
    let mut tell = |rows: &[usize], what: &str| {
        if !rows.is_empty() {
            let how_many = counted(rows.len(), "country", "countries");
            let how_many = format!("{at_least}{how_many}");
            told.push(format!("{how_many} {what}: {}.", names(rows)));
        }
    };
    tell(&since.joined, &format!("joined since {}", before.name));
    tell(
        &since.left,
        &format!("of {} were not in {}", before.name, after.name),
    );
    let both = counted(since.stayed.len(), "country", "countries");
    let both = format!("{both} took part in both.");
    match (told.is_empty(), both_known) {
        (false, true) => told.push(both),
        (true, true) => told.push(format!(
            "Nobody joined or left since {}; {both}",
            before.name
        )),
        (is_empty, false) => {
            if !is_empty || !since.stayed.is_empty() {
                told.push(format!("At least {both}"));
            }
            let open: Vec<String> = [(earlier, before), (later, after)]
                .into_iter()
                .filter(|(place, _)| !is_known(*place))
                .filter_map(|(_, operation)| list_gap(atlas, operation))
                .collect();
            let more = if may > 0 || !is_empty {
                "who else"
            } else {
                "who"
            };
            told.push(format!(
                "Nobody can tell {more} joined or left since {}: {}.",
                before.name,
                open.join("; ")
            ));
        }
    }
    told
}

/// What was asked for, where no country is known to match.
pub fn asked_for(atlas: &Atlas, choice: &CountryChoice) -> String {
    let mut parts = Vec::new();
    let typed = choice.typed.trim();
    if !typed.is_empty() {
        parts.push(format!("the words “{typed}”"));
    }
    parts.extend(choice.region.clone());
    for (id, wanted) in &choice.operations {
        let name = atlas.operation(id).map_or(id.as_str(), |one| &one.name);
        parts.push(wanted.chip(name));
    }
    quotes_kept_together(format!("Asked for: {}.", parts.join(", ")))
}

/// A country's sub-region, with the region in front where the name does not tell it.
pub fn region(country: Country) -> String {
    let (region, subregion) = (country.region().name(), country.subregion());
    // "Americas" is told by "South America", "Antarctica" by itself.
    if subregion.contains(region.trim_end_matches('s')) {
        subregion.to_owned()
    } else {
        format!("{region} · {subregion}")
    }
}

/// A row in one sentence: "Togo, Western Africa, took part in Liberterra II, list of
/// Liberterra III unknown, 1 case".
pub fn row(atlas: &Atlas, lists: &[List], standing: &Standing) -> String {
    let mut parts = vec![standing.country.name().to_owned(), region(standing.country)];
    let names = |took_part: Option<bool>| {
        let all = atlas.operations.iter().zip(lists).enumerate();
        let names: Vec<&str> = all
            .filter(|(place, (_, list))| {
                standing.cell(*place, **list).known.took_part() == took_part
            })
            .map(|(_, (operation, _))| operation.name.as_str())
            .collect();
        (!names.is_empty()).then(|| listed_to_read(&names))
    };
    parts.extend(names(Some(true)).map(|names| format!("took part in {names}")));
    parts.extend(names(Some(false)).map(|names| format!("not on the list of {names}")));
    parts.extend(names(None).map(|names| format!("list of {names} unknown")));
    let hosted = standing.coordination_units.iter();
    let hosted: Vec<&str> = hosted
        .filter_map(|place| Some(atlas.operations.get(*place)?.name.as_str()))
        .collect();
    if !hosted.is_empty() {
        parts.push(format!("coordination unit of {}", listed_to_read(&hosted)));
    }
    if standing.cases > 0 {
        parts.push(counted(standing.cases, "case", "cases"));
    }
    parts.join(", ")
}
