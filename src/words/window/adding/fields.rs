//! What the fields of the form are called, and what stands in them while they are empty.

/// A field.
pub const OPERATION: &str = "Operation";
/// A field.
pub const FIRST_DAY: &str = "First day";
/// A field.
pub const LAST_DAY: &str = "Last day";
/// A field.
pub const LENGTH: &str = "Or how many days";
/// A field.
pub const DAYS_NOTE: &str = "Note on the days";
/// A field.
pub const LEAD: &str = "Led by";
/// A field.
pub const COUNT: &str = "How many countries";
/// A field.
pub const LISTED: &str = "Which countries";
/// A field.
pub const FAMILY: &str = "Series it belongs to";
/// A field.
pub const SUMMARY: &str = "What it was, in a sentence or two";
/// A choice.
pub const STATUS_OF_ALL: &str = "What its publishers call all of its figures";
/// A field.
pub const UNITS: &str = "Coordination units";
/// A field.
pub const PARTNERS: &str = "Partners";
/// A field.
pub const FUNDERS: &str = "Funders";
/// A field.
pub const FINDINGS: &str = "Trends that its publishers state, one a line";
/// A choice.
pub const MAY_BE_FURTHER: &str = "Another dataset may tell of it too";
/// A field.
pub const SOURCE: &str = "Source";
/// A field.
pub const PUBLISHER: &str = "Published by";
/// A field.
pub const TITLE: &str = "Title as printed";
/// A field.
pub const PUBLISHED: &str = "Published on";
/// A field.
pub const ADDRESS: &str = "Web address";
/// A field.
pub const NO_ADDRESS: &str = "Why there is no address";
/// A field.
pub const GRADE: &str = "How close is it to those who counted?";
/// What that is called where it is still needed.
pub const GRADE_NEEDED: &str = "how close it is";
/// A field.
pub const SOURCE_NOTE: &str = "Note on the source";
/// A field.
pub const METRIC: &str = "What is counted";
/// A field.
pub const UNIT: &str = "Unit";
/// A field.
pub const DEFINITION: &str = "What exactly is counted, and what is not";
/// A field.
pub const PART_OF: &str = "Part of";
/// A choice.
pub const NOT_PER: &str = "Never divided by";
/// What a number can be divided by.
pub const DAYS: &str = "Days";
/// What a number can be divided by.
pub const COUNTRIES: &str = "Countries";
/// A field.
pub const NUMBER: &str = "Number";
/// A field.
pub const WORDING: &str = "The source’s word for it";
/// A field.
pub const EXCERPT: &str = "The sentence that states it";
/// A field.
pub const NOTE: &str = "Note";
/// A field.
pub const REASON: &str = "Why it cannot be counted";
/// A choice.
pub const STATUS: &str = "What its publisher calls it";
/// Where no status is said.
pub const NOT_SAID: &str = "Not said";
/// A field.
pub const REVISED_FROM: &str = "What it was before";
/// A field.
pub const ARCHIVED: &str = "Address of a kept copy";
/// A field.
pub const CHECKED_ON: &str = "Compared with the source on";
/// A field.
pub const CHECKED_BY: &str = "By whom";
/// A field.
pub const CASE_TITLE: &str = "Case, in a few words";
/// A field.
pub const CASE_SUMMARY: &str = "What happened";
/// A field.
pub const CASE_DATE: &str = "When";
/// A field.
pub const CASE_COUNTRIES: &str = "Countries";
/// A field.
pub const CASE_NOTE: &str = "Note on the case";
/// A field.
pub const CRIMES: &str = "What it was about";
/// A field.
pub const FOUND: &str = "People found";
/// A field.
pub const WHO: &str = "What the source calls them";
/// A field.
pub const FROM: &str = "Where they came from";
/// A field.
pub const WOMEN: &str = "Of them women";
/// A field.
pub const MEN: &str = "Of them men";
/// A field.
pub const WOMEN_AND_GIRLS: &str = "Of them women and girls";
/// A field.
pub const MINORS: &str = "Of them minors";
/// A field.
pub const PEOPLE_NOTE: &str = "Note on them";
/// A choice.
pub const ALLEGED: &str = "Said to have been moved or exploited, found or not";
/// A field.
pub const ARRESTED: &str = "Arrested";
/// A field.
pub const SUSPECTED: &str = "Suspected, not arrested";
/// A field.
pub const ORIGIN: &str = "Route: set out from";
/// A field.
pub const TRANSIT: &str = "Passed through";
/// A field.
pub const PLACE_FOUND: &str = "Found in";
/// A field.
pub const DESTINATION: &str = "Headed for";
/// A field.
pub const SEIZED: &str = "Seized or frozen";
/// A field.
pub const SEIZED_NUMBER: &str = "How much";
/// A field.
pub const SEIZED_UNIT: &str = "Of what unit";

/// A field of one of several groups of people, for those who hear it.
pub fn of_group(field: &str, at: usize) -> String {
    format!("{field}, group {}", at + 1)
}

/// A field of one of several things seized, for those who hear it.
pub fn of_thing(field: &str, at: usize) -> String {
    format!("{field}, thing {}", at + 1)
}

/// In an empty field.
pub const DATE_HINT: &str = "2024-09-29";
/// In an empty field.
pub const NUMBER_HINT: &str = "more than 1,800";
/// In an empty field.
pub const COUNTRIES_HINT: &str = "Togo, Benin, Côte d’Ivoire";
/// In an empty field.
pub const SOURCE_HINT: &str = "a title, an address or a citation";
/// In an empty field.
pub const UNIT_HINT: &str = "people";
/// In an empty field.
pub const UNITS_HINT: &str = "Argentina (Buenos Aires); Senegal";
/// In an empty field.
pub const FROM_HINT: &str = "Togo, South Asia";
/// In an empty field.
pub const SEIZED_HINT: &str = "mobile phones";
/// In an empty field.
pub const SEIZED_UNIT_HINT: &str = "pieces";

/// What more can be said of a number.
pub const MORE_OF_FIGURE: &str = "Sentence, status, note";
/// What more can be said of an operation.
pub const MORE_OF_OPERATION: &str = "Series, hubs, partners, trends";
/// What more can be said of a source.
pub const MORE_OF_SOURCE: &str = "Note on it";
/// What more can be said of a case.
pub const MORE_OF_CASE: &str = "Route, seizures, note";
/// What more can be said of people.
pub const MORE_OF_PEOPLE: &str = "More about them";
/// Hides it.
pub const LESS: &str = "Less";
/// Adds a group of people.
pub const ANOTHER_GROUP: &str = "Another group";
/// Adds something seized.
pub const SOMETHING_SEIZED: &str = "Something seized";
/// What a number is understood as that there cannot be.
pub const NOT_APPLICABLE: &str = "It cannot be counted in this operation";
