//! What is there, corrected or removed by a form: of it only what differs is touched, so that what
//! is told around it stays.

use super::filled::filled;
use super::reading::{Reading, some};
use super::record::Record;
use super::{Entered, Form, Refused};
use crate::file::edit::{self, Edit, EditFault, Path, Step};
use crate::import::{Asked, Given, Incoming, Proposal, Put, Use, merge};
use crate::model::fault::Noun;
use crate::model::{
    Atlas, Case, Dataset, Earlier, Figure, Metric, MetricId, Operation, Report, Source, SourceId,
};

/// The field of an operation under which stands what cannot be counted in it.
const NOT_APPLICABLE: &str = "not_applicable";

/// What is corrected or removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What.
    pub what: Record,
    /// Whether it is removed.
    pub removed: bool,
}

/// A record as a dataset has it.
enum Kept<'a> {
    Operation(&'a Operation),
    Source(&'a SourceId, &'a Source),
    Metric(&'a Metric),
    Case(&'a Case),
}

impl Record {
    /// A report in its operation.
    pub(super) fn report<'a>(&self, operation: &'a Operation) -> Option<&'a Report> {
        let Self::Report(_, metric, at) = self else {
            return None;
        };
        reports(operation, metric.as_ref())?.get(*at)
    }

    /// Its whole record in a dataset.
    fn kept<'a>(&self, dataset: &'a Dataset) -> Option<Kept<'a>> {
        Some(match self {
            Self::Report(id, ..) | Self::NotApplicable(id, _) | Self::Operation(id) => {
                Kept::Operation(dataset.operations.iter().find(|one| one.id == *id)?)
            }
            Self::Metric(id) => Kept::Metric(dataset.metrics.iter().find(|one| one.id == *id)?),
            Self::Source(id) => {
                let (id, source) = dataset.sources.get_key_value(id)?;
                Kept::Source(id, source)
            }
            Self::Case(id) => {
                let mut cases = dataset.cases.iter();
                Kept::Case(&**cases.find(|one| one.id == *id)?)
            }
        })
    }

    /// Whether a dataset has it.
    pub fn is_in(&self, dataset: &Dataset) -> bool {
        match (self, self.kept(dataset)) {
            (Self::Report(..), Some(Kept::Operation(operation))) => {
                self.report(operation).is_some()
            }
            (Self::NotApplicable(_, metric), Some(Kept::Operation(operation))) => {
                operation.not_applicable(metric.as_str()).is_some()
            }
            (_, kept) => kept.is_some(),
        }
    }
}

fn reports<'a>(operation: &'a Operation, metric: Option<&MetricId>) -> Option<&'a [Report]> {
    Some(match metric {
        Some(metric) => &operation.figure(metric.as_str())?.reports,
        None => &operation.countries.count,
    })
}

impl Kept<'_> {
    fn path(&self) -> Path {
        let by = |field, step| vec![Step::Field(field), step];
        match self {
            Self::Operation(one) => by("operations", Step::Id(one.id.to_string())),
            Self::Source(id, _) => by("sources", Step::Key(id.to_string())),
            Self::Metric(one) => by("metrics", Step::Key(one.id.to_string())),
            Self::Case(one) => by("cases", Step::Id(one.id.to_string())),
        }
    }

    fn value(&self) -> edit::Value {
        match self {
            Self::Operation(one) => edit::operation(one),
            Self::Source(_, one) => edit::source(one),
            Self::Metric(one) => edit::metric(one),
            Self::Case(one) => edit::case(one),
        }
    }

    /// What it is, and what it is called.
    fn named(&self) -> (Noun, String) {
        match self {
            Self::Operation(one) => (Noun::Operation, one.name.clone()),
            Self::Source(_, one) => (Noun::Source, super::label(one)),
            Self::Metric(one) => (Noun::Metric, one.label.clone()),
            Self::Case(one) => (Noun::Case, one.title.clone()),
        }
    }

    /// Its fields that are other than those of another state of it.
    fn edits(&self, now: &Self) -> Vec<Edit> {
        edit::differences(&self.path(), &self.value(), &now.value())
    }
}

impl Changed {
    /// The form filled with it.
    pub fn form(&self, dataset: &Dataset) -> Option<Form> {
        Some(Form {
            changed: Some(self.clone()),
            ..filled(&self.what, dataset)?
        })
    }

