//! What `opatlas export` is asked for: which data, and which view of it.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::told;
use super::{CliError, ExportArguments};
use crate::disk::{in_folders, read_dataset, read_text};
use crate::file::{EMBEDDED, read};
use crate::model::{Atlas, Country, Dataset, Problem};
use crate::query::comparison::Comparison;
use crate::state::{OtherData, View};
use crate::words::command_line::{self as said, IdKind};
use crate::words::{listed, other_data};

/// The datasets named; else those that the view was saved with; else those that come with the
/// program. As one. Problems go to standard error, so that nothing is left out unsaid.
pub(super) fn atlas(arguments: &ExportArguments, view: Option<&View>) -> Result<Atlas, CliError> {
    let mut datasets: Vec<Arc<Dataset>> = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    let saved_with = view.map_or(&[][..], |view| &view.saved_with);
    let as_saved = arguments.datasets.is_empty() && !saved_with.is_empty();
    let of_view = saved_with.iter().filter(|_| as_saved);
    let (embedded, files): (Vec<_>, Vec<_>) = of_view.partition(|saved| saved.embedded);
    for (name, text) in EMBEDDED {
        let is_saved = embedded.iter().any(|saved| saved.file == *name);
        let by_itself = arguments.datasets.is_empty() && !as_saved;
        if is_saved || by_itself || arguments.with_embedded {
            let reading = read(name, text.as_bytes());
            datasets.extend(reading.dataset.map(Arc::new));
        }
    }
    let files = files.iter().map(|saved| PathBuf::from(&saved.file));
    let mut lost: Vec<String> = Vec::new();
    for path in in_folders(&arguments.datasets).into_iter().chain(files) {
        let reading = read_dataset(&path);
        problems.extend(reading.problems);
        match reading.dataset {
            Some(dataset) => datasets.push(Arc::new(dataset)),
            // What a view was saved with and is gone is told of below.
            None if as_saved => {}
            None => lost.push(path.display().to_string()),
        }
    }
    let (atlas, clashes) = Atlas::of(&datasets);
    problems.extend(clashes);
    told::some(&problems).map_err(CliError::Output)?;
    let other = OtherData::of(saved_with, &atlas);
    if let Some(other) = other_data(&other.missing, &other.changed, &other.added) {
        let path = arguments.view.as_deref().unwrap_or(Path::new(""));
        let line = told::plain(format!("{}: {other}", path.display()));
        writeln!(std::io::stderr(), "{line}").map_err(CliError::Output)?;
    }
    if datasets.is_empty() {
        Err(CliError::NothingUsable)
    } else if !lost.is_empty() && !arguments.despite_problems {
        // Nobody knows what of it would have been shown.
        Err(CliError::LeftOut(listed(&lost)))
    } else {
        Ok(atlas)
    }
}

/// The view to draw: the saved one or the first one, changed as the options say.
pub(super) fn view(
    arguments: &ExportArguments,
    saved: Option<View>,
    atlas: &Atlas,
) -> Result<View, CliError> {
    let mut view = saved.unwrap_or_else(|| View {
        comparison: Comparison::telling(atlas),
        ..View::default()
    });
    match arguments.chart {
        Some(kind) => view.kind = kind,
        // A view that was saved on the Countries page shows that page's picture.
        None => view = view.pictured(atlas),
    }
    let operations = || {
        atlas
            .operations
            .iter()
            .map(|operation| operation.id.as_str())
    };
    if !arguments.operation.is_empty() {
        known_ids(IdKind::Operation, &arguments.operation, operations())?;
        view.comparison.operations.clone_from(&arguments.operation);
        if arguments.metric.is_empty() && arguments.view.is_none() {
            view.comparison.choose_first_metrics(atlas);
        }
    }
    if !arguments.metric.is_empty() {
        known_ids(
            IdKind::Metric,
            &arguments.metric,
            atlas.metrics.iter().map(|metric| metric.id.as_str()),
        )?;
        view.comparison.metrics.clone_from(&arguments.metric);
    }
    if arguments.metric.is_empty() && arguments.view.is_none() {
        view.comparison = view.comparison.for_kind(view.kind, atlas);
    }
    if let Some(measure) = arguments.measure {
        view.comparison.measure = measure;
    }
    if let Some(base) = &arguments.base {
        known_ids(IdKind::Operation, std::slice::from_ref(base), operations())?;
        view.comparison.base = Some(base.clone());
    }
    if !arguments.pin.is_empty() {
        known_ids(IdKind::Operation, &arguments.pin, operations())?;
        view.pinned.clone_from(&arguments.pin);
    }
    if !arguments.country.is_empty() {
        view.only = arguments
            .country
            .iter()
            .map(|code| code.to_uppercase())
            .collect();
        let codes = Country::all().map(Country::code).collect::<Vec<_>>();
        known_ids(IdKind::Country, &view.only, codes.iter().copied())?;
    }
    if let Some(fill) = arguments.fill {
        view.fill = fill;
    }
    if arguments.title.is_some() {
        view.title = arguments.title.as_deref().map(on_one_line);
    }
    if arguments.subtitle.is_some() {
        view.subtitle = arguments.subtitle.as_deref().map(on_one_line);
    }
    if arguments.headline || arguments.plain_title {
        view.title = None;
        view.headline = arguments.headline;
    }
    view.comparison.name_each_once();
    if let Some(why) = view.too_long() {
        return Err(CliError::TooLong(why));
    }
    let missing = view.missing_from(atlas);
    match &arguments.view {
        // What is left of it would be another picture.
        Some(path) if !missing.is_empty() => Err(CliError::View(
            path.clone(),
            said::view_names_others(&missing),
        )),
        Some(_) | None => Ok(view),
    }
}

/// A text without line breaks, its words apart.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

pub(super) fn read_view(path: &Path) -> Result<View, CliError> {
    let failed = |why: String| CliError::View(path.to_owned(), why);
    let text = read_text(path).map_err(|error| failed(error.to_string()))?;
    let view = View::from_text(&text).map_err(failed)?;
    Ok(view.beside(path, Path::exists))
}

fn known_ids<'a>(
    kind: IdKind,
    asked: &[String],
    known: impl Iterator<Item = &'a str> + Clone,
) -> Result<(), CliError> {
    let all: BTreeSet<&str> = known.clone().collect();
    for id in asked {
        if !all.contains(id.as_str()) {
            let nearest = known
                .map(|known| {
                    (
                        strsim::jaro_winkler(&known.to_lowercase(), &id.to_lowercase()),
                        known,
                    )
                })
                .filter(|(likeness, _)| *likeness > 0.8)
                .max_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, known)| known.to_owned());
            return Err(CliError::UnknownId {
                kind,
                id: id.clone(),
                nearest,
            });
        }
    }
    Ok(())
}
