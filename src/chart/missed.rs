//! What of a picture is left out: what its datasets state and a problem keeps from being used.

use std::collections::BTreeSet;

use super::asked::Asked;
use super::kinds::Shows;
use super::shown::{Listing, Shown, Subject};
use crate::model::{Operation, OperationId};
use crate::query::measure::{Disputed, Value};
use crate::words::Missed;

/// What a picture would show but for problems in the datasets, each once.
pub(super) fn left_out(asked: &Asked<'_>, listing: &Listing) -> Vec<Missed> {
    let mut missed = BTreeSet::new();
    let gaps = &asked.atlas.gaps;
    if asked.kind.shows_all() {
        let gone = gaps.operations();
        let gone = gone.filter(|id| asked.atlas.operation(id.as_str()).is_none());
        missed.extend(gone.map(|id| Missed::Operation(id.to_string())));
    }
    for operation in &listing.operations {
        let id = OperationId::from(operation.id.as_str());
        let files = gaps.files_of(&id);
        missed.extend(files.map(|file| Missed::Second(operation.id.clone(), file.to_owned())));
    }
    for shown in &listing.shown {
        let parts = shown.left_out.iter();
        missed.extend(parts.filter_map(|&part| missed_part(asked, listing, shown, part)));
    }
    if asked.kind.making().shows == Shows::Lists {
        let lost = |one: &&&Operation| gaps.has_countries(&one.id);
        let lost = asked.operations.iter().filter(lost);
        missed.extend(lost.map(|one| Missed::Countries(one.name.clone())));
    }
    // Where the whole figure is left out, its reports are too.
    let whole = missed.clone();
    missed.retain(|one| match one {
        Missed::Report(metric, name) => {
            !whole.contains(&Missed::Figure(metric.clone(), name.clone()))
        }
        Missed::Operation(_)
        | Missed::Second(..)
        | Missed::Figure(..)
        | Missed::Days(_)
        | Missed::Countries(_) => true,
    });
    missed.into_iter().collect()
}

/// What of one thing shown is left out.
fn missed_part(
    asked: &Asked<'_>,
    listing: &Listing,
    shown: &Shown,
    part: Disputed,
) -> Option<Missed> {
    let name = &listing.operations[shown.subject.operation()?].name;
    let metric = match shown.subject {
        Subject::Figure { metric, .. } => asked.atlas.metric(&listing.metrics[metric].id),
        Subject::Days { .. }
        | Subject::Countries { .. }
        | Subject::Country(_)
        | Subject::TakingPart { .. } => None,
    };
    Some(match part {
        Disputed::Days => Missed::Days(name.clone()),
        Disputed::Countries => Missed::Countries(name.clone()),
        Disputed::Figure if shown.value == Value::LeftOut => {
            Missed::Figure(metric?.label.clone(), name.clone())
        }
        Disputed::Figure => Missed::Report(metric?.label.clone(), name.clone()),
        Disputed::Whole => {
            let whole = asked.atlas.metric(metric?.part_of.as_ref()?.as_str())?;
            Missed::Figure(whole.label.clone(), name.clone())
        }
        Disputed::Base => Missed::Figure(metric?.label.clone(), asked.base?.name.clone()),
    })
}
