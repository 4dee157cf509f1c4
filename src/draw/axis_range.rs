//! The numbers along one edge of a field and where they lie on it: all of them or the part a
//! person looks at; and which part a turn of the wheel or a drag asks for.

use eframe::egui;
use egui::{Pos2, Rect, pos2, vec2};
use egui_plot::{PlotBounds, PlotTransform};

/// Numbers along one edge, linear or of logarithms.
#[derive(Debug, Clone, Copy)]
pub struct AxisRange {
    /// From numbers, scaled, to points from the first edge.
    transform: PlotTransform,
    kind: AxisKind,
}

/// What an axis shows, whatever part of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AxisKind {
    /// The least and the largest number there is, scaled.
    pub full: (f64, f64),
    /// The room before the least and after the largest number, in points.
    pub pads: (f32, f32),
    /// Whether equal steps are equal factors.
    pub logarithmic: bool,
    /// The least that may lie between the ends, scaled: nearer there is nothing to see.
    pub least: f64,
}

impl AxisKind {
    /// A number as it lies on the axis: its logarithm to base ten on a logarithmic one.
    pub fn scaled(&self, number: f64) -> f64 {
        if self.logarithmic {
            number.log10()
        } else {
            number
        }
    }

    fn number(&self, scaled: f64) -> f64 {
        if self.logarithmic {
            10_f64.powf(scaled)
        } else {
            scaled
        }
    }
}

impl AxisRange {
    /// An axis as long as `length` points that shows the part between two ends, scaled.
    pub fn new(kind: AxisKind, ends: (f64, f64), length: f32) -> Self {
        let inside = f64::from((length - kind.pads.0 - kind.pads.1).max(1.0));
        let per_point = (ends.1 - ends.0) / inside;
        let low = ends.0 - f64::from(kind.pads.0) * per_point;
        let bounds = PlotBounds::from_min_max(
            [low, 0.0],
            [low + f64::from(length.max(1.0)) * per_point, 1.0],
        );
        let frame = Rect::from_min_size(Pos2::ZERO, vec2(length.max(1.0), 1.0));
        Self {
            transform: PlotTransform::new(frame, bounds, false),
            kind,
        }
    }

    /// The scaled numbers at both edges.
    pub fn domain(&self) -> (f64, f64) {
        domain(&self.transform)
    }

    /// From the first edge to a scaled number, in points.
    pub fn along(&self, scaled: f64) -> f32 {
        self.transform.position_from_point_x(scaled)
    }

    /// From the first edge to a number, in points.
    pub fn along_number(&self, number: f64) -> f32 {
        self.along(self.kind.scaled(number))
    }

    /// The least and the largest number shown, scaled.
    pub(super) fn ends(&self) -> (f64, f64) {
        self.ends_of(&self.transform)
    }

    fn ends_of(&self, transform: &PlotTransform) -> (f64, f64) {
        let (low, high) = domain(transform);
        let per_point = transform.dvalue_dpos()[0];
        (
            low + f64::from(self.kind.pads.0) * per_point,
            high - f64::from(self.kind.pads.1) * per_point,
        )
    }

    /// The part that is `factor` times as large as the one shown, with the number at `along`
    /// staying where it is; `None` when that is all there is.
    pub fn zoomed(&self, along: f32, factor: f64) -> Option<(f64, f64)> {
        let (low, high) = self.ends();
        let factor = factor.max(self.kind.least / (high - low)).max(1e-9);
        let mut transform = self.transform;
        transform.zoom(vec2((1.0 / factor) as f32, 1.0), pos2(along, 0.0));
        self.part(self.ends_of(&transform))
    }

    /// The part moved by some points towards larger numbers.
    pub fn moved(&self, by: f32) -> Option<(f64, f64)> {
        let (low, high) = self.ends();
        let by = f64::from(by) * self.transform.dvalue_dpos()[0];
        let (least, most) = (self.kind.full.0 - low, self.kind.full.1 - high);
        let by = by.max(least.min(0.0)).min(most.max(0.0));
        self.part((low + by, high + by))
    }

