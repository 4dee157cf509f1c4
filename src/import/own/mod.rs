//! Our own exported tables, which together hold all that a dataset states.

mod cases;
mod cell;
mod operations;

use std::collections::BTreeMap;

use super::{Asked, CellPlace, Grid, Incoming, Passed};
use crate::model::{
    Dataset, Divisor, Earlier, Grade, Metric, NoAddress, PartialDate, Quantity, Report, Source,
    SourceId, Status, Trail,
};
use crate::query::tables::Table;
use cell::{list, text};

/// The first columns of each table, by which it is known. What countries were asked for begins as
/// the table of countries does.
const FIRST: [(Table, &[&str]); 14] = [
    (
        Table::Figures,
        &["operation", "metric", "value", "qualifier"],
    ),
    (Table::Operations, &["operation", "name", "lead", "from"]),
    (
        Table::Countries,
        &["country", "name", "region", "subregion"],
    ),
    (Table::Cases, &["case", "operation", "title", "countries"]),
    (Table::Sources, &["source", "publisher", "title", "date"]),
    (Table::Metrics, &["metric", "label", "unit", "definition"]),
    (Table::Findings, &["operation", "finding", "sources"]),
    (Table::People, &["case", "part", "group", "who"]),
    (Table::Seizures, &["case", "item", "what", "value"]),
    (Table::Routes, &["case", "stop", "step", "country"]),
    (
        Table::CoordinationUnits,
        &["operation", "country", "place", "note"],
    ),
    (Table::Supporters, &["operation", "name", "role", "sources"]),
    (Table::Datasets, &["dataset", "title", "summary"]),
    (
        Table::Participation,
        &["country", "name", "operation", "took_part"],
    ),
];

fn table(grid: &Grid) -> Option<Table> {
    let heads = grid.rows.first()?;
    let begins = |first: &[&str]| {
        heads.len() >= first.len() && heads.iter().zip(first).all(|(head, name)| head == name)
    };
    let known = FIRST.iter().find(|(_, first)| begins(first));
    known.map(|(table, _)| *table)
}

/// Whether a table is one of ours.
pub(super) fn is_own(grid: &Grid) -> bool {
    table(grid).is_some()
}

/// Gathers what our own tables say.
pub(super) fn gather(grids: &[&Grid], dataset: &Dataset, incoming: &mut Incoming) {
    let mut rows: BTreeMap<&str, Vec<Row<'_>>> = BTreeMap::new();
    for grid in grids {
        let Some(table) = table(grid) else { continue };
        if matches!(table, Table::Countries | Table::Participation) {
            incoming.passed.push(Passed::Derived(grid.name.clone()));
        }
        let columns = Columns::of(grid);
        let of_grid = grid.rows.iter().enumerate().skip(1);
        let of_grid = of_grid.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()));
        let of_grid = of_grid.map(|(index, cells)| Row {
            grid,
            columns: columns.clone(),
            cells,
            number: index + 1,
        });
        rows.entry(table.key()).or_default().extend(of_grid);
    }
    let mut tables = Tables { rows, incoming };
    tables.sources();
    tables.metrics();
    tables.datasets();
    operations::gather(&mut tables, dataset);
    cases::gather(&mut tables, dataset);
}

/// Where each column of a table stands.
#[derive(Debug, Clone)]
struct Columns<'a>(std::rc::Rc<BTreeMap<&'a str, usize>>);

impl<'a> Columns<'a> {
    fn of(grid: &'a Grid) -> Self {
        let heads = grid.rows.first().into_iter().flatten();
        let heads = heads
            .enumerate()
            .map(|(index, head)| (head.as_str(), index));
        Self(std::rc::Rc::new(heads.collect()))
    }
}

/// The rows of all tables, and what was understood of them.
struct Tables<'a, 'i> {
    rows: BTreeMap<&'static str, Vec<Row<'a>>>,
    incoming: &'i mut Incoming,
}

impl<'a> Tables<'a, '_> {
    fn take(&mut self, table: Table) -> Vec<Row<'a>> {
        self.rows.remove(table.key()).unwrap_or_default()
    }

    /// A value; where it is none, that is asked.
    fn wanted<T>(&mut self, value: Result<T, Asked>) -> Option<T> {
        value.map_err(|asked| self.incoming.asked.push(asked)).ok()
    }

    fn sources(&mut self) {
        for row in self.take(Table::Sources) {
            let source = row.source();
            if let Some(source) = self.wanted(source) {
                self.incoming.sources.insert(row.id("source"), source);
            }
        }
    }

    fn metrics(&mut self) {
        for row in self.take(Table::Metrics) {
            let not_per = row.list("not_per").into_iter().filter_map(|name| {
                let mut all = Divisor::ALL.into_iter();
                all.find(|divisor| divisor.key().eq_ignore_ascii_case(&name))
            });
            self.incoming.metrics.push(Metric {
                id: row.id("metric"),
                label: row.text("label").unwrap_or_default(),
                unit: row.text("unit").unwrap_or_default(),
                definition: row.text("definition").unwrap_or_default(),
                part_of: row.text("part_of").map(Into::into),
                not_per: not_per.collect(),
            });
        }
    }

    fn datasets(&mut self) {
        // Of several nobody can say which one is meant.
        if let [row] = self.take(Table::Datasets).as_slice() {
            let title = row.text("title").unwrap_or_default();
            self.incoming.dataset = Some((title, row.text("summary")));
        }
    }

    /// The publications of the tables and of the dataset.
    fn all_sources(&self, dataset: &Dataset) -> BTreeMap<SourceId, Source> {
        let mut all = dataset.sources.clone();
        all.extend(self.incoming.sources.clone());
        all
    }
}

