//! The command line: what it accepts, and the way into each subcommand.

mod check;
mod error;
mod export;
mod locale;
mod new;
mod told;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::chart::Kind;
use crate::query::measure::Measure;
use crate::query::tables::Table;

pub use error::CliError;

/// Compares international police operations against trafficking and smuggling, and keeps every
/// number as its source stated it.
#[derive(Debug, Parser)]
#[command(name = "opatlas", version, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Subcommands>,
    /// Datasets to open in the window; none opens those that come with the program
    #[arg(value_name = "DATASET")]
    datasets: Vec<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Subcommands {
    /// Prints every problem in datasets as `FILE:LINE:COL: message`
    ///
    /// Exit code: 0 none, 1 some, 2 wrong use.
    Check {
        /// Datasets to look through
        #[arg(value_name = "DATASET", required = true)]
        datasets: Vec<PathBuf>,
    },
    /// Writes a commented starter dataset; never overwrites a file
    New {
        /// The file to write
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Writes a chart or a table to a file; needs no display
    #[command(after_long_help = TABLES)]
    Export(Box<ExportArguments>),
}

/// What a script has to know of tables.
const TABLES: &str = "\
Tables:
  CSV is UTF-8 with one header row. value is a single number or empty; lower and upper are the
  bounds that the source sets: more than 1,800 is 1800, 1801 and empty, nearly 500 is 500, empty
  and 499, about 430 is 430 with neither, between 10 and 12 is empty, 10 and 12.
  obs_status is SDMX's: M no number stated, P called preliminary, E about or within bounds, A else.
  A ' at the start of a cell, of a list's part, or inside a cell after ; , | tab or line break and
  before = + - @ is not part of the text: it keeps spreadsheets from reading a formula, number or
  date. ; stands between the parts of a list, %3B for a ; inside one, %25 for the % of a %3B or %25.
  JSON has numbers as numbers, lists as lists, null for nothing, and needs none of this.";

/// What to export, from what, and how.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch on the command line"
)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(true).args(["chart", "table", "all", "view"]))]
struct ExportArguments {
    /// Datasets; none takes those that come with the program
    #[arg(value_name = "DATASET")]
    datasets: Vec<PathBuf>,
    /// A chart, as .svg or .png, or the figures it shows, as .csv or .json
    #[arg(long, value_name = "KIND", value_parser = one_of(Kind::ALL, Kind::key, Kind::meaning), conflicts_with_all = ["table", "all"])]
    chart: Option<Kind>,
    /// A table, as .csv or .json
    #[arg(long, value_name = "KIND", value_parser = one_of(Table::ALL, Table::key, Table::meaning), conflicts_with_all = ["all", "view"])]
    table: Option<Table>,
    /// Every chart and table, into a folder
    #[arg(long)]
    all: bool,
    /// The file to write, or with --all the folder; - for standard output
    #[arg(short, long, value_name = "PATH")]
    output: PathBuf,
    /// The format, where the file's name does not tell it
    #[arg(long, value_name = "ENDING", value_parser = ["svg", "png", "csv", "json"], conflicts_with = "all")]
    format: Option<String>,
    /// CSV that Excel opens by double click: with a byte-order mark, and with ; between cells and
    /// , in numbers where the environment (`LC_ALL`, `LC_NUMERIC`, `LANG`) names a place that writes so
    #[arg(long)]
    excel: bool,
    /// Operations to compare, in this order
    #[arg(
        long,
        value_name = "ID",
        value_delimiter = ',',
        conflicts_with = "table"
    )]
    operation: Vec<String>,
    /// Metrics to compare them by, in this order
    #[arg(
        long,
        value_name = "ID",
        value_delimiter = ',',
        conflicts_with = "table"
    )]
    metric: Vec<String>,
    /// How figures are put on a common footing
    #[arg(long, value_parser = one_of(Measure::ALL, Measure::key, Measure::meaning), conflicts_with = "table")]
    measure: Option<Measure>,
    /// The operation that changes are measured from
    #[arg(long, value_name = "ID", conflicts_with = "table")]
    base: Option<String>,
    /// Operations that keep their colour while the others are grey
    #[arg(
        long,
        value_name = "ID",
        value_delimiter = ',',
        conflicts_with = "table"
    )]
    pin: Vec<String>,
    /// A title in place of the one written from what is compared
    #[arg(long, value_name = "TEXT", conflicts_with = "table")]
    title: Option<String>,
    /// A subtitle in place of the one written from what is compared
    #[arg(long, value_name = "TEXT", conflicts_with = "table")]
    subtitle: Option<String>,
    /// Have the title say what the figures show, where one sentence can, in place of a saved view's
    /// own; without a view it does
    #[arg(long, conflicts_with_all = ["table", "title", "plain_title"])]
    headline: bool,
    /// Have the title say what is compared, not what the figures show
    #[arg(long, conflicts_with_all = ["table", "title"])]
    plain_title: bool,
    /// Width and height in points; the width alone for as high as the picture needs
    #[arg(long, value_name = "WxH", default_value = "1200x675", value_parser = size)]
    size: Size,
    /// Pixels for each point, in PNG
    #[arg(long, value_name = "N", default_value_t = 2.0)]
    scale: f32,
    /// Dark on light, or light on dark
    #[arg(long, value_enum, default_value_t = ThemeKind::Light)]
    theme: ThemeKind,
    /// Leave out the sheet behind the chart
    #[arg(long)]
    transparent: bool,
    /// Text in SVG as outlines, which look the same everywhere, or as text that can be edited
    #[arg(long, value_enum, default_value_t = TextKind::Outlines)]
    text: TextKind,
    /// The datasets that come with the program too, beside those named
    #[arg(long)]
    with_embedded: bool,
    /// Write also where a problem in a dataset leaves something out; the picture says what
    #[arg(long)]
    despite_problems: bool,
    /// A saved view to draw, in its own kind of chart; other options change it
    #[arg(long, value_name = "FILE")]
    view: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ThemeKind {
    /// Dark on light
    Light,
    /// Light on dark
    Dark,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TextKind {
    /// Looks the same everywhere
    Outlines,
    /// Can be edited where the font is installed
    Editable,
}

/// Takes the name of one of several, and tells in the help what each is.
fn one_of<T: Copy + Send + Sync + 'static, const N: usize>(
    all: [T; N],
    key: fn(T) -> &'static str,
    meaning: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    let names = all.map(|one| PossibleValue::new(key(one)).help(meaning(one)));
    PossibleValuesParser::new(names).try_map(move |name| {
        let named = all.into_iter().find(|&one| key(one) == name);
        named.ok_or("there is nothing of this name")
    })
}

