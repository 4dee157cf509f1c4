//! A page of the web: its words without what is around and between them, a line for each block, and
//! what its head tells of the publication that it is.

use html5gum::{StartTag, Token, Tokenizer};

use super::opened::Opened;
use crate::import::form::SourceFields;
use crate::model::PartialDate;

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

/// The publications that a page is told to be, by the names that the tellings have.
const TOLD: [(&str, Told); 16] = [
    ("og:title", Told::Title),
    ("citation_title", Told::Title),
    ("dc.title", Told::Title),
    ("dcterms.title", Told::Title),
    ("twitter:title", Told::Title),
    ("og:site_name", Told::Publisher),
    ("citation_publisher", Told::Publisher),
    ("dc.publisher", Told::Publisher),
    ("application-name", Told::Publisher),
    ("article:published_time", Told::Date),
    ("datepublished", Told::Date),
    ("citation_publication_date", Told::Date),
    ("dc.date", Told::Date),
    ("dcterms.date", Told::Date),
    ("date", Told::Date),
    ("og:url", Told::Address),
];

/// What a page tells of itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    Title,
    Publisher,
    Date,
    Address,
}

/// What of a page is read.
pub(super) fn opened(page: &str) -> Opened {
    let mut text = String::new();
    let mut source = SourceFields::default();
    let mut title = None;
    // The element that is skipped, and how many of its kind are open within it.
    let mut skipped: Option<(Vec<u8>, usize)> = None;
    for token in Tokenizer::new(page).flatten() {
        match token {
            Token::StartTag(tag) => {
                note(&mut source, &tag);
                if *tag.name == b"title" {
                    title.get_or_insert_with(String::new);
                }
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
            Token::String(words) if title.as_deref() == Some("") => {
                title = Some(String::from_utf8_lossy(&words).trim().to_owned());
            }
            Token::String(words) if skipped.is_none() => {
                // What breaks a line in the file is a blank on the page.
                let words = String::from_utf8_lossy(&words).replace(['\n', '\t'], " ");
                text.push_str(&words);
            }
            Token::String(_) | Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    if source.title.is_empty() {
        let title = title.unwrap_or_default();
        of_site(&title, &source.publisher).clone_into(&mut source.title);
    }
    Opened {
        text: tidy(&text),
        source,
    }
}

/// Takes note of what an element of the head tells, where nothing told it before.
fn note(source: &mut SourceFields, tag: &StartTag<()>) {
    let attribute = |name: &str| {
        let value = tag.attributes.get(name.as_bytes());
        value.map(|value| String::from_utf8_lossy(value).trim().to_owned())
    };
    let told = match &**tag.name {
        b"meta" => {
            let named = ["property", "name", "itemprop"].map(attribute);
            let mut named = named.iter().flatten().map(|name| name.to_lowercase());
            let kind = named.find_map(|name| {
                let known = TOLD.iter().find(|(known, _)| *known == name);
                known.map(|(_, kind)| *kind)
            });
            kind.zip(attribute("content"))
        }
        b"link" if attribute("rel").as_deref() == Some("canonical") => {
            source.address.clear();
            attribute("href").map(|address| (Told::Address, address))
        }
        b"time" => attribute("datetime").map(|date| (Told::Date, date)),
        _ => None,
    };
    let (field, value) = match told {
        Some((Told::Title, value)) => (&mut source.title, value),
        Some((Told::Publisher, value)) => (&mut source.publisher, value),
        // Of a time the day.
        Some((Told::Date, value)) => {
            let day = value.get(..10).unwrap_or(&value).replace('/', "-");
            let day = PartialDate::parse(&day).map(|_| day);
            (&mut source.date, day.unwrap_or_default())
        }
        Some((Told::Address, value)) if value.starts_with("http") => (&mut source.address, value),
        Some((Told::Address, _)) | None => return,
    };
    if field.is_empty() {
        *field = value;
    }
}

/// A title without the name of the site behind it: “A raid | The police”.
fn of_site<'a>(title: &'a str, publisher: &str) -> &'a str {
    let parted = [" | ", " – ", " — ", " - "]
        .iter()
        .find_map(|sign| title.rsplit_once(sign));
    match parted {
        Some((title, site)) if !publisher.is_empty() && site.trim() == publisher => title.trim(),
        Some(_) | None => title,
    }
}

/// Words without the blanks around them, an empty line between blocks.
fn tidy(text: &str) -> String {
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
    use super::super::text;
    use super::*;

    #[test]
    fn a_page_gives_its_words_and_nothing_around_them() {
        let page = "<!DOCTYPE html><html><head><title>No 7</title><style>p{margin:5px}</style></head>\
            <body><nav>1 of 9 pages</nav><h1>A raid</h1><p>More than 1&nbsp;800 people<sup>3</sup>\n\
            in C&ocirc;te d&rsquo;Ivoire &amp; Togo.<script>var a = 99;</script></p>\
            <ul><li>40 arrests<li>12 cases</ul><br/>End";
        let found = text("a.html", page.as_bytes()).unwrap().text;
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
        assert_eq!(text("a.txt", page.as_bytes()).unwrap().text, found);
    }

    #[test]
    fn the_head_of_a_page_tells_the_publication_that_it_is() {
        let page = "<html><head><title>A raid | The police</title>\
            <meta property='og:site_name' content='The police'>\
            <meta property=og:url content='https://example.org/a?from=feed'>\
            <link rel=canonical href='https://example.org/a'>\
            <meta name='article:published_time' content='2024-11-06T10:30:00+01:00'>\
            </head><body><time datetime='2025-01-01'>now</time><p>40 arrests";
        let source = opened(page).source;
        assert_eq!(source.title, "A raid");
        assert_eq!(source.publisher, "The police");
        assert_eq!(source.date, "2024-11-06");
        assert_eq!(source.address, "https://example.org/a");
        // What it does not tell stays empty.
        let plain = opened("<title>A raid - 40 held</title><p>40").source;
        assert_eq!(plain.title, "A raid - 40 held");
        assert_eq!(
            (plain.publisher, plain.date),
            (String::new(), String::new())
        );
    }
}
