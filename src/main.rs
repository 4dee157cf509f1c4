//! The program: hands the command line to the library.
// Else a double click opened a terminal beside the window. `opatlas.com` is for terminals.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    opatlas::cli::run(std::env::args_os(), |paths, new_window| {
        opatlas::app::run(paths, new_window).map_err(|error| error.to_string())
    })
}
