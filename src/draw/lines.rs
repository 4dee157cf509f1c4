//! Straight lines: whether they pass a point, cut a rectangle, or meet.

use eframe::egui;
use egui::{Pos2, Rect};

/// Whether a line passes nearer to a point than `distance`.
pub(super) fn passes([from, to]: [Pos2; 2], point: Pos2, distance: f32) -> bool {
    let along = to - from;
    let part = if along.length_sq() > 0.0 {
        ((point - from).dot(along) / along.length_sq()).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (from + along * part).distance(point) < distance
}

/// Whether a line cuts a rectangle.
pub(super) fn cuts([from, to]: [Pos2; 2], rect: Rect) -> bool {
    let way = to - from;
    let (mut first, mut last) = (0.0_f32, 1.0_f32);
    for axis in 0..2 {
        let (start, step) = (from[axis], way[axis]);
        let (low, high) = (rect.min[axis], rect.max[axis]);
        if step == 0.0 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / step, (high - start) / step);
        first = first.max(one.min(other));
        last = last.min(one.max(other));
    }
    first <= last
}

/// Whether two lines cross.
pub(super) fn meet([a, b]: [Pos2; 2], [c, d]: [Pos2; 2]) -> bool {
    let side = |from: Pos2, to: Pos2, point: Pos2| (to - from).rot90().dot(point - from) > 0.0;
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}
