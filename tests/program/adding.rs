//! Adding to datasets in the window, as a person does who never saw RON: by a form and from a
//! sheet, with what is then in the file.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::disk::{Rewritten as OnDisk, Versions, write_new};
use opatlas::file;
use opatlas::import::release::{self, Release};
use opatlas::import::{Meaning, grids};
use opatlas::model::{Dataset, MetricId, Operation, OperationId, Quantity, Report, Who};
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
                if is_new {
                    write_new(&path, was.as_bytes()).unwrap();
                }
                let done = self
                    .versions
                    .rewrite(&path, was.as_bytes(), text.as_bytes());
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
                let read = read(&path).dataset.ok_or_else(String::new);
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

#[test]
fn the_headline_figures_of_an_operation_are_entered_by_a_form_without_seeing_ron() {
    let built_in = embedded();
    let third = built_in
        .operations
        .iter()
        .find(|one| one.id.as_str() == "liberterra-3");
    let wanted = figures(third.unwrap(), RELEASE);
    assert!(wanted.len() >= 6, "{wanted:?}");
    // Nothing is open: the operation is new.
    let mut window = Window::of(Desk::default(), [1440.0, 900.0]);
    let path = window.folder.path().join("mine.ron");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.fill("Title of the dataset", "Mine");
    window.fill("File", &path.display().to_string());
    window.fill("Operation", "Liberterra III");
    window.fill("First day", "10 November 2025");
    window.fill("Last day", "21.11.2025");
    window.fill("How many countries", "119");
    window.fill(
        "Source",
        "A paper, “Thousands protected”, 26 January 2026, https://example.org/article",
    );
    window.click(Role::RadioButton, "News");
    for (at, (metric, quantity)) in wanted.iter().enumerate() {
        let mut metrics = built_in.metrics.iter();
        let label = &metrics.find(|one| one.id == *metric).unwrap().label;
        let line = |field: &str| format!("{field}, number {}", at + 1);
        window.fill(&line("What is counted"), label);
        window.fill(&line("Number"), &quantity.words());
    }
    let adding = &window.harness.state().state.adding;
    assert!(
        adding.can_write(),
        "{:?} {:?}",
        adding.outcome.entered,
        adding.outcome.proposal.asked
    );
    window.click(Role::Button, "Write");
    println!("{} actions", window.actions);
    assert!(window.actions <= 32, "{} actions", window.actions);
    let own = dataset(&path);
    let operation = &own.operations[0];
    assert_eq!(operation.days, third.unwrap().days);
    assert_eq!(
        operation.countries.count[0].quantity,
        Quantity::Exactly(119)
    );
    let (source, publication) = own.sources.iter().next().unwrap();
    assert_eq!(publication.publisher, "A paper");
    assert_eq!(figures(operation, source.as_str()), wanted);
    // It is open now, and the change can be taken back, also after a restart.
    assert!(
        window
            .harness
            .state()
            .state
            .atlas
            .operation(operation.id.as_str())
            .is_some()
    );
    window.versions.take_back(&path).unwrap();
    assert!(read(&path).dataset.unwrap().operations.is_empty());
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

#[test]
fn a_further_report_of_built_in_data_goes_into_a_dataset_of_ones_own_and_is_seen_as_one_types() {
    let (mut window, path) = Window::with_own(OWN);
    let before = window.harness.state().state.view.clone();
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Liberterra III");
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "more than 9,000");
    let reports = |window: &Window| {
        let state = &window.harness.state().state;
        let third = state.atlas.operation("liberterra-3").unwrap();
        third.figure("arrests").unwrap().reports.len()
    };
    let now = reports(&window);
    assert!(window.says("disagrees with a report there"));
    // Nothing is written yet, and closing shows what there is.
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.harness.state().state.adding.shown);
    assert_eq!(reports(&window), now - 1);
    assert_eq!(window.harness.state().state.view, before);
    // What was entered is still there.
    window.apply(Command::Add(Add::Show));
    assert_eq!(reports(&window), now);
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(reports(&window), now);
    let own = dataset(&path);
    let further = own.operations.last().unwrap();
    assert_eq!(
        (further.id.as_str(), further.further),
        ("liberterra-3", true)
    );
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("// Kept by hand."));
    // Taken back from the notice.
    window.click(Role::Button, "Take it back");
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
    assert_eq!(reports(&window), now - 1);
}

