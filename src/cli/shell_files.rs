//! `opatlas shell-files`: what packages install beside the program, made from the command line
//! itself: manual pages, and what shells complete.

use std::path::Path;
use std::process::ExitCode;

use clap::{Command, ValueEnum as _};
use clap_complete::Shell;

use super::CliError;
use crate::disk::{make_folder, write_whole};

/// Writes a manual page for the program and each subcommand, and a completion for each shell.
pub fn run(program: Command, folder: &Path) -> Result<ExitCode, CliError> {
    make_folder(folder).map_err(|error| CliError::Write(folder.to_owned(), error))?;
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        write_whole(&path, bytes).map_err(|error| CliError::Write(path, error))
    };
    let mut program = program.disable_help_subcommand(true);
    // Names subcommands as one types them.
    program.build();
    let subcommands = program.get_subcommands().filter(|one| !one.is_hide_set());
    for page in [&program].into_iter().chain(subcommands) {
        let page = clap_mangen::Man::new(page.clone());
        let mut text = Vec::new();
        page.render(&mut text).map_err(CliError::Output)?;
        write(&page.get_filename(), &text)?;
    }
    for shell in Shell::value_variants() {
        let mut text = Vec::new();
        clap_complete::generate(*shell, &mut program, "opatlas", &mut text);
        let name = match shell {
            Shell::Bash => "opatlas.bash",
            Shell::Elvish => "opatlas.elv",
            Shell::Fish => "opatlas.fish",
            Shell::PowerShell => "opatlas.ps1",
            Shell::Zsh => "_opatlas",
            _ => continue,
        };
        write(name, &text)?;
    }
    Ok(ExitCode::SUCCESS)
}
