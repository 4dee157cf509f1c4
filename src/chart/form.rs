//! The forms a picture can be saved in: format, size, colours, text; and its pixels.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// A format of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureFormat {
    /// Scalable, for print and editing.
    Svg,
    /// Pixels, for the web and documents.
    Png,
}

impl PictureFormat {
    /// Every format, in the order of choice.
    pub const ALL: [Self; 2] = [Self::Svg, Self::Png];

    /// What a file's name ends with, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The format a file's ending stands for.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.ending().eq_ignore_ascii_case(ending))
    }
}

/// How text is written in SVG.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TextStyle {
    /// As outlines, which look the same everywhere.
    #[default]
    Outlines,
    /// As text, which can be edited where the font is installed.
    Editable,
}

impl TextStyle {
    /// Every style, in the order of choice.
    pub const ALL: [Self; 2] = [Self::Outlines, Self::Editable];
}

/// A size of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum PictureSize {
    /// Sixteen to nine, for a page or a post.
    #[default]
    Wide,
    /// Sixteen to nine, larger: a slide or a printed page.
    Print,
    /// As wide as high.
    Square,
    /// Four to five.
    Portrait,
    /// As high as the picture needs.
    Whole,
    /// Whatever a person wants.
    Own {
        /// In points.
        width: u32,
        /// In points.
        height: u32,
    },
}

impl PictureSize {
    /// Every size that has a name, in the order of choice.
    pub const NAMED: [Self; 5] = [
        Self::Wide,
        Self::Print,
        Self::Square,
        Self::Portrait,
        Self::Whole,
    ];

    /// Width and height in points; no height where it is as high as the picture needs.
    pub fn sides(self) -> (u32, Option<u32>) {
        match self {
            Self::Wide => (1200, Some(675)),
            Self::Print => (1920, Some(1080)),
            Self::Square => (1080, Some(1080)),
            Self::Portrait => (1080, Some(1350)),
            Self::Whole => (1200, None),
            Self::Own { width, height } => (width, Some(height)),
        }
    }
}

/// What a picture is used for, by which its type is as large as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureUse {
    /// A page, a slide, a screen: type keeps its size in points.
    Page,
    /// A feed on a phone, which shows a picture a third as wide: type is as large as fits.
    Feed,
}

impl PictureUse {
    /// A picture in a feed is one of this width, in points, enlarged: its smallest type is then
    /// read as easily as that of a page.
    pub const FEED_WIDTH: f32 = 540.0;

    /// What a picture of a width and height is used for as far as these tell: what is about as
    /// high as it is wide, or higher, is made for a feed.
    pub fn of(width: u32, height: Option<u32>) -> Self {
        match height {
            Some(height) if height * 5 >= width * 4 => Self::Feed,
            Some(_) | None => Self::Page,
        }
    }
}

/// What a picture is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PictureForm {
    /// The format.
    pub format: PictureFormat,
    /// The size.
    pub size: PictureSize,
    /// Pixels for each point, in PNG.
    pub scale: u8,
    /// Light on dark.
    pub dark: bool,
    /// Without the sheet behind it.
    pub transparent: bool,
    /// How text is written in SVG.
    pub text: TextStyle,
}

impl Default for PictureForm {
    fn default() -> Self {
        Self {
            format: PictureFormat::Png,
            size: PictureSize::default(),
            scale: 1,
            dark: false,
            transparent: false,
            text: TextStyle::default(),
        }
    }
}

impl PictureForm {
    /// The scales there are to choose from.
    pub const SCALES: [u8; 4] = [1, 2, 3, 4];

    /// The sides that a person can choose, in points.
    pub const SIDES: RangeInclusive<u32> = 200..=8000;

    /// With a scale and a size that there can be.
    #[must_use]
    pub fn sane(mut self) -> Self {
        let most = Self::SCALES.len() as u8;
        self.scale = self.scale.clamp(1, most);
        if let PictureSize::Own { width, height } = &mut self.size {
            for side in [width, height] {
                *side = (*side).clamp(*Self::SIDES.start(), *Self::SIDES.end());
            }
        }
        self
    }

    /// How many pixels the file has for each point.
    pub fn pixels_per_point(self) -> u8 {
        match self.format {
            PictureFormat::Svg => 1,
            PictureFormat::Png => self.scale,
        }
    }
}

/// A picture as pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct Pixels {
    /// How many pixels a row has.
    pub width: usize,
    /// How many rows there are.
    pub height: usize,
    /// Red, green, blue and alpha of each, the colours multiplied by the alpha.
    pub rgba: Vec<u8>,
    /// The height of the picture they show, in points.
    pub points_high: u32,
    /// How many pages the picture takes, of which they show the first.
    pub pages: usize,
}

impl std::fmt::Debug for Pixels {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Pixels({}x{})", self.width, self.height)
    }
}
