//! What each publication supports, and where it stands alone or disagrees.

use std::collections::BTreeMap;

use crate::model::{Atlas, Report, Source, SourceId};

/// A publication with what it supports.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceRow<'a> {
    /// The source's id.
    pub id: &'a SourceId,
    /// The publication.
    pub source: &'a Source,
    /// How many figures of operations it states, countries that took part included.
    pub figures: usize,
    /// How many of these no other source states.
    pub alone: usize,
    /// How many of these another source states differently.
    pub disagreeing: usize,
    /// How many cases it tells.
    pub cases: usize,
}

/// Every publication, by id.
pub fn all(atlas: &Atlas) -> Vec<SourceRow<'_>> {
    let mut rows: BTreeMap<&SourceId, SourceRow<'_>> = atlas
        .sources
        .iter()
        .map(|(id, source)| {
            (id, SourceRow { id, source, figures: 0, alone: 0, disagreeing: 0, cases: 0 })
        })
        .collect();
    for operation in &atlas.operations {
        count(&mut rows, &operation.countries.count);
        for figure in &operation.figures {
            count(&mut rows, &figure.reports);
        }
    }
    for case in &atlas.cases {
        for id in &case.sources {
            if let Some(row) = rows.get_mut(id) {
                row.cases += 1;
            }
        }
    }
    rows.into_values().collect()
}

/// Counts one figure for each source that states it.
fn count(rows: &mut BTreeMap<&SourceId, SourceRow<'_>>, reports: &[Report]) {
    let mut sources: Vec<&SourceId> = reports.iter().map(|report| &report.source).collect();
    sources.sort_unstable();
    sources.dedup();
    for id in &sources {
        let Some(row) = rows.get_mut(*id) else { continue };
        row.figures += 1;
        row.alone += usize::from(sources.len() == 1);
        let own = reports.iter().filter(|report| report.source == **id);
        let differs = own.clone().any(|own| {
            reports.iter().any(|other| other.source != own.source && other.quantity != own.quantity)
        });
        row.disagreeing += usize::from(differs);
    }
}
