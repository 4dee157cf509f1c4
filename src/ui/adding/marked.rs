//! A text with its marks: numbers that may be figures are underlined, their signs coloured; what is
//! taken has a tick, what is passed over is struck through, and around the one that is looked at
//! stands a frame.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::text::CCursor;
use egui::{
    Galley, Id, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    vec2,
};

use super::going::{Going, about, verdict_name};
use super::laid::{LINE, Laid, Paragraph, laid_out};
use crate::draw::theme::Palette;
use crate::import::release::{Sifted, Verdict};
use crate::state::State;
use crate::ui::regions;
use crate::ui::table::GUTTER;
use crate::words::window::adding::text as said;

/// How far under the middle of a line the line under a mark is.
const UNDER: f32 = 9.0;
/// The share of the window's height that the text takes at most, how much of it what stands around
/// the text needs, and the least that the text takes.
const SHARE: f32 = 0.4;
const AROUND: f32 = 480.0;
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
    let window = ui.ctx().content_rect().height();
    let high = (window * SHARE).min(window - AROUND).max(LEAST);
    let area = ScrollArea::vertical().id_salt("release").max_height(high);
    let list = egui::UiBuilder::new()
        .accessibility_role(Role::List)
        .accessibility_label(said::MARKED);
    area.show(ui, |ui| {
        ui.scope_builder(list, |ui| {
            regions::group(ui);
            ui.set_max_width(ui.available_width() - GUTTER);
            let mut laid = std::mem::take(&mut going.laid);
            laid.set(ui, sifted, stops);
            let size = vec2(ui.available_width(), laid.height());
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            paragraphs_ui(ui, state, sifted, stops, going, (&mut laid, rect, response));
            going.laid = laid;
        });
    });
}

/// Draws the paragraphs in sight. Of the others only the marks are there: all for those who hear the
/// window, else those that the keyboard goes to next.
fn paragraphs_ui(
    ui: &Ui,
    state: &State,
    sifted: &Sifted,
    stops: &[usize],
    going: &mut Going,
    (laid, rect, response): (&mut Laid, Rect, Response),
) {
    let seen = ui.clip_rect().expand(LINE);
    let heard = ui.ctx().accesskit_node_builder(ui.unique_id(), |_node| ());
    let is_heard = heard.is_some();
    let now = going.at.and_then(|at| stops.binary_search(&at).ok());
    let is_near = |nth: usize| now.is_some_and(|now| nth.abs_diff(now) <= 1);
    let mut top = rect.top();
    for paragraph in &mut laid.paragraphs {
        let at = Pos2::new(rect.left(), top);
        let first = stops.partition_point(|stop| *stop < paragraph.marks.start);
        let behind = stops.partition_point(|stop| *stop < paragraph.marks.end);
        let own = stops.get(first..behind).unwrap_or(&[]);
        if top + paragraph.height < seen.top() || top > seen.bottom() {
            let place = Rect::from_min_size(at, vec2(LINE, LINE));
            for (nth, stop) in (first..).zip(own) {
                if is_heard || is_near(nth) {
                    stop_ui(ui, state, sifted, (*stop, vec![place]), going);
                }
            }
        } else {
            let (galley, places) = laid_out(ui, sifted, stops, paragraph);
            paragraph.note_height(&galley);
            why_ui(sifted, &response, (&galley, at), paragraph, &places);
            let ink = Palette::shown(ui.ctx()).ink;
            ui.painter().galley(at, Arc::clone(&galley), ink);
            for stop in own {
                if let Some(place) = places.get(stop - paragraph.marks.start) {
                    let rects = rects(&galley, at, place);
                    stop_ui(ui, state, sifted, (*stop, rects), going);
                }
            }
        }
        top += paragraph.height;
    }
}

/// Tells why a number that is pointed at is not offered.
fn why_ui(
    sifted: &Sifted,
    response: &Response,
    (galley, at): (&Galley, Pos2),
    paragraph: &Paragraph,
    places: &[Range<usize>],
) {
    let pointed = response.hover_pos().map(|pointed| pointed - at);
    let Some(pointed) = pointed.filter(|by| (0.0..galley.size().y).contains(&by.y)) else {
        return;
    };
    let cursor = galley.cursor_from_pos(pointed).index;
    let under = places
        .iter()
        .position(|place| place.contains(&cursor.into()));
    let why = under.and_then(|nth| sifted.release.number(paragraph.marks.start + nth)?.beside);
    if let Some(why) = why {
        let why = crate::words::releases::no_figure(why.words());
        response.clone().on_hover_text_at_pointer(why);
    }
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
        let (mut counted, operation) = about(state, sifted, at, going);
        let is_number = sifted.release.number(at).is_some();
        if is_number && going.chosen(at, sifted).counted.is_none() {
            said::COUNTS_OPEN.clone_into(&mut counted);
        }
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
