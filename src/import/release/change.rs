//! Numbers that tell of a change: what something was before, or by how much it changed.

use super::tokens::{Tokens, is_one_of};

/// Words that say that something changed, folded; `*` is any ending.
const CHANGED: &str = "rose risen rise* rising increas* grew grow* climb* jump* up fell fall* drop* \
    decreas* declin* down shrank passe passes passee passees passent augment* diminu* baiss* bondi* \
    recul* grimp* pasaron pasado pasando paso aument* subi* sube* disminu* bajar* bajad* cay* crec* redu*";

/// So many words may stand between what changed and its number.
const BETWEEN: usize = 3;

/// Whether the number that begins at a token is what something was before, or by how much it
/// changed: “rose from 120”, “fell by 25”, “compared with 9,870”, “contre 9 870 en 2023”.
pub(super) fn is_change(tokens: &Tokens<'_>, number: usize) -> bool {
    let word = |by: usize| {
        let token = number.checked_sub(by).and_then(|at| tokens.at(at));
        token.map_or("", |token| token.folded.as_str())
    };
    let stands_close = number
        .checked_sub(1)
        .is_some_and(|before| tokens.gap(before).trim().is_empty());
    let changed = (2..2 + BETWEEN).any(|by| is_one_of(word(by), CHANGED));
    let mut behind = (number + 1..number + 2 + BETWEEN).filter_map(|at| tokens.at(at));
    let leads_on = behind.any(|one| ["a", "à"].contains(&one.lower.as_str()));
    let before = match word(1) {
        "from" => true,
        // “rounded up by 200 officers”
        "by" => !["up", "down"].contains(&word(2)),
        "de" | "desde" => leads_on,
        _ => false,
    };
    let compared =
        ["with", "to"].contains(&word(1)) && ["compared", "comparison"].contains(&word(2));
    stands_close && (compared || changed && before)
}