    /// The part between two distances from the first edge.
    pub fn between(&self, one: f32, other: f32) -> Option<(f64, f64)> {
        let at = |along| self.transform.value_from_position(pos2(along, 0.0)).x;
        let (low, high) = (at(one.min(other)), at(one.max(other)));
        let missing = (self.kind.least - (high - low)).max(0.0) / 2.0;
        self.part((low - missing, high + missing))
    }

    /// A part in numbers, cut to what there is; `None` for all of it.
    fn part(&self, (low, high): (f64, f64)) -> Option<(f64, f64)> {
        let (to_least, to_most) = (low <= self.kind.full.0, high >= self.kind.full.1);
        let (least, most) = self.whole();
        let number = |scaled| self.kind.number(scaled);
        let low = if to_least { least } else { number(low) };
        let high = if to_most { most } else { number(high) };
        (!(to_least && to_most) && low < high).then_some((low, high))
    }

    /// Whether all there is is shown.
    pub fn is_full(&self) -> bool {
        let (low, high) = self.ends();
        let hair = (high - low) * 1e-9;
        low - hair <= self.kind.full.0 && high + hair >= self.kind.full.1
    }

    /// The least and the largest number there is, and a little room so that neither is lost to
    /// rounding.
    pub fn whole(&self) -> (f64, f64) {
        let (least, most) = self.kind.full;
        let room = (most - least) * 1e-6;
        (
            self.kind.number(least - room),
            self.kind.number(most + room),
        )
    }
}

fn domain(transform: &PlotTransform) -> (f64, f64) {
    let bounds = transform.bounds();
    (bounds.min()[0], bounds.max()[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    const KIND: AxisKind = AxisKind {
        full: (0.0, 100.0),
        pads: (10.0, 10.0),
        logarithmic: false,
        least: 1.0,
    };

    fn axis(ends: (f64, f64)) -> AxisRange {
        AxisRange::new(KIND, ends, 220.0)
    }

    #[test]
    fn the_number_under_the_pointer_stays_under_it() {
        let all = axis(KIND.full);
        let (low, high) = all.zoomed(110.0, 0.5).unwrap();
        let middle = |axis: AxisRange| axis.transform.value_from_position(pos2(110.0, 0.0)).x;
        assert!((middle(axis((low, high))) - middle(all)).abs() < 1e-9);
        assert!((high - low - 50.0).abs() < 1e-9);
    }

    #[test]
    fn looking_from_further_away_ends_with_everything() {
        let closer = axis((20.0, 60.0));
        assert_eq!(closer.zoomed(110.0, 10.0), None);
        let (low, high) = closer.moved(1000.0).unwrap();
        assert!(
            (low - 60.0).abs() < 1e-9 && high >= 100.0,
            "the largest number is not lost"
        );
        assert_eq!(axis(KIND.full).between(0.0, 220.0), None);
    }

    #[test]
    fn nothing_is_looked_at_so_closely_that_nothing_is_left() {
        let all = axis(KIND.full);
        let (low, high) = all.between(100.0, 100.0).unwrap();
        assert!(high - low >= 1.0 - 1e-9);
        let (low, high) = all.zoomed(110.0, 1e-12).unwrap();
        assert!(high - low >= 1.0 - 1e-9);
    }

    #[test]
    fn a_logarithmic_axis_gives_numbers_not_logarithms() {
        let kind = AxisKind {
            full: (1.0, 3.0),
            logarithmic: true,
            least: 0.02,
            ..KIND
        };
        let axis = AxisRange::new(kind, kind.full, 220.0);
        let (low, high) = axis.between(10.0, 110.0).unwrap();
        assert!((low - 10.0).abs() < 1e-3 && (high - 100.0).abs() < 1e-3);
    }
}
