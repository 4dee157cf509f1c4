//! Adding to datasets in the window, as a person does who never saw RON: by a form and from a
//! sheet, with what is then in the file.

mod changing;
mod form;
mod sheet;
mod text;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::disk::{Rewritten as OnDisk, Versions, rewrite, write_first};
use opatlas::file;
use opatlas::import::release::{self, Release};
use opatlas::import::{Meaning, grids};
use opatlas::model::{Dataset, MetricId, Operation, Quantity, Report, Who};
use opatlas::state::{
    Add, Command, Door, Drawer, Effect, FileRead, Into, KeptVersion, ReleaseFrom, Rewritten, See,
    Text,
};

use crate::desk::Desk;

/// The window with a folder of its own, in which what is asked of the world is done at once.
struct Window {
    harness: Harness<'static, Desk>,
    folder: tempfile::TempDir,
    versions: Versions,
    /// How many things a person did.
    actions: usize,
}

impl Window {
    fn of(desk: Desk, size: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let versions = Versions::within(&folder.path().join("versions"));
        let mut window = Self {
            harness: desk.window(size),
            folder,
            versions,
            actions: 0,
        };
        window.settle();
        window
    }

    /// With a dataset of one's own open beside those that come with the program.
    fn with_own(text: &str) -> (Self, PathBuf) {
        let mut window = Self::of(Desk::embedded([]), [1440.0, 900.0]);
        let path = window.folder.path().join("mine.ron");
        fs::write(&path, text).unwrap();
        window.apply(Command::ReadingDone(Box::new(read(&path))));
        (window, path)
    }

    fn apply(&mut self, command: Command) {
        self.harness.state_mut().apply(command);
        self.settle();
    }

    /// Does what is asked of the world until nothing is.
    fn settle(&mut self) {
        loop {
            self.harness.run();
            let effects = std::mem::take(&mut self.harness.state_mut().effects);
            if effects.is_empty() {
                return;
            }
            for effect in effects {
                for command in self.done(effect) {
                    self.harness.state_mut().apply(command);
                }
            }
        }
    }

    fn done(&self, effect: Effect) -> Vec<Command> {
        let add = |add| vec![Command::Add(add)];
        match effect {
            Effect::Read(paths) => {
                let read = paths.iter().map(|path| Box::new(read(path)));
                read.map(Command::ReadingDone).collect()
            }
            Effect::ReadText(path) => {
                let text = fs::read_to_string(&path).map_err(|error| error.to_string());
                let read_only = fs::metadata(&path).unwrap().permissions().readonly();
                let text = text.map(|text| Text {
                    can_go_back: self.versions.can_take_back(&path, text.as_bytes()),
                    text: text.into(),
                    read_only,
                });
                add(Add::TextRead(path, text))
            }
            Effect::WriteText {
                path,
                was,
                is_new,
                text,
            } => {
                let done = if is_new {
                    write_first(Some(&self.versions), &path, text.as_bytes())
                } else {
                    rewrite(Some(&self.versions), &path, was.as_bytes(), text.as_bytes())
                };
                add(Add::Written(path, rewritten(&done.unwrap())))
            }
            Effect::TakeBack(path) => {
                let done = self.versions.take_back(&path).unwrap();
                add(Add::TakenBack(path, rewritten(&done)))
            }
            Effect::ListVersions(path) => {
                let kept = self.versions.of_file(&path).unwrap().into_iter();
                let kept = kept.map(|(path, _)| KeptVersion { path, ago: None });
                vec![Command::See(See::Kept(path, kept.collect()))]
            }
            Effect::ReadVersion(path) => {
                let read = read(&path).dataset;
                vec![Command::See(See::Read(path, read))]
            }
            Effect::Propose(asked, job) => add(Add::Proposed(asked, Box::new(job.run()))),
            Effect::ReadSheets(paths) => {
                let read = paths.iter().map(|path| {
                    let name = path.file_name().unwrap().to_string_lossy().into_owned();
                    grids(&name, &fs::read(path).unwrap()).unwrap()
                });
                add(Add::SheetsRead(Ok(read.flatten().collect())))
            }
            Effect::ReadRelease(from, dataset, open) => {
                let (name, bytes) = match from {
                    ReleaseFrom::Pasted(text) => (String::new(), text.into_bytes()),
                    ReleaseFrom::File(path) => ("a.html".to_owned(), fs::read(path).unwrap()),
                };
                let text = release::text(&name, &bytes).unwrap();
                let open: Vec<&Dataset> = open.iter().map(|one| &**one).collect();
                let release = Release::of(&name, text, &dataset, &open);
                add(Add::ReleaseRead(Ok(Arc::new(release))))
            }
            _ => Vec::new(),
        }
    }

