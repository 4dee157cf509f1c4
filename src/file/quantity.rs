//! Numbers as people write them when they have not read the manual, and what to write instead.

use super::format::names;
use super::found::{Found, Span};
use super::near::nearest;
use super::number_said::{in_thousands, whole};
use super::said::{Said, other_digit, said};
use super::tree::{Entry, Group, Kind, Node, State};
use crate::model::fault::{Instead, NumberFault, NumberForm};
use crate::model::hidden::shown;
use crate::model::{LARGEST_NUMBER, Quantity};

/// The quantities that stand without a number.
const WITHOUT_NUMBER: [&str; 4] = ["Several", "Dozens", "Hundreds", "Thousands"];

/// Whether a value can be used as a quantity, and what keeps it from that where it is not told yet.
pub(super) fn check(node: &Node<'_>) -> Result<(), Vec<Found>> {
    let fault = match &node.kind {
        Kind::Word(word) if WITHOUT_NUMBER.contains(word) => return Ok(()),
        Kind::Word(word) => of_word(word),
        Kind::Number(number) => of_bare_number(number),
        Kind::Text(text) => of_text(text),
        Kind::Group(Group {
            open: b'(',
            name: Some(name),
            entries,
        }) => {
            let faults = of_call(&node.span, name, entries);
            let read = |Entry { value, .. }: &Entry<'_>| {
                value.state == State::Sound && !matches!(value.kind, Kind::Unread)
            };
            return if faults.is_empty() && entries.iter().all(read) {
                Ok(())
            } else {
                Err(faults)
            };
        }
        Kind::Group(_) => NumberFault::Unnamed,
        Kind::Unread => return Err(Vec::new()),
    };
    Err(vec![Found::error(node.span.clone(), fault)])
}

