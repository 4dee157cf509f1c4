//! How large the circles of a timeline can be, and on which side of each its label has room.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Pos2, Rect, pos2, vec2};

use super::footnotes::Told;
use super::near::Near;
use super::points::{LEAST_MONTHS, MONTHS, OPEN_RING, RING, circle_reach};
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, InTime, Timeline};
use crate::model::Amount;
use crate::words;

/// How large circles may be, in parts of the width.
const LARGEST_CIRCLE: f32 = 0.06;
/// The highest a row gets without need.
const ROW: f32 = 72.0;
/// The least radius of the largest circle.
const LEAST_LARGEST: f32 = 7.0;
/// The radius under which no circle is drawn.
const SMALLEST: f32 = 2.0;
/// From a circle to its label, and inside the label from name to figure.
pub(super) const LABEL_GAP: f32 = 6.0;
/// Over the first and under the last row, where circles may reach.
pub(super) const EDGE: f32 = space::M;

/// The largest circle in the legend of sizes.
pub(super) const KEY_CIRCLE: f32 = 28.0;

/// A timeline with its texts laid out.
pub(super) struct TimelineFit<'a> {
    pub(super) typesetter: &'a Typesetter<'a>,
    pub(super) spec: &'a ChartSpec,
    pub(super) timeline: &'a Timeline,
    pub(super) names: Vec<Arc<Galley>>,
    pub(super) figures: Vec<Arc<Galley>>,
    /// What the area of a circle stands for.
    pub(super) area: Arc<Galley>,
    /// The height of the axis.
    pub(super) axis: f32,
    pub(super) told: Told,
    /// From left to right.
    pub(super) width: f32,
    /// The years at the two ends.
    pub(super) years: (f64, f64),
    /// The largest number.
    pub(super) largest: f64,
    /// Whether labels stand over the circles, for lack of room beside them.
    pub(super) stacked: bool,
    /// The height of the highest label.
    label_height: f32,
}

/// A circle with how long it lasted, or under it the line of its months.
pub(super) struct Circle {
    pub(super) middle: Pos2,
    pub(super) radius: f32,
    pub(super) span: Rect,
}

impl Circle {
    pub(super) fn rect(&self) -> Rect {
        self.span.union(Rect::from_center_size(
            self.middle,
            vec2(2.0 * self.radius, 2.0 * self.radius),
        ))
    }

    /// The room in which it can touch something.
    fn extent(&self) -> Rect {
        self.rect().expand(1.0)
    }

    pub(super) fn touches(&self, rect: Rect) -> bool {
        rect.distance_to_pos(self.middle) < self.radius + 1.0 || self.span.intersects(rect)
    }
}

/// Where circles and labels are.
pub(super) struct Circles {
    /// The radius of the largest circle.
    pub(super) largest: f32,
    /// How high all rows are together.
    pub(super) height: f32,
    /// The middles of circles.
    pub(super) middles: Vec<Pos2>,
    /// Where the names start.
    pub(super) labels: Vec<Pos2>,
}

impl<'a> TimelineFit<'a> {
    /// Lays the texts of a timeline out.
    pub(super) fn of(
        typesetter: &'a Typesetter<'a>,
        spec: &'a ChartSpec,
        timeline: &'a Timeline,
        width: f32,
    ) -> Self {
        let rows = || timeline.rows.iter();
        let first = rows().map(|row| row.years.0).fold(f64::INFINITY, f64::min);
        let last = rows()
            .map(|row| row.years.1)
            .fold(f64::NEG_INFINITY, f64::max);
        let years = if let Some(range) = timeline.range {
            range
        } else if first.is_finite() {
            (first.floor(), last.ceil().max(first.floor() + 1.0))
        } else {
            (0.0, 1.0)
        };
        let small =
            |text: &str, weight, width: f32| typesetter.text(text, weight, size::SMALL, width);
        let name = |row: &InTime| {
            let operation = spec.operation_of(row.figure);
            let weight = if operation.quiet {
                Weight::Regular
            } else {
                Weight::SemiBold
            };
            small(&operation.name, weight, width)
        };
        let figure = |row: &InTime| {
            let text = spec.figures[row.figure].starred();
            small(&text, Weight::Regular, width)
        };
        let amounts = rows().filter_map(|row| spec.figures[row.figure].amount());
        let area = words::area_means(&timeline.area);
        let line = small("Ag", Weight::Regular, f32::INFINITY).size().y;
        let mut fit = Self {
            typesetter,
            spec,
            timeline,
            names: rows().map(name).collect(),
            figures: rows().map(figure).collect(),
            area: small(&area, Weight::Regular, width * 0.5),
            axis: line + space::S,
            told: Told::of(typesetter, &spec.footnotes, width),
            width,
            years,
            largest: amounts.map(Amount::number).fold(0.0, f64::max),
            stacked: false,
            label_height: 0.0,
        };
        fit.label_height = (0..timeline.rows.len())
            .map(|index| fit.label_size(index).y)
            .fold(0.0, f32::max);
        let beside = |(index, row): (usize, &InTime)| {
            let x = fit.x(row.middle());
            let room = (width - x).max(x);
            let reach = (fit.x(fit.years_shown(row).1) - x).max(LEAST_LARGEST + OPEN_RING);
            fit.label_size(index).x + reach + LABEL_GAP <= room
        };
        fit.stacked = !rows().enumerate().all(beside);
        fit
    }

