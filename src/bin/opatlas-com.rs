//! Lends the program a terminal on Windows, where a program either has a window or a terminal: as
//! `opatlas.com` it lies beside `opatlas.exe`, and whoever types `opatlas` starts it, because `.com`
//! comes before `.exe`. It starts the other, passes on what that says, and ends as that ends.

use std::io::{self, Read, Write};
use std::process::{Command, ExitCode, Stdio};
use std::{env, thread};

fn main() -> ExitCode {
    match run() {
        // A code that Windows itself ends a program with has no place in a byte.
        Ok(code) => ExitCode::from(u8::try_from(code).unwrap_or(u8::MAX)),
        Err(error) => {
            let _told = writeln!(io::stderr(), "opatlas: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> io::Result<i32> {
    // Through pipes: a program without a terminal cannot write to one that it is handed.
    let mut program = Command::new(env::current_exe()?.with_extension("exe"))
        .args(env::args_os().skip(1))
        // Where it starts itself again, to draw in another way, it stays to say how that ends.
        .env("OPATLAS_AWAITED", "1")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (said, told) = (program.stdout.take(), program.stderr.take());
    thread::scope(|scope| {
        scope.spawn(|| told.map(|told| pass_on(told, io::stderr())));
        said.map(|said| pass_on(said, io::stdout()))
    });
    Ok(program.wait()?.code().unwrap_or(1))
}

/// When whoever listens has gone, the program's own writing fails, and it ends as it would have.
fn pass_on(mut from: impl Read, mut to: impl Write) {
    let _passed = io::copy(&mut from, &mut to).and_then(|_| to.flush());
}
