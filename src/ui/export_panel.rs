//! The export panel: what to save and where, with a dialog and without one.

use std::path::{Path, PathBuf};

use eframe::egui;
use egui::{Align2, Key, RichText, Ui, Vec2};

use super::compare::said;
use super::path_field::typed_path;
use super::tool_button::{Look, ToolButton};
use super::widgets::caution_ui;
use super::{Scratch, over};
use crate::chart::{Kind, PictureForm, PictureFormat, PictureSize};
use crate::draw::theme::{Palette, space};
use crate::query::tables::Table;
use crate::state::{Command, State, View, What};
use crate::words::{MISSED_IN_TABLES, missed_sentence};

const WIDTH: f32 = 640.0;

/// What has been chosen in the panel so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// What to save.
    pub what: What,
    /// The form of pictures, kept while a table is chosen.
    pub form: PictureForm,
    /// Where files are suggested to go.
    pub folder: PathBuf,
    /// What was typed as the path; `None` while the suggested one stands.
    pub typed: Option<String>,
}

impl Default for Draft {
    fn default() -> Self {
        let form = PictureForm {
            format: PictureFormat::Svg,
            size: PictureSize::default(),
            dark: false,
        };
        Self {
            what: What::Picture(form),
            form,
            folder: PathBuf::new(),
            typed: None,
        }
    }
}

impl Draft {
    /// The path in the field.
    fn path_text(&self, kind: Kind) -> String {
        self.typed.clone().unwrap_or_else(|| {
            self.folder
                .join(file_name(self.what, kind))
                .display()
                .to_string()
        })
    }

    /// The path to write to: what was typed, with the ending of the format where it has none.
    fn path(&self, kind: Kind, home: Option<&Path>) -> Option<PathBuf> {
        let mut path = typed_path(&self.path_text(kind), home)?;
        if path.extension().is_none() {
            path.set_extension(ending(self.what));
        }
        Some(path)
    }

    /// Chooses something else to save; a typed path keeps its name and gets the new ending.
    fn choose(&mut self, what: What) {
        self.what = what;
        if let What::Picture(form) = what {
            self.form = form;
        }
        if let Some(typed) = &mut self.typed {
            let path = Path::new(typed.as_str()).with_extension(ending(what));
            *typed = path.display().to_string();
        }
    }
}

/// The name suggested for a file: "opatlas-bars.svg", "opatlas-figures.csv".
pub fn file_name(what: What, kind: Kind) -> String {
    let ending = ending(what);
    match what {
        What::Picture(_) => format!("opatlas-{}.{ending}", kind.key()),
        What::Table(table) => format!("opatlas-{}.{ending}", table.key()),
        What::View => format!("opatlas.{ending}"),
    }
}

/// The ending of a file's name, without the dot.
pub fn ending(what: What) -> &'static str {
    match what {
        What::Picture(form) => form.format.ending(),
        What::Table(_) => "csv",
        What::View => View::ENDING,
    }
}

/// What is on the button, what a screen reader says, and what one gets.
fn words(what: What) -> (&'static str, String, &'static str) {
    match what {
        What::Picture(form) => {
            let name = form.format.name();
            let meaning = match form.format {
                PictureFormat::Svg => "Drawn in lines: stays sharp at any size and can be edited",
                PictureFormat::Png => "Drawn in pixels: for web pages, slides and documents",
            };
            (name, format!("{name} picture"), meaning)
        }
        What::Table(table) => {
            let name = table.name();
            (name, format!("{name} as CSV"), table.meaning())
        }
        What::View => (
            "View",
            "View to open again".to_owned(),
            "What is chosen on screen: open it here again, or draw it with opatlas export --view",
        ),
    }
}

/// Draws the export panel over the window, if it is shown.
pub(super) fn export_panel_ui(
    ctx: &egui::Context,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    if !state.exporting {
        scratch.export_seen = false;
        return;
    }
    let just_shown = !std::mem::replace(&mut scratch.export_seen, true);
    let anchor = (Align2::CENTER_CENTER, Vec2::ZERO);
    let response = over::panel("export panel", "Export", WIDTH, anchor).show(ctx, |ui| {
        contents_ui(ui, state, &mut scratch.export, just_shown, commands);
    });
    if response.should_close() {
        commands.push(Command::Dismiss);
    }
}

