//! The line of sources under a picture: those of the figures shown.

use std::collections::BTreeMap;

use crate::model::{Atlas, Metric, Operation, PartialDate, Report, Source};
use crate::query::measure::Measure;

/// How many dates of one publisher, and how many publishers, are named.
const DATES: usize = 3;
const PUBLISHERS: usize = 4;

/// "Sources: INTERPOL (6 November 2024, 26 January 2026); Frontex (July 2025)". Where there are
/// many, years stand for dates, and those with fewest figures are counted, not named.
pub(super) fn line(
    atlas: &Atlas,
    operations: &[&Operation],
    metrics: &[&Metric],
    measure: Measure,
) -> String {
    let of_figures = |operation: &&'_ Operation| {
        let metrics = metrics.iter();
        let reports = metrics.flat_map(|metric| rests_on(atlas, operation, metric, measure));
        reports
            .filter_map(|report| atlas.source(&report.source))
            .collect::<Vec<_>>()
    };
    told(operations.iter().flat_map(of_figures))
}

/// The same of the lists of countries that took part, and of coordination units.
pub(super) fn of_lists(atlas: &Atlas, operations: &[&Operation]) -> String {
    let of_lists = operations.iter().flat_map(|operation| {
        let units = operation.coordination_units.iter();
        let units = units.flat_map(|unit| &unit.sources);
        let listed = operation.countries.listed.len().max(1);
        let lists = operation.countries.sources.iter();
        // Every country on a list is a figure that rests on it.
        lists
            .flat_map(move |id| std::iter::repeat_n(id, listed))
            .chain(units)
    });
    told(of_lists.filter_map(|id| atlas.source(id)))
}

fn told<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    let mut publishers: Vec<Publisher<'_>> = Vec::new();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for source in sources {
        let place = *places.entry(&source.publisher).or_insert_with(|| {
            publishers.push(Publisher {
                name: &source.publisher,
                figures: 0,
                dates: Vec::new(),
            });
            publishers.len() - 1
        });
        publishers[place].add(source);
    }
    // Those that most figures rest on come first; equal ones keep the order they are met in.
    publishers.sort_by_key(|publisher| std::cmp::Reverse(publisher.figures));
    let shown = if publishers.len() > PUBLISHERS + 1 {
        PUBLISHERS
    } else {
        publishers.len()
    };
    let named: Vec<String> = publishers
        .iter()
        .take(shown)
        .map(Publisher::words)
        .collect();
    let more = match publishers.len() - shown {
        0 => String::new(),
        more => format!("; and {more} more publishers"),
    };
    match named.as_slice() {
        [] => String::new(),
        [one] => format!("Source: {one}"),
        many => format!("Sources: {}{more}", many.join("; ")),
    }
}

/// The reports a figure under a measure rests on: its own and that of what it is divided by.
fn rests_on<'a>(
    atlas: &'a Atlas,
    operation: &'a Operation,
    metric: &Metric,
    measure: Measure,
) -> Vec<&'a Report> {
    let Some(own) = atlas.figure(operation, &metric.id) else {
        return Vec::new();
    };
    let divisor = match measure {
        Measure::Total | Measure::PerDay | Measure::Change => None,
        Measure::PerCountry => atlas.preferred(&operation.countries.count),
        Measure::Share => {
            let whole = metric.part_of.as_ref();
            match whole.and_then(|whole| atlas.figure(operation, whole)) {
                Some(whole) => Some(whole),
                // Without a whole there is no share to state a source for.
                None => return Vec::new(),
            }
        }
    };
    std::iter::once(own).chain(divisor).collect()
}

struct Publisher<'a> {
    name: &'a str,
    figures: usize,
    dates: Vec<Option<PartialDate>>,
}

impl Publisher<'_> {
    fn add(&mut self, source: &Source) {
        self.figures += 1;
        if !self.dates.contains(&source.date) {
            self.dates.push(source.date);
        }
    }

    fn words(&self) -> String {
        let years: Vec<i16> = self
            .dates
            .iter()
            .flatten()
            .map(|date| date.year())
            .collect();
        match (years.iter().min(), years.iter().max()) {
            (Some(first), Some(last)) if self.dates.len() > DATES => {
                let span = if first == last {
                    first.to_string()
                } else {
                    format!("{first} to {last}")
                };
                format!("{} ({} publications, {span})", self.name, self.dates.len())
            }
            _ => {
                let words = |date: &Option<PartialDate>| {
                    date.map_or_else(|| "undated".to_owned(), PartialDate::words)
                };
                format!(
                    "{} ({})",
                    self.name,
                    self.dates.iter().map(words).collect::<Vec<_>>().join(", ")
                )
            }
        }
    }
}
