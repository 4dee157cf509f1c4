//! `opatlas export`: charts and tables to files, with no display.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use super::target::Target;
use super::told;
use super::{CliError, ExportArguments, TextKind, ThemeKind, UseKind};
use crate::chart::{Body, ChartSpec, Kind, PictureFormat, PictureUse};
use crate::disk::{in_folders, make_folder, read_dataset, read_text};
use crate::export::{
    Csv, ExportError, PictureOptions, TextStyle, figures_of, pages, picture, table,
};
use crate::file::{EMBEDDED, read};
use crate::model::{Atlas, Country, Dataset, Problem};
use crate::query::comparison::Comparison;
use crate::query::countries::CountryChoice;
use crate::query::tables::Table;
use crate::state::{OtherData, View};
use crate::words::command_line::{self as said, IdKind};
use crate::words::{missed_list, other_data};

/// Writes what was asked for.
pub fn run(arguments: &ExportArguments) -> Result<ExitCode, CliError> {
    let saved = arguments.view.as_deref().map(read_view).transpose()?;
    let atlas = atlas(arguments, saved.as_ref())?;
    let view = view(arguments, saved, &atlas)?;
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
        used_for: arguments.used_for.map(|used_for| match used_for {
            UseKind::Page => PictureUse::Page,
            UseKind::Feed => PictureUse::Feed,
        }),
    };
    let target = Target::of(arguments);
    let whole = arguments.all || arguments.table.is_some();
    if whole && !target.despite_problems && !atlas.gaps.is_empty() {
        return Err(CliError::LeftOut(said::ALL_ABOVE.to_owned()));
    }
    if arguments.all {
        return all(&atlas, &view, &options, &target);
    }
    if let Some(kind) = arguments.table {
        write_table(&atlas, kind, &view.countries, &target)?;
    } else {
        write_chart(&atlas, &view, &options, &target)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The datasets named; else those that the view was saved with; else those that come with the
/// program. As one. Problems go to standard error, so that nothing is left out unsaid.
fn atlas(arguments: &ExportArguments, view: Option<&View>) -> Result<Atlas, CliError> {
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
    let files = files.iter().map(|saved| Path::new(&saved.file));
    let named = in_folders(&arguments.datasets);
    for path in named.iter().map(PathBuf::as_path).chain(files) {
        let reading = read_dataset(path);
        problems.extend(reading.problems);
        datasets.extend(reading.dataset.map(Arc::new));
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
    } else {
        Ok(atlas)
    }
}

/// The view to draw: the saved one or the first one, changed as the options say.
fn view(arguments: &ExportArguments, saved: Option<View>, atlas: &Atlas) -> Result<View, CliError> {
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

fn read_view(path: &Path) -> Result<View, CliError> {
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

fn write_chart(
    atlas: &Atlas,
    view: &View,
    options: &PictureOptions,
    target: &Target,
) -> Result<(), CliError> {
    let of_picture = PictureFormat::from_ending(target.ending("svg"));
    let of_picture = of_picture.filter(|_| target.csv == Csv::Plain);
    let of_table = target.table_format("svg");
    if of_picture.is_none() && of_table.is_none() {
        return Err(target.refuse(said::ENDINGS_OF_CHARTS));
    }
    if let Some(why) = crate::chart::why_not(view.kind, atlas, &view.comparison) {
        return Err(CliError::NothingToDraw(why.sentence().to_owned()));
    }
    let spec = crate::chart::picture(atlas, &view.comparison, view.showing());
    if let Body::Nothing(why) = &spec.body {
        return Err(CliError::NothingToDraw(
            why.trim_end_matches('.').to_owned(),
        ));
    }
    if !target.despite_problems && !spec.left_out.is_empty() {
        return Err(CliError::LeftOut(missed_list(&spec.left_out)));
    }
    if let Some(format) = of_table {
        target.write(&figures_of(&spec, format)?)?;
    }
    if let Some(format) = of_picture {
        write_picture(&spec, format, options, target)?;
    }
    Ok(())
}

/// Writes a picture; where it is too high for its size and can be cut, a file for each page.
fn write_picture(
    spec: &ChartSpec,
    format: PictureFormat,
    options: &PictureOptions,
    target: &Target,
) -> Result<(), CliError> {
    // There is no second file at standard output.
    let pages = if target.is_standard_output() {
        Vec::new()
    } else {
        pages(spec, options)
    };
    if pages.len() < 2 {
        return target.write(&picture(spec, format, options)?);
    }
    let written = pages.iter().map(|page| picture(page, format, options));
    let written: Vec<Vec<u8>> = written.collect::<Result<_, _>>()?;
    let files = (1..=pages.len()).map(|number| target.page(number));
    let files: Vec<Target> = files.collect();
    for (file, bytes) in files.iter().zip(&written) {
        file.write(bytes)?;
    }
    let [first, .., last] = files.as_slice() else {
        return Ok(());
    };
    let (first, last) = (first.path.display(), last.path.display());
    told::sentence(said::on_pages(pages.len(), first, last)).map_err(CliError::Output)
}

fn write_table(
    atlas: &Atlas,
    kind: Table,
    asked: &CountryChoice,
    target: &Target,
) -> Result<(), CliError> {
    let format = target.table_format("csv");
    let format = format.ok_or_else(|| target.refuse(said::ENDINGS_OF_TABLES))?;
    target.write(&table(atlas, kind, asked, format)?)
}

/// Every chart as SVG and PNG and every table as CSV; names what cannot be drawn as asked, and writes
/// the rest.
fn all(
    atlas: &Atlas,
    view: &View,
    options: &PictureOptions,
    folder: &Target,
) -> Result<ExitCode, CliError> {
    if folder.is_standard_output() {
        return Err(CliError::ManyFiles);
    }
    make_folder(&folder.path).map_err(|error| CliError::Write(folder.path.clone(), error))?;
    // Tables have room for everything; a chart may be refused.
    for asked in Table::ALL {
        write_table(
            atlas,
            asked,
            &view.countries,
            &folder.within(&format!("{}.csv", asked.key())),
        )?;
    }
    let mut code = ExitCode::SUCCESS;
    for kind in Kind::ALL {
        let view = View {
            kind,
            comparison: view.comparison.clone().for_kind(kind, atlas),
            ..view.clone()
        };
        // A chart that has nothing to say about the choice is no failure among all of them.
        if crate::chart::why_not(kind, atlas, &view.comparison).is_some() {
            continue;
        }
        for format in PictureFormat::ALL {
            let mut file = folder.within(&format!("{}.{}", kind.key(), format.ending()));
            file.csv = Csv::Plain;
            match write_chart(atlas, &view, options, &file) {
                // No other would be written at that size either.
                Err(error @ CliError::Export(ExportError::Size { .. })) => return Err(error),
                Err(CliError::Export(why)) => {
                    code = ExitCode::FAILURE;
                    let sentence = said::not_written(&file.path, why);
                    told::sentence(sentence).map_err(CliError::Output)?;
                }
                written => written?,
            }
        }
    }
    Ok(code)
}
