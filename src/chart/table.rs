//! The figures of a picture as a table: its rows and columns are the list of what is shown, in
//! the picture's order.

use std::collections::BTreeMap;

use super::picture::ChartSpec;
use super::shown::{Shown, Subject};
use crate::model::Country;
use crate::query::kind::Kind;
use crate::query::measure::Measure;
use crate::query::spreadsheet;
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
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Line {
    /// A country.
    Country(Country),
    /// In how many operations countries took part.
    Count,
    Operation(usize, Measure),
    Metric(usize, Measure),
}

/// Rows or columns in the order met.
#[derive(Default)]
struct Lines {
    all: Vec<Line>,
    places: BTreeMap<Line, usize>,
}

impl Lines {
    /// The place of one, which is new at the end.
    fn place(&mut self, line: Line) -> usize {
        *self.places.entry(line).or_insert_with(|| {
            self.all.push(line);
            self.all.len() - 1
        })
    }
}

impl ChartSpec {
    /// The figures of the picture as a table.
    pub fn table(&self) -> FiguresTable {
        let by_operation = self.kind.making().by_operation;
        let mut rows = Lines::default();
        let mut columns = Lines::default();
        let mut cells: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (place, shown) in self.figures.iter().enumerate() {
            let (row, column) = match shown.subject {
                // Of a figure and its change, the row is the same.
                Subject::Figure {
                    operation,
                    metric,
                    measure,
                } if by_operation => {
                    let row = Line::Operation(operation, self.measure);
                    (row, Line::Metric(metric, measure))
                }
                Subject::Figure {
                    operation,
                    metric,
                    measure,
                } => {
                    let row = Line::Metric(metric, self.measure);
                    (row, Line::Operation(operation, measure))
                }
                Subject::Country(country) => (Line::Country(country), Line::Count),
                Subject::TakingPart { country, operation } => {
                    let column = Line::Operation(operation, self.measure);
                    (Line::Country(country), column)
                }
                Subject::Days { .. } | Subject::Countries { .. } => continue,
            };
            let at = (rows.place(row), columns.place(column));
            cells.entry(at).or_insert(place);
        }
        let across = 0..columns.all.len();
        let rows = rows.all.iter().enumerate().map(|(index, &row)| TableRow {
            head: self.head(row),
            cells: across
                .clone()
                .map(|column| cells.get(&(index, column)).copied())
                .collect(),
        });
        let corners = (words::FIGURE, words::OPERATION);
        let (corner, turned_corner) = if self.kind.shows_countries() {
            (words::COUNTRY, words::TOOK_PART_IN)
        } else if by_operation {
            (corners.1, corners.0)
        } else {
            corners
        };
        FiguresTable {
            corner,
            turned_corner,
            rows: rows.collect(),
            columns: columns
                .all
                .iter()
                .map(|&column| self.head(column))
                .collect(),
        }
    }

    fn head(&self, line: Line) -> TableHead {
        match line {
            Line::Country(country) => TableHead {
                title: country.name().to_owned(),
                unit: String::new(),
                hover: country.subregion().to_owned(),
                operation: None,
            },
            Line::Count => TableHead {
                title: words::TOOK_PART_IN.to_owned(),
                unit: format!(" ({})", words::of_operations(self.operations.len())),
                hover: String::new(),
                operation: None,
            },
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

    /// The table as text that pastes into a spreadsheet, every cell as it is: tabs between cells,
    /// a line a row, and under it what stands under the picture, which a copy must not lose.
    pub fn table_text(&self, table: &FiguresTable) -> String {
        let head = |head: &TableHead| spreadsheet::cell(&format!("{}{}", head.title, head.unit));
        let corner = format!(
            "{}, {}",
            table.corner,
            words::lower_first(self.measure.name())
        );
        let columns = table.columns.iter().map(head);
        let mut lines = vec![spreadsheet::line(std::iter::once(corner).chain(columns))];
        let shown = |cell: &Option<usize>| cell.map(|place| &self.figures[place]);
        lines.extend(table.rows.iter().map(|row| {
            let figures = row.cells.iter().map(|cell| {
                shown(cell).map_or_else(String::new, |shown| spreadsheet::number(&shown.starred()))
            });
            spreadsheet::line(std::iter::once(head(&row.head)).chain(figures))
        }));
        let mut cells = table.rows.iter().flat_map(|row| &row.cells);
        let starred = cells.any(|cell| shown(cell).is_some_and(Shown::is_starred));
        let star = starred.then_some(words::STAR_MEANS);
        let notes = self.notes.iter().chain([&self.sources]).map(String::as_str);
        let remarks = star.into_iter().chain(notes);
        lines.extend(remarks.map(|remark| spreadsheet::line([spreadsheet::cell(remark)])));
        words::without_isolates(lines.join("\n")) + "\n"
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
