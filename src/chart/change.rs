//! Change: from a base operation to each other one, metric by metric.

use super::bars::place;
use super::body::{SignKey, Target, drawn_open};
use super::showing::StandOut;
use super::words::short_names;
use crate::model::{Amount, Atlas, Metric, Operation};
use crate::query::change::Step;
use crate::query::comparison::Comparison;
use crate::query::measure::{Measure, measured};

/// Changes on one axis: per cent is one unit, whatever was counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// One for each metric.
    pub groups: Vec<ChangeGroup>,
    /// Whether one operation alone is compared with the base, so that no row needs its name.
    pub one_way: bool,
}

/// The changes of one metric.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeGroup {
    /// The metric's label.
    pub label: String,
    /// One for each operation but the base.
    pub rows: Vec<ChangeRow>,
}

/// The change from the base's figure to another operation's.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangeRow {
    /// The operation's place in the atlas, which gives its colour.
    pub place: usize,
    /// Whether it only stands beside those that stand out, in grey.
    pub quiet: bool,
    /// The operation's name, as short as tells it apart.
    pub name: String,
    /// "2,517 → 3,744".
    pub from_to: String,
    /// "+1,227, +48.7 %", or why no change can be stated.
    pub label: String,
    /// The change in per cent; `None` where none can be stated.
    pub change: Option<Amount>,
    /// Whether sources state different numbers at either end.
    pub disagrees: bool,
    /// What a screen reader says, and the pointer is told.
    pub spoken: String,
    /// Where a click leads: the figure of the operation that is not the base.
    pub target: Target,
}

impl Changes {
    /// Changes of what is compared, from `base`.
    pub(super) fn of(
        atlas: &Atlas,
        comparison: &Comparison,
        base: &Operation,
        stand_out: &StandOut<'_>,
    ) -> Self {
        let others = others(atlas, comparison, base);
        let names = short_names(&others);
        let measure = footing(comparison.measure);
        let groups = comparison
            .metrics_in(atlas)
            .into_iter()
            .map(|metric| ChangeGroup {
                label: metric.label.clone(),
                rows: others
                    .iter()
                    .zip(&names)
                    .map(|(other, name)| ChangeRow {
                        quiet: stand_out.is_quiet(other),
                        ..row(atlas, base, other, metric, measure, name)
                    })
                    .collect(),
            })
            .collect();
        Self {
            groups,
            one_way: others.len() == 1,
        }
    }

    /// The signs that occur, for the key.
    pub(super) fn signs(&self) -> Vec<SignKey> {
        let rows = self.groups.iter().flat_map(|group| &group.rows);
        let marks: Vec<(Vec<Amount>, bool)> = rows
            .map(|row| (row.change.into_iter().collect(), row.disagrees))
            .collect();
        SignKey::occurring(&marks, drawn_open)
    }
}

/// The chosen operations but the base, in the order chosen.
pub(super) fn others<'a>(
    atlas: &'a Atlas,
    comparison: &Comparison,
    base: &Operation,
) -> Vec<&'a Operation> {
    comparison
        .operations_in(atlas)
        .into_iter()
        .filter(|operation| operation.id != base.id)
        .collect()
}

/// The footing both ends stand on: a change of a change would say nothing.
pub(super) fn footing(measure: Measure) -> Measure {
    match measure {
        Measure::Change => Measure::Total,
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Share => measure,
    }
}

fn row(
    atlas: &Atlas,
    base: &Operation,
    other: &Operation,
    metric: &Metric,
    measure: Measure,
    name: &str,
) -> ChangeRow {
    let on_footing = |operation| measured(atlas, operation, metric, measure, None);
    let from = measured(atlas, base, metric, measure, None);
    let step = Step::between(from, on_footing(other));
    let disagrees = step.from.disagrees || step.to.disagrees;
    let star = |disagrees: bool| if disagrees { " *" } else { "" };
    let label = match step.absolute_short() {
        Some(absolute) => format!("{absolute}, {}", step.per_cent_short()),
        None => step.per_cent_short(),
    };
    let told = if disagrees { "; sources disagree" } else { "" };
    ChangeRow {
        place: place(atlas, other),
        quiet: false,
        name: name.to_owned(),
        from_to: format!(
            "{}{} → {}{}",
            step.from.short(),
            star(step.from.disagrees),
            step.to.short(),
            star(step.to.disagrees)
        ),
        label,
        change: step.per_cent.ok(),
        disagrees,
        spoken: format!(
            "{}: {} in {}, {} in {}: {}{told}",
            metric.label,
            step.from.words(),
            base.name,
            step.to.words(),
            other.name,
            step.words()
        ),
        target: Target::of(atlas, other, metric),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Showing;
    use crate::model::fixture;

    #[test]
    fn a_row_says_from_to_and_how_much() {
        let atlas = fixture::atlas();
        let comparison = Comparison::telling(&atlas);
        let changes = Changes::of(
            &atlas,
            &comparison,
            atlas.operation("liberterra-2").unwrap(),
            &StandOut::of(&atlas, &comparison, Showing::default()),
        );
        let rows: Vec<&ChangeRow> = changes
            .groups
            .iter()
            .flat_map(|group| &group.rows)
            .collect();
        let said: Vec<(&str, &str)> = rows
            .iter()
            .map(|row| (row.from_to.as_str(), row.label.as_str()))
            .collect();
        assert_eq!(said[0], ("2,517 * → 3,744", "+1,227, +48.7 %"));
        assert_eq!(said[1], ("850 → > 1,800", "> +950, > +111.8 %"));
        assert_eq!(said[2], ("thousands → > 14,000", "no number before"));
        assert_eq!(
            said[3],
            ("nearly 8 million → not reported", "not reported after")
        );
        assert_eq!(rows[2].change, None);
    }
}
