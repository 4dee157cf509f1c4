//! What the figures table holds: for each kind of chart the figures it shows, as cells with
//! their words and their evidence.

use crate::chart::{ChartSpec, Kind};
use crate::model::{Atlas, Operation};
use crate::query::comparison::Comparison;
use crate::query::figures::{FigureRow, rows};
use crate::query::measure::{Measure, Measured, Value};
use crate::state::{Drawer, View};

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FiguresSheet {
    /// What stands over the first column.
    pub corner: &'static str,
    /// What would stand there with rows and columns exchanged.
    pub turned_corner: &'static str,
    /// What the figures are put on.
    pub measure: Measure,
    /// The other columns.
    pub columns: Vec<Heading>,
    /// The rows.
    pub rows: Vec<Line>,
}

/// The head of a row or column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    /// What it says.
    pub title: String,
    /// Its unit in brackets; empty for an operation.
    pub unit: String,
    /// What the pointer is told; may be empty.
    pub hover: String,
    /// The operation's place in the atlas, which gives its colour; `None` for a metric.
    pub place: Option<usize>,
    /// What a click opens.
    pub drawer: Option<Drawer>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// What it says.
    pub head: Heading,
    /// A cell for each column.
    pub cells: Vec<Cell>,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// What it shows: "> 1,800", "not reported".
    pub text: String,
    /// What a screen reader says.
    pub spoken: String,
    /// Whether it is a number.
    pub is_number: bool,
    /// The evidence.
    pub drawer: Drawer,
}

impl FiguresSheet {
    /// The figures a view shows: metrics by chosen operations; or, where the chart shows every
    /// operation, operations by the one or two metrics it shows, in the chart's order.
    pub fn of(atlas: &Atlas, view: &View) -> Self {
        match (view.kind, view.kind.metrics_shown()) {
            (Kind::Ranking | Kind::Timeline | Kind::Scatter, Some(shown)) => {
                by_operation(atlas, view, shown)
            }
            (
                Kind::Bars
                | Kind::Change
                | Kind::Ranking
                | Kind::Timeline
                | Kind::Scatter
                | Kind::Coverage,
                _,
            ) => by_metric(atlas, &view.comparison),
        }
    }

    /// The same table with its rows as columns.
    pub fn turned(&self) -> Self {
        let row = |(index, head): (usize, &Heading)| Line {
            head: head.clone(),
            cells: self
                .rows
                .iter()
                .filter_map(|row| row.cells.get(index).cloned())
                .collect(),
        };
        Self {
            corner: self.turned_corner,
            turned_corner: self.corner,
            measure: self.measure,
            columns: self.rows.iter().map(|row| row.head.clone()).collect(),
            rows: self.columns.iter().enumerate().map(row).collect(),
        }
    }

    /// As text that pastes into a spreadsheet: tabs between cells, a line a row, and under it what
    /// stands under the picture, which a copy must not lose.
    pub fn as_text_of(&self, picture: &ChartSpec) -> String {
        let mut text = self.as_text();
        for remark in picture.notes.iter().chain([&picture.sources]) {
            text.push_str(remark);
            text.push('\n');
        }
        text
    }

    /// The table alone as text.
    fn as_text(&self) -> String {
        let mut text = format!("{}, {}", self.corner, self.measure.name().to_lowercase());
        for column in &self.columns {
            text.push('\t');
            text.push_str(&column.title);
            text.push_str(&column.unit);
        }
        for row in &self.rows {
            text.push('\n');
            text.push_str(&row.head.title);
            text.push_str(&row.head.unit);
            for cell in &row.cells {
                text.push('\t');
                text.push_str(&cell.text);
            }
        }
        text.push('\n');
        let cells = || self.rows.iter().flat_map(|row| &row.cells);
        if cells().any(|cell| cell.text.ends_with('*')) {
            text.push_str("* sources differ\n");
        }
        text
    }
}

/// A unit in brackets behind a name: " (people per operation day)".
fn in_brackets(unit: &str, measure: Measure) -> String {
    format!(" ({})", measure.unit(unit))
}

fn metric_heading(row: &FigureRow<'_>, measure: Measure) -> Heading {
    Heading {
        title: row.metric.label.clone(),
        unit: in_brackets(&row.metric.unit, measure),
        hover: row.metric.definition.clone(),
        place: None,
        drawer: None,
    }
}

fn by_metric(atlas: &Atlas, comparison: &Comparison) -> FiguresSheet {
    let operations = comparison.operations_in(atlas);
    let columns = operations.iter().map(|operation| Heading {
        title: operation.name.clone(),
        unit: String::new(),
        hover: String::new(),
        place: atlas.place(operation),
        drawer: Some(Drawer::Operation {
            operation: operation.id.to_string(),
        }),
    });
    let lines = rows(atlas, comparison).into_iter().map(|row| Line {
        head: metric_heading(&row, comparison.measure),
        cells: row
            .values
            .iter()
            .map(|(operation, measured)| cell(&row, operation, measured))
            .collect(),
    });
    FiguresSheet {
        corner: "Figure",
        turned_corner: "Operation",
        measure: comparison.measure,
        columns: columns.collect(),
        rows: lines.collect(),
    }
}

