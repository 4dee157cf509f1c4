//! A text with its marks: numbers that may be figures are underlined, their signs coloured; what is
//! taken has a tick, what is passed over is struck through, and around the one that is looked at
//! stands a frame.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{
    Align, Galley, Id, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};

use super::going::{Going, about, verdict_name};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size};
use crate::import::release::{Mark, Sifted, Verdict, What};
use crate::model::Quantity;
use crate::state::State;
use crate::ui::regions;
use crate::ui::table::GUTTER;
use crate::words::window::adding::text as said;

/// How high a line is.
const LINE: f32 = 24.0;
/// How far under the middle of a line the line under a mark is.
const UNDER: f32 = 9.0;
/// The share of the window's height that the text takes at most, and the least it takes.
const SHARE: f32 = 0.34;
const LEAST: f32 = 120.0;

/// By what a mark is known to the keyboard.
pub(super) fn id(at: usize) -> Id {
    Id::unique(("mark of a release", at))
}

/// Draws the text, as high as there is room for.
pub(super) fn marked_ui(
    ui: &mut Ui,
    state: &State,
    sifted: &Sifted,
    stops: &[usize],
    going: &mut Going,
) {
    let high = (ui.ctx().content_rect().height() * SHARE).max(LEAST);
    let area = ScrollArea::vertical().id_salt("release").max_height(high);
    let list = egui::UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label(said::MARKED);
    area.show(ui, |ui| {
        ui.scope_builder(list, |ui| {
            regions::group(ui);
            ui.set_max_width(ui.available_width() - GUTTER);
            let (galley, places) = laid_out(ui, sifted, stops);
            let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
            let under = response.hover_pos().and_then(|at| {
                let cursor = galley.cursor_from_pos(at - rect.min).index;
                let mut marks = places.iter().enumerate();
                marks
                    .find(|(_, place)| place.contains(&cursor.into()))
                    .map(|(at, _)| at)
            });
            let why = under.and_then(|at| sifted.release.number(at)?.beside);
            if let Some(why) = why {
                response.on_hover_text_at_pointer(crate::words::releases::no_figure(why.words()));
            }
            ui.painter()
                .galley(rect.min, Arc::clone(&galley), Palette::shown(ui.ctx()).ink);
            for at in stops {
                let Some(place) = places.get(*at) else {
                    continue;
                };
                stop_ui(
                    ui,
                    state,
                    sifted,
                    (*at, rects(&galley, rect.min, place)),
                    going,
                );
            }
        });
    });
}

/// A mark that something can be decided of.
fn stop_ui(
    ui: &Ui,
    state: &State,
    sifted: &Sifted,
    (at, rects): (usize, Vec<Rect>),
    going: &mut Going,
) {
    let (Some(first), Some(mark)) = (rects.first(), sifted.release.marks.get(at)) else {
        return;
    };
    let verdict = sifted.verdict(at);
    if verdict != Verdict::Passed {
        let line = Stroke::new(1.5, Palette::shown(ui.ctx()).accent);
        for rect in &rects {
            ui.painter()
                .hline(rect.x_range(), rect.center().y + UNDER, line);
        }
    }
    // A short number is as easily hit as a long one.
    let beside = ((LINE - first.width()) / 2.0).max(0.0);
    let response = ui.interact(first.expand2(vec2(beside, 0.0)), id(at), Sense::click());
    response.widget_info(|| {
        let (counted, operation) = about(state, sifted, at, going);
        let marked: Vec<&str> = sifted
            .release
            .marked(mark)
            .split_whitespace()
            .take(8)
            .collect();
        let of = if sifted.is_open_event(at) {
            said::OF_EVENT_SPOKEN.to_owned()
        } else {
            format!("{} {operation}", said::OF)
        };
        let spoken = said::spoken(
            &marked.join(" "),
            &counted,
            &of,
            verdict_name(verdict),
            &sifted.release.excerpt(mark),
        );
        WidgetInfo::selected(Role::ListBoxOption, true, verdict == Verdict::Taken, spoken)
    });
    if response.clicked() {
        response.request_focus();
    }
    if response.clicked() || response.gained_focus() {
        going.at = Some(at);
    }
    if going.at != Some(at) {
        return;
    }
    regions::chosen(&response);
    if std::mem::take(&mut going.go) {
        response.request_focus();
    }
    let line = Stroke::new(1.5, Palette::shown(ui.ctx()).ink);
    for rect in &rects {
        let frame = rect.expand2(vec2(2.0, 0.0));
        ui.painter()
            .rect_stroke(frame, 3.0, line, StrokeKind::Outside);
    }
}

/// The text set with its marks, and where each mark then stands, in characters.
fn laid_out(ui: &Ui, sifted: &Sifted, stops: &[usize]) -> (Arc<Galley>, Vec<Range<usize>>) {
    let palette = Palette::shown(ui.ctx());
    let text = sifted.release.text.as_str();
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    let mut places = Vec::with_capacity(sifted.release.marks.len());
    let (mut end, mut characters) = (0, 0);
    let plain = format(Weight::Regular, palette.ink);
    let put = |job: &mut LayoutJob, part: &str, format: TextFormat| {
        job.append(part, 0.0, format);
        part.chars().count()
    };
    for (at, mark) in sifted.release.marks.iter().enumerate() {
        let before = text.get(end..mark.span.start).unwrap_or("");
        characters += put(&mut job, before, plain.clone());
        let start = characters;
        let verdict = stops.contains(&at).then(|| sifted.verdict(at));
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
        text.get(end..).unwrap_or("").trim_end(),
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

/// The rectangles of a range of characters, one a line.
fn rects(galley: &Galley, at: Pos2, place: &Range<usize>) -> Vec<Rect> {
    let corner = |index: usize| galley.pos_from_cursor(CCursor::new(index));
    let (first, last) = (corner(place.start), corner(place.end));
    let mut all = Vec::new();
    for row in &galley.rows {
        let row = row.rect();
        let (top, bottom) = (row.top(), row.bottom());
        if bottom <= first.center().y || top >= last.center().y {
            continue;
        }
        let is_first = first.center().y > top && first.center().y < bottom;
        let is_last = last.center().y > top && last.center().y < bottom;
        let left = if is_first { first.left() } else { row.left() };
        let right = if is_last { last.left() } else { row.right() };
        if right > left {
            let rect = Rect::from_min_max(Pos2::new(left, top), Pos2::new(right, bottom));
            all.push(rect.translate(at.to_vec2()));
        }
    }
    all
}
