//! The text of a PDF, paragraph by paragraph: `page` reads what a page draws, with `font` and
//! `letters` for what its codes mean; `lines` and `paragraphs` put that together as it is
//! read.
//!
//! hayro-syntax reads the objects of a file, mending what is broken as far as it goes, and
//! hayro-cmap the tables of letters. A file is from anywhere: what one makes panic is caught, and no
//! more is read of it than a release has.

mod font;
mod letters;
mod lines;
mod page;
mod paragraphs;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_syntax::{LoadPdfError, Pdf};

use super::opened::{LONGEST, TextFault};
use lines::Page;

/// The largest file that is read, in bytes: releases with pictures are large.
const LARGEST: usize = 64 << 20;

/// So many pages are read; a report that is longer is no release.
const MOST_PAGES: usize = 200;

/// Whether bytes are those of a PDF. Some have a line of their own before it.
pub(super) fn is_pdf(bytes: &[u8]) -> bool {
    let head = bytes.get(..1024).unwrap_or(bytes);
    memchr::memmem::find(head, b"%PDF-").is_some()
}

/// The text of a PDF.
pub(super) fn text(bytes: &[u8]) -> Result<String, TextFault> {
    if bytes.len() > LARGEST {
        return Err(TextFault::TooLarge);
    }
    catch_unwind(AssertUnwindSafe(|| read(bytes))).unwrap_or(Err(TextFault::Broken))
}

fn read(bytes: &[u8]) -> Result<String, TextFault> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => TextFault::Locked,
        LoadPdfError::Invalid => TextFault::Broken,
    })?;
    if pdf.pages().len() > MOST_PAGES {
        return Err(TextFault::TooLarge);
    }
    let mut pages: Vec<Page> = Vec::new();
    let (mut length, mut unread, mut has_pictures) = (0, 0, false);
    for page in pdf.pages().iter() {
        let drawn = page::drawn(page);
        length += drawn.length;
        unread += drawn.unread;
        has_pictures |= drawn.has_pictures;
        if length > LONGEST {
            return Err(TextFault::TooLong);
        }
        pages.push(drawn.page);
    }
    // Of letters that nobody can name a few may be ornaments; a text is not made of them.
    if unread > length / 4 {
        return Err(TextFault::NoLetters);
    }
    let text = paragraphs::text(pages);
    match (text.trim().is_empty(), has_pictures) {
        (true, true) => Err(TextFault::Pictures),
        (true, false) => Err(TextFault::Empty),
        (false, _) => Ok(text),
    }
}
