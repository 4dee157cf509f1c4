//! Where the circles of a timeline stand in their lanes: beside one another where they and their
//! labels have room, as large as they can be.

use eframe::egui;
use egui::{Pos2, Rangef, pos2};

use super::points::{LEAST_MONTHS, MONTHS};
use super::room::halved;
use super::theme::space;
use super::timeline_fit::{LABEL_GAP, LEAST_LARGEST, Label, LaneTexts, TimelineFit};
use crate::chart::InTime;

/// The highest a lane gets without need.
const LANE: f32 = 112.0;
/// Over and under what stands in a lane.
const LANE_PAD: f32 = 5.0;
/// How much smaller circles may be so that more of them stand beside one another.
const WORTH: f32 = 0.75;

/// Lanes with everything in its place.
pub(super) struct Lanes {
    /// The radius of the largest circle.
    pub(super) largest: f32,
    pub(super) lanes: Vec<LanePlaced>,
}

impl Lanes {
    /// How high they are together.
    pub(super) fn height(&self) -> f32 {
        self.lanes.iter().map(|lane| lane.height).sum()
    }

    fn tracks(&self) -> usize {
        self.lanes.iter().map(|lane| lane.tracks).sum()
    }
}

/// A lane with its circles, in the order of its operations.
pub(super) struct LanePlaced {
    pub(super) height: f32,
    /// How many rows of circles it has.
    tracks: usize,
    /// From the left edge and the top of the lane.
    pub(super) circles: Vec<Circle>,
}

/// A circle in its place.
#[derive(Clone, Copy)]
pub(super) struct Circle {
    pub(super) middle: Pos2,
    pub(super) radius: f32,
    /// Where its label starts.
    pub(super) label: Pos2,
}

/// Circles that stand beside one another in a lane.
#[derive(Default)]
struct Track {
    /// Where the last one with its label ends.
    right: f32,
    /// How far they reach over and under their middle.
    reach: [f32; 2],
}

/// What a circle with its label takes of a track: where it begins and ends, how far it reaches over
/// and under its middle, and where its label starts from that.
struct Taken {
    x: Rangef,
    reach: [f32; 2],
    label: Pos2,
}

