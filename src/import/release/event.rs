//! What a text tells of one event and not of all an operation did: “In Mali, 24 …”. A rule, and
//! only offered: whoever reads it says whether it is a case.

use super::tokens::is_one_of;
use std::collections::BTreeSet;
use std::ops::Range;

use super::counted::are_people;
use super::{Counted, Mark, Number, Release, What, sentences};
use crate::file::country_said;
use crate::import::form::{CaseFields, PeopleFields};
use crate::model::{Country, Group, Quantity, Step, Who};
use crate::query::search::folded;

/// Words that tell one event of several.
const ONE_EVENT: [&str; 8] = [
    "in one case",
    "in one instance",
    "one incident",
    "a raid on",
    "raided a",
    "dans un cas",
    "en un caso",
    "una redada",
];

/// Words of a sentence that sums up, folded.
const SUMS_UP: &str = "worldwide globally globe overall countries territoires paises";

/// A text that names fewer countries is about these, and a place in it tells no event from others.
const COUNTRIES: usize = 3;

/// So far into a paragraph its place and day stand before a dash: “LYON, France – ”.
const DATELINE: usize = 60;

/// A paragraph that is longer, in bytes, tells no one event.
const LONGEST: usize = 4096;

/// What stands before a place for each step of a journey, folded.
const STEPS: [(Step, &str); 4] = [
    (Step::Found, "in en au aux a near at"),
    (Step::Origin, "from desde depuis"),
    (Step::Transit, "through via across par por"),
    (Step::Destination, "to into towards hacia vers"),
];

/// Notes which numbers tell of one event.
pub(super) fn note(text: &str, marks: &mut [Mark]) {
    let named: BTreeSet<Country> = marks.iter().filter_map(|mark| place(mark, 0)).collect();
    let mut events = Vec::new();
    let short = |one: &Range<usize>| one.len() <= LONGEST;
    for paragraph in sentences::paragraphs(text).into_iter().filter(short) {
        let from = marks.partition_point(|mark| mark.span.start < paragraph.start);
        let to = marks.partition_point(|mark| mark.span.start < paragraph.end);
        let of_paragraph = marks.get(from..to).unwrap_or(&[]);
        let head = dateline(text, &paragraph);
        let numbers = of_paragraph.iter().enumerate().filter(|(_, mark)| {
            let offered = matches!(&mark.what, What::Number(number) if number.is_offered());
            offered && is_of_event(text, &paragraph, of_paragraph, mark, head, named.len())
        });
        events.extend(numbers.map(|(at, _)| from + at));
    }
    for at in events {
        if let Some(Mark {
            what: What::Number(number),
            ..
        }) = marks.get_mut(at)
        {
            number.of_event = true;
        }
    }
}

/// Where the head of a paragraph ends, which says where and when it was written.
fn dateline(text: &str, paragraph: &Range<usize>) -> usize {
    let whole = text.get(paragraph.clone()).unwrap_or("");
    // “Lyon, France - ”, “Lyon (Francia), 14 de marzo.- ”
    let is_dash = |(at, c): &(usize, char)| {
        let before = whole.get(..*at).unwrap_or("");
        let short = *c == '-' && before.ends_with([' ', '.']);
        short && whole.get(*at..).is_some_and(|rest| rest.starts_with("- ")) || "–—".contains(*c)
    };
    let mut dashes = whole.char_indices().take(DATELINE).filter(is_dash);
    paragraph.start + dashes.next().map_or(0, |(at, _)| at)
}

/// The country that a mark is in, where it is a place and not one of the head.
fn place(mark: &Mark, head: usize) -> Option<Country> {
    match mark.what {
        What::Country(country) if mark.span.start >= head => Some(country),
        What::Country(_)
        | What::Number(_)
        | What::Days(_)
        | What::Countries(_)
        | What::Operation(_) => None,
    }
}

fn is_of_event(
    text: &str,
    paragraph: &Range<usize>,
    marks: &[Mark],
    number: &Mark,
    head: usize,
    countries: usize,
) -> bool {
    let sentence = text.get(number.sentence.clone()).unwrap_or("");
    let sentence = folded(sentence);
    let names_operation = |place: &Range<usize>| {
        let mut operations = marks.iter().filter(|one| one.sentence == *place);
        operations.any(|one| matches!(one.what, What::Operation(_)))
    };
    let sums_up = sentence.split(' ').any(|word| is_one_of(word, SUMS_UP));
    if sums_up || names_operation(&number.sentence) {
        return false;
    }
    let so_far = text.get(paragraph.start..number.sentence.end).unwrap_or("");
    let so_far = folded(so_far);
    if ONE_EVENT.iter().any(|one| so_far.contains(one)) {
        return true;
    }
    let places = || {
        marks.iter().filter(|one| {
            let before = one.sentence.start <= number.sentence.start;
            before && place(one, head).is_some() && !names_operation(&one.sentence)
        })
    };
    let is_own = |one: &&Mark| one.sentence == number.sentence;
    let is_there = |one: &&Mark| step(text, marks, one) == Some(Step::Found);
    let count = |places: &mut dyn Iterator<Item = &Mark>| {
        let distinct: BTreeSet<Country> = places.filter_map(|one| place(one, head)).collect();
        distinct.len()
    };
    // Where it was in its own sentence says more than in one before it, and that more than where
    // somebody came from.
    let counts = [
        count(&mut places().filter(is_own).filter(is_there)),
        count(&mut places().filter(is_there)),
        count(&mut places().filter(is_own)),
        count(&mut places()),
    ];
    let told = counts.into_iter().find(|count| *count > 0);
    countries >= COUNTRIES && told.is_some_and(|told| told <= 2)
}

