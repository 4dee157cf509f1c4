//! Publications, what is counted, and the datasets that say so.

use crate::export::cell::Cell;
use crate::export::sheet::Sheet;
use crate::model::{Atlas, Divisor, MetricId, NoAddress, Source};
use crate::query::sources::{SourceCounts, counts};

/// One row for each publication.
pub fn sources(atlas: &Atlas) -> Sheet {
    let counts = counts(atlas);
    let rows = counts
        .iter()
        .filter_map(|counts| Some((counts, atlas.source(&counts.id)?)));
    Sheet::of::<(&SourceCounts, &Source)>(
        rows,
        &[&[
            ("source", |(counts, _)| Cell::text(counts.id.as_str())),
            ("publisher", |(_, source)| Cell::text(&source.publisher)),
            ("title", |(_, source)| Cell::text(&source.title)),
            ("date", |(_, source)| Cell::date(source.date)),
            ("grade", |(_, source)| Cell::text(source.grade.key())),
            ("address", |(_, source)| Cell::optional(source.link())),
            ("figures", |(counts, _)| Cell::count(counts.figures)),
            ("only_support", |(counts, _)| Cell::count(counts.alone)),
            ("disagreeing", |(counts, _)| Cell::count(counts.disagreeing)),
            ("cases", |(counts, _)| Cell::count(counts.cases)),
            ("no_address", |(_, source)| {
                Cell::optional(source.address.as_ref().err().map(NoAddress::words))
            }),
            ("note", |(_, source)| Cell::optional(source.note.as_deref())),
        ]],
    )
}

/// One row for each metric.
pub fn metrics(atlas: &Atlas) -> Sheet {
    Sheet::of(
        &atlas.metrics,
        &[&[
            ("metric", |metric| Cell::text(metric.id.as_str())),
            ("label", |metric| Cell::text(&metric.label)),
            ("unit", |metric| Cell::text(&metric.unit)),
            ("definition", |metric| Cell::text(&metric.definition)),
            ("part_of", |metric| {
                Cell::optional(metric.part_of.as_ref().map(MetricId::as_str))
            }),
            ("not_per", |metric| {
                Cell::list(metric.not_per.iter().map(|divisor| match divisor {
                    Divisor::Day => "day",
                    Divisor::Country => "country",
                }))
            }),
        ]],
    )
}

/// One row for each open dataset.
pub fn datasets(atlas: &Atlas) -> Sheet {
    Sheet::of(
        &atlas.opened,
        &[&[
            ("dataset", |opened| Cell::text(&opened.file)),
            ("title", |opened| Cell::text(&opened.title)),
            ("summary", |opened| {
                Cell::optional(opened.summary.as_deref())
            }),
        ]],
    )
}
