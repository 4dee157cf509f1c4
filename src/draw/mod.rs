//! Chart specifications to shapes, the same for the window and for files; and the look that
//! both share.

pub mod icons;
pub mod theme;
