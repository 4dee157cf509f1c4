//! An event that was typed into a form.

use super::fields::PeopleFields;
use super::operation::placed;
use super::reading::{Reading, joined, parts, some};
use super::{Field, Refused};
use crate::file::country_said;
use crate::import::sources::free_id;
use crate::model::{
    Among, Case, CaseId, Country, Crime, Group, OperationId, People, Seizure, SourceId, Step, Stop,
};
use crate::query::search::folded;

/// So many words of its title name an event.
const NAMED_BY: usize = 4;

impl Reading<'_> {
    pub(super) fn new_case(&mut self, operation: &OperationId, source: &SourceId) {
        let id = self.free_case_id(operation);
        let case = Case {
            id,
            operation: operation.clone(),
            title: String::new(),
            summary: String::new(),
            date: None,
            countries: Vec::new(),
            crimes: Vec::new(),
            found: Vec::new(),
            alleged: Vec::new(),
            arrested: Vec::new(),
            suspected: Vec::new(),
            seized: Vec::new(),
            route: Vec::new(),
            sources: Vec::new(),
            note: None,
        };
        let case = self.case_onto(case, source);
        self.incoming.cases.extend(case);
    }

    fn free_case_id(&self, operation: &OperationId) -> CaseId {
        let words = folded(&format!("{operation} {}", self.form.case.title));
        let words: Vec<&str> = words.split(' ').collect();
        let of_operation = folded(operation.as_str()).split(' ').count();
        let plain = words[..words.len().min(of_operation + NAMED_BY)].join("-");
        let (own, open) = (&self.dataset.cases, &self.atlas.cases);
        let taken = |id: &str| own.iter().chain(open).any(|one| one.id.as_str() == id);
        free_id(&plain, taken).into()
    }

    /// A case with what the fields say of it, and what it has besides; `None` where something that
    /// every case has is lacking.
    pub(super) fn case_onto(&mut self, mut case: Case, source: &SourceId) -> Option<Case> {
        let fields = &self.form.case;
        let title = self.needed(Field::CaseTitle, &fields.title);
        let summary = self.needed(Field::CaseSummary, &fields.summary);
        case.date = self.date(Field::CaseDate, &fields.date);
        case.countries = self.country_list(Field::CaseCountries, &fields.countries);
        case.crimes = self.crimes();
        self.people_onto(&mut case, source);
        self.counted(
            Field::Arrested,
            &fields.arrested,
            &mut case.arrested,
            source,
        );
        self.counted(
            Field::Suspected,
            &fields.suspected,
            &mut case.suspected,
            source,
        );
        self.seized_onto(&mut case.seized, source);
        self.route_onto(&mut case.route);
        case.note = some(&fields.note);
        if !case.sources.contains(source) && !source.as_str().is_empty() {
            case.sources.push(source.clone());
        }
        (case.title, case.summary) = (title?, summary?);
        Some(case)
    }

    fn crimes(&mut self) -> Vec<Crime> {
        let mut crimes = Vec::new();
        for name in parts(&self.form.case.crimes) {
            let wanted = folded(&name);
            let is_it =
                |crime: &&Crime| [folded(crime.name()), folded(crime.key())].contains(&wanted);
            match Crime::ALL.iter().find(is_it) {
                Some(crime) if crimes.contains(crime) => {}
                Some(crime) => crimes.push(*crime),
                None => self.refuse(Field::Crimes, Refused::NoCrime(name)),
            }
        }
        crimes
    }

    /// The groups of people: those that were there in their order, then new ones.
    fn people_onto(&mut self, case: &mut Case, source: &SourceId) {
        let found = std::mem::take(&mut case.found).into_iter();
        let mut had = found.chain(std::mem::take(&mut case.alleged));
        for (at, fields) in self.form.case.groups().enumerate() {
            let had = had.next();
            if *fields == PeopleFields::default() {
                continue;
            }
            let Some(who) = fields.who else {
                self.refuse(Field::Who(at), Refused::Needed);
                // What the number means is said all the same.
                self.quantity(Field::Found(at), &fields.number);
                continue;
            };
            let people = had.unwrap_or(People {
                who,
                reports: Vec::new(),
                nationalities: Vec::new(),
                regions: Vec::new(),
                among: Vec::new(),
                note: None,
            });
            let people = self.group_onto(at, fields, People { who, ..people }, source);
            if fields.alleged {
                case.alleged.push(people);
            } else {
                case.found.push(people);
            }
        }
    }

    fn group_onto(
        &mut self,
        at: usize,
        fields: &PeopleFields,
        mut people: People,
        source: &SourceId,
    ) -> People {
        let number = Field::Found(at);
        self.counted(number, &fields.number, &mut people.reports, source);
        if fields.from != from_typed(&people) {
            (people.nationalities, people.regions) = (Vec::new(), Vec::new());
            for name in parts(&fields.from) {
                match country_said(&name) {
                    Some(country) => people.nationalities.push(country),
                    None => people.regions.push(name),
                }
            }
        }
        for (who, number) in Group::ALL.into_iter().zip(&fields.among) {
            let there = people.among.iter().position(|among| among.who == who);
            let mut reports = Vec::new();
            if let Some(at) = there {
                reports.clone_from(&people.among[at].reports);
            }
            self.counted(Field::Among(at, who), number, &mut reports, source);
            match there {
                Some(at) if reports.is_empty() => drop(people.among.remove(at)),
                Some(at) => people.among[at].reports = reports,
                None if reports.is_empty() => {}
                None => people.among.push(Among { who, reports }),
            }
        }
        people.note = some(&fields.note);
        people
    }

    fn seized_onto(&mut self, seized: &mut Vec<Seizure>, source: &SourceId) {
        let mut had = std::mem::take(seized).into_iter();
        for (at, fields) in self.form.case.seized.iter().enumerate() {
            let had = had.next();
            if *fields == super::SeizedFields::default() {
                continue;
            }
            let Some(what) = self.needed(Field::Seized(at), &fields.what) else {
                continue;
            };
            let mut reports = had.map_or_else(Vec::new, |had| had.reports);
            self.counted(
                Field::SeizedNumber(at),
                &fields.number,
                &mut reports,
                source,
            );
            seized.push(Seizure {
                what,
                unit: some(&fields.unit),
                reports,
            });
        }
    }

    /// The route as typed; stops that were there keep their order.
    fn route_onto(&mut self, route: &mut Vec<Stop>) {
        if self.form.case.route == route_typed(route) {
            return;
        }
        let typed = Step::ALL.into_iter().zip(&self.form.case.route);
        let typed = typed.flat_map(|(step, text)| {
            let stops = parts(text).into_iter();
            stops.map(move |told| stop(step, &told))
        });
        let mut typed: Vec<Stop> = typed.collect();
        let mut had: Vec<Stop> = route.drain(..).filter(|one| typed.contains(one)).collect();
        typed.retain(|one| !had.contains(one));
        for stop in typed {
            let behind = had.iter().rposition(|one| one.step <= stop.step);
            had.insert(behind.map_or(0, |at| at + 1), stop);
        }
        *route = had;
    }
}

/// A stop as typed: a country, a place that is none, “United Kingdom (Nottingham)”.
fn stop(step: Step, told: &str) -> Stop {
    let (name, place) = placed(told);
    let country = country_said(name);
    let place = match (country, place) {
        (Some(_), place) => place.map(str::to_owned),
        (None, _) => Some(told.to_owned()),
    };
    Stop {
        step,
        country,
        place,
    }
}

/// The stops of a route as they would be typed, step by step.
pub(super) fn route_typed(route: &[Stop]) -> [String; Step::ALL.len()] {
    let typed = |stop: &Stop| match (stop.country.map(Country::name), &stop.place) {
        (Some(country), Some(place)) => format!("{country} ({place})"),
        (Some(country), None) => country.to_owned(),
        (None, place) => place.clone().unwrap_or_default(),
    };
    Step::ALL.map(|step| joined(route.iter().filter(|stop| stop.step == step).map(typed)))
}

/// Where people came from as it would be typed.
pub(super) fn from_typed(people: &People) -> String {
    let countries = people.nationalities.iter().map(|one| one.name().to_owned());
    joined(countries.chain(people.regions.iter().cloned()))
}