impl TimelineFit<'_> {
    /// The lanes with the largest circles for which there is room, as high as that allows; with
    /// somewhat smaller ones where more of them then stand beside one another.
    pub(super) fn lanes_in(&self, room: f32) -> Lanes {
        let sizes = std::iter::successors(Some(self.largest_allowed()), |&size| {
            (size > LEAST_LARGEST).then(|| (size * 0.95).max(LEAST_LARGEST))
        });
        let fits = |lanes: &Lanes| {
            let inside = self.is_inside(lanes.largest) && lanes.height() <= room;
            inside || lanes.largest <= LEAST_LARGEST
        };
        let mut fitting = sizes
            .map(|size| self.lanes_with(size))
            .skip_while(|lanes| !fits(lanes));
        let mut lanes = fitting
            .next()
            .unwrap_or_else(|| self.lanes_with(LEAST_LARGEST));
        let least = lanes.largest * WORTH;
        for smaller in fitting.take_while(|smaller| smaller.largest >= least) {
            if smaller.tracks() < lanes.tracks() {
                lanes = smaller;
            }
        }
        // What room is left makes lanes equally high, as far as they go without need.
        let own: Vec<f32> = lanes.lanes.iter().map(|lane| lane.height).collect();
        let raised = |least: f32| own.iter().map(|own| own.max(least)).sum::<f32>();
        let [higher, _] = halved([0.0, LANE], 16, |height| raised(height) <= room);
        for lane in &mut lanes.lanes {
            lane.raise(higher);
        }
        lanes
    }

    /// Whether all circles lie where time does, the largest one having a radius.
    fn is_inside(&self, largest: f32) -> bool {
        self.timeline
            .rows()
            .filter(|row| row.when.is_some())
            .all(|row| {
                let (middle, reach) = (self.middle(row, largest), self.reach(row, largest));
                self.time.min <= middle - reach && middle + reach <= self.time.max
            })
    }

    /// The lanes with the largest circle of a radius, as low as they can be.
    pub(super) fn lanes_with(&self, largest: f32) -> Lanes {
        let lane = |lane| {
            let ways = [false, true].map(|leftwards| self.in_tracks(lane, largest, leftwards));
            let [rightwards, leftwards] = ways;
            if leftwards.tracks < rightwards.tracks {
                leftwards
            } else {
                rightwards
            }
        };
        let lanes = self.lanes.iter().map(lane);
        Lanes {
            largest,
            lanes: lanes.collect(),
        }
    }

    /// A lane: each circle stands beside those before it where there is room, else under them; labels
    /// are at the right of their circles, or at the left, where both have room.
    fn in_tracks(&self, lane: &LaneTexts<'_>, largest: f32, leftwards: bool) -> LanePlaced {
        let mut tracks: Vec<Track> = Vec::new();
        let mut placed = Vec::new();
        for (row, label) in lane.rows() {
            let mut places = self.places(row, label, largest);
            if leftwards {
                places.reverse();
            }
            let found = tracks.iter().enumerate().find_map(|(index, track)| {
                let free = |place: &&Taken| place.x.min >= track.right + space::S;
                Some((index, places.iter().find(free)?))
            });
            let (index, place) = match (found, places.first()) {
                (Some(found), _) => found,
                (None, Some(first)) => (tracks.len(), first),
                (None, None) => continue,
            };
            if index == tracks.len() {
                tracks.push(Track::default());
            }
            tracks[index].take(place);
            placed.push((index, place.label, self.middle(row, largest)));
        }
        let over = if self.stacked {
            lane.name.size().y
        } else {
            0.0
        };
        let mut height = over + LANE_PAD;
        let middles: Vec<f32> = tracks
            .iter()
            .map(|track| {
                let middle = height + track.reach[0];
                height = middle + track.reach[1] + 2.0;
                middle
            })
            .collect();
        let circles = placed
            .iter()
            .zip(&lane.lane.rows)
            .map(|(&(track, label, x), row)| {
                let middle = pos2(x, middles[track]);
                Circle {
                    middle,
                    radius: self.radius(row, largest),
                    label: pos2(label.x, middle.y + label.y),
                }
            });
        let mut placed = LanePlaced {
            circles: circles.collect(),
            height: height + LANE_PAD,
            tracks: tracks.len(),
        };
        if !self.stacked {
            placed.raise(lane.name.size().y + 2.0 * LANE_PAD);
        }
        placed
    }

    /// Where the middle of a circle is, from the left edge.
    fn middle(&self, row: &InTime, largest: f32) -> f32 {
        match (row.when, self.undated) {
            (Some(when), _) => self.x(when.middle()),
            (None, Some(place)) => place.min + self.reach(row, largest),
            (None, None) => 0.0,
        }
    }

    /// What a circle takes with its label at its right, at its left, or where neither has room over
    /// it; the best first.
    fn places(&self, row: &InTime, label: &Label, largest: f32) -> Vec<Taken> {
        let reach = self.reach(row, largest);
        let middle = self.middle(row, largest);
        let mut circle = Rangef::new(middle - reach, middle + reach);
        let mut under = reach;
        if let (Some(when), Some(span)) = (row.when, self.span(row)) {
            let missing = if when.to_the_day {
                0.0
            } else {
                under += MONTHS.1;
                (LEAST_MONTHS - span.span()).max(0.0) / 2.0
            };
            circle.min = circle.min.min(span.min - missing);
            circle.max = circle.max.max(span.max + missing);
        }
        let half = label.size.y / 2.0;
        let frame = match (row.when, self.undated) {
            (None, Some(place)) => place,
            (Some(_), _) | (None, None) => self.time,
        };
        let beside = [
            circle.max + LABEL_GAP,
            circle.min - LABEL_GAP - label.size.x,
        ];
        let beside = beside
            .into_iter()
            .filter(|&x| frame.min <= x && x + label.size.x <= frame.max);
        let beside = beside.map(|x| Taken {
            x: Rangef::new(circle.min.min(x), circle.max.max(x + label.size.x)),
            reach: [reach.max(half), under.max(half)],
            label: pos2(x, -half),
        });
        let mut places: Vec<Taken> = beside.collect();
        if places.is_empty() {
            let left = (middle - label.size.x / 2.0).min(frame.max - label.size.x);
            let left = left.max(frame.min);
            places.push(Taken {
                x: Rangef::new(circle.min.min(left), circle.max.max(left + label.size.x)),
                reach: [reach + label.size.y, under],
                label: pos2(left, -reach - label.size.y),
            });
        }
        places
    }
}

impl LanePlaced {
    /// Makes the lane higher, with what stands in it in the middle.
    fn raise(&mut self, height: f32) {
        let more = (height - self.height).max(0.0);
        for circle in &mut self.circles {
            circle.middle.y += more / 2.0;
            circle.label.y += more / 2.0;
        }
        self.height += more;
    }
}

impl Track {
    fn take(&mut self, place: &Taken) {
        self.right = place.x.max;
        for (reach, taken) in self.reach.iter_mut().zip(place.reach) {
            *reach = reach.max(taken);
        }
    }
}
