//! What stands between operations and a fair comparison, a sentence each.

use super::names::{counted, listed, listed_in_short, lower_first};
use crate::model::{Amount, Metric, Operation, Quantity, Status};
use crate::query::comparability::{Declarations, Difference, Known, Wording};
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
            Self::Status {
                preliminary,
                in_part,
                firm,
                firm_as,
                ..
            } => status(preliminary, in_part, (firm, *firm_as)),
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

/// "The figures of Weka and Weka II (in part) were published as preliminary, those of Weka III as
/// final."
fn status(
    preliminary: &[&Operation],
    in_part: &[&Operation],
    (firm, firm_as): (&[&Operation], Option<Status>),
) -> String {
    let whole = names(preliminary).into_iter().map(str::to_owned);
    let in_part = names(in_part)
        .into_iter()
        .map(|name| format!("{name} (in part)"));
    let early: Vec<String> = whole.chain(in_part).collect();
    let firm = match firm {
        [] => String::new(),
        some => {
            let called = firm_as.map_or("revised or final", Status::name);
            format!(", those of {} as {called}", listed_in_short(&names(some)))
        }
    };
    let early = listed_in_short(&early);
    format!("The figures of {early} were published as preliminary{firm}.")
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
fn days(ran: &[(&Operation, Known<u32>)], measure: Measure) -> String {
    let known = || ran.iter().filter_map(|(_, days)| days.stated());
    let is_of_all = known().count() == ran.len();
    let advice = match measure {
        Measure::Total | Measure::Change => "totals do not compare like with like",
        Measure::PerDay if is_of_all => "figures here are divided by days",
        Measure::PerDay => "figures here are divided by days where these are known",
        Measure::PerCountry | Measure::Share => "longer operations had more time to count",
    };
    if ran.len() > NAMED {
        return format!("{}: {advice}.", days_of_many(ran));
    }
    let parts: Vec<String> = ran
        .iter()
        .zip([" ran"].into_iter().chain(std::iter::repeat("")))
        .map(|((operation, days), ran)| {
            let days = match days {
                Known::Stated(days) => counted_days(*days),
                Known::NotReported => "an unknown number of days".to_owned(),
                Known::LeftOut => "for days that are left out".to_owned(),
            };
            format!("{}{ran} {days}", operation.name)
        })
        .collect();
    format!("{}: {advice}.", parts.join(", "))
}

fn counted_days(days: u32) -> String {
    counted(days as usize, "day", "days")
}

/// "The operations ran 4 to 12 days", "15 of 16 operations ran 8 days, the days of the other are
/// left out".
fn days_of_many(ran: &[(&Operation, Known<u32>)]) -> String {
    let known = || ran.iter().filter_map(|(_, days)| days.stated());
    let most = known().max().unwrap_or(0);
    let span = match known().min() {
        Some(least) if least != most => {
            format!("{} to {}", grouped(f64::from(least), 0), counted_days(most))
        }
        Some(_) | None => counted_days(most),
    };
    let of = |wanted: Known<u32>| ran.iter().filter(|(_, days)| *days == wanted).count();
    let others = match (of(Known::NotReported), of(Known::LeftOut)) {
        (0, 0) => return format!("The operations ran {span}"),
        (1, 0) => "the other an unknown number of days".to_owned(),
        (_, 0) => "the others an unknown number of days".to_owned(),
        (0, 1) => "the days of the other are left out".to_owned(),
        (0, _) => "the days of the others are left out".to_owned(),
        (unknown, lost) => {
            format!("{unknown} an unknown number of days, the days of {lost} are left out")
        }
    };
    format!(
        "{} of {} operations ran {span}, {others}",
        known().count(),
        ran.len()
    )
}

/// "Countries taking part: 116 in Liberterra II, 119 in Liberterra III."
fn countries(counted: &[(&Operation, Known<Quantity>)]) -> String {
    let parts = counted.iter().map(|(operation, count)| {
        let count = match count {
            Known::Stated(count) => count.short(),
            Known::NotReported => "an unreported number".to_owned(),
            Known::LeftOut => "a number that is left out".to_owned(),
        };
        format!("{count} in {}", operation.name)
    });
    let parts: Vec<String> = parts.collect();
    format!("Countries taking part: {}.", parts.join(", "))
}

/// "Countries taking part: 22 to > 119, not reported in numbers for 4, left out for 1."
fn countries_of_many(counted: &[(&Operation, Known<Quantity>)], measure: Measure) -> String {
    let stated = || counted.iter().filter_map(|(_, count)| count.stated());
    let known: Vec<Amount> = stated().filter_map(Quantity::amount).collect();
    let lower = |amount: &Amount| amount.low().unwrap_or(amount.number());
    let least = known.iter().min_by(|a, b| lower(a).total_cmp(&lower(b)));
    let most = known
        .iter()
        .max_by(|a, b| a.number().total_cmp(&b.number()));
    let mut ends: Vec<String> = least.into_iter().chain(most).map(|a| a.short(0)).collect();
    ends.dedup();
    let mut parts = vec![ends.join(" to ")];
    let lost = counted.iter().filter(|(_, count)| *count == Known::LeftOut);
    let lost = lost.count();
    let unknown = counted.len() - known.len() - lost;
    if unknown > 0 {
        parts.push(format!("not reported in numbers for {unknown}"));
    }
    if lost > 0 {
        parts.push(format!("left out for {lost}"));
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
        use Known::{LeftOut, NotReported, Stated};
        let atlas = fixture::atlas();
        let [one, other] = [0, 1].map(|place| &atlas.operations[place]);
        let said = |known: [Known<u32>; 4]| {
            let ran =
                known.map(|known| (if known.stated().is_some() { one } else { other }, known));
            days(&ran, Measure::Total)
        };
        assert_eq!(
            said([Stated(8), Stated(8), Stated(8), NotReported]),
            "3 of 4 operations ran 8 days, the other an unknown number of days: totals do not compare \
             like with like."
        );
        assert_eq!(
            said([Stated(8), Stated(8), Stated(5), LeftOut]),
            "3 of 4 operations ran 5 to 8 days, the days of the other are left out: totals do not \
             compare like with like."
        );
        assert_eq!(
            said([Stated(8), Stated(1), Stated(3_653), Stated(8)]),
            "The operations ran 1 to 3,653 days: totals do not compare like with like."
        );
    }
}
