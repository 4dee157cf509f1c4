//! Measures: how a figure is put on a common footing.

use serde::{Deserialize, Serialize};

use super::change::{
    TOO_LOOSE, change_words, loosened, per_cent_change, per_cent_decimals, signed,
};
use crate::model::numerals::decimals_for;
use crate::model::{Amount, Atlas, Divisor, Metric, MetricId, Open, Operation, Quantity, Report};

/// How figures are put on a common footing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Measure {
    /// As stated.
    #[default]
    Total,
    /// Divided by the days the operation ran, both ends included.
    PerDay,
    /// Divided by the countries that took part.
    PerCountry,
    /// As per cent of the metric it is a part of.
    Share,
    /// As per cent of change from a base operation.
    Change,
}

impl Measure {
    /// Every measure, in the order of choice.
    pub const ALL: [Self; 5] = [
        Self::Total,
        Self::PerDay,
        Self::PerCountry,
        Self::Share,
        Self::Change,
    ];

    /// The name on a button: "Per day".
    pub fn name(self) -> &'static str {
        match self {
            Self::Total => "Total",
            Self::PerDay => "Per day",
            Self::PerCountry => "Per country",
            Self::Share => "Share",
            Self::Change => "Change in %",
        }
    }

    /// The name on the command line: `per-day`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Total => "total",
            Self::PerDay => "per-day",
            Self::PerCountry => "per-country",
            Self::Share => "share",
            Self::Change => "change",
        }
    }

    /// What it does to figures, in one line.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Total => "As stated",
            Self::PerDay => "Divided by the days of the operation, first and last included",
            Self::PerCountry => "Divided by the countries that took part",
            Self::Share => "In per cent of the metric it is a part of",
            Self::Change => "In per cent of change from the first operation chosen",
        }
    }

    /// How a unit reads under this measure: "people", "people per operation day", "%".
    pub fn unit(self, unit: &str) -> String {
        match self {
            Self::Total => unit.to_owned(),
            Self::PerDay => format!("{unit} per operation day"),
            Self::PerCountry => format!("{unit} per participating country"),
            Self::Share | Self::Change => "%".to_owned(),
        }
    }

    /// What a derived number is of, in words behind it; nothing for one as stated.
    fn footing(self) -> &'static str {
        match self {
            Self::Total => "",
            Self::PerDay => " per operation day",
            Self::PerCountry => " per participating country",
            Self::Share => " of the whole",
            Self::Change => " from the base",
        }
    }

    /// What follows a number of this measure: " %" for per cent.
    fn suffix(self) -> &'static str {
        match self {
            Self::Total | Self::PerDay | Self::PerCountry => "",
            Self::Share | Self::Change => " %",
        }
    }
}

/// A figure under a measure.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A number with its sign.
    Number(Amount),
    /// Stated without a number: "thousands".
    Unnumbered(Quantity),
    /// No source states it. Not 0.
    NotReported,
    /// It is reported, but cannot be put on this footing; why, in a few words.
    NotComputable(&'static str),
}

/// One operation's figure of one metric under a measure, with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured<'a> {
    /// The value to show.
    pub value: Value,
    /// The report behind it; `None` when not reported.
    pub report: Option<&'a Report>,
    /// Whether sources state different quantities.
    pub disagrees: bool,
    /// Whether sources state different days or countries, where it is divided by these.
    pub divisor_disagrees: bool,
    measure: Measure,
}

