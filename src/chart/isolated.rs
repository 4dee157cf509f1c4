//! Names that read from the right, kept together in our sentences: what stands beside such a name
//! is not part of it, so a number behind it stays behind it.

use crate::model::Atlas;
use crate::words::{isolated, reads_leftwards};

/// The atlas with each name that reads from the right as a unit of its own; `None` where there
/// is none.
pub(super) fn isolating(atlas: &Atlas) -> Option<Atlas> {
    if !names(atlas).any(|name| reads_leftwards(name)) {
        return None;
    }
    let mut named = atlas.clone();
    let isolate = |name: &mut String| {
        if reads_leftwards(name) {
            *name = isolated(name);
        }
    };
    for operation in &mut named.operations {
        isolate(&mut operation.name);
        isolate(&mut operation.family);
        operation.lead.iter_mut().for_each(isolate);
        let reports = operation
            .figures
            .iter_mut()
            .flat_map(|one| &mut one.reports);
        reports
            .filter_map(|report| report.wording.as_mut())
            .for_each(isolate);
    }
    for metric in &mut named.metrics {
        isolate(&mut metric.label);
        isolate(&mut metric.unit);
    }
    for source in named.sources.values_mut() {
        isolate(&mut source.publisher);
        isolate(&mut source.title);
    }
    Some(named)
}

/// Every name that a sentence may hold.
fn names(atlas: &Atlas) -> impl Iterator<Item = &String> {
    let operations = atlas.operations.iter().flat_map(|operation| {
        let reports = operation.figures.iter().flat_map(|one| &one.reports);
        [&operation.name, &operation.family]
            .into_iter()
            .chain(&operation.lead)
            .chain(reports.filter_map(|report| report.wording.as_ref()))
    });
    let metrics = atlas.metrics.iter().flat_map(|one| [&one.label, &one.unit]);
    let sources = atlas.sources.values();
    let sources = sources.flat_map(|one| [&one.publisher, &one.title]);
    operations.chain(metrics).chain(sources)
}
