//! Where a coverage matrix goes: names of operations over columns, metrics before rows, counts
//! at the ends of both. Columns that do not fit beside each other go on in a block below.

use std::ops::Range;
use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Pos2, Rect, pos2, vec2};

use super::layout::{Hit, Layout, PlacedCell, PlacedText, Rule, Typesetter};
use super::theme::{Weight, size, space};
use crate::chart::{Coverage, CoverageHead, CoverageRow};

/// The narrowest column, and the widest that still reads as part of a matrix.
const COLUMN: (f32, f32) = (18.0, 96.0);
/// The largest part of the width that the metrics' labels take.
const LABELS: f32 = 0.34;
/// How high rows are, from least to most.
const ROW: (f32, f32) = (18.0, 52.0);
/// The largest a cell is drawn.
const CELL: f32 = 30.0;
/// Before and after the columns.
const GAP: f32 = space::XL;

/// Places a matrix in `body`; returns the height it takes.
pub fn place(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    coverage: &Coverage,
    body: Rect,
) -> f32 {
    let mut matrix = Matrix::measured(typesetter, coverage, body);
    let blocks = matrix.blocks();
    let count = blocks.len().max(1) as f32;
    matrix.fill((body.height() - space::XL * (count - 1.0)) / count);
    let mut y = body.top();
    for (index, block) in blocks.iter().enumerate() {
        let last = index + 1 == blocks.len();
        y = matrix.block(layout, block.clone(), last, y) + if last { 0.0 } else { space::XL };
    }
    y - body.top()
}

/// How the names over columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heads {
    /// Upright, on as many lines as they need.
    Flat,
    /// Turned by an eighth, rising to the right.
    Slanted,
    /// Turned by a quarter, rising.
    Standing,
}

impl Heads {
    fn angle(self) -> f32 {
        match self {
            Self::Flat => 0.0,
            Self::Slanted => -std::f32::consts::FRAC_PI_4,
            Self::Standing => -std::f32::consts::FRAC_PI_2,
        }
    }
}

struct Matrix<'a> {
    typesetter: &'a Typesetter<'a>,
    coverage: &'a Coverage,
    body: Rect,
    line: f32,
    /// The metrics' labels: by unit, row.
    labels: Vec<Vec<Arc<Galley>>>,
    labels_width: f32,
    counts_width: f32,
    /// How many columns stand beside each other.
    across: usize,
    pitch: f32,
    heads: Heads,
    row: f32,
    /// Whether units are named over their rows.
    units: bool,
}

