//! A row of one of our own tables, and what stands in its columns.

use std::collections::BTreeMap;

use super::cell::{list, text};
use crate::file::country_said;
use crate::import::{Asked, CellPlace, Grid};
use crate::model::{
    Country, Earlier, Grade, NoAddress, PartialDate, Quantity, Report, Source, SourceId, Status,
    Trail,
};
use crate::query::tables::{LEFT_OUT, NOT_APPLICABLE};

/// The name of a column by its head, which may be written with capitals and blanks.
pub(super) fn column(head: &str) -> String {
    head.trim().to_lowercase().replace(' ', "_")
}

/// Where each column of a table stands.
#[derive(Debug, Clone)]
pub(super) struct Columns(std::rc::Rc<BTreeMap<String, usize>>);

impl Columns {
    pub fn of(grid: &Grid) -> Self {
        let heads = grid.rows.first().into_iter().flatten();
        let heads = heads.enumerate().map(|(index, head)| (column(head), index));
        Self(std::rc::Rc::new(heads.collect()))
    }
}

/// A row of a table.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    pub grid: &'a Grid,
    pub columns: Columns,
    pub cells: &'a [String],
    pub number: usize,
}

impl Row<'_> {
    pub fn cell(&self, column: &str) -> &str {
        let at = self.columns.0.get(column);
        let cell = at.and_then(|&at| self.cells.get(at));
        cell.map_or("", String::as_str)
    }

    /// The text of a cell; `None` where it is empty.
    pub fn text(&self, column: &str) -> Option<String> {
        Some(text(self.cell(column))).filter(|text| !text.is_empty())
    }

    pub fn list(&self, column: &str) -> Vec<String> {
        list(self.cell(column))
    }

    pub fn id<T: From<String>>(&self, column: &str) -> T {
        T::from(self.text(column).unwrap_or_default())
    }

    pub fn ids<T: From<String>>(&self, column: &str) -> Vec<T> {
        self.list(column).into_iter().map(T::from).collect()
    }

    pub fn place(&self, column: &str) -> CellPlace {
        CellPlace {
            column: self.columns.0.get(column).copied(),
            ..self.whole()
        }
    }

    pub fn whole(&self) -> CellPlace {
        CellPlace {
            sheet: self.grid.name.clone(),
            row: self.number,
            column: None,
        }
    }

    pub fn refused<T>(&self, column: &str) -> Result<T, Asked> {
        let told = self.cell(column).to_owned();
        Err(Asked::NotOneOf(self.place(column), told))
    }

    /// One of several by its name; `None` where the cell is empty.
    pub fn one_of<T: Copy>(
        &self,
        column: &str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>, Asked> {
        let Some(text) = self.text(column) else {
            return Ok(None);
        };
        let mut named = all.iter().copied();
        match named.find(|&one| name(one).eq_ignore_ascii_case(&text)) {
            Some(one) => Ok(Some(one)),
            None => self.refused(column),
        }
    }

    pub fn date(&self, column: &str) -> Result<Option<PartialDate>, Asked> {
        let Some(text) = self.text(column) else {
            return Ok(None);
        };
        match PartialDate::parse(&text) {
            Some(date) => Ok(Some(date)),
            None => Err(Asked::NoDate(self.place(column), text)),
        }
    }

    pub fn number(&self, column: &str) -> Result<Option<u64>, Asked> {
        let Some(text) = self.text(column) else {
            return Ok(None);
        };
        match text.parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => Err(Asked::Number(self.place(column), text)),
        }
    }

    pub fn country(&self, text: &str, column: &str) -> Result<Country, Asked> {
        let country = Country::from_code(text).or_else(|| country_said(text));
        country.ok_or_else(|| Asked::Country(self.place(column), text.to_owned()))
    }

    pub fn countries(&self, column: &str) -> Result<Vec<Country>, Asked> {
        let codes = self.list(column);
        codes
            .iter()
            .map(|code| self.country(code, column))
            .collect()
    }

    pub fn source(&self) -> Result<Source, Asked> {
        let why = self.text("no_address");
        let unsaid = NoAddress::Unsaid;
        Ok(Source {
            publisher: self.text("publisher").unwrap_or_default(),
            title: self.text("title").unwrap_or_default(),
            date: self.date("date")?,
            address: match (self.text("address"), why) {
                (Some(address), _) => Ok(address),
                (None, Some(why)) if why != unsaid.words() => Err(NoAddress::Because(why)),
                (None, _) => Err(unsaid),
            },
            grade: match self.one_of("grade", &Grade::ALL, Grade::key)? {
                Some(grade) => grade,
                None => return self.refused("grade"),
            },
            note: self.text("note"),
        })
    }

    /// What a row states, and whether it is the report to show; `None` where it states no number.
    pub fn report(&self) -> Result<Option<(Report, bool)>, Asked> {
        let Some(quantity) = self.quantity("")? else {
            return Ok(None);
        };
        let source: SourceId = self.id("source");
        let report = Report {
            wording: self.text("wording"),
            note: self.text("note"),
            status: self.one_of("status", &Status::ALL, Status::key)?,
            revised_from: self.earlier()?.map(Box::new),
            trail: self.trail()?.map(Box::new),
            ..Report::of(quantity, source)
        };
        Ok(Some((report, self.cell("preferred") == "true")))
    }

    /// What a number was before it was revised; `None` where a row does not say so.
    pub fn earlier(&self) -> Result<Option<Earlier>, Asked> {
        let source = self.text("revised_from_source").map(Into::into);
        let quantity = self.quantity("revised_from")?;
        Ok(quantity.map(|quantity| Earlier { quantity, source }))
    }

    /// How what a row states can be checked again; `None` where it says nothing of that.
    pub fn trail(&self) -> Result<Option<Trail>, Asked> {
        let checked = self.date("checked")?;
        let trail = Trail {
            excerpt: self.text("excerpt"),
            archived: self.text("archived"),
            checked: checked.zip(self.text("checked_by")),
        };
        Ok(Some(trail).filter(|trail| *trail != Trail::default()))
    }

    /// The number in some columns: `value`, `qualifier`, `lower` and `upper`, or those that begin
    /// with a name of their own.
    pub fn quantity(&self, of: &str) -> Result<Option<Quantity>, Asked> {
        let column = |name: &str| match (of, name) {
            ("", name) => name.to_owned(),
            (of, "value") => of.to_owned(),
            (of, name) => format!("{of}_{name}"),
        };
        let number = |name: &str| match self.number(&column(name))? {
            Some(number) => Ok(number),
            None => self.refused(&column(name)),
        };
        let quantity = match self.cell(&column("qualifier")) {
            "" | LEFT_OUT | NOT_APPLICABLE => return Ok(None),
            "exact" => Quantity::Exactly(number("value")?),
            "about" => Quantity::About(number("value")?),
            "nearly" => Quantity::Nearly(number("value")?),
            "more_than" => Quantity::MoreThan(number("value")?),
            "at_least" => Quantity::AtLeast(number("value")?),
            "up_to" => Quantity::UpTo(number("value")?),
            "between" => Quantity::Between(number("lower")?, number("upper")?),
            "several" => Quantity::Several,
            "dozens" => Quantity::Dozens,
            "hundreds" => Quantity::Hundreds,
            "thousands" => Quantity::Thousands,
            _ => return self.refused(&column("qualifier")),
        };
        Ok(Some(quantity))
    }
}
