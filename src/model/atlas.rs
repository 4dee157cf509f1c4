//! Everything that is open: one or more datasets, seen as one.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::case::Case;
use super::colours;
use super::fault::{FileFault, Noun};
use super::figure::{Metric, Report};
use super::gaps::Gaps;
use super::ids::{MetricId, OperationId, SourceId};
use super::operation::Operation;
use super::problem::{Place, Problem};
use super::source::Source;

/// One RON file, checked: every id refers to something, every number is within range.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dataset {
    /// The file's name as the user gave it.
    pub file: String,
    /// The dataset's own title.
    pub title: String,
    /// What it holds and where it comes from.
    pub summary: Option<String>,
    /// Publications by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// Metrics in the order declared.
    pub metrics: Vec<Metric>,
    /// Operations in the order written.
    pub operations: Vec<Operation>,
    /// Cases in the order written; shared, since a dataset may hold a million of them.
    pub cases: Vec<Arc<Case>>,
    /// What it states that a problem keeps from being used.
    pub gaps: Gaps,
    /// A print of the file's bytes: files that differ have different ones.
    pub print: u64,
    /// Where in the file its sources, metrics and operations stand, by kind and id.
    pub places: BTreeMap<(Noun, String), Place>,
    /// Where in the file each of the cases stands.
    pub case_places: Vec<Place>,
}

/// An open dataset, as far as it is told from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDataset {
    /// The file's name as the user gave it.
    pub file: String,
    /// The dataset's title.
    pub title: String,
    /// What it holds and where it comes from.
    pub summary: Option<String>,
    /// The print of the file's bytes.
    pub print: u64,
}

/// All open datasets as one: their operations are compared side by side.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Atlas {
    /// The open datasets, in the order opened.
    pub opened: Vec<OpenDataset>,
    /// Publications by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// Metrics in the order first declared.
    pub metrics: Vec<Metric>,
    /// Operations in the order written.
    pub operations: Vec<Operation>,
    /// Cases in the order written; shared, since a dataset may hold a million of them.
    pub cases: Vec<Arc<Case>>,
    /// What the datasets state that a problem keeps from being used.
    pub gaps: Gaps,
    /// How each dataset, by its place, declares a metric.
    pub declared: BTreeMap<MetricId, Vec<(usize, Declared)>>,
    /// The place of the dataset that an operation stands in.
    pub datasets: BTreeMap<OperationId, usize>,
    /// Where each operation stands among all, so that thousands are found as fast as a few.
    pub(crate) places: BTreeMap<OperationId, usize>,
    /// A number for each operation, which gives its colour; operations beyond these have their
    /// place.
    pub numbers: Vec<usize>,
}

/// Two open datasets use one id for things that cannot be one; the first one opened keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What kind of record both are.
    pub kind: Noun,
    /// The id.
    pub id: String,
    /// The file whose record is used.
    pub kept: String,
    /// The file whose record is left out.
    pub left_out: String,
    /// Where in it that record stands.
    pub place: Option<Place>,
}

impl Clash {
    /// The clash as a problem of the file whose record is left out.
    pub fn problem(&self) -> Problem {
        let fault = FileFault::Clash {
            noun: self.kind,
            id: self.id.clone(),
            kept: self.kept.clone(),
        };
        Problem {
            place: self.place,
            ..Problem::of_file(&self.left_out, fault)
        }
    }
}

/// A metric as one dataset declares it, where others call or define it otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The title of the dataset.
    pub dataset: String,
    /// What it calls the metric.
    pub label: String,
    /// How it defines it.
    pub definition: String,
}

/// Which dataset each id of a record belongs to that can stand in one only.
#[derive(Default)]
struct Owners {
    /// The file, by kind and id.
    known: BTreeMap<(Noun, String), String>,
    clashes: Vec<Clash>,
}

impl Owners {
    /// Whether an id is free, and from now on this dataset's; else the clash is noted.
    fn claim(
        &mut self,
        kind: Noun,
        id: &str,
        of: &Dataset,
        place: impl Fn() -> Option<Place>,
    ) -> bool {
        match self.known.entry((kind, id.to_owned())) {
            Entry::Vacant(free) => {
                free.insert(of.file.clone());
                true
            }
            Entry::Occupied(taken) => {
                let kept = taken.get().clone();
                self.clash((kind, id), kept, of, place());
                false
            }
        }
    }

    fn clash(
        &mut self,
        (kind, id): (Noun, &str),
        kept: String,
        of: &Dataset,
        place: Option<Place>,
    ) {
        self.clashes.push(Clash {
            kind,
            id: id.to_owned(),
            kept,
            left_out: of.file.clone(),
            place,
        });
    }
}

