//! What a picture shows, in one sentence.

use super::names::{all_of, counted, lower_first};
use super::per_cents;
use super::titles::footing_suffix;
use crate::model::Amount;
use crate::query::measure::Measure;
use crate::words::numerals::grouped;

/// What is certain of a picture, to be said in one sentence.
#[derive(Debug, Clone, PartialEq)]
pub enum Headline {
    /// One operation reports more or fewer than another.
    MoreOrFewer {
        /// The operation.
        operation: String,
        /// The one it is compared with.
        base: String,
        /// What is counted.
        metric: String,
        /// The change in per cent, of which the way is certain, and its footing.
        change: (Amount, Measure),
        /// The change on another footing, told beside it.
        beside: Option<(Amount, Measure)>,
        /// How many days both ran, where that is a part of what is said.
        days: Option<[u32; 2]>,
    },
    /// What part of a whole a figure is in two operations.
    Shares {
        /// The part.
        metric: String,
        /// The whole.
        whole: String,
        /// Both operations with their shares in per cent.
        shares: [(String, Amount); 2],
    },
    /// One operation has the largest number.
    Most {
        /// The operation.
        operation: String,
        /// What is counted.
        metric: String,
        /// Of a share, the whole.
        whole: Option<String>,
        /// The footing.
        measure: Measure,
        /// Its number in words.
        number: String,
        /// How many operations state one.
        of: usize,
    },
    /// Who has the largest numbers of two metrics.
    MostOfTwo {
        /// The operations, the same one twice where it leads by both.
        operations: [String; 2],
        /// What is counted.
        metrics: [String; 2],
        /// The footing.
        measure: Measure,
        /// How many operations state both.
        of: usize,
    },
    /// How many countries took part in all operations.
    TookPartInAll {
        /// How many did; no other may have.
        countries: usize,
        /// The operations.
        operations: Vec<String>,
    },
    /// Which metrics most and fewest operations state.
    Stated {
        /// How many operations there are.
        of: usize,
        /// The metric most state, and how many do.
        most: (String, usize),
        /// The metric fewest state, where fewer do.
        fewest: Option<(String, usize)>,
    },
}

impl Headline {
    /// The sentence, with its full stop.
    pub fn sentence(&self) -> String {
        match self {
            Self::MoreOrFewer {
                operation,
                base,
                metric,
                change,
                beside,
                days,
            } => more_or_fewer([operation, base], metric, *change, *beside, *days),
            Self::Shares {
                metric,
                whole,
                shares: [one, other],
            } => format!(
                "{metric} make up {} of {} in {} and {} in {}.",
                per_cent(one.1),
                all_of(whole),
                one.0,
                per_cent(other.1),
                other.0
            ),
            Self::Most {
                operation,
                metric,
                whole,
                measure,
                number,
                of,
            } => {
                let metric = lower_first(metric);
                let what = match whole {
                    Some(whole) => {
                        format!("the highest share of {metric} in {}", all_of(whole))
                    }
                    None => format!("the most {metric}{}", footing_suffix(*measure)),
                };
                let have = match measure {
                    Measure::Total => "that state a number".to_owned(),
                    Measure::PerDay | Measure::PerCountry => {
                        format!("with a number{}", footing_suffix(*measure))
                    }
                    Measure::Share | Measure::Change => "with a share".to_owned(),
                };
                format!("Of {of} operations {have}, {operation} reports {what}: {number}.")
            }
            Self::MostOfTwo {
                operations: [first, second],
                metrics: [x, y],
                measure,
                of,
            } => {
                let (x, y) = (lower_first(x), lower_first(y));
                let footing = footing_suffix(*measure);
                let most = if first == second {
                    format!("{first} reports both the most {x} and the most {y}{footing}")
                } else {
                    format!("{first} reports the most {x}{footing}, {second} the most {y}")
                };
                format!("Of {of} operations that state both, {most}.")
            }
            Self::TookPartInAll {
                countries,
                operations,
            } => {
                let countries = counted(*countries, "country", "countries");
                let all = match operations.as_slice() {
                    [one] => one.clone(),
                    [one, other] => format!("both {one} and {other}"),
                    many => format!("all {} operations", many.len()),
                };
                format!("{countries} took part in {all}.")
            }
            Self::Stated { of, most, fewest } => {
                let told = |(metric, count): &(String, usize)| {
                    let metric = lower_first(metric);
                    match count {
                        0 => format!("none state {metric}"),
                        all if all == of => format!("all state {metric}"),
                        1 => format!("1 states {metric}"),
                        some => format!("{some} state {metric}"),
                    }
                };
                let also = fewest
                    .as_ref()
                    .map(|fewest| format!(" and {}", told(fewest)));
                let also = also.unwrap_or_default();
                format!("Of {of} operations, {}{also}.", told(most))
            }
        }
    }
}

/// "Liberterra III reports 48.7 % more arrests than Liberterra II, but 25.6 % fewer per
/// operation day (12 days against 6)."
fn more_or_fewer(
    [operation, base]: [&str; 2],
    metric: &str,
    (change, measure): (Amount, Measure),
    beside: Option<(Amount, Measure)>,
    days: Option<[u32; 2]>,
) -> String {
    let label = lower_first(metric);
    let footing = footing_suffix(measure);
    let than = if is_told_in_times(change) {
        "as"
    } else {
        "than"
    };
    let told = format!(
        "{operation} reports {} {label}{footing} {than} {base}",
        how_much(change)
    );
    let Some((other, beside)) = beside else {
        return format!("{told}.");
    };
    let same_way = (change.number() > 0.0) == (other.number() > 0.0);
    let joined = if same_way { " and" } else { ", but" };
    let footing = match beside {
        Measure::Total => " in total",
        Measure::PerDay | Measure::PerCountry | Measure::Share | Measure::Change => {
            footing_suffix(beside)
        }
    };
    let counted = match days {
        Some([ran, base]) => {
            let ran = counted(ran as usize, "day", "days");
            format!(" ({ran} against {})", grouped(f64::from(base), 0))
        }
        None => String::new(),
    };
    format!("{told}{joined} {}{footing}{counted}.", how_much(other))
}

/// "48.7 % more", "more than 111.8 % more", "at least 5.0 % fewer", "13 times as many".
fn how_much(change: Amount) -> String {
    if let Some(times) = per_cents::times(change, Amount::words) {
        return format!("{times} times as many");
    }
    let way = if change.number() > 0.0 {
        "more"
    } else {
        "fewer"
    };
    format!("{} {way}", unbroken(&per_cents::size(change)))
}

fn is_told_in_times(change: Amount) -> bool {
    per_cents::times(change, Amount::words).is_some()
}

fn per_cent(share: Amount) -> String {
    unbroken(&per_cents::share(share, Amount::words))
}

/// The sign of per cent stays with its number.
fn unbroken(per_cent: &str) -> String {
    per_cent.replace(" %", "\u{a0}%")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sign;

    #[test]
    fn a_fall_open_to_one_side_is_told_by_its_size() {
        let fall = Amount::new(-12.0, Sign::UpTo);
        assert_eq!(how_much(fall), "at least 12.0\u{a0}% fewer");
    }
}
