//! From tables to a proposal: what would be written into a dataset, what is there already, and
//! what has to be asked first. Takes bytes and values and gives values; nothing is written here.
//!
//! The way: `grid` and `workbook` make rows of cells of a file's bytes. Our own exported tables are
//! read by `own`, those of other people by `sheet`; both gather what they understand in
//! [`Incoming`]. `merge` holds that against the dataset and makes the edits.

mod built_in;
mod cases;
mod declared;
pub mod form;
mod grid;
mod heads;
mod hidden_rows;
mod job;
mod layout;
mod merge;
mod merge_operations;
mod metrics;
mod own;
mod reading;
pub mod release;
mod reports;
mod sheet;
mod sources;
mod told;
mod values;
mod workbook;

pub use built_in::{known_atlas, known_metrics};
pub use grid::{Grid, GridFault};
pub use heads::Meaning;
pub use job::{Becomes, Gathered, Job, Outcome, Tables};
pub use layout::Heads;
pub use merge::{Fields, Kind, Proposal, Put, Use};
pub use told::which_country;

use std::collections::BTreeMap;

pub use crate::file::Decimal;
use crate::file::edit::EditFault;
use crate::model::fault::Noun;
use crate::model::{
    Atlas, Case, Dataset, Grade, Metric, MetricId, Operation, OperationId, PartialDate, Report,
    Source, SourceId,
};

/// The tables in a file. `name` is its name without the path.
///
/// # Errors
/// When it holds none, or cannot be read.
pub fn grids(name: &str, bytes: &[u8]) -> Result<Vec<Grid>, GridFault> {
    if workbook::is_workbook(bytes) {
        workbook::grids(name, bytes)
    } else {
        Ok(vec![grid::separated(name, bytes)?])
    }
}

/// A cell of a table, as a spreadsheet counts it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CellPlace {
    /// The name of the file or sheet.
    pub sheet: String,
    /// The row, from 1.
    pub row: usize,
    /// The column, from 0; `None` for all of the row.
    pub column: Option<usize>,
}

/// What its owner says about a sheet where it can be read in several ways.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Answers {
    /// What the heads of columns and the names of metrics mean.
    pub meanings: Vec<(String, Meaning)>,
    /// Whether columns whose heads say nothing are passed over, numbers or not.
    pub passes_over_rest: bool,
    /// Which sign stands before decimals.
    pub decimal: Option<Decimal>,
    /// Whether the day stands before the month in dates of numbers.
    pub day_first: Option<bool>,
    /// The source of what names none.
    pub source: Option<SourceId>,
    /// That source, where the dataset does not have it yet.
    pub new_source: Option<Source>,
    /// The operation, by its id or name, of cases that name none.
    pub operation: Option<String>,
    /// How close the sheet's new sources stand to the people who counted, where it does not say.
    pub grade: Option<Grade>,
}

impl Answers {
    fn add_source(&self, incoming: &mut Incoming) {
        let new = self.source.clone().zip(self.new_source.clone());
        incoming.sources.extend(new);
    }
}

/// What has to be known before anything can be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Nothing in a file can be understood: which columns it should have.
    NoHeads(String),
    /// A column has numbers, and its head says nothing.
    Column(CellPlace, String),
    /// A head can mean several things.
    Date(CellPlace, String),
    /// A number has two readings; in how many cells there are such.
    Decimal(CellPlace, String, usize),
    /// Day and month can be taken for one another, and what the date is then.
    DayFirst(CellPlace, String, [PartialDate; 2]),
    /// No number can be made of a text.
    Number(CellPlace, String),
    /// It is no whole number, however the sign in it is read.
    NotWhole(CellPlace, String),
    /// No date can be made of a text.
    NoDate(CellPlace, String),
    /// It is the name of no country, or of several.
    Country(CellPlace, String),
    /// A text is none of those that can stand in its column.
    NotOneOf(CellPlace, String),
    /// A cell holds an error of a formula, or a formula without the value it had.
    NoValue(CellPlace, String),
    /// A row has more cells than there are heads.
    MoreCells(CellPlace),
    /// A cell says in words that there is nothing: 0, or not reported.
    NoneSaid(CellPlace, String),
    /// A row names no operation.
    NoOperation(CellPlace),
    /// Cases name no operation; how many.
    CaseNoOperation(CellPlace, usize),
    /// A case lacks something that every case has; how many do.
    CaseLacks(CellPlace, Meaning, usize),
    /// Of which of several groups of people a case tells the nationalities.
    WhoseNationalities(CellPlace),
    /// Each row of a sheet is a person.
    RowsArePeople(String),
    /// A name is that of no metric that is known.
    Metric(CellPlace, String),
    /// A number was compared with its source, and nobody says by whom.
    NoChecker(CellPlace),
    /// Rows name no source; how many.
    NoSource(CellPlace, usize),
    /// How close a new source stands to the people who counted.
    Grade(CellPlace, String),
    /// A source is named by an id that neither the dataset nor the tables have.
    UnknownSource(CellPlace, String),
    /// A case's numbers need the table of people.
    PeopleMissing(String),
    /// A source or a metric that should go is still named: what it is, what it is called, and by
    /// what it is named.
    StillNamed(Noun, String, Vec<Use>),
    /// The text of the dataset cannot be changed there.
    NotWritten(EditFault),
    /// What would be written contradicts itself or breaks a rule of datasets: the sentence that
    /// `check` would tell.
    Problem(String),
}

