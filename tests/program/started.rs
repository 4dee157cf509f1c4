//! The program as scripts start it: in a folder, where it also keeps what it keeps for its user, and
//! with no display.

use std::path::Path;
use std::process::Command;

/// The program in a folder.
pub fn opatlas(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_opatlas"));
    command.current_dir(folder);
    for variable in ["XDG_STATE_HOME", "LOCALAPPDATA", "HOME"] {
        command.env(variable, folder);
    }
    for variable in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"] {
        command.env_remove(variable);
    }
    command
}
