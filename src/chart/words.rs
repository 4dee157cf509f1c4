//! Titles, subtitles and names written from what is compared.

use crate::model::{Atlas, Days, Metric, Operation};
use crate::query::measure::Measure;

/// Names as one reads them: "Liberterra II and III", "Weka I, Weka II and Turquesa V", and
/// beyond four only their number.
pub fn joined(operations: &[&Operation]) -> String {
    let shorts = short_names(operations);
    let all_of_one_family = shorts
        .iter()
        .zip(operations)
        .all(|(short, operation)| *short != operation.name);
    let names: Vec<String> = if all_of_one_family && operations.len() > 1 {
        let mut names = shorts;
        if let (Some(first), Some(operation)) = (names.first_mut(), operations.first()) {
            first.clone_from(&operation.name);
        }
        names
    } else {
        operations
            .iter()
            .map(|operation| operation.name.clone())
            .collect()
    };
    match names.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if names.len() <= 4 => format!("{} and {last}", first.join(", ")),
        many => format!("{} operations", many.len()),
    }
}

/// A name for each operation that is short and still tells them apart: within one family only
/// what differs ("II", "III"), else the whole name.
pub fn short_names(operations: &[&Operation]) -> Vec<String> {
    let one_family = operations
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.family == b.family));
    operations
        .iter()
        .map(|operation| {
            let rest = operation
                .name
                .strip_prefix(operation.family.as_str())
                .map(str::trim);
            match rest {
                Some(rest) if one_family && operations.len() > 1 && !rest.is_empty() => {
                    rest.to_owned()
                }
                _ => operation.name.clone(),
            }
        })
        .collect()
}

/// "6 days · 116 countries", with what is not known said.
pub fn extent(atlas: &Atlas, operation: &Operation) -> String {
    let days = match operation.days.and_then(Days::count) {
        Some(1) => "1 day".to_owned(),
        Some(days) => format!("{days} days"),
        None => "days not known".to_owned(),
    };
    let countries = match atlas.preferred(&operation.countries.count) {
        Some(report) => format!("{} countries", report.quantity.short()),
        None => "countries not reported".to_owned(),
    };
    format!("{days} · {countries}")
}

/// The title of a picture: what is shown.
pub fn title(operations: &[&Operation], metrics: &[&Metric], measure: Measure) -> String {
    let footing = match measure {
        Measure::Total => "",
        Measure::PerDay => " per operation day",
        Measure::PerCountry => " per participating country",
        Measure::Share => " as a share of the whole",
        Measure::Change => ": change",
    };
    match metrics {
        [metric] => format!("{}{footing}", metric.label),
        _ => {
            let what = match measure {
                Measure::Total => "reported results",
                Measure::PerDay => "results per operation day",
                Measure::PerCountry => "results per participating country",
                Measure::Share => "parts as a share of their whole",
                Measure::Change => "change in results",
            };
            format!("{}: {what}", joined(operations))
        }
    }
}

/// The line under the title: on what footing, and when.
pub fn subtitle(
    operations: &[&Operation],
    metrics: &[&Metric],
    measure: Measure,
    base: Option<&Operation>,
) -> String {
    let footing = match measure {
        Measure::Total => {
            "As stated by their publishers, with every “nearly” and “more than”".to_owned()
        }
        Measure::PerDay => {
            "Stated totals divided by days of operation, first and last included".to_owned()
        }
        Measure::PerCountry => "Stated totals divided by the countries that took part".to_owned(),
        Measure::Share => "In per cent of the metric each is a part of".to_owned(),
        Measure::Change => match base {
            Some(base) => format!("In per cent of the figure of {}", base.name),
            None => "In per cent of the base operation’s figure".to_owned(),
        },
    };
    let years = years(operations);
    if metrics.len() == 1 {
        format!("{}, {years}. {footing}", joined(operations))
    } else {
        format!("{footing}, {years}")
    }
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
