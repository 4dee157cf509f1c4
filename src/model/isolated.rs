//! Names that read from the right, kept together wherever a sentence of ours holds one: what stands
//! beside such a name is not part of it, so a number behind it stays behind it.

use std::sync::Arc;

use unicode_bidi::{BidiClass, bidi_class};

use super::atlas::Atlas;
use super::case::Case;

/// Makes each name in an atlas that reads from the right a unit of its own.
pub(super) fn isolate(atlas: &mut Atlas) {
    for operation in &mut atlas.operations {
        name(&mut operation.name);
        name(&mut operation.family);
        operation.lead.iter_mut().for_each(name);
        let supporters = operation.supported_by.iter_mut();
        supporters.for_each(|one| name(&mut one.name));
        let units = operation.coordination_units.iter_mut();
        units.filter_map(|unit| unit.place.as_mut()).for_each(name);
        let figures = operation.figures.iter_mut();
        let reports = figures.flat_map(|figure| &mut figure.reports);
        let words = reports.filter_map(|report| report.wording.as_mut());
        words.for_each(name);
    }
    for metric in &mut atlas.metrics {
        name(&mut metric.label);
        name(&mut metric.unit);
    }
    for source in atlas.sources.values_mut() {
        name(&mut source.publisher);
        name(&mut source.title);
    }
    for opened in &mut atlas.opened {
        name(&mut opened.title);
    }
    for (_, declared) in atlas.declared.values_mut().flatten() {
        name(&mut declared.dataset);
        name(&mut declared.label);
    }
    // Of a million cases hardly any is changed, and only those are copied.
    let some = |case: &&mut Arc<Case>| names_of(case).any(reads_leftwards);
    for case in atlas.cases.iter_mut().filter(some) {
        let case = Arc::make_mut(case);
        name(&mut case.title);
        case.route
            .iter_mut()
            .filter_map(|stop| stop.place.as_mut())
            .for_each(name);
        case.seized.iter_mut().for_each(|one| name(&mut one.what));
        let groups = case.found.iter_mut().chain(&mut case.alleged);
        groups.flat_map(|people| &mut people.regions).for_each(name);
    }
}

fn names_of(case: &Case) -> impl Iterator<Item = &str> {
    let stops = case.route.iter().filter_map(|stop| stop.place.as_deref());
    let seized = case.seized.iter().map(|one| one.what.as_str());
    let groups = case.found.iter().chain(&case.alleged);
    let regions = groups
        .flat_map(|people| &people.regions)
        .map(String::as_str);
    let all = std::iter::once(case.title.as_str()).chain(stops);
    all.chain(seized).chain(regions)
}

fn name(name: &mut String) {
    if reads_leftwards(name) {
        *name = isolated(name);
    }
}

/// Whether any letter of a text reads from the right.
pub fn reads_leftwards(name: &str) -> bool {
    use BidiClass::{AL, AN, R};
    !name.is_ascii() && (name.chars()).any(|letter| matches!(bidi_class(letter), R | AL | AN))
}

/// A name as a unit of its own in a sentence, which reads as its own letters do.
pub fn isolated(name: &str) -> String {
    format!("\u{2068}{name}\u{2069}")
}
