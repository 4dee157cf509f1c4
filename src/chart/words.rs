//! Titles, subtitles and names written from what is compared.

use super::change::{footing as footing_of_change, others};
use super::kind::Kind;
use crate::model::{Atlas, Days, Metric, Operation, Report, Status};
use crate::query::change::WhyNot;
use crate::query::comparison::Comparison;
use crate::query::measure::{Measure, Value, measured};
use crate::words::{capitalised, counted, joined, lower_first, noun};

/// "6 days · 116 countries · preliminary", with what is not known said.
pub fn extent(atlas: &Atlas, operation: &Operation) -> String {
    let star = |differ: bool| if differ { " *" } else { "" };
    let days = match operation.days.and_then(Days::count) {
        Some(days) => counted(days as usize, "day", "days"),
        None => "days not known".to_owned(),
    };
    let days_differ = star(operation.are_days_disputed());
    let counts = &operation.countries.count;
    let countries = match atlas.preferred(counts).map(|report| report.quantity) {
        Some(count) => format!("{} {}", count.short(), noun(count, "country", "countries")),
        None => "countries not reported".to_owned(),
    };
    let counts_differ = star(Report::disagree(counts));
    let preliminary = match operation.status {
        Some(Status::Preliminary) => " · preliminary",
        Some(Status::Final) | None => "",
    };
    format!("{days}{days_differ} · {countries}{counts_differ}{preliminary}")
}

/// The two lines over a picture.
pub(super) struct Heading {
    /// What is shown.
    pub title: String,
    /// On what footing, and when.
    pub subtitle: String,
}

/// Title and subtitle of what a kind shows; the years are those of all it rests on.
pub(super) fn heading(
    atlas: &Atlas,
    shown: &Comparison,
    rests_on: &Comparison,
    kind: Kind,
) -> Heading {
    let operations = shown.operations_in(atlas);
    let metrics = shown.metrics_in(atlas);
    let measure = shown.measure;
    let what =
        |metric: &Metric| format!("{}{}", lower_first(&metric.label), footing_suffix(measure));
    let years = years(&rests_on.operations_in(atlas));
    let count = operations.len();
    let (title, subtitle) = match (kind, metrics.as_slice()) {
        (Kind::Change, _) => (
            change_title(atlas, shown, &metrics),
            format!("{}, {years}", change_footing(measure)),
        ),
        (Kind::Ranking, [metric, ..]) => {
            let by = match measure {
                Measure::Change => format!("change in {}", lower_first(&metric.label)),
                Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Share => {
                    what(metric)
                }
            };
            (
                format!("{} by {by}", shown_of(atlas, shown, metric, count)),
                format!("{}, {years}", metric_footing(atlas, shown, metric)),
            )
        }
        (Kind::Timeline, [metric, ..]) => (
            format!("{}{}, {years}", metric.label, footing_suffix(measure)),
            format!(
                "Operations in order of time. {}",
                metric_footing(atlas, shown, metric)
            ),
        ),
        (Kind::Scatter, [x, y, ..]) if measure == Measure::Change => (
            format!(
                "Change in {} and {}",
                lower_first(&x.label),
                lower_first(&y.label)
            ),
            format!(
                "Each point is an operation, {years}. {}",
                footing(atlas, shown)
            ),
        ),
        (Kind::Scatter, [x, y, ..]) => (
            format!("{} and {}", capitalised(&x.label), what(y)),
            format!(
                "Each point is an operation, {years}. {}",
                footing(atlas, shown)
            ),
        ),
        (Kind::Coverage, metrics) => {
            let metrics = if let [metric] = metrics {
                lower_first(&metric.label)
            } else {
                format!("{} metrics", metrics.len())
            };
            (
                format!("What is reported: {metrics}, {}", number_of(count)),
                format!("How firmly sources state each figure, if they state it at all, {years}"),
            )
        }
        (Kind::Bars | Kind::Scatter, [metric]) => (
            bars_title(&operations, &metrics, measure),
            format!(
                "{}. {}",
                joined_with_years(&operations, &years),
                metric_footing(atlas, shown, metric)
            ),
        ),
        (Kind::Bars | Kind::Ranking | Kind::Timeline | Kind::Scatter, _) => (
            bars_title(&operations, &metrics, measure),
            format!("{}, {years}", footing(atlas, shown)),
        ),
    };
    Heading { title, subtitle }
}

/// What follows a metric's label under a measure: " per operation day".
pub(super) fn footing_suffix(measure: Measure) -> &'static str {
    match measure {
        Measure::Total => "",
        Measure::PerDay => " per operation day",
        Measure::PerCountry => " per participating country",
        Measure::Share => " as a share of the whole",
        Measure::Change => ": change",
    }
}

