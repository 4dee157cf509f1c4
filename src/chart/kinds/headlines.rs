//! What is certain of a picture and can be its title: who reports more or fewer than another, who
//! the most. Where signs leave room for doubt there is nothing to say.

use crate::chart::asked::Asked;
use crate::model::{Amount, Metric, Operation};
use crate::query::measure::{Measure, Measured, measured};
use crate::query::step::Step;
use crate::words::Headline;

/// One operation beside its base, by the first metric of which something is certain.
pub(super) fn pair(asked: &Asked<'_>) -> Option<Headline> {
    let base = asked.base?;
    let mut others = asked.chosen.iter().filter(|one| one.id != base.id);
    let (Some(other), None) = (others.next(), others.next()) else {
        return None;
    };
    asked.metrics.iter().find_map(|metric| match asked.measure {
        Measure::Share => shares(asked, [base, other], metric),
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Change => {
            more_or_fewer(asked, [base, other], metric)
        }
    })
}

fn more_or_fewer(
    asked: &Asked<'_>,
    [base, other]: [&Operation; 2],
    metric: &Metric,
) -> Option<Headline> {
    let change = |measure: Measure| {
        let on_footing = |operation| measured(asked.atlas, operation, metric, measure, None);
        let step = Step::between(on_footing(base), on_footing(other));
        Some((
            step.per_cent.ok().filter(|&change| is_certain(change))?,
            measure,
        ))
    };
    let measure = asked.measure.of_ends();
    let told = change(measure)?;
    // Days alone can turn a comparison round; what totals say of it is told beside it.
    let beside = match measure {
        Measure::Total => Measure::PerDay,
        Measure::PerDay | Measure::PerCountry | Measure::Share | Measure::Change => Measure::Total,
    };
    let (ran, base_ran) = (other.day_count(), base.day_count());
    let differs = ran != base_ran || measure == Measure::PerCountry;
    Some(Headline::MoreOrFewer {
        operation: other.name.clone(),
        base: base.name.clone(),
        metric: metric.label.clone(),
        change: told,
        beside: change(beside).filter(|_| differs),
        // Which days are counted is a part of what is said.
        days: match (ran, base_ran) {
            (Some(ran), Some(base)) if ran != base => Some([ran, base]),
            _ => None,
        },
    })
}

/// Whether a change is certain to be one, and which way.
fn is_certain(change: Amount) -> bool {
    let (least, most) = change.reach();
    change.number() != 0.0 && (least > 0.0 || most < 0.0)
}

fn shares(asked: &Asked<'_>, [base, other]: [&Operation; 2], metric: &Metric) -> Option<Headline> {
    let whole = asked.atlas.metric(metric.part_of.as_ref()?.as_str())?;
    let share = |operation: &Operation| {
        let share = measured(asked.atlas, operation, metric, Measure::Share, None);
        Some((operation.name.clone(), share.amount()?))
    };
    Some(Headline::Shares {
        metric: metric.label.clone(),
        whole: whole.label.clone(),
        shares: [share(base)?, share(other)?],
    })
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
    asked: &Asked<'a>,
    operations: &[&'a Operation],
    metric: &Metric,
) -> Option<Leader<'a>> {
    // "Thousands" may be more than any number stated.
    let largest = operations
        .iter()
        .filter_map(|operation| asked.atlas.figure(operation, &metric.id))
        .filter(|report| report.quantity.number().is_none())
        .map(|report| report.quantity.reach().1)
        .fold(f64::NEG_INFINITY, f64::max);
    let mut stated: Vec<(Amount, &Operation, Measured<'_>)> = operations
        .iter()
        .filter_map(|&operation| {
            let figure = measured(asked.atlas, operation, metric, asked.measure, None);
            Some((figure.amount()?, operation, figure))
        })
        .collect();
    stated.sort_by(|(a, ..), (b, ..)| a.larger_first(*b));
    let of = stated.len();
    let others = stated.get(1..).filter(|others| !others.is_empty())?;
    let most = others.iter().map(|(amount, ..)| amount.reach().1);
    let most = most.fold(f64::NEG_INFINITY, f64::max);
    let (amount, operation, figure) = stated.into_iter().next()?;
    let total = asked.atlas.figure(operation, &metric.id)?;
    let total = total.quantity.number()? as f64;
    // On another footing nothing is known of what was stated without a number.
    let unnumbered = largest.is_finite() && (asked.measure != Measure::Total || total <= largest);
    (amount.reach().0 > most && !unnumbered).then_some(Leader {
        operation,
        figure,
        of,
    })
}

/// Who has the most by the first metric.
pub(super) fn most_of_one(asked: &Asked<'_>) -> Option<Headline> {
    if asked.measure == Measure::Change {
        return None;
    }
    let metric = asked.metrics.first()?;
    let leader = leader(asked, &asked.operations, metric)?;
    if asked.stand_out.hides(leader.operation) {
        return None;
    }
    let whole = match (asked.measure, &metric.part_of) {
        (Measure::Share, Some(whole)) => Some(asked.atlas.metric(whole.as_str())?.label.clone()),
        _ => None,
    };
    Some(Headline::Most {
        operation: leader.operation.name.clone(),
        metric: metric.label.clone(),
        whole,
        measure: asked.measure,
        number: leader.figure.plain_words(),
        of: leader.of,
    })
}

/// Who leads by each of two metrics, among the operations that state both.
pub(super) fn most_of_two(asked: &Asked<'_>) -> Option<Headline> {
    let [x, y] = asked.metrics.as_slice() else {
        return None;
    };
    if matches!(asked.measure, Measure::Change | Measure::Share) {
        return None;
    }
    let states = |operation: &Operation, metric| {
        let figure = measured(asked.atlas, operation, metric, asked.measure, None);
        figure.amount().is_some()
    };
    let mut both = asked.operations.clone();
    both.retain(|operation| states(operation, x) && states(operation, y));
    let leaders = [leader(asked, &both, x)?, leader(asked, &both, y)?];
    let hidden = |leader: &Leader<'_>| asked.stand_out.hides(leader.operation);
    (!leaders.iter().any(hidden)).then(|| Headline::MostOfTwo {
        operations: leaders.map(|leader| leader.operation.name.clone()),
        metrics: [x.label.clone(), y.label.clone()],
        measure: asked.measure,
        of: both.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{Showing, picture};
    use crate::model::fixture;
    use crate::query::comparison::Comparison;
    use crate::query::kind::Kind;

    fn said(change: impl FnOnce(&mut Comparison), kind: Kind) -> Option<String> {
        let atlas = fixture::atlas();
        let mut comparison = Comparison::telling(&atlas);
        change(&mut comparison);
        let showing = Showing {
            kind,
            ..Showing::default()
        };
        picture(&atlas, &comparison, showing).headline
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
                "Arrests for trafficking or smuggling make up 33.8\u{a0}% of all arrests in Liberterra II and more than 48.1\u{a0}% in Liberterra III."
            )
        );
    }

    #[test]
    fn what_is_not_certain_is_no_headline() {
        let about = |number| Amount::new(number, crate::model::Sign::UpTo);
        assert!(!is_certain(about(12.0)));
        assert!(!is_certain(Amount::between(-3.0, 8.0)));
        assert!(!is_certain(Amount::exact(0.0)));
        assert!(is_certain(Amount::new(-12.0, crate::model::Sign::UpTo)));
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
                "Of 2 operations, all state arrests and 1 states checks against INTERPOL databases."
            )
        );
    }
}
