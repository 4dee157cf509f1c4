//! What stands between operations and a fair comparison, a sentence each.

use super::names::{counted, listed, listed_in_short, lower_first};
use crate::model::{Amount, Metric, Operation, Quantity};
use crate::query::comparability::{Declarations, Difference, Wording};
use crate::query::measure::Measure;
use crate::words::numerals::grouped;

/// How many things a sentence names before it counts them.
const NAMED: usize = 3;

impl Difference<'_> {
    /// The sentence, with its full stop.
    pub fn sentence(&self) -> String {
        match self {
            Self::Days { ran, measure } => days(ran, *measure),
            Self::Wording(differing) => wording(differing),
            Self::Declared(differing) => declared(differing),
            Self::Status { all: true, .. } => {
                "All of these figures were published as preliminary.".to_owned()
            }
            Self::Status { preliminary, .. } => format!(
                "The figures of {} were published as preliminary.",
                listed_in_short(&names(preliminary))
            ),
            Self::Countries { counted, measure } if counted.len() > NAMED => {
                countries_of_many(counted, *measure)
            }
            Self::Countries { counted, .. } => countries(counted),
            Self::Missing {
                gaps,
                operations,
                metrics,
            } => missing(gaps, *operations, *metrics),
            Self::Qualified => "Some figures are approximate or open-ended.".to_owned(),
        }
    }
}

/// "Not defined in the same words in “Mine” and “Liberterra”: arrests."
fn declared(differing: &[Declarations<'_>]) -> String {
    let labels = differing.iter().map(|one| lower_first(&one.metric.label));
    let metrics: Vec<String> = labels.collect();
    let mut datasets: Vec<String> = Vec::new();
    for one in differing.iter().flat_map(|one| &one.declared) {
        let title = format!("“{}”", one.dataset);
        if !datasets.contains(&title) {
            datasets.push(title);
        }
    }
    format!(
        "Not defined in the same words in {}: {}.",
        listed_in_short(&datasets),
        listed_in_short(&metrics)
    )
}

fn names<'a>(operations: &[&'a Operation]) -> Vec<&'a str> {
    let names = operations.iter().map(|operation| operation.name.as_str());
    names.collect()
}

/// "Liberterra II ran 6 days, Liberterra III 12: …"
fn days(ran: &[(&Operation, Option<u32>)], measure: Measure) -> String {
    let known = || ran.iter().filter_map(|(_, days)| *days);
    let unknown = ran.len() - known().count();
    let advice = match measure {
        Measure::Total | Measure::Change => "totals do not compare like with like",
        Measure::PerDay if unknown == 0 => "figures here are divided by days",
        Measure::PerDay => "figures here are divided by days where these are known",
        Measure::PerCountry | Measure::Share => "longer operations had more time to count",
    };
    let counted = |days: u32| counted(days as usize, "day", "days");
    if ran.len() > NAMED {
        let most = counted(known().max().unwrap_or(0));
        let named = ran.len() - unknown;
        let span = match known().min() {
            Some(least) if Some(least) != known().max() => {
                format!("{} to {most}", grouped(f64::from(least), 0))
            }
            Some(_) | None => most,
        };
        let all = ran.len();
        return match unknown {
            0 => format!("The operations ran {span}: {advice}."),
            unknown => {
                let others = if unknown == 1 {
                    "the other"
                } else {
                    "the others"
                };
                format!(
                    "{named} of {all} operations ran {span}, {others} an unknown number of days: \
                     {advice}."
                )
            }
        };
    }
    let parts: Vec<String> = ran
        .iter()
        .zip([" ran"].into_iter().chain(std::iter::repeat("")))
        .map(|((operation, days), ran)| {
            let days = days.map_or_else(|| "an unknown number of days".to_owned(), counted);
            format!("{}{ran} {days}", operation.name)
        })
        .collect();
    format!("{}: {advice}.", parts.join(", "))
}

/// "Countries taking part: 116 in Liberterra II, 119 in Liberterra III."
fn countries(counted: &[(&Operation, Option<Quantity>)]) -> String {
    let parts = counted.iter().map(|(operation, count)| {
        let count = count.map_or_else(|| "an unreported number".to_owned(), Quantity::short);
        format!("{count} in {}", operation.name)
    });
    let parts: Vec<String> = parts.collect();
    format!("Countries taking part: {}.", parts.join(", "))
}

