//! What the numbers of a picture rest on, and so what its remarks and sources speak of.

use std::collections::BTreeSet;

use super::asked::Asked;
use super::body::Body;
use super::kinds::Shows;
use super::shown::{Listing, Subject};
use crate::model::{Metric, Operation};
use crate::query::comparability::{Difference, differences};
use crate::query::measure::Measure;

/// All that the numbers of a picture rest on.
pub(super) struct RestsOn<'a> {
    /// What is shown, and the base that changes are measured from even where it has no marks.
    pub operations: Vec<&'a Operation>,
    /// Without those that have no marks.
    pub metrics: Vec<&'a Metric>,
}

impl<'a> RestsOn<'a> {
    /// What marks stand for, of the operations spoken of.
    pub fn of(
        asked: &Asked<'a>,
        operations: &[&'a Operation],
        body: &Body,
        listing: &Listing,
    ) -> Self {
        let mut operations = operations.to_vec();
        let changes =
            asked.kind.making().shows == Shows::Others || asked.measure == Measure::Change;
        if let Some(base) = asked.base.filter(|_| changes)
            && operations.iter().all(|one| one.id != base.id)
        {
            operations.insert(0, base);
        }
        let mut metrics = asked.metrics.clone();
        if changes || asked.measure == Measure::Share {
            let marks = body.marks();
            let with_number = marks.iter().flatten().filter_map(|&figure| {
                let shown = &listing.shown[figure];
                match shown.subject {
                    Subject::Figure { metric, .. } if shown.amount().is_some() => {
                        Some(listing.metrics[metric].id.as_str())
                    }
                    Subject::Figure { .. }
                    | Subject::Days { .. }
                    | Subject::Countries { .. }
                    | Subject::Country(_)
                    | Subject::TakingPart { .. } => None,
                }
            });
            let marked: BTreeSet<&str> = with_number.collect();
            if !marked.is_empty() {
                metrics.retain(|metric| marked.contains(metric.id.as_str()));
            }
        }
        Self {
            operations,
            metrics,
        }
    }

    /// What stands between its figures and a fair comparison.
    pub fn differences(&self, asked: &Asked<'a>) -> Vec<Difference<'a>> {
        differences(asked.atlas, &self.operations, &self.metrics, asked.measure)
    }
}

#[cfg(test)]
mod tests {
    use crate::chart::{Kind, Showing, picture};
    use crate::model::fixture;
    use crate::query::comparison::Comparison;
    use crate::query::measure::Measure;

    #[test]
    fn a_base_that_has_no_bar_is_spoken_of_all_the_same() {
        let atlas = fixture::atlas();
        let comparison = Comparison {
            operations: vec!["liberterra-3".to_owned()],
            metrics: vec!["arrests".to_owned()],
            measure: Measure::Change,
            base: Some("liberterra-2".to_owned()),
        };
        let spec = picture(&atlas, &comparison, Showing::default());
        assert!(
            spec.notes[0].contains("Liberterra II ran 6 days"),
            "{:?}",
            spec.notes
        );
        assert!(spec.subtitle.contains("2024"), "{}", spec.subtitle);
        assert!(spec.sources.contains("2024"), "{}", spec.sources);
    }

    #[test]
    fn an_operation_without_any_of_the_figures_is_not_spoken_of() {
        let mut atlas = fixture::atlas();
        let checks = Comparison {
            metrics: vec!["database_checks".to_owned()],
            ..Comparison::telling(&atlas)
        };
        for operation in &mut atlas.operations {
            operation.status = Some(crate::model::Status::Preliminary);
        }
        let showing = Showing {
            kind: Kind::Ranking,
            ..Showing::default()
        };
        let notes = picture(&atlas, &checks, showing).notes.join(" ");
        assert!(
            !notes.contains("Liberterra III"),
            "it reports no checks: {notes}"
        );
    }
}
