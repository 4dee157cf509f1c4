//! The text of a press release: every number in it with the words that make its sign, and what it
//! may count; days, countries and operations it names. No model and no network: rules, in English,
//! French and Spanish. What is found is offered; nothing is a figure until somebody says so.
//!
//! The way: `text` makes a text of a file (`page`, `pdf`), `about` tells the publication that it is,
//! `tokens` its words. In `finding`, `names` and `dates` take
//! what they know, `numbers` has the parser of quantities read the rest, `beside` sorts out what is
//! no result, and `counted` suggests a metric. `confirmed` makes an import of what somebody confirmed.
//! The words that releases are written in stand beside the rules that read them; the room `words`
//! holds what the program itself says.

mod about;
mod ages;
mod beside;
mod change;
mod cities;
mod confirmed;
mod counted;
mod dates;
mod event;
mod finding;
mod money;
mod names;
mod number;
mod numbers;
mod opened;
mod page;
mod pdf;
mod sentences;
mod sifted;
mod text;
mod tokens;
mod told;

use std::ops::Range;

pub use beside::Beside;
pub use confirmed::{Confirmed, Taken};
pub use counted::Counted;
pub use dates::{Named, NamedDays};
pub use event::Event;
pub use names::{Listed, NamedOperation};
pub use opened::{LONGEST, Opened, TextFault};
pub use sifted::{Sifted, Verdict};
pub use text::{ENDINGS, is_text_name, text};

use super::built_in;
use super::form::SourceFields;
use super::metrics::Metrics;
use crate::file::Decimal;
use crate::model::{Country, Dataset, MetricId, OperationId, Quantity};
use finding::Finding;

/// A release that was read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Release {
    /// The name of its file; empty where it was pasted.
    pub name: String,
    /// Its text.
    pub text: String,
    /// What was found in it, in the order of the text; none reaches into another.
    pub marks: Vec<Mark>,
    /// What its numbers may count: id and label.
    pub metrics: Vec<(MetricId, String)>,
    /// The publication that it is, as far as it tells.
    pub source: SourceFields,
    /// The place of the day on which it was published, which is none of an operation.
    pub published: Option<usize>,
    /// Where its lines begin.
    lines: Vec<usize>,
    /// The operations that are known beside those of the dataset, with their names.
    known: Vec<(OperationId, String)>,
}

/// Something found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands, in bytes.
    pub span: Range<usize>,
    /// Where the sentence stands that it is in.
    pub sentence: Range<usize>,
    /// What it is.
    pub what: What,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// A number.
    Number(Number),
    /// Days.
    Days(NamedDays),
    /// A country, or the one that a city is in.
    Country(Country),
    /// A list of countries.
    Countries(Listed),
    /// An operation.
    Operation(NamedOperation),
}

/// A number with what it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The quantity; `None` where none can be told for certain.
    pub quantity: Option<Quantity>,
    /// The sign that would have to stand before decimals for that, where the text is written as if
    /// the other did: the number has two readings.
    pub doubt: Option<Decimal>,
    /// Why it is not offered as a figure; `None` where it is.
    pub beside: Option<Beside>,
    /// What it probably counts.
    pub counted: Option<Counted>,
    /// Of which operation it probably is.
    pub operation: Option<OperationId>,
    /// Whether it tells of one event rather than of all that the operation did.
    pub of_event: bool,
}

impl Number {
    /// Whether it is offered as a figure.
    pub fn is_offered(&self) -> bool {
        self.beside.is_none() && self.quantity.is_some()
    }
}

impl Release {
    /// Reads a text. `open` are the datasets beside the one that figures go into.
    pub fn of(name: &str, opened: impl Into<Opened>, dataset: &Dataset, open: &[&Dataset]) -> Self {
        let Opened { text, source } = opened.into();
        let all = [dataset]
            .into_iter()
            .chain(open.iter().copied())
            .chain(built_in::datasets());
        let mut known: Vec<(OperationId, String)> = Vec::new();
        for operation in all.flat_map(|one| &one.operations) {
            if !known.iter().any(|(id, _)| *id == operation.id) {
                known.push((operation.id.clone(), operation.name.clone()));
            }
        }
        let metrics = Metrics::of_dataset(dataset);
        let mut marks = Finding::of(&text, &known, &metrics).marks();
        event::note(&text, &mut marks);
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            metrics: (metrics.each_once().into_iter())
                .map(|one| (one.id, one.label))
                .collect(),
            lines: [0].into_iter().chain(breaks).collect(),
            name: name.to_owned(),
            published: about::published(&text, &marks).map(|(at, _)| at),
            source: about::told(&text, &marks, source),
            text,
            marks,
            known,
        }
    }

    /// The number of a mark; `None` where it is something else.
    pub fn number(&self, mark: usize) -> Option<&Number> {
        match &self.marks.get(mark)?.what {
            What::Number(number) => Some(number),
            What::Days(_) | What::Country(_) | What::Countries(_) | What::Operation(_) => None,
        }
    }

    /// What a mark marks, as it stands in the text.
    pub fn marked(&self, mark: &Mark) -> &str {
        self.text.get(mark.span.clone()).unwrap_or("")
    }

    /// As much of the sentence of a mark as a citation may be.
    pub fn excerpt(&self, mark: &Mark) -> String {
        sentences::excerpt(&self.text, &mark.sentence, &mark.span)
    }

    /// The line and the column of a mark, both from 1.
    pub fn place(&self, mark: &Mark) -> (usize, usize) {
        let line = self
            .lines
            .partition_point(|start| *start <= mark.span.start);
        let start = line.checked_sub(1).and_then(|at| self.lines.get(at));
        let before = self
            .text
            .get(*start.unwrap_or(&0)..mark.span.start)
            .unwrap_or("");
        (line, before.chars().count() + 1)
    }

    /// The first operation that the text names and that is known; its name's id where none is.
    pub fn first_operation(&self) -> Option<OperationId> {
        let named = self.marks.iter().filter_map(|mark| match &mark.what {
            What::Operation(operation) => Some(operation),
            What::Number(_) | What::Days(_) | What::Country(_) | What::Countries(_) => None,
        });
        let mut known = named.clone().filter(|one| one.id.is_some());
        known
            .next()
            .or_else(|| named.clone().next())
            .map(NamedOperation::id)
    }

    /// The operations that the text names, each once, in its order.
    pub fn operations(&self) -> Vec<OperationId> {
        let mut all: Vec<OperationId> = Vec::new();
        for mark in &self.marks {
            if let What::Operation(operation) = &mark.what
                && !all.contains(&operation.id())
            {
                all.push(operation.id());
            }
        }
        all
    }

    /// The operation that somebody means by an id or a name.
    pub fn operation_called(&self, called: &str) -> OperationId {
        let name = super::reading::bare(called);
        let known = self
            .known
            .iter()
            .find(|(id, known)| id.as_str() == called || super::reading::bare(known) == name);
        known.map_or_else(|| names::id_of(&name), |(id, _)| id.clone())
    }

    /// The one year that the text names most; for days that it names without.
    pub fn year(&self) -> Option<u32> {
        let years = self.marks.iter().filter_map(|mark| match &mark.what {
            What::Days(days) => days.first.year,
            What::Number(number) if number.beside == Some(Beside::Year) => {
                self.marked(mark).parse().ok()
            }
            What::Number(_) | What::Country(_) | What::Countries(_) | What::Operation(_) => None,
        });
        let years: Vec<u32> = years.collect();
        let count = |year: u32| years.iter().filter(|one| **one == year).count();
        years
            .iter()
            .copied()
            .max_by_key(|year| (count(*year), *year))
    }
}
