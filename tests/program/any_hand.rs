//! The window worked with the keyboard alone: what Tab, F6 and arrows lead to, and where the
//! keyboard is when something opens or closes.

use eframe::egui;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::state::{Command, Drawer, Effect, Page};

use crate::desk::Desk;

/// The window as it is when the program was started, with the datasets that come with it.
fn window() -> Harness<'static, Desk> {
    let steps = Harness::builder()
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(60);
    let mut window = Desk::embedded([]).window_of(steps, [1440.0, 900.0]);
    window.run();
    window
}

/// A key, as pressed: "F6", "Shift+Tab", "Ctrl+K".
fn press(window: &mut Harness<'_, Desk>, keys: &str) {
    let mut modifiers = Modifiers::NONE;
    for part in keys.split('+') {
        match part {
            "Shift" => modifiers |= Modifiers::SHIFT,
            "Ctrl" => modifiers |= Modifiers::COMMAND,
            name => {
                let key = Key::from_name(name).unwrap_or_else(|| panic!("{name} is no key"));
                window.key_press_modifiers(modifiers, key);
            }
        }
    }
    window.run();
}

/// What has the keyboard: its role and name.
fn focus(window: &Harness<'_, Desk>) -> Option<(Role, String)> {
    let nodes = window.root().children_recursive();
    let focused = nodes
        .into_iter()
        .find(|node| node.accesskit_node().is_focused())?;
    let node = focused.accesskit_node();
    Some((
        node.role(),
        node.label().or(node.value()).unwrap_or_default(),
    ))
}

/// Everything that Tab leads to on a page, until it begins again.
fn tabbed(window: &mut Harness<'_, Desk>) -> Vec<(Role, String)> {
    let mut all = Vec::new();
    for _ in 0..200 {
        press(window, "Tab");
        let at = focus(window).unwrap_or_else(|| panic!("Tab leads nowhere after {all:?}"));
        if all.first() == Some(&at) {
            return all;
        }
        all.push(at);
    }
    panic!("Tab does not come back to where it began: {all:?}");
}

#[test]
fn tab_comes_back_to_where_it_began_and_everything_it_leads_to_has_a_name() {
    let mut window = window();
    for page in Page::ALL {
        window.state_mut().state.apply(Command::Show(page));
        window.run();
        let all = tabbed(&mut window);
        assert!(all.len() > 1, "{page:?}: {all:?}");
        assert!(
            all.iter().all(|(_, name)| !name.is_empty()),
            "{page:?}: {all:?}"
        );
    }
}

#[test]
fn everything_in_the_panel_that_adds_has_a_name_and_takes_the_keyboard() {
    let mut window = window();
    press(&mut window, "Ctrl+Shift+A");
    let first = focus(&window);
    assert!(first.is_some());
    let all = tabbed(&mut window);
    for name in ["Title of the dataset", "Operation", "Number, number 1"] {
        assert!(all.iter().any(|(_, one)| one == name), "{name}: {all:?}");
    }
    assert!(all.iter().all(|(_, name)| !name.is_empty()), "{all:?}");
    press(&mut window, "Escape");
    assert!(!window.state().state.adding.shown);
}

#[test]
fn the_rail_is_one_stop_with_arrows_inside() {
    let mut window = window();
    let all = tabbed(&mut window);
    let is_page = |name: &str| Page::ALL.iter().any(|page| page.name() == name);
    let tabs = all
        .iter()
        .filter(|(role, name)| *role == Role::Tab && is_page(name));
    assert_eq!(tabs.count(), 1, "{all:?}");
    while focus(&window) != Some((Role::Tab, "Compare".to_owned())) {
        press(&mut window, "Tab");
    }
    press(&mut window, "Down");
    assert_eq!(focus(&window), Some((Role::Tab, "Countries".to_owned())));
    press(&mut window, "Enter");
    assert_eq!(window.state().state.view.page, Page::Countries);
}

#[test]
fn f6_leads_from_part_to_part_and_back() {
    let mut window = window();
    let mut seen = Vec::new();
    for _ in 0..5 {
        press(&mut window, "F6");
        assert!(!seen.contains(&focus(&window)), "{seen:?}");
        seen.push(focus(&window));
    }
    press(&mut window, "Shift+F6");
    assert_eq!(focus(&window), seen[3]);
}

#[test]
fn the_picture_is_one_stop_and_its_evidence_takes_the_keyboard_and_gives_it_back() {
    let mut window = window();
    let picture = |window: &Harness<'_, Desk>| {
        let nodes = window.root().children_recursive();
        let around = |node: &egui_kittest::Node<'_>| {
            let mut parent = node.accesskit_node().parent();
            while let Some(node) = parent {
                if node.role() == Role::Figure {
                    return true;
                }
                parent = node.parent();
            }
            false
        };
        nodes
            .into_iter()
            .any(|node| node.accesskit_node().is_focused() && around(&node))
    };
    let mut stops = 0;
    press(&mut window, "Tab");
    while !picture(&window) {
        press(&mut window, "Tab");
        stops += 1;
        assert!(stops < 100, "Tab never reaches the picture");
    }
    press(&mut window, "Tab");
    assert!(!picture(&window), "one stop");
    press(&mut window, "Shift+Tab");
    assert!(picture(&window));
    press(&mut window, "End");
    let figure = focus(&window);
    press(&mut window, "Enter");
    assert!(window.state().state.drawer.is_some());
    assert!(
        !picture(&window),
        "the keyboard is in the evidence: {:?}",
        focus(&window)
    );
    press(&mut window, "Escape");
    assert!(window.state().state.drawer.is_none());
    assert_eq!(focus(&window), figure);
}

