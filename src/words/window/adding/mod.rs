//! Adding to a dataset: the doors, the fields of the form, what would be written, and what came of
//! that.

pub mod fields;
pub mod sheet;
pub mod text;

use std::path::Path;

use crate::model::{PartialDate, Trail};
use crate::words::names::{counted, file_named, listed, listed_in_short, lower_first};

/// The panel, for those who hear the window.
pub const TITLE: &str = "Add";
/// While a report is corrected.
pub const CORRECT_TITLE: &str = "Correct";
/// While a report is removed.
pub const REMOVE_TITLE: &str = "Remove";
/// Closes the panel.
pub const CLOSE: &str = "Close; what is entered is kept";
/// Over the doors, for those who hear them.
pub const DOORS: &str = "How to add";
/// A door.
pub const FORM: &str = "Form";
/// A door.
pub const SHEET: &str = "Sheet";
/// Over the kinds of things that a form is for.
pub const SUBJECTS: &str = "What to add";
/// A kind of thing.
pub const FIGURES: &str = "Figures";
/// A kind of thing.
pub const OPERATION: &str = "Operation";
/// A kind of thing.
pub const CASE: &str = "Case";
/// A kind of thing.
pub const SOURCE: &str = "Source";

/// Over the datasets that something can be added to.
pub const INTO: &str = "Into";
/// Over the dataset in which something is corrected.
pub const IN: &str = "In";
/// One that is not there yet.
pub const NEW_DATASET: &str = "A new dataset";
/// The choice of the dataset, for those who hear it.
pub fn into_spoken(name: &str) -> String {
    format!("{name}, what is added goes into this dataset")
}
/// That built-in data stays as it is.
pub const BUILT_IN_STAYS: &str = "The data that comes with Opatlas stays as it is. Reports about \
    its operations go into a dataset of your own and are shown beside it.";
/// The title of a new dataset.
pub const DATASET_TITLE: &str = "Title of the dataset";
/// Where a new dataset goes.
pub const DATASET_PATH: &str = "File";
/// What a new dataset is called where nobody says otherwise.
pub const NEW_TITLE: &str = "Figures";
/// Asks for that in a dialog.
pub const CHOOSE: &str = "Choose…";
/// The same for those who hear it.
pub const CHOOSE_SPOKEN: &str = "Choose… where the new dataset goes";
/// The title of that dialog.
pub const NEW_DIALOG: &str = "A new dataset";
/// What a new dataset's file is called where nobody says otherwise.
pub const NEW_NAME: &str = "figures.ron";
/// That a file may only be read.
pub const READ_ONLY: &str = "This file may only be read. Choose another dataset.";
/// That a dataset's text cannot be used.
pub const UNREADABLE: &str = "Nothing in this file can be used; mend it first, see Problems.";
/// That a dataset's text is in letters that are not changed.
pub const OTHER_LETTERS: &str = "This file is not written in UTF-8; save it so in an editor first.";
/// While something is worked out.
pub const BUSY: &str = "Working…";
/// While a dataset is read.
pub const READING: &str = "Reading the dataset…";

/// Of a name that another open dataset has.
pub const IS_ELSEWHERE: &str = "known, and taken over into this dataset";
/// Of an operation that another open dataset has.
pub const OPERATION_ELSEWHERE: &str =
    "in another dataset; this one adds to it and leaves it as it is";
/// Of a name that nothing has.
pub const IS_NEW: &str = "new";

/// Takes a line of numbers away.
pub fn remove_line(at: usize) -> String {
    format!("Take number {} away", at + 1)
}

/// A field of one of several numbers, for those who hear it.
pub fn of_line(field: &str, at: usize) -> String {
    format!("{field}, number {}", at + 1)
}

/// A number as it is understood.
pub fn understood(number: &str, unit: &str) -> String {
    format!("{number} {unit}").trim_end().to_owned()
}

/// Why something is not taken.
pub mod refused {
    use super::{PartialDate, Trail};

