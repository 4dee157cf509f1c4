//! The pages as a person finds them with a screen reader and a keyboard: what each row says,
//! what keys do, what a click opens.

use std::sync::Arc;

use eframe::egui;
use egui::Key;
use egui::accesskit::{Role, SortDirection};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::model::fault::{Noun, NumberFault, NumberForm, RecordFault};
use opatlas::model::{
    Among, Case, CoordinationUnit, Country, Crime, Dataset, Days, Fault, Figure, Grade, Group,
    Metric, Operation, PartialDate, Participation, People, Place, Problem, Quantity, Report,
    Severity, Source, Step, Stop, Who,
};
use opatlas::query::countries::CountryChoice;
use opatlas::state::{Command, Drawer, FileRead, Page};

use crate::desk::{Desk, with_problems};

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap_or_else(|| panic!("{code} is no country"))
}

fn report(quantity: Quantity, source: &str) -> Report {
    Report::of(quantity, source)
}

fn source(publisher: &str, title: &str, grade: Grade, date: &str) -> Source {
    Source {
        publisher: publisher.to_owned(),
        title: title.to_owned(),
        date: PartialDate::parse(date),
        address: Ok(format!("https://example.org/{date}")),
        grade,
        note: None,
    }
}

fn operation(id: &str, name: &str, days: (&str, &str), counted: u64, listed: &[&str]) -> Operation {
    let day = |text| PartialDate::parse(text).unwrap_or_else(|| panic!("{text} is no date"));
    Operation {
        family: "Liberterra".to_owned(),
        lead: vec!["INTERPOL".to_owned()],
        days: Some(Days {
            first: day(days.0),
            last: day(days.1),
        }),
        countries: Participation {
            count: vec![report(Quantity::Exactly(counted), "release")],
            listed: listed.iter().map(|code| country(code)).collect(),
            sources: vec!["release".into()],
            note: None,
        },
        figures: vec![Figure {
            metric: "arrests".into(),
            reports: vec![
                report(Quantity::MoreThan(2600), "paper"),
                Report {
                    wording: Some("arrests".to_owned()),
                    ..report(Quantity::Exactly(2517), "release")
                },
            ],
        }],
        sources: vec!["release".into()],
        ..Operation::named(id, name)
    }
}

fn case(id: &str, title: &str, countries: &[&str]) -> Case {
    Case {
        id: id.into(),
        operation: "l2".into(),
        title: title.to_owned(),
        summary: format!("What happened in {title}."),
        date: None,
        countries: countries.iter().map(|code| country(code)).collect(),
        crimes: vec![Crime::Trafficking],
        found: Vec::new(),
        arrested: Vec::new(),
        alleged: Vec::new(),
        suspected: Vec::new(),
        seized: Vec::new(),
        route: Vec::new(),
        sources: vec!["release".into()],
        note: None,
    }
}

fn dataset() -> Dataset {
    let mut second = operation(
        "l2",
        "Liberterra II",
        ("2024-09-29", "2024-10-04"),
        4,
        &["CIV", "TGO", "TUR", "ARG"],
    );
    second.coordination_units = vec![CoordinationUnit {
        country: country("ARG"),
        place: None,
        note: None,
        sources: Vec::new(),
    }];
    let third = operation(
        "l3",
        "Liberterra III",
        ("2025-11-10", "2025-11-21"),
        119,
        &[],
    );
    let mut mali = case("mali", "Pyramid scheme", &["MLI"]);
    mali.found = vec![People {
        who: Who::PotentialVictims,
        reports: vec![
            report(Quantity::Exactly(24), "release"),
            report(Quantity::MoreThan(30), "paper"),
        ],
        nationalities: vec![country("TGO")],
        regions: Vec::new(),
        among: vec![Among {
            who: Group::Women,
            reports: vec![report(Quantity::Dozens, "release")],
        }],
        note: None,
    }];
    mali.arrested = vec![report(Quantity::Exactly(10), "release")];
    mali.route = vec![
        Stop {
            step: Step::Origin,
            country: Some(country("TGO")),
            place: None,
        },
        Stop {
            step: Step::Found,
            country: Some(country("MLI")),
            place: None,
        },
        Stop {
            step: Step::Destination,
            country: None,
            place: Some("North America".to_owned()),
        },
    ];
    let cases = vec![
        mali,
        case("farms", "Farms", &["ARG"]),
        case("raid", "Café raid", &["CIV"]),
    ];
    Dataset {
        file: "test.ron".to_owned(),
        title: "Test".to_owned(),
        summary: None,
        sources: [
            (
                "release",
                source("INTERPOL", "Global raids", Grade::Official, "2024-11-06"),
            ),
            (
                "paper",
                source("The Écho", "Thousands held", Grade::News, "2025-01-02"),
            ),
        ]
        .into_iter()
        .map(|(id, source)| (id.into(), source))
        .collect(),
        metrics: vec![Metric {
            id: "arrests".into(),
            label: "Arrests".to_owned(),
            unit: "people".to_owned(),
            definition: "Everyone arrested".to_owned(),
            part_of: None,
            not_per: Vec::new(),
        }],
        operations: vec![second, third],
        cases: cases.into_iter().map(Arc::new).collect(),
        gaps: opatlas::model::Gaps::default(),
        print: 0,
        places: std::collections::BTreeMap::new(),
        case_places: Vec::new(),
    }
}

