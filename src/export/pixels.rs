//! Pixels from SVG, with the title in the file and the size it is meant to be printed at.

use std::io::Write as _;

use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};

use super::bands::Bands;
use super::{ExportError, PictureOptions};
use crate::chart::{ChartSpec, Pixels};

/// Pixels for each metre at scale 1: 96 for each inch, as on the web.
const PIXELS_PER_METRE: f32 = 96.0 / 0.0254;

/// How many rows of pixels are made at a time: enough that few shapes lie on two bands, and few
/// enough that the memory is small and near the processor.
const BAND: u32 = 128;

/// An SVG of outlines that is to become pixels.
struct Drawing {
    tree: Tree,
    width: u32,
    height: u32,
    scale: Transform,
}

impl Drawing {
    /// An SVG `height` points high.
    fn of(svg: &str, height: u32, options: &PictureOptions) -> Result<Self, ExportError> {
        let tree = Tree::from_str(svg, &Options::default()).map_err(ExportError::Svg)?;
        let pixels = |points: u32| ((points as f32 * options.scale).round() as u32).max(1);
        let (width, height) = (pixels(options.width), pixels(height));
        let size = tree.size();
        let scale =
            Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
        Ok(Self {
            tree,
            width,
            height,
            scale,
        })
    }

    /// Paints it, so many rows at a time, and hands on what was painted.
    fn paint(
        &self,
        rows: u32,
        then: impl FnMut(&Pixmap) -> Result<(), ExportError>,
    ) -> Result<(), ExportError> {
        let rows = rows.min(self.height);
        let mut band = Pixmap::new(self.width, rows).ok_or(ExportError::Memory)?;
        Bands::of(&self.tree, self.scale, self.height, rows).paint(&mut band, then)
    }
}

/// Draws an SVG of outlines as pixels, `height` points high.
pub fn all(svg: &str, height: u32, options: &PictureOptions) -> Result<Pixels, ExportError> {
    let drawing = Drawing::of(svg, height, options)?;
    let mut rgba = Vec::new();
    drawing.paint(u32::MAX, |whole| {
        rgba.extend_from_slice(whole.data());
        Ok(())
    })?;
    Ok(Pixels {
        width: drawing.width as usize,
        height: drawing.height as usize,
        rgba,
        points_high: height,
        pages: 1,
    })
}

/// Draws an SVG of outlines as a PNG, `height` points high.
pub fn png(
    svg: &str,
    height: u32,
    spec: &ChartSpec,
    options: &PictureOptions,
) -> Result<Vec<u8>, ExportError> {
    let drawing = Drawing::of(svg, height, options)?;
    let (width, height) = (drawing.width, drawing.height);
    let mut bytes = Vec::new();
    let mut png = head(&mut bytes, (width, height), spec, options)?;
    let mut rows = png.stream_writer().map_err(ExportError::Png)?;
    let mut left = (width * height) as usize;
    drawing.paint(BAND, |band| {
        let pixels = band.pixels();
        let pixels = pixels.get(..left).unwrap_or(pixels);
        left -= pixels.len();
        let written = if options.transparent {
            let colors = pixels.iter().map(PremultipliedColorU8::demultiply);
            let bytes: Vec<_> = colors
                .map(|color| [color.red(), color.green(), color.blue(), color.alpha()])
                .collect();
            rows.write_all(bytes.as_flattened())
        } else {
            let bytes: Vec<_> = pixels
                .iter()
                .map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
                .collect();
            rows.write_all(bytes.as_flattened())
        };
        written.map_err(|error| ExportError::Png(error.into()))
    })?;
    rows.finish().map_err(ExportError::Png)?;
    png.finish().map_err(ExportError::Png)?;
    Ok(bytes)
}

