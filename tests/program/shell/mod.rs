//! The window around the pages: found and pressed by the names a screen reader says.

mod files;
mod finder;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui;
use egui::{Key, Modifiers, Rect};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::model::fault::FileFault;
use opatlas::model::{Dataset, Problem, Severity};
use opatlas::state::{Command, FileRead, Hint, Page};

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

fn window(commands: impl IntoIterator<Item = Command>) -> Harness<'static, Desk> {
    Desk::of(commands).window([1024.0, 700.0])
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
