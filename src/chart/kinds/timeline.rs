//! Timeline: every operation of the atlas in order of its first day, with one metric as the
//! area of a circle.

use jiff::civil::Date;

use super::headlines::most_of_one;
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule, InTime, Timeline};
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
    let mut dated: Vec<(Days, &Operation)> = Vec::new();
    let mut undated = Vec::new();
    for &operation in &asked.operations {
        match operation.days {
            Some(days) => dated.push((days, operation)),
            None => undated.push(operation),
        }
    }
    dated.sort_by_key(|(days, _)| (days.first.earliest(), days.last.latest()));
    let ends = dated.iter().map(|(days, _)| in_years(*days));
    let full = ends.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    // A part in which there is no time at all would show nothing.
    let meets =
        |range: &(f64, f64)| full.is_some_and(|full| range.0 <= full.1 && full.0 <= range.1);
    let range = zoom(asked).filter(meets);
    let (inside, outside): (Vec<_>, Vec<_>) = dated.into_iter().partition(|(days, _)| {
        let (from, to) = in_years(*days);
        let middle = f64::midpoint(from, to);
        range.is_none_or(|(first, last)| first <= middle && middle <= last)
    });
    let mut add = |operation: &Operation, days: Option<Days>| {
        let measured = asked.measured(operation, metric);
        let spoken = words::spoken_figure(metric, operation, &measured);
        let spoken = format!("{}: {spoken}", words::when(days));
        listing.add_said(asked, operation, metric, &measured, spoken)
    };
    let rows = inside.into_iter().map(|(days, operation)| InTime {
        figure: add(operation, Some(days)),
        years: in_years(days),
        to_the_day: days.count().is_some(),
    });
    let rows = rows.collect();
    let undated: Vec<(&Operation, usize)> = undated
        .into_iter()
        .map(|operation| (operation, add(operation, None)))
        .collect();
    let outside: Vec<(&Operation, usize)> = outside
        .into_iter()
        .map(|(days, operation)| (operation, add(operation, Some(days))))
        .collect();
    let lost = |(one, _): &(&Operation, usize)| asked.atlas.gaps.has_field(&one.id, "days");
    let (lost, undated): (Vec<_>, Vec<_>) = undated.into_iter().partition(lost);
    for &(_, figure) in &lost {
        listing.shown[figure].left_out.push(Disputed::Days);
    }
    for (lead, told) in [
        (Lead::DaysLeftOut, lost),
        (Lead::DaysNotKnown, undated),
        (Lead::OutsidePart, outside),
    ] {
        let mentions = told.into_iter().map(|(operation, figure)| Mention {
            text: format!("{}: {}", operation.name, listing.shown[figure].label),
            starred: listing.shown[figure].is_starred(),
            figures: vec![figure],
        });
        let mentions = mentions.collect();
        listing.footnotes.push(Footnote { lead, mentions });
    }
    let unit = asked.unit(metric);
    Body::Timeline(Timeline {
        area: format!("{} ({unit})", lower_first(&metric.label)),
        suffix: asked.measure.suffix(),
        whole: asked.measure == Measure::Total,
        rows,
        full: full.unwrap_or((0.0, 0.0)),
        range,
    })
}

/// The years to look at.
fn zoom(asked: &Asked<'_>) -> Option<(f64, f64)> {
    let zoom = asked.zoom?;
    let is_time = zoom.y.is_none() && zoom.x.0 >= 1.0 && zoom.x.1 <= 10_000.0;
    is_time.then_some(zoom.x)
}

/// From when to when in years; the last day is over when the next begins.
fn in_years(days: Days) -> (f64, f64) {
    let end = days.last.latest();
    let end = end.tomorrow().unwrap_or(end);
    (year(days.first.earliest()), year(end))
}

/// A day as a part of its year: 2024-07-01 is about 2024.5.
fn year(date: Date) -> f64 {
    let passed = f64::from(date.day_of_year() - 1);
    f64::from(date.year()) + passed / f64::from(date.days_in_year())
}
