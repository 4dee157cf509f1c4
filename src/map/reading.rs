//! The asset's bytes: numbers of seven bits a byte, as `assets/map/build.py` writes them.

use super::equal_earth::Parallels;
use super::place::Point;

/// How many steps a degree has.
const STEPS: f64 = 100.0;

/// Reads from the front of some bytes; past their end everything is zero.
pub(super) struct Reading<'a> {
    rest: std::slice::Iter<'a, u8>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { rest: bytes.iter() }
    }

    fn byte(&mut self) -> u8 {
        self.rest.next().copied().unwrap_or(0)
    }

    /// An unsigned number.
    pub(super) fn number(&mut self) -> usize {
        let first = self.byte();
        if first < 0x80 {
            // Nearly all are small.
            return usize::from(first);
        }
        let mut number = usize::from(first & 0x7F);
        for shift in (7..usize::BITS).step_by(7) {
            let byte = self.byte();
            number |= usize::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// A number with a sign, which is its last bit; a negative one is written as its complement.
    pub(super) fn signed(&mut self) -> isize {
        let number = self.number();
        let size = (number >> 1).cast_signed();
        if number & 1 == 1 { !size } else { size }
    }

    /// Steps from another place, in steps east and north of the map's middle.
    pub(super) fn steps(&mut self, from: (isize, isize)) -> (isize, isize) {
        let east = from.0 + self.signed();
        (east, from.1 + self.signed())
    }

    /// Three letters.
    pub(super) fn code(&mut self) -> String {
        (0..3).map(|_| char::from(self.byte())).collect()
    }
}

/// Where steps lead to on the map.
pub(super) fn place(parallels: &Parallels, (east, north): (isize, isize)) -> Point {
    parallels.projected(east as f64 / STEPS, north as f64 / STEPS)
}

/// Whether steps lead to the cut of the map or a pole, where land ends that has no coast there.
pub(super) fn is_cut((east, north): (isize, isize)) -> bool {
    east.unsigned_abs() >= 180 * STEPS as usize || north <= -90 * STEPS as isize
}
