//! What is there, corrected and removed, and what is told of changes.

use opatlas::import::form::{Form, Record};

use super::*;

/// Asks to correct or remove something of the dataset of one's own.
fn change(window: &mut Window, path: &Path, what: Record, removed: bool) {
    window.apply(Command::Add(Add::Change {
        into: path.to_owned(),
        what,
        removed,
    }));
}

/// The only report of one's own.
fn report() -> Record {
    Record::Report("mine-1".into(), Some("arrests".into()), 0)
}

fn refill(window: &mut Window, fill: impl FnOnce(&mut Form)) {
    let mut form = window.harness.state().state.adding.form.clone();
    fill(&mut form);
    window.apply(Command::Add(Add::Fill(Box::new(form))));
}

#[test]
fn a_report_of_ones_own_is_corrected_in_its_place_and_nothing_else_is_touched() {
    let (mut window, path) = Window::with_own(OWN);
    change(&mut window, &path, report(), false);
    window.press(Modifiers::NONE, Key::Tab);
    refill(&mut window, |form| form.figures[0].number = "41".to_owned());
    assert!(window.says("was 40"));
    window.click(Role::Button, "Write");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(text, OWN.replace("Exactly(40)", "Exactly(41)"));
}

#[test]
fn a_report_of_ones_own_is_removed_and_comes_back() {
    let (mut window, path) = Window::with_own(OWN);
    change(&mut window, &path, report(), true);
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN, "it asks first");
    // The keyboard is at what removes it, and no other button hears the keys.
    let button = window.harness.get_by_role_and_label(Role::Button, "Remove");
    assert!(button.is_focused());
    window.press(Modifiers::COMMAND, Key::Enter);
    let now = read(&path).dataset.unwrap();
    assert!(now.operations[0].figures.is_empty());
    window.apply(Command::Add(Add::TakeBack(path.clone())));
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
}

#[test]
fn a_file_that_is_changed_meanwhile_keeps_what_was_changed_and_what_is_entered() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Mine I");
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "about 45");
    let other = OWN.replace("Exactly(40)", "Exactly(50)");
    fs::write(&path, &other).unwrap();
    // Before the window has heard of it.
    window.click(Role::Button, "Write");
    assert_eq!(fs::read_to_string(&path).unwrap(), other);
    assert!(window.says("Somebody changed the file meanwhile"));
    assert!(window.says("40 → 50"));
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let reports = &own.operations[0].figure("arrests").unwrap().reports;
    let quantities: Vec<Quantity> = reports.iter().map(|one| one.quantity).collect();
    assert_eq!(quantities, [Quantity::Exactly(50), Quantity::About(45)]);
}

#[test]
fn what_changed_since_an_earlier_state_is_told_by_kind() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::See(See::Of(path.clone())));
    assert!(window.says("No earlier state is kept"));
    change(&mut window, &path, report(), false);
    refill(&mut window, |form| form.figures[0].number = "41".to_owned());
    window.click(Role::Button, "Write");
    window.apply(Command::See(See::Of(path.clone())));
    assert!(window.says("Mine I, arrests: 40 → 41"));
    // And since another file, in which only the evidence is other.
    let other = window.folder.path().join("other.ron");
    fs::write(
        &other,
        OWN.replace("Exactly(40)", "Exactly(41)")
            .replace("twice", "once"),
    )
    .unwrap();
    window.apply(Command::See(See::Since(other)));
    assert!(window.says("Evidence alone") && !window.says("Numbers"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.harness.state().state.changes.shown);
}

