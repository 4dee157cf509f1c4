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

/// A line with as few points as keep every one of the others within a distance of it, after Douglas
/// and Peucker. Its ends stay; of a line that ends where it starts, the furthest point too.
pub fn thinned(line: &[Point], within: f32) -> Vec<Point> {
    let Some(last) = line.len().checked_sub(1) else {
        return Vec::new();
    };
    let mut kept = vec![false; line.len()];
    (kept[0], kept[last]) = (true, true);
    let mut parts = vec![(0, last)];
    while let Some((from, to)) = parts.pop() {
        let (place, away) = furthest(line, from, to);
        if away > within * within {
            kept[place] = true;
            parts.extend([(from, place), (place, to)]);
        }
    }
    let kept = line.iter().zip(kept).filter(|(_, kept)| *kept);
    kept.map(|(&at, _)| at).collect()
}

/// Which point between two others lies furthest from the straight line between these, and the square
/// of how far.
fn furthest(line: &[Point], from: usize, to: usize) -> (usize, f32) {
    let (start, end) = (line[from], line[to]);
    let (x, y) = (end.x - start.x, end.y - start.y);
    let length = x * x + y * y;
    let share = if length > 0.0 { 1.0 / length } else { 0.0 };
    let mut furthest = (from, 0.0);
    for (place, at) in line.iter().enumerate().take(to).skip(from + 1) {
        let (right, up) = (at.x - start.x, at.y - start.y);
        let along = ((right * x + up * y) * share).clamp(0.0, 1.0);
        let (right, up) = (right - x * along, up - y * along);
        let away = right * right + up * up;
        if away > furthest.1 {
            furthest = (place, away);
        }
    }
    furthest
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
