//! Where a coverage matrix goes: names of operations over columns, metrics before rows, counts
//! at the ends of both. Columns that do not fit beside each other go on in a block below.

use std::ops::Range;

use eframe::egui;
use egui::{Pos2, Rect, pos2, vec2};

use super::coverage_fit::{GAP, Heads, Matrix, count_words, total_words};
use super::layout::{Hit, Layout, PlacedCell, PlacedText, Rule, Typesetter};
use super::theme::{Weight, size, space};
use crate::chart::{Coverage, CoverageHead, CoverageRow};

/// The largest a cell is drawn.
const CELL: f32 = 56.0;
/// What a star takes between two cells.
const STAR: f32 = 7.5;

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

impl Matrix<'_> {
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
        if self.coverage.metrics < 2 {
            // Of one metric the cells themselves say it.
            return y + space::S;
        }
        self.place_totals(layout, columns, y)
    }

    /// How many metrics each operation reports, under the rows; returns where that ends.
    fn place_totals(&self, layout: &mut Layout, columns: Range<usize>, y: f32) -> f32 {
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
            self.typesetter.palette.ink_soft,
        ));
        for (index, head) in self.heads_in(columns).enumerate() {
            let x = self.left() + (index as f32 + 0.5) * self.pitch;
            self.put(layout, &head.reported.to_string(), pos2(x, middle), 0.5);
        }
        y + space::M + total_height
    }

    /// The heads of some of the columns.
    fn heads_in(&self, columns: Range<usize>) -> impl Iterator<Item = &CoverageHead> {
        self.coverage.heads.get(columns).into_iter().flatten()
    }

    fn place_heads(&self, layout: &mut Layout, columns: Range<usize>, bottom: f32) {
        let palette = self.typesetter.palette;
        let angle = self.heads.angle();
        for (index, head) in self.heads_in(columns).enumerate() {
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
        let across = (self.pitch * 0.72).min(self.pitch - STAR);
        let side = across.min(self.row * 0.72).min(CELL);
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
            let rect = Rect::from_center_size(place.center(), vec2(side, side));
            if cell.disagrees {
                // Between this cell and the next.
                let middle = pos2(
                    f32::midpoint(rect.right(), place.right()) + 0.5,
                    rect.center().y,
                );
                self.put(layout, "*", middle, 0.5);
            }
            layout.cells.push(PlacedCell {
                rect,
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
