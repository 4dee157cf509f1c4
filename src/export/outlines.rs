//! Text as outlines: the glyphs that the window shows, as paths.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use eframe::egui::epaint::text::PlacedRow;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::draw::theme::Weight;

/// Fonts ready to give outlines.
pub struct Outlines {
    faces: BTreeMap<Weight, Face>,
}

struct Face {
    font: FontRef<'static>,
    shaper: harfrust::ShaperData,
    units_per_em: f32,
}

impl Outlines {
    /// Reads the program's fonts.
    pub fn new() -> Self {
        let faces = Weight::ALL.into_iter().filter_map(|weight| {
            let font = FontRef::new(weight.bytes()).ok()?;
            let units_per_em = font
                .metrics(Size::unscaled(), LocationRef::default())
                .units_per_em;
            let shaper = harfrust::ShaperData::new(&font);
            Some((
                weight,
                Face {
                    font,
                    shaper,
                    units_per_em: f32::from(units_per_em),
                },
            ))
        });
        Self {
            faces: faces.collect(),
        }
    }

    /// The path data of a row of text set in one weight and size, its top left corner at `x`,
    /// `y`. Glyphs stand where the window has them.
    pub fn row(&self, row: &PlacedRow, weight: Weight, size: f32, x: f32, y: f32) -> String {
        let mut path = PathText::default();
        let Some(face) = self.faces.get(&weight) else {
            return path.data;
        };
        let text = row.row.text();
        let mut buffer = harfrust::UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        let shaped = face
            .shaper
            .shaper(&face.font)
            .build()
            .shape(buffer, harfrust::ShapeOptions::new());
        let scale = size / face.units_per_em;
        let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let outlines = face.font.outline_glyphs();
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let index = starts.partition_point(|&start| start < info.cluster as usize);
            let Some(glyph) = row.row.glyphs.get(index) else {
                continue;
            };
            let Some(outline) = outlines.get(GlyphId::new(info.glyph_id)) else {
                continue;
            };
            path.scale = scale;
            path.x = x + glyph.pos.x + position.x_offset as f32 * scale;
            path.y = y + glyph.pos.y - position.y_offset as f32 * scale;
            let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
            // A glyph that cannot be drawn leaves a gap, as it does in the window.
            let _gap = outline.draw(settings, &mut path);
        }
        path.data
    }
}

/// Writes outlines as SVG path data, two decimals each.
#[derive(Default)]
struct PathText {
    data: String,
    scale: f32,
    x: f32,
    y: f32,
}

impl PathText {
    fn put(&mut self, letter: char, points: &[(f32, f32)]) {
        self.data.push(letter);
        for (index, (x, y)) in points.iter().enumerate() {
            if index > 0 {
                self.data.push(' ');
            }
            let (x, y) = (self.x + x * self.scale, self.y - y * self.scale);
            // Writing to a string cannot fail.
            let _written = write!(self.data, "{} {}", rounded(x), rounded(y));
        }
    }
}

/// A coordinate with at most two decimals: as fine as print needs, and short.
pub fn rounded(value: f32) -> f32 {
    let rounded = (value * 100.0).round() / 100.0;
    if rounded == 0.0 { 0.0 } else { rounded }
}

impl OutlinePen for PathText {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.put('Q', &[(cx0, cy0), (x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.put('C', &[(cx0, cy0), (cx1, cy1), (x, y)]);
    }

    fn close(&mut self) {
        self.data.push('Z');
    }
}
