//! What is said when the program cannot open its window, and after a fault ended it.

use std::fmt::Write as _;
use std::path::Path;

/// The title of a dialog that says why there is no window.
pub const CANNOT_OPEN: &str = "Opatlas cannot open its window";

const INSTEAD: &str = "`opatlas export` saves pictures and tables without a window";

/// That there is no display.
pub fn no_display(why: &str) -> String {
    format!("no window can be opened here: {why}; {INSTEAD}")
}

/// That nothing can be drawn, with every way that was tried and why it failed.
pub fn no_graphics(tried: &[(&str, String)]) -> String {
    let tried: Vec<String> = tried
        .iter()
        .map(|(way, why)| format!("{way}: {why}"))
        .collect();
    let tried = tried.join("; ");
    format!("nothing can be drawn here, with graphics hardware or without ({tried}); {INSTEAD}")
}

/// That the last run was ended by a fault, and where its report lies; `afresh` when the run before
/// it was too, and what was open is not opened again.
pub fn crashed(report: &Path, afresh: bool) -> String {
    let what = if afresh {
        "A fault in Opatlas ended it twice in a row; what was open is under Datasets, not opened again"
    } else {
        "A fault in Opatlas ended it last time; everything is as it was"
    };
    let report = report.display();
    format!("{what}. A report without any of your data: {report}")
}

/// The report of a fault: the version, the system, the place in the program and what it was
/// about to do. `words` is a text of the program's own.
pub fn crash_report(place: Option<&str>, words: Option<&str>, trace: &str) -> String {
    let mut report = format!(
        "Opatlas {} on {} {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    // Writing to a string cannot fail.
    let _written = writeln!(report, "at {}", place.unwrap_or("an unknown place"));
    if let Some(words) = words {
        let _written = writeln!(report, "{words}");
    }
    report.push('\n');
    report.push_str(trace);
    report
}