    /// Presses keys.
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.actions += 1;
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Clicks what has a role and a name.
    fn click(&mut self, role: Role, name: &str) {
        self.actions += 1;
        self.harness
            .get_by_role_and_label(role, name)
            .click_accesskit();
        self.settle();
    }

    /// Goes to a field and types into it.
    fn fill(&mut self, name: &str, text: &str) {
        self.actions += 1;
        let fields = [Role::TextInput, Role::MultilineTextInput];
        let field = fields.into_iter().find_map(|role| {
            let mut found = self.harness.get_all_by_role(role);
            found.find(|field| field.accesskit_node().label().as_deref() == Some(name))
        });
        let field = field.unwrap_or_else(|| panic!("there is no field “{name}”"));
        field.focus();
        self.harness.run();
        let typed = Event::Text(text.to_owned());
        self.harness.event(typed);
        self.settle();
    }

    fn says(&self, text: &str) -> bool {
        self.harness
            .query_all_by_label_contains(text)
            .next()
            .is_some()
    }
}

fn rewritten(done: &OnDisk) -> Rewritten {
    match done {
        OnDisk::Done => Rewritten::Done,
        OnDisk::Gone => Rewritten::Gone,
        OnDisk::Changed(_) => Rewritten::Changed,
        OnDisk::NothingKept => Rewritten::NothingKept,
    }
}

fn read(path: &Path) -> FileRead {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = fs::read(path).unwrap();
    let reading = file::read(&name, &bytes);
    FileRead {
        path: Some(path.to_owned()),
        name,
        dataset: reading.dataset.map(Arc::new),
        problems: reading.problems,
        ..FileRead::default()
    }
}

fn dataset(path: &Path) -> Dataset {
    let reading = file::read("mine.ron", &fs::read(path).unwrap());
    assert_eq!(reading.problems, []);
    reading.dataset.unwrap()
}

/// What the built-in data says of Liberterra III after one release.
const RELEASE: &str = "article-003";

fn embedded() -> Dataset {
    let (name, text) = file::EMBEDDED[0];
    file::read(name, text.as_bytes()).dataset.unwrap()
}

/// The figures of an operation after one source: the quantity of each metric.
fn figures(operation: &Operation, source: &str) -> Vec<(MetricId, Quantity)> {
    let mut all: Vec<(MetricId, Quantity)> = operation
        .figures
        .iter()
        .filter_map(|figure| {
            let of = |report: &&Report| report.source.as_str() == source;
            let report = figure.reports.iter().find(of)?;
            Some((figure.metric.clone(), report.quantity))
        })
        .collect();
    all.sort_by_key(|(metric, _)| metric.to_string());
    all
}

const OWN: &str = r#"#![enable(implicit_some)]
(
    // Kept by hand.
    format: 1,
    title: "Mine",
    sources: {
        "paper": (publisher: "A paper", title: "Raids", date: "2026-02-01", address: "https://example.org/raids", grade: News),
    },
    metrics: {
        "arrests": (label: "Arrests", unit: "people", definition: "All arrests made in the operation"),
    },
    operations: [(
        id: "mine-1", name: "Mine I", days: ("2026-01-01", "2026-01-03"),
        figures: { "arrests": [(quantity: Exactly(40), source: "paper", note: "Counted twice.")] },
    )],
)
"#;
