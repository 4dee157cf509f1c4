//! What was typed into a form, field by field: what is known, what is new, what cannot be taken.

use std::collections::{BTreeMap, BTreeSet};

use super::{Field, FigureFields, Form, Refused, Subject};
use crate::file::{DateSaid, QuantitySaid, country_said, date_said, quantity_said};
use crate::import::heads::Metrics;
use crate::import::sources::free_id;
use crate::import::{CellPlace, Given, Incoming};
use crate::model::{
    Atlas, Country, Dataset, Metric, MetricId, OperationId, PartialDate, Quantity, Report,
    SourceId, Trail,
};
use crate::query::search::folded;

/// What a name in a form stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Meant {
    /// Nothing was typed.
    #[default]
    Nothing,
    /// Something of the dataset.
    Own,
    /// Something that another open dataset has, or the program knows.
    Elsewhere,
    /// Something new.
    New,
}

/// What was understood of a form.
#[derive(Debug, Clone, Default)]
pub struct Entered {
    /// What cannot be taken, and why.
    pub refused: BTreeMap<Field, Refused>,
    /// What the name of the operation stands for.
    pub operation: Meant,
    /// What the name of the source stands for.
    pub source: Meant,
    /// What the name of each metric stands for.
    pub metrics: Vec<Meant>,
    /// Each number as it is understood; `None` where none is.
    pub quantities: Vec<Option<Quantity>>,
    /// The source that is meant.
    pub source_id: Option<SourceId>,
    /// The operation that is meant, and the metrics.
    pub of: (Option<OperationId>, Vec<MetricId>),
}

/// Reads a form.
pub(super) fn read(form: &Form, dataset: &Dataset, atlas: &Atlas) -> (Incoming, Entered) {
    let mut reading = Reading {
        form,
        dataset,
        atlas,
        metrics: Metrics::of_dataset(dataset),
        incoming: Incoming::default(),
        entered: Entered::default(),
    };
    let states_count = !form.operation.count.trim().is_empty();
    let operation = (form.subject != Subject::Source).then(|| reading.operation());
    let source: Option<SourceId> = match form.subject {
        Subject::Operation if !states_count && form.source == super::SourceFields::default() => {
            None
        }
        Subject::Figures | Subject::Operation | Subject::Case | Subject::Source => reading.source(),
    };
    if let (Some(Some(operation)), Some(source)) = (&operation, &source) {
        match form.subject {
            Subject::Figures => reading.figures(operation, source),
            Subject::Case => reading.case(operation, source),
            Subject::Operation | Subject::Source => {}
        }
        reading.countries(operation, source);
    } else if form.subject == Subject::Figures {
        // So that each field says what is understood whatever is still lacking.
        reading.figures(&OperationId::default(), &SourceId::default());
    }
    reading.entered.of.0 = operation.flatten();
    reading.entered.source_id = source;
    (reading.incoming, reading.entered)
}

pub(super) struct Reading<'a> {
    pub form: &'a Form,
    pub dataset: &'a Dataset,
    pub atlas: &'a Atlas,
    metrics: Metrics<'a>,
    pub incoming: Incoming,
    pub entered: Entered,
}

/// Where something stands that was typed into a form.
pub(super) fn place() -> CellPlace {
    CellPlace {
        sheet: String::new(),
        row: 0,
        column: None,
    }
}

