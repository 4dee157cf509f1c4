//! The part of the world that is seen, in the Equal Earth projection: which outlines are drawn, where,
//! with how many points and in which colour.

use eframe::egui;
use egui::{Color32, Pos2, Rect, pos2};

use super::axis_range::{AxisKind, AxisRange};
use super::placed::PlacedField;
use super::placed_map::{PlacedLand, PlacedLine, PlacedMap};
use super::theme::Palette;
use crate::chart::{OnMap, Part, WorldMap};
use crate::map::{
    LEFT, Point, RIGHT, World, area, clipped_line, clipped_ring, projected, thinned, world,
};

/// From where to where the map reaches, in degrees north: what lies further south is told by a dot.
const NORTH: f64 = 83.8;
const SOUTH: f64 = -57.5;
/// The least part of the world that is shown, of which its width is 5.4.
const CLOSEST: f64 = 0.12;
/// How far a point of an outline lies from a straight line that does without it.
const FINE: f32 = 0.3;
/// How large a part of a land is that is drawn.
const SPECK: f32 = 0.25;

/// The part of the world that is seen, and where.
pub(super) struct Seen {
    pub(super) rect: Rect,
    /// What lies in the middle.
    middle: (f64, f64),
    /// Points on screen for one of the map's.
    scale: f64,
}

/// What there is to see, from left to right and from bottom to top.
fn whole() -> [(f64, f64); 2] {
    let y = |north| f64::from(projected(0.0, north).y);
    [(f64::from(LEFT), f64::from(RIGHT)), (y(SOUTH), y(NORTH))]
}

/// How high the whole world is at a width.
pub(super) fn height_of_world(width: f32) -> f32 {
    let [x, y] = whole();
    width * ((y.1 - y.0) / (x.1 - x.0)) as f32
}

