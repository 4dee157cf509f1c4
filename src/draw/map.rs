//! Where a map goes: its key, the world under it as large as it fits, dots for what is too small to be
//! seen, the names of chosen countries beside their places.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Pos2, Rect, Vec2, pos2, vec2};

use super::map_dots::{DOT, Dot, spread};
use super::map_seen::{Seen, color, height_of_world, lies_south};
use super::placed::{Hit, PlacedPicture};
use super::placed_map::{PlacedMap, Swatch, SwatchForm};
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{Filled, OnMap, WorldMap};
use crate::words;

/// How large a land is on the map that can do without a dot.
const SEEN: f32 = 12.0;
/// On a narrower map dots and the signs of hosts are smaller, and smaller lands do without a dot: so
/// much of their size at least.
const ROOMY: f32 = 900.0;
const SMALLEST: f32 = 0.6;
const SMALLEST_HOST: f32 = 0.75;
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
        self.place_key(placed, body.min);
        let field = self.place_under(placed, body.with_min_y(body.top() + self.key_height));
        let seen = Seen::of(self.map, field);
        placed.field = Some(seen.field());
        let mut map = seen.outlines(self.map, palette);
        let dots = self.dots(&seen, &map);
        self.hits(placed, &seen, &dots);
        if self.map.shows_hosts() {
            let hosts = self.map.places.iter().filter(|place| place.hosts);
            map.host_size = smaller(&seen, SMALLEST_HOST);
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

    fn place_key(&self, placed: &mut PlacedPicture, corner: Pos2) {
        let palette = self.typesetter.palette;
        for entry in &self.key {
            let corner = corner + entry.at.to_vec2();
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
    }

    /// Where the room is higher than the world, places under it who is of each colour, by name where
    /// there is room for all of that colour; returns the room for the map.
    fn place_under(&self, placed: &mut PlacedPicture, room: Rect) -> Rect {
        let palette = self.typesetter.palette;
        let indent = SWATCH + space::XS + 2.0;
        let groups = self.map.named();
        let line = self.typesetter.small_height();
        let least = groups.len() as f32 * (line + space::S);
        let mut spare = room.height() - height_of_world(room.width()) - 2.0 * space::L - least;
        if groups.is_empty() || spare < 0.0 {
            return room;
        }
        let mut lines = Vec::new();
        for (part, [names, count]) in groups {
            let text = |text: &str| self.typesetter.small_within(text, self.width - indent);
            let names = text(&names);
            let fits = names.size().y - line <= spare;
            let told = if fits { names } else { text(&count) };
            spare -= told.size().y - line;
            lines.push((part, told));
        }
        // What is left stands over the map, under it, and under the names.
        let gap = space::L + spare / 3.0;
        let field = room.with_min_y(room.top() + spare / 3.0);
        let field = field.with_max_y(field.top() + height_of_world(room.width()));
        let mut corner = field.left_bottom() + vec2(0.0, gap);
        for (part, names) in lines {
            let middle = corner + vec2(SWATCH, self.typesetter.small_height()) / 2.0;
            placed.swatches.push(Swatch {
                rect: Rect::from_center_size(middle, Vec2::splat(SWATCH)),
                form: SwatchForm::Fill(color(palette, self.map, part)),
            });
            placed.put(&names, corner + vec2(indent, 0.0), palette.ink_soft);
            corner.y += names.size().y + space::S;
        }
        field
    }

    /// The dots of what could not be seen.
    fn dots(&self, seen: &Seen, map: &PlacedMap) -> Vec<Dot> {
        let palette = self.typesetter.palette;
        let of_full = smaller(seen, SMALLEST);
        let least = SEEN * of_full * of_full;
        let tiny = self.map.places.iter().filter(|place| {
            let lands = map.lands.iter();
            let own = lands.filter(|land| land.figure == Some(place.figure));
            own.map(|land| land.area).sum::<f32>() < least
        });
        let mut dots: Vec<Dot> = tiny
            .filter_map(|place| {
                let home = seen.place_of(place)?;
                Some(Dot {
                    figure: place.figure,
                    home,
                    at: home,
                    radius: DOT * of_full,
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

/// How much of their size signs have on a map, and at least.
fn smaller(seen: &Seen, least: f32) -> f32 {
    (seen.rect.width() / ROOMY).clamp(least, 1.0)
}

/// Where a country's mark is: its dot, or a place inside it; `None` outside the part shown.
fn at(place: &OnMap, seen: &Seen, dots: &[Dot]) -> Option<Pos2> {
    let mut all = dots.iter();
    let dot = all.find(|dot| dot.figure == place.figure);
    dot.map(|dot| dot.at).or_else(|| seen.place_of(place))
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
