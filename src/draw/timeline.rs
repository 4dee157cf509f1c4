//! Where a timeline goes: a lane for each family, a circle where an operation lies in time, its name
//! and figure beside the circle; at the right what has no days. Circles are as large as there is
//! room for them and their labels.

use eframe::egui;
use egui::{Pos2, Rangef, Rect, Vec2, pos2, vec2};

use super::axis_range::{AxisKind, AxisRange};
use super::number_axis::place_across;
use super::placed::{Form, Hit, PlacedField, PlacedPicture, Span, openness};
use super::theme::space;
use super::timeline_fit::{KEY_CIRCLE, LABEL_GAP, Label, LaneTexts, TimelineFit, circle_radius};
use super::timeline_lanes::{Circle, LanePlaced};
use crate::chart::{InTime, ticks, time_ticks};

/// The least part of a timeline that is shown, in years: a month.
const CLOSEST: f64 = 1.0 / 12.0;

impl TimelineFit<'_> {
    /// Places a timeline in `body`; returns the height it takes.
    pub(super) fn place(&self, placed: &mut PlacedPicture, body: Rect) -> f32 {
        // The legend of sizes takes its room first; circles then get what the lanes leave.
        let top = self.legend_height();
        let lanes = self.lanes_in(body.height() - self.axis - top);
        let bottom = top + lanes.height();
        self.legend(placed, body.min, lanes.largest);
        if self.timeline.rows().any(|row| row.when.is_some()) {
            let field = Rect::from_x_y_ranges(self.time, top..=bottom);
            self.time(placed, field.translate(body.min.to_vec2()));
        }
        let mut y = body.top() + top;
        self.line(placed, body, y);
        for (texts, lane) in self.lanes.iter().zip(&lanes.lanes) {
            self.place_lane(placed, texts, lane, pos2(body.left(), y));
            y += lane.height;
            self.line(placed, body, y);
        }
        if let Some(place) = self.undated {
            let palette = self.typesetter.palette;
            let x = body.left() + place.min - space::L;
            placed.rule(pos2(x, body.top() + top), pos2(x, y), palette.hairline);
            let at = pos2(body.left() + place.min, y + space::XS);
            placed.put(&self.undated_head(), at, palette.ink_faint);
        }
        bottom + self.axis
    }

    /// A line between two lanes.
    fn line(&self, placed: &mut PlacedPicture, body: Rect, y: f32) {
        let color = self.typesetter.palette.hairline;
        placed.rule(pos2(body.left(), y), pos2(body.right(), y), color);
    }

    /// The field of time with its lines where years begin, and their numbers under the lanes.
    fn time(&self, placed: &mut PlacedPicture, field: Rect) {
        let full = self.timeline.full;
        let kind = AxisKind {
            full: (full.0.floor(), full.1.ceil()),
            pads: (self.inset(), self.inset()),
            logarithmic: false,
            least: CLOSEST,
        };
        placed.field = Some(PlacedField {
            rect: field,
            x: AxisRange::new(kind, self.years, self.time.span()),
            y: None,
        });
        let wanted = (field.width() / 44.0) as usize;
        let ticks = time_ticks(self.years.0, self.years.1, wanted).into_iter();
        let ticks = ticks.map(|tick| (self.x(tick.at) - self.time.min, tick.label));
        place_across(self.typesetter, placed, field, ticks);
    }

    fn place_lane(
        &self,
        placed: &mut PlacedPicture,
        texts: &LaneTexts<'_>,
        lane: &LanePlaced,
        min: Pos2,
    ) {
        let height = texts.name.size().y;
        let down = if self.stacked {
            space::XS
        } else {
            (lane.height - height) / 2.0
        };
        let quiet = |row: &InTime| self.spec.is_quiet(row.figure);
        let color = self
            .typesetter
            .palette
            .name(texts.lane.rows.iter().all(quiet));
        placed.put_over(&texts.name, min + vec2(0.0, down), color);
        let rows = texts.lane.rows.iter().zip(&texts.labels);
        for ((row, label), circle) in rows.zip(&lane.circles) {
            self.circle(placed, row, label, *circle, min.to_vec2());
        }
    }

    fn circle(
        &self,
        placed: &mut PlacedPicture,
        row: &InTime,
        label: &Label,
        circle: Circle,
        origin: Vec2,
    ) {
        let middle = circle.middle + origin;
        let at = circle.label + origin;
        let amount = self.amount(row);
        let span = self.span(row).unwrap_or(Rangef::point(circle.middle.x));
        let form = Form::Circle {
            middle,
            radius: circle.radius,
            number: amount.map(openness),
            span: Span {
                x: Rangef::new(span.min + origin.x, span.max + origin.x),
                lasted: row.when.is_none_or(|when| when.to_the_day),
            },
        };
        placed.mark(self.spec, row.figure, form);
        let palette = self.typesetter.palette;
        let quiet = self.spec.is_quiet(row.figure);
        placed.put_over(&label.name, at, palette.name(quiet));
        let color = if amount.is_some() {
            palette.ink
        } else {
            palette.ink_faint
        };
        placed.put_over(&label.figure, at + label.figure_at, color);
        let round = Rect::from_center_size(middle, Vec2::splat(2.0 * circle.radius));
        placed.hits.push(Hit {
            rect: round.union(Rect::from_min_size(at, label.size)),
            figures: vec![row.figure],
        });
    }

    /// The legend of sizes: two round numbers as circles.
    fn legend(&self, placed: &mut PlacedPicture, min: Pos2, largest: f32) {
        let palette = self.typesetter.palette;
        let middle = min.y + (self.legend_height() - space::M) / 2.0;
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
            let label = self.typesetter.small(&tick.label);
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
