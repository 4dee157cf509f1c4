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
    /// The other version.
    other: Other,
}

/// An earlier state of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptVersion {
    /// Where it is kept.
    pub path: PathBuf,
    /// How long ago it was replaced; `None` where that is not known.
    pub ago: Option<Duration>,
}

/// The version that a dataset is compared with.
#[derive(Debug, Default)]
enum Other {
    /// It was not read yet.
    #[default]
    Unread,
    /// Nothing of it can be used.
    Unusable,
    /// What it says.
    Read(Arc<Dataset>),
}

/// The two versions of a dataset, or why there are not two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Versions {
    /// Nothing is compared yet, or it is being read.
    None,
    /// The dataset is not open any more.
    Closed,
    /// Nothing of the other version can be used.
    Unusable,
    /// Before and now.
    Both([Arc<Dataset>; 2]),
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
    /// It was read; `None` where nothing of it can be used.
    Read(PathBuf, Option<Arc<Dataset>>),
    /// Ask for a file in a dialog.
    Pick,
}
