//! What choosing countries promises: whoever is chosen in a list, a grid or a map is chosen everywhere,
//! narrows cases and what is compared, is shown and taken off in one place, and is saved with the
//! view.

use crate::desk::Desk;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::chart::Kind;
use opatlas::query::countries::{CountryChoice, Fill};
use opatlas::state::{Command, CountriesAs, Page, Tab, View};
use opatlas::ui::Action;

fn choose(code: &str) -> Command {
    Command::ToggleCountry(code.to_owned())
}

/// The labels of what has a role and begins so.
fn labels(window: &Harness<'_, Desk>, role: Role, begins: &str) -> Vec<String> {
    let nodes = window.get_all_by_role(role);
    let labels = nodes.filter_map(|node| node.accesskit_node().label());
    labels.filter(|label| label.starts_with(begins)).collect()
}

#[test]
fn countries_chosen_narrow_the_cases_until_they_are_taken_off() {
    let all = Desk::embedded([Command::Show(Page::Cases)]);
    let cases = all.state.atlas.cases.len();
    let desk = Desk::embedded([choose("ESP"), choose("MAR"), Command::Show(Page::Cases)]);
    let of_these = desk.state.atlas.cases.iter().filter(|case| {
        let named = case.countries_named();
        named
            .iter()
            .any(|country| ["ESP", "MAR"].contains(&country.code()))
    });
    let of_these = of_these.count();
    assert!(of_these > 0 && of_these < cases);
    let mut window = desk.window([1200.0, 800.0]);
    let counts = format!("{of_these} of {cases} cases shown");
    window.get_by_label(&counts);
    window
        .get_by_label("Only Spain and Morocco: show every country again")
        .click();
    window.run();
    window.get_by_label(&format!("{cases} cases in the open datasets"));
}

#[test]
fn countries_chosen_are_shown_and_taken_off_in_the_strip_and_stand_alone_beside_it() {
    let mut window = Desk::embedded([
        choose("ESP"),
        Command::SetKind(Kind::Bars),
        Command::ShowTab(Tab::Countries),
    ])
    .window([1440.0, 900.0]);
    assert_eq!(
        labels(&window, Role::ListBoxOption, "").len(),
        1,
        "in the panel"
    );
    window
        .get_by_label("Only Spain: show every country again")
        .click();
    window.run();
    assert!(labels(&window, Role::ListBoxOption, "").len() > 5);
    assert!(window.state().state.view.only.is_empty());
}

#[test]
fn a_choice_is_a_step_to_take_back_and_is_saved_with_the_view() {
    let mut desk = Desk::embedded([choose("ESP"), choose("MAR"), choose("ESP")]);
    assert_eq!(desk.state.view.only, ["MAR"]);
    let saved = View::from_text(&desk.state.view.to_text()).unwrap();
    assert_eq!(saved.only, ["MAR"]);
    desk.apply(Command::Undo);
    assert_eq!(desk.state.view.only, ["ESP", "MAR"]);
    let older = View::from_text("(named: [\"TGO\"])").unwrap();
    assert_eq!(older.only, ["TGO"], "what was named on a map before");
}

#[test]
fn a_country_is_chosen_by_keyboard_in_list_grid_and_map() {
    for shown_as in CountriesAs::ALL {
        let mut window = Desk::embedded([
            Command::Show(Page::Countries),
            Command::ShowCountriesAs(shown_as),
            Command::ChooseCountries(CountryChoice {
                typed: "Spain".to_owned(),
                ..CountryChoice::default()
            }),
        ])
        .window([1200.0, 900.0]);
        let role = match shown_as {
            CountriesAs::List => Role::Row,
            CountriesAs::Grid | CountriesAs::Map => Role::Button,
        };
        let spain = labels(&window, role, "Spain");
        let spain = spain.iter().find(|label| label.contains("Liberterra II"));
        let spain = spain
            .unwrap_or_else(|| panic!("{shown_as:?}: no Spain"))
            .clone();
        window.get_by_role_and_label(role, &spain).focus();
        window.run();
        window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::Enter);
        window.run();
        assert_eq!(window.state().state.view.only, ["ESP"], "{shown_as:?}");
        window.get_by_label("Take off: Chosen: Spain");
        window.key_press(Key::Enter);
        window.run();
        assert!(window.state().state.drawer.is_some(), "{shown_as:?}: opens");
        window.get_by_label("Choose Spain no more");
    }
}

/// What is read of what has the keyboard.
fn heard(window: &Harness<'_, Desk>) -> String {
    let mut nodes = window.root().children_recursive();
    let focused = nodes.find(|node| node.accesskit_node().is_focused());
    let label = focused.and_then(|node| node.accesskit_node().label());
    label.unwrap_or_default()
}