impl Measured<'_> {
    /// As a mark's label: "2,517", "> 48.1 %", "+48.7 %", "thousands", "not reported".
    pub fn short(&self) -> String {
        match &self.value {
            Value::Number(amount) => self.number_text(*amount, Amount::short),
            Value::Unnumbered(quantity) => quantity.short(),
            Value::NotReported => "not reported".to_owned(),
            Value::NotComputable(why) => (*why).to_owned(),
        }
    }

    /// In words: "more than 48.1 %", "thousands, no number stated", "not reported".
    pub fn words(&self) -> String {
        match &self.value {
            Value::Number(amount) if self.measure == Measure::Change => {
                change_words(*amount, self.measure.footing())
            }
            Value::Number(_) => format!("{}{}", self.plain_words(), self.measure.footing()),
            Value::Unnumbered(quantity) => format!("{}, no number stated", quantity.words()),
            Value::NotReported => "not reported".to_owned(),
            Value::NotComputable(why) => (*why).to_owned(),
        }
    }

    /// Whether a star stands beside it where nothing else says that sources differ on the days
    /// or countries it is divided by.
    pub fn is_starred(&self) -> bool {
        self.disagrees || self.divisor_disagrees
    }

    /// What follows it in speech: "; sources differ", or nothing.
    pub fn disagreement_words(&self) -> &'static str {
        match (self.disagrees, self.divisor_disagrees) {
            (true, _) => "; sources differ",
            (false, true) if self.measure == Measure::PerDay => "; sources differ on the days",
            (false, true) => "; sources differ on the number of countries",
            (false, false) => "",
        }
    }

    /// The number in words without its footing: "more than 48.1 %".
    pub fn plain_words(&self) -> String {
        match self.value {
            Value::Number(amount) if self.measure == Measure::Change => change_words(amount, ""),
            Value::Number(amount) => self.number_text(amount, Amount::words),
            Value::Unnumbered(_) | Value::NotReported | Value::NotComputable(_) => self.words(),
        }
    }

    fn number_text(&self, amount: Amount, write: fn(Amount, usize) -> String) -> String {
        let decimals = self.decimals(amount);
        if self.measure == Measure::Change {
            return signed(amount, decimals, self.measure.suffix(), write);
        }
        format!("{}{}", write(amount, decimals), self.measure.suffix())
    }

    /// How many decimals its number is written with.
    pub(super) fn decimals(&self, amount: Amount) -> usize {
        let decimals = decimals_for(amount.number());
        match self.measure {
            Measure::Total => 0,
            // What is only about right has a digit less to spare.
            Measure::PerDay | Measure::PerCountry if amount.open() == Open::Around => {
                decimals.saturating_sub(1)
            }
            Measure::PerDay | Measure::PerCountry => decimals,
            Measure::Share | Measure::Change => per_cent_decimals(amount),
        }
    }

    /// Whether its report states a number, on whatever footing.
    pub(super) fn states_number(&self) -> bool {
        self.report
            .is_some_and(|report| report.quantity.number().is_some())
    }

    /// The number, where it has one.
    pub fn amount(&self) -> Option<Amount> {
        match self.value {
            Value::Number(amount) => Some(amount),
            Value::Unnumbered(_) | Value::NotReported | Value::NotComputable(_) => None,
        }
    }
}

/// One operation's figure of one metric under a measure. `base` is the operation changes are
/// measured from.
pub fn measured<'a>(
    atlas: &'a Atlas,
    operation: &'a Operation,
    metric: &Metric,
    measure: Measure,
    base: Option<&Operation>,
) -> Measured<'a> {
    let figure = operation.figure(metric.id.as_str());
    let report = atlas.figure(operation, &metric.id);
    let value = match report.map(|report| (report.quantity, report.quantity.amount())) {
        None => Value::NotReported,
        Some((_, Some(amount))) => put_on_footing(atlas, operation, metric, measure, base, amount),
        Some((quantity, None)) => match measure {
            Measure::Total => Value::Unnumbered(quantity),
            Measure::PerDay | Measure::PerCountry | Measure::Share | Measure::Change => {
                Value::NotComputable("no number stated")
            }
        },
    };
    let divisor_differs = match measure {
        Measure::Total | Measure::Share | Measure::Change => false,
        Measure::PerDay => operation.are_days_disputed(),
        Measure::PerCountry => Report::disagree(&operation.countries.count),
    };
    let whole = match measure {
        // Of a change, the base's own star stands beside the word “base”.
        Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Change => None,
        Measure::Share => reports(operation, metric.part_of.as_ref()),
    };
    let has_star = match value {
        Value::Number(_) | Value::Unnumbered(_) => true,
        Value::NotComputable(why) => why == BASE,
        Value::NotReported => false,
    };
    let disagrees = has_star
        && (figure.is_some_and(crate::model::Figure::disagrees)
            || whole.is_some_and(Report::disagree));
    Measured {
        value,
        report,
        disagrees,
        divisor_disagrees: has_star && divisor_differs,
        measure,
    }
}

