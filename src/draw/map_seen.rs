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
    LEFT, Line, Point, RIGHT, Ring, World, area, clipped_line, clipped_ring, projected, thinned,
    world,
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
        let mut bounds = Rect::NOTHING;
        let points = line.iter().map(|&at| {
            let at = self.point(at);
            bounds.extend_with(pos2(at.x, at.y));
            at
        });
        let points: Vec<Point> = points.collect();
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
        let world = world();
        let lines = world.lines.iter().map(|line| self.thinned(&line.points));
        let lines: Vec<Vec<Point>> = lines.collect();
        let mut bounding = vec![Bounding::default(); lines.len()];
        let mut placed = PlacedMap::new(self.rect);
        for land in &world.lands {
            let mut places = map.places.iter();
            let place = places.find(|place| Some(place.country) == land.country);
            let look = Look::of(place, map, palette);
            for ring in &land.rings {
                let part = self.part(ring, &look, &lines, &mut bounding);
                placed.lands.extend(part.map(|part| PlacedLand {
                    nobodys: land.country.is_none(),
                    ..part
                }));
            }
        }
        placed.lands.sort_by(|a, b| b.area.total_cmp(&a.area));
        for ((line, thinned), bounding) in world.lines.iter().zip(lines).zip(bounding) {
            if !bounding.apart && (line.border || bounding.seen) {
                let over_colour = line.border && bounding.colour;
                placed.lines.extend(self.drawn(line, thinned, over_colour));
            }
        }
        placed
    }

    /// A part of a land, which tells its lines what they bound; `None` where it is out of sight or
    /// too small to be seen.
    fn part(
        &self,
        ring: &Ring,
        look: &Look,
        lines: &[Vec<Point>],
        bounding: &mut [Bounding],
    ) -> Option<PlacedLand> {
        let world = world();
        let whole = World::around(ring, |line| &lines[line]);
        let points = whole.len();
        let mut around = clipped_ring(whole, self.frame());
        let area = area(&around);
        if area < 0.0 {
            around.reverse();
        }
        let mut own = ring.lines().map(|line| &world.lines[line]);
        let alone = own.all(|line| !line.border && line.is_drawn_whole());
        let island = alone && around.len() == points;
        for line in ring.lines() {
            let bounding = &mut bounding[line];
            bounding.colour |= look.dark;
            bounding.seen |= look.pale;
            bounding.apart |= island;
        }
        let around: Vec<Pos2> = around.iter().map(|at| pos2(at.x, at.y)).collect();
        (area.abs() > SPECK).then(|| PlacedLand {
            bounds: Rect::from_points(&around),
            figure: look.figure,
            nobodys: false,
            color: look.color,
            area: area.abs(),
            coast: island && look.pale,
            inside: ring.is_enclave(&world.lines),
            ring: around,
        })
    }

    /// What of a line is drawn and in sight.
    fn drawn(&self, line: &Line, thinned: Vec<Point>, over_colour: bool) -> Vec<PlacedLine> {
        let parts = if line.is_drawn_whole() {
            vec![thinned]
        } else {
            let parts = line.drawn.iter();
            let parts = parts.map(|part| self.thinned(&line.points[part.clone()]));
            parts.collect()
        };
        let inside = parts.into_iter();
        let inside = inside.flat_map(|part| clipped_line(part, self.frame()));
        let on_screen = |line: Vec<Point>| line.iter().map(|at| pos2(at.x, at.y)).collect();
        let lines = inside.map(|points| PlacedLine {
            points: on_screen(points),
            over_colour,
        });
        lines.collect()
    }
}

/// How a land looks.
struct Look {
    figure: Option<usize>,
    color: Color32,
    /// Whether a dark line could not be seen on it.
    dark: bool,
    /// Whether it can hardly be told from what it lies on.
    pale: bool,
}

impl Look {
    /// Of what is asked for, or of a land that is not.
    fn of(place: Option<&OnMap>, map: &WorldMap, palette: &Palette) -> Self {
        Self {
            figure: place.map(|place| place.figure),
            color: place.map_or(palette.ground(), |place| color(palette, map, place.part)),
            dark: place.is_some_and(|place| is_dark(place.part)),
            pale: palette.clear || place.is_none_or(|place| place.part == Part::NotKnown),
        }
    }
}

/// What a coast or border bounds.
#[derive(Clone, Copy, Default)]
struct Bounding {
    /// A land with a colour.
    colour: bool,
    /// A land that is seen by its coast alone.
    seen: bool,
    /// An island, with which it is drawn.
    apart: bool,
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