/// A dataset of one's own in which something is told around everything.
const TOLD: &str = r#"#![enable(implicit_some)]
(
    format: 1,
    title: "Mine", // as it is called
    sources: {
        "paper": (
            publisher: "A paper", title: "Raids", // of which there were three
            date: "2026-02-01", address: "https://example.org/raids", grade: News,
        ),
        "office": (publisher: "An office", title: "Figures", no_address: "on paper", grade: Official),
    },
    metrics: {
        "arrests": (label: "Arrests", unit: "people", definition: "All arrests"), // of adults
        "raids": (label: "Raids", unit: "raids", definition: "Raids made"),
    },
    operations: [(
        id: "mine-1", /* not II */ name: "Mine I", lead: ["A", "Ministry of Order, Police"],
        days: ("2026-01-01", "2026-01-03"),
        countries: (count: [(quantity: Exactly(3), source: "paper")], listed: ["TGO", "BEN"]), // one is missing
        coordination_units: [(country: "TGO", place: "Lomé", note: "small")],
        figures: { "arrests": [(quantity: Exactly(40), source: "paper"), (quantity: Exactly(41), source: "office")] },
        findings: [(text: "More boats", sources: ["paper"])],
        sources: ["paper"],
    )],
    cases: [(
        id: "mine-1-boat", operation: "mine-1", title: "A boat", summary: "A boat was stopped.", // at night
        crimes: [Smuggling],
        found: [(who: IrregularMigrants, reports: [(quantity: About(40), source: "paper")], nationalities: ["TGO"],
            among: [(who: Minors, reports: [(quantity: Exactly(3), source: "paper")])])],
        arrested: [(quantity: Exactly(2), source: "paper", note: "Counted twice.")],
        route: [(step: Found, place: "at sea"), (step: Origin, country: "TGO")],
        seized: [(what: "cash", unit: "USD", reports: [(quantity: Exactly(500), source: "paper")])],
        sources: ["paper"],
    )],
)
"#;

#[test]
fn what_is_opened_to_be_corrected_and_left_alone_changes_nothing() {
    let (mut window, path) = Window::with_own(TOLD);
    for what in [
        Record::Report("mine-1".into(), Some("arrests".into()), 1),
        Record::Report("mine-1".into(), None, 0),
        Record::Operation("mine-1".into()),
        Record::Source("office".into()),
        Record::Metric("arrests".into()),
        Record::Case("mine-1-boat".into()),
    ] {
        change(&mut window, &path, what.clone(), false);
        let adding = &window.harness.state().state.adding;
        assert_eq!(adding.outcome.entered.refused, [].into(), "{what:?}");
        assert_eq!(adding.outcome.proposal.edits, [], "{what:?}");
        assert!(!adding.can_write(), "{what:?}");
    }
}

#[test]
fn everything_of_ones_own_is_corrected_in_its_place_and_nothing_else_is_touched() {
    type Fill = fn(&mut Form);
    let of =
        |record: Record, fill: Fill, was: &'static str, now: &'static str| (record, fill, was, now);
    for (what, fill, was, now) in [
        of(
            Record::Operation("mine-1".into()),
            |form| form.operation.last = "2026-01-04".to_owned(),
            r#""2026-01-03")"#,
            r#""2026-01-04")"#,
        ),
        of(
            Record::Operation("mine-1".into()),
            |form| form.operation.listed.push_str("; Ghana"),
            r#"["TGO", "BEN"]"#,
            r#"["TGO", "BEN", "GHA"]"#,
        ),
        of(
            Record::Operation("mine-1".into()),
            |form| form.operation.lead = "A; B".to_owned(),
            r#""Ministry of Order, Police""#,
            r#""B""#,
        ),
        of(
            Record::Source("paper".into()),
            |form| form.source.title = "Three raids".to_owned(),
            r#""Raids", //"#,
            r#""Three raids", //"#,
        ),
        of(
            Record::Metric("arrests".into()),
            |form| form.figures[0].definition = "All arrests of adults".to_owned(),
            r#""All arrests""#,
            r#""All arrests of adults""#,
        ),
        of(
            Record::Case("mine-1-boat".into()),
            |form| form.case.arrested = "3".to_owned(),
            "Exactly(2)",
            "Exactly(3)",
        ),
        of(
            Record::Case("mine-1-boat".into()),
            |form| form.case.people.among[3] = "at least 3".to_owned(),
            "[(quantity: Exactly(3), source: \"paper\")])])]",
            "[(quantity: AtLeast(3), source: \"paper\")])])]",
        ),
        of(
            Record::Case("mine-1-boat".into()),
            |form| form.case.crimes.push_str("; fraud"),
            "[Smuggling]",
            "[Smuggling, Fraud]",
        ),
    ] {
        let (mut window, path) = Window::with_own(TOLD);
        change(&mut window, &path, what, false);
        refill(&mut window, fill);
        window.click(Role::Button, "Write");
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text, TOLD.replacen(was, now, 1));
    }
}

