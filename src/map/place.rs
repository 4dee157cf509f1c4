//! Points and rings in a plane: what lies inside, and what of them lies in a frame.

/// A place on the map, or anywhere else in a plane.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// To the right.
    pub x: f32,
    /// Up, or down where the plane is a screen.
    pub y: f32,
}

/// Whether a point lies in a ring, whichever way that goes round.
pub fn contains(ring: &[Point], at: Point) -> bool {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossed = ends.filter(|(a, b)| {
        let crosses = (a.y > at.y) != (b.y > at.y);
        crosses && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x
    });
    crossed.count() % 2 == 1
}

/// A line with few points, every one of the others no further from it than asked. Its ends stay. Each
/// piece goes on for as long as one straight line passes by all that it leaves out, so that every
/// point is looked at once.
pub fn thinned(line: &[Point], within: f32) -> Vec<Point> {
    let (Some(&first), Some(&last)) = (line.first(), line.last()) else {
        return Vec::new();
    };
    let mut kept = vec![first];
    let mut piece = Piece::from(first);
    for ends in line.windows(2) {
        if !piece.reaches(ends[1], within) {
            kept.push(ends[0]);
            piece = Piece::from(ends[0]);
            piece.reaches(ends[1], within);
        }
    }
    if line.len() > 1 {
        kept.push(last);
    }
    kept
}

/// A straight piece of a line from a point on.
struct Piece {
    start: Point,
    /// Between which directions it may go on: the rightmost and the leftmost; `None` for all.
    between: Option<[Point; 2]>,
    /// How far from its start it has been.
    furthest: f32,
}

impl Piece {
    fn from(start: Point) -> Self {
        Self {
            start,
            between: None,
            furthest: 0.0,
        }
    }

    /// Whether it may end at a point, which it then goes on from.
    fn reaches(&mut self, to: Point, within: f32) -> bool {
        let (x, y) = (to.x - self.start.x, to.y - self.start.y);
        // How long a line from the start is that touches a circle so wide around the point.
        let away = (x * x + y * y - within * within).max(0.0).sqrt();
        if away < self.furthest - within {
            // What comes back would leave out a spit.
            return false;
        }
        self.furthest = self.furthest.max(away);
        if away <= 0.0 {
            return true;
        }
        let left_of = |a: Point, b: Point| a.x * b.y - a.y * b.x > 0.0;
        let way = Point { x, y };
        let touching = |within: f32| Point {
            x: x * away - y * within,
            y: y * away + x * within,
        };
        let (mut right, mut left) = (touching(-within), touching(within));
        if let Some([rightmost, leftmost]) = self.between {
            if left_of(way, rightmost) || left_of(leftmost, way) {
                return false;
            }
            right = if left_of(right, rightmost) {
                rightmost
            } else {
                right
            };
            left = if left_of(leftmost, left) {
                leftmost
            } else {
                left
            };
        }
        self.between = Some([right, left]);
        true
    }
}

/// An edge of a frame.
#[derive(Clone, Copy)]
struct Edge {
    /// Which coordinate it bounds.
    of: fn(Point) -> f32,
    /// Where.
    at: f32,
    /// Whether what is inside has less.
    less: bool,
}

impl Edge {
    fn has_inside(self, point: Point) -> bool {
        let of = (self.of)(point);
        if self.less {
            of <= self.at
        } else {
            of >= self.at
        }
    }

    /// Where the way from one point to another on the other side meets it.
    fn met(self, a: Point, b: Point) -> Point {
        let part = (self.at - (self.of)(a)) / ((self.of)(b) - (self.of)(a));
        Point {
            x: a.x + (b.x - a.x) * part,
            y: a.y + (b.y - a.y) * part,
        }
    }
}

/// The edges of a frame from its least to its largest corner.
fn edges([min, max]: [Point; 2]) -> [Edge; 4] {
    let x = |at, less| Edge {
        of: |point| point.x,
        at,
        less,
    };
    let y = |at, less| Edge {
        of: |point| point.y,
        at,
        less,
    };
    [
        x(min.x, false),
        x(max.x, true),
        y(min.y, false),
        y(max.y, true),
    ]
}

