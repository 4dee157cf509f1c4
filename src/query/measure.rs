//! Measures: how a figure is put on a common footing.

use serde::{Deserialize, Serialize};

use super::change::{WhyNot, per_cent_change};
pub use super::disputed::Disputed;
use crate::model::{
    Amount, Atlas, Dispute, Divisor, Metric, MetricId, Open, Operation, Quantity, Report,
};

/// How figures are put on a common footing.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash, Serialize, Deserialize,
)]
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

    /// The footing both ends of a change stand on: a change of a change would say nothing.
    #[must_use]
    pub fn of_ends(self) -> Self {
        match self {
            Self::Change => Self::Total,
            Self::Total | Self::PerDay | Self::PerCountry | Self::Share => self,
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
}

/// A figure under a measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// A number with its sign.
    Number(Amount),
    /// Stated without a number: "thousands".
    Unnumbered(Quantity),
    /// No source states it. Not 0.
    NotReported,
    /// It cannot be counted in the operation, and somebody says so. Never "not reported".
    NotApplicable,
    /// The dataset states it, but a problem keeps it from being used. Never "not reported".
    LeftOut,
    /// It is reported, but cannot be put on this footing.
    NotComputable(WhyNot),
}

/// Whatever sources disagree on, of all that a number rests on; empty for nothing. A number carries
/// a star where it is not.
pub type Disputes = Vec<(Disputed, Dispute)>;

/// How firmly a figure is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statement {
    /// A number without any sign.
    Exact,
    /// About or nearly.
    Around,
    /// More than or at least.
    Up,
    /// Up to or less than.
    Down,
    /// Between two numbers.
    Within,
    /// "Dozens", "thousands".
    Unnumbered,
    /// The dataset states it, but a problem keeps it from being used.
    LeftOut,
    /// It cannot be counted in the operation.
    NotApplicable,
    /// No source states it.
    NotReported,
}

impl Statement {
    /// Every statement, the firmest first.
    pub const ALL: [Self; 9] = [
        Self::Exact,
        Self::Around,
        Self::Up,
        Self::Down,
        Self::Within,
        Self::Unnumbered,
        Self::LeftOut,
        Self::NotApplicable,
        Self::NotReported,
    ];

    /// How firmly a value is stated.
    pub fn of(value: Value) -> Self {
        match value {
            Value::Number(amount) => match amount.open() {
                Open::No => Self::Exact,
                Open::Around | Open::Below => Self::Around,
                Open::Up => Self::Up,
                Open::Down => Self::Down,
                Open::Within => Self::Within,
            },
            Value::Unnumbered(_) => Self::Unnumbered,
            Value::LeftOut => Self::LeftOut,
            Value::NotApplicable => Self::NotApplicable,
            Value::NotReported | Value::NotComputable(_) => Self::NotReported,
        }
    }
}

impl Value {
    /// The number, where it is one.
    pub fn amount(self) -> Option<Amount> {
        match self {
            Self::Number(amount) => Some(amount),
            Self::Unnumbered(_)
            | Self::NotReported
            | Self::NotApplicable
            | Self::LeftOut
            | Self::NotComputable(_) => None,
        }
    }
}

/// One operation's figure of one metric under a measure, with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured<'a> {
    /// The value to show.
    pub value: Value,
    /// The report behind it; `None` when not reported.
    pub report: Option<&'a Report>,
    /// What it is put on.
    pub measure: Measure,
    /// The label of what it is a share of; `None` where it is no share.
    pub whole: Option<&'a str>,
    /// Whatever sources disagree on; nothing where no number is shown.
    pub disputes: Disputes,
    /// The parts it rests on of which the dataset states something that a problem keeps from
    /// being used, whether or not there is a number without it.
    pub left_out: Vec<Disputed>,
}

