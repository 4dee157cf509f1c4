//! What is known while a dataset is checked: the ids that may be referred to, and what checking
//! has come upon so far.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::found::{Found, Span};
use crate::model::fault::Noun;
use crate::model::{Lost, Part};

/// So many names are compared to guess what wrong ones mean; for more it would take long.
const MOST_COMPARED: usize = 1_000_000;

/// A declared id.
#[derive(Debug, Clone)]
pub(super) struct Declared {
    /// Where its record begins.
    pub span: Span,
    /// Whether its record could be used.
    pub usable: bool,
}

/// The ids that records may refer to, usable or not, by what they name.
#[derive(Debug, Default)]
pub(super) struct Known {
    ids: BTreeMap<Noun, BTreeMap<String, Declared>>,
    /// After which no day has come yet; `None` where nobody asks.
    pub today: Option<Date>,
}

impl Known {
    /// Nothing but what day it is.
    pub fn on(today: Option<Date>) -> Self {
        Self {
            today,
            ..Self::default()
        }
    }

    /// The ids of one kind.
    pub fn of(&self, noun: Noun) -> impl Iterator<Item = (&str, &Declared)> {
        let ids = self.ids.get(&noun).into_iter().flatten();
        ids.map(|(id, declared)| (id.as_str(), declared))
    }

    /// How many ids of one kind there are.
    pub fn count(&self, noun: Noun) -> usize {
        self.ids.get(&noun).map_or(0, BTreeMap::len)
    }

    /// An id, if it is known.
    pub fn get(&self, noun: Noun, id: &str) -> Option<&Declared> {
        self.ids.get(&noun)?.get(id)
    }

    /// Whether a record that can be used has an id.
    pub fn is_taken(&self, noun: Noun, id: &str) -> bool {
        self.get(noun, id).is_some_and(|declared| declared.usable)
    }

    /// Makes an id known. Of several records the first is meant that can be used.
    pub fn declare(&mut self, noun: Noun, id: String, span: Span, usable: bool) {
        if !self.is_taken(noun, &id) {
            let ids = self.ids.entry(noun).or_default();
            ids.insert(id, Declared { span, usable });
        }
    }
}

/// What goes with a record: how many of each kind, and what is lost that pictures show.
#[derive(Debug, Default)]
struct Dragged {
    parts: BTreeMap<Noun, usize>,
    lost: BTreeSet<Lost>,
}

/// What checking has come upon, apart from the records themselves.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// What is wrong.
    pub faults: Vec<Found>,
    /// The ids that something usable refers to.
    used: BTreeMap<Noun, BTreeSet<String>>,
    /// What was left out because a record it refers to was.
    dragged: BTreeMap<(Noun, String), Dragged>,
    /// What was guessed for ids and codes of countries that do not exist.
    guesses: BTreeMap<(Noun, String), Vec<String>>,
    /// How many names were compared for that.
    compared: usize,
}

impl Tally {
    /// Adds what was come upon elsewhere.
    pub fn merge(&mut self, other: Self) {
        self.faults.extend(other.faults);
        for (noun, ids) in other.used {
            self.used.entry(noun).or_default().extend(ids);
        }
        for (id, dragged) in other.dragged {
            let all = self.dragged.entry(id).or_default();
            for (part, count) in dragged.parts {
                *all.parts.entry(part).or_default() += count;
            }
            all.lost.extend(dragged.lost);
        }
    }

    /// Notes that something usable refers to an id.
    pub fn note_used(&mut self, noun: Noun, id: &str) {
        let used = self.used.entry(noun).or_default();
        if !used.contains(id) {
            used.insert(id.to_owned());
        }
    }

    /// Whether something usable refers to an id.
    pub fn is_used(&self, noun: Noun, id: &str) -> bool {
        self.used.get(&noun).is_some_and(|used| used.contains(id))
    }

    /// Notes that a part was left out because the record it refers to was, and what is lost.
    pub fn note_dragged(&mut self, noun: Noun, id: &str, part: Noun, lost: Option<Lost>) {
        let dragged = self.dragged.entry((noun, id.to_owned())).or_default();
        *dragged.parts.entry(part).or_default() += 1;
        dragged.lost.extend(lost);
    }

    /// What a wrong id or code may mean, guessed once for each from so many names.
    pub fn guess(
        &mut self,
        noun: Noun,
        name: &str,
        names: usize,
        guess: impl FnOnce() -> Vec<String>,
    ) -> Vec<String> {
        let key = (noun, name.to_owned());
        if !self.guesses.contains_key(&key) {
            self.compared += names;
            if self.compared > MOST_COMPARED {
                return Vec::new();
            }
        }
        self.guesses.entry(key).or_insert_with(guess).clone()
    }

    /// Tells what rests on a record that is left out with the first fault that it is left out for.
    pub fn tell_dragged(&mut self) {
        let mut causes: BTreeMap<(Noun, String), usize> = BTreeMap::new();
        for (place, found) in self.faults.iter().enumerate() {
            if let Some(left_out) = &found.left_out
                && let Some(record) = &left_out.record
                && left_out.part == Part::This(record.0)
            {
                let first = causes.entry(record.clone()).or_insert(place);
                if self.faults.get(*first).map(Found::start) > Some(found.start()) {
                    *first = place;
                }
            }
        }
        for (record, dragged) in std::mem::take(&mut self.dragged) {
            let cause = causes
                .get(&record)
                .and_then(|&place| self.faults.get_mut(place));
            if let Some(left_out) = cause.and_then(|found| found.left_out.as_mut()) {
                left_out.rests = dragged.parts.into_iter().collect();
                left_out.lost.extend(dragged.lost);
            }
        }
    }
}
