//! What is handed over to have a proposal made, on whatever thread, and what comes of it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::form::{Entered, Form, SourceFields};
use super::layout::{Heads, Layout};
use super::metrics::Metrics;
use super::release::Sifted;
use super::{Answers, Asked, Grid, Incoming, Kind, Passed, Proposal, Put};
use super::{gather, merge, own, reading};
use crate::model::{Atlas, Dataset, MetricId, Operation};

/// What a door gives.
#[derive(Debug, Clone, PartialEq)]
pub enum Gathered {
    /// A form as typed.
    Form(Box<Form>),
    /// Tables, with what is said about them.
    Tables(Box<Tables>),
    /// The text of a release, with what was confirmed of it.
    Text(Box<Sifted>),
}

/// Tables, with what their owner says about them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tables {
    /// The tables.
    pub grids: Arc<Vec<Grid>>,
    /// What was answered.
    pub answers: Answers,
    /// The source of what names none, as typed.
    pub source: SourceFields,
    /// Rows that are passed over, by sheet and number from 1.
    pub left_out: BTreeSet<(String, usize)>,
}

/// What a proposal is made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// What was gathered.
    pub gathered: Gathered,
    /// The text of the dataset that it goes into.
    pub text: Arc<str>,
    /// What that text says.
    pub dataset: Arc<Dataset>,
    /// All that is open.
    pub atlas: Arc<Atlas>,
}

/// What comes of it.
#[derive(Debug, Clone, Default)]
pub struct Outcome {
    /// What would be written.
    pub proposal: Proposal,
    /// What was understood of a form, or of the source of tables.
    pub entered: Entered,
    /// The heads of each table, where they are recognised.
    pub heads: Vec<Option<Heads>>,
    /// What becomes of rows, by sheet and number from 1.
    pub rows: BTreeMap<(String, usize), Becomes>,
}

/// What becomes of a row; of several things the one that matters most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Becomes {
    /// It is passed over.
    Passed,
    /// Something new of it is written.
    Written,
    /// A report of it contradicts one there.
    Contradicts,
    /// Something has to be known first.
    Asked,
}

/// So large a text of a dataset, in bytes, and so many rows are dealt with between two frames.
const SMALL: (usize, usize) = (192 * 1024, 400);

impl Job {
    /// Whether it takes no longer than a frame.
    pub fn is_small(&self) -> bool {
        let rows = match &self.gathered {
            Gathered::Form(_) | Gathered::Text(_) => 0,
            Gathered::Tables(tables) => tables.grids.iter().map(|grid| grid.rows.len()).sum(),
        };
        self.text.len() <= SMALL.0 && rows <= SMALL.1
    }

    /// Makes the proposal.
    pub fn run(&self) -> Outcome {
        match &self.gathered {
            Gathered::Form(form) => {
                let (proposal, entered) = form.proposal(&self.text, &self.dataset, &self.atlas);
                Outcome {
                    proposal,
                    entered,
                    ..Outcome::default()
                }
            }
            Gathered::Tables(tables) => self.of_tables(tables),
            Gathered::Text(sifted) => self.of_text(sifted),
        }
    }

    /// What is understood of the fields of a source.
    fn source(&self, source: &SourceFields, incoming: &mut Incoming) -> Entered {
        if *source == SourceFields::default() {
            return Entered::default();
        }
        let (of_source, entered) = Form::of_source(source, &self.dataset, &self.atlas);
        incoming.sources = of_source.sources;
        entered
    }

    fn of_text(&self, sifted: &Sifted) -> Outcome {
        let mut incoming = Incoming::default();
        let mut entered = self.source(&sifted.source, &mut incoming);
        let source = entered.source_id.clone();
        let confirmed = &sifted.confirmed;
        if confirmed.is_empty() {
            // A source without anything taken from it is not added either.
            incoming.sources.clear();
        }
        confirmed.gather(
            &sifted.release,
            source.as_ref(),
            &self.dataset,
            &mut incoming,
        );
        self.take_over_metrics(&mut incoming);
        refer(&mut incoming, &self.dataset, &self.atlas);
        let of_reports = incoming
            .reports
            .iter()
            .filter_map(|given| given.metric.clone());
        let operation = incoming.operations.first().map(|one| one.id.clone());
        entered.of = (operation, of_reports.collect());
        let mut proposal = merge::proposal(incoming, &self.text, &self.dataset);
        proposal.beside(&self.atlas);
        if !entered.refused.is_empty() {
            // A source is not written before all is known of it.
            proposal.text = None;
        }
        Outcome {
            proposal,
            entered,
            ..Outcome::default()
        }
    }

