//! The window itself: takes answers in, has the state drawn, applies what was asked for, and has
//! what changed kept.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;

use eframe::egui::{self, Color32, Context, RawInput, Ui, ViewportCommand, Visuals};

use super::Start;
use super::attempts::Attempts;
#[cfg(target_os = "linux")]
use super::colours;
use super::effects::{Outside, apply_theme, is_view};
use super::ended;
use super::keeper::Keeper;
use super::mailbox::{Answer, Mailbox};
use super::place::{self, Place, TITLE_BAR};
use super::reader;
use super::rehearsal::{limit_textures, rehearse};
use super::settings::Settings;
use super::starter;
use crate::draw::theme::{self, Palette};
use crate::file;
use crate::state::{Command, Recent, State};
use crate::ui::{self, Scratch};
use crate::words::window::export::COPIED_PICTURE;
use crate::words::window::notices;
use crate::words::{self, DrawnBy};

/// The open window.
pub(super) struct Window {
    state: State,
    scratch: Scratch,
    outside: Outside,
    mailbox: Mailbox,
    inbox: Receiver<Answer>,
    keeper: Keeper,
    place: Place,
    /// How large everything was in the picture before, if there was one.
    zoom: Option<f32>,
    /// What there is to say about the start, once the files are read and have said theirs.
    to_tell: Vec<String>,
    /// Whether the window has been compared with the screen.
    fitted: bool,
    /// Set with the second picture: the first has been drawn then.
    drawn: Arc<AtomicBool>,
    pictures: u8,
    attempts: Attempts,
    /// How it is drawn.
    way: DrawnBy,
    /// What went wrong with the graphics.
    #[cfg(not(target_os = "linux"))]
    fault: super::graphics::Fault,
}

impl Window {
    /// What a window shows that the program was started with, drawn in a way. Needs no window yet.
    pub(super) fn new(ctx: &Context, start: &Start, way: DrawnBy) -> Self {
        theme::install(ctx);
        // Where the system does not say, paper is white.
        ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
        apply_theme(ctx, start.settings.theme);
        start.settings.place.zoom(ctx);
        let (mailbox, inbox) = Mailbox::new(ctx.clone());
        #[cfg(target_os = "linux")]
        let desktop = desktop_colours(&mailbox);
        let mut scratch = Scratch::default();
        start.settings.exports.give(&mut scratch.export);
        scratch.manual = file::reference();
        scratch.drawn_by = Some(way);
        let folder = scratch.export.folder.clone();
        let settings = start.settings.clone();
        let keeper = Keeper::of(settings);
        let mut window = Self {
            state: State::with_view(start.settings.view.clone(), start.settings.theme),
            scratch,
            outside: Outside::new(ctx.clone(), &mailbox, folder),
            keeper,
            mailbox,
            inbox,
            place: start.settings.place,
            zoom: None,
            to_tell: Vec::new(),
            fitted: false,
            drawn: Arc::clone(&start.drawn),
            pictures: 0,
            attempts: start.attempts.clone(),
            way,
            #[cfg(not(target_os = "linux"))]
            fault: start.fault.clone(),
        };
        window.state.hint = start.settings.hint;
        let recent = start.settings.recent.iter().map(PathBuf::from);
        window.state.recent = recent
            .map(|path| Recent {
                path,
                missing: false,
            })
            .collect();
        let paths = window.state.recent.iter().map(|one| one.path.clone());
        starter::look_for(&window.mailbox, paths.collect());
        window.open_first(start);
        #[cfg(target_os = "linux")]
        if let Some(colours) = colours::told_first(desktop) {
            colours.show(ctx);
        }
        let size = window.place.first_size();
        rehearse(ctx, size, |ui| window.draw(ui, None));
        window
    }

    /// Moves into the window that was made. Until then nobody hears of it, and nothing is kept:
    /// there may never be one.
    pub(super) fn move_in(&mut self, creation: &eframe::CreationContext<'_>, start: &Start) {
        let are_kept = start.are_kept && *self.keeper.last() == start.settings;
        self.keeper
            .begin(start.file.clone(), are_kept, self.mailbox.clone());
        ended::tell(&self.mailbox);
        start.door.await_others(&self.mailbox);
        #[cfg(not(target_os = "linux"))]
        {
            self.scratch.drawn_by = Some(super::graphics::drawn_by(creation, self.way));
            super::graphics::watch(creation, &start.fault, &start.drawn);
        }
        let screens = place::screens(creation);
        let ctx = &creation.egui_ctx;
        if let Some(at) = self.place.lost(&screens) {
            ctx.send_viewport_cmd(ViewportCommand::OuterPosition(at));
        }
        let least = self.place.least(&screens);
        ctx.send_viewport_cmd(ViewportCommand::MinInnerSize(least));
    }

    /// Has the files read that were named, else those that were open last; and opens the embedded
    /// datasets, which must be there in the first picture.
    fn open_first(&mut self, start: &Start) {
        let kept = &start.settings;
        let mut paths = start.paths.clone();
        // A view alone is shown on what comes with the program, as `opatlas export --view` does.
        let mut on_embedded = paths.iter().all(|path| is_view(path));
        self.to_tell.extend(start.broken.clone());
        if paths.is_empty() {
            paths = kept.open.iter().map(PathBuf::from).collect();
            on_embedded = kept.embedded || paths.is_empty();
            let gone = starter::missing(&self.mailbox, paths.clone());
            paths.retain(|path| !gone.contains(path));
            let gone = (!gone.is_empty()).then(|| notices::gone(&gone));
            self.to_tell.extend(gone);
        }
        if !paths.is_empty() {
            self.apply(Command::Open(paths), None);
        }
        if on_embedded {
            let embedded = reader::embedded();
            for read in &embedded {
                self.apply(Command::ReadingStarted(read.name.clone()), None);
            }
            for read in embedded {
                self.apply(Command::ReadingDone(Box::new(read)), None);
            }
        }
        let crashed = start.crashed.as_deref();
        let crashed = crashed.map(|report| words::crashed(report, start.afresh));
        self.to_tell.extend(crashed);
    }

