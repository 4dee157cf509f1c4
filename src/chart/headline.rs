//! What a picture shows, in one sentence: computed from what is chosen, so that it never speaks
//! of another picture. Where signs leave room for doubt there is no sentence.

use super::change::{footing as footing_of_change, others};
use super::kind::Kind;
use super::showing::StandOut;
use super::words::footing_suffix;
use crate::model::{Amount, Atlas, Metric, Open, Operation};
use crate::query::comparison::Comparison;
use crate::query::measure::{Measure, Measured, measured};
use crate::query::step::Step;
use crate::words::{lower_first, per_cent_decimals};

/// The sentence on what a kind shows; `None` where no single sentence is certain.
pub(super) fn headline(
    atlas: &Atlas,
    shown: &Comparison,
    kind: Kind,
    stand_out: &StandOut<'_>,
) -> Option<String> {
    let metrics = shown.metrics_in(atlas);
    match kind {
        Kind::Change => pair(atlas, shown, &metrics),
        Kind::Bars if shown.operations_in(atlas).len() == 2 => pair(atlas, shown, &metrics),
        Kind::Bars | Kind::Ranking | Kind::Timeline => {
            leader_alone(atlas, shown, metrics.first()?, stand_out)
        }
        Kind::Scatter => leaders_of_two(atlas, shown, &metrics, stand_out),
        Kind::Coverage => coverage(atlas, shown, &metrics),
    }
}

/// One operation beside its base, by the first metric of which something is certain.
fn pair(atlas: &Atlas, shown: &Comparison, metrics: &[&Metric]) -> Option<String> {
    let base = shown.base_in(atlas)?;
    let others = others(atlas, shown, base);
    let [other] = others.as_slice() else {
        return None;
    };
    metrics.iter().find_map(|metric| match shown.measure {
        Measure::Share => shares(atlas, base, other, metric),
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Change => {
            more_or_fewer(atlas, base, other, metric, footing_of_change(shown.measure))
        }
    })
}

/// "Liberterra III reports 48.7 % more arrests than Liberterra II, but 25.6 % fewer per
/// operation day."
fn more_or_fewer(
    atlas: &Atlas,
    base: &Operation,
    other: &Operation,
    metric: &Metric,
    measure: Measure,
) -> Option<String> {
    let change = |measure: Measure| {
        let on_footing = |operation| measured(atlas, operation, metric, measure, None);
        let change = Step::between(on_footing(base), on_footing(other))
            .per_cent
            .ok()?;
        Some((how_much(change)?, change.number() > 0.0))
    };
    let (said, rises) = change(measure)?;
    let label = lower_first(&metric.label);
    let footing = footing_suffix(measure);
    let told = format!(
        "{} reports {said} {label}{footing} than {}",
        other.name, base.name
    );
    // Days alone can turn a comparison round; what totals say of it is told beside it.
    let beside = match measure {
        Measure::Total => Measure::PerDay,
        Measure::PerDay | Measure::PerCountry | Measure::Share | Measure::Change => Measure::Total,
    };
    let days = |operation: &Operation| operation.days.and_then(crate::model::Days::count);
    let days_differ = days(base) != days(other);
    let differs = days_differ || measure == Measure::PerCountry;
    let Some((said_beside, rises_beside)) = change(beside).filter(|_| differs) else {
        return Some(format!("{told}."));
    };
    let joined = if rises == rises_beside {
        " and"
    } else {
        ", but"
    };
    let footing = match beside {
        Measure::Total => " in total",
        Measure::PerDay | Measure::PerCountry | Measure::Share | Measure::Change => {
            footing_suffix(beside)
        }
    };
    // Which days are counted is a part of what is said.
    let counted = match (days(other), days(base)) {
        (Some(ran), Some(base)) if days_differ => format!(" ({ran} days against {base})"),
        _ => String::new(),
    };
    Some(format!("{told}{joined} {said_beside}{footing}{counted}."))
}

/// "48.7 % more", "more than 111.8 % more", "at least 5.0 % fewer"; `None` where even the way
/// is not certain.
fn how_much(change: Amount) -> Option<String> {
    let number = change.number();
    if number == 0.0 {
        return None;
    }
    let way = if number > 0.0 { "more" } else { "fewer" };
    let size = change.size()?;
    let certain = match size.open() {
        Open::No | Open::Around | Open::Up => true,
        Open::Within => size.low().is_some_and(|low| low > 0.0),
        Open::Down => false,
    };
    // The sign of per cent stays with its number.
    certain.then(|| format!("{}\u{a0}% {way}", size.words(per_cent_decimals(change))))
}