    /// Adds metrics that only another open dataset declares, and the wholes they are part of.
    fn take_over_metrics(&self, incoming: &mut Incoming) {
        let mut wanted: Vec<MetricId> = incoming
            .reports
            .iter()
            .filter_map(|one| one.metric.clone())
            .collect();
        while let Some(id) = wanted.pop() {
            let known = self.dataset.metrics.iter().chain(&incoming.metrics);
            if known.into_iter().any(|one| one.id == id) {
                continue;
            }
            if let Some(metric) = self.atlas.metric(id.as_str()) {
                wanted.extend(metric.part_of.clone());
                incoming.metrics.push(metric.clone());
            }
        }
    }

    fn of_tables(&self, tables: &Tables) -> Outcome {
        let dataset = &*self.dataset;
        let mut answers = tables.answers.clone();
        let mut incoming = Incoming::default();
        let entered = self.source(&tables.source, &mut incoming);
        if tables.source != SourceFields::default() {
            answers.source.clone_from(&entered.source_id);
        }
        let grids: Vec<Grid> = tables
            .grids
            .iter()
            .map(|grid| without(grid, tables))
            .collect();
        gather(&grids, dataset, &answers, &mut incoming);
        refer(&mut incoming, dataset, &self.atlas);
        let metrics = Metrics::of_dataset(dataset);
        let heads = grids.iter().map(|grid| {
            let is_other = !own::is_own(grid);
            let layout = is_other.then(|| Layout::heads(grid, &metrics, &answers));
            layout.flatten()
        });
        let heads = heads.collect();
        let mut proposal = merge::proposal(incoming, &self.text, dataset);
        proposal.beside(&self.atlas);
        if !entered.refused.is_empty() {
            // A source is not written before all is known of it.
            proposal.text = None;
        }
        Outcome {
            rows: rows(&proposal),
            proposal,
            entered,
            heads,
        }
    }
}

/// A table without the rows that are left out; the others keep their numbers.
fn without(grid: &Grid, tables: &Tables) -> Grid {
    let mut grid = grid.clone();
    for (sheet, row) in &tables.left_out {
        let row = row.checked_sub(1).and_then(|at| grid.rows.get_mut(at));
        if let Some(row) = row.filter(|_| *sheet == grid.name) {
            row.clear();
        }
    }
    grid
}

/// Has operations that another open dataset tells of refer to those.
pub(super) fn refer(incoming: &mut Incoming, dataset: &Dataset, atlas: &Atlas) {
    for operation in &mut incoming.operations {
        let is_own = dataset.operations.iter().any(|own| own.id == operation.id);
        let name = reading::bare(&operation.name);
        let same = |one: &&Operation| one.id == operation.id || reading::bare(&one.name) == name;
        let Some(known) = atlas.operations.iter().find(same).filter(|_| !is_own) else {
            continue;
        };
        let was = std::mem::replace(&mut operation.id, known.id.clone());
        operation.further = true;
        operation.family.clone_from(&known.family);
        for report in &mut incoming.reports {
            if report.operation == was {
                report.operation = known.id.clone();
            }
        }
        for case in &mut incoming.cases {
            if case.operation == was {
                case.operation = known.id.clone();
            }
        }
    }
}

fn rows(proposal: &Proposal) -> BTreeMap<(String, usize), Becomes> {
    let mut rows: BTreeMap<(String, usize), Becomes> = BTreeMap::new();
    let put = proposal.put.iter().filter_map(|put| match put {
        Put::Report(given, Kind::Contradicts) => Some((&given.place, Becomes::Contradicts)),
        Put::Report(given, Kind::First | Kind::Further) => Some((&given.place, Becomes::Written)),
        Put::Title(_)
        | Put::Source(..)
        | Put::Metric(..)
        | Put::Operation(..)
        | Put::Field(..)
        | Put::Case(..)
        | Put::Corrected(..)
        | Put::Removed(_)
        | Put::Changed(..)
        | Put::Gone(..)
        | Put::Stays(..) => None,
    });
    let asked = proposal.asked.iter().filter_map(Asked::place);
    let asked = asked.map(|place| (place, Becomes::Asked));
    let passed = proposal.passed.iter().filter_map(Passed::place);
    let passed = passed.map(|place| (place, Becomes::Passed));
    for (place, becomes) in put.chain(asked).chain(passed) {
        let row = rows
            .entry((place.sheet.clone(), place.row))
            .or_insert(becomes);
        *row = (*row).max(becomes);
    }
    rows
}
