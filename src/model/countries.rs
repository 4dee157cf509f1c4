//! The table behind [`Country`](super::Country).

use super::country::Region;

pub(super) struct Row {
    pub code: &'static str,
    pub name: &'static str,
    pub region: Region,
    pub subregion: &'static str,
    pub aliases: &'static [&'static str],
}

pub(super) const COUNTRIES: &[Row] = &[];
