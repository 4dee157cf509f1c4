//! `opatlas diff`: what differs between two states of a dataset.

use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::CliError;
use super::target::Target;
use super::told;
use crate::disk::read_dataset;
use crate::export::changes;
use crate::model::Dataset;
use crate::query::diff::Before;
use crate::words::command_line::refused;
use crate::words::differing_in_all;

/// Tells what differs, and writes it as a table where one is asked for. As `diff` ends: 0 for
/// nothing, 1 for something, 2 where that could not be told.
pub fn run(old: &Path, new: &Path, table: Option<&Path>) -> Result<ExitCode, CliError> {
    compared(old, new, table).or_else(|error| {
        told::sentence(refused(&error)).map_err(CliError::Output)?;
        Ok(ExitCode::from(2))
    })
}

fn compared(old: &Path, new: &Path, table: Option<&Path>) -> Result<ExitCode, CliError> {
    let (old, new) = (read(old)?, read(new)?);
    let before = Before::of(&old, &new);
    let found = before.diff(&new);
    if let Some(path) = table {
        Target::csv(path).write(&changes(&found)?)?;
    }
    let lines = found.iter().map(|change| told::plain(change.sentence()));
    let text: String = lines.map(|line| line + "\n").collect();
    let to_table = table.is_some_and(|path| path.as_os_str() == "-");
    if !to_table {
        let in_all = differing_in_all(&found);
        match writeln!(std::io::stdout(), "{text}{in_all}") {
            // Whoever reads has read enough.
            Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
                return Err(CliError::Output(error));
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(ExitCode::from(u8::from(!found.is_empty())))
}

/// A dataset; what is left out of it is told.
fn read(path: &Path) -> Result<Dataset, CliError> {
    let reading = read_dataset(path);
    told::some(&reading.problems).map_err(CliError::Output)?;
    reading.dataset.ok_or(CliError::NothingUsable)
}