/// The size of a picture; no height for as high as it needs.
#[derive(Debug, Clone, Copy)]
struct Size {
    width: u32,
    height: Option<u32>,
}

fn size(text: &str) -> Result<Size, String> {
    let side = |text: &str| text.trim().parse::<u32>().ok();
    let read = match text.split_once(['x', 'X', '×']) {
        Some((width, height)) => side(width).zip(side(height)).map(|(width, height)| Size {
            width,
            height: Some(height),
        }),
        None => side(text).map(|width| Size {
            width,
            height: None,
        }),
    };
    read.ok_or_else(|| "write width and height as 1200x675, or the width alone as 1200".to_owned())
}

/// Runs the program as the command line says. `open_window` opens the window on datasets and
/// returns when it is closed, or with a sentence when there can be none.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    open_window: impl FnOnce(Vec<PathBuf>) -> Result<(), String>,
) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(wrong_use) => {
            // Help goes to standard output, complaints to standard error. If even that fails,
            // there is nobody to tell.
            let _told = wrong_use.print();
            return if wrong_use.use_stderr() {
                ExitCode::from(2)
            } else {
                ExitCode::SUCCESS
            };
        }
    };
    let result = match arguments.command {
        None => open_window(arguments.datasets)
            .map(|()| ExitCode::SUCCESS)
            .map_err(CliError::NoWindow),
        Some(Subcommands::Check { datasets }) => check::run(&datasets),
        Some(Subcommands::New { file }) => new::run(&file),
        Some(Subcommands::Export(export)) => export::run(&export),
    };
    result.unwrap_or_else(|error| {
        let _told = told::sentence(format!("opatlas: {error}"));
        error.exit_code()
    })
}
