//! What is wrong with a file as a whole.

use std::io::ErrorKind;

use super::{Said, say};
use crate::model::fault::{FileFault, FileKind, TextKind};

const A_DATASET: &str = "open a dataset instead: a text file whose name usually ends in .ron";
const AS_DATASET: &str = "write the data as a dataset; “opatlas new” writes an example";
const STARTER: &str = "write a dataset into it; “opatlas new” writes one to start from";
const UTF_8: &str = "save it again as UTF-8, which editors offer under Save as or Encoding";

#[rustfmt::skip] // one fault a line
pub(super) fn file(fault: &FileFault) -> Said {
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
        F::OtherUnit(id, [own, unit], kept) => say!("the metric “{id}” has the unit “{own}” here, but “{unit}” in {kept}, so what is reported of it here is left out"; "write unit: \"{unit}\" where both count the same; else give it another id"),
        F::OtherWhole(id, [own, whole], kept) => say!("the metric “{id}” is a part of “{own}” here, but of “{whole}” in {kept}, so what is reported of it here is left out"; "write part_of: \"{whole}\" where both count the same; else give it another id"),
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
        TextKind::Toml => ("TOML", AS_DATASET),
        TextKind::Table => ("a table (CSV)", AS_DATASET),
        TextKind::Plain => ("plain text", AS_DATASET),
    }
}
