//! Adding from a sheet: where it comes from, what its columns mean, what has to be known first.

use std::path::Path;

use crate::words::names::counted;

/// What a table is called that was pasted.
pub const PASTED: &str = "pasted table";
/// Asks for a sheet in a dialog.
pub const PICK_SHEET: &str = "Choose a file…";
/// The title of that dialog.
pub const SHEET_DIALOG: &str = "Take figures from a sheet";
/// The kinds of files in that dialog.
pub const SHEETS: &str = "Sheets and tables";
/// Writes a workbook to fill.
pub const TEMPLATE: &str = "A workbook to fill…";
/// What it is called where nobody says otherwise.
pub const TEMPLATE_NAME: &str = "figures.xlsx";
/// That it was written.
pub fn template_written(path: &Path) -> String {
    format!(
        "Wrote {}: fill it in, then drop it on the window",
        path.display()
    )
}
/// Where a table is pasted.
pub const PASTE_FIELD: &str = "Or paste a table here";
/// What a sheet can be.
pub const SHEET_MEANS: &str = "One row a number, with columns such as operation, metric, number \
    and source; or one row an operation, with a column for each metric. Drop a .xlsx, .ods, .csv \
    or .tsv file on the window, or paste cells with Ctrl+V.";
/// The rows of a sheet, for those who hear it.
pub const ROWS: &str = "The first rows";

/// That no table is in a file.
pub fn no_table(why: &str) -> String {
    format!("No table can be read: {why}")
}
/// Why: it holds nothing.
pub const EMPTY: &str = "it is empty";
/// Why: it is of another kind.
pub const OTHER_KIND: &str = "it is neither a workbook nor a text with cells";
/// That a file needs a password.
pub const LOCKED: &str = "a password is needed to open it";
/// That a file holds too much.
pub const TOO_LARGE: &str = "it holds more than can be read";

/// How many rows a table has, and how many of them are shown.
pub fn rows(sheet: &str, rows: usize) -> String {
    format!("{sheet}: {}", counted(rows, "row", "rows"))
}
/// How many rows are not shown.
pub fn more_rows(count: usize) -> String {
    format!("{} below", counted(count, "more row", "more rows"))
}
/// What a column's choice is called.
pub fn column(head: &str) -> String {
    format!("What is in “{head}”")
}
/// A column that means nothing.
pub const PASSED_OVER: &str = "passed over";

/// What stands in a column, by the key that it has on the command line.
pub fn meaning(key: &str) -> Option<&'static str> {
    Some(match key {
        "operation" => "Operation",
        "metric" => "What is counted",
        "number" => "Number",
        "sign" => "How firm the number is",
        "source" => "Source",
        "wording" => "The source’s word",
        "note" => "Note",
        "from" => "First day",
        "to" => "Last day",
        "lead" => "Led by",
        "countries" => "Countries",
        "publisher" => "Publisher",
        "title" => "Title of the source",
        "date" => "Date of the source",
        "address" => "Web address",
        "grade" => "How close it is to those who counted",
        "status" => "Preliminary or final",
        "excerpt" => "The sentence that states it",
        "archived" => "Address of a kept copy",
        "checked" => "When it was checked",
        "checked-by" => "Who checked it",
        "summary" => "What happened",
        "case" => "Case",
        "day" => "Day of the case",
        "crimes" => "What the case was about",
        "found" => "People found",
        "suspected" => "Suspects not arrested",
        "nationalities" => "Nationalities",
        "origin" => "Where the route began",
        "transit" => "What the route passed",
        "place" => "Where people were found",
        "destination" => "Where the route was to end",
        "nothing" => "Pass over",
        _ => return None,
    })
}

/// Passes over every column whose head says nothing.
pub fn pass_over_rest(count: usize) -> String {
    format!("Pass over all {count} columns whose heads say nothing")
}
/// Over what has to be known first.
pub const QUESTIONS: &str = "To be answered first";
/// How much has to be known first.
pub fn questions(count: usize) -> String {
    format!("{} to answer", counted(count, "question", "questions"))
}
/// Over what was passed over.
pub const PASSED: &str = "Passed over";
/// Leaves a row out.
pub const LEAVE_OUT: &str = "Leave the row out";
/// An answer.
pub const DECIMAL_POINT: &str = "1,800.5: the point stands before decimals";
/// An answer.
pub const DECIMAL_COMMA: &str = "1.800,5: the comma stands before decimals";
/// The source of what names none.
pub const SOURCE_OF_REST: &str = "Source of numbers that name none";

/// What becomes of a row.
pub mod becomes {
    /// It is written.
    pub const WRITTEN: &str = "written";
    /// It contradicts a report.
    pub const CONTRADICTS: &str = "disagrees";
    /// It is passed over.
    pub const PASSED: &str = "passed over";
    /// It has to be known first.
    pub const ASKED: &str = "asked";
    /// It is there already.
    pub const THERE: &str = "there already";
}

