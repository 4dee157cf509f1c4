//! Numbers as people write them when they have not read the manual, and what to write instead.

use super::diagnose::Doctor;
use super::fault::Span;
use super::shape::QUANTITIES;
use super::tree::{Group, Kind, Node, Part};
use super::wording::{nearest, quoted, shown};
use crate::model::LARGEST_NUMBER;
use crate::model::numerals::grouped;

/// The quantities that stand without a number.
const WITHOUT_NUMBER: [&str; 4] = ["Several", "Dozens", "Hundreds", "Thousands"];

/// The words of sources and the quantity for each; longer ones before those they begin with.
const WORDINGS: [(&str, &str); 25] = [
    ("approximately", "About"),
    ("around", "About"),
    ("about", "About"),
    ("circa", "About"),
    ("some", "About"),
    ("~", "About"),
    ("≈", "About"),
    ("close to", "Nearly"),
    ("almost", "Nearly"),
    ("nearly", "Nearly"),
    ("more than", "MoreThan"),
    ("above", "MoreThan"),
    ("over", "MoreThan"),
    (">=", "AtLeast"),
    ("≥", "AtLeast"),
    (">", "MoreThan"),
    ("at least", "AtLeast"),
    ("<=", "UpTo"),
    ("≤", "UpTo"),
    ("up to", "UpTo"),
    ("exactly", "Exactly"),
    ("several", "Several"),
    ("dozens", "Dozens"),
    ("hundreds", "Hundreds"),
    ("thousands", "Thousands"),
];

/// What to do where a source gives no number at all.
const NO_NUMBER: &str = "leave the whole report out when the source states no number, or write Several, Dozens, \
                         Hundreds or Thousands when it says so in words";

/// Whether a value can be used as a quantity.
pub(super) fn diagnose(doctor: &mut Doctor, node: &Node<'_>) -> bool {
    match &node.kind {
        Kind::Word(word) => of_word(doctor, &node.span, word),
        Kind::Number(number) => of_bare_number(doctor, &node.span, number),
        Kind::Text(text) => of_text(doctor, &node.span, text),
        Kind::Group(Group {
            open: b'(',
            name: Some(name),
            parts,
        }) => of_call(doctor, node, name, parts),
        Kind::Group(_) => doctor.refuse(
            &node.span,
            "a number has to say how firm it is",
            "write Exactly(40), About(40), MoreThan(40) or Between(40, 60), as the source has it",
        ),
        Kind::Unclear => false,
    }
}

