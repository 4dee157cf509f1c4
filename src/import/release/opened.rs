//! What a file gives: a text, and what it tells of its publication, or why none.

use crate::import::form::SourceFields;

/// The largest text that is read, in bytes.
pub const LONGEST: usize = 1 << 18;

/// Why a file gives no text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextFault {
    /// It holds nothing.
    Empty,
    /// It is longer than [`LONGEST`].
    TooLong,
    /// It is a PDF that is larger or has more pages than any release.
    TooLarge,
    /// It is a PDF of pictures, as a scanner makes it.
    Pictures,
    /// It is a PDF that opens only with a password.
    Locked,
    /// It is a PDF that does not say which letters it draws.
    NoLetters,
    /// It is a PDF of which nothing can be read.
    Broken,
    /// It is no text.
    OtherKind,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opened {
    /// The text.
    pub text: String,
    /// What the file tells of the publication beside it.
    pub source: SourceFields,
}

impl From<String> for Opened {
    fn from(text: String) -> Self {
        Self {
            text,
            source: SourceFields::default(),
        }
    }
}
