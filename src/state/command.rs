//! Everything that can be asked of the program, and what it asks of the world.

use std::path::PathBuf;
use std::sync::Arc;

use super::adding::{Add, ReleaseFrom};
use super::changes::See;
use super::drawer::Drawer;
use super::files::{FileRead, Recent};
use super::preview::{Preview, Wanted};
use super::view::{Arrangement, Chosen, CountriesAs, Page, Tab, Theme, View};
use crate::chart::{Kind, PictureForm, Zoom};
use crate::import::Job;
use crate::model::{Dataset, Place};
use crate::query::cases::CaseChoice;
use crate::query::comparison::Comparison;
use crate::query::countries::{CountryChoice, Fill};
use crate::query::measure::Measure;
use crate::query::sources::SourceNarrowing;
use crate::query::tables::{Table, TableFormat};

/// Something to do. The only way to change the state.
#[derive(Debug, Clone)]
pub enum Command {
    /// Show a page.
    Show(Page),
    /// Put an operation into the comparison, or take it out.
    ToggleOperation(String),
    /// Put a metric into the comparison, or take it out.
    ToggleMetric(String),
    /// Put a metric first: the one a ranking or timeline shows, the x of a scatter.
    LeadMetric(String),
    /// Compare by a measure.
    SetMeasure(Measure),
    /// Compare in a kind of chart.
    SetKind(Kind),
    /// Compare exactly this.
    Compare(Comparison),
    /// Give the picture a title; `None` has it written from the view again.
    SetTitle(Option<String>),
    /// Give the picture a subtitle; `None` has it written from the view again.
    SetSubtitle(Option<String>),
    /// Have the title say what the figures show, or what they are.
    SetHeadline(bool),
    /// Pin an operation, or take the pin off: while there are pins, the others are grey.
    TogglePin(String),
    /// Take off every pin.
    TakeOffPins,
    /// Look at a part of the chart; `None` for all.
    LookAt(Option<Zoom>),
    /// Narrow or sort the countries.
    ChooseCountries(CountryChoice),
    /// Show the countries as a list or a picture.
    ShowCountriesAs(CountriesAs),
    /// Fill maps by something else.
    FillMaps(Fill),
    /// Choose a country, by its code, beside others, or no more.
    ToggleCountry(String),
    /// Choose no single countries any more.
    EveryCountry,
    /// Narrow the cases or select one.
    ChooseCases(CaseChoice),
    /// Search the sources.
    TypeSources(String),
    /// Narrow the sources.
    NarrowSources(SourceNarrowing),
    /// Have the kin of a country or case stand out on the Compare page, or of none.
    Choose(Option<Chosen>),
    /// Fold and unfold parts of the Compare page.
    Arrange(Arrangement),
    /// Show a tab of the panel of the Compare page, in place of what is open in it.
    ShowTab(Tab),
    /// Lay the panel of the Compare page over it where there is no room beside, or take it away.
    LayPanelOver(bool),
    /// Open something in the panel, to be read in place.
    OpenDrawer(Drawer),
    /// Close everything that is open in the panel, and a panel that lies over the page.
    ClosePanel,
    /// Close what is topmost: export panel, path field, what is being added, what is open in the panel, a panel over
    /// the page, the choice of a country or case.
    Dismiss,
    /// Something about what is added to a dataset.
    Add(Add),
    /// Something about what changed in a dataset.
    See(See),
    /// Take back the last choice.
    Undo,
    /// Make the choice taken back again.
    Redo,
    /// Choose the window's colours.
    SetTheme(Theme),
    /// Ask for files in a dialog.
    PickFiles,
    /// Show or change the path field.
    TypePath(String),
    /// Open files.
    Open(Vec<PathBuf>),
    /// Open the built-in datasets.
    OpenEmbedded,
    /// Ask in a dialog where to write a starter.
    PickStarter,
    /// Show or change the path field, for a starter.
    TypeStarter(String),
    /// Write a starter.
    WriteStarter(PathBuf),
    /// It was written, or not: the sentence to show.
    StarterWritten(Result<PathBuf, String>),
    /// Which of the files that were open lately are there.
    RecentFound(Vec<Recent>),
    /// Open a file in an editor at a place.
    OpenAt(PathBuf, Place),
    /// Take away the hint for newcomers, for good.
    DismissHint,
    /// A file is being read.
    ReadingStarted(String),
    /// A file was read.
    ReadingDone(Box<FileRead>),
    /// A saved view was read, or not: the sentence to show.
    ViewRead(Result<Box<View>, String>),
    /// Close an open file, by where it lies and its name.
    CloseFile(Option<PathBuf>, String),
    /// Show the export panel.
    ShowExport,
    /// Ask for a picture as it would be saved, to look at.
    MakePreview(Wanted),
    /// It was made, or not.
    PreviewMade(Box<Preview>),
    /// Ask where to, from a path that is suggested, then write.
    PickExport(What, PathBuf),
    /// Write a picture or table.
    Export(What, PathBuf),
    /// It was written, into several files where it takes several pages; or not: the sentence to
    /// show.
    Exported(Result<Vec<PathBuf>, String>),
    /// Open a web address in the browser.
    FollowLink(String),
    /// Put on the clipboard what would be saved: a picture as pixels, all else as text.
    CopyExport(What),
    /// Put a text on the clipboard; the second is what the status line calls it.
    Copy(String, &'static str),
    /// Say something in the status line.
    Tell {
        /// The sentence.
        text: String,
        /// Whether something failed.
        failed: bool,
    },
}

/// What is to be exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// The picture on screen.
    Picture(PictureForm),
    /// The figures of the picture on screen.
    Figures(TableFormat),
    /// A table of everything open.
    Table(Table, TableFormat),
    /// What is chosen on screen, to be opened again.
    View,
}

