//! Where a timeline goes: a row for each operation, a circle where it lies in time, its name and
//! figure beside the circle. Circles are as large as they can be without touching a label.

use eframe::egui;
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};

use super::axis_range::{AxisKind, AxisRange};
use super::placed::{Form, Hit, PlacedField, PlacedMark, PlacedPicture, Span, openness};
use super::theme::{Weight, size, space};
use super::timeline_fit::{Circles, EDGE, KEY_CIRCLE, LABEL_GAP, TimelineFit, circle_radius};
use crate::chart::{InTime, ticks, time_ticks};

/// The least part of a timeline that is shown, in years: a month.
const CLOSEST: f64 = 1.0 / 12.0;

impl TimelineFit<'_> {
    /// Places a timeline in `body`; returns the height it takes.
    pub(super) fn place(&self, placed: &mut PlacedPicture, body: Rect) -> f32 {
        // The legend of sizes takes its room first; circles then get what the rows leave.
        let legend = self.legend_height();
        let room = body.height() - self.told.height - self.axis - legend - 2.0 * EDGE;
        let top = legend + EDGE;
        let circles = self.circles(top, room);
        let bottom = top + circles.height;
        let field = Rect::from_x_y_ranges(0.0..=self.width, top - EDGE..=bottom + EDGE);
        let field = field.translate(body.min.to_vec2());
        self.years(placed, field);
        self.legend(placed, body.min, circles.largest);
        placed.field = Some(PlacedField {
            rect: field,
            x: self.range(),
            y: None,
        });
        for (index, row) in self.timeline.rows.iter().enumerate() {
            self.row(placed, index, row, &circles, body.min.to_vec2());
        }
        let end = bottom + EDGE + self.axis;
        let foot = body.min + vec2(0.0, end);
        end + self.told.place(self.typesetter, placed, foot)
    }

    /// The years along the bottom.
    fn range(&self) -> AxisRange {
        let full = self.timeline.full;
        let kind = AxisKind {
            full: (full.0.floor(), full.1.ceil()),
            pads: (self.inset(), self.inset()),
            logarithmic: false,
            least: CLOSEST,
        };
        AxisRange::new(kind, self.years, self.width)
    }

    fn row(
        &self,
        placed: &mut PlacedPicture,
        index: usize,
        row: &InTime,
        circles: &Circles,
        origin: Vec2,
    ) {
        let palette = self.typesetter.palette;
        let (middle, label) = (
            circles.middles[index] + origin,
            circles.labels[index] + origin,
        );
        let radius = self.radius(row, circles.largest);
        let operation = self.spec.operation_of(row.figure);
        let (from, to) = self.years_shown(row);
        let amount = self.amount(row);
        placed.marks.push(PlacedMark {
            place: operation.place,
            quiet: operation.quiet,
            form: Form::Circle {
                middle,
                radius,
                number: amount.map(openness),
                span: Span {
                    x: Rangef::new(self.x(from) + origin.x, self.x(to) + origin.x),
                    lasted: row.to_the_day,
                },
            },
        });
        let (name, figure) = (&self.names[index], &self.figures[index]);
        let taken = self.label_size(index);
        let figure_at = if taken.y > name.size().y.max(figure.size().y) {
            label + vec2(0.0, name.size().y)
        } else {
            label + vec2(name.size().x + LABEL_GAP, 0.0)
        };
        let name_color = if operation.quiet {
            palette.ink_soft
        } else {
            palette.ink
        };
        let figure_color = if amount.is_some() {
            palette.ink
        } else {
            palette.ink_faint
        };
        placed.put_over(name, label, name_color);
        placed.put_over(figure, figure_at, figure_color);
        let circle = Rect::from_center_size(middle, Vec2::splat(2.0 * radius));
        placed.hits.push(Hit {
            rect: circle.union(Rect::from_min_size(label, taken)),
            figures: vec![row.figure],
        });
    }

    /// Lines where years begin, and their numbers under the rows.
    fn years(&self, placed: &mut PlacedPicture, field: Rect) {
        let palette = self.typesetter.palette;
        let wanted = (self.width / 44.0) as usize;
        let under = field.bottom() + space::XS;
        for tick in time_ticks(self.years.0, self.years.1, wanted) {
            let x = field.left() + self.x(tick.at);
            placed.rule(pos2(x, field.top()), pos2(x, under), palette.grid);
            let typesetter = self.typesetter;
            let galley = typesetter.line(&tick.label, Weight::Regular, size::SMALL);
            let width = galley.size().x;
            let left = (x - width / 2.0)
                .min(field.right() - width)
                .max(field.left());
            placed.put(&galley, pos2(left, under), palette.ink_faint);
        }
    }

    /// The legend of sizes: two round numbers as circles.
    fn legend(&self, placed: &mut PlacedPicture, min: Pos2, largest: f32) {
        let palette = self.typesetter.palette;
        let middle = min.y + (self.legend_height() - space::S) / 2.0;
        let mut x = min.x + self.area.size().x + space::L;
        let pos = pos2(min.x, middle - self.area.size().y / 2.0);
        placed.put(&self.area, pos, palette.ink_faint);
        // The largest round number whose circle fits, and a tenth of it; of things that are
        // counted nothing below one.
        let fitting = self.largest * f64::from((KEY_CIRCLE / largest).min(1.0).powi(2));
        let least = if self.timeline.whole { 1.0 } else { 0.0 };
        let round = |most: f64| {
            // A third leaves a step below the whole, whatever it is rounded up to.
            ticks(most, 3, self.timeline.suffix)
                .into_iter()
                .next_back()
                .filter(|tick| tick.at > 0.0 && tick.at >= least)
        };
        let first = round(fitting.max(least));
        let tenth = first.as_ref().and_then(|tick| round(tick.at / 10.0));
        for tick in [first, tenth].into_iter().flatten() {
            let radius = circle_radius(tick.at, self.largest, largest);
            let typesetter = self.typesetter;
            let label = typesetter.line(&tick.label, Weight::Regular, size::SMALL);
            let width = 2.0 * radius + LABEL_GAP + label.size().x;
            if x + width > min.x + self.width {
                break;
            }
            placed.circles.push((pos2(x + radius, middle), radius));
            let pos = pos2(x + 2.0 * radius + LABEL_GAP, middle - label.size().y / 2.0);
            placed.put(&label, pos, palette.ink_faint);
            x += width + space::L;
        }
    }
}
