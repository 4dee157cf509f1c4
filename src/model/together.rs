//! How open datasets become one atlas: what is the same in them, what cannot be one, and under
//! which names they stand side by side.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::atlas::{Atlas, Dataset, Declared, OpenDataset};
use super::colours;
use super::fault::{FileFault, Noun};
use super::figure::Metric;
use super::hidden::shown;
use super::ids::{MetricId, SourceId};
use super::isolated;
use super::left_out::Lost;
use super::operation::Operation;
use super::problem::{Place, Problem};
use super::unit;

/// Which dataset each id of a record belongs to that can stand in one only.
#[derive(Default)]
struct Owners {
    /// The file, by kind and id.
    known: BTreeMap<(Noun, String), String>,
    clashes: Vec<Problem>,
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
                let fault = FileFault::Clash {
                    noun: kind,
                    id: id.to_owned(),
                    kept: taken.get().clone(),
                };
                self.clash(fault, of, place());
                false
            }
        }
    }

    fn clash(&mut self, fault: FileFault, of: &Dataset, place: Option<Place>) {
        self.clashes.push(Problem {
            place,
            ..Problem::of_file(&of.file, fault)
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
    pub fn of(datasets: &[Arc<Dataset>]) -> (Self, Vec<Problem>) {
        let mut atlas = Self::default();
        let mut owners = Owners::default();
        let mut furthers = Vec::new();
        for dataset in datasets {
            atlas.add(dataset, &mut owners, &mut furthers);
        }
        for (dataset, operation) in furthers {
            atlas.join(dataset, operation);
        }
        atlas.tell_names_apart();
        isolated::isolate(&mut atlas);
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
                |atlas, one| {
                    let title = atlas.dataset_of(one)?.trim();
                    (title != one.name.trim()).then(|| title.to_owned())
                },
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

    /// Adds a dataset; what it adds to operations of others goes to `furthers`, with its number.
    fn add(
        &mut self,
        dataset: &Dataset,
        owners: &mut Owners,
        furthers: &mut Vec<(usize, Operation)>,
    ) {
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
            if !operation.further && !owners.claim(Noun::Operation, id, dataset, place) {
                lost.insert(operation.id.clone());
                if !again {
                    let lost = Lost::Operation(operation.id.clone());
                    self.gaps.add_lost(&dataset.file, lost);
                }
                continue;
            }
            shown.insert(&operation.id);
            let mut operation = operation.clone();
            operation.each_source(&mut |id| rename(id, &renamed));
            operation.figures.retain(|figure| {
                let keeps = !clashing.contains(&figure.metric);
                if !keeps {
                    let lost = Lost::Figure(operation.id.clone(), figure.metric.clone());
                    self.gaps.add_lost(&dataset.file, lost);
                }
                keeps
            });
            operation
                .not_applicable
                .retain(|one| !clashing.contains(&one.metric));
            let number = self.opened.len();
            if operation.further {
                furthers.push((number, operation));
            } else {
                self.datasets.insert(operation.id.clone(), number);
                self.operations.push(operation);
            }
        }
        for (nth, case) in dataset.cases.iter().enumerate() {
            if lost.contains(&case.operation) {
                continue;
            }
            let place = || dataset.case_places.get(nth).copied();
            if !owners.claim(Noun::Case, case.id.as_str(), dataset, place) {
                self.gaps.add_lost(&dataset.file, Lost::Other);
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

    /// Adds to an operation of another dataset what one says of it: its reports, and what is not
    /// said there. Where no other tells of it, it stands for itself.
    fn join(&mut self, dataset: usize, further: Operation) {
        let there = self.operations.iter_mut().find(|one| one.id == further.id);
        let Some(there) = there else {
            self.datasets.insert(further.id.clone(), dataset);
            self.operations.push(further);
            return;
        };
        for figure in further.figures {
            let mut known = there.figures.iter_mut();
            match known.find(|one| one.metric == figure.metric) {
                Some(known) => add_new(&mut known.reports, figure.reports),
                None => there.figures.push(figure),
            }
        }
        add_new(&mut there.not_applicable, further.not_applicable);
        // What somebody states applies.
        let stated = |id: &MetricId| there.figures.iter().any(|one| one.metric == *id);
        there.not_applicable.retain(|one| !stated(&one.metric));
        add_new(&mut there.countries.count, further.countries.count);
        if there.countries.listed.is_empty() {
            there.countries.listed = further.countries.listed;
        }
        add_new(&mut there.countries.sources, further.countries.sources);
        add_new(&mut there.sources, further.sources);
        add_new(&mut there.findings, further.findings);
        there.days = there.days.or(further.days);
        there.length = there.length.or(further.length);
        if there.lead.is_empty() {
            there.lead = further.lead;
        }
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
                let mut metrics = self.metrics.iter();
                let same = metrics.find(|known| unit::is_same(&known.unit, &metric.unit));
                let unit = same.map_or(&metric.unit, |known| &known.unit).clone();
                self.metrics.push(Metric {
                    unit,
                    ..metric.clone()
                });
                self.declare(metric, dataset);
                continue;
            };
            let id = metric.id.as_str();
            let kept = owners.known.get(&(Noun::Metric, id.to_owned()));
            if let Some(fault) = differs(metric, known, kept) {
                owners.clash(fault, dataset, dataset.place(Noun::Metric, id));
                clashing.insert(metric.id.clone());
                continue;
            }
            if known.part_of.is_none() {
                known.part_of.clone_from(&metric.part_of);
            }
            self.declare(metric, dataset);
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
}

/// Adds what is not there yet.
fn add_new<T: PartialEq>(there: &mut Vec<T>, new: Vec<T>) {
    for one in new {
        if !there.contains(&one) {
            there.push(one);
        }
    }
}

/// Why a metric cannot be the one that a file opened before it has under its id.
fn differs(metric: &Metric, known: &Metric, kept: Option<&String>) -> Option<FileFault> {
    let id = || metric.id.to_string();
    let kept = kept.cloned().unwrap_or_default();
    if !unit::is_same(&known.unit, &metric.unit) {
        let units = [&metric.unit, &known.unit].map(|unit| shown(unit));
        return Some(FileFault::OtherUnit(id(), units, kept));
    }
    let (Some(own), Some(whole)) = (&metric.part_of, &known.part_of) else {
        return None;
    };
    let wholes = || [own, whole].map(|id| shown(id.as_str()));
    (own != whole).then(|| FileFault::OtherWhole(id(), wholes(), kept))
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
    use crate::model::{Fault, fixture};

    #[test]
    fn a_dataset_opened_twice_is_shown_once_and_told() {
        let twice = [Arc::new(fixture::dataset()), Arc::new(fixture::dataset())];
        let (atlas, clashes) = Atlas::of(&twice);
        assert_eq!(atlas.operations.len(), 2);
        assert_eq!(atlas.cases.len(), 1);
        assert!(clashes.iter().any(|clash| matches!(&clash.fault, Fault::File(FileFault::Clash { id, .. }) if id == "liberterra-2")));
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

    fn both(other: Dataset) -> (Atlas, Vec<Problem>) {
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
    fn a_further_report_of_an_operation_of_another_dataset_stands_beside_those_there() {
        let mut own = other(|_| ());
        own.operations.truncate(1);
        own.operations[0].id = "liberterra-2".into();
        own.operations[0].further = true;
        own.operations[0].figures.truncate(1);
        let metric = own.operations[0].figures[0].metric.clone();
        own.operations[0].figures[0].reports[0].quantity = crate::model::Quantity::Exactly(7);
        // Whichever of the two is opened first.
        for order in [[0, 1], [1, 0]] {
            let datasets = [Arc::new(fixture::dataset()), Arc::new(own.clone())];
            let (atlas, clashes) = Atlas::of(&order.map(|at| Arc::clone(&datasets[at])));
            assert_eq!(clashes, []);
            assert_eq!(atlas.operations.len(), 2);
            let joined = atlas.operation("liberterra-2").unwrap();
            let figure = joined.figure(metric.as_str()).unwrap();
            assert!(figure.reports.len() > 1 && figure.disagrees());
            assert_eq!(
                atlas.dataset_of(joined),
                Some(fixture::dataset().title.as_str())
            );
        }
        let (alone, _) = Atlas::of(&[Arc::new(own)]);
        assert_eq!(alone.dataset_of(&alone.operations[0]), Some("Other"));
    }

    #[test]
    fn operations_of_one_name_are_told_apart_by_what_their_names_do_not_say() {
        let names = |title: &str| {
            let (atlas, _) = both(other(|other| title.clone_into(&mut other.title)));
            let named = |id| atlas.operation(id).unwrap().name.clone();
            ["liberterra-2", "other-liberterra-2"].map(named)
        };
        assert!(names("Theirs")[1].ends_with("(Theirs)"));
        let own = names("Liberterra II");
        assert_ne!(own[0], own[1]);
        assert!(own.iter().all(|name| !name.contains("(Liberterra II)")));
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
    fn a_unit_in_other_words_is_the_same_unit_and_has_one_name() {
        let (atlas, clashes) = both(other(|other| {
            for metric in other.metrics.iter_mut().filter(|one| one.unit == "people") {
                "personas".clone_into(&mut metric.unit);
            }
            other.metrics.push(Metric {
                id: "mujeres".into(),
                ..other.metrics[0].clone()
            });
        }));
        assert_eq!(clashes, []);
        assert!(atlas.metrics.iter().all(|metric| metric.unit != "personas"));
        assert_eq!(atlas.metric("mujeres").unwrap().unit, "people");
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
