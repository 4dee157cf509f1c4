//! Why a command came to nothing.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::disk::WriteError;
use crate::export::ExportError;
use crate::import::GridFault;
use crate::words::command_line::{self as said, IdKind};
use crate::words::imports::{changed_meanwhile, nothing_kept, open_quote};

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
    NothingToDraw(String),
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
    /// A table cannot be read.
    Table(PathBuf, GridFault),
    /// The text of a release cannot be read; the sentence says why.
    Text(PathBuf, String),
    /// What is to be taken of a release cannot be; the sentence says what to do.
    Release(String),
    /// Somebody changed a dataset while it was to be changed.
    ChangedMeanwhile(PathBuf),
    /// No earlier state of a dataset is known.
    NothingKept(PathBuf),
    /// The export came to nothing.
    Export(ExportError),
}

impl CliError {
    /// Why a file was not written that must not be there yet.
    pub fn of_new(path: &Path, error: WriteError) -> Self {
        match error {
            WriteError::Exists => Self::Exists(path.to_owned()),
            WriteError::NoFolder(_)
            | WriteError::IsFolder
            | WriteError::NoOrdinaryFile
            | WriteError::ReadOnly
            | WriteError::LinksInCircles
            | WriteError::System(_) => Self::Write(path.to_owned(), error),
        }
    }

    /// 2 for wrong use and no display, 1 for everything that failed on the way.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::NoWindow(_)
            | Self::NothingToDraw(_)
            | Self::TooLong(_)
            | Self::UnknownId { .. }
            | Self::Ending { .. }
            | Self::ManyFiles
            | Self::Release(_)
            | Self::Export(
                ExportError::Size { .. } | ExportError::Scale { .. } | ExportError::Crowded { .. },
            ) => ExitCode::from(2),
            Self::Exists(_)
            | Self::Write(..)
            | Self::Output(_)
            | Self::NothingUsable
            | Self::LeftOut(_)
            | Self::View(..)
            | Self::Table(..)
            | Self::Text(..)
            | Self::ChangedMeanwhile(_)
            | Self::NothingKept(_)
            | Self::Export(_) => ExitCode::FAILURE,
        }
    }
}

impl fmt::Display for CliError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::NoWindow(why) | Self::Release(why) => return f.write_str(why),
            Self::NothingUsable => return f.write_str(said::NOTHING_USABLE),
            Self::ManyFiles => return f.write_str(said::MANY_FILES),
            Self::Export(error) => return error.fmt(f),
            Self::TooLong(why) => said::cannot_be_drawn(why),
            Self::NothingToDraw(why) => said::nothing_to_draw(why),
            Self::Exists(path) => said::already_there(path),
            Self::Write(path, error) => said::not_written(path, error),
            Self::Output(error) => said::output_failed(error),
            Self::LeftOut(what) => said::left_out(what),
            Self::UnknownId { kind, id, nearest } => {
                said::unknown_id(*kind, id, nearest.as_deref())
            }
            Self::Ending { path, endings } => said::wrong_ending(path, endings),
            Self::Table(path, GridFault::Empty) => said::no_table(path, said::EMPTY_TABLE),
            Self::Table(path, GridFault::Locked) => said::no_table(path, said::LOCKED),
            Self::Table(path, GridFault::TooLarge) => said::no_table(path, said::TOO_LARGE),
            Self::Table(path, GridFault::OtherKind) => said::no_table(path, said::OTHER_KIND),
            Self::Table(path, GridFault::OpenQuote(line)) => {
                said::no_table(path, &open_quote(*line))
            }
            Self::Table(path, GridFault::Broken(why)) => said::no_table(path, why),
            Self::Text(path, why) => said::no_text(path, why),
            Self::ChangedMeanwhile(path) => changed_meanwhile(&path.display().to_string()),
            Self::NothingKept(path) => nothing_kept(&path.display().to_string()),
            Self::View(path, why) => said::view_unusable(path, why),
        };
        f.write_str(&said)
    }
}

impl From<ExportError> for CliError {
    fn from(error: ExportError) -> Self {
        Self::Export(error)
    }
}
