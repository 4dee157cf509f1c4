//! Chart specifications to shapes, the same for the window and for files; and the look that
//! both share. A picture's texts are laid out once (`Sheet`), then everything gets its place in
//! points (`PlacedPicture`), and that is painted.

mod axis_range;
mod cells;
mod dots;
mod fonts;
mod footnotes;
mod grid;
mod grid_fit;
mod grid_signs;
pub mod icons;
mod ink;
mod legend;
mod lines;
mod looking;
mod machine_fonts;
mod map;
mod map_dots;
mod map_seen;
mod marks;
mod matrix;
mod matrix_fit;
mod near;
mod number_axis;
pub mod order;
mod palette;
mod picture;
mod placed;
mod placed_map;
mod points;
mod room;
mod rows_axis;
mod rows_columns;
mod rows_fit;
mod rows_from_to;
mod rows_lines;
mod rows_placed;
mod scale;
mod scatter;
mod scatter_candidates;
mod scatter_labels;
mod sheet;
pub mod theme;
mod timeline;
mod timeline_fit;
mod timeline_lanes;
mod typesetter;

pub use grid_signs::taking_part_shapes;
pub use looking::Look;
pub use machine_fonts::{MachineFont, font_with, lacking};
pub use picture::{Lit, PictureResponse, paint_for_file, picture_ui, sign_ui};
pub use placed::{BarEnds, Form, PlacedField, PlacedMark, PlacedPicture, PlacedText};
pub use sheet::Sheet;
pub use typesetter::{Typesetter, laid_out, laid_out_cut, laid_out_from_right, lines_of};
