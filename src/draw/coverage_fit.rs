//! How a coverage matrix fits: how wide its columns are, how their names stand, how high its rows
//! are.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Rect};

use super::layout::Typesetter;
use super::theme::{Weight, size, space};
use crate::chart::{Coverage, CoverageHead, CoverageRow};

/// The narrowest column, and the widest that still reads as part of a matrix.
const COLUMN: (f32, f32) = (18.0, 96.0);
/// The largest part of the width that the metrics' labels take.
const LABELS: f32 = 0.34;
/// How high rows are, from least to most; narrow columns keep them lower.
const ROW: (f32, f32) = (18.0, 80.0);
/// The highest a row of narrow columns gets.
const NARROW_ROW: f32 = 52.0;
/// How far slanted names stand from each other at least, in lines.
const SLANTED_LEADING: f32 = 1.35;
/// Before and after the columns.
pub(super) const GAP: f32 = space::XL;

/// How the names over columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Heads {
    /// Upright, on as many lines as they need.
    Flat,
    /// Turned by an eighth, rising to the right.
    Slanted,
    /// Turned by a quarter, rising.
    Standing,
}

impl Heads {
    pub(super) fn angle(self) -> f32 {
        match self {
            Self::Flat => 0.0,
            Self::Slanted => -std::f32::consts::FRAC_PI_4,
            Self::Standing => -std::f32::consts::FRAC_PI_2,
        }
    }
}

pub(super) struct Matrix<'a> {
    pub(super) typesetter: &'a Typesetter<'a>,
    pub(super) coverage: &'a Coverage,
    pub(super) body: Rect,
    pub(super) line: f32,
    /// The metrics' labels: by unit, row.
    pub(super) labels: Vec<Vec<Arc<Galley>>>,
    pub(super) labels_width: f32,
    pub(super) counts_width: f32,
    /// How many columns stand beside each other.
    pub(super) across: usize,
    pub(super) pitch: f32,
    pub(super) heads: Heads,
    pub(super) row: f32,
    /// Whether units are named over their rows.
    pub(super) units: bool,
}

impl<'a> Matrix<'a> {
    pub(super) fn measured(
        typesetter: &'a Typesetter<'a>,
        coverage: &'a Coverage,
        body: Rect,
    ) -> Self {
        let small =
            |text: &str, width: f32| typesetter.text(text, Weight::Regular, size::SMALL, width);
        let rows = || coverage.units.iter().flat_map(|unit| &unit.rows);
        let natural = rows()
            .map(|row| small(&row.label, f32::INFINITY).size().x)
            .fold(0.0, f32::max);
        let total = if coverage.metrics < 2 {
            0.0
        } else {
            small(&total_words(coverage), f32::INFINITY).size().x
        };
        let labels_width = natural.max(total).min(body.width() * LABELS);
        let counts = rows()
            .map(|row| small(&count_words(row), f32::INFINITY).size().x)
            .fold(0.0, f32::max);
        let heading = small("reported", f32::INFINITY).size().x;
        let counts_width = counts.max(heading);
        let gap = if body.width() < 500.0 { space::S } else { GAP };
        let room = (body.width() - labels_width - counts_width - 2.0 * gap).max(COLUMN.0);
        let columns = coverage.heads.len().max(1);
        let fitting = ((room / COLUMN.0) as usize).clamp(1, columns);
        let across = columns.div_ceil(columns.div_ceil(fitting));
        let pitch = (room / across as f32).min(COLUMN.1);
        let labels = coverage
            .units
            .iter()
            .map(|unit| {
                unit.rows
                    .iter()
                    .map(|row| small(&row.label, labels_width))
                    .collect()
            })
            .collect();
        let line = small("Ag", f32::INFINITY).size().y;
        let mut matrix = Self {
            typesetter,
            coverage,
            body,
            line,
            labels,
            labels_width,
            counts_width,
            across,
            pitch,
            heads: Heads::Standing,
            row: ROW.0,
            units: true,
        };
        matrix.heads = matrix.fitting_heads();
        matrix
    }