    /// What it would change, and what was understood of the form.
    pub(super) fn proposal(
        &self,
        form: &Form,
        text: &str,
        dataset: &Dataset,
        atlas: &Atlas,
    ) -> (Proposal, Entered) {
        if self.removed {
            return (self.removal(text, dataset), Entered::default());
        }
        let mut reading = Reading::of(form, dataset, atlas);
        let proposal = self.correction(&mut reading, text);
        (proposal.unwrap_or_default(), reading.entered)
    }

    /// `None` while something that is needed is lacking.
    fn correction(&self, reading: &mut Reading<'_>, text: &str) -> Option<Proposal> {
        let dataset = reading.dataset;
        let old = self.what.kept(dataset)?;
        match &old {
            Kept::Operation(operation) => {
                let source = reading.source_if_named();
                reading.entered.of.0 = Some(operation.id.clone());
                let now = self.operation(reading, operation, source.as_ref())?;
                reading.ends(&self.what, &old, &Kept::Operation(&now), text)
            }
            Kept::Source(id, source) => {
                let title = reading.form.source.title.clone();
                let typed = reading.typed_source(some(&title))?;
                // Where nothing was said of an address, nothing is.
                let says_nothing = reading.form.source.no_address.trim().is_empty();
                let address = match (typed.address, &source.address) {
                    (Err(_), Err(why)) if says_nothing => Err(why.clone()),
                    (address, _) => address,
                };
                let now = Source { address, ..typed };
                reading.ends(&self.what, &old, &Kept::Source(id, &now), text)
            }
            Kept::Metric(metric) => {
                let now = reading.typed_metric(0, metric.id.clone())?;
                reading.ends(&self.what, &old, &Kept::Metric(&now), text)
            }
            Kept::Case(case) => {
                let source = reading.source()?;
                let now = reading.case_onto((*case).clone(), &source)?;
                reading.ends(&self.what, &old, &Kept::Case(&now), text)
            }
        }
    }

    /// An operation with one of its reports, or its fields, as the form tells them.
    fn operation(
        &self,
        reading: &mut Reading<'_>,
        old: &Operation,
        source: Option<&SourceId>,
    ) -> Option<Operation> {
        match &self.what {
            Record::Report(_, metric, at) => {
                let now = (old.clone(), metric.as_ref(), *at);
                report_corrected(reading, now, source)
            }
            Record::NotApplicable(_, metric) => {
                none_corrected(reading, old.clone(), metric, source)
            }
            Record::Operation(_) | Record::Metric(_) | Record::Source(_) | Record::Case(_) => {
                let mut now = old.clone();
                let fields = &reading.form.operation;
                let name = reading.needed(super::Field::Operation, &fields.name);
                if now.family == now.name || fields.family.trim().is_empty() {
                    now.family = name.clone()?;
                }
                now.name = name?;
                let mut now = reading.operation_onto(now, source);
                let of = source.cloned().unwrap_or_default();
                let count = &mut now.countries.count;
                reading.counted(super::Field::Count, &fields.count, count, &of);
                Some(now)
            }
        }
    }

