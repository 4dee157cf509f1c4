//! Things by where they lie, so that the few near a place are found without a look at all of them.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use eframe::egui;
use egui::{Pos2, Rect};

/// How wide and high a cell is, in points.
const CELL: f32 = 64.0;
/// How many cells there are at most to either side: more than any picture has.
const CELLS: f32 = 512.0;

/// Things, by their numbers, in the cells they reach into.
#[derive(Default)]
pub(super) struct Near {
    cells: BTreeMap<(i32, i32), Vec<usize>>,
}

impl Near {
    /// Things that take these rooms, numbered in their order.
    pub fn of(rooms: impl Iterator<Item = Rect>) -> Self {
        let mut near = Self::default();
        for (index, room) in rooms.enumerate() {
            near.add(index, room);
        }
        near
    }

    /// Adds a thing.
    pub fn add(&mut self, index: usize, room: Rect) {
        for cell in cells(room) {
            self.cells.entry(cell).or_default().push(index);
        }
    }

    /// Takes a thing away from the room it was added with.
    pub fn remove(&mut self, index: usize, room: Rect) {
        for cell in cells(room) {
            if let Some(things) = self.cells.get_mut(&cell) {
                things.retain(|&thing| thing != index);
            }
        }
    }

    /// The things that may reach into a room, each once, in their order.
    pub fn things(&self, room: Rect) -> Vec<usize> {
        let found = cells(room).filter_map(|cell| self.cells.get(&cell));
        let mut things: Vec<usize> = found.flatten().copied().collect();
        things.sort_unstable();
        things.dedup();
        things
    }

    /// About how many things there are around a place.
    pub fn crowd(&self, place: Pos2) -> usize {
        let around = Rect::from_center_size(place, egui::Vec2::splat(2.0 * CELL));
        let found = cells(around).filter_map(|cell| self.cells.get(&cell));
        found.map(Vec::len).sum()
    }
}

/// The cells that a room reaches into.
fn cells(room: Rect) -> impl Iterator<Item = (i32, i32)> {
    let cell = |along: f32| (along / CELL).floor().clamp(-CELLS, CELLS) as i32;
    let within = |low: f32, high: f32| -> RangeInclusive<i32> { cell(low)..=cell(high) };
    let rows = within(room.top(), room.bottom());
    within(room.left(), room.right())
        .flat_map(move |column| rows.clone().map(move |row| (column, row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn what_is_near_is_found_once_and_in_order() {
        let room = |x: f32, width: f32| Rect::from_min_max(pos2(x, 0.0), pos2(x + width, 10.0));
        let mut near = Near::of([room(500.0, 5.0), room(0.0, 300.0), room(10.0, 5.0)].into_iter());
        assert_eq!(near.things(room(0.0, 200.0)), [1, 2]);
        near.remove(1, room(0.0, 300.0));
        assert_eq!(near.things(room(0.0, 200.0)), [2]);
    }

    #[test]
    fn a_room_without_end_is_looked_through_all_the_same() {
        let near = Near::of([Rect::EVERYTHING, Rect::NOTHING, Rect::NAN].into_iter());
        assert_eq!(
            near.things(Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0)))[0],
            0
        );
    }
}
