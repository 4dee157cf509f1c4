//! Wires the program together: the window, threads, dialogs, files and settings. Decides
//! nothing about what is shown and draws no chart.

mod adding;
mod attempts;
mod browser;
#[cfg(target_os = "linux")]
mod colours;
mod crash;
mod dialog;
mod editor;
mod effects;
mod ended;
mod export_job;
mod exports;
mod follow;
mod graphics;
mod icon;
mod keeper;
mod mailbox;
mod place;
mod reader;
mod rehearsal;
mod second;
mod settings;
mod settings_parts;
mod starter;
mod window;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, Builder, ScopedJoinHandle};

use eframe::NativeOptions;
use eframe::egui::{Context, ViewportBuilder};

use attempts::Attempts;
use crash::Crashes;
use graphics::Way;
pub use reader::embedded;
use second::Door;
use settings::{Settings, SettingsFile};
use window::Window;

use crate::words;

const APP_ID: &str = "org.opatlas.Opatlas";

/// Why there is no window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There is no display to open it on, or it cannot be reached.
    NoDisplay(String),
    /// There is a display, but nothing can be drawn on it: each way that was tried, and why not.
    NoGraphics(Vec<String>),
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::NoDisplay(why) => words::no_display(why),
            Self::NoGraphics(tried) => words::no_graphics(tried),
        })
    }
}

/// Opens the window and stays until it is closed. With no paths it shows the embedded datasets,
/// else only the files named. A window that is open already takes them, unless a new one is asked
/// for. Gives what the program is to end with.
///
/// # Errors
/// When no window can be opened or nothing can be drawn in it.
pub fn run(paths: Vec<PathBuf>, new_window: bool) -> Result<ExitCode, Error> {
    #[cfg(target_os = "linux")]
    let mut failed: Vec<String> = Vec::new();
    #[cfg(not(target_os = "linux"))]
    let mut failed = graphics::why_others_failed();
    let door = if new_window {
        Door::default()
    } else if let Some(door) = Door::or_hand_over(&paths, !failed.is_empty()) {
        door
    } else {
        return Ok(ExitCode::SUCCESS);
    };
    let file = SettingsFile::of_the_user();
    let (loaded, broken) = file.load();
    let crashes = Crashes::of_the_user();
    let crashed = crashes.last();
    let settings = loaded.clone().after(crashed.is_some());
    let mut start = Start {
        paths,
        door,
        file,
        are_kept: broken.is_none() && settings == loaded,
        afresh: crashed.is_some() && loaded.fault,
        settings,
        broken,
        crashed,
        attempts: Attempts::of_the_user(),
        drawn: Arc::default(),
        #[cfg(not(target_os = "linux"))]
        fault: graphics::Fault::default(),
    };
    crashes.report(Arc::clone(&start.drawn));
    let ways = start.attempts.order(Way::all());
    for way in ways.iter().skip(failed.len()) {
        // It would end this start as well, and nobody would be told anything.
        if start.attempts.ended(way.drawn_by) {
            start.attempts.told(way.drawn_by);
            failed.push(words::way_failed(way.drawn_by, words::ENDED_BEFORE));
            continue;
        }
        start.attempts.begin(way.drawn_by, !failed.is_empty());
        let opened = open(&start, *way);
        start.attempts.answered(way.drawn_by);
        match opened {
            Ok(()) => return Ok(ExitCode::SUCCESS),
            Err(Failure::Display(why)) => return Err(Error::NoDisplay(why)),
            Err(Failure::Graphics(why)) => failed.push(words::way_failed(way.drawn_by, &why)),
        }
        #[cfg(not(target_os = "linux"))]
        if failed.len() < ways.len()
            && let Some(code) = graphics::go_on(&failed, start.fault.told().is_some())
        {
            return Ok(code);
        }
    }
    let error = Error::NoGraphics(failed);
    // Started by double click, stderr is read by nobody.
    dialog::tell_blocking(words::CANNOT_OPEN, &error.to_string());
    Err(error)
}

