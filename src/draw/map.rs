//! Where a map goes: its key, the world in the Equal Earth projection as large as it fits, the
//! names of chosen countries beside their places.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, Galley, Pos2, Rect, Vec2, pos2, vec2};

use super::axis_range::{AxisKind, AxisRange};
use super::map_dots::{Dot, spread};
use super::placed::{Hit, PlacedField, PlacedPicture};
use super::placed_map::{PlacedLand, PlacedLine, PlacedMap, Swatch, SwatchForm};
use super::theme::{Palette, Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{Filled, OnMap, Part, WorldMap};
use crate::map::{
    LEFT, Point, RIGHT, World, area, clipped_line, clipped_ring, projected, thinned, world,
};
use crate::words;

/// From where to where the map reaches, in degrees north: what lies further south is told by a dot.
const NORTH: f64 = 83.8;
const SOUTH: f64 = -57.5;
/// The least part of the world that is shown, of which its width is 5.4.
const CLOSEST: f64 = 0.12;
/// How far a point of an outline lies from a straight line that does without it.
const FINE: f32 = 0.3;
/// How large a land is on the map that can do without a dot, and a part of one that is drawn.
const SEEN: f32 = 12.0;
const SPECK: f32 = 0.25;
/// Beside a place, what can be pointed at.
const AROUND: f32 = 9.0;
/// How high the map is at least, of its width.
const LEAST: f32 = 0.36;
/// A colour of the key.
const SWATCH: f32 = 12.0;

/// A map with its texts laid out.
pub struct MapFit<'a> {
    typesetter: &'a Typesetter<'a>,
    map: &'a WorldMap,
    width: f32,
    key: Vec<KeyEntry>,
    key_height: f32,
}

/// A sign of the key, from the key's own corner.
struct KeyEntry {
    form: Option<SwatchForm>,
    meaning: Arc<Galley>,
    at: Pos2,
}

impl<'a> MapFit<'a> {
    pub(super) fn of(typesetter: &'a Typesetter<'a>, map: &'a WorldMap, width: f32) -> Self {
        let (key, key_height) = key(typesetter, map, width);
        Self {
            typesetter,
            map,
            width,
            key,
            key_height,
        }
    }

    pub(super) fn least_height(&self) -> f32 {
        self.key_height + self.width * LEAST
    }

    /// Places the map in `body`; returns the height it takes.
    pub(super) fn place(&self, placed: &mut PlacedPicture, body: Rect) -> f32 {
        let palette = self.typesetter.palette;
        for entry in &self.key {
            let corner = body.min + entry.at.to_vec2();
            let line = entry.meaning.size().y;
            let mut text = corner;
            if entry.form.is_some() {
                text.x += SWATCH + space::XS + 2.0;
            }
            placed.put(&entry.meaning, text, palette.ink_soft);
            let middle = corner + vec2(SWATCH / 2.0, line / 2.0);
            let rect = Rect::from_center_size(middle, Vec2::splat(SWATCH));
            let form = entry.form;
            placed
                .swatches
                .extend(form.map(|form| Swatch { rect, form }));
        }
        let field = body.with_min_y(body.top() + self.key_height);
        let seen = Seen::of(self.map, field);
        placed.field = Some(seen.field());
        let mut map = seen.outlines(self.map, palette);
        let dots = self.dots(&seen, &map);
        self.hits(placed, &seen, &dots);
        if self.map.shows_hosts() {
            let hosts = self.map.places.iter().filter(|place| place.hosts);
            map.hosts = hosts.filter_map(|place| at(place, &seen, &dots)).collect();
        }
        self.names(placed, &seen, &dots, &map.hosts);
        self.further_south(placed, &seen, &dots);
        map.dots = dots;
        let chosen = self.map.places.iter().filter(|place| place.named);
        map.chosen = chosen.map(|place| place.figure).collect();
        placed.map = Some(Arc::new(map));
        body.height()
    }

    /// The dots of what could not be seen.
    fn dots(&self, seen: &Seen, map: &PlacedMap) -> Vec<Dot> {
        let palette = self.typesetter.palette;
        let tiny = self.map.places.iter().filter(|place| {
            let lands = map.lands.iter();
            let own = lands.filter(|land| land.figure == Some(place.figure));
            own.map(|land| land.area).sum::<f32>() < SEEN
        });
        let mut dots: Vec<Dot> = tiny
            .filter_map(|place| {
                let home = seen.place_of(place)?;
                Some(Dot {
                    figure: place.figure,
                    home,
                    at: home,
                    color: color(palette, self.map, place.part),
                })
            })
            .collect();
        spread(&mut dots, seen.rect);
        dots
    }

    fn hits(&self, placed: &mut PlacedPicture, seen: &Seen, dots: &[Dot]) {
        for place in &self.map.places {
            if let Some(at) = at(place, seen, dots) {
                placed.hits.push(Hit {
                    rect: Rect::from_center_size(at, Vec2::splat(AROUND)),
                    figures: vec![place.figure],
                });
            }
        }
    }

