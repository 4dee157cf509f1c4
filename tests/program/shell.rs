//! The window around the pages: found and pressed by the names a screen reader says.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;
use egui::{Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::model::fault::FileFault;
use opatlas::model::{Dataset, Problem, Severity};
use opatlas::state::{Command, Drawer, Effect, FileRead, Hint, Page, Recent};
use opatlas::ui::Action;

use crate::desk::Desk;

fn read(name: &str, title: &str, problems: Vec<Problem>) -> Command {
    let dataset = Dataset {
        file: name.to_owned(),
        title: title.to_owned(),
        ..Dataset::default()
    };
    Command::ReadingDone(Box::new(FileRead {
        path: Some(PathBuf::from("/data").join(name)),
        name: name.to_owned(),
        dataset: Some(Arc::new(dataset)),
        problems,
        ..FileRead::default()
    }))
}

fn problem(severity: Severity) -> Problem {
    Problem {
        severity,
        file: "a.ron".to_owned(),
        place: None,
        again: Vec::new(),
        fault: FileFault::Empty.into(),
        left_out: None,
    }
}

fn window(commands: impl IntoIterator<Item = Command>) -> Harness<'static, Desk> {
    Desk::of(commands).window([1024.0, 700.0])
}

#[test]
fn every_page_is_chosen_by_its_name_on_the_rail() {
    let mut window = window([]);
    for page in Page::ALL.into_iter().rev() {
        window
            .get_by_role_and_label(egui::Role::Tab, page.name())
            .click();
        window.run();
        assert_eq!(window.state().state.view.page, page);
        for other in Page::ALL {
            let tab = window.get_by_role_and_label(egui::Role::Tab, other.name());
            assert_eq!(
                tab.accesskit_node().is_selected(),
                Some(other == page),
                "{other:?}"
            );
        }
    }
}

#[test]
fn control_and_a_digit_shows_a_page() {
    let mut window = window([]);
    let digits = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5];
    for (page, digit) in Page::ALL.into_iter().zip(digits).rev() {
        window.key_press_modifiers(Modifiers::COMMAND, digit);
        window.run();
        assert_eq!(window.state().state.view.page, page);
    }
}

#[test]
fn undo_and_redo_can_be_pressed_only_when_there_is_something_to_take_back() {
    let mut window = window([]);
    let is_disabled = |window: &Harness<'_, Desk>, name| {
        window
            .get_by_role_and_label(egui::Role::Button, name)
            .accesskit_node()
            .is_disabled()
    };
    assert!(is_disabled(&window, "Undo") && is_disabled(&window, "Redo"));
    window.get_by_label("Cases").click();
    window.run();
    assert!(!is_disabled(&window, "Undo") && is_disabled(&window, "Redo"));
    window.get_by_label("Undo").click();
    window.run();
    assert_eq!(window.state().state.view.page, Page::Compare);
    assert!(is_disabled(&window, "Undo") && !is_disabled(&window, "Redo"));
}

