//! Why a command came to nothing.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::disk::WriteError;
use crate::export::ExportError;

/// Why a command came to nothing: what happened, what to do, the path last.
#[derive(Debug)]
pub enum CliError {
    /// There can be no window; the sentence says why.
    NoWindow(String),
    /// The file to be written new is already there.
    Exists(PathBuf),
    /// A file could not be written.
    Write(PathBuf, WriteError),
    /// Standard output could not be written.
    Output(io::Error),
    /// A dataset has nothing that could be used; its problems were printed.
    NothingUsable,
    /// The chart has nothing to say about what was chosen; the sentence says what to do.
    NothingToDraw(&'static str),
    /// A title or subtitle is longer than any that can be read; the sentence says how long.
    TooLong(String),
    /// An id on the command line is in no dataset.
    UnknownId {
        /// What it should be the id of.
        kind: IdKind,
        /// The id.
        id: String,
        /// The nearest id there is.
        nearest: Option<String>,
    },
    /// The file's ending is none that can be written.
    Ending {
        /// The file.
        path: PathBuf,
        /// The endings that can.
        endings: &'static str,
    },
    /// Many files cannot go to standard output.
    ManyFiles,
    /// The view cannot be read; the sentence says why.
    View(PathBuf, String),
    /// A problem in a dataset leaves out what would be shown; the words say what.
    LeftOut(String),
    /// The export came to nothing.
    Export(ExportError),
}

/// What an id on the command line is meant to name.
#[derive(Debug, Clone, Copy)]
pub enum IdKind {
    /// An operation.
    Operation,
    /// A metric.
    Metric,
}

impl CliError {
    /// 2 for wrong use and no display, 1 for everything that failed on the way.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::NoWindow(_)
            | Self::NothingToDraw(_)
            | Self::TooLong(_)
            | Self::UnknownId { .. }
            | Self::Ending { .. }
            | Self::ManyFiles
            | Self::Export(
                ExportError::Size { .. } | ExportError::Scale { .. } | ExportError::Crowded { .. },
            ) => ExitCode::from(2),
            Self::Exists(_)
            | Self::Write(..)
            | Self::Output(_)
            | Self::NothingUsable
            | Self::LeftOut(_)
            | Self::View(..)
            | Self::Export(_) => ExitCode::FAILURE,
        }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoWindow(why) => f.write_str(why),
            Self::TooLong(why) => write!(f, "the picture cannot be drawn: {why}"),
            Self::NothingToDraw(why) => write!(f, "there is nothing to draw: {why}"),
            Self::Exists(path) => {
                write!(
                    f,
                    "the file is already there and stays as it is; choose another name: {}",
                    path.display()
                )
            }
            Self::Write(path, error) => write!(
                f,
                "the file could not be written: {error}: {}",
                path.display()
            ),
            Self::Output(error) => write!(f, "the output could not be written: {error}"),
            Self::NothingUsable => {
                f.write_str("nothing in the datasets can be used; mend the problems above first")
            }
            Self::LeftOut(what) => write!(
                f,
                "nothing was written, for problems leave out {what}; mend them, or write it \
                 all the same with --despite-problems"
            ),
            Self::UnknownId { kind, id, nearest } => {
                let (kind, table) = match kind {
                    IdKind::Operation => ("operation", "operations"),
                    IdKind::Metric => ("metric", "metrics"),
                };
                write!(f, "there is no {kind} “{id}”; ")?;
                match nearest {
                    Some(nearest) => write!(f, "did you mean “{nearest}”?"),
                    None => write!(
                        f,
                        "`opatlas export --table {table} -o ids.csv` names those there are"
                    ),
                }
            }
            Self::Ending { path, endings } => {
                write!(
                    f,
                    "the file’s name must end with {endings}: {}",
                    path.display()
                )
            }
            Self::ManyFiles => f.write_str("--all writes many files; name a folder with -o FOLDER"),
            Self::View(path, why) => {
                write!(f, "the view cannot be used: {why}: {}", path.display())
            }
            Self::Export(error) => error.fmt(f),
        }
    }
}

impl From<ExportError> for CliError {
    fn from(error: ExportError) -> Self {
        Self::Export(error)
    }
}