/// What is asked about a sheet.
pub mod asked {
    use super::counted;

    /// Nothing is recognised.
    pub fn no_heads(sheet: &str) -> String {
        format!(
            "Nothing in {sheet} is recognised. Its first rows should name the columns: \
             “operation”, and either “metric” and “number” or a column for each metric."
        )
    }
    /// Numbers of which nobody says what they count.
    pub fn column(head: &str) -> String {
        format!("What do the numbers under “{head}” count?")
    }
    /// A date of one thing or another.
    pub fn date(head: &str) -> String {
        format!("Of what is “{head}” the date?")
    }
    /// A number with two readings.
    pub fn decimal(text: &str, count: usize) -> String {
        let more = match count {
            0 | 1 => String::new(),
            count => format!(" and in {}", counted(count - 1, "more cell", "more cells")),
        };
        format!("Which sign stands before decimals in “{text}”{more}?")
    }
    /// A date with two readings.
    pub fn day_first(text: &str) -> String {
        format!("Which day is “{text}”?")
    }
    /// A text of which no number can be made.
    pub fn number(text: &str) -> String {
        format!("No number can be made of “{text}”.")
    }
    /// A number that is not whole.
    pub fn not_whole(text: &str) -> String {
        format!("“{text}” is no whole number when it is read as the others are.")
    }
    /// A text of which no date can be made.
    pub fn no_date(text: &str) -> String {
        format!("No date can be made of “{text}”.")
    }
    /// A row with more cells than heads.
    pub const MORE_CELLS: &str = "The row has more cells than there are heads, and its numbers may \
        stand under the wrong ones. Put quotation marks around a number or text with the sign in it \
        that parts cells, as in \"1,800\".";
    /// A word that can be a number or none.
    pub fn none_said(text: &str) -> String {
        format!("Does “{text}” mean 0 or not reported? Write 0, or leave the cell empty.")
    }
    /// A word that cannot stand there.
    pub fn not_one_of(text: &str) -> String {
        format!("“{text}” is none of the words that can stand there.")
    }
    /// An error in a cell, or a formula alone.
    pub fn no_value(text: &str) -> String {
        if text.starts_with('=') {
            "The formula was saved without its value. Open the file in a spreadsheet, save it and \
             try again."
                .to_owned()
        } else {
            format!("The cell shows an error, {text}.")
        }
    }
    /// Cases without an operation.
    pub fn case_no_operation(count: usize) -> String {
        let cases = counted(count, "case names", "cases name");
        format!("{cases} no operation. Add a column “operation” to the sheet.")
    }
    /// Cases without what every case has.
    pub fn case_lacks(what: &str, count: usize) -> String {
        let cases = counted(count, "case has", "cases have");
        format!("{cases} no {what}. Add it to the sheet, or say above which column holds it.")
    }
    /// Nationalities beside several groups.
    pub const WHOSE_NATIONALITIES: &str = "Of which of the groups of people are the nationalities? Tell each group in a row of its own.";
    /// A sheet with a row for each person.
    pub fn rows_are_people(sheet: &str) -> String {
        format!(
            "Each row of {sheet} is a person, for it has columns of age and sex. A dataset tells \
             events and never single people, so the sheet cannot be imported."
        )
    }
    /// A comparison with the source of which nobody says who made it.
    pub const NO_CHECKER: &str =
        "Who compared the numbers with their sources? Add a column “checked by”.";
    /// A row without an operation.
    pub const NO_OPERATION: &str = "The row names no operation.";
    /// A row that does not say what it counts.
    pub const NO_METRIC: &str = "The row does not say what its number counts.";
    /// An unknown metric.
    pub fn metric(name: &str) -> String {
        format!("What is “{name}”?")
    }
    /// Rows without a source.
    pub fn no_source(count: usize) -> String {
        format!(
            "{} no source; name it below.",
            counted(count, "number names", "numbers name")
        )
    }
    /// How close a source is.
    pub fn grade(publisher: &str) -> String {
        format!("How close is “{publisher}” to those who counted?")
    }
    /// A source that is described nowhere.
    pub fn unknown_source(id: &str) -> String {
        format!("There is no source “{id}”; take in the table of sources too.")
    }
    /// People in another table.
    pub fn people_missing(case: &str) -> String {
        format!("The numbers of the case {case} stand in the table of people; take that in too.")
    }
    /// A rule that would be broken.
    pub fn problem(why: &str) -> String {
        format!("The dataset would have a problem: {why}")
    }
}

/// An answer: the date is that of the publication.
pub const DATE_OF_SOURCE: &str = "Of the source";
/// An answer: the date is the operation’s first day.
pub const DATE_OF_OPERATION: &str = "The operation’s first day";
