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

/// What a window is drawn by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DrawnBy {
    /// OpenGL, on graphics hardware where there is some.
    OpenGl,
    /// OpenGL, on the processor.
    OpenGlOnProcessor,
    /// Direct3D 12, on graphics hardware where there is some.
    Direct3D,
    /// Direct3D 12, on the processor.
    Direct3DOnProcessor,
    /// Vulkan.
    Vulkan,
    /// Metal.
    Metal,
    /// Whatever the system offers.
    Anything,
    /// What the environment names.
    Named,
}

impl DrawnBy {
    /// Why Direct3D cannot draw on the processor.
    pub const NO_PROCESSOR: &str = "this system has no such driver";

    /// What it is called.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OpenGl => "OpenGL",
            Self::OpenGlOnProcessor => "OpenGL without graphics hardware",
            Self::Direct3D => "Direct3D 12",
            Self::Direct3DOnProcessor => "Direct3D 12 without graphics hardware",
            Self::Vulkan => "Vulkan",
            Self::Metal => "Metal",
            Self::Anything => "anything else",
            Self::Named => "what WGPU_BACKEND names",
        }
    }
}

/// Why a way to draw failed.
pub fn way_failed(way: DrawnBy, why: &str) -> String {
    format!("{}: {why}", way.name())
}

/// Why a way to draw is not tried.
pub const ENDED_BEFORE: &str =
    "its driver ended Opatlas twice before anything was drawn; the next start tries it again";

/// That nothing can be drawn, with why each way that was tried failed.
pub fn no_graphics(failed: &[String]) -> String {
    let failed = failed.join("; ");
    format!("nothing can be drawn here, with graphics hardware or without ({failed}); {INSTEAD}")
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
