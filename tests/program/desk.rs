//! The window as tests work it: a state and what is shown of it, with what was asked. Previews are
//! drawn at once; every other effect is only noted.

use std::sync::Arc;

use eframe::egui::{self, Ui, Vec2};
use egui_kittest::{Harness, HarnessBuilder};
use opatlas::chart;
use opatlas::draw::theme;
use opatlas::export::{self, PictureOptions};
use opatlas::state::{Command, Effect, FileRead, Preview, Refusal, State};
use opatlas::ui::{Scratch, window_ui};

#[derive(Default)]
pub struct Desk {
    pub state: State,
    pub scratch: Scratch,
    /// What the window asked for, in order.
    pub asked: Vec<Command>,
    pub effects: Vec<Effect>,
}

impl Desk {
    /// As it is when the program was started, with the datasets that come with it, and then so
    /// many commands.
    pub fn embedded(commands: impl IntoIterator<Item = Command>) -> Self {
        let read = opatlas::app::embedded().into_iter();
        let read = read.map(|read| Command::ReadingDone(Box::new(read)));
        Self::of(read.chain(commands))
    }

    /// With nothing open, and then so many commands.
    pub fn of(commands: impl IntoIterator<Item = Command>) -> Self {
        let mut desk = Self::default();
        for command in commands {
            desk.apply(command);
        }
        desk
    }

    pub fn apply(&mut self, command: Command) {
        for effect in self.state.apply(command) {
            let Effect::MakePreview(of) = effect else {
                self.effects.push(effect);
                continue;
            };
            let view = self.state.view.pictured(&self.state.atlas);
            let spec = chart::picture(&self.state.atlas, &view.comparison, view.showing());
            let picture = export::pixels(&spec, &PictureOptions::of(of.form), Some(of.within));
            let picture = picture.map(Arc::new).map_err(|error| Refusal {
                why: error.to_string(),
                height_that_does: error.height_that_does(),
            });
            self.apply(Command::PreviewMade(Box::new(Preview { of, picture })));
        }
    }

    fn ui(ui: &mut Ui, desk: &mut Self) {
        let mut commands = Vec::new();
        window_ui(ui, &desk.state, &mut desk.scratch, &mut commands);
        for command in commands {
            desk.asked.push(command.clone());
            desk.apply(command);
        }
    }

    /// In a window of a size in points that has drawn what it shows.
    pub fn window(self, size: impl Into<Vec2>) -> Harness<'static, Self> {
        let mut window = self.window_of(Harness::builder().with_max_steps(40), size);
        window.run();
        window
    }

    /// In a window that has drawn nothing yet and goes by steps of its own.
    pub fn window_of(
        self,
        steps: HarnessBuilder<Self>,
        size: impl Into<Vec2>,
    ) -> Harness<'static, Self> {
        steps
            .with_size(size)
            .with_os(egui::os::OperatingSystem::Nix)
            .with_context_setup(theme::install)
            .build_ui_state(Self::ui, self)
    }
}

/// A dataset that others wrote.
pub fn read(name: &str, text: &str) -> Command {
    let reading = opatlas::file::read(name, text.as_bytes());
    Command::ReadingDone(Box::new(FileRead {
        path: Some(format!("/data/{name}").into()),
        name: name.to_owned(),
        excerpts: opatlas::file::excerpts(text.as_bytes(), &reading.problems),
        dataset: reading.dataset.map(Arc::new),
        problems: reading.problems,
    }))
}

/// A dataset in which something is wrong.
pub fn with_problems() -> Command {
    read(
        "mine.ron",
        r#"#![enable(implicit_some)]
(
    format: 1, title: "Mine",
    sources: { "release": (publisher: "The police", title: "A release", date: "2025-03-01", address: "https://example.org", grade: Official) },
    metrics: { "arrests": (label: "Arrests", unit: "people", definition: "All arrests made in the operation") },
    operations: [
        ( id: "example-1", name: "Example I", days: ("2025-02-01", "2025-02-03"),
          figures: { "arrests": [(quantity: MoreThan(3,744), source: "release")] } ),
        ( id: "example-2", name: "Example II", days: ("2025-02-31", "2025-03-03"),
          figures: { "arrests": [(quantity: Exactly(40), source: "nowhere")] } ),
    ],
    cases: [],
)"#,
    )
}
