//! The panel beside a page.

/// What a number rests on.
pub const EVIDENCE: &str = "Evidence";
/// What is known of an operation.
pub const OPERATION: &str = "Operation";
/// What is known of a country.
pub const COUNTRY: &str = "Country";
/// A publication.
pub const SOURCE: &str = "Source";
/// A case, to read.
pub const CASE: &str = "Case";
/// Closes it.
pub const CLOSE: &str = "Close the panel";
/// What was opened and is not there any more.
pub const GONE: &str = "It is not in an open dataset any more.";
