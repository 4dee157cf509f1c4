//! What tests of the state begin with.

use std::sync::Arc;

use super::{Command, FileRead, State};
use crate::model::fault::{Opened, SignFault};
use crate::model::{Dataset, Place, Problem, Severity, fixture};

pub(super) fn read(
    path: Option<&str>,
    dataset: Option<Dataset>,
    problems: Vec<Problem>,
) -> Command {
    Command::ReadingDone(Box::new(FileRead {
        path: path.map(Into::into),
        name: path.unwrap_or("embedded.ron").to_owned(),
        dataset: dataset.map(Arc::new),
        problems,
        ..FileRead::default()
    }))
}

pub(super) fn problem() -> Problem {
    Problem {
        severity: Severity::Error,
        file: "mine.ron".to_owned(),
        place: Some(Place {
            line: 3,
            column: 4,
            length: 1,
        }),
        again: Vec::new(),
        fault: SignFault::NeverClosed(Opened::Bracket('(')).into(),
        left_out: None,
    }
}

pub(super) fn opened() -> State {
    let mut state = State::default();
    state.apply(read(None, Some(fixture::dataset()), Vec::new()));
    state
}