fn by_operation(atlas: &Atlas, view: &View, shown: usize) -> FiguresSheet {
    let mut comparison = view.comparison.clone();
    let metrics = comparison.metrics_in(atlas).into_iter().take(shown);
    comparison.metrics = metrics.map(|metric| metric.id.to_string()).collect();
    comparison.base = comparison.base_in(atlas).map(|base| base.id.to_string());
    let mut operations: Vec<&Operation> = atlas.operations.iter().collect();
    if view.kind == Kind::Timeline {
        operations.sort_by_key(|operation| operation.days.map(|days| days.first.earliest()));
    }
    comparison.operations = operations
        .iter()
        .map(|operation| operation.id.to_string())
        .collect();
    let rows = rows(atlas, &comparison);
    let mut lines: Vec<(Option<f64>, Line)> = operations
        .iter()
        .enumerate()
        .map(|(index, operation)| {
            let values = || {
                rows.iter()
                    .filter_map(|row| Some((row, row.values.get(index)?)))
            };
            let first = values()
                .next()
                .and_then(|(_, (_, measured))| number(measured));
            let line = Line {
                head: Heading {
                    title: operation.name.clone(),
                    unit: String::new(),
                    hover: operation
                        .days
                        .map_or_else(String::new, crate::model::Days::words),
                    place: None,
                    drawer: None,
                },
                cells: values()
                    .map(|(row, (operation, measured))| cell(row, operation, measured))
                    .collect(),
            };
            (first, line)
        })
        .collect();
    if view.kind == Kind::Ranking {
        // What has no number is no smaller than anything: it stands at the end.
        lines.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) => b.total_cmp(a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
    }
    let columns = rows
        .iter()
        .map(|row| metric_heading(row, comparison.measure));
    FiguresSheet {
        corner: "Operation",
        turned_corner: "Figure",
        measure: comparison.measure,
        columns: columns.collect(),
        rows: lines.into_iter().map(|(_, line)| line).collect(),
    }
}

fn number(measured: &Measured<'_>) -> Option<f64> {
    match measured.value {
        Value::Number(amount) => Some(amount.number()),
        Value::Unnumbered(_) | Value::NotReported | Value::NotComputable(_) => None,
    }
}

fn cell(row: &FigureRow<'_>, operation: &Operation, measured: &Measured<'_>) -> Cell {
    let star = if measured.is_starred() { " *" } else { "" };
    let disagree = measured.dispute_words();
    Cell {
        text: format!("{}{star}", measured.short()),
        spoken: format!(
            "{}, {}: {}{disagree}",
            row.metric.label,
            operation.name,
            measured.words()
        ),
        is_number: number(measured).is_some(),
        drawer: Drawer::Figure {
            operation: operation.id.to_string(),
            metric: row.metric.id.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    fn view(kind: Kind) -> (Atlas, View) {
        let atlas = fixture::atlas();
        let comparison = Comparison::telling(&atlas);
        let view = View {
            comparison,
            kind,
            ..View::default()
        };
        (atlas, view)
    }

    #[test]
    fn the_table_of_bars_has_a_row_for_each_figure_and_pastes_with_its_signs() {
        let (atlas, view) = view(Kind::Bars);
        let text = FiguresSheet::of(&atlas, &view).as_text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "Figure, total\tLiberterra II\tLiberterra III");
        assert_eq!(lines[1], "Arrests (people)\t2,517 *\t3,744");
        assert_eq!(
            lines[2],
            "Arrests for trafficking or smuggling (people)\t850\t> 1,800"
        );
    }

    #[test]
    fn a_turned_table_has_a_row_for_each_operation_and_pastes_that_way() {
        let (atlas, view) = view(Kind::Bars);
        let sheet = FiguresSheet::of(&atlas, &view);
        let text = sheet.turned().as_text();
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines[0].starts_with("Operation, total\tArrests (people)\t"));
        assert!(lines[1].starts_with("Liberterra II\t2,517 *\t850\t"));
        assert_eq!(sheet.turned().turned(), sheet);
    }

    #[test]
    fn a_copy_takes_the_remarks_and_sources_along() {
        let (atlas, view) = view(Kind::Bars);
        let picture = crate::chart::picture(&atlas, &view.comparison, view.showing());
        let text = FiguresSheet::of(&atlas, &view).as_text_of(&picture);
        assert!(text.contains("\nLiberterra II ran 6 days, Liberterra III 12 days"));
        assert!(text.trim_end().ends_with(&picture.sources));
    }

    #[test]
    fn the_table_of_a_ranking_follows_the_chart() {
        let (atlas, view) = view(Kind::Ranking);
        let text = FiguresSheet::of(&atlas, &view).as_text();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(
            lines,
            [
                "Operation, total\tArrests (people)",
                "Liberterra III\t3,744",
                "Liberterra II\t2,517 *",
                "* sources differ"
            ]
        );
    }
}
