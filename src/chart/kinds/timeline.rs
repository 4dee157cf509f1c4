//! Timeline: every operation of the atlas in time, a lane for each family, with one metric as the
//! area of a circle.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::headlines::most_of_one;
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, InTime, Lane, Timeline, When};
use crate::chart::shown::Listing;
use crate::chart::why_not::footing_of_first;
use crate::model::{Days, Operation};
use crate::query::measure::{Disputed, Measure};
use crate::words::WhyNotDrawn;
use crate::words::{self, Footnote, Lead, Mention, lower_first};

pub(super) const TIMELINE: Making = Making {
    shows: Shows::All,
    metrics: Some(1),
    footing: None,
    zooms: true,
    height: HeightRule::Page,
    by_operation: true,
    tells_missing: false,
    why_not: |asked| match asked.measure {
        Measure::Change => Some(WhyNotDrawn::CircleOfChange),
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Share => {
            footing_of_first(asked)
        }
    },
    body,
    heading: |titled, _, _| match titled.metrics {
        [metric, ..] => titled.in_time(metric),
        [] => titled.results(),
    },
    headline: most_of_one,
    note: |_, _| None,
};

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let Some(&metric) = asked.metrics.first() else {
        return Body::Nothing(String::new());
    };
    let mut add = |operation: &Operation| {
        let measured = asked.measured(operation, metric);
        let spoken = words::spoken_figure(metric, operation, &measured);
        let spoken = format!("{}: {spoken}", words::when(operation.days));
        listing.add_said(asked, operation, metric, &measured, spoken)
    };
    let operations = in_lanes(&asked.operations);
    let times = operations
        .iter()
        .filter_map(|one| Some(when(one.days?).years));
    let full = times.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    // A part in which there is no time at all would show nothing.
    let meets =
        |range: &(f64, f64)| full.is_some_and(|full| range.0 <= full.1 && full.0 <= range.1);
    let range = zoom(asked).filter(meets);
    let is_lost = |one: &Operation| one.days.is_none() && asked.atlas.gaps.has_days(&one.id);
    let is_outside = |one: &Operation| {
        let middle = one.days.map(|days| when(days).middle());
        let (Some(middle), Some((first, last))) = (middle, range) else {
            return false;
        };
        middle < first || last < middle
    };
    let mut lanes: Vec<Lane> = Vec::new();
    let mut told = [Lead::DaysLeftOut, Lead::OutsidePart].map(|lead| (lead, Vec::new()));
    for family in operations.chunk_by(|a, b| a.family == b.family) {
        let lane = |one: &&&Operation| !is_lost(one) && !is_outside(one);
        let shown = family.iter().filter(lane).count();
        let mut rows = Vec::new();
        for &operation in family {
            if is_lost(operation) {
                told[0].1.push(operation);
            } else if is_outside(operation) {
                told[1].1.push(operation);
            } else {
                rows.push(InTime {
                    figure: add(operation),
                    name: words::name_in_family(operation, shown == 1),
                    when: operation.days.map(when),
                });
            }
        }
        if !rows.is_empty() {
            let family = family[0].family.clone();
            lanes.push(Lane { family, rows });
        }
    }
    let told = told.map(|(lead, operations)| {
        let figures: Vec<usize> = operations.into_iter().map(&mut add).collect();
        (lead, figures)
    });
    for (lead, figures) in told {
        let mentions = figures.into_iter().filter_map(|figure| {
            if lead == Lead::DaysLeftOut {
                listing.shown[figure].left_out.push(Disputed::Days);
            }
            let shown = &listing.shown[figure];
            let name = &listing.operations[shown.subject.operation()?].name;
            Some(Mention {
                text: format!("{name}: {}", shown.label),
                starred: shown.is_starred(),
                figures: vec![figure],
            })
        });
        let mentions = mentions.collect();
        listing.footnotes.push(Footnote { lead, mentions });
    }
    let unit = asked.unit(metric);
    Body::Timeline(Timeline {
        area: format!("{} ({unit})", lower_first(&metric.label)),
        suffix: asked.measure.suffix(),
        whole: asked.measure == Measure::Total,
        lanes,
        full: full.unwrap_or((0.0, 0.0)),
        range,
    })
}

/// The operations by family, the families by their first days; what has no days comes last.
fn in_lanes<'a>(operations: &[&'a Operation]) -> Vec<&'a Operation> {
    let began = |one: &Operation| {
        let days = one
            .days
            .map(|days| (days.first.earliest(), days.last.latest()));
        (days.is_none(), days)
    };
    let mut families = BTreeMap::new();
    for (place, one) in operations.iter().enumerate() {
        let first = families.entry(&one.family).or_insert((began(one), place));
        *first = (*first).min((began(one), place));
    }
    let mut operations = operations.to_vec();
    operations.sort_by_key(|one| (families.get(&one.family).copied(), began(one)));
    operations
}

/// The years to look at.
fn zoom(asked: &Asked<'_>) -> Option<(f64, f64)> {
    let zoom = asked.zoom?;
    let is_time = zoom.y.is_none() && zoom.x.0 >= 1.0 && zoom.x.1 <= 10_000.0;
    is_time.then_some(zoom.x)
}

/// From when to when in years; the last day is over when the next begins.
fn when(days: Days) -> When {
    let end = days.last.latest();
    let end = end.tomorrow().unwrap_or(end);
    When {
        years: (year(days.first.earliest()), year(end)),
        to_the_day: days.count().is_some(),
    }
}

/// A day as a part of its year: 2024-07-01 is about 2024.5.
fn year(date: Date) -> f64 {
    let passed = f64::from(date.day_of_year() - 1);
    f64::from(date.year()) + passed / f64::from(date.days_in_year())
}