/// Everything stated of a metric in an operation.
fn reports<'a>(operation: &'a Operation, metric: Option<&MetricId>) -> Option<&'a [Report]> {
    Some(operation.figure(metric?.as_str())?.reports.as_slice())
}

fn put_on_footing(
    atlas: &Atlas,
    operation: &Operation,
    metric: &Metric,
    measure: Measure,
    base: Option<&Operation>,
    amount: Amount,
) -> Value {
    let quotient = match measure {
        Measure::Total => Ok(amount),
        Measure::PerDay if metric.not_per.contains(&Divisor::Day) => Err("not counted by the day"),
        Measure::PerCountry if metric.not_per.contains(&Divisor::Country) => {
            Err("not counted by country")
        }
        Measure::PerDay => operation
            .days
            .and_then(crate::model::Days::count)
            .ok_or("days not known")
            .and_then(|days| divided(amount, Amount::exact(f64::from(days)))),
        Measure::PerCountry => countries(atlas, operation)
            .ok_or("countries not reported")
            .and_then(|countries| divided(amount, loosened(countries))),
        Measure::Share => whole(atlas, operation, metric)
            .and_then(|whole| divided(amount, loosened(whole)))
            .map(|share| share.times(100.0)),
        Measure::Change => base
            .ok_or("no base chosen")
            .and_then(|base| {
                if base.id == operation.id {
                    return Err(BASE);
                }
                atlas.figure(base, &metric.id).ok_or("base not reported")
            })
            .and_then(|base| base.quantity.amount().ok_or("base without a number"))
            .and_then(|base| per_cent_change(amount, base)),
    };
    match quotient {
        Ok(amount) => Value::Number(amount),
        Err(why) => Value::NotComputable(why),
    }
}

/// What stands where a change would be measured from itself.
pub const BASE: &str = "base";

/// One amount by another, or why that says nothing.
fn divided(amount: Amount, divisor: Amount) -> Result<Amount, &'static str> {
    if divisor.low().unwrap_or(divisor.number()) <= 0.0 {
        return Err("nothing to divide by");
    }
    amount.over(divisor).ok_or(TOO_LOOSE)
}

/// How many countries took part, as preferred; `None` when not reported or without a number.
pub fn countries(atlas: &Atlas, operation: &Operation) -> Option<Amount> {
    atlas
        .preferred(&operation.countries.count)?
        .quantity
        .amount()
}

fn whole(atlas: &Atlas, operation: &Operation, metric: &Metric) -> Result<Amount, &'static str> {
    let whole: &MetricId = metric
        .part_of
        .as_ref()
        .ok_or("not a part of another metric")?;
    let report = atlas.figure(operation, whole).ok_or("whole not reported")?;
    report.quantity.amount().ok_or("whole without a number")
}

