//! Every number of a text with the words that make its sign: the longest run of words that the
//! parser of quantities understands.

use super::change::is_change;
use super::money;
use super::number::Number;
use super::tokens::Tokens;
use crate::file::{QuantitySaid, may_begin_quantity, quantity_in_text};
use crate::model::Quantity;

/// So many words a sign may have before a number, and behind it; a number in words may have more.
const BEFORE: usize = 5;
const BEHIND: usize = 4;
const IN_WORDS: usize = 20;

/// Words that lead from one number to another.
const LEADING: [&str; 7] = ["to", "or", "a", "à", "ou", "o", "u"];

/// Words of a sign that end with a point.
const SHORT: [&str; 5] = ["ca", "approx", "c", "min", "max"];

/// All numbers outside what is taken already.
pub(super) fn numbers(tokens: &Tokens<'_>, taken: &[bool]) -> Vec<Number> {
    let mut found: Vec<Number> = Vec::new();
    let mut free_from = 0;
    for at in 0..tokens.all.len() {
        let is_taken = |at: usize| taken.get(at).copied().unwrap_or(true);
        if at < free_from || is_taken(at) || !may_be_number(tokens, at) {
            continue;
        }
        let mut first = at;
        while first > free_from
            && at - first < BEFORE
            && !is_taken(first - 1)
            && (runs_on(tokens, first - 1) || first == at && money::between(tokens, at))
        {
            first -= 1;
        }
        let mut last = at;
        while !is_taken(last + 1)
            && runs_on(tokens, last)
            && (last - at < BEHIND || last - at < IN_WORDS && goes_on_in_words(tokens, last + 1))
        {
            last += 1;
        }
        if let Some(mut number) = longest(tokens, first..=at, at..=last) {
            if is_change(tokens, number.tokens.start)
                && let Some(earlier) = earlier(tokens, &number)
            {
                number = earlier;
            } else if let Some(more) = more_of_it(tokens, &number, taken) {
                number.tokens.end += more;
                number.span.end = tokens.span(at, number.tokens.end - 1).end;
                number.said = QuantitySaid::Unclear;
            }
            free_from = number.tokens.end;
            found.push(number);
        } else if tokens.all.get(at).is_some_and(|token| token.is_number) {
            // One that nobody can read is still told.
            found.push(Number {
                tokens: at..at + 1,
                span: tokens.span(at, at),
                said: QuantitySaid::Unclear,
            });
            free_from = at + 1;
        }
    }
    found
}

fn may_be_number(tokens: &Tokens<'_>, at: usize) -> bool {
    let token = tokens.at(at);
    token.is_some_and(|token| token.is_number || token.language.counts(&token.lower))
}

/// Whether a token may be inside a number in words: at most two words of it stand together that
/// are none themselves.
fn goes_on_in_words(tokens: &Tokens<'_>, at: usize) -> bool {
    (at..at + 3).any(|at| may_be_number(tokens, at))
}

/// Whether a number may go on from a token to the next one.
fn runs_on(tokens: &Tokens<'_>, at: usize) -> bool {
    let gap = tokens.gap(at);
    let blanks = gap.chars().filter(|c| *c == '\n').count();
    let inside = |c: char| c.is_whitespace() || "-–—‑'’+~<>≥≤≈.".contains(c);
    let is_short = tokens
        .at(at)
        .is_some_and(|one| SHORT.contains(&one.lower.as_str()));
    blanks < 2 && gap.chars().all(inside) && (!gap.contains(". ") || is_short)
}

/// How many tokens behind a number say more of it that no quantity can: “hundreds of millions”,
/// “more than 1,200 to 1,300”, “two and a half” tonnes.
fn more_of_it(tokens: &Tokens<'_>, number: &Number, taken: &[bool]) -> Option<usize> {
    let end = number.tokens.end;
    let words = [0, 1, 2].map(|by| tokens.at(end + by).map_or("", |one| one.lower.as_str()));
    let is_free = |at: usize| !taken.get(at).copied().unwrap_or(true);
    if !runs_on(tokens, end - 1) || !is_free(end) {
        return None;
    }
    match words {
        ["and", "a", "half"] => return Some(3),
        ["et", "demi" | "demie", _] | ["y", "medio" | "media", _] => return Some(2),
        _ => {}
    }
    let is_vague =
        matches!(number.said, QuantitySaid::One(quantity, _) if quantity.number().is_none());
    let next = tokens.at(end + 1)?;
    let of_many = is_vague && ["of", "de", "d"].contains(&words[0]) && !next.is_number;
    let is_dash = matches!(tokens.gap(end - 1), "-" | "–");
    let leads = !is_vague && LEADING.contains(&words[0]) && runs_on(tokens, end);
    if (of_many || leads) && is_free(end + 1) && may_be_number(tokens, end + 1) {
        return Some(2);
    }
    let goes_on = is_dash && tokens.at(end).is_some_and(|one| one.is_number);
    (!is_vague && goes_on).then_some(1)
}

