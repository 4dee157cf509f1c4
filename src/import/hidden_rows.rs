//! How many rows of the sheets of a workbook are hidden, by hand or by a filter. They are read like
//! the others, and whoever sees the sheet does not know that they are there; it is told.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Cursor};

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// How many rows that hold something are hidden, by the names of sheets; of those without any
/// nothing. What cannot be read counts as shown.
pub(super) fn counted(bytes: &[u8]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return counts;
    };
    if archive.index_for_name("content.xml").is_some() {
        in_part(&mut archive, "content.xml", "", &mut counts);
    }
    for (sheet, part) in parts(&mut archive) {
        in_part(&mut archive, &part, &sheet, &mut counts);
    }
    counts
}

/// The sheets of an Excel workbook, each with the part of the archive in which it stands.
fn parts(archive: &mut Archive<'_>) -> Vec<(String, String)> {
    let mut ids = Vec::new();
    each(archive, "xl/workbook.xml", |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && name(tag) == "sheet"
        {
            // The sheet's own name, and in another namespace the id of its part.
            ids.extend(attribute(tag, "name").zip(attribute(tag, "id")));
        }
    });
    let mut targets = BTreeMap::new();
    each(archive, "xl/_rels/workbook.xml.rels", |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event {
            targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
        }
    });
    let part = |(sheet, id): (String, String)| {
        let target = targets.get(&id)?;
        let whole = target.strip_prefix('/').map(str::to_owned);
        Some((sheet, whole.unwrap_or_else(|| format!("xl/{target}"))))
    };
    ids.into_iter().filter_map(part).collect()
}

/// Counts in one part; a part of several sheets names each.
fn in_part(
    archive: &mut Archive<'_>,
    part: &str,
    sheet: &str,
    counts: &mut BTreeMap<String, usize>,
) {
    let mut sheet = sheet.to_owned();
    let mut hidden = 0;
    each(archive, part, |event| {
        let Event::Start(tag) = event else { return };
        match name(tag).as_str() {
            "table" => sheet = attribute(tag, "name").unwrap_or_default(),
            "row" | "table-row" => hidden = usize::from(is_hidden(tag)),
            // A cell that holds something.
            "v" | "is" | "p" if hidden > 0 => {
                *counts.entry(sheet.clone()).or_default() += hidden;
                hidden = 0;
            }
            _ => {}
        }
    });
}

fn is_hidden(row: &BytesStart<'_>) -> bool {
    let says = |key: &str, words: [&str; 2]| {
        attribute(row, key).is_some_and(|said| words.contains(&said.as_str()))
    };
    says("hidden", ["1", "true"]) || says("visibility", ["collapse", "filter"])
}

/// Goes through what a part of an archive holds.
fn each(archive: &mut Archive<'_>, part: &str, mut event: impl FnMut(&Event<'_>)) {
    if let Ok(file) = archive.by_name(part) {
        events(BufReader::new(file), &mut event);
    }
}

fn events(text: impl BufRead, event: &mut impl FnMut(&Event<'_>)) {
    let mut reader = Reader::from_reader(text);
    let mut buffer = Vec::new();
    while let Ok(read) = reader.read_event_into(&mut buffer) {
        if matches!(read, Event::Eof) {
            return;
        }
        event(&read);
        buffer.clear();
    }
}

fn name(tag: &BytesStart<'_>) -> String {
    tag.local_name().as_ref().to_owned()
}

fn attribute(tag: &BytesStart<'_>, wanted: &str) -> Option<String> {
    let mut all = tag.attributes().filter_map(Result::ok);
    let found = all.find(|one| one.key.local_name().as_ref() == wanted)?;
    let value = found.normalized_value(XmlVersion::Implicit1_0).ok()?;
    Some(value.into_owned())
}