/// What a window starts from; kept for another try.
struct Start {
    paths: Vec<PathBuf>,
    door: Door,
    file: SettingsFile,
    settings: Settings,
    /// Whether the file holds just these.
    are_kept: bool,
    /// What of the file could not be used, if something.
    broken: Option<String>,
    /// The report of the fault that ended the last run, if one did.
    crashed: Option<PathBuf>,
    /// Whether the run before that ended so too.
    afresh: bool,
    attempts: Attempts,
    /// Whether a window has been drawn: from then on a panic is a fault of ours.
    drawn: Arc<AtomicBool>,
    /// What went wrong with the graphics since.
    #[cfg(not(target_os = "linux"))]
    fault: graphics::Fault,
}

enum Failure {
    Display(String),
    Graphics(String),
}

/// Opens the window once, drawn in one way.
fn open(start: &Start, way: Way) -> Result<(), Failure> {
    let options = options(&start.settings, way);
    // Where there is no usable configuration, glutin and wgpu panic instead of failing.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let ctx = Context::default();
        thread::scope(|scope| {
            // What the window shows is read and laid out while the window is made.
            let window = || Window::new(&ctx, start, way.drawn_by);
            let making = Builder::new().name("opatlas start".to_owned());
            let made = making.spawn_scoped(scope, window);
            eframe::run_native_ext(
                "Opatlas",
                options,
                Some(ctx.clone()),
                Box::new(|creation| {
                    let made = made.map(ScopedJoinHandle::join);
                    let mut window = made.map_or_else(
                        |_no_thread| window(),
                        |made| made.unwrap_or_else(|panic| resume_unwind(panic)),
                    );
                    window.move_in(creation, start);
                    Ok(Box::new(window))
                }),
            )
        })
    }));
    #[cfg(not(target_os = "linux"))]
    if let Some(why) = start.fault.told() {
        return Err(Failure::Graphics(why));
    }
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error @ (eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_)))) => {
            Err(Failure::Display(reason(&error)))
        }
        Ok(Err(error)) => Err(Failure::Graphics(reason(&error))),
        Err(panic) if start.drawn.load(Ordering::Relaxed) => resume_unwind(panic),
        Err(panic) => Err(Failure::Graphics(mailbox::panic_words(&*panic))),
    }
}

/// The reason on one line, without the places in other people's code it passed through.
fn reason(error: &eframe::Error) -> String {
    let text = if let eframe::Error::WinitEventLoop(error) = error {
        error.to_string()
    } else {
        error.to_string()
    };
    without_code_places(&text)
}

/// "os error at /x/winit/mod.rs:765: DISPLAY is not set" → "DISPLAY is not set".
fn without_code_places(text: &str) -> String {
    let after_place =
        |(_, rest): (&str, &str)| rest.split_once(": ").map(|(_, words)| words.to_owned());
    let words = text
        .rsplit_once(".rs:")
        .and_then(after_place)
        .unwrap_or_else(|| text.to_owned());
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.trim_end_matches('.').to_owned()
}

fn options(settings: &Settings, way: Way) -> NativeOptions {
    let viewport = settings
        .place
        .of(ViewportBuilder::default())
        .with_title("Opatlas")
        .with_app_id(APP_ID)
        .with_icon(icon::window_icon())
        .with_drag_and_drop(true);
    let mut options = NativeOptions {
        viewport,
        multisampling: 0,
        dithering: false,
        persist_window: false,
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    way.choose(&mut options);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_why_and_what_works_instead() {
        let error = Error::NoDisplay("DISPLAY is not set".to_owned()).to_string();
        assert!(error.contains("DISPLAY is not set"));
        assert!(error.contains("opatlas export"));
        assert_eq!(error.lines().count(), 1);
    }

    #[test]
    fn a_reason_names_no_place_in_the_code() {
        let told = without_code_places(
            "os error at /x/winit-0.30/src/linux/mod.rs:765: no DISPLAY is set.",
        );
        assert_eq!(told, "no DISPLAY is set");
        assert_eq!(
            without_code_places("glutin error:\n bad config"),
            "glutin error: bad config"
        );
    }
}
