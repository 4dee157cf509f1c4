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

pub use embedded::{EMBEDDED, STARTER};
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
}

/// Reads the bytes of a dataset. `file` is its name as the user gave it. Places count the text
/// that [`decode`] gives.
pub fn read(file: &str, bytes: &[u8]) -> Reading {
    let mut faults = Vec::new();
    let dataset = match text::text(bytes) {
        Ok((text, mark)) => {
            if mark {
                faults.push(Found::warning(0..0, FileFault::ByteOrderMark));
            }
            let hidden = hidden::find(text);
            faults.extend(
                hidden
                    .iter()
                    .take(found::MOST_PROBLEMS + 1)
                    .filter_map(|span| {
                        let c = text.get(span.clone())?.chars().next()?;
                        let found = Found::error(span.clone(), SignFault::Hidden(c));
                        Some(found.leaving_out(Part::It))
                    }),
            );
            let source = record::FileText {
                text,
                hidden: &hidden,
            };
            frame::frame(text, &mut faults)
                .and_then(|frame| dataset::dataset(file, source, frame, &mut faults))
        }
        Err(found) => {
            faults.push(found);
            None
        }
    };
    let problems = if faults.is_empty() {
        Vec::new()
    } else {
        found::problems(file, &decode(bytes), faults)
    };
    Reading { dataset, problems }
}
