//! One axis of numbers: what it is called, where its numbers lie, with room at both ends for
//! the arrows of open ends, and where its grid lines go.

use eframe::egui;
use egui::{Rect, pos2};

use super::axis_range::{AxisKind, AxisRange};
use super::placed::PlacedPicture;
use super::points::ARROW;
use super::theme::space;
use super::typesetter::Typesetter;
use crate::chart::{NumberAxis, Tick, log_ticks, round_step, ticks_within};
use crate::model::{Amount, Open};

/// Between the frame and the nearest point.
const PAD: f32 = 14.0;
/// The least part of an axis that is shown: of a linear one the whole divided by this, of a
/// logarithmic one a factor of a few per cent.
const CLOSEST: f64 = 500.0;
const CLOSEST_FACTOR: f64 = 0.02;
/// Into how many steps an axis is parted to find where it ends.
const PARTS: f64 = 6.0;
/// The most round numbers on an axis, and how many are enough to read values from.
const MOST: usize = 8;
const ENOUGH: usize = 3;

/// One axis of numbers in its place.
pub(super) struct Axis<'a> {
    spec: &'a NumberAxis,
    pub(super) range: AxisRange,
}

impl<'a> Axis<'a> {
    /// The axis of some numbers, with at least so much room for names beyond the first and last.
    pub(super) fn of(spec: &'a NumberAxis, amounts: &[Amount], length: f32, names: f32) -> Self {
        let (least, most) = spec.full;
        let ends = if spec.logarithmic {
            (least.log10(), most.log10())
        } else {
            (least.min(0.0), most.max(0.0))
        };
        let full = round_ends(ends, spec.logarithmic);
        let arrow = |wanted: Open| amounts.iter().any(|amount| amount.open() == wanted);
        // Numbers that end inside the round ends have some of their room there.
        let per_point = (full.1 - full.0) / f64::from((length - 2.0 * PAD).max(1.0));
        let pad = |open: Open, inside: f64| {
            let wanted = if arrow(open) {
                ARROW + space::XS
            } else {
                names
            };
            PAD.max(wanted - (inside / per_point) as f32)
        };
        let kind = AxisKind {
            full,
            pads: (
                pad(Open::Down, ends.0 - full.0),
                pad(Open::Up, full.1 - ends.1),
            ),
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
        let shown = part.map_or(full, |(low, high)| (kind.scaled(low), kind.scaled(high)));
        let range = AxisRange::new(kind, shown, length);
        Self { spec, range }
    }

    /// As many round numbers as have room: their labels, `room` along the axis each, stay apart.
    pub(super) fn ticks(&self, room: impl Fn(&str) -> f32) -> Vec<Tick> {
        let apart = |ticks: &[Tick], gap: f32| {
            ticks.iter().zip(ticks.iter().skip(1)).all(|(one, other)| {
                let apart = self.range.along(other.at) - self.range.along(one.at);
                apart >= f32::midpoint(room(&one.label), room(&other.label)) + gap
            })
        };
        let (sparse, dense) = if self.spec.logarithmic {
            (space::M, space::S)
        } else {
            (space::XL, space::S)
        };
        // Of a part that lies beside all numbers, none of these is in sight.
        let (low, high) = self.range.domain();
        let in_sight = |tick: &Tick| low <= tick.at && tick.at <= high;
        let tried: Vec<Vec<Tick>> = (2..=MOST)
            .rev()
            .map(|wanted| self.round(wanted).into_iter().filter(in_sight).collect())
            .collect();
        tried
            .iter()
            .find(|ticks| apart(ticks, sparse))
            .filter(|ticks| ticks.len() >= ENOUGH)
            .or_else(|| tried.iter().find(|ticks| apart(ticks, dense)))
            .or(tried.last())
            .cloned()
            .unwrap_or_default()
    }

    /// Grid lines with their numbers under a field; see [`place_across`].
    pub(super) fn place_across(
        &self,
        typesetter: &Typesetter<'_>,
        placed: &mut PlacedPicture,
        field: Rect,
    ) {
        let width = |text: &str| typesetter.small(text).size().x;
        let ticks = self.ticks(width).into_iter();
        let ticks = ticks.map(|tick| (self.range.along(tick.at), tick.label));
        place_across(typesetter, placed, field, ticks);
    }

    /// About so many round numbers.
    fn round(&self, wanted: usize) -> Vec<Tick> {
        let (low, high) = self.range.domain();
        let signed = self.spec.full.0 < 0.0;
        if !self.spec.logarithmic {
            // Below a least number of nothing there is only room for marks.
            let low = if signed { low } else { low.max(0.0) };
            return ticks_within(low, high, wanted, self.spec.suffix, signed);
        }
        let (low, high) = (10_f64.powf(low), 10_f64.powf(high));
        let found = log_ticks(low, high, wanted, self.spec.suffix);
        if found.len() >= ENOUGH {
            return found;
        }
        // So near that hardly a power of ten is in sight, the axis is as good as linear.
        let close = ticks_within(low, high, wanted, self.spec.suffix, false);
        let scaled = |tick: Tick| Tick {
            at: tick.at.log10(),
            ..tick
        };
        let close: Vec<Tick> = close
            .into_iter()
            .filter(|tick| tick.at > 0.0)
            .map(scaled)
            .collect();
        if close.len() > found.len() {
            close
        } else {
            found
        }
    }
}

/// The ends of an axis that shows everything: as they are, or at the round number just outside
/// where that is nearer than the one inside, so that what lies at the end can be read.
fn round_ends((low, high): (f64, f64), logarithmic: bool) -> (f64, f64) {
    const NOTHING: f64 = 1e-9;
    let step = round_step((high - low) / PARTS);
    let around = |number: f64| -> (f64, f64) {
        if logarithmic {
            let power = (number + NOTHING).floor();
            let steps = [0.0, 2_f64.log10(), 5_f64.log10(), 1.0];
            let part = number - power;
            let under = steps.iter().rfind(|&&step| step <= part + NOTHING);
            let over = steps.iter().find(|&&step| step >= part - NOTHING);
            (
                power + under.copied().unwrap_or(0.0),
                power + over.copied().unwrap_or(1.0),
            )
        } else {
            (
                (number / step + NOTHING).floor() * step,
                (number / step - NOTHING).ceil() * step,
            )
        }
    };
    let (under, over) = around(low);
    let first = if low - under <= over - low {
        under
    } else {
        low
    };
    let (under, over) = around(high);
    let last = if over - high <= high - under {
        over
    } else {
        high
    };
    if last > first {
        (first, last)
    } else {
        (first, first + 1.0)
    }
}

/// Grid lines up from an edge at distances from a field's left, with what stands under them: only
/// what has room beside the one before it.
pub(super) fn place_across(
    typesetter: &Typesetter<'_>,
    placed: &mut PlacedPicture,
    field: Rect,
    ticks: impl IntoIterator<Item = (f32, String)>,
) {
    let palette = typesetter.palette;
    let mut last_right = f32::NEG_INFINITY;
    for (along, label) in ticks {
        let (x, foot) = (field.left() + along, field.bottom());
        placed.rule(pos2(x, field.top()), pos2(x, foot), palette.grid);
        let galley = typesetter.small(&label);
        let width = galley.size().x;
        let start = (x - width / 2.0).min(field.right() - width);
        if start < last_right + space::S {
            continue;
        }
        last_right = start + width;
        placed.rule(pos2(x, foot), pos2(x, foot + 4.0), palette.ink_faint);
        placed.put(&galley, pos2(start, foot + 5.0), palette.ink_faint);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(full: (f64, f64), logarithmic: bool) -> NumberAxis {
        NumberAxis {
            title: String::new(),
            logarithmic,
            suffix: "",
            full,
            range: None,
        }
    }

    fn labels(spec: &NumberAxis, length: f32) -> Vec<String> {
        let ticks = Axis::of(spec, &[], length, 0.0).ticks(|_| 16.0);
        ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn small_pictures_have_round_numbers_to_read_values_from() {
        let spec = axis((80.0, 4_414.0), true);
        let expected = ["100", "200", "500", "1,000", "2,000", "5,000"];
        assert_eq!(labels(&spec, 220.0), expected);
        assert_eq!(
            labels(&axis((13.0, 390.0), false), 200.0),
            ["0", "100", "200", "300", "400"]
        );
        for length in [200.0, 300.0, 600.0, 1000.0] {
            for full in [(3.0, 4.0), (80.0, 4_414.0), (0.02, 9e6), (120.0, 310.0)] {
                for logarithmic in [false, true] {
                    let labels = labels(&axis(full, logarithmic), length);
                    assert!(labels.len() >= 3, "{full:?} {logarithmic} {labels:?}");
                }
            }
        }
    }

    #[test]
    fn no_number_stands_outside_its_axis_whatever_part_is_looked_at() {
        for logarithmic in [false, true] {
            for range in [
                (-5.0, -1.0),
                (-1e15, -1e-9),
                (1e-9, 2e-9),
                (1e14, 1e15),
                (-1.0, 1.0),
            ] {
                for length in [1.0, 40.0, 400.0] {
                    let spec = NumberAxis {
                        range: Some(range),
                        ..axis((121.0, 3_744.0), logarithmic)
                    };
                    let axis = Axis::of(&spec, &[], length, 0.0);
                    for tick in axis.ticks(|_| 16.0) {
                        let along = axis.range.along(tick.at);
                        assert!((-0.1..=length + 0.1).contains(&along), "{range:?} {along}");
                    }
                }
            }
        }
    }

    #[test]
    fn an_axis_without_room_for_its_numbers_is_no_endless_one() {
        for full in [(1.0, 1e15), (1e-9, 1e15), (1e14, 2e14)] {
            for length in [0.0, 1.0, 20.0, 30.0, 60.0] {
                let spec = axis(full, true);
                let ticks = Axis::of(&spec, &[], length, 0.0).ticks(|_| 16.0);
                assert!(ticks.len() <= 700, "{full:?} {length}");
            }
        }
    }

    #[test]
    fn the_last_numbers_lie_near_a_labelled_end() {
        let ends = |full: (f64, f64)| {
            let spec = axis(full, true);
            let (low, high) = Axis::of(&spec, &[], 400.0, 0.0).range.ends();
            (10_f64.powf(low).round(), 10_f64.powf(high).round())
        };
        assert_eq!(ends((121.0, 3_744.0)), (100.0, 5_000.0));
        assert_eq!(ends((80.0, 5_100.0)), (80.0, 5_100.0));
        let spec = axis((-97.5, 37.0), false);
        let ends = Axis::of(&spec, &[], 400.0, 0.0).range.ends();
        assert!((ends.0 + 100.0).abs() < 1e-9 && (ends.1 - 50.0).abs() < 1e-9);
    }

    #[test]
    fn everything_is_still_everything_after_looking_closer() {
        let whole = axis((121.0, 3_744.0), true);
        let near = NumberAxis {
            range: Some((200.0, 1_000.0)),
            ..whole.clone()
        };
        let (whole, near) = (
            Axis::of(&whole, &[], 400.0, 0.0),
            Axis::of(&near, &[], 400.0, 0.0),
        );
        assert_eq!(whole.range.whole(), near.range.whole());
        assert!(whole.range.is_full() && !near.range.is_full());
        assert_eq!(near.range.zoomed(200.0, 100.0), None);
    }
}
