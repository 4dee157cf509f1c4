//! From the bytes of a file to the text of a release: of plain texts, PDFs and pages of the web.

use super::opened::{LONGEST, Opened, TextFault};
use super::{page, pdf};
use crate::import::grid;

/// What the names of texts end with, without the dot.
pub const ENDINGS: &[&str] = &["txt", "text", "md", "html", "htm", "xhtml", "pdf"];

/// Whether a file is one that a release can be in, by its name.
pub fn is_text_name(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or("").to_lowercase();
    ENDINGS.contains(&ending.as_str())
}

/// The text in a file. `name` is its name, whose ending tells a page of the web.
pub fn text(name: &str, bytes: &[u8]) -> Result<Opened, TextFault> {
    if pdf::is_pdf(bytes) {
        return pdf::text(bytes).map(Opened::from);
    }
    if bytes.len() > LONGEST {
        return Err(TextFault::TooLong);
    }
    let text = grid::text(bytes).replace("\r\n", "\n").replace('\r', "\n");
    if text.contains('\0') {
        return Err(TextFault::OtherKind);
    }
    let ending = name.rsplit('.').next().unwrap_or("").to_lowercase();
    let begins = text.trim_start().get(..9).unwrap_or("").to_lowercase();
    let is_page = ["html", "htm", "xhtml"].contains(&ending.as_str())
        || begins.starts_with("<!doctype")
        || begins.starts_with("<html");
    let opened = if is_page {
        page::opened(&text)
    } else {
        text.into()
    };
    if opened.text.trim().is_empty() {
        return Err(TextFault::Empty);
    }
    Ok(opened)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gives_no_text_is_told() {
        assert_eq!(text("a.pdf", b"%PDF-1.7"), Err(TextFault::Broken));
        assert_eq!(text("a.txt", b" \n"), Err(TextFault::Empty));
        assert_eq!(text("a.txt", b"\x89PNG\0\0"), Err(TextFault::OtherKind));
        let long = vec![b'a'; LONGEST + 1];
        assert_eq!(text("a.txt", &long), Err(TextFault::TooLong));
        let read = text("a.txt", b"d\xE9j\xE0");
        assert_eq!(read.map(|read| read.text).as_deref(), Ok("déjà"));
    }
}
