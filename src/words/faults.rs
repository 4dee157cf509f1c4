//! What is wrong in a dataset and what to do about it, in sentences without a full stop.

use std::fmt;
use std::io::ErrorKind;

use super::names::{counted, listed, one_of};
use crate::model::fault::{
    DateFault, FileFault, FileKind, Instead, Noun, NumberFault, NumberForm, Opened, Part,
    RecordFault, ShapeFault, SignFault, TextKind, Wanted,
};
use crate::model::hidden::{code, shown};
use crate::model::{Country, Fault, LARGEST_NUMBER, LeftOut, Problem, Severity};
use crate::words::numerals::grouped;

/// What is wrong, and what to do.
type Said = (String, String);

/// Two sentences side by side, after what they say by name.
macro_rules! say {
    ($($name:ident = $value:expr,)* $what:literal; $remedy:literal) => {{
        $(let $name = $value;)*
        (format!($what), format!($remedy))
    }};
}

const A_DATASET: &str = "open a dataset instead: a text file whose name usually ends in .ron";
const AS_DATASET: &str = "write the data as a dataset; “opatlas new” writes an example";
const BY_CURLY: &str =
    "write ( … ) around a record, [ … ] around a list, { … } around ids and their records";
const A_DATE: &str =
    "write the year, month and day as 2024-11-06; 2024-11 or 2024 where no more is known";
const STARTER: &str = "write a dataset into it; “opatlas new” writes one to start from";
const UTF_8: &str = "save it again as UTF-8, which editors offer under Save as or Encoding";

impl Problem {
    /// What is wrong, in one sentence without a full stop.
    pub fn what(&self) -> String {
        let (what, _) = self.sentences();
        match &self.left_out {
            None => what,
            Some(left_out) => format!("{what}, so {}", costs(left_out, &self.fault)),
        }
    }

    /// What to do, in one sentence without a full stop.
    pub fn remedy(&self) -> String {
        self.sentences().1
    }

    fn sentences(&self) -> Said {
        let part = self.left_out.as_ref().map(|left_out| &left_out.part);
        match &self.fault {
            Fault::File(fault) => file(fault),
            Fault::Sign(fault) => sign(fault, part),
            Fault::Shape(fault) => shape(fault),
            Fault::Number(fault) => number(fault, part),
            Fault::Date(fault) => date(fault),
            Fault::Record(fault) => record(fault),
        }
    }
}

/// `FILE:LINE:COL: what; remedy`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let warning = match self.severity {
            Severity::Error => "",
            Severity::Warning => "warning: ",
        };
        let (location, what, remedy) = (self.location(), self.what(), self.remedy());
        write!(f, "{location}: {warning}{what}; {remedy}")
    }
}

/// What goes, where it stood, and what goes with it: "the operation “weka” is left out, and with it
/// 2 cases".
fn costs(left_out: &LeftOut, fault: &Fault) -> String {
    let record = left_out
        .record
        .as_ref()
        .filter(|(_, id)| !id.trim().is_empty());
    let place = record.map_or_else(String::new, |_| place(left_out, fault));
    let out = match (&left_out.part, record) {
        (Part::This(noun), _) if matches!(fault, Fault::Record(RecordFault::UnseenInId(..))) => {
            format!("this {noun} is left out")
        }
        (Part::This(noun), Some((of, id))) if noun == of => {
            format!("the {noun} “{}” is left out", shown(id))
        }
        (Part::It, _) => format!("it is left out{place}"),
        (Part::Second | Part::Repeated, _) => format!("the second is left out{place}"),
        (Part::Rest, _) => format!("the rest of it is left out{place}"),
        (Part::This(noun), _) => format!("this {noun} is left out{place}"),
        (Part::The(noun), _) => format!("the {noun}{place} is left out"),
        (Part::Field(name), _) => format!("the field “{name}”{place} is left out"),
        (Part::Figure(id), _) => format!("the figure “{}”{place} is left out", shown(id.as_str())),
    };
    let of =
        |(noun, count): &(Noun, usize)| counted(*count, &noun.to_string(), &format!("{noun}s"));
    let rests: Vec<String> = left_out.rests.iter().map(of).collect();
    if rests.is_empty() {
        out
    } else {
        format!("{out}, and with it {}", listed(&rests))
    }
}

