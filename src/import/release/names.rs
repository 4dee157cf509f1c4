//! Countries, lists of countries, operations and cases that a text names.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::tokens::Tokens;
use crate::file::country_said;
use crate::model::{Country, OperationId};
use crate::query::search::folded;

/// Abbreviations that are countries in capital letters only.
const SHORT: [&str; 7] = ["UK", "US", "USA", "UAE", "DRC", "RDC", "EEUU"];

/// So many countries in a row are a list.
const LIST: usize = 6;

/// A longer entry is no name of a country.
const LONGEST: usize = 60;

/// The names of countries in words, by their first word.
pub(super) type Names = BTreeMap<String, Vec<(Vec<String>, Country)>>;

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names::new();
    for country in Country::all() {
        let all = std::iter::once(country.name()).chain(country.aliases().iter().copied());
        for name in all {
            let words = words(name);
            let length: usize = words.iter().map(|word| word.chars().count()).sum();
            if let Some(first) = words
                .first()
                .filter(|_| length > 3 || SHORT.contains(&name))
            {
                let of_first = names.entry(first.clone()).or_default();
                of_first.push((words, country));
            }
        }
    }
    for of_first in names.values_mut() {
        of_first.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    names
});

pub(super) fn words(name: &str) -> Vec<String> {
    let tokens = Tokens::of(name).all.into_iter();
    tokens.map(|token| token.folded).collect()
}

/// The country named from a token on, and the token behind its name.
fn country_at(tokens: &Tokens<'_>, at: usize) -> Option<(Country, usize)> {
    named_at(tokens, at, &NAMES).filter(|(_, behind)| !is_continent(tokens, at, *behind))
}

/// “Latin America”, “América del Sur”: the continent, not the country that is called so.
fn is_continent(tokens: &Tokens<'_>, from: usize, behind: usize) -> bool {
    let is_one = |at: Option<usize>, words: &[&str]| {
        let token = at.and_then(|at| tokens.at(at));
        token.is_some_and(|token| words.contains(&token.folded.as_str()))
    };
    is_one(Some(from), &["america", "amerique"])
        && behind == from + 1
        && (is_one(from.checked_sub(1), &["north", "south", "latin", "central"])
            || is_one(
                Some(behind),
                &["latina", "latine", "central", "centrale", "del", "du"],
            ))
}

/// What is named from a token on, of these names, and the token behind it.
pub(super) fn named_at(tokens: &Tokens<'_>, at: usize, names: &Names) -> Option<(Country, usize)> {
    let first = tokens.at(at).filter(|token| token.is_capital)?;
    let fits = |(words, _): &&(Vec<String>, Country)| {
        let is_next = |(by, word): (usize, &String)| {
            let next = tokens.at(at + by).is_some_and(|one| one.folded == *word);
            next && (by == 0 || is_inside(tokens.gap(at + by - 1)))
        };
        let written = tokens.slice(at, at + words.len() - 1);
        let letters = written.chars().filter(|c| c.is_alphabetic()).count();
        let is_short = letters <= 3 && !SHORT.contains(&written.replace('.', "").as_str());
        words.iter().enumerate().all(is_next) && !is_short
    };
    let (words, country) = names.get(&first.folded)?.iter().find(fits)?;
    Some((*country, at + words.len()))
}

/// Whether what stands between two words may stand inside a name.
fn is_inside(gap: &str) -> bool {
    gap.chars()
        .all(|c| c.is_whitespace() || "-’'.()&,".contains(c))
        && !gap.contains("\n\n")
}

/// All countries that a text names outside what is taken, by their tokens.
pub(super) fn countries(tokens: &Tokens<'_>, taken: &[bool]) -> Vec<(Country, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.all.len() {
        let named = country_at(tokens, at).filter(|_| !taken.get(at).copied().unwrap_or(true));
        if let Some((country, behind)) = named {
            found.push((country, at..behind));
            at = behind;
        } else {
            at += 1;
        }
    }
    found
}

/// A list of countries in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Where it stands.
    pub span: Range<usize>,
    /// Those recognised, in the order of the text, each once.
    pub countries: Vec<Country>,
    /// The entries between them that are the name of no country.
    pub unknown: Vec<String>,
}

