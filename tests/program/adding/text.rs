//! From the text of a release.

use super::*;

/// The same facts as in a report on Liberterra III, in other words, and some that are none.
const TOLD: &str = "Operation Liberterra III ran from 10 to 21 November 2025 and joined police from \
    119 countries. They arrested 3,744 suspects; more than 1,800 of these arrests were for human \
    trafficking or migrant smuggling.\n\nSome 12 flats were searched. In all, 4,414 potential \
    victims were safeguarded and 12,992 irregular migrants were found at borders. Over 720 new \
    cases were opened. More than 14,000 officers were on duty; the work cost 1,200 euros a head.\n";

#[test]
fn the_headline_figures_of_an_operation_are_taken_from_a_text_by_the_keyboard_alone() {
    let mut window = Window::of(Desk::default(), [1440.0, 900.0]);
    let path = window.folder.path().join("mine.ron");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.click(Role::RadioButton, "Text");
    window.fill("Title of the dataset", "Mine");
    window.fill("File", &path.display().to_string());
    window.fill("Or paste the text here", TOLD);
    window.click(Role::Button, "Find the numbers");
    window.fill(
        "Source of this text",
        "A paper, “Thousands protected”, 26 January 2026, https://example.org/article",
    );
    window.click(Role::RadioButton, "News");
    assert!(window.says("0 taken · 0 passed · 9 open"));
    // Nothing is proposed before it is confirmed.
    assert!(!window.harness.state().state.adding.can_write());
    let first = window
        .harness
        .get_by_label_contains("10 to 21 November 2025, The days of");
    first.focus();
    window.harness.run();
    // Days, countries, arrests, those for trafficking; the flats are none of it; the others.
    for key in [
        Key::Enter,
        Key::Enter,
        Key::Enter,
        Key::Enter,
        Key::Delete,
        Key::Enter,
        Key::Enter,
        Key::Enter,
        Key::Enter,
    ] {
        window.press(Modifiers::NONE, key);
    }
    assert!(window.says("8 taken · 1 passed · 0 open"));
    window.press(Modifiers::COMMAND, Key::Enter);
    println!("{} actions", window.actions);
    assert!(window.actions <= 20, "{} actions", window.actions);
    let own = dataset(&path);
    let built_in = embedded();
    let third = |one: &&Operation| one.id.as_str() == "liberterra-3";
    let built_in = built_in.operations.iter().find(third).unwrap();
    let operation = &own.operations[0];
    assert_eq!(operation.days, built_in.days);
    assert_eq!(
        operation.countries.count[0].quantity,
        Quantity::Exactly(119)
    );
    let (source, publication) = own.sources.iter().next().unwrap();
    assert_eq!(publication.publisher, "A paper");
    assert_eq!(
        figures(operation, source.as_str()),
        figures(built_in, "article-003")
    );
    let arrests = &operation.figure("arrests").unwrap().reports[0];
    let excerpt = arrests.trail.as_ref().unwrap().excerpt.as_deref().unwrap();
    assert!(
        excerpt.starts_with("They arrested 3,744 suspects"),
        "{excerpt}"
    );
}

#[test]
fn what_a_number_counts_can_be_changed_before_and_after_it_is_taken() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Add(Add::ReadRelease(ReleaseFrom::Pasted(
        TOLD.to_owned(),
    ))));
    window.fill("Source of this text", "Raids");
    let mark = window
        .harness
        .get_by_label_contains("More than 14,000, Officers of");
    mark.click_accesskit();
    window.settle();
    window.click(Role::Button, "Take");
    let quantity = |window: &Window| {
        let taken = &window.harness.state().state.adding.outcome.proposal.put;
        format!("{taken:?}")
    };
    assert!(
        quantity(&window).contains("MetricId(\"officers\")"),
        "{}",
        quantity(&window)
    );
    let mark = window
        .harness
        .get_by_label_contains("More than 14,000, Officers of");
    mark.click_accesskit();
    window.settle();
    window.click(Role::Button, "Officers");
    window.click(Role::Button, "Arrests");
    assert!(
        !quantity(&window).contains("MetricId(\"officers\")"),
        "{}",
        quantity(&window)
    );
    assert!(quantity(&window).contains("MetricId(\"arrests\")"));
    window.click(Role::Button, "Pass");
    assert!(!window.harness.state().state.adding.can_write());
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
}

