//! Search and the command palette.

use eframe::egui;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::state::{Command, Drawer, Page};
use opatlas::ui::Action;

use super::window;
use crate::desk::Desk;

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
