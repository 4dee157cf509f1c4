//! In which operations a country took part, as a row of the Countries table shows and says it:
//! a mark and words in a column for each operation, or ticks where these find no room.

use eframe::egui;
use egui::{Align, Color32, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

use super::style::{SMALL, TEXT};
use super::table::cell;
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Country, Operation};
use crate::query::countries::Standing;
use crate::words::{at_least, listed_to_read};

/// The operations of which the same is known of a country.
pub struct Told<'a> {
    /// Whether it took part in them; `None` when nobody can tell.
    pub took_part: Option<bool>,
    /// The words over them.
    pub heading: &'static str,
    /// They, in the atlas's order.
    pub operations: Vec<&'a Operation>,
}

/// What the lists of all operations tell of a country.
pub fn told(atlas: &Atlas, country: Country) -> [Told<'_>; 3] {
    let mut all = [
        (Some(true), "Took part in"),
        (Some(false), "Not on the complete list of"),
        (None, "List unknown"),
    ]
    .map(|(took_part, heading)| Told {
        took_part,
        heading,
        operations: Vec::new(),
    });
    for operation in &atlas.operations {
        let took_part = operation.took_part(country, &atlas.sources);
        let of_it = all.iter_mut().filter(|told| told.took_part == took_part);
        of_it.for_each(|told| told.operations.push(operation));
    }
    all
}

impl Told<'_> {
    /// Their names, "Liberterra II and Turquesa"; `None` when there are none.
    fn names(&self) -> Option<String> {
        let names: Vec<&str> = self.operations.iter().map(|one| &*one.name).collect();
        (!names.is_empty()).then(|| listed_to_read(&names))
    }
}

/// What the marks of a row mean, in a line for each kind.
pub fn explained(atlas: &Atlas, country: Country) -> String {
    let told = told(atlas, country);
    let lines = told
        .iter()
        .filter_map(|told| Some(format!("{}: {}", told.heading, told.names()?)));
    lines.collect::<Vec<_>>().join("\n")
}

/// The same as parts of a sentence.
pub fn spoken(atlas: &Atlas, country: Country) -> impl Iterator<Item = String> {
    told(atlas, country).into_iter().filter_map(|told| {
        let names = told.names()?;
        Some(match told.took_part {
            Some(true) => format!("took part in {names}"),
            Some(false) => format!("not on the list of {names}"),
            None => format!("list of {names} unknown"),
        })
    })
}

/// What stands in a column of an operation.
fn words(took_part: Option<bool>) -> &'static str {
    match took_part {
        Some(true) => "took part",
        Some(false) => "not listed",
        None => "list unknown",
    }
}

/// Up to so many operations each have their own column of marks; more become ticks.
const MARKED: usize = 3;

/// The ticks begin behind the count, this far in.
const TICKS_AT: f32 = 38.0;

/// From one tick to the next, at most and at least.
const TICK: (f32, f32) = (8.0, 5.0);

/// How wide counts are.
const COUNTS: f32 = 124.0;

/// How a table shows operations.
#[derive(Clone, Copy)]
pub enum Marks {
    /// A mark and words for each operation, in columns so wide.
    Words(f32),
    /// How many, and a tick for each operation, so far from one another.
    Ticks(f32),
    /// Only how many, and of how many nobody can tell.
    Counts,
}

impl Marks {
    /// Words, where all find room in a width in points.
    pub fn fitting(ui: &Ui, atlas: &Atlas, room: f32) -> Self {
        let names = atlas.operations.iter();
        let names = names.map(|one| SMALL.medium().width(ui, &one.name));
        let widest = names.fold(space::L + TEXT.width(ui, words(None)), f32::max) + space::L;
        let count = atlas.operations.len();
        let pitch = (room - TICKS_AT) / count.max(1) as f32;
        if count <= MARKED && widest * count as f32 <= room {
            Self::Words(widest)
        } else if pitch >= TICK.1 {
            Self::Ticks(pitch.min(TICK.0))
        } else {
            Self::Counts
        }
    }

    /// How wide all operations are together.
    pub fn width(self, atlas: &Atlas) -> f32 {
        let count = atlas.operations.len() as f32;
        match self {
            Self::Words(width) => width * count,
            // At least the header's width.
            Self::Ticks(pitch) => (TICKS_AT + count * pitch).max(84.0),
            Self::Counts => COUNTS,
        }
    }