/// "Arrests for smuggling make up 33.8 % of arrests in Liberterra II and more than 48.1 % in
/// Liberterra III."
fn shares(atlas: &Atlas, base: &Operation, other: &Operation, metric: &Metric) -> Option<String> {
    let whole = atlas.metric(metric.part_of.as_ref()?.as_str())?;
    let share = |operation| {
        let share = measured(atlas, operation, metric, Measure::Share, None);
        {
            let amount = share.amount()?;
            Some(format!(
                "{}\u{a0}%",
                amount.words(per_cent_decimals(amount))
            ))
        }
    };
    Some(format!(
        "{} make up {} of {} in {} and {} in {}.",
        metric.label,
        share(base)?,
        lower_first(&whole.label),
        base.name,
        share(other)?,
        other.name
    ))
}

/// Which operation has the most, and whose number that is.
struct Leader<'a> {
    operation: &'a Operation,
    figure: Measured<'a>,
    /// How many operations state a number.
    of: usize,
}

/// The operation whose number is certain to be the largest of those stated.
fn leader<'a>(
    atlas: &'a Atlas,
    operations: &[&'a Operation],
    metric: &Metric,
    measure: Measure,
) -> Option<Leader<'a>> {
    // "Thousands" may be more than any number stated.
    let largest = operations
        .iter()
        .filter_map(|operation| atlas.figure(operation, &metric.id))
        .filter(|report| report.quantity.number().is_none())
        .map(|report| report.quantity.reach().1)
        .fold(f64::NEG_INFINITY, f64::max);
    let mut stated: Vec<(Amount, &Operation, Measured<'_>)> = operations
        .iter()
        .filter_map(|&operation| {
            let figure = measured(atlas, operation, metric, measure, None);
            Some((figure.amount()?, operation, figure))
        })
        .collect();
    stated.sort_by(|(a, ..), (b, ..)| b.number().total_cmp(&a.number()));
    let of = stated.len();
    let others = stated.get(1..).filter(|others| !others.is_empty())?;
    let most = others.iter().map(|(amount, ..)| amount.plausible().1);
    let most = most.fold(f64::NEG_INFINITY, f64::max);
    let (amount, operation, figure) = stated.into_iter().next()?;
    let total = atlas.figure(operation, &metric.id)?.quantity.number()? as f64;
    // On another footing nothing is known of what was stated without a number.
    let unnumbered = largest.is_finite() && (measure != Measure::Total || total <= largest);
    (amount.plausible().0 > most && !unnumbered).then_some(Leader {
        operation,
        figure,
        of,
    })
}

/// "Of 15 operations that state a number, Liberterra III reports the most arrests: 3,744."
fn leader_alone(
    atlas: &Atlas,
    shown: &Comparison,
    metric: &Metric,
    stand_out: &StandOut<'_>,
) -> Option<String> {
    if shown.measure == Measure::Change {
        return None;
    }
    let operations = shown.operations_in(atlas);
    let leader = leader(atlas, &operations, metric, shown.measure)?;
    if stand_out.hides(leader.operation) {
        return None;
    }
    let number = leader.figure.plain_words();
    let what = match (shown.measure, &metric.part_of) {
        (Measure::Share, Some(whole)) => format!(
            "the highest share of {} in {}",
            lower_first(&metric.label),
            lower_first(&atlas.metric(whole.as_str())?.label)
        ),
        _ => format!(
            "the most {}{}",
            lower_first(&metric.label),
            footing_suffix(shown.measure)
        ),
    };
    let have = match shown.measure {
        Measure::Total => "that state a number".to_owned(),
        Measure::PerDay | Measure::PerCountry => {
            format!("with a number{}", footing_suffix(shown.measure))
        }
        Measure::Share | Measure::Change => "with a share".to_owned(),
    };
    Some(format!(
        "Of {} operations {have}, {} reports {what}: {number}.",
        leader.of, leader.operation.name
    ))
}

/// Who leads by each of two metrics, among the operations that state both.
fn leaders_of_two(
    atlas: &Atlas,
    shown: &Comparison,
    metrics: &[&Metric],
    stand_out: &StandOut<'_>,
) -> Option<String> {
    let [x, y, ..] = metrics else {
        return None;
    };
    if matches!(shown.measure, Measure::Change | Measure::Share) {
        return None;
    }
    let states = |operation: &Operation, metric| {
        measured(atlas, operation, metric, shown.measure, None)
            .amount()
            .is_some()
    };
    let mut both = shown.operations_in(atlas);
    both.retain(|operation| states(operation, x) && states(operation, y));
    let first = leader(atlas, &both, x, shown.measure)?;
    let second = leader(atlas, &both, y, shown.measure)?;
    if stand_out.hides(first.operation) || stand_out.hides(second.operation) {
        return None;
    }
    let (x, y) = (lower_first(&x.label), lower_first(&y.label));
    let footing = footing_suffix(shown.measure);
    let most = if first.operation.id == second.operation.id {
        format!(
            "{} reports both the most {x} and the most {y}{footing}",
            first.operation.name
        )
    } else {
        format!(
            "{} reports the most {x}{footing}, {} the most {y}",
            first.operation.name, second.operation.name
        )
    };
    Some(format!(
        "Of {} operations that state both, {most}.",
        both.len()
    ))
}

