//! A timeline's texts, and how its width is parted between the names of families, time, and what has
//! no days.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Rangef, Vec2, vec2};

use super::points::{OPEN_RING, RING, circle_reach};
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, InTime, Lane, Timeline};
use crate::model::Amount;
use crate::words;

/// How large circles may be, in parts of the width.
const LARGEST_CIRCLE: f32 = 0.06;
/// The largest part of the width that the names of families take in front of their lanes.
const NAMES: f32 = 0.2;
/// The least width of time beside the names, else they stand over their lanes.
const TIME: f32 = 300.0;
/// The least radius of the largest circle.
pub(super) const LEAST_LARGEST: f32 = 7.0;
/// The radius under which no circle is drawn.
const SMALLEST: f32 = 2.0;
/// From a circle to its label, and inside the label from name to figure.
pub(super) const LABEL_GAP: f32 = 6.0;

/// The largest circle in the legend of sizes.
pub(super) const KEY_CIRCLE: f32 = 28.0;

/// A timeline with its texts laid out.
pub(super) struct TimelineFit<'a> {
    pub(super) typesetter: &'a Typesetter<'a>,
    pub(super) spec: &'a ChartSpec,
    pub(super) timeline: &'a Timeline,
    pub(super) lanes: Vec<LaneTexts<'a>>,
    /// What the area of a circle stands for.
    pub(super) area: Arc<Galley>,
    /// The height of the axis.
    pub(super) axis: f32,
    /// From left to right.
    pub(super) width: f32,
    /// Whether the names of families stand over their lanes.
    pub(super) stacked: bool,
    /// From where to where time lies, from the left edge.
    pub(super) time: Rangef,
    /// The place of operations whose days are not known; `None` where there is none.
    pub(super) undated: Option<Rangef>,
    /// The years at the two ends.
    pub(super) years: (f64, f64),
    /// The largest number.
    pub(super) largest: f64,
}

/// A lane with its texts laid out.
pub(super) struct LaneTexts<'a> {
    pub(super) lane: &'a Lane,
    pub(super) name: Arc<Galley>,
    pub(super) labels: Vec<Label>,
}

/// What stands beside a circle: the operation's name and its figure.
pub(super) struct Label {
    pub(super) name: Arc<Galley>,
    pub(super) figure: Arc<Galley>,
    /// Where the figure stands, from the name's corner.
    pub(super) figure_at: Vec2,
    /// The room both take.
    pub(super) size: Vec2,
}

impl Label {
    fn of(name: Arc<Galley>, figure: Arc<Galley>, width: f32) -> Self {
        let (first, second) = (name.size(), figure.size());
        let figure_at = if name.text().is_empty() {
            Vec2::ZERO
        } else if first.x + LABEL_GAP + second.x <= width {
            vec2(first.x + LABEL_GAP, 0.0)
        } else {
            vec2(0.0, first.y)
        };
        Self {
            size: first.max(figure_at + second),
            name,
            figure,
            figure_at,
        }
    }
}

