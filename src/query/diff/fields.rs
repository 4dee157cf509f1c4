//! The fields of records that differ.

use super::{Change, Of, What};
use crate::model::{Among, Case, Country, Divisor, Metric, Operation, People, Seizure, Status};

/// The fields that differ, as they are gathered.
pub(super) struct Fields(pub Vec<(&'static str, Option<[String; 2]>)>);

impl Fields {
    pub fn text(&mut self, name: &'static str, old: &str, new: &str) {
        if old != new {
            self.0.push((name, Some([old, new].map(str::to_owned))));
        }
    }

    pub fn optional<T: ToString>(&mut self, name: &'static str, old: Option<T>, new: Option<T>) {
        let [old, new] = [old, new].map(|one| one.map(|one| one.to_string()).unwrap_or_default());
        self.text(name, &old, &new);
    }

    pub fn list<T: ToString>(&mut self, name: &'static str, old: &[T], new: &[T]) {
        let joined = |all: &[T]| {
            let all: Vec<String> = all.iter().map(T::to_string).collect();
            all.join("; ")
        };
        self.text(name, &joined(old), &joined(new));
    }

    /// What is more than a text.
    pub fn whole<T: PartialEq>(&mut self, name: &'static str, old: &T, new: &T) {
        if old != new {
            self.0.push((name, None));
        }
    }

    pub fn told<'a>(self, of: Of<'a>, changes: &mut Vec<Change<'a>>) {
        changes.extend(self.0.into_iter().map(|(name, texts)| Change {
            of,
            what: What::Field(name, texts),
        }));
    }
}

pub(super) fn metric(old: &Metric, new: &Metric) -> Fields {
    let mut fields = Fields(Vec::new());
    fields.text("label", &old.label, &new.label);
    fields.text("unit", &old.unit, &new.unit);
    fields.text("definition", &old.definition, &new.definition);
    fields.optional("part_of", old.part_of.as_ref(), new.part_of.as_ref());
    let divisors = |metric: &Metric| metric.not_per.iter().copied().map(Divisor::key).collect();
    let [before, now]: [Vec<&str>; 2] = [divisors(old), divisors(new)];
    fields.list("not_per", &before, &now);
    fields
}

pub(super) fn operation(old: &Operation, new: &Operation) -> Fields {
    let mut fields = Fields(Vec::new());
    fields.text("name", &old.name, &new.name);
    fields.text("family", &old.family, &new.family);
    let further = |one: &Operation| one.further.then_some("true");
    fields.optional("further", further(old), further(new));
    fields.optional("summary", old.summary.as_ref(), new.summary.as_ref());
    fields.list("lead", &old.lead, &new.lead);
    let days = |one: &Operation| {
        one.days
            .map(|days| format!("{} – {}", days.first, days.last))
    };
    fields.optional("days", days(old), days(new));
    fields.optional("length", old.length, new.length);
    fields.optional("days_note", old.days_note.as_ref(), new.days_note.as_ref());
    let status = |one: &Operation| one.status.map(Status::key);
    fields.optional("status", status(old), status(new));
    let (before, now) = (&old.countries, &new.countries);
    let codes =
        |listed: &[Country]| -> Vec<&'static str> { listed.iter().map(|one| one.code()).collect() };
    fields.list(
        "countries.listed",
        &codes(&before.listed),
        &codes(&now.listed),
    );
    fields.list("countries.sources", &before.sources, &now.sources);
    fields.optional("countries.note", before.note.as_ref(), now.note.as_ref());
    fields.whole(
        "coordination_units",
        &old.coordination_units,
        &new.coordination_units,
    );
    fields.whole("not_applicable", &old.not_applicable, &new.not_applicable);
    fields.whole("findings", &old.findings, &new.findings);
    fields.whole("supported_by", &old.supported_by, &new.supported_by);
    fields.list("sources", &old.sources, &new.sources);
    fields
}

pub(super) fn case(old: &Case, new: &Case) -> Fields {
    let mut fields = Fields(Vec::new());
    fields.text("operation", old.operation.as_str(), new.operation.as_str());
    fields.text("title", &old.title, &new.title);
    fields.text("summary", &old.summary, &new.summary);
    fields.optional("date", old.date, new.date);
    let codes = |one: &Case| one.countries.iter().map(|one| one.code()).collect();
    let [before, now]: [Vec<&str>; 2] = [codes(old), codes(new)];
    fields.list("countries", &before, &now);
    let crimes = |one: &Case| one.crimes.iter().map(|one| one.key()).collect();
    let [before, now]: [Vec<&str>; 2] = [crimes(old), crimes(new)];
    fields.list("crimes", &before, &now);
    fields.whole(
        "found",
        &without_numbers(&old.found),
        &without_numbers(&new.found),
    );
    fields.whole(
        "alleged",
        &without_numbers(&old.alleged),
        &without_numbers(&new.alleged),
    );
    let things = |one: &Case| one.seized.iter().map(thing).collect::<Vec<_>>();
    fields.whole("seized", &things(old), &things(new));
    fields.whole("route", &old.route, &new.route);
    fields.list("sources", &old.sources, &new.sources);
    fields.optional("note", old.note.as_ref(), new.note.as_ref());
    fields
}

/// Who people are, whose numbers are compared apart.
fn without_numbers(groups: &[People]) -> Vec<People> {
    let without = |people: &People| People {
        reports: Vec::new(),
        among: (people.among.iter())
            .map(|among| Among {
                reports: Vec::new(),
                ..among.clone()
            })
            .collect(),
        ..people.clone()
    };
    groups.iter().map(without).collect()
}

fn thing(seizure: &Seizure) -> Seizure {
    Seizure {
        reports: Vec::new(),
        ..seizure.clone()
    }
}
