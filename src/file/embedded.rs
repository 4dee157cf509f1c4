//! The datasets that come with the program, and the one that “opatlas new” writes.

/// The embedded datasets: file name and text.
pub const EMBEDDED: &[(&str, &str)] = &[];

/// A dataset to start from, which is also the manual of the format.
pub const STARTER: &str = include_str!("starter.ron");
