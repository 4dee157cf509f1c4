//! The countries, and one of them.

use eframe::egui;
use egui::Key;
use egui::accesskit::{Role, SortDirection};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::model::{Country, Operation};
use opatlas::query::countries::CountryChoice;
use opatlas::state::{Command, Drawer, Page};

use super::{dataset, on, read, rows, window};
use crate::desk::Desk;

/// A head of a table.
fn head<'a>(harness: &'a Harness<'_, Desk>, name: &'a str) -> egui_kittest::Node<'a> {
    harness.get_by_role_and_label(Role::ColumnHeader, name)
}

#[test]
fn a_country_says_what_it_took_part_in_and_what_nobody_knows() {
    let harness = window(on(Page::Countries));
    harness.get_by_label(
        "Togo, Western Africa, took part in Liberterra II, list of Liberterra III unknown, 1 case",
    );
    // Named in a case only: it did not take part in what has a complete list, and nothing is
    // said of the other.
    harness.get_by_label(
        "Mali, Western Africa, not on the list of Liberterra II, list of Liberterra III unknown, 1 case",
    );
}

#[test]
fn a_country_is_found_without_its_accents() {
    let mut harness = window(on(Page::Countries));
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::F);
    harness.run();
    harness.get_by_label("Search countries").type_text("cote");
    harness.run();
    assert_eq!(rows(&harness).len(), 1);
    assert!(rows(&harness)[0].starts_with("Côte d’Ivoire, "));
}

#[test]
fn a_search_without_result_says_what_was_searched_and_can_be_undone() {
    let mut desk = on(Page::Countries);
    let mut choice = desk.state.view.countries.clone();
    choice.typed = "Atlantis".to_owned();
    desk.apply(Command::ChooseCountries(choice));
    let mut harness = window(desk);
    harness.get_by_label("No country is known to match");
    harness.get_by_label("Show every country").click();
    harness.run();
    assert_eq!(rows(&harness).len(), 5);
}

#[test]
fn a_header_sorts_from_the_largest_count_and_then_the_other_way() {
    let mut harness = window(on(Page::Countries));
    let sorted =
        |harness: &Harness<'_, Desk>, name| head(harness, name).accesskit_node().sort_direction();
    assert!(rows(&harness)[0].starts_with("Argentina"));
    assert_eq!(sorted(&harness, "Country"), Some(SortDirection::Ascending));
    head(&harness, "Country").click();
    harness.run();
    assert!(rows(&harness)[0].starts_with("Türkiye"));
    head(&harness, "Took part").click();
    harness.run();
    assert!(rows(&harness)[4].starts_with("Mali"));
    assert_eq!(
        sorted(&harness, "Took part"),
        Some(SortDirection::Descending)
    );
    assert_eq!(sorted(&harness, "Country"), None);
    head(&harness, "Took part").click();
    harness.run();
    assert!(rows(&harness)[0].starts_with("Mali"));
}

#[test]
fn the_head_of_an_operation_says_that_it_has_no_list_and_narrows_the_countries() {
    let mut harness = window(on(Page::Countries));
    head(
        &harness,
        "Liberterra III, 2025, 119 countries counted, no list published",
    );
    let whole = "Liberterra II, 2024, 4 countries counted, list complete";
    head(&harness, whole).click();
    harness.run();
    harness.get_by_label("Only those that did not").click();
    harness.run();
    // The list is complete, so of every other country of the world one knows that it was not in it.
    let others = rows(&harness);
    assert_eq!(others.len(), Country::all().count() - 4);
    for (name, is_shown) in [("Mali", true), ("Chad", true), ("Togo", false)] {
        assert_eq!(
            others.iter().any(|row| row.starts_with(name)),
            is_shown,
            "{name}"
        );
    }
    harness
        .get_by_label("Take off: Not in Liberterra II")
        .click();
    harness.run();
    assert_eq!(rows(&harness).len(), 5);
    head(&harness, whole).click();
    harness.run();
    harness.get_by_label("About Liberterra II").click();
    harness.run();
    let operation = "l2".to_owned();
    assert_eq!(
        harness.state().state.drawer,
        Some(Drawer::Operation { operation })
    );
}

#[test]
fn an_answer_about_an_operation_without_a_list_says_what_nobody_can_tell() {
    let mut desk = on(Page::Countries);
    let choice = CountryChoice::of_operation("l3");
    desk.apply(Command::ChooseCountries(choice));
    let harness = window(desk);
    harness.get_by_label("No country is known to match");
    harness.get_by_label(
        "No country for certain. Of 250 others nobody can tell: the list of Liberterra III is \
         missing or incomplete.",
    );
}

#[test]
fn what_is_asked_of_an_operation_without_a_list_can_go_on_from_its_menu_and_the_heads() {
    let mut harness = window(on(Page::Countries));
    harness.get_by_label("Took part in: every").click();
    harness.run();
    harness.get_by_label("Every country");
    harness.get_by_label("Liberterra II, 4");
    harness.get_by_label("Liberterra III, not known").click();
    harness.run();
    harness.get_by_label("Took part in: Liberterra III");
    harness.get_by_label("No country is known to match");
    head(
        &harness,
        "Liberterra III, 2025, 119 countries counted, no list published",
    )
    .click();
    harness.run();
    harness
        .get_by_label("Those in any operation so marked")
        .click();
    harness.run();
    let whole = "Liberterra II, 2024, 4 countries counted, list complete";
    head(&harness, whole).click();
    harness.run();
    harness
        .get_by_label("Those in any operation so marked")
        .click();
    harness.run();
    assert_eq!(rows(&harness).len(), 4);
    harness.get_by_label("Took part in: 2 operations");
}

