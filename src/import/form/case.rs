//! An event that was typed into a form.

use super::reading::Reading;
use super::{Field, Refused};
use crate::import::sources::free_id;
use crate::model::{Case, OperationId, People, Quantity, Report, SourceId, Who};
use crate::query::search::folded;

/// So many words of its title name an event.
const NAMED_BY: usize = 4;

impl Reading<'_> {
    pub(super) fn case(&mut self, operation: &OperationId, source: &SourceId) {
        let form = self.form;
        let fields = &form.case;
        let title = self.needed(Field::CaseTitle, &fields.title);
        let summary = self.needed(Field::CaseSummary, &fields.summary);
        let date = self.date(Field::CaseDate, &fields.date);
        let countries = self.country_list(Field::CaseCountries, &fields.countries);
        let found = self.quantity(Field::Found, &fields.found);
        let arrested = self.quantity(Field::Arrested, &fields.arrested);
        if !fields.found.trim().is_empty() && fields.who.is_none() {
            self.refuse(Field::Who, Refused::Needed);
        }
        let (Some(title), Some(summary)) = (title, summary) else {
            return;
        };
        let report = |quantity: Quantity| Report::of(quantity, source.clone());
        let people = |who: Who| People {
            who,
            reports: found.map(report).into_iter().collect(),
            nationalities: Vec::new(),
            regions: Vec::new(),
            among: Vec::new(),
            note: None,
        };
        let words = folded(&format!("{operation} {title}"));
        let words: Vec<&str> = words.split(' ').collect();
        let of_operation = folded(operation.as_str()).split(' ').count();
        let plain = words[..words.len().min(of_operation + NAMED_BY)].join("-");
        let (own, open) = (&self.dataset.cases, &self.atlas.cases);
        let taken = |id: &str| own.iter().chain(open).any(|one| one.id.as_str() == id);
        self.incoming.cases.push(Case {
            id: free_id(&plain, taken).into(),
            operation: operation.clone(),
            title,
            summary,
            date,
            countries,
            crimes: Vec::new(),
            found: fields.who.map(people).into_iter().collect(),
            alleged: Vec::new(),
            arrested: arrested.map(report).into_iter().collect(),
            suspected: Vec::new(),
            seized: Vec::new(),
            route: Vec::new(),
            sources: vec![source.clone()],
            note: None,
        });
    }
}
