//! Grouped bars: a panel for each unit, a group for each metric, a bar for each operation.

use super::bar_scale::{FigureRow, axis_to, by_size, told_apart};
use super::headlines::{most_of_one, pair};
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, Panel, PanelAxis, Row, RowGroup};
use crate::chart::shown::Listing;
use crate::chart::why_not::footing;
use crate::model::Operation;
use crate::query::measure::{Measure, Measured};
use crate::words::{Footnote, Lead, Mention, capitalised, short_names};

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
            .flat_map(|(unit, rows)| by_size(unit, rows))
            .collect(),
        // Per cent is one unit, whatever was counted.
        Measure::Share | Measure::Change => vec![("%", rows)],
    };
    let panels = panels.into_iter().filter(|(_, rows)| !rows.is_empty());
    let panels = panels.map(|(unit, rows)| {
        let (heading, suffix) = heading(measure, unit);
        let largest = rows.iter().map(FigureRow::largest).fold(0.0, f64::max);
        let negative = rows.iter().flat_map(|row| &row.values).any(is_negative);
        let groups = rows.iter().map(|row| RowGroup {
            label: if single {
                String::new()
            } else {
                row.metric.label.clone()
            },
            rows: group(asked, row, listing),
        });
        let panel = Panel {
            groups: groups.collect(),
            heading: capitalised(&heading),
            axis: (largest > 0.0).then_some(PanelAxis {
                signed: negative,
                suffix,
                reach: (0.0, axis_to(measure, largest)),
            }),
            table: false,
        };
        (panel, largest)
    });
    let panels = told_apart(panels.collect());
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

/// The rows by unit: metrics of different units never share an axis. Units in the order they
/// first occur.
fn by_unit(rows: Vec<FigureRow<'_>>) -> Vec<(&str, Vec<FigureRow<'_>>)> {
    let mut units: Vec<(&str, Vec<FigureRow<'_>>)> = Vec::new();
    for row in rows {
        let unit = row.metric.unit.as_str();
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, rows)) => rows.push(row),
            None => units.push((unit, vec![row])),
        }
    }
    units
}

/// What an axis counts, and what follows its numbers.
pub(super) fn heading(measure: Measure, unit: &str) -> (String, &'static str) {
    match measure {
        Measure::Total | Measure::PerDay | Measure::PerCountry => (measure.unit(unit), ""),
        Measure::Share | Measure::Change => ("per cent".to_owned(), " %"),
    }
}

fn group(asked: &Asked<'_>, row: &FigureRow<'_>, listing: &mut Listing) -> Vec<Row> {
    let rows = row.values.iter().zip(short_names(&asked.operations));
    rows.map(|((operation, measured), name)| Row {
        name,
        figure: listing.add(asked, operation, row.metric, measured),
        ends: None,
        strong: false,
    })
    .collect()
}
