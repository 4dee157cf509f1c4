//! What somebody confirmed of a release, as an import: reports with their sentence, days, a list of
//! countries.

use std::collections::BTreeMap;

use super::{Counted, Mark, Release, What, names};
use crate::file::{Decimal, words_beyond};
use crate::import::metrics::Metrics;
use crate::import::{Asked, CellPlace, Given, Incoming};
use crate::model::{Dataset, Operation, OperationId, Report, SourceId, Trail};

/// A number that is a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// What it counts.
    pub counted: Counted,
    /// Of which operation.
    pub operation: OperationId,
}

/// What was confirmed of a release, by the places of its marks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Confirmed {
    /// Numbers.
    pub figures: BTreeMap<usize, Taken>,
    /// Days and lists of countries, and of which operations.
    pub facts: BTreeMap<usize, OperationId>,
    /// Which sign stands before decimals, where somebody was asked.
    pub decimal: Option<Decimal>,
    /// The year of days that the text names without.
    pub year: Option<u32>,
    /// What operations are called that the text does not name so.
    pub called: BTreeMap<OperationId, String>,
}

impl Confirmed {
    /// Whether nothing was.
    pub fn is_empty(&self) -> bool {
        self.figures.is_empty() && self.facts.is_empty()
    }

    /// The operation that somebody calls so; one that the text does not name is called so from now
    /// on.
    pub fn call(&mut self, release: &Release, called: &str) -> OperationId {
        let id = release.operation_called(called);
        let name = names::without_operation(called).to_owned();
        self.called.insert(id.clone(), name);
        id
    }

    /// Takes days or a list of countries, in place of what was taken for the operation before.
    pub fn take_fact(&mut self, release: &Release, at: usize, operation: OperationId) {
        let is_days = |at: usize| {
            let mark = release.marks.get(at);
            mark.is_some_and(|mark| matches!(mark.what, What::Days(_)))
        };
        let of_days = is_days(at);
        self.facts
            .retain(|there, of| *of != operation || is_days(*there) != of_days);
        self.facts.insert(at, operation);
    }

    /// Adds what was confirmed to what is imported, as stated by a source.
    pub fn gather(
        &self,
        release: &Release,
        source: Option<&SourceId>,
        dataset: &Dataset,
        incoming: &mut Incoming,
    ) {
        let mut doubted: Option<(CellPlace, String, usize)> = None;
        let mut no_source: Option<(CellPlace, usize)> = None;
        let metrics = Metrics::of_dataset(dataset);
        for (mark, taken) in &self.figures {
            let (Some(number), Some(mark)) = (release.number(*mark), release.marks.get(*mark))
            else {
                continue;
            };
            let place = place_of(release, mark);
            let written = release.marked(mark);
            let Some(quantity) = number.quantity else {
                incoming
                    .asked
                    .push(Asked::Number(place, written.to_owned()));
                continue;
            };
            if number.doubt.is_some() && number.doubt != self.decimal {
                doubted.get_or_insert((place, written.to_owned(), 0)).2 += 1;
                continue;
            }
            let Some(source) = source else {
                no_source.get_or_insert((place, 0)).1 += 1;
                continue;
            };
            let metric = match &taken.counted {
                Counted::Metric(id) => Some(id.clone()),
                Counted::Countries => None,
            };
            // One that is not declared is asked for when it is held against the dataset.
            let needed = metric.iter().flat_map(|id| metrics.with_wholes(id));
            for metric in needed {
                if !incoming.metrics.iter().any(|one| one.id == metric.id) {
                    incoming.metrics.push(metric.clone());
                }
            }
            let trail = Trail {
                excerpt: Some(release.excerpt(mark)),
                ..Trail::default()
            };
            incoming.reports.push(Given {
                operation: taken.operation.clone(),
                metric,
                report: Report {
                    trail: Some(Box::new(trail)),
                    wording: words_beyond(written),
                    ..Report::of(quantity, source.clone())
                },
                place,
            });
        }
        incoming
            .asked
            .extend(doubted.map(|(place, text, count)| Asked::Decimal(place, text, count)));
        incoming
            .asked
            .extend(no_source.map(|(place, count)| Asked::NoSource(place, count)));
        let published = source.and_then(|id| {
            let new = incoming.sources.get(id);
            new.or_else(|| dataset.sources.get(id))
        });
        let published = published.and_then(|one| u32::try_from(one.date?.year()).ok());
        let year = self.year.or_else(|| release.year()).or(published);
        for mark in self.facts.keys().filter_map(|at| release.marks.get(*at)) {
            if let What::Days(days) = &mark.what
                && days.days(year).is_none()
            {
                let written = release.marked(mark).to_owned();
                let asked = Asked::NoDate(place_of(release, mark), written);
                incoming.asked.push(asked);
            }
        }
        incoming.operations.extend(self.operations(release, year));
    }

    /// The operations that something is confirmed of, with their days and countries as far as these
    /// are.
    fn operations(&self, release: &Release, year: Option<u32>) -> Vec<Operation> {
        let of_figures = self.figures.values().map(|taken| &taken.operation);
        let mut all: Vec<Operation> = Vec::new();
        for id in of_figures.chain(self.facts.values()) {
            if !all.iter().any(|one| one.id == *id) {
                let called = self.called.get(id).filter(|_| !release.knows(id));
                let name = called.cloned().unwrap_or_else(|| release.name_of(id));
                all.push(Operation::named(id.clone(), &name));
            }
        }
        for (mark, id) in &self.facts {
            let what = release.marks.get(*mark).map(|mark| &mark.what);
            let operation = all.iter_mut().find(|one| one.id == *id);
            match (what, operation) {
                (Some(What::Days(days)), Some(operation)) => {
                    operation.days = days.days(year);
                }
                (Some(What::Countries(list)), Some(operation)) => {
                    operation.countries.listed.clone_from(&list.countries);
                }
                (Some(What::Number(_) | What::Country(_) | What::Operation(_)) | None, _)
                | (Some(What::Days(_) | What::Countries(_)), None) => {}
            }
        }
        all
    }
}

/// Where a mark stands, as what is asked tells it.
fn place_of(release: &Release, mark: &Mark) -> CellPlace {
    CellPlace {
        sheet: release.name.clone(),
        row: release.place(mark).0,
        column: None,
    }
}

impl Release {
    /// The name of an operation: the one it is known by, or how the text calls it.
    pub fn name_of(&self, id: &OperationId) -> String {
        let known = self.known.iter().find(|(one, _)| one == id);
        let known = known.map(|(_, name)| name.clone());
        let called = || {
            self.marks.iter().find_map(|mark| match &mark.what {
                What::Operation(named) if named.id() == *id => Some(named.name.clone()),
                What::Operation(_)
                | What::Number(_)
                | What::Days(_)
                | What::Country(_)
                | What::Countries(_) => None,
            })
        };
        known.or_else(called).unwrap_or_else(|| id.to_string())
    }

    /// Whether an operation is known, or named by the text.
    fn knows(&self, id: &OperationId) -> bool {
        self.known.iter().any(|(one, _)| one == id) || self.operations().contains(id)
    }
}
