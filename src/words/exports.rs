//! Why an export came to nothing, and what to do.

use std::fmt::Display;

use super::names::letters;

/// That no picture has such a size.
pub fn no_such_size(width: u32, height: u32, least: u32, most: u32) -> String {
    format!(
        "A picture of {width}x{height} cannot be drawn; choose a width and a height from {least} \
         to {most}"
    )
}

/// That a picture holds more than could be read at its size, with the height that would do.
pub fn crowded(width: u32, height: u32, needed: Option<u32>) -> String {
    let size = needed.map_or_else(
        || "a larger size".to_owned(),
        |needed| format!("{width}x{needed}"),
    );
    format!(
        "So much cannot be read at {width}x{height}; choose {size}, fewer operations or fewer \
         figures"
    )
}

/// That a scale is out of range, or gives too many pixels.
pub fn no_such_scale(scale: f32, least: f32, most_pixels: u32) -> String {
    let most = super::numerals::grouped(f64::from(most_pixels), 0);
    format!(
        "A scale of {scale} cannot be drawn; choose one from {least} that gives at most {most} \
         pixels a side"
    )
}

/// That no font has some letters.
pub fn no_font(lacking: &[char]) -> String {
    let letters = letters(lacking);
    format!(
        "No font here has {letters}; install a font that has, or export SVG with editable text \
         (--text editable), which needs none"
    )
}

/// That a picture could not be turned into pixels.
pub fn no_pixels(why: impl Display) -> String {
    format!("The picture could not be turned into pixels: {why}; export it as SVG instead")
}

/// That there was no memory for the pixels.
pub const NO_MEMORY: &str =
    "There is not enough memory for so many pixels; choose a smaller size or scale";

/// That a file could not be written in its format.
pub fn not_encoded(what: Encoded, why: impl Display) -> String {
    let what = match what {
        Encoded::Png => "The PNG could not be encoded",
        Encoded::Csv => "The table could not be written as CSV",
        Encoded::Json => "The table could not be written as JSON",
    };
    format!("{what}: {why}")
}

/// What could not be written in its format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoded {
    /// A picture.
    Png,
    /// A table.
    Csv,
    /// A table.
    Json,
}