/// "Countries taking part: 22 to > 119, not reported in numbers for 4."
fn countries_of_many(counted: &[(&Operation, Option<Quantity>)], measure: Measure) -> String {
    let known: Vec<Amount> = counted
        .iter()
        .filter_map(|(_, count)| count.and_then(Quantity::amount))
        .collect();
    let lower = |amount: &Amount| amount.low().unwrap_or(amount.number());
    let least = known.iter().min_by(|a, b| lower(a).total_cmp(&lower(b)));
    let most = known
        .iter()
        .max_by(|a, b| a.number().total_cmp(&b.number()));
    let mut ends: Vec<String> = least.into_iter().chain(most).map(|a| a.short(0)).collect();
    ends.dedup();
    let mut parts = vec![ends.join(" to ")];
    if known.len() < counted.len() {
        let unknown = counted.len() - known.len();
        parts.push(format!("not reported in numbers for {unknown}"));
    }
    parts.retain(|part| !part.is_empty());
    let divided = if measure == Measure::PerCountry {
        "; figures here are divided by them"
    } else {
        ""
    };
    format!("Countries taking part: {}{divided}.", parts.join(", "))
}

/// "Sources use different words for potential victims: “rescued” in Liberterra II, “safeguarded”
/// in Liberterra III."
fn wording(differing: &[Wording<'_>]) -> String {
    let [Wording { metric, words }] = differing else {
        let labels = differing.iter().map(|one| lower_first(&one.metric.label));
        let labels: Vec<String> = labels.collect();
        return format!(
            "Sources do not use the same words for {}.",
            listed_in_short(&labels)
        );
    };
    let used: usize = words.iter().map(|(_, operations)| operations.len()).sum();
    let said = if used <= NAMED {
        let parts = words.iter().map(|(word, operations)| {
            format!("“{word}” in {}", listed_in_short(&names(operations)))
        });
        parts.collect::<Vec<_>>().join(", ")
    } else {
        common(words)
    };
    let label = lower_first(&metric.label);
    format!("Sources use different words for {label}: {said}.")
}

/// The two words used most and how many others there are.
fn common(words: &[(&str, Vec<&Operation>)]) -> String {
    let mut words: Vec<_> = words.iter().collect();
    words.sort_by_key(|(_, operations)| std::cmp::Reverse(operations.len()));
    let mut parts: Vec<String> = words
        .iter()
        .take(2)
        .map(|(word, _)| format!("“{word}”"))
        .collect();
    match words.len().saturating_sub(2) {
        0 => {}
        1 => parts.push("one other".to_owned()),
        more => parts.push(format!("{more} others")),
    }
    listed(&parts)
}

/// "Not reported, which does not mean none: flights monitored in Liberterra III."
fn missing(gaps: &[(&Metric, Vec<&Operation>)], operations: usize, metrics: usize) -> String {
    let count: usize = gaps.iter().map(|(_, missing)| missing.len()).sum();
    let said = match gaps {
        [(metric, missing)] if missing.len() > NAMED => format!(
            "{} in {} of {operations} operations",
            lower_first(&metric.label),
            missing.len()
        ),
        _ if count > NAMED => format!("{count} of {} figures", metrics * operations),
        few => {
            let part = |(metric, missing): &(&Metric, Vec<&Operation>)| {
                let names = listed_in_short(&names(missing));
                format!("{} in {names}", lower_first(&metric.label))
            };
            few.iter().map(part).collect::<Vec<_>>().join("; ")
        }
    };
    format!("Not reported, which does not mean none: {said}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn operations_ran_so_long_only_where_it_is_known_of_all() {
        let atlas = fixture::atlas();
        let [one, other] = [0, 1].map(|place| &atlas.operations[place]);
        let said = |known: [Option<u32>; 4]| {
            let ran = known.map(|known| (if known.is_some() { one } else { other }, known));
            days(&ran, Measure::Total)
        };
        assert_eq!(
            said([Some(8), Some(8), Some(8), None]),
            "3 of 4 operations ran 8 days, the other an unknown number of days: totals do not compare \
             like with like."
        );
        assert_eq!(
            said([Some(8), Some(1), Some(3_653), Some(8)]),
            "The operations ran 1 to 3,653 days: totals do not compare like with like."
        );
    }
}
