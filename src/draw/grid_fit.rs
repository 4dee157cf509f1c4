//! How a grid of countries and operations fits: how its heads stand, how many columns of rows stand
//! beside each other, and which rows stand in which.

use std::sync::Arc;

use eframe::egui::Galley;

use super::matrix_fit::Heads;
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, Grid, GridColumn, GridRegion, GridRow};
use crate::words;

/// How high rows are, from least to most.
const ROW: (f32, f32) = (15.5, 22.0);
/// From one operation to the next under heads that stand upright, at least and at most.
const PITCH: (f32, f32) = (15.0, 34.0);
/// The same under heads that lie flat.
const FLAT: (f32, f32) = (24.0, 88.0);
/// The widest that names of countries are before they go on in a second line, and how much of the
/// width that is at most.
const NAME: (f32, f32) = (176.0, 0.5);
/// How much wider than they need to be names stand where there is room.
const WIDER: f32 = 48.0;
/// Between two columns of rows.
const GAP: f32 = space::XL + space::S;
/// A column of rows is not wider where there may be another, and not lower.
const WIDEST: f32 = 480.0;
const FEWEST: usize = 8;

/// A grid with its texts laid out.
pub(super) struct GridFit<'a> {
    pub(super) typesetter: &'a Typesetter<'a>,
    pub(super) spec: &'a ChartSpec,
    pub(super) grid: &'a Grid,
    pub(super) width: f32,
    /// The height of a line of text.
    pub(super) line: f32,
    /// The names of countries, region by region.
    pub(super) names: Vec<Vec<Arc<Galley>>>,
    name_width: f32,
    /// How wide the counts are; nothing where there is one operation, of which they say nothing.
    pub(super) counts_width: f32,
    /// The widest total under a column.
    totals_width: f32,
    /// The ways it can be laid out, the easiest to read first.
    layouts: Vec<Layout>,
}

/// A way to lay it out.
#[derive(Clone, Copy)]
pub(super) struct Layout {
    /// How the names of operations stand.
    pub(super) heads: Heads,
    /// How high they are.
    pub(super) heads_height: f32,
    /// How many operations stand beside one another.
    pub(super) across: usize,
    /// From one to the next, at least and at most.
    pitch: (f32, f32),
    /// How many columns of rows fit beside one another.
    columns: usize,
    /// The least height.
    least: f32,
}

/// A line of a column of rows.
#[derive(Clone, Copy)]
pub(super) enum Line {
    /// A region's name, and whether it began in the column before.
    Region(usize, bool),
    /// A country, by region and row.
    Row(usize, usize),
}

/// What fills a room: columns of lines, and how wide and high everything is.
pub(super) struct Filled {
    pub(super) layout: Layout,
    pub(super) columns: Vec<Vec<Line>>,
    /// From one column of rows to the next.
    pub(super) stride: f32,
    /// How wide names are.
    pub(super) names: f32,
    pub(super) pitch: f32,
    pub(super) row: f32,
}

impl<'a> GridFit<'a> {
    /// Lays the texts of a grid out.
    pub(super) fn of(
        typesetter: &'a Typesetter<'a>,
        spec: &'a ChartSpec,
        grid: &'a Grid,
        width: f32,
    ) -> Self {
        let most = NAME.0.min(width * NAME.1);
        let name = |row: &GridRow| typesetter.small_within(row.country.name(), most);
        let names = grid.regions.iter().map(|region| {
            let rows = region.rows.iter();
            rows.map(name).collect::<Vec<_>>()
        });
        let names: Vec<Vec<Arc<Galley>>> = names.collect();
        let regions = grid.regions.iter().map(|region| {
            let heading = region_words(region);
            typesetter
                .line(&heading, Weight::SemiBold, size::SMALL)
                .size()
                .x
        });
        let widths = names.iter().flatten().map(|name| name.size().x);
        let name_width = widths.chain(regions.map(|wide| wide.min(most)));
        let counts = grid
            .rows()
            .map(|row| spec.figures[row.count].label.as_str());
        let of_all = words::of_so_many(grid.columns.len());
        let counts = counts.chain([of_all.as_str()]);
        let counts = counts.map(|text| typesetter.small(text).size().x);
        let counts_width = if grid.columns.len() > 1 {
            counts.fold(0.0, f32::max) + space::S
        } else {
            0.0
        };
        let totals = grid.columns.iter().map(|column| {
            let total = total_words(column);
            typesetter.small(&total).size().x
        });
        let mut fit = Self {
            totals_width: totals.fold(0.0, f32::max),
            name_width: name_width.fold(0.0, f32::max),
            line: typesetter.small_height(),
            typesetter,
            spec,
            grid,
            width,
            names,
            counts_width,
            layouts: Vec::new(),
        };
        let layouts = [Heads::Flat, Heads::Standing];
        let layouts = layouts.into_iter().filter_map(|heads| fit.layout(heads));
        fit.layouts = layouts.collect();
        fit
    }

