//! Pictures and rows to bytes. A picture is drawn off screen by the code that draws the
//! window, its shapes are written as SVG, and pixels are made from that SVG. Returns bytes;
//! whoever calls writes the file.

mod bands;
mod cell;
mod error;
mod number;
mod off_screen;
mod outlines;
mod pages;
mod picture_table;
mod pixels;
mod rows;
mod sheet;
mod svg;
mod tables;
mod template;

pub use cell::Cell;
pub use error::ExportError;
pub use pages::{file_of_page, pages};
pub use rows::sheet;
pub use sheet::Sheet;
pub use tables::{changes, figures_of, table};
pub use template::template;

pub use crate::chart::TextStyle;
pub use crate::query::tables::{Csv, TableFormat};

use crate::chart::{ChartSpec, PictureForm, PictureFormat, PictureUse, Pixels};

/// How a picture is exported.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PictureOptions {
    /// Width in points; a pixel each at scale 1.
    pub width: u32,
    /// Height in points; `None` for as high as the picture needs.
    pub height: Option<u32>,
    /// Pixels for each point, in PNG.
    pub scale: f32,
    /// Light on dark.
    pub dark: bool,
    /// Without the sheet behind it.
    pub transparent: bool,
    /// How text is written in SVG.
    pub text: TextStyle,
    /// What it is used for; `None` for what its size tells.
    pub used_for: Option<PictureUse>,
}

impl Default for PictureOptions {
    fn default() -> Self {
        Self {
            width: 1200,
            height: Some(675),
            scale: 2.0,
            dark: false,
            transparent: false,
            text: TextStyle::Outlines,
            used_for: None,
        }
    }
}

impl PictureOptions {
    /// As a form says.
    pub fn of(form: PictureForm) -> Self {
        let (width, height) = form.size.sides();
        Self {
            width,
            height,
            scale: f32::from(form.scale),
            dark: form.dark,
            transparent: form.transparent,
            text: form.text,
            used_for: None,
        }
    }
}

/// The least and the most a side of a picture may have, in points.
pub const SIDES: std::ops::RangeInclusive<u32> = PictureForm::SIDES;

/// The least scale.
const LEAST_SCALE: f32 = 0.1;

/// The most pixels a PNG may have on a side.
const LARGEST_PIXELS: f32 = 16_000.0;

/// A picture as bytes of a format. The same input gives the same bytes.
pub fn picture(
    spec: &ChartSpec,
    format: PictureFormat,
    options: &PictureOptions,
) -> Result<Vec<u8>, ExportError> {
    let text = match format {
        PictureFormat::Svg => options.text,
        PictureFormat::Png => TextStyle::Outlines,
    };
    let (svg, height) = lines(spec, options, text)?;
    match format {
        PictureFormat::Svg => Ok(svg.into_bytes()),
        PictureFormat::Png => pixels::png(&svg, height, spec, options),
    }
}

/// A picture as pixels: those of its PNG, or as many as fit into a width and a height.
pub fn pixels(
    spec: &ChartSpec,
    options: &PictureOptions,
    within: Option<[u32; 2]>,
) -> Result<Pixels, ExportError> {
    let (svg, height) = lines(spec, options, TextStyle::Outlines)?;
    let scale = within.map_or(options.scale, |[most_wide, most_high]| {
        let (wide, high) = (options.width as f32, height as f32);
        (most_wide as f32 / wide).min(most_high as f32 / high)
    });
    pixels::all(&svg, height, &PictureOptions { scale, ..*options })
}

