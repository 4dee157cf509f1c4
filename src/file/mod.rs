//! From a file's bytes to a checked dataset and the problems in it. Takes bytes and gives
//! values; whoever calls reads the disk.

mod document;

pub use document::FORMAT;
