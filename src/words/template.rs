//! The workbook to fill: its sheets, heads, examples, and what its first sheet tells. The importer
//! knows these heads as it knows those of other people.

/// What can be chosen for a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// An operation of its sheet.
    Operations,
    /// A source of its sheet.
    Sources,
    /// A metric of its sheet.
    Metrics,
    /// How firm a number is.
    Signs,
    /// What a number was called.
    Statuses,
    /// How close a source stands to the people who counted.
    Grades,
    /// What a case was about.
    Crimes,
    /// A country.
    Countries,
}

/// A column of a sheet.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its head.
    pub head: &'static str,
    /// What stands in the example.
    pub example: &'static str,
    /// How wide it is, in letters.
    pub width: u16,
    /// What can be chosen for its cells; something else can be written all the same.
    pub list: Option<List>,
}

/// A sheet to fill.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    /// Its name.
    pub name: &'static str,
    /// Its columns.
    pub columns: &'static [Column],
}

const fn column(head: &'static str, example: &'static str, width: u16) -> Column {
    Column {
        head,
        example,
        width,
        list: None,
    }
}

impl Column {
    const fn of(self, list: List) -> Self {
        Self {
            list: Some(list),
            ..self
        }
    }
}

/// The name of the first sheet.
pub const READ_ME: &str = "Read me";
/// The name of the sheet with what can be chosen.
pub const LISTS: &str = "Lists";
/// The heads of the sheet with what can be chosen.
pub const LIST_HEADS: [&str; 6] = ["Sign", "Status", "Grade", "Crime", "Country", "Code"];
/// The words for how firm a number is.
pub const SIGNS: [&str; 6] = [
    "exactly",
    "about",
    "nearly",
    "more than",
    "at least",
    "up to",
];

/// What is counted.
pub const FIGURES: Sheet = Sheet {
    name: "Figures",
    columns: &[
        column("Operation", "Example: Liberterra II", 24).of(List::Operations),
        column("Metric", "Arrests", 34).of(List::Metrics),
        column("Number", "2517", 14),
        column("Sign", "exactly", 12).of(List::Signs),
        column("Source", "interpol-2024-11-06", 24).of(List::Sources),
        column("Wording", "arrested", 18),
        column("Status", "preliminary", 12).of(List::Statuses),
        column("Excerpt", "In all, 2,517 people were arrested.", 44),
        column("Archived", "https://web.archive.org/…", 24),
        column("Checked", "2024-11-08", 12),
        column("Checked by", "Example desk", 16),
        column("Note", "What a reader should know of this number", 36),
    ],
};

/// What the figures are of.
pub const OPERATIONS: Sheet = Sheet {
    name: "Operations",
    columns: &[
        column("Operation", "Example: Liberterra II", 24),
        column("From", "2024-09-29", 12),
        column("To", "2024-10-04", 12),
        column("Number of countries", "116", 20),
        column("Countries", "Togo; Ghana", 36),
        column("Lead", "INTERPOL", 20),
        column("Status", "preliminary", 12).of(List::Statuses),
        column("Source", "interpol-2024-11-06", 24).of(List::Sources),
        column("Summary", "What it was, in a sentence", 44),
    ],
};

/// What everything rests on.
pub const SOURCES: Sheet = Sheet {
    name: "Sources",
    columns: &[
        column("Source", "Example: interpol-2024-11-06", 28),
        column("Publisher", "INTERPOL", 24),
        column("Title", "The title as it is printed", 44),
        column("Date", "2024-11-06", 12),
        column("Grade", "official", 12).of(List::Grades),
        column("Address", "https://www.interpol.int/…", 44),
        column("No address", "or why it has none", 24),
        column("Note", "What a reader should know of it", 36),
    ],
};

/// Single events.
pub const CASES: Sheet = Sheet {
    name: "Cases",
    columns: &[
        column("Case", "Example: a-farm", 20),
        column("Operation", "Liberterra II", 24).of(List::Operations),
        column("Title", "Forced work on a farm", 32),
        column("Summary", "What happened, in your own words", 48),
        column("Date", "2024-10-01", 12),
        column("Countries", "Togo", 20).of(List::Countries),
        column("Crimes", "human trafficking", 24).of(List::Crimes),
        column("Potential victims", "24", 18),
        column("Irregular migrants", "", 18),
        column("People found", "", 14),
        column("Arrested", "about 10", 12),
        column("Suspected", "", 12),
        column("Nationalities", "Ghana; Togo", 20),
        column("Origin", "Ghana", 16).of(List::Countries),
        column("Transit", "", 16).of(List::Countries),
        column("Place", "Lomé", 18),
        column("Destination", "", 16).of(List::Countries),
        column("Source", "interpol-2024-11-06", 24).of(List::Sources),
        column("Excerpt", "The sentence with the numbers", 44),
        column("Note", "What a reader should know of it", 36),
    ],
};

/// What can be counted.
pub const METRICS: Sheet = Sheet {
    name: "Metrics",
    columns: &[
        column("Metric", "Example: Vehicles seized", 40),
        column("Unit", "vehicles", 16),
        column("Definition", "What exactly is counted, and what is not", 80),
        column("Part of", "the id of the whole it is a part of", 30),
        column("Id", "vehicles_seized", 30),
    ],
};

/// What the first sheet tells: heads and paragraphs; a head has an empty line before it.
pub const TOLD: [&str; 25] = [
    "Figures of police operations, to be imported into Opatlas",
    "",
    "How to use it",
    "Fill the sheets that you need, from the row below the example. Rows that begin with “Example:” are passed over.",
    "Then run: opatlas import FILE.xlsx --into mine.ron. It says what it would write and asks what it cannot know; --yes writes, and opatlas undo mine.ron takes it back.",
    "What is in the dataset already is known again, so that the same workbook can be filled further and imported anew.",
    "",
    "Figures",
    "A row is what one source states of one number. Where several sources state it, give each its row, also where they disagree.",
    "Write the number as firm as the source has it: 2517, more than 1800, nearly 8 million, 40-60, dozens. The sign can stand with the number, or in the column beside it.",
    "What no source states is left out: it is then “not reported”, which is not 0. Never write 0, n/a or a dash for it.",
    "Where there can be no number, write “not applicable” in its place, and the reason in the note.",
    "The excerpt is the sentence that states the number, word by word, in at most 40 words.",
    "",
    "Operations and sources",
    "An operation has a first and a last day, both counted: 2024-09-29, or 2024-09 where only the month is known. Countries stand in one cell, parted by ;",
    "A source is named in the other sheets by the first column of its own. It has an address, or says why it has none. Its grade is official for a page of an organisation that led or took part, reprint for a close reprint of that, news for any other.",
    "",
    "Cases",
    "A row is one event. Its numbers are never added to those of its operation. Tell no names, and no exact ages of minors: “a child”, not an age.",
    "Describe people as the source does: potential victims, irregular migrants; people found where their status is open.",
    "",
    "Metrics",
    "What can be counted, as the program has it. Add your own below; only what a figure names is imported.",
    "",
];