impl Dataset {
    /// Where in the file one of its sources, metrics or operations stands.
    fn place(&self, noun: Noun, id: &str) -> Option<Place> {
        self.places.get(&(noun, id.to_owned())).copied()
    }
}

impl Atlas {
    /// Puts datasets together. A metric of the same id, unit and whole is the same in all of
    /// them; a publication keeps to its own dataset where another uses its id for a different
    /// one; an operation or a case belongs to one dataset. What clashes is left out with all that
    /// rests on it, and told.
    pub fn of(datasets: &[Arc<Dataset>]) -> (Self, Vec<Clash>) {
        let mut atlas = Self::default();
        let mut owners = Owners::default();
        for dataset in datasets {
            atlas.add(dataset, &mut owners);
        }
        atlas.tell_names_apart();
        let places = atlas.operations.iter().enumerate();
        atlas.places = places.map(|(place, one)| (one.id.clone(), place)).collect();
        atlas.numbers = colours::numbers(&atlas.operations);
        (atlas, owners.clashes)
    }

    /// Gives operations of one name the year, else the dataset, else the first day, else the id
    /// behind it, whatever first tells them apart.
    fn tell_names_apart(&mut self) {
        let mut of_name: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, operation) in self.operations.iter().enumerate() {
            of_name
                .entry(operation.name.trim())
                .or_default()
                .push(place);
        }
        let of_name = of_name.into_values().filter(|places| places.len() > 1);
        let mut names: Vec<(usize, String)> = Vec::new();
        for places in of_name.collect::<Vec<_>>() {
            let tellings: [fn(&Self, &Operation) -> Option<String>; 4] = [
                |_, one| Some(one.days?.first.year().to_string()),
                |atlas, one| atlas.dataset_of(one).map(str::to_owned),
                |_, one| Some(one.days?.first.earliest().to_string()),
                |_, one| Some(one.id.to_string()),
            ];
            let told = tellings.into_iter().find_map(|telling| {
                let told = places
                    .iter()
                    .map(|&place| telling(self, &self.operations[place]));
                let told: Vec<String> = told.collect::<Option<_>>()?;
                let apart: BTreeSet<&String> = told.iter().collect();
                (apart.len() == told.len()).then_some(told)
            });
            names.extend(places.into_iter().zip(told.into_iter().flatten()));
        }
        for (place, told) in names {
            let name = &mut self.operations[place].name;
            *name = format!("{} ({told})", name.trim());
        }
    }

    fn add(&mut self, dataset: &Dataset, owners: &mut Owners) {
        // Nothing is lost with the second of two that are the same.
        let again = self.opened.iter().any(|one| one.print == dataset.print);
        let again = again && dataset.print != 0;
        let renamed = self.add_sources(dataset);
        let clashing = self.add_metrics(dataset, owners);
        let mut lost = BTreeSet::new();
        let mut shown = BTreeSet::new();
        for operation in &dataset.operations {
            let id = operation.id.as_str();
            let place = || dataset.place(Noun::Operation, id);
            if !owners.claim(Noun::Operation, id, dataset, place) {
                lost.insert(operation.id.clone());
                if !again {
                    self.gaps.add_operation(operation.id.clone(), &dataset.file);
                }
                continue;
            }
            shown.insert(&operation.id);
            let mut operation = operation.clone();
            operation.each_source(&mut |id| rename(id, &renamed));
            operation.figures.retain(|figure| {
                let keeps = !clashing.contains(&figure.metric);
                if !keeps {
                    self.gaps
                        .add_figure(operation.id.clone(), figure.metric.clone());
                }
                keeps
            });
            self.datasets
                .insert(operation.id.clone(), self.opened.len());
            self.operations.push(operation);
        }
        for (nth, case) in dataset.cases.iter().enumerate() {
            if lost.contains(&case.operation) {
                continue;
            }
            let place = || dataset.case_places.get(nth).copied();
            if !owners.claim(Noun::Case, case.id.as_str(), dataset, place) {
                self.gaps.add_other(Noun::Case);
                continue;
            }
            let mut case = case.clone();
            if !renamed.is_empty() {
                Arc::make_mut(&mut case).each_source(&mut |id| rename(id, &renamed));
            }
            self.cases.push(case);
        }
        self.gaps.extend(&dataset.gaps, |id| shown.contains(id));
        self.opened.push(OpenDataset {
            file: dataset.file.clone(),
            title: dataset.title.clone(),
            summary: dataset.summary.clone(),
            print: dataset.print,
        });
    }

    /// Adds the publications of a dataset; gives new ids to those whose id another dataset uses
    /// for a different publication.
    fn add_sources(&mut self, dataset: &Dataset) -> BTreeMap<SourceId, SourceId> {
        let mut renamed = BTreeMap::new();
        for (id, source) in &dataset.sources {
            let mut own = id.clone();
            let mut count = 1;
            while self.sources.get(&own).is_some_and(|known| known != source) {
                count += 1;
                own = SourceId::from(format!("{id} ({count})"));
            }
            if own != *id {
                renamed.insert(id.clone(), own.clone());
            }
            self.sources.insert(own, source.clone());
        }
        renamed
    }

    /// Adds the metrics of a dataset; returns those that mean something else in another.
    fn add_metrics(&mut self, dataset: &Dataset, owners: &mut Owners) -> BTreeSet<MetricId> {
        let mut clashing = BTreeSet::new();
        for metric in &dataset.metrics {
            let known = self.metrics.iter_mut().find(|known| known.id == metric.id);
            let Some(known) = known else {
                let file = dataset.file.clone();
                owners
                    .known
                    .insert((Noun::Metric, metric.id.to_string()), file);
                self.metrics.push(metric.clone());
                self.declare(metric, dataset);
                continue;
            };
            let parts = [&known.part_of, &metric.part_of];
            let same_whole = matches!(parts, [None, _] | [_, None]) || parts[0] == parts[1];
            let unit = |one: &Metric| one.unit.trim().to_lowercase();
            if unit(known) == unit(metric) && same_whole {
                if known.part_of.is_none() {
                    known.part_of.clone_from(&metric.part_of);
                }
                self.declare(metric, dataset);
            } else {
                let key = (Noun::Metric, metric.id.to_string());
                let kept = owners.known.get(&key).cloned().unwrap_or_default();
                let id = metric.id.as_str();
                let place = dataset.place(Noun::Metric, id);
                owners.clash((Noun::Metric, id), kept, dataset, place);
                clashing.insert(metric.id.clone());
            }
        }
        clashing
    }

    fn declare(&mut self, metric: &Metric, dataset: &Dataset) {
        let declared = Declared {
            dataset: dataset.title.clone(),
            label: metric.label.clone(),
            definition: metric.definition.clone(),
        };
        let all = self.declared.entry(metric.id.clone()).or_default();
        all.push((self.opened.len(), declared));
    }

    /// How the datasets of some operations declare a metric, where they do so in different words;
    /// nothing where all agree.
    pub fn declared(&self, metric: &MetricId, operations: &[&Operation]) -> Vec<&Declared> {
        let of: BTreeSet<usize> = operations
            .iter()
            .filter_map(|operation| self.datasets.get(&operation.id).copied())
            .collect();
        let all = self.declared.get(metric).into_iter().flatten();
        let told: Vec<&Declared> = all
            .filter(|(dataset, _)| of.contains(dataset))
            .map(|(_, declared)| declared)
            .collect();
        let words = |one: &Declared| {
            let definition = one.definition.trim().trim_end_matches('.');
            (one.label.trim().to_owned(), definition.to_owned())
        };
        let differ = told.windows(2).any(|pair| words(pair[0]) != words(pair[1]));
        if differ { told } else { Vec::new() }
    }

    /// The title of the dataset that an operation stands in.
    pub fn dataset_of(&self, operation: &Operation) -> Option<&str> {
        Some(&self.opened_with(operation)?.title)
    }

    /// The dataset that an operation stands in.
    pub fn opened_with(&self, operation: &Operation) -> Option<&OpenDataset> {
        self.opened.get(*self.datasets.get(&operation.id)?)
    }

    /// The operation of an id.
    pub fn operation(&self, id: &str) -> Option<&Operation> {
        self.operations.get(self.place_of(id)?)
    }

    /// The place among all of the operation of an id.
    pub fn place_of(&self, id: &str) -> Option<usize> {
        let is_it = |place: &usize| {
            let there = self.operations.get(*place);
            there.is_some_and(|operation| operation.id.as_str() == id)
        };
        let noted = self.places.get(id).copied().filter(is_it);
        // Whoever puts operations in another order afterwards finds them all the same.
        noted.or_else(|| (0..self.operations.len()).find(is_it))
    }

    /// An operation's number, which no other has and which gives its colour everywhere; `None`
    /// when it is not open.
    pub fn place(&self, operation: &Operation) -> Option<usize> {
        Some(self.number(self.place_of(operation.id.as_str())?))
    }

    /// The number of the operation at a place in the list; see [`Self::place`].
    pub fn number(&self, place: usize) -> usize {
        self.numbers.get(place).copied().unwrap_or(place)
    }

    /// The metric of an id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.id.as_str() == id)
    }

    /// The metric that another is a part of; `None` where it is a part of none.
    pub fn whole_of(&self, part: &Metric) -> Option<&Metric> {
        self.metric(part.part_of.as_ref()?.as_str())
    }

    /// The source of an id.
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources.get(id)
    }

    /// The report to show of several; see [`Report::preferred`].
    pub fn preferred<'a>(&self, reports: &'a [Report]) -> Option<&'a Report> {
        Report::preferred(reports, &self.sources)
    }

    /// The report to show of a metric in an operation; `None` when it is not reported.
    pub fn figure<'a>(&self, operation: &'a Operation, metric: &MetricId) -> Option<&'a Report> {
        self.preferred(&operation.figure(metric.as_str())?.reports)
    }
}

