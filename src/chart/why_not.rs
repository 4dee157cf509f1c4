//! Which kinds of chart make sense for a choice, and why the others do not.

use super::kind::Kind;
use crate::model::{Atlas, Metric, Operation};
use crate::query::comparison::Comparison;
use crate::query::measure::{self, Measure, Unfit};

/// Why a kind of chart has nothing to say about a comparison, in a sentence without its full
/// stop that tells what to do; `None` when it has.
pub fn why_not(kind: Kind, atlas: &Atlas, comparison: &Comparison) -> Option<&'static str> {
    let chosen = comparison.operations_in(atlas);
    let all: Vec<&Operation> = atlas.operations.iter().collect();
    let metrics = comparison.metrics_in(atlas);
    let operations = if kind.shows_all() { &all } else { &chosen };
    if operations.is_empty() {
        return Some(if kind.shows_all() {
            "Open a dataset with operations"
        } else {
            "Choose operations to compare"
        });
    }
    let Some(first) = metrics.first() else {
        return Some("Choose what to compare them by");
    };
    let measure = comparison.measure;
    let base = comparison.base_in(atlas);
    let has_change = operations
        .iter()
        .any(|operation| base.is_some_and(|base| base.id != operation.id));
    let footing = |metrics: &[&Metric]| match measure {
        Measure::Change if has_change => None,
        Measure::Total
        | Measure::PerDay
        | Measure::PerCountry
        | Measure::Share
        | Measure::Change => {
            measure::why_not(atlas, operations, metrics, measure).map(Unfit::sentence)
        }
    };
    match kind {
        Kind::Coverage => None,
        Kind::Bars => footing(&metrics),
        Kind::Change => {
            if !has_change {
                Some("A change needs two operations")
            } else if measure == Measure::Share {
                Some(
                    "A change is from total to total, or per day or per country, not between shares",
                )
            } else {
                None
            }
        }
        Kind::Timeline if measure == Measure::Change => {
            Some("A circle cannot show a change; choose another measure")
        }
        Kind::Ranking | Kind::Timeline => {
            footing(&[first]).map(|why| first_is_no_part(why, measure))
        }
        Kind::Scatter => match metrics.get(1) {
            None => Some("A scatter needs two metrics"),
            Some(second) => footing(&[first]).or_else(|| footing(&[second])),
        },
    }
}

/// Where only the first figure is shown, it is the first that has to be a part of another.
fn first_is_no_part(why: &'static str, measure: Measure) -> &'static str {
    match measure {
        Measure::Share => "The first figure is no part of another; put one first that is",
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Change => why,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn a_kind_that_makes_no_sense_says_what_is_missing() {
        let atlas = fixture::atlas();
        let mut comparison = Comparison::telling(&atlas);
        for kind in Kind::ALL {
            assert_eq!(why_not(kind, &atlas, &comparison), None, "{kind:?}");
        }
        comparison.operations.truncate(1);
        comparison.metrics.truncate(1);
        let refused: Vec<Kind> = Kind::ALL
            .into_iter()
            .filter(|&kind| why_not(kind, &atlas, &comparison).is_some())
            .collect();
        assert_eq!(refused, [Kind::Change, Kind::Scatter]);
        comparison.metrics.clear();
        assert!(
            Kind::ALL
                .into_iter()
                .all(|kind| why_not(kind, &atlas, &comparison).is_some())
        );
    }

    #[test]
    fn a_measure_is_refused_where_the_kind_cannot_draw_it() {
        let atlas = fixture::atlas();
        let mut comparison = Comparison::telling(&atlas);
        comparison.measure = Measure::Change;
        assert!(why_not(Kind::Timeline, &atlas, &comparison).is_some());
        comparison.measure = Measure::Share;
        assert!(why_not(Kind::Change, &atlas, &comparison).is_some());
        assert!(
            why_not(Kind::Ranking, &atlas, &comparison).is_some(),
            "all arrests are no part"
        );
    }
}
