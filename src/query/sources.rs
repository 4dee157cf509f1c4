//! What each publication supports, and where it stands alone or disagrees.

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::search;
use crate::model::{
    Atlas, Country, Grade, Metric, Operation, PartialDate, Report, Source, SourceId,
};

/// What sources are narrowed to, beside what is typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SourceNarrowing {
    /// Only sources of this grade, by key.
    pub grade: Option<String>,
    /// Only sources on which something of this operation rests, by id.
    pub operation: Option<String>,
}

/// What a person chose on the Sources page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceChoice {
    /// What was typed into the search.
    pub typed: String,
    /// What they are narrowed to.
    pub narrowing: SourceNarrowing,
    /// The column sorted by.
    pub sort: SourceSort,
    /// Against the column's own direction.
    pub descending: bool,
}

/// The columns the sources can be sorted by. Names go from A, dates from the newest, counts
/// from the largest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum SourceSort {
    /// By publisher.
    Publisher,
    /// By title.
    Title,
    /// By date, those without one last.
    #[default]
    Date,
    /// By grade, official first.
    Grade,
    /// By figures supported.
    Figures,
    /// By figures that no other source states.
    Alone,
    /// By figures that another source contradicts.
    Disagreeing,
    /// By cases told.
    Cases,
}

/// How much a source supports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceCounts {
    /// The source's id.
    pub id: SourceId,
    /// How many figures of operations it states, countries that took part included.
    pub figures: usize,
    /// How many of these no other source states.
    pub alone: usize,
    /// How many of these another source contradicts.
    pub disagreeing: usize,
    /// How many cases it tells.
    pub cases: usize,
    /// The operations of which something rests on it, by their places in the atlas.
    pub operations: Vec<usize>,
}

/// How much every publication supports, by id.
pub fn counts(atlas: &Atlas) -> Vec<SourceCounts> {
    let mut rows: BTreeMap<&SourceId, SourceCounts> = atlas
        .sources
        .keys()
        .map(|id| {
            let none = SourceCounts {
                id: id.clone(),
                figures: 0,
                alone: 0,
                disagreeing: 0,
                cases: 0,
                operations: Vec::new(),
            };
            (id, none)
        })
        .collect();
    let note = |rows: &mut BTreeMap<&SourceId, SourceCounts>, id: &SourceId, place: usize| {
        if let Some(row) = rows.get_mut(id)
            && let Err(at) = row.operations.binary_search(&place)
        {
            row.operations.insert(at, place);
        }
    };
    for (place, operation) in atlas.operations.iter().enumerate() {
        count(&mut rows, &operation.countries.count);
        for figure in &operation.figures {
            count(&mut rows, &figure.reports);
        }
        for id in named_by(operation) {
            note(&mut rows, id, place);
        }
    }
    for case in &atlas.cases {
        let place = atlas.place_of(case.operation.as_str());
        for id in &case.sources {
            if let Some(row) = rows.get_mut(id) {
                row.cases += 1;
            }
            if let Some(place) = place {
                note(&mut rows, id, place);
            }
        }
    }
    rows.into_values().collect()
}

/// Every source that an operation names, some more than once.
fn named_by(operation: &Operation) -> impl Iterator<Item = &SourceId> {
    let figures = operation.figures.iter().flat_map(|one| &one.reports);
    let reports = figures.chain(&operation.countries.count);
    let earlier = reports
        .clone()
        .filter_map(|one| one.revised_from.as_ref()?.source.as_ref());
    let units = operation.coordination_units.iter();
    let findings = operation.findings.iter();
    let supports = operation.supported_by.iter();
    let lists = units
        .map(|one| &one.sources)
        .chain(findings.map(|one| &one.sources))
        .chain(supports.map(|one| &one.sources))
        .chain(operation.not_applicable.iter().map(|one| &one.sources))
        .chain([&operation.sources, &operation.countries.sources]);
    let reports = reports.map(|report| &report.source);
    reports.chain(earlier).chain(lists.flatten())
}

