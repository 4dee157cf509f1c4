//! What is wrong with brackets, marks and commas, and characters that nobody sees.

use super::values::{before, no_number};
use super::{Said, say};
use crate::model::Part;
use crate::model::fault::{Opened, SignFault, Wanted};
use crate::model::hidden::code;
use crate::words::names::counted;
use crate::words::numerals::grouped;

const BY_CURLY: &str =
    "write ( … ) around a record, [ … ] around a list, { … } around ids and their records";

#[rustfmt::skip] // one fault a line
pub(super) fn sign(fault: &SignFault, part: Option<&Part>) -> Said {
    use SignFault as F;
    match fault {
        F::Hidden(c, 1) => say!(code = code(*c), name = hidden_name(*c), "an invisible character stands here: {code}, {name}"; "delete the word it stands in or next to, and type it again"),
        F::Hidden(c, count) => say!(code = code(*c), name = hidden_name(*c), "{count} invisible characters of one kind stand in the file, the first one here: {code}, {name}"; "search the file for {code} and delete each of them"),
        F::Wide(c, sign, 1) => say!("“{c}” stands here instead of “{sign}”"; "write {sign}"),
        F::Wide(c, sign, count) => say!("“{c}” stands instead of “{sign}” {count} times, first here"; "write {sign} for each that stands outside quotation marks"),
        F::CommentSign(sign, 1) => say!("“{sign}” begins no comment in a dataset"; "write // instead"),
        F::CommentSign(sign, count) => say!("“{sign}” begins no comment in a dataset, here and {count} times in all"; "write // instead, in each of these lines"),
        F::Space(c, count @ 2..) => say!(code = code(*c), "{count} spaces of a special kind ({code}), such as web pages contain, stand in the file, the first one here"; "copy this one into the search of the editor and replace all of them with ordinary spaces"),
        F::Space(..) => say!("a space of a special kind, such as web pages contain, stands here"; "replace it with an ordinary space"),
        F::Conflict(1) => say!("two versions stand here that git could not merge"; "keep the right one, and remove the other with the lines <<<<<<<, ======= and >>>>>>>"),
        F::Conflict(count) => say!("two versions stand here and {count} times in all that git could not merge"; "keep the right one of each, and remove the others with the lines <<<<<<<, ======= and >>>>>>>"),
        F::Table(lines) => say!("a table of {lines} lines stands here, as one pastes it from a sheet"; "write each of them as what stands around them is written; “opatlas new” writes an example"),
        F::LongText(length, most) => say!(length = grouped(*length as f64, 0), most = grouped(*most as f64, 0), "a text of {length} characters stands here; the most is {most}"; "shorten it"),
        F::NeverClosed(opened) => never_closed(*opened),
        F::OpenAtEnd(Opened::Comment) => never_closed(Opened::Comment),
        F::OpenAtEnd(opened) => say!(said = never_closed(*opened), what = said.0, remedy = said.1, "{what}"; "{remedy}; if the file was cut off, get it whole again"),
        F::StillOpen(closer, contents, needed) => say!("“{closer}” stands here while a bracket is still open: “{contents}”"; "write {needed} before the {closer}"),
        F::OpenBefore(next, open) => say!(close = closer_of(*open), "“{next}” stands here while a “{open}” is still open"; "write {close} before it"),
        F::ClosedBy(open, closer) => say!("the “{open}” that stands here is closed by a “{closer}”"; "{BY_CURLY}"),
        F::ClosesNothing(closer) => say!("the “{closer}” that stands here closes nothing"; "remove it, or write the bracket it should close"),
        F::TooDeep(deepest) => say!("brackets are nested more than {deepest} deep"; "remove the brackets that are not needed; the format needs nine at most"),
        F::Comma => say!("one comma too many stands here"; "remove it"),
        F::NoComma(after) => say!("a comma is missing after “{after}”"; "write a comma behind it"),
        F::NoColon(name) => say!("a colon is missing after “{name}”"; "write {name}: …"),
        F::NotAColon(sign, name) => say!("“{sign}” stands here instead of a colon"; "write {name}: …"),
        F::NothingAfter(name) if name == "quantity" => say!(without = no_number(part), "nothing is written after “{name}:”"; "write the quantity as the source states it, such as About(…); {without}"),
        F::NothingAfter(name) => say!("nothing is written after “{name}:”"; "write its value, or remove the name and the colon"),
        F::NotUnderstood(text, Wanted::Field) => say!("“{text}” cannot be understood here"; "write the name of a field, a colon and its value, such as title: \"…\""),
        F::NotUnderstood(text, Wanted::Entry) => say!("“{text}” cannot be understood here"; "write an id in quotation marks, a colon and a record: \"id\": (…)"),
        F::NotUnderstood(text, Wanted::Value) => say!("“{text}” cannot be understood here"; "write a text as \"…\", a list as […], or a record as (…)"),
        F::Follows(text) => say!("something follows where nothing is expected: “{text}”"; "remove it, or open a bracket for it"),
        F::EndsWith(mark) => say!("the text ends with {mark} instead of a straight quotation mark"; "write \""),
        F::MarkInside => say!("a quotation mark stands inside the text and ends it"; "write \\\" for a quotation mark inside a text"),
        F::OddMarks(mark, text) => say!(instead = literal(text).unwrap_or_else(|| "\" before and behind it".to_owned()), "the text stands in {mark} marks instead of straight quotation marks"; "write {instead}"),
        F::ThreeMarks(text) => say!(instead = literal(text).unwrap_or_else(|| "one before it and one behind it".to_owned()), "the text stands in three quotation marks"; "write {instead}"),
        F::Dash => say!("“-” stands here before a field"; "remove it"),
        F::Unquoted(field, text) => say!(instead = literal(text).map_or_else(|| "\" before and behind it".to_owned(), |text| before(*field) + &text), "“{text}” is a text without quotation marks"; "write {instead}"),
        F::InList(fault, others) => say!(said = sign(fault, part), what = said.0, remedy = said.1, others = counted(*others, "other in this list has", "others in this list have"), "{what}, and {others} the same fault"; "{remedy}, and likewise for the others"),
        F::Escape(sign) => say!("“{sign}” has no meaning inside a text"; "write \\\\ for a backslash"),
        F::Unexplained(words) => say!("this cannot be read: {words}"; "compare it with the example that “opatlas new” writes"),
    }
}

