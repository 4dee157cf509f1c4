//! The texts of the window, by page and panel.

pub mod actions;
pub mod adding;
pub mod case;
pub mod cases;
pub mod changes;
pub mod compare;
pub mod countries;
pub mod details;
pub mod dialogs;
pub mod export;
pub mod frame;
pub mod help;
pub mod narrow;
pub mod notices;
pub mod opening;
pub mod outside;
pub mod pages;
pub mod panel;
pub mod problems;
pub mod search;
pub mod sources;
pub mod table;
pub mod themes;
