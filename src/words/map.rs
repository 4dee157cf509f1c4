//! What maps and grids of countries say: their keys, what is read aloud of a country, and what
//! stands under them.

use std::ops::RangeInclusive;

use super::countries::open_lists;
use super::names::{at_least, counted, listed, listed_or_counted, listed_to_read};
use crate::model::{Country, Region};
use crate::query::countries::{Cell, Fill, Filled, Known, List, Wanted};

/// A colour of the key.
pub const TOOK_PART: &str = "took part";
/// A colour of the key.
pub const NAMED_IN_CASE: &str = "named in a case only";
/// A colour of the key.
pub const PART_NOT_KNOWN: &str = "no list published, or an incomplete one";
/// A sign of the key.
pub const COORDINATION_UNIT: &str = "hosted a coordination unit";
/// A sign of the key.
pub const NOBODYS: &str = "disputed, attributed to no state";
/// What stands before the numbers of the key.
pub const OPERATIONS_KNOWN: &str = "Operations known to have taken part in";
/// Where a country is that lies outside the map.
pub const FURTHER_SOUTH: &str = "Antarctica ↓";
/// Under every map.
const OUTLINES: &str = "Outlines: Natural Earth; they take no position on borders or names.";

/// How a grid shows them.
pub const BY_REGION: &str = "What is known of the part of each, by region";

/// How a map of one operation shows them.
pub const PART_OF_EACH: &str = "What is known of the part of each country";

/// How a map shows them, of so many operations.
fn by_how_many(operations: usize) -> String {
    if operations == 1 {
        return PART_OF_EACH.to_owned();
    }
    let several = counted(operations, "operation", "operations");
    format!("By how many of the {several} each is known to have taken part in")
}

/// What is known of a country in an operation, as a grid and its key say it.
pub fn taking_part(cell: Cell) -> &'static str {
    match cell.known {
        Known::Host => COORDINATION_UNIT,
        Known::Listed => TOOK_PART,
        Known::NotListed | Known::NotAmongListed | Known::NoList if cell.named => NAMED_IN_CASE,
        Known::NotListed => "not on a complete list",
        Known::NotAmongListed => "not on an incomplete list",
        Known::NoList => "no list published",
    }
}

/// The same as it is read aloud: "Spain in Liberterra II: took part, named in a case".
pub fn spoken_taking_part(country: Country, operation: &str, cell: Cell) -> String {
    let also = match cell.known.took_part() {
        Some(true) if cell.named => ", named in a case",
        Some(_) | None => "",
    };
    format!("{country} in {operation}: {}{also}", taking_part(cell))
}

/// A region over its countries: "Africa · 40 took part", "Africa · ≥ 1 took part", "Europe · not
/// known".
pub fn region_of(region: Region, took_part: usize, may_be_more: bool) -> String {
    match took_part {
        0 if may_be_more => format!("{} · {NOT_KNOWN}", region.name()),
        _ => format!(
            "{} · {} took part",
            region.name(),
            at_least(took_part, may_be_more)
        ),
    }
}

/// A region whose countries began in the column before.
pub fn region_continued(region: Region) -> String {
    format!("{}, continued", region.name())
}

/// In the key of a map of a set: not to be known.
pub const NOBODY_CAN_TELL: &str = "nobody can tell";

/// How a map is filled, of so many operations.
pub fn filled_by(filled: Filled, operations: usize) -> String {
    match filled {
        Filled::Number => by_how_many(operations),
        Filled::Role => "By the part each took".to_owned(),
        Filled::Set(_) => format!(
            "Who certainly {}, and of whom nobody can tell",
            fits(filled, operations)
        ),
        Filled::AsAsked => {
            "Who certainly is, who certainly not, and of whom nobody can tell".to_owned()
        }
    }
}

