//! Wires the program together: the window, threads, dialogs, files and settings. Decides
//! nothing about what is shown and draws no chart.

mod dialog;
mod effects;
mod ended;
mod export_job;
mod follow;
mod icon;
mod mailbox;
mod reader;
mod settings;
mod settings_parts;
mod window;

use std::cell::Cell;
use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::rc::Rc;

use eframe::NativeOptions;
use eframe::egui::ViewportBuilder;

pub use reader::embedded;
use settings::{Settings, SettingsFile};
use window::Window;

const APP_ID: &str = "org.opatlas.Opatlas";
const FIRST_SIZE: (f32, f32) = (1440.0, 900.0);
const LEAST_SIZE: (f32, f32) = (800.0, 560.0);

/// Why there is no window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// There is no display to open it on, or it cannot be reached.
    NoDisplay(String),
    /// There is a display, but nothing can be drawn on it.
    NoGraphics(String),
}

impl std::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDisplay(why) => write!(f, "no window can be opened here: {why}")?,
            Self::NoGraphics(why) => {
                write!(
                    f,
                    "nothing can be drawn here, with graphics hardware or without: {why}"
                )?;
            }
        }
        f.write_str("; `opatlas export` saves pictures and tables without a window")
    }
}

/// Opens the window and stays until it is closed. With no paths it shows the embedded datasets,
/// else only the files named.
///
/// # Errors
/// When no window can be opened or nothing can be drawn in it.
pub fn run(paths: Vec<PathBuf>) -> Result<(), Error> {
    let file = SettingsFile::of_the_user();
    let (settings, broken) = file.load();
    let start = Start {
        paths,
        file,
        settings,
        broken,
    };
    let Err(failure) = open(&start, false) else {
        return Ok(());
    };
    if let Failure::Display(why) = failure {
        return Err(Error::NoDisplay(why));
    }
    let Err(failure) = open(&start, true) else {
        return Ok(());
    };
    let error = match failure {
        Failure::Display(why) => Error::NoDisplay(why),
        Failure::Graphics(why) => Error::NoGraphics(why),
    };
    // Started by double click, stderr is read by nobody.
    dialog::tell_blocking("Opatlas cannot open its window", &error.to_string());
    Err(error)
}

/// What a window starts from; kept for a second try.
struct Start {
    paths: Vec<PathBuf>,
    file: SettingsFile,
    settings: Settings,
    broken: Option<String>,
}

enum Failure {
    Display(String),
    Graphics(String),
}

/// Opens the window once, drawing with graphics hardware where there is some, or without.
fn open(start: &Start, software: bool) -> Result<(), Failure> {
    let opened = Rc::new(Cell::new(false));
    let seen = Rc::clone(&opened);
    let options = options(&start.settings, software);
    // Without a usable configuration glutin panics instead of failing. A panic once the window
    // is open is a fault of ours and goes on.
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            "Opatlas",
            options,
            Box::new(move |creation| {
                seen.set(true);
                Ok(Box::new(Window::new(creation, start)))
            }),
        )
    }));
    match outcome {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error @ (eframe::Error::WinitEventLoop(_) | eframe::Error::Winit(_)))) => {
            Err(Failure::Display(reason(&error)))
        }
        Ok(Err(error)) => Err(Failure::Graphics(reason(&error))),
        Err(panic) if opened.get() => resume_unwind(panic),
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

#[cfg_attr(
    not(target_os = "linux"),
    expect(
        unused_mut,
        unused_variables,
        reason = "only OpenGL can be asked to do without hardware"
    )
)]
fn options(settings: &Settings, software: bool) -> NativeOptions {
    let (width, height) = settings.window.unwrap_or(FIRST_SIZE);
    let viewport = ViewportBuilder::default()
        .with_title("Opatlas")
        .with_app_id(APP_ID)
        .with_icon(icon::window_icon())
        .with_inner_size([width, height])
        .with_min_inner_size([LEAST_SIZE.0, LEAST_SIZE.1])
        .with_drag_and_drop(true);
    let mut options = NativeOptions {
        viewport,
        multisampling: 0,
        dithering: false,
        persist_window: false,
        system_font_fallback: false,
        ..NativeOptions::default()
    };
    #[cfg(target_os = "linux")]
    {
        use eframe::egui_glow::HardwareAcceleration;
        options.glow_options.hardware_acceleration = if software {
            HardwareAcceleration::Off
        } else {
            HardwareAcceleration::Preferred
        };
    }
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
