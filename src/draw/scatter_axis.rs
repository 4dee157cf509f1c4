//! One axis of a scatter: how numbers become points, linear or of logarithms, with room at both
//! ends for the arrows of open ends.

use super::points::ARROW;
use super::theme::space;
use crate::chart::{ScatterAxis, Tick, log_ticks, ticks, ticks_between};
use crate::model::{Amount, Open};

/// Between the frame and the nearest point.
const PAD: f32 = 14.0;

/// How numbers become points on one axis: linear, or of logarithms.
pub(super) struct Axis<'a> {
    pub(super) spec: &'a ScatterAxis,
    /// The least and the largest number; logarithms on a logarithmic axis.
    pub(super) ends: (f64, f64),
    /// The room before the least and after the largest number, in points.
    pub(super) pads: (f32, f32),
    pub(super) length: f32,
}

impl<'a> Axis<'a> {
    pub(super) fn of(spec: &'a ScatterAxis, amounts: &[Amount], length: f32) -> Self {
        let all = || {
            amounts
                .iter()
                .flat_map(|amount| [amount.number(), amount.low().unwrap_or(amount.number())])
        };
        let least = all().fold(f64::INFINITY, f64::min);
        let most = all().fold(f64::NEG_INFINITY, f64::max);
        let ends = match (spec.logarithmic, least.is_finite()) {
            (_, false) => (0.0, 1.0),
            (true, true) => (least.log10(), most.log10()),
            (false, true) => (least.min(0.0), most.max(0.0)),
        };
        let ends = if ends.1 > ends.0 {
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
        Self {
            spec,
            ends,
            pads: (pad(Open::Down), pad(Open::Up)),
            length,
        }
    }

    pub(super) fn scaled(&self, number: f64) -> f64 {
        if self.spec.logarithmic {
            number.log10()
        } else {
            number
        }
    }

    pub(super) fn per_point(&self) -> f64 {
        (self.ends.1 - self.ends.0) / f64::from((self.length - self.pads.0 - self.pads.1).max(1.0))
    }

    /// The numbers at both edges.
    pub(super) fn domain(&self) -> (f64, f64) {
        let per_point = self.per_point();
        (
            self.ends.0 - f64::from(self.pads.0) * per_point,
            self.ends.1 + f64::from(self.pads.1) * per_point,
        )
    }

    /// From the first edge to a scaled number, in points.
    pub(super) fn along(&self, scaled: f64) -> f32 {
        ((scaled - self.domain().0) / self.per_point()) as f32
    }

    pub(super) fn ticks(&self, wanted: usize) -> Vec<Tick> {
        let wanted = wanted.clamp(2, 8);
        let (low, high) = self.ends;
        if self.spec.logarithmic {
            log_ticks(
                10_f64.powf(self.domain().0),
                10_f64.powf(self.domain().1),
                wanted,
                self.spec.suffix,
            )
        } else if low < 0.0 {
            ticks_between(low, high, wanted, self.spec.suffix)
        } else {
            ticks(high, wanted, self.spec.suffix)
        }
    }
}
