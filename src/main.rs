//! The program: hands the command line to the library.

use std::io::Write as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    let paths = std::env::args_os().skip(1).map(Into::into).collect();
    match opatlas::app::run(paths) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // With stderr closed there is nobody left to tell.
            drop(writeln!(std::io::stderr(), "opatlas: {error}"));
            ExitCode::from(2)
        }
    }
}