fn contents_ui(
    ui: &mut Ui,
    state: &State,
    draft: &mut Draft,
    just_shown: bool,
    commands: &mut Vec<Command>,
) {
    over::title_ui(ui, "Export");
    let form = draft.form;
    let of_format = |format| What::Picture(PictureForm { format, ..form });
    choices_ui(
        ui,
        "Picture on screen",
        draft,
        PictureFormat::ALL.map(of_format),
    );
    choices_ui(ui, "Table as CSV", draft, Table::ALL.map(What::Table));
    choices_ui(ui, "To go on later", draft, [What::View]);
    let palette = Palette::shown(ui.ctx());
    let (_, _, note) = words(draft.what);
    ui.label(RichText::new(note).color(palette.ink_soft));
    ui.add_space(space::XS);
    if matches!(draft.what, What::Picture(_)) {
        form_ui(ui, draft);
    }

    left_out_ui(ui, state, draft.what);
    over::heading_ui(ui, "Save as");
    let mut text = draft.path_text(state.view.kind);
    let field = over::field(&mut text).desired_width(f32::INFINITY);
    let field = ui.add(field).accessible_name("Path to save as");
    if just_shown {
        field.request_focus();
    }
    if field.changed() {
        draft.typed = Some(text);
    }
    over::failure_ui(ui, state);
    ui.add_space(space::XS);

    let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let path = draft.path(state.view.kind, std::env::home_dir().as_deref());
    if (buttons_ui(ui, draft.what, path.is_some(), commands) || entered)
        && let Some(path) = path
    {
        commands.push(Command::Export(draft.what, path));
    }
}

/// What the file will not hold because of problems in the datasets; nothing where it holds all.
fn left_out_ui(ui: &mut Ui, state: &State, what: What) {
    let sentence = match what {
        What::Picture(_) => {
            let spec = said(ui.ctx(), state);
            (!spec.left_out.is_empty()).then(|| missed_sentence(&spec.left_out))
        }
        What::Table(_) => (!state.atlas.gaps.is_empty()).then(|| MISSED_IN_TABLES.to_owned()),
        What::View => None,
    };
    if let Some(sentence) = sentence {
        caution_ui(ui, &sentence);
        ui.add_space(space::XS);
    }
}

/// A heading and what can be chosen under it.
fn choices_ui<const N: usize>(ui: &mut Ui, heading: &str, draft: &mut Draft, choices: [What; N]) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        over::heading_ui(ui, heading);
        ui.horizontal_wrapped(|ui| {
            for what in choices {
                let (text, name, _) = words(what);
                let button = ToolButton::text(text)
                    .spoken(&name)
                    .chosen(draft.what == what)
                    .min_width(64.0);
                if button.show(ui).clicked() {
                    draft.choose(what);
                }
            }
        });
    });
}

/// The size and the colours of a picture.
fn form_ui(ui: &mut Ui, draft: &mut Draft) {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        over::heading_ui(ui, "Size and colours");
        ui.horizontal_wrapped(|ui| {
            let form = draft.form;
            for size in PictureSize::ALL {
                let button = ToolButton::text(size.name()).chosen(form.size == size);
                if button.show(ui).clicked() {
                    draft.choose(What::Picture(PictureForm { size, ..form }));
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            let form = draft.form;
            for (dark, name) in [(false, "Dark on light"), (true, "Light on dark")] {
                let button = ToolButton::text(name).chosen(form.dark == dark);
                if button.show(ui).clicked() {
                    draft.choose(What::Picture(PictureForm { dark, ..form }));
                }
            }
        });
    });
    ui.add_space(space::XS);
}

/// The buttons under the panel; whether Save was pressed.
fn buttons_ui(ui: &mut Ui, what: What, can_save: bool, commands: &mut Vec<Command>) -> bool {
    ui.horizontal(|ui| {
        let dialog = ToolButton::text("Choose in a dialog…");
        let cancel = ToolButton::text("Cancel").min_width(80.0);
        let save = ToolButton::text("Save")
            .look(Look::Primary)
            .min_width(80.0)
            .enabled(can_save);
        let right = cancel.width(ui) + space::S + save.width(ui);
        let between = ui.available_width() - dialog.width(ui) - right - space::S;
        if dialog.show(ui).clicked() {
            commands.push(Command::PickExport(what));
        }
        ui.add_space(between.max(0.0));
        if cancel.show(ui).clicked() {
            commands.push(Command::Dismiss);
        }
        save.show(ui).clicked()
    })
    .inner
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_suggested_until_one_is_typed() {
        let mut draft = Draft {
            folder: PathBuf::from("/out"),
            ..Draft::default()
        };
        assert_eq!(
            draft.path(Kind::Bars, None),
            Some(PathBuf::from("/out/opatlas-bars.svg"))
        );
        draft.choose(What::Table(Table::Figures));
        assert_eq!(
            draft.path(Kind::Bars, None),
            Some(PathBuf::from("/out/opatlas-figures.csv"))
        );
        draft.typed = Some("~/mine".to_owned());
        let home = Some(Path::new("/home/ana"));
        assert_eq!(
            draft.path(Kind::Bars, home),
            Some(PathBuf::from("/home/ana/mine.csv"))
        );
        let png = PictureForm {
            format: PictureFormat::Png,
            ..draft.form
        };
        draft.choose(What::Picture(png));
        assert_eq!(
            draft.path(Kind::Bars, home),
            Some(PathBuf::from("/home/ana/mine.png"))
        );
    }
}