#[test]
fn a_field_completes_from_what_is_open_with_the_keyboard_alone() {
    let (mut window, _) = Window::with_own(OWN);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.fill("Operation", "lib");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    let form = |window: &Window| window.harness.state().state.adding.form.clone();
    assert_eq!(form(&window).operation.name, "Liberterra III");
    assert!(window.says("this one adds to it"));
    window.press(Modifiers::NONE, Key::Tab);
    window.harness.event(Event::Text("nca".to_owned()));
    window.settle();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(
        form(&window)
            .source
            .named
            .starts_with("National Crime Agency")
    );
    // The first Esc leaves the field and what is offered, the second closes the panel.
    window.fill("What is counted, number 1", "arr");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.harness.state().state.adding.shown);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.harness.state().state.adding.shown);
}

#[test]
fn a_name_that_goes_on_being_typed_leaves_nothing_in_the_comparison() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "7");
    window.fill("Operation", "Quite");
    window.fill("Operation", " new");
    let chosen = &window.harness.state().state.view.comparison.operations;
    assert!(chosen.iter().any(|id| id == "quite-new"), "{chosen:?}");
    assert!(!chosen.iter().any(|id| id == "quite"), "{chosen:?}");
}

#[test]
fn what_is_not_well_written_where_something_would_go_is_said_and_stays() {
    let broken = OWN.replace("note: \"Counted twice.\")]", "note: \"Counted twice.\")");
    let (mut window, path) = Window::with_own(&broken);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Quite new");
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "7");
    assert!(window.says("mend it first"));
    assert!(!window.harness.state().state.adding.can_write());
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
}

#[test]
fn a_sheet_in_which_nothing_is_recognised_says_what_it_should_have() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Paste("a\tb\n1\t2\n3\t4\n".to_owned())));
    assert!(window.says("Its first rows should name the columns"));
    assert!(!window.harness.state().state.adding.can_write());
    window.click(Role::Button, "Clear");
    assert!(window.says("One row a number"));
}

#[test]
fn a_long_sheet_is_read_on_a_thread_and_says_so_meanwhile() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    let row = |at: u32| format!("Mine {at}\t{at}\tpaper\n");
    let rows: String = (1..2_000).map(row).collect();
    let table = format!("Operation\tArrests\tSource\n{rows}");
    // Not carried out yet.
    let paste = Command::Add(Add::Paste(table));
    window.harness.state_mut().apply(paste);
    window.harness.run();
    assert!(window.says("Working"));
    assert!(!window.harness.state().state.adding.can_write());
    window.settle();
    assert!(window.says("1,999 figures"));
    assert!(window.harness.state().state.adding.can_write());
}

#[test]
fn a_report_is_added_from_the_evidence_of_its_number() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::OpenDrawer(Drawer::Figure {
        operation: "liberterra-3".to_owned(),
        metric: "officers".to_owned(),
    }));
    window.click(Role::Button, "Add a report…");
    let form = &window.harness.state().state.adding.form;
    assert_eq!(form.operation.name, "Liberterra III");
    assert_eq!(form.figures[0].metric, "Officers");
    window.fill("Source", "Raids");
    window.fill("Number, number 1", "thousands");
    assert!(window.harness.state().state.adding.can_write());
}

#[test]
fn a_case_is_entered_with_who_was_found_and_an_operation_gets_its_list() {
    let (mut window, path) = Window::with_own(OWN);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.click(Role::RadioButton, "Case");
    window.fill("Operation", "Mine I");
    window.fill("Case, in a few words", "Boat stopped");
    window.fill("What happened", "A boat was stopped at sea.");
    window.fill("When", "2 January 2026");
    window.fill("Countries", "Algeria, Côte d’Ivoire");
    window.fill("People found", "about 40");
    window.fill("Arrested", "2");
    window.fill("Source", "Raids");
    assert!(
        !window.harness.state().state.adding.can_write(),
        "who they are is asked"
    );
    window.click(Role::RadioButton, "Irregular migrants");
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let case = &own.cases[0];
    assert_eq!(case.found[0].who, Who::IrregularMigrants);
    assert_eq!(case.found[0].reports[0].quantity, Quantity::About(40));
    assert_eq!((case.countries.len(), case.arrested.len()), (2, 1));
    window.click(Role::RadioButton, "Operation");
    window.fill("Which countries", "TGO; Benin");
    window.fill("How many countries", "at least 2");
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let countries = &own.operations[0].countries;
    assert_eq!(countries.listed.len(), 2);
    assert_eq!(countries.count[0].quantity, Quantity::AtLeast(2));
}

