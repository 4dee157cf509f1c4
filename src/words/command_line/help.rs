//! What `--help` says.

/// What the program is.
pub const PROGRAM: &str = "Compares international police operations against trafficking and \
smuggling, and keeps every number as its source stated it";
/// The datasets that the window opens.
pub const DATASETS_OF_WINDOW: &str = "Datasets to open in the window; none opens what was open last, at first what comes with the program";

/// `--new-window`.
pub const NEW_WINDOW: &str = "Open a window of its own, although one is open already";

/// `opatlas check`.
pub const CHECK: &str = "Prints every problem in datasets as FILE:LINE:COL: message";
/// How `check` ends.
pub const CHECK_EXIT: &str = "Exit code: 0 none, 1 some, 2 wrong use.";
/// What `check` looks through.
pub const DATASETS_TO_CHECK: &str = "Datasets to look through";

/// `opatlas new`.
pub const NEW: &str = "Writes a commented starter dataset; never overwrites a file";
/// What `new` writes to.
pub const FILE_TO_WRITE: &str = "The file to write";
/// The metrics of the embedded datasets in the starter.
pub const STARTER_METRICS: &str =
    "With the metrics of the datasets that come with the program, to choose from";

/// `opatlas diff`.
pub const DIFF: &str = "Tells what differs between two states of a dataset: figures, what they rest \
on, operations, cases, sources";
/// How `diff` ends.
pub const DIFF_EXIT: &str = "Exit code: 0 nothing differs, 1 something does, 2 wrong use.";
/// The first of what is compared.
pub const OLD: &str = "The dataset as it was";
/// The second.
pub const NEW_STATE: &str = "The dataset as it is";
/// `diff --table`.
pub const TABLE_OF_CHANGES: &str =
    "Write what differs as a table too, as .csv; - for standard output";

/// `opatlas import`.
pub const IMPORT: &str = "Reads figures from tables, or from the text of a press release, into a dataset: tells what it would \
change, and with --yes changes it; what has two readings is asked, and nothing is written";
/// What `import` reads.
pub const SHEETS: &str = "Tables: .xlsx, .xls, .ods, .csv, .tsv, or those that `opatlas export --table` writes; or one text: .txt, .html, .pdf";
/// What `import` changes.
pub const INTO: &str = "The dataset to read them into; made where there is none";
/// `import --yes`.
pub const YES: &str = "Write it; `opatlas undo` takes it back";
/// `import --column`.
pub const COLUMN: &str = "What the head of a column, or the name of a metric, means";
/// `import --decimal`.
pub const DECIMAL: &str = "Which sign stands before decimals; the other stands between thousands";
/// `--decimal point`.
pub const DECIMAL_POINT: &str = "1,800.5";
/// `--decimal comma`.
pub const DECIMAL_COMMA: &str = "1.800,5";
/// `import --dates`.
pub const DATES: &str = "What stands first in a date of numbers";
/// `--dates day-first`.
pub const DAY_FIRST: &str = "29/09/2024";
/// `--dates month-first`.
pub const MONTH_FIRST: &str = "09/29/2024";
/// `import --source`.
pub const SOURCE: &str =
    "The source of numbers that name none: by its id in the dataset, or the id for a new one";
/// `import --publisher`.
pub const PUBLISHER: &str = "Who published that source, where it is new";
/// `import --title`.
pub const SOURCE_TITLE: &str = "Its title; of a text, what stands over it where this is not given";
/// `import --date`.
pub const DATE: &str = "The day it was published";
/// `import --address`.
pub const ADDRESS: &str = "Its address on the web";
/// `import --operation`.
pub const OPERATION_OF: &str =
    "The operation, by its id or name, of cases that name none, and of what is taken of a text";
/// `import --take`.
pub const TAKE: &str = "Take a number of a text, by its place on the list that the text alone prints, as \
the figure of a metric; NUMBER=countries a number or a list of countries, NUMBER=days the operation's days";
/// `import --grade`.
pub const GRADE: &str =
    "How close that source, and new ones of a table that does not say, stand to those who counted";
/// `--grade official`.
pub const GRADE_OFFICIAL: &str = "A page of who led or took part";
/// `--grade reprint`.
pub const GRADE_REPRINT: &str = "A close reprint of an official release";
/// `--grade news`.
pub const GRADE_NEWS: &str = "A news article or a retelling";
/// What the columns of a table can be.
pub const COLUMNS: &str = "\
Columns are known by their heads, in English, French and Spanish: operation, metric, number, sign,
source, wording, status, excerpt, archived, checked, checked-by, note, from, to, lead, summary,
countries, publisher, title, date, address, grade; or the name of a metric, in a table with one row
for each operation. A table of cases has case, operation, title, summary, day, countries, crimes,
found, potential_victims, irregular_migrants, arrests, suspected, nationalities, origin, transit,
place, destination. --column \"HEAD=MEANING\" says what another head means: one of these words, the
id of a metric, or nothing.
A number is written as people write it, or is “not applicable”: 2517, more than 1 800, ~40, 40-60, près de 8 millions.";
/// `opatlas template`.
pub const TEMPLATE: &str =
    "Writes a workbook to fill with figures, sources and cases, for `import`";