impl Measured<'_> {
    /// Whether sources disagree on anything it rests on.
    pub fn is_starred(&self) -> bool {
        !self.disputes.is_empty()
    }

    /// The number, where it has one.
    pub fn amount(&self) -> Option<Amount> {
        self.value.amount()
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
    let report = atlas.figure(operation, &metric.id);
    let left_out = left_out(atlas, operation, metric, measure, base);
    let instead = |why: WhyNot| match why {
        WhyNot::DaysNotKnown => Some(Disputed::Days),
        WhyNot::CountriesNotReported => Some(Disputed::Countries),
        WhyNot::WholeNotReported | WhyNot::WholeNotApplicable | WhyNot::NotAPart => {
            Some(Disputed::Whole)
        }
        WhyNot::BaseNotReported | WhyNot::BaseNotApplicable => Some(Disputed::Base),
        WhyNot::NoNumber
        | WhyNot::NotCountedBy(_)
        | WhyNot::LeftOut(_)
        | WhyNot::NothingToDivideBy
        | WhyNot::TooLoose
        | WhyNot::MoreThanWhole
        | WhyNot::CountriesWithoutNumber
        | WhyNot::WholeWithoutNumber
        | WhyNot::NoBase
        | WhyNot::Base
        | WhyNot::BaseWithoutNumber
        | WhyNot::NoPerCentOfZero
        | WhyNot::NotClear => None,
    };
    let why = |why: WhyNot| match instead(why).filter(|part| left_out.contains(part)) {
        Some(part) => WhyNot::LeftOut(part),
        None => why,
    };
    let value = match report.map(|report| (report.quantity, report.quantity.amount())) {
        None if left_out.contains(&Disputed::Figure) => Value::LeftOut,
        None if operation.not_applicable(metric.id.as_str()).is_some() => Value::NotApplicable,
        None => Value::NotReported,
        Some((_, Some(amount))) => put_on_footing(atlas, operation, metric, measure, base, amount)
            .map_or_else(|reason| Value::NotComputable(why(reason)), Value::Number),
        Some((quantity, None)) => match measure {
            Measure::Total => Value::Unnumbered(quantity),
            Measure::PerDay | Measure::PerCountry | Measure::Share | Measure::Change => {
                Value::NotComputable(WhyNot::NoNumber)
            }
        },
    };
    let disputes = match value {
        Value::NotReported | Value::NotApplicable | Value::LeftOut => Vec::new(),
        Value::NotComputable(why) if why != WhyNot::Base => Vec::new(),
        Value::Number(_) | Value::Unnumbered(_) | Value::NotComputable(_) => {
            disputes(atlas, operation, metric, measure, base)
        }
    };
    Measured {
        value,
        report,
        measure,
        whole: atlas
            .whole_of(metric)
            .filter(|_| measure == Measure::Share)
            .map(|whole| whole.label.as_str()),
        disputes,
        left_out,
    }
}

/// The parts that a number rests on of which something is left out because of a problem.
fn left_out(
    atlas: &Atlas,
    operation: &Operation,
    metric: &Metric,
    measure: Measure,
    base: Option<&Operation>,
) -> Vec<Disputed> {
    if atlas.gaps.is_empty() {
        return Vec::new();
    }
    let gaps = &atlas.gaps;
    let other = match measure {
        Measure::Total => None,
        Measure::PerDay => Some((Disputed::Days, gaps.has_length(&operation.id))),
        Measure::PerCountry => {
            let lost = gaps.has_countries(&operation.id);
            Some((Disputed::Countries, lost))
        }
        Measure::Share => {
            let whole = metric.part_of.as_ref();
            let lost = whole.is_some_and(|whole| gaps.has_figure(&operation.id, whole));
            Some((Disputed::Whole, lost || gaps.has_whole(&metric.id)))
        }
        Measure::Change => {
            let base = base.filter(|base| base.id != operation.id);
            let lost = base.is_some_and(|base| gaps.has_figure(&base.id, &metric.id));
            Some((Disputed::Base, lost))
        }
    };
    let own = (Disputed::Figure, gaps.has_figure(&operation.id, &metric.id));
    let parts = [Some(own), other].into_iter().flatten();
    parts
        .filter_map(|(part, lost)| lost.then_some(part))
        .collect()
}

/// Whatever sources disagree on of all that a number rests on: what is counted, and what that is
/// divided by or compared with.
fn disputes(
    atlas: &Atlas,
    operation: &Operation,
    metric: &Metric,
    measure: Measure,
    base: Option<&Operation>,
) -> Disputes {
    let of = |reports: &[Report]| Report::dispute(reports, &atlas.sources);
    let figure =
        |operation: &Operation, metric: &MetricId| of(&operation.figure(metric.as_str())?.reports);
    let other = match measure {
        Measure::Total => None,
        Measure::PerDay => Some((Disputed::Days, days_dispute(operation))),
        Measure::PerCountry => Some((Disputed::Countries, countries_dispute(atlas, operation))),
        Measure::Share => {
            let whole = metric.part_of.as_ref();
            Some((
                Disputed::Whole,
                whole.and_then(|whole| figure(operation, whole)),
            ))
        }
        Measure::Change => base
            .filter(|base| base.id != operation.id)
            .map(|base| (Disputed::Base, figure(base, &metric.id))),
    };
    [
        Some((Disputed::Figure, figure(operation, &metric.id))),
        other,
    ]
    .into_iter()
    .flatten()
    .filter_map(|(on, dispute)| Some((on, dispute?)))
    .collect()
}

/// Whether sources disagree on the days an operation ran. Only a note says that others give others.
pub fn days_dispute(operation: &Operation) -> Option<Dispute> {
    operation.are_days_disputed().then(Dispute::default)
}

/// Whether sources disagree on how many countries took part.
pub fn countries_dispute(atlas: &Atlas, operation: &Operation) -> Option<Dispute> {
    Report::dispute(&operation.countries.count, &atlas.sources)
}