    /// Flat where every word fits its column, slanted where the last name stays in the picture.
    pub(super) fn fitting_heads(&self) -> Heads {
        let heads = &self.coverage.heads;
        let words = heads.iter().flat_map(|head| head.name.split_whitespace());
        let widest = words
            .map(|word| {
                self.typesetter
                    .line(word, Weight::Medium, size::SMALL)
                    .size()
                    .x
            })
            .fold(0.0, f32::max);
        if widest <= self.pitch - space::S {
            return Heads::Flat;
        }
        let reaches = |at: usize, head: &CoverageHead| {
            let size = self.name(head, Heads::Slanted).size();
            let slanted = (size.x + size.y) * std::f32::consts::FRAC_1_SQRT_2;
            self.left() + (at % self.across) as f32 * self.pitch + self.pitch / 2.0 + slanted
                <= self.body.right()
        };
        // Turned by an eighth, lines are nearer to each other than columns are.
        let apart = self.pitch >= self.line * std::f32::consts::SQRT_2 * SLANTED_LEADING;
        let inside = heads.iter().enumerate().all(|(at, head)| reaches(at, head));
        if apart && inside {
            Heads::Slanted
        } else {
            Heads::Standing
        }
    }

    /// Where the first column starts.
    pub(super) fn left(&self) -> f32 {
        self.body.left()
            + self.labels_width
            + if self.body.width() < 500.0 {
                space::S
            } else {
                GAP
            }
    }

    pub(super) fn name(&self, head: &CoverageHead, heads: Heads) -> Arc<Galley> {
        let weight = if head.quiet {
            Weight::Regular
        } else {
            Weight::Medium
        };
        let width = if heads == Heads::Flat {
            self.pitch - space::XS
        } else {
            f32::INFINITY
        };
        self.typesetter.text(&head.name, weight, size::SMALL, width)
    }

    pub(super) fn blocks(&self) -> Vec<Range<usize>> {
        let count = self.coverage.heads.len();
        (0..count)
            .step_by(self.across.max(1))
            .map(|from| from..(from + self.across).min(count))
            .collect()
    }

    pub(super) fn heads_height(&self) -> f32 {
        let turned = self.heads.angle().abs();
        let height = |head: &CoverageHead| {
            let size = self.name(head, self.heads).size();
            size.x * turned.sin() + size.y * turned.cos()
        };
        self.coverage.heads.iter().map(height).fold(0.0, f32::max) + space::S
    }

    pub(super) fn row_height(&self, label: &Galley) -> f32 {
        self.row.max(label.size().y + space::XS)
    }

    pub(super) fn unit_height(&self) -> f32 {
        if self.units {
            self.line + space::S
        } else {
            space::S
        }
    }

    pub(super) fn height(&self) -> f32 {
        let rows: f32 = self
            .labels
            .iter()
            .flatten()
            .map(|label| self.row_height(label))
            .sum();
        let units = self.unit_height() * self.coverage.units.len() as f32;
        let totals = if self.coverage.metrics < 2 {
            space::S
        } else {
            self.line + space::M
        };
        self.heads_height() + rows + units + totals
    }

    /// Makes rows as high as the room of a block allows; without room units go unnamed.
    pub(super) fn fill(&mut self, room: f32) {
        if self.height() > room && self.coverage.units.len() > 1 {
            self.units = false;
        }
        let rows = self.labels.iter().flatten().count().max(1) as f32;
        let spare = (room - self.height()) / rows;
        let most = (self.pitch * 1.4).clamp(NARROW_ROW, ROW.1);
        self.row = (ROW.0 + spare).clamp(ROW.0, most);
    }
}

pub(super) fn count_words(row: &CoverageRow) -> String {
    format!("by {} of {}", row.reported, row.cells.len())
}

pub(super) fn total_words(coverage: &Coverage) -> String {
    format!("Reported, of {}", coverage.metrics)
}
