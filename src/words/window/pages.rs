//! The names of the pages.

/// Operations side by side.
pub const COMPARE: &str = "Compare";
/// Who took part.
pub const COUNTRIES: &str = "Countries";
/// Single events.
pub const CASES: &str = "Cases";
/// Publications.
pub const SOURCES: &str = "Sources";
/// What is wrong in the open files.
pub const PROBLEMS: &str = "Problems";