impl Seen {
    pub(super) fn of(map: &WorldMap, rect: Rect) -> Self {
        let [x, y] = map.range.unwrap_or_else(whole);
        let across = f64::from(rect.width()) / (x.1 - x.0);
        let up = f64::from(rect.height()) / (y.1 - y.0);
        Self {
            rect,
            middle: (f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1)),
            scale: across.min(up),
        }
    }

    pub(super) fn field(&self) -> PlacedField {
        let [x, y] = whole();
        let axis = |full, middle: f64, length: f32| {
            let half = f64::from(length) / self.scale / 2.0;
            let kind = AxisKind {
                full,
                pads: (0.0, 0.0),
                logarithmic: false,
                least: CLOSEST,
            };
            AxisRange::new(kind, (middle - half, middle + half), length)
        };
        PlacedField {
            rect: self.rect,
            x: axis(x, self.middle.0, self.rect.width()),
            y: Some(axis(y, self.middle.1, self.rect.height())),
        }
    }

    fn point(&self, at: Point) -> Point {
        let middle = self.rect.center();
        Point {
            x: middle.x + ((f64::from(at.x) - self.middle.0) * self.scale) as f32,
            y: middle.y - ((f64::from(at.y) - self.middle.1) * self.scale) as f32,
        }
    }

    /// Where a country's dot is; Antarctica's, which lies south of the map, at its foot.
    pub(super) fn place_of(&self, place: &OnMap) -> Option<Pos2> {
        let mut lands = world().lands.iter();
        let land = lands.find(|land| land.country == Some(place.country))?;
        let south = whole()[1].0 as f32;
        let dot = Point {
            y: land.dot.y.max(south),
            ..land.dot
        };
        let at = self.point(dot);
        let at = pos2(at.x, at.y.min(self.rect.bottom() - 4.0).max(at.y - 4.0));
        self.rect.contains(at).then_some(at)
    }

    /// A line with as few points as its shape on screen needs; what lies outside or is too small to
    /// be seen with its ends.
    fn thinned(&self, line: &[Point]) -> Vec<Point> {
        let points = line.iter().map(|&at| self.point(at));
        let points: Vec<Point> = points.collect();
        let bounds = points.iter().map(|at| pos2(at.x, at.y));
        let bounds = Rect::from_points(&bounds.collect::<Vec<_>>());
        let is_seen = bounds.intersects(self.rect) && bounds.area() > SPECK;
        thinned(&points, if is_seen { FINE } else { f32::INFINITY })
    }

    fn frame(&self) -> [Point; 2] {
        // What lies south of the map is not on it, however high the field is.
        let south = self.point(Point {
            x: 0.0,
            y: whole()[1].0 as f32,
        });
        let Rect { min, max } = self.rect;
        let foot = max.y.min(south.y);
        [Point { x: min.x, y: min.y }, Point { x: max.x, y: foot }]
    }

    /// Lands, the largest first, and lines.
    pub(super) fn outlines(&self, map: &WorldMap, palette: &Palette) -> PlacedMap {
        let world: &World = world();
        let lines: Vec<Vec<Point>> = world
            .lines
            .iter()
            .map(|line| self.thinned(&line.points))
            .collect();
        let mut placed = PlacedMap::new(self.rect);
        // Borders of lands with a colour, coasts of those that are seen by them alone, and coasts
        // that islands are drawn with.
        let mut strong = vec![false; lines.len()];
        let mut seen = vec![false; lines.len()];
        let mut apart = vec![false; lines.len()];
        for land in &world.lands {
            let mut places = map.places.iter();
            let place = places.find(|place| Some(place.country) == land.country);
            let color = place.map_or(palette.ground(), |place| color(palette, map, place.part));
            let dark = place.is_some_and(|place| is_dark(place.part));
            let pale = palette.clear || place.is_none_or(|place| place.part == Part::NotKnown);
            for ring in &land.rings {
                ring.lines()
                    .filter(|_| dark)
                    .for_each(|line| strong[line] = true);
                ring.lines()
                    .filter(|_| pale)
                    .for_each(|line| seen[line] = true);
                let whole = World::around(ring, |line| &lines[line]);
                let points = whole.len();
                let bounding = ring.lines();
                let mut alone = ring.lines().map(|line| &world.lines[line]);
                let alone = alone.all(|line| !line.border && line.is_drawn_whole());
                let mut around = clipped_ring(whole, self.frame());
                let area = area(&around);
                if area < 0.0 {
                    around.reverse();
                }
                let area = area.abs();
                let island = alone && around.len() == points;
                if island {
                    bounding.for_each(|line| apart[line] = true);
                }
                if area > SPECK {
                    let around: Vec<Pos2> = around.iter().map(|at| pos2(at.x, at.y)).collect();
                    placed.lands.push(PlacedLand {
                        bounds: Rect::from_points(&around),
                        figure: place.map(|place| place.figure),
                        nobodys: land.country.is_none(),
                        color,
                        area,
                        coast: island && pale,
                        inside: ring.is_enclave(&world.lines),
                        ring: around,
                    });
                }
            }
        }
        placed.lands.sort_by(|a, b| b.area.total_cmp(&a.area));
        for (place, (line, thinned)) in world.lines.iter().zip(lines).enumerate() {
            if apart[place] || !(line.border || seen[place]) {
                continue;
            }
            let parts = if line.is_drawn_whole() {
                vec![thinned]
            } else {
                let parts = line.drawn.iter();
                parts
                    .map(|part| self.thinned(&line.points[part.clone()]))
                    .collect()
            };
            for part in parts {
                let inside = clipped_line(part, self.frame()).into_iter();
                let on_screen = |line: Vec<Point>| line.iter().map(|at| pos2(at.x, at.y)).collect();
                placed.lines.extend(inside.map(|points| PlacedLine {
                    points: on_screen(points),
                    over_colour: line.border && strong[place],
                }));
            }
        }
        placed
    }
}

/// Whether a country lies south of the map.
pub(super) fn lies_south(place: &OnMap) -> bool {
    let mut lands = world().lands.iter();
    let land = lands.find(|land| land.country == Some(place.country));
    land.is_some_and(|land| f64::from(land.dot.y) < whole()[1].0)
}

/// The colour of a land.
pub(super) fn color(palette: &Palette, map: &WorldMap, part: Part) -> Color32 {
    match part {
        Part::Took(class) => palette.step(class, map.classes.len()),
        Part::Hosted => palette.step(1, 2),
        Part::Listed => palette.step(0, 2),
        Part::Fits => palette.step(0, 1),
        Part::NamedInCase => palette.tint(palette.step(0, 1), 0.35),
        Part::NotListed => palette.land,
        Part::NotKnown if palette.clear => Color32::TRANSPARENT,
        Part::NotKnown => palette.unknown_land,
    }
}

/// Whether a land has a colour on which a dark line could not be seen.
fn is_dark(part: Part) -> bool {
    match part {
        Part::Took(_) | Part::Hosted | Part::Listed | Part::Fits => true,
        Part::NamedInCase | Part::NotKnown | Part::NotListed => false,
    }
}
