//! `opatlas import` and `opatlas undo`: tables into a dataset, and back.

use std::fmt::Display;
use std::path::Path;
use std::process::ExitCode;

use super::import_answers::answers;
use super::told::{self, line};
use super::{CliError, ImportArguments};
use super::{import_release, import_source};
use crate::disk::{Rewritten, Versions, WriteError, read_bytes, rewrite, write_first};
use crate::file::read;
use crate::import::form::SourceFields;
use crate::import::{self, Grid, GridFault, Proposal, grids, proposal};
use crate::model::Dataset;
use crate::words::imports as said;

/// Tells what tables would change in a dataset, and changes it where that is asked for and
/// nothing is open.
pub fn run(arguments: &ImportArguments) -> Result<ExitCode, CliError> {
    let path = &arguments.into;
    let was = match read_bytes(path) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => None,
        Err(error) => return Err(CliError::Write(path.clone(), WriteError::System(error))),
    };
    let text = match &was {
        Some(bytes) => String::from_utf8(bytes.clone()).unwrap_or_default(),
        None => new_dataset(path),
    };
    let bytes = was.as_deref().unwrap_or(text.as_bytes());
    let reading = read(&path.display().to_string(), bytes);
    if was.is_some() {
        told::some(&reading.problems).map_err(CliError::Output)?;
    }
    let dataset: Dataset = reading.dataset.ok_or(CliError::NothingUsable)?;
    let proposal = if arguments
        .sheets
        .iter()
        .any(|path| import_release::is_text(path))
    {
        let Some(proposal) = import_release::proposal(arguments, &text, &dataset)? else {
            return Ok(ExitCode::SUCCESS);
        };
        proposal
    } else {
        let mut tables: Vec<Grid> = Vec::new();
        for sheet in &arguments.sheets {
            tables.extend(read_tables(sheet)?);
        }
        let mut answers = answers(arguments);
        import_source::answer(arguments, &SourceFields::default(), &dataset, &mut answers)?;
        proposal(&tables, &text, &dataset, &answers, import::known_atlas())
    };
    tell(&proposal)?;
    let Some(new) = &proposal.text else {
        line(said::ANSWER_FIRST)?;
        return Ok(ExitCode::FAILURE);
    };
    if proposal.states_nothing() {
        line(said::NO_ROWS)?;
    } else if proposal.edits.is_empty() {
        line(said::NOTHING_NEW)?;
    } else if arguments.yes {
        write(path, was.as_deref(), new)?;
    } else {
        line(said::NOT_YET)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Has a dataset be what it was before the last change.
pub fn undo(path: &Path) -> Result<ExitCode, CliError> {
    let versions = Versions::of_user();
    let done = versions.map_or(Ok(Rewritten::NothingKept), |versions| {
        versions.take_back(path)
    });
    told_whether(path, done, said::taken_back)?;
    Ok(ExitCode::SUCCESS)
}

fn write(path: &Path, was: Option<&[u8]>, new: &str) -> Result<(), CliError> {
    let failed = |error| CliError::Write(path.to_owned(), error);
    let Some(was) = was else {
        write_first(Versions::of_user().as_ref(), path, new.as_bytes()).map_err(failed)?;
        return line(said::written(&path.display().to_string()));
    };
    let done = rewrite(Versions::of_user().as_ref(), path, was, new.as_bytes());
    told_whether(path, done, said::written)
}

fn told_whether(
    path: &Path,
    done: Result<Rewritten, WriteError>,
    sentence: fn(&str) -> String,
) -> Result<(), CliError> {
    match done.map_err(|error| CliError::Write(path.to_owned(), error))? {
        Rewritten::Gone => line(said::taken_back_whole(&path.display().to_string())),
        Rewritten::Done => line(sentence(&path.display().to_string())),
        Rewritten::Changed(_) => Err(CliError::ChangedMeanwhile(path.to_owned())),
        Rewritten::NothingKept => Err(CliError::NothingKept(path.to_owned())),
    }
}

/// A dataset that has nothing in it but the name of its file.
fn new_dataset(path: &Path) -> String {
    let name = path.file_stem().map(|name| name.to_string_lossy());
    import::new_dataset(&name.unwrap_or_default())
}

fn read_tables(path: &Path) -> Result<Vec<Grid>, CliError> {
    let unusable = |fault| CliError::Table(path.to_owned(), fault);
    let bytes = read_bytes(path);
    let bytes = bytes.map_err(|error| unusable(GridFault::Broken(error.to_string())))?;
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into());
    grids(&name, &bytes).map_err(unusable)
}

/// Prints what would be written, what was passed over and what is asked.
fn tell(proposal: &Proposal) -> Result<(), CliError> {
    lines(&proposal.put)?;
    if proposal.repeated > 0 {
        line(said::repeated(proposal.repeated))?;
    }
    lines(&proposal.passed)?;
    lines(&proposal.asked)
}

fn lines<T: Display>(all: &[T]) -> Result<(), CliError> {
    for one in all.iter().take(said::TOLD) {
        line(one)?;
    }
    match all.len().checked_sub(said::TOLD) {
        None | Some(0) => Ok(()),
        Some(more) => line(said::more_lines(more)),
    }
}