/// Of what a part is left out: " of “charged” in the operation “weka”"; nothing where the fault
/// says that itself.
fn place(left_out: &LeftOut, fault: &Fault) -> String {
    let (Some((noun, id)), Some(field)) = (&left_out.record, &left_out.field) else {
        return String::new();
    };
    let id = shown(id);
    let figure = match (&left_out.part, left_out.figures.as_slice()) {
        (Part::This(Noun::Figure) | Part::Figure(_), _) => None,
        (_, [(_, metric)]) => Some(metric.as_str()),
        _ => Some(field.as_str()),
    };
    let named = match (&left_out.part, fault) {
        (Part::Field(name), _) => *name == field,
        (Part::The(noun), _) => *noun != Noun::Country,
        (Part::This(Noun::PartOf), _)
        | (
            _,
            Fault::Shape(
                ShapeFault::NoField { .. }
                | ShapeFault::FieldTwice(..)
                | ShapeFault::Nameless(..)
                | ShapeFault::NamelessField(_),
            )
            | Fault::Record(
                RecordFault::FigureTwice(_)
                | RecordFault::NoReport(_)
                | RecordFault::NotAnAddress(_)
                | RecordFault::LeadsElsewhere(_),
            ),
        ) => true,
        _ => false,
    };
    match figure.filter(|_| !named) {
        Some(field) => format!(" of “{}” in the {noun} “{id}”", shown(field)),
        None => format!(" of the {noun} “{id}”"),
    }
}

/// What one of them is called.
impl fmt::Display for Noun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dataset => "dataset",
            Self::Title => "title",
            Self::Summary => "summary",
            Self::Source => "source",
            Self::Metric => "metric",
            Self::Operation => "operation",
            Self::Case => "case",
            Self::ListOfCountries => "list of countries",
            Self::CoordinationUnit => "coordination unit",
            Self::Finding => "finding",
            Self::Organisation => "organisation",
            Self::Report => "report",
            Self::Figure => "figure",
            Self::GroupOfPeople => "group of people",
            Self::PartOfGroup => "part of the group",
            Self::Seizure => "seizure",
            Self::Stop => "stop",
            Self::Country => "country",
            Self::Region => "region",
            Self::Date => "date",
            Self::Address => "address",
            Self::Crime => "crime",
            Self::Divisor => "divisor",
            Self::Grade => "grade",
            Self::Status => "status",
            Self::Role => "role",
            Self::Group => "group",
            Self::Step => "step",
            Self::Who => "description of people",
            Self::Reference => "reference",
            Self::PartOf => "“part_of”",
            Self::Reason => "reason",
        })
    }
}

/// With its article: "a case", "an operation".
fn a(noun: Noun) -> String {
    let name = noun.to_string();
    let n = if name.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "n"
    } else {
        ""
    };
    format!("a{n} {name}")
}

/// What one types before a value: the name of its field and a colon, or nothing in a list.
fn before(field: Option<&str>) -> String {
    field.map_or_else(String::new, |field| format!("{field}: "))
}

/// A text as it is typed, where all of it is known.
fn literal(text: &str) -> Option<String> {
    let typed = text.replace('\\', "\\\\").replace('"', "\\\"");
    (!text.ends_with('…')).then(|| format!("\"{typed}\""))
}

/// What to do where a source states no number; `part` is what is left out.
fn no_number(part: Option<&Part>) -> String {
    let whole = match part {
        Some(Part::Figure(_)) => Noun::Figure,
        Some(Part::This(noun)) => *noun,
        _ => Noun::Report,
    };
    format!(
        "leave the whole {whole} out when the source states no number, or write Several, Dozens, \
         Hundreds or Thousands when it says so in words"
    )
}

