//! The forms a picture can be saved in: format, size, colours.

/// A format of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFormat {
    /// Scalable, for print and editing.
    Svg,
    /// Pixels, for the web and documents.
    Png,
}

impl PictureFormat {
    /// Every format, in the order of choice.
    pub const ALL: [Self; 2] = [Self::Svg, Self::Png];

    /// The name on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }

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

/// A size of pictures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PictureSize {
    /// Sixteen to nine.
    #[default]
    Wide,
    /// As wide as high.
    Square,
    /// Four to five.
    Upright,
    /// As high as the picture needs.
    Whole,
}

impl PictureSize {
    /// Every size, in the order of choice.
    pub const ALL: [Self; 4] = [Self::Wide, Self::Square, Self::Upright, Self::Whole];

    /// The name on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wide => "1200 × 675",
            Self::Square => "1080 × 1080",
            Self::Upright => "1080 × 1350",
            Self::Whole => "1200 × as needed",
        }
    }

    /// Width and height in points; no height where it is as high as the picture needs.
    pub fn sides(self) -> (u32, Option<u32>) {
        match self {
            Self::Wide => (1200, Some(675)),
            Self::Square => (1080, Some(1080)),
            Self::Upright => (1080, Some(1350)),
            Self::Whole => (1200, None),
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureForm {
    /// The format.
    pub format: PictureFormat,
    /// The size.
    pub size: PictureSize,
    /// Light on dark.
    pub dark: bool,
}