/// The first number of a range, where that is from what it was to what it became.
fn earlier(tokens: &Tokens<'_>, range: &Number) -> Option<Number> {
    let QuantitySaid::One(Quantity::Between(..), _) = range.said else {
        return None;
    };
    let to = range.tokens.clone().find(|at| {
        tokens
            .at(*at)
            .is_some_and(|one| LEADING.contains(&&*one.lower))
    })?;
    longest(
        tokens,
        range.tokens.start..=range.tokens.start,
        range.tokens.start..=to.checked_sub(1)?,
    )
}

fn longest(
    tokens: &Tokens<'_>,
    starts: std::ops::RangeInclusive<usize>,
    ends: std::ops::RangeInclusive<usize>,
) -> Option<Number> {
    let mut best: Option<Number> = None;
    let at = *starts.end();
    let begins = |from: &usize| {
        let token = tokens.at(*from);
        from == starts.end() || token.is_some_and(|token| may_begin_quantity(&token.lower))
    };
    for from in starts.clone().filter(begins) {
        for to in ends.clone() {
            let mut span = tokens.span(from, to);
            span.start = with_sign_before(tokens.text, span.start);
            if tokens
                .text
                .get(span.end..)
                .is_some_and(|rest| rest.starts_with('+'))
            {
                span.end += 1;
            }
            let written = tokens.text.get(span.clone()).unwrap_or("");
            let said = if from < at {
                quantity_in_text(&money::without(tokens, from, at, span.end))
            } else {
                quantity_in_text(written)
            };
            let longer = best
                .as_ref()
                .is_none_or(|best| span.len() > best.span.len());
            if said != QuantitySaid::Unclear && longer {
                best = Some(Number {
                    tokens: from..to + 1,
                    span,
                    said,
                });
            }
        }
    }
    best
}

