//! The numbers along one edge of a field and where they lie on it: all of them or the part a
//! person looks at; and which part a turn of the wheel or a drag asks for.

/// Numbers along one edge, linear or of logarithms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AxisRange {
    /// The least and the largest number to show, scaled.
    pub ends: (f64, f64),
    /// The least and the largest number there is, scaled.
    pub full: (f64, f64),
    /// The room before the least and after the largest number, in points.
    pub pads: (f32, f32),
    /// From edge to edge, in points.
    pub length: f32,
    /// Whether equal steps are equal factors.
    pub logarithmic: bool,
    /// The least that may lie between the ends, scaled: nearer there is nothing to see.
    pub least: f64,
}

impl AxisRange {
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

    /// How much one point stands for.
    pub fn per_point(&self) -> f64 {
        let inside = f64::from((self.length - self.pads.0 - self.pads.1).max(1.0));
        (self.ends.1 - self.ends.0) / inside
    }

    /// The scaled numbers at both edges.
    pub fn domain(&self) -> (f64, f64) {
        let per_point = self.per_point();
        (
            self.ends.0 - f64::from(self.pads.0) * per_point,
            self.ends.1 + f64::from(self.pads.1) * per_point,
        )
    }

    /// From the first edge to a scaled number, in points.
    pub fn along(&self, scaled: f64) -> f32 {
        ((scaled - self.domain().0) / self.per_point()) as f32
    }

    /// The scaled number at a distance from the first edge.
    fn at(&self, along: f32) -> f64 {
        self.domain().0 + f64::from(along) * self.per_point()
    }

    /// The part that is `factor` times as large as the one shown, with the number at `along`
    /// staying where it is; `None` when that is all there is.
    pub fn zoomed(&self, along: f32, factor: f64) -> Option<(f64, f64)> {
        let fixed = self.at(along);
        let factor = factor
            .max(self.least / (self.ends.1 - self.ends.0))
            .max(1e-9);
        self.part((
            fixed + (self.ends.0 - fixed) * factor,
            fixed + (self.ends.1 - fixed) * factor,
        ))
    }

    /// The part moved by some points towards larger numbers.
    pub fn moved(&self, by: f32) -> Option<(f64, f64)> {
        let by = f64::from(by) * self.per_point();
        let (low, high) = (self.full.0 - self.ends.0, self.full.1 - self.ends.1);
        let by = by.max(low.min(0.0)).min(high.max(0.0));
        self.part((self.ends.0 + by, self.ends.1 + by))
    }

    /// The part between two distances from the first edge.
    pub fn between(&self, one: f32, other: f32) -> Option<(f64, f64)> {
        let (low, high) = (self.at(one.min(other)), self.at(one.max(other)));
        let missing = (self.least - (high - low)).max(0.0) / 2.0;
        self.part((low - missing, high + missing))
    }

    /// A part in numbers, cut to what there is; `None` for all of it.
    fn part(&self, (low, high): (f64, f64)) -> Option<(f64, f64)> {
        let (to_least, to_most) = (low <= self.full.0, high >= self.full.1);
        let (least, most) = self.whole();
        let low = if to_least { least } else { self.number(low) };
        let high = if to_most { most } else { self.number(high) };
        (!(to_least && to_most) && low < high).then_some((low, high))
    }

    /// Whether all there is is shown.
    pub fn is_full(&self) -> bool {
        self.ends.0 <= self.full.0 && self.ends.1 >= self.full.1
    }

    /// The least and the largest number there is, and a little room so that neither is lost to
    /// rounding.
    pub fn whole(&self) -> (f64, f64) {
        let room = (self.full.1 - self.full.0) * 1e-6;
        (
            self.number(self.full.0 - room),
            self.number(self.full.1 + room),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AXIS: AxisRange = AxisRange {
        ends: (0.0, 100.0),
        full: (0.0, 100.0),
        pads: (10.0, 10.0),
        length: 220.0,
        logarithmic: false,
        least: 1.0,
    };

    #[test]
    fn the_number_under_the_pointer_stays_under_it() {
        let (low, high) = AXIS.zoomed(110.0, 0.5).unwrap();
        let closer = AxisRange {
            ends: (low, high),
            ..AXIS
        };
        assert!((closer.at(110.0) - AXIS.at(110.0)).abs() < 1e-9);
        assert!((high - low - 50.0).abs() < 1e-9);
    }

    #[test]
    fn looking_from_further_away_ends_with_everything() {
        let closer = AxisRange {
            ends: (20.0, 60.0),
            ..AXIS
        };
        assert_eq!(closer.zoomed(110.0, 10.0), None);
        let (low, high) = closer.moved(1000.0).unwrap();
        assert!(
            (low - 60.0).abs() < 1e-9 && high >= 100.0,
            "the largest number is not lost"
        );
        assert_eq!(AXIS.between(0.0, 220.0), None);
    }

    #[test]
    fn nothing_is_looked_at_so_closely_that_nothing_is_left() {
        let (low, high) = AXIS.between(100.0, 100.0).unwrap();
        assert!(high - low >= 1.0 - 1e-9);
        let (low, high) = AXIS.zoomed(110.0, 1e-12).unwrap();
        assert!(high - low >= 1.0 - 1e-9);
    }

    #[test]
    fn a_logarithmic_axis_gives_numbers_not_logarithms() {
        let axis = AxisRange {
            ends: (1.0, 3.0),
            full: (1.0, 3.0),
            logarithmic: true,
            least: 0.02,
            ..AXIS
        };
        let (low, high) = axis.between(10.0, 110.0).unwrap();
        assert!((low - 10.0).abs() < 1e-3 && (high - 100.0).abs() < 1e-3);
    }
}
