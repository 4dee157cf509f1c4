//! Sums of money: how they are told, and the number in one.

use super::number::Number;
use super::tokens::{Tokens, is_one_of};

/// Words for money right behind a number, folded; `*` is any ending.
pub(super) const WORDS: &str = "euro* dollar* dolar* pound* usd eur gbp chf peso* franc* cfa fcfa \
    xof real reais rupee* roupie* yen yuan naira baht dinar* dirham* lira* livres libras bolivar* \
    quetzal* sol soles";

/// What stands before or behind a number for money.
const SIGNS: [char; 10] = ['$', '€', '£', '¥', '₦', '₹', '₱', '₺', '₫', '₩'];

/// The same in letters, folded.
const CODES: &str = "usd eur gbp chf cfa fcfa xof brl mxn inr php aud cad us";

/// Whether a token is money in capital letters.
fn is_code(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.at(at).is_some_and(|token| {
        let written = tokens.text.get(token.span.clone()).unwrap_or("");
        written.chars().all(char::is_uppercase) && is_one_of(&token.folded, CODES)
    })
}

/// Whether a sign for money stands between a number and the word before it: “over $40”.
pub(super) fn between(tokens: &Tokens<'_>, number: usize) -> bool {
    let gap = number
        .checked_sub(1)
        .map_or("", |before| tokens.gap(before));
    gap.starts_with(' ') && gap.len() > 1 && gap.trim().chars().all(|c| SIGNS.contains(&c))
}

/// The words of a sign and its number without money between them.
pub(super) fn without(tokens: &Tokens<'_>, from: usize, number: usize, end: usize) -> String {
    let is_code = number > from + 1 && is_code(tokens, number - 1);
    let last = if is_code { number - 2 } else { number - 1 };
    let start = tokens.span(number, number).start;
    let digits = tokens.text.get(start..end).unwrap_or("");
    let signs = tokens.slice(from, last);
    if is_code || between(tokens, number) {
        return format!("{signs} {digits}");
    }
    let from = tokens.span(from, from).start;
    tokens.text.get(from..end).unwrap_or("").to_owned()
}

/// Whether a number is a sum.
pub(super) fn is_sum(tokens: &Tokens<'_>, number: &Number) -> bool {
    let text = tokens.text;
    let written = text.get(number.span.clone()).unwrap_or("");
    let ahead = text.get(..number.span.start).unwrap_or("").trim_end();
    let after = text.get(number.span.end..).unwrap_or("").trim_start();
    if written.contains(SIGNS) || ahead.ends_with(SIGNS) || after.starts_with(SIGNS) {
        return true;
    }
    let from = number.tokens.start;
    let inside = number.tokens.clone().any(|at| is_code(tokens, at));
    let before = from
        .checked_sub(1)
        .is_some_and(|before| is_code(tokens, before));
    // “1,8 millions d’euros”, “2 millones de dólares”, “6,000 US dollars”.
    let last = number.tokens.end.saturating_sub(1);
    let words = [1, 2].map(|by| {
        let token = tokens.near(last, by);
        token.map_or("", |token| token.folded.as_str())
    });
    let linked = ["d", "de", "us", "american", "canadian"].contains(&words[0]);
    inside || before && !ahead.ends_with('.') || linked && is_one_of(words[1], WORDS)
}
