//! Questions put to the atlas: figures on a common footing, what makes them comparable, which
//! countries took part, which cases match. Every answer is computed anew from the atlas and a
//! choice; nothing is kept.

pub mod cases;
pub mod change;
pub mod comparability;
pub mod comparison;
pub mod countries;
pub mod diff;
mod disputed;
pub mod evidence;
pub mod kin;
pub mod kind;
pub mod measure;
pub mod search;
pub mod sources;
pub mod spreadsheet;
pub mod step;
pub mod tables;
