//! From the bytes of a file to the text of a release: plain text, PDFs, and pages of the web
//! without what is around and between their words.

use html5gum::{Token, Tokenizer};

use super::pdf;
use crate::import::grid;

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

/// Elements whose text is none of the release.
const SKIPPED: [&[u8]; 11] = [
    b"script",
    b"style",
    b"head",
    b"noscript",
    b"template",
    b"svg",
    b"nav",
    b"footer",
    b"form",
    b"button",
    b"aside",
];

/// Elements that stand on lines of their own.
const BLOCKS: [&[u8]; 29] = [
    b"p",
    b"div",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"li",
    b"ul",
    b"ol",
    b"tr",
    b"table",
    b"section",
    b"article",
    b"header",
    b"main",
    b"blockquote",
    b"figure",
    b"figcaption",
    b"pre",
    b"dl",
    b"dt",
    b"dd",
    b"hr",
    b"address",
    b"details",
    b"summary",
    b"caption",
];

/// What the names of texts end with, without the dot.
pub const ENDINGS: &[&str] = &["txt", "text", "md", "html", "htm", "xhtml", "pdf"];

/// Whether a file is one that a release can be in, by its name.
pub fn is_text_name(name: &str) -> bool {
    let ending = name.rsplit('.').next().unwrap_or("").to_lowercase();
    ENDINGS.contains(&ending.as_str())
}

/// The text in a file. `name` is its name, whose ending tells a page of the web.
pub fn text(name: &str, bytes: &[u8]) -> Result<String, TextFault> {
    if pdf::is_pdf(bytes) {
        return pdf::text(bytes);
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
    let text = if is_page { of_page(&text) } else { text };
    if text.trim().is_empty() {
        return Err(TextFault::Empty);
    }
    Ok(text)
}

/// The words of a page of the web, a line for each block.
fn of_page(page: &str) -> String {
    let mut text = String::new();
    // The element that is skipped, and how many of its kind are open within it.
    let mut skipped: Option<(Vec<u8>, usize)> = None;
    for token in Tokenizer::new(page).flatten() {
        match token {
            Token::StartTag(tag) => {
                if let Some((name, open)) = &mut skipped {
                    *open += usize::from(*name == *tag.name && !tag.self_closing);
                } else if SKIPPED.contains(&tag.name.as_slice()) && !tag.self_closing {
                    skipped = Some((tag.name.to_vec(), 1));
                } else {
                    text.push_str(between(&tag.name));
                }
            }
            Token::EndTag(tag) => {
                if let Some((name, open)) = &mut skipped {
                    *open -= usize::from(*name == *tag.name);
                    if *open == 0 {
                        skipped = None;
                    }
                } else {
                    text.push_str(between(&tag.name));
                }
            }
            Token::String(words) if skipped.is_none() => {
                // What breaks a line in the file is a blank on the page.
                let words = String::from_utf8_lossy(&words).replace(['\n', '\t'], " ");
                text.push_str(&words);
            }
            Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    let lines = text.lines().map(|line| {
        let words: Vec<&str> = line
            .split([' ', '\t'])
            .filter(|word| !word.is_empty())
            .collect();
        words.join(" ")
    });
    let mut tidy = String::with_capacity(text.len());
    for line in lines {
        if !line.is_empty() {
            tidy.push_str(&line);
            tidy.push_str("\n\n");
        }
    }
    tidy
}

/// What a tag is in a text.
fn between(name: &[u8]) -> &'static str {
    if name == b"br" || BLOCKS.contains(&name) {
        "\n"
    } else if name == b"td" || name == b"th" {
        " "
    } else if name == b"sup" {
        // A note’s number does not belong to the number before it.
        " "
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gives_its_words_and_nothing_around_them() {
        let page = "<!DOCTYPE html><html><head><title>No 7</title><style>p{margin:5px}</style></head>\
            <body><nav>1 of 9 pages</nav><h1>A raid</h1><p>More than 1&nbsp;800 people<sup>3</sup>\n\
            in C&ocirc;te d&rsquo;Ivoire &amp; Togo.<script>var a = 99;</script></p>\
            <ul><li>40 arrests<li>12 cases</ul><br/>End";
        let found = text("a.html", page.as_bytes()).unwrap();
        let lines: Vec<&str> = found.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            lines,
            [
                "A raid",
                "More than 1\u{a0}800 people 3 in Côte d’Ivoire & Togo.",
                "40 arrests",
                "12 cases",
                "End"
            ]
        );
        // Also where its name says nothing.
        assert_eq!(text("a.txt", page.as_bytes()).as_deref(), Ok(&*found));
    }

    #[test]
    fn what_gives_no_text_is_told() {
        assert_eq!(text("a.pdf", b"%PDF-1.7"), Err(TextFault::Broken));
        assert_eq!(text("a.txt", b" \n"), Err(TextFault::Empty));
        assert_eq!(text("a.txt", b"\x89PNG\0\0"), Err(TextFault::OtherKind));
        let long = vec![b'a'; LONGEST + 1];
        assert_eq!(text("a.txt", &long), Err(TextFault::TooLong));
        assert_eq!(text("a.txt", b"d\xE9j\xE0").as_deref(), Ok("déjà"));
    }
}
