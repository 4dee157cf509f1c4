//! Numbers, names, dates and sentences: the only room that knows English.
//!
//! What can be said is decided in `model` and `query`, as values; here it is put into words, most
//! of it as methods of those very types. Names in files and on the command line are no language
//! and stay with what they name.

mod amounts;
mod cases;
mod changes;
mod countries;
mod dates;
mod derivation;
mod differences;
mod evidence;
mod kinds;
mod measures;
mod names;

pub use cases::noun;
pub use changes::per_cent_decimals;
pub use countries::{list_gap, lists_sentence};
pub use derivation::derivation;
pub use names::{
    capitalised, counted, joined, listed, listed_in_short, listed_or_counted, lower_first,
    short_names,
};
