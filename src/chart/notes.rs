//! The remarks under a picture: what stands between its figures and a fair comparison.

use super::body::Body;
use super::ranking::Ranking;
use crate::model::{Amount, Atlas, Open};
use crate::query::comparability::{Difference, DifferenceKind, differences, lower_first};
use crate::query::comparison::Comparison;

/// The two remarks without which the picture would mislead most; for coverage, what it does and
/// does not say. `has_key` tells whether a key of colours says which figures are preliminary.
pub(super) fn notes(
    atlas: &Atlas,
    rests_on: &Comparison,
    body: &Body,
    has_key: bool,
) -> Vec<String> {
    if matches!(body, Body::Coverage(_)) {
        return vec![
            "Not reported means that no source states the figure, not that there was none."
                .to_owned(),
        ];
    }
    // These name what is not reported themselves.
    let tells_missing = !matches!(body, Body::Bars(_) | Body::Change(_));
    let order = match body {
        Body::Ranking(ranking) => doubtful_order(ranking),
        Body::Bars(_)
        | Body::Change(_)
        | Body::Timeline(_)
        | Body::Scatter(_)
        | Body::Coverage(_)
        | Body::Nothing(_) => None,
    };
    let mut found: Vec<Difference> = differences(atlas, rests_on);
    found.retain(|difference| !(tells_missing && difference.kind == DifferenceKind::Missing));
    let status = found
        .iter()
        .position(|difference| difference.kind == DifferenceKind::Status);
    // Where no key says which figures are preliminary, the remarks do, whatever else they say.
    let status = status
        .filter(|_| !has_key)
        .map(|index| found.remove(index).sentence);
    let room = 2 - usize::from(order.is_some());
    let mut notes: Vec<String> = found
        .into_iter()
        .take(room)
        .map(|difference| difference.sentence)
        .chain(order)
        .collect();
    match (status, notes.as_mut_slice()) {
        (Some(status), [first, _, ..]) => {
            let also = lower_first(&status);
            *first = format!("{}; {also}", first.trim_end_matches('.'));
        }
        (Some(status), [] | [_]) => notes.insert(0, status),
        (None, _) => {}
    }
    notes
}

/// Which operations of a ranking may change places with the next, because what one of them may
/// really be reaches to the other.
fn doubtful_order(ranking: &Ranking) -> Option<String> {
    let numbers: Vec<(&str, Amount)> = ranking
        .bars
        .iter()
        .filter_map(|bar| Some((bar.name.as_str(), bar.mark.amount()?)))
        .collect();
    let may_change = |one: Amount, next: Amount| {
        let is_open = one.open() != Open::No || next.open() != Open::No;
        let ((low, high), (next_low, next_high)) = (one.plausible(), next.plausible());
        is_open && low <= next_high && next_low <= high
    };
    let pairs: Vec<(&str, &str)> = numbers
        .windows(2)
        .filter_map(|pair| match pair {
            [(one, a), (next, b)] if may_change(*a, *b) => Some((*one, *next)),
            _ => None,
        })
        .collect();
    let who = match pairs.as_slice() {
        [] => return None,
        [(one, next)] => format!("{one} and {next} may change places"),
        [(one, next), (other, after)] if next == other => {
            format!("{one}, {next} and {after} may change places")
        }
        [(one, next), (other, after)] => {
            format!("{one} and {next}, and {other} and {after}, may change places")
        }
        many => format!("{} operations may change places with the next", many.len()),
    };
    Some(format!(
        "Some figures are open-ended or approximate: {who}."
    ))
}
