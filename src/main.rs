//! The program: hands the command line to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    opatlas::cli::run(std::env::args_os(), |paths| {
        opatlas::app::run(paths).map_err(|error| error.to_string())
    })
}