#[rustfmt::skip] // one fault a line
fn never_closed(opened: Opened) -> Said {
    match opened {
        Opened::Text => say!("the text that begins here is never closed"; "write \" where it ends"),
        Opened::Comment => say!("the comment that begins here is never closed"; "write */ where it ends, or begin each of its lines with //"),
        Opened::Bracket(open) => say!(close = closer_of(open), "the “{open}” that stands here is never closed"; "write {close} where its contents end"),
    }
}

fn closer_of(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

pub(super) fn hidden_name(c: char) -> &'static str {
    match c {
        '\0' => "null character",
        '\u{7}' => "bell",
        '\u{8}' => "backspace",
        '\u{B}' => "vertical tab",
        '\u{C}' => "form feed",
        '\u{1B}' => "escape character",
        '\u{7F}' => "delete character",
        '\u{61C}' => "Arabic letter mark",
        '\u{200B}' => "zero-width space",
        '\u{200C}' => "zero-width non-joiner",
        '\u{200D}' => "zero-width joiner",
        '\u{FE00}'..='\u{FE0F}' => "variation selector",
        '\u{200E}' => "left-to-right mark",
        '\u{200F}' => "right-to-left mark",
        '\u{202A}' => "left-to-right embedding",
        '\u{202B}' => "right-to-left embedding",
        '\u{202C}' => "end of directional formatting",
        '\u{202D}' => "left-to-right override",
        '\u{202E}' => "right-to-left override",
        '\u{2066}' => "left-to-right isolate",
        '\u{2067}' => "right-to-left isolate",
        '\u{2068}' => "first strong isolate",
        '\u{2069}' => "end of directional isolate",
        '\u{2028}' => "line separator",
        '\u{2029}' => "paragraph separator",
        '\u{AD}' => "soft hyphen",
        '\u{34F}' => "grapheme joiner",
        '\u{115F}' | '\u{1160}' | '\u{3164}' | '\u{FFA0}' => "Hangul filler",
        '\u{180E}' => "Mongolian vowel separator",
        '\u{2060}' => "word joiner",
        '\u{2061}'..='\u{2064}' => "invisible sign",
        '\u{FEFF}' => "byte-order mark",
        _ => "control character",
    }
}

/// A text as it is typed, where all of it is known.
fn literal(text: &str) -> Option<String> {
    let typed = text.replace('\\', "\\\\").replace('"', "\\\"");
    (!text.ends_with('…')).then(|| format!("\"{typed}\""))
}