    /// What taking it away would change; what still names it keeps it.
    fn removal(&self, text: &str, dataset: &Dataset) -> Proposal {
        let Some(kept) = self.what.kept(dataset) else {
            return Proposal::default();
        };
        let mut proposal = Proposal::default();
        let given = |operation: &Operation, metric: Option<&MetricId>, report: &Report| {
            Put::Removed(Given {
                operation: operation.id.clone(),
                metric: metric.cloned(),
                report: report.clone(),
                place: super::reading::place(),
            })
        };
        match (&self.what, &kept) {
            (Record::Report(_, metric, at), Kept::Operation(old)) => {
                let Some(report) = self.what.report(old) else {
                    return proposal;
                };
                proposal.put.push(given(old, metric.as_ref(), report));
                let mut now = (*old).clone();
                match metric {
                    Some(metric) => {
                        let of = now.figures.iter_mut().find(|one| one.metric == *metric);
                        of.map(|figure| figure.reports.remove(*at));
                        now.figures.retain(|figure| !figure.reports.is_empty());
                    }
                    None => drop(now.countries.count.remove(*at)),
                }
                let now = Kept::Operation(&now);
                proposal.edits = kept.edits(&now);
                return checked(merge::finished(proposal, text, dataset), &self.what, &now);
            }
            (Record::NotApplicable(_, metric), Kept::Operation(old)) => {
                let mut now = (*old).clone();
                now.not_applicable.retain(|one| one.metric != *metric);
                let now = Kept::Operation(&now);
                let (noun, name) = kept.named();
                let put = Put::Changed(noun, name, NOT_APPLICABLE);
                proposal.put.push(put);
                proposal.edits = kept.edits(&now);
                return checked(merge::finished(proposal, text, dataset), &self.what, &now);
            }
            (_, Kept::Operation(old)) => {
                for figure in &old.figures {
                    let of = |report| given(old, Some(&figure.metric), report);
                    proposal.put.extend(figure.reports.iter().map(of));
                }
                for case in dataset.cases.iter().filter(|one| one.operation == old.id) {
                    let case = Kept::Case(case);
                    let (noun, name) = case.named();
                    proposal.put.push(Put::Gone(noun, name));
                    proposal.edits.push(Edit::Remove(case.path()));
                }
            }
            (_, Kept::Source(..) | Kept::Metric(_) | Kept::Case(_)) => {
                let uses = uses(&self.what, dataset);
                if !uses.is_empty() {
                    let (noun, name) = kept.named();
                    proposal.asked.push(Asked::StillNamed(noun, name, uses));
                    return proposal;
                }
            }
        }
        let (noun, name) = kept.named();
        proposal.put.insert(0, Put::Gone(noun, name));
        proposal.edits.push(Edit::Remove(kept.path()));
        merge::finished(proposal, text, dataset)
    }
}

/// An operation with one of its reports as the form tells it; where it is the only one of its
/// metric, it may turn out that there can be no number.
fn report_corrected(
    reading: &mut Reading<'_>,
    (mut now, metric, at): (Operation, Option<&MetricId>, usize),
    source: Option<&SourceId>,
) -> Option<Operation> {
    let source = source?;
    let is_none = reading.form.figures.first()?.is_not_applicable();
    let is_only =
        metric.is_some_and(|id| reports(&now, Some(id)).is_some_and(|all| all.len() == 1));
    if let Some(metric) = metric.filter(|_| is_none && is_only) {
        now.figures.retain(|figure| figure.metric != *metric);
        let none = reading.not_applicable(0, metric.clone(), source);
        now.not_applicable.push(none);
        return Some(now);
    }
    reading.figures(&now.id, source);
    let said = reading.incoming.reports.pop()?.report;
    let reports = match metric {
        Some(metric) => {
            let mut figures = now.figures.iter_mut();
            &mut figures.find(|one| one.metric == *metric)?.reports
        }
        None => &mut now.countries.count,
    };
    let report = reports.get_mut(at)?;
    let same = |earlier: &Earlier| {
        let now = said.revised_from.as_deref();
        now.is_some_and(|now| now.quantity == earlier.quantity)
    };
    let kept = report.revised_from.take().filter(|earlier| same(earlier));
    *report = Report {
        preferred: report.preferred,
        revised_from: kept.or(said.revised_from),
        ..said
    };
    Some(now)
}

/// An operation with why a metric cannot be counted in it as the form tells it, or with a number
/// after all.
fn none_corrected(
    reading: &mut Reading<'_>,
    mut now: Operation,
    metric: &MetricId,
    source: Option<&SourceId>,
) -> Option<Operation> {
    let of = source.cloned().unwrap_or_default();
    if reading.form.figures.first()?.is_not_applicable() {
        let said = reading.not_applicable(0, metric.clone(), &of);
        let mut all = now.not_applicable.iter_mut();
        let there = all.find(|one| one.metric == *metric)?;
        there.reason = said.reason;
        if !said.sources.iter().all(|id| there.sources.contains(id)) {
            there.sources.extend(said.sources);
        }
        return Some(now);
    }
    let report = reading.report(0, &of);
    if source.is_none() {
        reading.refuse(super::Field::Source, Refused::Needed);
    }
    now.not_applicable.retain(|one| one.metric != *metric);
    now.figures.push(Figure {
        metric: metric.clone(),
        reports: vec![report?],
    });
    Some(now)
}

