//! What is known while a dataset is checked: the ids that may be referred to, and what checking
//! has come upon so far.

use std::collections::{BTreeMap, BTreeSet};

use super::fault::{Fault, Span};
use super::wording::{all_of, counted, quoted};

/// So many different wrong names are told with the one that may be meant; for more, nobody
/// would read it, and guessing takes long.
const MOST_GUESSES: usize = 100;

/// A kind of record that others refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum IdKind {
    /// Publications.
    Source,
    /// What is counted.
    Metric,
    /// Police operations.
    Operation,
}

impl IdKind {
    /// What one of them is called.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Metric => "metric",
            Self::Operation => "operation",
        }
    }
}

/// A declared id.
#[derive(Debug, Clone)]
pub(super) struct Declared {
    /// Where its record begins.
    pub span: Span,
    /// Whether its record could be used.
    pub usable: bool,
}

/// The ids that records may refer to, usable or not.
#[derive(Debug, Default)]
pub(super) struct Known {
    sources: BTreeMap<String, Declared>,
    metrics: BTreeMap<String, Declared>,
    operations: BTreeMap<String, Declared>,
}

impl Known {
    /// The ids of one kind.
    pub fn of(&self, kind: IdKind) -> &BTreeMap<String, Declared> {
        match kind {
            IdKind::Source => &self.sources,
            IdKind::Metric => &self.metrics,
            IdKind::Operation => &self.operations,
        }
    }

    /// Makes an id known, unless it is already.
    pub fn declare(&mut self, kind: IdKind, id: String, span: Span, usable: bool) {
        let ids = match kind {
            IdKind::Source => &mut self.sources,
            IdKind::Metric => &mut self.metrics,
            IdKind::Operation => &mut self.operations,
        };
        ids.entry(id).or_insert(Declared { span, usable });
    }
}

/// What checking has come upon, apart from the records themselves.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// What is wrong.
    pub faults: Vec<Fault>,
    /// The ids that something usable refers to.
    used: BTreeMap<IdKind, BTreeSet<String>>,
    /// What was left out because a record it refers to was, by that record and kind of part.
    dragged: BTreeMap<(IdKind, String), BTreeMap<&'static str, usize>>,
    /// What was guessed for names that do not exist.
    guesses: BTreeMap<(&'static str, String), Option<String>>,
}

impl Tally {
    /// Adds what was come upon elsewhere.
    pub fn merge(&mut self, other: Self) {
        self.faults.extend(other.faults);
        for (kind, ids) in other.used {
            self.used.entry(kind).or_default().extend(ids);
        }
        for (id, parts) in other.dragged {
            let all = self.dragged.entry(id).or_default();
            for (part, count) in parts {
                *all.entry(part).or_default() += count;
            }
        }
    }

    /// Notes that something usable refers to an id.
    pub fn note_used(&mut self, kind: IdKind, id: &str) {
        let used = self.used.entry(kind).or_default();
        if !used.contains(id) {
            used.insert(id.to_owned());
        }
    }

    /// Whether something usable refers to an id.
    pub fn is_used(&self, kind: IdKind, id: &str) -> bool {
        self.used.get(&kind).is_some_and(|used| used.contains(id))
    }

    /// Notes that a part was left out because the record it refers to was.
    pub fn note_dragged(&mut self, kind: IdKind, id: &str, part: &'static str) {
        let parts = self.dragged.entry((kind, id.to_owned())).or_default();
        *parts.entry(part).or_default() += 1;
    }

    /// What a wrong name may mean, guessed once for each.
    pub fn guess(
        &mut self,
        noun: &'static str,
        name: &str,
        guess: impl FnOnce() -> Option<String>,
    ) -> Option<String> {
        let key = (noun, name.to_owned());
        if let Some(known) = self.guesses.get(&key) {
            return known.clone();
        }
        if self.guesses.len() == MOST_GUESSES {
            return None;
        }
        self.guesses.entry(key).or_insert(guess()).clone()
    }

    /// One error for each broken record that took others with it.
    pub fn tell_dragged(&mut self, known: &Known) {
        for ((kind, id), parts) in std::mem::take(&mut self.dragged) {
            let Some(declared) = known.of(kind).get(&id) else {
                continue;
            };
            let lost: Vec<String> = parts
                .iter()
                .map(|(part, count)| counted(*count, part))
                .collect();
            self.faults.push(Fault::error(
                declared.span.clone(),
                format!(
                    "the {} {} is left out, so what rests on it is left out too: {}",
                    kind.noun(),
                    quoted(&id),
                    all_of(&lost)
                ),
                format!("correct the {}, and they come back", kind.noun()),
            ));
        }
    }
}
