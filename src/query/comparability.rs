//! What stands between chosen operations and a fair comparison, in sentences.

use super::comparison::Comparison;
use super::measure::{Measure, countries};
use crate::model::{Atlas, Days, Metric, Operation, Quantity, Status};

/// Something that differs between the chosen operations, in one sentence. Ordered by how much
/// it matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What kind of difference.
    pub kind: DifferenceKind,
    /// The sentence, with its full stop.
    pub sentence: String,
}

/// Kinds of difference, those that mislead most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DifferenceKind {
    /// They ran for different numbers of days.
    Days,
    /// A metric is counted under different words.
    Wording,
    /// Figures are preliminary for some.
    Status,
    /// Different numbers of countries took part.
    Countries,
    /// A metric is not reported for all of them.
    Missing,
    /// Figures are open-ended or approximate for some.
    Qualified,
}

/// Every difference between the chosen operations, by kind.
pub fn differences(atlas: &Atlas, comparison: &Comparison) -> Vec<Difference> {
    let operations = comparison.operations_in(atlas);
    let metrics = comparison.metrics_in(atlas);
    if operations.len() < 2 {
        return Vec::new();
    }
    let found = [
        (DifferenceKind::Days, days(&operations, comparison.measure)),
        (
            DifferenceKind::Wording,
            wording(atlas, &operations, &metrics),
        ),
        (DifferenceKind::Status, status(&operations)),
        (
            DifferenceKind::Countries,
            participation(atlas, &operations, comparison.measure),
        ),
        (
            DifferenceKind::Missing,
            missing(atlas, &operations, &metrics),
        ),
        (
            DifferenceKind::Qualified,
            qualified(atlas, &operations, &metrics),
        ),
    ];
    found
        .into_iter()
        .filter_map(|(kind, sentence)| sentence.map(|sentence| Difference { kind, sentence }))
        .collect()
}

/// "Liberterra II ran 6 days, Liberterra III 12."
fn days(operations: &[&Operation], measure: Measure) -> Option<String> {
    let counts: Vec<Option<u32>> = operations
        .iter()
        .map(|operation| operation.days.and_then(Days::count))
        .collect();
    let differ = counts
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a != b));
    if !differ {
        return None;
    }
    let advice = match measure {
        Measure::Total | Measure::Change => "totals do not compare like with like",
        Measure::PerDay => "figures here are divided by days",
        Measure::PerCountry | Measure::Share => "longer operations had more time to count",
    };
    if operations.len() > 3 {
        let known = || counts.iter().flatten();
        let (least, most) = (known().min()?, known().max()?);
        return Some(format!(
            "The operations ran {least} to {most} days: {advice}."
        ));
    }
    let mut parts = operations
        .iter()
        .zip(&counts)
        .map(|(operation, count)| match count {
            Some(1) => format!("{} ran 1 day", operation.name),
            Some(days) => format!("{} ran {days} days", operation.name),
            None => format!("the days of {} are not known", operation.name),
        });
    let first = parts.next()?;
    let rest: Vec<String> = parts.map(|part| part.replacen(" ran ", " ", 1)).collect();
    Some(format!("{first}, {}: {advice}.", rest.join(", ")))
}

/// "116 countries took part in Liberterra II, 119 in Liberterra III."
fn participation(atlas: &Atlas, operations: &[&Operation], measure: Measure) -> Option<String> {
    let counts: Vec<Option<Quantity>> = operations
        .iter()
        .map(|operation| {
            atlas
                .preferred(&operation.countries.count)
                .map(|report| report.quantity)
        })
        .collect();
    if !counts
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a != b))
    {
        return None;
    }
    if operations.len() > 3 {
        let known = || {
            operations
                .iter()
                .filter_map(|operation| countries(atlas, operation))
        };
        let least = known()
            .map(|amount| amount.number())
            .fold(f64::INFINITY, f64::min);
        let most = known().map(|amount| amount.number()).fold(0.0, f64::max);
        let divided = if measure == Measure::PerCountry {
            ", and figures here are divided by them"
        } else {
            ""
        };
        return least
            .is_finite()
            .then(|| format!("{least:.0} to {most:.0} countries took part{divided}."));
    }
    let part = |(operation, count): (&&Operation, &Option<Quantity>)| match count {
        Some(count) => format!("{} in {}", count.short(), operation.name),
        None => format!("an unreported number in {}", operation.name),
    };
    let parts: Vec<String> = operations.iter().zip(&counts).map(part).collect();
    Some(format!("Countries taking part: {}.", parts.join(", ")))
}

/// "Potential victims: “rescued” in Liberterra II, “safeguarded” in Liberterra III."
fn wording(atlas: &Atlas, operations: &[&Operation], metrics: &[&Metric]) -> Option<String> {
    let mut sentences = Vec::new();
    for metric in metrics {
        let words: Vec<(&Operation, &str)> = operations
            .iter()
            .filter_map(|operation| {
                Some((
                    *operation,
                    atlas.figure(operation, &metric.id)?.wording.as_deref()?,
                ))
            })
            .collect();
        if words
            .windows(2)
            .any(|pair| matches!(pair, [a, b] if a.1 != b.1))
        {
            let parts: Vec<String> = words
                .iter()
                .map(|(operation, word)| format!("“{word}” in {}", operation.name))
                .collect();
            sentences.push(format!("{}: {}", metric.label, parts.join(", ")));
        }
    }
    (!sentences.is_empty())
        .then(|| format!("Sources use different words. {}.", sentences.join("; ")))
}

/// "Not reported: officers deployed in Liberterra II; flights monitored in Liberterra III."
fn missing(atlas: &Atlas, operations: &[&Operation], metrics: &[&Metric]) -> Option<String> {
    let mut gaps = Vec::new();
    for operation in operations {
        let missing: Vec<String> = metrics
            .iter()
            .filter(|metric| atlas.figure(operation, &metric.id).is_none())
            .map(|metric| lower_first(&metric.label))
            .collect();
        if !missing.is_empty() {
            gaps.push(format!("{} ({})", operation.name, missing.join(", ")));
        }
    }
    (!gaps.is_empty()).then(|| {
        format!(
            "Not reported, which does not mean none: {}.",
            gaps.join("; ")
        )
    })
}

/// "The figures of Liberterra II are preliminary."
fn status(operations: &[&Operation]) -> Option<String> {
    let preliminary: Vec<&str> = operations
        .iter()
        .filter(|operation| operation.status == Some(Status::Preliminary))
        .map(|operation| operation.name.as_str())
        .collect();
    (!preliminary.is_empty() && preliminary.len() < operations.len()).then(|| {
        format!(
            "The figures of {} were published as preliminary.",
            preliminary.join(", ")
        )
    })
}

/// "Some figures are approximate or open-ended; their signs are part of them."
fn qualified(atlas: &Atlas, operations: &[&Operation], metrics: &[&Metric]) -> Option<String> {
    let any = operations.iter().any(|operation| {
        metrics
            .iter()
            .filter_map(|metric| atlas.figure(operation, &metric.id))
            .any(|report| !report.quantity.is_exact())
    });
    any.then(|| {
        "Some figures are approximate or open-ended; their signs belong to them.".to_owned()
    })
}

/// The first letter small, unless the word is an abbreviation: "Arrests" → "arrests".
fn lower_first(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => label.to_owned(),
    }
}
