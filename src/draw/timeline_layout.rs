//! Where a timeline goes: a row for each operation, a circle where it lies in time, its name and
//! figure beside the circle. Circles are as large as they can be without touching a label.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Pos2, Rect, pos2, vec2};

use super::flow;
use super::layout::{Hit, Layout, PlacedField, PlacedPoint, PlacedText, Rule, Typesetter};
use super::marks::MarkStyle;
use super::points::{RING, RINGS};
use super::theme::{Weight, size, space};
use crate::chart::{Timeline, TimelineRow, ticks, year_ticks};
use crate::model::{Amount, Open};

/// How large circles may be, in parts of the width.
const LARGEST_CIRCLE: f32 = 0.05;
/// The least radius of the largest circle.
const LEAST_LARGEST: f32 = 7.0;
/// The radius under which no circle is drawn.
const SMALLEST: f32 = 2.0;
/// From a circle to its label, and inside the label from name to figure.
const LABEL_GAP: f32 = 6.0;
/// Over the first and under the last row, where circles may reach.
const EDGE: f32 = space::M;
/// The largest circle in the key of sizes.
const KEY_CIRCLE: f32 = 20.0;
/// The highest a row gets.
const ROW: f32 = 72.0;

/// Places a timeline in `body`; returns the height it takes.
pub fn place(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    timeline: &Timeline,
    body: Rect,
) -> f32 {
    let told = flow::height(typesetter, &timeline.asides, body.width());
    let line = typesetter.line("Ag", Weight::Regular, size::SMALL).size().y;
    let axis = line + space::S;
    let mut rows = Rows::measured(typesetter, timeline, body);
    let least = rows.least_pitch();
    let count = timeline.rows.len().max(1) as f32;
    // The key of sizes takes its room first; circles then get what the rows leave.
    let words = rows.key_words(timeline);
    let key = (2.0 * rows.largest_allowed().min(KEY_CIRCLE)).max(words.size().y) + space::S;
    let room = body.height() - told - axis - key - 2.0 * EDGE;
    rows.pitch = (room / count).clamp(least, ROW.max(least));
    let top = body.top() + key + EDGE;
    let placed = rows.place(top);
    let bottom = top + rows.pitch * count;
    rows.years(layout, top - EDGE, bottom + EDGE);
    rows.key(layout, timeline, words, placed.largest, key);
    rows.draw(layout, &placed, bottom);
    let end = bottom + EDGE + axis;
    end - body.top()
        + flow::place(
            typesetter,
            layout,
            &timeline.asides,
            pos2(body.left(), end),
            body.width(),
        )
}

struct Rows<'a> {
    typesetter: &'a Typesetter<'a>,
    operations: &'a [TimelineRow],
    names: Vec<Arc<Galley>>,
    figures: Vec<Arc<Galley>>,
    body: Rect,
    /// The years at the two ends.
    years: (f64, f64),
    /// The largest number.
    largest: f64,
    /// Whether labels stand over the circles, for lack of room beside them.
    stacked: bool,
    /// The height of a row.
    pitch: f32,
}

/// A circle with the span of its months.
struct Circle {
    middle: Pos2,
    radius: f32,
    span: Rect,
}

impl Circle {
    fn rect(&self) -> Rect {
        self.span.union(Rect::from_center_size(
            self.middle,
            vec2(2.0 * self.radius, 2.0 * self.radius),
        ))
    }

    fn touches(&self, rect: Rect) -> bool {
        rect.distance_to_pos(self.middle) < self.radius + 1.0 || self.span.intersects(rect)
    }
}

/// Where circles and labels are.
struct Placed {
    /// The radius of the largest circle.
    largest: f32,
    /// The middles of circles.
    middles: Vec<Pos2>,
    /// Where the names start.
    labels: Vec<Pos2>,
}

