//! What a picture says, before anyone decides where it goes: series, order, labels, ticks,
//! notes, sources and the text that stands for it.

mod bars;
mod kind;
mod picture;
mod ticks;
mod words;

pub use bars::{Bar, BarGroup, BarPanel, Bars, Mark};
pub use kind::{Kind, PictureFormat};
pub use picture::{Body, ChartSpec, Series, SignKey, Target, picture};
pub use ticks::{Tick, ticks};
