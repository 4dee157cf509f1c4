//! How numbers become points on one axis: the largest scale at which every mark and its label
//! fit. Labels are never cut, because the scale is found from the room they leave, not the
//! other way round.

use super::marks::{around_end, open_end};
use super::room::halved;
use super::theme::space;
use crate::chart::drawn_open;
use crate::model::{Amount, Open};

/// From a mark's end to its label.
const LABEL_GAP: f32 = 6.0;

/// A mark with its label, as far as the scale is concerned.
#[derive(Debug, Clone, Copy)]
pub struct Labelled {
    /// The number; `None` for a labelled empty place.
    pub amount: Option<Amount>,
    /// How wide the label is, in points.
    pub label: f32,
}

impl Labelled {
    /// The ends of the bar: at most zero, at least zero.
    fn ends(self) -> (f64, f64) {
        let Some(amount) = self.amount else {
            return (0.0, 0.0);
        };
        let other = amount.low().unwrap_or(0.0);
        (
            amount.number().min(other).min(0.0),
            amount.number().max(other).max(0.0),
        )
    }

    fn is_negative(self) -> bool {
        let (low, high) = self.ends();
        low < 0.0 && high <= 0.0
    }

    /// From the end of a bar of this length to its label: with room for the slices of an open
    /// end.
    fn gap(self, length: f32) -> f32 {
        match self.amount.map(drawn_open) {
            Some(Open::Up) => open_end(length) + LABEL_GAP,
            Some(Open::Around) => around_end(length) + LABEL_GAP,
            Some(Open::No | Open::Below | Open::Down | Open::Within) => LABEL_GAP,
            None => space::S,
        }
    }
}

/// How numbers become points on one axis.
#[derive(Debug, Clone, Copy)]
pub struct Scale {
    /// The numbers at the left and the right edge.
    pub domain: (f64, f64),
    /// From the left edge to zero, in points.
    pub zero: f32,
    /// Points for one unit; 0 when nothing has a number.
    points_per_unit: f64,
    /// Whether labels of marks without a number lie left of zero, where all numbers do.
    pub empty_left: bool,
    /// Whether labels of negative bars lie right of zero, for lack of room on their own side.
    opposite: bool,
}

impl Scale {
    /// The largest scale at which every bar and its label fit into `width`.
    pub fn fitting(marks: &[Labelled], width: f32) -> Self {
        Self::up_to(marks, width, f64::INFINITY)
    }

    /// As [`Self::fitting`], with bars that reach at most over `room`: so that axes under one
    /// another are equally long.
    pub fn up_to(marks: &[Labelled], width: f32, room: f64) -> Self {
        let negative = marks.iter().any(|mark| mark.is_negative());
        let empty_left = negative && marks.iter().all(|mark| mark.ends().1 <= 0.0);
        let width = f64::from(width);
        let beside = Self::reaching(marks, width, f64::INFINITY, empty_left, false);
        // A value stands on its bar's side of zero; only where labels on both sides leave bars no
        // room to speak of, one side takes them all.
        let opposite = negative && beside.bar_room(marks) < 0.1 * width;
        let scale = Self::reaching(marks, width, room, empty_left && !opposite, opposite);
        if scale.points_per_unit > 0.0 {
            scale
        } else {
            Self {
                domain: (0.0, 1.0),
                ..scale
            }
        }
    }

    /// From the end of the lowest bar to that of the highest, in points.
    pub fn bar_room(&self, marks: &[Labelled]) -> f64 {
        span(marks) * self.points_per_unit
    }