/// The lists of countries in a text: entries between commas or on lines of their own.
pub(super) fn lists(text: &str, sentences: &[Range<usize>]) -> Vec<Listed> {
    let mut found = Vec::new();
    let mut current: Vec<(Range<usize>, Option<Country>)> = Vec::new();
    for span in entries(text, sentences) {
        let entry = text.get(span.clone()).unwrap_or("");
        let country = listed(entry, !current.is_empty());
        let may_be = !entry.is_empty() && entry.chars().next().is_some_and(char::is_uppercase);
        let short = entry.len() <= LONGEST && may_be;
        if country.is_some() || short && !current.is_empty() {
            current.push((span, country));
        } else {
            found.extend(list(text, std::mem::take(&mut current)));
        }
    }
    found.extend(list(text, current));
    found
}

/// The places of what stands between commas, semicolons, line breaks, ends of sentences and the
/// last “and”.
fn entries(text: &str, sentences: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    let signs = text.match_indices([',', ';', '\n', ':', '•', '·']);
    let signs = signs.map(|(at, sign)| (at, at + sign.len()));
    let of_sentences = sentences.iter().map(|one| (one.end, one.end));
    let mut ends: Vec<(usize, usize)> = signs.chain(of_sentences).collect();
    ends.push((text.len(), text.len()));
    ends.sort_unstable();
    for (end, next) in ends {
        let entry = text.get(start.min(end)..end).unwrap_or("");
        let begins = entry.trim_start_matches(|c: char| c.is_whitespace() || c == '-');
        let begins = ["and ", "et ", "y ", "e "]
            .iter()
            .find_map(|word| begins.strip_prefix(word))
            .unwrap_or(begins);
        let from = end - begins.len();
        let whole = begins.trim_end().trim_end_matches('.');
        let pair = [" and ", " et ", " y "].iter().find_map(|word| {
            let (one, other) = whole.split_once(word)?;
            // Looking for what is nearly a name takes long.
            let exact = listed(one, false).is_some() || listed(other, false).is_some();
            let both = exact && listed(one, true).is_some() && listed(other, true).is_some();
            (both && listed(whole, false).is_none()).then_some((one.len(), word.len()))
        });
        if let Some((one, between)) = pair {
            all.push(from..from + one);
            all.push(from + one + between..from + whole.len());
        } else if !whole.is_empty() {
            all.push(from..from + whole.len());
        }
        start = next;
    }
    all
}

/// The country that an entry of a list is; a name that is nearly one counts only within a list.
fn listed(entry: &str, within: bool) -> Option<Country> {
    if entry.len() > LONGEST {
        return None;
    }
    let tokens = Tokens::of(entry);
    let whole = country_at(&tokens, 0).filter(|(_, behind)| *behind == tokens.all.len());
    let exact = whole.map(|(country, _)| country);
    exact.or_else(|| country_said(entry).filter(|_| within && entry.len() > 3))
}

/// A list of entries, where there are enough; entries at its end that are no countries are not
/// part of it.
fn list(text: &str, mut entries: Vec<(Range<usize>, Option<Country>)>) -> Option<Listed> {
    while entries.last().is_some_and(|(_, country)| country.is_none()) {
        entries.pop();
    }
    let known = entries
        .iter()
        .filter(|(_, country)| country.is_some())
        .count();
    if known < LIST || known * 5 < entries.len() * 4 {
        return None;
    }
    let (first, last) = (entries.first()?.0.start, entries.last()?.0.end);
    let mut countries = Vec::new();
    let mut unknown = Vec::new();
    for (span, country) in entries {
        match country {
            Some(country) if !countries.contains(&country) => countries.push(country),
            Some(_) => {}
            None => unknown.push(text.get(span).unwrap_or("").to_owned()),
        }
    }
    Some(Listed {
        span: first..last,
        countries,
        unknown,
    })
}

/// An operation that a text names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedOperation {
    /// Which it is; `None` for one that is not known.
    pub id: Option<OperationId>,
    /// How the text calls it, without the word “Operation”.
    pub name: String,
}