/// The part of a ring inside a frame, edge by edge after Sutherland and Hodgman; parts that hang
/// together outside are joined along the frame. Empty where nothing lies inside.
pub fn clipped_ring(ring: Vec<Point>, frame: [Point; 2]) -> Vec<Point> {
    let mut ring = ring;
    for edge in edges(frame) {
        let inside = |at: Point| edge.has_inside(at);
        if ring.iter().all(|&at| inside(at)) {
            continue;
        }
        let mut kept = Vec::with_capacity(ring.len());
        let mut before = ring.last().copied();
        for &at in &ring {
            if let Some(before) = before
                && inside(before) != inside(at)
            {
                kept.push(edge.met(before, at));
            }
            if inside(at) {
                kept.push(at);
            }
            before = Some(at);
        }
        ring = kept;
    }
    ring
}

/// The parts of a line inside a frame.
pub fn clipped_line(line: Vec<Point>, frame: [Point; 2]) -> Vec<Vec<Point>> {
    let mut lines = vec![line];
    for edge in edges(frame) {
        let inside = |at: Point| edge.has_inside(at);
        if lines.iter().flatten().all(|&at| inside(at)) {
            continue;
        }
        let mut kept = Vec::new();
        for line in lines {
            let mut part = Vec::new();
            let mut before = None;
            for at in line {
                if let Some(before) = before
                    && inside(before) != inside(at)
                {
                    part.push(edge.met(before, at));
                }
                if inside(at) {
                    part.push(at);
                } else if !part.is_empty() {
                    kept.push(std::mem::take(&mut part));
                }
                before = Some(at);
            }
            kept.push(part);
        }
        kept.retain(|part| part.len() > 1);
        lines = kept;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f32, y: f32) -> Point {
        Point { x, y }
    }

    const FRAME: [Point; 2] = [Point { x: 0.0, y: 0.0 }, Point { x: 10.0, y: 10.0 }];

    #[test]
    fn a_ring_that_reaches_out_of_the_frame_ends_at_it() {
        let ring = vec![at(5.0, 5.0), at(15.0, 5.0), at(15.0, 8.0), at(5.0, 8.0)];
        let inside = clipped_ring(ring, FRAME);
        assert!(inside.iter().all(|at| at.x <= 10.0));
        assert!(contains(&inside, at(9.9, 6.0)) && !contains(&inside, at(10.1, 6.0)));
        let outside = vec![at(11.0, 0.0), at(12.0, 0.0), at(12.0, 1.0)];
        assert!(clipped_ring(outside, FRAME).is_empty());
    }

    #[test]
    fn a_thinned_line_passes_close_by_every_point_that_it_leaves_out() {
        let wave = |step: u16| {
            let along = f32::from(step) * 0.04;
            at(along + (along * 3.1).sin() * 2.0, (along * 0.7).cos() * 4.0)
        };
        let line: Vec<Point> = (0..400).map(wave).collect();
        let within = 0.3;
        let thinned = thinned(&line, within);
        assert!(thinned.len() < line.len() / 2);
        assert_eq!(
            [thinned.first(), thinned.last()],
            [line.first(), line.last()]
        );
        let away = |point: &Point, ends: &[Point]| {
            let (x, y) = (ends[1].x - ends[0].x, ends[1].y - ends[0].y);
            let (right, up) = (point.x - ends[0].x, point.y - ends[0].y);
            let along = ((right * x + up * y) / (x * x + y * y)).clamp(0.0, 1.0);
            (right - x * along).hypot(up - y * along)
        };
        for point in &line {
            let pieces = thinned.windows(2).map(|ends| away(point, ends));
            let nearest = pieces.fold(f32::INFINITY, f32::min);
            assert!(nearest <= within * 1.01, "{point:?}: {nearest}");
        }
    }

    #[test]
    fn a_line_that_leaves_the_frame_and_comes_back_is_two() {
        let line = vec![at(5.0, 5.0), at(12.0, 5.0), at(12.0, 7.0), at(5.0, 7.0)];
        let parts = clipped_line(line, FRAME);
        let ends = [at(10.0, 5.0), at(10.0, 7.0)];
        assert_eq!(
            parts,
            [vec![at(5.0, 5.0), ends[0]], vec![ends[1], at(5.0, 7.0)]]
        );
    }
}
