//! Numbers that are no result of an operation, and why: money, ages, shares, days …

use std::ops::Range;

use super::dates::year;
use super::numbers::Number;
use super::tokens::{Token, Tokens};
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
    (
        Beside::Money,
        "euro* dollar* dolar* pound* usd eur gbp chf peso* franc* cfa fcfa xof real reais rupee* roupie* \
         yen yuan naira baht dinar* dirham* lira* livres libras bolivar* quetzal* sol soles",
    ),
    (
        Beside::Duration,
        "day* week* month* year* hour* minute* second seconds night* decade* jour* semaine* mois an \
         ans annee* heure* nuit* dia* semana* mes meses ano* hora* minuto* noche* decada*",
    ),
    (
        Beside::Measure,
        "km kms kilomet* met* mile* feet foot nautical kg kgs kilo* tonne* ton tons tonelada* gram* \
         g mg litre* liter* litro* l hectare* hectarea* acre* m m2 degrees degres grados milla* \
         milles",
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
const NAMED: &str = "article* articulo* section* seccion* phase* fase* chapter* chapitre* capitulo* \
    room* terminal* gate* route* ruta* highway* autoroute* autopista* resolution* resolucion* \
    directive* directiva* annex* annexe* anexo* figure* table* tabla* tableau* page* pagina* step* \
    etape* part* parte* flight vol vuelo platform* line* zone zona* sector secteur* district* \
    building* number numero no n nos covid boeing airbus dc version* act law loi ley rule* regle* \
    grade* level* niveau* nivel* channel* canal* camp* cell* lot block street rue calle avenue";

/// What stands before what reaches or finds something, folded.
const REFERENCE: &str = "tel telephone phone fax telefono mobile cell call appelez llame ref \
    reference referencia file dossier expediente whatsapp isbn issn doi ext";

/// What an age is told with, folded.
const OF_AGE: &str = "old age aged ages agee agees edad edades";

/// The names of money that stand before or right behind a number.
const CURRENCIES: [char; 10] = ['$', '€', '£', '¥', '₦', '₹', '₱', '₺', '₫', '₩'];

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
        (Beside::Money, is_money),
        (Beside::Share, is_share),
        (Beside::Age, is_age),
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
    if bare && year(tokens, from).is_some() && !counts(next) {
        return Some(Beside::Year);
    }
    let named = bare && is_one_of(word(from.checked_sub(1)), NAMED) && !counts(next);
    (named || is_glued(tokens, from)).then_some(Beside::Name)
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
    written.contains(':') || ["a.m.", "p.m."].iter().any(|half| after.starts_with(half))
}

/// Whether a word is one of those in a list, where `*` is any ending.
pub(super) fn is_one_of(word: &str, list: &str) -> bool {
    !word.is_empty()
        && list
            .split_whitespace()
            .any(|one| match one.strip_suffix('*') {
                Some(stem) => word.starts_with(stem),
                None => word == one,
            })
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
    small && (noted || on_sign || begins_line && listed || in_brackets)
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
        let signed = ahead.ends_with(['+', '#']);
        let slashed = last > at && tokens.gap(at).contains('/') && last - at == 1;
        if is_number(at) && (named || signed || slashed) {
            found.push(at..last + 1);
        }
        at = last + 1;
    }
    found
}

fn is_money(tokens: &Tokens<'_>, number: &Number) -> bool {
    const CODES: &str = "usd eur gbp chf cfa fcfa xof brl mxn inr php aud cad us";
    let start = tokens.span(number.tokens.start, number.tokens.start).start;
    let ahead = tokens.text.get(..start).unwrap_or("").trim_end();
    let after = tokens
        .text
        .get(number.span.end..)
        .unwrap_or("")
        .trim_start();
    if ahead.ends_with(CURRENCIES) || after.starts_with(CURRENCIES) {
        return true;
    }
    let code = tokens.near(number.tokens.start, -1);
    let upper = code.is_some_and(|code| {
        let written = tokens.text.get(code.span.clone()).unwrap_or("");
        written.chars().all(char::is_uppercase) && CODES.split(' ').any(|one| one == code.folded)
    });
    // “1,8 millions d’euros”, “2 millones de dólares”, “6,000 US dollars”.
    let money = BEHIND.first().map_or("", |(_, words)| words);
    let last = number.tokens.end.saturating_sub(1);
    let words = [1, 2].map(|by| {
        tokens
            .near(last, by)
            .map_or("", |token| token.folded.as_str())
    });
    let linked = ["d", "de", "us", "american", "canadian"].contains(&words[0]);
    upper && !ahead.ends_with('.') || linked && is_one_of(words[1], money)
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
        let in_digits = way.first() != Some(&"in");
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

fn is_age(tokens: &Tokens<'_>, number: &Number) -> bool {
    const YEARS: &str = "year years ans anos";
    const ONE: &str =
        "girl boy man woman child fille garcon femme homme enfant nina nino mujer hombre";
    const YOUNG: &str =
        "minor* mineur* menor* child* enfant* nino* nina* girl* boy* fille* garcon*";
    let word = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.at(at));
        token.map_or("", |token| token.folded.as_str())
    };
    let (first, end) = (number.tokens.start, number.tokens.end);
    let before = |by: usize| word(first.checked_sub(by));
    let is_years = is_one_of(word(Some(end)), YEARS);
    let linked = ["of", "de"].contains(&before(1));
    let person = if linked { before(2) } else { before(1) };
    // “a woman, 32, was found”
    let in_commas = is_one_of(before(1), ONE)
        && tokens.gap(first.saturating_sub(1)).trim() == ","
        && tokens.gap(end - 1).starts_with(',');
    // “a girl of 14”, “un homme de 32 ans”, “minors under 15”, “menores de 18 años”
    let of_person = is_one_of(person, ONE) && linked;
    let below = matches!(number.said, QuantitySaid::One(Quantity::UpTo(_), _));
    let of_young = is_one_of(person, YOUNG) && (is_years || below);
    is_years && word(Some(end + 1)) == "old"
        || close_to_age(tokens, number)
        || of_person
        || of_young
        || in_commas
}

/// Whether no other words than those of an age stand between it and the number.
fn close_to_age(tokens: &Tokens<'_>, number: &Number) -> bool {
    const BETWEEN: &str =
        "between entre from de to and a et y of the over under as young s es e ans";
    let first = number.tokens.start;
    for by in 1..=5 {
        let Some(token) = first.checked_sub(by).and_then(|at| tokens.at(at)) else {
            return false;
        };
        if is_one_of(&token.folded, OF_AGE) {
            return true;
        }
        if !token.is_number && !is_one_of(&token.folded, BETWEEN) {
            return false;
        }
    }
    false
}
