//! What is open: its files, their problems, ways to other data.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::model::Severity;
use opatlas::state::{Command, Effect, FileRead, Page, Recent};

use super::{problem, read, window};
use crate::desk::Desk;

#[test]
fn reading_the_first_dataset_is_no_choice_to_take_back() {
    let window = window([read("a.ron", "Andes", Vec::new())]);
    assert!(!window.state().state.can_undo());
}

#[test]
fn a_path_is_opened_by_typing_it() {
    let mut window = window([]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::L);
    window.run();
    window
        .get_by_label("Path of a dataset")
        .type_text("\"/data/a b.ron\"");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(
        window.state().effects,
        [Effect::Read(vec![PathBuf::from("/data/a b.ron")])]
    );
    assert!(window.query_by_label("Path of a dataset").is_none());
}

#[test]
fn the_status_line_says_what_is_open_and_what_happened() {
    let mut window = window([read("a.ron", "Andes", Vec::new())]);
    window.get_by_label("0 operations · 0 cases · 0 sources");
    window.get_by_label("Opened a.ron");
    window
        .state_mut()
        .apply(Command::ReadingStarted("b.ron".to_owned()));
    window.run();
    window.get_by_label("Reading b.ron…");
}

#[test]
fn problems_are_counted_on_the_rail_and_one_click_away() {
    let problems = vec![problem(Severity::Error), problem(Severity::Warning)];
    let mut window = window([read("a.ron", "Andes", problems)]);
    window.get_by_label("Problems (2)");
    window.get_by_label("2 problems, show them").click();
    window.run();
    assert_eq!(window.state().state.view.page, Page::Problems);
}

#[test]
fn a_file_broken_while_it_is_open_leads_nobody_away_and_loses_nothing() {
    let mut window = window([
        read("a.ron", "Andes", Vec::new()),
        Command::Show(Page::Cases),
    ]);
    let path = Some(PathBuf::from("/data/a.ron"));
    let problems = vec![problem(Severity::Error)];
    let broken = FileRead {
        path,
        name: "a.ron".to_owned(),
        dataset: None,
        problems,
        ..FileRead::default()
    };
    window
        .state_mut()
        .apply(Command::ReadingDone(Box::new(broken)));
    window.run();
    assert_eq!(window.state().state.view.page, Page::Cases);
    window.get_by_label("a.ron is broken now; see Problems");
    window.get_by_label("Andes, 1 problem").click();
    window.run();
    let file = window
        .get_by_role_and_label(egui::Role::MenuItem, "1 problem of Andes, show them")
        .accesskit_node();
    let told = file.description().unwrap_or_default();
    assert!(told.contains("broken now"), "{told}");
}

#[test]
fn an_open_file_is_closed_by_its_name() {
    let mut window = window([
        read("a.ron", "Andes", Vec::new()),
        read("b.ron", "Balkans", Vec::new()),
    ]);
    window.get_by_label("2 datasets").click();
    window.run();
    window.get_by_label("Close Andes").click();
    window.run();
    let names: Vec<_> = window
        .state()
        .state
        .files
        .iter()
        .map(|file| file.name.clone())
        .collect();
    assert_eq!(names, ["b.ron"]);
}

#[test]
fn many_open_files_are_one_button_and_each_is_closed_in_its_menu() {
    let titles = (1..=9).map(|n| {
        read(
            &format!("{n}.ron"),
            &format!("Dataset number {n} of nine"),
            Vec::new(),
        )
    });
    let mut window = window(titles);
    window.get_by_label("9 datasets").click();
    window.run();
    for n in [9, 1] {
        let close = format!("Close Dataset number {n} of nine");
        window.get_by_label(&close).click();
        window.run();
        assert!(window.query_by_label(&close).is_none());
    }
    assert_eq!(window.state().state.files.len(), 7);
}

#[test]
fn after_the_last_file_is_closed_there_is_a_way_back_to_data() {
    let mut window = window([read("a.ron", "Andes", Vec::new())]);
    let path = Some(PathBuf::from("/data/a.ron"));
    window
        .state_mut()
        .apply(Command::CloseFile(path, "a.ron".to_owned()));
    window.run();
    let asked = |window: &mut Harness<'static, Desk>, name: &str| {
        window.state_mut().effects.clear();
        window.get_by_label(name).click();
        window.run();
        window.state().effects.clone()
    };
    window.get_by_label("No dataset is open");
    let embedded = asked(&mut window, "Open the built-in data");
    assert_eq!(embedded, [Effect::ReadEmbedded]);
    assert_eq!(asked(&mut window, "New starter…"), [Effect::PickStarter]);
    assert_eq!(asked(&mut window, "Open files…"), [Effect::PickFiles]);
    let again = PathBuf::from("/data/a.ron");
    assert_eq!(
        asked(&mut window, "a.ron"),
        [Effect::Read(vec![again.clone()])]
    );
    let gone = Recent {
        path: again,
        missing: true,
    };
    window.state_mut().apply(Command::RecentFound(vec![gone]));
    window.run();
    assert_eq!(asked(&mut window, "a.ron, no longer there"), []);
}

