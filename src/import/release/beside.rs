//! Numbers that are no result of an operation, and why: money, ages, shares, days …

use std::ops::Range;

use super::ages;
use super::change::is_change;
use super::dates::year;
use super::money;
use super::number::Number;
use super::tokens::{Token, Tokens, is_one_of};
use crate::file::{PER_CENT, QuantitySaid};
use crate::model::Quantity;

/// Why a number is not offered as a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Beside {
    /// A sum of money.
    Money,
    /// How old somebody is.
    Age,
    /// A part of a whole: per cents, one in three.
    Share,
    /// What something was before, or by how much it changed.
    Change,
    /// A year of the calendar.
    Year,
    /// A time of the day.
    Time,
    /// How long something lasted.
    Duration,
    /// A length, a weight, an area.
    Measure,
    /// How many rooms or floors a building has.
    Rooms,
    /// How many members an organisation has.
    Members,
    /// A part of a name: Article 3, Terminal 2, COVID-19.
    Name,
    /// A number by which something is reached or found: a telephone, a file.
    Reference,
    /// A number of a note or of an entry in a list.
    Numbering,
    /// No whole number, or none that can be told for certain.
    Unclear,
}

/// The words right behind a number for each kind, folded; `*` is any ending.
const BEHIND: [(Beside, &str); 6] = [
    (Beside::Money, money::WORDS),
    (
        Beside::Duration,
        "day* week* month* year* hour* minute* second seconds night* decade* jour* semaine* mois an \
         ans annee* heure* nuit* dia* semana* mes meses ano* hora* minuto* noche* decada*",
    ),
    (
        Beside::Measure,
        "km kms cm mm kilomet* met* mile* feet foot nautical kg kgs kilo* tonne* ton tons tonelada* gram* \
         g mg litre* liter* litro* l hectare* hectarea* acre* m m2 degrees degres grados milla* \
         milles kb mb gb tb megabyte* gigabyte* terabyte* megaoctet* gigaoctet*",
    ),
    (
        Beside::Rooms,
        "bedroom* room* storey* story stories floor* chambre* piece* etage* habitacion* cuarto* \
         dormitorio* piso* pisos planta*",
    ),
    (Beside::Time, "am pm h hrs uhr gmt utc"),
    (Beside::Name, "th st nd rd er eme e o ro do a"),
];

/// The words before a number that make it part of a name, folded.
const NAMED: &str = "puerta porte article* articulo* section* seccion* phase* fase* chapter* chapitre* capitulo* \
    room* terminal* gate* route* ruta* highway* autoroute* autopista* resolution* resolucion* \
    directive* directiva* annex* annexe* anexo* figure* table* tabla* tableau* page* pagina* step* \
    etape* part* parte* flight vol vuelo platform* line* zone zona* sector secteur* district* \
    building* number numero no n nos covid boeing airbus dc version* act law loi ley rule* regle* \
    grade* level* niveau* nivel* channel* canal* camp* cell* lot block street rue calle avenue";

/// What stands before what reaches or finds something, folded.
const REFERENCE: &str = "tel telephone phone fax telefono mobile cell call appelez llame ref \
    reference referencia file dossier expediente whatsapp isbn issn doi ext poste extension";

/// Whether a number is something for one reason.
type Rule = fn(&Tokens<'_>, &Number) -> bool;

/// Why a number is no result; `None` where it may be one. `counts` tells whether a word names
/// something that is counted.
pub(super) fn beside(
    tokens: &Tokens<'_>,
    number: &Number,
    counts: impl Fn(&str) -> bool,
) -> Option<Beside> {
    let told: [(Beside, Rule); 5] = [
        (Beside::Numbering, is_numbering),
        (Beside::Money, money::is_sum),
        (Beside::Share, is_share),
        (Beside::Age, ages::is_age),
        (Beside::Time, is_time),
    ];
    if let Some((kind, _)) = told.iter().find(|(_, is)| is(tokens, number)) {
        return Some(*kind);
    }
    let (from, to) = (number.tokens.start, number.tokens.end.saturating_sub(1));
    let word = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.at(at));
        token.map_or("", |token| token.folded.as_str())
    };
    let next = word(Some(to + 1));
    let gap = tokens.gap(to);
    let close = gap.chars().all(|c| c.is_whitespace() || "-‑'’".contains(c));
    // The ending of “4th” stands right at it.
    let unit = |(kind, words): &&(Beside, &str)| {
        (*kind != Beside::Name || gap.is_empty()) && is_one_of(next, words)
    };
    if let Some((kind, _)) = BEHIND.iter().filter(|_| close).find(unit) {
        return Some(*kind);
    }
    let members = |word: &str| is_one_of(word, "member members membre membres miembro miembros");
    if members(next)
        || members(word(Some(to + 2))) && is_one_of(next, "countries pays paises etats")
    {
        return Some(Beside::Members);
    }
    let bare = from == to && tokens.at(from).is_some_and(|token| token.is_number);
    let counted = close && counts(next);
    let before = word(from.checked_sub(1));
    // “In 2024 arrests rose”, but “of 2024 arrests”.
    let in_year = is_one_of(before, "in since by during en desde depuis durante");
    if bare && year(tokens, from).is_some() && (!counted || in_year) || is_years(tokens, number) {
        return Some(Beside::Year);
    }
    let ahead = tokens.text.get(..number.span.start).unwrap_or("");
    if is_change(tokens, from) || ahead.ends_with(['+', '−']) || is_of_year(tokens, number) {
        return Some(Beside::Change);
    }
    let named = bare && (is_one_of(before, NAMED) || is_coded(tokens, from)) && !counted;
    (named || is_glued(tokens, from) || is_of_street(tokens, to)).then_some(Beside::Name)
}

