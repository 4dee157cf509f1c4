//! The names of the window's colours.

/// As the system has it.
pub const SYSTEM: &str = "As the system";
/// Dark on light.
pub const LIGHT: &str = "Light";
/// Light on dark.
pub const DARK: &str = "Dark";
