//! How one goes through the marks of a text: which is looked at, what is chosen for it, and what it
//! is called.

use super::laid::Laid;
use super::offers;
use crate::import::release::{Counted, Sifted, Verdict, What};
use crate::model::OperationId;
use crate::state::State;
use crate::words::window::adding::text as said;

/// What is kept of the door from one frame to the next.
#[derive(Debug, Default)]
pub(super) struct Going {
    /// The mark that is looked at.
    pub(super) at: Option<usize>,
    /// Whether the keyboard goes to it.
    pub(super) go: bool,
    /// What is chosen for it before it is taken.
    pub(super) chosen: Option<Chosen>,
    /// The operation that was chosen last.
    pub(super) last: Option<OperationId>,
    /// Where the paragraphs of the text are.
    pub(super) laid: Laid,
    /// What has been pasted.
    pub(super) pasted: String,
}

/// What somebody chose for a mark.
#[derive(Debug, Clone)]
pub(super) struct Chosen {
    at: usize,
    pub(super) counted: Option<Counted>,
    pub(super) operation: Option<OperationId>,
}

pub(super) fn take(at: usize, stops: &[usize], going: &mut Going, sifted: &mut Sifted) {
    let chosen = going.chosen(at, sifted);
    if sifted.take(at, chosen.counted.as_ref(), chosen.operation.as_ref()) {
        go_on(at, stops, going, sifted);
    }
}

/// Goes to the next mark that is open; stays where there is none.
pub(super) fn go_on(at: usize, stops: &[usize], going: &mut Going, sifted: &Sifted) {
    let from = stops
        .iter()
        .position(|stop| *stop == at)
        .map_or(0, |from| from + 1);
    let (before, behind) = stops.split_at(from.min(stops.len()));
    let mut rest = behind.iter().chain(before);
    let open = rest.find(|stop| sifted.verdict(**stop) == Verdict::Open);
    going.at = open.copied().or(Some(at));
    going.go = true;
}

impl Going {
    /// What is chosen for a mark: by somebody, as it was taken, or as the text suggests.
    pub(super) fn chosen(&self, at: usize, sifted: &Sifted) -> Chosen {
        if let Some(chosen) = self.chosen.as_ref().filter(|chosen| chosen.at == at) {
            return chosen.clone();
        }
        let taken = sifted.confirmed.figures.get(&at);
        let number = sifted.release.number(at);
        let suggested = number.and_then(|number| number.counted.clone());
        let counted = taken.map(|taken| taken.counted.clone()).or(suggested);
        let operation = taken.map(|taken| &taken.operation);
        let operation = operation.or(sifted.confirmed.facts.get(&at)).cloned();
        let suggested = match number {
            Some(number) => number.operation.clone(),
            None => sifted.release.first_operation(),
        };
        Chosen {
            at,
            counted,
            operation: operation.or(suggested).or_else(|| self.last.clone()),
        }
    }
}

/// What a mark counts and of what, in words.
pub(super) fn about(state: &State, sifted: &Sifted, at: usize, going: &Going) -> (String, String) {
    let chosen = going.chosen(at, sifted);
    let what = sifted.release.marks.get(at).map(|mark| &mark.what);
    let counted = match (what, &chosen.counted) {
        (Some(What::Days(_)), _) => said::DAYS.to_owned(),
        (Some(What::Countries(list)), _) => said::list(list.countries.len()),
        (_, Some(counted)) => counted_name(state, sifted, counted),
        (_, None) => said::COUNTS_WHAT.to_owned(),
    };
    let operation = chosen.operation.as_ref();
    let operation = operation.map(|id| operation_name(state, sifted, id));
    (
        counted,
        operation.unwrap_or_else(|| said::WHICH_OPERATION.to_owned()),
    )
}

pub(super) fn counted_name(state: &State, sifted: &Sifted, counted: &Counted) -> String {
    match counted {
        Counted::Metric(id) => {
            let mut known = sifted.release.metrics.iter();
            let label = known.find(|(one, _)| one == id);
            label.map_or_else(
                || offers::label_of(state, id.as_str()),
                |(_, label)| label.clone(),
            )
        }
        Counted::Countries => said::COUNTRIES.to_owned(),
    }
}

pub(super) fn operation_name(state: &State, sifted: &Sifted, id: &OperationId) -> String {
    let open = state.adding.base().operation(id.as_str());
    open.map_or_else(|| sifted.release.name_of(id), |one| one.name.clone())
}

/// What was decided, in a word.
pub(super) fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Open => said::verdict::OPEN,
        Verdict::Taken => said::verdict::TAKEN,
        Verdict::InCase => said::verdict::IN_CASE,
        Verdict::Passed => said::verdict::PASSED,
    }
}