/// A picture as SVG, and its height in points.
fn lines(
    spec: &ChartSpec,
    options: &PictureOptions,
    text: TextStyle,
) -> Result<(String, u32), ExportError> {
    let width = options.width;
    let sound = |height: u32| SIDES.contains(&width) && SIDES.contains(&height);
    let asked = options.height.unwrap_or(width);
    if !sound(asked) {
        return Err(ExportError::Size {
            width,
            height: asked,
        });
    }
    let drawn = off_screen::draw(spec, options);
    let height = drawn.height;
    if !drawn.fits || !sound(height) {
        return Err(ExportError::Crowded {
            width,
            height,
            needed: drawn.needed,
        });
    }
    let longest = width.max(height) as f32 * options.scale;
    if !options.scale.is_finite() || options.scale < LEAST_SCALE || longest > LARGEST_PIXELS {
        return Err(ExportError::Scale {
            scale: options.scale,
        });
    }
    let svg = svg::write(&drawn, spec, options, text)?;
    Ok((svg, height))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Showing;
    use crate::model::fixture;
    use crate::query::comparison::Comparison;

    fn spec() -> ChartSpec {
        let atlas = fixture::atlas();
        crate::chart::picture(&atlas, &Comparison::telling(&atlas), Showing::default())
    }

    #[test]
    fn a_picture_is_refused_before_its_type_is_too_small_to_read() {
        let atlas = fixture::atlas();
        let all = Comparison::telling(&atlas);
        for kind in crate::chart::Kind::ALL {
            let showing = Showing {
                kind,
                ..Showing::default()
            };
            let spec = crate::chart::picture(&atlas, &all, showing);
            for side in [200, 300, 400, 600] {
                let options = PictureOptions {
                    width: side,
                    height: Some(side),
                    ..PictureOptions::default()
                };
                let drawn = off_screen::draw(&spec, &options);
                let type_size = crate::draw::theme::size::SMALL * side as f32 / drawn.canvas.x;
                assert!(
                    !drawn.fits || type_size > 8.9,
                    "{kind:?} {side}: {type_size}"
                );
            }
        }
    }

    #[test]
    fn rows_that_are_refused_say_at_which_height_they_are_not() {
        let of_height = |height| {
            let options = PictureOptions {
                width: 400,
                height,
                ..PictureOptions::default()
            };
            picture(&spec(), PictureFormat::Svg, &options)
        };
        assert!(of_height(Some(600)).is_ok());
        let Err(ExportError::Crowded {
            needed: Some(needed),
            ..
        }) = of_height(Some(260))
        else {
            panic!("too much for its size");
        };
        assert!(of_height(Some(needed)).is_ok(), "as the error says");
    }

    #[test]
    fn a_picture_without_a_height_is_as_high_as_it_needs() {
        for width in [320, 1200, 4000] {
            let options = PictureOptions {
                width,
                height: None,
                ..PictureOptions::default()
            };
            assert!(picture(&spec(), PictureFormat::Svg, &options).is_ok());
        }
    }

    #[test]
    fn a_png_has_exactly_the_pixels_asked_for() {
        let options = PictureOptions {
            width: 600,
            height: Some(400),
            scale: 1.5,
            ..PictureOptions::default()
        };
        let bytes = picture(&spec(), PictureFormat::Png, &options).unwrap();
        let reader = ::png::Decoder::new(std::io::Cursor::new(bytes))
            .read_info()
            .unwrap();
        assert_eq!((reader.info().width, reader.info().height), (900, 600));
    }

    #[test]
    fn a_picture_to_look_at_has_the_proportions_of_its_file_and_fits_its_room() {
        for (height, room, seen) in [
            (Some(600), [400, 400], (400, 200)),
            (Some(600), [4000, 150], (300, 150)),
            (None, [300, 4000], (300, 0)),
        ] {
            let options = PictureOptions {
                width: 1200,
                height,
                ..PictureOptions::default()
            };
            let small = pixels(&spec(), &options, Some(room)).unwrap();
            let expected = 300 * small.points_high as usize / 1200;
            assert_eq!(small.width, seen.0);
            assert!(
                small
                    .height
                    .abs_diff(seen.1.max(height.map_or(expected, |_| 0)))
                    <= 1
            );
            assert_eq!(small.rgba.len(), small.width * small.height * 4);
        }
    }

    #[test]
    fn the_same_picture_gives_the_same_bytes() {
        let options = PictureOptions::default();
        let once = picture(&spec(), PictureFormat::Svg, &options).unwrap();
        let twice = picture(&spec(), PictureFormat::Svg, &options).unwrap();
        assert!(once == twice);
    }

    #[test]
    fn an_svg_says_every_figure_with_its_sign() {
        let options = PictureOptions {
            text: TextStyle::Editable,
            ..PictureOptions::default()
        };
        let svg =
            String::from_utf8(picture(&spec(), PictureFormat::Svg, &options).unwrap()).unwrap();
        for words in [
            "2,517 *",
            "&gt; 1,800",
            "nearly 8 million",
            "thousands",
            "not reported",
            "6 days",
            "12 days",
        ] {
            assert!(svg.contains(&format!(">{words}")), "{words}");
        }
    }

    #[test]
    fn type_is_as_large_as_a_feed_on_a_phone_asks_for_and_never_smaller_than_on_a_page() {
        let atlas = fixture::atlas();
        let one = Comparison::first(&atlas);
        let one = crate::chart::picture(&atlas, &one, Showing::default());
        let smallest = |spec: &ChartSpec, used_for| {
            let options = PictureOptions {
                width: 1080,
                height: Some(1080),
                used_for,
                ..PictureOptions::default()
            };
            let drawn = off_screen::draw(spec, &options);
            assert!(drawn.fits);
            crate::draw::theme::size::SMALL * 1080.0 / drawn.canvas.x
        };
        assert!(smallest(&one, None) >= 22.0, "its shape tells");
        for spec in [one, spec()] {
            let page = smallest(&spec, Some(PictureUse::Page));
            assert!(smallest(&spec, Some(PictureUse::Feed)) >= page);
        }
    }

    #[test]
    fn a_size_that_cannot_be_drawn_is_refused_with_a_sentence() {
        let options = PictureOptions {
            width: 0,
            ..PictureOptions::default()
        };
        let refused = picture(&spec(), PictureFormat::Svg, &options).unwrap_err();
        assert!(refused.to_string().contains("from 200 to 8000"));
    }
}
