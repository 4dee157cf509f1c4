//! The outlines: coasts and borders each once, and the lands they bound.

use std::ops::Range;
use std::sync::LazyLock;

use super::equal_earth::Parallels;
use super::place::Point;
use super::reading::{Reading, is_cut, place};
use crate::model::Country;

/// The asset that `assets/map/build.py` makes.
const ASSET: &[u8] = include_bytes!("../../assets/map/outlines.bin");

/// Everything there is on the map, projected.
#[derive(Debug, Default)]
pub struct World {
    /// Coasts and borders.
    pub lines: Vec<Line>,
    /// Every country and territory, by code; what is nobody's comes first.
    pub lands: Vec<Land>,
}

/// A coast or border between two places where more than two meet.
#[derive(Debug, Default)]
pub struct Line {
    /// From end to end.
    pub points: Vec<Point>,
    /// The parts that are drawn: all of it but where the map is cut.
    pub drawn: Vec<Range<usize>>,
    /// Whether land lies on both sides.
    pub border: bool,
}

/// A country or territory, or all that is nobody's.
#[derive(Debug)]
pub struct Land {
    /// Whose it is; `None` for what is disputed and attributed to nobody.
    pub country: Option<Country>,
    /// A place inside it, where its dot stands.
    pub dot: Point,
    /// Its parts, the largest first; none where it is too small to have an outline. What others
    /// have inside it is not cut out.
    pub rings: Vec<Ring>,
}

/// The lines around a part of a land, in order, and whether each is followed from its end.
#[derive(Debug)]
pub struct Ring(Vec<(usize, bool)>);

impl Line {
    /// Whether no part of it lies along the cut of the map.
    pub fn is_drawn_whole(&self) -> bool {
        self.drawn.first() == Some(&(0..self.points.len()))
    }
}

impl Ring {
    /// Whether one border goes all around it, so that it lies inside one other land.
    pub fn is_enclave(&self, lines: &[Line]) -> bool {
        let border = |line: usize| lines.get(line).is_some_and(|line| line.border);
        matches!(self.0.as_slice(), &[(line, _)] if border(line))
    }

    /// Its lines, by their places.
    pub fn lines(&self) -> impl Iterator<Item = usize> {
        self.0.iter().map(|&(line, _)| line)
    }
}

/// The world, read when it is first asked for.
pub fn world() -> &'static World {
    static WORLD: LazyLock<World> = LazyLock::new(|| read(ASSET));
    &WORLD
}

fn read(bytes: &[u8]) -> World {
    let mut reading = Reading::of(bytes);
    let (mut world, parallels) = (World::default(), Parallels::new());
    for _ in 0..reading.number() {
        world.lines.push(line(&mut reading, &parallels));
    }
    for _ in 0..reading.number() {
        let code = reading.code();
        let dot = place(&parallels, reading.steps((0, 0)));
        let rings = 0..reading.number();
        let rings: Vec<Ring> = rings
            .map(|_| {
                let lines = 0..reading.number();
                let signed = lines.map(|_| reading.signed());
                Ring(
                    signed
                        .map(|line| (line.max(!line).unsigned_abs(), line < 0))
                        .collect(),
                )
            })
            .collect();
        world.lands.push(Land {
            country: Country::from_code(&code),
            dot,
            rings,
        });
    }
    world
}

fn line(reading: &mut Reading<'_>, parallels: &Parallels) -> Line {
    // The last bit of the length says whether it is a border.
    let length = reading.number();
    let mut line = Line {
        border: length & 1 == 1,
        points: Vec::with_capacity(length >> 1),
        ..Line::default()
    };
    let (mut at, mut was_cut, mut from) = ((0, 0), false, 0);
    for index in 0..length >> 1 {
        at = reading.steps(at);
        line.points.push(place(parallels, at));
        let cut = is_cut(at);
        if cut && was_cut {
            line.drawn.push(from..index);
            from = index;
        }
        was_cut = cut;
    }
    line.drawn.push(from..line.points.len());
    line.drawn.retain(|drawn| drawn.len() > 1);
    line
}

impl World {
    /// Goes round a part of a land, along its lines as they are drawn.
    pub fn around<'a>(ring: &Ring, line: impl Fn(usize) -> &'a [Point]) -> Vec<Point> {
        let mut points = Vec::new();
        for &(place, backwards) in &ring.0 {
            let line = line(place).iter().copied();
            // Each ends where the next begins, and the last where the first does.
            points.pop();
            if backwards {
                points.extend(line.rev());
            } else {
                points.extend(line);
            }
        }
        points.pop();
        points
    }
}

/// The area inside a ring; less than nothing where it goes round the other way.
pub fn area(ring: &[Point]) -> f32 {
    let ends = ring.iter().zip(ring.iter().cycle().skip(1));
    let twice: f32 = ends.map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    twice / 2.0
}

#[cfg(test)]
mod tests {
    use super::super::{contains, projected};
    use super::*;

    /// The meridian in the middle of the map, as `build.py` has it.
    const MIDDLE: f64 = 11.5;

    /// Where a place lies by its degrees east of Greenwich and north of the equator.
    fn at(east: f64, north: f64) -> Point {
        projected((east - MIDDLE + 180.0).rem_euclid(360.0) - 180.0, north)
    }

    /// Goes round a part of a land, as finely as can be.
    fn outline(world: &World, ring: &Ring) -> Vec<Point> {
        World::around(ring, |line| &world.lines[line].points)
    }

