//! What stands in a picture beside its numbers, and what is read aloud of them.

use super::cases::noun;
use super::measures::dispute_words;
use super::names::{capitalised, counted, lower_first};
use super::titles::footing_suffix;
use crate::model::{Amount, Days, Dispute, Metric, Operation, Quantity};
use crate::query::comparability::Called;
use crate::query::measure::{Disputed, Measure, Measured};

/// What a star beside a number means.
pub const STAR_MEANS: &str = "* sources disagree";

/// What a table of figures has over its metrics, and over its operations.
pub const FIGURE: &str = "Figure";
/// See [`FIGURE`].
pub const OPERATION: &str = "Operation";

/// Between the parts that tell how long and how wide an operation was.
const BETWEEN_PARTS: &str = " · ";

/// A subtitle of one of several pages: "…, 2024 and 2025 · page 2 of 3".
pub fn on_page(subtitle: &str, number: usize, count: usize) -> String {
    format!("{subtitle}{BETWEEN_PARTS}page {number} of {count}")
}

/// A label with the star of sources that disagree: "2,517 *".
pub fn starred(label: &str, star: bool) -> String {
    let star = if star { " *" } else { "" };
    format!("{label}{star}")
}

/// A figure as it is read aloud: "Arrests, Liberterra II: 2,517; 1 official report disagrees".
pub fn spoken_figure(metric: &Metric, operation: &Operation, measured: &Measured<'_>) -> String {
    format!(
        "{}, {}: {}{}",
        metric.label,
        operation.name,
        measured.words(),
        dispute_words(&measured.disputes)
    )
}

/// Two figures of one operation as they are read aloud, each with its label and its words:
/// "Liberterra II: Arrests 2,517, Officers deployed thousands; sources disagree".
pub fn spoken_together(
    operation: &str,
    figures: [(&str, &str); 2],
    disputes: &[(Disputed, Dispute)],
) -> String {
    let [one, other] = figures.map(|(label, words)| format!("{label} {words}"));
    let disagree = dispute_words(disputes);
    format!("{operation}: {one}, {other}{disagree}")
}

/// How long or how wide an operation was as it is read aloud: "Liberterra II: 6 days".
pub fn spoken_extent(operation: &str, label: &str, dispute: Option<(Disputed, Dispute)>) -> String {
    // What they disagree on is the very thing that is told.
    let on = dispute.map(|(_, dispute)| (Disputed::Figure, dispute));
    format!("{operation}: {label}{}", dispute_words(on.as_slice()))
}

/// When an operation ran; that it is not known where it is not.
pub fn when(days: Option<Days>) -> String {
    days.map_or_else(|| "days not known".to_owned(), Days::words)
}

/// "6 days", "1 day", "days not known", "days left out".
pub fn days_label(days: Option<u32>, left_out: bool) -> String {
    match days {
        Some(days) => counted(days as usize, "day", "days"),
        None if left_out => "days left out".to_owned(),
        None => when(None),
    }
}

/// "116 countries", "dozens of countries", "2 countries listed" where nobody counted them, "countries not
/// reported".
pub fn countries_label(count: Option<Quantity>, listed: usize, left_out: bool) -> String {
    match count {
        Some(count) => {
            let countries = noun(count, "country", "countries");
            format!("{} {countries}", count.short())
        }
        None if left_out => "countries left out".to_owned(),
        None if listed > 0 => format!("{} listed", counted(listed, "country", "countries")),
        None => "countries not reported".to_owned(),
    }
}

/// How long and how wide an operation was: "6 days · 116 countries · preliminary".
pub fn extent(parts: &[String], called: Called) -> String {
    let mut extent = parts.join(BETWEEN_PARTS);
    let called = match called {
        Called::Preliminary => "preliminary",
        Called::PreliminaryInPart => "preliminary in part",
        Called::Firm | Called::Unsaid => return extent,
    };
    extent.extend([BETWEEN_PARTS, called]);
    extent
}

/// What stands in the legend for the operation that changes are measured from.
pub fn from_base(operation: &str) -> String {
    format!("From {operation}")
}

/// The head of a column of changes to an operation.
pub fn change_to(operation: &str) -> String {
    format!("Change to {operation}")
}

/// A panel's heading with how many times its bars are enlarged beside others of the same unit:
/// "People, bars enlarged 20 times"; as it is where they are not.
pub fn scale_heading(heading: &str, times: f64) -> String {
    if times <= 1.0 {
        return heading.to_owned();
    }
    let decimals = usize::from(times.fract() > 0.0);
    let times = Amount::exact(times).short(decimals);
    format!("{heading}, bars enlarged {times} times")
}

/// What an axis of numbers measures: "Arrests per operation day (people, logarithmic scale)".
pub fn axis_title(
    metric: &Metric,
    whole: Option<&Metric>,
    measure: Measure,
    logarithmic: bool,
) -> String {
    let scale = if logarithmic {
        ", logarithmic scale"
    } else {
        ""
    };
    let (what, unit) = match measure {
        Measure::Change => {
            let what = format!("Change in {}", lower_first(&metric.label));
            (what, "%".to_owned())
        }
        Measure::Share => (
            capitalised(&metric.label),
            measure.unit(&metric.unit, whole.map(|whole| whole.label.as_str())),
        ),
        Measure::Total | Measure::PerDay | Measure::PerCountry => {
            (labelled(metric, measure), metric.unit.clone())
        }
    };
    format!("{what} ({unit}{scale})")
}

fn labelled(metric: &Metric, measure: Measure) -> String {
    format!("{}{}", capitalised(&metric.label), footing_suffix(measure))
}

/// How many of a row's figures are reported: "by 4 of 16".
pub fn reported_by(reported: usize, of: usize) -> String {
    format!("by {reported} of {of}")
}

/// What stands before how many of so many rows each column reports.
pub fn reported_of(rows: usize) -> String {
    format!("Reported, of {rows}")
}

/// What stands over how many report each row.
pub const REPORTED: &str = "reported";
/// What a scatter says that has no points.
pub const NONE_STATES_BOTH: &str = "No operation states both in numbers.";
/// What a part of a chart says in which nothing lies.
pub const NOTHING_IN_PART: &str = "No operation lies in this part.";

/// Who does not report a figure, on one line: "Not reported: Weka, Weka II, Turquesa".
pub fn not_reported_by(operations: &[String]) -> String {
    format!("Not reported: {}", operations.join(", "))
}

/// What the area of a circle stands for.
pub fn area_means(what: &str) -> String {
    format!("Area: {what}")
}

/// A point's figures beside its name, with the axis each lies on: "2,517 * across, > 1,800 up".
pub fn across_and_up(across: &str, up: &str) -> String {
    format!("{across} across, {up} up")
}

/// What an axis measures that goes from bottom to top.
pub fn upwards(title: &str) -> String {
    format!("↑ {title}")
}

/// What an axis measures that goes from left to right.
pub fn rightwards(title: &str) -> String {
    format!("{title} →")
}

/// What an operation's name in the legend does.
pub fn pin(operation: &str) -> String {
    format!("Pin {operation}")
}

/// What a pin does.
pub const PIN_MEANS: &str = "Pinned operations keep their colour, the others turn grey";

/// What the field of a chart is, and which keys look closer at it.
pub const FIELD_OF_CHART: &str = "Field of the chart: plus and minus look closer and further, Shift and arrows move, 0 shows everything";
