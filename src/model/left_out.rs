//! What a problem costs: which part of a dataset goes, and what pictures and tables lack then.

use std::collections::BTreeSet;

use super::fault::Noun;
use super::ids::{MetricId, OperationId};

/// What a problem keeps from being used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// What goes.
    pub part: Part,
    /// The record it is or stands in, by kind and id; `None` where that is not known.
    pub record: Option<(Noun, String)>,
    /// The record's own field in which the problem stands; `None` where it is the record.
    pub field: Option<String>,
    /// The figure of an operation in which it stands.
    pub figure: Option<MetricId>,
    /// What is lost with it; nothing where all of it is said elsewhere.
    pub lost: BTreeSet<Lost>,
    /// What rests on the record and goes with it: how many of each.
    pub rests: Vec<(Noun, usize)>,
}

/// The part of a dataset that goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// What the problem is about.
    It,
    /// The second of two, and what it alone says.
    Second,
    /// The second of two that say the same: nothing is lost with it.
    Repeated,
    /// What follows the part that is used.
    Rest,
    /// The one that the problem is about or stands in.
    This(Noun),
    /// The only one of its kind there.
    The(Noun),
    /// A field of the record.
    Field(&'static str),
    /// A figure with all its reports.
    Figure(MetricId),
}

impl LeftOut {
    /// A part of which no more is known.
    pub fn part(part: Part) -> Self {
        Self {
            part,
            record: None,
            field: None,
            figure: None,
            lost: [Lost::Other].into(),
            rests: Vec::new(),
        }
    }

    /// A record as a whole.
    pub fn whole(part: Part, noun: Noun, id: &str) -> Self {
        Self {
            record: Some((noun, id.to_owned())),
            lost: [Lost::record(noun, id)].into(),
            ..Self::part(part)
        }
    }
}

/// What pictures or tables lack for a problem.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lost {
    /// An operation as a whole.
    Operation(OperationId),
    /// All figures of an operation.
    Figures(OperationId),
    /// A figure of an operation, or a report of it.
    Figure(OperationId, MetricId),
    /// When an operation ran.
    Days(OperationId),
    /// How long an operation ran.
    Length(OperationId),
    /// How many countries took part in an operation, or which.
    Countries(OperationId),
    /// What a metric is a part of.
    Whole(MetricId),
    /// What only tables show.
    Other,
}

impl Lost {
    /// A record as a whole.
    pub fn record(noun: Noun, id: &str) -> Self {
        if noun == Noun::Operation {
            Self::Operation(id.into())
        } else {
            Self::Other
        }
    }

    /// The operation of which a part is lost.
    pub fn part_of(&self) -> Option<&OperationId> {
        match self {
            Self::Figures(id)
            | Self::Figure(id, _)
            | Self::Days(id)
            | Self::Length(id)
            | Self::Countries(id) => Some(id),
            Self::Operation(_) | Self::Whole(_) | Self::Other => None,
        }
    }
}
