//! What is opened from a mark, a name or a title: a figure's evidence, an operation, a country, a
//! source.

use std::fmt::Display;

use crate::model::isolated::isolated;
use crate::model::{Case, Country, PartialDate};
use crate::words::listed;

/// That a country stands on no list.
pub const ON_NO_LIST: &str = "On no published list.";
/// Over the coordination units of an operation or a country.
pub const COORDINATION_UNITS: &str = "Coordination units";
/// That a country in a case need not have taken part.
pub const NAMED_ONLY: &str = "A country named in a case did not take part for that reason alone.";
/// Over the reports of how many countries took part.
pub const COUNTRIES_TAKING_PART: &str = "Countries taking part";
/// Shows the countries of an operation's list.
pub const SHOW_LISTED: &str = "Show the countries on the list";
/// Over the sources of a list.
pub const WHERE_LIST_STANDS: &str = "Where the list stands";
/// That no source states it.
pub const NOT_REPORTED: &str = "not reported";
/// That a file states it, but a problem keeps it from being used.
pub const LEFT_OUT: &str = "left out";
/// Over the problems that keep a figure, or a report of it, from being used.
pub const WHY_LEFT_OUT: &str = "Why something is left out";
/// Leads to the Problems page.
pub const SHOW_PROBLEMS: &str = "Show all problems";
/// That no source states it, and what follows from that.
pub const NOT_REPORTED_IS_NOT_0: &str =
    "Not reported. No source states it; that does not make it 0.";
/// Over how many countries took part.
pub const COUNTRIES: &str = "Countries";
/// What a number leads to.
pub const THE_EVIDENCE: &str = "The evidence";
/// Over the findings of an operation.
pub const FINDINGS: &str = "What its publishers state";
/// Over cases.
pub const CASES: &str = "Cases";
/// Over sources.
pub const SOURCES: &str = "Sources";
/// Over the days of an operation.
pub const DAYS: &str = "Days";
/// Over those who led an operation.
pub const LEAD: &str = "Lead";
/// Over how final the figures of an operation are, and over its figures.
pub const FIGURES: &str = "Figures";
/// That nobody says how final figures are.
pub const NOT_SAID: &str = "not said";
/// Over those who took part beside the police.
pub const PARTNERS: &str = "Partners";
/// Over those who paid.
pub const FUNDERS: &str = "Funders";
/// Over the figures that rest on a source.
pub const SUPPORTED_FIGURES: &str = "Figures it supports";
/// Over the lists of countries that rest on a source.
pub const SUPPORTED_LISTS: &str = "Lists of countries";
/// Over what rests on a source.
pub const SUPPORTED: &str = "What it supports";
/// Leads to the country before and the one after, in the order of the list.
pub const NEIGHBOURS: [&str; 2] = ["Country before: ", "Country after: "];
/// Chooses a country beside others.
pub const CHOOSE: &str = "Choose";
/// That a country is chosen; takes it off.
pub const CHOSEN: &str = "Chosen";
/// That neither a figure nor a list nor a case rests on a source.
pub const SUPPORTS_NOTHING: &str =
    "No figure, list or case; it may stand behind days, findings or partners.";
/// That another source states what cannot be true together with this one.
pub const ANOTHER_DISAGREES: &str = "another source disagrees";
/// That nobody else states it.
pub const ALONE: &str = "alone";
/// That a report cannot be true together with the one shown.
pub const DISAGREES: &str = "disagrees";
/// That a report was revised by another one.
pub const REVISED_SINCE: &str = "revised since";
/// That a figure cannot be counted in an operation.
pub const NOT_APPLICABLE: &str = "not applicable";
/// That a report is the one shown.
pub const SHOWN: &str = "shown";
/// That a source states that there is something, and not how many.
pub const NUMBER_NOT_REPORTED: &str = "number not reported";
/// That a source states a number without any sign.
pub const STATED_FLAT: &str = "stated flat";
/// That a source states no number.
pub const NO_NUMBER: &str = "no number stated";
/// What a source's title leads to.
pub const WHAT_SOURCE_SUPPORTS: &str = "What this source supports";
/// Opens a source's address.
pub const OPEN: &str = "Open";
/// Copies a source's citation.
pub const COPY_CITATION: &str = "Copy citation";
/// Opens a kept copy of a source's page: on the button, and as it is read aloud.
pub const KEPT_COPY: (&str, &str) = ("Kept copy", "Open the kept copy of the page");
/// What was copied.
pub const THE_CITATION: &str = "the citation";
/// That no source is named.
pub const NO_SOURCE: &str = "No source is named.";
/// Shows the columns that follow.
pub const NEXT_COLUMNS: &str = "Next columns";
/// Shows the columns that went before.
pub const COLUMNS_BEFORE: &str = "Columns before";