/// Who is of the set that a map shows: "took part in all 3 operations".
pub fn fits(filled: Filled, operations: usize) -> String {
    let wanted = match filled {
        Filled::Set(wanted) => wanted,
        Filled::AsAsked | Filled::Number | Filled::Role => return "certainly".to_owned(),
    };
    match (wanted, operations) {
        (Wanted::InAll | Wanted::InAny, 1) => "took part".to_owned(),
        (Wanted::InAll, 2) => "took part in both".to_owned(),
        (Wanted::InAll, _) => format!("took part in all {operations}"),
        (Wanted::InAny, 2) => "took part in one or both".to_owned(),
        (Wanted::InAny, _) => format!("took part in at least one of {operations}"),
        (Wanted::OnlyIn, 1) => "took part in it alone".to_owned(),
        (Wanted::OnlyIn, _) => "took part in these alone".to_owned(),
        (Wanted::InNone, 1) => "did not take part".to_owned(),
        (Wanted::InNone, 2) => "took part in neither".to_owned(),
        (Wanted::InNone, _) => "took part in none".to_owned(),
    }
}

/// Who is certainly not of the set that a map shows: "not in all 3".
pub fn fits_not(filled: Filled, operations: usize) -> String {
    let wanted = match filled {
        Filled::Set(wanted) => wanted,
        Filled::AsAsked | Filled::Number | Filled::Role => return "certainly not".to_owned(),
    };
    match (wanted, operations) {
        (Wanted::InAll | Wanted::InAny, 1) => "did not take part".to_owned(),
        (Wanted::InAll, 2) => "not in both".to_owned(),
        (Wanted::InAll, _) => format!("not in all {operations}"),
        (Wanted::InAny, _) => fits(Filled::Set(Wanted::InNone), operations),
        (Wanted::OnlyIn, 1) => "not in it alone".to_owned(),
        (Wanted::OnlyIn, _) => "not in these alone".to_owned(),
        (Wanted::InNone, _) => fits(Filled::Set(Wanted::InAny), operations),
    }
}

impl Fill {
    /// On the control.
    pub fn name(self) -> &'static str {
        match self {
            Self::Number => "By number",
            Self::Role => "By role",
            Self::Set(Wanted::InAll) => "In all",
            Self::Set(Wanted::InAny) => "In any",
            Self::Set(Wanted::OnlyIn) => "Only in these",
            Self::Set(Wanted::InNone) => "In none",
        }
    }

    /// What it tells, in one line.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Number => "In how many of the operations each country took part",
            Self::Role => "Who hosted a coordination unit, took part, or is named in a case only",
            Self::Set(Wanted::InAll) => "Who took part in every operation",
            Self::Set(Wanted::InAny) => "Who took part in at least one",
            Self::Set(Wanted::OnlyIn) => "Who took part in these and in no other",
            Self::Set(Wanted::InNone) => "Who took part in none of them",
        }
    }
}

/// A class of the key: "1", "2–4".
pub fn in_so_many(class: &RangeInclusive<usize>) -> String {
    if class.start() == class.end() {
        class.start().to_string()
    } else {
        format!("{}–{}", class.start(), class.end())
    }
}

/// A colour of the key, of so many lists.
pub fn on_no_list(operations: usize) -> &'static str {
    if operations == 1 {
        "not on the list"
    } else {
        "on none of the lists"
    }
}

/// How many are known to have taken part, or in how many one did, where there may be more if
/// `open`: "≥ 3"; not none where that is open.
pub fn known_count(count: usize, open: bool) -> String {
    if count == 0 && open {
        return NOT_KNOWN.to_owned();
    }
    at_least(count, open)
}

/// How a country of which nothing certain is known stands in a table.
pub const NOT_KNOWN: &str = "not known";
/// How a country that took part in none stands in a table.
pub const IN_NONE: &str = "none";
/// What stands over the countries of a table.
pub const COUNTRY: &str = "Country";

/// The unit of the numbers of the table: "of 2 operations".
pub fn of_operations(count: usize) -> String {
    format!("of {}", counted(count, "operation", "operations"))
}