/// Begins a PNG with what it says about itself.
fn head<'a>(
    bytes: &'a mut Vec<u8>,
    (width, height): (u32, u32),
    spec: &ChartSpec,
    options: &PictureOptions,
) -> Result<png::Writer<&'a mut Vec<u8>>, ExportError> {
    let mut encoder = png::Encoder::new(bytes, width, height);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_color(if options.transparent {
        png::ColorType::Rgba
    } else {
        png::ColorType::Rgb
    });
    // Charts are large plain areas, which are small and quick to pack as they are; differences
    // to the neighbours would make them neither smaller nor quicker.
    encoder.set_filter(png::Filter::NoFilter);
    encoder.set_deflate_compression(png::DeflateCompression::Level(1));
    let density = (PIXELS_PER_METRE * options.scale).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: density,
        yppu: density,
        unit: png::Unit::Meter,
    }));
    let words = [
        ("Title", spec.title.clone()),
        ("Description", spec.alt()),
        ("Source", spec.sources.clone()),
    ];
    for (name, text) in words {
        encoder
            .add_itxt_chunk(name.to_owned(), text)
            .map_err(ExportError::Png)?;
    }
    encoder.write_header().map_err(ExportError::Png)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{PictureFormat, Showing};
    use crate::export::picture;
    use crate::file::{EMBEDDED, read};
    use crate::model::Atlas;
    use crate::query::comparison::Comparison;
    use crate::query::kind::Kind;

    /// A picture as its PNG has it, and its SVG as the library draws it.
    fn pixels(kind: Kind, options: &PictureOptions) -> (Vec<u8>, Pixmap) {
        let readings = EMBEDDED
            .iter()
            .map(|(name, text)| read(name, text.as_bytes()));
        let datasets = readings.filter_map(|reading| reading.dataset.map(std::sync::Arc::new));
        let (atlas, _) = Atlas::of(&datasets.collect::<Vec<_>>());
        let comparison = Comparison::telling(&atlas).for_kind(kind, &atlas);
        let showing = Showing {
            kind,
            ..Showing::default()
        };
        let spec = crate::chart::picture(&atlas, &comparison, showing);
        let png = picture(&spec, PictureFormat::Png, options).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(png))
            .read_info()
            .unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut bytes).unwrap();

        let svg = picture(&spec, PictureFormat::Svg, options).unwrap();
        let tree = Tree::from_data(&svg, &Options::default()).unwrap();
        let (width, height) = (reader.info().width, reader.info().height);
        let mut whole = Pixmap::new(width, height).unwrap();
        let (across, down) = (tree.size().width(), tree.size().height());
        let scale = Transform::from_scale(width as f32 / across, height as f32 / down);
        resvg::render(&tree, scale, &mut whole.as_mut());
        (bytes, whole)
    }

    const OPTIONS: PictureOptions = PictureOptions {
        width: 900,
        height: Some(600),
        scale: 1.0,
        dark: false,
        transparent: false,
        used_for: None,
        text: crate::export::TextStyle::Outlines,
    };

    #[test]
    fn a_png_shows_what_its_svg_shows() {
        // Lines are narrower than a pixel at one scale and wider at the other.
        for (kind, scale) in [
            (Kind::Bars, 1.0),
            (Kind::Timeline, 1.5),
            (Kind::Map, 1.0),
            (Kind::Map, 3.0),
        ] {
            let (png, whole) = pixels(kind, &PictureOptions { scale, ..OPTIONS });
            let pixels = png.as_chunks().0.iter().zip(whole.pixels());
            let all = pixels.len();
            let differ = pixels.filter(|(png, svg)| {
                let [red, green, blue] = **png;
                let near = |a: u8, b: u8| a.abs_diff(b) <= 2;
                !(near(red, svg.red()) && near(green, svg.green()) && near(blue, svg.blue()))
            });
            // A curve that lies on two bands can differ by a hair where they meet.
            let differ = differ.count();
            assert!(differ < all / 1000, "{kind:?}, {scale}: {differ}");
        }
    }

    #[test]
    fn a_transparent_png_has_no_sheet() {
        let options = PictureOptions {
            transparent: true,
            ..OPTIONS
        };
        let (png, whole) = pixels(Kind::Bars, &options);
        let seen = |alpha: u8| alpha > 0;
        let png: Vec<bool> = png
            .as_chunks::<4>()
            .0
            .iter()
            .map(|color| seen(color[3]))
            .collect();
        let whole: Vec<bool> = whole
            .pixels()
            .iter()
            .map(|color| seen(color.alpha()))
            .collect();
        let differ = png.iter().zip(&whole).filter(|(png, svg)| png != svg);
        assert!(differ.count() < 900 * 600 / 1000);
        assert!(png.iter().filter(|seen| **seen).count() < png.len() / 2);
    }
}
