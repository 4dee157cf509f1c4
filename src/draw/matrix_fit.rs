//! How a coverage matrix fits: how wide its columns are, how their names stand, how high its rows
//! are.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::room::shared;
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, Matrix, MatrixRow, OperationShown};
use crate::words;

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

/// A matrix with its texts laid out.
pub(super) struct MatrixFit<'a> {
    pub(super) typesetter: &'a Typesetter<'a>,
    pub(super) spec: &'a ChartSpec,
    pub(super) matrix: &'a Matrix,
    pub(super) width: f32,
    pub(super) line: f32,
    /// The metrics' labels: by unit, row.
    pub(super) labels: Vec<Vec<Arc<Galley>>>,
    pub(super) labels_width: f32,
    pub(super) counts_width: f32,
    /// How many columns stand beside each other.
    pub(super) across: usize,
    pub(super) pitch: f32,
    pub(super) heads: Heads,
    /// How high the names over the columns are.
    pub(super) heads_height: f32,
}

/// How high the rows of a block are.
#[derive(Clone, Copy)]
pub(super) struct Block {
    /// A row of one line.
    pub(super) row: f32,
    /// Whether units are named over their rows.
    pub(super) units: bool,
}

impl Block {
    /// The height of a row with its label.
    pub(super) fn row_height(self, label: &Galley) -> f32 {
        self.row.max(label.size().y + space::XS)
    }
}

impl<'a> MatrixFit<'a> {
    /// Lays the texts of a matrix out.
    pub(super) fn of(
        typesetter: &'a Typesetter<'a>,
        spec: &'a ChartSpec,
        matrix: &'a Matrix,
        width: f32,
    ) -> Self {
        let on_line = |text: &str| typesetter.small(text).size();
        let rows = || matrix.units.iter().flat_map(|unit| &unit.rows);
        let label = |row: &MatrixRow| spec.metrics[row.metric].label.as_str();
        let natural = rows().map(|row| on_line(label(row)).x).fold(0.0, f32::max);
        let total = if matrix.rows() < 2 {
            0.0
        } else {
            on_line(&words::reported_of(matrix.rows())).x
        };
        let labels_width = natural.max(total).min(width * LABELS);
        let counts = rows().map(|row| on_line(&count_words(row)).x);
        let counts_width = counts.fold(on_line(words::REPORTED).x, f32::max);
        let room = (width - labels_width - counts_width - 2.0 * gap(width)).max(COLUMN.0);
        let columns = matrix.columns.len().max(1);
        let fitting = ((room / COLUMN.0) as usize).clamp(1, columns);
        let across = columns.div_ceil(columns.div_ceil(fitting));
        let labels = matrix.units.iter().map(|unit| {
            let rows = unit.rows.iter();
            rows.map(|row| typesetter.small_within(label(row), labels_width))
                .collect()
        });
        let mut fit = Self {
            labels: labels.collect(),
            line: typesetter.small_height(),
            typesetter,
            spec,
            matrix,
            width,
            labels_width,
            counts_width,
            across,
            pitch: (room / across as f32).min(COLUMN.1),
            heads: Heads::Standing,
            heads_height: 0.0,
        };
        fit.heads = fit.fitting_heads();
        fit.heads_height = fit.tallest_head();
        fit
    }

    /// The operations over the columns.
    pub(super) fn operations(&self) -> impl Iterator<Item = &OperationShown> {
        let columns = self.matrix.columns.iter();
        columns.map(|&column| &self.spec.operations[column])
    }

    /// The least height of the whole body.
    pub(super) fn least_height(&self) -> f32 {
        let block = self.filled(0.0);
        let blocks = self.blocks().len() as f32;
        self.height(block) * blocks + space::XL * (blocks - 1.0).max(0.0)
    }

    /// Flat where every word fits its column, slanted where the last name stays in the picture.
    pub(super) fn fitting_heads(&self) -> Heads {
        let words = self
            .operations()
            .flat_map(|head| head.name.split_whitespace());
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
        let reaches = |at: usize, head: &OperationShown| {
            let size = self.name(head, Heads::Slanted).size();
            let slanted = (size.x + size.y) * std::f32::consts::FRAC_1_SQRT_2;
            self.left() + (at % self.across) as f32 * self.pitch + self.pitch / 2.0 + slanted
                <= self.width
        };
        // Turned by an eighth, lines are nearer to each other than columns are.
        let apart = self.pitch >= self.line * std::f32::consts::SQRT_2 * SLANTED_LEADING;
        let mut heads = self.operations().enumerate();
        let inside = heads.all(|(at, head)| reaches(at, head));
        if apart && inside {
            Heads::Slanted
        } else {
            Heads::Standing
        }
    }

    /// Where the first column starts, from the left edge.
    pub(super) fn left(&self) -> f32 {
        self.labels_width + gap(self.width)
    }

    pub(super) fn name(&self, head: &OperationShown, heads: Heads) -> Arc<Galley> {
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
        let count = self.matrix.columns.len();
        (0..count)
            .step_by(self.across.max(1))
            .map(|from| from..(from + self.across).min(count))
            .collect()
    }

    fn tallest_head(&self) -> f32 {
        let turned = self.heads.angle().abs();
        let height = |head: &OperationShown| {
            let size = self.name(head, self.heads).size();
            size.x * turned.sin() + size.y * turned.cos()
        };
        self.operations().map(height).fold(0.0, f32::max) + space::S
    }

    pub(super) fn unit_height(&self, block: Block) -> f32 {
        if block.units {
            self.line + space::S
        } else {
            space::S
        }
    }

    fn height(&self, block: Block) -> f32 {
        let labels = self.labels.iter().flatten();
        let rows: f32 = labels.map(|label| block.row_height(label)).sum();
        let units = self.unit_height(block) * self.matrix.units.len() as f32;
        let totals = if self.matrix.rows() < 2 {
            space::S
        } else {
            self.line + space::M
        };
        self.heads_height + rows + units + totals
    }

    /// Rows as high as the room of a block allows; without room units go unnamed.
    pub(super) fn filled(&self, room: f32) -> Block {
        let mut block = Block {
            row: ROW.0,
            units: true,
        };
        if self.height(block) > room && self.matrix.units.len() > 1 {
            block.units = false;
        }
        let rows = self.labels.iter().flatten().count();
        let most = (self.pitch * 1.4).clamp(NARROW_ROW, ROW.1);
        block.row = shared((ROW.0, most), room - self.height(block), rows);
        block
    }
}

/// Before and after the columns.
pub(super) fn gap(width: f32) -> f32 {
    if width < 500.0 { space::S } else { space::XL }
}

/// How many operations report a row.
pub(super) fn count_words(row: &MatrixRow) -> String {
    words::reported_by(row.reported, row.cells.len())
}
