//! Coverage: which figures are reported at all, and how firmly.

use super::bars::place;
use super::body::{SignKey, Target};
use super::showing::StandOut;
use crate::model::{Amount, Atlas, Metric, Open, Operation};
use crate::query::comparison::Comparison;
use crate::query::measure::{Measure, Value, measured};
use crate::words::capitalised;

/// Metrics × operations.
#[derive(Debug, Clone, PartialEq)]
pub struct Coverage {
    /// The columns, in the atlas's order.
    pub heads: Vec<CoverageHead>,
    /// The rows, by unit.
    pub units: Vec<CoverageUnit>,
    /// How many rows there are.
    pub metrics: usize,
}

/// One operation's column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageHead {
    /// The operation's place in the atlas, which gives its colour.
    pub place: usize,
    /// Whether it is not among the chosen ones.
    pub quiet: bool,
    /// Its name.
    pub name: String,
    /// How many of the metrics it reports.
    pub reported: usize,
}

/// Rows of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageUnit {
    /// What is counted: "People".
    pub unit: String,
    /// One for each metric.
    pub rows: Vec<CoverageRow>,
}

/// One metric's row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRow {
    /// The metric's label.
    pub label: String,
    /// One for each operation.
    pub cells: Vec<CoverageCell>,
    /// How many operations report it.
    pub reported: usize,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageCell {
    /// How firmly it is stated.
    pub statement: Statement,
    /// Whether sources state different numbers.
    pub disagrees: bool,
    /// What a screen reader says, and the pointer is told.
    pub spoken: String,
    /// Where a click leads.
    pub target: Target,
}

/// How firmly a figure is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// A number without any sign.
    Exact,
    /// About or nearly.
    Around,
    /// More than or at least.
    Up,
    /// Up to or less than.
    Down,
    /// Between two numbers.
    Within,
    /// "Dozens", "thousands".
    Unnumbered,
    /// No source states it.
    NotReported,
}

impl Statement {
    /// Every statement, the firmest first.
    pub const ALL: [Self; 7] = [
        Self::Exact,
        Self::Around,
        Self::Up,
        Self::Down,
        Self::Within,
        Self::Unnumbered,
        Self::NotReported,
    ];

    /// What it means, in the words of the other charts' keys.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Exact => "stated as an exact number",
            Self::Around => SignKey::Around.meaning(),
            Self::Up => SignKey::Up.meaning(),
            Self::Down => SignKey::Down.meaning(),
            Self::Within => SignKey::Within.meaning(),
            Self::Unnumbered => "stated without a number",
            Self::NotReported => "not reported",
        }
    }

    fn of(amount: Amount) -> Self {
        match amount.open() {
            Open::No => Self::Exact,
            Open::Around => Self::Around,
            Open::Up => Self::Up,
            Open::Down => Self::Down,
            Open::Within => Self::Within,
        }
    }
}

impl Coverage {
    /// The coverage of the chosen metrics over all operations.
    pub(super) fn of(atlas: &Atlas, comparison: &Comparison, stand_out: &StandOut<'_>) -> Self {
        let metrics = comparison.metrics_in(atlas);
        let reports =
            |operation: &Operation, metric: &Metric| atlas.figure(operation, &metric.id).is_some();
        let heads = atlas
            .operations
            .iter()
            .map(|operation| CoverageHead {
                place: place(atlas, operation),
                quiet: stand_out.is_quiet(operation),
                name: operation.name.clone(),
                reported: metrics
                    .iter()
                    .filter(|metric| reports(operation, metric))
                    .count(),
            })
            .collect();
        let mut units: Vec<CoverageUnit> = Vec::new();
        for metric in &metrics {
            let unit = capitalised(&metric.unit);
            let row = row(atlas, metric);
            match units.iter_mut().find(|known| known.unit == unit) {
                Some(known) => known.rows.push(row),
                None => units.push(CoverageUnit {
                    unit,
                    rows: vec![row],
                }),
            }
        }
        Self {
            heads,
            units,
            metrics: metrics.len(),
        }
    }

