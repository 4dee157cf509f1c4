//! From one operation's figure to another's.

use super::change::{WhyNot, difference, per_cent_change};
use super::measure::{Measured, Value};
use crate::model::Amount;

/// From a base operation's figure to another's, both on one footing.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// The base operation's figure.
    pub from: Measured<'a>,
    /// The other operation's.
    pub to: Measured<'a>,
    /// How much it changed, in the figure's own unit; `None` when nothing can be said.
    pub absolute: Option<Amount>,
    /// The change in per cent of the base's figure, or why none can be stated.
    pub per_cent: Result<Amount, NoChange>,
}

/// Why no change in per cent can be stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoChange {
    /// No source states either figure.
    NeitherReported,
    /// No source states the figure at this end.
    NotReported(End),
    /// The figure cannot be counted in the operation at this end.
    NotApplicable(End),
    /// A problem keeps the figure at this end from being used.
    LeftOut(End),
    /// The figure at this end has no number.
    NoNumber(End),
    /// Both are stated in numbers, which cannot be put on this footing or compared.
    NotComputable(WhyNot),
}

/// An end of a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The base's figure.
    Before,
    /// The other one.
    After,
}

impl<'a> Step<'a> {
    /// The step between two figures of one metric.
    pub fn between(from: Measured<'a>, to: Measured<'a>) -> Self {
        let missing = |measured: &Measured<'_>, end: End| match measured.value {
            Value::NotReported => NoChange::NotReported(end),
            Value::NotApplicable => NoChange::NotApplicable(end),
            Value::LeftOut => NoChange::LeftOut(end),
            Value::Unnumbered(_) | Value::NotComputable(WhyNot::NoNumber) | Value::Number(_) => {
                NoChange::NoNumber(end)
            }
            Value::NotComputable(why) => NoChange::NotComputable(why),
        };
        let (absolute, per_cent) = match (from.amount(), to.amount()) {
            (Some(base), Some(amount)) => {
                let per_cent = per_cent_change(amount, base);
                let clear = per_cent != Err(WhyNot::NotClear);
                let absolute = difference(amount, base).filter(|_| clear);
                (absolute, per_cent.map_err(NoChange::NotComputable))
            }
            (None, None) if from.value == Value::NotReported && to.value == Value::NotReported => {
                (None, Err(NoChange::NeitherReported))
            }
            // What the dataset states is never passed over for what nobody does.
            (None, None) if from.value == Value::NotReported && to.value == Value::LeftOut => {
                (None, Err(NoChange::LeftOut(End::After)))
            }
            (None, _) => (None, Err(missing(&from, End::Before))),
            (Some(_), None) => (None, Err(missing(&to, End::After))),
        };
        Self {
            from,
            to,
            absolute,
            per_cent,
        }
    }

    /// The change in per cent as a value of its own.
    pub fn value(&self) -> Value {
        match self.per_cent {
            Ok(amount) => Value::Number(amount),
            Err(NoChange::NeitherReported | NoChange::NotReported(_)) => Value::NotReported,
            Err(NoChange::NotApplicable(_)) => Value::NotApplicable,
            Err(NoChange::LeftOut(_)) => Value::LeftOut,
            Err(NoChange::NoNumber(_)) => Value::NotComputable(WhyNot::NoNumber),
            Err(NoChange::NotComputable(why)) => Value::NotComputable(why),
        }
    }
}