#[test]
fn what_goes_says_what_goes_with_it_and_what_is_named_stays() {
    let (mut window, path) = Window::with_own(TOLD);
    change(&mut window, &path, Record::Source("paper".into()), true);
    assert!(window.says("still named by Mine I, arrests, Mine I and the case “A boat”"));
    assert!(!window.harness.state().state.adding.can_write());
    change(&mut window, &path, Record::Metric("arrests".into()), true);
    assert!(window.says("Arrests is still named by Mine I, arrests"));
    change(&mut window, &path, Record::Metric("raids".into()), true);
    window.click(Role::Button, "Remove");
    change(&mut window, &path, Record::Operation("mine-1".into()), true);
    for told in ["Mine I, Arrests: 41", "Case: A boat"] {
        assert!(window.says(told), "{told}");
    }
    window.click(Role::Button, "Remove");
    let own = read(&path).dataset.unwrap();
    assert_eq!(
        (own.operations.len(), own.cases.len(), own.metrics.len()),
        (0, 0, 1)
    );
    for _ in 0..2 {
        window.apply(Command::Add(Add::TakeBack(path.clone())));
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), TOLD);
}

#[test]
fn a_report_behind_one_that_is_left_out_is_never_taken_for_another() {
    // The first report names no source there is, so that the dataset has one report fewer.
    let text = TOLD.replacen(
        r#"Exactly(40), source: "paper""#,
        r#"Exactly(40), source: "gone""#,
        1,
    );
    let (mut window, path) = Window::with_own(&text);
    let what = Record::Report("mine-1".into(), Some("arrests".into()), 0);
    change(&mut window, &path, what, false);
    refill(&mut window, |form| form.figures[0].number = "44".to_owned());
    assert!(!window.harness.state().state.adding.can_write());
    assert!(window.says("mend it first"));
}

#[test]
fn what_others_state_is_said_otherwise_in_a_dataset_of_ones_own() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::OpenDrawer(Drawer::Figure {
        operation: "liberterra-3".to_owned(),
        metric: "arrests".to_owned(),
    }));
    let name = "Say otherwise in mine the report of 3,744";
    let first = window
        .harness
        .get_all_by_role_and_label(Role::Button, name)
        .next();
    first.unwrap().click_accesskit();
    window.settle();
    refill(&mut window, |form| {
        form.figures[0].number = "3,750".to_owned();
        form.source.named = "Raids".to_owned();
    });
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let further = own.operations.last().unwrap();
    assert_eq!(
        (further.id.as_str(), further.further),
        ("liberterra-3", true)
    );
    let arrests = &further.figure("arrests").unwrap().reports[0];
    assert_eq!(arrests.quantity, Quantity::Exactly(3750));
}

#[test]
fn what_cannot_be_counted_becomes_a_number_and_a_number_what_cannot_be_counted() {
    let (mut window, path) = Window::with_own(OWN);
    change(&mut window, &path, report(), false);
    refill(&mut window, |form| {
        form.figures[0].number = "not applicable".to_owned();
        form.figures[0].note = "Nobody was looked for.".to_owned();
    });
    window.click(Role::Button, "Write");
    let none = || Record::NotApplicable("mine-1".into(), "arrests".into());
    let reason = |path: &Path| {
        let own = read(path).dataset.unwrap();
        let none = own.operations[0].not_applicable("arrests")?;
        none.reason.clone()
    };
    assert_eq!(reason(&path).as_deref(), Some("Nobody was looked for."));
    window.apply(Command::OpenDrawer(Drawer::Figure {
        operation: "mine-1".to_owned(),
        metric: "arrests".to_owned(),
    }));
    window.click(Role::Button, "Correct not applicable");
    refill(&mut window, |form| {
        form.figures[0].note = "It was a drill.".to_owned();
    });
    window.click(Role::Button, "Write");
    assert_eq!(reason(&path).as_deref(), Some("It was a drill."));
    change(&mut window, &path, none(), false);
    refill(&mut window, |form| {
        form.figures[0].number = "12".to_owned();
        form.figures[0].note = String::new();
    });
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let figure = own.operations[0].figure("arrests").unwrap();
    assert_eq!(figure.reports[0].quantity, Quantity::Exactly(12));
    assert_eq!(reason(&path), None);
}
