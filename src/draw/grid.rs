//! Where a grid of countries and operations goes: regions and countries in as many columns of rows
//! as there is room for, under each a sign for each operation, counts at the ends of both.

use eframe::egui;
use egui::{Pos2, Rect, pos2, vec2};

use super::grid_fit::{Filled, GridFit, Line, region_words, total_words};
use super::matrix_fit::Heads;
use super::placed::{Form, Hit, PlacedMark, PlacedPicture, PlacedText};
use super::theme::{Weight, size, space};
use crate::chart::{GridColumn, GridRow};
use crate::words;

/// The room a sign asks for.
const SIGN: f32 = 19.0;

impl GridFit<'_> {
    /// Places a grid in `body`; returns the height it takes.
    pub(super) fn place(&self, placed: &mut PlacedPicture, body: Rect) -> f32 {
        let Some(filled) = self.filled(body.height()) else {
            return 0.0;
        };
        let parts = self.grid.columns.chunks(filled.layout.across);
        let (count, mut top) = (parts.len(), body.top());
        for (part, columns) in parts.enumerate() {
            let from = part * filled.layout.across;
            let mut foot = top;
            for (index, lines) in filled.columns.iter().enumerate() {
                let left = body.left() + index as f32 * filled.stride;
                let placing = Placing {
                    fit: self,
                    filled: &filled,
                    columns,
                    from,
                    counts: part + 1 == count && self.counts_width > 0.0,
                    left,
                };
                let is_last = index + 1 == filled.columns.len();
                foot = placing.place(placed, lines, top, is_last).max(foot);
            }
            top = foot + space::XL;
        }
        top - space::XL - body.top()
    }
}

/// What placing a column of rows needs to know.
struct Placing<'a> {
    fit: &'a GridFit<'a>,
    filled: &'a Filled,
    /// The operations over it.
    columns: &'a [GridColumn],
    /// The place of the first of them among all.
    from: usize,
    /// Whether counts stand at the ends of its rows.
    counts: bool,
    left: f32,
}

