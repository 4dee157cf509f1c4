//! Where the names of points go: as near as there is room, never on another name or mark, never
//! outside the frame; with a line to the point where the nearest room is far.

use eframe::egui;
use egui::{Pos2, Rect, Vec2, vec2};

/// A point that wants a name.
#[derive(Debug, Clone)]
pub struct Wanting {
    /// Its middle.
    pub middle: Pos2,
    /// How far its mark reaches to every side.
    pub radius: f32,
    /// Arms of its mark that names must not cover.
    pub arms: Vec<Rect>,
    /// The size of its name.
    pub label: Vec2,
    /// Whether it chooses its place before the others.
    pub first: bool,
}

/// Where a name goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// Where.
    pub rect: Rect,
    /// A line from the point to the name, where it is not beside the point.
    pub leader: Option<[Pos2; 2]>,
}

/// From a mark to the name beside it.
const BESIDE: f32 = 5.0;
/// Between two names.
const APART: f32 = 2.0;
/// From this distance on a line shows which point a name belongs to.
const FAR: f32 = 12.0;
/// How far from its point a name is looked for, step by step.
const DISTANCES: [f32; 14] = [
    BESIDE, 8.0, 12.0, 16.0, 22.0, 28.0, 36.0, 46.0, 58.0, 72.0, 90.0, 112.0, 140.0, 180.0,
];
/// In which directions, the first ones preferred.
const DIRECTIONS: u8 = 16;

/// Places the names of points inside `frame`; `None` for one without room. Who chooses first
/// matters, so several orders are tried and the one with the nearest names is kept.
pub fn place(points: &[Wanting], frame: Rect) -> Vec<Option<Found>> {
    let crowd = |point: &Wanting| {
        let near = |other: &&Wanting| other.middle.distance(point.middle) < 90.0;
        -(points.iter().filter(near).count() as f32)
    };
    let keys: [&dyn Fn(&Wanting) -> f32; 5] = [
        &crowd,
        &|point| point.middle.x,
        &|point| -point.middle.x,
        &|point| point.middle.y,
        &|point| -point.middle.y,
    ];
    let mut best: Option<(f32, Vec<Option<Found>>)> = None;
    for key in keys {
        let mut order: Vec<(usize, &Wanting)> = points.iter().enumerate().collect();
        order.sort_by(|(_, a), (_, b)| b.first.cmp(&a.first).then(key(a).total_cmp(&key(b))));
        let found = in_order(points, order.into_iter().map(|(index, _)| index), frame);
        let cost = points
            .iter()
            .zip(&found)
            .map(|(point, found)| cost(point, *found))
            .sum();
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, found));
        }
    }
    best.map_or_else(Vec::new, |(_, found)| found)
}

fn in_order(
    points: &[Wanting],
    order: impl Iterator<Item = usize>,
    frame: Rect,
) -> Vec<Option<Found>> {
    let mut found: Vec<Option<Found>> = vec![None; points.len()];
    for index in order {
        let Some(point) = points.get(index) else {
            continue;
        };
        let free =
            candidates(point).find(|candidate| is_free(candidate, index, points, &found, frame));
        if let Some(place) = found.get_mut(index) {
            *place = free;
        }
    }
    found
}

/// How bad a place is: far names are bad, none is worst.
fn cost(point: &Wanting, found: Option<Found>) -> f32 {
    found.map_or(1000.0, |found| {
        let far = found.rect.distance_to_pos(point.middle);
        far + if found.leader.is_some() { 20.0 } else { 0.0 }
    })
}

/// Places around a point, the nearest first.
fn candidates(point: &Wanting) -> impl Iterator<Item = Found> {
    let point = point.clone();
    DISTANCES.into_iter().flat_map(move |distance| {
        let (middle, radius, size) = (point.middle, point.radius, point.label);
        directions().map(move |way| {
            // The name's nearest edge or corner lies at the distance from the mark.
            let near = middle + way * (radius + distance);
            let rect = Rect::from_center_size(
                near + vec2(side(way.x) * size.x, side(way.y) * size.y) / 2.0,
                size,
            );
            let leader = (distance >= FAR).then(|| [middle + way * radius, rect.clamp(near)]);
            Found { rect, leader }
        })
    })
}

