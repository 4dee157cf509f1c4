//! The workbook to fill, as bytes: sheets with heads that the importer knows, an example in each,
//! and lists to choose from.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, IgnoreError, Workbook, Worksheet, XlsxError,
};

use crate::draw::theme::LIGHT;
use crate::model::{Country, Crime, Grade, Metric, Status};
use crate::words::template::{
    CASES, Column, FIGURES, LIST_HEADS, LISTS, List, METRICS, OPERATIONS, READ_ME, SIGNS, SOURCES,
    Sheet, TOLD,
};

/// So many rows below the heads can be filled with the help of lists.
const ROWS: u32 = 2_000;

/// The row of the example, from 0.
const EXAMPLE: u32 = 1;

/// A workbook in which figures can be gathered; `metrics` are those to choose from.
pub fn template(metrics: &[Metric]) -> Result<Vec<u8>, XlsxError> {
    let looks = Looks::default();
    let mut book = Workbook::new();
    // The same program writes the same bytes.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    read_me(book.add_worksheet(), &looks)?;
    for sheet in [FIGURES, OPERATIONS, SOURCES, CASES] {
        to_fill(book.add_worksheet(), sheet, &looks)?;
    }
    let sheet = book.add_worksheet();
    to_fill(sheet, METRICS, &looks)?;
    for (row, metric) in (EXAMPLE + 1..).zip(metrics) {
        let whole = metric.part_of.as_ref().map_or("", |whole| whole.as_str());
        let cells = [
            &metric.label,
            &metric.unit,
            &metric.definition,
            whole,
            metric.id.as_str(),
        ];
        sheet.write_row_with_format(row, 0, cells, &looks.text)?;
    }
    lists(book.add_worksheet(), &looks)?;
    book.save_to_buffer()
}

/// How cells look.
struct Looks {
    head: Format,
    example: Format,
    text: Format,
    told: Format,
}

impl Default for Looks {
    fn default() -> Self {
        let [ink, soft, line] = [LIGHT.ink, LIGHT.ink_soft, LIGHT.hairline].map(|color| {
            let [red, green, blue, _] = color.to_array().map(u32::from);
            red << 16 | green << 8 | blue
        });
        // As text, so that no spreadsheet makes a day of “10-12” or of a month.
        let text = Format::new()
            .set_num_format("@")
            .set_align(FormatAlign::Top);
        Self {
            head: Format::new()
                .set_bold()
                .set_font_color(ink)
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(line),
            example: text
                .clone()
                .set_italic()
                .set_font_color(soft)
                .set_text_wrap(),
            told: Format::new()
                .set_text_wrap()
                .set_font_color(ink)
                .set_align(FormatAlign::Top),
            text: text.set_text_wrap(),
        }
    }
}

fn read_me(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    /// In letters, which fits onto a page.
    const WIDTH: u16 = 84;
    /// Of a line, in points.
    const HEIGHT: f64 = 15.0;
    sheet.set_name(READ_ME)?.set_column_width(0, WIDTH)?;
    sheet
        .set_screen_gridlines(false)
        .set_print_fit_to_pages(1, 0);
    let mut is_head = true;
    for (row, text) in (0..).zip(TOLD) {
        let format = if is_head { &looks.head } else { &looks.told };
        if !text.is_empty() {
            sheet.write_string_with_format(row, 0, text, format)?;
            let lines = text.chars().count().div_ceil(usize::from(WIDTH));
            sheet.set_row_height(row, lines as f64 * HEIGHT)?;
        }
        is_head = text.is_empty();
    }
    Ok(())
}

fn to_fill(sheet: &mut Worksheet, about: Sheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(about.name)?.set_freeze_panes(1, 1)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?.set_print_gridlines(true);
    sheet.set_header("&L&A&R&P / &N");
    for (at, column) in (0..).zip(about.columns) {
        let Column {
            head,
            example,
            width,
            list,
        } = *column;
        sheet.set_column_width(at, width)?;
        sheet.set_column_format(at, &looks.text)?;
        sheet.write_string_with_format(0, at, head, &looks.head)?;
        sheet.write_string_with_format(EXAMPLE, at, example, &looks.example)?;
        if let Some(list) = list {
            let validation = DataValidation::new()
                .allow_list_formula(Formula::new(range(list)))
                .set_error_style(DataValidationErrorStyle::Information)
                .show_error_message(false);
            sheet.add_data_validation(EXAMPLE + 1, at, ROWS, at, &validation)?;
        }
        sheet.ignore_error_range(0, at, ROWS, at, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// Where what can be chosen stands.
fn range(list: List) -> String {
    let first = EXAMPLE + 2;
    let of_list =
        |column: char, count: usize| format!("={LISTS}!${column}$2:${column}${}", count + 1);
    match list {
        List::Operations => format!("={}!$A${first}:$A${ROWS}", OPERATIONS.name),
        List::Sources => format!("={}!$A${first}:$A${ROWS}", SOURCES.name),
        List::Metrics => format!("={}!$A${first}:$A${ROWS}", METRICS.name),
        List::Signs => of_list('A', SIGNS.len()),
        List::Statuses => of_list('B', Status::ALL.len()),
        List::Grades => of_list('C', Grade::ALL.len()),
        List::Crimes => of_list('D', Crime::ALL.len()),
        List::Countries => of_list('E', Country::all().count()),
    }
}

fn lists(sheet: &mut Worksheet, looks: &Looks) -> Result<(), XlsxError> {
    sheet.set_name(LISTS)?.set_freeze_panes(1, 0)?;
    let mut countries: Vec<Country> = Country::all().collect();
    countries.sort_by_key(|country| country.name());
    let columns: [Vec<&str>; 6] = [
        SIGNS.to_vec(),
        Status::ALL.map(Status::name).to_vec(),
        Grade::ALL.map(Grade::name).to_vec(),
        Crime::ALL.iter().map(|crime| crime.name()).collect(),
        countries.iter().map(|country| country.name()).collect(),
        countries.iter().map(|country| country.code()).collect(),
    ];
    for ((at, head), cells) in (0..).zip(LIST_HEADS).zip(columns) {
        let width = cells
            .iter()
            .map(|cell| cell.chars().count())
            .max()
            .unwrap_or(0);
        sheet.set_column_width(at, width as f64 + 2.0)?;
        sheet.write_string_with_format(0, at, head, &looks.head)?;
        sheet.write_column(1, at, cells)?;
    }
    Ok(())
}
