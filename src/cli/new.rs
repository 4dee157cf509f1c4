//! `opatlas new`: a starter dataset that explains the format.

use std::io;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::CliError;
use super::told::plain;
use crate::disk::{WriteError, write_new};
use crate::file::starter;

/// Writes the starter to a file that is not there yet.
pub fn run(path: &Path) -> Result<ExitCode, CliError> {
    write_new(path, starter().as_bytes()).map_err(|error| match error {
        WriteError::Exists => CliError::Exists(path.to_owned()),
        WriteError::NoFolder(_)
        | WriteError::IsFolder
        | WriteError::NoOrdinaryFile
        | WriteError::ReadOnly
        | WriteError::LinksInCircles
        | WriteError::System(_) => CliError::Write(path.to_owned(), error),
    })?;
    let path = plain(path.display());
    writeln!(
        io::stdout(),
        "Wrote {path}. Open it in a text editor, and beside it with: opatlas {path}"
    )
    .map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}