pub(super) fn some(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

impl Reading<'_> {
    pub(super) fn refuse(&mut self, field: Field, why: Refused) {
        self.entered.refused.insert(field, why);
    }

    /// What stands in a field that is needed.
    pub(super) fn needed(&mut self, field: Field, text: &str) -> Option<String> {
        let text = some(text);
        if text.is_none() {
            self.refuse(field, Refused::Needed);
        }
        text
    }

    pub(super) fn date(&mut self, field: Field, text: &str) -> Option<PartialDate> {
        let text = some(text)?;
        let why = match date_said(&text) {
            DateSaid::One(date) => return Some(date),
            DateSaid::Either(one, other) => Refused::TwoDays([one, other]),
            DateSaid::Unclear => Refused::NoDate,
        };
        self.refuse(field, why);
        None
    }

    /// A number; counts are whole, so that a sign in it stands between thousands.
    pub(super) fn quantity(&mut self, field: Field, text: &str) -> Option<Quantity> {
        let text = some(text)?;
        match quantity_said(&text) {
            QuantitySaid::One(quantity, _) | QuantitySaid::Only(quantity, _) => Some(quantity),
            QuantitySaid::Unclear => {
                self.refuse(field, Refused::NoNumber);
                None
            }
        }
    }

    pub(super) fn country_list(&mut self, field: Field, text: &str) -> Vec<Country> {
        let mut listed: Vec<Country> = Vec::new();
        for name in text.split([',', ';', '\n']).filter_map(some) {
            match country_said(&name) {
                Some(country) if listed.contains(&country) => {}
                Some(country) => listed.push(country),
                None => self.refuse(field, Refused::NoCountry(name)),
            }
        }
        listed
    }

    fn figures(&mut self, operation: &OperationId, source: &SourceId) {
        let mut stated = 0;
        for (at, fields) in self.form.figures.iter().enumerate() {
            if fields.is_empty() {
                self.entered.metrics.push(Meant::Nothing);
                self.entered.quantities.push(None);
                continue;
            }
            stated += 1;
            let (metric, is_known) = if let Some(changed) = &self.form.changed {
                self.entered.metrics.push(Meant::Own);
                (changed.metric.clone(), true)
            } else {
                let metric = self.metric(at, fields);
                let is_known = metric.is_some();
                (metric, is_known)
            };
            let quantity = self.quantity(Field::Number(at), &fields.number);
            if some(&fields.number).is_none() {
                self.refuse(Field::Number(at), Refused::Needed);
            }
            self.entered.quantities.push(quantity);
            let excerpt = some(&fields.excerpt);
            let words = |text: &String| text.split_whitespace().count();
            let words = excerpt.as_ref().map_or(0, words);
            if words > Trail::MOST_WORDS {
                self.refuse(Field::Excerpt(at), Refused::TooLong(words));
            }
            let Some(quantity) = quantity.filter(|_| is_known) else {
                continue;
            };
            let trail = excerpt.map(|excerpt| {
                Box::new(Trail {
                    excerpt: Some(excerpt),
                    ..Trail::default()
                })
            });
            let report = Report {
                wording: some(&fields.wording),
                note: some(&fields.note),
                trail,
                ..Report::of(quantity, source.clone())
            };
            self.incoming.reports.push(Given {
                operation: operation.clone(),
                metric,
                report,
                place: place(),
            });
        }
        if stated == 0 {
            self.refuse(Field::Metric(0), Refused::Needed);
            self.refuse(Field::Number(0), Refused::Needed);
        }
    }

    /// The metric of a line.
    fn metric(&mut self, at: usize, fields: &FigureFields) -> Option<MetricId> {
        let Some(name) = self.needed(Field::Metric(at), &fields.metric) else {
            self.entered.metrics.push(Meant::Nothing);
            return None;
        };
        let same = |one: &&Metric| folded(&one.label) == folded(&name);
        let known = self.metrics.of(&name).cloned();
        let known = known.or_else(|| self.atlas.metrics.iter().find(same).cloned());
        let is_own = known
            .as_ref()
            .is_some_and(|known| self.metrics.is_own(&known.id));
        self.entered.metrics.push(match &known {
            Some(_) if is_own => Meant::Own,
            Some(_) => Meant::Elsewhere,
            None => Meant::New,
        });
        let metric = match known {
            Some(known) => known,
            None => self.new_metric(at, &name, fields)?,
        };
        let id = metric.id.clone();
        self.entered.of.1.push(id.clone());
        self.declare(metric);
        Some(id)
    }

    fn new_metric(&mut self, at: usize, name: &str, fields: &FigureFields) -> Option<Metric> {
        let unit = self.needed(Field::Unit(at), &fields.unit);
        let definition = self.needed(Field::Definition(at), &fields.definition);
        let taken = |id: &str| self.metrics.by_id(id).is_some();
        Some(Metric {
            id: free_id(&folded(name).replace(' ', "_"), taken).into(),
            label: name.to_owned(),
            unit: unit?,
            definition: definition?,
            part_of: None,
            not_per: Vec::new(),
        })
    }

    /// Has a metric be declared, and with it the wholes it is a part of.
    fn declare(&mut self, metric: Metric) {
        let mut wanted = Some(metric);
        let mut seen = BTreeSet::new();
        while let Some(metric) = wanted.take() {
            let is_there = self.metrics.is_own(&metric.id)
                || self.incoming.metrics.iter().any(|one| one.id == metric.id);
            if is_there || !seen.insert(metric.id.clone()) {
                break;
            }
            let whole = metric.part_of.clone();
            self.incoming.metrics.push(metric);
            wanted = whole.and_then(|whole| {
                let known = self.metrics.by_id(whole.as_str());
                known.or_else(|| self.atlas.metric(whole.as_str())).cloned()
            });
        }
    }
}