impl Asked {
    /// Where that is, where it is in a table.
    pub fn place(&self) -> Option<&CellPlace> {
        match self {
            Self::Column(place, _)
            | Self::Date(place, _)
            | Self::Decimal(place, ..)
            | Self::DayFirst(place, ..)
            | Self::Number(place, _)
            | Self::NotWhole(place, _)
            | Self::NoDate(place, _)
            | Self::Country(place, _)
            | Self::NotOneOf(place, _)
            | Self::NoValue(place, _)
            | Self::NoneSaid(place, _)
            | Self::MoreCells(place)
            | Self::NoOperation(place)
            | Self::CaseNoOperation(place, _)
            | Self::CaseLacks(place, ..)
            | Self::WhoseNationalities(place)
            | Self::NoChecker(place)
            | Self::Metric(place, _)
            | Self::NoSource(place, _)
            | Self::Grade(place, _)
            | Self::UnknownSource(place, _) => Some(place),
            Self::NoHeads(_)
            | Self::RowsArePeople(_)
            | Self::PeopleMissing(_)
            | Self::StillNamed(..)
            | Self::NotWritten(_)
            | Self::Problem(_) => None,
        }
    }
}

impl Passed {
    /// Where that is, where it is one place.
    pub fn place(&self) -> Option<&CellPlace> {
        match self {
            Self::Column(place, _)
            | Self::NotReported(place, ..)
            | Self::Example(place)
            | Self::Total(place, _)
            | Self::LeftOut(place) => Some(place),
            Self::Sheet(_) | Self::Hidden(_) | Self::HiddenRows(..) | Self::Derived(_) => None,
        }
    }
}

/// What was passed over, and may be, or was not though it is hidden.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passed {
    /// A sheet in which nothing is recognised, beside one in which something is.
    Sheet(String),
    /// A column whose head says nothing and that holds no numbers.
    Column(CellPlace, String),
    /// Cells that say that a number is not reported, which then is left out: where the first one is,
    /// what it says, and how many say the same.
    NotReported(CellPlace, String, usize),
    /// A sheet that is hidden.
    Hidden(String),
    /// Rows of a sheet that are hidden and were read too; how many.
    HiddenRows(String, usize),
    /// A row that shows how to write one.
    Example(CellPlace),
    /// A row that adds up others.
    Total(CellPlace, String),
    /// A row of something that a problem left out when the table was made.
    LeftOut(CellPlace),
    /// A table that is made from others and states nothing of its own.
    Derived(String),
}

/// A report with what it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// Of which operation.
    pub operation: OperationId,
    /// Of which metric; `None` for how many countries took part.
    pub metric: Option<MetricId>,
    /// What is stated.
    pub report: Report,
    /// Where it stands.
    pub place: CellPlace,
}

/// What was understood of tables.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// Title and summary of the dataset that they were made from.
    pub dataset: Option<(String, Option<String>)>,
    /// Publications by id.
    pub sources: BTreeMap<SourceId, Source>,
    /// What is counted.
    pub metrics: Vec<Metric>,
    /// Operations, without what is counted.
    pub operations: Vec<Operation>,
    /// What is counted.
    pub reports: Vec<Given>,
    /// Events.
    pub cases: Vec<Case>,
    /// What has to be known first.
    pub asked: Vec<Asked>,
    /// What was passed over.
    pub passed: Vec<Passed>,
}

/// The text of a dataset that has nothing in it but its title.
pub fn new_dataset(title: &str) -> String {
    let title = title.replace(['"', '\\'], "");
    format!("#![enable(implicit_some)]\n(\n    format: 1,\n    title: \"{title}\",\n)\n")
}

/// What the text of a dataset says; `None` where nothing of it can be used.
pub fn read_dataset(name: &str, text: &str) -> Option<Dataset> {
    crate::file::read(name, text.as_bytes()).dataset
}

/// What tables would change in a dataset, whose text it is; sheets may tell more of operations that
/// are in `atlas`.
pub fn proposal(
    grids: &[Grid],
    text: &str,
    dataset: &Dataset,
    answers: &Answers,
    atlas: &Atlas,
) -> Proposal {
    let mut incoming = Incoming::default();
    answers.add_source(&mut incoming);
    gather(grids, dataset, answers, &mut incoming);
    // Our own tables say whether what they tell is further.
    if !grids.iter().any(own::is_own) {
        job::refer(&mut incoming, dataset, atlas);
    }
    merge::proposal(incoming, text, dataset)
}

/// Gathers what tables say; those that are hidden are passed over.
fn gather(grids: &[Grid], dataset: &Dataset, answers: &Answers, incoming: &mut Incoming) {
    let (hidden, shown): (Vec<&Grid>, Vec<&Grid>) = grids.iter().partition(|one| one.is_hidden);
    let hidden = hidden
        .into_iter()
        .map(|grid| Passed::Hidden(grid.name.clone()));
    incoming.passed.extend(hidden);
    let with_hidden = shown.iter().filter(|grid| grid.hidden_rows > 0);
    let told = with_hidden.map(|grid| Passed::HiddenRows(grid.name.clone(), grid.hidden_rows));
    incoming.passed.extend(told);
    let (own, other): (Vec<&Grid>, Vec<&Grid>) =
        shown.into_iter().partition(|one| own::is_own(one));
    own::gather(&own, dataset, incoming);
    sheet::gather(&other, dataset, answers, incoming);
}

/// What the confirmed parts of a release, stated by the source that is answered, would change in a
/// dataset, whose text it is.
pub fn proposal_of_release(
    release: &release::Release,
    confirmed: &release::Confirmed,
    answers: &Answers,
    text: &str,
    dataset: &Dataset,
    atlas: &Atlas,
) -> Proposal {
    let mut incoming = Incoming::default();
    answers.add_source(&mut incoming);
    confirmed.gather(release, answers.source.as_ref(), dataset, &mut incoming);
    job::refer(&mut incoming, dataset, atlas);
    merge::proposal(incoming, text, dataset)
}
