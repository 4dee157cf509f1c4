//! Where the heads of a sheet stand, what its columns mean, and which rows add up others.

use std::collections::BTreeSet;

use super::heads::{DATE, Meaning};
use super::metrics::Metrics;
use super::{Answers, Asked, CellPlace, Grid, Incoming, Passed};
use crate::file::{QuantitySaid, quantity_said};
use crate::query::search::folded;

/// So far down heads are looked for.
const HEADS_WITHIN: usize = 25;

/// So many rows are looked at to see what is in a column.
const LOOKED_AT: usize = 200;

/// What a row that adds up others begins with, folded.
const TOTALS: [&str; 10] = [
    "total",
    "totals",
    "totaux",
    "totales",
    "sum",
    "somme",
    "suma",
    "overall",
    "grand total",
    "total general",
];

/// What a row begins with that shows how to write one, folded.
const EXAMPLES: [&str; 3] = ["example", "exemple", "ejemplo"];

/// Heads of columns that tell the age and the sex of a person, folded.
const OF_PEOPLE: [&str; 2] = [
    "age|agebroad|age group|age range|edad|tranche dage",
    "sex|gender|sexe|genre|sexo|genero",
];

/// The heads of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heads {
    /// The number of the last row of heads, from 1.
    pub row: usize,
    /// What each column means, where it means something.
    pub meanings: Vec<Option<Meaning>>,
}

/// A sheet that is understood.
pub(super) struct Layout<'a> {
    pub grid: &'a Grid,
    /// Whether each row is a case; else rows are reports or operations.
    pub is_of_cases: bool,
    /// What each column means, where it means something.
    pub columns: Vec<Option<Meaning>>,
    /// The group of columns that each is in, from a row of merged heads: its metric.
    pub groups: Vec<Option<crate::model::MetricId>>,
    /// The first row below the heads.
    first: usize,
}

impl<'a> Layout<'a> {
    /// Finds the heads; `None` where there are none that say what the sheet is about.
    pub fn of(
        grid: &'a Grid,
        metrics: &Metrics<'_>,
        answers: &Answers,
        incoming: &mut Incoming,
    ) -> Option<Self> {
        let meanings = |row: &Vec<String>| -> Vec<Option<Meaning>> {
            row.iter()
                .map(|head| meaning(head, metrics, answers))
                .collect()
        };
        let count = |row: &Vec<String>| meanings(row).iter().flatten().count();
        let candidates = grid.rows.iter().take(HEADS_WITHIN).enumerate();
        // Of rows with as many heads, the first.
        let (at, heads) = candidates.rev().max_by_key(|(_, row)| count(row))?;
        let mut layout = Self {
            grid,
            is_of_cases: false,
            columns: meanings(heads),
            groups: vec![None; heads.len()],
            first: at + 1,
        };
        let above = at.checked_sub(1).and_then(|above| grid.rows.get(above));
        let below = grid.rows.get(at + 1).filter(|below| count(below) > 1);
        let heads = if let Some(below) = below.filter(|below| fits_under(heads, below)) {
            layout.first = at + 2;
            layout.grouped(heads, below, metrics, answers)
        } else if let Some(above) = above.filter(|above| fits_under(above, heads)) {
            layout.grouped(above, heads, metrics, answers)
        } else {
            heads.clone()
        };
        let has = |wanted: &Meaning| layout.columns.iter().flatten().any(|one| one == wanted);
        let tells = has(&Meaning::Summary) && has(&Meaning::Title) && !has(&Meaning::Publisher);
        layout.is_of_cases = has(&Meaning::Case) || tells;
        // What a row with one number says is of that number, not of its operation.
        let is_of_reports = has(&Meaning::Metric);
        layout.undated(&heads, incoming);
        for column in &mut layout.columns {
            let fits = |one: &Meaning| {
                if layout.is_of_cases {
                    one.is_of_case()
                } else {
                    !(one.is_of_case_alone() || is_of_reports && *one == Meaning::Summary)
                }
            };
            column.take_if(|one| !fits(one));
        }
        layout.unnamed(&heads, answers, incoming);
        if layout.is_of_cases {
            return Some(layout);
        }
        let has = |wanted: &Meaning| layout.columns.iter().flatten().any(|one| one == wanted);
        let counts = |one: &Meaning| matches!(one, Meaning::Of(_) | Meaning::Countries);
        let is_long = has(&Meaning::Metric) && has(&Meaning::Number);
        let tells = has(&Meaning::From) || has(&Meaning::Lead) || has(&Meaning::Summary);
        let is_wide = tells || layout.columns.iter().flatten().any(counts);
        let grouped = layout.groups.iter().any(Option::is_some) && has(&Meaning::Number);
        (has(&Meaning::Operation) && (is_long || is_wide || grouped)).then_some(layout)
    }