/// "Of 16 operations, all state arrests and 4 state officers."
fn coverage(atlas: &Atlas, shown: &Comparison, metrics: &[&Metric]) -> Option<String> {
    let operations = shown.operations_in(atlas);
    let stating = |metric: &Metric| {
        operations
            .iter()
            .filter(|operation| atlas.figure(operation, &metric.id).is_some())
            .count()
    };
    if operations.len() < 2 {
        return None;
    }
    // Of equal ones `max_by_key` takes the last; the first is meant.
    let most = metrics.iter().rev().max_by_key(|metric| stating(metric))?;
    let fewest = metrics.iter().min_by_key(|metric| stating(metric))?;
    let told = |metric: &Metric, verb: &str| {
        let count = match stating(metric) {
            0 => "none".to_owned(),
            all if all == operations.len() => "all".to_owned(),
            some => some.to_string(),
        };
        format!("{count} {verb} {}", lower_first(&metric.label))
    };
    let first = told(most, "state");
    let count = operations.len();
    if stating(most) == stating(fewest) {
        return Some(format!("Of {count} operations, {first}."));
    }
    Some(format!(
        "Of {count} operations, {first} and {}.",
        told(fewest, "state")
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    fn said(change: impl FnOnce(&mut Comparison), kind: Kind) -> Option<String> {
        let atlas = fixture::atlas();
        let mut comparison = Comparison::telling(&atlas);
        change(&mut comparison);
        let showing = crate::chart::Showing {
            kind,
            ..crate::chart::Showing::default()
        };
        let stand_out = StandOut::of(&atlas, &comparison, showing);
        headline(&atlas, &comparison, kind, &stand_out)
    }

    #[test]
    fn two_operations_are_compared_in_total_and_by_the_day() {
        assert_eq!(
            said(|_| (), Kind::Bars).as_deref(),
            Some(
                "Liberterra III reports 48.7\u{a0}% more arrests than Liberterra II, but 25.6\u{a0}% fewer per operation day (12 days against 6)."
            )
        );
        assert_eq!(
            said(|c| c.measure = Measure::PerDay, Kind::Bars).as_deref(),
            Some(
                "Liberterra III reports 25.6\u{a0}% fewer arrests per operation day than Liberterra II, but 48.7\u{a0}% more in total (12 days against 6)."
            )
        );
    }

    #[test]
    fn a_share_keeps_its_sign() {
        assert_eq!(
            said(|c| c.measure = Measure::Share, Kind::Bars).as_deref(),
            Some(
                "Arrests for trafficking or smuggling make up 33.8\u{a0}% of arrests in Liberterra II and more than 48.1\u{a0}% in Liberterra III."
            )
        );
    }

    #[test]
    fn what_is_not_certain_is_no_headline() {
        let about = |number| Amount::new(number, crate::model::Sign::UpTo);
        assert_eq!(how_much(about(12.0)), None);
        assert_eq!(how_much(Amount::between(-3.0, 8.0)), None);
        assert_eq!(how_much(Amount::exact(0.0)), None);
        assert_eq!(
            how_much(Amount::new(-12.0, crate::model::Sign::UpTo)).as_deref(),
            Some("at least 12.0\u{a0}% fewer")
        );
        assert_eq!(
            said(|c| c.metrics = vec!["officers".to_owned()], Kind::Bars),
            None
        );
    }

    #[test]
    fn nobody_is_the_first_where_thousands_may_be_more() {
        let leading = |measure| {
            let change = |c: &mut Comparison| {
                c.metrics = vec!["officers".to_owned()];
                c.measure = measure;
            };
            said(change, Kind::Ranking)
        };
        assert_eq!(
            leading(Measure::Total),
            None,
            "II says thousands, III more than 14,000"
        );
        assert_eq!(
            said(|_| (), Kind::Ranking).as_deref(),
            Some(
                "Of 2 operations that state a number, Liberterra III reports the most arrests: 3,744."
            )
        );
    }

    #[test]
    fn coverage_names_the_best_and_the_least_reported() {
        assert_eq!(
            said(|_| (), Kind::Coverage).as_deref(),
            Some(
                "Of 2 operations, all state arrests and 1 state checks against INTERPOL databases."
            )
        );
    }
}