    /// A way to lay it out; `None` where words over the columns would be wider than these.
    fn layout(&self, heads: Heads) -> Option<Layout> {
        let text = |text: &str| self.head(text, f32::INFINITY).size();
        let names = self.operations();
        let (pitch, heads_height) = match heads {
            Heads::Flat => {
                let words = names.flat_map(|name| name.split_whitespace());
                let widest = words.map(|word| text(word).x).fold(FLAT.0, f32::max) + space::S;
                if widest > FLAT.1 {
                    return None;
                }
                let heights = self.operations().map(|name| {
                    let head = self.head(name, widest - space::XS);
                    head.size().y
                });
                ((widest, FLAT.1), heights.fold(0.0, f32::max))
            }
            Heads::Slanted | Heads::Standing => {
                (PITCH, names.map(|name| text(name).x).fold(0.0, f32::max))
            }
        };
        let count = self.grid.columns.len().max(1);
        let beside = self.name_width + self.counts_width + 2.0 * space::S;
        let fitting = (((self.width - beside) / pitch.0) as usize).clamp(1, count);
        let across = count.div_ceil(count.div_ceil(fitting));
        let block = beside + across as f32 * pitch.0;
        let mut layout = Layout {
            heads,
            heads_height: heads_height + space::S,
            across,
            pitch,
            columns: (((self.width + GAP) / (block + GAP)) as usize).max(1),
            least: 0.0,
        };
        let lowest = self.tallest(&layout, &self.packed(ROW.0, layout.columns), ROW.0);
        let parts = layout.parts(count) as f32;
        layout.least = (layout.heads_height + lowest) * parts + space::XL * (parts - 1.0);
        Some(layout)
    }

    /// The names of the operations.
    pub(super) fn operations(&self) -> impl Iterator<Item = &str> {
        let columns = self.grid.columns.iter();
        columns.map(|column| self.spec.operations[column.operation].name.as_str())
    }

    /// An operation's name over its column.
    pub(super) fn head(&self, name: &str, width: f32) -> Arc<Galley> {
        self.typesetter
            .text(name, Weight::Medium, size::SMALL, width)
    }

    /// The least height of the whole body.
    pub(super) fn least_height(&self) -> f32 {
        let least = self.layouts.iter().map(|layout| layout.least);
        least.fold(f32::INFINITY, f32::min)
    }

    /// What fills a height: heads that lie where there is room for them, as few columns as fit, and
    /// rows as high as these allow.
    pub(super) fn filled(&self, height: f32) -> Option<Filled> {
        let fits = |layout: &&Layout| layout.least <= height + 0.5;
        let least = |a: &&Layout, b: &&Layout| a.least.total_cmp(&b.least);
        let mut layouts = self.layouts.iter();
        let layout = layouts.find(fits).or(self.layouts.iter().min_by(least))?;
        let parts = layout.parts(self.grid.columns.len()) as f32;
        let room = (height - space::XL * (parts - 1.0)) / parts - layout.heads_height;
        let rows = self.grid.rows().count();
        let wide = ((self.width + GAP) / (WIDEST + GAP)).ceil() as usize;
        let fewest = wide.min(rows.div_ceil(FEWEST)).clamp(1, layout.columns);
        let fits = |columns: &usize| {
            self.tallest(layout, &self.packed(ROW.0, *columns), ROW.0) <= room + 0.5
        };
        let columns = (fewest..layout.columns).find(fits);
        let columns = columns.unwrap_or(layout.columns);
        let heights = (0..=13).map(|step| ROW.1 - (ROW.1 - ROW.0) * step as f32 / 13.0);
        let fitting =
            |row: &f32| self.tallest(layout, &self.packed(*row, columns), *row) <= room + 0.5;
        let row = heights.into_iter().find(fitting).unwrap_or(ROW.0);
        let packed = self.packed(row, columns);
        let stride = (self.width + GAP) / columns as f32;
        let spare = stride - GAP - self.name_width - self.counts_width - 2.0 * space::S;
        let pitch = (spare / layout.across as f32).clamp(layout.pitch.0, layout.pitch.1);
        let rest = (spare - pitch * layout.across as f32).clamp(0.0, WIDER);
        Some(Filled {
            layout: *layout,
            columns: packed,
            stride,
            names: self.name_width + rest,
            pitch,
            row,
        })
    }

