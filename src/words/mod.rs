//! Numbers, names, dates and sentences: the only room that knows English.
//!
//! What can be said is decided in `model` and `query`, as values; here it is put into words, most
//! of it as methods of those very types. Names in files and on the command line are no language
//! and stay with what they name.

mod amounts;
mod cases;
mod change_amounts;
mod changes;
pub mod command_line;
mod countries;
mod dates;
mod derivation;
mod differences;
mod diffs;
mod evidence;
pub mod exports;
mod faults;
mod footnotes;
mod headlines;
pub mod imports;
mod kinds;
mod legend;
mod map;
mod measures;
mod missed;
mod names;
mod notes;
pub mod numerals;
mod per_cents;
mod pictures;
pub mod releases;
mod start;
pub mod template;
mod titles;
mod views;
mod why_not;
pub mod window;

pub use cases::{NO_OUTCOME, noun};
pub use changes::{metric_and_why, spoken_step};
pub use countries::{asked_for, beyond, list_gap, lists_sentence, only};
pub use derivation::derivation;
pub use diffs::in_all as differing_in_all;
pub use evidence::declared_by;
pub use faults::checked;
pub use footnotes::{Footnote, Lead, Mention};
pub use headlines::Headline;
pub use legend::LegendSign;
pub use map::*;
pub use missed::{MISSED_IN_TABLES, Missed, missed_list, missed_sentence};
pub use names::{
    and_more, at_least, beside_family, capitalised, counted, joined, letters, listed,
    listed_or_counted, listed_to_read, lower_first, name_in_family, not_drawn, short_names,
    without_isolates,
};
pub use notes::{Note, together};
pub use pictures::*;
pub use start::{
    CANNOT_OPEN, DrawnBy, ENDED_BEFORE, crash_report, crashed, no_display, no_graphics, way_failed,
};
pub use titles::{Heading, Titled, footing_suffix};
pub use views::{SUBTITLE, TITLE, ZOOM_WITHOUT_ENDS, no_view, other_data, too_long, view_opened};
pub use why_not::WhyNotDrawn;
