//! Where an export goes: a file, a file in a folder, or standard output; and in which format.

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use super::{CliError, ExportArguments};
use crate::disk::{decimal_comma, write_whole};
use crate::export::{Csv, TableFormat, file_of_page};
use crate::words::command_line::ENDING_FOR_EXCEL;

/// Where to, and in which format.
#[derive(Clone)]
pub(super) struct Target {
    pub(super) path: PathBuf,
    /// What stands for the ending of the file's name.
    format: Option<String>,
    pub(super) csv: Csv,
    /// Whether to write also what a problem leaves something out of.
    pub(super) despite_problems: bool,
}

impl Target {
    pub(super) fn of(arguments: &ExportArguments) -> Self {
        Self {
            path: arguments.output.clone(),
            format: arguments.format.clone(),
            despite_problems: arguments.despite_problems,
            csv: if arguments.excel {
                Csv::Excel {
                    decimal_comma: decimal_comma(),
                }
            } else {
                Csv::Plain
            },
        }
    }

    /// A file of comma-separated values.
    pub(super) fn csv(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            format: None,
            despite_problems: false,
            csv: Csv::Plain,
        }
    }

    /// The same for a file in the folder.
    pub(super) fn within(&self, name: &str) -> Self {
        Self {
            path: self.path.join(name),
            ..self.clone()
        }
    }

    /// The same for one of several pages.
    pub(super) fn page(&self, number: usize) -> Self {
        Self {
            path: file_of_page(&self.path, number),
            ..self.clone()
        }
    }

    pub(super) fn is_standard_output(&self) -> bool {
        self.path.as_os_str() == "-"
    }

    /// What the file's name ends with, or would.
    pub(super) fn ending(&self, by_itself: &'static str) -> &str {
        if let Some(format) = &self.format {
            return format;
        }
        if self.is_standard_output() {
            return by_itself;
        }
        let ending = self.path.extension().and_then(OsStr::to_str);
        ending.unwrap_or("")
    }

    /// The format of a table; `None` where the ending is of none, or of none for Excel.
    pub(super) fn table_format(&self, by_itself: &'static str) -> Option<TableFormat> {
        match TableFormat::from_ending(self.ending(by_itself))? {
            TableFormat::Csv(_) => Some(TableFormat::Csv(self.csv)),
            TableFormat::Json => (self.csv == Csv::Plain).then_some(TableFormat::Json),
        }
    }

    pub(super) fn refuse(&self, endings: &'static str) -> CliError {
        let is_plain = self.csv == Csv::Plain;
        CliError::Ending {
            path: self.path.clone(),
            endings: if is_plain { endings } else { ENDING_FOR_EXCEL },
        }
    }

    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), CliError> {
        if !self.is_standard_output() {
            return write_whole(&self.path, bytes)
                .map_err(|error| CliError::Write(self.path.clone(), error));
        }
        let mut output = std::io::stdout().lock();
        match output.write_all(bytes).and_then(|()| output.flush()) {
            // Whoever reads has read enough.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            result => result.map_err(CliError::Output),
        }
    }
}