    /// The heads by themselves, for whoever looks at the sheet.
    pub fn heads(grid: &Grid, metrics: &Metrics<'_>, answers: &Answers) -> Option<Heads> {
        let layout = Layout::of(grid, metrics, answers, &mut Incoming::default())?;
        Some(Heads {
            row: layout.first,
            meanings: layout.columns,
        })
    }

    /// Two rows of heads: what stands in the first one counts for the empty cells behind it.
    fn grouped(
        &mut self,
        groups: &[String],
        heads: &[String],
        metrics: &Metrics<'_>,
        answers: &Answers,
    ) -> Vec<String> {
        let width = groups.len().max(heads.len());
        let mut columns = Vec::with_capacity(width);
        let mut of_columns = Vec::with_capacity(width);
        let mut all = Vec::with_capacity(width);
        let mut group = None;
        for at in 0..width {
            let cell = |row: &[String]| row.get(at).map_or("", |cell| cell.trim()).to_owned();
            let (over, head) = (cell(groups), cell(heads));
            let over_means = meaning(&over, metrics, answers);
            if !over.is_empty() {
                group = match &over_means {
                    Some(Meaning::Of(metric)) => Some(metric.clone()),
                    Some(_) | None => None,
                };
            }
            let head_means = meaning(&head, metrics, answers);
            let (means, of) = match (&group, head_means) {
                (Some(metric), None) if head.is_empty() => {
                    (Some(Meaning::Of(metric.clone())), None)
                }
                (Some(metric), Some(means)) => (Some(means), Some(metric.clone())),
                (_, Some(means)) => (Some(means), None),
                (_, None) => (over_means, None),
            };
            columns.push(means);
            of_columns.push(of);
            all.push(if head.is_empty() { over } else { head });
        }
        (self.columns, self.groups) = (columns, of_columns);
        all
    }

    /// A column of dates: that of the publication where the sheet names sources in full.
    fn undated(&mut self, heads: &[String], incoming: &mut Incoming) {
        let has = |wanted: &Meaning| self.columns.iter().flatten().any(|one| one == wanted);
        let of_source = has(&Meaning::Publisher) || has(&Meaning::Title) || has(&Meaning::Address);
        let has_days = has(&Meaning::From) || has(&Meaning::Date);
        for (at, head) in heads.iter().enumerate() {
            if !DATE.contains(&folded(head).as_str()) || self.columns[at].is_some() {
                continue;
            }
            if self.is_of_cases {
                self.columns[at] = Some(Meaning::Day);
            } else if of_source && !has_days {
                self.columns[at] = Some(Meaning::Date);
            } else {
                incoming
                    .asked
                    .push(Asked::Date(self.place(at), head.clone()));
                self.columns[at] = Some(Meaning::Nothing);
            }
        }
    }