#[test]
fn every_meaning_of_a_column_has_a_name() {
    for meaning in Meaning::all() {
        let name = opatlas::words::window::adding::sheet::meaning(meaning.key());
        assert!(name.is_some(), "{}", meaning.key());
    }
}

#[test]
fn what_cannot_be_taken_says_why_beside_its_field() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Quite new");
    window.fill("First day", "4/10/2024");
    window.fill("Which countries", "Togo, Atlantis");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "a lot");
    for told in [
        "4 October 2024 or 10 April 2024?",
        "“Atlantis” is not the name of one country",
        "No number: write",
        "Still needed: last day and source",
    ] {
        assert!(window.says(told), "{told}");
    }
    let state = &window.harness.state().state;
    assert!(!state.adding.can_write() && state.atlas.operation("quite-new").is_none());
}

/// The only report of one's own.
fn own_report(window: &Window) -> Report {
    let state = &window.harness.state().state;
    let operation = state.atlas.operation("mine-1").unwrap();
    operation.figure("arrests").unwrap().reports[0].clone()
}

fn change(window: &mut Window, removed: bool) {
    let report = Box::new(own_report(window));
    window.apply(Command::Add(Add::Change {
        operation: OperationId::from("mine-1"),
        metric: Some(MetricId::from("arrests")),
        report,
        removed,
    }));
}

#[test]
fn a_report_of_ones_own_is_corrected_in_its_place_and_nothing_else_is_touched() {
    let (mut window, path) = Window::with_own(OWN);
    change(&mut window, false);
    window.press(Modifiers::NONE, Key::Tab);
    let mut form = window.harness.state().state.adding.form.clone();
    form.figures[0].number = "41".to_owned();
    window.apply(Command::Add(Add::Fill(Box::new(form))));
    assert!(window.says("was 40"));
    window.click(Role::Button, "Write");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text, OWN.replace("Exactly(40)", "Exactly(41)"));
}

#[test]
fn a_report_of_ones_own_is_removed_and_comes_back() {
    let (mut window, path) = Window::with_own(OWN);
    change(&mut window, true);
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN, "it asks first");
    window.click(Role::Button, "Remove");
    let now = read(&path).dataset.unwrap();
    assert!(now.operations[0].figures.is_empty());
    window.apply(Command::Add(Add::TakeBack(path.clone())));
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
}

#[test]
fn a_file_that_is_changed_meanwhile_keeps_what_was_changed_and_what_is_entered() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Mine I");
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "about 45");
    let other = OWN.replace("Exactly(40)", "Exactly(50)");
    fs::write(&path, &other).unwrap();
    // Before the window has heard of it.
    window.click(Role::Button, "Write");
    assert_eq!(fs::read_to_string(&path).unwrap(), other);
    assert!(window.says("Somebody changed the file meanwhile"));
    assert!(window.says("40 → 50"));
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let reports = &own.operations[0].figure("arrests").unwrap().reports;
    let quantities: Vec<Quantity> = reports.iter().map(|one| one.quantity).collect();
    assert_eq!(quantities, [Quantity::Exactly(50), Quantity::About(45)]);
}

#[test]
fn a_file_that_may_only_be_read_says_so_before_anything_is_entered() {
    let (mut window, path) = Window::with_own(OWN);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    window.apply(Command::Add(Add::Show));
    assert!(window.says("This file may only be read"));
    assert!(!window.harness.state().state.adding.can_write());
}

