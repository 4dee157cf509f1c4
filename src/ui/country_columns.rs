//! Where the columns of the matrix of countries stand in a page of some width.

use eframe::egui::Rangef;

use super::operation_heads::Heads;
use super::table::GUTTER;
use crate::draw::theme::space;

/// How wide names are, in a wide page and in a narrow one.
const NAME: (f32, f32) = (260.0, 176.0);

/// How wide the counts of operations and of cases are together.
const COUNTS: f32 = 136.0;

/// From this width on the counts stay in sight beside the names.
const WIDE: f32 = 700.0;

/// How much wider than they need to be columns become where there is room.
const WIDER: f32 = 1.6;

/// Where everything stands in a page of some width.
pub struct Across {
    /// How wide the names are.
    pub name: f32,
    /// How wide is what stays in sight.
    pub frozen: f32,
    /// From the left of the table to the first operation.
    pub first: f32,
    /// How much wider columns are than they need to be.
    pub wider: f32,
    /// How wide the whole table is.
    pub all: f32,
}

impl Across {
    /// The columns of a page of a width.
    pub fn of(width: f32, heads: &Heads) -> Self {
        let wide = width >= WIDE;
        let name = if wide { NAME.0 } else { NAME.1 };
        let first = name + COUNTS + space::M;
        let room = width - first - GUTTER;
        let wider = (room / heads.width.max(1.0)).clamp(1.0, WIDER);
        Self {
            name,
            frozen: if wide { first } else { name },
            first,
            wider,
            all: first + heads.width * wider + GUTTER,
        }
    }

    /// Where the counts of operations and of cases stand, in a table that begins at `left`.
    pub fn counts(&self, left: f32) -> [Rangef; 2] {
        let left = left + self.name;
        [
            Rangef::new(left, left + 80.0),
            Rangef::new(left + 80.0, left + COUNTS),
        ]
    }

    /// Where names and regions are sorted by, in a table that begins at `left`.
    pub fn names(left: f32) -> [Rangef; 2] {
        let left = left + space::S;
        [
            Rangef::new(left, left + 72.0),
            Rangef::new(left + 80.0, left + 150.0),
        ]
    }
}
