//! "2,517 → 3,744" in columns: numbers end under one another and the arrows stand in one line,
//! with the stars of sources that differ hanging behind.

use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::layout::Typesetter;
use super::rows::Row;
use super::theme::{Weight, space};

/// What marks that sources differ.
const STAR: &str = " *";

/// The texts of a row's two ends, laid out.
pub struct FromTo {
    /// Both on as many lines as the width asks for, where there is no room for columns.
    pub together: Arc<Galley>,
    from: End,
    to: End,
}

/// One of the two.
struct End {
    galley: Arc<Galley>,
    /// Without its star.
    width: f32,
}

impl End {
    fn of(typesetter: &Typesetter<'_>, text: &str, size: f32) -> Self {
        let line = |text: &str| typesetter.line(text, Weight::Regular, size);
        let bare = text.strip_suffix(STAR).unwrap_or(text);
        Self {
            galley: line(text),
            width: line(bare).size().x,
        }
    }

    fn star(&self) -> f32 {
        self.galley.size().x - self.width
    }
}

impl FromTo {
    /// The texts of a row in a column of rows this wide.
    pub fn of(typesetter: &Typesetter<'_>, row: &Row<'_>, size: f32, width: f32) -> Self {
        let together = if row.has_ends() {
            format!("{} → {}", row.from, row.to)
        } else {
            String::new()
        };
        Self {
            together: typesetter.text(&together, Weight::Regular, size, width),
            from: End::of(typesetter, row.from, size),
            to: End::of(typesetter, row.to, size),
        }
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.together.text().is_empty()
    }

    /// The height of its columns; 0 where there is nothing.
    pub fn height(&self) -> f32 {
        if self.is_empty() {
            0.0
        } else {
            self.from.galley.size().y.max(self.to.galley.size().y)
        }
    }
}

/// Where the columns are.
pub struct Columns {
    arrow: Arc<Galley>,
    /// Where what stands before the arrow ends, without stars.
    from_end: f32,
    arrow_at: f32,
    /// Where what stands behind the arrow ends, without stars.
    to_end: f32,
    /// All of them together; 0 where no row has ends.
    pub width: f32,
}

impl Columns {
    /// Columns for all rows.
    pub fn of<'a>(
        typesetter: &Typesetter<'_>,
        rows: impl Iterator<Item = &'a Row<'a>>,
        size: f32,
    ) -> Self {
        let ends: Vec<(End, End)> = rows
            .filter(|row| row.has_ends())
            .map(|row| {
                let end = |text| End::of(typesetter, text, size);
                (end(row.from), end(row.to))
            })
            .collect();
        let widest = |of: &dyn Fn(&(End, End)) -> f32| ends.iter().map(of).fold(0.0, f32::max);
        let arrow = typesetter.line("→", Weight::Regular, size);
        let from_end = widest(&|(from, _)| from.width);
        let arrow_at = from_end + widest(&|(from, _)| from.star()) + space::XS;
        let to_end = arrow_at + arrow.size().x + space::XS + widest(&|(_, to)| to.width);
        let width = if ends.is_empty() {
            0.0
        } else {
            to_end + widest(&|(_, to)| to.star())
        };
        Self {
            arrow,
            from_end,
            arrow_at,
            to_end,
            width,
        }
    }

    /// The texts of a row, each with where it starts from the left edge of the columns.
    pub fn place<'a>(&'a self, row: &'a FromTo) -> [(&'a Arc<Galley>, f32); 3] {
        [
            (&row.from.galley, self.from_end - row.from.width),
            (&self.arrow, self.arrow_at),
            (&row.to.galley, self.to_end - row.to.width),
        ]
    }
}
