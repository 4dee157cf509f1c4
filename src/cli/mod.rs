//! The command line: what it accepts, and the way into each subcommand.

mod check;
mod diff;
mod error;
mod export;
mod export_asked;
mod import;
mod import_answers;
mod import_release;
mod import_source;
mod new;
mod shell_files;
mod target;
mod template;
mod told;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, CommandFactory as _, Parser, Subcommand, ValueEnum};

use crate::chart::Kind;
use crate::query::countries::Fill;
use crate::query::measure::Measure;
use crate::query::tables::Table;
use crate::words::command_line::{self, help};
use crate::words::without_isolates;

pub use error::CliError;

#[derive(Debug, Parser)]
#[command(name = "opatlas", version, about = help::PROGRAM, args_conflicts_with_subcommands = true)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Subcommands>,
    #[arg(help = help::DATASETS_OF_WINDOW, value_name = "DATASET")]
    datasets: Vec<PathBuf>,
    #[arg(help = help::NEW_WINDOW, long)]
    new_window: bool,
}

#[derive(Debug, Subcommand)]
enum Subcommands {
    #[command(about = help::CHECK, after_help = help::CHECK_EXIT)]
    Check {
        #[arg(help = help::DATASETS_TO_CHECK, value_name = "DATASET", required = true)]
        datasets: Vec<PathBuf>,
    },
    #[command(about = help::NEW)]
    New {
        #[arg(help = help::FILE_TO_WRITE, value_name = "FILE")]
        file: PathBuf,
        #[arg(help = help::STARTER_METRICS, long)]
        metrics: bool,
    },
    #[command(about = help::DIFF, after_help = help::DIFF_EXIT)]
    Diff {
        #[arg(help = help::OLD, value_name = "OLD")]
        old: PathBuf,
        #[arg(help = help::NEW_STATE, value_name = "NEW")]
        new: PathBuf,
        #[arg(help = help::TABLE_OF_CHANGES, long, value_name = "FILE.csv")]
        table: Option<PathBuf>,
    },
    #[command(about = help::IMPORT, after_long_help = help::COLUMNS)]
    Import(Box<ImportArguments>),
    #[command(about = help::TEMPLATE)]
    Template {
        #[arg(help = help::WORKBOOK_TO_WRITE, value_name = "FILE.xlsx")]
        file: PathBuf,
    },
    #[command(about = help::UNDO)]
    Undo {
        #[arg(help = help::DATASET_TO_UNDO, value_name = "DATASET")]
        dataset: PathBuf,
    },
    #[command(about = help::SHELL_FILES, hide = true)]
    ShellFiles {
        #[arg(help = help::FOLDER, value_name = "FOLDER")]
        folder: PathBuf,
    },
    #[command(about = help::EXPORT, after_long_help = help::TABLES)]
    Export(Box<ExportArguments>),
}

/// What to export, from what, and how.
#[derive(Debug, Args)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch on the command line"
)]
#[command(group = clap::ArgGroup::new("what").required(true).multiple(true).args(["chart", "table", "all", "view"]))]
struct ExportArguments {
    #[arg(help = help::DATASETS, value_name = "DATASET")]
    datasets: Vec<PathBuf>,
    #[arg(help = help::CHART, long, value_name = "KIND", value_parser = one_of(Kind::ALL, Kind::key, Kind::meaning), conflicts_with_all = ["table", "all"])]
    chart: Option<Kind>,
    #[arg(help = help::TABLE, long, value_name = "KIND", value_parser = one_of(Table::ALL, Table::key, Table::meaning), conflicts_with = "all")]
    table: Option<Table>,
    #[arg(help = help::ALL, long)]
    all: bool,
    #[arg(help = help::OUTPUT, short, long, value_name = "PATH")]
    output: PathBuf,
    #[arg(help = help::FORMAT, long, value_name = "ENDING", value_parser = ["svg", "png", "csv", "json"], conflicts_with = "all")]
    format: Option<String>,
    #[arg(help = help::EXCEL, long)]
    excel: bool,
    #[arg(help = help::OPERATION, long, value_name = "ID", value_delimiter = ',', conflicts_with = "table")]
    operation: Vec<String>,
    #[arg(help = help::METRIC, long, value_name = "ID", value_delimiter = ',', conflicts_with = "table")]
    metric: Vec<String>,
    #[arg(help = help::MEASURE, long, value_parser = one_of(Measure::ALL, Measure::key, Measure::meaning), conflicts_with = "table")]
    measure: Option<Measure>,
    #[arg(help = help::BASE, long, value_name = "ID", conflicts_with = "table")]
    base: Option<String>,
    #[arg(help = help::PIN, long, value_name = "ID", value_delimiter = ',', conflicts_with = "table")]
    pin: Vec<String>,
    #[arg(help = help::COUNTRY, long, value_name = "CODE", value_delimiter = ',', conflicts_with = "table")]
    country: Vec<String>,
    #[arg(help = help::FILL, long, value_name = "BY", value_parser = one_of(Fill::ALL, Fill::key, Fill::meaning), conflicts_with = "table")]
    fill: Option<Fill>,
    #[arg(help = help::TITLE, long, value_name = "TEXT", conflicts_with = "table")]
    title: Option<String>,
    #[arg(help = help::SUBTITLE, long, value_name = "TEXT", conflicts_with = "table")]
    subtitle: Option<String>,
    #[arg(help = help::HEADLINE, long, conflicts_with_all = ["table", "title", "plain_title"])]
    headline: bool,
    #[arg(help = help::PLAIN_TITLE, long, conflicts_with_all = ["table", "title"])]
    plain_title: bool,
    #[arg(help = help::SIZE, long, value_name = "WxH", default_value = "1200x675", value_parser = size)]
    size: Size,
    #[arg(help = help::SCALE, long, value_name = "N", default_value_t = 2.0)]
    scale: f32,
    #[arg(help = help::THEME, long, value_enum, default_value_t = ThemeKind::Light)]
    theme: ThemeKind,
    #[arg(help = help::TRANSPARENT, long)]
    transparent: bool,
    #[arg(help = help::TEXT, long, value_enum, default_value_t = TextKind::Outlines)]
    text: TextKind,
    #[arg(help = help::USE, long = "use", value_enum)]
    used_for: Option<UseKind>,
    #[arg(help = help::WITH_EMBEDDED, long)]
    with_embedded: bool,
    #[arg(help = help::DESPITE_PROBLEMS, long)]
    despite_problems: bool,
    #[arg(help = help::VIEW, long, value_name = "FILE")]
    view: Option<PathBuf>,
}