    /// It makes no number.
    pub const NO_NUMBER: &str =
        "No number: write 3,744, more than 1,800, about 40, 40–60, dozens, or not applicable";
    /// It makes no date.
    pub const NO_DATE: &str = "No date: write 2024-09-29, 2024-09 or 2024";
    /// The last day is before the first.
    pub const DAYS_SWAPPED: &str = "The last day is before the first";
    /// It is no web address.
    pub const NO_ADDRESS: &str = "No web address: it begins with https://";

    /// It is no metric.
    pub const NO_METRIC: &str = "No other metric is called so";

    /// It is no kind of crime.
    pub fn no_crime(name: &str) -> String {
        format!("“{name}” is none of the crimes offered here; “another crime” is")
    }

    /// It is one day or another.
    pub fn two_days([one, other]: [PartialDate; 2]) -> String {
        format!(
            "{} or {}? Write {one} or {other}",
            one.words(),
            other.words()
        )
    }

    /// An excerpt is too long.
    pub fn too_long(words: usize) -> String {
        format!(
            "{words} words; at most {}, so that it stays a quotation",
            Trail::MOST_WORDS
        )
    }
}

/// Why nothing can be written: what stands in a field.
pub fn not_taken(field: &str, why: &str) -> String {
    format!("{field}: {why}")
}

/// Leads to that field.
pub const SHOW_FIELD: &str = "Show the field";

/// What is still needed: "Still needed: operation, source."
pub fn still_needed(fields: &[&str]) -> String {
    let fields: Vec<String> = fields.iter().map(|field| field.to_lowercase()).collect();
    format!("Still needed: {}", listed(&fields))
}

/// Over what would be written.
pub const PREVIEW: &str = "What will be written";
/// Over what would be removed.
pub const REMOVED_PREVIEW: &str = "What will be removed";
/// That nothing would be.
pub const NOTHING_NEW: &str = "All of this is there already.";
/// That no row of a sheet states anything.
pub const NO_ROWS: &str = "No row of the sheet states anything.";
/// That nothing is other than it was.
pub const NOTHING_CHANGED: &str = "Nothing is changed yet.";
/// Forgets what was changed.
pub const RESTORE: &str = "As it was";
/// That nothing was entered.
pub const NOTHING_YET: &str = "Nothing yet.";
/// That the picture shows it.
pub const PICTURE_SHOWS: &str = "The picture shows it already; nothing is written yet.";
/// Unfolds the text that is inserted.
pub const SHOW_TEXT: &str = "Show the text of the file";
/// Folds it.
pub const HIDE_TEXT: &str = "Hide the text of the file";
/// Writes it.
pub const WRITE: &str = "Write";
/// Removes a report.
pub const REMOVE: &str = "Remove";
/// Forgets what was entered.
pub const CLEAR: &str = "Clear";
/// Under the reports of a number.
pub const ADD_REPORT: &str = "Add a report…";
/// Beside something of one's own.
pub const CORRECT: &str = "Correct";
/// Beside the report of others that is shown.
pub const OTHERWISE: &str = "Say otherwise in mine";
/// A report, for those who hear what is done to it.
pub fn the_report(number: &str) -> String {
    format!("the report of {number}")
}
/// What is done to something, for those who hear it.
pub fn done_to(action: &str, name: &str) -> String {
    format!("{action} {name}")
}
/// Leads to the Problems page.
pub const SHOW_PROBLEMS: &str = "Show the problems";
/// That the dataset is not well written at that place.
pub const NOT_WELL_WRITTEN: &str =
    "The file is not well written where this would go; mend it first.";
/// That something was changed in the file meanwhile.
pub const CHANGED_BELOW: &str = "Somebody changed the file meanwhile. What you entered goes into \
    it as it is now; what changed:";

/// What would be written.
pub mod put {
    use super::{counted, listed_in_short, lower_first};

    /// The title of a dataset.
    pub fn title(title: &str) -> String {
        format!("The title “{title}”")
    }

    /// A source.
    pub fn source(name: &str) -> String {
        format!("Source: {name}")
    }

    /// A metric.
    pub fn metric(label: &str) -> String {
        format!("Metric: {label}")
    }

    /// An operation, or what is added to one of another dataset.
    pub fn operation(name: &str) -> String {
        format!("Operation: {name}")
    }