    /// The least height of the whole body.
    pub(super) fn least_height(&self) -> f32 {
        self.legend_height() + self.least_rows() + 2.0 * EDGE + self.axis + self.told.height
    }

    /// What the legend of sizes takes over the rows.
    pub(super) fn legend_height(&self) -> f32 {
        let circle = 2.0 * self.largest_allowed().min(KEY_CIRCLE);
        circle.max(self.area.size().y) + space::S
    }

    /// Room at both ends for half a circle.
    pub(super) fn inset(&self) -> f32 {
        (self.width * 0.02).max(LEAST_LARGEST + OPEN_RING)
    }

    /// From the left edge to a year.
    pub(super) fn x(&self, year: f64) -> f32 {
        let inside = self.width - 2.0 * self.inset();
        let part = (year - self.years.0) / (self.years.1 - self.years.0);
        self.inset() + part as f32 * inside
    }

    /// From when to when an operation ran, as far as it is shown.
    pub(super) fn years_shown(&self, row: &InTime) -> (f64, f64) {
        (row.years.0.max(self.years.0), row.years.1.min(self.years.1))
    }

    /// The number of a row, where it has one.
    pub(super) fn amount(&self, row: &InTime) -> Option<Amount> {
        self.spec.figures[row.figure].amount()
    }

    /// Name and figure beside each other, or where that is too wide under each other.
    pub(super) fn label_size(&self, index: usize) -> egui::Vec2 {
        let size = |galleys: &[Arc<Galley>]| {
            galleys
                .get(index)
                .map_or(egui::Vec2::ZERO, |galley| galley.size())
        };
        let (name, figure) = (size(&self.names), size(&self.figures));
        let beside = name.x + LABEL_GAP + figure.x;
        if beside <= self.width {
            vec2(beside, name.y.max(figure.y))
        } else {
            vec2(name.x.max(figure.x), name.y + figure.y)
        }
    }

    /// The least height of an operation's row.
    fn least_row(&self, row: &InTime) -> f32 {
        let line = self.label_height;
        let least = if self.stacked {
            line + 2.0 * (LEAST_LARGEST + 2.0)
        } else {
            line.max(2.0 * LEAST_LARGEST) + 2.0
        };
        least + below(row)
    }

    /// The least height of all rows together.
    fn least_rows(&self) -> f32 {
        self.timeline
            .rows
            .iter()
            .map(|row| self.least_row(row))
            .sum()
    }

    /// How high rows are with circles of a size, so that together they are as high as `room`:
    /// a large circle gets more of it.
    fn heights(&self, largest: f32, room: f32) -> Vec<f32> {
        let above = if self.stacked { self.label_height } else { 0.0 };
        let wanted = |row: &InTime| {
            (above + 2.0 * self.reach(row, largest) + 2.0 + below(row)).max(self.least_row(row))
        };
        let all: f32 = self.timeline.rows.iter().map(wanted).sum();
        let least = self.least_rows();
        let more = (room - all).max(0.0) / self.timeline.rows.len().max(1) as f32;
        let part = if all > room && all > least {
            ((room - least) / (all - least)).max(0.0)
        } else {
            1.0
        };
        let height = |row: &InTime| {
            let least = self.least_row(row);
            least + (wanted(row) - least) * part + more
        };
        self.timeline.rows.iter().map(height).collect()
    }

    pub(super) fn largest_allowed(&self) -> f32 {
        (self.width * LARGEST_CIRCLE).clamp(LEAST_LARGEST, 60.0)
    }

    pub(super) fn radius(&self, row: &InTime, largest: f32) -> f32 {
        match self.amount(row) {
            None => RING,
            Some(amount) => circle_radius(amount.number(), self.largest, largest),
        }
    }

    /// How far a circle reaches, with the ring of an open end.
    pub(super) fn reach(&self, row: &InTime, largest: f32) -> f32 {
        let open = self.amount(row).map(Amount::open);
        circle_reach(self.radius(row, largest), open)
    }

