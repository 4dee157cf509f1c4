//! `opatlas template`: a workbook to fill.

use std::io;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::CliError;
use super::told::plain;
use crate::disk::{WriteError, write_new};
use crate::export::template;
use crate::import::known_metrics;
use crate::words::command_line::template_written;

/// What the workbook's name ends with.
const ENDING: &str = "xlsx";

/// Writes the workbook to a file that is not there yet.
pub fn run(path: &Path) -> Result<ExitCode, CliError> {
    if path
        .extension()
        .is_none_or(|ending| !ending.eq_ignore_ascii_case(ENDING))
    {
        let path = path.to_owned();
        let endings = ".xlsx";
        return Err(CliError::Ending { path, endings });
    }
    let failed = |error| CliError::Write(path.to_owned(), error);
    let bytes = template(known_metrics()).map_err(io::Error::other);
    let bytes = bytes.map_err(|error| failed(WriteError::System(error)))?;
    write_new(path, &bytes).map_err(|error| CliError::of_new(path, error))?;
    let told = template_written(&plain(path.display()));
    writeln!(io::stdout(), "{told}").map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}