/// What step of a journey a place is: by the word before it, or as the place it is listed with.
fn step(text: &str, marks: &[Mark], mark: &Mark) -> Option<Step> {
    let mut before = marks
        .iter()
        .rev()
        .filter(|one| one.span.end <= mark.span.start);
    let last = before.find(|one| matches!(one.what, What::Country(_)));
    let between = |one: &&Mark| {
        let between = text.get(one.span.end..mark.span.start).unwrap_or("");
        [",", "and", ", and", "et", "y"].contains(&between.trim())
    };
    if let Some(last) = last.filter(between) {
        return step(text, marks, last);
    }
    let before = folded(text.get(mark.sentence.start..mark.span.start)?);
    if before.ends_with("by way of") {
        return Some(Step::Transit);
    }
    let mut words = before
        .rsplit(' ')
        .filter(|word| !["the", "le", "la", "el", "l"].contains(word));
    let word = words.next()?;
    STEPS
        .iter()
        .find_map(|(step, words)| is_one_of(word, words).then_some(*step))
}

/// What a paragraph tells of an event, for whoever makes a case of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Event {
    /// The places of its numbers among the marks.
    pub numbers: Vec<usize>,
    /// The paragraph, as it is printed.
    pub quoted: String,
    /// What the fields of a case can be filled with.
    pub fields: CaseFields,
}

impl Release {
    /// The event that a number is of.
    pub fn event(&self, at: usize) -> Option<Event> {
        let number = self.marks.get(at)?;
        let told = self.told_with(number);
        let mut event = Event::default();
        let words = told
            .iter()
            .filter_map(|sentence| self.text.get(sentence.clone()))
            .flat_map(str::split_whitespace);
        event.quoted = words.collect::<Vec<_>>().join(" ");
        for (at, mark) in self.marks.iter().enumerate() {
            if !told.iter().any(|one| one.contains(&mark.span.start)) {
                continue;
            }
            match &mark.what {
                What::Number(number) if number.is_offered() => {
                    event.numbers.push(at);
                    self.count(&mut event.fields, mark, number);
                }
                What::Country(country) => self.stop(&mut event.fields, mark, *country),
                What::Days(days) if days.first.day.is_some() && !days.is_span() => {
                    let date = days.first.date(self.year());
                    event.fields.date = date.map_or_else(String::new, |date| date.to_string());
                }
                What::Number(_) | What::Days(_) | What::Countries(_) | What::Operation(_) => {}
            }
        }
        Some(event)
    }

    /// The sentences of its paragraph that tell of the same place as that of a number.
    fn told_with(&self, number: &Mark) -> Vec<Range<usize>> {
        let paragraphs = sentences::paragraphs(&self.text);
        let mut paragraphs = paragraphs.into_iter();
        let start = number.span.start;
        let Some(paragraph) = paragraphs.find(|one| one.contains(&start)) else {
            return Vec::new();
        };
        let all = sentences::sentences(&self.text).into_iter();
        let all: Vec<Range<usize>> = all.filter(|one| paragraph.contains(&one.start)).collect();
        let places = |sentence: &Range<usize>| -> BTreeSet<Country> {
            let inside = self
                .marks
                .iter()
                .filter(|one| sentence.contains(&one.span.start));
            let there =
                inside.filter(|one| step(&self.text, &self.marks, one) == Some(Step::Found));
            there.filter_map(|one| place(one, 0)).collect()
        };
        let until = all.iter().take_while(|one| one.start <= start);
        let here = until.map(places).filter(|there| !there.is_empty()).last();
        let here = here.unwrap_or_default();
        let same = |one: &Range<usize>| {
            let there = places(one);
            there.is_empty() || here.is_empty() || !there.is_disjoint(&here)
        };
        // From the last sentence before it that is about another place to the next one that is.
        let at = all.iter().rposition(|one| one.start <= start).unwrap_or(0);
        let (before, behind) = all.split_at(at);
        let from = before
            .iter()
            .rposition(|one| !same(one))
            .map_or(0, |at| at + 1);
        let behind = behind.iter().take_while(|one| same(one));
        before.iter().skip(from).chain(behind).cloned().collect()
    }

