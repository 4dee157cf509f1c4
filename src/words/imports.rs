//! What would be imported, what has to be known first, and what was passed over.

use super::names::{counted, listed_in_short};
use crate::model::{Country, PartialDate};

/// As what somebody types in place of a number that there cannot be.
pub const NOT_APPLICABLE: &str = "not applicable";

/// So many lines of a kind are told; of more, their number.
pub const TOLD: usize = 30;

/// Why a source from a sheet has no address, as it then stands in the dataset.
pub const NO_ADDRESS: &str = "the sheet gives no address";

/// Why a source that somebody typed has no address, as it then stands in the dataset.
pub const NO_ADDRESS_KNOWN: &str = "no address is known";

/// What a table of figures needs, where nothing in a file is understood.
pub fn no_heads(sheet: &str) -> String {
    format!(
        "{sheet}: no heads of columns are recognised; a sheet needs “operation” and either \
         “metric” and “number”, or a column for each metric. Name them with --column HEAD=MEANING"
    )
}

/// That the text of a table opens a quotation and does not close it.
pub fn open_quote(line: usize) -> String {
    format!(
        "the quotation mark at the start of a cell on line {line} is not closed, or not where the \
         cell ends; close it there"
    )
}

/// A column of numbers whose head says nothing.
pub fn column_unknown(place: &str, head: &str) -> String {
    format!(
        "{place}: what do the numbers under “{head}” count? Say so with --column \
         \"{head}=METRIC\", or leave it out with --column \"{head}=nothing\", all such columns with --column \"*=nothing\""
    )
}

/// A column of dates that can be those of two things.
pub fn which_date(place: &str, head: &str) -> String {
    format!(
        "{place}: of what is “{head}” the date? Say --column \"{head}=date\" for that of the \
         publication, =from for the operation’s first day, or =nothing"
    )
}

/// A number with two readings.
pub fn two_readings(place: &str, text: &str, count: usize) -> String {
    let more = if count > 1 {
        format!(", and {} more such cells", count - 1)
    } else {
        String::new()
    };
    format!(
        "{place}: is the sign in “{text}” before decimals or between thousands{more}? Say which \
         sign stands before decimals with --decimal point or --decimal comma"
    )
}

/// A date of numbers with two readings.
pub fn which_day(place: &str, text: &str, readings: [PartialDate; 2]) -> String {
    let [one, other] = readings.map(PartialDate::words);
    format!(
        "{place}: is “{text}” the {one} or the {other}? Say --dates day-first or --dates month-first"
    )
}

/// A cell of which no number can be made.
pub fn no_number(place: &str, text: &str) -> String {
    format!(
        "{place}: no number can be made of “{text}”; write it in digits, or leave the cell empty"
    )
}

/// A number that is not whole.
pub fn not_whole(place: &str, text: &str) -> String {
    format!("{place}: “{text}” is no whole number when its sign is read as elsewhere in the sheet")
}

/// A cell of which no date can be made.
pub fn no_date(place: &str, text: &str) -> String {
    format!("{place}: no date can be made of “{text}”; write it as 2024-09-29")
}

/// What is said of a place.
pub fn of_place(place: &str, said: &str) -> String {
    format!("{place}: {said}")
}

/// What to write in place of a name of no country, or of several, and all that it can be: “Congo” can
/// mean COD or COG.
pub fn which_country(text: &str, can_be: &[Country]) -> String {
    let codes: Vec<&str> = can_be.iter().map(|one| one.code()).collect();
    match codes.as_slice() {
        [] => format!("“{text}” is not the name of a country; write its name or code"),
        codes => {
            let codes = codes.join(" or ");
            format!("“{text}” can mean {codes}; write the code of each that is meant")
        }
    }
}

/// A text that cannot stand in its column.
pub fn not_one_of(place: &str, text: &str) -> String {
    format!("{place}: “{text}” is none of the words that can stand there")
}

/// A cell with an error, or with a formula alone.
pub fn no_value(place: &str, text: &str) -> String {
    if text.starts_with('=') {
        format!(
            "{place}: the formula was saved without its value; open the file in a spreadsheet, save \
             it and try again"
        )
    } else {
        format!("{place}: the cell shows an error, {text}; mend it, or empty the cell")
    }
}

/// Cases without an operation.
pub fn case_no_operation(place: &str, count: usize) -> String {
    let cases = counted(count, "case names", "cases name");
    format!(
        "{place}: {cases} no operation; add a column “operation”, or name the one of all of them \
         with --operation ID"
    )
}