impl<'a> TimelineFit<'a> {
    /// Lays the texts of a timeline out.
    pub(super) fn of(
        typesetter: &'a Typesetter<'a>,
        spec: &'a ChartSpec,
        timeline: &'a Timeline,
        width: f32,
    ) -> Self {
        let times = || timeline.rows().filter_map(|row| row.when);
        let first = times().map(|when| when.years.0).reduce(f64::min);
        let last = times().map(|when| when.years.1).reduce(f64::max);
        let years = match (timeline.range, first, last) {
            (Some(range), ..) => range,
            (None, Some(first), Some(last)) => {
                (first.floor(), last.ceil().max(first.floor() + 1.0))
            }
            (None, ..) => (0.0, 1.0),
        };
        let small =
            |text: &str, weight, width: f32| typesetter.text(text, weight, size::SMALL, width);
        let label = |row: &InTime| {
            let weight = Weight::of_name(spec.is_quiet(row.figure));
            let name = small(&row.name, weight, width * 0.5);
            let figure = spec.figures[row.figure].starred();
            let figure = typesetter.small_within(&figure, width * 0.5);
            Label::of(name, figure, width * 0.5)
        };
        let lane = |lane: &'a Lane| LaneTexts {
            name: small(&lane.family, Weight::Medium, width * NAMES),
            labels: lane.rows.iter().map(label).collect(),
            lane,
        };
        let amounts = timeline
            .rows()
            .filter_map(|row| spec.figures[row.figure].amount());
        let area = words::area_means(&timeline.area);
        let mut fit = Self {
            typesetter,
            spec,
            timeline,
            lanes: timeline.lanes.iter().map(lane).collect(),
            area: typesetter.small_within(&area, width * 0.5),
            axis: typesetter.small_height() + space::S,
            width,
            stacked: false,
            time: Rangef::new(0.0, width),
            undated: None,
            years,
            largest: amounts.map(Amount::number).fold(0.0, f64::max),
        };
        fit.part_width();
        fit
    }

    /// Parts the width between names, time and what has no days.
    fn part_width(&mut self) {
        let rows = self.lanes.iter().flat_map(LaneTexts::rows);
        let undated = rows
            .filter(|(row, _)| row.when.is_none())
            .map(|(row, label)| {
                2.0 * self.reach(row, self.largest_allowed()) + LABEL_GAP + label.size.x
            });
        if let Some(undated) = undated.reduce(f32::max) {
            let head = self.undated_head().size().x;
            let taken = undated.max(head).min(self.width * 0.5);
            self.undated = Some(Rangef::new(self.width - taken, self.width));
            self.time.max -= taken + 2.0 * space::L;
        }
        let names = self.lanes.iter().map(|lane| lane.name.size().x);
        let names = names.fold(0.0, f32::max) + space::L;
        self.stacked = self.time.max - names < TIME;
        if !self.stacked {
            self.time.min = names;
        }
    }

    /// What stands under the operations whose days are not known.
    pub(super) fn undated_head(&self) -> Arc<Galley> {
        let text = words::when(None);
        self.typesetter.small_within(&text, self.width * 0.5)
    }

    /// The least height of the whole body.
    pub(super) fn least_height(&self) -> f32 {
        let lanes = self.lanes_with(LEAST_LARGEST);
        self.legend_height() + lanes.height() + self.axis
    }

    /// What the legend of sizes takes over the lanes.
    pub(super) fn legend_height(&self) -> f32 {
        let circle = 2.0 * self.largest_allowed().min(KEY_CIRCLE);
        circle.max(self.area.size().y) + space::M
    }

    /// Room at both ends of time for half a circle.
    pub(super) fn inset(&self) -> f32 {
        (self.width * 0.02).max(LEAST_LARGEST + OPEN_RING)
    }

    /// From the left edge to a year.
    pub(super) fn x(&self, year: f64) -> f32 {
        let inside = self.time.span() - 2.0 * self.inset();
        let part = (year - self.years.0) / (self.years.1 - self.years.0);
        self.time.min + self.inset() + part as f32 * inside
    }

    /// From when to when an operation ran, as far as it is shown, from the left edge.
    pub(super) fn span(&self, row: &InTime) -> Option<Rangef> {
        let (from, to) = row.when?.years;
        let (first, last) = self.years;
        Some(Rangef::new(self.x(from.max(first)), self.x(to.min(last))))
    }

    /// The number of a row, where it has one.
    pub(super) fn amount(&self, row: &InTime) -> Option<Amount> {
        self.spec.figures[row.figure].amount()
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
}

impl LaneTexts<'_> {
    /// Its operations with their labels.
    pub(super) fn rows(&self) -> impl Iterator<Item = (&InTime, &Label)> {
        self.lane.rows.iter().zip(&self.labels)
    }
}

/// The radius of a circle whose area stands for a number.
pub(super) fn circle_radius(number: f64, largest_number: f64, largest: f32) -> f32 {
    if largest_number <= 0.0 {
        return SMALLEST;
    }
    ((number / largest_number).max(0.0).sqrt() as f32 * largest).max(SMALLEST)
}
