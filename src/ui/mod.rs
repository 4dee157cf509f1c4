//! The window's pages: the state drawn as widgets, and what a person does as commands.

mod case;
pub mod cases;
pub mod countries;
pub mod drawer;
mod evidence;
mod kept;
pub mod problems;
pub mod sources;
mod table;
mod widgets;
