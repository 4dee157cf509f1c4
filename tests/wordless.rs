//! `model`, `file` and `query` know no language: they are complete without `words`, whose methods
//! on their types are then not there to be called. That this file compiles is the test.

#[path = "../src/file/mod.rs"]
pub mod file;
#[path = "../src/model/mod.rs"]
pub mod model;
#[path = "../src/query/mod.rs"]
pub mod query;
