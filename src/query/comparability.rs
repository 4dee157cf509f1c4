//! What stands between chosen operations and a fair comparison, in sentences.

use super::comparison::Comparison;
use super::measure::{Measure, countries};
use crate::model::{Amount, Atlas, Days, Metric, Operation, Quantity, Status};

/// How many things a sentence names before it counts them.
const NAMED: usize = 3;

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
    let all = comparison.operations_in(atlas);
    let metrics = comparison.metrics_in(atlas);
    // What an operation without any of these figures was like misleads nobody.
    let reports = |operation: &&Operation| {
        metrics
            .iter()
            .any(|metric| atlas.figure(operation, &metric.id).is_some())
    };
    let operations: Vec<&Operation> = all.iter().copied().filter(reports).collect();
    if all.len() < 2 {
        // One operation differs from nothing, but how firm its figures are is still to be said.
        return status(&operations)
            .map(|sentence| Difference {
                kind: DifferenceKind::Status,
                sentence,
            })
            .into_iter()
            .collect();
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
        (DifferenceKind::Missing, missing(atlas, &all, &metrics)),
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
    let all_known = counts.iter().all(Option::is_some);
    let advice = match measure {
        Measure::Total | Measure::Change => "totals do not compare like with like",
        Measure::PerDay if all_known => "figures here are divided by days",
        Measure::PerDay => "figures here are divided by days where these are known",
        Measure::PerCountry => "longer operations had more time to count",
        // A part does not outgrow its whole with time.
        Measure::Share => return None,
    };
    if operations.len() > NAMED {
        let known = || counts.iter().flatten();
        let (least, most) = (known().min()?, known().max()?);
        let span = if least == most {
            format!("{most} days")
        } else {
            format!("{least} to {most} days")
        };
        let unknown = match counts.iter().filter(|count| count.is_none()).count() {
            0 => String::new(),
            1 => ", one of them an unknown number of days".to_owned(),
            several => format!(", {several} of them an unknown number of days"),
        };
        return Some(format!("The operations ran {span}{unknown}: {advice}."));
    }
    let days = |count: &Option<u32>| match count {
        Some(1) => "1 day".to_owned(),
        Some(days) => format!("{days} days"),
        None => "an unknown number of days".to_owned(),
    };
    let mut parts = operations
        .iter()
        .zip(&counts)
        .map(|(operation, count)| (operation.name.as_str(), days(count)));
    let (name, ran) = parts.next()?;
    let rest: Vec<String> = parts.map(|(name, ran)| format!("{name} {ran}")).collect();
    Some(format!("{name} ran {ran}, {}: {advice}.", rest.join(", ")))
}

/// "Countries taking part: 116 in Liberterra II, 119 in Liberterra III."
fn participation(atlas: &Atlas, operations: &[&Operation], measure: Measure) -> Option<String> {
    let counts: Vec<Option<Quantity>> = operations
        .iter()
        .map(|operation| {
            atlas
                .preferred(&operation.countries.count)
                .map(|report| report.quantity)
        })
        .collect();
    let differ = counts
        .windows(2)
        .any(|pair| matches!(pair, [a, b] if a != b));
    if !differ || measure == Measure::Share {
        return None;
    }
    if operations.len() > NAMED {
        let known: Vec<Amount> = operations
            .iter()
            .filter_map(|operation| countries(atlas, operation))
            .collect();
        let lower = |amount: &Amount| amount.low().unwrap_or(amount.number());
        let least = known.iter().min_by(|a, b| lower(a).total_cmp(&lower(b)))?;
        let most = known
            .iter()
            .max_by(|a, b| a.number().total_cmp(&b.number()))?;
        let unknown = match operations.len() - known.len() {
            0 => String::new(),
            several => format!(", not reported in numbers for {several}"),
        };
        let divided = if measure == Measure::PerCountry {
            "; figures here are divided by them"
        } else {
            ""
        };
        let span = match (least.short(0), most.short(0)) {
            (least, most) if least == most => most,
            (least, most) => format!("{least} to {most}"),
        };
        return Some(format!("Countries taking part: {span}{unknown}{divided}."));
    }
    let part = |(operation, count): (&&Operation, &Option<Quantity>)| match count {
        Some(count) => format!("{} in {}", count.short(), operation.name),
        None => format!("an unreported number in {}", operation.name),
    };
    let parts: Vec<String> = operations.iter().zip(&counts).map(part).collect();
    Some(format!("Countries taking part: {}.", parts.join(", ")))
}

