//! What is known while a dataset is checked: the ids that may be referred to, and what checking
//! has come upon so far.

use std::collections::{BTreeMap, BTreeSet};

use super::found::{Found, Span};
use crate::model::fault::{Noun, Part, RecordFault};
use crate::model::hidden::shown;
use crate::model::{LeftOut, MetricId, OperationId};

/// So many different wrong names are told with the one that may be meant; for more, nobody
/// would read it, and guessing takes long.
const MOST_GUESSES: usize = 100;

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
pub(super) struct Known(BTreeMap<Noun, BTreeMap<String, Declared>>);

impl Known {
    /// The ids of one kind.
    pub fn of(&self, noun: Noun) -> impl Iterator<Item = (&str, &Declared)> {
        let ids = self.0.get(&noun).into_iter().flatten();
        ids.map(|(id, declared)| (id.as_str(), declared))
    }

    /// An id, if it is known.
    pub fn get(&self, noun: Noun, id: &str) -> Option<&Declared> {
        self.0.get(&noun)?.get(id)
    }

    /// Makes an id known, unless it is already.
    pub fn declare(&mut self, noun: Noun, id: String, span: Span, usable: bool) {
        let ids = self.0.entry(noun).or_default();
        ids.entry(id).or_insert(Declared { span, usable });
    }
}

/// What goes with a record: how many of each kind, and which figures lose a report.
#[derive(Debug, Default)]
struct Dragged {
    parts: BTreeMap<Noun, usize>,
    figures: Vec<(OperationId, MetricId)>,
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
    guesses: BTreeMap<(Noun, String), Option<String>>,
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
            all.figures.extend(dragged.figures);
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

    /// Notes that a part was left out because the record it refers to was; `figure` when it is
    /// one or a report of one.
    pub fn note_dragged(
        &mut self,
        noun: Noun,
        id: &str,
        part: Noun,
        figure: Option<(OperationId, MetricId)>,
    ) {
        let dragged = self.dragged.entry((noun, id.to_owned())).or_default();
        *dragged.parts.entry(part).or_default() += 1;
        dragged.figures.extend(figure);
    }

    /// What a wrong id or code may mean, guessed once for each.
    pub fn guess(
        &mut self,
        noun: Noun,
        name: &str,
        guess: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        let key = (noun, name.to_owned());
        if !self.guesses.contains_key(&key) && self.guesses.len() == MOST_GUESSES {
            return None;
        }
        self.guesses.entry(key).or_insert_with(guess).clone()
    }

    /// One error for each broken record that took others with it.
    pub fn tell_dragged(&mut self, known: &Known) {
        for ((noun, id), dragged) in std::mem::take(&mut self.dragged) {
            if let Some(declared) = known.get(noun, &id) {
                let fault = RecordFault::Broken(noun, shown(&id));
                self.faults.push(Found {
                    left_out: Some(LeftOut {
                        part: Part::RestsOn(dragged.parts.into_iter().collect()),
                        record: Some((noun, id)),
                        field: None,
                        figures: dragged.figures,
                    }),
                    ..Found::error(declared.span.clone(), fault)
                });
            }
        }
    }
}
