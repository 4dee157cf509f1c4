//! Laying out texts: a thin cover over egui's fonts, so that placing stays pure, which gives
//! egui the letters of every script in the order they are painted.

use std::sync::Arc;

use eframe::egui;
use egui::text::{LayoutJob, TextWrapping};
use egui::{Align, Color32, FontId, Galley, vec2};
use unicode_segmentation::UnicodeSegmentation as _;

use super::order;
use super::theme::{Palette, Weight, font, size};

/// Lays out texts.
pub struct Typesetter<'a> {
    ctx: &'a egui::Context,
    /// The colours.
    pub palette: &'a Palette,
}

impl<'a> Typesetter<'a> {
    /// A typesetter with a context's fonts.
    pub fn new(ctx: &'a egui::Context, palette: &'a Palette) -> Self {
        Self { ctx, palette }
    }

    /// A text on as many lines as the width asks for.
    pub fn text(&self, text: &str, weight: Weight, size: f32, width: f32) -> Arc<Galley> {
        let font = font(weight, size);
        laid_out(self.ctx, text, font, Color32::PLACEHOLDER, width)
    }

    /// A text on one line.
    pub fn line(&self, text: &str, weight: Weight, size: f32) -> Arc<Galley> {
        self.text(text, weight, size, f32::INFINITY)
    }

    /// A text of notes and axes on one line.
    pub fn small(&self, text: &str) -> Arc<Galley> {
        self.line(text, Weight::Regular, size::SMALL)
    }

    /// A text of notes and axes on as many lines as the width asks for.
    pub fn small_within(&self, text: &str, width: f32) -> Arc<Galley> {
        self.text(text, Weight::Regular, size::SMALL, width)
    }

    /// How high a line of them is.
    pub fn small_height(&self) -> f32 {
        self.small("Ag").size().y
    }

    /// A text that has been laid out on one line, on as many as the width asks for.
    pub fn within(&self, line: &Arc<Galley>, font: (Weight, f32), width: f32) -> Arc<Galley> {
        if line.size().x <= width {
            return line.clone();
        }
        self.text(line.text(), font.0, font.1, width)
    }
}

/// A text of any script on as many lines as the width asks for. The galley's text is what is
/// read, a line for each row, and its letters are where they are seen.
pub fn laid_out(
    ctx: &egui::Context,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    let text = order::one_line(text);
    if order::is_plain(&text) {
        return ctx.fonts_mut(|fonts| fonts.layout(text.into_owned(), font, color, width));
    }
    let measure = |part: &str| {
        let part = order::painted(part);
        ctx.fonts_mut(|fonts| fonts.layout_no_wrap(part, font.clone(), color).size().x)
    };
    let lines = order::lines(&text, width, measure);
    let painted: Vec<String> = lines.iter().map(|line| order::painted(line)).collect();
    let galley =
        ctx.fonts_mut(|fonts| fonts.layout(painted.join("\n"), font.clone(), color, f32::INFINITY));
    let mut galley = Arc::unwrap_or_clone(galley);
    galley.job = Arc::new(LayoutJob::simple(lines.join("\n"), font, color, width));
    Arc::new(galley)
}

/// A text on one line, cut with "…" where it does not fit.
pub fn laid_out_cut(
    ctx: &egui::Context,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    let text = order::one_line(text);
    if order::is_plain(&text) {
        let mut job = LayoutJob::simple_singleline(text.into_owned(), font, color);
        job.wrap = TextWrapping::truncate_at_width(width);
        return ctx.fonts_mut(|fonts| fonts.layout_job(job));
    }
    let line = |text: &str| laid_out(ctx, text, font.clone(), color, f32::INFINITY);
    let whole = line(&text);
    if whole.size().x <= width {
        return whole;
    }
    let letters: Vec<&str> = text.graphemes(true).collect();
    let cut = |count: usize| {
        line(&format!(
            "{}…",
            letters.iter().take(count).copied().collect::<String>()
        ))
    };
    let counts: Vec<usize> = (0..letters.len()).collect();
    let fitting = counts.partition_point(|&count| cut(count).size().x <= width);
    cut(fitting.saturating_sub(1))
}

/// As [`laid_out`], on lines that end at its right edge, by which it is placed.
pub fn laid_out_from_right(
    ctx: &egui::Context,
    text: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    let text = order::one_line(text);
    if order::is_plain(&text) {
        let mut job = LayoutJob::simple(text.into_owned(), font, color, width);
        job.halign = Align::RIGHT;
        return ctx.fonts_mut(|fonts| fonts.layout_job(job));
    }
    let mut galley = Arc::unwrap_or_clone(laid_out(ctx, &text, font, color, width));
    for row in &mut galley.rows {
        row.pos.x -= row.row.size.x;
    }
    galley.rect = galley.rect.translate(vec2(-galley.rect.width(), 0.0));
    galley.mesh_bounds = galley.rect;
    Arc::new(galley)
}

/// The lines of a laid out text as they are read.
pub fn lines_of(galley: &Galley) -> Vec<String> {
    if order::is_plain(galley.text()) {
        let rows = galley.rows.iter();
        return rows.map(|row| row.row.text()).collect();
    }
    galley.text().split('\n').map(str::to_owned).collect()
}
