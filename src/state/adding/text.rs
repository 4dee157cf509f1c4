//! The text of a release: what comes of reading it, and cases that are made of what it tells.

use std::sync::Arc;

use super::Door;
use crate::import::form::{CaseFields, Form, OperationFields, Subject};
use crate::import::release::{Release, Sifted};
use crate::state::{Effect, State};
use crate::words::window::adding::text as words;

impl State {
    pub(super) fn release_read(&mut self, read: Result<Arc<Release>, String>) -> Vec<Effect> {
        self.adding.busy = false;
        match read {
            Ok(release) => {
                let told = |of: &Release| Form::source_told(&of.source, &self.adding.base);
                let sifted = &self.adding.sifted;
                // What somebody typed stays; what the text before told goes with it.
                let source = if sifted.source == told(&sifted.release) {
                    told(&release)
                } else {
                    sifted.source.clone()
                };
                self.adding.sifted = Sifted {
                    release,
                    source,
                    ..Sifted::default()
                };
                self.propose()
            }
            Err(why) => {
                self.tell(why, true);
                Vec::new()
            }
        }
    }

    /// Has the numbers of a case that is not written be open again in the text it is made from.
    pub(super) fn forget_case(&mut self) {
        let quoted = &self.adding.form.quoted;
        let Sifted {
            release, in_cases, ..
        } = &mut self.adding.sifted;
        if !quoted.is_empty() {
            in_cases.retain(|at| {
                release
                    .event(*at)
                    .is_none_or(|event| event.quoted != *quoted)
            });
        }
    }

    /// Fills the form with the event that a number of the release is of. A case that somebody is
    /// entering stays.
    pub(super) fn case_of(&mut self, at: usize) -> Vec<Effect> {
        let sifted = &mut self.adding.sifted;
        let number = sifted.release.number(at);
        let operation = number.and_then(|number| number.operation.clone());
        let operation = operation.or_else(|| sifted.release.first_operation());
        let Some(event) = sifted.release.event(at) else {
            return Vec::new();
        };
        self.adding.door = Door::Form;
        if self.adding.form.case != CaseFields::default() {
            self.tell(words::CASE_BEGUN.to_owned(), true);
            return self.propose();
        }
        let name = operation.map(|id| {
            let open = self.adding.base.operation(id.as_str());
            open.map_or_else(|| sifted.release.name_of(&id), |open| open.name.clone())
        });
        let form = Form {
            subject: Subject::Case,
            operation: OperationFields {
                name: name.unwrap_or_default(),
                ..OperationFields::default()
            },
            source: sifted.source.clone(),
            case: event.fields,
            quoted: event.quoted,
            ..Form::default()
        };
        for at in event.numbers {
            sifted.confirmed.figures.remove(&at);
            sifted.passed.remove(&at);
            sifted.in_cases.insert(at);
        }
        self.adding.form = form.settled(&Form::default(), &self.adding.base);
        self.propose()
    }
}