    /// How high a region's name is.
    pub(super) fn region_height(&self) -> f32 {
        self.line + space::S
    }

    /// Whether totals stand upright under the columns, for which they are too wide.
    pub(super) fn turns_totals(&self, layout: &Layout) -> bool {
        self.totals_width + 2.0 > layout.pitch.0
    }

    /// How high the totals under the last column are; nothing where a further page has them.
    pub(super) fn totals_height(&self, layout: &Layout) -> f32 {
        if self.grid.goes_on {
            return 0.0;
        }
        let turned = self.turns_totals(layout).then_some(self.totals_width);
        self.line.max(turned.unwrap_or(0.0)) + space::M
    }

    /// How high a line is, of rows of a height.
    pub(super) fn line_height(&self, line: Line, row: f32) -> f32 {
        match line {
            Line::Region(..) => self.region_height(),
            Line::Row(region, place) => row.max(self.names[region][place].size().y + 1.0),
        }
    }

    /// The lines in so many columns, as even as they can be.
    fn packed(&self, row: f32, columns: usize) -> Vec<Vec<Line>> {
        let rows = (0..self.names.len()).flat_map(|region| {
            let rows = 0..self.names[region].len();
            rows.map(move |place| Line::Row(region, place))
        });
        let rows: f32 = rows.map(|line| self.line_height(line, row)).sum();
        let heads = self.region_height() * self.names.len() as f32;
        let mut most = (rows + heads) / columns as f32;
        loop {
            let packed = self.packed_within(row, most);
            if packed.len() <= columns {
                return packed;
            }
            most += row / 2.0;
        }
    }

    /// The lines in columns that are not higher than this, each region's name with two rows.
    fn packed_within(&self, row: f32, most: f32) -> Vec<Vec<Line>> {
        let mut columns = vec![Vec::new()];
        let mut y = 0.0;
        for (region, names) in self.names.iter().enumerate() {
            for place in 0..names.len() {
                let height = self.line_height(Line::Row(region, place), row);
                let first = place == 0;
                let next = (place + 1).min(names.len() - 1);
                let needs = if first {
                    self.region_height() + height + self.line_height(Line::Row(region, next), row)
                } else {
                    height
                };
                let goes_on = y > 0.0 && y + needs > most;
                if goes_on {
                    columns.push(Vec::new());
                    y = 0.0;
                }
                let Some(column) = columns.last_mut() else {
                    break;
                };
                if first || goes_on {
                    column.push(Line::Region(region, !first));
                    y += self.region_height();
                }
                column.push(Line::Row(region, place));
                y += height;
            }
        }
        columns
    }

    /// How high the highest of some columns is, the last with the totals under it.
    fn tallest(&self, layout: &Layout, columns: &[Vec<Line>], row: f32) -> f32 {
        let height = |column: &Vec<Line>| {
            let lines = column.iter();
            lines.map(|&line| self.line_height(line, row)).sum::<f32>()
        };
        let last = columns.last().map_or(0.0, height) + self.totals_height(layout);
        columns.iter().map(height).fold(last, f32::max)
    }
}

impl Layout {
    /// In how many parts under one another so many operations stand.
    pub(super) fn parts(self, operations: usize) -> usize {
        operations.div_ceil(self.across).max(1)
    }
}

/// How many of the countries shown took part in an operation; empty where nobody can tell of any.
pub(super) fn total_words(column: &GridColumn) -> String {
    if column.took_part == 0 && column.may_be_more {
        return String::new();
    }
    words::at_least(column.took_part, column.may_be_more)
}

/// A region over its countries.
pub(super) fn region_words(region: &GridRegion) -> String {
    words::region_of(region.region, region.took_part, region.may_be_more)
}