#[test]
fn a_starter_is_written_to_the_path_typed_and_then_opened() {
    let mut window = window([Command::TypeStarter(String::new())]);
    window
        .get_by_role_and_label(egui::Role::TextInput, "Path of the new dataset")
        .type_text("/data/mine.ron");
    window.run();
    window.get_by_label("Write").click();
    window.run();
    let path = PathBuf::from("/data/mine.ron");
    assert_eq!(window.state().effects, [Effect::WriteStarter(path.clone())]);
    let why = "No starter was written: the file is already there; /data/mine.ron";
    let failed = Command::StarterWritten(Err(why.to_owned()));
    window.state_mut().apply(failed);
    window.run();
    assert!(window.query_all_by_label_contains(why).count() > 0);
    window.get_by_label("Write");
    window.state_mut().effects.clear();
    let written = Command::StarterWritten(Ok(path.clone()));
    window.state_mut().apply(written);
    window.run();
    assert_eq!(window.state().effects, [Effect::Read(vec![path])]);
    assert!(window.query_by_label("Write").is_none());
}

#[test]
fn files_of_which_nothing_can_be_used_leave_a_way_to_what_is_wrong_and_to_other_data() {
    let broken = crate::desk::read("broken.ron", "(format: 1, title: ");
    let mut window = window([broken, Command::Show(Page::Compare)]);
    window.get_by_label("Nothing in the open files could be used");
    window.get_by_label("Open the built-in data");
    window.get_by_label("Show what is wrong").click();
    window.run();
    assert_eq!(window.state().state.view.page, Page::Problems);
}

/// A dataset as it is read from a file, with its problems and their lines.
fn read_text(name: &str, text: &str) -> Command {
    let reading = opatlas::file::read(name, text.as_bytes());
    let excerpts = opatlas::file::excerpts(text.as_bytes(), &reading.problems);
    Command::ReadingDone(Box::new(FileRead {
        path: Some(PathBuf::from("/data").join(name)),
        name: name.to_owned(),
        dataset: reading.dataset.map(Arc::new),
        problems: reading.problems,
        excerpts,
    }))
}

const WITH_PROBLEMS: &str = "(format: 1, title: \"Mine\", sources: {}, metrics: {
    \"arrests\": (label: \"Arrests\", unit: \"people\", definition: \"All\"),
    \"checks\": (label: \"Checks\", unit: \"checks\", definition: \"All\", part_of: \"chekcs\"),
}, operations: [
    (id: \"one\", name: \"One\", days: (\"2025-02-30\", \"2025-03-01\")),
], cases: [])";

#[test]
fn a_problem_shows_its_line_and_leads_an_editor_there() {
    let mut window = window([
        read_text("mine.ron", WITH_PROBLEMS),
        Command::Show(Page::Problems),
    ]);
    window.get_by_label_contains("name: \"One\", days: (\"2025-02-30\"");
    let at = window.get_by_label("Open at this line: mine.ron:5:37");
    at.click();
    window.run();
    let opened = |effect: &Effect| {
        matches!(effect, Effect::OpenAt(path, place)
            if path.ends_with("mine.ron") && place.line == 5)
    };
    let effects = &window.state().effects;
    assert!(effects.iter().any(opened), "{effects:?}");
}

#[test]
fn problems_are_narrowed_by_what_they_say_and_shown_again() {
    let mut window = window([
        read_text("mine.ron", WITH_PROBLEMS),
        read_text("other.ron", "(format: 1, titel: \"Other\")"),
        Command::Show(Page::Problems),
    ]);
    let of = |window: &Harness<'_, Desk>, file: &str| {
        window
            .query_all_by_label_contains(&format!("Copy: {file}"))
            .count()
    };
    assert!(of(&window, "mine.ron") > 0 && of(&window, "other.ron") > 0);
    let search = |window: &mut Harness<'_, Desk>, typed: &str| {
        let field = (egui::Role::TextInput, "Search problems");
        window.get_by_role_and_label(field.0, field.1).focus();
        window.run();
        window
            .get_by_role_and_label(field.0, field.1)
            .type_text(typed);
        window.run();
    };
    search(&mut window, "february");
    let days = (of(&window, "mine.ron"), of(&window, "other.ron"));
    search(&mut window, " nothing like this");
    window.get_by_label("Show all problems").click();
    window.run();
    assert!(of(&window, "mine.ron") > 0 && of(&window, "other.ron") > 0);
    assert_eq!(days, (1, 0));
}

#[test]
fn the_menu_of_datasets_is_walked_with_arrows_and_gives_the_keyboard_back() {
    let mut window = window([
        read("a.ron", "Andes", Vec::new()),
        read("b.ron", "Balkans", Vec::new()),
    ]);
    window.get_by_label("2 datasets").focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert!(window.get_by_label("Andes").is_focused());
    for _ in 0..2 {
        window.key_press(Key::ArrowDown);
        window.run();
    }
    assert!(window.get_by_label("Balkans").is_focused());
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Close Andes").is_none());
    assert!(window.get_by_label("2 datasets").is_focused());
}