/// Gives an id its new name, where it has one.
fn rename(id: &mut SourceId, renamed: &BTreeMap<SourceId, SourceId>) {
    if let Some(new) = renamed.get(id) {
        id.clone_from(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn a_dataset_opened_twice_is_shown_once_and_told() {
        let twice = [Arc::new(fixture::dataset()), Arc::new(fixture::dataset())];
        let (atlas, clashes) = Atlas::of(&twice);
        assert_eq!(atlas.operations.len(), 2);
        assert_eq!(atlas.cases.len(), 1);
        assert!(clashes.iter().any(|clash| clash.id == "liberterra-2"));
    }

    /// The fixture under other ids of operations and cases, as another file.
    fn other(change: impl FnOnce(&mut Dataset)) -> Dataset {
        let mut other = fixture::dataset();
        "other.ron".clone_into(&mut other.file);
        "Other".clone_into(&mut other.title);
        for operation in &mut other.operations {
            operation.id = format!("other-{}", operation.id).into();
        }
        other.cases.clear();
        change(&mut other);
        other
    }

    fn both(other: Dataset) -> (Atlas, Vec<Clash>) {
        Atlas::of(&[Arc::new(fixture::dataset()), Arc::new(other)])
    }

    #[test]
    fn a_metric_in_other_words_is_the_same_metric_and_the_words_are_kept() {
        let (atlas, clashes) = both(other(|other| {
            other.metrics[0].definition = "Counted otherwise".to_owned();
        }));
        assert_eq!(clashes, []);
        let [own, others] = ["liberterra-2", "other-liberterra-2"].map(|id| {
            let operation = atlas.operation(id).unwrap();
            assert!(operation.figure("arrests").is_some(), "{id}");
            operation
        });
        let metric = "arrests".into();
        let told = atlas.declared(&metric, &[own, others]);
        let told: Vec<&str> = told.iter().map(|one| one.definition.as_str()).collect();
        assert_eq!(told[1], "Counted otherwise");
        assert!(atlas.declared(&metric, &[own]).is_empty(), "one has one");
        let (atlas, _) = both(other(|other| other.metrics[0].definition.push('.')));
        let all: Vec<&Operation> = atlas.operations.iter().collect();
        assert!(
            atlas.declared(&metric, &all).is_empty(),
            "a full stop says nothing"
        );
    }

    #[test]
    fn figures_keep_their_own_publication_where_two_files_use_one_id() {
        let (atlas, clashes) = both(other(|other| {
            let source = other.sources.get_mut("official-2026").unwrap();
            source.publisher = "Someone else".to_owned();
        }));
        assert_eq!(clashes, []);
        let third = atlas.operation("other-liberterra-3").unwrap();
        let report = &third.figure("arrests").unwrap().reports[0];
        let source = atlas.source(&report.source).unwrap();
        assert_eq!(source.publisher, "Someone else");
        let own = atlas.operation("liberterra-3").unwrap();
        let report = &own.figure("arrests").unwrap().reports[0];
        assert_ne!(
            atlas.source(&report.source).unwrap().publisher,
            "Someone else"
        );
    }

    #[test]
    fn a_unit_in_other_letters_is_the_same_unit() {
        let (atlas, clashes) = both(other(|other| {
            let unit = &mut other.metrics[0].unit;
            *unit = unit.to_uppercase();
        }));
        assert_eq!(clashes, []);
        assert!(atlas.gaps.is_empty());
    }

    #[test]
    fn figures_in_another_unit_are_left_out_and_known_to_be() {
        let (atlas, clashes) = both(other(|other| other.metrics[0].unit = "cases".to_owned()));
        assert_eq!(clashes.len(), 1);
        let second = atlas.operation("other-liberterra-2").unwrap();
        assert!(second.figure("arrests").is_none() && second.figure("officers").is_some());
        assert!(atlas.gaps.has_figure(&second.id, &"arrests".into()));
        assert!(!atlas.gaps.has_figure(&second.id, &"officers".into()));
    }
}