/// A quantity as it should be written, with its numbers where those are well written.
pub(super) fn as_written(name: &str, entries: &[Entry<'_>]) -> String {
    let numbers: Vec<&str> = entries
        .iter()
        .filter_map(number_in)
        .filter(|number| plain(number).is_some())
        .collect();
    match (name, numbers.as_slice()) {
        (name, _) if WITHOUT_NUMBER.contains(&name) => name.to_owned(),
        ("Between", [low, high]) => format!("Between({low}, {high})"),
        ("Between", _) => "Between(…, …)".to_owned(),
        (_, [number]) => format!("{name}({number})"),
        _ => format!("{name}(…)"),
    }
}

/// The quantity that stands where a list of reports should.
pub(super) fn of_list(kind: &Kind<'_>) -> String {
    let is_quantity = |name: &str| names::<Quantity>().contains(&name);
    match kind {
        Kind::Group(Group {
            name: Some(name),
            entries,
            ..
        }) if is_quantity(name) => as_written(name, entries),
        Kind::Word(name) if is_quantity(name) => as_written(name, &[]),
        Kind::Number(number) if plain(number).is_some() => format!("Exactly({number})"),
        Kind::Text(_) | Kind::Number(_) | Kind::Word(_) | Kind::Group(_) | Kind::Unread => {
            "Exactly(…)".to_owned()
        }
    }
}

fn of_word(word: &str) -> NumberFault {
    let quantities = names::<Quantity>();
    if quantities.contains(&word) {
        let example = if word == "Between" { "…, …" } else { "…" };
        return NumberFault::NoDigits(word.to_owned(), example);
    }
    let lower = word.to_lowercase();
    if ["nan", "inf", "infinity", "none", "null", "unknown", "na"].contains(&lower.as_str()) {
        return NumberFault::Word(shown(word));
    }
    let instead = nearest(word, quantities.iter().copied()).map(|name| {
        if WITHOUT_NUMBER.contains(&name) {
            Instead::Quantity(name.to_owned())
        } else {
            Instead::Name(name.to_owned())
        }
    });
    NumberFault::Name(shown(word), instead)
}

fn of_bare_number(number: &str) -> NumberFault {
    let digits = whole(number).or_else(|| match said(number)? {
        Said::One(None, n) => Some(n.to_string()),
        Said::One(Some(_), _) | Said::Range(..) | Said::Words(_) => None,
    });
    match (digits, written(number, "Exactly")) {
        (Some(digits), _) => NumberFault::Bare(shown(number), digits),
        (None, Some(instead)) if range(number).is_none() => {
            NumberFault::InWords(shown(number), Some(instead))
        }
        (None, _) => of_digits(number, "Exactly"),
    }
}

/// What is wrong with words or signs that stand where a quantity should, or in the brackets of
/// one.
pub(super) fn of_words(words: &str, name: Option<&str>) -> NumberFault {
    let unknown = ["?", "??", "???", "-", "–", "—", "n/a", "nan", "unknown"];
    if unknown.contains(&words.to_lowercase().as_str()) {
        return NumberFault::Word(shown(words));
    }
    NumberFault::InWords(shown(words), written(words, name.unwrap_or("Exactly")))
}

fn of_text(text: &str) -> NumberFault {
    NumberFault::Quoted(shown(text), written(text, "Exactly"))
}

/// The quantity that words mean in the brackets of a quantity, as it should be written: there or
/// instead of it.
fn written(words: &str, name: &str) -> Option<String> {
    match said(words)? {
        Said::Words(name) => Some(name.to_owned()),
        Said::One(None, n) => Some(in_quantity(name, &n.to_string())),
        Said::One(Some(_), _) if name == "Between" => None,
        Said::One(Some(name), n) => Some(format!("{name}({n})")),
        Said::Range(low, high) => Some(format!("Between({low}, {high})")),
    }
}

/// A name with something in brackets behind it.
fn of_call(span: &Span, name: &str, entries: &[Entry<'_>]) -> Vec<Found> {
    let one = |span: Span, fault| vec![Found::error(span, fault)];
    let quantities = names::<Quantity>();
    if !quantities.contains(&name) {
        let instead = match nearest(name, quantities.iter().copied()) {
            Some(meant) => Instead::Quantity(as_written(meant, entries)),
            None => in_other_words(name, entries).map_or(Instead::AnyWithNumber, Instead::Quantity),
        };
        return one(span.clone(), NumberFault::Name(shown(name), Some(instead)));
    }
    if WITHOUT_NUMBER.contains(&name) {
        return one(span.clone(), NumberFault::TakesNone(name.to_owned()));
    }
    let numbers: Vec<&str> = entries.iter().filter_map(number_in).collect();
    if numbers.len() == entries.len() && name != "Between" && in_thousands(&numbers) {
        let span = entries.first().map_or(0, |entry| entry.value.span.start)
            ..entries.last().map_or(0, |entry| entry.value.span.end);
        let instead = format!("{name}({})", numbers.concat());
        let written = shown(&numbers.join(","));
        let form = NumberForm::Comma;
        return one(
            span,
            NumberFault::Form(written, form, name.to_owned(), Some(instead)),
        );
    }
    let expected = if name == "Between" { 2 } else { 1 };
    if let ([number], [entry]) = (numbers.as_slice(), entries)
        && name == "Between"
        && let Some(Said::Range(low, high)) = said(number)
    {
        let instead = Some(format!("Between({low}, {high})"));
        let form = NumberForm::Range;
        let fault = NumberFault::Form(shown(number), form, name.to_owned(), instead);
        return one(entry.value.span.clone(), fault);
    }
    if entries.len() != expected {
        let range = match numbers.as_slice() {
            [a, b] if expected == 1 && plain(a).is_some() && plain(b).is_some() => {
                let (low, high) = if plain(a) > plain(b) { (b, a) } else { (a, b) };
                Some(format!("Between({low}, {high})"))
            }
            _ => None,
        };
        return one(span.clone(), NumberFault::Count(name.to_owned(), range));
    }
    let faults = entries.iter().filter_map(|entry| {
        let fault = match &entry.value.kind {
            // What is wrong with it was told when it was read.
            _ if entry.value.state != State::Sound => return None,
            _ if entry.key.is_some() => {
                let fault = NumberFault::OnlyNumber(name.to_owned());
                return Some(Found::error(entry.span.clone(), fault));
            }
            Kind::Number(number) => match plain(number) {
                Some(value) if value <= u128::from(LARGEST_NUMBER) => return None,
                Some(_) => NumberFault::TooLarge(shown(number)),
                None => of_digits(number, name),
            },
            Kind::Text(text) => {
                let instead = whole(text).map(|digits| in_quantity(name, &digits));
                let instead = instead.or_else(|| written(text, name));
                NumberFault::QuotedDigits(shown(text), name.to_owned(), instead)
            }
            Kind::Word(word) => NumberFault::Word(shown(word)),
            Kind::Group(_) => NumberFault::OnlyNumber(name.to_owned()),
            Kind::Unread => return None,
        };
        Some(Found::error(entry.value.span.clone(), fault))
    });
    faults.collect()
}

/// The quantity that another name with numbers in its brackets means: `Over(40)`, `AtMost(40)`.
fn in_other_words(name: &str, entries: &[Entry<'_>]) -> Option<String> {
    let mut words = String::new();
    for c in name.chars() {
        if c == '_' || c.is_uppercase() {
            words.push(' ');
        }
        words.extend(Some(c).filter(|&c| c != '_'));
    }
    let numbers: Option<Vec<&str>> = entries.iter().map(number_in).collect();
    let numbers = numbers.filter(|numbers| !numbers.is_empty())?.join("-");
    written(&format!("{words} {numbers}"), "Exactly").filter(|_| entries.len() <= 2)
}

/// The number that stands alone in a part.
fn number_in<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    if let (Kind::Number(number), None) = (&entry.value.kind, &entry.key) {
        Some(number)
    } else {
        None
    }
}

/// Why digits are no number. `name` is the quantity they stand in.
fn of_digits(number: &str, name: &str) -> NumberFault {
    let of = |digits: Option<String>| digits.map(|digits| in_quantity(name, &digits));
    let (form, instead) = if is_share(number) {
        (NumberForm::PerCent, None)
    } else if number.starts_with('-') {
        (NumberForm::Negative, None)
    } else if number.starts_with('+') {
        (NumberForm::Plus, of(whole(number.trim_start_matches('+'))))
    } else if let Some((low, high)) = range(number) {
        (NumberForm::Range, Some(format!("Between({low}, {high})")))
    } else if number.contains([' ', '\u{A0}', '\u{202F}', '\u{2009}']) {
        (NumberForm::Space, of(whole(number)))
    } else if number.contains(['\'', '’']) {
        (NumberForm::Apostrophe, of(whole(number)))
    } else if is_scientific(number) {
        (NumberForm::Scientific, of(written_out(number)))
    } else if let Some((whole, decimals)) = number.split_once('.') {
        if decimals.bytes().all(|byte| byte == b'0') && decimals.len() != 3 {
            let whole = plain(whole).map(|_| whole.to_owned());
            (NumberForm::Decimals, of(whole))
        } else if in_thousands(&number.split('.').collect::<Vec<_>>()) {
            (NumberForm::Point, of(Some(number.replace('.', ""))))
        } else {
            (NumberForm::Fraction, None)
        }
    } else if number.contains(|c| other_digit(c).is_some()) {
        (NumberForm::OtherDigits, written(number, name))
    } else {
        (NumberForm::Letters, written(number, name))
    };
    NumberFault::Form(shown(number), form, name.to_owned(), instead)
}

/// Digits as they stand in a quantity.
fn in_quantity(name: &str, digits: &str) -> String {
    let digits = shown(digits);
    if name == "Between" {
        digits
    } else {
        format!("{name}({digits})")
    }
}

/// The value of a number in the form RON reads: digits, with `_` between them if one likes.
fn plain(number: &str) -> Option<u128> {
    let starts = number.starts_with(|c: char| c.is_ascii_digit());
    let digits: String = number.chars().filter(|&c| c != '_').collect();
    let only = starts && digits.bytes().all(|byte| byte.is_ascii_digit());
    // More digits than fit are certainly too large.
    only.then(|| digits.parse().unwrap_or(u128::MAX))
}

/// The two ends of `40-60` or `40..60`.
fn range(number: &str) -> Option<(&str, &str)> {
    let (low, high) = number.split_once("..").or_else(|| number.split_once('-'))?;
    let high = high.trim_start_matches('=');
    (plain(low).is_some() && plain(high).is_some()).then_some((low, high))
}

/// What stands behind a number that is a part of a hundred, or of a thousand.
pub const PER_CENT: [&str; 7] = [
    "%",
    "‰",
    "per cent",
    "percent",
    "pour cent",
    "por ciento",
    "por cento",
];

/// Whether a number is a part of a hundred.
fn is_share(number: &str) -> bool {
    let number = number.trim_end();
    PER_CENT.iter().any(|sign| number.ends_with(sign))
}

/// Whether a number is written like `1e3`.
fn is_scientific(number: &str) -> bool {
    let numeric =
        |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c == '+' || c == '-');
    number
        .split_once(['e', 'E'])
        .is_some_and(|(mantissa, exponent)| numeric(mantissa) && numeric(exponent))
}

/// The digits of a number written like `1e3`, where it is a whole number that fits.
fn written_out(number: &str) -> Option<String> {
    let value: f64 = number.parse().ok()?;
    let whole = value.fract().abs() < f64::EPSILON && value <= LARGEST_NUMBER as f64;
    whole.then(|| format!("{value:.0}"))
}
