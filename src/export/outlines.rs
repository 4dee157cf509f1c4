//! Text as outlines: the glyphs that the window shows, as paths.

use std::collections::BTreeMap;

use eframe::egui::epaint::text::PlacedRow;
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use super::number::push;
use crate::draw::theme::Weight;

/// Fonts ready to give outlines.
pub struct Outlines {
    faces: BTreeMap<Weight, Face>,
}

struct Face {
    font: FontRef<'static>,
    shaper: harfrust::ShaperData,
    units_per_em: f32,
    /// The outlines asked for so far; a picture says the same letters over and over.
    glyphs: BTreeMap<u32, Outline>,
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
                    glyphs: BTreeMap::new(),
                },
            ))
        });
        Self {
            faces: faces.collect(),
        }
    }

    /// Appends the path data of a row of text set in one weight and size to `out`, its top left
    /// corner at `x`, `y`. Glyphs stand where the window has them.
    pub fn push_row(
        &mut self,
        out: &mut String,
        row: &PlacedRow,
        weight: Weight,
        size: f32,
        (x, y): (f32, f32),
    ) {
        let Some(face) = self.faces.get_mut(&weight) else {
            return;
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
            let outline = face.glyphs.entry(info.glyph_id).or_insert_with(|| {
                let mut outline = Outline::default();
                if let Some(glyph) = outlines.get(GlyphId::new(info.glyph_id)) {
                    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                    // A glyph that cannot be drawn leaves a gap, as it does in the window.
                    let _gap = glyph.draw(settings, &mut outline);
                }
                outline
            });
            let x = x + glyph.pos.x + position.x_offset as f32 * scale;
            let y = y + glyph.pos.y - position.y_offset as f32 * scale;
            outline.push(out, scale, x, y);
        }
    }
}

/// A glyph's outline in the font's own units, upwards positive.
#[derive(Default)]
struct Outline(Vec<Step>);

enum Step {
    /// A point, and what SVG has before it: the letter of a line or curve, or a space where it
    /// goes on.
    Point(char, f32, f32),
    Close,
}

impl Outline {
    /// Appends path data with the glyph's origin at `x`, `y`.
    fn push(&self, out: &mut String, scale: f32, x: f32, y: f32) {
        for step in &self.0 {
            match step {
                Step::Point(letter, right, up) => {
                    out.push(*letter);
                    push(out, x + right * scale);
                    out.push(' ');
                    push(out, y - up * scale);
                }
                Step::Close => out.push('Z'),
            }
        }
    }
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Step::Point('M', x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Step::Point('L', x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0
            .extend([Step::Point('Q', cx0, cy0), Step::Point(' ', x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.extend([
            Step::Point('C', cx0, cy0),
            Step::Point(' ', cx1, cy1),
            Step::Point(' ', x, y),
        ]);
    }

    fn close(&mut self) {
        self.0.push(Step::Close);
    }
}
