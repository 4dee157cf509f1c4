//! Change: from a base operation to each other one, metric by metric.

use super::body::{Aside, Mention, SignKey, Target, drawn_open};
use super::showing::StandOut;
use crate::model::{Amount, Atlas, Metric, Operation};
use crate::query::comparison::Comparison;
use crate::query::measure::{Measure, Measured, measured};
use crate::query::step::Step;
use crate::words::short_names;

/// Changes on one axis: per cent is one unit, whatever was counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Changes {
    /// One for each metric.
    pub groups: Vec<ChangeGroup>,
    /// Whether one operation alone is compared with the base, so that no row needs its name.
    pub one_way: bool,
    /// Metrics for which no change can be stated from the base to any other operation.
    pub asides: Vec<Aside>,
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
    /// Whether it only stands beside those that stand out, in grey.
    pub quiet: bool,
    /// The operation's name, as short as tells it apart.
    pub name: String,
    /// The base's figure: "2,517".
    pub from: String,
    /// The other operation's: "3,744".
    pub to: String,
    /// "+48.7 %  (+1,227)", or why no change can be stated.
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
        let mut groups = Vec::new();
        let mut mentions = Vec::new();
        for metric in comparison.metrics_in(atlas) {
            let rows = others.iter().zip(&names).map(|(other, name)| {
                let (row, stated) = row(atlas, base, other, metric, measure, name);
                let quiet = stand_out.is_quiet(other);
                (ChangeRow { quiet, ..row }, stated)
            });
            let (rows, stated): (Vec<ChangeRow>, Vec<bool>) = rows.unzip();
            if stated.contains(&true) {
                let label = metric.label.clone();
                groups.push(ChangeGroup { label, rows });
            } else {
                let text = format!("{} ({})", metric.label, reason(&rows));
                let figures = rows.into_iter().map(|row| (row.spoken, row.target));
                mentions.extend(Mention::of_all(text, figures));
            }
        }
        Self {
            groups,
            one_way: others.len() == 1,
            asides: vec![Aside {
                lead: "No change can be stated".to_owned(),
                mentions,
            }],
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

/// Why no change can be stated in any of the rows; what holds for the base says enough.
fn reason(rows: &[ChangeRow]) -> String {
    let mut reasons: Vec<&str> = Vec::new();
    for row in rows {
        if !reasons.contains(&row.label.as_str()) {
            reasons.push(&row.label);
        }
    }
    if reasons.contains(&"not reported before") {
        reasons.retain(|&reason| reason != "not reported by either");
    }
    reasons.join(" or ")
}

/// A row, and whether it says how much changed.
fn row(
    atlas: &Atlas,
    base: &Operation,
    other: &Operation,
    metric: &Metric,
    measure: Measure,
    name: &str,
) -> (ChangeRow, bool) {
    let on_footing = |operation| measured(atlas, operation, metric, measure, None);
    let from = measured(atlas, base, metric, measure, None);
    let step = Step::between(from, on_footing(other));
    let disagrees = step.from.disagrees() || step.to.disagrees();
    let end = |figure: &Measured<'_>| {
        let star = if figure.disagrees() { " *" } else { "" };
        format!("{}{star}", figure.short())
    };
    let stated = step.absolute.is_some() || step.per_cent.is_ok();
    let label = match step.absolute_short() {
        Some(absolute) => format!("{}  ({absolute})", step.per_cent_short()),
        None => step.per_cent_short(),
    };
    let told = if disagrees { "; sources differ" } else { "" };
    let row = ChangeRow {
        quiet: false,
        name: name.to_owned(),
        from: end(&step.from),
        to: end(&step.to),
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
    };
    (row, stated)
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
        let said: Vec<[&str; 3]> = rows
            .iter()
            .map(|row| [&row.from, &row.to, &row.label].map(String::as_str))
            .collect();
        assert_eq!(
            said,
            [
                ["2,517 *", "3,744", "+48.7 %  (+1,227)"],
                ["850", "> 1,800", "> +111.8 %  (> +950)"],
            ]
        );
        let told: Vec<&str> = changes
            .asides
            .iter()
            .flat_map(|aside| &aside.mentions)
            .map(|mention| mention.text.as_str())
            .collect();
        assert_eq!(
            told,
            [
                "Officers deployed (no number before)",
                "Checks against INTERPOL databases (not reported after)"
            ]
        );
    }
}
