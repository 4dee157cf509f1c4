//! What has been chosen in the export panel so far, and the path that follows from it.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::chart::{ChartSpec, PictureForm};
use crate::query::tables::{Csv, Table, TableFormat};
use crate::state::{View, What};
use crate::ui::typed_path;
use crate::words::window::export as words;

/// What sort of thing to take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sort {
    /// The picture on screen.
    #[default]
    Picture,
    /// Numbers.
    Table,
    /// What is chosen on screen, to be opened again.
    View,
}

impl Sort {
    pub(super) const ALL: [Self; 3] = [Self::Picture, Self::Table, Self::View];
}

/// Which table to take away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Rows {
    /// The figures of the picture on screen.
    #[default]
    OfPicture,
    /// A table of everything open.
    Of(Table),
}

/// For whom a table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum TableForm {
    /// For scripts.
    #[default]
    Csv,
    /// For Excel, as the machine writes numbers.
    Excel,
    /// For programs.
    Json,
}

impl TableForm {
    pub(super) const ALL: [Self; 3] = [Self::Csv, Self::Excel, Self::Json];
}

/// What has been chosen in the panel so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// The form of pictures.
    pub form: PictureForm,
    /// The form of tables.
    pub table_form: TableForm,
    /// Where files are suggested to go.
    pub folder: PathBuf,
    /// Whether the machine's decimal sign is a comma.
    pub decimal_comma: bool,
    pub(super) sort: Sort,
    pub(super) rows: Rows,
    /// What was typed as the path; `None` while the suggested one stands.
    typed: Option<String>,
}

impl Draft {
    /// What would be saved.
    pub(super) fn what(&self) -> What {
        let table = self.table(match self.table_form {
            TableForm::Csv => TableFormat::Csv(Csv::Plain),
            TableForm::Excel => TableFormat::Csv(Csv::Excel {
                decimal_comma: self.decimal_comma,
            }),
            TableForm::Json => TableFormat::Json,
        });
        match self.sort {
            Sort::Picture => What::Picture(self.form),
            Sort::Table => table,
            Sort::View => What::View,
        }
    }

    /// The table chosen as a spreadsheet pastes it.
    pub(super) fn pasted(&self) -> What {
        let decimal_comma = self.decimal_comma;
        self.table(TableFormat::Csv(Csv::Paste { decimal_comma }))
    }

    fn table(&self, format: TableFormat) -> What {
        match self.rows {
            Rows::OfPicture => What::Figures(format),
            Rows::Of(table) => What::Table(table, format),
        }
    }

    /// Takes note of where something was saved: there the next is suggested to go.
    pub fn saved_to(&mut self, path: &Path) {
        if let Some(folder) = path.parent() {
            folder.clone_into(&mut self.folder);
        }
        self.typed = None;
    }

    /// Starts anew with the picture and no path typed; how things are saved stays.
    pub(super) fn start(&mut self) {
        self.sort = Sort::Picture;
        self.typed = None;
    }

    /// The path in the field.
    pub(super) fn path_text(&self, spec: &ChartSpec) -> String {
        let Some(typed) = &self.typed else {
            let name = file_name(self.what(), spec);
            return self.folder.join(name).display().to_string();
        };
        // A typed name keeps up with what is chosen, as far as its ending is one of ours.
        let path = Path::new(typed);
        let ending = path.extension().and_then(std::ffi::OsStr::to_str);
        let is_ours = ending.is_some_and(|ending| ENDINGS.contains(&ending));
        if is_ours {
            let path = path.with_extension(ending_of(self.what()));
            return path.display().to_string();
        }
        typed.clone()
    }

    /// Takes what was typed as the path.
    pub(super) fn type_path(&mut self, typed: String) {
        self.typed = Some(typed);
    }

    /// The path to write to: what was typed, with the ending of the format where it has none.
    pub(super) fn path(&self, spec: &ChartSpec, home: Option<&Path>) -> Option<PathBuf> {
        let mut path = typed_path(&self.path_text(spec), home)?;
        if path.extension().is_none() {
            path.set_extension(ending_of(self.what()));
        }
        Some(path)
    }
}

/// The endings that go with a format.
const ENDINGS: [&str; 5] = ["svg", "png", "csv", "json", View::ENDING];