    /// Columns whose heads say nothing: asked where they hold numbers, else passed over.
    fn unnamed(&self, heads: &[String], answers: &Answers, incoming: &mut Incoming) {
        for (at, head) in heads.iter().enumerate() {
            if self.columns.get(at).is_some_and(Option::is_some) {
                continue;
            }
            let rows = self.grid.rows.iter().skip(self.first).take(LOOKED_AT);
            let cells = rows.filter_map(|row| row.get(at)).map(|cell| cell.trim());
            let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
            let numbers = cells
                .iter()
                .filter(|cell| quantity_said(cell) != QuantitySaid::Unclear);
            if cells.is_empty() {
                continue;
            }
            let place = self.place(at);
            if numbers.count() * 2 >= cells.len() && !answers.passes_over_rest {
                incoming.asked.push(Asked::Column(place, head.clone()));
            } else {
                incoming.passed.push(Passed::Column(place, head.clone()));
            }
        }
    }

    fn place(&self, column: usize) -> CellPlace {
        CellPlace {
            sheet: self.grid.name.clone(),
            row: self.first,
            column: Some(column),
        }
    }

    /// The numbers of the rows that have more cells than there are heads.
    pub fn shifted(&self) -> BTreeSet<usize> {
        let shifted = self.grid.shifted(self.first);
        shifted.into_iter().map(|at| at + 1).collect()
    }

    /// The rows below the heads that hold something of their own, each with its number from 1.
    pub fn rows(&self, incoming: &mut Incoming) -> Vec<(usize, &'a [String])> {
        let mut rows = Vec::new();
        for (index, row) in self.grid.rows.iter().enumerate().skip(self.first) {
            let Some(begins) = row
                .iter()
                .map(|cell| cell.trim())
                .find(|cell| !cell.is_empty())
            else {
                continue;
            };
            let place = || CellPlace {
                sheet: self.grid.name.clone(),
                row: index + 1,
                column: None,
            };
            if is_example(begins) {
                incoming.passed.push(Passed::Example(place()));
                continue;
            }
            let first_word = folded(begins);
            if TOTALS.contains(&first_word.as_str()) {
                let place = place();
                incoming
                    .passed
                    .push(Passed::Total(place, begins.to_owned()));
                continue;
            }
            rows.push((index + 1, row.as_slice()));
        }
        rows
    }
}

/// Whether a row that begins so only shows how to write one: "Example: Liberterra II".
pub(super) fn is_example(begins: &str) -> bool {
    let before = begins.split_once(':').map(|(before, _)| folded(before));
    before.is_some_and(|before| EXAMPLES.contains(&before.as_str()))
}

/// Whether each row of a sheet tells of one person.
pub(super) fn tells_of_people(grid: &Grid) -> bool {
    grid.rows.iter().take(HEADS_WITHIN).any(|row| {
        let heads: Vec<String> = row.iter().map(|head| folded(head)).collect();
        let has = |words: &str| {
            words
                .split('|')
                .any(|word| heads.iter().any(|head| head == word))
        };
        OF_PEOPLE.into_iter().all(has)
    })
}

/// What a head means, as its owner says or as it reads.
fn meaning(head: &str, metrics: &Metrics<'_>, answers: &Answers) -> Option<Meaning> {
    if head.trim().is_empty() {
        return None;
    }
    answers
        .meaning(head)
        .cloned()
        .or_else(|| Meaning::of_head(head, metrics))
}

/// Whether a row of heads has merged cells over some of another's.
fn fits_under(above: &[String], below: &[String]) -> bool {
    let cell = |row: &[String], at: usize| row.get(at).is_some_and(|cell| !cell.trim().is_empty());
    let width = above.len().max(below.len());
    let merged = (1..width).any(|at| cell(above, at - 1) && !cell(above, at) && cell(below, at));
    let over = (0..width)
        .filter(|&at| cell(above, at) && cell(below, at))
        .count();
    merged && over > 0
}

impl Answers {
    /// What the owner of a sheet says that a name means.
    pub(super) fn meaning(&self, name: &str) -> Option<&Meaning> {
        if self.meanings.is_empty() {
            return None;
        }
        let name = folded(name);
        let mut meanings = self.meanings.iter();
        meanings
            .find(|(said, _)| folded(said) == name)
            .map(|(_, meaning)| meaning)
    }
}