fn read(dataset: Option<Dataset>, problems: Vec<Problem>) -> Command {
    Command::ReadingDone(Box::new(FileRead {
        path: None,
        name: "test.ron".to_owned(),
        dataset: dataset.map(Arc::new),
        problems,
        ..FileRead::default()
    }))
}

fn on(page: Page) -> Desk {
    Desk::of([read(Some(dataset()), Vec::new()), Command::Show(page)])
}

/// The window on the page shown, which carries out what it is asked for.
fn window(desk: Desk) -> Harness<'static, Desk> {
    desk.window([1280.0, 760.0])
}

/// What a list's or table's rows say, in order.
fn rows(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness
        .query_all_by(|node| matches!(node.role(), Role::ListBoxOption | Role::Row))
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

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
            "0",
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
        many.operations = (0..count)
            .map(|number| {
                let days = ("2024-09-29", "2024-10-04");
                let mut one = operation(
                    &format!("o{number}"),
                    &format!("O {number}"),
                    days,
                    200,
                    &[],
                );
                one.countries.listed = Country::all().take(200).collect();
                one
            })
            .collect();
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
    many.cases = (0..60)
        .map(|number| {
            Arc::new(case(
                &format!("c{number}"),
                &format!("Case {number}"),
                &["MLI"],
            ))
        })
        .collect();
    desk.apply(read(Some(many), Vec::new()));
    let mut harness = window(desk);
    harness
        .get_by_label("Case 40, Liberterra II · Mali")
        .scroll_to_me();
    harness.run();
    let top = |harness: &Harness<'_, Desk>| {
        harness
            .get_by_label("Case 40, Liberterra II · Mali")
            .rect()
            .top()
    };
    let before = top(&harness);
    harness
        .get_by_label("Case 40, Liberterra II · Mali")
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

#[test]
fn the_evidence_of_a_figure_lists_all_reports_and_says_the_rule() {
    let mut desk = on(Page::Countries);
    let metric = "arrests".to_owned();
    desk.apply(Command::OpenDrawer(Drawer::Figure {
        operation: "l2".to_owned(),
        metric,
    }));
    let mut harness = window(desk);
    harness.get_by_label("2,517 people");
    harness.get_by_label("1 of 2 reports disagrees");
    harness.get_by_label(
        "Shown: the official report of INTERPOL, 6 November 2024 (official before news). Official \
         comes before reprint, reprint before news; among equals the newest is shown.",
    );
    harness.get_by_label("more than 2,600");
    harness.get_by_label("“arrests”");
    harness
        .get_by_label("Open The Écho, 2 January 2025 in the browser")
        .click();
    harness
        .get_by_label("Copy the citation of INTERPOL, 6 November 2024")
        .click();
    harness.run();
    let asked = &harness.state().asked;
    assert!(
        matches!(&asked[0], Command::FollowLink(address) if address == "https://example.org/2025-01-02")
    );
    assert!(
        matches!(&asked[1], Command::Copy(text, _) if text.starts_with("INTERPOL, “Global raids”"))
    );
}

#[test]
fn a_figure_nobody_reports_is_not_zero() {
    let mut desk = on(Page::Countries);
    let metric = "officers".to_owned();
    desk.apply(Command::OpenDrawer(Drawer::Figure {
        operation: "l2".to_owned(),
        metric,
    }));
    let harness = window(desk);
    harness.get_by_label("not reported");
    harness.get_by_label("Not reported. No source states it; that does not make it 0.");
}

