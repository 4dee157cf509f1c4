//! Why an export came to nothing.

use std::fmt;

use super::{LARGEST_PIXELS, LEAST_SCALE, SIDES};
use crate::words::exports::{self as words, Encoded};

/// Why an export came to nothing, each with what to do.
#[derive(Debug)]
pub enum ExportError {
    /// The picture's size is out of range.
    Size {
        /// The width asked for.
        width: u32,
        /// The height asked for.
        height: u32,
    },
    /// The picture holds more than could be read at its size.
    Crowded {
        /// The width asked for.
        width: u32,
        /// The height asked for.
        height: u32,
        /// The height at which it could be read at this width, where there is one.
        needed: Option<u32>,
    },
    /// The scale is out of range, or the pixels would be too many.
    Scale {
        /// The scale asked for.
        scale: f32,
    },
    /// No font at hand has these letters.
    Letters(Vec<char>),
    /// The SVG could not be read back; a defect of this program.
    Svg(resvg::usvg::Error),
    /// There was no memory for the pixels.
    Memory,
    /// The PNG could not be encoded.
    Png(png::EncodingError),
    /// A table could not be written as CSV.
    Csv(String),
    /// A table could not be written as JSON.
    Json(serde_json::Error),
}

impl ExportError {
    /// The height in points at which the picture could be read at its width, where that is what
    /// is wrong.
    pub fn height_that_does(&self) -> Option<u32> {
        if let Self::Crowded { needed, .. } = self {
            *needed
        } else {
            None
        }
    }
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::Size { width, height } => {
                words::no_such_size(*width, *height, *SIDES.start(), *SIDES.end())
            }
            Self::Crowded {
                width,
                height,
                needed,
            } => words::crowded(*width, *height, *needed),
            Self::Scale { scale } => {
                words::no_such_scale(*scale, LEAST_SCALE, LARGEST_PIXELS as u32)
            }
            Self::Letters(letters) => words::no_font(letters),
            Self::Svg(error) => words::no_pixels(error),
            Self::Memory => words::NO_MEMORY.to_owned(),
            Self::Png(error) => words::not_encoded(Encoded::Png, error),
            Self::Csv(error) => words::not_encoded(Encoded::Csv, error),
            Self::Json(error) => words::not_encoded(Encoded::Json, error),
        };
        f.write_str(&said)
    }
}

impl std::error::Error for ExportError {}