#[test]
fn the_headline_figures_of_an_operation_are_taken_from_a_sheet_without_seeing_ron() {
    let built_in = embedded();
    let third = built_in
        .operations
        .iter()
        .find(|one| one.id.as_str() == "liberterra-3");
    let wanted = figures(third.unwrap(), RELEASE);
    let mut heads = vec!["Operation", "From", "To", "Countries"];
    let mut row = ["Liberterra III", "2025-11-10", "2025-11-21", "119"]
        .map(str::to_owned)
        .to_vec();
    for (metric, quantity) in &wanted {
        let mut metrics = built_in.metrics.iter();
        heads.push(&metrics.find(|one| one.id == *metric).unwrap().label);
        row.push(quantity.words().replace(',', ""));
    }
    heads.extend(["Publisher", "Title", "Address"]);
    row.extend(
        [
            "A paper",
            "Thousands protected",
            "https://example.org/article",
        ]
        .map(str::to_owned),
    );
    let sheet = format!("{}\n{}\n", heads.join("\t"), row.join("\t"));
    let mut window = Window::of(Desk::default(), [1440.0, 900.0]);
    let path = window.folder.path().join("mine.ron");
    window.harness.event(Event::Paste(sheet));
    window.actions += 1;
    window.settle();
    assert_eq!(window.harness.state().state.adding.door, Door::Sheet);
    window.fill("Title of the dataset", "Mine");
    window.fill("File", &path.display().to_string());
    assert!(window.says("How close is “A paper”"));
    window.click(Role::Button, "News");
    window.click(Role::Button, "Write");
    println!("{} actions", window.actions);
    assert!(window.actions <= 6, "{} actions", window.actions);
    let own = dataset(&path);
    let (source, _) = own.sources.iter().next().unwrap();
    let operation = &own.operations[0];
    assert_eq!(figures(operation, source.as_str()), wanted);
    assert_eq!(operation.days, third.unwrap().days);
    let count = &operation.countries.count[0];
    assert_eq!(count.quantity, Quantity::Exactly(119));
}

#[test]
fn a_sheet_dropped_on_the_window_is_shown_with_the_meaning_of_each_column() {
    let (mut window, path) = Window::with_own(OWN);
    let sheet = window.folder.path().join("raids.csv");
    fs::write(
        &sheet,
        "Operation,Arrests,Seen,Source\nMine I,41,1,paper\nMine I,40,2,paper\nMine II,lots,3,paper\n",
    )
    .unwrap();
    window.apply(Command::Open(vec![sheet]));
    assert_eq!(
        window.harness.state().state.adding.into,
        Into::File(path.clone())
    );
    for told in [
        "What is in “Arrests”: Arrests",
        "What do the numbers under “Seen” count?",
        "No number can be made of “lots”.",
    ] {
        assert!(window.says(told), "{told}");
    }
    window.click(Role::Button, "passed over: Seen");
    window.click(Role::Button, "Leave the row out, raids.csv!B4");
    assert!(window.says("disagrees Mine I, 41"));
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    assert_eq!(own.operations.len(), 1);
    let reports = &own.operations[0].figure("arrests").unwrap().reports;
    assert_eq!(reports.len(), 2);
}

#[test]
fn what_changed_since_an_earlier_state_is_told_by_kind() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::See(See::Of(path.clone())));
    assert!(window.says("No earlier state is kept"));
    change(&mut window, false);
    let mut form = window.harness.state().state.adding.form.clone();
    form.figures[0].number = "41".to_owned();
    window.apply(Command::Add(Add::Fill(Box::new(form))));
    window.click(Role::Button, "Write");
    window.apply(Command::See(See::Of(path.clone())));
    assert!(window.says("Mine I, arrests: 40 → 41"));
    // And since another file, in which only the evidence is other.
    let other = window.folder.path().join("other.ron");
    fs::write(
        &other,
        OWN.replace("Exactly(40)", "Exactly(41)")
            .replace("twice", "once"),
    )
    .unwrap();
    window.apply(Command::See(See::Since(other)));
    assert!(window.says("Evidence alone") && !window.says("Numbers"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.harness.state().state.changes.shown);
}