/// Something that must happen outside the state.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Show a dialog that picks files to open.
    PickFiles,
    /// Read the built-in datasets and answer with [`Command::ReadingDone`].
    ReadEmbedded,
    /// Show a dialog that picks where a starter goes, and answer with [`Command::WriteStarter`].
    PickStarter,
    /// Write a starter and answer with [`Command::StarterWritten`].
    WriteStarter(PathBuf),
    /// See whether files are there and answer with [`Command::RecentFound`].
    LookFor(Vec<PathBuf>),
    /// Open a file in an editor at a place, else copy the place.
    OpenAt(PathBuf, Place),
    /// Read files and answer with [`Command::ReadingDone`].
    Read(Vec<PathBuf>),
    /// Read the text of a dataset's file and answer with [`Add::TextRead`].
    ReadText(PathBuf),
    /// Make a proposal on a thread and answer with [`Add::Proposed`] and this number.
    Propose(u64, Box<Job>),
    /// Replace the text of a dataset's file, if it is still what it was, and answer with
    /// [`Add::Written`].
    WriteText {
        /// The file.
        path: PathBuf,
        /// What it holds, or begins with where it is new.
        was: Arc<str>,
        /// Whether it is not there yet.
        is_new: bool,
        /// What it is to hold.
        text: Arc<str>,
    },
    /// Have a dataset's file be what it was before the last change, and answer with
    /// [`Add::TakenBack`].
    TakeBack(PathBuf),
    /// List the earlier states that were kept of a file, and answer with [`See::Kept`].
    ListVersions(PathBuf),
    /// Read another version of a dataset, and answer with [`See::Read`].
    ReadVersion(PathBuf),
    /// Show a dialog that picks another version, and answer with [`See::Since`].
    PickVersion,
    /// Show a dialog that picks where a new dataset goes, and answer with [`Add::Into`].
    PickNewDataset,
    /// Show a dialog that picks sheets, and answer with [`Add::ReadSheets`].
    PickSheet,
    /// Show a dialog that picks where a workbook to fill goes, and answer with
    /// [`Add::WriteTemplate`].
    PickTemplate,
    /// Write a workbook to fill, and say so.
    WriteTemplate(PathBuf),
    /// Read sheets on a thread, and answer with [`Add::SheetsRead`].
    ReadSheets(Vec<PathBuf>),
    /// Show a dialog that picks the text of a release, and answer with [`Add::ReadRelease`].
    PickText,
    /// Read the text of a release on a thread, with the dataset it goes into and those that are
    /// open, and answer with [`Add::ReleaseRead`].
    ReadRelease(ReleaseFrom, Arc<Dataset>, Vec<Arc<Dataset>>),
    /// Draw a picture as it would be saved, and answer with [`Command::PreviewMade`].
    MakePreview(Wanted),
    /// Show a dialog that picks where to write, and answer with [`Command::Export`].
    PickExport(What, PathBuf),
    /// Write a picture or table and answer with [`Command::Exported`].
    Export(What, PathBuf),
    /// Open a web address in the browser.
    FollowLink(String),
    /// Put a text on the clipboard.
    Copy(String),
    /// Put on the clipboard what would be saved.
    CopyExport(What),
    /// Use other colours from now on.
    ApplyTheme(Theme),
}
