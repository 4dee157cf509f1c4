//! What numbers rest on: figures with their reports, and sources.

use eframe::egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::state::{Command, Drawer, Page};

use super::{on, rows, window};
use crate::desk::{Desk, with_problems};

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
