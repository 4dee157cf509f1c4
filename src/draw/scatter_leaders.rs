//! Lines from points to names that are not beside them: short, from mark to ink, through nothing.

use eframe::egui;
use egui::{Pos2, Rect, Vec2};

use super::scatter_places::Wanting;

/// Between a line and what it joins.
pub(super) const GAP: f32 = 3.0;
/// The shortest line that is still seen as one, and the longest.
const LEADER: std::ops::RangeInclusive<f32> = 5.0..=40.0;

/// The line from a mark to the nearest ink of its name, with a little air at both ends.
pub(super) fn leader(point: &Wanting, inks: impl Iterator<Item = Rect>) -> Option<[Pos2; 2]> {
    let distance = |ink: &Rect| ink.distance_to_pos(point.middle);
    let ink = inks.min_by(|a, b| distance(a).total_cmp(&distance(b)))?;
    let end = ink.clamp(point.middle);
    let way = (end - point.middle).normalized();
    let from = point.middle + way * (point.radius + GAP);
    let to = end - way * GAP;
    let fits = LEADER.contains(&(to - from).dot(way));
    (fits && !along_an_arm(point, way)).then_some([from, to])
}

/// Whether a way out of a point nearly follows one of its arms.
fn along_an_arm(point: &Wanting, way: Vec2) -> bool {
    const NEARLY: f32 = 0.9;
    let reach = point.radius + 1.0;
    point.arms.iter().any(|arm| {
        let (low, high) = (arm.min - point.middle, arm.max - point.middle);
        (high.x > reach && way.x > NEARLY)
            || (low.x < -reach && way.x < -NEARLY)
            || (high.y > reach && way.y > NEARLY)
            || (low.y < -reach && way.y < -NEARLY)
    })
}

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
