//! The one search: what it is called, its groups, and what stands beside what was found.

use crate::model::{Atlas, Case, Country, Crime, Days, Operation, Quantity, Source};
use crate::query::search::{Kind, Part, Read, Together};
use crate::words::names::quotes_kept_together;
use crate::words::{counted, listed, listed_to_read, noun};

/// The search, for those who hear the window.
pub const NAME: &str = "Search everything";
/// What is said of the list below it.
pub const FOUND: &str = "What was found";
/// What stands in the empty field.
pub const HINT: &str = "Search countries, operations, cases, numbers…";
/// What can be typed, under the empty field.
pub const EXAMPLES: &str = "Try “Morocco”, “Liberterra 3”, “14,000” or “Spain, Morocco”";
/// While cases are still being read.
pub const READING: &str = "Reading the cases…";
/// Beside a metric: what choosing it does.
pub const COMPARE_IT: &str = "compare it";

/// How what is searched is put into words.
pub const READ: Read = Read {
    crime: Crime::name,
    source: Source::searched,
    joining: "and",
};

/// What stands over a group.
pub fn group(kind: Kind, together: Option<&Together>) -> String {
    let name = match kind {
        Kind::Together => return together.map(took_part).unwrap_or_default(),
        Kind::Countries => "Countries",
        Kind::Operations => "Operations",
        Kind::Metrics => "Figures",
        Kind::Numbers => "Numbers",
        Kind::Own => "Commands and pages",
        Kind::Cases => "Cases",
        Kind::Sources => "Sources",
    };
    name.to_owned()
}

/// "Spain and Morocco both took part in".
fn took_part(together: &Together) -> String {
    format!("{} took part in", all_of(together))
}

/// "Spain and Morocco both", "Togo, Benin and Mali all".
fn all_of(together: &Together) -> String {
    let names: Vec<&str> = together.countries.iter().map(|one| one.name()).collect();
    let both = if names.len() == 2 { "both" } else { "all" };
    format!("{} {both}", listed(&names))
}

/// What is not known of several countries, and that nothing is known where it is so.
pub fn together_note(together: &Together, atlas: &Atlas) -> Option<String> {
    let names: Vec<&str> = together
        .unknown
        .iter()
        .filter_map(|place| Some(atlas.operations.get(*place)?.name.as_str()))
        .collect();
    let none = together.operations.is_empty().then(|| {
        format!(
            "No operation is known in which {} took part",
            all_of(together)
        )
    });
    let unknown = (!names.is_empty()).then(|| {
        format!(
            "Nobody can say of {}: no complete list was published",
            listed_to_read(&names)
        )
    });
    let told: Vec<String> = none.into_iter().chain(unknown).collect();
    (!told.is_empty()).then(|| format!("{}.", told.join(". ")))
}

/// The row that compares the operations in which several countries took part.
pub fn compare_them(count: usize) -> String {
    let them = if count == 2 {
        "both".to_owned()
    } else {
        format!("all {count}")
    };
    format!("Compare {them}")
}

/// The row that leads to every case that was found.
pub fn all_cases(count: usize, typed: &str) -> String {
    let cases = counted(count, "case", "cases");
    quotes_kept_together(format!("All {cases} with “{}”", typed.trim()))
}

/// Under a group that does not show all.
pub fn more(count: usize) -> String {
    format!(
        "{} more: type more of the name",
        crate::words::numerals::grouped(count as f64, 0)
    )
}

/// When nothing was found.
pub fn nothing(typed: &str) -> String {
    quotes_kept_together(format!("Nothing is called “{}”", typed.trim()))
}

/// Beside a country: in how many operations it is known to have taken part.
pub fn of_country(country: Country, atlas: &Atlas) -> String {
    let told = |one: &Operation| one.took_part(country, &atlas.sources);
    let told: Vec<Option<bool>> = atlas.operations.iter().map(told).collect();
    let count = told.iter().filter(|told| **told == Some(true)).count();
    let operations = counted(count, "operation", "operations");
    match count {
        0 => country.subregion().to_owned(),
        _ if told.contains(&None) => format!("took part in at least {operations}"),
        _ => format!("took part in {operations}"),
    }
}

/// Beside an operation: its days; nothing where they are not known.
pub fn of_operation(operation: &Operation) -> String {
    operation.days.map(Days::words).unwrap_or_default()
}

/// A number that was found, and what it is the number of: "> 14,000 · Officers".
pub fn number(quantity: Quantity, of: &str) -> String {
    format!("{} · {of}", quantity.short())
}

/// What a figure of how many countries took part is called.
pub const COUNTRIES: &str = "Countries taking part";

/// A number in a case, and of what: "24 potential victims".
pub fn number_in_case(quantity: Quantity, part: Part, case: &Case) -> String {
    let thing = |one, many| format!("{} {}", quantity.short(), noun(quantity, one, many));
    let people = |people: Option<&crate::model::People>, end: &str| {
        let who = people.map_or_else(String::new, |people| {
            thing(people.who.name_of_one(), people.who.name())
        });
        format!("{who}{end}")
    };
    match part {
        Part::Found(index) => people(case.found.get(index), ""),
        Part::Alleged(index) => people(case.alleged.get(index), ", alleged"),
        Part::Arrested => format!("{} arrested", quantity.short()),
        Part::Suspected => thing("suspect identified", "suspects identified"),
        Part::Seized(index) => {
            let what = case.seized.get(index).map_or("", |seizure| &seizure.what);
            number(quantity, what)
        }
    }
}
