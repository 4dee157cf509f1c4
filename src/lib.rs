//! Opatlas compares international police operations against trafficking and smuggling, and
//! keeps every number as its source stated it.
//!
//! Each module is a room; `README.md` shows which may use which, and a test holds them to it.

pub mod app;
pub mod chart;
pub mod cli;
pub mod disk;
pub mod draw;
pub mod export;
pub mod file;
pub mod import;
pub mod model;
pub mod query;
pub mod state;
pub mod ui;
pub mod words;
