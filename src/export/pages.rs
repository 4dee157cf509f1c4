//! On how many pages a picture is written, and into which files.

use std::path::{Path, PathBuf};

use super::{ExportError, PictureOptions, TextStyle, lines};
use crate::chart::ChartSpec;

/// The most pages that a picture is cut into.
const MOST_PAGES: usize = 50;

/// The pages that a picture takes at its size: itself; or as few as there can be, where it is too high
/// and can be cut.
pub fn pages(spec: &ChartSpec, options: &PictureOptions) -> Vec<ChartSpec> {
    let drawn = |spec: &ChartSpec| lines(spec, options, TextStyle::Editable);
    let is_crowded = |spec: &ChartSpec| matches!(drawn(spec), Err(ExportError::Crowded { .. }));
    let fit = |pages: &Vec<ChartSpec>| !pages.iter().any(is_crowded);
    let mut counts = 2..=MOST_PAGES;
    let fewest = || counts.find_map(|count| spec.pages(count).filter(fit));
    let can_be_cut = spec.pages(2).is_some() && is_crowded(spec);
    let pages = can_be_cut.then(fewest).flatten();
    pages.unwrap_or_else(|| vec![spec.clone()])
}

/// The file of one of several pages, from the first on: "grid-1.svg" of "grid.svg".
pub fn file_of_page(path: &Path, number: usize) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(format!("-{number}"));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}
