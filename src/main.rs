//! The program: hands the command line to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    opatlas::cli::run(std::env::args_os(), |paths, new_window| {
        opatlas::app::run(paths, new_window).map_err(|error| error.to_string())
    })
}
