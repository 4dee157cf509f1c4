//! An operation that was typed into a form: one that is known, or a new one with its details.

use super::reading::{Meant, Reading, place, some};
use super::{Field, Refused, Subject};
use crate::import::Given;
use crate::import::reading::bare;
use crate::import::sources::free_id;
use crate::model::{Days, Operation, OperationId, Quantity, Report, SourceId};

impl Reading<'_> {
    pub(super) fn operation(&mut self) -> Option<OperationId> {
        let fields = &self.form.operation;
        let name = self.needed(Field::Operation, &fields.name)?;
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
        let details = self.form.subject == Subject::Operation || known.is_none();
        if details {
            let lead = fields.lead.split([';', ',']).filter_map(some);
            operation.lead = lead.collect();
            operation.days = self.days();
            operation.length = match self.quantity(Field::Length, &fields.length) {
                None => None,
                Some(Quantity::Exactly(days)) if operation.days.is_none() => {
                    u32::try_from(days).ok()
                }
                Some(_) => {
                    self.refuse(Field::Length, Refused::NoNumber);
                    None
                }
            };
            operation.countries.listed = self.country_list(Field::Listed, &fields.listed);
        }
        self.incoming.operations.push(operation);
        Some(id)
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
