//! The numbers that were typed into a form, and the metrics they are of.

use std::collections::BTreeSet;

use super::reading::{Meant, Reading, place, some};
use super::{Field, FigureFields, Record, Refused};
use crate::file::words_beyond;
use crate::import::Given;
use crate::import::sources::free_id;
use crate::model::{
    Earlier, Metric, MetricId, NotApplicable, OperationId, Report, SourceId, Status, Trail,
};
use crate::query::search::folded;

impl Reading<'_> {
    pub(super) fn figures(&mut self, operation: &OperationId, source: &SourceId) {
        let mut stated = 0;
        for (at, fields) in self.form.figures.iter().enumerate() {
            if fields.is_empty() {
                self.entered.metrics.push(Meant::Nothing);
                self.entered.quantities.push(None);
                continue;
            }
            stated += 1;
            let changed = self.form.changed.as_ref().map(|changed| &changed.what);
            let (metric, is_known) = if let Some(Record::Report(_, metric, _)) = changed {
                self.entered.metrics.push(Meant::Own);
                (metric.clone(), true)
            } else {
                let metric = self.metric(at, fields);
                let is_known = metric.is_some();
                (metric, is_known)
            };
            if fields.is_not_applicable() && changed.is_none() {
                self.entered.quantities.push(None);
                let none = metric.map(|metric| self.not_applicable(at, metric, source));
                if let Some(operation) = self.incoming.operations.last_mut() {
                    operation.not_applicable.extend(none);
                }
                continue;
            }
            let report = self.report(at, source);
            let quantity = report.as_ref().map(|report| report.quantity);
            self.entered.quantities.push(quantity);
            let Some(report) = report.filter(|_| is_known) else {
                continue;
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

    /// That a metric cannot be counted, for a reason or after a source.
    pub(super) fn not_applicable(
        &mut self,
        at: usize,
        metric: MetricId,
        source: &SourceId,
    ) -> NotApplicable {
        let reason = some(&self.form.figures[at].note);
        let sources = Some(source.clone()).filter(|source| !source.as_str().is_empty());
        if reason.is_none() && sources.is_none() {
            self.refuse(Field::Reason(at), Refused::Needed);
        }
        NotApplicable {
            metric,
            reason,
            sources: sources.into_iter().collect(),
        }
    }

    /// A line as what a source states; `None` without its number.
    pub(super) fn report(&mut self, at: usize, source: &SourceId) -> Option<Report> {
        let fields = &self.form.figures[at];
        let quantity = self.quantity(Field::Number(at), &fields.number);
        if some(&fields.number).is_none() {
            self.refuse(Field::Number(at), Refused::Needed);
        }
        let earlier = self.quantity(Field::RevisedFrom(at), &fields.revised_from);
        let earlier = earlier.map(|quantity| {
            Box::new(Earlier {
                quantity,
                source: None,
            })
        });
        // What was another number before is revised.
        let status = fields.status.or(earlier.as_ref().map(|_| Status::Revised));
        let trail = self.trail(at);
        Some(Report {
            wording: some(&fields.wording).or_else(|| words_beyond(&fields.number)),
            note: some(&fields.note),
            status,
            revised_from: earlier,
            trail,
            ..Report::of(quantity?, source.clone())
        })
    }

    fn trail(&mut self, at: usize) -> Option<Box<Trail>> {
        let fields = &self.form.figures[at];
        let excerpt = some(&fields.excerpt);
        let words = |text: &String| text.split_whitespace().count();
        let words = excerpt.as_ref().map_or(0, words);
        if words > Trail::MOST_WORDS {
            self.refuse(Field::Excerpt(at), Refused::TooLong(words));
        }
        let archived = self.address(Field::Archived(at), &fields.archived);
        let day = self.date(Field::CheckedOn(at), &fields.checked_on);
        let by = some(&fields.checked_by);
        match (some(&fields.checked_on), &by) {
            (Some(_), None) => self.refuse(Field::CheckedBy(at), Refused::OtherOfCheck),
            (None, Some(_)) => self.refuse(Field::CheckedOn(at), Refused::OtherOfCheck),
            (Some(_), Some(_)) | (None, None) => {}
        }
        let trail = Trail {
            excerpt,
            archived,
            checked: day.zip(by),
        };
        (trail != Trail::default()).then(|| Box::new(trail))
    }

    /// The metric of a line.
    fn metric(&mut self, at: usize, fields: &FigureFields) -> Option<MetricId> {
        let Some(name) = self.needed(Field::Metric(at), &fields.metric) else {
            self.entered.metrics.push(Meant::Nothing);
            return None;
        };
        let known = self.known_metric(&name);
        let is_own = known
            .as_ref()
            .is_some_and(|known| self.metrics.is_own(&known.id));
        self.entered.metrics.push(match &known {
            Some(_) if is_own => Meant::Own,
            Some(_) => Meant::Elsewhere,
            None => Meant::New,
        });
        let metric = if let Some(known) = known {
            known
        } else {
            let taken = |id: &str| self.metrics.by_id(id).is_some();
            let id = free_id(&folded(&name).replace(' ', "_"), taken).into();
            self.typed_metric(at, id)?
        };
        let id = metric.id.clone();
        self.entered.of.1.push(id.clone());
        self.declare(metric);
        Some(id)
    }

    fn known_metric(&self, name: &str) -> Option<Metric> {
        let same = |one: &&Metric| folded(&one.label) == folded(name);
        let known = self.metrics.of(name);
        known
            .or_else(|| self.atlas.metrics.iter().find(same))
            .cloned()
    }

    /// What a line says of its metric.
    pub(super) fn typed_metric(&mut self, at: usize, id: MetricId) -> Option<Metric> {
        let fields = &self.form.figures[at];
        let label = self.needed(Field::Metric(at), &fields.metric);
        let unit = self.needed(Field::Unit(at), &fields.unit);
        let definition = self.needed(Field::Definition(at), &fields.definition);
        let whole = some(&fields.part_of).map(|name| self.known_metric(&name));
        let whole = match whole {
            Some(Some(whole)) if whole.id != id => Some(whole),
            Some(_) => {
                self.refuse(Field::PartOf(at), Refused::NoMetric);
                None
            }
            None => None,
        };
        let metric = Metric {
            id,
            label: label?,
            unit: unit?,
            definition: definition?,
            part_of: whole.as_ref().map(|whole| whole.id.clone()),
            not_per: fields.not_per.clone(),
        };
        if let Some(whole) = whole {
            self.declare(whole);
        }
        Some(metric)
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
