//! `opatlas export`: charts and tables to files, with no display.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;

use super::error::IdKind;
use super::told;
use super::{CliError, ExportArguments, TextKind, ThemeKind};
use crate::chart::{Kind, PictureFormat};
use crate::disk::{make_folder, read_dataset, read_text, write_whole};
use crate::export::{PictureOptions, TableFormat, TextStyle, picture, table};
use crate::file::{EMBEDDED, read};
use crate::model::{Atlas, Clash, Dataset, Problem};
use crate::query::comparison::Comparison;
use crate::query::tables::Table;
use crate::state::View;

/// Writes what was asked for.
pub fn run(arguments: &ExportArguments) -> Result<ExitCode, CliError> {
    let atlas = atlas(arguments)?;
    let view = view(arguments, &atlas)?;
    let options = PictureOptions {
        width: arguments.size.width,
        height: arguments.size.height,
        scale: arguments.scale,
        dark: arguments.theme == ThemeKind::Dark,
        transparent: arguments.transparent,
        text: match arguments.text {
            TextKind::Outlines => TextStyle::Outlines,
            TextKind::Editable => TextStyle::Editable,
        },
    };
    if arguments.all {
        all(&atlas, &view, &options, &arguments.output)?;
    } else if let Some(kind) = arguments.table {
        write_table(&atlas, kind, &arguments.output)?;
    } else {
        write_chart(&atlas, &view, &options, &arguments.output)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The datasets named, or those that come with the program, as one. Problems go to standard
/// error, so that nothing is left out unsaid.
fn atlas(arguments: &ExportArguments) -> Result<Atlas, CliError> {
    let mut datasets: Vec<Arc<Dataset>> = Vec::new();
    let mut problems: Vec<Problem> = Vec::new();
    if arguments.datasets.is_empty() {
        let readings = EMBEDDED
            .iter()
            .map(|(name, text)| read(name, text.as_bytes()));
        datasets.extend(readings.filter_map(|reading| reading.dataset).map(Arc::new));
    }
    for path in &arguments.datasets {
        let reading = read_dataset(path);
        problems.extend(reading.problems);
        datasets.extend(reading.dataset.map(Arc::new));
    }
    let (atlas, clashes) = Atlas::of(&datasets);
    problems.extend(clashes.iter().map(Clash::problem));
    told::some(&problems).map_err(CliError::Output)?;
    if datasets.is_empty() {
        Err(CliError::NothingUsable)
    } else {
        Ok(atlas)
    }
}

/// The view to draw: the saved one or the first one, changed as the options say.
fn view(arguments: &ExportArguments, atlas: &Atlas) -> Result<View, CliError> {
    let mut view = match &arguments.view {
        Some(path) => read_view(path)?,
        None => View {
            comparison: Comparison::telling(atlas),
            ..View::default()
        },
    };
    if let Some(kind) = arguments.chart {
        view.kind = kind;
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
    if view.kind == Kind::Scatter && arguments.metric.is_empty() && arguments.view.is_none() {
        view.comparison.lead_with_most_shared(atlas);
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
    if arguments.title.is_some() {
        view.title = arguments.title.as_deref().map(on_one_line);
    }
    if arguments.subtitle.is_some() {
        view.subtitle = arguments.subtitle.as_deref().map(on_one_line);
    }
    if arguments.headline {
        view.title = None;
        view.headline = true;
    }
    view.comparison.name_each_once();
    if let Some(why) = view.too_long() {
        return Err(CliError::TooLong(why));
    }
    let missing = view.missing_from(atlas);
    match &arguments.view {
        // What is left of it would be another picture.
        Some(path) if !missing.is_empty() => {
            let ids = missing.join(", ");
            let why = format!("it names what is in no dataset here: {ids}");
            Err(CliError::View(path.clone(), why))
        }
        Some(_) | None => Ok(view),
    }
}

/// A text without line breaks, its words apart.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn read_view(path: &Path) -> Result<View, CliError> {
    let failed = |why: String| CliError::View(path.to_owned(), why);
    let text = read_text(path).map_err(|error| failed(error.to_string()))?;
    View::from_text(&text).map_err(failed)
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
                .map(|known| (strsim::jaro_winkler(known, id), known))
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

fn ending(path: &Path) -> &str {
    path.extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or("")
}

fn write_chart(
    atlas: &Atlas,
    view: &View,
    options: &PictureOptions,
    path: &Path,
) -> Result<(), CliError> {
    let format = PictureFormat::from_ending(ending(path)).ok_or_else(|| CliError::Ending {
        path: path.to_owned(),
        endings: ".svg or .png",
    })?;
    if let Some(why) = crate::chart::why_not(view.kind, atlas, &view.comparison) {
        return Err(CliError::NothingToDraw(why.sentence()));
    }
    let spec = crate::chart::picture(atlas, &view.comparison, view.showing());
    write(path, &picture(&spec, format, options)?)
}

fn write_table(atlas: &Atlas, asked: Table, path: &Path) -> Result<(), CliError> {
    let format = TableFormat::from_ending(ending(path)).ok_or_else(|| CliError::Ending {
        path: path.to_owned(),
        endings: ".csv or .json",
    })?;
    write(path, &table(atlas, asked, format)?)
}

/// Every chart as SVG and PNG and every table as CSV.
fn all(
    atlas: &Atlas,
    view: &View,
    options: &PictureOptions,
    folder: &Path,
) -> Result<(), CliError> {
    make_folder(folder).map_err(|error| CliError::Write(folder.to_owned(), error))?;
    for kind in Kind::ALL {
        let mut view = View {
            kind,
            ..view.clone()
        };
        if kind == Kind::Scatter {
            view.comparison.lead_with_most_shared(atlas);
        }
        // A chart that has nothing to say about the choice is no failure among all of them.
        if crate::chart::why_not(kind, atlas, &view.comparison).is_some() {
            continue;
        }
        for format in PictureFormat::ALL {
            let name = format!("{}.{}", kind.key(), format.ending());
            write_chart(atlas, &view, options, &folder.join(name))?;
        }
    }
    for asked in Table::ALL {
        write_table(atlas, asked, &folder.join(format!("{}.csv", asked.key())))?;
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), CliError> {
    write_whole(path, bytes).map_err(|error| CliError::Write(path.to_owned(), error))
}