/// How many sources a further choice would leave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offered {
    /// Grades, from closest.
    pub grades: BTreeMap<Grade, usize>,
    /// Operations by their places in the atlas.
    pub operations: BTreeMap<usize, usize>,
}

/// How many sources each grade and each operation would leave, whatever they are narrowed to by
/// the same menu now.
pub fn offered(
    atlas: &Atlas,
    counts: &[SourceCounts],
    choice: &SourceChoice,
    searched: fn(&Source) -> String,
) -> Offered {
    let mut offered = Offered::default();
    for row in counts {
        let Some(source) = atlas.source(&row.id) else {
            continue;
        };
        if !found(row, source, &choice.typed, searched) {
            continue;
        }
        if of_operation(atlas, row, &choice.narrowing) {
            *offered.grades.entry(source.grade).or_insert(0) += 1;
        }
        if of_grade(source, &choice.narrowing) {
            for place in &row.operations {
                *offered.operations.entry(*place).or_insert(0) += 1;
            }
        }
    }
    offered
}

fn of_grade(source: &Source, narrowing: &SourceNarrowing) -> bool {
    let grade = narrowing.grade.as_deref();
    grade.is_none_or(|key| source.grade.key() == key)
}

fn of_operation(atlas: &Atlas, row: &SourceCounts, narrowing: &SourceNarrowing) -> bool {
    narrowing.operation.as_deref().is_none_or(|id| {
        let place = atlas.place_of(id);
        place.is_some_and(|place| row.operations.contains(&place))
    })
}

/// The places of the sources a choice shows, sorted as chosen. Equals follow by publisher and
/// title, in either direction. `searched` gives all that people read of a source.
pub fn arranged(
    atlas: &Atlas,
    counts: &[SourceCounts],
    choice: &SourceChoice,
    searched: fn(&Source) -> String,
) -> Vec<usize> {
    let mut rows: Vec<(usize, &SourceCounts, &Source, String)> = counts
        .iter()
        .enumerate()
        .filter_map(|(place, counts)| Some((place, counts, atlas.source(&counts.id)?)))
        .filter(|(_, counts, source)| {
            of_grade(source, &choice.narrowing)
                && of_operation(atlas, counts, &choice.narrowing)
                && found(counts, source, &choice.typed, searched)
        })
        .map(|(place, counts, source)| {
            let name = search::folded(&format!("{} {}", source.publisher, source.title));
            (place, counts, source, name)
        })
        .collect();
    rows.sort_by(|a, b| {
        let order = order((a.1, a.2), (b.1, b.2), choice.sort);
        if choice.descending {
            order.reverse()
        } else {
            order
        }
        .then_with(|| a.3.cmp(&b.3))
    });
    rows.into_iter().map(|(place, ..)| place).collect()
}

fn found(
    counts: &SourceCounts,
    source: &Source,
    typed: &str,
    searched: fn(&Source) -> String,
) -> bool {
    if typed.trim().is_empty() {
        return true;
    }
    let text = format!("{} {}", searched(source), counts.id);
    search::matches(&text, typed)
}

fn order(a: (&SourceCounts, &Source), b: (&SourceCounts, &Source), sort: SourceSort) -> Ordering {
    let date = |source: &Source| Reverse(source.date.map(PartialDate::latest));
    match sort {
        SourceSort::Publisher => {
            search::folded(&a.1.publisher).cmp(&search::folded(&b.1.publisher))
        }
        SourceSort::Title => search::folded(&a.1.title).cmp(&search::folded(&b.1.title)),
        SourceSort::Date => date(a.1).cmp(&date(b.1)),
        SourceSort::Grade => a.1.grade.cmp(&b.1.grade),
        SourceSort::Figures => b.0.figures.cmp(&a.0.figures),
        SourceSort::Alone => b.0.alone.cmp(&a.0.alone),
        SourceSort::Disagreeing => b.0.disagreeing.cmp(&a.0.disagreeing),
        SourceSort::Cases => b.0.cases.cmp(&a.0.cases),
    }
}

