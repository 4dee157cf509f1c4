//! What differs between two states of a dataset: figures with their reports, and the records
//! around them.

mod fields;
mod renamed;

use std::collections::BTreeMap;

use fields::{Fields, case, metric, operation};
pub use renamed::Before;

use crate::model::{
    Case, Dataset, Earlier, Metric, MetricId, Operation, People, Report, Source, SourceId, Status,
    Trail,
};

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'a> {
    /// Of what.
    pub of: Of<'a>,
    /// How.
    pub what: What<'a>,
}

/// What a change is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of<'a> {
    /// The dataset itself.
    Dataset,
    /// A publication.
    Source(&'a SourceId, &'a Source),
    /// What is counted.
    Metric(&'a Metric),
    /// A police operation.
    Operation(&'a Operation),
    /// A figure of an operation, and what it counts where that is declared.
    Figure(&'a Operation, &'a MetricId, Option<&'a Metric>),
    /// How many countries took part in an operation.
    Countries(&'a Operation),
    /// An event.
    Case(&'a Case),
    /// The numbers of a case in one of its fields.
    Numbers(&'a Case, &'static str),
}

/// How something differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What<'a> {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// A source states it that did not before; whether no source did.
    ReportAdded(&'a Report, bool),
    /// A source no longer states it; whether no source does now.
    ReportRemoved(&'a Report, bool),
    /// A source states another number, or another source states what it was revised to.
    Number(&'a Report, &'a Report),
    /// Another number is shown, for other reports are there or preferred.
    Shown(&'a Report, &'a Report),
    /// It went by this id.
    Renamed(&'a str),
    /// The same number rests on something else: its source, wording, status, note, or
    /// the choice of it.
    Evidence(&'a Report, &'a Report),
    /// A field of it, by its name in a dataset: before and now; `None` where that is more than a
    /// text.
    Field(&'static str, Option<[String; 2]>),
}

/// A part of what a report rests on, as it was and as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'a> {
    /// Who states it.
    Source(&'a str, &'a str),
    /// The source's own word.
    Wording(&'a str, &'a str),
    /// Whether the dataset prefers it.
    Preferred(bool, bool),
    /// What its publisher called it.
    Status(Option<Status>, Option<Status>),
    /// What it was before it was revised.
    RevisedFrom(Option<&'a Earlier>, Option<&'a Earlier>),
    /// What a reader should know about it.
    Note(&'a str, &'a str),
    /// The source's sentence.
    Excerpt(&'a str, &'a str),
    /// Where a copy is kept.
    Archived(&'a str, &'a str),
    /// When it was compared with the source, and by whom.
    Checked,
}

/// The parts in which two reports rest on something else.
pub fn evidence<'a>(old: &'a Report, new: &'a Report) -> Vec<Part<'a>> {
    let [wordings, notes] = [[&old.wording, &new.wording], [&old.note, &new.note]]
        .map(|both| both.map(|one| one.as_deref().unwrap_or("")));
    let mut parts = Vec::new();
    if old.source != new.source {
        parts.push(Part::Source(old.source.as_str(), new.source.as_str()));
    }
    if wordings[0] != wordings[1] {
        parts.push(Part::Wording(wordings[0], wordings[1]));
    }
    if old.preferred != new.preferred {
        parts.push(Part::Preferred(old.preferred, new.preferred));
    }
    if old.status != new.status {
        parts.push(Part::Status(old.status, new.status));
    }
    if old.revised_from != new.revised_from {
        let [before, now] = [old, new].map(|report| report.revised_from.as_deref());
        parts.push(Part::RevisedFrom(before, now));
    }
    if notes[0] != notes[1] {
        parts.push(Part::Note(notes[0], notes[1]));
    }
    let trails = [old, new].map(|report| report.trail.as_deref());
    let of = |text: fn(&'a Trail) -> &'a Option<String>| {
        trails.map(|trail| trail.and_then(|trail| text(trail).as_deref()).unwrap_or(""))
    };
    let [before, now] = of(|trail| &trail.excerpt);
    if before != now {
        parts.push(Part::Excerpt(before, now));
    }
    let [before, now] = of(|trail| &trail.archived);
    if before != now {
        parts.push(Part::Archived(before, now));
    }
    let [before, now] = trails.map(|trail| trail.and_then(|trail| trail.checked.as_ref()));
    if before != now {
        parts.push(Part::Checked);
    }
    parts
}

/// What differs, by kind: the dataset itself, sources, metrics, operations with their figures,
/// cases. Order says nothing.
pub fn diff<'a>(old: &'a Dataset, new: &'a Dataset) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    let mut fields = Fields(Vec::new());
    fields.text("title", &old.title, &new.title);
    fields.optional("summary", old.summary.as_ref(), new.summary.as_ref());
    fields.told(Of::Dataset, &mut changes);
    sources(old, new, &mut changes);
    let metrics = |dataset: &'a Dataset| dataset.metrics.iter().map(|one| (one.id.as_str(), one));
    for (old, new) in paired(metrics(old), metrics(new)) {
        if let Some((old, new)) = whole(old, new, Of::Metric, &mut changes) {
            metric(old, new).told(Of::Metric(new), &mut changes);
        }
    }
    let operations =
        |dataset: &'a Dataset| dataset.operations.iter().map(|one| (one.id.as_str(), one));
    for (before, now) in paired(operations(old), operations(new)) {
        if let Some((old, new)) = whole(before, now, Of::Operation, &mut changes) {
            operation(old, new).told(Of::Operation(new), &mut changes);
        }
        figures((old, before), (new, now), &mut changes);
    }
    let cases = |dataset: &'a Dataset| dataset.cases.iter().map(|one| (one.id.as_str(), &**one));
    for (old, new) in paired(cases(old), cases(new)) {
        if let Some((old, new)) = whole(old, new, Of::Case, &mut changes) {
            case(old, new).told(Of::Case(new), &mut changes);
            numbers(old, new, &mut changes);
        }
    }
    changes
}

/// What stands under the same id in both, in the order of the first, then what only the second has.
fn paired<'a, T>(
    old: impl Iterator<Item = (&'a str, &'a T)> + Clone,
    new: impl Iterator<Item = (&'a str, &'a T)> + Clone,
) -> Vec<(Option<&'a T>, Option<&'a T>)> {
    let of_new: BTreeMap<&str, &T> = new.clone().collect();
    let of_old: BTreeMap<&str, &T> = old.clone().collect();
    let both = old.map(|(id, one)| (Some(one), of_new.get(id).copied()));
    let added = new.filter(|(id, _)| !of_old.contains_key(id));
    both.chain(added.map(|(_, one)| (None, Some(one))))
        .collect()
}

/// Tells a record that only one of the two has; gives those that both have.
fn whole<'a, T>(
    old: Option<&'a T>,
    new: Option<&'a T>,
    of: impl Fn(&'a T) -> Of<'a>,
    changes: &mut Vec<Change<'a>>,
) -> Option<(&'a T, &'a T)> {
    let (one, what) = match (old, new) {
        (Some(old), Some(new)) => return Some((old, new)),
        (Some(old), None) => (old, What::Removed),
        (None, Some(new)) => (new, What::Added),
        (None, None) => return None,
    };
    changes.push(Change { of: of(one), what });
    None
}

fn sources<'a>(old: &'a Dataset, new: &'a Dataset, changes: &mut Vec<Change<'a>>) {
    for (id, before) in &old.sources {
        let Some(now) = new.sources.get(id) else {
            let of = Of::Source(id, before);
            let what = What::Removed;
            changes.push(Change { of, what });
            continue;
        };
        let mut fields = Fields(Vec::new());
        fields.text("publisher", &before.publisher, &now.publisher);
        fields.text("title", &before.title, &now.title);
        fields.optional("date", before.date, now.date);
        fields.optional("address", before.link(), now.link());
        if [before, now].iter().all(|one| one.link().is_none()) {
            fields.whole("no_address", &before.address, &now.address);
        }
        fields.text("grade", before.grade.key(), now.grade.key());
        fields.optional("note", before.note.as_ref(), now.note.as_ref());
        fields.told(Of::Source(id, now), changes);
    }
    let added = new
        .sources
        .iter()
        .filter(|(id, _)| !old.sources.contains_key(*id));
    changes.extend(added.map(|(id, source)| Change {
        of: Of::Source(id, source),
        what: What::Added,
    }));
}

/// The figures of an operation, which either dataset may lack.
fn figures<'a>(
    (earlier, before): (&'a Dataset, Option<&'a Operation>),
    (dataset, now): (&'a Dataset, Option<&'a Operation>),
    changes: &mut Vec<Change<'a>>,
) {
    let Some(shown) = now.or(before) else { return };
    let both = [before, now];
    let [old, new] = both.map(|one| one.map_or(&[][..], |one| &one.countries.count));
    let of = Of::Countries(shown);
    let from = changes.len();
    reports(of, &refs(old), &refs(new), changes);
    another_shown(of, (earlier, old), (dataset, new), from, changes);
    let [old, new] = both.map(|one| {
        let figures = one.map_or(&[][..], |one| &one.figures);
        figures
            .iter()
            .map(|figure| (figure.metric.as_str(), figure))
    });
    for (old, new) in paired(old, new) {
        let Some(figure) = new.or(old) else { continue };
        let metric = dataset.metrics.iter().find(|one| one.id == figure.metric);
        let of = Of::Figure(shown, &figure.metric, metric);
        let [old, new] = [old, new].map(|one| one.map_or(&[][..], |one| &one.reports));
        let from = changes.len();
        reports(of, &refs(old), &refs(new), changes);
        another_shown(of, (earlier, old), (dataset, new), from, changes);
    }
}

/// Tells that another number is shown, where none of the changes from a place on tells that.
fn another_shown<'a>(
    of: Of<'a>,
    (earlier, old): (&'a Dataset, &'a [Report]),
    (dataset, new): (&'a Dataset, &'a [Report]),
    from: usize,
    changes: &mut Vec<Change<'a>>,
) {
    let before = Report::preferred(old, &earlier.sources);
    let Some((before, now)) = before.zip(Report::preferred(new, &dataset.sources)) else {
        return;
    };
    let told = |change: &Change<'_>| matches!(change.what, What::Number(old, new) if old == before && new == now);
    let is_told = changes.get(from..).is_some_and(|new| new.iter().any(told));
    if before.quantity != now.quantity && !is_told {
        let what = What::Shown(before, now);
        changes.push(Change { of, what });
    }
}

fn refs(reports: &[Report]) -> Vec<&Report> {
    reports.iter().collect()
}

/// The numbers of a case, field by field.
fn numbers<'a>(old: &'a Case, new: &'a Case, changes: &mut Vec<Change<'a>>) {
    let people = |groups: &'a [People]| -> Vec<&'a Report> {
        let of_group = |people: &'a People| {
            let among = people.among.iter().flat_map(|among| &among.reports);
            people.reports.iter().chain(among)
        };
        groups.iter().flat_map(of_group).collect()
    };
    let seized = |case: &'a Case| -> Vec<&'a Report> {
        case.seized.iter().flat_map(|one| &one.reports).collect()
    };
    for (name, before, now) in [
        ("found", people(&old.found), people(&new.found)),
        ("alleged", people(&old.alleged), people(&new.alleged)),
        ("arrested", refs(&old.arrested), refs(&new.arrested)),
        ("suspected", refs(&old.suspected), refs(&new.suspected)),
        ("seized", seized(old), seized(new)),
    ] {
        reports(Of::Numbers(new, name), &before, &now, changes);
    }
}

