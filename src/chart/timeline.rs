//! Timeline: every operation of the atlas in order of its first day, with one metric as the
//! area of a circle.

use jiff::civil::Date;

use super::bars::{Mark, bar};
use super::body::{Aside, Mention, SignKey, Target};
use super::showing::StandOut;
use crate::model::{Amount, Atlas, Days, Metric, Operation};
use crate::query::comparison::Comparison;
use crate::query::measure::{Measure, measured};
use crate::words::lower_first;

/// Operations in time.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// What the area of a circle stands for: "arrests (people per operation day)".
    pub area: String,
    /// What follows numbers in the key of sizes: " %" or nothing.
    pub suffix: &'static str,
    /// Whether only whole numbers occur.
    pub whole: bool,
    /// One for each operation whose days are known, the earliest first.
    pub rows: Vec<TimelineRow>,
    /// Those whose days are not known, or lie outside the years shown.
    pub asides: Vec<Aside>,
    /// From the first to the last day of all operations, in years; zeros where none is dated.
    pub full: (f64, f64),
    /// The years to look at; `None` for all.
    pub range: Option<(f64, f64)>,
}

/// One operation.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelineRow {
    /// Whether it is not among the chosen ones.
    pub quiet: bool,
    /// Its name.
    pub name: String,
    /// When it began and ended, in years: 2024.5 is the middle of 2024.
    pub years: (f64, f64),
    /// Whether both days are known; else the span says in which months it must have been.
    pub to_the_day: bool,
    /// What is drawn.
    pub mark: Mark,
    /// What stands beside it: "> 1,800", "not reported".
    pub label: String,
    /// Whether sources state different numbers.
    pub disagrees: bool,
    /// What a screen reader says, and the pointer is told.
    pub spoken: String,
    /// Where a click leads.
    pub target: Target,
}

impl TimelineRow {
    /// The middle of its days, in years.
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.years.0, self.years.1)
    }
}

impl Timeline {
    /// The timeline of all operations with `metric` as size.
    pub(super) fn of(
        atlas: &Atlas,
        comparison: &Comparison,
        metric: &Metric,
        stand_out: &StandOut<'_>,
        range: Option<(f64, f64)>,
    ) -> Self {
        let mut dated: Vec<(Days, &Operation)> = Vec::new();
        let mut undated = Vec::new();
        for operation in &atlas.operations {
            match operation.days {
                Some(days) => dated.push((days, operation)),
                None => undated.push(operation),
            }
        }
        dated.sort_by_key(|(days, _)| (days.first.earliest(), days.last.latest()));
        let row = |operation: &Operation, days: Option<Days>| TimelineRow {
            quiet: stand_out.is_quiet(operation),
            ..row(atlas, comparison, metric, operation, days)
        };
        let rows: Vec<TimelineRow> = dated
            .into_iter()
            .map(|(days, operation)| row(operation, Some(days)))
            .collect();
        let full = rows.iter().fold(None, |full: Option<(f64, f64)>, row| {
            let (first, last) = full.unwrap_or(row.years);
            Some((first.min(row.years.0), last.max(row.years.1)))
        });
        let (rows, outside): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| {
            range.is_none_or(|(from, to)| from <= row.middle() && row.middle() <= to)
        });
        let mention = |row: TimelineRow| Mention {
            text: format!(
                "{}: {}{}",
                row.name,
                row.label,
                if row.disagrees { " *" } else { "" }
            ),
            spoken: row.spoken,
            target: row.target,
        };
        let undated = undated
            .into_iter()
            .map(|operation| mention(row(operation, None)));
        let undated = Aside {
            lead: "Days not known".to_owned(),
            mentions: undated.collect(),
        };
        let outside = Aside::outside(outside.into_iter().map(mention).collect());
        let unit = comparison.measure.unit(&metric.unit);
        Self {
            area: format!("{} ({unit})", lower_first(&metric.label)),
            suffix: if unit == "%" { " %" } else { "" },
            whole: comparison.measure == Measure::Total,
            rows,
            asides: vec![undated, outside],
            full: full.unwrap_or((0.0, 0.0)),
            range,
        }
    }

    /// The largest number a circle stands for; 0 when none has one.
    pub fn largest(&self) -> f64 {
        self.rows
            .iter()
            .filter_map(|row| row.mark.amount())
            .map(Amount::number)
            .fold(0.0, f64::max)
    }

    /// The signs that occur, for the key.
    pub(super) fn signs(&self) -> Vec<SignKey> {
        let marks: Vec<(Vec<Amount>, bool)> = self
            .rows
            .iter()
            .map(|row| (row.mark.amounts(), row.disagrees))
            .collect();
        let mut signs = SignKey::occurring(&marks, Amount::open);
        let before_star = signs.len() - usize::from(signs.contains(&SignKey::Disagreement));
        if self.rows.iter().any(|row| !row.to_the_day) {
            signs.insert(before_star, SignKey::Months);
        }
        if self.rows.iter().any(|row| row.mark.amount().is_none()) {
            signs.insert(before_star, SignKey::NoNumber);
        }
        signs
    }
}

fn row(
    atlas: &Atlas,
    comparison: &Comparison,
    metric: &Metric,
    operation: &Operation,
    days: Option<Days>,
) -> TimelineRow {
    let measured = measured(
        atlas,
        operation,
        metric,
        comparison.measure,
        comparison.base_in(atlas),
    );
    let bar = bar(atlas, metric, operation, &measured, operation.name.clone());
    let when = days.map_or_else(|| "days not known".to_owned(), Days::words);
    TimelineRow {
        quiet: false,
        years: days.map_or((0.0, 0.0), |days| {
            // The last day is over when the next begins.
            let end = days.last.latest();
            (
                year(days.first.earliest()),
                year(end.tomorrow().unwrap_or(end)),
            )
        }),
        to_the_day: days.is_some_and(|days| days.count().is_some()),
        mark: bar.mark,
        label: bar.label,
        disagrees: bar.disagrees,
        spoken: format!("{when}: {}", bar.spoken),
        target: bar.target,
        name: bar.name,
    }
}

/// A day as a part of its year: 2024-07-01 is about 2024.5.
fn year(date: Date) -> f64 {
    let passed = f64::from(date.day_of_year() - 1);
    f64::from(date.year()) + passed / f64::from(date.days_in_year())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Showing;
    use crate::model::fixture;

    #[test]
    fn operations_come_in_order_of_their_first_day() {
        let mut atlas = fixture::atlas();
        atlas.operations.reverse();
        let comparison = Comparison::telling(&atlas);
        let stand_out = StandOut::of(&atlas, &comparison, Showing::default());
        let arrests = atlas.metric("arrests").unwrap();
        let timeline = Timeline::of(&atlas, &comparison, arrests, &stand_out, None);
        let names: Vec<&str> = timeline.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Liberterra II", "Liberterra III"]);
        assert!(
            timeline
                .rows
                .iter()
                .all(|row| row.years.0 < row.years.1 && row.to_the_day)
        );
    }
}
