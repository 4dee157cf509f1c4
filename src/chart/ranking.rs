//! Ranking: every operation of the atlas by one metric, the largest first; what has no number
//! stands at the end, in words.

use super::bar_scale::axis_to;
use super::bars::{Bar, BarPanel, bar};
use super::body::{Aside, Mention};
use super::showing::StandOut;
use crate::model::{Amount, Atlas, Metric, Operation};
use crate::query::change::WhyNot;
use crate::query::comparison::Comparison;
use crate::query::measure::{Measured, Value, measured};
use crate::words::capitalised;

/// Operations in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    /// What is counted: "People per operation day".
    pub unit: String,
    /// Those with a number, the largest first, then those stated without one.
    pub bars: Vec<Bar>,
    /// What follows numbers: " %" or nothing.
    pub suffix: &'static str,
    /// How far the axis reaches at least; 0 where the bars need none.
    pub axis_to: f64,
    /// Those that are not reported.
    pub asides: Vec<Aside>,
}

impl Ranking {
    /// The ranking of all operations by `metric`.
    pub(super) fn of(
        atlas: &Atlas,
        comparison: &Comparison,
        metric: &Metric,
        stand_out: &StandOut<'_>,
    ) -> Self {
        let base = comparison.base_in(atlas);
        let mut values: Vec<(&Operation, Measured<'_>)> = atlas
            .operations
            .iter()
            .map(|operation| {
                (
                    operation,
                    measured(atlas, operation, metric, comparison.measure, base),
                )
            })
            .collect();
        // The sort is stable: equal numbers keep the atlas's order.
        values.sort_by(|(_, a), (_, b)| {
            rank(a)
                .0
                .cmp(&rank(b).0)
                .then(rank(b).1.total_cmp(&rank(a).1))
        });
        let mut bars = Vec::new();
        let mut missing = Vec::new();
        for (operation, measured) in &values {
            let bar = Bar {
                quiet: stand_out.is_quiet(operation),
                ..bar(atlas, metric, operation, measured, operation.name.clone())
            };
            if measured.value == Value::NotReported {
                missing.push(Mention {
                    text: bar.name,
                    spoken: bar.spoken,
                    target: bar.target,
                });
            } else {
                bars.push(bar);
            }
        }
        let largest = bars.iter().filter_map(|bar| bar.mark.amount());
        let largest = largest.map(Amount::number).fold(0.0, f64::max);
        let (heading, suffix) = BarPanel::heading(comparison.measure, &metric.unit);
        let asides = vec![Aside {
            lead: "Not reported".to_owned(),
            mentions: missing,
        }];
        Self {
            unit: capitalised(&heading),
            bars,
            suffix,
            axis_to: axis_to(comparison.measure, largest),
            asides,
        }
    }
}

/// Numbers first, then what has none, then what is not reported.
fn rank(measured: &Measured<'_>) -> (u8, f64) {
    match &measured.value {
        Value::Number(amount) => (0, amount.number()),
        Value::Unnumbered(_) => (1, 0.0),
        // A base has changed by nothing from itself.
        Value::NotComputable(WhyNot::Base) => (0, 0.0),
        Value::NotComputable(_) => (2, 0.0),
        Value::NotReported => (3, 0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Mark, Showing};
    use crate::model::fixture;

    #[test]
    fn the_largest_comes_first_and_what_has_no_number_last() {
        let atlas = fixture::atlas();
        let comparison = Comparison {
            operations: vec!["liberterra-2".to_owned()],
            ..Comparison::default()
        };
        let stand_out = StandOut::of(&atlas, &comparison, Showing::default());
        let ranking = |metric: &str| {
            Ranking::of(
                &atlas,
                &comparison,
                atlas.metric(metric).unwrap(),
                &stand_out,
            )
        };
        let names: Vec<(String, bool)> = ranking("officers")
            .bars
            .into_iter()
            .map(|bar| (bar.name, bar.quiet))
            .collect();
        assert_eq!(
            names,
            [
                ("Liberterra III".to_owned(), true),
                ("Liberterra II".to_owned(), false)
            ]
        );
        let checks = ranking("database_checks");
        let numbers = checks
            .bars
            .iter()
            .filter(|bar| matches!(bar.mark, Mark::Number(_)));
        assert_eq!(numbers.count(), 1);
        assert_eq!(checks.asides[0].mentions[0].text, "Liberterra III");
    }
}