/// Over the counts of a grid: "of 16".
pub fn of_so_many(operations: usize) -> String {
    format!("of {operations}")
}

/// What a description says of a country: "Spain: at least 6 of 16 operations".
pub fn took_part_of(country: Country, count: &str, of_operations: &str) -> String {
    format!("{country}: {count} {of_operations}")
}

/// What the numbers of the table are.
pub const TOOK_PART_IN: &str = "Took part in";
/// Before the counts under a grid.
pub const KNOWN_IN_ALL: &str = "Took part";

/// What is read aloud of a country: "Spain: took part in Liberterra II, where it hosted a
/// coordination unit; not on the list of Weka; no list of Liberterra III was published".
pub fn spoken_part(country: Country, cells: &[(&str, Cell)]) -> String {
    let of = |known: Known| -> Vec<&str> {
        let cells = cells.iter().filter(|(_, cell)| cell.known == known);
        cells.map(|(name, _)| *name).collect()
    };
    let named: Vec<&str> = (cells.iter().filter(|(_, cell)| cell.named))
        .map(|(name, _)| *name)
        .collect();
    // Where it was is told by name, where it was not or nobody knows may be many.
    let by_name = |names: Vec<&str>| (!names.is_empty()).then(|| listed_to_read(&names));
    let in_short = |names: Vec<&str>| (!names.is_empty()).then(|| listed_or_counted(&names));
    let parts = [
        ("hosted a coordination unit of", by_name(of(Known::Host))),
        ("took part in", by_name(of(Known::Listed))),
        ("not on the list of", in_short(of(Known::NotListed))),
        (
            "not on the incomplete list of",
            in_short(of(Known::NotAmongListed)),
        ),
        ("no list was published of", in_short(of(Known::NoList))),
        ("named in a case of", by_name(named)),
    ];
    let told = parts.into_iter();
    let told = told.filter_map(|(what, names)| Some(format!("{what} {}", names?)));
    format!("{country}: {}", told.collect::<Vec<_>>().join("; "))
}

/// What a description says of a class of the key.
pub fn spoken_class(class: &str) -> String {
    format!("known to have taken part in {class}")
}

/// What a description says of those whose part is the same: "1: Chad, Mali"; where these are all
/// the others, only how many.
pub fn spoken_group(meaning: &str, names: &[&str], counts_only: bool) -> String {
    if counts_only {
        let count = countries_and_territories(names.len());
        return format!("{count}: {meaning}");
    }
    format!("{}: {}", super::capitalised(meaning), listed_to_read(names))
}

/// What stands under a map of those whose part is the same: all by name, and how many they are.
pub fn told_group(meaning: &str, names: &[&str]) -> [String; 2] {
    let meaning = super::capitalised(meaning);
    let count = countries_and_territories(names.len());
    [listed(names), count].map(|those| format!("{meaning}: {those}"))
}

fn countries_and_territories(count: usize) -> String {
    counted(count, "country or territory", "countries and territories")
}

/// What lists leave open, with its full stop; `None` for nothing.
fn lists_note(open: &[(String, List)]) -> Option<String> {
    let lists = open_lists(open)?;
    Some(format!(
        "{lists}, so that a country may have taken part in more than it is known to have."
    ))
}

/// Under a grid: what lists leave open, also of who is asked for.
pub(super) fn grid_note(open: &[(String, List)], others: usize) -> String {
    let others = (others > 0).then(|| {
        let countries = counted(others, "other country", "other countries");
        format!("Of {countries} nobody can tell whether they are asked for.")
    });
    let parts: Vec<String> = others.into_iter().chain(lists_note(open)).collect();
    parts.join(" ")
}

/// Under a map: what lists leave open, and whose outlines they are.
pub(super) fn map_note(open: &[(String, List)]) -> String {
    match lists_note(open) {
        Some(lists) => format!("{lists} {OUTLINES}"),
        None => OUTLINES.to_owned(),
    }
}
