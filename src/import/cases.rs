//! Cases from the sheets of other people: a row each.

use super::Asked;
use super::heads::Meaning;
use super::reading::{Reading, Row};
use super::sources::free_id;
use super::values::is_not_reported;
use crate::model::{
    Case, Country, Crime, MetricId, OperationId, People, Report, SourceId, Step, Stop, Who,
};
use crate::query::search::folded;

impl<'a> Reading<'a, '_> {
    /// Reads a case; what it lacks is asked.
    pub(super) fn case(&mut self, row: Row<'a>) {
        let operation = self.operation_of(row);
        let named = self.text(row, None, &Meaning::Case);
        let mut columns = self.layout.columns.iter().flatten();
        let has_titles = columns.any(|one| *one == Meaning::Title);
        // Who has no column of titles writes the title where we have an id.
        let (title, id) = if has_titles {
            (self.wanted(row, &Meaning::Title), named)
        } else if let Some(named) = named {
            let is_id = !named.contains(' ');
            (Some(named.clone()), is_id.then_some(named))
        } else {
            (self.wanted(row, &Meaning::Title), None)
        };
        let summary = self.wanted(row, &Meaning::Summary);
        let place = self.place(row, None);
        let source = self.source(row, None, None, &place);
        let (Some(operation), Some(title), Some(summary), Some(source)) =
            (operation, title, summary, source)
        else {
            return;
        };
        let id = id.unwrap_or_else(|| {
            let taken = |id: &str| self.incoming.cases.iter().any(|one| one.id.as_str() == id);
            let name = format!("{operation} {}", folded(&title));
            free_id(&name, taken)
        });
        let arrested = Meaning::Of("arrests".into());
        let case = Case {
            id: id.into(),
            operation,
            title,
            summary,
            date: self.date(row, &Meaning::Day),
            countries: self.countries_in(row, &Meaning::Countries),
            crimes: self.crimes(row),
            found: self.found(row, &source),
            alleged: Vec::new(),
            arrested: self.counted(row, &arrested, &source),
            suspected: self.counted(row, &Meaning::Suspected, &source),
            seized: Vec::new(),
            route: self.route(row),
            sources: vec![source],
            note: self.text(row, None, &Meaning::Note),
        };
        self.incoming.cases.push(case);
    }

    /// The operation that a row names, or else the sheet's owner.
    fn operation_of(&mut self, row: Row<'a>) -> Option<OperationId> {
        let named = self.cell(row, None, &Meaning::Operation);
        let named = named.map(|(_, name)| name.to_owned());
        let name = named.or_else(|| self.answers.operation.clone());
        if name.is_none() {
            self.lacks(row, &Meaning::Operation);
        }
        name.map(|name| self.operation(&name))
    }

    /// A text that every case has.
    fn wanted(&mut self, row: Row<'a>, of: &Meaning) -> Option<String> {
        let text = self.text(row, None, of);
        if text.is_none() {
            self.lacks(row, of);
        }
        text
    }

    fn lacks(&mut self, row: Row<'a>, what: &Meaning) {
        let place = self.place(row, None);
        self.lacking.entry(what.clone()).or_insert((place, 0)).1 += 1;
    }

    fn countries_in(&mut self, row: Row<'a>, of: &Meaning) -> Vec<Country> {
        match self.cell(row, None, of) {
            Some((at, cell)) if !is_not_reported(cell) => self.countries(row, at, cell),
            Some(_) | None => Vec::new(),
        }
    }

    fn crimes(&mut self, row: Row<'a>) -> Vec<Crime> {
        let Some((at, cell)) = self.cell(row, None, &Meaning::Crimes) else {
            return Vec::new();
        };
        let mut crimes = Vec::new();
        for name in cell.split([';', ',', '\n']).map(folded) {
            let is_it =
                |crime: &&Crime| [folded(crime.name()), folded(crime.key())].contains(&name);
            match Crime::ALL.iter().find(is_it) {
                Some(crime) if crimes.contains(crime) => {}
                Some(crime) => crimes.push(*crime),
                None => {
                    let place = self.place(row, Some(at));
                    self.incoming.asked.push(Asked::NotOneOf(place, name));
                }
            }
        }
        crimes
    }

    /// A number of a case; empty where it is not reported.
    fn counted(&mut self, row: Row<'a>, of: &Meaning, source: &SourceId) -> Vec<Report> {
        let Some((at, cell)) = self.cell(row, None, of) else {
            return Vec::new();
        };
        let Some(quantity) = self.quantity(row, at, cell, (None, true)) else {
            return Vec::new();
        };
        vec![Report {
            trail: self.trail(row, None),
            ..Report::of(quantity, source.clone())
        }]
    }

    fn found(&mut self, row: Row<'a>, source: &SourceId) -> Vec<People> {
        let of = |metric: &str| Meaning::Of(MetricId::from(metric));
        let mut found: Vec<People> = Vec::new();
        for (who, meaning) in [
            (Who::PotentialVictims, of("potential_victims")),
            (Who::IrregularMigrants, of("irregular_migrants")),
            (Who::PeopleFound, Meaning::Found),
        ] {
            let reports = self.counted(row, &meaning, source);
            if !reports.is_empty() {
                found.push(people(who, reports));
            }
        }
        let nationalities = self.countries_in(row, &Meaning::Nationalities);
        if nationalities.is_empty() {
            return found;
        }
        if found.is_empty() {
            found.push(people(Who::PeopleFound, Vec::new()));
        }
        if let [one] = found.as_mut_slice() {
            one.nationalities = nationalities;
        } else {
            let at = self.cell(row, None, &Meaning::Nationalities);
            let place = self.place(row, at.map(|(at, _)| at));
            self.incoming.asked.push(Asked::WhoseNationalities(place));
        }
        found
    }

    /// Where people were taken from and to, as far as the row tells.
    fn route(&mut self, row: Row<'a>) -> Vec<Stop> {
        let mut route = Vec::new();
        for (step, of) in [
            (Step::Origin, Meaning::Origin),
            (Step::Transit, Meaning::Transit),
            (Step::Destination, Meaning::Destination),
        ] {
            let countries = self.countries_in(row, &of).into_iter();
            route.extend(countries.map(|country| Stop {
                step,
                country: Some(country),
                place: None,
            }));
            if step == Step::Transit {
                route.extend(self.place_found(row));
            }
        }
        route
    }

    fn place_found(&mut self, row: Row<'a>) -> Option<Stop> {
        let place = self.text(row, None, &Meaning::Place)?;
        let countries = self.countries_in(row, &Meaning::Countries);
        Some(Stop {
            step: Step::Found,
            country: match countries.as_slice() {
                [one] => Some(*one),
                [] | [_, _, ..] => None,
            },
            place: Some(place),
        })
    }
}

fn people(who: Who, reports: Vec<Report>) -> People {
    People {
        who,
        reports,
        nationalities: Vec::new(),
        regions: Vec::new(),
        among: Vec::new(),
        note: None,
    }
}