    /// What ticks or counts mean, where there are some.
    pub fn key(self) -> &'static str {
        match self {
            Self::Words(_) => "",
            Self::Counts => {
                "Each count is of operations: in how many a country took part, and of how many the list is unknown."
            }
            Self::Ticks(_) => {
                "A full tick: took part. A hollow tick: list unknown. A point: not on a complete list."
            }
        }
    }

    /// Draws the operations' names over their columns.
    pub fn names_ui(self, ui: &Ui, atlas: &Atlas, rect: Rect) {
        let Self::Words(width) = self else { return };
        for (place, operation) in atlas.operations.iter().enumerate() {
            let style = SMALL.medium().soft();
            cell(
                ui,
                slot(rect, place, width),
                style,
                &operation.name,
                Align::Min,
            );
        }
    }

    /// Draws the marks of a country.
    pub fn marks_ui(self, ui: &Ui, atlas: &Atlas, rect: Rect, standing: &Standing) {
        let told = atlas.operations.iter().enumerate();
        let told =
            told.map(|(place, one)| (place, one.took_part(standing.country, &atlas.sources)));
        let told: Vec<(usize, Option<bool>)> = told.collect();
        let unknown = told.iter().filter(|(_, took_part)| took_part.is_none());
        let unknown = unknown.count();
        let number = |rect: Rect| {
            let count = standing.took_part.len();
            let style = if count == 0 { TEXT.faint() } else { TEXT };
            cell(ui, rect, style, &at_least(count, unknown > 0), Align::Max);
        };
        match self {
            Self::Words(width) => {
                for (place, took_part) in told {
                    let color = color(ui, atlas, place);
                    words_ui(ui, slot(rect, place, width), color, took_part);
                }
            }
            Self::Counts => {
                number(rect.with_max_x(rect.left() + 36.0));
                if unknown > 0 {
                    let beside = rect.with_min_x(rect.left() + 44.0);
                    let text = format!("{unknown} unknown");
                    cell(ui, beside, SMALL.faint(), &text, Align::Min);
                }
            }
            Self::Ticks(pitch) => {
                number(rect.with_max_x(rect.left() + 28.0));
                let size = vec2(pitch - 3.0, 14.0);
                for (place, took_part) in told {
                    let x = rect.left() + TICKS_AT + place as f32 * pitch + 3.0;
                    let tick = Rect::from_center_size(pos2(x, rect.center().y), size);
                    tick_ui(ui, tick, color(ui, atlas, place), took_part);
                }
            }
        }
    }
}

/// Where the column of an operation stands.
fn slot(rect: Rect, place: usize, width: f32) -> Rect {
    let left = rect.left() + place as f32 * width;
    Rect::from_x_y_ranges(left..=left + width - space::S, rect.y_range())
}

/// The colour of the operation at a place in the atlas.
fn color(ui: &Ui, atlas: &Atlas, place: usize) -> Color32 {
    Palette::shown(ui.ctx()).series(atlas.number(place))
}

/// A mark in the operation's colour, full or hollow, and its words.
fn words_ui(ui: &Ui, slot: Rect, color: Color32, took_part: Option<bool>) {
    let dot = pos2(slot.left() + 5.0, slot.center().y);
    let style = match took_part {
        Some(true) => {
            ui.painter().circle_filled(dot, 4.5, color);
            TEXT
        }
        Some(false) => TEXT.faint(),
        None => {
            ui.painter()
                .circle_stroke(dot, 4.0, Stroke::new(1.5, color));
            TEXT.faint()
        }
    };
    let rect = slot.with_min_x(slot.left() + space::L);
    cell(ui, rect, style, words(took_part), Align::Min);
}

/// A tick: full, hollow where nobody can tell, else a point.
fn tick_ui(ui: &Ui, tick: Rect, color: Color32, took_part: Option<bool>) {
    let palette = Palette::shown(ui.ctx());
    let painter = ui.painter();
    match took_part {
        Some(true) => {
            painter.rect_filled(tick, 1, color);
        }
        Some(false) => {
            painter.circle_filled(tick.center(), 1.0, palette.ink_faint);
        }
        None => {
            let stroke = Stroke::new(1.0, palette.tint(palette.ink_faint, 0.55));
            painter.rect_stroke(tick, 1, stroke, StrokeKind::Inside);
        }
    }
}
