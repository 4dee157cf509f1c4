//! Pixels from SVG, with the title in the file and the size it is meant to be printed at.

use resvg::{tiny_skia, usvg};

use super::{ExportError, PictureOptions};
use crate::chart::ChartSpec;

/// Pixels for each metre at scale 1: 96 for each inch, as on the web.
const PIXELS_PER_METRE: f32 = 96.0 / 0.0254;

/// Draws an SVG of outlines as a PNG, `height` points high.
pub fn from_svg(
    svg: &str,
    height: u32,
    spec: &ChartSpec,
    options: &PictureOptions,
) -> Result<Vec<u8>, ExportError> {
    let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).map_err(ExportError::Svg)?;
    let width = (options.width as f32 * options.scale).round() as u32;
    let height = (height as f32 * options.scale).round() as u32;
    let mut pixmap =
        tiny_skia::Pixmap::new(width.max(1), height.max(1)).ok_or(ExportError::Memory)?;
    let size = tree.size();
    let transform = tiny_skia::Transform::from_scale(
        width as f32 / size.width(),
        height as f32 / size.height(),
    );
    resvg::render(&tree, transform, &mut pixmap.as_mut());
    encode(&pixmap, spec, options)
}

fn encode(
    pixmap: &tiny_skia::Pixmap,
    spec: &ChartSpec,
    options: &PictureOptions,
) -> Result<Vec<u8>, ExportError> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_color(if options.transparent {
        png::ColorType::Rgba
    } else {
        png::ColorType::Rgb
    });
    encoder.set_compression(png::Compression::Fast);
    let density = (PIXELS_PER_METRE * options.scale).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: density,
        yppu: density,
        unit: png::Unit::Meter,
    }));
    encoder
        .add_itxt_chunk("Title".to_owned(), spec.title.clone())
        .map_err(ExportError::Png)?;
    encoder
        .add_itxt_chunk("Description".to_owned(), spec.alt())
        .map_err(ExportError::Png)?;
    encoder
        .add_itxt_chunk("Source".to_owned(), spec.sources.clone())
        .map_err(ExportError::Png)?;
    let mut writer = encoder.write_header().map_err(ExportError::Png)?;
    let data: Vec<u8> = if options.transparent {
        pixmap
            .pixels()
            .iter()
            .map(tiny_skia::PremultipliedColorU8::demultiply)
            .flat_map(|color| [color.red(), color.green(), color.blue(), color.alpha()])
            .collect()
    } else {
        pixmap
            .pixels()
            .iter()
            .flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])
            .collect()
    };
    writer.write_image_data(&data).map_err(ExportError::Png)?;
    writer.finish().map_err(ExportError::Png)?;
    Ok(bytes)
}
