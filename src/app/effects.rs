//! Carrying out effects: whatever the state asks of the world outside it.

use std::path::{Path, PathBuf};

use eframe::egui::{self, ColorImage, Context, ThemePreference, ViewportCommand};

use super::adding;
use super::browser;
use super::dialog::Dialogs;
use super::editor::{self, Opened};
use super::export_job;
use super::follow::Follower;
use super::mailbox::Mailbox;
use super::reader::{Reader, embedded, job_for};
use super::starter;
use crate::disk::{in_folders, read_text};
use crate::model::Place;
use crate::state::{Command, Effect, State, Theme, View};
use crate::words::window::{frame, opening, outside, problems};

/// The world outside the state, as far as the window reaches into it.
pub(super) struct Outside {
    ctx: Context,
    mailbox: Mailbox,
    reader: Reader,
    follower: Follower,
    dialogs: Dialogs,
    /// Where a starter is suggested to go.
    folder: PathBuf,
    /// Where replacing a file has been agreed to: in a dialog, or by asking twice.
    agreed: Option<PathBuf>,
    /// The window's title.
    title: String,
}

impl Outside {
    pub(super) fn new(ctx: Context, mailbox: &Mailbox, folder: PathBuf) -> Self {
        Self {
            ctx,
            mailbox: mailbox.clone(),
            reader: Reader::new(mailbox.clone()),
            follower: Follower::new(mailbox.clone()),
            dialogs: Dialogs::new(mailbox.clone()),
            folder,
            agreed: None,
            title: frame::PROGRAM.to_owned(),
        }
    }

    /// The window, for what is not an effect of the state.
    #[cfg(target_os = "linux")]
    pub(super) fn window(&self) -> &Context {
        &self.ctx
    }

    /// Carries out an effect; what comes of it at once is returned, the rest comes by mail.
    pub(super) fn carry_out(
        &mut self,
        effect: Effect,
        state: &State,
        frame: Option<&eframe::Frame>,
    ) -> Vec<Command> {
        match effect {
            Effect::PickFiles => self.dialogs.pick_files(frame),
            Effect::ReadEmbedded => {
                let read = embedded().into_iter();
                return read
                    .map(|read| Command::ReadingDone(Box::new(read)))
                    .collect();
            }
            Effect::PickStarter => self.dialogs.pick_starter(self.folder.clone(), frame),
            Effect::WriteStarter(path) => starter::write(&self.mailbox, path),
            Effect::LookFor(paths) => starter::look_for(&self.mailbox, paths),
            Effect::OpenAt(path, place) => self
                .mailbox
                .on_thread("editor", move |mailbox| opened_at(mailbox, &path, place)),
            Effect::Read(paths) => {
                let (views, datasets): (Vec<_>, Vec<_>) = in_folders(&paths)
                    .into_iter()
                    .partition(|path| is_view(path));
                for path in views {
                    self.mailbox
                        .on_thread("view", move |mailbox| mailbox.command(view_read(&path)));
                }
                return datasets
                    .iter()
                    .map(|path| job_for(path, state))
                    .map(|job| {
                        let name = job.name.clone();
                        self.reader.read(job);
                        Command::ReadingStarted(name)
                    })
                    .collect();
            }
            Effect::ReadText(path) => adding::read_text(&self.mailbox, path),
            Effect::Propose(asked, job) => adding::propose(&self.mailbox, asked, job),
            Effect::WriteText {
                path,
                was,
                is_new,
                text,
            } => {
                let change = adding::Change {
                    path,
                    was,
                    is_new,
                    text,
                };
                adding::write(&self.mailbox, change);
            }
            Effect::TakeBack(path) => adding::take_back(&self.mailbox, path),
            Effect::PickNewDataset => self.dialogs.pick_new_dataset(self.folder.clone(), frame),
            Effect::ListVersions(path) => adding::list_versions(&self.mailbox, path),
            Effect::ReadVersion(path) => adding::read_version(&self.mailbox, path),
            Effect::PickVersion => self.dialogs.pick_version(frame),
            Effect::PickSheet => self.dialogs.pick_sheet(frame),
            Effect::PickTemplate => self.dialogs.pick_template(self.folder.clone(), frame),
            Effect::WriteTemplate(path) => adding::write_template(&self.mailbox, path),
            Effect::ReadSheets(paths) => adding::read_sheets(&self.mailbox, paths),
            Effect::PickText => self.dialogs.pick_text(frame),
            Effect::ReadRelease(from, dataset, open) => {
                adding::read_release(&self.mailbox, from, dataset, open);
            }
            Effect::MakePreview(wanted) => export_job::preview(&self.mailbox, state, wanted),
            Effect::PickExport(what, path) => self.dialogs.pick_export(what, &path, frame),
            Effect::Export(what, path) => {
                let agreed = self.agreed.replace(path.clone()).as_ref() == Some(&path);
                export_job::start(&self.mailbox, state, what, path, agreed);
            }
            Effect::FollowLink(address) => browser::follow(&self.mailbox, address),
            Effect::Copy(text) => self.ctx.copy_text(text),
            Effect::CopyExport(what) => export_job::copy(&self.mailbox, state, what),
            Effect::ApplyTheme(theme) => apply_theme(&self.ctx, theme),
        }
        Vec::new()
    }