/// What to import, into what, and what its owner says of it.
#[derive(Debug, Args)]
struct ImportArguments {
    #[arg(help = help::SHEETS, value_name = "SHEET", required = true)]
    sheets: Vec<PathBuf>,
    #[arg(help = help::INTO, long, value_name = "DATASET")]
    into: PathBuf,
    #[arg(help = help::YES, long)]
    yes: bool,
    #[arg(help = help::COLUMN, long, value_name = "NAME=MEANING", value_parser = answer)]
    column: Vec<String>,
    #[arg(help = help::DECIMAL, long, value_enum)]
    decimal: Option<DecimalKind>,
    #[arg(help = help::DATES, long, value_enum)]
    dates: Option<DateKind>,
    #[arg(help = help::SOURCE, long, value_name = "ID")]
    source: Option<String>,
    #[arg(help = help::PUBLISHER, long, value_name = "NAME")]
    publisher: Option<String>,
    #[arg(help = help::SOURCE_TITLE, long, value_name = "TITLE")]
    title: Option<String>,
    #[arg(help = help::DATE, long, value_name = "DAY")]
    date: Option<String>,
    #[arg(help = help::ADDRESS, long, value_name = "ADDRESS")]
    address: Option<String>,
    #[arg(help = help::GRADE, long, value_enum)]
    grade: Option<GradeKind>,
    #[arg(help = help::OPERATION_OF, long, value_name = "ID")]
    operation: Option<String>,
    #[arg(help = help::TAKE, long, value_name = "NUMBER=METRIC", value_delimiter = ',', value_parser = answer)]
    take: Vec<String>,
}

fn answer(text: &str) -> Result<String, &'static str> {
    let told = text.contains('=').then(|| text.to_owned());
    told.ok_or(command_line::ANSWER_WANTED)
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum DecimalKind {
    #[value(help = help::DECIMAL_POINT)]
    Point,
    #[value(help = help::DECIMAL_COMMA)]
    Comma,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum DateKind {
    #[value(help = help::DAY_FIRST)]
    DayFirst,
    #[value(help = help::MONTH_FIRST)]
    MonthFirst,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GradeKind {
    #[value(help = help::GRADE_OFFICIAL)]
    Official,
    #[value(help = help::GRADE_REPRINT)]
    Reprint,
    #[value(help = help::GRADE_NEWS)]
    News,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum ThemeKind {
    #[value(help = help::THEME_LIGHT)]
    Light,
    #[value(help = help::THEME_DARK)]
    Dark,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum UseKind {
    #[value(help = help::USE_PAGE)]
    Page,
    #[value(help = help::USE_FEED)]
    Feed,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum TextKind {
    #[value(help = help::TEXT_OUTLINES)]
    Outlines,
    #[value(help = help::TEXT_EDITABLE)]
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
        named.ok_or(command_line::NO_SUCH_NAME)
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
    read.ok_or_else(|| command_line::SIZE_WANTED.to_owned())
}

/// Runs the program as the command line says. `open_window` opens the window on datasets, a
/// new one if one is asked for, and returns when it is closed, or with a sentence when there can
/// be none.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    open_window: impl FnOnce(Vec<PathBuf>, bool) -> Result<ExitCode, String>,
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
        None => open_window(arguments.datasets, arguments.new_window).map_err(CliError::NoWindow),
        Some(Subcommands::Check { datasets }) => check::run(&datasets),
        Some(Subcommands::New { file, metrics }) => new::run(&file, metrics),
        Some(Subcommands::Diff { old, new, table }) => diff::run(&old, &new, table.as_deref()),
        Some(Subcommands::Import(import)) => import::run(&import),
        Some(Subcommands::Template { file }) => template::run(&file),
        Some(Subcommands::Undo { dataset }) => import::undo(&dataset),
        Some(Subcommands::ShellFiles { folder }) => shell_files::run(Arguments::command(), &folder),
        Some(Subcommands::Export(export)) => export::run(&export),
    };
    result.unwrap_or_else(|error| {
        let said = without_isolates(command_line::refused(&error));
        let _told = told::sentence(said);
        error.exit_code()
    })
}
