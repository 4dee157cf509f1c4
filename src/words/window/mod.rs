//! What the window says, a file a page.

pub mod case;
pub mod cases;
