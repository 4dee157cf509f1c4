//! Where a timeline goes: a row for each operation, a circle where it lies in time, its name and
//! figure beside the circle. Circles are as large as they can be without touching a label.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Rect, pos2, vec2};

use super::axis_range::AxisRange;
use super::flow;
use super::layout::{
    FieldAxes, Hit, Layout, PlacedField, PlacedPoint, PlacedText, Rule, Typesetter,
};
use super::marks::MarkStyle;
use super::theme::{Weight, size, space};
use super::timeline_fit::{EDGE, LABEL_GAP, Placed, Rows, circle_radius};
use crate::chart::{Timeline, ticks, time_ticks};
use crate::model::Amount;

/// The largest circle in the key of sizes.
const KEY_CIRCLE: f32 = 28.0;
/// The least part of a timeline that is shown, in years: a month.
const CLOSEST: f64 = 1.0 / 12.0;

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
    let rows = Rows::measured(typesetter, timeline, body);
    // The key of sizes takes its room first; circles then get what the rows leave.
    let words = rows.key_words(timeline);
    let key = (2.0 * rows.largest_allowed().min(KEY_CIRCLE)).max(words.size().y) + space::S;
    let room = body.height() - told - axis - key - 2.0 * EDGE;
    let top = body.top() + key + EDGE;
    let placed = rows.place(top, room);
    let bottom = top + placed.height;
    rows.years(layout, top - EDGE, bottom + EDGE);
    rows.key(layout, timeline, words, placed.largest, key);
    rows.draw(layout, timeline, &placed, bottom);
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

impl Rows<'_> {
    /// The years along the bottom.
    fn range(&self, timeline: &Timeline) -> AxisRange {
        AxisRange {
            ends: self.years,
            full: (timeline.full.0.floor(), timeline.full.1.ceil()),
            pads: (self.inset(), self.inset()),
            length: self.body.width(),
            logarithmic: false,
            least: CLOSEST,
        }
    }

    fn draw(&self, layout: &mut Layout, timeline: &Timeline, placed: &Placed, bottom: f32) {
        let palette = self.typesetter.palette;
        let top = bottom - placed.height;
        let rect = Rect::from_min_max(
            pos2(self.body.left(), top - EDGE),
            pos2(self.body.right(), bottom + EDGE),
        );
        let range = self.range(timeline);
        let mut points = Vec::new();
        for (index, (row, (&middle, &label))) in self
            .operations
            .iter()
            .zip(placed.middles.iter().zip(&placed.labels))
            .enumerate()
        {
            let radius = self.radius(row, placed.largest);
            points.push(PlacedPoint {
                at: [row.middle(), f64::from(rect.bottom() - middle.y)],
                span: Some(self.span_shown(row)),
                lasted: row.to_the_day,
                radius,
                x: row.mark.amount(),
                y: None,
                low: [row.mark.amount().and_then(Amount::low), None],
                place: row.target.place,
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
            x: range.domain(),
            y: (0.0, f64::from(rect.height())),
            style: MarkStyle::Circle,
            points,
            axes: FieldAxes { x: range, y: None },
        });
    }

    /// Lines where years begin, and their numbers under the rows.
    fn years(&self, layout: &mut Layout, top: f32, bottom: f32) {
        let palette = self.typesetter.palette;
        let wanted = (self.body.width() / 44.0) as usize;
        for tick in time_ticks(self.years.0, self.years.1, wanted) {
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
        // The largest round number whose circle fits, and a tenth of it; of things that are
        // counted nothing below one.
        let fitting = self.largest * f64::from((KEY_CIRCLE / largest).min(1.0).powi(2));
        let least = if timeline.whole { 1.0 } else { 0.0 };
        let round = |most: f64| {
            // A third leaves a step below the whole, whatever it is rounded up to.
            ticks(most, 3, timeline.suffix)
                .into_iter()
                .next_back()
                .filter(|tick| tick.at > 0.0 && tick.at >= least)
        };
        let first = round(fitting.max(least));
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
