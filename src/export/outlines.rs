//! Text as outlines: the glyphs that the window shows, as paths.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::epaint::text::PlacedRow;
use harfrust::{Direction, GlyphBuffer, GlyphInfo};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, GlyphId, MetadataProvider as _};
use unicode_segmentation::UnicodeSegmentation as _;

use super::number::push_step;
use crate::draw::theme::Weight;
use crate::draw::{MachineFont, font_with, order};

/// Fonts ready to give outlines.
pub struct Outlines {
    faces: BTreeMap<Source, Face>,
    /// Letters that no font has.
    missing: BTreeSet<char>,
}

/// Where a face comes from: one of the family's fonts, in the order of its sisters, or the
/// machine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Source {
    Own(Weight, usize),
    Machine(MachineFont),
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
        let mut outlines = Self {
            faces: BTreeMap::new(),
            missing: BTreeSet::new(),
        };
        for weight in Weight::ALL {
            outlines.face(&Source::Own(weight, 0));
        }
        outlines
    }

    /// The letters met so far that no font has.
    pub fn missing(&self) -> &BTreeSet<char> {
        &self.missing
    }

    /// Appends the path data of a row of text set in one weight and size to `out`, its top left
    /// corner at `x`, `y`. Glyphs stand where the window has them.
    pub fn push_row(
        &mut self,
        out: &mut String,
        (line, row): (&str, &PlacedRow),
        weight: Weight,
        size: f32,
        (x, y): (f32, f32),
    ) {
        if order::is_plain(line)
            && let Some(face) = self.face(&Source::Own(weight, 0))
        {
            let shaped = face.shaped(line, Direction::LeftToRight);
            if shaped.glyph_infos().iter().all(|info| info.glyph_id != 0) {
                face.push_plain(out, (line, row), &shaped, size, (x, y));
                return;
            }
        }
        let Some(first) = row.row.glyphs.first() else {
            return;
        };
        // The line of the family, also where egui has moved that of another font to its middle.
        let base = first.pos.y - first.font_face_ascent + first.font_ascent
            - (first.font_height - first.font_face_height) / 2.0;
        let (mut x, y) = (x + first.pos.x, y + base);
        for piece in order::pieces(line) {
            x = self.push_piece(out, &piece, weight, size, (x, y));
        }
    }

    /// Appends a part of a line that starts at `x`; gives where it ends.
    fn push_piece(
        &mut self,
        out: &mut String,
        piece: &order::Piece,
        weight: Weight,
        size: f32,
        (mut x, y): (f32, f32),
    ) -> f32 {
        let mut runs = self.runs(&piece.text, weight);
        let direction = if piece.leftwards {
            runs.reverse();
            Direction::RightToLeft
        } else {
            Direction::LeftToRight
        };
        for (source, run) in runs {
            let Some(face) = self.face(&source) else {
                continue;
            };
            let scale = size / face.units_per_em;
            let shaped = face.shaped(run, direction);
            let mut missing = Vec::new();
            for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
                if info.glyph_id == 0 {
                    missing.extend(face.lacking(run, info));
                } else {
                    let x = x + position.x_offset as f32 * scale;
                    let y = y - position.y_offset as f32 * scale;
                    face.outline(info.glyph_id).push(out, scale, x, y);
                }
                x += position.x_advance as f32 * scale;
            }
            self.missing.extend(missing);
        }
        x
    }

    /// A part of a line by the fonts that have its letters, as egui takes them: by the first
    /// letter of what belongs together.
    fn runs<'a>(&mut self, text: &'a str, weight: Weight) -> Vec<(Source, &'a str)> {
        let mut runs: Vec<(Source, usize, usize)> = Vec::new();
        for (at, cluster) in text.grapheme_indices(true) {
            let source = cluster
                .chars()
                .next()
                .and_then(|letter| self.source_of(letter, weight))
                .unwrap_or(Source::Own(weight, 0));
            let end = at + cluster.len();
            match runs.last_mut() {
                Some((last, _, to)) if *last == source => *to = end,
                Some(_) | None => runs.push((source, at, end)),
            }
        }
        let runs = runs.into_iter();
        runs.filter_map(|(source, from, to)| Some((source, text.get(from..to)?)))
            .collect()
    }

    /// Where the letter is to be had; `None` where no font has it.
    fn source_of(&mut self, letter: char, weight: Weight) -> Option<Source> {
        let mut own = (0..weight.family().count()).map(|sister| Source::Own(weight, sister));
        let has = |face: &mut Face| face.font.charmap().map(letter).is_some();
        own.find(|source| self.face(source).is_some_and(has))
            .or_else(|| font_with(letter).map(Source::Machine))
    }

    fn face(&mut self, source: &Source) -> Option<&mut Face> {
        if !self.faces.contains_key(source) {
            let font = match source {
                Source::Own(weight, sister) => {
                    let (_, bytes) = weight.family().nth(*sister)?;
                    FontRef::new(bytes).ok()?
                }
                Source::Machine(machine) => machine.font()?,
            };
            self.faces.insert(source.clone(), Face::new(font));
        }
        self.faces.get_mut(source)
    }
}

