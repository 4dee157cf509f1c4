//! "2,517 → 3,744" in columns: numbers end under one another and the arrows stand in one line,
//! with the stars of sources that disagree hanging behind.

use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::theme::{Weight, space};
use super::typesetter::Typesetter;
use crate::chart::Shown;

/// The texts of a row's two ends, laid out.
#[derive(Clone)]
pub(super) struct FromTo {
    /// Both on as many lines as the width asks for, where there is no room for columns.
    pub together: Arc<Galley>,
    ends: [End; 2],
}

/// One of the two.
#[derive(Clone)]
struct End {
    galley: Arc<Galley>,
    /// Without its star.
    width: f32,
}

impl End {
    fn star(&self) -> f32 {
        self.galley.size().x - self.width
    }
}

impl FromTo {
    /// The texts of two figures, on one line each.
    pub fn of(typesetter: &Typesetter<'_>, ends: [&Shown; 2], size: f32) -> Self {
        let line = |text: &str| typesetter.line(text, Weight::Regular, size);
        let [from, to] = ends.map(Shown::starred);
        Self {
            together: line(&format!("{from} → {to}")),
            ends: ends.map(|shown| End {
                galley: line(&shown.starred()),
                width: line(&shown.label).size().x,
            }),
        }
    }

    /// The same with both together on as many lines as a width asks for.
    pub fn within(&self, typesetter: &Typesetter<'_>, size: f32, width: f32) -> Self {
        Self {
            together: typesetter.within(&self.together, (Weight::Regular, size), width),
            ..self.clone()
        }
    }

    /// The height of its columns.
    pub fn height(&self) -> f32 {
        let [from, to] = &self.ends;
        from.galley.size().y.max(to.galley.size().y)
    }
}

/// Where the columns are.
#[derive(Clone)]
pub(super) struct EndColumns {
    arrow: Arc<Galley>,
    /// Where what stands before the arrow ends, without stars.
    from_end: f32,
    arrow_at: f32,
    /// Where what stands behind the arrow ends, without stars.
    to_end: f32,
    /// All of them together; 0 where no row has ends.
    pub width: f32,
}

impl EndColumns {
    /// Columns for all rows that have ends.
    pub fn of(typesetter: &Typesetter<'_>, rows: &[&FromTo], size: f32) -> Self {
        let widest = |end: usize, of: fn(&End) -> f32| {
            let widths = rows.iter().map(|row| of(&row.ends[end]));
            widths.fold(0.0, f32::max)
        };
        let arrow = typesetter.line("→", Weight::Regular, size);
        let from_end = widest(0, |from| from.width);
        let arrow_at = from_end + widest(0, End::star).max(space::XS) + space::XS;
        let to_end = arrow_at + arrow.size().x + space::S + widest(1, |to| to.width);
        let width = if rows.is_empty() {
            0.0
        } else {
            to_end + widest(1, End::star)
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
        let [from, to] = &row.ends;
        [
            (&from.galley, self.from_end - from.width),
            (&self.arrow, self.arrow_at),
            (&to.galley, self.to_end - to.width),
        ]
    }
}
