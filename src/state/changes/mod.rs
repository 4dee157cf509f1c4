//! What changed in a dataset since another version of it: an earlier state that was kept when the
//! program wrote it, or another file.

mod apply;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::model::Dataset;

/// What is shown of the changes of a dataset.
#[derive(Debug, Default)]
pub struct Changes {
    /// Whether the panel is shown.
    pub shown: bool,
    /// Of which open file.
    pub of: PathBuf,
    /// The earlier states that were kept of it, the newest first.
    pub kept: Vec<KeptVersion>,
    /// What it is compared with.
    pub since: Option<PathBuf>,
    /// What differs, or why that cannot be told.
    pub told: Option<Result<Told, String>>,
    /// The other version.
    other: Option<Arc<Dataset>>,
}

/// An earlier state of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptVersion {
    /// Where it is kept.
    pub path: PathBuf,
    /// How long ago it was replaced; `None` where that is not known.
    pub ago: Option<Duration>,
}

/// What differs, in sentences.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// How much.
    pub in_all: String,
    /// Numbers that are new, gone or other.
    pub numbers: Vec<String>,
    /// Numbers that rest on something else.
    pub evidence: Vec<String>,
    /// Everything else.
    pub others: Vec<String>,
}

/// Something to do about the changes of a dataset.
#[derive(Debug, Clone)]
pub enum See {
    /// Show those of an open file.
    Of(PathBuf),
    /// Close the panel.
    Close,
    /// The earlier states of a file.
    Kept(PathBuf, Vec<KeptVersion>),
    /// Compare with this file.
    Since(PathBuf),
    /// It was read, or not: the sentence to show.
    Read(PathBuf, Result<Arc<Dataset>, String>),
    /// Ask for a file in a dialog.
    Pick,
}
