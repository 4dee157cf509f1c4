//! The cases, and one of them.

use std::sync::Arc;

use eframe::egui;
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use opatlas::model::Case;
use opatlas::query::countries::CountryChoice;
use opatlas::state::{Command, Page};

use super::{dataset, on, read, rows, window};
use crate::desk::Desk;

#[test]
fn a_menu_narrowed_to_what_is_not_open_names_it() {
    let mut desk = on(Page::Countries);
    let choice = CountryChoice::of_operation("gone");
    desk.apply(Command::ChooseCountries(choice));
    window(desk).get_by_label("Take off: In gone");
    let mut desk = on(Page::Cases);
    let mut choice = desk.state.view.cases.clone();
    choice.crime = Some("gone".to_owned());
    desk.apply(Command::ChooseCases(choice));
    window(desk).get_by_label("Crime: gone");
}

#[test]
fn arrows_lead_through_the_cases_and_choose_them() {
    let mut harness = window(on(Page::Cases));
    harness
        .get_by_label_contains("Pyramid scheme, Liberterra II")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert_eq!(
        harness.state().state.view.cases.selected.as_deref(),
        Some("farms")
    );
    harness.key_press(Key::End);
    harness.run();
    assert_eq!(
        harness.state().state.view.cases.selected.as_deref(),
        Some("raid")
    );
    harness.get_by_label("What happened in Café raid.");
}

#[test]
fn what_a_case_leaves_unreported_stands_in_one_line() {
    let mut desk = on(Page::Cases);
    desk.state.view.cases.selected = Some("farms".to_owned());
    let harness = window(desk);
    harness.get_by_label(
        "Not reported: people found, arrests, seizures, route, day. Liberterra II ran 29 September \
         to 4 October 2024.",
    );
}

#[test]
fn a_card_leads_to_a_case_that_the_filters_hid() {
    let mut desk = on(Page::Cases);
    desk.state.view.cases.country = Some("MLI".to_owned());
    let mut harness = desk.window([1280.0, 1400.0]);
    assert_eq!(rows(&harness).len(), 1);
    let link = Role::Link;
    harness
        .get_by_role_and_label(link, "Farms, Liberterra II · Argentina")
        .click();
    harness.run();
    assert_eq!(rows(&harness).len(), 3);
    harness.get_by_label("What happened in Farms.");
}

#[test]
fn keys_and_buttons_lead_to_the_next_case_and_back() {
    let mut harness = window(on(Page::Cases));
    let read = |harness: &Harness<'_, Desk>| harness.state().state.view.cases.selected.clone();
    harness.get_by_label("1 of 3");
    harness.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowDown);
    harness.run();
    assert_eq!(read(&harness).as_deref(), Some("farms"));
    harness.get_by_label("Next case (Alt+Down)").click();
    harness.run();
    assert_eq!(read(&harness).as_deref(), Some("raid"));
    harness.key_press_modifiers(egui::Modifiers::ALT, Key::ArrowUp);
    harness.run();
    assert_eq!(read(&harness).as_deref(), Some("farms"));
}

#[test]
fn on_a_narrow_page_a_case_lies_over_the_list_and_leads_back() {
    let mut harness = on(Page::Cases).window([700.0, 600.0]);
    assert_eq!(rows(&harness).len(), 3);
    assert!(harness.query_by_label("What happened in Farms.").is_none());
    for way_back in [None, Some("Back to the list")] {
        harness
            .get_by_label_contains("Farms, Liberterra II")
            .click();
        harness.run();
        harness.get_by_label("What happened in Farms.");
        assert!(rows(&harness).is_empty(), "the case covers the list");
        match way_back {
            None => harness.key_press(Key::Escape),
            Some(name) => harness.get_by_label(name).click(),
        }
        harness.run();
        assert_eq!(rows(&harness).len(), 3);
    }
}

#[test]
fn the_list_of_cases_keeps_its_place_while_other_pages_are_shown() {
    let mut desk = on(Page::Cases);
    let mut many = dataset();
    let one = many.cases[1].clone();
    let case = |number: usize| Case {
        id: format!("c{number}").as_str().into(),
        title: format!("Case {number}"),
        ..(*one).clone()
    };
    many.cases = (0..60).map(|number| Arc::new(case(number))).collect();
    desk.apply(read(Some(many), Vec::new()));
    let mut harness = window(desk);
    harness
        .get_by_label("Case 40, Liberterra II · Argentina")
        .scroll_to_me();
    harness.run();
    let top = |harness: &Harness<'_, Desk>| {
        harness
            .get_by_label("Case 40, Liberterra II · Argentina")
            .rect()
            .top()
    };
    let before = top(&harness);
    harness
        .get_by_label("Case 40, Liberterra II · Argentina")
        .click();
    harness.run();
    assert!(
        (top(&harness) - before).abs() < 0.5,
        "opening a case moves no row"
    );
    for page in [Page::Countries, Page::Cases] {
        harness.state_mut().apply(Command::Show(page));
        harness.run();
    }
    assert!((top(&harness) - before).abs() < 0.5, "nor does coming back");
}

#[test]
fn a_case_tells_its_numbers_in_words_with_every_report() {
    let harness = window(on(Page::Cases));
    harness.get_by_label("24");
    harness.get_by_label("potential victims");
    harness.get_by_label("1 of 2 reports disagrees");
    harness.get_by_label(
        "24 · INTERPOL, 6 November 2024 (official) · preferred: official before news",
    );
    harness.get_by_label("more than 30 · The Écho, 2 January 2025 (news) · disagrees");
    harness.get_by_label("of them women");
    harness.get_by_label("Togo → found in Mali → bound for North America");
    harness
        .get_by_label("Pyramid scheme, Liberterra II · Mali, 24 potential victims · 10 arrested");
}
