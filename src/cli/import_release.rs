//! `opatlas import TEXT`: what a release states, and what of it somebody takes.

use std::path::Path;

use super::import_answers::answers;
use super::told::line;
use super::{CliError, ImportArguments, import_source};
use crate::disk::read_bytes;
use crate::import::release::{Confirmed, Counted, Mark, Release, Taken, What, is_text_name, text};
use crate::import::{Proposal, known_atlas, proposal_of_release};
use crate::model::Dataset;
use crate::words::releases as said;

/// Whether a file is read as the text of a release.
pub(super) fn is_text(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| is_text_name(&name.to_string_lossy()))
}

/// What is taken of a text would change in a dataset; `None` where nothing is taken yet, and what
/// there is was told.
pub(super) fn proposal(
    arguments: &ImportArguments,
    into: &str,
    dataset: &Dataset,
) -> Result<Option<Proposal>, CliError> {
    let [path] = arguments.sheets.as_slice() else {
        return Err(CliError::Release(said::ONE_TEXT.to_owned()));
    };
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into());
    let unusable = |why: String| CliError::Text(path.clone(), why);
    let bytes = read_bytes(path).map_err(|error| unusable(error.to_string()))?;
    let opened = text(&name, &bytes).map_err(|fault| unusable(fault.to_string()))?;
    let release = Release::of(&name, opened, dataset, &[]);
    if arguments.take.is_empty() {
        tell(&release)?;
        return Ok(None);
    }
    let confirmed = confirmed(arguments, &release)?;
    let mut answers = answers(arguments);
    import_source::answer(arguments, &release.source, dataset, &mut answers)?;
    let atlas = known_atlas();
    Ok(Some(proposal_of_release(
        &release, &confirmed, &answers, into, dataset, atlas,
    )))
}

/// Prints everything found, with the sentence it stands in.
fn tell(release: &Release) -> Result<(), CliError> {
    let mut told: Option<&Mark> = None;
    for (at, mark) in release.marks.iter().enumerate() {
        let Some(about) = release.line(at) else {
            continue;
        };
        line(about)?;
        let next = release.marks.get(at + 1..).unwrap_or(&[]).iter();
        let mut shown = next.filter(|one| !matches!(one.what, What::Country(_)));
        told = Some(mark);
        if shown
            .next()
            .is_none_or(|next| next.sentence != mark.sentence)
        {
            line(format!("    “{}”", release.excerpt(mark)))?;
        }
    }
    let source = &release.source;
    let told_of = [
        &source.title,
        &source.publisher,
        &source.date,
        &source.address,
    ];
    let told_of: Vec<&str> = told_of
        .into_iter()
        .map(String::as_str)
        .filter(|told| !told.is_empty())
        .collect();
    if !told_of.is_empty() {
        line(said::source(&told_of))?;
    }
    line(if told.is_some() {
        said::TAKE_SOME
    } else {
        said::NOTHING_FOUND
    })
}

fn confirmed(arguments: &ImportArguments, release: &Release) -> Result<Confirmed, CliError> {
    let mut confirmed = Confirmed {
        decimal: arguments.decimal.map(super::DecimalKind::decimal),
        ..Confirmed::default()
    };
    let called = arguments.operation.as_deref();
    let said = called.map(|called| confirmed.call(release, called));
    for (number, meaning) in arguments
        .take
        .iter()
        .filter_map(|take| take.split_once('='))
    {
        let wrong = || CliError::Release(said::no_such_mark(number));
        let at = number
            .trim()
            .parse::<usize>()
            .ok()
            .and_then(|number| number.checked_sub(1));
        let at = at.ok_or_else(wrong)?;
        let mark = release.marks.get(at).ok_or_else(wrong)?;
        let suggested = match &mark.what {
            What::Number(number) => number.operation.clone(),
            What::Days(_) | What::Countries(_) | What::Country(_) | What::Operation(_) => {
                release.first_operation()
            }
        };
        let operation = said.clone().or(suggested);
        let operation =
            operation.ok_or_else(|| CliError::Release(said::which_operation(at + 1)))?;
        match (&mark.what, meaning.trim()) {
            (What::Number(_), meaning) => {
                let counted = if meaning == "countries" {
                    Counted::Countries
                } else {
                    Counted::Metric(meaning.into())
                };
                confirmed.figures.insert(at, Taken { counted, operation });
            }
            (What::Days(_), "days") | (What::Countries(_), "countries") => {
                confirmed.take_fact(release, at, operation);
            }
            (What::Days(_) | What::Countries(_) | What::Country(_) | What::Operation(_), _) => {
                return Err(wrong());
            }
        }
    }
    Ok(confirmed)
}