    /// What the dot of Antarctica is, which is not where that is.
    fn further_south(&self, placed: &mut PlacedPicture, seen: &Seen, dots: &[Dot]) {
        let places = self.map.places.iter();
        let mut south = places
            .filter(|place| lies_south(place))
            .filter_map(|place| at(place, seen, dots));
        if let Some(at) = south.next() {
            let says = self
                .typesetter
                .line(words::FURTHER_SOUTH, Weight::Regular, size::SMALL);
            let corner = at + vec2(space::S, -says.size().y / 2.0 - 2.0);
            placed.put(&says, corner, self.typesetter.palette.ink_faint);
        }
    }

    /// Names beside their places, where neither another name nor a ring is.
    fn names(&self, placed: &mut PlacedPicture, seen: &Seen, dots: &[Dot], hosts: &[Pos2]) {
        let palette = self.typesetter.palette;
        let ring = |&at: &Pos2| Rect::from_center_size(at, Vec2::splat(14.0));
        let mut taken: Vec<Rect> = hosts.iter().map(ring).collect();
        for place in self.map.places.iter().filter(|place| place.named) {
            let Some(at) = at(place, seen, dots) else {
                continue;
            };
            let name = place.country.name();
            let galley = self.typesetter.line(name, Weight::Medium, size::SMALL);
            let size = galley.size();
            let candidates = [8.0, 18.0, 32.0, 50.0, 72.0]
                .into_iter()
                .flat_map(|away: f32| {
                    let side = move |way: Vec2| {
                        let middle = at + way * (vec2(away, away) + size / 2.0 * way.abs());
                        Rect::from_center_size(middle, size)
                    };
                    let ways = [(1.0, 0.0), (-1.0, 0.0), (0.0, -1.0), (0.0, 1.0)];
                    let turned = [(0.8, -0.8), (-0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)];
                    let ways = ways.into_iter().chain(turned);
                    ways.map(move |(x, y)| side(vec2(x, y)))
                });
            let free = |rect: &Rect| {
                seen.rect.contains_rect(*rect) && taken.iter().all(|other| !other.intersects(*rect))
            };
            let mut candidates = candidates;
            let Some(rect) = candidates.find(free) else {
                continue;
            };
            let nearest = rect.clamp(at);
            if nearest.distance(at) > 12.0 {
                placed.leaders.push([at, nearest]);
            }
            taken.push(rect.expand(1.0));
            placed.put_over(&galley, rect.min, palette.ink);
        }
    }
}

/// Where a country's mark is: its dot, or a place inside it; `None` outside the part shown.
fn at(place: &OnMap, seen: &Seen, dots: &[Dot]) -> Option<Pos2> {
    let mut all = dots.iter();
    let dot = all.find(|dot| dot.figure == place.figure);
    dot.map(|dot| dot.at).or_else(|| seen.place_of(place))
}

/// Whether a country lies south of the map.
fn lies_south(place: &OnMap) -> bool {
    let mut lands = world().lands.iter();
    let land = lands.find(|land| land.country == Some(place.country));
    land.is_some_and(|land| f64::from(land.dot.y) < whole()[1].0)
}

/// The colour of a land.
fn color(palette: &Palette, map: &WorldMap, part: Part) -> Color32 {
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

/// The key, and the height it takes with the gap after it.
fn key(typesetter: &Typesetter<'_>, map: &WorldMap, width: f32) -> (Vec<KeyEntry>, f32) {
    let palette = typesetter.palette;
    let text = |text: &str| typesetter.text(text, Weight::Regular, size::SMALL, width - 24.0);
    let mut signs: Vec<(Option<SwatchForm>, Arc<Galley>)> = Vec::new();
    if map.operations > 1 && map.filled == Filled::Number {
        signs.push((None, text(words::OPERATIONS_KNOWN)));
    }
    for (part, meaning) in map.key() {
        let fill = SwatchForm::Fill(color(palette, map, part));
        signs.push((Some(fill), text(&meaning)));
    }
    if map.shows_hosts() {
        signs.push((Some(SwatchForm::Host), text(words::COORDINATION_UNIT)));
    }
    signs.push((Some(SwatchForm::Hatched), text(words::NOBODYS)));
    let (mut x, mut y, mut line) = (0.0_f32, 0.0_f32, 0.0_f32);
    let mut placed = Vec::new();
    for (form, meaning) in signs {
        let before = if form.is_some() {
            SWATCH + space::XS + 2.0
        } else {
            0.0
        };
        let wide = before + meaning.size().x;
        if x > 0.0 && x + wide > width {
            x = 0.0;
            y += line + space::XS;
        }
        line = meaning.size().y;
        let after = if form.is_some() { space::L } else { space::M };
        placed.push(KeyEntry {
            form,
            meaning,
            at: pos2(x, y),
        });
        x += wide + after;
    }
    (placed, y + line + space::M)
}

/// The part of the world that is seen, and where.
struct Seen {
    rect: Rect,
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

impl Seen {
    fn of(map: &WorldMap, rect: Rect) -> Self {
        let [x, y] = map.range.unwrap_or_else(whole);
        let across = f64::from(rect.width()) / (x.1 - x.0);
        let up = f64::from(rect.height()) / (y.1 - y.0);
        Self {
            rect,
            middle: (f64::midpoint(x.0, x.1), f64::midpoint(y.0, y.1)),
            scale: across.min(up),
        }
    }

    fn field(&self) -> PlacedField {
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
    fn place_of(&self, place: &OnMap) -> Option<Pos2> {
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
    fn outlines(&self, map: &WorldMap, palette: &Palette) -> PlacedMap {
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