/// The beginning of a sign that is no word: “~40”, “> 40”.
fn with_sign_before(text: &str, start: usize) -> usize {
    let before = text.get(..start).unwrap_or("");
    let close = before.trim_end_matches(' ');
    let without = close.trim_end_matches(['~', '<', '>', '≥', '≤', '≈', '=']);
    if without.len() < close.len() {
        without.len()
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Quantity::{self, *};

    fn found(text: &str) -> Vec<(String, Option<Quantity>)> {
        let tokens = Tokens::of(text);
        let taken = vec![false; tokens.all.len()];
        let all = numbers(&tokens, &taken).into_iter();
        let quantity = |said| match said {
            QuantitySaid::One(quantity, _) | QuantitySaid::Only(quantity, _) => Some(quantity),
            QuantitySaid::Unclear => None,
        };
        all.map(|one| (text[one.span].to_owned(), quantity(one.said)))
            .collect()
    }

    #[test]
    fn a_number_is_found_with_the_words_of_its_sign() {
        for (text, written, quantity) in [
            (
                "More than 1,800 of the arrests were for it",
                "More than 1,800",
                MoreThan(1800),
            ),
            (
                "and the police monitored nearly 24,000 flights",
                "nearly 24,000",
                Nearly(24_000),
            ),
            ("in dozens of the cases that were found", "dozens", Dozens),
            (
                "par les plus de 1 800 agents de la police et des",
                "plus de 1 800",
                MoreThan(1800),
            ),
            (
                "et près de 8 millions de contrôles sur les",
                "près de 8 millions",
                Nearly(8_000_000),
            ),
            (
                "la policía detuvo a unos 40 hombres en el",
                "unos 40",
                About(40),
            ),
            (
                "entre 40 y 60 personas en la casa del",
                "entre 40 y 60",
                Between(40, 60),
            ),
            ("the arrest of twelve men in the", "twelve", Exactly(12)),
            (
                "more than a dozen women were in the",
                "more than a dozen",
                MoreThan(12),
            ),
            (
                "une vingtaine de femmes et le chef de la bande",
                "une vingtaine",
                About(20),
            ),
            ("the 250+ people", "250+", AtLeast(250)),
            ("~40 people", "~40", About(40)),
            ("1.8 million checks", "1.8 million", Exactly(1_800_000)),
            (
                "close to eight million checks of the and",
                "close to eight million",
                Nearly(8_000_000),
            ),
            (
                "the police of the town held several hundred men",
                "several hundred",
                Hundreds,
            ),
            ("of at least\n178 people", "at least\n178", AtLeast(178)),
            (
                "fees of up to USD 6,000 were paid by the men and",
                "up to USD 6,000",
                UpTo(6000),
            ),
            ("more than $2,500 of it", "more than $2,500", MoreThan(2500)),
            ("ca. 300 cars", "ca. 300", About(300)),
            (
                "One hundred and seventy-five of the houses",
                "One hundred and seventy-five",
                Exactly(175),
            ),
            (
                "las veinticinco mujeres que la policía y los",
                "veinticinco",
                Exactly(25),
            ),
        ] {
            assert_eq!(
                found(text),
                [(written.to_owned(), Some(quantity))],
                "{text}"
            );
        }
    }

    #[test]
    fn numbers_beside_one_another_stay_apart() {
        let numbers = |text: &str| {
            found(text)
                .into_iter()
                .map(|(one, _)| one)
                .collect::<Vec<_>>()
        };
        assert_eq!(numbers("12 arrests, 40 victims"), ["12", "40"]);
        assert_eq!(
            numbers("with 40 and 60 of the two and"),
            ["40", "60", "two"]
        );
        assert_eq!(numbers("4, 5 and 6"), ["4", "5", "6"]);
        assert_eq!(
            numbers("Los dos millones y medio de consultas. Medio millón de la base"),
            ["dos millones y medio", "Medio millón"]
        );
        assert_eq!(found("5.5 tonnes"), [("5.5".to_owned(), None)]);
    }

    #[test]
    fn a_number_is_never_cut() {
        let long = "nine hundred and ninety-nine thousand nine hundred and ninety-nine";
        for (text, written, quantity) in [
            (
                "hundreds of thousands of men",
                "hundreds of thousands",
                Some(Thousands),
            ),
            ("hundreds of millions of men", "hundreds of millions", None),
            (
                "and more than 1,200 to 1,300 arrests",
                "more than 1,200 to 1,300",
                None,
            ),
            ("at least 30 or 40 of the men", "at least 30 or 40", None),
            ("the two and a half tonnes of it", "two and a half", None),
            (
                "Two and a half million checks",
                "Two and a half million",
                Some(Exactly(2_500_000)),
            ),
            (
                "some 30 or 40 of the men",
                "some 30 or 40",
                Some(Between(30, 40)),
            ),
            (
                "A thousand and one checks",
                "A thousand and one",
                Some(Exactly(1001)),
            ),
            ("the 40-odd men of the village", "40-odd", Some(About(40))),
            (long, long, Some(Exactly(999_999))),
            (
                "Deux millions et demi de contrôles dans les ports",
                "Deux millions et demi",
                Some(Exactly(2_500_000)),
            ),
            (
                "des centaines de milliers de contrôles dans les ports",
                "des centaines de milliers",
                Some(Thousands),
            ),
            (
                "los tres mil millones de la policía",
                "tres mil millones",
                Some(Exactly(3_000_000_000)),
            ),
            (
                "novecientos noventa y nueve mil novecientos noventa y nueve de los que",
                "novecientos noventa y nueve mil novecientos noventa y nueve",
                Some(Exactly(999_999)),
            ),
        ] {
            assert_eq!(found(text), [(written.to_owned(), quantity)], "{text}");
        }
    }

    #[test]
    fn what_grew_from_one_number_to_another_is_no_range() {
        for text in [
            "Arrests rose from 120 to 150 in it",
            "les arrestations sont passées de 120 à 150",
        ] {
            let both = [("120", 120), ("150", 150)];
            let both = both.map(|(text, n)| (text.to_owned(), Some(Exactly(n))));
            assert_eq!(found(text), both, "{text}");
        }
        let range = [("20 to 30".to_owned(), Some(Between(20, 30)))];
        assert_eq!(found("from 20 to 30 people"), range);
    }
}
