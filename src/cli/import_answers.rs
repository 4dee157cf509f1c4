//! What the flags of `opatlas import` answer of what is asked.

use super::{DateKind, DecimalKind, GradeKind, ImportArguments};
use crate::file::Decimal;
use crate::import::{Answers, Meaning};
use crate::model::Grade;

/// What stands for every column whose head says nothing.
const EVERY_OTHER: &str = "*";

/// The answers that were given.
pub(super) fn answers(arguments: &ImportArguments) -> Answers {
    let meanings = arguments.column.iter().filter_map(|answer| {
        let (name, meaning) = answer.rsplit_once('=')?;
        Some((name.to_owned(), Meaning::from_key(meaning.trim())))
    });
    let rest = (EVERY_OTHER.to_owned(), Meaning::Nothing);
    let (rest, meanings): (Vec<_>, Vec<_>) = meanings.partition(|answer| *answer == rest);
    Answers {
        meanings,
        passes_over_rest: !rest.is_empty(),
        decimal: arguments.decimal.map(DecimalKind::decimal),
        day_first: arguments.dates.map(|dates| dates == DateKind::DayFirst),
        source: arguments.source.clone().map(Into::into),
        new_source: None,
        operation: arguments.operation.clone(),
        grade: arguments.grade.map(|grade| match grade {
            GradeKind::Official => Grade::Official,
            GradeKind::Reprint => Grade::Reprint,
            GradeKind::News => Grade::News,
        }),
    }
}

impl DecimalKind {
    pub(super) fn decimal(self) -> Decimal {
        match self {
            Self::Point => Decimal::Point,
            Self::Comma => Decimal::Comma,
        }
    }
}