/// A quantity to write. A round number that is said to be exact would be asked about.
fn typed(quantity: &str) -> String {
    let digits = quantity
        .strip_prefix("Exactly(")
        .and_then(|rest| rest.strip_suffix(')'));
    match digits {
        Some(n) if n.ends_with("000") => format!(
            "About({n}), or {quantity} with a note: \"…\" if the source gives the number flat"
        ),
        _ => quantity.to_owned(),
    }
}

#[rustfmt::skip] // one fault a line
fn file(fault: &FileFault) -> Said {
    use FileFault as F;
    match fault {
        F::Unreadable(kind, words) => unreadable(*kind, words),
        F::Panic(words) => say!("The reading stopped because of a fault in Opatlas: {words}"; "report it together with the file; nothing else is affected"),
        F::Empty => say!("the file is empty"; "{STARTER}"),
        F::OnlySpaces => say!("the file holds nothing but spaces"; "{STARTER}"),
        F::OnlyComments => say!("the file holds nothing but comments"; "write the dataset below them: (format: 1, title: \"…\")"),
        F::Kind(kind) => say!(kind = file_kind(*kind), "the file is {kind}, not a dataset"; "{A_DATASET}"),
        F::LooksLike(kind) => say!(of = text_kind(*kind), kind = of.0, remedy = of.1, "the file looks like {kind}, not like a dataset"; "{remedy}"),
        F::Encoding(name) => say!("the file is saved as {name}"; "{UTF_8}"),
        F::Binary => say!("the file holds bytes that are no text"; "{A_DATASET}"),
        F::NotUtf8(byte, None) => say!("the byte 0x{byte:02X} that stands here is no UTF-8 text"; "{UTF_8}"),
        F::NotUtf8(byte, Some(c)) => say!("the byte 0x{byte:02X} that stands here is no UTF-8 text"; "if it should be {c}, the file is saved as Windows-1252; {UTF_8}"),
        F::ByteOrderMark => say!("the file begins with a byte-order mark"; "save it as UTF-8 without one, if the editor offers that"),
        F::OtherBracket(open) => say!("“{open}” stands here where ( is needed"; "write the dataset in round brackets: (format: 1, title: \"…\")"),
        F::NoBracket(word) => say!("the bracket is missing before “{word}”"; "write ( before it and ) at the end of the file"),
        F::OpenAttribute => say!("the first line is not complete"; "write #![enable(implicit_some)], or nothing"),
        F::Attribute(text) => say!("“{text}” switches on what datasets do not use"; "write #![enable(implicit_some)], or nothing"),
        F::AfterEnd(text) => say!("something follows the end of the dataset: “{text}”"; "remove it, or move it before the ) that closes the dataset"),
        F::Hopeless => say!("nothing from here on can be understood"; "correct the problems before, then look again"),
        F::More => say!("more problems follow than are listed"; "correct those before, then look again"),
        F::NoFormat(reads) => say!("the dataset does not say which format it is in"; "add format: {reads},"),
        F::NewerFormat(written, reads) => say!("the dataset is in format {written}, which is newer than this program; it reads format {reads}"; "open it with a newer version of Opatlas"),
        F::NoSuchFormat(written, reads) => say!("there is no format {written}"; "write format: {reads}"),
        F::FormatQuoted(reads) => say!("the number of the format stands in quotation marks"; "write format: {reads}"),
        F::NotAFormat(written, reads) => say!("“{written}” is not a format"; "write format: {reads}"),
        F::NoOperations => say!("the dataset has no operations"; "add them: operations: [(id: \"…\", name: \"…\")]"),
        F::Clash { noun: Noun::Metric, id, kept } => say!("the metric “{id}” has another unit, or is a part of another metric, than in {kept}, so what is reported of it here is left out"; "write its unit and part_of as {kept} has them where both count the same; else give it another id"),
        F::Clash { noun, id, kept } => say!("the {noun} “{id}” is also in {kept}"; "give one of the two another id; until then the one in {kept} is shown, and what rests on the other is left out"),
    }
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the system's kinds are never all known"
)]
#[rustfmt::skip] // one fault a line
fn unreadable(kind: ErrorKind, words: &str) -> Said {
    match kind {
        ErrorKind::NotFound => say!("there is no such file"; "check the path, and where it starts from"),
        ErrorKind::IsADirectory => say!("this folder has no datasets in it"; "give a folder that has files ending in .ron, or the path of one"),
        ErrorKind::NotADirectory => say!("a part of the path is a file, not a folder"; "check the path"),
        ErrorKind::Unsupported => say!("this is a pipe or a device, not a file"; "write what comes from it into a file first"),
        ErrorKind::FileTooLarge => say!("the file is larger than 1 GiB, the most that is read"; "part it into several datasets"),
        ErrorKind::PermissionDenied => say!("you have no permission to read the file"; "ask its owner for it, or copy it to where you may read it"),
        ErrorKind::InvalidInput | ErrorKind::InvalidFilename => say!("this cannot be the path of a file"; "check the path"),
        _ => say!("the file cannot be read: {words}"; "try again, or copy the file to this computer first"),
    }
}

