//! The remarks under a picture: what stands between its figures and a fair comparison.

use super::body::Body;
use super::ranking::Ranking;
use crate::model::{Atlas, Open};
use crate::query::comparability::{DifferenceKind, differences};
use crate::query::comparison::Comparison;

/// The two remarks without which the picture would mislead most; for coverage, what it does and
/// does not say.
pub(super) fn notes(atlas: &Atlas, rests_on: &Comparison, body: &Body) -> Vec<String> {
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
    let room = 2 - usize::from(order.is_some());
    differences(atlas, rests_on)
        .into_iter()
        .filter(|difference| !(tells_missing && difference.kind == DifferenceKind::Missing))
        .take(room)
        .map(|difference| difference.sentence)
        .chain(order)
        .collect()
}

/// Whose place in a ranking is not certain, because what it may really be reaches to others.
fn doubtful_order(ranking: &Ranking) -> Option<String> {
    let reaches: Vec<(&str, (f64, f64), bool)> = ranking
        .bars
        .iter()
        .filter_map(|bar| {
            let amount = bar.mark.amount()?;
            Some((bar.name.as_str(), amount.reach(), amount.open() != Open::No))
        })
        .collect();
    let meets = |index: usize, (low, high): (f64, f64)| {
        reaches
            .iter()
            .enumerate()
            .any(|(other, (_, reach, _))| other != index && low <= reach.1 && reach.0 <= high)
    };
    let doubtful: Vec<&str> = reaches
        .iter()
        .enumerate()
        .filter(|(index, (_, reach, is_open))| *is_open && meets(*index, *reach))
        .map(|(_, (name, ..))| *name)
        .collect();
    let whose = match doubtful.as_slice() {
        [] => return None,
        [one] => format!("the place of {one} is"),
        [first @ .., last] if first.len() < 4 => {
            format!("the places of {} and {last} are", first.join(", "))
        }
        many => format!("the places of {} operations are", many.len()),
    };
    Some(format!(
        "Figures here are partly open-ended or approximate: {whose} not certain."
    ))
}
