//! Which publication a row of a sheet names: one that is known by its id, address or name, else a
//! new one, as far as the row tells what a publication needs.

use std::collections::BTreeMap;

use super::{Answers, Asked, CellPlace, Incoming};
use crate::model::{Dataset, Grade, NoAddress, PartialDate, Source, SourceId};
use crate::query::search::folded;
use crate::words::imports::NO_ADDRESS;

/// What a row tells of its source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Named {
    pub source: Option<String>,
    pub publisher: Option<String>,
    pub title: Option<String>,
    pub address: Option<String>,
    pub grade: Option<String>,
    pub date: Option<PartialDate>,
}

/// The publications that rows can name.
pub(super) struct Publications<'a> {
    known: &'a BTreeMap<SourceId, Source>,
    answers: &'a Answers,
    new: BTreeMap<SourceId, Source>,
    /// What rows said, and whom they meant.
    named: BTreeMap<Named, SourceId>,
    asked: Vec<Asked>,
}

impl<'a> Publications<'a> {
    /// Those of a dataset, and `new` ones of other sheets.
    pub fn of(
        dataset: &'a Dataset,
        answers: &'a Answers,
        new: &BTreeMap<SourceId, Source>,
    ) -> Self {
        Self {
            known: &dataset.sources,
            answers,
            new: new.clone(),
            named: BTreeMap::new(),
            asked: Vec::new(),
        }
    }

    /// The publication that a row names; `None` where it names none.
    pub fn source(&mut self, named: Named, place: &CellPlace) -> Option<SourceId> {
        let names = [
            &named.source,
            &named.publisher,
            &named.title,
            &named.address,
        ];
        if names.iter().all(|name| name.is_none()) {
            return self.answers.source.clone();
        }
        if let Some(id) = self.named.get(&named) {
            return Some(id.clone());
        }
        let known = self.known(&named);
        let id = known.unwrap_or_else(|| self.add(&named, place));
        self.named.insert(named, id.clone());
        Some(id)
    }

    fn known(&self, named: &Named) -> Option<SourceId> {
        // One that is imported again is the one that is there.
        let new = self.new.iter();
        let new = new.filter(|(id, _)| !self.known.contains_key(*id));
        let all = self.known.iter().chain(new);
        if let Some(said) = &named.source {
            let by_id = |(id, _): &(&SourceId, &Source)| id.as_str() == said;
            if let Some((id, _)) = all.clone().find(by_id) {
                return Some(id.clone());
            }
        }
        let address = named.address.as_ref().or(named.source.as_ref());
        let same = |one: Option<&str>, other: Option<&String>| {
            one.zip(other)
                .is_some_and(|(one, other)| folded(one) == folded(other))
        };
        let fits = |(_, source): &(&SourceId, &Source)| {
            let title = named.title.as_ref().or(named.source.as_ref());
            let by_title = same(Some(&source.title), title)
                && (named.publisher.is_none()
                    || same(Some(&source.publisher), named.publisher.as_ref()));
            by_title
                || source
                    .link()
                    .is_some_and(|link| Some(link) == address.map(String::as_str))
        };
        let mut fitting = all.filter(fits);
        let (id, _) = fitting.next()?;
        // Of two that are alike nobody can say which is meant.
        fitting.next().is_none().then(|| id.clone())
    }

    fn add(&mut self, named: &Named, place: &CellPlace) -> SourceId {
        let said = named.source.as_ref();
        let is_address =
            |text: &&String| text.starts_with("http://") || text.starts_with("https://");
        let address = named.address.as_ref().or(said.filter(is_address));
        let host = address.and_then(|address| address.split('/').nth(2));
        let name = said.filter(|said| !is_address(said)).map(String::as_str);
        let publisher = named.publisher.as_deref().or(name).or(host).unwrap_or("");
        // A description in brackets, where no title is known.
        let described = || format!("[{}]", name.or(host).unwrap_or(publisher));
        let grade = match named.grade.as_deref().map(folded).as_deref() {
            Some("official" | "officiel" | "oficial") => Some(Grade::Official),
            Some("reprint" | "reprise" | "reproduccion") => Some(Grade::Reprint),
            Some("news" | "presse" | "prensa" | "press") => Some(Grade::News),
            Some(_) | None => self.answers.grade,
        };
        if grade.is_none() {
            let asked = Asked::Grade(place.clone(), publisher.to_owned());
            self.asked.push(asked);
        }
        let date = named.date.map_or(String::new(), |date| format!("-{date}"));
        let plain = folded(publisher).replace(' ', "-") + &date;
        let taken = |id: &str| self.known.contains_key(id) || self.new.contains_key(id);
        let id = SourceId::from(free_id(&plain, taken));
        self.new.insert(
            id.clone(),
            Source {
                publisher: publisher.to_owned(),
                title: named.title.clone().unwrap_or_else(described),
                date: named.date,
                address: address
                    .cloned()
                    .ok_or_else(|| NoAddress::Because(NO_ADDRESS.to_owned())),
                grade: grade.unwrap_or(Grade::News),
                note: None,
            },
        );
        id
    }

    /// Hands on what is new and what is asked.
    pub fn told(self, incoming: &mut Incoming) {
        incoming.sources.extend(self.new);
        incoming.asked.extend(self.asked);
    }
}

/// An id made of a folded name that nothing else has.
pub(super) fn free_id(name: &str, taken: impl Fn(&str) -> bool) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c == ' ' { '-' } else { c })
        .collect();
    let plain = if plain.is_empty() {
        "x".to_owned()
    } else {
        plain
    };
    let numbered = (2..).map(|number| format!("{plain}-{number}"));
    let mut ids = std::iter::once(plain.clone()).chain(numbered);
    ids.find(|id| !taken(id)).unwrap_or(plain)
}
