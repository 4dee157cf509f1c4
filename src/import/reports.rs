//! The numbers in the rows of a sheet: of which metric they are, as firm as they are written, and
//! who states them.

use super::heads::Meaning;
use super::reading::{Reading, Row};
use super::sources::Named;
use super::values::{is_none, is_not_applicable, is_not_reported};
use super::{Asked, CellPlace, Given};
use crate::file::{QuantitySaid, quantity_said, words_beyond};
use crate::model::unit;
use crate::model::{
    MetricId, NotApplicable, OperationId, Quantity, Report, SourceId, Status, Trail,
};
use crate::query::search::folded;

/// What people call how firm a number is, folded.
const STATUSES: [(Status, &str); 3] = [
    (
        Status::Preliminary,
        "preliminary|provisional|preliminaire|provisoire|preliminar",
    ),
    (
        Status::Revised,
        "revised|corrected|revise|corrige|revisado|corregido",
    ),
    (Status::Final, "final|definitive|definitif|definitivo"),
];

/// What a number counts.
pub(super) enum Counts {
    /// How many countries took part.
    Countries,
    /// What a metric says.
    Metric(MetricId),
}

impl<'a> Reading<'a, '_> {
    /// What the number of a row counts, as far as the row says it.
    pub(super) fn metric(&mut self, row: Row<'a>, number: &str) -> Option<Counts> {
        let Some((at, name)) = self.cell(row, None, &Meaning::Metric) else {
            if !number.is_empty() {
                let place = self.place(row, None);
                self.incoming
                    .asked
                    .push(Asked::Metric(place, String::new()));
            }
            return None;
        };
        let known = match self.answers.meaning(name) {
            Some(Meaning::Nothing) => return None,
            Some(Meaning::Of(id)) => self.metrics.by_id(id.as_str()),
            Some(_) | None => self.metrics.of(name),
        };
        if known.is_none() && Meaning::of_head(name, self.metrics) == Some(Meaning::Countries) {
            return Some(Counts::Countries);
        }
        let id = known.map(|metric| Counts::Metric(metric.id.clone()));
        if id.is_none() && self.told.insert(format!("metric {name}")) {
            let place = self.place(row, Some(at));
            self.incoming
                .asked
                .push(Asked::Metric(place, name.to_owned()));
        }
        id
    }

    pub(super) fn report(
        &mut self,
        row: Row<'a>,
        at: usize,
        cell: &str,
        operation: &OperationId,
        metric: Option<&MetricId>,
        group: Option<&MetricId>,
    ) {
        let none = metric.filter(|_| is_not_applicable(cell));
        if let Some(metric) = none {
            return self.not_applicable(row, at, operation, metric, group);
        }
        let counted = metric.and_then(|id| self.metrics.by_id(id.as_str()));
        let is_whole = counted.is_none_or(|metric| is_of_wholes(&metric.unit));
        let Some(quantity) = self.quantity(row, at, cell, (group, is_whole)) else {
            return;
        };
        if metric.is_some_and(|id| !self.is_declared(row, at, id)) {
            return;
        }
        let place = self.place(row, Some(at));
        let title = self.text(row, group, &Meaning::Title);
        let Some(source) = self.source(row, group, title, &place) else {
            return;
        };
        let mut report = Report::of(quantity, source);
        report.wording = words_beyond(&self.with_sign(row, cell, group));
        // What a row says of its number it does not say of that of the countries beside it.
        if metric.is_some() || self.counts_alone(at) {
            // Else it is that of all of the operation's figures.
            let is_of_one = group.is_some() || self.cell(row, None, &Meaning::Metric).is_some();
            report.status = is_of_one.then(|| self.status(row, group)).flatten();
            report.trail = self.trail(row, group);
            report.wording = self.text(row, group, &Meaning::Wording).or(report.wording);
            report.note = self.text(row, group, &Meaning::Note);
        }
        self.incoming.reports.push(Given {
            operation: operation.clone(),
            metric: metric.cloned(),
            report,
            place,
        });
    }

    /// Whether no other column of the sheet holds numbers.
    fn counts_alone(&self, column: usize) -> bool {
        let mut others = self.layout.columns.iter().enumerate();
        !others
            .any(|(at, one)| at != column && matches!(one, Some(Meaning::Number | Meaning::Of(_))))
    }

    /// Notes that a metric cannot be counted in an operation, for the reason that the row's note
    /// gives.
    fn not_applicable(
        &mut self,
        row: Row<'a>,
        at: usize,
        operation: &OperationId,
        metric: &MetricId,
        group: Option<&MetricId>,
    ) {
        let place = self.place(row, Some(at));
        let title = self.text(row, group, &Meaning::Title);
        let reason = self.text(row, group, &Meaning::Note);
        let is_declared = self.is_declared(row, at, metric);
        let source = self.source(row, group, title, &place);
        let sources = source.filter(|_| is_declared).into_iter().collect();
        if let Some(operation) = self.understood(operation)
            && operation.not_applicable(metric.as_str()).is_none()
        {
            operation.not_applicable.push(NotApplicable {
                metric: metric.clone(),
                reason,
                sources,
            });
        }
    }

    /// Whether a metric is declared, if need be from those that come with the program; else that is
    /// asked once.
    fn is_declared(&mut self, row: Row<'a>, at: usize, id: &MetricId) -> bool {
        let is_declared = self.declare(id);
        if !is_declared && self.told.insert(format!("metric {id}")) {
            let asked = Asked::Metric(self.place(row, Some(at)), id.to_string());
            self.incoming.asked.push(asked);
        }
        is_declared
    }

    /// The text of a column, that of a group before that of the whole row.
    pub(super) fn text(
        &self,
        row: Row<'a>,
        group: Option<&MetricId>,
        wanted: &Meaning,
    ) -> Option<String> {
        let own = self.cell(row, group, wanted);
        let own = own.or_else(|| self.cell(row, None, wanted));
        own.map(|(_, text)| text.to_owned())
    }

    /// The publication that a row names; where it names none, that is counted. `title` is that of
    /// the publication.
    pub(super) fn source(
        &mut self,
        row: Row<'a>,
        group: Option<&MetricId>,
        title: Option<String>,
        place: &CellPlace,
    ) -> Option<SourceId> {
        let named = Named {
            source: self.text(row, group, &Meaning::Source),
            publisher: self.text(row, group, &Meaning::Publisher),
            title,
            address: self.text(row, group, &Meaning::Address),
            grade: self.text(row, group, &Meaning::Grade),
            date: self.date(row, &Meaning::Date),
        };
        let source = self.publications.source(named, place);
        if source.is_none() {
            self.no_source.get_or_insert((place.clone(), 0)).1 += 1;
        }
        source
    }

    /// What a row says its publisher called a number.
    pub(super) fn status(&mut self, row: Row<'a>, group: Option<&MetricId>) -> Option<Status> {
        let (at, text) = self
            .cell(row, group, &Meaning::Status)
            .or_else(|| self.cell(row, None, &Meaning::Status))?;
        let said = folded(text);
        let known = STATUSES
            .iter()
            .find(|(_, words)| words.split('|').any(|word| word == said));
        if known.is_none() {
            let place = self.place(row, Some(at));
            self.incoming
                .asked
                .push(Asked::NotOneOf(place, text.to_owned()));
        }
        known.map(|(status, _)| *status)
    }

    /// How what a row states can be checked again.
    pub(super) fn trail(&mut self, row: Row<'a>, group: Option<&MetricId>) -> Option<Box<Trail>> {
        let day = self.date(row, &Meaning::Checked);
        let by = self.text(row, group, &Meaning::CheckedBy);
        if let (true, Some((at, _))) = (by.is_none(), self.cell(row, None, &Meaning::Checked)) {
            let place = self.place(row, Some(at));
            if self.told.insert("checked by".to_owned()) {
                self.incoming.asked.push(Asked::NoChecker(place));
            }
        }
        let trail = Trail {
            excerpt: self.text(row, group, &Meaning::Excerpt),
            archived: self.text(row, group, &Meaning::Archived),
            checked: day.zip(by),
        };
        (trail != Trail::default()).then(|| Box::new(trail))
    }

    /// Has a metric be declared; whether that can be done.
    fn declare(&mut self, id: &MetricId) -> bool {
        for metric in self.metrics.with_wholes(id) {
            if !self.incoming.metrics.iter().any(|one| one.id == metric.id) {
                self.incoming.metrics.push(metric.clone());
            }
        }
        self.metrics.by_id(id.as_str()).is_some()
    }

    /// A cell behind what the column of its sign says.
    fn with_sign(&self, row: Row<'a>, cell: &str, group: Option<&MetricId>) -> String {
        // What spreadsheets are told is a text begins so.
        let cell = cell.strip_prefix('\'').unwrap_or(cell);
        let sign = self.cell(row, group, &Meaning::Sign).map(|(_, sign)| sign);
        match sign {
            Some(sign) if folded(sign) != "exact" => format!("{} {cell}", sign.replace('_', " ")),
            Some(_) | None => cell.to_owned(),
        }
    }

    /// The number in a cell, with the group of columns that it stands in, and whether it counts
    /// things of which there is no half.
    pub(super) fn quantity(
        &mut self,
        row: Row<'a>,
        at: usize,
        cell: &str,
        (group, is_of_wholes): (Option<&MetricId>, bool),
    ) -> Option<Quantity> {
        let plain = cell.strip_prefix('\'').unwrap_or(cell);
        if is_not_reported(plain) {
            if !plain.trim().is_empty() {
                let first = (self.place(row, Some(at)), plain.to_owned(), 0);
                self.not_reported.entry(folded(plain)).or_insert(first).2 += 1;
            }
            return None;
        }
        if is_none(plain) {
            let asked = Asked::NoneSaid(self.place(row, Some(at)), plain.to_owned());
            self.incoming.asked.push(asked);
            return None;
        }
        let whole = self.with_sign(row, cell, group);
        let place = self.place(row, Some(at));
        match (quantity_said(&whole), self.decimal) {
            (QuantitySaid::One(quantity, _), _) => Some(quantity),
            (QuantitySaid::Only(quantity, needed), Some(decimal)) if needed == decimal => {
                Some(quantity)
            }
            (QuantitySaid::Only(..), Some(_)) => {
                self.incoming.asked.push(Asked::NotWhole(place, whole));
                None
            }
            (QuantitySaid::Only(quantity, _), None) if is_of_wholes => Some(quantity),
            (QuantitySaid::Only(..), None) => {
                self.two_readings.get_or_insert((place, whole, 0)).2 += 1;
                None
            }
            (QuantitySaid::Unclear, _) => {
                self.incoming.asked.push(Asked::Number(place, whole));
                None
            }
        }
    }
}

/// Whether a unit counts things of which there is no half.
fn is_of_wholes(unit: &str) -> bool {
    ["people", "countries", "checks", "investigations"]
        .iter()
        .any(|whole| unit::is_same(whole, unit))
}
