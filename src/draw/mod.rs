//! Chart specifications to shapes, the same for the window and for files; and the look that
//! both share.

mod bars_layout;
pub mod icons;
mod layout;
mod marks;
mod picture;
pub mod theme;

pub use layout::{Layout, PlacedText, Typesetter, layout};
pub use picture::{PictureResponse, picture_height, picture_ui};