    /// The kinds of statement that occur, for the key.
    pub(super) fn signs(&self) -> Vec<SignKey> {
        let cells = || {
            self.units
                .iter()
                .flat_map(|unit| &unit.rows)
                .flat_map(|row| &row.cells)
        };
        let occurs = |statement: &Statement| cells().any(|cell| cell.statement == *statement);
        Statement::ALL
            .into_iter()
            .filter(occurs)
            .map(SignKey::Statement)
            .chain(
                cells()
                    .any(|cell| cell.disagrees)
                    .then_some(SignKey::Disagreement),
            )
            .collect()
    }
}

fn row(atlas: &Atlas, metric: &Metric) -> CoverageRow {
    let cells: Vec<CoverageCell> = atlas
        .operations
        .iter()
        .map(|operation| cell(atlas, metric, operation))
        .collect();
    let reported = cells
        .iter()
        .filter(|cell| cell.statement != Statement::NotReported)
        .count();
    CoverageRow {
        label: metric.label.clone(),
        cells,
        reported,
    }
}

fn cell(atlas: &Atlas, metric: &Metric, operation: &Operation) -> CoverageCell {
    let measured = measured(atlas, operation, metric, Measure::Total, None);
    let statement = match measured.value {
        Value::Number(amount) => Statement::of(amount),
        Value::Unnumbered(_) => Statement::Unnumbered,
        Value::NotReported | Value::NotComputable(_) => Statement::NotReported,
    };
    let disagree = measured.dispute_words();
    CoverageCell {
        statement,
        disagrees: measured.is_starred(),
        spoken: format!(
            "{}, {}: {}{disagree}",
            metric.label,
            operation.name,
            measured.words()
        ),
        target: Target::of(atlas, operation, metric),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Showing;
    use crate::model::fixture;

    #[test]
    fn every_figure_is_told_by_how_firmly_it_is_stated() {
        use Statement::{Around, Exact, NotReported, Unnumbered, Up};
        let atlas = fixture::atlas();
        let comparison = Comparison::telling(&atlas);
        let stand_out = StandOut::of(&atlas, &comparison, Showing::default());
        let coverage = Coverage::of(&atlas, &comparison, &stand_out);
        let rows: Vec<(Vec<Statement>, usize)> = coverage
            .units
            .iter()
            .flat_map(|unit| &unit.rows)
            .map(|row| {
                (
                    row.cells.iter().map(|cell| cell.statement).collect(),
                    row.reported,
                )
            })
            .collect();
        assert_eq!(
            rows,
            [
                (vec![Exact, Exact], 2),
                (vec![Exact, Up], 2),
                (vec![Unnumbered, Up], 2),
                (vec![Around, NotReported], 1),
            ]
        );
        assert_eq!(
            coverage
                .heads
                .iter()
                .map(|head| head.reported)
                .collect::<Vec<_>>(),
            [4, 3]
        );
    }
    #[test]
    fn a_figure_on_which_sources_disagree_says_so_and_is_explained_in_the_key() {
        let atlas = fixture::atlas();
        let comparison = Comparison::telling(&atlas);
        let stand_out = StandOut::of(&atlas, &comparison, Showing::default());
        let coverage = Coverage::of(&atlas, &comparison, &stand_out);
        let cells = coverage.units.iter().flat_map(|unit| &unit.rows);
        let disagreeing: Vec<&str> = cells
            .flat_map(|row| &row.cells)
            .filter(|cell| cell.disagrees)
            .map(|cell| cell.spoken.as_str())
            .collect();
        assert_eq!(
            disagreeing,
            ["Arrests, Liberterra II: 2,517; sources differ"]
        );
        assert_eq!(coverage.signs().last(), Some(&SignKey::Disagreement));
    }
}
