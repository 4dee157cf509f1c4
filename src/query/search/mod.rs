//! Finding things the way people type them: without accents, capitals or full names.

mod fit;
mod fold;
mod found;
mod numbers;
mod texts;
mod together;

pub use fit::{Fit, Names, Typed, marked, matches};
pub use fold::folded;
pub use found::{Found, Group, Hit, Index, Kind, Read};
pub use numbers::{NumberOf, Part};
pub use texts::Texts;
pub use together::Together;
