//! PDFs give the text that they show: what a release states is found in its PDF as in its text, and
//! a file that gives none says why.

use opatlas::import::release::{TextFault, text};
use proptest::prelude::*;

use crate::releases::{read, text_called, told};

/// Printed by a browser: two narrow columns, words parted at the ends of lines.
const COLUMNS: &[u8] = include_bytes!("releases/pdf/columns.pdf");
/// Two pages with a head and a number each, set in a font that is not in the file.
const PAGES: &[u8] = include_bytes!("releases/pdf/pages.pdf");
/// May be read and not be printed.
const RESTRICTED: &[u8] = include_bytes!("releases/pdf/restricted.pdf");
/// Opens with a password.
const LOCKED: &[u8] = include_bytes!("releases/pdf/locked.pdf");
/// Has a picture of a page.
const SCANNED: &[u8] = include_bytes!("releases/pdf/scanned.pdf");

fn text_of(pdf: &[u8]) -> String {
    text("a.pdf", pdf).unwrap().text
}

fn marks(text: &str) -> Vec<String> {
    let release = read(text);
    let marks = release.marks.iter();
    marks.filter_map(|mark| told(&release, mark)).collect()
}

#[test]
fn the_numbers_of_a_pdf_are_those_of_the_text_that_it_shows() {
    for (pdf, name) in [
        (COLUMNS, "05-phare"),
        (PAGES, "03-river"),
        (RESTRICTED, "04-plain"),
    ] {
        assert_eq!(marks(&text_of(pdf)), marks(text_called(name)), "{name}");
    }
}

#[test]
fn a_pdf_gives_its_words_in_paragraphs_without_what_stands_on_each_page() {
    let words = |text: &str| -> Vec<String> {
        let paragraphs = text.split("\n\n").filter(|one| !one.trim().is_empty());
        let plain = |one: &str| one.split_whitespace().collect::<Vec<_>>().join(" ");
        paragraphs.map(plain).collect()
    };
    assert_eq!(words(&text_of(COLUMNS)), words(text_called("05-phare")));
    let pages = text_of(PAGES);
    assert!(
        !pages.contains("Page") && !pages.contains("no. 12"),
        "{pages}"
    );
}

#[test]
fn a_pdf_without_text_says_why() {
    assert_eq!(text("a.pdf", LOCKED), Err(TextFault::Locked));
    assert_eq!(text("a.pdf", SCANNED), Err(TextFault::Pictures));
    assert_eq!(text("a.pdf", b"%PDF-1.7\nnothing"), Err(TextFault::Broken));
    // Also where its name says something else.
    assert_eq!(text("a.txt", SCANNED), Err(TextFault::Pictures));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    #[test]
    fn a_broken_pdf_ends_in_a_text_or_in_a_reason(
        at in prop::collection::vec((0..COLUMNS.len(), any::<u8>()), 1..60),
        end in 0..COLUMNS.len(),
        is_cut in any::<bool>(),
        small in any::<bool>(),
    ) {
        let mut bytes = if small { PAGES } else { COLUMNS }.to_vec();
        for (at, byte) in at {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        if is_cut {
            bytes.truncate(end);
        }
        // It comes back at all, and never with a letter that is none.
        if let Ok(opened) = text("a.pdf", &bytes) {
            let unnamed = opened.text.contains(char::REPLACEMENT_CHARACTER);
            prop_assert!(!unnamed);
        }
    }
}
