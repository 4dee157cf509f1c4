//! Measures, and figures under them: "419.5", "more than 48.1 % of all arrests", "not reported".

use super::change_amounts::{change, change_words, not_certain};
use super::names::all_of;
use super::per_cents;
use crate::model::{Amount, Dispute, Divisor, Grade, Open};
use crate::query::change::WhyNot;
use crate::query::measure::{Disputed, Measure, Measured, Unfit, Value};
use crate::words::numerals::decimals_for;

impl Measure {
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

    /// How a metric's unit reads under this measure: "people", "people per operation day", "% of
    /// all arrests"; `whole` is the label of what it is a part of.
    pub fn unit(self, unit: &str, whole: Option<&str>) -> String {
        match (self, whole) {
            (Self::Total | Self::PerDay | Self::PerCountry, _) => {
                format!("{unit}{}", self.footing())
            }
            (Self::Share, Some(whole)) => format!("% of {}", all_of(whole)),
            (Self::Share, None) | (Self::Change, _) => "%".to_owned(),
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
    pub fn suffix(self) -> &'static str {
        match self {
            Self::Total | Self::PerDay | Self::PerCountry => "",
            Self::Share | Self::Change => " %",
        }
    }
}

/// What stands where the dataset states a figure that a problem keeps from being used.
const LEFT_OUT: &str = "left out";

/// That it cannot be counted in an operation.
const NOT_APPLICABLE: &str = "not applicable";

impl WhyNot {
    /// In a few words: "days not known".
    pub fn words(self) -> &'static str {
        match self {
            Self::NoNumber => "no number stated",
            Self::NotCountedBy(Divisor::Day) => "not counted by the day",
            Self::NotCountedBy(Divisor::Country) => "not counted by country",
            Self::LeftOut(Disputed::Figure) => LEFT_OUT,
            Self::LeftOut(Disputed::Days) => "days left out",
            Self::LeftOut(Disputed::Countries) => "countries left out",
            Self::LeftOut(Disputed::Whole) => "whole left out",
            Self::LeftOut(Disputed::Base) => "base left out",
            Self::DaysNotKnown => "days not known",
            Self::CountriesNotReported => "countries not reported",
            Self::CountriesWithoutNumber => "countries without a number",
            Self::NothingToDivideBy => "nothing to divide by",
            Self::TooLoose => "too loosely stated",
            Self::NotAPart => "not a part of another metric",
            Self::MoreThanWhole => "stated as more than its whole",
            Self::WholeNotReported => "whole not reported",
            Self::WholeNotApplicable => "whole not applicable",
            Self::WholeWithoutNumber => "whole without a number",
            Self::NoBase => "no base chosen",
            Self::Base => "base",
            Self::BaseNotReported => "base not reported",
            Self::BaseNotApplicable => "base not applicable",
            Self::BaseWithoutNumber => "base without a number",
            Self::NoPerCentOfZero => "no per cent of zero",
            Self::NotClear => "up or down, not certain",
        }
    }
}

impl Unfit {
    /// A sentence without its full stop that says what to do where something can be done.
    pub fn sentence(self) -> &'static str {
        match self {
            Self::NotCountedBy(Divisor::Day) => {
                "The chosen figures are not counted by the day; choose another"
            }
            Self::NotCountedBy(Divisor::Country) => {
                "The chosen figures are not counted by country; choose another"
            }
            Self::DaysNotKnown => "The days of these operations are not known",
            Self::CountriesNotReported => "How many countries took part is not reported",
            Self::CountriesWithoutNumber => {
                "How many countries took part is stated without a number"
            }
            Self::NoParts => "None of these metrics is a part of another",
            Self::OneOperation => "A change needs two operations",
        }
    }
}

