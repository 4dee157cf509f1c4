//! The numbers in the rows of a sheet: of which metric they are, as firm as they are written, and
//! who states them.

use super::heads::Meaning;
use super::sheet::{Reading, Row, is_not_reported};
use super::sources::Named;
use super::{Asked, Given};
use crate::file::{QuantitySaid, quantity_said};
use crate::model::{MetricId, OperationId, Quantity, Report};
use crate::query::search::folded;

impl<'a> Reading<'a, '_> {
    /// The metric that a row names, declared if need be.
    pub(super) fn metric(&mut self, row: Row<'a>, number: &str) -> Option<MetricId> {
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
        let id = known.map(|metric| metric.id.clone());
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
        let Some(quantity) = self.quantity(row, at, cell, group) else {
            return;
        };
        if let Some(id) = metric
            && !self.declare(id)
        {
            let place = self.place(row, Some(at));
            if self.told.insert(format!("metric {id}")) {
                self.incoming
                    .asked
                    .push(Asked::Metric(place, id.to_string()));
            }
            return;
        }
        let text = |wanted: &Meaning| {
            let own = self.cell(row, group, wanted);
            let own = own.or_else(|| self.cell(row, None, wanted));
            own.map(|(_, text)| text.to_owned())
        };
        let place = self.place(row, Some(at));
        let (wording, note) = (text(&Meaning::Wording), text(&Meaning::Note));
        let named = Named {
            source: text(&Meaning::Source),
            publisher: text(&Meaning::Publisher),
            title: text(&Meaning::Title),
            address: text(&Meaning::Address),
            grade: text(&Meaning::Grade),
            date: None,
        };
        let date = self.date(row, &Meaning::Date);
        let named = Named { date, ..named };
        let Some(source) = self.publications.source(named, &place) else {
            self.no_source.get_or_insert((place, 0)).1 += 1;
            return;
        };
        self.incoming.reports.push(Given {
            operation: operation.clone(),
            metric: metric.cloned(),
            report: Report {
                wording,
                note,
                ..Report::of(quantity, source)
            },
            place,
        });
    }

    /// Has a metric be declared; whether that can be done.
    fn declare(&mut self, id: &MetricId) -> bool {
        let Some(metric) = self.metrics.by_id(id.as_str()) else {
            return false;
        };
        let mut wanted = Some(metric);
        // A part needs its whole.
        while let Some(metric) = wanted {
            if self.metrics.is_own(&metric.id) {
                break;
            }
            if !self.incoming.metrics.iter().any(|one| one.id == metric.id) {
                self.incoming.metrics.push(metric.clone());
            }
            let whole = metric.part_of.as_ref();
            wanted = whole.and_then(|whole| self.metrics.by_id(whole.as_str()));
        }
        true
    }

    fn quantity(
        &mut self,
        row: Row<'a>,
        at: usize,
        cell: &str,
        group: Option<&MetricId>,
    ) -> Option<Quantity> {
        if is_not_reported(cell) {
            return None;
        }
        let sign = self.cell(row, group, &Meaning::Sign).map(|(_, sign)| sign);
        let whole = match sign {
            Some(sign) if folded(sign) != "exact" => format!("{} {cell}", sign.replace('_', " ")),
            Some(_) | None => cell.to_owned(),
        };
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
