//! From a file's bytes to a checked dataset and the problems in it. Takes bytes and gives
//! values; whoever calls reads the disk.
//!
//! The way: `text` decodes, `frame` finds the records, `record` has ron read each one into the
//! mirror in `document`, and the `check_…` files turn that into the model. Only when ron refuses
//! a record are `tree`, `shape` and `diagnose` asked what is wrong with it.

mod brackets;
mod cases;
mod check;
mod check_cases;
mod check_operations;
mod check_sources;
mod country_names;
mod dataset;
mod dates;
mod diagnose;
mod diagnose_record;
mod document;
mod embedded;
mod fault;
mod frame;
mod frame_records;
mod guess;
mod hidden;
mod known;
mod long;
mod people;
mod places;
mod quantity;
mod record;
mod scan;
mod shape;
mod text;
mod token;
mod tree;
mod unclosed;
mod unread;
mod wording;

pub use document::FORMAT;
pub use embedded::{EMBEDDED, STARTER};
pub use text::decode;
pub use unread::unreadable;

use crate::model::{Dataset, Problem};
use fault::Fault;

/// What came of reading a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Everything that could be used; `None` when nothing at all can be shown.
    pub dataset: Option<Dataset>,
    /// What is wrong, by place.
    pub problems: Vec<Problem>,
}

/// Reads the bytes of a dataset. `file` is its name as the user gave it. Places count the text
/// that [`decode`] gives.
pub fn read(file: &str, bytes: &[u8]) -> Reading {
    let mut faults = Vec::new();
    let dataset = match text::text(bytes) {
        Ok((text, mark)) => {
            if mark {
                faults.push(Fault::warning(
                    0..0,
                    "the file begins with a byte-order mark",
                    "save it as UTF-8 without one, if the editor offers that",
                ));
            }
            let hidden = hidden::find(text);
            faults.extend(
                hidden
                    .iter()
                    .take(fault::MOST_PROBLEMS + 1)
                    .filter_map(|span| {
                        let c = text.get(span.clone())?.chars().next()?;
                        Some(hidden::fault(c, span.clone()))
                    }),
            );
            let source = record::Source {
                text,
                hidden: &hidden,
            };
            frame::frame(text, &mut faults)
                .and_then(|frame| dataset::dataset(file, source, frame, &mut faults))
        }
        Err(fault) => {
            faults.push(fault);
            None
        }
    };
    let problems = if faults.is_empty() {
        Vec::new()
    } else {
        fault::problems(file, &decode(bytes), faults)
    };
    Reading { dataset, problems }
}