/// A row of a table.
#[derive(Debug, Clone)]
struct Row<'a> {
    grid: &'a Grid,
    columns: Columns<'a>,
    cells: &'a [String],
    number: usize,
}

impl Row<'_> {
    fn cell(&self, column: &str) -> &str {
        let at = self.columns.0.get(column);
        let cell = at.and_then(|&at| self.cells.get(at));
        cell.map_or("", String::as_str)
    }

    /// The text of a cell; `None` where it is empty.
    fn text(&self, column: &str) -> Option<String> {
        Some(text(self.cell(column))).filter(|text| !text.is_empty())
    }

    fn list(&self, column: &str) -> Vec<String> {
        list(self.cell(column))
    }

    fn id<T: From<String>>(&self, column: &str) -> T {
        T::from(self.text(column).unwrap_or_default())
    }

    fn ids<T: From<String>>(&self, column: &str) -> Vec<T> {
        self.list(column).into_iter().map(T::from).collect()
    }

    fn place(&self, column: &str) -> CellPlace {
        CellPlace {
            sheet: self.grid.name.clone(),
            row: self.number,
            column: self.columns.0.get(column).copied(),
        }
    }

    fn refused<T>(&self, column: &str) -> Result<T, Asked> {
        let told = self.cell(column).to_owned();
        Err(Asked::NotOneOf(self.place(column), told))
    }

    /// One of several by its name; `None` where the cell is empty.
    fn one_of<T: Copy>(
        &self,
        column: &str,
        all: &[T],
        name: impl Fn(T) -> &'static str,
    ) -> Result<Option<T>, Asked> {
        let Some(text) = self.text(column) else {
            return Ok(None);
        };
        let mut named = all.iter().copied();
        match named.find(|&one| name(one) == text) {
            Some(one) => Ok(Some(one)),
            None => self.refused(column),
        }
    }

    fn date(&self, column: &str) -> Result<Option<PartialDate>, Asked> {
        let Some(text) = self.text(column) else {
            return Ok(None);
        };
        match PartialDate::parse(&text) {
            Some(date) => Ok(Some(date)),
            None => Err(Asked::NoDate(self.place(column), text)),
        }
    }

    fn number(&self, column: &str) -> Result<Option<u64>, Asked> {
        let Some(text) = self.text(column) else {
            return Ok(None);
        };
        match text.parse() {
            Ok(number) => Ok(Some(number)),
            Err(_) => Err(Asked::Number(self.place(column), text)),
        }
    }

    fn country(&self, text: &str, column: &str) -> Result<crate::model::Country, Asked> {
        let country = crate::model::Country::from_code(text);
        country.ok_or_else(|| Asked::Country(self.place(column), text.to_owned()))
    }

    fn countries(&self, column: &str) -> Result<Vec<crate::model::Country>, Asked> {
        let codes = self.list(column);
        codes
            .iter()
            .map(|code| self.country(code, column))
            .collect()
    }

    fn source(&self) -> Result<Source, Asked> {
        let grades = [Grade::Official, Grade::Reprint, Grade::News];
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
            grade: match self.one_of("grade", &grades, Grade::key)? {
                Some(grade) => grade,
                None => return self.refused("grade"),
            },
            note: self.text("note"),
        })
    }

    /// What a row states, and whether it is the report to show; `None` where it states no number.
    fn report(&self) -> Result<Option<(Report, bool)>, Asked> {
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
    fn earlier(&self) -> Result<Option<Earlier>, Asked> {
        let source = self.text("revised_from_source").map(Into::into);
        let quantity = self.quantity("revised_from")?;
        Ok(quantity.map(|quantity| Earlier { quantity, source }))
    }

    /// How what a row states can be checked again; `None` where it says nothing of that.
    fn trail(&self) -> Result<Option<Trail>, Asked> {
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
    fn quantity(&self, of: &str) -> Result<Option<Quantity>, Asked> {
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

/// What stands for a number that a problem left out.
const LEFT_OUT: &str = "left_out";

/// What stands for a number that there cannot be.
const NOT_APPLICABLE: &str = "not_applicable";

/// Has a dataset say itself which of several reports is to be shown, where its sources would have
/// another one shown.
fn prefer(reports: &mut [Report], shown: Option<usize>, sources: &BTreeMap<SourceId, Source>) {
    let by_rule = Report::preferred(reports, sources);
    let Some(shown) = shown.and_then(|at| reports.get(at)) else {
        return;
    };
    if by_rule.is_some_and(|by_rule| !std::ptr::eq(by_rule, shown)) {
        let at = reports.iter().position(|one| std::ptr::eq(one, shown));
        if let Some(report) = at.and_then(|at| reports.get_mut(at)) {
            report.preferred = true;
        }
    }
}