/// One statement of a source about an operation.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement<'a> {
    /// The operation.
    pub operation: &'a Operation,
    /// What is counted; `None` for the countries that took part.
    pub metric: Option<&'a Metric>,
    /// What it states.
    pub report: &'a Report,
    /// Whether no other source states this figure.
    pub alone: bool,
    /// Whether another source contradicts it.
    pub differs: bool,
}

/// Everything a source states of operations, in the atlas's order.
pub fn statements<'a>(atlas: &'a Atlas, source: &str) -> Vec<Statement<'a>> {
    let mut statements = Vec::new();
    for operation in &atlas.operations {
        let figures = operation.figures.iter().filter_map(|figure| {
            Some((Some(atlas.metric(figure.metric.as_str())?), &figure.reports))
        });
        for (metric, reports) in std::iter::once((None, &operation.countries.count)).chain(figures)
        {
            let others = || {
                reports
                    .iter()
                    .filter(|report| report.source.as_str() != source)
            };
            let own = reports
                .iter()
                .filter(|report| report.source.as_str() == source);
            statements.extend(own.map(|report| Statement {
                operation,
                metric,
                report,
                alone: others().next().is_none(),
                differs: others().any(|other| !other.quantity.agrees_with(report.quantity)),
            }));
        }
    }
    statements
}

/// The publications that what is known of a country rests on: lists it is on, its coordination
/// units, cases that name it; in that order, each once.
pub fn naming(atlas: &Atlas, country: Country) -> Vec<SourceId> {
    let of_operation = |one: &Operation| {
        let units = one.coordination_units.iter();
        let units = units.filter(|unit| unit.country == country);
        let listed = one.countries.listed.contains(&country);
        let list = one.countries.sources.iter().filter(|_| listed).cloned();
        let units = units.flat_map(|unit| unit.sources.iter().cloned());
        list.chain(units).collect::<Vec<_>>()
    };
    let cases = atlas.cases.iter();
    let cases = cases.filter(|case| case.countries_named().contains(&country));
    let cases = cases.flat_map(|case| case.sources.iter().cloned());
    let all = atlas.operations.iter().flat_map(of_operation).chain(cases);
    let mut known = BTreeSet::new();
    all.filter(|id| known.insert(id.clone())).collect()
}

/// The places of the cases a source tells, in the atlas's order.
pub fn cases(atlas: &Atlas, source: &str) -> Vec<usize> {
    atlas
        .cases
        .iter()
        .enumerate()
        .filter(|(_, case)| case.sources.iter().any(|id| id.as_str() == source))
        .map(|(place, _)| place)
        .collect()
}