impl<'a> Rows<'a> {
    fn measured(typesetter: &'a Typesetter<'a>, timeline: &'a Timeline, body: Rect) -> Self {
        let first = timeline
            .rows
            .iter()
            .map(|row| row.years.0)
            .fold(f64::INFINITY, f64::min);
        let last = timeline
            .rows
            .iter()
            .map(|row| row.years.1)
            .fold(f64::NEG_INFINITY, f64::max);
        let years = if first.is_finite() {
            (first.floor(), last.ceil().max(first.floor() + 1.0))
        } else {
            (0.0, 1.0)
        };
        let galley =
            |text: &str, weight, width: f32| typesetter.text(text, weight, size::SMALL, width);
        let figure = |row: &TimelineRow| {
            let star = if row.disagrees { " *" } else { "" };
            galley(
                &format!("{}{star}", row.label),
                Weight::Regular,
                body.width(),
            )
        };
        let weight = |row: &TimelineRow| {
            if row.quiet {
                Weight::Regular
            } else {
                Weight::SemiBold
            }
        };
        let mut rows = Self {
            typesetter,
            operations: &timeline.rows,
            names: timeline
                .rows
                .iter()
                .map(|row| galley(&row.name, weight(row), body.width()))
                .collect(),
            figures: timeline.rows.iter().map(figure).collect(),
            body,
            years,
            largest: timeline.largest(),
            stacked: false,
            pitch: 0.0,
        };
        let beside = |(index, row): (usize, &TimelineRow)| {
            let x = rows.x(middle_of(row));
            let room = (body.right() - x).max(x - body.left());
            let reach = (rows.x(row.years.1) - x).max(LEAST_LARGEST + RINGS);
            rows.label_size(index).x + reach + LABEL_GAP <= room
        };
        rows.stacked = !rows.operations.iter().enumerate().all(beside);
        rows
    }

    /// Room at both ends for half a circle.
    fn inset(&self) -> f32 {
        (self.body.width() * 0.02).max(LEAST_LARGEST + RINGS)
    }

    fn x(&self, year: f64) -> f32 {
        let inside = self.body.width() - 2.0 * self.inset();
        let part = (year - self.years.0) / (self.years.1 - self.years.0);
        self.body.left() + self.inset() + part as f32 * inside
    }

    /// Name and figure beside each other, or where that is too wide under each other.
    fn label_size(&self, index: usize) -> egui::Vec2 {
        let size = |galleys: &[Arc<Galley>]| {
            galleys
                .get(index)
                .map_or(egui::Vec2::ZERO, |galley| galley.size())
        };
        let (name, figure) = (size(&self.names), size(&self.figures));
        let beside = name.x + LABEL_GAP + figure.x;
        if beside <= self.body.width() {
            vec2(beside, name.y.max(figure.y))
        } else {
            vec2(name.x.max(figure.x), name.y + figure.y)
        }
    }

    fn label_height(&self) -> f32 {
        (0..self.operations.len())
            .map(|index| self.label_size(index).y)
            .fold(0.0, f32::max)
    }

    fn least_pitch(&self) -> f32 {
        let line = self.label_height();
        if self.stacked {
            line + 2.0 * (LEAST_LARGEST + 2.0)
        } else {
            line.max(2.0 * LEAST_LARGEST) + 2.0
        }
    }

    fn largest_allowed(&self) -> f32 {
        (self.body.width() * LARGEST_CIRCLE).clamp(LEAST_LARGEST, 60.0)
    }

    fn radius(&self, row: &TimelineRow, largest: f32) -> f32 {
        match row.mark.amount() {
            None => RING,
            Some(amount) => circle_radius(amount.number(), self.largest, largest),
        }
    }

    /// How far a circle reaches, with the rings of an open end.
    fn reach(&self, row: &TimelineRow, largest: f32) -> f32 {
        let open = row
            .mark
            .amount()
            .is_some_and(|amount| amount.open() == Open::Up);
        self.radius(row, largest) + if open { RINGS } else { 0.0 }
    }

    /// The largest circles at which every label has its room.
    fn place(&self, top: f32) -> Placed {
        let circle_room = if self.stacked {
            self.pitch - self.label_height()
        } else {
            self.pitch
        };
        let least = if self.stacked {
            (circle_room / 2.0 - 1.0).min(self.largest_allowed())
        } else {
            LEAST_LARGEST
        };
        let mut largest = if self.stacked {
            least
        } else {
            self.largest_allowed()
        };
        loop {
            let placed = self.labelled(top, largest);
            match placed {
                Ok(placed) => return placed,
                Err(placed) if largest <= least => return placed,
                Err(_) => largest = (largest * 0.9).max(least),
            }
        }
    }

