//! From a file's bytes to a checked dataset and the problems in it. Takes bytes and gives
//! values; whoever calls reads the disk.
//!
//! The way: `text` decodes, `frame` finds the records, `record` has ron read each one into the
//! mirror in `format`, and the `check_…` files turn that into the model. Only when ron refuses a
//! record are `reader` and `diagnose` asked what is wrong with it. What is wrong stays data; the
//! sentences are made in the room `words`.

mod address;
mod cases;
mod cells;
mod check;
mod check_cases;
mod check_operations;
mod check_sources;
mod country_list;
mod country_names;
mod dataset;
mod dates;
mod diagnose;
pub mod edit;
mod embedded;
mod excerpts;
mod foreign;
mod format;
mod found;
mod frame;
mod guess;
mod hidden;
mod known;
mod long;
mod looks;
mod near;
mod number_said;
mod number_words;
mod pasted;
mod people;
mod places;
mod quantity;
mod reach;
mod reader;
mod record;
mod recovery;
mod said;
mod scan;
mod text;
mod token;
mod tree;
mod within;

pub use cells::{
    DateSaid, Decimal, QuantitySaid, date_said, may_begin_quantity, quantity_in_text,
    quantity_said, words_beyond,
};
pub use country_list::{countries_meant, countries_said, country_said};
pub use dates::month_named;
pub use embedded::{EMBEDDED, STARTER, starter};
pub use excerpts::excerpts;
pub use format::{FORMAT, reference};
pub use number_words::Language;
pub use quantity::PER_CENT;
pub use text::{decode, western};

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::fault::FileFault;
use crate::model::{Dataset, Problem};
use dataset::Read;
use found::Found;

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Everything that could be used; `None` when nothing at all can be shown.
    pub dataset: Option<Dataset>,
    /// What is wrong, by place.
    pub problems: Vec<Problem>,
}

impl Reading {
    /// A file that cannot be used at all.
    pub fn failed(file: &str, fault: FileFault) -> Self {
        Self {
            dataset: None,
            problems: vec![Problem::of_file(file, fault)],
        }
    }

    /// A file that the disk does not give.
    pub fn unreadable(file: &str, error: &std::io::Error) -> Self {
        let fault = FileFault::Unreadable(error.kind(), error.to_string());
        Self::failed(file, fault)
    }
}

/// Reads the bytes of a dataset. `file` is its name as the user gave it. Places count the text
/// that [`decode`] gives.
pub fn read(file: &str, bytes: &[u8]) -> Reading {
    read_on(file, bytes, None)
}

/// As [`read`], and asks about days after `today`.
pub fn read_on(file: &str, bytes: &[u8], today: Option<Date>) -> Reading {
    let mut faults = Vec::new();
    let dataset = text::text(bytes).map_err(|found| faults.push(*found));
    let mut dataset = dataset.ok().and_then(|(text, mark)| {
        if mark {
            faults.push(Found::warning(0..0, FileFault::ByteOrderMark));
        }
        read_text(file, text, today, &mut faults)
    });
    if let Some(dataset) = &mut dataset {
        dataset.print = print(bytes);
        for left_out in faults.iter().filter_map(|found| found.left_out.as_ref()) {
            dataset.gaps.add(file, left_out);
        }
    }
    let problems = if faults.is_empty() {
        Vec::new()
    } else {
        found::problems(file, &decode(bytes), faults)
    };
    Reading { dataset, problems }
}

/// The print of a file's bytes, by which a dataset is known again. The same on every system and
/// in every version.
pub fn print(bytes: &[u8]) -> u64 {
    xxhash_rust::xxh3::xxh3_64(bytes)
}

fn read_text(
    file: &str,
    text: &str,
    today: Option<Date>,
    faults: &mut Vec<Found>,
) -> Option<Dataset> {
    let hidden = hidden::find(text);
    let told = faults.len();
    let seen = hidden::without(text, &hidden);
    let mut read = read_seen(file, &seen, today, faults);
    if !hidden.is_empty() {
        let gaps = hidden::gaps(&hidden);
        let of_faults = faults.iter_mut().skip(told);
        let of_faults = of_faults.filter_map(|found| found.span.as_mut());
        let of_read = read.iter_mut();
        let of_read = of_read.flat_map(|read| read.spans.values_mut().chain(&mut read.case_spans));
        for span in of_faults.chain(of_read) {
            *span = hidden::in_file(&gaps, span);
        }
        let none = BTreeMap::new();
        let firsts = read.as_ref().map_or(&none, |read| &read.spans);
        hidden::tell(text, hidden, firsts, faults);
    }
    let Read {
        mut dataset,
        spans,
        case_spans,
    } = read?;
    let mut spans: Vec<_> = spans.into_iter().collect();
    spans.sort_by_key(|(_, span)| span.start);
    let places = found::places(text, spans.iter().map(|(_, span)| span));
    let ids = spans.iter().map(|(id, _)| id.clone());
    dataset.places = ids.zip(places).collect();
    dataset.case_places = found::places(text, &case_spans).collect();
    Some(dataset)
}

/// Reads a text without hidden characters. Only where something is wrong is it looked for what is
/// no RON at all.
fn read_seen(file: &str, text: &str, today: Option<Date>, faults: &mut Vec<Found>) -> Option<Read> {
    let told = faults.len();
    let read = |text: &str, faults: &mut Vec<Found>| {
        let mended = foreign::mended(text, faults);
        let frame = frame::frame(&mended, faults)?;
        dataset::dataset(file, &mended, frame, today, faults)
    };
    let first = read(text, faults);
    let pasted = (faults.len() > told).then(|| pasted::without(text));
    let Some((text, pasted)) = pasted.flatten() else {
        return first;
    };
    faults.truncate(told);
    faults.extend(pasted);
    read(&text, faults)
}
