//! The texts of the window, by page and panel.

pub mod search;