    /// Says what there is to say about the start, the gravest last.
    fn tell_of_start(&mut self) {
        if self.state.reading.is_empty() {
            for text in std::mem::take(&mut self.to_tell) {
                self.apply(Command::Tell { text, failed: true }, None);
            }
        }
    }

    /// Applies a command, carries out what it asks for, and so on until nothing is asked for.
    fn apply(&mut self, command: Command, frame: Option<&eframe::Frame>) {
        let mut commands = VecDeque::from([command]);
        while let Some(command) = commands.pop_front() {
            for effect in self.state.apply(command) {
                commands.extend(self.outside.carry_out(effect, &self.state, frame));
            }
        }
        self.keep_settings();
        self.outside.follow(&self.state);
    }

    fn take_answers(&mut self) {
        while let Ok(answer) = self.inbox.try_recv() {
            match answer {
                Answer::Command(command) => {
                    if let Command::Exported(Ok(files)) = &command
                        && let Some(path) = files.first()
                    {
                        self.scratch.export.saved_to(path);
                    }
                    self.apply(command, None);
                }
                #[cfg(unix)]
                Answer::Close => {
                    // Whoever asks the program to end may not wait until the window is closed.
                    self.ends();
                    self.keeper.finish();
                    self.outside.close_window();
                }
                Answer::Copied(image) => {
                    self.outside.copy_image(image);
                    let text = notices::copied(COPIED_PICTURE);
                    self.apply(
                        Command::Tell {
                            text,
                            failed: false,
                        },
                        None,
                    );
                }
                #[cfg(any(target_os = "linux", windows))]
                Answer::SecondStart(paths) => {
                    self.outside.come_forward();
                    if !paths.is_empty() {
                        self.apply(Command::Open(paths), None);
                    }
                }
                #[cfg(target_os = "linux")]
                Answer::Colours(colours) => colours.show(self.outside.window()),
                Answer::Picked(what, path) => {
                    self.outside.agree_to_replace(path.clone());
                    self.apply(Command::Export(what, path), None);
                }
            }
        }
    }

    /// What is worth keeping now.
    fn settings(&self) -> Settings {
        let draft = &self.scratch.export;
        Settings::of(&self.state, draft, self.place, self.keeper.last())
    }

    fn keep_settings(&mut self) {
        self.keeper.keep(self.settings());
    }

    fn ends(&mut self) {
        self.keeper.keep(Settings {
            fault: false,
            ..self.settings()
        });
    }

    /// A window that was maximised is again, once it is there. One that does not fit the screen
    /// with its title bar would be cut: it fills the screen.
    fn fit_screen(&mut self, ctx: &Context) {
        if self.fitted {
            return;
        }
        let too_large = ctx.input(|input| {
            let viewport = input.viewport();
            let (screen, window) = (viewport.monitor_size?, viewport.inner_rect?);
            Some(window.width() > screen.x || window.height() + TITLE_BAR > screen.y)
        });
        let fills = self.place.is_maximised() || too_large == Some(true);
        self.fitted = fills || too_large.is_some();
        if fills {
            ctx.send_viewport_cmd(ViewportCommand::Maximized(true));
        }
    }

    /// Draws what is to be seen, and does what that asks for.
    fn draw(&mut self, ui: &mut Ui, frame: Option<&eframe::Frame>) {
        let mut commands = Vec::new();
        ui::window_ui(ui, &self.state, &mut self.scratch, &mut commands);
        if commands.is_empty() {
            return;
        }
        for command in commands {
            self.apply(command, frame);
        }
        // What was drawn is the state before; the next frame shows the one after.
        ui.ctx().request_repaint();
    }

    fn note_drawn(&mut self) {
        self.pictures = self.pictures.saturating_add(1);
        if self.pictures == 2 {
            self.drawn.store(true, Ordering::Relaxed);
            self.attempts.drew(self.way);
        }
    }

    fn note_place(&mut self, ctx: &Context) {
        let zoom = ctx.zoom_factor();
        let settled = self.zoom.replace(zoom) == Some(zoom);
        let place = self.place.noted(ctx, settled);
        if place != self.place {
            self.place = place;
            self.keep_settings();
        }
    }
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.take_answers();
        self.tell_of_start();
        #[cfg(not(target_os = "linux"))]
        if self.fault.told().is_some() {
            // It is opened again as it is now, drawn in another way.
            self.outside.close_window();
        }
        self.fit_screen(ctx);
        self.note_place(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.note_drawn();
        self.draw(ui, Some(frame));
    }

    fn raw_input_hook(&mut self, _ctx: &Context, input: &mut RawInput) {
        limit_textures(input);
    }

    fn clear_color(&self, visuals: &Visuals) -> [f32; 4] {
        let paper: Color32 = Palette::of(visuals.dark_mode).paper;
        paper.to_normalized_gamma_f32()
    }

    #[cfg(target_os = "linux")]
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.ends();
    }

    #[cfg(not(target_os = "linux"))]
    fn on_exit(&mut self) {
        self.ends();
    }
}

/// Where the desktop's colours are told first; once nobody waits there, they come by mail.
#[cfg(target_os = "linux")]
fn desktop_colours(mailbox: &Mailbox) -> Receiver<colours::Colours> {
    let (sender, first) = std::sync::mpsc::channel();
    mailbox.on_thread("colours", move |mailbox| {
        colours::follow(&sender, |colours| mailbox.send(Answer::Colours(colours)));
    });
    first
}