/// Cases without what every case has.
pub fn case_lacks(place: &str, what: &str, count: usize) -> String {
    let cases = counted(count, "case has", "cases have");
    format!(
        "{place}: {cases} no {what}; fill it in, or say which column holds it with --column \
         \"HEAD={what}\""
    )
}

/// Nationalities beside several groups of people.
pub fn whose_nationalities(place: &str) -> String {
    format!(
        "{place}: of which of the groups of people are the nationalities? Tell each group in a row \
         and a case of its own, or leave the column out with --column \"HEAD=nothing\""
    )
}

/// A sheet with a row for each person.
pub fn rows_are_people(sheet: &str) -> String {
    format!(
        "{sheet}: each row is a person, for it has columns of age and sex; a dataset tells events \
         and never single people, so the sheet cannot be imported"
    )
}

/// A row with more cells than heads.
pub fn more_cells(place: &str) -> String {
    format!(
        "{place}: the row has more cells than there are heads, and its numbers may stand under the \
         wrong ones; put quotation marks around a number or text with the sign in it that parts \
         cells, as in \"1,800\""
    )
}

/// A word that can be a number or none.
pub fn none_said(place: &str, text: &str) -> String {
    format!("{place}: does “{text}” mean 0 or not reported? Write 0, or leave the cell empty")
}

/// Cells that say that there is no number.
pub fn not_reported(place: &str, text: &str, count: usize) -> String {
    let cells = counted(count, "cell says", "cells say");
    format!("{place}: {cells} “{text}”, which is left empty: not reported")
}

/// A row without an operation.
pub fn no_operation(place: &str) -> String {
    format!("{place}: the row names no operation")
}

/// A metric that is not known.
pub fn no_metric(place: &str, name: &str) -> String {
    if name.is_empty() {
        return format!("{place}: the row does not say what its number counts");
    }
    format!(
        "{place}: “{name}” is no metric of the dataset; declare it there, or say which one is \
         meant with --column \"{name}=METRIC\""
    )
}

/// A comparison with the source without who made it.
pub fn no_checker(place: &str) -> String {
    format!(
        "{place}: who compared the number with its source? Add a column “checked by”, or leave this \
         one out with --column \"HEAD=nothing\""
    )
}

/// Reports without a source.
pub fn no_source(place: &str, count: usize) -> String {
    let rows = counted(count, "number names", "numbers name");
    format!(
        "{place}: {rows} no source; add a column “source”, or name a source of the dataset with \
         --source ID"
    )
}

/// A new source whose grade is not known.
pub fn no_grade(place: &str, publisher: &str) -> String {
    format!(
        "{place}: how close does “{publisher}” stand to those who counted? Add a column “grade” \
         with official, reprint or news, or say --grade for all new sources"
    )
}

/// A source that is named and nowhere described.
pub fn unknown_source(place: &str, id: &str) -> String {
    format!("{place}: there is no source “{id}”; import the table of sources too")
}

/// A case whose numbers stand in a table that is not there.
pub fn people_missing(case: &str) -> String {
    format!("case {case}: its numbers stand in the table of people; import that too")
}

/// The text of the dataset cannot be changed.
pub const NOT_WRITTEN: &str = "the dataset is not well written where something would be added; \
mend it first, `opatlas check` says how";

/// What breaks a rule of datasets.
pub fn breaks_a_rule(why: &str) -> String {
    format!("the dataset would have a problem: {why}")
}

/// A sheet in which nothing was recognised.
pub fn sheet_passed(sheet: &str) -> String {
    format!("{sheet}: passed over, no heads of columns are recognised")
}

/// A column that was passed over.
pub fn column_passed(place: &str, head: &str) -> String {
    format!("{place}: column “{head}” passed over")
}

/// A hidden sheet that was passed over.
pub fn hidden_passed(sheet: &str) -> String {
    format!("{sheet}: passed over, it is hidden; show it in the spreadsheet to have it read")
}

/// Hidden rows that were read.
pub fn hidden_rows_read(sheet: &str, count: usize) -> String {
    let rows = counted(count, "hidden row was", "hidden rows were");
    format!("{sheet}: {rows} read too")
}

/// A row that shows how to write one and was passed over.
pub fn example_passed(place: &str) -> String {
    format!("{place}: row passed over, it is an example")
}

/// A row of totals that was passed over.
pub fn total_passed(place: &str, text: &str) -> String {
    format!("{place}: row “{text}” passed over, it adds up others")
}

/// A row of what a problem left out.
pub fn left_out_passed(place: &str) -> String {
    format!("{place}: row passed over, it was left out when the table was made")
}

