//! The texts of the window, by page and panel.

pub mod case;
pub mod cases;
pub mod countries;
pub mod notices;
pub mod pages;
pub mod panel;
pub mod search;
pub mod sources;
pub mod table;
pub mod themes;