/// "16 operations"; "2 of 16 operations" where the others do not state the metric.
fn shown_of(atlas: &Atlas, shown: &Comparison, metric: &Metric, count: usize) -> String {
    let base = shown.base_in(atlas);
    let has_place = |operation: &&&Operation| {
        let measured = measured(atlas, operation, metric, shown.measure, base);
        match measured.value {
            Value::Number(_) | Value::Unnumbered(_) => true,
            Value::NotComputable(why) => why == WhyNot::Base,
            Value::NotReported => false,
        }
    };
    match shown.operations_in(atlas).iter().filter(has_place).count() {
        all if all == count => number_of(count),
        some => format!("{some} of {}", number_of(count)),
    }
}

fn number_of(count: usize) -> String {
    counted(count, "operation", "operations")
}

fn bars_title(operations: &[&Operation], metrics: &[&Metric], measure: Measure) -> String {
    if let [metric] = metrics {
        return format!("{}{}", metric.label, footing_suffix(measure));
    }
    let what = match measure {
        Measure::Total => "reported results",
        Measure::PerDay => "results per operation day",
        Measure::PerCountry => "results per participating country",
        Measure::Share => "parts as a share of their whole",
        Measure::Change => "change in results",
    };
    match joined(operations) {
        names if names.is_empty() => capitalised(what),
        names => format!("{names}: {what}"),
    }
}

fn change_title(atlas: &Atlas, shown: &Comparison, metrics: &[&Metric]) -> String {
    let Some(base) = shown.base_in(atlas) else {
        return "Change".to_owned();
    };
    let what = match metrics {
        [metric] => lower_first(&metric.label),
        _ => "reported results".to_owned(),
    };
    let what = format!("{what}{}", footing_suffix(footing_of_change(shown.measure)));
    match others(atlas, shown, base).as_slice() {
        [other] => format!("From {} to {}: {what}", base.name, other.name),
        _ => format!("Change from {}: {what}", base.name),
    }
}

fn change_footing(measure: Measure) -> &'static str {
    match footing_of_change(measure) {
        Measure::PerDay => {
            "Stated totals divided by days of operation, and their change in per cent"
        }
        Measure::PerCountry => {
            "Stated totals divided by the countries that took part, and their change in per cent"
        }
        Measure::Total | Measure::Share | Measure::Change => {
            "Stated totals and their change in per cent"
        }
    }
}

fn footing(atlas: &Atlas, shown: &Comparison) -> String {
    match shown.measure {
        Measure::Total => {
            "As stated by their publishers, with every “nearly” and “more than”".to_owned()
        }
        Measure::PerDay => {
            "Stated totals divided by days of operation, first and last included".to_owned()
        }
        Measure::PerCountry => "Stated totals divided by the countries that took part".to_owned(),
        Measure::Share => "In per cent of the metric each is a part of".to_owned(),
        Measure::Change => match shown.base_in(atlas) {
            Some(base) => format!("Change in per cent from the figures of {}", base.name),
            None => "Change in per cent from the base operation’s figures".to_owned(),
        },
    }
}

/// As [`footing`], naming the whole that a single metric is a share of.
fn metric_footing(atlas: &Atlas, shown: &Comparison, metric: &Metric) -> String {
    let whole = metric
        .part_of
        .as_ref()
        .and_then(|whole| atlas.metric(whole.as_str()));
    match (shown.measure, whole) {
        (Measure::Share, Some(whole)) => format!("In per cent of {}", lower_first(&whole.label)),
        _ => footing(atlas, shown),
    }
}

/// "Liberterra II and III, 2024 and 2025"; the years only where the names do not say them.
fn joined_with_years(operations: &[&Operation], years: &str) -> String {
    let names = joined(operations);
    if years
        .split([' ', ','])
        .all(|year| !year.starts_with(|first: char| first.is_ascii_digit()) || names.contains(year))
    {
        return names;
    }
    format!("{names}, {years}")
}

/// "2024", "2024 and 2025", "2019 to 2025".
fn years(operations: &[&Operation]) -> String {
    let mut years: Vec<i16> = operations
        .iter()
        .filter_map(|operation| operation.days)
        .flat_map(|days| [days.first.year(), days.last.year()])
        .collect();
    years.sort_unstable();
    years.dedup();
    match years.as_slice() {
        [] => "year not known".to_owned(),
        [one] => one.to_string(),
        [one, two] => format!("{one} and {two}"),
        [first, .., last] => format!("{first} to {last}"),
    }
}