/// “contre 9 870 en 2023”, “against 9,870 in 2023”: what it was then.
fn is_of_year(tokens: &Tokens<'_>, number: &Number) -> bool {
    let word = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.at(at));
        token.map_or("", |token| token.folded.as_str())
    };
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = [1, 2].map(|by| word(start.checked_sub(by)));
    let against = is_one_of(before[0], "contre against versus vs") || before == ["a", "frente"];
    against && is_one_of(word(Some(end)), "in en") && year(tokens, end + 1).is_some()
}

/// “Between 2019 and 2023”
fn is_years(tokens: &Tokens<'_>, number: &Number) -> bool {
    let all = number.tokens.clone();
    let is_year = |at: usize| year(tokens, at).is_some();
    let is_range = matches!(number.said, QuantitySaid::One(Quantity::Between(..), _));
    is_range && all.clone().filter(|at| is_year(*at)).count() == 2
}

/// “Flight KQ 101”
fn is_coded(tokens: &Tokens<'_>, from: usize) -> bool {
    let code = from.checked_sub(1).and_then(|at| tokens.at(at));
    let is_code = code.is_some_and(|code| {
        let written = tokens.text.get(code.span.clone()).unwrap_or("");
        written.len() < 4 && written.chars().all(char::is_uppercase)
    });
    let named = from.checked_sub(2).and_then(|at| tokens.at(at));
    is_code && named.is_some_and(|one| is_one_of(&one.folded, NAMED))
}

/// “14 Harbour Street”
fn is_of_street(tokens: &Tokens<'_>, to: usize) -> bool {
    const STREETS: &str = "street road avenue lane square boulevard drive";
    let capital = |at: usize| tokens.at(at).filter(|one| one.is_capital);
    let is_street = |at: usize| capital(at).is_some_and(|one| is_one_of(&one.folded, STREETS));
    capital(to + 1).is_some() && (is_street(to + 2) || is_street(to + 3))
}

/// “G20”, “COVID-19”: a number at the end of a name.
fn is_glued(tokens: &Tokens<'_>, from: usize) -> bool {
    let Some(before) = from.checked_sub(1) else {
        return false;
    };
    let gap = tokens.gap(before);
    let is_name = tokens.at(before).is_some_and(|token| token.is_capital);
    gap.is_empty() || gap == "-" && is_name
}

/// “14:30”, “5 a.m.”
fn is_time(tokens: &Tokens<'_>, number: &Number) -> bool {
    let written = tokens.text.get(number.span.clone()).unwrap_or("");
    let after = tokens
        .text
        .get(number.span.end..)
        .unwrap_or("")
        .trim_start();
    let before = [1, 2].map(|by| {
        let token = number
            .tokens
            .start
            .checked_sub(by)
            .and_then(|at| tokens.at(at));
        token.map_or("", |token| token.lower.as_str())
    });
    // “5 h 30”
    let is_minutes = ["h", "heures", "horas"].contains(&before[0])
        && before[1].parse::<u32>().is_ok_and(|hour| hour < 25)
        && number.span.len() == 2;
    let is_half = ["a.m.", "p.m."].iter().any(|half| after.starts_with(half));
    written.contains(':') || is_half || is_minutes
}

/// “[3]”, “victims.3”, “2) Results” at the beginning of a line.
fn is_numbering(tokens: &Tokens<'_>, number: &Number) -> bool {
    let text = tokens.text;
    let ahead = text.get(..number.span.start).unwrap_or("");
    let after = text.get(number.span.end..).unwrap_or("");
    let small = number.span.len() <= 2;
    let noted = ahead.ends_with('[') && after.starts_with(']');
    let mut letters = ahead.chars().rev();
    let on_sign = letters.next().is_some_and(|c| ".,”\"’)".contains(c))
        && letters.next().is_some_and(char::is_alphabetic);
    let begins = ahead.trim_end_matches([' ', '\t']);
    let begins_line = begins.is_empty() || begins.ends_with('\n');
    let listed = after.starts_with(". ") || after.starts_with(") ") || after.starts_with(".\t");
    let in_brackets = begins.ends_with("\n(") && after.starts_with(')');
    // “Notes: 1) …; 2) …”
    let mut behind = after.strip_prefix(')').unwrap_or("").trim_start().chars();
    let in_line = begins.ends_with(['.', ':', ';'])
        && behind
            .next()
            .is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    small && (noted || on_sign || begins_line && listed || in_brackets || in_line)
}

