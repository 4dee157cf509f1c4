//! Countries by operations: what is known of the part each country took in each, region by region,
//! on one page or several.

use std::ops::Range;

use crate::model::{Country, Region};
use crate::query::countries::{Cell, List};

/// Countries and territories by operations.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// The operations over the columns.
    pub columns: Vec<GridColumn>,
    /// The regions of which there are countries, in the order of the list of regions.
    pub regions: Vec<GridRegion>,
    /// The operations whose lists leave something open.
    pub open: Vec<(String, List)>,
    /// How many other countries may be among those asked for, for all that is known.
    pub others: usize,
    /// To which countries it is narrowed, in words; `None` for all that any of the operations
    /// names.
    pub narrowed: Option<String>,
    /// Whether other countries follow on a further page.
    pub goes_on: bool,
}

/// An operation over a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridColumn {
    /// Which of the picture's operations.
    pub operation: usize,
    /// How many of the countries shown are known to have taken part.
    pub took_part: usize,
    /// Whether its list leaves open whether more did, of those shown or of others.
    pub may_be_more: bool,
}

/// The countries of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct GridRegion {
    /// The region.
    pub region: Region,
    /// How many of its countries are known to have taken part in any of the operations, on all
    /// pages.
    pub took_part: usize,
    /// Whether lists leave open whether more did, of those shown or of others.
    pub may_be_more: bool,
    /// Whether it began on a page before.
    pub continued: bool,
    /// Its countries, by name.
    pub rows: Vec<GridRow>,
}

/// A country's row.
#[derive(Debug, Clone, PartialEq)]
pub struct GridRow {
    /// The country.
    pub country: Country,
    /// In how many of the operations it took part, by its place in the list of what is shown.
    pub count: usize,
    /// What is known of it in each, column by column.
    pub cells: Vec<GridCell>,
}

/// What is known of a country in an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GridCell {
    /// Its place in the list of what is shown.
    pub figure: usize,
    /// What is known.
    pub known: Cell,
}

impl Grid {
    /// Cut into so many parts with about as many rows each; `None` where there are fewer rows.
    pub(super) fn parts(&self, count: usize) -> Option<Vec<Self>> {
        let rows = self.rows().count();
        let cut = |part: usize| part * rows / count;
        let part = |part: usize| self.part(cut(part)..cut(part + 1), part + 1 < count);
        (rows >= count).then(|| (0..count).map(part).collect())
    }

    /// Some of its rows.
    fn part(&self, rows: Range<usize>, goes_on: bool) -> Self {
        let mut before = 0;
        let regions = self.regions.iter().filter_map(|region| {
            let place = |row: usize| row.saturating_sub(before).min(region.rows.len());
            let own = place(rows.start)..place(rows.end);
            before += region.rows.len();
            let continued = region.continued || own.start > 0;
            let rows = region.rows.get(own).filter(|rows| !rows.is_empty())?;
            Some(GridRegion {
                continued,
                rows: rows.to_vec(),
                ..*region
            })
        });
        Self {
            regions: regions.collect(),
            goes_on,
            ..self.clone()
        }
    }

    /// Every country's row, region by region.
    pub fn rows(&self) -> impl Iterator<Item = &GridRow> {
        self.regions.iter().flat_map(|region| &region.rows)
    }
}

impl GridRow {
    /// Whether it may have taken part in one of the operations, for all that is known.
    pub fn may_have(&self) -> bool {
        let mut cells = self.cells.iter();
        !self.took_part() && cells.any(|cell| cell.known.known.took_part().is_none())
    }

    /// Whether it is known to have taken part in any of the operations.
    pub fn took_part(&self) -> bool {
        let mut cells = self.cells.iter();
        cells.any(|cell| cell.known.known.took_part() == Some(true))
    }
}