fn put_on_footing(
    atlas: &Atlas,
    operation: &Operation,
    metric: &Metric,
    measure: Measure,
    base: Option<&Operation>,
    amount: Amount,
) -> Result<Amount, WhyNot> {
    match measure {
        Measure::Total => Ok(amount),
        Measure::PerDay => {
            counted_by(metric, Divisor::Day)?;
            let days = days(operation).ok_or(WhyNot::DaysNotKnown)?;
            divided(amount, Amount::exact(f64::from(days)))
        }
        Measure::PerCountry => {
            counted_by(metric, Divisor::Country)?;
            let count = atlas.preferred(&operation.countries.count);
            let count = count.ok_or(WhyNot::CountriesNotReported)?.quantity;
            divided(
                amount,
                count.amount().ok_or(WhyNot::CountriesWithoutNumber)?,
            )
        }
        Measure::Share => {
            let whole = metric.part_of.as_ref().ok_or(WhyNot::NotAPart)?;
            let stated = atlas.figure(operation, whole);
            let none = operation.not_applicable(whole.as_str());
            let none = none.map_or(WhyNot::WholeNotReported, |_| WhyNot::WholeNotApplicable);
            let whole = stated.ok_or(none)?.quantity.amount();
            let whole = whole.ok_or(WhyNot::WholeWithoutNumber)?;
            share(amount, whole)
        }
        Measure::Change => {
            let base = base.ok_or(WhyNot::NoBase)?;
            if base.id == operation.id {
                return Err(WhyNot::Base);
            }
            let none = base.not_applicable(metric.id.as_str());
            let none = none.map_or(WhyNot::BaseNotReported, |_| WhyNot::BaseNotApplicable);
            let base = atlas.figure(base, &metric.id);
            let base = base.ok_or(none)?.quantity.amount();
            per_cent_change(amount, base.ok_or(WhyNot::BaseWithoutNumber)?)
        }
    }
}

fn counted_by(metric: &Metric, divisor: Divisor) -> Result<(), WhyNot> {
    if metric.not_per.contains(&divisor) {
        return Err(WhyNot::NotCountedBy(divisor));
    }
    Ok(())
}

/// What part of its whole a part is, in per cent and never more than all of it, or why that
/// cannot be said.
fn share(part: Amount, whole: Amount) -> Result<Amount, WhyNot> {
    if part.beyond(whole).0 > 0.0 {
        return Err(WhyNot::MoreThanWhole);
    }
    Ok(divided(part, whole)?.times(100.0).at_most(100.0))
}

/// One amount by another, or why that says nothing.
fn divided(amount: Amount, divisor: Amount) -> Result<Amount, WhyNot> {
    if divisor.low().unwrap_or(divisor.number()) <= 0.0 {
        return Err(WhyNot::NothingToDivideBy);
    }
    amount.over(divisor).ok_or(WhyNot::TooLoose)
}

/// How many days it ran; `None` when they are not known.
fn days(operation: &Operation) -> Option<u32> {
    operation.day_count()
}

/// How many countries took part, as preferred; `None` when not reported or without a number.
pub fn countries(atlas: &Atlas, operation: &Operation) -> Option<Amount> {
    atlas
        .preferred(&operation.countries.count)?
        .quantity
        .amount()
}

/// Why a measure makes no sense for a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// None of the figures is counted so.
    NotCountedBy(Divisor),
    /// The days of none of the operations are known.
    DaysNotKnown,
    /// How many countries took part is reported for none.
    CountriesNotReported,
    /// How many countries took part is stated without a number, where it is.
    CountriesWithoutNumber,
    /// None of the metrics is a part of another.
    NoParts,
    /// There is but one operation, or none.
    OneOperation,
}

/// Why a measure makes no sense for a choice; `None` when it does for at least one figure.
pub fn why_not(
    atlas: &Atlas,
    operations: &[&Operation],
    metrics: &[&Metric],
    measure: Measure,
) -> Option<Unfit> {
    let none_counted_by = |divisor| {
        let mut counted = metrics.iter().map(|metric| counted_by(metric, divisor));
        !metrics.is_empty() && counted.all(|counted| counted.is_err())
    };
    match measure {
        Measure::Total => None,
        Measure::PerDay if none_counted_by(Divisor::Day) => Some(Unfit::NotCountedBy(Divisor::Day)),
        Measure::PerCountry if none_counted_by(Divisor::Country) => {
            Some(Unfit::NotCountedBy(Divisor::Country))
        }
        Measure::PerDay => operations
            .iter()
            .all(|operation| days(operation).is_none())
            .then_some(Unfit::DaysNotKnown),
        Measure::PerCountry => {
            let mut counts = operations.iter().map(|one| &one.countries.count);
            let without = (operations.iter()).all(|one| countries(atlas, one).is_none());
            let none_reported = counts.all(Vec::is_empty);
            without.then_some(if none_reported {
                Unfit::CountriesNotReported
            } else {
                Unfit::CountriesWithoutNumber
            })
        }
        Measure::Share => metrics
            .iter()
            .all(|metric| metric.part_of.is_none())
            .then_some(Unfit::NoParts),
        Measure::Change => (operations.len() < 2).then_some(Unfit::OneOperation),
    }
}
