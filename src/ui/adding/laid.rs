//! A text laid out with its marks, paragraph by paragraph: how high each is, so that only those in
//! sight have to be set again.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Galley, Stroke, Ui};

use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size};
use crate::import::release::{Mark, Release, Sifted, Verdict, What};
use crate::model::Quantity;

/// How high a line is.
pub(super) const LINE: f32 = 24.0;

/// Where the paragraphs of a text are.
#[derive(Debug, Default)]
pub(super) struct Laid {
    pub paragraphs: Vec<Paragraph>,
    /// The text they are of, and how wide they are.
    of: Option<(Arc<Release>, f32)>,
}

/// A line of a text, or several where something marked goes over their end.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// Where it stands, in bytes.
    pub text: Range<usize>,
    /// Which marks are in it.
    pub marks: Range<usize>,
    /// How high it is, in points.
    pub height: f32,
}

impl Laid {
    /// Has it be of a text in the room there is.
    pub fn set(&mut self, ui: &Ui, sifted: &Sifted, stops: &[usize]) {
        let width = ui.available_width();
        let is_of = |(release, wide): &(Arc<Release>, f32)| {
            Arc::ptr_eq(release, &sifted.release) && (wide - width).abs() < 0.5
        };
        if self.of.as_ref().is_some_and(is_of) {
            return;
        }
        self.of = Some((Arc::clone(&sifted.release), width));
        self.paragraphs = paragraphs(&sifted.release);
        for paragraph in &mut self.paragraphs {
            let (galley, _) = laid_out(ui, sifted, stops, paragraph);
            paragraph.note_height(&galley);
        }
    }

    /// How high all of it is.
    pub fn height(&self) -> f32 {
        self.paragraphs.iter().map(|one| one.height).sum()
    }
}

impl Paragraph {
    /// Notes how high it is; an empty line between two paragraphs is half a line.
    pub fn note_height(&mut self, galley: &Galley) {
        self.height = if self.text.is_empty() {
            LINE / 2.0
        } else {
            galley.size().y.max(LINE)
        };
    }
}

fn paragraphs(release: &Release) -> Vec<Paragraph> {
    let text = release.text.trim_end();
    let mut all = Vec::new();
    let (mut start, mut first) = (0, 0);
    let ends = text.match_indices('\n').map(|(at, _)| at);
    for end in ends.chain([text.len()]) {
        let behind = release.marks.partition_point(|mark| mark.span.start < end);
        let last = behind.checked_sub(1).and_then(|at| release.marks.get(at));
        if last.is_some_and(|mark| mark.span.end > end) {
            continue;
        }
        all.push(Paragraph {
            text: start..end,
            marks: first..behind,
            height: LINE,
        });
        (start, first) = (end + 1, behind);
    }
    all
}

/// A paragraph set with its marks, and where each of them then stands, in characters.
pub(super) fn laid_out(
    ui: &Ui,
    sifted: &Sifted,
    stops: &[usize],
    paragraph: &Paragraph,
) -> (Arc<Galley>, Vec<Range<usize>>) {
    let palette = Palette::shown(ui.ctx());
    let text = sifted.release.text.as_str();
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let mut places = Vec::with_capacity(paragraph.marks.len());
    let (mut end, mut characters) = (paragraph.text.start, 0);
    let plain = format(Weight::Regular, palette.ink);
    let put = |job: &mut LayoutJob, part: &str, format: TextFormat| {
        job.append(part, 0.0, format);
        part.chars().count()
    };
    let marks = sifted.release.marks.get(paragraph.marks.clone());
    for (at, mark) in paragraph.marks.clone().zip(marks.unwrap_or(&[])) {
        let before = text.get(end..mark.span.start).unwrap_or("");
        characters += put(&mut job, before, plain.clone());
        let start = characters;
        let verdict = stops.binary_search(&at).is_ok().then(|| sifted.verdict(at));
        let marked = sifted.release.marked(mark);
        let (sign, number) = marked.split_at(sign_length(mark, marked));
        let [of_sign, of_number] = formats(palette, mark, verdict);
        characters += put(&mut job, sign, of_sign.clone());
        characters += put(&mut job, number, of_number);
        if verdict == Some(Verdict::Taken) {
            let tick = format!("\u{a0}{}", icons::CHECK);
            characters += put(&mut job, &tick, format(Weight::Medium, palette.accent));
        }
        places.push(start..characters);
        end = mark.span.end;
    }
    put(
        &mut job,
        text.get(end..paragraph.text.end).unwrap_or("").trim_end(),
        plain.clone(),
    );
    (ui.painter().layout_job(job), places)
}

fn format(weight: Weight, color: egui::Color32) -> TextFormat {
    TextFormat {
        font_id: font(weight, size::TEXT),
        color,
        line_height: Some(LINE),
        valign: Align::Center,
        ..TextFormat::default()
    }
}

/// How a mark is set: the words of its sign, and the rest.
fn formats(palette: &Palette, mark: &Mark, verdict: Option<Verdict>) -> [TextFormat; 2] {
    let (weight, ink) = match (&mark.what, verdict) {
        (_, Some(Verdict::Passed)) => (Weight::Regular, palette.ink_faint),
        (_, Some(Verdict::InCase)) => (Weight::Medium, palette.ink_soft),
        (What::Number(_), None) => (Weight::Regular, palette.ink_soft),
        (_, Some(_)) => (Weight::SemiBold, palette.ink),
        (_, None) => (Weight::Medium, palette.ink_soft),
    };
    let mut number = format(weight, ink);
    let mut sign = number.clone();
    match verdict {
        Some(Verdict::Open) => sign.color = palette.accent,
        Some(Verdict::InCase) => {
            let ground = palette.tint(palette.accent, 0.08);
            (number.background, sign.background) = (ground, ground);
        }
        Some(Verdict::Taken) => {
            sign.color = palette.accent;
            let ground = palette.tint(palette.accent, 0.16);
            (number.background, sign.background) = (ground, ground);
        }
        Some(Verdict::Passed) => {
            let line = Stroke::new(1.0, palette.ink_faint);
            (number.strikethrough, sign.strikethrough) = (line, line);
        }
        None => {}
    }
    [sign, number]
}

/// How long the words of the sign are that a marked number begins with, in bytes.
fn sign_length(mark: &Mark, marked: &str) -> usize {
    let What::Number(number) = &mark.what else {
        return 0;
    };
    if number.quantity.is_none_or(Quantity::is_exact) {
        return 0;
    }
    let digits = marked.find(|c: char| c.is_ascii_digit());
    // Of “dozens” all is the sign.
    digits.unwrap_or(marked.len())
}
