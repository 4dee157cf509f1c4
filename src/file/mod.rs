//! From a file's bytes to a checked dataset and the problems in it. Takes bytes and gives
//! values; whoever calls reads the disk.
//!
//! The way: `text` decodes, `frame` finds the records, `record` has ron read each one into the
//! mirror in `format`, and the `check_…` files turn that into the model. Only when ron refuses a
//! record are `reader` and `diagnose` asked what is wrong with it. What is wrong stays data; the
//! sentences are made in the room `words`.

mod cases;
mod check;
mod check_cases;
mod check_operations;
mod check_sources;
mod country_names;
mod dataset;
mod dates;
mod diagnose;
mod embedded;
mod format;
mod found;
mod frame;
mod guess;
mod hidden;
mod known;
mod long;
mod near;
mod people;
mod places;
mod quantity;
mod reach;
mod reader;
mod record;
mod scan;
mod text;
mod token;
mod tree;

pub use embedded::{EMBEDDED, STARTER, starter};
pub use format::{FORMAT, reference};
pub use text::decode;

use crate::model::fault::{FileFault, Part, SignFault};
use crate::model::{Dataset, Problem};
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
    let mut faults = Vec::new();
    let dataset = text::text(bytes).map_err(|found| faults.push(*found));
    let mut dataset = dataset.ok().and_then(|(text, mark)| {
        if mark {
            faults.push(Found::warning(0..0, FileFault::ByteOrderMark));
        }
        read_text(file, text, &mut faults)
    });
    if let Some(dataset) = &mut dataset {
        dataset.print = print(bytes);
        for left_out in faults.iter().filter_map(|found| found.left_out.as_ref()) {
            dataset.gaps.add(left_out);
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

fn read_text(file: &str, text: &str, faults: &mut Vec<Found>) -> Option<Dataset> {
    let hidden = hidden::find(text);
    for span in hidden.iter().take(found::MOST_PROBLEMS + 1) {
        let c = text
            .get(span.clone())
            .and_then(|piece| piece.chars().next());
        let found = Found::error(span.clone(), SignFault::Hidden(c.unwrap_or('\0')));
        faults.push(found.leaving_out(Part::It));
    }
    let told = faults.len();
    let text = hidden::without(text, &hidden);
    let frame = frame::frame(&text, faults);
    let dataset = frame.and_then(|frame| dataset::dataset(file, &text, frame, faults));
    if !hidden.is_empty() {
        let gaps = hidden::gaps(&hidden);
        for span in faults
            .iter_mut()
            .skip(told)
            .filter_map(|found| found.span.as_mut())
        {
            *span = hidden::in_file(&gaps, span);
        }
    }
    dataset
}