/// What choosing a country does.
pub fn choose(country: Country) -> String {
    format!(
        "Choose {country}: cases, grids and what stands alongside are narrowed to the countries chosen (Ctrl+click on any of them)"
    )
}

/// Takes a country off those chosen.
pub fn choose_no_more(country: Country) -> String {
    format!("Choose {country} no more")
}

/// That nobody can tell whether a country took part.
pub fn unknown_whether(country: impl Display) -> String {
    format!("Whether {country} took part in these is unknown.")
}

/// How many countries took part, and what is known of their list.
pub fn counted_and(count: &str, list: &str) -> String {
    format!("{count} counted, {list}")
}

/// That a metric is a part of another.
pub fn part_of(whole: &str) -> String {
    format!("A part of: {whole}.")
}

/// What a list leaves open.
pub fn who_else_is_unknown(gap: &str) -> String {
    format!("{gap}. Who else took part is unknown.")
}

/// How many countries stand on a complete list.
pub fn list_is_complete(countries: &str) -> String {
    format!("The published list is complete: {countries}.")
}

/// How many countries took part.
pub fn took_part(count: &str) -> String {
    format!("{count} took part")
}

/// What a number of an operation says to those who hear it.
pub fn evidence_of(label: &str, words: &str, disagree: bool) -> String {
    let disagree = if disagree { ", sources disagree" } else { "" };
    format!("{label}: {words}, evidence{disagree}")
}

/// What a number was before it was revised, and who stated that.
pub fn revised_from(number: &str, byline: Option<&str>) -> String {
    match byline {
        Some(byline) => format!("Revised from {number} ({byline})"),
        None => format!("Revised from {number}"),
    }
}

/// Why a report is preferred.
pub fn preferred(why: &str) -> String {
    format!("preferred: {why}")
}

/// That a source's id leads nowhere.
pub fn no_such_source(id: &str) -> String {
    format!("Source “{id}” is not in an open dataset.")
}

/// Why a source has no address.
pub fn no_address(why: &str) -> String {
    format!("No address: {why}")
}

/// What opens a source's address, to those who hear it.
pub fn open_source(byline: &str) -> String {
    format!("Open {byline} in the browser")
}

/// What copies a source's citation, to those who hear it.
pub fn copy_citation_of(byline: &str) -> String {
    format!("Copy the citation of {byline}")
}

/// Which host an address leads to, and whether it is written in letters that others resemble.
pub fn opens(host: &str, plain_latin: bool) -> String {
    let script = if plain_latin {
        ""
    } else {
        ", written with other than plain Latin letters"
    };
    format!("Opens {host}{script}")
}

/// Which columns are shown, of how many.
pub fn columns_shown(first: f32, last: f32, count: usize) -> String {
    format!("{first}–{last} of {count}")
}

/// What the head of a column leads to, to those who hear it.
pub fn about(title: &str) -> String {
    format!("About {title}")
}

/// What a country is on the route of a case: "on its route: origin and transit"; nothing where the
/// route does not pass through it.
pub fn on_route(case: &Case, country: Country) -> String {
    let stops = case
        .route
        .iter()
        .filter(|stop| stop.country == Some(country));
    let mut steps: Vec<&str> = Vec::new();
    for stop in stops {
        let name = stop.step.noun();
        if !steps.contains(&name) {
            steps.push(name);
        }
    }
    if steps.is_empty() {
        String::new()
    } else {
        format!("On its route: {}", listed(&steps))
    }
}

/// A source's own sentence.
pub fn quoted(excerpt: &str) -> String {
    format!("“{}”", isolated(excerpt))
}

/// "Compared with the source on 6 November 2024 by the desk in Lyon".
pub fn checked(day: PartialDate, by: &str) -> String {
    format!(
        "Compared with the source: {}, {}",
        day.words(),
        isolated(by)
    )
}