    /// The largest circles at which every label has its room, in so much height.
    pub(super) fn circles(&self, top: f32, room: f32) -> Circles {
        let least = self.least_rows();
        let most = self
            .timeline
            .rows
            .iter()
            .map(|row| self.least_row(row).max(ROW));
        let height = room.clamp(least, most.sum::<f32>().max(least));
        let mut largest = self.largest_allowed();
        loop {
            match self.labelled(top, height, largest) {
                Ok(placed) => return placed,
                Err(placed) if largest <= LEAST_LARGEST => return placed,
                Err(_) => largest = (largest * 0.95).max(LEAST_LARGEST),
            }
        }
    }

    /// Labels beside circles of a size; as an error where one does not find room.
    pub(super) fn labelled(&self, top: f32, height: f32, largest: f32) -> Result<Circles, Circles> {
        let label_height = self.label_height;
        let mut tops = Vec::new();
        let mut middles = Vec::new();
        let mut y = top;
        for (row, height) in self.timeline.rows.iter().zip(self.heights(largest, height)) {
            let above = if self.stacked { label_height } else { 0.0 };
            let middle = y + above + (height - above - below(row)) / 2.0;
            tops.push(y);
            middles.push(pos2(self.x(row.middle()), middle));
            y += height;
        }
        let circles: Vec<Circle> = self
            .timeline
            .rows
            .iter()
            .zip(&middles)
            .map(|(row, &middle)| {
                let (from, to) = self.years_shown(row);
                let (from, to) = (self.x(from), self.x(to));
                let radius = self.reach(row, largest);
                let span = if row.to_the_day {
                    Rect::from_x_y_ranges(from..=to, middle.y - 4.0..=middle.y + 4.0)
                } else {
                    let missing = (LEAST_MONTHS - (to - from)).max(0.0) / 2.0;
                    Rect::from_x_y_ranges(
                        from - missing..=to + missing,
                        middle.y + radius..=middle.y + radius + MONTHS.1,
                    )
                };
                Circle {
                    middle,
                    radius,
                    span,
                }
            })
            .collect();
        let near = Near::of(circles.iter().map(Circle::extent));
        let frame = egui::Rangef::new(0.0, self.width);
        let bottom = top + height;
        let mut fits = circles.iter().map(Circle::rect).all(|circle| {
            let across = circle.left() >= frame.min && circle.right() <= frame.max;
            across && circle.top() >= top - EDGE && circle.bottom() <= bottom + EDGE
        });
        let mut labels = Vec::new();
        for (index, circle) in circles.iter().enumerate() {
            let size = self.label_size(index);
            let near = |rect: Rect| {
                let near = near.things(rect).into_iter();
                near.map(|other| (other, &circles[other]))
            };
            let middle = circle.middle;
            let circle = circle.rect();
            if let (true, Some(&top)) = (self.stacked, tops.get(index)) {
                let x = (middle.x - size.x / 2.0)
                    .min(frame.max - size.x)
                    .max(frame.min);
                let label = Rect::from_min_size(pos2(x, top), size);
                fits &= near(label).all(|(_, circle)| !circle.touches(label));
                labels.push(label.min);
                continue;
            }
            let y = middle.y - size.y / 2.0;
            let right = pos2(circle.right() + LABEL_GAP, y);
            let left = pos2(circle.left() - LABEL_GAP - size.x, y);
            let inside = |pos: &Pos2| pos.x >= frame.min && pos.x + size.x <= frame.max;
            let free = |pos: &Pos2| {
                let rect = Rect::from_min_size(*pos, size);
                let mut others = near(rect).filter(|(other, _)| *other != index);
                inside(pos) && others.all(|(_, other)| !other.touches(rect))
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
            let others = near.things(circle.extent()).into_iter();
            others.filter(|&other| other > index).all(|other| {
                let other = &circles[other];
                circle.middle.distance(other.middle) >= circle.radius + other.radius
                    && !other.touches(circle.span)
            })
        });
        let placed = Circles {
            largest,
            height,
            middles,
            labels,
        };
        if fits && apart {
            Ok(placed)
        } else {
            Err(placed)
        }
    }
}

/// What the line of months takes under a circle.
fn below(row: &InTime) -> f32 {
    if row.to_the_day { 0.0 } else { MONTHS.1 }
}

/// The radius of a circle whose area stands for a number.
pub(super) fn circle_radius(number: f64, largest_number: f64, largest: f32) -> f32 {
    if largest_number <= 0.0 {
        return SMALLEST;
    }
    ((number / largest_number).max(0.0).sqrt() as f32 * largest).max(SMALLEST)
}