impl NamedOperation {
    /// Its id, or the one that it would get.
    pub fn id(&self) -> OperationId {
        self.id.clone().unwrap_or_else(|| id_of(&self.name))
    }
}

/// The id that an operation gets by its name.
pub(super) fn id_of(name: &str) -> OperationId {
    folded(name).replace(' ', "-").into()
}

/// Known operations with the words of their names.
pub(super) fn known_names(operations: &[(OperationId, String)]) -> Vec<(Vec<String>, OperationId)> {
    let named = operations.iter().filter_map(|(id, name)| {
        let mut words = words(name);
        if words.first().is_some_and(|word| is_operation(word)) {
            words.remove(0);
        }
        (!words.is_empty()).then(|| (words, id.clone()))
    });
    let mut names: Vec<_> = named.collect();
    names.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    names
}

/// All operations that a text names, by their tokens: those known, and what stands behind the
/// word “Operation”.
pub(super) fn operations(
    tokens: &Tokens<'_>,
    known: &[(Vec<String>, OperationId)],
) -> Vec<(NamedOperation, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.all.len() {
        if let Some((operation, behind)) = operation_at(tokens, at, known) {
            found.push((operation, at..behind));
            at = behind;
        } else {
            at += 1;
        }
    }
    found
}

fn operation_at(
    tokens: &Tokens<'_>,
    at: usize,
    known: &[(Vec<String>, OperationId)],
) -> Option<(NamedOperation, usize)> {
    let first = tokens.at(at)?;
    let plain = tokens
        .gap(at)
        .chars()
        .all(|c| c.is_whitespace() || "“\"«".contains(c));
    let from = if is_operation(&first.folded) && plain {
        at + 1
    } else {
        at
    };
    let fits = |(words, _): &&(Vec<String>, OperationId)| {
        let same = |(by, word): (usize, &String)| {
            let next = tokens.at(from + by).is_some_and(|one| one.folded == *word);
            next && (by == 0 || is_inside(tokens.gap(from + by - 1)))
        };
        words.iter().enumerate().all(same)
    };
    let begins = tokens
        .at(from)
        .is_some_and(|one| one.is_capital || one.is_number);
    let known = known.iter().find(fits).filter(|_| begins);
    let named = quoted(tokens, from).or_else(|| follows(tokens, from));
    let is_longer = |words: usize| named.is_some_and(|behind| behind > from + words);
    let (id, behind) = match known {
        // “Liberterra IV” is not Liberterra.
        Some((words, id)) if !is_longer(words.len()) || from == at => {
            (Some(id), from + words.len())
        }
        Some(_) | None => (None, named.filter(|_| from > at)?),
    };
    let name = tokens
        .slice(from, behind - 1)
        .split_whitespace()
        .collect::<Vec<_>>();
    let named = NamedOperation {
        id: id.cloned(),
        name: name.join(" "),
    };
    Some((named, behind))
}

/// The token behind a name in quotation marks: «Bac d’argent».
fn quoted(tokens: &Tokens<'_>, from: usize) -> Option<usize> {
    let opens = tokens.gap(from.checked_sub(1)?).contains(['«', '“', '"']);
    let closes = |behind: &usize| tokens.gap(behind - 1).contains(['»', '”', '"']);
    let behind = (from + 1..from + 7).find(closes).filter(|_| opens)?;
    (from + 1..behind)
        .all(|at| !tokens.gap(at - 1).contains(['.', '\n']))
        .then_some(behind)
}

/// The token behind words in capitals and the small ones between them; `None` where there are
/// none: “Faro del Norte”.
fn follows(tokens: &Tokens<'_>, from: usize) -> Option<usize> {
    const BETWEEN: [&str; 11] = [
        "of", "the", "de", "du", "des", "d", "del", "la", "las", "los", "les",
    ];
    let joined =
        |at: usize| at == from || [" ", "-", "\u{A0}", "’", "'"].contains(&tokens.gap(at - 1));
    let mut at = from;
    let mut behind = from;
    while let Some(token) = tokens.at(at).filter(|_| joined(at) && at < from + 6) {
        at += 1;
        if token.is_capital {
            behind = at;
        } else if at == from + 1 || !BETWEEN.contains(&token.folded.as_str()) {
            break;
        }
    }
    (behind > from).then_some(behind)
}