/// The tokens of numbers by which something is reached or found: “tel. +33 1 40 00 00 00”,
/// “ref. 2024/17”.
pub(super) fn references(tokens: &Tokens<'_>) -> Vec<Range<usize>> {
    let is_number = |at: usize| tokens.at(at).is_some_and(|token| token.is_number);
    let goes_on = |at: usize| {
        let gap = tokens.gap(at);
        is_number(at + 1)
            && !gap.is_empty()
            && gap.len() < 3
            && gap.chars().all(|c| " -./()".contains(c))
    };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.all.len() {
        let mut last = at;
        while is_number(at) && goes_on(last) {
            last += 1;
        }
        let named = (1..=2).filter_map(|by| at.checked_sub(by)).any(|word| {
            let is_one = |token: &Token| is_one_of(&token.folded, REFERENCE);
            tokens.at(word).is_some_and(is_one) && !tokens.gap(word).contains(['\n', ';'])
        });
        let ahead = tokens.text.get(..tokens.span(at, at).start).unwrap_or("");
        // “+15.5 per cent” is no telephone.
        let digits = (at..=last)
            .filter_map(|at| tokens.at(at))
            .map(|one| one.lower.len());
        let signed = ahead.ends_with('#') || ahead.ends_with('+') && digits.sum::<usize>() > 6;
        let slashed = last > at && tokens.gap(at).contains('/') && last - at == 1;
        let dashed = |from: usize| (from..last).all(|at| tokens.gap(at) == "-");
        // “article 225-4-1”, “01 40 07 60 60”
        let word_before = at.checked_sub(1).and_then(|at| tokens.at(at));
        let of_law =
            last > at && dashed(at) && word_before.is_some_and(|one| is_one_of(&one.folded, NAMED));
        let dialled = last > at + 2 && tokens.at(at).is_some_and(|one| one.lower.starts_with('0'));
        if is_number(at) && (named || signed || slashed || of_law || dialled) {
            found.push(at..last + 1);
        }
        at = last + 1;
    }
    found
}

fn is_share(tokens: &Tokens<'_>, number: &Number) -> bool {
    const WAYS: [&[&str]; 4] = [&["in"], &["out", "of"], &["sur"], &["de", "cada"]];
    const PARTS: &str = "thirds quarters fifths tiers quarts cinquiemes tercios cuartos quintos";
    let after = tokens
        .text
        .get(number.span.end..)
        .unwrap_or("")
        .trim_start();
    if PER_CENT.iter().any(|sign| after.starts_with(sign)) {
        return true;
    }
    let (first, end) = (number.tokens.start, number.tokens.end);
    let word = |at: usize| tokens.at(at).map_or("", |token| token.folded.as_str());
    let in_words = |at: usize| tokens.at(at).is_some_and(|token| !token.is_number);
    // “one in three” only in words: 12 in 3 countries is none. “un sur cinq” begins with an article.
    let counts = |at: usize, in_digits: bool| {
        tokens.at(at).is_some_and(|token| {
            let is_article = is_one_of(&token.folded, "un une uno una");
            let is_number = if token.is_number {
                in_digits
            } else {
                token.language.counts(&token.lower)
            };
            is_article || is_number
        })
    };
    let of_more = |way: &&[&str]| {
        // “1 in 8”, but not “12 in 3 countries”
        let is_one = |at: Option<usize>| {
            at.and_then(|at| tokens.at(at))
                .is_some_and(|one| one.lower == "1")
        };
        let of_one = is_one(end.checked_sub(1)) || is_one(first.checked_sub(2));
        let in_digits = way.first() != Some(&"in") || of_one;
        let own = in_digits || in_words(end - 1);
        let stands = |from: usize| (from..).zip(*way).all(|(at, one)| word(at) == *one);
        let behind = stands(end) && counts(end + way.len(), in_digits);
        let start = first.checked_sub(way.len());
        // “one in five”, “one suspect in five”
        let before = start.filter(|start| stands(*start)).is_some_and(|start| {
            let others = [1, 2].into_iter().filter_map(|by| start.checked_sub(by));
            others.into_iter().any(|at| counts(at, in_digits))
        });
        own && (behind || before)
    };
    WAYS.iter().any(of_more) || is_one_of(word(end), PARTS) && in_words(end - 1)
}
