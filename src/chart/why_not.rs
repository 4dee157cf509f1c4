//! Which kinds of chart make sense for a choice, and why the others do not.

use super::asked::Asked;
use super::kinds::Shows;
use super::showing::Showing;
use crate::model::{Atlas, Metric, Operation};
use crate::query::comparison::Comparison;
use crate::query::kind::Kind;
use crate::query::measure::{self, Measure};
use crate::words::WhyNotDrawn;

/// In how many columns the groups of a chart of bars stand at most.
const COLUMNS: usize = 4;

/// The most rows under one another, or columns of a matrix, that a picture is made of; [`WhyNotDrawn::TooManyRows`]
/// names it. No file is high enough for more in type that can be read.
const MOST_ROWS: usize = 1_000;

/// The most operations beside one another in a grid; [`WhyNotDrawn::TooManyColumns`] names it.
pub(super) const MOST_COLUMNS: usize = 100;

/// Why a kind of chart has nothing to say about a comparison; `None` when it has.
pub fn why_not(kind: Kind, atlas: &Atlas, comparison: &Comparison) -> Option<WhyNotDrawn> {
    let showing = Showing {
        kind,
        ..Showing::default()
    };
    refusal(&Asked::of(atlas, comparison, showing))
}

/// As [`why_not`], of what a picture is asked to show.
pub(super) fn refusal(asked: &Asked<'_>) -> Option<WhyNotDrawn> {
    let making = asked.kind.making();
    if making.shows == Shows::All && asked.operations.is_empty() {
        Some(WhyNotDrawn::NothingOpen)
    } else if making.shows != Shows::All && asked.chosen.is_empty() {
        Some(WhyNotDrawn::NoOperation)
    } else if asked.metrics.is_empty() && making.metrics != Some(0) {
        Some(WhyNotDrawn::NoMetric)
    } else {
        let too_many = || (rows(asked) > MOST_ROWS).then_some(WhyNotDrawn::TooManyRows);
        (making.why_not)(asked).or_else(too_many)
    }
}

/// How many rows under one another, or columns of a matrix, a picture has that shows everything asked for.
fn rows(asked: &Asked<'_>) -> usize {
    let operations = asked.operations.iter();
    match asked.kind {
        Kind::Bars | Kind::Change => operations.len() * asked.metrics.len().div_ceil(COLUMNS),
        Kind::Coverage => operations.len(),
        // Of these a part can be looked at, and points need no rows.
        Kind::Timeline | Kind::Dots if asked.zoom.is_some() => 0,
        Kind::Scatter | Kind::Map | Kind::Grid => 0,
        Kind::Timeline => operations.filter(|one| one.days.is_some()).count(),
        Kind::Ranking | Kind::Dots => {
            let reports = |one: &&&Operation| {
                let figure = |metric: &&Metric| one.figure(metric.id.as_str());
                asked.metrics.first().and_then(figure).is_some()
            };
            operations.filter(reports).count()
        }
    }
}

/// Why the measure makes no sense for some of the metrics.
pub(super) fn footing(asked: &Asked<'_>, metrics: &[&Metric]) -> Option<WhyNotDrawn> {
    let operations = &asked.operations;
    let is_other = |one: &&Operation| asked.base.is_some_and(|base| base.id != one.id);
    if asked.measure == Measure::Change && operations.iter().any(is_other) {
        return None;
    }
    measure::why_not(asked.atlas, operations, metrics, asked.measure).map(WhyNotDrawn::Footing)
}

/// Why the measure makes no sense for the one metric shown.
pub(super) fn footing_of_first(asked: &Asked<'_>) -> Option<WhyNotDrawn> {
    let why = footing(asked, &asked.metrics)?;
    Some(match asked.measure {
        // It is the first that has to be a part of another.
        Measure::Share => WhyNotDrawn::FirstIsNoPart,
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Change => why,
    })
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
        let left = Kind::ALL.into_iter();
        let left = left.filter(|&kind| why_not(kind, &atlas, &comparison).is_none());
        assert_eq!(
            left.collect::<Vec<_>>(),
            [Kind::Grid, Kind::Map],
            "they show no figures"
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