/// What differs between what sources state of one number. A report is the same one when it was revised
/// to the other, when its source is, else when its number is.
fn reports<'a>(of: Of<'a>, old: &[&'a Report], new: &[&'a Report], changes: &mut Vec<Change<'a>>) {
    let (mut before, mut now) = (old.to_vec(), new.to_vec());
    let mut pair = |same: fn(&Report, &Report) -> bool| {
        let mut pairs = Vec::new();
        before.retain(|&old| {
            let at = now.iter().position(|new| same(old, new));
            pairs.extend(at.map(|at| (old, now.remove(at))));
            at.is_none()
        });
        pairs
    };
    pair(|old, new| old == new);
    let same_number = pair(|old, new| old.source == new.source && old.quantity == new.quantity);
    let revised = pair(|old, new| {
        let earlier = new.revised_from.as_deref();
        earlier.is_some_and(|earlier| {
            let source = earlier.source.as_ref();
            earlier.quantity == old.quantity && source.is_none_or(|one| *one == old.source)
        })
    });
    let same_source = pair(|old, new| old.source == new.source);
    let other_source = pair(|old, new| old.quantity == new.quantity);
    let evidence = same_number.into_iter().chain(other_source);
    let evidence = evidence.map(|(old, new)| What::Evidence(old, new));
    let number = revised.into_iter().chain(same_source);
    let number = number.map(|(old, new)| What::Number(old, new));
    let gone = before
        .iter()
        .map(|one| What::ReportRemoved(one, new.is_empty()));
    let come = now.iter().map(|one| What::ReportAdded(one, old.is_empty()));
    let all = number.chain(evidence).chain(gone).chain(come);
    changes.extend(all.map(|what| Change { of, what }));
}
