//! An operation that was typed into a form: one that is known, or a new one with its details.

use super::reading::{Meant, Reading, parts, place, some};
use super::{Field, Refused, Subject};
use crate::file::country_said;
use crate::import::Given;
use crate::import::reading::bare;
use crate::import::sources::free_id;
use crate::model::{
    CoordinationUnit, Days, Finding, Operation, OperationId, Quantity, Report, SourceId, Support,
    SupportRole,
};

impl Reading<'_> {
    pub(super) fn operation(&mut self, source: Option<&SourceId>) -> Option<OperationId> {
        let name = self.needed(Field::Operation, &self.form.operation.name)?;
        let means = |one: &&Operation| one.id.as_str() == name || bare(&one.name) == bare(&name);
        let own = self.dataset.operations.iter().find(means);
        let known = own.or_else(|| self.atlas.operations.iter().find(means));
        self.entered.operation = match (own, known) {
            (Some(_), _) => Meant::Own,
            (None, Some(_)) => Meant::Elsewhere,
            (None, None) => Meant::New,
        };
        let taken = |id: &str| {
            self.dataset
                .operations
                .iter()
                .any(|one| one.id.as_str() == id)
        };
        let new = || free_id(&bare(&name).replace(' ', "-"), taken).into();
        let id = known.map_or_else(new, |known| known.id.clone());
        let mut operation = match (own, known) {
            (None, Some(known)) => Operation {
                family: known.family.clone(),
                further: true,
                ..Operation::named(id.clone(), &known.name)
            },
            (Some(_) | None, _) => Operation::named(id.clone(), &name),
        };
        if self.form.subject == Subject::Operation || known.is_none() {
            let is_told = own.is_some_and(|own| !own.sources.is_empty());
            operation = self.operation_onto(operation, source.filter(|_| !is_told));
        }
        self.incoming.operations.push(operation);
        Some(id)
    }

    /// An operation with what the fields say of it, and what it has besides.
    pub(super) fn operation_onto(
        &mut self,
        mut operation: Operation,
        source: Option<&SourceId>,
    ) -> Operation {
        let fields = &self.form.operation;
        if let Some(family) = some(&fields.family) {
            operation.family = family;
        }
        operation.further |= fields.further;
        operation.summary = some(&fields.summary);
        operation.lead = parts(&fields.lead);
        operation.days = self.days();
        operation.length = match self.quantity(Field::Length, &fields.length) {
            None => None,
            Some(Quantity::Exactly(days)) if operation.days.is_none() => u32::try_from(days).ok(),
            Some(_) => {
                self.refuse(Field::Length, Refused::NoNumber);
                None
            }
        };
        operation.days_note = some(&fields.days_note);
        operation.status = fields.status;
        let sources: Vec<SourceId> = source.cloned().into_iter().collect();
        let had_list = !operation.countries.listed.is_empty();
        operation.countries.listed = self.country_list(Field::Listed, &fields.listed);
        if !had_list && !operation.countries.listed.is_empty() {
            operation.countries.sources.clone_from(&sources);
        }
        let had = std::mem::take(&mut operation.coordination_units);
        operation.coordination_units = self.units(had, &sources);
        let mut had = std::mem::take(&mut operation.findings);
        let lines = fields.findings.lines().filter_map(some);
        let finding = |text: String| {
            let at = had.iter().position(|one| one.text == text);
            let new = || Finding {
                text,
                sources: sources.clone(),
            };
            at.map_or_else(new, |at| had.remove(at))
        };
        operation.findings = lines.map(finding).collect();
        let mut had = std::mem::take(&mut operation.supported_by);
        let partners = parts(&fields.partners).into_iter();
        let partners = partners.map(|name| (name, SupportRole::Partner));
        let funders = parts(&fields.funders).into_iter();
        let funders = funders.map(|name| (name, SupportRole::Funder));
        let support = |(name, role)| {
            let same = |one: &Support| one.name == name && one.role == role;
            let at = had.iter().position(same);
            let new = || Support {
                name,
                role,
                sources: sources.clone(),
            };
            at.map_or_else(new, |at| had.remove(at))
        };
        operation.supported_by = partners.chain(funders).map(support).collect();
        let new = sources.iter().filter(|id| !operation.sources.contains(id));
        let new: Vec<SourceId> = new.cloned().collect();
        operation.sources.extend(new);
        operation
    }

    /// The hubs as typed, “Argentina (Buenos Aires)”.
    fn units(
        &mut self,
        mut had: Vec<CoordinationUnit>,
        sources: &[SourceId],
    ) -> Vec<CoordinationUnit> {
        let mut units = Vec::new();
        for told in parts(&self.form.operation.units) {
            let (name, place) = placed(&told);
            let Some(country) = country_said(name) else {
                self.refuse(Field::Units, Refused::NoCountry(name.to_owned()));
                continue;
            };
            let place = place.map(str::to_owned);
            let same = |one: &CoordinationUnit| one.country == country && one.place == place;
            let at = had.iter().position(same);
            let at = at.or_else(|| had.iter().position(|one| one.country == country));
            let new = || CoordinationUnit {
                country,
                place: None,
                note: None,
                sources: sources.to_owned(),
            };
            let unit = at.map_or_else(new, |at| had.remove(at));
            units.push(CoordinationUnit { place, ..unit });
        }
        units
    }

    fn days(&mut self) -> Option<Days> {
        let fields = &self.form.operation;
        let first = self.date(Field::First, &fields.first);
        let last = self.date(Field::Last, &fields.last);
        let lacking = match (some(&fields.first), some(&fields.last)) {
            (Some(_), None) => Some(Field::Last),
            (None, Some(_)) => Some(Field::First),
            (Some(_), Some(_)) | (None, None) => None,
        };
        if let Some(field) = lacking {
            self.refuse(field, Refused::OtherDay);
        }
        let days = Days {
            first: first?,
            last: last?,
        };
        if days.first.earliest() > days.last.latest() {
            self.refuse(Field::Last, Refused::DaysSwapped);
            return None;
        }
        Some(days)
    }

    /// How many countries took part.
    pub(super) fn countries(&mut self, operation: &OperationId, source: &SourceId) {
        let is_new = self.entered.operation == Meant::New;
        if !is_new && self.form.subject != Subject::Operation {
            return;
        }
        if let Some(quantity) = self.quantity(Field::Count, &self.form.operation.count) {
            self.incoming.reports.push(Given {
                operation: operation.clone(),
                metric: None,
                report: Report::of(quantity, source.clone()),
                place: place(),
            });
        }
    }
}

/// A name, and the place in brackets behind it.
pub(super) fn placed(text: &str) -> (&str, Option<&str>) {
    let bracketed = text.strip_suffix(')').and_then(|text| text.split_once('('));
    match bracketed {
        Some((name, place)) => (name.trim(), Some(place.trim())),
        None => (text, None),
    }
}