    /// The country a place lies in; `None` at sea and where it is nobody's.
    fn country_at(world: &World, at: Point) -> Option<Country> {
        let parts = world.lands.iter().flat_map(|land| {
            let rings = land.rings.iter().map(|ring| outline(world, ring));
            rings.map(|ring| (land.country, ring))
        });
        let around = parts.filter(|(_, ring)| contains(ring, at));
        // What lies inside another is the smaller of the two.
        let smallest = around.min_by(|(_, a), (_, b)| area(a).abs().total_cmp(&area(b).abs()));
        smallest.and_then(|(country, _)| country)
    }

    #[test]
    fn cities_lie_in_their_states_and_disputed_places_in_none_that_is_not_theirs() {
        for (city, east, north, code) in [
            ("Simferopol", 34.10, 44.95, "UKR"),
            ("Laayoune", -13.20, 27.15, "ESH"),
            ("Sukhumi", 41.02, 43.01, "GEO"),
            ("Tskhinvali", 43.97, 42.23, "GEO"),
            ("Hargeisa", 44.06, 9.56, "SOM"),
            ("Nicosia, north", 33.36, 35.19, "CYP"),
            ("Pristina", 21.16, 42.66, "XKX"),
            ("Stepanakert", 46.75, 39.82, "AZE"),
            ("Taipei", 121.52, 25.03, "TWN"),
            ("Tiraspol", 29.63, 46.84, "MDA"),
            ("Donetsk", 37.80, 48.00, "UKR"),
            ("Katzrin, Golan", 35.69, 32.99, ""),
            ("Abyei", 28.43, 9.60, ""),
            ("Bir Tawil", 33.70, 21.87, ""),
            ("Ramallah", 35.20, 31.90, "PSE"),
            ("Gaza", 34.45, 31.48, "PSE"),
            ("Guantánamo base", -75.20, 19.93, "CUB"),
            ("Cayenne", -52.33, 4.90, "GUF"),
            ("Saint-Denis, Réunion", 55.45, -20.92, "REU"),
            ("Longyearbyen", 15.65, 78.20, "SJM"),
            ("Oslo", 10.75, 59.93, "NOR"),
            ("Lomé", 1.22, 6.16, "TGO"),
            ("Niamey", 2.11, 13.51, "NER"),
            ("Abuja", 7.49, 9.06, "NGA"),
            ("Kinshasa", 15.32, -4.34, "COD"),
            ("Brazzaville", 15.25, -4.24, "COG"),
            ("Maseru", 27.50, -29.32, "LSO"),
            ("Mbabane", 31.13, -26.31, "SWZ"),
            ("San Marino", 12.45, 43.94, "SMR"),
            ("Vienna", 16.37, 48.21, "AUT"),
            ("Ceuta", -5.33, 35.88, "ESP"),
            ("Kaliningrad", 20.51, 54.70, "RUS"),
            ("Bilibino, west of 180", 166.4, 68.05, "RUS"),
            ("Uelen, east of 180", -169.9, 66.15, "RUS"),
            ("Suva", 178.40, -18.10, "FJI"),
            ("Anchorage", -149.90, 61.20, "USA"),
            ("Dili", 125.57, -8.60, "TLS"),
            ("Bandar Seri Begawan", 114.94, 4.90, "BRN"),
            ("Roseau, Dominica", -61.38, 15.35, "DMA"),
            ("Santo Domingo", -69.93, 18.50, "DOM"),
            ("Asunción", -57.60, -25.28, "PRY"),
            ("Ulaanbaatar", 106.92, 47.92, "MNG"),
            ("the Gulf of Guinea", 0.0, 0.0, ""),
            ("the Caspian Sea", 51.0, 41.0, ""),
        ] {
            let found = country_at(world(), at(east, north));
            assert_eq!(found.map_or("", Country::code), code, "{city}");
        }
    }

    #[test]
    fn every_country_has_a_dot_in_its_own_outline_or_is_too_small_to_have_one() {
        let world = world();
        for country in Country::all() {
            let mut lands = world.lands.iter();
            let land = lands.find(|land| land.country == Some(country));
            let land = land.unwrap_or_else(|| panic!("{country} is not on the map"));
            if land.rings.is_empty() {
                assert!(["TKL", "UMI", "VAT"].contains(&country.code()), "{country}");
                continue;
            }
            // The outline of a small island is coarser than where its middle was found.
            let rings = land.rings.iter().map(|ring| outline(world, ring));
            let reaches = rings.map(|ring| {
                let inside = contains(&ring, land.dot);
                let away = ring
                    .iter()
                    .map(|to| (to.x - land.dot.x).hypot(to.y - land.dot.y));
                if inside {
                    0.0
                } else {
                    away.fold(f32::INFINITY, f32::min)
                }
            });
            let reach = reaches.fold(f32::INFINITY, f32::min);
            assert!(reach < 0.001, "{country} lies in the sea: {reach}");
        }
        assert_eq!(
            world.lands.len(),
            Country::all().count() + 1,
            "and what is nobody’s"
        );
    }

    #[test]
    fn borders_are_there_once_for_both_sides_and_no_line_runs_along_the_cut() {
        let world = world();
        let borders = world.lines.iter().filter(|line| line.border);
        let borders = borders.count();
        assert!(borders > 300, "{borders}");
        let right = super::super::RIGHT;
        let drawn = world.lines.iter().flat_map(|line| {
            let parts = line.drawn.iter();
            parts.map(|part| &line.points[part.clone()])
        });
        for part in drawn {
            let mut steps = part.windows(2);
            assert!(steps.all(|ends| (ends[1].x - ends[0].x).abs() < right / 2.0));
        }
    }
}
