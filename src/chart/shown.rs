//! Everything a picture shows, each once and in reading order: what it is about, its value, what
//! stands beside its mark, whether sources disagree, what is read aloud. Marks, table, copied text,
//! files and screen readers all take it from here.

use std::collections::BTreeMap;

use super::asked::Asked;
use crate::model::{Amount, Country, Days, Metric, Operation};
use crate::query::measure::{Disputed, Disputes, Measure, Measured, Value};
use crate::words::{self, Footnote};

/// One thing that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// What it is about.
    pub subject: Subject,
    /// Its value.
    pub value: Value,
    /// What stands beside its mark, without the star: "> 1,800", "not reported".
    pub label: String,
    /// The value in words: "more than 1,800".
    pub words: String,
    /// What it rests on of which the dataset states something that a problem keeps from being
    /// used; empty for nothing.
    pub left_out: Vec<Disputed>,
    /// On what sources disagree, of all that the value rests on; empty for nothing.
    pub disputes: Disputes,
    /// What a screen reader says, and the pointer is told.
    pub spoken: String,
}

/// What a thing in a picture is about. Operations and metrics are named by their places in the
/// picture's own lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// A figure of an operation, on a footing.
    Figure {
        /// Which of the picture's operations.
        operation: usize,
        /// Which of the picture's metrics.
        metric: usize,
        /// What the figure is put on.
        measure: Measure,
    },
    /// How many days an operation ran.
    Days {
        /// Which of the picture's operations.
        operation: usize,
    },
    /// How many countries took part in an operation.
    Countries {
        /// Which of the picture's operations.
        operation: usize,
    },
    /// In how many of the picture's operations a country took part.
    Country(Country),
    /// What is known of the part a country took in an operation.
    TakingPart {
        /// The country.
        country: Country,
        /// Which of the picture's operations.
        operation: usize,
    },
}

impl Subject {
    /// The place of its operation among the picture's; `None` where it is about several.
    pub fn operation(self) -> Option<usize> {
        match self {
            Self::Figure { operation, .. }
            | Self::Days { operation }
            | Self::Countries { operation }
            | Self::TakingPart { operation, .. } => Some(operation),
            Self::Country(_) => None,
        }
    }
}

impl Shown {
    /// The number, where there is one.
    pub fn amount(&self) -> Option<Amount> {
        self.value.amount()
    }

    /// Whether a star stands beside it.
    pub fn is_starred(&self) -> bool {
        !self.disputes.is_empty()
    }

    /// The label with its star: "2,517 *".
    pub fn starred(&self) -> String {
        words::starred(&self.label, self.is_starred())
    }
}

/// An operation that a picture speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationShown {
    /// Its id.
    pub id: String,
    /// Its name, which no other operation of the picture has.
    pub name: String,
    /// When it ran, in words; empty where that is not known.
    pub days: String,
    /// Its number in the atlas, which gives its colour.
    pub place: usize,
    /// Whether it only stands beside those that stand out, in grey.
    pub quiet: bool,
    /// Whether a person pinned it.
    pub pinned: bool,
}

/// A metric that a picture speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MetricShown {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// What is counted.
    pub unit: String,
    /// What it counts and what not.
    pub definition: String,
    /// The label of the metric it is a part of; `None` where it is a part of none.
    pub whole: Option<String>,
}

/// The list while a kind of chart fills it.
#[derive(Debug, Default)]
pub(super) struct Listing {
    /// Everything shown, in reading order.
    pub shown: Vec<Shown>,
    /// The operations spoken of, in the order first met.
    pub operations: Vec<OperationShown>,
    /// The metrics spoken of, in the order first met.
    pub metrics: Vec<MetricShown>,
    /// What has no place among the marks.
    pub footnotes: Vec<Footnote>,
    places: BTreeMap<usize, usize>,
    metric_places: BTreeMap<String, usize>,
}

impl Listing {
    /// Adds a figure that was put on the picture's own footing; returns its place in the list.
    pub fn add(
        &mut self,
        asked: &Asked<'_>,
        operation: &Operation,
        metric: &Metric,
        measured: &Measured<'_>,
    ) -> usize {
        let spoken = words::spoken_figure(metric, operation, measured);
        self.add_said(asked, operation, metric, measured, spoken)
    }

    /// As [`Self::add`], with what is read aloud.
    pub fn add_said(
        &mut self,
        asked: &Asked<'_>,
        operation: &Operation,
        metric: &Metric,
        measured: &Measured<'_>,
        spoken: String,
    ) -> usize {
        let subject = Subject::Figure {
            operation: self.operation(asked, operation),
            metric: self.metric(asked, metric),
            measure: measured.measure,
        };
        self.push(Shown {
            subject,
            value: measured.value,
            label: measured.short(),
            words: measured.words(),
            left_out: measured.left_out.clone(),
            disputes: measured.disputes.clone(),
            spoken,
        })
    }

    /// Adds something; returns its place in the list.
    pub fn push(&mut self, shown: Shown) -> usize {
        self.shown.push(shown);
        self.shown.len() - 1
    }

    /// The place of an operation among those spoken of.
    pub fn operation(&mut self, asked: &Asked<'_>, operation: &Operation) -> usize {
        let place = asked.atlas.place(operation).unwrap_or(0);
        let operations = &mut self.operations;
        *self.places.entry(place).or_insert_with(|| {
            operations.push(OperationShown {
                id: operation.id.to_string(),
                name: operation.name.clone(),
                days: operation.days.map_or_else(String::new, Days::words),
                place,
                quiet: asked.stand_out.is_quiet(operation),
                pinned: asked.is_pinned(operation),
            });
            operations.len() - 1
        })
    }

    /// The place of a metric among those spoken of.
    pub fn metric(&mut self, asked: &Asked<'_>, metric: &Metric) -> usize {
        let metrics = &mut self.metrics;
        let id = metric.id.to_string();
        *self.metric_places.entry(id.clone()).or_insert_with(|| {
            metrics.push(MetricShown {
                id,
                label: metric.label.clone(),
                unit: metric.unit.clone(),
                definition: metric.definition.clone(),
                whole: asked
                    .atlas
                    .whole_of(metric)
                    .map(|whole| whole.label.clone()),
            });
            metrics.len() - 1
        })
    }

    /// The number of something in the list, where it has one.
    pub fn amount(&self, figure: usize) -> Option<Amount> {
        self.shown[figure].amount()
    }
}
