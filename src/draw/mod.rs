//! Chart specifications to shapes, the same for the window and for files; and the look that
//! both share.

mod axis_range;
mod cells;
mod coverage_fit;
mod coverage_layout;
mod flow;
mod fonts;
pub mod icons;
mod ink;
mod layout;
mod looking;
mod marks;
mod picture;
mod points;
mod rows;
mod rows_axis;
mod rows_columns;
mod rows_fit;
mod rows_from_to;
mod rows_layout;
mod scale;
mod scatter_axis;
mod scatter_labels;
mod scatter_layout;
mod scatter_leaders;
mod scatter_places;
mod sheet;
pub mod theme;
mod timeline_fit;
mod timeline_layout;

pub use layout::{Layout, PlacedText, Typesetter};
pub use looking::Look;
pub use picture::{PictureResponse, picture_height, picture_ui};
pub use sheet::layout;
