//! `opatlas new`: a starter dataset that explains the format.

use std::io;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use super::CliError;
use super::told::plain;
use crate::disk::write_new;
use crate::file::{STARTER, starter};
use crate::words::command_line::starter_written;

/// Writes the starter to a file that is not there yet, with the metrics of the embedded datasets
/// where they are asked for.
pub fn run(path: &Path, metrics: bool) -> Result<ExitCode, CliError> {
    let text = if metrics {
        starter()
    } else {
        STARTER.to_owned()
    };
    write_new(path, text.as_bytes()).map_err(|error| CliError::of_new(path, error))?;
    let path = plain(path.display());
    writeln!(io::stdout(), "{}", starter_written(&path)).map_err(CliError::Output)?;
    Ok(ExitCode::SUCCESS)
}