/// A table that states nothing of its own.
pub fn derived_passed(sheet: &str) -> String {
    format!("{sheet}: passed over, it is made from other tables")
}

/// That all is there already, or how much is.
pub fn repeated(count: usize) -> String {
    let things = counted(count, "thing is", "things are");
    format!("{things} there already")
}

/// How much more there is than was told.
pub fn more_lines(count: usize) -> String {
    format!("… and {count} more")
}

/// What to do to have it written.
pub const NOT_YET: &str = "Nothing is written yet; --yes writes it.";
/// That nothing would change.
pub const NOTHING_NEW: &str = "Nothing is new.";
/// That no row of a table states anything.
pub const NO_ROWS: &str = "No row states anything.";
/// That nothing was written because something has to be known first.
pub const ANSWER_FIRST: &str = "Nothing was written; answer this first.";
/// That it was written, and how to undo it.
pub fn written(path: &str) -> String {
    format!("Wrote {path}. `opatlas undo {path}` takes it back")
}

/// That the first change was taken back, and the file with it.
pub fn taken_back_whole(path: &str) -> String {
    format!("Took the first change back; the file is gone: {path}")
}

/// That the last change was taken back.
pub fn taken_back(path: &str) -> String {
    format!("Took the last change back: {path}")
}

/// That there is no change to take back.
pub fn nothing_kept(path: &str) -> String {
    format!("no change is known that could be taken back: {path}")
}

/// That a file was changed by somebody else.
pub fn changed_meanwhile(path: &str) -> String {
    format!("the file was changed meanwhile and stays as it is; look at it and try again: {path}")
}

/// That a source or metric cannot go yet.
pub fn still_named(noun: &str, name: &str, uses: &[String]) -> String {
    let uses = listed_in_short(uses);
    format!("The {noun} “{name}” is still named by {uses}. Correct or remove that first.")
}

/// A figure of an operation: "mine-1, arrests".
pub fn of_operation(operation: &str, metric: &str) -> String {
    format!("{operation}, {metric}")
}

/// "the case Raid".
pub fn the(noun: &str, name: &str) -> String {
    format!("the {noun} {name}")
}

/// What would be written.
pub mod put {
    /// A title.
    pub fn title(title: &str) -> String {
        format!("+ title {title}")
    }

    /// A source.
    pub fn source(id: &str, publisher: &str) -> String {
        format!("+ source {id} ({publisher})")
    }

    /// A metric.
    pub fn metric(id: &str, label: &str) -> String {
        format!("+ metric {id} ({label})")
    }

    /// An operation.
    pub fn operation(id: &str, name: &str) -> String {
        format!("+ operation {id} ({name})")
    }

    /// A field with what it says.
    pub fn named(name: &str, said: &str) -> String {
        format!("{} {said}", name.replace('_', " "))
    }

    /// A first and a last day.
    pub fn span(first: &str, last: &str) -> String {
        if first == last {
            first.to_owned()
        } else {
            format!("{first} to {last}")
        }
    }

    /// A field.
    pub fn field(operation: &str, name: &str) -> String {
        format!("+ {operation}: {name}")
    }

    /// A case.
    pub fn case(id: &str, title: &str) -> String {
        format!("+ case {id} ({title})")
    }

    /// A report; `beside` what is there.
    pub fn report(place: &str, of: &str, number: &str, source: &str, beside: &str) -> String {
        format!("+ {of}: {number} ({source}){beside} [{place}]")
    }

    /// A report that is corrected, and the number that it had.
    pub fn corrected(report: &str, was: &str) -> String {
        format!("{}; it was {was}", report.replacen('+', "~", 1))
    }

    /// A report that is removed.
    pub fn removed(report: &str) -> String {
        report.replacen('+', "-", 1)
    }

    /// A report beside others that agree.
    pub const FURTHER: &str = ", a further report";
    /// A report that contradicts others.
    pub const CONTRADICTS: &str = ", a further report that contradicts one there";
    /// The number of countries.
    pub const COUNTRIES: &str = "number of countries";

    /// A field that is corrected.
    pub fn changed(noun: &str, name: &str, field: &str) -> String {
        format!("~ {noun} {name}: {field}")
    }

    /// Something that is removed.
    pub fn gone(noun: &str, name: &str) -> String {
        format!("- {noun} {name}")
    }

    /// What stands there otherwise.
    pub fn stays(noun: &str, id: &str, field: &str) -> String {
        if field.is_empty() {
            format!("= {noun} {id} is there otherwise, and stays as it is")
        } else {
            format!("= {noun} {id}: {field} is there otherwise, and stays as it is")
        }
    }
}
