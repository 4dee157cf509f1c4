//! What a picture says, before anyone decides where it goes: series, order, labels, ticks,
//! notes, sources and the text that stands for it.

mod kind;

pub use kind::Kind;