impl Reading<'_> {
    /// The source that is named, where one is.
    fn source_if_named(&mut self) -> Option<SourceId> {
        let is_named = self.form.source != super::SourceFields::default();
        is_named.then(|| self.source()).flatten()
    }

    /// What has to be written for a record to be as it is now; nothing while something is refused.
    fn ends(
        &mut self,
        what: &Record,
        old: &Kept<'_>,
        now: &Kept<'_>,
        text: &str,
    ) -> Option<Proposal> {
        if !self.entered.refused.is_empty() {
            return None;
        }
        let edits = old.edits(now);
        let (noun, name) = old.named();
        let incoming = std::mem::take(&mut self.incoming);
        let incoming = Incoming {
            sources: incoming.sources,
            metrics: incoming.metrics,
            ..Incoming::default()
        };
        let mut proposal = merge::unfinished(incoming, self.dataset);
        if let Some(put) = corrected(what, old, now) {
            proposal.put.extend(edits.first().map(|_| put));
        } else {
            let mut fields: Vec<&'static str> = Vec::new();
            let depth = old.path().len();
            for edit in &edits {
                if let Some(Step::Field(name)) = edit.path().get(depth)
                    && !fields.contains(name)
                {
                    fields.push(name);
                }
            }
            let put = |field| Put::Changed(noun, name.clone(), field);
            proposal.put.extend(fields.into_iter().map(put));
        }
        proposal.edits.extend(edits);
        let proposal = merge::finished(proposal, text, self.dataset);
        Some(checked(proposal, what, now))
    }
}

/// A report as it is corrected, where it still is one.
fn corrected(what: &Record, old: &Kept<'_>, now: &Kept<'_>) -> Option<Put> {
    let (Record::Report(operation, metric, _), Kept::Operation(old), Kept::Operation(now)) =
        (what, old, now)
    else {
        return None;
    };
    let given = Given {
        operation: operation.clone(),
        metric: metric.clone(),
        report: what.report(now)?.clone(),
        place: super::reading::place(),
    };
    Some(Put::Corrected(given, what.report(old)?.quantity))
}

/// A proposal, where it makes of a record what it should be. Where something in the file is left
/// out, places in it and in the dataset are not the same, and nothing is changed.
fn checked(mut proposal: Proposal, what: &Record, now: &Kept<'_>) -> Proposal {
    let made = proposal
        .dataset
        .as_ref()
        .and_then(|dataset| what.kept(dataset));
    if made.is_some_and(|made| made.value() != now.value()) {
        proposal
            .asked
            .push(Asked::NotWritten(EditFault::NotWellWritten));
        (proposal.text, proposal.dataset) = (None, None);
    }
    proposal
}

/// What names a source or a metric.
fn uses(what: &Record, dataset: &Dataset) -> Vec<Use> {
    let mut uses = Vec::new();
    for operation in &dataset.operations {
        for figure in &operation.figures {
            let is_named = match what {
                Record::Metric(id) => figure.metric == *id,
                Record::Source(id) => figure.reports.iter().any(|one| one.names(id)),
                Record::Report(..)
                | Record::NotApplicable(..)
                | Record::Operation(_)
                | Record::Case(_) => false,
            };
            if is_named {
                uses.push(Use::Figure(operation.id.clone(), figure.metric.clone()));
            }
        }
        let is_named = match what {
            Record::Metric(id) => operation.not_applicable(id.as_str()).is_some(),
            Record::Source(id) => Operation {
                figures: Vec::new(),
                ..operation.clone()
            }
            .names(id),
            Record::Report(..)
            | Record::NotApplicable(..)
            | Record::Operation(_)
            | Record::Case(_) => false,
        };
        if is_named {
            uses.push(Use::Operation(operation.id.clone()));
        }
    }
    match what {
        Record::Metric(id) => {
            let parts = dataset.metrics.iter();
            let parts = parts.filter(|one| one.part_of.as_ref() == Some(id));
            uses.extend(parts.map(|one| Use::Metric(one.id.clone())));
        }
        Record::Source(id) => {
            let cases = dataset.cases.iter().filter(|one| one.names(id));
            uses.extend(cases.map(|one| Use::Case(one.title.clone())));
        }
        Record::Report(..) | Record::NotApplicable(..) | Record::Operation(_) | Record::Case(_) => {
        }
    }
    uses
}