fn file_kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "a PDF document",
        FileKind::OfficeOrZip => "a zip archive, as Excel, Word and LibreOffice write them",
        FileKind::Zip => "a zip archive",
        FileKind::OldOffice => "an older Excel or Word document",
        FileKind::Png => "a PNG picture",
        FileKind::Jpeg => "a JPEG picture",
        FileKind::Gif => "a GIF picture",
        FileKind::Riff => "a picture, a sound or a film",
        FileKind::Gzip => "a gzip archive",
        FileKind::SevenZip => "a 7-Zip archive",
        FileKind::Sqlite => "an SQLite database",
        FileKind::RichText => "a rich-text document",
        FileKind::Program => "a program",
    }
}

#[rustfmt::skip] // one fault a line
fn text_kind(kind: TextKind) -> (&'static str, &'static str) {
    match kind {
        TextKind::Html => ("a web page (HTML)", "open a dataset instead; a page saved by a browser holds none"),
        TextKind::Xml => ("XML", AS_DATASET),
        TextKind::Json => ("JSON", "write round brackets for its outer { } and names without quotation marks: (format: 1, title: \"…\")"),
        TextKind::Yaml => ("YAML", AS_DATASET),
        TextKind::Table => ("a table (CSV)", AS_DATASET),
        TextKind::Plain => ("plain text", AS_DATASET),
    }
}