#[test]
fn the_countries_are_counted_by_what_is_known_of_them() {
    let harness = window(on(Page::Countries));
    harness.get_by_label(
        "5 countries: 4 known to have taken part, 1 only named in cases · of 2 operations 1 \
         published no list",
    );
    for sign in [
        "took part",
        "hosted a coordination unit",
        "named in a case only",
    ] {
        assert!(harness.query_all_by_label(sign).next().is_some(), "{sign}");
    }
}

#[test]
fn a_cell_says_what_is_known_of_a_country_in_an_operation() {
    let mut harness = window(on(Page::Countries));
    let cells: Vec<String> = harness
        .get_by_label_contains("Mali, Western Africa")
        .children_recursive()
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(
        cells,
        [
            "Mali",
            "not known",
            "1",
            "named in a case only",
            "no list published"
        ]
    );
    harness.get_by_label_contains("Argentina, ").focus();
    harness.run();
    for key in [Key::ArrowRight, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    harness.get_by_role_and_label(Role::Heading, "Argentina in Liberterra II");
    harness.get_by_label("Took part: it hosted a coordination unit. Named in a case.");
    harness.get_by_label("Farms");
}

#[test]
fn of_many_operations_only_those_in_sight_are_drawn() {
    let shapes = |count: usize| {
        let mut many = dataset();
        let mut one = many.operations[0].clone();
        one.countries.listed = Country::all().take(200).collect();
        let operation = |number: usize| Operation {
            id: format!("o{number}").as_str().into(),
            name: format!("O {number}"),
            ..one.clone()
        };
        many.operations = (0..count).map(operation).collect();
        many.cases.clear();
        let desk = Desk::of([read(Some(many), Vec::new()), Command::Show(Page::Countries)]);
        window(desk).output().shapes.len()
    };
    let (few, many) = (shapes(30), shapes(400));
    assert!(
        many < few * 2,
        "{few} shapes for 30 operations, {many} for 400"
    );
}

#[test]
fn a_country_opens_beside_the_list_and_esc_closes_it() {
    let mut harness = window(on(Page::Countries));
    harness.get_by_label_contains("Mali, ").click();
    harness.run();
    assert_eq!(
        harness.state().state.drawer,
        Some(Drawer::Country {
            code: "MLI".to_owned()
        })
    );
    harness.get_by_label("On no published list.");
    harness.get_by_label("A country named in a case did not take part for that reason alone.");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().state.drawer, None);
}

#[test]
fn a_list_is_one_stop_of_the_tab_key() {
    let mut harness = window(on(Page::Countries));
    harness.get_by_label_contains("Argentina, ").focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::ArrowDown);
    harness.run();
    assert!(
        harness
            .get_by_label_contains("Mali, Western Africa")
            .is_focused()
    );
    harness.key_press_modifiers(egui::Modifiers::SHIFT, Key::Tab);
    harness.run();
    let heads = harness.get_all_by_role(Role::ColumnHeader);
    assert!(heads.into_iter().any(|head| head.is_focused()));
    harness.key_press(Key::Tab);
    harness.run();
    assert!(
        harness
            .get_by_label_contains("Mali, Western Africa")
            .is_focused()
    );
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(
        harness.state().state.drawer,
        Some(Drawer::Country {
            code: "MLI".to_owned()
        })
    );
}

#[test]
fn those_that_took_part_in_an_operation_come_first_by_a_click_on_its_head() {
    let mut harness = window(Desk::embedded([Command::Show(Page::Countries)]));
    let first = |harness: &Harness<'_, Desk>| rows(harness).first().cloned().unwrap_or_default();
    assert!(first(&harness).starts_with("Albania"));
    let is_it = |head: &egui_kittest::Node<'_>| {
        let name = head.accesskit_node().label().unwrap_or_default();
        name.starts_with("Turquesa II,")
    };
    harness
        .get_all_by_role(Role::ColumnHeader)
        .find(is_it)
        .unwrap()
        .click();
    harness.run();
    harness.get_by_label("Those that took part first").click();
    harness.run();
    assert!(first(&harness).starts_with("Brazil"), "{}", first(&harness));
    head(&harness, "Country").click();
    harness.run();
    assert!(first(&harness).starts_with("Albania"));
}

#[test]
fn a_country_leads_to_those_before_and_after_it_and_tells_its_part_in_routes_and_its_sources() {
    let mut desk = on(Page::Countries);
    desk.apply(Command::OpenDrawer(Drawer::Country {
        code: "MLI".to_owned(),
    }));
    let mut harness = window(desk);
    harness.get_by_label_contains("On its route: ");
    let shown = rows(&harness);
    let here = shown
        .iter()
        .position(|row| row.starts_with("Mali"))
        .unwrap();
    let after = shown[(here + 1) % shown.len()]
        .split(',')
        .next()
        .unwrap()
        .to_owned();
    harness
        .get_by_label(&format!("Country after: {after}"))
        .click();
    harness.run();
    harness.get_by_label_contains("Country before: Mali");
}
