//! The figures of a picture as a table: its rows and columns are the list of what is shown, in
//! the picture's order.

use super::picture::ChartSpec;
use super::shown::{Shown, Subject};
use crate::query::kind::Kind;
use crate::query::measure::Measure;
use crate::words;

/// A table of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FiguresTable {
    /// What stands over the first column.
    pub corner: &'static str,
    /// What would stand there with rows and columns exchanged.
    turned_corner: &'static str,
    /// The other columns.
    pub columns: Vec<TableHead>,
    /// The rows.
    pub rows: Vec<TableRow>,
}

/// The head of a row or column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableHead {
    /// What it says.
    pub title: String,
    /// Its unit in brackets behind it; empty for an operation.
    pub unit: String,
    /// What the pointer is told; may be empty.
    pub hover: String,
    /// The operation, by its place among the picture's, where the column or row is one.
    pub operation: Option<usize>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// What it says.
    pub head: TableHead,
    /// For each column the place of its figure in the list of what is shown; `None` where the
    /// picture shows none.
    pub cells: Vec<Option<usize>>,
}

/// What a row or column is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Operation(usize, Measure),
    Metric(usize, Measure),
}

impl ChartSpec {
    /// The figures of the picture as a table.
    pub fn table(&self) -> FiguresTable {
        let by_operation = self.kind.making().by_operation;
        let mut rows: Vec<(Line, Vec<(Line, usize)>)> = Vec::new();
        let mut columns: Vec<Line> = Vec::new();
        for (place, shown) in self.figures.iter().enumerate() {
            let Subject::Figure {
                operation,
                metric,
                measure,
            } = shown.subject
            else {
                continue;
            };
            // Of a figure and its change, the row is the same.
            let (row, column) = if by_operation {
                let row = Line::Operation(operation, self.measure);
                (row, Line::Metric(metric, measure))
            } else {
                let row = Line::Metric(metric, self.measure);
                (row, Line::Operation(operation, measure))
            };
            if !columns.contains(&column) {
                columns.push(column);
            }
            match rows.iter_mut().find(|(known, _)| *known == row) {
                Some((_, cells)) => cells.push((column, place)),
                None => rows.push((row, vec![(column, place)])),
            }
        }
        let rows = rows.into_iter().map(|(row, cells)| TableRow {
            head: self.head(row),
            cells: columns
                .iter()
                .map(|column| {
                    let mut cells = cells.iter();
                    cells.find(|(of, _)| of == column).map(|(_, place)| *place)
                })
                .collect(),
        });
        let corners = (words::FIGURE, words::OPERATION);
        let (corner, turned_corner) = if by_operation {
            (corners.1, corners.0)
        } else {
            corners
        };
        FiguresTable {
            corner,
            turned_corner,
            rows: rows.collect(),
            columns: columns.iter().map(|&column| self.head(column)).collect(),
        }
    }

    fn head(&self, line: Line) -> TableHead {
        match line {
            Line::Metric(metric, measure) => {
                let metric = &self.metrics[metric];
                TableHead {
                    title: metric.label.clone(),
                    unit: format!(" ({})", measure.unit(&metric.unit, metric.whole.as_deref())),
                    hover: metric.definition.clone(),
                    operation: None,
                }
            }
            Line::Operation(place, measure) => {
                let operation = &self.operations[place];
                let is_change = measure == Measure::Change && self.kind == Kind::Change;
                TableHead {
                    title: if is_change {
                        words::change_to(&operation.name)
                    } else {
                        operation.name.clone()
                    },
                    unit: String::new(),
                    hover: operation.days.clone(),
                    operation: Some(place),
                }
            }
        }
    }

    /// The table as text that pastes into a spreadsheet: tabs between cells, a line a row, and
    /// under it what stands under the picture, which a copy must not lose.
    pub fn table_text(&self, table: &FiguresTable) -> String {
        let mut text = format!(
            "{}, {}",
            table.corner,
            words::lower_first(self.measure.name())
        );
        for column in &table.columns {
            text.push('\t');
            text.push_str(&column.title);
            text.push_str(&column.unit);
        }
        let shown = || {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.flatten().map(|&place| &self.figures[place])
        };
        for row in &table.rows {
            text.push('\n');
            text.push_str(&row.head.title);
            text.push_str(&row.head.unit);
            for cell in &row.cells {
                text.push('\t');
                let shown = cell.map(|place| self.figures[place].starred());
                text.push_str(&shown.unwrap_or_default());
            }
        }
        text.push('\n');
        if shown().any(Shown::is_starred) {
            text.push_str(words::STAR_MEANS);
            text.push('\n');
        }
        for remark in self.notes.iter().chain([&self.sources]) {
            text.push_str(remark);
            text.push('\n');
        }
        text
    }
}

impl FiguresTable {
    /// The same table with its rows as columns.
    #[must_use]
    pub fn turned(&self) -> Self {
        let row = |(index, head): (usize, &TableHead)| TableRow {
            head: head.clone(),
            cells: self.rows.iter().map(|row| row.cells[index]).collect(),
        };
        Self {
            corner: self.turned_corner,
            turned_corner: self.corner,
            columns: self.rows.iter().map(|row| row.head.clone()).collect(),
            rows: self.columns.iter().enumerate().map(row).collect(),
        }
    }
}