impl Measured<'_> {
    /// As a mark's label: "2,517", "> 48.1 %", "+48.7 %", "thousands", "not reported".
    pub fn short(&self) -> String {
        match self.value {
            Value::Number(amount) if self.measure == Measure::Change => {
                format!("{}{}", change(amount), not_certain(amount))
            }
            Value::Number(amount) => self.number_text(amount, Amount::short),
            Value::Unnumbered(quantity) => quantity.short(),
            Value::NotReported => "not reported".to_owned(),
            Value::NotApplicable => NOT_APPLICABLE.to_owned(),
            Value::LeftOut => LEFT_OUT.to_owned(),
            Value::NotComputable(WhyNot::NoPerCentOfZero) => match self.report {
                Some(report) => format!("from 0 to {}", report.quantity.short()),
                None => WhyNot::NoPerCentOfZero.words().to_owned(),
            },
            Value::NotComputable(why) => why.words().to_owned(),
        }
    }

    /// "more than 48.1 % of all arrests", "thousands, no number stated", "not reported".
    pub fn words(&self) -> String {
        match self.value {
            Value::Number(amount) if self.measure == Measure::Change => {
                change_words(amount, self.measure.footing())
            }
            Value::Number(_) => match self.whole {
                Some(whole) => format!("{} of {}", self.plain_words(), all_of(whole)),
                None => format!("{}{}", self.plain_words(), self.measure.footing()),
            },
            Value::Unnumbered(quantity) => format!("{}, no number stated", quantity.words()),
            Value::NotReported
            | Value::NotApplicable
            | Value::LeftOut
            | Value::NotComputable(_) => self.short(),
        }
    }

    /// The number in words without its footing: "more than 48.1 %".
    pub fn plain_words(&self) -> String {
        match self.value {
            Value::Number(amount) if self.measure == Measure::Change => change_words(amount, ""),
            Value::Number(amount) => self.number_text(amount, Amount::words),
            Value::Unnumbered(_)
            | Value::NotReported
            | Value::NotApplicable
            | Value::LeftOut
            | Value::NotComputable(_) => self.words(),
        }
    }

    fn number_text(&self, amount: Amount, write: fn(Amount, usize) -> String) -> String {
        match self.measure {
            Measure::Share | Measure::Change => per_cents::share(amount, write),
            Measure::Total | Measure::PerDay | Measure::PerCountry => {
                write(amount, self.decimals(amount))
            }
        }
    }

    /// How many decimals its number is written with.
    pub(super) fn decimals(&self, amount: Amount) -> usize {
        let decimals = decimals_for(amount.number());
        match self.measure {
            Measure::Total => 0,
            // What is only about right has a digit less to spare.
            Measure::PerDay | Measure::PerCountry
                if matches!(amount.open(), Open::Around | Open::Below) =>
            {
                decimals.saturating_sub(1)
            }
            Measure::PerDay | Measure::PerCountry => decimals,
            Measure::Share | Measure::Change => per_cents::decimals(amount),
        }
    }
}

/// What follows a number in speech on whose parts sources disagree: "; 1 official report disagrees
/// on the days", or nothing.
pub(super) fn dispute_words(disputes: &[(Disputed, Dispute)]) -> String {
    let order = [
        (Disputed::Figure, ""),
        (Disputed::Whole, " on the whole"),
        (Disputed::Base, " on the base’s figure"),
        (Disputed::Days, " on the days"),
        (Disputed::Countries, " on the number of countries"),
    ];
    let found = order.into_iter().filter_map(|(wanted, on)| {
        let (_, dispute) = disputes.iter().find(|(on, _)| *on == wanted)?;
        Some(who_disagrees(*dispute, on))
    });
    found.collect()
}

/// "; 1 official report disagrees", "; 3 reports disagree, the firmest a reprint"; "; sources
/// disagree" where the report shown agrees with each.
fn who_disagrees(dispute: Dispute, on: &str) -> String {
    let best = dispute.best.map_or("report", Grade::of_report);
    match dispute.contradicting {
        0 => format!("; sources disagree{on}"),
        1 => format!("; 1 {best} disagrees{on}"),
        several => {
            let an = if dispute.best == Some(Grade::Official) {
                "an"
            } else {
                "a"
            };
            format!("; {several} reports disagree{on}, the firmest {an} {best}")
        }
    }
}

impl Grade {
    /// A report of this grade, without an article.
    fn of_report(self) -> &'static str {
        match self {
            Self::Official => "official report",
            Self::Reprint => "reprint",
            Self::News => "news report",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;
    use crate::query::measure::{measured, why_not};

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
    fn a_spoken_share_names_its_whole_and_everything_sources_differ_on() {
        let atlas = fixture::atlas();
        let operation = atlas.operation("liberterra-2").unwrap();
        let metric = atlas.metric("arrests_trafficking_smuggling").unwrap();
        let share = measured(&atlas, operation, metric, Measure::Share, None);
        assert_eq!(share.words(), "33.8 % of all arrests");
        let dispute = Dispute::default();
        let both = [(Disputed::Figure, dispute), (Disputed::Base, dispute)];
        assert_eq!(
            dispute_words(&both),
            "; sources disagree; sources disagree on the base’s figure"
        );
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