/// A quantity as it should be written, with its numbers where those are well written.
pub(super) fn as_written(name: &str, parts: &[Part<'_>]) -> String {
    let numbers: Vec<&str> = parts
        .iter()
        .filter_map(number_in)
        .filter(|number| plain(number).is_some())
        .collect();
    match (name, numbers.as_slice()) {
        (name, _) if WITHOUT_NUMBER.contains(&name) => name.to_owned(),
        ("Between", [low, high]) => format!("Between({low}, {high})"),
        ("Between", _) => "Between(40, 60)".to_owned(),
        (_, [number]) => format!("{name}({number})"),
        _ => format!("{name}(…)"),
    }
}

/// The quantity that stands where a list of reports should.
pub(super) fn of_list(kind: &Kind<'_>) -> String {
    match kind {
        Kind::Group(Group {
            name: Some(name),
            parts,
            ..
        }) if QUANTITIES.contains(name) => as_written(name, parts),
        Kind::Word(name) if QUANTITIES.contains(name) => as_written(name, &[]),
        Kind::Number(number) if plain(number).is_some() => format!("Exactly({number})"),
        Kind::Text(_) | Kind::Number(_) | Kind::Word(_) | Kind::Group(_) | Kind::Unclear => {
            "Exactly(40)".to_owned()
        }
    }
}

fn of_word(doctor: &mut Doctor, span: &Span, word: &str) -> bool {
    if WITHOUT_NUMBER.contains(&word) {
        return true;
    }
    if QUANTITIES.contains(&word) {
        let example = if word == "Between" { "40, 60" } else { "40" };
        return doctor.refuse(
            span,
            format!("“{word}” stands without its number"),
            format!("write {word}({example})"),
        );
    }
    let lower = word.to_lowercase();
    if ["nan", "inf", "infinity", "none", "null", "unknown", "na"].contains(&lower.as_str()) {
        return doctor.refuse(span, format!("{} is not a number", quoted(word)), NO_NUMBER);
    }
    let remedy = match nearest(word, QUANTITIES) {
        Some(name) if WITHOUT_NUMBER.contains(&name) => format!("write {name}"),
        Some(name) => format!("write {name}(…) with the number in the brackets"),
        None => format!("write Exactly(40), About(40) or the like; {NO_NUMBER}"),
    };
    doctor.refuse(span, format!("{} is not a quantity", quoted(word)), remedy)
}

fn of_bare_number(doctor: &mut Doctor, span: &Span, number: &str) -> bool {
    if plain(number).is_none() && cleaned(number).is_none() {
        return of_number(doctor, span, number, "Exactly");
    }
    let digits = cleaned(number).unwrap_or_default();
    doctor.refuse(
        span,
        format!("the number {} does not say how firm it is", quoted(number)),
        format!(
            "write Exactly({digits}) if the source gives it flat, else About({digits}), Nearly({digits}), \
             MoreThan({digits}), AtLeast({digits}) or UpTo({digits})"
        ),
    )
}

fn of_text(doctor: &mut Doctor, span: &Span, text: &str) -> bool {
    let what = format!("the quantity {} stands in quotation marks", quoted(text));
    let folded = text.trim().to_lowercase();
    let wording = WORDINGS.iter().find(|(words, _)| folded.starts_with(words));
    let number = folded.trim_start_matches(|c: char| !c.is_ascii_digit());
    let number = number
        .split_whitespace()
        .next()
        .unwrap_or("")
        .trim_end_matches(['.', ',']);
    let remedy = match (wording, cleaned(number)) {
        (Some((_, name)), _) if WITHOUT_NUMBER.contains(name) => format!("write {name}"),
        (Some((_, name)), Some(digits)) => format!("write {name}({digits})"),
        (None, Some(digits)) => format!("write Exactly({digits})"),
        (_, None) => format!("write Exactly(40), About(40) or the like; {NO_NUMBER}"),
    };
    doctor.refuse(span, what, remedy)
}

/// A name with something in brackets behind it.
fn of_call(doctor: &mut Doctor, node: &Node<'_>, name: &str, parts: &[Part<'_>]) -> bool {
    let name_span = super::diagnose::beginning(&node.span, name.len());
    if !QUANTITIES.contains(&name) {
        let remedy = match nearest(name, QUANTITIES) {
            Some(meant) => format!("write {}", as_written(meant, parts)),
            None => "write Exactly(…), About(…), Nearly(…), MoreThan(…), AtLeast(…), UpTo(…) or Between(…, …)".to_owned(),
        };
        return doctor.refuse(
            &name_span,
            format!("{} is not a quantity", quoted(name)),
            remedy,
        );
    }
    if WITHOUT_NUMBER.contains(&name) {
        return doctor.refuse(
            &node.span,
            format!("“{name}” takes no number and no brackets"),
            format!(
                "write {name} alone, or About(3000) and the like when the source gives a number"
            ),
        );
    }
    let numbers: Vec<&str> = parts.iter().filter_map(number_in).collect();
    let all_numbers = numbers.len() == parts.len();
    if all_numbers && name != "Between" && in_thousands(&numbers) {
        let digits = numbers.concat();
        let span = parts.first().map_or(0, |part| part.value.span.start)
            ..parts.last().map_or(0, |part| part.value.span.end);
        return doctor.refuse(
            &span,
            format!("the number “{}” is written with a comma", numbers.join(",")),
            format!("write {name}({digits})"),
        );
    }
    let expected = if name == "Between" { 2 } else { 1 };
    if parts.len() != expected {
        let remedy = match (name, numbers.as_slice()) {
            ("Between", _) => "write Between(40, 60), the smaller number first".to_owned(),
            (_, [a, b]) => {
                let (low, high) = if plain(a) > plain(b) { (b, a) } else { (a, b) };
                format!("write Between({low}, {high}) for a range")
            }
            _ => format!("write {name}(40)"),
        };
        let what = match expected {
            2 => "“Between” takes two numbers".to_owned(),
            _ => format!("“{name}” takes one number"),
        };
        return doctor.refuse(&node.span, what, remedy);
    }
    parts.iter().fold(true, |usable, part| {
        let good = match &part.value.kind {
            _ if part.key.is_some() => doctor.refuse(
                &part.span,
                format!("“{name}” takes a number and nothing else"),
                format!("write {name}(40)"),
            ),
            Kind::Number(number) => of_number(doctor, &part.value.span, number, name),
            Kind::Text(text) => {
                let what = format!("the number {} stands in quotation marks", quoted(text));
                let remedy = match cleaned(text) {
                    Some(digits) => suggestion(name, &digits),
                    None => format!("write the digits alone, such as {name}(40)"),
                };
                doctor.refuse(&part.value.span, what, remedy)
            }
            Kind::Word(word) => doctor.refuse(
                &part.value.span,
                format!("{} is not a number", quoted(word)),
                NO_NUMBER,
            ),
            Kind::Group(_) => doctor.refuse(
                &part.value.span,
                format!("“{name}” takes a number and nothing else"),
                format!("write {name}(40)"),
            ),
            Kind::Unclear => false,
        };
        usable && good
    })
}