#[test]
fn a_figure_left_out_is_never_called_not_reported_and_shows_the_line_that_keeps_it_out() {
    let figure = Drawer::Figure {
        operation: "example-1".to_owned(),
        metric: "arrests".to_owned(),
    };
    let mut harness = window(Desk::of([with_problems(), Command::OpenDrawer(figure)]));
    harness.get_by_label("left out");
    assert!(harness.query_by_label_contains("Not reported").is_none());
    harness.get_by_label_contains("MoreThan(3,744)");
    harness.get_by_label("Open at this line: mine.ron:8:54");
    harness.get_by_label("Show all problems").click();
    harness.run();
    assert_eq!(harness.state().state.view.page, Page::Problems);
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
fn a_source_says_in_words_what_rests_on_it() {
    let mut harness = window(on(Page::Sources));
    harness
        .get_by_label(
            "Global raids, INTERPOL, 6 November 2024, official, 4 figures, only source for 2, \
             disagrees in 2, 3 cases",
        )
        .click();
    harness.run();
    assert_eq!(
        harness.state().state.drawer,
        Some(Drawer::Source {
            source: "release".to_owned()
        })
    );
    harness.get_by_label("Figures it supports");
    harness.get_by_label("3 cases");
}

#[test]
fn sources_are_narrowed_by_grade_and_by_operation() {
    let mut harness = window(on(Page::Sources));
    assert_eq!(rows(&harness).len(), 2);
    harness.get_by_label("Grade: every").click();
    harness.run();
    harness.get_by_label("news, 1").click();
    harness.run();
    assert_eq!(rows(&harness).len(), 1);
    assert!(rows(&harness)[0].starts_with("Thousands held"));
    harness.get_by_label("Grade: news");
    let mut desk = on(Page::Sources);
    desk.state.view.sources.operation = Some("gone".to_owned());
    let mut harness = window(desk);
    harness.get_by_label("Asked for: what supports gone.");
    harness.get_by_label("Show every source").click();
    harness.run();
    assert_eq!(rows(&harness).len(), 2);
}

#[test]
fn arrows_lead_through_a_table_and_enter_opens_a_row() {
    for page in [Page::Countries, Page::Sources] {
        let mut harness = window(on(page));
        let second = rows(&harness)[1].clone();
        let last = rows(&harness).last().cloned().unwrap();
        harness.get_by_label(&rows(&harness)[0]).focus();
        harness.run();
        for (key, row) in [
            (Key::End, &last),
            (Key::Home, &rows(&harness)[0].clone()),
            (Key::ArrowDown, &second),
        ] {
            harness.key_press(key);
            harness.run();
            assert!(harness.get_by_label(row).is_focused(), "{key:?}");
        }
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().state.drawer.is_some());
        assert!(
            harness
                .get_by_label(&second)
                .accesskit_node()
                .is_selected()
                .unwrap()
        );
    }
}

#[test]
fn a_broken_file_keeps_its_last_good_state_and_says_so() {
    let mut desk = on(Page::Problems);
    let problem = |severity, line, fault: Fault| Problem {
        severity,
        file: "test.ron".to_owned(),
        place: Some(Place {
            line,
            column: 5,
            length: 1,
        }),
        again: Vec::new(),
        fault,
        left_out: None,
    };
    let unused = RecordFault::Unused(Noun::Source, "a".to_owned());
    let comma = NumberFault::Form(
        "3,744".to_owned(),
        NumberForm::Comma,
        "Exactly".to_owned(),
        Some("Exactly(3744)".to_owned()),
    );
    let problems = vec![
        problem(Severity::Warning, 1, unused.into()),
        problem(Severity::Error, 9, comma.into()),
    ];
    desk.apply(read(None, problems));
    let mut harness = window(desk);
    harness.get_by_label("This file cannot be read now. What is shown is its last good state.");
    let error = harness.get_by_value(
        "Error at test.ron:9:5: The number “3,744” is written with a comma. Write Exactly(3744).",
    );
    let warning = harness.get_by_value(
        "Warning at test.ron:1:5: Nothing uses the source “a”. Remove it, or name it where it supports something.",
    );
    assert!(error.rect().top() < warning.rect().top());
    harness.get_by_label("Copy: test.ron:9:5").click();
    harness.run();
    assert!(
        matches!(&harness.state().asked[0], Command::Copy(text, _) if text.starts_with("test.ron:9:5: "))
    );
}

#[test]
fn a_clean_file_is_told_calmly() {
    let harness = window(on(Page::Problems));
    harness.get_by_label("No problems");
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
