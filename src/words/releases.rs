//! What was found in the text of a release, and why a number is not offered as a figure.

/// Why a number is no result of an operation.
pub mod beside {
    /// A sum.
    pub const MONEY: &str = "a sum of money";
    /// How old somebody is.
    pub const AGE: &str = "an age";
    /// A part of a whole.
    pub const SHARE: &str = "a share";
    /// What something was before, or by how much it changed.
    pub const CHANGE: &str = "what it was before or how much it changed";
    /// A year of the calendar.
    pub const YEAR: &str = "a year";
    /// A time of the day.
    pub const TIME: &str = "a time of day";
    /// How long something lasted.
    pub const DURATION: &str = "a length of time";
    /// A length, a weight, an area.
    pub const MEASURE: &str = "a length, weight or area";
    /// Rooms or floors.
    pub const ROOMS: &str = "a number of rooms";
    /// Members of an organisation.
    pub const MEMBERS: &str = "a number of members";
    /// Part of a name.
    pub const NAME: &str = "part of a name";
    /// A telephone, a file.
    pub const REFERENCE: &str = "a telephone or file number";
    /// A note, an entry of a list.
    pub const NUMBERING: &str = "the number of a note or a list";
    /// No whole number.
    pub const UNCLEAR: &str = "not certain as a whole number";
}

/// Something found: its number on the list, what is marked, what it may be.
pub fn mark(number: usize, place: &str, marked: &str, what: &str) -> String {
    format!("{place}: [{number}] {marked} – {what}")
}

/// A number of which nothing is suggested.
pub const NOT_SUGGESTED: &str = "counts what?";
/// A number with two readings.
pub const TWO_READINGS: &str = "two readings, --decimal says which";

/// What a number may count, and of which operation; whether it reads as one of a single event.
pub fn suggested(metric: Option<&str>, operation: Option<&str>, of_event: bool) -> String {
    match (metric, operation) {
        (Some(metric), _) if of_event => format!("{metric}, of one event?"),
        (None, _) if of_event => format!("of one event, {NOT_SUGGESTED}"),
        (Some(metric), Some(operation)) => format!("{metric} of {operation}?"),
        (Some(metric), None) => format!("{metric}?"),
        (None, _) => NOT_SUGGESTED.to_owned(),
    }
}

/// A number that is not offered.
pub fn no_figure(why: &str) -> String {
    format!("{why}, no figure")
}

/// Days as they are named.
pub fn days(days: &str) -> String {
    format!("days: {days}")
}

/// The day that a text was published on.
pub fn published(day: &str) -> String {
    format!("published {day}, no days of an operation")
}

/// A list of countries, and the entries in it that are none.
pub fn list(count: usize, unknown: &[String]) -> String {
    let countries = super::names::counted(count, "country", "countries");
    if unknown.is_empty() {
        return format!("a list of {countries}");
    }
    format!(
        "a list of {countries}; not recognised: {}",
        unknown.join(", ")
    )
}

/// An operation that is named.
pub fn operation(id: Option<&str>) -> String {
    id.map_or_else(
        || "an operation that is not known".to_owned(),
        |id| format!("operation {id}"),
    )
}

/// How to have what was found taken.
pub const TAKE_SOME: &str = "Nothing is taken yet. --take NUMBER=METRIC takes a number (or =countries for how many took \
part), NUMBER=days the days, NUMBER=countries a list.";

/// That nothing was found.
pub const NOTHING_FOUND: &str = "No numbers, days or operations were found.";

/// A number on the list that is not there, or not of that kind.
pub fn no_such_mark(number: &str) -> String {
    format!("[{number}] is not what --take says; look at the list of what was found")
}

/// A mark whose operation is not known.
pub fn which_operation(number: usize) -> String {
    format!("of which operation is [{number}]? Say so with --operation ID")
}

/// The publication that a text is, as far as it tells.
pub fn source(told: &[&str]) -> String {
    format!("Source, as the text tells it: {}", told.join(" · "))
}

/// What has to be known of a new source, and which ones there are.
pub fn source_needs(flags: &[&str], there: &[&str]) -> String {
    let flags = super::names::listed(flags);
    let there = match there {
        [] => String::new(),
        there => format!(
            ", or name one that is there with --source: {}",
            there.join(", ")
        ),
    };
    format!("the source is not known well enough: say {flags}{there}")
}

/// That a source of this id is described a second time.
pub fn source_is_there(id: &str) -> String {
    format!(
        "the dataset has a source “{id}” already; give a new one another id, or only name this one"
    )
}

/// Why a file gives no text.
pub mod refused {
    /// It is a PDF that is too large.
    pub const TOO_LARGE: &str = "it is larger than 64 MiB or has more than 200 pages; save the pages \
        with the numbers by themselves";
    /// It is a PDF of pictures.
    pub const PICTURES: &str = "it holds pictures of pages, as a scanner makes them, and no text; \
        have the text recognised, or copy it into a .txt";
    /// It is a PDF with a password.
    pub const LOCKED: &str =
        "it opens only with a password; save it without one, or copy its text into a .txt";
    /// It is a PDF without letters.
    pub const NO_LETTERS: &str = "it draws letters without saying which they are; copy its text out \
        of what shows it into a .txt";
    /// It is a broken PDF.
    pub const BROKEN: &str = "it is a PDF of which nothing can be read";
    /// It is too long.
    pub const TOO_LONG: &str = "its text is longer than 256 KiB, the most that is read; keep the part with \
        the numbers";
    /// It is another kind.
    pub const OTHER_KIND: &str =
        "it is neither .txt nor .html nor .pdf; save its text as one of these first";
    /// It holds nothing.
    pub const EMPTY: &str = "there is no text in it";
}

/// That a text and something else were given together.
pub const ONE_TEXT: &str = "one text at a time, and no tables with it";
