//! Where a matrix goes: names of operations over columns, metrics before rows, counts at the ends
//! of both. Columns that do not fit beside each other go on in a block below.

use std::ops::Range;

use eframe::egui;
use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::matrix_fit::{Block, Heads, MatrixFit, count_words, gap};
use super::placed::{Form, Hit, PlacedPicture, PlacedText};
use super::theme::space;
use crate::chart::{MatrixRow, Statement};
use crate::words;

/// The largest a cell is drawn.
const CELL: f32 = 56.0;
/// What a star takes between two cells.
const STAR: f32 = 7.5;

impl MatrixFit<'_> {
    /// Places a matrix in `body`; returns the height it takes.
    pub(super) fn place(&self, placed: &mut PlacedPicture, body: Rect) -> f32 {
        let blocks = self.blocks();
        let count = blocks.len().max(1) as f32;
        let block = self.filled((body.height() - space::XL * (count - 1.0)) / count);
        let mut y = body.top();
        for (index, columns) in blocks.iter().enumerate() {
            let last = index + 1 == blocks.len();
            let placing = Placing {
                fit: self,
                block,
                columns: columns.clone(),
                last,
                left: body.left(),
            };
            y = placing.place(placed, y) + if last { 0.0 } else { space::XL };
        }
        y - body.top()
    }
}

/// What placing the columns of one block needs to know.
struct Placing<'a> {
    fit: &'a MatrixFit<'a>,
    block: Block,
    columns: Range<usize>,
    /// Whether it is the last one, at which counts stand.
    last: bool,
    left: f32,
}

impl Placing<'_> {
    /// Adds a text whose middle, or the part `across` of its width, lies at a place.
    fn put(&self, placed: &mut PlacedPicture, text: &str, pos: Pos2, across: f32) {
        let typesetter = self.fit.typesetter;
        let galley = typesetter.small(text);
        let size = galley.size();
        let pos = pos - vec2(across * size.x, size.y / 2.0);
        placed.put(&galley, pos, typesetter.palette.ink_soft);
    }

    /// The middle of a column, by its place in the block.
    fn column(&self, index: usize) -> f32 {
        self.left + self.fit.left() + (index as f32 + 0.5) * self.fit.pitch
    }

    /// Where counts end.
    fn right(&self) -> f32 {
        let columns = self.fit.across as f32 * self.fit.pitch;
        self.left + self.fit.left() + columns + gap(self.fit.width) + self.fit.counts_width
    }

    /// Places the columns; returns where they end.
    fn place(&self, placed: &mut PlacedPicture, top: f32) -> f32 {
        let fit = self.fit;
        let palette = fit.typesetter.palette;
        let mut y = top + fit.heads_height;
        let right = self.right();
        self.heads(placed, y);
        if self.last {
            let middle = pos2(right, y - fit.line / 2.0);
            self.put(placed, words::REPORTED, middle, 1.0);
        }
        for (unit, labels) in fit.matrix.units.iter().zip(&fit.labels) {
            if self.block.units {
                let heading = fit.typesetter.small(&unit.unit);
                let pos = pos2(self.left, y + space::XS);
                placed.put(&heading, pos, palette.ink_faint);
            }
            y += fit.unit_height(self.block);
            for (row, label) in unit.rows.iter().zip(labels) {
                placed.rule(pos2(self.left, y), pos2(right, y), palette.grid);
                let height = self.block.row_height(label);
                let middle = y + height / 2.0;
                let label_at = pos2(self.left, middle - label.size().y / 2.0);
                placed.put(label, label_at, palette.ink);
                self.cells(placed, row, y, height);
                if self.last {
                    self.put(placed, &count_words(row), pos2(right, middle), 1.0);
                }
                y += height;
            }
        }
        placed.rule(pos2(self.left, y), pos2(right, y), palette.hairline);
        if fit.matrix.rows() < 2 {
            // Of one metric the cells themselves say it.
            return y + space::S;
        }
        self.totals(placed, y)
    }

    /// How many metrics each operation reports, under the rows; returns where that ends.
    fn totals(&self, placed: &mut PlacedPicture, y: f32) -> f32 {
        let fit = self.fit;
        let middle = y + space::S + fit.line / 2.0;
        let text = words::reported_of(fit.matrix.rows());
        let typesetter = fit.typesetter;
        let total = typesetter.small_within(&text, fit.labels_width);
        let color = typesetter.palette.ink_soft;
        placed.put(&total, pos2(self.left, y + space::S), color);
        for (index, reported) in fit.matrix.totals[self.columns.clone()].iter().enumerate() {
            let pos = pos2(self.column(index), middle);
            self.put(placed, &reported.to_string(), pos, 0.5);
        }
        y + space::M + total.size().y
    }

    fn heads(&self, placed: &mut PlacedPicture, bottom: f32) {
        let fit = self.fit;
        let palette = fit.typesetter.palette;
        let angle = fit.heads.angle();
        let operations = fit.operations().skip(self.columns.start);
        for (index, operation) in operations.take(self.columns.len()).enumerate() {
            let galley = fit.name(operation, fit.heads);
            let size = galley.size();
            let foot = pos2(self.column(index), bottom - space::XS);
            let pos = match fit.heads {
                Heads::Flat => foot - vec2(size.x / 2.0, size.y),
                // The middle of the text's left edge stands on the foot.
                Heads::Slanted | Heads::Standing => {
                    foot - vec2(-angle.sin(), angle.cos()) * (size.y / 2.0)
                        - vec2(0.0, angle.cos() * size.y / 2.0)
                }
            };
            let color = palette.name(operation.quiet);
            placed.texts.push(PlacedText {
                angle,
                ..PlacedText::new(galley, pos, color)
            });
        }
    }

    fn cells(&self, placed: &mut PlacedPicture, row: &MatrixRow, top: f32, height: f32) {
        let fit = self.fit;
        let across = (fit.pitch * 0.72).min(fit.pitch - STAR);
        let side = across.min(self.block.row * 0.72).min(CELL);
        for (index, &cell) in row.cells[self.columns.clone()].iter().enumerate() {
            let shown = &fit.spec.figures[cell];
            let middle = pos2(self.column(index), top + height / 2.0);
            let place = Rect::from_center_size(middle, vec2(fit.pitch, height));
            let rect = Rect::from_center_size(middle, Vec2::splat(side));
            if shown.is_starred() {
                // Between this cell and the next.
                let x = f32::midpoint(rect.right(), place.right()) + 0.5;
                self.put(placed, "*", pos2(x, middle.y), 0.5);
            }
            let form = Form::Cell(rect, Statement::of(shown.value));
            placed.mark(fit.spec, cell, form);
            placed.hits.push(Hit {
                rect: place,
                figures: vec![cell],
            });
        }
    }
}
