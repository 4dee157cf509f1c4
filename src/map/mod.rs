//! The world's outlines and what lies where: the one room that knows geography. It reads the asset
//! that `assets/map/build.py` makes, in the Equal Earth projection, and says nothing of operations.

mod equal_earth;
mod outlines;
mod place;
mod reading;

pub use equal_earth::{LEFT, RIGHT, projected};
pub use outlines::{Land, Line, Ring, World, area, world};
pub use place::{Point, clipped_line, clipped_ring, contains, thinned};