/// Counts one figure for each source that states it.
fn count(rows: &mut BTreeMap<&SourceId, SourceCounts>, reports: &[Report]) {
    let mut sources: Vec<&SourceId> = reports.iter().map(|report| &report.source).collect();
    sources.sort_unstable();
    sources.dedup();
    for id in &sources {
        let Some(row) = rows.get_mut(*id) else {
            continue;
        };
        row.figures += 1;
        row.alone += usize::from(sources.len() == 1);
        let own = reports.iter().filter(|report| report.source == **id);
        let differs = own.clone().any(|own| {
            reports.iter().any(|other| {
                other.source != own.source && !other.quantity.agrees_with(own.quantity)
            })
        });
        row.disagreeing += usize::from(differs);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::report;
    use crate::model::{Figure, NoAddress, Quantity};

    fn atlas() -> Atlas {
        let source = |publisher: &str, grade, date: &str| Source {
            publisher: publisher.to_owned(),
            title: format!("{publisher} writes"),
            date: PartialDate::parse(date),
            address: Err(NoAddress::Unsaid),
            grade,
            note: None,
        };
        let metric = |id: &str| Metric {
            id: id.into(),
            label: id.to_owned(),
            unit: "people".to_owned(),
            definition: String::new(),
            part_of: None,
            not_per: Vec::new(),
        };
        let figure = |metric: &str, reports| Figure {
            metric: metric.into(),
            reports,
        };
        let dataset = crate::model::Dataset {
            sources: [
                ("a", source("Agency", Grade::Official, "2024-11-06")),
                ("b", source("Bulletin", Grade::News, "2025")),
                ("c", source("Écho", Grade::Reprint, "")),
            ]
            .into_iter()
            .map(|(id, source)| (id.into(), source))
            .collect(),
            metrics: vec![metric("arrests"), metric("officers")],
            operations: vec![Operation {
                figures: vec![
                    figure(
                        "arrests",
                        vec![
                            report(Quantity::Exactly(2517), "a"),
                            report(Quantity::MoreThan(2600), "b"),
                        ],
                    ),
                    figure("officers", vec![report(Quantity::Thousands, "a")]),
                ],
                ..Operation::named("one", "One")
            }],
            ..crate::model::Dataset::default()
        };
        Atlas::of(&[std::sync::Arc::new(dataset)]).0
    }

    #[test]
    fn a_source_is_told_apart_as_alone_agreeing_and_disagreeing() {
        let atlas = atlas();
        let told: Vec<_> = counts(&atlas)
            .iter()
            .map(|row| (row.id.to_string(), row.figures, row.alone, row.disagreeing))
            .collect();
        assert_eq!(
            told,
            [
                ("a".to_owned(), 2, 1, 1),
                ("b".to_owned(), 1, 0, 1),
                ("c".to_owned(), 0, 0, 0)
            ]
        );
        let said = statements(&atlas, "a");
        assert_eq!(
            said.iter()
                .map(|one| (one.alone, one.differs))
                .collect::<Vec<_>>(),
            [(false, true), (true, false)]
        );
    }

    #[test]
    fn sources_are_narrowed_by_grade_and_by_what_rests_on_them() {
        let atlas = atlas();
        let counts = counts(&atlas);
        let shown = |grade: Option<&str>, operation: Option<&str>| {
            let narrowing = SourceNarrowing {
                grade: grade.map(str::to_owned),
                operation: operation.map(str::to_owned),
            };
            let choice = SourceChoice {
                narrowing,
                ..SourceChoice::default()
            };
            let offered = offered(&atlas, &counts, &choice, |source| source.title.clone());
            let rows = arranged(&atlas, &counts, &choice, |source| source.title.clone());
            (rows.len(), offered.grades.len())
        };
        assert_eq!(shown(None, None), (3, 3));
        assert_eq!(shown(Some("news"), None), (1, 3), "its own menu offers all");
        assert_eq!(
            shown(None, Some("one")),
            (2, 2),
            "nothing rests on the reprint"
        );
        assert_eq!(shown(None, Some("gone")), (0, 0));
    }

    #[test]
    fn sources_are_sorted_newest_first_and_found_without_accents() {
        let atlas = atlas();
        let counts = counts(&atlas);
        let order = |choice: &SourceChoice| {
            arranged(&atlas, &counts, choice, |source| source.publisher.clone())
        };
        assert_eq!(order(&SourceChoice::default()), [1, 0, 2]);
        let by = |sort| SourceChoice {
            sort,
            ..SourceChoice::default()
        };
        assert_eq!(order(&by(SourceSort::Grade)), [0, 2, 1]);
        assert_eq!(order(&by(SourceSort::Alone)), [0, 1, 2]);
        let typed = SourceChoice {
            typed: "echo".to_owned(),
            ..SourceChoice::default()
        };
        assert_eq!(order(&typed), [2]);
    }
}
