//! Grouped bars: a panel for each unit, a group for each metric, a bar for each operation.

use super::bar_scale::{FigureRow, Scaled, axis_to, by_size};
use super::headlines::{most_of_one, pair};
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, Panel, PanelAxis, Row, RowGroup};
use crate::chart::shown::Listing;
use crate::chart::why_not::footing;
use crate::model::{Metric, Operation};
use crate::query::measure::{Measure, Measured, Value};
use crate::words::{self, Footnote, Lead, Mention, capitalised, short_names};

pub(super) const BARS: Making = Making {
    shows: Shows::Chosen,
    metrics: None,
    footing: None,
    zooms: false,
    height: HeightRule::Rows,
    by_operation: false,
    tells_missing: true,
    why_not: |asked| footing(asked, &asked.metrics),
    body,
    heading: |titled, _, _| titled.results(),
    headline: |asked| match asked.operations.as_slice() {
        [_, _] => pair(asked),
        _ => most_of_one(asked),
    },
    note: |_, _| None,
};

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let rows = asked.metrics.iter().map(|&metric| FigureRow {
        metric,
        values: asked
            .operations
            .iter()
            .map(|&operation| (operation, asked.measured(operation, metric)))
            .collect(),
    });
    let measure = asked.measure;
    let is_apart = |row: &FigureRow<'_>| measure == Measure::Share && row.metric.part_of.is_none();
    let (apart, rows): (Vec<_>, Vec<_>) = rows.partition(is_apart);
    let (drawn, empty): (Vec<_>, Vec<_>) = rows.into_iter().partition(FigureRow::has_number);
    // Empty places are drawn where there is nothing else to draw.
    let (rows, empty) = if drawn.is_empty() {
        (empty, drawn)
    } else {
        (drawn, empty)
    };
    let single = asked.metrics.len() == 1;
    let panels = match measure {
        Measure::Total | Measure::PerDay | Measure::PerCountry => by_unit(rows)
            .into_iter()
            .flat_map(|rows| by_size(asked.atlas, rows))
            .collect(),
        // Per cent is one unit, whatever was counted; of what is said over the rows.
        Measure::Share => by_whole(rows).into_iter().map(together).collect(),
        Measure::Change => vec![together(rows)],
    };
    // Shares of different wholes are read beside one another.
    let most = panels.iter().map(Scaled::largest).fold(0.0, f64::max);
    let panels = panels.into_iter().filter(|panel| !panel.rows.is_empty());
    let panels = panels.map(|panel| {
        let Scaled { rows, times } = &panel;
        let (heading, suffix) = rows
            .first()
            .map_or_else(|| (String::new(), ""), |row| heading(asked, row.metric));
        let largest = panel.largest();
        let negative = rows.iter().flat_map(|row| &row.values).any(is_negative);
        let groups = rows.iter().map(|row| RowGroup {
            label: if single {
                String::new()
            } else {
                row.metric.label.clone()
            },
            rows: group(asked, row, listing),
        });
        Panel {
            groups: groups.collect(),
            heading: words::scale_heading(&capitalised(&heading), *times),
            times: *times,
            axis: (largest > 0.0).then_some(PanelAxis {
                signed: negative,
                suffix,
                reach: (0.0, axis_to(measure, most)),
            }),
            table: false,
        }
    });
    let panels = panels.collect();
    let without = match measure {
        Measure::Change => Lead::NoChange,
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Share => Lead::NoNumber,
    };
    let label: fn(&FigureRow<'_>) -> String = |row| row.metric.label.clone();
    for (lead, rows, text) in [
        (Lead::NotPart, apart, label),
        (without, empty, |row| row.label_and_why()),
    ] {
        let mentions = rows.iter().map(|row| Mention {
            text: text(row),
            starred: false,
            figures: (row.values.iter())
                .map(|(operation, measured)| listing.add(asked, operation, row.metric, measured))
                .collect(),
        });
        let mentions = mentions
            .filter(|mention| !mention.figures.is_empty())
            .collect();
        listing.footnotes.push(Footnote { lead, mentions });
    }
    Body::Rows(panels)
}

fn is_negative((_, measured): &(&Operation, Measured<'_>)) -> bool {
    let amount = measured.amount();
    amount.is_some_and(|amount| amount.low().unwrap_or(amount.number()) < 0.0)
}

fn together(rows: Vec<FigureRow<'_>>) -> Scaled<'_> {
    Scaled { rows, times: 1.0 }
}

/// The rows by unit: metrics of different units never share an axis. Units in the order they
/// first occur.
fn by_unit(rows: Vec<FigureRow<'_>>) -> Vec<Vec<FigureRow<'_>>> {
    grouped_by(rows, |a, b| a.unit == b.unit)
}

/// The rows by what they are a part of.
fn by_whole(rows: Vec<FigureRow<'_>>) -> Vec<Vec<FigureRow<'_>>> {
    grouped_by(rows, |a, b| a.part_of == b.part_of)
}

fn grouped_by(
    rows: Vec<FigureRow<'_>>,
    alike: fn(&Metric, &Metric) -> bool,
) -> Vec<Vec<FigureRow<'_>>> {
    let mut groups: Vec<Vec<FigureRow<'_>>> = Vec::new();
    for row in rows {
        let fits = |group: &Vec<FigureRow<'_>>| {
            let first = group.first();
            first.is_some_and(|first| alike(first.metric, row.metric))
        };
        match groups.iter().position(fits) {
            Some(group) => groups[group].push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// What an axis counts, and what follows its numbers.
pub(super) fn heading(asked: &Asked<'_>, metric: &Metric) -> (String, &'static str) {
    let unit = asked.unit(metric);
    match asked.measure {
        Measure::Total | Measure::PerDay | Measure::PerCountry => (unit, ""),
        Measure::Share => (unit, " %"),
        Measure::Change => ("per cent".to_owned(), " %"),
    }
}

/// From how many operations on that do not report a figure they are told on one line.
const GATHERED: usize = 3;

fn group(asked: &Asked<'_>, row: &FigureRow<'_>, listing: &mut Listing) -> Vec<Row> {
    let short = short_names(&asked.operations);
    let mut rows: Vec<Row> = Vec::new();
    let mut gathered: Vec<(String, usize)> = Vec::new();
    let unreported = row.values.iter();
    let unreported = unreported.filter(|(_, measured)| measured.value == Value::NotReported);
    let is_many = unreported.count() >= GATHERED && row.has_number();
    for ((operation, measured), short) in row.values.iter().zip(short) {
        // Of one figure a bar has room for the whole name.
        let name = match asked.metrics.as_slice() {
            [_] => operation.name.clone(),
            _ => short,
        };
        let figure = listing.add(asked, operation, row.metric, measured);
        if is_many && measured.value == Value::NotReported {
            gathered.push((name, figure));
            continue;
        }
        rows.push(Row {
            name,
            figure,
            ends: None,
            also: Vec::new(),
            strong: false,
        });
    }
    let (names, figures): (Vec<String>, Vec<usize>) = gathered.into_iter().unzip();
    if let [first, also @ ..] = figures.as_slice() {
        rows.push(Row {
            name: words::not_reported_by(&names),
            figure: *first,
            ends: None,
            also: also.to_vec(),
            strong: false,
        });
    }
    rows
}