#[test]
fn control_shift_z_makes_a_choice_again_and_takes_none_back() {
    let mut window = window([Command::Show(Page::Cases), Command::Show(Page::Sources)]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.run();
    assert_eq!(window.state().state.view.page, Page::Cases);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.run();
    assert_eq!(window.state().state.view.page, Page::Sources);
}

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
fn escape_closes_what_lies_on_top_and_only_that() {
    let mut window = window([Command::TypePath("/data".to_owned())]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    window.run();
    assert_eq!(
        window.state().state.view.page,
        Page::Compare,
        "keys do nothing behind a panel"
    );
    window.key_press(Key::Escape);
    window.run();
    assert!(window.state().state.path_field.is_none());
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
fn f1_helps_with_signs_shortcuts_the_format_and_the_program() {
    let mut window = window([]);
    window.state_mut().scratch.manual =
        "(\n    // The version. Needed.\n    format: 1,\n)".to_owned();
    window.key_press(Key::F1);
    window.run();
    window.get_by_label("> 1,800  ≥ 178");
    let mut says = |part: &str, text: &str| {
        window
            .get_by_role_and_label(egui::Role::RadioButton, part)
            .click();
        window.run();
        assert!(
            window.query_all_by_label_contains(text).count() > 0,
            "{text}"
        );
    };
    says("Shortcuts", "Ctrl+K or Ctrl+P");
    says("Format", "format: 1");
    says("About", env!("CARGO_PKG_VERSION"));
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Shortcuts").is_none());
}

#[test]
fn the_hint_for_newcomers_goes_for_good() {
    let mut window = window([]);
    window.get_by_label_contains("New here?");
    window.get_by_label("Do not show this again").click();
    window.run();
    assert!(window.query_by_label_contains("New here?").is_none());
    assert_eq!(window.state().state.hint, Hint::Gone);
}

#[test]
fn a_narrow_window_has_its_pages_in_a_menu_and_its_search_as_an_icon() {
    let mut window = window([]);
    window.set_size([540.0, 600.0].into());
    window.run();
    assert!(window.query_by_role(egui::Role::Tab).is_none());
    window.get_by_label("Pages").click();
    window.run();
    window
        .get_by_role_and_label(egui::Role::MenuItemRadio, "Sources")
        .click();
    window.run();
    assert_eq!(window.state().state.view.page, Page::Sources);
    window.get_by_label("Search everything…").click();
    window.run();
    assert!(window.state().scratch.finder.is_some());
}

#[test]
fn nothing_is_cut_in_a_small_window_with_long_titles() {
    let long =
        "Operations against the smuggling of migrants and trafficking in human beings, all years";
    let mut window = window([
        read("a.ron", long, vec![problem(Severity::Error)]),
        read("b.ron", long, Vec::new()),
        Command::Tell {
            text: format!("Opened {}", long.repeat(4)),
            failed: true,
        },
    ]);
    for size in [[1024.0, 700.0], [800.0, 560.0]] {
        window.set_size(size.into());
        for command in [
            Command::Dismiss,
            Command::ShowExport,
            Command::Dismiss,
            Command::TypePath(String::new()),
        ] {
            window.state_mut().apply(command);
            window.run();
            let screen = Rect::from_min_size(egui::Pos2::ZERO, size.into()).expand(1.0);
            for node in window.root().children_recursive() {
                let node = node.accesskit_node();
                // What holds others may go on where it scrolls.
                let holds_others = node.children().next().is_some();
                let Some(bounds) = node.raw_bounds().filter(|_| !holds_others) else {
                    continue;
                };
                let corner = |x: f64, y: f64| egui::pos2(x as f32, y as f32);
                let rect =
                    Rect::from_min_max(corner(bounds.x0, bounds.y0), corner(bounds.x1, bounds.y1));
                let name = node.label().unwrap_or_default();
                // The choices scroll: they may go on below the window, never beside it.
                let scrolls = rect.left() > 72.0 && rect.right() < 320.0;
                let sides = screen.x_range().contains(rect.left())
                    && screen.x_range().contains(rect.right());
                let inside = sides && (scrolls || screen.contains_rect(rect));
                assert!(inside, "{name:?} at {rect:?} in {screen:?}");
            }
        }
        window.state_mut().apply(Command::Dismiss);
    }
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

#[test]
fn the_command_palette_finds_a_page_by_the_first_letters() {
    let mut window = window([]);
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window
        .get_by_role_and_label(egui::Role::TextInput, "Search everything")
        .type_text("sou");
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().state.view.page, Page::Sources);
    assert!(
        window
            .query_by_role_and_label(egui::Role::TextInput, "Search everything")
            .is_none()
    );
}

#[test]
fn every_action_with_a_command_is_carried_out_from_the_palette() {
    for action in Action::all() {
        let mut window = window([]);
        if action == Action::Commands || !action.is_enabled(&window.state().state) {
            continue;
        }
        window.key_press_modifiers(Modifiers::COMMAND, Key::P);
        window.run();
        window
            .get_by_role(egui::Role::TextInput)
            .type_text(action.text());
        window.run();
        window
            .get_all_by_role_and_label(egui::Role::ListBoxOption, action.text())
            .find(|row| {
                let aside = row.accesskit_node().description().unwrap_or_default();
                action.one_of().is_empty() || aside == action.one_of()
            })
            .expect("a row")
            .click();
        window.run();
        assert!(
            window.query_by_role(egui::Role::ListBoxOption).is_none(),
            "{action:?}"
        );
    }
}

/// The window with everything that comes with the program, and something typed into the search.
fn searching(typed: &str) -> Harness<'static, Desk> {
    let embedded = opatlas::app::embedded().into_iter();
    let mut window = window(embedded.map(|read| Command::ReadingDone(Box::new(read))));
    window.key_press_modifiers(Modifiers::COMMAND, Key::K);
    window.run();
    window
        .get_by_role_and_label(egui::Role::TextInput, "Search everything")
        .type_text(typed);
    window.run();
    window
}

#[test]
fn enter_goes_to_what_the_search_found_first() {
    let opened = |typed: &str| {
        let mut window = searching(typed);
        window.key_press(Key::Enter);
        window.run();
        let state = &window.state().state;
        (state.view.page, state.drawer.clone())
    };
    let code = "MAR".to_owned();
    let country = Some(Drawer::Country { code });
    assert_eq!(opened("marruecos"), (Page::Compare, country));
    let operation = "liberterra-3".to_owned();
    let metric = "officers".to_owned();
    let of = operation.clone();
    let figure = Some(Drawer::Figure { operation, metric });
    assert_eq!(opened("14,000"), (Page::Compare, figure));
    let operation = Some(Drawer::Operation { operation: of });
    assert_eq!(opened("liberterra 3"), (Page::Compare, operation));
}

#[test]
fn a_case_that_was_found_is_opened_on_its_page_and_a_metric_is_compared() {
    let mut window = searching("pyramid");
    let case = window.state().state.atlas.cases.iter();
    let case = case
        .clone()
        .find(|case| case.title.contains("yramid"))
        .unwrap()
        .clone();
    window
        .get_by_role_and_label(egui::Role::ListBoxOption, &case.title)
        .click();
    window.run();
    let view = &window.state().state.view;
    assert_eq!(view.page, Page::Cases);
    assert_eq!(view.cases.selected.as_deref(), Some(case.id.as_str()));

    let mut window = searching("officers");
    window.key_press(Key::Enter);
    window.run();
    let view = &window.state().state.view;
    assert_eq!(view.page, Page::Compare);
    assert_eq!(view.comparison.metrics, ["officers"]);
}

#[test]
fn two_countries_lead_to_what_both_took_part_in_and_say_what_nobody_knows() {
    let mut window = searching("Spain, Morocco");
    window.get_by_label("Spain and Morocco both took part in");
    assert!(
        window
            .query_all_by_label_contains("no complete list was published")
            .count()
            > 0
    );
    let options = window.get_all_by_role(egui::Role::ListBoxOption);
    let compare = options.into_iter().find(|option| {
        let name = option.accesskit_node().label().unwrap_or_default();
        name.starts_with("Compare ")
    });
    compare.unwrap().click();
    window.run();
    let view = &window.state().state.view;
    assert_eq!(view.page, Page::Compare);
    assert!(view.comparison.operations.len() > 1);
}

#[test]
fn what_would_do_nothing_is_not_offered_and_what_is_not_found_is_said() {
    let window = searching("undo");
    assert!(
        window
            .query_by_role_and_label(egui::Role::ListBoxOption, "Undo")
            .is_none()
    );
    let window = searching("nothing is called like this");
    window.get_by_label("Nothing is called “nothing is called like this”");
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

#[test]
fn the_bar_at_the_top_fits_any_window_and_nothing_in_it_overlaps() {
    let mut window = window([
        read(
            "a.ron",
            "A dataset with quite a long title",
            vec![problem(Severity::Error)],
        ),
        read("b.ron", "B", Vec::new()),
    ]);
    for width in [
        320.0, 400.0, 479.0, 480.0, 559.0, 560.0, 640.0, 899.0, 900.0, 1024.0, 1440.0,
    ] {
        window.set_size([width, 600.0].into());
        window.run();
        let buttons = window.get_all_by_role(egui::Role::Button);
        let mut places: Vec<(Rect, String)> = buttons
            .map(|node| {
                let name = node.accesskit_node().label().unwrap_or_default();
                (node.rect(), name)
            })
            .filter(|(rect, _)| rect.top() < 44.0)
            .collect();
        places.sort_by(|a, b| a.0.left().total_cmp(&b.0.left()));
        assert!(places.len() >= 6, "{width}: {places:?}");
        for (rect, name) in &places {
            let inside = rect.left() >= 0.0 && rect.right() <= width;
            assert!(inside, "{name} at {rect:?} in {width}");
        }
        for pair in places.windows(2) {
            let apart = pair[0].0.right() <= pair[1].0.left() + 0.5;
            assert!(apart, "{width}: {:?} and {:?}", pair[0], pair[1]);
        }
    }
}

#[test]
fn search_and_help_stay_inside_the_smallest_window() {
    for (key, name) in [(Key::K, "Search everything"), (Key::F1, "Help")] {
        let mut window = window([read("b.ron", "B", Vec::new())]);
        window.set_size([320.0, 240.0].into());
        window.run();
        if key == Key::F1 {
            window.key_press(key);
        } else {
            window.key_press_modifiers(Modifiers::COMMAND, key);
        }
        window.run();
        let dialog = window
            .get_by_role_and_label(egui::Role::Dialog, name)
            .rect();
        let screen = Rect::from_min_size(egui::Pos2::ZERO, [320.0, 240.0].into());
        assert!(screen.contains_rect(dialog), "{name}: {dialog:?}");
    }
}