/// What `template` writes.
pub const WORKBOOK_TO_WRITE: &str = "The .xlsx file to write; it must not exist yet";

/// `opatlas undo`.
pub const UNDO: &str = "Takes back the last change that `import` made to a dataset";
/// What `undo` changes.
pub const DATASET_TO_UNDO: &str = "The dataset";

/// `opatlas shell-files`, for those who make packages.
pub const SHELL_FILES: &str = "Writes manual pages and what shells complete, for packages";
/// What `shell-files` writes into.
pub const FOLDER: &str = "The folder to write into";

/// `opatlas export`.
pub const EXPORT: &str = "Writes a chart or a table to a file; needs no display";
/// What `export` takes figures from.
pub const DATASETS: &str = "Datasets; none takes those that come with the program";
/// `--chart`.
pub const CHART: &str = "A chart, as .svg or .png, or the figures it shows, as .csv or .json; a \
grid too high for its size is written as pages, into FILE-1.svg, FILE-2.svg and so on";
/// `--table`.
pub const TABLE: &str = "A table, as .csv or .json";
/// `--all`.
pub const ALL: &str = "Every chart as .svg and .png and every table as .csv, into a folder; what \
cannot be drawn at the size is named, and the exit code is then 1";
/// `--output`.
pub const OUTPUT: &str = "The file to write, or with --all the folder; - for standard output";
/// `--format`.
pub const FORMAT: &str = "The format, where the file's name does not tell it";
/// `--excel`.
pub const EXCEL: &str = "CSV that Excel opens by double click: with a byte-order mark, and with ; \
between cells and , in numbers where the environment (LC_ALL, LC_NUMERIC, LANG) names a place that \
writes so";
/// `--operation`.
pub const OPERATION: &str = "Operations to compare, in this order";
/// `--metric`.
pub const METRIC: &str = "Metrics to compare them by, in this order";
/// `--measure`.
pub const MEASURE: &str = "How figures are put on a common footing";
/// `--base`.
pub const BASE: &str = "The operation that changes are measured from";
/// `--pin`.
pub const PIN: &str = "Operations that keep their colour while the others are grey";
/// `--country`.
pub const COUNTRY: &str =
    "Countries by ISO 3166-1 alpha-3 code: a map outlines and names them, a grid has no others";
/// `--fill`.
pub const FILL: &str = "By what a map is filled";
/// `--title`.
pub const TITLE: &str = "A title in place of the one written from what is compared";
/// `--subtitle`.
pub const SUBTITLE: &str = "A subtitle in place of the one written from what is compared";
/// `--headline`.
pub const HEADLINE: &str = "Have the title say what the figures show, where one sentence can; it does, unless a saved \
view says otherwise";
/// `--plain-title`.
pub const PLAIN_TITLE: &str = "Have the title say what is compared, not what the figures show";
/// `--size`.
pub const SIZE: &str =
    "Width and height in points; the width alone for as high as the picture needs";
/// `--scale`.
pub const SCALE: &str = "Pixels for each point, in PNG";
/// `--theme`.
pub const THEME: &str = "Dark on light, or light on dark";
/// `--theme light`.
pub const THEME_LIGHT: &str = "Dark on light";
/// `--theme dark`.
pub const THEME_DARK: &str = "Light on dark";
/// `--transparent`.
pub const TRANSPARENT: &str = "Leave out the sheet behind the chart";
/// `--text`.
pub const TEXT: &str =
    "Text in SVG as outlines, which look the same everywhere, or as text that can be edited";
/// `--text outlines`.
pub const TEXT_OUTLINES: &str = "Looks the same everywhere";
/// `--text editable`.
pub const TEXT_EDITABLE: &str = "Can be edited where the font is installed";
/// `--use`.
pub const USE: &str = "What the picture is used for, by which its type is sized; else its size tells: a feed where \
it is about as high as wide, or higher";
/// `--use page`.
pub const USE_PAGE: &str = "A page, a slide or a screen: type keeps its size in points";
/// `--use feed`.
pub const USE_FEED: &str = "A feed on a phone: type is as large as fits";
/// `--with-embedded`.
pub const WITH_EMBEDDED: &str = "The datasets that come with the program too, beside those named";
/// `--despite-problems`.
pub const DESPITE_PROBLEMS: &str =
    "Write also where a problem in a dataset leaves something out; the picture says what";
/// `--view`.
pub const VIEW: &str = "A saved view to draw, in its own kind of chart; other options change it";

/// What a script has to know of tables.
pub const TABLES: &str = "\
Tables:
  CSV is UTF-8 with one header row. value is a single number or empty; lower and upper are the
  bounds that the source sets: more than 1,800 is 1800, 1801 and empty, nearly 500 is 500, empty
  and 499, about 430 is 430 with neither, between 10 and 12 is empty, 10 and 12.
  obs_status is SDMX's: M no number stated, or none possible, where qualifier is not_applicable;
  P called preliminary, E about or within bounds, A else.
  A ' at the start of a cell, of a list's part, or inside a cell after ; , | tab or line break and
  before = + - @ is not part of the text: it keeps spreadsheets from reading a formula, number or
  date. ; stands between the parts of a list, %3B for a ; inside one, %25 for the % of a %3B or %25.
  JSON has numbers as numbers, lists as lists, null for nothing, and needs none of this.";
