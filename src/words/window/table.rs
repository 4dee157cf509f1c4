//! What tables say of themselves.

/// What a click on a head does.
pub fn sort_by(what: &str) -> String {
    format!("Sort by {what}")
}