    fn reaching(
        marks: &[Labelled],
        width: f64,
        room: f64,
        empty_left: bool,
        opposite: bool,
    ) -> Self {
        let left_of_zero = |mark: &Labelled| match mark.amount {
            None => empty_left,
            Some(_) => mark.is_negative() && !opposite,
        };
        let reach = |scale: f64, left: bool| {
            marks
                .iter()
                .map(|mark| {
                    let (low, high) = mark.ends();
                    let bar = if left { -low } else { high } * scale;
                    let label = f64::from(mark.label + mark.gap(bar as f32));
                    if left_of_zero(mark) == left {
                        bar + label
                    } else {
                        bar
                    }
                })
                .fold(0.0, f64::max)
        };
        let most = |of: fn((f64, f64)) -> f64| {
            let ends = marks.iter().map(|mark| of(mark.ends()));
            ends.fold(0.0, f64::max)
        };
        let span = most(|(_, high)| high) + most(|(low, _)| -low);
        if span <= 0.0 {
            let zero = reach(0.0, true) as f32;
            return Self {
                domain: (0.0, 1.0),
                zero,
                points_per_unit: 0.0,
                empty_left,
                opposite,
            };
        }
        // The reach grows with the scale, so halving finds where both sides just fit.
        let most = width.min(room) / span;
        let [largest, _] = halved([0.0, most], 60, |scale| {
            reach(scale, true) + reach(scale, false) <= width
        });
        // However far numbers reach, they have a scale.
        let scale = largest.max(1e-9 / span);
        let zero = reach(scale, true);
        Self {
            domain: (-zero / scale, (width - zero) / scale),
            zero: zero as f32,
            points_per_unit: scale,
            empty_left,
            opposite,
        }
    }

    /// From the left edge to a number, in points.
    pub fn x(&self, value: f64) -> f32 {
        self.zero + (value * self.points_per_unit) as f32
    }

    /// From the left edge to where the label of a mark starts.
    pub fn label_x(&self, mark: Labelled) -> f32 {
        let (low, high) = mark.ends();
        let leftwards = match mark.amount {
            None => self.empty_left,
            Some(_) => mark.is_negative() && !self.opposite,
        };
        let length = self.x(high) - self.x(low);
        if leftwards {
            self.x(low) - mark.gap(length) - mark.label
        } else if mark.is_negative() {
            self.zero + LABEL_GAP
        } else {
            self.x(high) + mark.gap(length)
        }
    }
}

/// From the end of the lowest bar to that of the highest, in numbers.
pub fn span(marks: &[Labelled]) -> f64 {
    let least = marks.iter().map(|mark| mark.ends().0).fold(0.0, f64::min);
    let most = marks.iter().map(|mark| mark.ends().1).fold(0.0, f64::max);
    most - least
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Sign;

    fn mark(number: f64) -> Labelled {
        Labelled {
            amount: Some(Amount::exact(number)),
            label: 50.0,
        }
    }

    #[test]
    fn every_label_lies_within_the_axis() {
        let empty = Labelled {
            amount: None,
            label: 120.0,
        };
        for marks in [
            vec![mark(3.0), mark(10.0), empty],
            vec![mark(-3.0), mark(-10.0), empty],
            vec![mark(-3.0), mark(10.0), empty],
            vec![empty],
        ] {
            for width in [150.0, 200.0, 1000.0] {
                let scale = Scale::fitting(&marks, width);
                for &mark in &marks {
                    let left = scale.label_x(mark);
                    assert!(
                        left >= -0.01 && left + mark.label <= width + 0.01,
                        "{mark:?} at {left} of {width}"
                    );
                }
            }
        }
    }

    #[test]
    fn an_open_end_does_not_outgrow_its_bar() {
        let open = |number: f64| Labelled {
            amount: Some(Amount::new(number, Sign::MoreThan)),
            label: 50.0,
        };
        let marks = [mark(2_000.0), open(1_000.0), open(200.0)];
        let scale = Scale::fitting(&marks, 500.0);
        let reach = |mark: Labelled| scale.label_x(mark) - LABEL_GAP;
        let exact = |number: f64| scale.x(number);
        assert!(reach(open(200.0)) - exact(200.0) <= 0.25 * exact(200.0));
        assert!(reach(open(1_000.0)) < exact(1_062.0));
    }

    #[test]
    fn axes_under_one_another_can_be_equally_long() {
        let wide = Labelled {
            label: 200.0,
            ..mark(7.0)
        };
        let room = Scale::fitting(&[wide], 500.0).bar_room(&[wide]);
        let other = [mark(24_000.0), mark(50.0)];
        let scale = Scale::up_to(&other, 500.0, room);
        assert!((f64::from(scale.x(24_000.0)) - room).abs() < 0.1);
    }

    #[test]
    fn however_large_a_number_is_its_bar_stays_in_its_column() {
        for number in [5e14, 9e15, 1e-9] {
            let marks = [mark(number), mark(0.5), mark(1.0)];
            let scale = Scale::fitting(&marks, 300.0);
            for one in marks {
                let end = scale.label_x(one) + one.label;
                assert!(end <= 300.01, "{one:?} ends at {end}");
            }
        }
    }
}