/// "Sources use different words: “rescued” in Liberterra II, “safeguarded” in Liberterra III
/// (potential victims)."
fn wording(atlas: &Atlas, operations: &[&Operation], metrics: &[&Metric]) -> Option<String> {
    let mut counted = Vec::new();
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
            counted.push((*metric, words));
        }
    }
    match counted.as_slice() {
        [] => None,
        [(metric, words)] if words.len() <= NAMED => {
            let parts: Vec<String> = by_word(words)
                .into_iter()
                .map(|(word, names)| format!("“{word}” in {}", listed(&names)))
                .collect();
            Some(format!(
                "Sources use different words for {}: {}.",
                lower_first(&metric.label),
                parts.join(", ")
            ))
        }
        [(metric, words)] => {
            let (named, others) = common(words);
            Some(format!(
                "Sources use different words for {}: {named}{others}.",
                lower_first(&metric.label)
            ))
        }
        many => {
            let labels: Vec<String> = many
                .iter()
                .map(|(metric, _)| lower_first(&metric.label))
                .collect();
            Some(format!(
                "Sources do not use the same words for {}.",
                listed(&labels)
            ))
        }
    }
}

/// Each word with the operations it is used in, in the order met.
fn by_word<'a>(words: &[(&Operation, &'a str)]) -> Vec<(&'a str, Vec<String>)> {
    let mut found: Vec<(&str, Vec<String>)> = Vec::new();
    for (operation, word) in words {
        match found.iter_mut().find(|(known, _)| known == word) {
            Some((_, names)) => names.push(operation.name.clone()),
            None => found.push((word, vec![operation.name.clone()])),
        }
    }
    found
}

/// The two words used most and how many others there are.
fn common(words: &[(&Operation, &str)]) -> (String, String) {
    let mut counts = by_word(words);
    counts.sort_by_key(|(_, names)| std::cmp::Reverse(names.len()));
    let named: Vec<String> = counts
        .iter()
        .take(2)
        .map(|(word, _)| format!("“{word}”"))
        .collect();
    let others = match counts.len().saturating_sub(2) {
        0 => String::new(),
        1 => " and one other".to_owned(),
        more => format!(" and {more} others"),
    };
    let join = if others.is_empty() { " and " } else { ", " };
    (named.join(join), others)
}

/// "Not reported, which does not mean none: flights monitored in Liberterra III."
fn missing(atlas: &Atlas, operations: &[&Operation], metrics: &[&Metric]) -> Option<String> {
    let gap =
        |operation: &Operation, metric: &Metric| atlas.figure(operation, &metric.id).is_none();
    let gaps: Vec<(&Metric, Vec<&Operation>)> = metrics
        .iter()
        .map(|&metric| {
            (
                metric,
                operations
                    .iter()
                    .copied()
                    .filter(|operation| gap(operation, metric))
                    .collect(),
            )
        })
        .filter(|(_, missing): &(_, Vec<_>)| !missing.is_empty())
        .collect();
    let count: usize = gaps.iter().map(|(_, missing)| missing.len()).sum();
    if count == 0 {
        return None;
    }
    let said = match gaps.as_slice() {
        [(metric, missing)] if missing.len() > NAMED => {
            format!(
                "{} in {} of {} operations",
                lower_first(&metric.label),
                missing.len(),
                operations.len()
            )
        }
        _ if count > NAMED => format!("{count} of {} figures", metrics.len() * operations.len()),
        few => {
            let part = |(metric, missing): &(&Metric, Vec<&Operation>)| {
                let names: Vec<String> = missing
                    .iter()
                    .map(|operation| operation.name.clone())
                    .collect();
                format!("{} in {}", lower_first(&metric.label), listed(&names))
            };
            few.iter().map(part).collect::<Vec<_>>().join("; ")
        }
    };
    Some(format!("Not reported, which does not mean none: {said}."))
}

/// "a, b and c"; beyond four only the first two and how many more there are.
fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] if names.len() <= NAMED + 1 => {
            format!("{} and {last}", first.join(", "))
        }
        [first, second, ..] => format!("{first}, {second} and {} more", names.len() - 2),
    }
}

/// "The figures of Liberterra II were published as preliminary."
fn status(operations: &[&Operation]) -> Option<String> {
    let preliminary: Vec<&str> = operations
        .iter()
        .filter(|operation| operation.status == Some(Status::Preliminary))
        .map(|operation| operation.name.as_str())
        .collect();
    let names: Vec<String> = preliminary.iter().map(|&name| name.to_owned()).collect();
    if preliminary.is_empty() {
        None
    } else if preliminary.len() == operations.len() {
        Some("All of these figures were published as preliminary.".to_owned())
    } else {
        Some(format!(
            "The figures of {} were published as preliminary.",
            listed(&names)
        ))
    }
}

/// "Some figures are approximate or open-ended."
fn qualified(atlas: &Atlas, operations: &[&Operation], metrics: &[&Metric]) -> Option<String> {
    let any = operations.iter().any(|operation| {
        metrics
            .iter()
            .filter_map(|metric| atlas.figure(operation, &metric.id))
            .any(|report| report.quantity.number().is_some() && !report.quantity.is_exact())
    });
    any.then(|| "Some figures are approximate or open-ended.".to_owned())
}

/// The first letter small, unless the word is an abbreviation: "Arrests" → "arrests".
pub fn lower_first(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => label.to_owned(),
    }
}
