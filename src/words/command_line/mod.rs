//! What the command line says: its help, why a command came to nothing, and what was done.

pub mod help;
mod refusals;

pub use refusals::*;

use std::fmt::Display;

/// That a starter was written, and what to do with it.
pub fn starter_written(path: &str) -> String {
    format!("Wrote {path}. Open it in a text editor, and beside it with: opatlas {path}")
}

/// That a workbook to fill was written, and what to do with it.
pub fn template_written(path: &str) -> String {
    format!("Wrote {path}. Fill it in, then: opatlas import {path} --into mine.ron")
}

/// That a picture was too high for its size, and in which files its pages are.
pub fn on_pages(pages: usize, first: impl Display, last: impl Display) -> String {
    format!("So much cannot be read on one page of this size; wrote {pages}: {first} to {last}")
}

/// That a file has more problems than were printed.
pub fn more_problems(file: &str, more: usize, in_all: usize, what_next: WhatNext) -> String {
    let what_next = match what_next {
        WhatNext::Check => "`opatlas check` prints them",
        WhatNext::MendFirst => "mend those above first",
    };
    format!("{file}: and {more} more problems, {in_all} in all; {what_next}")
}

/// What to do about problems that were not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhatNext {
    /// Have them all printed.
    Check,
    /// Mend the ones that were.
    MendFirst,
}