    /// Puts a picture on the clipboard.
    pub(super) fn copy_image(&self, image: ColorImage) {
        self.ctx.copy_image(image);
    }

    /// Closes the window as if a person had closed it.
    pub(super) fn close_window(&self) {
        self.ctx.send_viewport_cmd(ViewportCommand::Close);
    }

    /// Brings the window to the front, or where the desktop does not allow that has it ask to be.
    #[cfg(any(target_os = "linux", windows))]
    pub(super) fn come_forward(&self) {
        use egui::UserAttentionType;
        self.ctx
            .send_viewport_cmd(ViewportCommand::Minimized(false));
        self.ctx.send_viewport_cmd(ViewportCommand::Focus);
        let attention = ViewportCommand::RequestUserAttention(UserAttentionType::Informational);
        self.ctx.send_viewport_cmd(attention);
    }

    /// Takes note that a dialog has asked before replacing a file.
    pub(super) fn agree_to_replace(&mut self, path: PathBuf) {
        self.agreed = Some(path);
    }

    /// Follows the files that are open now, on disk and in the window's title.
    pub(super) fn follow(&mut self, state: &State) {
        let open = state.files.iter().filter_map(|file| file.path.as_deref());
        let title = frame::title(&open.map(opening::name_of).collect::<Vec<_>>());
        if title != self.title {
            self.title.clone_from(&title);
            self.ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
        let reader = &mut self.reader;
        self.follower.follow(&state.files, || reader.jobs());
    }
}

/// Opens a file at a place, and says what became of it.
fn opened_at(mailbox: &Mailbox, path: &Path, place: Place) {
    let opened = editor::open_at(path, place);
    if opened != Opened::AtPlace {
        let location = format!("{}:{}:{}", path.display(), place.line, place.column);
        mailbox.command(Command::Copy(location, problems::THE_LOCATION));
    }
    let (text, failed) = match opened {
        Opened::AtPlace => (problems::opened_at(path, place), false),
        Opened::File => (problems::opened_file(place), false),
        Opened::Nothing => (problems::not_opened(path), true),
    };
    mailbox.command(Command::Tell { text, failed });
}

/// Whether a path leads to a saved view and not to a dataset, by its ending.
pub(super) fn is_view(path: &Path) -> bool {
    path.extension()
        .is_some_and(|ending| ending == View::ENDING)
}

/// Reads a saved view.
fn view_read(path: &Path) -> Command {
    let read = read_text(path).map_err(|error| error.to_string());
    let view = read
        .and_then(|text| View::from_text(&text))
        .map(|view| view.beside(path, Path::exists))
        .map_err(|why| outside::view_not_used(why, path));
    Command::ViewRead(view.map(Box::new))
}

/// Has a context show other colours.
pub(super) fn apply_theme(ctx: &egui::Context, theme: Theme) {
    ctx.set_theme(match theme {
        Theme::System => ThemePreference::System,
        Theme::Light => ThemePreference::Light,
        Theme::Dark => ThemePreference::Dark,
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_saved_view_is_opened_again_and_a_broken_one_says_why() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("mine.view");
        let view = View {
            title: Some("Mine".to_owned()),
            ..View::default()
        };
        std::fs::write(&path, view.to_text()).unwrap();
        assert!(matches!(view_read(&path), Command::ViewRead(Ok(read)) if *read == view));
        std::fs::write(&path, "(page: Comparre)").unwrap();
        assert!(
            matches!(view_read(&path), Command::ViewRead(Err(why)) if why.contains("cannot be used"))
        );
    }
}
