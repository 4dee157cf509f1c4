//! `opatlas export`: charts and tables to files, with no display.

use std::process::ExitCode;

use super::export_asked::{atlas, read_view, view};
use super::target::Target;
use super::told;
use super::{CliError, ExportArguments, TextKind, ThemeKind, UseKind};
use crate::chart::{Body, ChartSpec, Kind, PictureFormat, PictureUse};
use crate::disk::make_folder;
use crate::export::{
    Csv, ExportError, PictureOptions, TextStyle, figures_of, pages, picture, table,
};
use crate::model::Atlas;
use crate::query::countries::CountryChoice;
use crate::query::tables::Table;
use crate::state::View;
use crate::words::command_line as said;
use crate::words::missed_list;

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