/// Why a measure makes no sense for a choice; `None` when it does for at least one figure.
pub fn why_not(
    atlas: &Atlas,
    operations: &[&Operation],
    metrics: &[&Metric],
    measure: Measure,
) -> Option<&'static str> {
    match measure {
        Measure::Total => None,
        Measure::PerDay if none_counted_by(metrics, Divisor::Day) => {
            Some("The chosen figures are not counted by the day; choose another")
        }
        Measure::PerCountry if none_counted_by(metrics, Divisor::Country) => {
            Some("The chosen figures are not counted by country; choose another")
        }
        Measure::PerDay => operations
            .iter()
            .all(|operation| operation.days.and_then(crate::model::Days::count).is_none())
            .then_some("The days of these operations are not known"),
        Measure::PerCountry => operations
            .iter()
            .all(|operation| countries(atlas, operation).is_none())
            .then_some("How many countries took part is not reported"),
        Measure::Share => metrics
            .iter()
            .all(|metric| metric.part_of.is_none())
            .then_some("None of these metrics is a part of another"),
        Measure::Change => (operations.len() < 2).then_some("A change needs two operations"),
    }
}

fn none_counted_by(metrics: &[&Metric], divisor: Divisor) -> bool {
    !metrics.is_empty()
        && metrics
            .iter()
            .all(|metric| metric.not_per.contains(&divisor))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    fn short(operation: &str, metric: &str, measure: Measure) -> String {
        let atlas = fixture::atlas();
        let base = atlas.operation("liberterra-2");
        measured(
            &atlas,
            atlas.operation(operation).unwrap(),
            atlas.metric(metric).unwrap(),
            measure,
            base,
        )
        .short()
    }

    #[test]
    fn per_day_turns_the_order_of_the_totals_round() {
        assert_eq!(short("liberterra-2", "arrests", Measure::Total), "2,517");
        assert_eq!(short("liberterra-3", "arrests", Measure::Total), "3,744");
        assert_eq!(short("liberterra-2", "arrests", Measure::PerDay), "419.5");
        assert_eq!(short("liberterra-3", "arrests", Measure::PerDay), "312.0");
    }

    #[test]
    fn what_is_the_same_on_every_day_is_not_divided_by_days() {
        let mut atlas = fixture::atlas();
        let officers = atlas.metric("officers").unwrap().id.clone();
        for metric in &mut atlas.metrics {
            if metric.id == officers {
                metric.not_per = vec![Divisor::Day];
            }
        }
        let (operation, metric) = (
            atlas.operation("liberterra-3").unwrap(),
            atlas.metric("officers").unwrap(),
        );
        let said = |measure| measured(&atlas, operation, metric, measure, None).short();
        assert_eq!(said(Measure::Total), "> 14,000");
        assert_eq!(said(Measure::PerDay), "not counted by the day");
        assert_eq!(said(Measure::PerCountry), "> 117.6");
        assert!(why_not(&atlas, &[operation], &[metric], Measure::PerDay).is_some());
    }

    #[test]
    fn a_sign_goes_through_every_measure() {
        assert_eq!(
            short("liberterra-2", "database_checks", Measure::PerDay),
            "nearly 1,333,333"
        );
        assert_eq!(
            short(
                "liberterra-2",
                "arrests_trafficking_smuggling",
                Measure::Share
            ),
            "33.8 %"
        );
        assert_eq!(
            short(
                "liberterra-3",
                "arrests_trafficking_smuggling",
                Measure::Share
            ),
            "> 48.1 %"
        );
    }

    #[test]
    fn change_is_measured_from_the_base() {
        assert_eq!(short("liberterra-3", "arrests", Measure::Change), "+48.7 %");
        assert_eq!(
            short(
                "liberterra-3",
                "arrests_trafficking_smuggling",
                Measure::Change
            ),
            "> +111.8 %"
        );
        assert_eq!(short("liberterra-2", "arrests", Measure::Change), "base");
    }

    #[test]
    fn what_has_no_number_gets_none() {
        assert_eq!(
            short("liberterra-2", "officers", Measure::Total),
            "thousands"
        );
        assert_eq!(
            short("liberterra-2", "officers", Measure::PerDay),
            "no number stated"
        );
        assert_eq!(
            short("liberterra-3", "database_checks", Measure::Total),
            "not reported"
        );
        assert_eq!(
            short("liberterra-3", "database_checks", Measure::PerDay),
            "not reported"
        );
    }
}
