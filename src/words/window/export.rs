//! The export panel.

use crate::query::tables::Table;

/// The panel.
pub const TITLE: &str = "Export";
/// Closes it.
pub const CLOSE: &str = "Close the export panel";

/// What to take away: the picture.
pub const PICTURE: &str = "Picture";
/// What to take away: numbers.
pub const TABLE: &str = "Table";
/// What to take away: what is chosen on screen.
pub const VIEW: &str = "View";

/// What the view holds.
pub const VIEW_MEANS: &str = "What is chosen on screen, with the names of the datasets it is \
chosen from. Open the file here to go on where you are now, or draw it on the command line with \
opatlas export --view.";

/// The form of the picture.
pub const SIZE: &str = "Size";
/// See [`SIZE`].
pub const FORMAT: &str = "Format";
/// See [`SIZE`].
pub const SCALE: &str = "Pixels for each point";
/// See [`SIZE`].
pub const TEXT: &str = "Text";
/// See [`SIZE`].
pub const COLOURS: &str = "Colours";

/// The names of the sizes.
pub const WIDE: &str = "Wide";
/// See [`WIDE`].
pub const PRINT: &str = "Print, slide";
/// See [`WIDE`].
pub const SQUARE: &str = "Square";
/// See [`WIDE`].
pub const PORTRAIT: &str = "Portrait";
/// See [`WIDE`].
pub const WHOLE: &str = "As high as needed";
/// See [`WIDE`].
pub const OWN: &str = "My own size";
/// The sides of a size of one's own.
pub const WIDTH: &str = "Width in points";
/// See [`WIDTH`].
pub const HEIGHT: &str = "Height in points";
/// Between width and height.
pub const TIMES: &str = "×";

/// The width and height of a file: "1080 × 1350 px".
pub fn pixels(width: u32, height: u32) -> String {
    format!("{width} {TIMES} {height} px")
}

/// What is saved of a picture that takes several pages: "3 files, a page each, 1080 × 1350 px".
pub fn on_pages(pages: usize, pixels: &str) -> String {
    format!("{pages} files, a page each, {pixels}")
}

/// A file as high as its picture needs: "1200 × as needed".
pub fn pixels_wide(width: u32) -> String {
    format!("{width} {TIMES} as needed")
}

/// A scale on its button: "2×".
pub fn scale(times: u8) -> String {
    format!("{times}{TIMES}")
}

/// Lines.
pub const SVG: &str = "SVG";
/// Pixels.
pub const PNG: &str = "PNG";
/// What one gets with lines.
pub const SVG_MEANS: &str = "Lines: sharp at any size, can be edited";
/// What one gets with pixels.
pub const PNG_MEANS: &str = "Pixels: for web pages, slides and documents";
/// Text that looks the same everywhere.
pub const OUTLINES: &str = "As outlines";
/// Text as text.
pub const EDITABLE: &str = "As text";
/// What one gets with outlines.
pub const OUTLINES_MEAN: &str = "Looks the same everywhere";
/// What one gets with text.
pub const EDITABLE_MEANS: &str = "Can be edited, where IBM Plex Sans is installed";
/// Dark on light.
pub const LIGHT: &str = "Light";
/// Light on dark.
pub const DARK: &str = "Dark";
/// Without a sheet.
pub const TRANSPARENT: &str = "Without a background";

/// The picture while it is being drawn.
pub const DRAWING: &str = "Drawing…";

/// A way out of a size that is too small: "Make it 1080 × 1480".
pub fn make_it(width: u32, height: u32) -> String {
    format!("Make it {width} {TIMES} {height}")
}

/// What the picture looks like, for those who hear it: "Preview: …".
pub fn preview(alt: &str) -> String {
    format!("Preview. {alt}")
}

/// Copies the picture.
pub const COPY_PICTURE: &str = "Copy picture";
/// See [`COPY_PICTURE`].
pub const COPY_PICTURE_MEANS: &str = "Copy the picture as pixels, to paste it into a document";
/// Copies what the picture says.
pub const COPY_ALT: &str = "Copy description";
/// See [`COPY_ALT`].
pub const COPY_ALT_MEANS: &str =
    "Copy what the picture shows in words, for those who cannot see it";
/// Copies the numbers.
pub const COPY_TABLE: &str = "Copy figures";
/// See [`COPY_TABLE`].
pub const COPY_TABLE_MEANS: &str = "Copy the figures of the picture as a table, for a spreadsheet";

/// What the status line calls what was copied.
pub const COPIED_PICTURE: &str = "the picture";
/// See [`COPIED_PICTURE`].
pub const COPIED_ALT: &str = "the description";
/// See [`COPIED_PICTURE`].
pub const COPIED_TABLE: &str = "the figures";

/// Which table.
pub const WHICH_TABLE: &str = "Which table";
/// The figures of the picture.
pub const OF_PICTURE: &str = "This picture’s figures";
/// What they hold.
pub const OF_PICTURE_MEANS: &str =
    "What the picture shows, in its order, with its notes and sources";

/// A table in a list of choices, as it is read aloud: "Figures table".
pub fn table_spoken(table: Table) -> String {
    format!("{} table", table.name())
}

/// Copies the table chosen.
pub const COPY_ROWS: &str = "Copy table";
/// See [`COPY_ROWS`].
pub const COPY_ROWS_MEANS: &str =
    "Copy this table with its numbers as numbers, to paste it into a spreadsheet";
/// See [`COPIED_PICTURE`].
pub const COPIED_ROWS: &str = "the table";
/// What the table chosen holds.
pub const HOLDS: &str = "What it holds";

/// Rows as text.
pub const CSV: &str = "CSV";
/// Rows as Excel opens them.
pub const EXCEL: &str = "CSV for Excel";
/// Rows as objects.
pub const JSON: &str = "JSON";
/// What one gets with CSV.
pub const CSV_MEANS: &str = "For scripts, and for spreadsheets that ask how to read it";
/// What one gets with CSV for Excel.
pub const EXCEL_MEANS: &str = "Opens by double click: with a byte-order mark, and ; between cells where , is the decimal sign";
/// What one gets with JSON.
pub const JSON_MEANS: &str = "For programs: numbers as numbers, lists as lists";

/// The field of the path.
pub const PATH: &str = "Path to save as";
/// Asks in a dialog.
pub const CHOOSE: &str = "Choose…";
/// See [`CHOOSE`].
pub const CHOOSE_MEANS: &str = "Choose where to save in a dialog";
/// Closes the panel.
pub const CANCEL: &str = "Cancel";
/// Saves.
pub const SAVE: &str = "Save";

/// What a file is called where nothing better is known.
pub const FILE_NAME: &str = "opatlas";

/// That a file is in the way.
pub fn file_is_there(path: &std::path::Path) -> String {
    let path = path.display();
    format!("There is a file already; press Save again to replace it: {path}")
}

/// That nothing was saved.
pub fn not_saved(path: &std::path::Path, why: &str) -> String {
    format!("Nothing was saved: {why}; {}", path.display())
}

/// That nothing was copied.
pub fn not_copied(why: &str) -> String {
    format!("Nothing was copied: {why}")
}
