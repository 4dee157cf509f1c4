//! What was typed into a form, field by field: what is known, what is new, what cannot be taken.

use std::collections::BTreeMap;

use super::{Field, FigureFields, Form, Refused, SourceFields, Subject};
use crate::file::{DateSaid, QuantitySaid, countries_said, date_said, quantity_said};
use crate::import::metrics::Metrics;
use crate::import::{CellPlace, Incoming};
use crate::model::{
    Atlas, Country, Dataset, MetricId, OperationId, PartialDate, Quantity, Report, SourceId,
};

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
    let mut reading = Reading::of(form, dataset, atlas);
    let source = if reading.needs_source() {
        reading.source()
    } else {
        None
    };
    let operation = match form.subject {
        Subject::Figures | Subject::Operation | Subject::Case => reading.operation(source.as_ref()),
        Subject::Source => None,
    };
    let id = operation.clone().unwrap_or_default();
    let of_source = source.clone().unwrap_or_default();
    match form.subject {
        // Each field says what is understood whatever is still lacking.
        Subject::Figures => reading.figures(&id, &of_source),
        Subject::Case => reading.new_case(&id, &of_source),
        Subject::Operation | Subject::Source => {}
    }
    if let (Some(operation), Some(source)) = (&operation, &source) {
        reading.countries(operation, source);
    }
    reading.entered.of.0 = operation;
    reading.entered.source_id = source;
    (reading.incoming, reading.entered)
}

pub(super) struct Reading<'a> {
    pub form: &'a Form,
    pub dataset: &'a Dataset,
    pub atlas: &'a Atlas,
    pub metrics: Metrics<'a>,
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

/// The parts of a text that names several things: parted by semicolons or lines, where it has
/// none of these by commas.
pub(super) fn parts(text: &str) -> Vec<String> {
    let is_listed = text.contains([';', '\n']);
    let parted = text.split(|c| matches!(c, ';' | '\n') || (c == ',' && !is_listed));
    parted.filter_map(some).collect()
}

/// Several names as one text, which [`parts`] takes apart again.
pub(super) fn joined(names: impl Iterator<Item = String>) -> String {
    let names: Vec<String> = names.collect();
    match names.as_slice() {
        [name] if name.contains(',') => format!("{name};"),
        _ => names.join("; "),
    }
}

impl<'a> Reading<'a> {
    pub(super) fn of(form: &'a Form, dataset: &'a Dataset, atlas: &'a Atlas) -> Self {
        Self {
            form,
            dataset,
            atlas,
            metrics: Metrics::of_dataset(dataset),
            incoming: Incoming::default(),
            entered: Entered::default(),
        }
    }

    /// Whether something was typed that rests on a source, or one was named.
    fn needs_source(&self) -> bool {
        let form = self.form;
        if form.source != SourceFields::default() {
            return true;
        }
        match form.subject {
            Subject::Operation => some(&form.operation.count).is_some(),
            Subject::Figures => {
                let explained =
                    |one: &&FigureFields| one.is_not_applicable() && some(&one.note).is_some();
                let mut stated = form.figures.iter().filter(|one| !one.is_empty()).peekable();
                stated.peek().is_none() || !stated.all(|one| explained(&one))
            }
            Subject::Case | Subject::Source => true,
        }
    }
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

    /// The number typed in a field as the one shown of some reports, the others of which stay.
    pub(super) fn counted(
        &mut self,
        field: Field,
        text: &str,
        reports: &mut Vec<Report>,
        source: &SourceId,
    ) {
        let shown = shown(reports, self.dataset);
        if some(text).is_none() {
            shown.map(|at| reports.remove(at));
            return;
        }
        let Some(quantity) = self.quantity(field, text) else {
            return;
        };
        match shown.and_then(|at| reports.get_mut(at)) {
            Some(report) => report.quantity = quantity,
            None => reports.push(Report::of(quantity, source.clone())),
        }
    }

    /// A web address.
    pub(super) fn address(&mut self, field: Field, text: &str) -> Option<String> {
        let address = some(text)?;
        let begins = address.starts_with("https://") || address.starts_with("http://");
        if !begins || address.contains(char::is_whitespace) {
            self.refuse(field, Refused::NoAddress);
        }
        Some(address)
    }

    pub(super) fn country_list(&mut self, field: Field, text: &str) -> Vec<Country> {
        let mut listed: Vec<Country> = Vec::new();
        for (name, country) in countries_said(text) {
            match country {
                Some(country) if listed.contains(&country) => {}
                Some(country) => listed.push(country),
                None => self.refuse(field, Refused::NoCountry(name)),
            }
        }
        listed
    }
}

/// Where the report that is shown of some stands among them.
pub(super) fn shown(reports: &[Report], dataset: &Dataset) -> Option<usize> {
    let shown = Report::preferred(reports, &dataset.sources)?;
    reports.iter().position(|one| std::ptr::eq(one, shown))
}