#[test]
fn arrows_walk_from_country_to_country_each_with_its_name_operations_and_role() {
    for shown_as in CountriesAs::ALL {
        let mut window = Desk::embedded([
            Command::Show(Page::Countries),
            Command::ShowCountriesAs(shown_as),
            Command::ChooseCountries(CountryChoice {
                typed: "Western Africa".to_owned(),
                ..CountryChoice::default()
            }),
        ])
        .window([1200.0, 900.0]);
        // From the search to what stands under it.
        window.get_by_label("Search countries").focus();
        window.run();
        let mut heard_of: Vec<String> = Vec::new();
        for _ in 0..40 {
            let says = heard(&window);
            if says.contains("Senegal") && says.contains("Liberterra II") {
                heard_of.push(says);
                break;
            }
            let inside = says.contains("took part in") || says.starts_with("Field");
            let key = if inside { Key::ArrowDown } else { Key::Tab };
            window.key_press(key);
            window.run();
            heard_of.push(says);
        }
        let senegal = heard_of.last().unwrap();
        assert!(senegal.starts_with("Senegal"), "{shown_as:?}: {heard_of:?}");
        let role = match shown_as {
            CountriesAs::List => "coordination unit of Liberterra II",
            CountriesAs::Grid | CountriesAs::Map => "hosted a coordination unit of Liberterra II",
        };
        assert!(senegal.contains(role), "{shown_as:?}: {senegal}");
    }
}

#[test]
fn arrows_walk_a_grid_along_a_country_and_along_an_operation() {
    let mut window = Desk::embedded([
        Command::Show(Page::Countries),
        Command::ShowCountriesAs(CountriesAs::Grid),
        Command::ChooseCountries(CountryChoice {
            typed: "Western Africa".to_owned(),
            ..CountryChoice::default()
        }),
    ])
    .window([1200.0, 900.0]);
    let benin = labels(&window, Role::Button, "Benin: ");
    window.get_by_label(&benin[0]).focus();
    window.run();
    let mut press = |key| {
        window.key_press(key);
        window.run();
        heard(&window)
    };
    press(Key::ArrowRight);
    let there = press(Key::ArrowRight);
    assert_eq!(there, "Benin in Liberterra II: took part");
    let below = press(Key::ArrowDown);
    assert!(below.contains("in Liberterra II: "), "{below}");
    assert!(!below.starts_with("Benin"), "{below}");
    assert_eq!(press(Key::ArrowUp), there);
    press(Key::ArrowLeft);
    assert_eq!(press(Key::ArrowLeft), benin[0]);
    let next = press(Key::ArrowDown);
    assert!(next.contains("took part in"), "a country: {next}");
}

#[test]
fn the_search_over_everything_shows_countries_as_list_grid_and_map_and_fills_maps() {
    let mut desk = Desk::embedded([]);
    for shown_as in [CountriesAs::Grid, CountriesAs::List, CountriesAs::Map] {
        for command in Action::List(shown_as).commands(&desk.state) {
            desk.apply(command);
        }
        assert_eq!(desk.state.view.page, Page::Countries);
        assert_eq!(desk.state.view.countries_as, shown_as);
    }
    for page in [Page::Compare, Page::Cases, Page::Countries] {
        desk.apply(Command::Show(page));
        desk.apply(Command::SetKind(Kind::Map));
        for command in Action::Fill(Fill::Role).commands(&desk.state) {
            desk.apply(command);
        }
        assert_eq!(desk.state.view.fill, Fill::Role);
        assert_eq!(desk.state.view.kind_shown(), Kind::Map);
        let stays = if page == Page::Compare {
            page
        } else {
            Page::Countries
        };
        assert_eq!(desk.state.view.page, stays);
    }
}

#[test]
fn the_picture_of_the_countries_page_follows_its_narrowing_and_its_own_part_of_the_world() {
    let mut desk = Desk::embedded([
        Command::Show(Page::Countries),
        Command::ShowCountriesAs(CountriesAs::Map),
    ]);
    let part = opatlas::chart::Zoom {
        x: (-0.5, 0.5),
        y: Some((0.0, 0.5)),
    };
    desk.apply(Command::LookAt(Some(part)));
    assert_eq!(
        (desk.state.view.world, desk.state.view.zoom),
        (Some(part), None)
    );
    let pictured = desk.state.view.pictured(&desk.state.atlas);
    assert_eq!((pictured.kind, pictured.zoom), (Kind::Map, Some(part)));
    assert_eq!(pictured.comparison.operations.len(), 16);
    for command in [choose("ESP"), Command::ShowCountriesAs(CountriesAs::Grid)] {
        desk.apply(command);
    }
    let grid = desk.state.view.pictured(&desk.state.atlas);
    assert!(
        grid.only.is_empty(),
        "the others stay there to be chosen too"
    );
    desk.apply(Command::Show(Page::Compare));
    assert_eq!(desk.state.view.pictured(&desk.state.atlas), desk.state.view);
}