    /// Puts a number where it belongs in a case, where that is told.
    fn count(&self, fields: &mut CaseFields, mark: &Mark, number: &Number) {
        let written = self
            .marked(mark)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let metric = match &number.counted {
            Some(Counted::Metric(metric)) => metric.as_str(),
            Some(Counted::Countries) | None => "",
        };
        if metric.starts_with("arrests") {
            if fields.arrested.is_empty() {
                fields.arrested = written;
            }
            return;
        }
        let behind = folded(
            self.text
                .get(mark.span.end..mark.sentence.end)
                .unwrap_or(""),
        );
        let words: Vec<&str> = behind
            .split(' ')
            .filter(|word| !word.is_empty())
            .take(4)
            .collect();
        let who = if metric.starts_with("potential_victims") {
            Some(Who::PotentialVictims)
        } else if metric.starts_with("irregular_migrants") {
            Some(Who::IrregularMigrants)
        } else if words.iter().any(|word| are_people(word))
            && number.quantity != Some(Quantity::Exactly(1))
        {
            None
        } else {
            return;
        };
        // “27 people, including 21 minors”
        let part = words
            .first()
            .and_then(|word| part(word))
            .filter(|_| !fields.people.number.is_empty());
        if let Some(part) = part {
            let group = Group::ALL.iter().position(|one| *one == part);
            if let Some(among) = group.and_then(|at| fields.people.among.get_mut(at)) {
                *among = written;
            }
            return;
        }
        let group = PeopleFields {
            number: written,
            who,
            ..PeopleFields::default()
        };
        if fields.people.number.is_empty() {
            fields.people = group;
        } else {
            fields.others.push(group);
        }
    }

    /// Adds a place to the route of a case, and a country to those it happened in.
    fn stop(&self, fields: &mut CaseFields, mark: &Mark, country: Country) {
        let add = |list: &mut String, name: &str| {
            if list.split("; ").all(|one| one != name) {
                list.push_str(if list.is_empty() { "" } else { "; " });
                list.push_str(name);
            }
        };
        let step = step(&self.text, &self.marks, mark);
        if step == Some(Step::Found) {
            add(&mut fields.countries, country.name());
        }
        let marked = self.marked(mark);
        let city = country_said(marked).is_none();
        let name = if city {
            format!("{} ({marked})", country.name())
        } else {
            country.name().to_owned()
        };
        let at = step.and_then(|step| Step::ALL.iter().position(|one| *one == step));
        if let Some(stops) = at.and_then(|at| fields.route.get_mut(at)) {
            add(stops, &name);
        }
    }
}

/// The part of a group of people that a word names.
fn part(word: &str) -> Option<Group> {
    const MINORS: &str = "minor minors child children mineur* enfant* menor* nino* nina*";
    const WOMEN: &str = "women femmes mujeres";
    const MEN: &str = "men hommes hombres";
    let parts = [
        (Group::Minors, MINORS),
        (Group::Women, WOMEN),
        (Group::Men, MEN),
    ];
    parts
        .into_iter()
        .find_map(|(part, words)| is_one_of(word, words).then_some(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dataset;

    const TEXT: &str = "LYON, France – Operation Green River led to 300 arrests in 12 countries.\n\n\
        Police in Togo, Ghana, Benin and Chad reported 90 arrests.\n\n\
        In Mali, 24 women were found in a house in Bamako, including 9 minors. They had come from Togo \
        by way of Niger on 2 May 2024. So far, ten arrests have been made.";

    fn read(text: &str) -> Release {
        Release::of("a.txt", text.to_owned(), &Dataset::default(), &[])
    }

    #[test]
    fn numbers_of_one_event_are_told_from_those_of_the_operation() {
        let release = read(TEXT);
        let is_event = |at: usize| release.number(at).is_some_and(|number| number.of_event);
        let events = (0..release.marks.len()).filter(|at| is_event(*at));
        let events: Vec<&str> = events
            .map(|at| release.marked(&release.marks[at]))
            .collect();
        assert_eq!(events, ["24", "9", "ten"]);
        // What is about one country alone tells no event from others.
        let one = read("In Mali, 24 women were found. So far, ten arrests have been made.");
        assert!((0..one.marks.len()).all(|at| one.number(at).is_none_or(|one| !one.of_event)));
    }

    #[test]
    fn an_event_fills_a_case_with_what_its_paragraph_tells() {
        let release = read(TEXT);
        let at = release
            .marks
            .iter()
            .position(|mark| release.marked(mark) == "24");
        let event = release.event(at.unwrap()).unwrap();
        assert!(event.quoted.starts_with("In Mali") && event.quoted.ends_with("been made."));
        assert_eq!(event.numbers.len(), 3);
        let fields = event.fields;
        assert_eq!(fields.people.number, "24");
        assert_eq!(
            fields
                .people
                .among
                .iter()
                .filter(|one| !one.is_empty())
                .count(),
            1
        );
        assert_eq!(fields.arrested, "ten");
        assert_eq!(fields.date, "2024-05-02");
        assert_eq!(fields.countries, "Mali");
        let [from, _, found, _] = &fields.route;
        assert_eq!(
            (from.as_str(), found.as_str()),
            ("Togo", "Mali; Mali (Bamako)")
        );
        // Its words are whoever enters it’s own.
        assert_eq!(
            (fields.title, fields.summary),
            (String::new(), String::new())
        );
    }
}