/// The ending of a file's name, without the dot.
fn ending_of(what: What) -> &'static str {
    match what {
        What::Picture(form) => form.format.ending(),
        What::Figures(format) | What::Table(_, format) => format.ending(),
        What::View => View::ENDING,
    }
}

/// The name suggested for a file: "arrests-liberterra-ii-liberterra-iii-bars.svg",
/// "opatlas-cases.csv".
fn file_name(what: What, spec: &ChartSpec) -> String {
    let shown = || shown(spec);
    let name = match what {
        What::Picture(_) => format!("{}-{}", shown(), spec.kind.key()),
        What::Figures(_) => format!("{}-{}", shown(), Table::Figures.key()),
        What::Table(table, _) => format!("{}-{}", words::FILE_NAME, table.key()),
        What::View => shown(),
    };
    format!("{name}.{}", ending_of(what))
}

/// The most letters of what is shown in a file's name.
const LONGEST: usize = 60;
/// The most operations that a file's name names.
const MOST_NAMED: usize = 3;

/// What a picture shows as part of a file's name: its figure if it is one, and its operations if
/// they are few.
fn shown(spec: &ChartSpec) -> String {
    let mut parts: Vec<&str> = Vec::new();
    if let [metric] = &*spec.metrics {
        parts.push(&metric.label);
    }
    if spec.operations.len() <= MOST_NAMED {
        parts.extend(spec.operations.iter().map(|operation| &*operation.name));
    }
    let mut name = String::new();
    for word in parts.join(" ").split(|c: char| !c.is_alphanumeric()) {
        let dash = usize::from(!name.is_empty());
        if word.is_empty() || name.chars().count() + dash + word.chars().count() > LONGEST {
            continue;
        }
        if !name.is_empty() {
            name.push('-');
        }
        name.push_str(&word.to_lowercase());
    }
    if name.is_empty() {
        words::FILE_NAME.to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{PictureFormat, Showing, picture};
    use crate::model::fixture;
    use crate::query::comparison::Comparison;

    fn spec(metrics: &[&str]) -> ChartSpec {
        let atlas = fixture::atlas();
        let mut comparison = Comparison::telling(&atlas);
        if !metrics.is_empty() {
            comparison.metrics = metrics.iter().map(|&id| id.to_owned()).collect();
        }
        picture(&atlas, &comparison, Showing::default())
    }

    #[test]
    fn a_name_tells_what_is_shown_until_one_is_typed() {
        let spec = spec(&["arrests"]);
        let mut draft = Draft {
            folder: PathBuf::from("/out"),
            ..Draft::default()
        };
        let home = Some(Path::new("/home/ana"));
        let path = |draft: &Draft| draft.path(&spec, home).unwrap().display().to_string();
        let name = "/out/arrests-liberterra-ii-liberterra-iii";
        assert_eq!(path(&draft), format!("{name}-bars.png"));
        draft.form.format = PictureFormat::Svg;
        assert_eq!(path(&draft), format!("{name}-bars.svg"));
        draft.sort = Sort::Table;
        assert_eq!(path(&draft), format!("{name}-figures.csv"));
        draft.rows = Rows::Of(Table::Cases);
        draft.table_form = TableForm::Json;
        assert_eq!(path(&draft), "/out/opatlas-cases.json");
        draft.sort = Sort::View;
        assert_eq!(path(&draft), format!("{name}.view"));
        draft.type_path("~/mine".to_owned());
        assert_eq!(path(&draft), "/home/ana/mine.view");
        draft.type_path("~/mine.csv".to_owned());
        draft.sort = Sort::Picture;
        assert_eq!(path(&draft), "/home/ana/mine.svg");
        draft.type_path("~/mine.v2".to_owned());
        assert_eq!(path(&draft), "/home/ana/mine.v2");
    }

    #[test]
    fn a_name_has_an_end_and_no_sign_that_a_file_cannot_have() {
        let mut spec = spec(&["arrests"]);
        spec.operations[0].name = "../Ä/б: \"x\"\\ \u{202e}".to_owned();
        spec.operations[1].name = "Operation ".repeat(40);
        let name = file_name(What::View, &spec);
        assert!(name.starts_with("arrests-ä-б-x-operation"), "{name}");
        assert!(name.chars().count() < LONGEST + 10, "{name}");
        assert!(!name.contains(['/', '\\', ':', '"', '\u{202e}']));
    }
}