/// A release of an operation with one event told in it.
const WITH_EVENT: &str = "Operation Liberterra III made 3,744 arrests in 119 countries.\n\n\
    In Mali, 24 potential victims from Togo were found on 12 November 2025, and ten suspects were \
    arrested. In Kenya and in Ghana police searched houses.\n";

#[test]
fn a_case_is_made_of_what_a_text_tells_of_one_event_and_the_text_goes_on() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Add(Add::ReadRelease(ReleaseFrom::Pasted(
        WITH_EVENT.to_owned(),
    ))));
    window.fill("Source of this text", "Raids");
    let total = window.harness.get_by_label_contains("3,744, ");
    total.focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    let one = window.harness.get_by_label_contains("24, ");
    one.focus();
    window.harness.run();
    assert!(window.says("Reads as one event, not as a result of the whole operation"));
    window.press(Modifiers::NONE, Key::Enter);
    // The form has what the paragraph tells, and its words to be told in one’s own.
    let form = &window.harness.state().state.adding.form;
    assert_eq!(form.case.people.number, "24");
    assert_eq!(form.case.people.who, Some(Who::PotentialVictims));
    assert_eq!(
        (form.case.arrested.as_str(), form.case.date.as_str()),
        ("ten", "2025-11-12")
    );
    assert_eq!(form.case.countries, "Mali");
    assert!(form.case.title.is_empty() && form.case.summary.is_empty());
    assert!(form.quoted.starts_with("In Mali, 24"));
    // A case that is given up leaves its numbers open.
    window.apply(Command::Add(Add::Clear));
    window.apply(Command::Add(Add::Through(Door::Text)));
    assert!(window.says("1 taken · 0 passed"));
    let one = window.harness.get_by_label_contains("24, ");
    one.focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    window.fill("Case, in a few words", "Women found in Mali");
    window.fill(
        "What happened",
        "Police found 24 potential victims in a house.",
    );
    window.press(Modifiers::COMMAND, Key::Enter);
    let own = dataset(&path);
    let case = &own.cases[0];
    assert_eq!(case.operation.as_str(), "liberterra-3");
    assert_eq!(case.found[0].reports[0].quantity, Quantity::Exactly(24));
    assert_eq!(case.arrested[0].quantity, Quantity::Exactly(10));
    // What was taken of the text before is still there, and not written yet.
    assert_eq!(window.harness.state().state.adding.door, Door::Text);
    assert!(window.says("1 taken · 2 in cases · 0 passed"));
    assert!(
        own.operations
            .iter()
            .all(|one| one.figure("arrests").is_none_or(|figure| {
                figure
                    .reports
                    .iter()
                    .all(|one| one.quantity != Quantity::Exactly(3744))
            }))
    );
}

#[test]
fn a_page_tells_its_publication_and_nothing_is_written_before_all_of_it_is_known() {
    let (mut window, path) = Window::with_own(OWN);
    let page = window.folder.path().join("a.html");
    let head = "<title>Liberterra III ends</title><meta property=og:site_name content='The police'>\
        <link rel=canonical href='https://police.example/iii'>\
        <meta property=article:published_time content='2025-11-28T08:00'>";
    fs::write(&page, format!("{head}<p>{WITH_EVENT}</p>")).unwrap();
    window.apply(Command::Add(Add::ReadRelease(ReleaseFrom::File(page))));
    let total = window.harness.get_by_label_contains("3,744, ");
    total.focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    // How close it stands to those who counted is told by nobody yet.
    assert!(!window.harness.state().state.adding.can_write());
    window.click(Role::RadioButton, "Official");
    window.press(Modifiers::COMMAND, Key::Enter);
    let own = dataset(&path);
    let made = own
        .sources
        .values()
        .find(|one| one.publisher == "The police");
    let made = made.unwrap();
    assert_eq!(made.title, "Liberterra III ends");
    assert_eq!(made.link(), Some("https://police.example/iii"));
    assert_eq!(made.date.unwrap().to_string(), "2025-11-28");
}