    /// Labels beside circles of a size; as an error where one does not find room.
    fn labelled(&self, top: f32, largest: f32) -> Result<Placed, Placed> {
        let label_height = self.label_height();
        let middle = |(index, row): (usize, &TimelineRow)| {
            let offset = if self.stacked {
                f32::midpoint(self.pitch, label_height)
            } else {
                self.pitch / 2.0
            };
            pos2(
                self.x(middle_of(row)),
                top + index as f32 * self.pitch + offset,
            )
        };
        let middles: Vec<Pos2> = self.operations.iter().enumerate().map(middle).collect();
        let circles: Vec<Circle> = self
            .operations
            .iter()
            .zip(&middles)
            .map(|(row, &middle)| {
                let (from, to) = (
                    self.x(row.years.0) - middle.x,
                    self.x(row.years.1) - middle.x,
                );
                let span = Rect::from_x_y_ranges(
                    middle.x + from..=middle.x + to,
                    middle.y - 4.0..=middle.y + 4.0,
                );
                Circle {
                    middle,
                    radius: self.reach(row, largest),
                    span,
                }
            })
            .collect();
        let frame = self.body.x_range();
        let bottom = top + self.pitch * self.operations.len() as f32;
        let mut fits = circles.iter().map(Circle::rect).all(|circle| {
            let across = circle.left() >= frame.min && circle.right() <= frame.max;
            across && circle.top() >= top - EDGE && circle.bottom() <= bottom + EDGE
        });
        let mut labels = Vec::new();
        for (index, circle) in circles.iter().enumerate() {
            let size = self.label_size(index);
            let others = circles
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != index);
            let circle = circle.rect();
            if self.stacked {
                let x = (circle.center().x - size.x / 2.0)
                    .min(frame.max - size.x)
                    .max(frame.min);
                labels.push(pos2(x, top + index as f32 * self.pitch));
                continue;
            }
            let y = circle.center().y - size.y / 2.0;
            let right = pos2(circle.right() + LABEL_GAP, y);
            let left = pos2(circle.left() - LABEL_GAP - size.x, y);
            let inside = |pos: &Pos2| pos.x >= frame.min && pos.x + size.x <= frame.max;
            let free = |pos: &Pos2| {
                let rect = Rect::from_min_size(*pos, size);
                inside(pos) && others.clone().all(|(_, other)| !other.touches(rect))
            };
            let found = [right, left].into_iter().find(free);
            fits &= found.is_some();
            labels.push(
                found
                    .or([right, left].into_iter().find(inside))
                    .unwrap_or(left),
            );
        }
        // Circles of other rows may not cover one another either.
        let apart = circles.iter().enumerate().all(|(index, circle)| {
            circles.iter().skip(index + 1).all(|other| {
                circle.middle.distance(other.middle) >= circle.radius + other.radius
                    && !other.touches(circle.span)
            })
        });
        let placed = Placed {
            largest,
            middles,
            labels,
        };
        if fits && apart {
            Ok(placed)
        } else {
            Err(placed)
        }
    }

    fn draw(&self, layout: &mut Layout, placed: &Placed, bottom: f32) {
        let palette = self.typesetter.palette;
        let top = bottom - self.pitch * self.operations.len() as f32;
        let rect = Rect::from_min_max(
            pos2(self.body.left(), top - EDGE),
            pos2(self.body.right(), bottom + EDGE),
        );
        let inset = f64::from(self.inset() / (self.body.width() - 2.0 * self.inset()));
        let margin = inset * (self.years.1 - self.years.0);
        let mut points = Vec::new();
        for (index, (row, (&middle, &label))) in self
            .operations
            .iter()
            .zip(placed.middles.iter().zip(&placed.labels))
            .enumerate()
        {
            let radius = self.radius(row, placed.largest);
            points.push(PlacedPoint {
                at: [middle_of(row), f64::from(rect.bottom() - middle.y)],
                span: Some(row.years),
                lasted: row.to_the_day,
                radius,
                x: row.mark.amount(),
                y: None,
                low: [row.mark.amount().and_then(Amount::low), None],
                place: row.place,
                quiet: row.quiet,
            });
            let (Some(name), Some(figure)) = (self.names.get(index), self.figures.get(index))
            else {
                continue;
            };
            let size = self.label_size(index);
            let figure_pos = if size.y > name.size().y.max(figure.size().y) {
                label + vec2(0.0, name.size().y)
            } else {
                label + vec2(name.size().x + LABEL_GAP, 0.0)
            };
            let name_color = if row.quiet {
                palette.ink_soft
            } else {
                palette.ink
            };
            let figure_color = if row.mark.amount().is_some() {
                palette.ink
            } else {
                palette.ink_faint
            };
            layout.texts.push(PlacedText {
                covers: true,
                ..PlacedText::new(name.clone(), label, name_color)
            });
            layout.texts.push(PlacedText {
                covers: true,
                ..PlacedText::new(figure.clone(), figure_pos, figure_color)
            });
            let circle = Rect::from_center_size(middle, vec2(2.0 * radius, 2.0 * radius));
            layout.hits.push(Hit {
                rect: circle.union(Rect::from_min_size(label, size)),
                spoken: row.spoken.clone(),
                target: row.target.clone(),
            });
        }
        layout.fields.push(PlacedField {
            rect,
            x: (self.years.0 - margin, self.years.1 + margin),
            y: (0.0, f64::from(rect.height())),
            style: MarkStyle::Circle,
            points,
        });
    }

    /// Lines where years begin, and their numbers under the rows.
    fn years(&self, layout: &mut Layout, top: f32, bottom: f32) {
        let palette = self.typesetter.palette;
        let wanted = (self.body.width() / 44.0) as usize;
        for tick in year_ticks(self.years.0, self.years.1, wanted) {
            let x = self.x(tick.at);
            layout.rules.push(Rule {
                ends: [pos2(x, top), pos2(x, bottom + space::XS)],
                color: palette.grid,
            });
            let galley = self
                .typesetter
                .line(&tick.label, Weight::Regular, size::SMALL);
            let width = galley.size().x;
            let left = (x - width / 2.0)
                .min(self.body.right() - width)
                .max(self.body.left());
            layout.texts.push(PlacedText::new(
                galley,
                pos2(left, bottom + space::XS),
                palette.ink_faint,
            ));
        }
    }

    fn key_words(&self, timeline: &Timeline) -> Arc<Galley> {
        let words = format!("Area: {}", timeline.area);
        self.typesetter.text(
            &words,
            Weight::Regular,
            size::SMALL,
            self.body.width() * 0.5,
        )
    }

    /// The key of sizes: two round numbers as circles.
    fn key(
        &self,
        layout: &mut Layout,
        timeline: &Timeline,
        galley: Arc<Galley>,
        largest: f32,
        height: f32,
    ) {
        let palette = self.typesetter.palette;
        let middle = self.body.top() + (height - space::S) / 2.0;
        let mut x = self.body.left() + galley.size().x + space::L;
        let pos = pos2(self.body.left(), middle - galley.size().y / 2.0);
        layout
            .texts
            .push(PlacedText::new(galley, pos, palette.ink_faint));
        // The largest round number whose circle fits, and a tenth of it.
        let fitting = self.largest * f64::from((KEY_CIRCLE / largest).min(1.0).powi(2));
        let round = |most: f64| {
            ticks(most, 2, timeline.suffix)
                .into_iter()
                .next_back()
                .filter(|tick| tick.at > 0.0)
        };
        let first = round(fitting);
        let tenth = first.as_ref().and_then(|tick| round(tick.at / 10.0));
        for tick in [first, tenth].into_iter().flatten() {
            let radius = circle_radius(tick.at, self.largest, largest);
            let label = self
                .typesetter
                .line(&tick.label, Weight::Regular, size::SMALL);
            let width = 2.0 * radius + LABEL_GAP + label.size().x;
            if x + width > self.body.right() {
                break;
            }
            layout.circles.push((pos2(x + radius, middle), radius));
            let pos = pos2(x + 2.0 * radius + LABEL_GAP, middle - label.size().y / 2.0);
            layout
                .texts
                .push(PlacedText::new(label, pos, palette.ink_faint));
            x += width + space::L;
        }
    }
}

/// The radius of a circle whose area stands for a number.
fn circle_radius(number: f64, largest_number: f64, largest: f32) -> f32 {
    if largest_number <= 0.0 {
        return SMALLEST;
    }
    ((number / largest_number).max(0.0).sqrt() as f32 * largest).max(SMALLEST)
}

/// The middle of its days.
fn middle_of(row: &TimelineRow) -> f64 {
    f64::midpoint(row.years.0, row.years.1)
}
