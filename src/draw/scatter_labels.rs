//! Where the names of points go: beside their points, never on another name or mark, never
//! outside the frame; with a line to the point where the nearest room is a little further off.

use eframe::egui;
use egui::{Pos2, Rect};

use super::lines::{cuts, meet};
use super::near::Near;
use super::scatter_candidates::{Candidate, Field, Found, Wanting, away, beside};

/// Between two names.
const APART: f32 = 2.0;
/// How bad it is to have no name, and how many times as bad for a point that chooses first.
const NAMELESS: f32 = 300.0;
const FIRST: f32 = 20.0;
/// From this cost on a place is worth another look.
const WORTH: f32 = 2.0;
/// How often all places are looked at again.
const ROUNDS: usize = 4;
/// How many other names one name may move.
const MOVED: usize = 2;

/// The most points whose names are looked for: more would be a crowd in which few find room.
const ASKING: usize = 300;

/// Places the names of points inside `frame`; `None` for one without room.
pub fn place(points: &[Wanting], frame: Rect) -> Vec<Option<Found>> {
    let field = Field {
        points,
        near: Near::of(points.iter().map(Wanting::extent)),
        frame,
    };
    let asking = asking(&field);
    let mut places: Vec<Vec<Candidate>> = vec![Vec::new(); points.len()];
    for &index in &asking {
        places[index] = beside(index, &field);
    }
    let mut chosen = search(&field, &asking, &places);
    if asking.iter().any(|&index| chosen[index].is_none()) {
        for &index in &asking {
            places[index].extend(away(index, &field));
        }
        chosen = search(&field, &asking, &places);
    }
    let found = chosen.iter().zip(&places);
    found
        .map(|(chosen, places)| chosen.and_then(|chosen| Some(places.get(chosen)?.found)))
        .collect()
}

/// The points whose names are looked for: all, or of very many those that choose first and those
/// with the most room around them.
fn asking(field: &Field<'_>) -> Vec<usize> {
    let mut asking: Vec<usize> = (0..field.points.len()).collect();
    if asking.len() > ASKING {
        asking.sort_by_cached_key(|&index| {
            let point = &field.points[index];
            (!point.first, field.near.crowd(point.middle))
        });
        asking.truncate(ASKING);
        asking.sort_unstable();
    }
    asking
}

/// Chooses one of its places for every point. Who chooses first matters, so several orders are
/// tried; what is best of these is then made better by moving few names at a time.
fn search(field: &Field<'_>, asking: &[usize], places: &[Vec<Candidate>]) -> Vec<Option<usize>> {
    let points = field.points;
    let crowd = |point: &Wanting| {
        let around = Rect::from_center_size(point.middle, egui::Vec2::splat(180.0));
        let near = field.near.things(around).into_iter();
        let near = near.filter(|&one| points[one].middle.distance(point.middle) < 90.0);
        -(near.count() as f32)
    };
    let keys: [&dyn Fn(&Wanting) -> f32; 5] = [
        &crowd,
        &|point| point.middle.x,
        &|point| -point.middle.x,
        &|point| point.middle.y,
        &|point| -point.middle.y,
    ];
    let tried = keys.map(|key| {
        let keyed = asking.iter().map(|&index| (key(&points[index]), index));
        let mut order: Vec<(f32, usize)> = keyed.collect();
        order.sort_by(|&(a, one), &(b, other)| {
            let first = points[other].first.cmp(&points[one].first);
            first.then(a.total_cmp(&b))
        });
        let mut choice = Choice {
            points,
            asking,
            places,
            chosen: vec![None; points.len()],
            taken: Near::default(),
        };
        for (_, index) in order {
            choice.settle(index);
        }
        choice
    });
    let best = tried
        .into_iter()
        .min_by(|a, b| a.cost().total_cmp(&b.cost()));
    best.map_or_else(Vec::new, |mut best| {
        best.improve();
        best.chosen
    })
}

/// A place for every point, or none yet.
struct Choice<'a> {
    points: &'a [Wanting],
    /// Those that want a place.
    asking: &'a [usize],
    places: &'a [Vec<Candidate>],
    chosen: Vec<Option<usize>>,
    /// Where the places chosen are found.
    taken: Near,
}