/// A name without the word “Operation” before it.
pub(super) fn without_operation(name: &str) -> &str {
    let parts = name.trim().split_once(' ');
    let bare = parts.filter(|(first, _)| is_operation(&folded(first)));
    bare.map_or(name, |(_, rest)| rest.trim())
}

fn is_operation(word: &str) -> bool {
    ["operation", "operacion"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::sentences::sentences;
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let tokens = Tokens::of(text);
        let taken = vec![false; tokens.all.len()];
        let all = countries(&tokens, &taken).into_iter();
        all.map(|(country, _)| country.code()).collect()
    }

    #[test]
    fn countries_are_found_by_any_name_and_not_where_none_is_meant() {
        for (text, codes) in [
            (
                "in Bosnia and Herzegovina, Côte d’Ivoire and the UK",
                &["BIH", "CIV", "GBR"][..],
            ),
            ("en Royaume-Uni et au Burkina Faso", &["GBR", "BFA"]),
            ("en España y Corea del Sur", &["ESP", "KOR"]),
            ("They asked us to go in, no more", &[]),
            ("Romania, not Oman", &["ROU", "OMN"]),
            ("in North and South America, en América Latina", &[]),
            ("in America", &["USA"]),
            ("a turkey for the people of Turkey", &["TUR"]),
        ] {
            assert_eq!(found(text), codes, "{text}");
        }
    }

    #[test]
    fn a_list_of_countries_is_read_in_the_forms_of_releases() {
        let text = "Taking part were: Albania, Bermuda (UK), Bosnia And Herzegovina, Congo \
            (Democratic Rep.), Côte D'ivoire, Guinea Bissau, Nowhereland, St Lucia, Turks & Caicos \
            (UK) and Zimbabwe. Others followed, said the chief.";
        let lists = |text: &str| super::lists(text, &sentences(text));
        let list = lists(text).remove(0);
        let codes: Vec<&str> = list.countries.iter().map(|one| one.code()).collect();
        assert_eq!(
            codes,
            [
                "ALB", "BMU", "BIH", "COD", "CIV", "GNB", "LCA", "TCA", "ZWE"
            ]
        );
        assert_eq!(list.unknown, ["Nowhereland"]);
        assert!(text[list.span].starts_with("Albania"));
        assert_eq!(
            lists("From Albania, Colombia, Russia and Ukraine, he said"),
            []
        );
        let lines = "Albania\nAngola\nChad\nGhana\nMali\nNiger\nTogo\n";
        assert_eq!(lists(lines)[0].countries.len(), 7);
    }

    #[test]
    fn operations_are_known_by_name_and_new_ones_by_the_word_before() {
        let known = [("one", "Liberterra"), ("two", "Liberterra II")];
        let known: Vec<_> = known.map(|(id, name)| (id.into(), name.to_owned())).into();
        let names = known_names(&known);
        let found = |text: &str| {
            let tokens = Tokens::of(text);
            let all = operations(&tokens, &names).into_iter();
            all.map(|(one, _)| (one.id.map(|id| id.to_string()), one.name))
                .collect::<Vec<_>>()
        };
        let told = |id: Option<&str>, name: &str| (id.map(str::to_owned), name.to_owned());
        for (text, id, name) in [
            (
                "Operation Liberterra II led to",
                Some("two"),
                "Liberterra II",
            ),
            ("“Liberterra II,” it said", Some("two"), "Liberterra II"),
            ("l’opération Liberterra a", Some("one"), "Liberterra"),
            ("Operation\nLiberterra III, in", None, "Liberterra III"),
            ("Operation Blue Harbour was", None, "Blue Harbour"),
            ("L’opération « Bac d’argent » (du", None, "Bac d’argent"),
            (
                "La Operación «Balsa de plata» movilizó",
                None,
                "Balsa de plata",
            ),
        ] {
            assert_eq!(found(text), [told(id, name)], "{text}");
        }
        assert_eq!(found("the operation was large"), []);
    }
}