/// The same facts as in a report on Liberterra III, in other words, and some that are none.
const TOLD: &str = "Operation Liberterra III ran from 10 to 21 November 2025 and joined police from \
    119 countries. They arrested 3,744 suspects; more than 1,800 of these arrests were for human \
    trafficking or migrant smuggling.\n\nSome 12 flats were searched. In all, 4,414 potential \
    victims were safeguarded and 12,992 irregular migrants were found at borders. Over 720 new \
    cases were opened. More than 14,000 officers were on duty; the work cost 1,200 euros a head.\n";

#[test]
fn the_headline_figures_of_an_operation_are_taken_from_a_text_by_the_keyboard_alone() {
    let mut window = Window::of(Desk::default(), [1440.0, 900.0]);
    let path = window.folder.path().join("mine.ron");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.click(Role::RadioButton, "Text");
    window.fill("Title of the dataset", "Mine");
    window.fill("File", &path.display().to_string());
    window.fill("Or paste the text here", TOLD);
    window.click(Role::Button, "Find the numbers");
    window.fill(
        "Source of this text",
        "A paper, “Thousands protected”, 26 January 2026, https://example.org/article",
    );
    window.click(Role::RadioButton, "News");
    assert!(window.says("0 taken · 0 passed · 9 open"));
    // Nothing is proposed before it is confirmed.
    assert!(!window.harness.state().state.adding.can_write());
    let first = window
        .harness
        .get_by_label_contains("10 to 21 November 2025, The days of");
    first.focus();
    window.harness.run();
    // Days, countries, arrests, those for trafficking; the flats are none of it; the others.
    for key in [
        Key::Enter,
        Key::Enter,
        Key::Enter,
        Key::Enter,
        Key::Delete,
        Key::Enter,
        Key::Enter,
        Key::Enter,
        Key::Enter,
    ] {
        window.press(Modifiers::NONE, key);
    }
    assert!(window.says("8 taken · 1 passed · 0 open"));
    window.press(Modifiers::COMMAND, Key::Enter);
    println!("{} actions", window.actions);
    assert!(window.actions <= 20, "{} actions", window.actions);
    let own = dataset(&path);
    let built_in = embedded();
    let third = |one: &&Operation| one.id.as_str() == "liberterra-3";
    let built_in = built_in.operations.iter().find(third).unwrap();
    let operation = &own.operations[0];
    assert_eq!(operation.days, built_in.days);
    assert_eq!(
        operation.countries.count[0].quantity,
        Quantity::Exactly(119)
    );
    let (source, publication) = own.sources.iter().next().unwrap();
    assert_eq!(publication.publisher, "A paper");
    assert_eq!(
        figures(operation, source.as_str()),
        figures(built_in, "article-003")
    );
    let arrests = &operation.figure("arrests").unwrap().reports[0];
    let excerpt = arrests.trail.as_ref().unwrap().excerpt.as_deref().unwrap();
    assert!(
        excerpt.starts_with("They arrested 3,744 suspects"),
        "{excerpt}"
    );
}

#[test]
fn what_a_number_counts_can_be_changed_before_and_after_it_is_taken() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Add(Add::ReadRelease(ReleaseFrom::Pasted(
        TOLD.to_owned(),
    ))));
    window.fill("Source of this text", "Raids");
    let mark = window
        .harness
        .get_by_label_contains("More than 14,000, Officers of");
    mark.click_accesskit();
    window.settle();
    window.click(Role::Button, "Take");
    let quantity = |window: &Window| {
        let taken = &window.harness.state().state.adding.outcome.proposal.put;
        format!("{taken:?}")
    };
    assert!(
        quantity(&window).contains("MetricId(\"officers\")"),
        "{}",
        quantity(&window)
    );
    let mark = window
        .harness
        .get_by_label_contains("More than 14,000, Officers of");
    mark.click_accesskit();
    window.settle();
    window.click(Role::Button, "Officers");
    window.click(Role::Button, "Arrests");
    assert!(
        !quantity(&window).contains("MetricId(\"officers\")"),
        "{}",
        quantity(&window)
    );
    assert!(quantity(&window).contains("MetricId(\"arrests\")"));
    window.click(Role::Button, "Pass");
    assert!(!window.harness.state().state.adding.can_write());
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
}