impl Choice<'_> {
    fn place(&self, index: usize) -> Option<&Candidate> {
        self.places.get(index)?.get((*self.chosen.get(index)?)?)
    }

    fn set(&mut self, index: usize, place: Option<usize>) {
        if let Some(room) = self.place(index).map(|place| room(&place.found)) {
            self.taken.remove(index, room);
        }
        if let Some(chosen) = self.chosen.get_mut(index) {
            *chosen = place;
        }
        if let Some(room) = self.place(index).map(|place| room(&place.found)) {
            self.taken.add(index, room);
        }
    }

    /// How bad the place of one name is.
    fn cost_of(&self, index: usize) -> f32 {
        let first = self.points.get(index).is_some_and(|point| point.first);
        let weight = if first { FIRST } else { 1.0 };
        self.place(index)
            .map_or(NAMELESS * weight, |place| place.cost)
    }

    fn cost(&self) -> f32 {
        self.asking.iter().map(|&index| self.cost_of(index)).sum()
    }

    /// The other names in the way of a place.
    fn in_the_way(&self, index: usize, place: &Candidate) -> impl Iterator<Item = usize> {
        let near = self.taken.things(room(&place.found)).into_iter();
        near.filter(move |&other| {
            other != index
                && self
                    .place(other)
                    .is_some_and(|taken| collide(&place.found, &taken.found))
        })
    }

    /// Gives a name the best place that is free.
    fn settle(&mut self, index: usize) {
        let free = self.places.get(index).and_then(|places| {
            places
                .iter()
                .position(|place| self.in_the_way(index, place).next().is_none())
        });
        self.set(index, free);
    }

    /// Lets the names with the worst places have better ones, where those in the way find others
    /// and all together it is better.
    fn improve(&mut self) {
        for _ in 0..ROUNDS {
            let mut worst = self.asking.to_vec();
            worst.retain(|&index| self.cost_of(index) > WORTH);
            worst.sort_by(|&a, &b| self.cost_of(b).total_cmp(&self.cost_of(a)));
            let better = worst.into_iter().filter(|&index| self.improve_one(index));
            if better.count() == 0 {
                return;
            }
        }
    }

    fn improve_one(&mut self, index: usize) -> bool {
        let places = self.places.get(index).map_or(0, Vec::len);
        for candidate in 0..places {
            let Some(place) = self.places.get(index).and_then(|all| all.get(candidate)) else {
                return false;
            };
            if place.cost >= self.cost_of(index) {
                return false;
            }
            let moved: Vec<usize> = self.in_the_way(index, place).take(MOVED + 1).collect();
            if moved.len() > MOVED {
                continue;
            }
            let concerned = |choice: &Self| -> f32 {
                moved
                    .iter()
                    .chain([&index])
                    .map(|&one| choice.cost_of(one))
                    .sum()
            };
            let before = concerned(self);
            let concerned_ones = moved.iter().copied().chain([index]);
            let kept: Vec<(usize, Option<usize>)> = concerned_ones
                .map(|one| (one, self.chosen.get(one).copied().flatten()))
                .collect();
            self.set(index, Some(candidate));
            for &other in &moved {
                self.set(other, None);
            }
            for &other in &moved {
                self.settle(other);
            }
            if concerned(self) < before - 0.1 {
                return true;
            }
            for (one, place) in kept {
                self.set(one, place);
            }
        }
        false
    }
}

/// The room in which another name, or its line, may be in the way of one.
fn room(found: &Found) -> Rect {
    let ends = found.leader.into_iter().flatten();
    let room = ends.fold(found.rect, |mut room, end| {
        room.extend_with(end);
        room
    });
    room.expand(APART + 1.0)
}

/// Whether two names, or their lines, are in each other's way.
fn collide(one: &Found, other: &Found) -> bool {
    let crosses = |leader: Option<[Pos2; 2]>, rect: Rect| {
        leader.is_some_and(|leader| cuts(leader, rect.expand(APART)))
    };
    one.rect.expand(APART).intersects(other.rect)
        || crosses(one.leader, other.rect)
        || crosses(other.leader, one.rect)
        || matches!((one.leader, other.leader), (Some(one), Some(other)) if meet(one, other))
}

#[cfg(test)]
mod tests {
    use super::super::scatter_candidates::{TextLine, arm};
    use super::*;
    use egui::{pos2, vec2};
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    const FRAME: Rect = Rect {
        min: Pos2::ZERO,
        max: pos2(420.0, 300.0),
    };

    fn line(width: f32) -> TextLine {
        TextLine {
            size: vec2(width, 15.0),
            ink: Rect::from_min_max(pos2(0.0, 3.0), pos2(width, 13.0)),
        }
    }

    fn wanting(middle: Pos2, forms: Vec<Vec<TextLine>>) -> Wanting {
        Wanting {
            middle,
            radius: 5.0,
            arms: Vec::new(),
            first: forms.len() > 1,
            forms,
        }
    }