impl Placing<'_> {
    /// The left of the first operation.
    fn first(&self) -> f32 {
        self.left + self.filled.names + space::S
    }

    /// The middle of an operation's column.
    fn middle(&self, index: usize) -> f32 {
        self.first() + (index as f32 + 0.5) * self.filled.pitch
    }

    /// Where its rows end.
    fn right(&self) -> f32 {
        let counts = if self.counts {
            self.fit.counts_width
        } else {
            0.0
        };
        self.first() + self.columns.len() as f32 * self.filled.pitch + counts
    }

    /// Adds a small text whose part `across` of its width lies at a place.
    fn put(&self, placed: &mut PlacedPicture, text: &str, pos: Pos2, across: f32) {
        let galley = self.fit.typesetter.small(text);
        let corner = pos - vec2(across * galley.size().x, galley.size().y / 2.0);
        placed.put(&galley, corner, self.fit.typesetter.palette.ink_soft);
    }

    /// Places heads, lines and, under the last column, totals; returns where they end.
    fn place(&self, placed: &mut PlacedPicture, lines: &[Line], top: f32, is_last: bool) -> f32 {
        let fit = self.fit;
        let palette = fit.typesetter.palette;
        let mut y = top + self.filled.layout.heads_height;
        self.heads(placed, y);
        for &line in lines {
            let height = fit.line_height(line, self.filled.row);
            match line {
                Line::Region(region, continued) => {
                    let region = &fit.grid.regions[region];
                    let (says, weight) = if continued || region.continued {
                        (words::region_continued(region.region), Weight::Regular)
                    } else {
                        (region_words(region), Weight::SemiBold)
                    };
                    let width = self.filled.names + space::S;
                    let says = fit.typesetter.text(&says, weight, size::SMALL, width);
                    let corner = pos2(self.left, y + height - says.size().y - 1.0);
                    placed.put(&says, corner, palette.ink);
                }
                Line::Row(region, place) => {
                    let row = &fit.grid.regions[region].rows[place];
                    let name = &fit.names[region][place];
                    let color = palette.name(!row.took_part());
                    placed.rule(pos2(self.left, y), pos2(self.right(), y), palette.grid);
                    let corner = pos2(self.left, y + (height - name.size().y) / 2.0);
                    placed.put(name, corner, color);
                    self.row(placed, row, y, height);
                }
            }
            y += height;
        }
        placed.rule(pos2(self.left, y), pos2(self.right(), y), palette.hairline);
        if !is_last || fit.grid.goes_on {
            return y;
        }
        let middle = y + space::S + fit.line / 2.0;
        self.put(placed, words::KNOWN_IN_ALL, pos2(self.left, middle), 0.0);
        let layout = &self.filled.layout;
        for (index, column) in self.columns.iter().enumerate() {
            let (total, x) = (total_words(column), self.middle(index));
            if fit.turns_totals(layout) {
                let total = fit.typesetter.small(&total);
                let corner = pos2(x - total.size().y / 2.0, y + space::S + total.size().x);
                placed.texts.push(PlacedText {
                    angle: Heads::Standing.angle(),
                    ..PlacedText::new(total, corner, palette.ink_soft)
                });
            } else {
                self.put(placed, &total, pos2(x, middle), 0.5);
            }
        }
        y + fit.totals_height(layout)
    }

    /// The names of the operations, their feet at `bottom`.
    fn heads(&self, placed: &mut PlacedPicture, bottom: f32) {
        let fit = self.fit;
        let palette = fit.typesetter.palette;
        let heads = self.filled.layout.heads;
        let foot = bottom - space::XS;
        for (index, column) in self.columns.iter().enumerate() {
            let operation = &fit.spec.operations[column.operation];
            let color = palette.name(operation.quiet);
            match heads {
                Heads::Flat => {
                    let head = fit.head(&operation.name, self.filled.pitch - space::XS);
                    let corner = vec2(head.size().x / 2.0, head.size().y);
                    placed.put(&head, pos2(self.middle(index), foot) - corner, color);
                }
                Heads::Slanted | Heads::Standing => {
                    let head = fit.head(&operation.name, f32::INFINITY);
                    let corner = pos2(self.middle(index) - head.size().y / 2.0, foot);
                    placed.texts.push(PlacedText {
                        angle: Heads::Standing.angle(),
                        ..PlacedText::new(head, corner, color)
                    });
                }
            }
        }
        if self.counts {
            let of_all = words::of_so_many(fit.grid.columns.len());
            let at = pos2(self.right(), foot - fit.line / 2.0);
            self.put(placed, &of_all, at, 1.0);
        }
    }

    fn row(&self, placed: &mut PlacedPicture, row: &GridRow, top: f32, height: f32) {
        let fit = self.fit;
        let down = top..=top + height;
        let name = Rect::from_x_y_ranges(self.left..=self.first(), down.clone());
        if self.from == 0 {
            placed.hits.push(Hit {
                rect: name,
                figures: vec![row.count],
            });
        }
        if self.counts {
            let count = &fit.spec.figures[row.count].label;
            self.put(placed, count, pos2(self.right(), top + height / 2.0), 1.0);
        }
        let size = (self.filled.row.min(self.filled.pitch) / SIGN).min(1.0);
        let cells = row.cells.iter().skip(self.from).zip(self.columns);
        for (index, (cell, column)) in cells.enumerate() {
            let operation = &fit.spec.operations[column.operation];
            let middle = pos2(self.middle(index), top + height / 2.0);
            let half = self.filled.pitch / 2.0;
            let across = middle.x - half..=middle.x + half;
            placed.marks.push(PlacedMark {
                place: operation.place,
                quiet: operation.quiet,
                form: Form::TakingPart {
                    middle,
                    size,
                    known: cell.known,
                },
            });
            placed.hits.push(Hit {
                rect: Rect::from_x_y_ranges(across, down.clone()),
                figures: vec![cell.figure],
            });
        }
    }
}