/// Where a name lies from its nearest point: 1 on the side of the direction, 0 across it.
fn side(part: f32) -> f32 {
    if part.abs() < 0.2 { 0.0 } else { part.signum() }
}

/// Right, left, above, below, then between them.
fn directions() -> impl Iterator<Item = Vec2> {
    const STEP: f32 = std::f32::consts::TAU / DIRECTIONS as f32;
    [0_u8, 8, 12, 4, 14, 2, 10, 6, 15, 1, 9, 7, 13, 11, 3, 5]
        .into_iter()
        .map(|turn| Vec2::angled(f32::from(turn) * STEP))
}

fn is_free(
    candidate: &Found,
    index: usize,
    points: &[Wanting],
    found: &[Option<Found>],
    frame: Rect,
) -> bool {
    let rect = candidate.rect.expand(APART);
    if !frame.contains_rect(candidate.rect) {
        return false;
    }
    // A name without a line must be nearest to its own point.
    let own = points
        .get(index)
        .map_or(0.0, |point| rect.distance_to_pos(point.middle));
    let marks = points.iter().enumerate().all(|(other, point)| {
        let is_own = other == index;
        let stray =
            !is_own && candidate.leader.is_none() && rect.distance_to_pos(point.middle) < own;
        let covered = rect.distance_to_pos(point.middle)
            < point.radius + if is_own { 0.0 } else { APART }
            || point.arms.iter().any(|arm| arm.intersects(candidate.rect));
        let crossed = !is_own
            && candidate
                .leader
                .is_some_and(|leader| passes(leader, point.middle, point.radius + 1.0));
        !covered && !crossed && !stray
    });
    let names = found.iter().flatten().all(|other| {
        let crosses = |leader: Option<[Pos2; 2]>, rect: Rect| leader.is_some_and(|leader| cuts(leader, rect));
        let tangled = matches!((candidate.leader, other.leader), (Some(one), Some(other)) if meet(one, other));
        !other.rect.intersects(rect)
            && !crosses(candidate.leader, other.rect)
            && !crosses(other.leader, candidate.rect)
            && !tangled
    });
    marks && names
}

/// Whether a line passes nearer to a point than `distance`.
fn passes([from, to]: [Pos2; 2], point: Pos2, distance: f32) -> bool {
    let along = to - from;
    let part = if along.length_sq() > 0.0 {
        ((point - from).dot(along) / along.length_sq()).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (from + along * part).distance(point) < distance
}

/// Whether two lines cross.
fn meet([a, b]: [Pos2; 2], [c, d]: [Pos2; 2]) -> bool {
    let side = |from: Pos2, to: Pos2, point: Pos2| (to - from).rot90().dot(point - from) > 0.0;
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

/// Whether a line cuts a rectangle.
fn cuts(line: [Pos2; 2], rect: Rect) -> bool {
    const STEPS: u8 = 24;
    let [from, to] = line;
    (0..=STEPS).any(|step| rect.contains(from + (to - from) * (f32::from(step) / f32::from(STEPS))))
}

/// The room an arm of a mark takes.
pub fn arm(from: Pos2, to: Pos2, thickness: f32) -> Rect {
    Rect::from_two_pos(from, to).expand(thickness)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn names_never_touch_each_other_a_point_or_the_frame() {
        let frame = Rect::from_min_size(Pos2::ZERO, vec2(400.0, 300.0));
        let points: Vec<Wanting> = (0..16_u8)
            .map(|index| Wanting {
                middle: pos2(
                    120.0 + f32::from(index % 4) * 40.0,
                    100.0 + f32::from(index / 4) * 22.0,
                ),
                radius: 5.0,
                arms: Vec::new(),
                label: vec2(70.0, 15.0),
                first: false,
            })
            .collect();
        let found = place(&points, frame);
        let placed: Vec<Rect> = found.iter().flatten().map(|found| found.rect).collect();
        assert!(placed.len() >= 14, "{} of 16 have room", placed.len());
        for (index, rect) in placed.iter().enumerate() {
            assert!(frame.contains_rect(*rect));
            assert!(
                placed
                    .iter()
                    .skip(index + 1)
                    .all(|other| !other.intersects(*rect))
            );
            assert!(
                points
                    .iter()
                    .all(|point| rect.distance_to_pos(point.middle) >= 4.9)
            );
        }
    }
}