#[test]
fn a_dialog_is_a_closed_world_that_gives_the_keyboard_back() {
    let mut window = window();
    press(&mut window, "F6");
    press(&mut window, "F6");
    let before = focus(&window);
    assert!(before.is_some());
    press(&mut window, "Ctrl+E");
    let inside = tabbed(&mut window);
    assert!(
        !inside.iter().any(|(role, _)| *role == Role::Tab),
        "{inside:?}"
    );
    let behind = window.get_by_role_and_label(Role::Tab, "Cases");
    assert!(
        behind.accesskit_node().is_hidden(),
        "what lies behind is not told"
    );
    press(&mut window, "Escape");
    assert_eq!(focus(&window), before);
}

/// Something to do with the keyboard: keys, or words to type.
enum Act {
    Press(&'static str),
    Type(&'static str),
}

/// Does something from a cold start, in at most six actions.
fn done(acts: &[Act]) -> Harness<'static, Desk> {
    assert!(acts.len() <= 6);
    let mut window = window();
    for act in acts {
        match act {
            Act::Press(keys) => press(&mut window, keys),
            Act::Type(words) => {
                window.event(egui::Event::Text((*words).to_owned()));
                window.run();
            }
        }
    }
    window
}

/// Presses what has a name, from a cold start, in at most six actions.
fn pressed(names: &[&str]) -> Harness<'static, Desk> {
    assert!(names.len() <= 6);
    let mut window = window();
    for name in names {
        window.get_by_label(name).click();
        window.run();
    }
    window
}

fn has_opened(window: &Harness<'_, Desk>, is_meant: impl Fn(&Drawer) -> bool) -> bool {
    window.state().state.drawer.as_ref().is_some_and(is_meant)
}

fn is_morocco(drawer: &Drawer) -> bool {
    matches!(drawer, Drawer::Country { code } if code == "MAR")
}

#[test]
fn the_five_jobs_take_at_most_six_actions_with_the_keyboard_alone() {
    use Act::{Press, Type};
    let search = |words| [Press("Ctrl+K"), Type(words), Press("Enter")];
    let officers = done(&search("officers"));
    let metrics = &officers.state().state.view.comparison.metrics;
    assert!(metrics.iter().any(|id| id == "officers"), "{metrics:?}");
    assert!(has_opened(&done(&search("morocco")), is_morocco));
    let case = done(&search("pyramid scheme"));
    let is_read = case.state().state.view.cases.selected.is_some();
    assert!(is_read || has_opened(&case, |one| matches!(one, Drawer::Case { .. })));
    let source = done(&search("radio nicaragua"));
    assert!(has_opened(&source, |one| matches!(
        one,
        Drawer::Source { .. }
    )));
    let saved = done(&[Press("Ctrl+E"), Press("Enter")]);
    let effects = &saved.state().effects;
    assert!(
        effects.iter().any(|one| matches!(one, Effect::Export(..))),
        "{effects:?}"
    );
}

#[test]
fn the_five_jobs_take_at_most_six_actions_with_the_pointer_alone() {
    let officers = pressed(&["Officers"]);
    let metrics = &officers.state().state.view.comparison.metrics;
    assert!(metrics.iter().any(|id| id == "officers"), "{metrics:?}");
    let row_of = |page, role, words| {
        let mut window = pressed(&[page]);
        let row = window.get_all_by_role(role).find(|row| {
            let name = row.accesskit_node().label().unwrap_or_default();
            name.contains(words)
        });
        row.unwrap_or_else(|| panic!("{page} has no row of {words}"))
            .click();
        window.run();
        window
    };
    let algeria = row_of("Countries", Role::RowHeader, "Algeria");
    assert!(has_opened(
        &algeria,
        |one| matches!(one, Drawer::Country { code } if code == "DZA")
    ));
    let source = row_of("Sources", Role::Row, "Interpol rescata");
    assert!(has_opened(&source, |one| matches!(
        one,
        Drawer::Source { .. }
    )));
    let mut cases = pressed(&["Cases"]);
    let second = cases
        .get_all_by_label_contains("Migrants found in Croatia")
        .next();
    second.expect("the list has the case").click();
    cases.run();
    assert!(cases.state().state.view.cases.selected.is_some());
    let saved = pressed(&["Export…", "Save"]);
    let effects = &saved.state().effects;
    assert!(
        effects.iter().any(|one| matches!(one, Effect::Export(..))),
        "{effects:?}"
    );
}