    /// Points as dense as in a small window, some with arrows or whiskers, some with figures.
    fn points() -> impl Strategy<Value = Vec<Wanting>> {
        let reach = prop_oneof![2 => Just(None), 1 => (-40.0_f32..40.0).prop_map(Some)];
        let point = (
            (14.0_f32..406.0, 14.0_f32..286.0),
            prop::bool::weighted(0.5),
            [reach.clone(), reach],
            (
                20.0_f32..140.0,
                prop::option::weighted(0.3, 60.0_f32..140.0),
            ),
        );
        let point = point.prop_map(|((x, y), crowded, [across, up], (name, figures))| {
            let middle = if crowded {
                pos2(60.0 + x / 6.0, 200.0 + y / 6.0)
            } else {
                pos2(x, y)
            };
            let mut forms = vec![vec![line(name)]];
            if let Some(figures) = figures {
                forms.insert(0, vec![line(name), line(figures)]);
            }
            let arms = [across.map(|x| vec2(x, 0.0)), up.map(|y| vec2(0.0, y))];
            Wanting {
                arms: arms
                    .into_iter()
                    .flatten()
                    .map(|way| arm(middle, middle + way, 4.0))
                    .collect(),
                ..wanting(middle, forms)
            }
        });
        prop::collection::vec(point, 1..24)
    }

    fn inks(point: &Wanting, found: Found) -> Vec<Rect> {
        let form = &point.forms[found.form];
        let lines = found.lines(form).zip(form);
        lines
            .map(|(pos, line)| line.ink.translate(pos.to_vec2()))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(20_241_106), ..ProptestConfig::default() })]

        #[test]
        fn a_name_covers_nothing_and_is_nearest_to_its_own_point(points in points()) {
            let found = place(&points, FRAME);
            prop_assert_eq!(found.len(), points.len());
            let named: Vec<(&Wanting, Found)> =
                points.iter().zip(found).filter_map(|(point, found)| Some((point, found?))).collect();
            for (index, &(point, found)) in named.iter().enumerate() {
                prop_assert!(FRAME.contains_rect(found.rect));
                for mark in &points {
                    prop_assert!(found.rect.distance_to_pos(mark.middle) >= mark.radius, "covers a point");
                    prop_assert!(mark.arms.iter().all(|arm| !arm.intersects(found.rect)), "covers an arm");
                }
                for &(_, other) in named.iter().skip(index + 1) {
                    prop_assert!(!collide(&found, &other), "{found:?} on {other:?}");
                }
                let inks = inks(point, found);
                let distance = |to: Pos2| inks.iter().map(|ink| ink.distance_to_pos(to)).fold(f32::INFINITY, f32::min);
                let own = distance(point.middle);
                match found.leader {
                    None => {
                        prop_assert!(own <= point.radius + 12.1, "{own} from its point");
                        // Two points in one place share what is said there.
                        let apart = |other: &&Wanting| other.middle.distance(point.middle) >= 1.0;
                        prop_assert!(points.iter().filter(apart).all(|other| distance(other.middle) > own), "nearer to another");
                    }
                    Some([from, to]) => {
                        prop_assert!(from.distance(to) <= 40.1);
                        prop_assert!((from.distance(point.middle) - point.radius - 3.0).abs() < 0.1);
                        prop_assert!((distance(to) - 3.0).abs() < 0.1, "ends {} before the name", distance(to));
                        for other in &points {
                            let is_own = other.middle.distance(point.middle) < 1.0;
                            prop_assert!(is_own || distance(other.middle) > other.radius + 6.0, "as near to another");
                            prop_assert!(other.arms.iter().all(|arm| !cuts([from, to], *arm)), "follows an arm");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn nearly_all_names_of_a_dense_crowd_find_room() {
        let points: Vec<Wanting> = (0..16_u8)
            .map(|index| {
                let (column, row) = (f32::from(index % 4), f32::from(index / 4));
                let middle = pos2(120.0 + column * 40.0, 100.0 + row * 22.0);
                wanting(middle, vec![vec![line(70.0)]])
            })
            .collect();
        let named = place(&points, FRAME).iter().flatten().count();
        assert!(named >= 14, "{named} of 16 have room");
    }

    #[test]
    fn one_point_without_room_for_its_figures_takes_them_from_no_other() {
        let both = || vec![vec![line(70.0), line(120.0)], vec![line(70.0)]];
        let points = [
            wanting(pos2(60.0, 100.0), both()),
            wanting(pos2(400.0, 20.0), both()),
            wanting(pos2(395.0, 46.0), both()),
            wanting(pos2(280.0, 20.0), vec![vec![line(60.0)]]),
            wanting(pos2(280.0, 36.0), vec![vec![line(60.0)]]),
        ];
        let found = place(&points, FRAME);
        assert!(found.iter().all(Option::is_some), "{found:?}");
        assert_eq!(found[0].map(|found| found.form), Some(0));
        assert!(
            found.iter().flatten().any(|found| found.form == 1),
            "{found:?}"
        );
    }
}