/// The number that stands alone in a part.
fn number_in<'a>(part: &Part<'a>) -> Option<&'a str> {
    if let (Kind::Number(number), None) = (&part.value.kind, &part.key) {
        Some(number)
    } else {
        None
    }
}

/// Whether a number can be used; tells why not. `name` is the quantity it stands in.
fn of_number(doctor: &mut Doctor, span: &Span, number: &str, name: &str) -> bool {
    let shape_of = || quoted(number);
    if let Some(value) = plain(number) {
        return value <= u128::from(LARGEST_NUMBER)
            || doctor.refuse(
                span,
                format!("the number {} is too large to be computed with", shape_of()),
                format!(
                    "check it against its source; a dataset goes up to {}",
                    grouped(LARGEST_NUMBER as f64, 0)
                ),
            );
    }
    let write = |digits: Option<String>| match digits {
        Some(digits) => suggestion(name, &digits),
        None => format!("write the digits alone, such as {name}(40)"),
    };
    let (what, remedy) = if number.starts_with('-') {
        (
            "is below zero",
            "write the number as the source states it; nothing is counted below zero".to_owned(),
        )
    } else if number.starts_with('+') {
        (
            "begins with a plus",
            write(cleaned(number.trim_start_matches('+'))),
        )
    } else if let Some((low, high)) = range(number) {
        ("is a range", format!("write Between({low}, {high})"))
    } else if number.contains([' ', '\u{A0}', '\u{202F}', '\u{2009}']) {
        ("is written with a space", write(cleaned(number)))
    } else if number.contains(['\'', '’']) {
        ("is written with an apostrophe", write(cleaned(number)))
    } else if is_scientific(number) {
        ("is in scientific notation", write(written_out(number)))
    } else if let Some((whole, decimals)) = number.split_once('.') {
        if decimals.bytes().all(|byte| byte == b'0') && decimals.len() != 3 {
            (
                "is written with decimals",
                write(plain(whole).map(|_| whole.to_owned())),
            )
        } else if in_thousands(&number.split('.').collect::<Vec<_>>()) {
            let digits = number.replace('.', "");
            let remedy = format!(
                "{} if the point stands between thousands; a count has no decimals",
                suggestion(name, &digits)
            );
            ("is written with a point", remedy)
        } else {
            (
                "is written with decimals",
                "write the whole number that the source states; a count has no decimals".to_owned(),
            )
        }
    } else {
        ("is not a whole number", write(None))
    };
    doctor.refuse(span, format!("the number {} {what}", shape_of()), remedy)
}

/// What to write for a number in a quantity.
fn suggestion(name: &str, digits: &str) -> String {
    if name == "Between" {
        format!("write {digits}")
    } else {
        format!("write {name}({})", shown(digits))
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

/// The digits of a number without what separates its thousands; `None` when it is no whole
/// number.
fn cleaned(number: &str) -> Option<String> {
    let number = number.trim();
    let groups: Vec<&str> = number
        .split([',', '.', ' ', '\'', '’', '\u{A0}', '\u{202F}', '\u{2009}'])
        .collect();
    if groups.len() > 1 && !in_thousands(&groups) {
        return None;
    }
    let digits = groups.concat();
    plain(&digits).map(|_| digits)
}

/// Whether groups of digits are what stands between the separators of thousands.
fn in_thousands(groups: &[&str]) -> bool {
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    match groups {
        [first, rest @ ..] => {
            !rest.is_empty()
                && (1..=3).contains(&first.len())
                && digits(first)
                && rest.iter().all(|group| group.len() == 3 && digits(group))
        }
        [] => false,
    }
}

/// The two ends of `40-60` or `40..60`.
fn range(number: &str) -> Option<(&str, &str)> {
    let (low, high) = number.split_once("..").or_else(|| number.split_once('-'))?;
    let high = high.trim_start_matches('=');
    (plain(low).is_some() && plain(high).is_some()).then_some((low, high))
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
