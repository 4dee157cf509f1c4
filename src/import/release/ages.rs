//! How old somebody is: “aged 14 to 17”, “a woman, 32,”, “la mayor, 63”.

use super::number::Number;
use super::tokens::{Tokens, is_one_of};
use crate::file::{QuantitySaid, country_said};
use crate::model::Quantity;

/// What an age is told with, folded.
const OF_AGE: &str = "old age aged ages agee agees edad edades oldest youngest eldest";

/// Those of whom an age is told, folded.
const PERSON: &str = "girl boy man woman child daughter* son sons fille* garcon femme homme enfant* fils \
    nina nino mujer hombre hija* hijo* hijos";

/// Those who are told to be below an age.
const YOUNG: &str = "minor* mineur* menor* child* enfant* nino* nina* girl* boy* fille* garcon*";

/// Who is older or younger than others.
const ELDEST: &str = "mayor menor ainee aine cadet cadette";

/// Whether a number is an age.
pub(super) fn is_age(tokens: &Tokens<'_>, number: &Number) -> bool {
    let (first, end) = (number.tokens.start, number.tokens.end);
    let word = |at: Option<usize>| {
        let token = at.and_then(|at| tokens.at(at));
        token.map_or("", |token| token.folded.as_str())
    };
    let before = |by: usize| word(first.checked_sub(by));
    let behind = |by: usize| word(Some(end + by));
    let comma = |by: usize| {
        let at = first.checked_sub(by);
        at.is_some_and(|at| tokens.gap(at).trim() == ",")
    };
    let is_and = |word: &str| ["and", "et", "y"].contains(&word);
    let closes = tokens
        .gap(end - 1)
        .starts_with([',', '.', '”', '"', ';', ')']);
    let is_years = is_one_of(behind(0), "year years ans anos");
    let is_below = matches!(number.said, QuantitySaid::One(Quantity::UpTo(_), _));
    let is_linked = ["of", "de"].contains(&before(1));
    let person = if is_linked { before(2) } else { before(1) };
    // “a woman, 32, was found”, “her daughters, 8 and 11,”, “la mayor, 63”
    let in_commas = comma(1)
        && (is_one_of(before(1), PERSON) && (closes || is_and(behind(0)))
            || is_one_of(before(1), ELDEST));
    let is_second = is_and(before(1)) && is_one_of(before(3), PERSON) && comma(3);
    // “a girl of 14”, “un homme de 32 ans”, “minors under 15”, “menores de 18 años”
    let of_person = is_linked && is_one_of(person, PERSON);
    let of_young = is_one_of(person, YOUNG) && (is_years || is_below);
    is_years && behind(1) == "old"
        || close_to_age(tokens, number)
        || in_commas
        || is_second
        || of_person
        || of_young
        || closes && comma(1) && number.span.len() == 2 && is_name(tokens, first)
}

/// Whether somebody’s name stands before a number: “Captain Ruiz, 54.”
fn is_name(tokens: &Tokens<'_>, number: usize) -> bool {
    let (Some(last), Some(first)) = (number.checked_sub(1), number.checked_sub(2)) else {
        return false;
    };
    let is_capital = |at: usize| tokens.at(at).is_some_and(|one| one.is_capital);
    let is_country = |from: usize| country_said(tokens.slice(from, last)).is_some();
    let are_names = is_capital(first) && is_capital(last) && tokens.gap(first) == " ";
    are_names && !is_country(first) && !is_country(last)
}

/// Whether no other words than those of an age stand between it and the number.
fn close_to_age(tokens: &Tokens<'_>, number: &Number) -> bool {
    const BETWEEN: &str = "between entre from de to and a et y of the over under as young s es e ans \
        was is were only just at";
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