#[rustfmt::skip] // one fault a line
fn sign(fault: &SignFault, part: Option<&Part>) -> Said {
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
        F::Semicolon => say!("“;” stands here instead of a comma"; "write ,"),
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
        F::Unquoted(field, text) => say!(instead = literal(text).map_or_else(|| "\" before and behind it".to_owned(), |text| before(*field) + &text), "“{text}” is a text without quotation marks"; "write {instead}"),
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

fn hidden_name(c: char) -> &'static str {
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

#[rustfmt::skip] // one fault a line
fn shape(fault: &ShapeFault) -> Said {
    use ShapeFault as F;
    match fault {
        F::SomeOfMany => say!("“Some” stands around more than one value"; "leave “Some” and its brackets out"),
        F::BracketsAroundText(field, text) => say!(before = before(*field), "one text is needed here, without brackets"; "write {before}\"{text}\""),
        F::NotALength(field, text) => say!(before = before(*field), "“{text}” is not a whole number of days"; "write {before}10 for ten days, or leave the field out"),
        F::NotAFlag(field, text) => say!(before = before(*field), "“{text}” is neither true nor false"; "write {before}true, or leave the field out"),
        F::QuotedName(word) => say!("“{word}” is one of a fixed set of names and needs no quotation marks"; "write {word}"),
        F::NotOneOf { written, noun, meant, names } => {
            let names = meant.map_or_else(|| one_of(names), str::to_owned);
            say!(noun = a(*noun), "“{written}” is not {noun}"; "write {names}")
        }
        F::NotDays => say!("the days need a first and a last day in round brackets"; "write days: (\"2024-09-29\", \"2024-10-04\"), with the same day twice when it was only one"),
        F::KeyInList(example) => say!("a name and a colon stand in a list"; "write [{example}]"),
        F::ListNeeded(list) => say!("a list is needed here, in square brackets"; "write {list}"),
        F::NoneForList => say!("“None” cannot stand for a list"; "leave the field out, or write []"),
        F::ReportsNeeded(field, quantity) => say!(before = before(*field), "a list of reports is needed here, each with its source"; "write {before}[(quantity: {quantity}, source: \"…\")]"),
        F::ListOf(field, noun, example) => say!(before = before(*field), "a list is needed here, in square brackets, with one {noun} after the other"; "write {before}[{example}]"),
        F::MapNeeded(field, entry) => say!(before = before(*field), "curly brackets are needed here"; "write {before}{{{entry}}}"),
        F::BracketsNeeded(field, open, close) => say!("the field “{field}” needs {open} {close} around what it holds"; "write {field}: {open} … {close}"),
        F::UnquotedId(id) => say!("the id “{id}” stands without quotation marks"; "write \"{id}\": …"),
        F::NoId(noun) => say!("an id is missing before this {noun}"; "write \"id\": before it"),
        F::QuotedField(name) => say!("the name of the field “{name}” stands in quotation marks"; "write {name}: …"),
        F::FieldTwice(Noun::Dataset, name) => say!("the field “{name}” is written twice"; "put what they hold into one"),
        F::FieldTwice(_, name) => say!("the field “{name}” is written twice"; "keep one of the two"),
        F::NoField { written, noun, meant: Some(field), .. } => say!(noun = a(*noun), "“{written}” is not a field of {noun}"; "write {field}"),
        F::NoField { written, noun, meant: None, fields } => say!(noun = a(*noun), fields = listed(fields), "“{written}” is not a field of {noun}"; "remove it; {noun} has the fields {fields}"),
        F::Nameless(noun, fields) => say!(noun = a(*noun), fields = listed(fields), "the name of a field and a colon are missing here"; "{noun} has the fields {fields}"),
        F::NamelessField(field) => say!("the name of a field, “{field}:”, is missing here"; "write {field}: before it"),
        F::Missing(noun, field, example) => say!("the {noun} has no “{field}”"; "add {field}: {example}"),
        F::NameBefore(name, None) => say!("“{name}” stands before the bracket"; "write ( alone"),
        F::NameBefore(name, Some(field)) => say!("“{name}” stands before the bracket"; "write ({field}: {name}, …)"),
        F::OtherBracket(open, example) => say!("“{open}” stands here where ( is needed"; "write {example}"),
        F::NotARecord(noun, written, example) => say!(noun = a(*noun), "{noun} in round brackets is needed here, not “{written}”"; "write {example}"),
        F::NoSource(quantity) => say!("a number stands here without its source"; "write (quantity: {quantity}, source: \"…\")"),
    }
}

#[rustfmt::skip] // one fault a line
fn number(fault: &NumberFault, part: Option<&Part>) -> Said {
    use NumberFault as F;
    let any = || format!("Exactly(…), About(…) or the like; {}", no_number(part));
    let alone = |name: &str| format!("the digits alone, such as {name}(…)");
    let to_type = |instead: &Option<String>| instead.as_deref().map(typed);
    match fault {
        F::Unnamed => say!("a number has to say how firm it is"; "write Exactly(…), About(…), MoreThan(…) or Between(…, …), as the source has it"),
        F::NoDigits(name, example) => say!("“{name}” stands without its number"; "write {name}({example})"),
        F::Word(word) => say!(remedy = no_number(part), "“{word}” is not a number"; "{remedy}"),
        F::Name(word, Some(Instead::Quantity(quantity))) => say!(quantity = typed(quantity), "“{word}” is not a quantity"; "write {quantity}"),
        F::Name(word, Some(Instead::Name(name))) => say!("“{word}” is not a quantity"; "write {name}(…) with the number in the brackets"),
        F::Name(word, Some(Instead::AnyWithNumber)) => say!("“{word}” is not a quantity"; "write Exactly(…), About(…), Nearly(…), MoreThan(…), AtLeast(…), UpTo(…) or Between(…, …)"),
        F::Name(word, None) => say!(any = any(), "“{word}” is not a quantity"; "write {any}"),
        F::Bare(written, n) if n.ends_with("000") => say!("the number “{written}” does not say how firm it is"; "write About({n}), Nearly({n}), MoreThan({n}), AtLeast({n}) or UpTo({n}) as the source has it, or Exactly({n}) with a note: \"…\" if it gives the number flat"),
        F::Bare(written, n) => say!("the number “{written}” does not say how firm it is"; "write Exactly({n}) if the source gives it flat, else About({n}), Nearly({n}), MoreThan({n}), AtLeast({n}) or UpTo({n})"),
        F::Quoted(text, instead) => say!(instead = to_type(instead).unwrap_or_else(any), "the quantity “{text}” stands in quotation marks"; "write {instead}"),
        F::InWords(text, instead) => say!(instead = to_type(instead).unwrap_or_else(any), "“{text}” is not written as a quantity"; "write {instead}"),
        F::TakesNone(name) => say!("“{name}” takes no number and no brackets"; "write {name} alone, or About(…) and the like when the source gives a number"),
        F::Count(name, _) if name == "Between" => say!("“Between” takes two numbers"; "write Between(…, …), the smaller number first"),
        F::Count(name, Some(range)) => say!("“{name}” takes one number"; "write {range} for a range"),
        F::Count(name, None) => say!("“{name}” takes one number"; "write {name}(…)"),
        F::OnlyNumber(name) => say!("“{name}” takes a number and nothing else"; "write {name}(…)"),
        F::QuotedDigits(text, name, instead) => say!(instead = to_type(instead).unwrap_or_else(|| alone(name)), "the number “{text}” stands in quotation marks"; "write {instead}"),
        F::Form(written, form, name, instead) => {
            let instead = to_type(instead).unwrap_or_else(|| alone(name));
            match form {
                NumberForm::Comma => say!("the number “{written}” is written with a comma"; "write {instead}"),
                NumberForm::Negative => say!("the number “{written}” is below zero"; "write the number as the source states it; nothing is counted below zero"),
                NumberForm::Plus => say!("the number “{written}” begins with a plus"; "write {instead}"),
                NumberForm::Range => say!("the number “{written}” is a range"; "write {instead}"),
                NumberForm::Space => say!("the number “{written}” is written with a space"; "write {instead}"),
                NumberForm::Apostrophe => say!("the number “{written}” is written with an apostrophe"; "write {instead}"),
                NumberForm::Scientific => say!("the number “{written}” is in scientific notation"; "write {instead}"),
                NumberForm::Decimals => say!("the number “{written}” is written with decimals"; "write {instead}"),
                NumberForm::Fraction => say!("the number “{written}” is written with decimals"; "write the whole number that the source states; a count has no decimals"),
                NumberForm::Point => say!("the number “{written}” is written with a point"; "write {instead} if the point stands between thousands; a count has no decimals"),
                NumberForm::OtherDigits => say!("the number “{written}” is in digits of another script"; "write {instead}"),
                NumberForm::Letters => say!("the number “{written}” is not a whole number"; "write {instead}"),
            }
        }
        F::TooLarge(written) => say!(largest = grouped(LARGEST_NUMBER as f64, 0), "the number “{written}” is too large to be computed with"; "check it against its source; a dataset goes up to {largest}"),
        F::SameEnds(n) => say!("both ends of the range are {n}"; "write Exactly({n}) if the source gives it flat, else About({n}), or the other end of the range"),
        F::Nothing => say!("0 is stated"; "leave the figure out where the source states nothing; if it states 0, say so in a note: \"…\" on this report"),
        F::Backwards(low, high) => say!("the range from {low} to {high} runs backwards"; "write Between({high}, {low})"),
        F::Round(n) => say!(number = grouped(*n as f64, 0), "{number} is a round number and said to be exact"; "write About({n}) or Nearly({n}) if the source does; if it gives the number flat, say so in a note: \"…\" on this report"),
    }
}

#[rustfmt::skip] // one fault a line
fn date(fault: &DateFault) -> Said {
    use DateFault as F;
    match fault {
        F::Empty => say!("the date is empty"; "write it as 2024-11-06, or leave the field out"),
        F::NoDate(text) => say!("“{text}” is not a date"; "{A_DATE}"),
        F::NoMonth(text, month) => say!("“{text}” is not a date: there is no month {month}"; "{A_DATE}"),
        F::Form(text, date) => say!("“{text}” is not written as a dataset has dates"; "write \"{date}\""),
        F::NoDay(text, month) => say!(name = month.words(), last = month.latest().day(), "“{text}” is not a date: {name} has {last} days"; "correct the day, or write \"{month}\" if it is not known"),
    }
}

#[rustfmt::skip] // one fault a line
fn record(fault: &RecordFault) -> Said {
    use RecordFault as F;
    match fault {
        F::EmptyId(noun) => say!("the {noun} has an empty id"; "give it an id of its own"),
        F::IdTwice(noun, id) => say!("the {noun} “{id}” is there twice"; "give it an id of its own, or remove it"),
        F::NoSuchId(noun, id, Some(meant)) => say!("no {noun} has the id “{id}”"; "write \"{meant}\""),
        F::NoSuchId(noun, id, None) => say!(a_noun = a(*noun), "no {noun} has the id “{id}”"; "add {a_noun} of that id, or write the id of one that is there"),
        F::IdTwiceUnseen(noun, id, c) => say!(code = code(*c), name = hidden_name(*c), "the {noun} “{id}” is there twice, once with a character in it that nobody sees: {code}, {name}"; "delete that id and type another, or remove one of the two"),
        F::UnseenInId(noun, id, c) => say!(code = code(*c), name = hidden_name(*c), id = id.replace(*c, &code), "the {noun} id “{id}” holds a character that nobody sees: {code}, {name}"; "delete the id and type it again, also where it is referred to"),
        F::Unused(Noun::Metric, id) => say!("nothing uses the metric “{id}”"; "remove it, or add a figure of it to an operation"),
        F::Unused(noun, id) => say!("nothing uses the {noun} “{id}”"; "remove it, or name it where it supports something"),
        F::Alike(noun, id, other) => say!("the {noun} id “{id}” looks like “{other}”: they differ only in capitals, spaces or letters of two scripts that look alike"; "give one of the two an id that differs in more than that, also where it is referred to"),
        F::SameName { name, first, year: Some(year) } => say!("the operation has the same name as “{first}”"; "tell them apart, for example by the year: name: \"{name} ({year})\""),
        F::SameName { name, first, year: None } => say!("the operation has the same name as “{first}”"; "tell them apart, for example by its place: name: \"{name} (…)\""),
        F::NameAlike(name, first) => say!("the operation’s name “{name}” looks like the one of “{first}”: they differ only in spaces or letters of two scripts that look alike"; "write all of its letters in one script, or tell the two apart, for example by the year"),
        F::SeveralLines(field) => say!("“{field}” has a line break or a tab in it"; "write it on one line"),
        F::Future(date) => say!("“{date}” has not come yet"; "compare the date with its source"),
        F::TooManyCounted(number) => say!("{number} countries are counted, but there are no more than 249"; "compare the count with its source; people or checks go into a figure of their own"),
        F::EmptyText(field) => say!("“{field}” is empty"; "write something between the quotation marks"),
        F::EmptyField(field) => say!("“{field}” is empty"; "write something, or leave the field out"),
        F::Age(piece) => say!("the exact age of a minor is told: “{piece}”"; "write “a child”, “a minor” or “a teenager” instead"),
        F::Name(piece) => say!("a person seems to be named: “{piece}”"; "describe the person by what they did or suffered, without the name"),
        F::SourceTwice(id) => say!("the source “{id}” is named twice"; "remove it"),
        F::NotACountry(text, countries) if countries.is_empty() => say!("“{text}” is not a country code"; "write the three capital letters of ISO 3166-1, such as \"TGO\" for Togo; Kosovo is \"XKX\""),
        F::NotACountry(text, countries) => say!(codes = alternatives(countries), "“{text}” is not a country code"; "write {codes}"),
        F::CountryTwice(country) => say!(code = country.code(), name = country.name(), "{name} ({code}) is listed twice"; "remove it"),
        F::TooManyListed(listed, most) => say!("{listed} countries are listed, but no more than {most} took part by any count"; "compare the list with its source, and the count with its own"),
        F::PreferredTwice => say!("two reports of one number are preferred"; "keep “preferred: true” on the one to be shown"),
        F::LengthNotDays(written, count) => say!("the length is {written} days, but from the first to the last it is {count}"; "leave “length” out: the days say it; what a source counts differently is a days_note"),
        F::NoLength(written, most) => say!(most = most.map_or_else(String::new, |most| format!(" and at most {most}, as the months are long")), "the length is {written} days"; "write a number of at least 1{most}"),
        F::DaysSwapped(first, last) => say!("the last day, {last}, is before the first, {first}"; "write days: (\"{last}\", \"{first}\") if they are only swapped"),
        F::FigureTwice(id) => say!("the figure “{id}” is there twice"; "put the reports of both into one list"),
        F::NoReport(id) => say!("the figure “{id}” has no report"; "remove it: a figure that no source states is “not reported” of itself"),
        F::LargerThanWhole(part, whole) => say!("“{part}” is larger than “{whole}”, of which it is a part"; "compare both figures with their sources"),
        F::AddressAndReason => say!("the source has an address and a reason why it has none"; "remove one of the two"),
        F::NotAnAddress(text) => say!("“{text}” is not a web address"; "write an address that begins with https:// or http:// and has no spaces, or say in no_address why there is none"),
        F::LeadsElsewhere(address) => say!("“{address}” leads elsewhere than it seems to"; "write the address without what stands before @, and with / only"),
        F::NoAddress => say!("the source has neither an address nor a reason why it has none"; "add address: \"https://…\", or no_address: \"…\" with the reason"),
        F::PartOfItself(id) => say!("the metric “{id}” is said to be a part of itself"; "write the id of the larger metric, or leave the field out"),
        F::PartsOfEachOther(id, whole) => say!("the metric “{id}” is a part of “{whole}”, which is a part of “{id}”"; "remove “part_of” from the larger of the two"),
        F::OtherUnit(id, whole) => say!("the metric “{id}” is a part of “{whole}”, but they count in different units"; "give both the same unit, or leave “part_of” out"),
        F::NoPlace => say!("the case names neither a country nor a region"; "add countries: [\"TGO\"] with the codes of where it happened, or a route with the region"),
        F::NoSource => say!("the case names no source"; "write the id of at least one: sources: [\"…\"]"),
        F::SameWords(field, id) => say!("the case has the same {field} as “{id}” and may be the same event"; "put both into one case, or let the {field} say how they differ"),
        F::NoStop => say!("the stop has neither a country nor a place"; "add country: \"TGO\", or place: \"South Asia\" where only a region is known"),
        F::NoReportOfGroup(group) => say!(group = group.name(), "the number of {group} has no report"; "write [(quantity: Exactly(12), source: \"…\")], or remove this part of the group"),
        F::MoreThanGroup(group) => say!(group = group.name(), "there are more {group} than people in the group"; "compare both numbers with their sources"),
    }
}

/// Countries as one writes them, one of which is meant: "\"COD\" for X or \"COG\" for Y".
fn alternatives(countries: &[Country]) -> String {
    let one = |country: &Country| format!("\"{}\" for {}", country.code(), country.name());
    countries.iter().map(one).collect::<Vec<_>>().join(" or ")
}

/// What a checked dataset holds, and how many problems were found in it.
pub fn checked(operations: usize, cases: usize, problems: usize) -> String {
    let operations = counted(operations, "operation", "operations");
    let cases = counted(cases, "case", "cases");
    let problems = match problems {
        0 => "no problems".to_owned(),
        some => counted(some, "problem", "problems"),
    };
    format!("{operations}, {cases}, {problems}")
}