impl Face {
    fn new(font: FontRef<'static>) -> Self {
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        Self {
            shaper: harfrust::ShaperData::new(&font),
            units_per_em: f32::from(metrics.units_per_em),
            glyphs: BTreeMap::new(),
            font,
        }
    }

    fn shaped(&self, text: &str, direction: Direction) -> GlyphBuffer {
        let mut buffer = harfrust::UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_direction(direction);
        buffer.guess_segment_properties();
        let shaper = self.shaper.shaper(&self.font).build();
        shaper.shape(buffer, harfrust::ShapeOptions::new())
    }

    fn outline(&mut self, glyph: u32) -> &Outline {
        self.glyphs.entry(glyph).or_insert_with(|| {
            let mut outline = Outline::default();
            if let Some(glyph) = self.font.outline_glyphs().get(GlyphId::new(glyph)) {
                let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
                // A glyph that cannot be drawn leaves a gap, as it does in the window.
                let _gap = glyph.draw(settings, &mut outline);
            }
            outline
        })
    }

    /// Appends a row whose letters simply follow one another, each where egui has it.
    fn push_plain(
        &mut self,
        out: &mut String,
        (line, row): (&str, &PlacedRow),
        shaped: &GlyphBuffer,
        size: f32,
        (x, y): (f32, f32),
    ) {
        let scale = size / self.units_per_em;
        let starts: Vec<usize> = line.char_indices().map(|(at, _)| at).collect();
        for (info, position) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let index = starts.partition_point(|&start| start < info.cluster as usize);
            let Some(glyph) = row.row.glyphs.get(index) else {
                continue;
            };
            let x = x + glyph.pos.x + position.x_offset as f32 * scale;
            let y = y + glyph.pos.y - position.y_offset as f32 * scale;
            self.outline(info.glyph_id).push(out, scale, x, y);
        }
    }

    /// The letters that this font lacks of those that belong to a glyph.
    fn lacking<'a>(&self, run: &'a str, glyph: &GlyphInfo) -> impl Iterator<Item = char> + 'a {
        let letters = self.font.charmap();
        let rest = run.get(glyph.cluster as usize..).unwrap_or_default();
        let cluster = rest.graphemes(true).next().unwrap_or_default();
        cluster
            .chars()
            .filter(move |&letter| order::is_seen(letter) && letters.map(letter).is_none())
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
    /// Appends path data with the glyph's origin at `x`, `y`, in steps from the end of one line or
    /// curve, which is less than half as long. Every point is rounded by itself.
    fn push(&self, out: &mut String, scale: f32, x: f32, y: f32) {
        let hundredths = |coordinate: f32| (coordinate * 100.0).round() as i32;
        let (mut start, mut from, mut at) = ((0, 0), (0, 0), (0, 0));
        for step in &self.0 {
            match step {
                Step::Point(letter, right, up) => {
                    if *letter != ' ' {
                        from = at;
                    }
                    at = (hundredths(x + right * scale), hundredths(y - up * scale));
                    if *letter == 'M' {
                        (start, from) = (at, (0, 0));
                    }
                    if *letter != ' ' {
                        out.push(*letter);
                    }
                    push_step(out, at.0 - from.0, *letter == ' ');
                    push_step(out, at.1 - from.1, true);
                }
                Step::Close => {
                    out.push('z');
                    at = start;
                }
            }
        }
    }
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.push(Step::Point('M', x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.push(Step::Point('l', x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.0
            .extend([Step::Point('q', cx0, cy0), Step::Point(' ', x, y)]);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.0.extend([
            Step::Point('c', cx0, cy0),
            Step::Point(' ', cx1, cy1),
            Step::Point(' ', x, y),
        ]);
    }

    fn close(&mut self) {
        self.0.push(Step::Close);
    }
}
