//! The remarks under a picture: what stands between its figures and a fair comparison.

use super::bars::{Bar, Mark};
use super::body::Body;
use super::ranking::Ranking;
use crate::model::{Amount, Open};
use crate::query::comparability::Difference;
use crate::words::{listed_or_counted, lower_first};

/// The two remarks without which the picture would mislead most; for coverage, what it does and
/// does not say. `differences` are all there are; `has_key` tells whether a key of colours says which figures are preliminary.
pub(super) fn notes(differences: &[Difference<'_>], body: &Body, has_key: bool) -> Vec<String> {
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
    let mut found: Vec<&Difference<'_>> = differences.iter().collect();
    found.retain(|difference| match difference {
        Difference::Missing { .. } => !tells_missing,
        // The order's own note says as much.
        Difference::Qualified => order.is_none(),
        Difference::Days { .. }
        | Difference::Wording(_)
        | Difference::Status { .. }
        | Difference::Countries { .. } => true,
    });
    let status = found
        .iter()
        .position(|difference| matches!(difference, Difference::Status { .. }));
    // Where no key says which figures are preliminary, the remarks do, whatever else they say.
    let status = status
        .filter(|_| !has_key)
        .map(|index| found.remove(index).sentence());
    let room = 2 - usize::from(order.is_some());
    let mut notes: Vec<String> = found
        .into_iter()
        .take(room)
        .map(Difference::sentence)
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

/// Whose place in a ranking is not certain: what they may really be reaches to others, or no
/// number was stated.
fn doubtful_order(ranking: &Ranking) -> Option<String> {
    let reaches: Vec<(f64, f64)> = ranking
        .bars
        .iter()
        .filter_map(|bar| bar.mark.amount())
        .map(Amount::plausible)
        .collect();
    let is_doubtful = |bar: &&Bar| match bar.mark {
        Mark::Number(amount) if amount.open() == Open::No => false,
        Mark::Number(amount) => {
            let (low, high) = amount.plausible();
            // It meets itself, and another one where its place is in doubt.
            let meets = |reach: &&(f64, f64)| low <= reach.1 && reach.0 <= high;
            reaches.iter().filter(meets).count() > 1
        }
        Mark::Unnumbered => ranking.bars.len() > 1,
        Mark::Missing => false,
    };
    let doubtful: Vec<&str> = ranking
        .bars
        .iter()
        .filter(is_doubtful)
        .map(|bar| bar.name.as_str())
        .collect();
    let whose = match doubtful.as_slice() {
        [] => return None,
        [one] => format!("the place of {one} is"),
        many => format!("the places of {} are", listed_or_counted(many)),
    };
    Some(format!(
        "Some figures are open-ended or approximate: {whose} not certain."
    ))
}
