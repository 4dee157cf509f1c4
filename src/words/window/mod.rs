//! The texts of the window, by page and panel.

pub mod case;
pub mod cases;
pub mod dialogs;
pub mod export;
pub mod notices;
pub mod pages;
pub mod panel;
pub mod search;
pub mod themes;