    /// A field of an operation.
    pub fn field(operation: &str, field: &str) -> String {
        format!("{operation}: {}", field.replace('_', " "))
    }

    /// A case.
    pub fn case(title: &str) -> String {
        format!("Case: {title}")
    }

    /// A report of a number.
    pub fn report(operation: &str, metric: &str, number: &str) -> String {
        format!("{operation}, {metric}: {number}")
    }

    /// A report that agrees with others.
    pub const FURTHER: &str = "a further report";
    /// A report that contradicts others.
    pub const CONTRADICTS: &str = "disagrees with a report there";
    /// A number that is not as it was.
    pub fn was(number: &str) -> String {
        format!("was {number}")
    }
    /// A field that is corrected.
    pub fn changed(name: &str, field: &str) -> String {
        format!("{name}: {}", field.replace('_', " "))
    }
    /// Something that is there otherwise.
    pub fn stays(noun: &str, id: &str, field: &str) -> String {
        let of = if field.is_empty() {
            id.to_owned()
        } else {
            format!("{id}, {field}")
        };
        format!("The {noun} {of} is there otherwise, and stays")
    }
    /// How many countries took part.
    pub const COUNTRIES: &str = "countries taking part";

    /// That a source or metric cannot go yet.
    pub fn still_named(name: &str, uses: &[String]) -> String {
        let uses = listed_in_short(uses);
        format!("{name} is still named by {uses}. Correct or remove that first.")
    }

    /// A case that names a source.
    pub fn the_case(title: &str) -> String {
        format!("the case “{title}”")
    }

    /// A figure that names something.
    pub fn figure(operation: &str, metric: &str) -> String {
        format!("{operation}, {}", lower_first(metric))
    }

    /// How many more lines there are.
    pub fn more(count: usize) -> String {
        format!("and {}", counted(count, "more", "more"))
    }

    /// How much is there already.
    pub fn repeated(count: usize) -> String {
        format!("{} there already", counted(count, "thing is", "things are"))
    }
}

/// How much would be written, in a line: "1 operation, 8 figures".
pub fn in_all(figures: usize, others: usize) -> String {
    let figures_told = counted(figures, "figure", "figures");
    let others_told = counted(others, "other thing", "other things");
    match (figures, others) {
        (_, 0) => figures_told,
        (0, _) => others_told.replacen("other ", "", 1),
        (_, _) => format!("{figures_told} and {others_told}"),
    }
}

/// That it was written.
pub fn written(path: &Path) -> String {
    format!("Wrote {}", name(path))
}

/// Takes the change just made back.
pub const UNDO: &str = "Take it back";
/// Takes the last change to a dataset back.
pub const UNDO_LAST: &str = "Take the last change back";
/// Takes the last change to a dataset back.
pub fn take_back(title: &str) -> String {
    format!("Take back the last change to {title}")
}

/// That it was taken back.
pub fn taken_back(path: &Path) -> String {
    format!("Took the last change to {} back", name(path))
}

/// That the first change was taken back, and the file with it.
pub fn taken_back_whole(path: &Path) -> String {
    format!(
        "Took the first change to {} back: the file is gone",
        name(path)
    )
}

/// That a file was changed by somebody since.
pub fn changed_since(path: &Path) -> String {
    format!(
        "{} was changed in another program since, and stays as it is",
        name(path)
    )
}

/// That there is no change to take back.
pub fn nothing_kept(path: &Path) -> String {
    format!(
        "No change to {} is known that could be taken back",
        name(path)
    )
}

/// That a file was changed while something was entered.
pub const CHANGED_MEANWHILE: &str =
    "The file was changed meanwhile: look at what would be written now, and write again";

/// That a file was not written.
pub fn not_written(why: &str, path: &Path) -> String {
    format!("Nothing was written: {why}; {}", path.display())
}

/// That a file cannot be read.
pub fn not_read(why: &str, path: &Path) -> String {
    format!("The file cannot be read: {why}; {}", path.display())
}

fn name(path: &Path) -> String {
    file_named(&super::opening::name_of(path))
}
