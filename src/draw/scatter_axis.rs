//! One axis of a scatter: what it is called, where its numbers lie, with room at both ends for
//! the arrows of open ends, and where its grid lines go.

use super::axis_range::AxisRange;
use super::points::ARROW;
use super::theme::space;
use crate::chart::{ScatterAxis, Tick, log_ticks, ticks_within};
use crate::model::{Amount, Open};

/// Between the frame and the nearest point.
const PAD: f32 = 14.0;
/// The least part of an axis that is shown: of a linear one the whole divided by this, of a
/// logarithmic one a factor of a few per cent.
const CLOSEST: f64 = 500.0;
const CLOSEST_FACTOR: f64 = 0.02;

/// One axis of a scatter in its place.
pub(super) struct Axis<'a> {
    spec: &'a ScatterAxis,
    pub(super) range: AxisRange,
}

impl<'a> Axis<'a> {
    pub(super) fn of(spec: &'a ScatterAxis, amounts: &[Amount], length: f32) -> Self {
        let (least, most) = spec.full;
        let ends = if spec.logarithmic {
            (least.log10(), most.log10())
        } else {
            (least.min(0.0), most.max(0.0))
        };
        let full = if ends.1 > ends.0 {
            ends
        } else {
            (ends.0, ends.0 + 1.0)
        };
        let arrow = |wanted: Open| amounts.iter().any(|amount| amount.open() == wanted);
        let pad = |wanted: Open| {
            if arrow(wanted) {
                ARROW + space::XS
            } else {
                PAD
            }
        };
        let mut range = AxisRange {
            ends: full,
            full,
            pads: (pad(Open::Down), pad(Open::Up)),
            length,
            logarithmic: spec.logarithmic,
            least: if spec.logarithmic {
                CLOSEST_FACTOR
            } else {
                (full.1 - full.0) / CLOSEST
            },
        };
        let part = spec
            .range
            .filter(|(low, _)| !spec.logarithmic || *low > 0.0);
        if let Some((low, high)) = part {
            range.ends = (range.scaled(low), range.scaled(high));
        }
        Self { spec, range }
    }

    /// From the first edge to a number, in points.
    pub(super) fn along(&self, number: f64) -> f32 {
        self.range.along(self.range.scaled(number))
    }

    pub(super) fn ticks(&self, wanted: usize) -> Vec<Tick> {
        let wanted = wanted.clamp(2, 8);
        let (low, high) = self.range.domain();
        let signed = self.spec.full.0 < 0.0;
        if !self.spec.logarithmic {
            // Below a least number of nothing there is only room for marks.
            let low = if signed { low } else { low.max(0.0) };
            return ticks_within(low, high, wanted, self.spec.suffix, signed);
        }
        let (low, high) = (10_f64.powf(low), 10_f64.powf(high));
        let found = log_ticks(low, high, wanted, self.spec.suffix);
        if found.len() > 1 {
            return found;
        }
        // So near that no power of ten is in sight, the axis is as good as linear.
        let close = ticks_within(low, high, wanted, self.spec.suffix, false);
        let scaled = |tick: Tick| Tick {
            at: tick.at.log10(),
            ..tick
        };
        close.into_iter().map(scaled).collect()
    }
}