impl<'a> Matrix<'a> {
    fn measured(typesetter: &'a Typesetter<'a>, coverage: &'a Coverage, body: Rect) -> Self {
        let small =
            |text: &str, width: f32| typesetter.text(text, Weight::Regular, size::SMALL, width);
        let rows = || coverage.units.iter().flat_map(|unit| &unit.rows);
        let natural = rows()
            .map(|row| small(&row.label, f32::INFINITY).size().x)
            .fold(0.0, f32::max);
        let total = small(&total_words(coverage), f32::INFINITY).size().x;
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
    fn fitting_heads(&self) -> Heads {
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
        let apart = self.pitch >= self.line * std::f32::consts::SQRT_2 + 2.0;
        let inside = heads.iter().enumerate().all(|(at, head)| reaches(at, head));
        if apart && inside {
            Heads::Slanted
        } else {
            Heads::Standing
        }
    }

    /// Where the first column starts.
    fn left(&self) -> f32 {
        self.body.left()
            + self.labels_width
            + if self.body.width() < 500.0 {
                space::S
            } else {
                GAP
            }
    }

    fn name(&self, head: &CoverageHead, heads: Heads) -> Arc<Galley> {
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

    fn blocks(&self) -> Vec<Range<usize>> {
        let count = self.coverage.heads.len();
        (0..count)
            .step_by(self.across.max(1))
            .map(|from| from..(from + self.across).min(count))
            .collect()
    }

    fn heads_height(&self) -> f32 {
        let turned = self.heads.angle().abs();
        let height = |head: &CoverageHead| {
            let size = self.name(head, self.heads).size();
            size.x * turned.sin() + size.y * turned.cos()
        };
        self.coverage.heads.iter().map(height).fold(0.0, f32::max) + space::S
    }

    fn row_height(&self, label: &Galley) -> f32 {
        self.row.max(label.size().y + space::XS)
    }

    fn unit_height(&self) -> f32 {
        if self.units {
            self.line + space::S
        } else {
            space::S
        }
    }

    fn height(&self) -> f32 {
        let rows: f32 = self
            .labels
            .iter()
            .flatten()
            .map(|label| self.row_height(label))
            .sum();
        let units = self.unit_height() * self.coverage.units.len() as f32;
        self.heads_height() + rows + units + self.line + space::M
    }

    /// Makes rows as high as the room of a block allows; without room units go unnamed.
    fn fill(&mut self, room: f32) {
        if self.height() > room && self.coverage.units.len() > 1 {
            self.units = false;
        }
        let rows = self.labels.iter().flatten().count().max(1) as f32;
        let spare = (room - self.height()) / rows;
        self.row = (ROW.0 + spare).clamp(ROW.0, ROW.1);
    }

    fn put(&self, layout: &mut Layout, text: &str, pos: Pos2, across: f32) {
        let galley = self.typesetter.line(text, Weight::Regular, size::SMALL);
        let pos = pos2(
            pos.x - across * galley.size().x,
            pos.y - galley.size().y / 2.0,
        );
        layout.texts.push(PlacedText::new(
            galley,
            pos,
            self.typesetter.palette.ink_soft,
        ));
    }

    fn counts_right(&self, columns: usize) -> f32 {
        let gap = if self.body.width() < 500.0 {
            space::S
        } else {
            GAP
        };
        self.left() + columns as f32 * self.pitch + gap + self.counts_width
    }

    /// Places the columns of one block; returns where it ends. Counts stand at the last one.
    fn block(&self, layout: &mut Layout, columns: Range<usize>, last: bool, top: f32) -> f32 {
        let palette = self.typesetter.palette;
        let mut y = top + self.heads_height();
        let right = self.counts_right(self.across);
        self.place_heads(layout, columns.clone(), y);
        if last {
            self.put(layout, "reported", pos2(right, y - self.line / 2.0), 1.0);
        }
        for (unit, labels) in self.coverage.units.iter().zip(&self.labels) {
            if self.units {
                let heading = self
                    .typesetter
                    .line(&unit.unit, Weight::Regular, size::SMALL);
                layout.texts.push(PlacedText::new(
                    heading,
                    pos2(self.body.left(), y + space::XS),
                    palette.ink_faint,
                ));
            }
            y += self.unit_height();
            for (row, label) in unit.rows.iter().zip(labels) {
                layout.rules.push(Rule {
                    ends: [pos2(self.body.left(), y), pos2(right, y)],
                    color: palette.grid,
                });
                let height = self.row_height(label);
                let middle = y + height / 2.0;
                let label_pos = pos2(self.body.left(), middle - label.size().y / 2.0);
                layout
                    .texts
                    .push(PlacedText::new(label.clone(), label_pos, palette.ink));
                self.place_cells(
                    layout,
                    row,
                    columns.clone(),
                    Rect::from_min_size(pos2(self.left(), y), vec2(0.0, height)),
                );
                if last {
                    self.put(layout, &count_words(row), pos2(right, middle), 1.0);
                }
                y += height;
            }
        }
        layout.rules.push(Rule {
            ends: [pos2(self.body.left(), y), pos2(right, y)],
            color: palette.hairline,
        });
        let middle = y + space::S + self.line / 2.0;
        let total = self.typesetter.text(
            &total_words(self.coverage),
            Weight::Regular,
            size::SMALL,
            self.labels_width,
        );
        let total_height = total.size().y;
        layout.texts.push(PlacedText::new(
            total,
            pos2(self.body.left(), y + space::S),
            palette.ink_soft,
        ));
        for (index, head) in self
            .coverage
            .heads
            .get(columns)
            .into_iter()
            .flatten()
            .enumerate()
        {
            let x = self.left() + (index as f32 + 0.5) * self.pitch;
            self.put(layout, &head.reported.to_string(), pos2(x, middle), 0.5);
        }
        y + space::M + total_height
    }

    fn place_heads(&self, layout: &mut Layout, columns: Range<usize>, bottom: f32) {
        let palette = self.typesetter.palette;
        let angle = self.heads.angle();
        for (index, head) in self
            .coverage
            .heads
            .get(columns)
            .into_iter()
            .flatten()
            .enumerate()
        {
            let galley = self.name(head, self.heads);
            let foot = pos2(
                self.left() + (index as f32 + 0.5) * self.pitch,
                bottom - space::XS,
            );
            let pos = match self.heads {
                Heads::Flat => foot - vec2(galley.size().x / 2.0, galley.size().y),
                // The middle of the text's left edge stands on the foot.
                Heads::Slanted | Heads::Standing => {
                    foot - vec2(-angle.sin(), angle.cos()) * (galley.size().y / 2.0)
                        - vec2(0.0, angle.cos() * galley.size().y / 2.0)
                }
            };
            let color = if head.quiet {
                palette.ink_soft
            } else {
                palette.ink
            };
            layout.texts.push(PlacedText {
                angle,
                ..PlacedText::new(galley, pos, color)
            });
        }
    }

    fn place_cells(
        &self,
        layout: &mut Layout,
        row: &CoverageRow,
        columns: Range<usize>,
        start: Rect,
    ) {
        let side = (self.pitch * 0.72).min(self.row * 0.72).min(CELL);
        let heads = self
            .coverage
            .heads
            .get(columns.clone())
            .into_iter()
            .flatten();
        let cells = row.cells.get(columns).into_iter().flatten();
        for (index, (cell, head)) in cells.zip(heads).enumerate() {
            let place = Rect::from_min_size(
                start.min + vec2(index as f32 * self.pitch, 0.0),
                vec2(self.pitch, start.height()),
            );
            layout.cells.push(PlacedCell {
                rect: Rect::from_center_size(place.center(), vec2(side, side)),
                statement: cell.statement,
                place: head.place,
                quiet: head.quiet,
            });
            layout.hits.push(Hit {
                rect: place,
                spoken: cell.spoken.clone(),
                target: cell.target.clone(),
            });
        }
    }
}

fn count_words(row: &CoverageRow) -> String {
    format!("by {} of {}", row.reported, row.cells.len())
}

fn total_words(coverage: &Coverage) -> String {
    format!("Reported, of {}", coverage.metrics)
}
