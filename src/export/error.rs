//! Why an export came to nothing.

use std::fmt;

use crate::words;

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

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size { width, height } => write!(
                f,
                "A picture of {width}x{height} cannot be drawn; choose a width and a height from {} to {}",
                super::SIDES.start(),
                super::SIDES.end()
            ),
            Self::Crowded {
                width,
                height,
                needed: Some(needed),
            } => write!(
                f,
                "So much cannot be read at {width}x{height}; choose {width}x{needed}, fewer operations or fewer figures"
            ),
            Self::Crowded {
                width,
                height,
                needed: None,
            } => write!(
                f,
                "So much cannot be read at {width}x{height}; choose a larger size, fewer operations or fewer figures"
            ),
            Self::Scale { scale } => write!(
                f,
                "A scale of {scale} cannot be drawn; choose one from 0.1 that gives at most 16,000 pixels a side"
            ),
            Self::Letters(letters) => write!(
                f,
                "No font here has {}; install a font that has, or export SVG with editable text (--text editable), which needs none",
                words::letters(letters)
            ),
            Self::Svg(error) => write!(
                f,
                "The picture could not be turned into pixels: {error}; export it as SVG instead"
            ),
            Self::Memory => f.write_str(
                "There is not enough memory for so many pixels; choose a smaller size or scale",
            ),
            Self::Png(error) => write!(f, "The PNG could not be encoded: {error}"),
            Self::Csv(error) => write!(f, "The table could not be written as CSV: {error}"),
            Self::Json(error) => write!(f, "The table could not be written as JSON: {error}"),
        }
    }
}

impl std::error::Error for ExportError {}
