//! The program: hands the command line to the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    opatlas::cli::run(std::env::args_os(), |_| Err("no window yet".to_owned()))
}
