//! The nouns of the program and what is always true of them: quantities, dates, countries,
//! sources, metrics, operations, cases, and the atlas of everything open.
//!
//! Knows no file format, no disk and no screen.

mod amount;
mod atlas;
mod case;
mod colours;
mod countries;
mod country;
mod date;
pub mod fault;
mod figure;
#[cfg(test)]
pub mod fixture;
mod gaps;
pub mod hidden;
mod ids;
pub mod isolated;
mod left_out;
mod operation;
mod problem;
mod quantity;
mod renaming;
mod source;
mod together;
pub(crate) mod unit;

pub use amount::{Amount, Open, Sign};
pub use atlas::{Atlas, Dataset, Declared, OpenDataset};
pub use case::{Among, Case, Crime, Group, People, Seizure, Step, Stop, Who};
pub use countries::Region;
pub use country::Country;
pub use date::{Days, PartialDate};
pub use fault::Fault;
pub use figure::{Dispute, Divisor, Earlier, Figure, Metric, Report, Status, Trail};
pub use gaps::Gaps;
pub use ids::{CaseId, MetricId, OperationId, SourceId};
pub use left_out::{LeftOut, Lost, Part};
pub use operation::{
    CoordinationUnit, Finding, NotApplicable, Operation, Participation, Support, SupportRole,
};
pub use problem::{Excerpt, Place, Problem, Severity};
pub use quantity::{LARGEST_NUMBER, Quantity};
pub use source::{Grade, NoAddress, Source};
