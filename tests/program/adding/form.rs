//! By a form, field by field.

use opatlas::model::{Divisor, Status, Stop};

use super::*;

#[test]
fn the_headline_figures_of_an_operation_are_entered_by_a_form_without_seeing_ron() {
    let built_in = embedded();
    let third = built_in
        .operations
        .iter()
        .find(|one| one.id.as_str() == "liberterra-3");
    let wanted = figures(third.unwrap(), RELEASE);
    assert!(wanted.len() >= 6, "{wanted:?}");
    // Nothing is open: the operation is new.
    let mut window = Window::of(Desk::default(), [1440.0, 900.0]);
    let path = window.folder.path().join("mine.ron");
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.fill("Title of the dataset", "Mine");
    window.fill("File", &path.display().to_string());
    window.fill("Operation", "Liberterra III");
    window.fill("First day", "10 November 2025");
    window.fill("Last day", "21.11.2025");
    window.fill("How many countries", "119");
    window.fill(
        "Source",
        "A paper, “Thousands protected”, 26 January 2026, https://example.org/article",
    );
    window.click(Role::RadioButton, "News");
    for (at, (metric, quantity)) in wanted.iter().enumerate() {
        let mut metrics = built_in.metrics.iter();
        let label = &metrics.find(|one| one.id == *metric).unwrap().label;
        let line = |field: &str| format!("{field}, number {}", at + 1);
        window.fill(&line("What is counted"), label);
        window.fill(&line("Number"), &quantity.words());
    }
    let adding = &window.harness.state().state.adding;
    assert!(
        adding.can_write(),
        "{:?} {:?}",
        adding.outcome.entered,
        adding.outcome.proposal.asked
    );
    window.click(Role::Button, "Write");
    println!("{} actions", window.actions);
    assert!(window.actions <= 32, "{} actions", window.actions);
    let own = dataset(&path);
    let operation = &own.operations[0];
    assert_eq!(operation.days, third.unwrap().days);
    assert_eq!(
        operation.countries.count[0].quantity,
        Quantity::Exactly(119)
    );
    let (source, publication) = own.sources.iter().next().unwrap();
    assert_eq!(publication.publisher, "A paper");
    assert_eq!(figures(operation, source.as_str()), wanted);
    // It is open now, and the change can be taken back, also after a restart.
    assert!(
        window
            .harness
            .state()
            .state
            .atlas
            .operation(operation.id.as_str())
            .is_some()
    );
    window.apply(Command::Add(Add::TakeBack(path.clone())));
    assert!(!path.exists());
    let state = &window.harness.state().state;
    assert!(state.files.iter().all(|file| file.path.is_none()));
    assert!(window.says("the file is gone"));
}

#[test]
fn what_is_not_taken_is_told_beside_write_and_leads_to_its_field() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Sunrise");
    window.fill("Which countries", "Spain, Congo");
    let told = "Which countries: “Congo” can mean COD or COG; write the code of each that is meant";
    window.harness.get_by_role_and_label(Role::Status, told);
    window.click(Role::Link, "Show the field");
    window.harness.run();
    let field = window
        .harness
        .get_by_role_and_label(Role::MultilineTextInput, "Which countries");
    assert!(field.is_focused());
}

#[test]
fn after_writing_the_next_thing_to_enter_has_the_keyboard() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Sunrise");
    window.fill(
        "Source",
        "A paper, “Raids”, 2 May 2024, https://example.org/raids",
    );
    window.click(Role::RadioButton, "News");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "5");
    window.press(Modifiers::COMMAND, Key::Enter);
    window.harness.run();
    let what = window.harness.get_by_label("What is counted, number 1");
    assert!(what.is_focused());
}

#[test]
fn a_change_is_offered_to_be_taken_back_only_where_one_is_kept_and_adding_begins_without_old_faults()
 {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Tell {
        text: "The disk is full".to_owned(),
        failed: true,
    });
    window.apply(Command::Add(Add::Show));
    assert_eq!(window.harness.state().state.notice, None);
    let offered = |window: &Window| {
        let buttons = window.harness.query_all_by_role(Role::Button);
        let mut names = buttons.filter_map(|button| button.accesskit_node().label());
        names.any(|name| name.starts_with("Take back the last change"))
    };
    assert!(!offered(&window));
    let text = fs::read_to_string(&path).unwrap();
    let changed = format!("{text}\n// mine\n");
    let versions = Some(&window.versions);
    rewrite(versions, &path, text.as_bytes(), changed.as_bytes()).unwrap();
    window.apply(Command::ReadingDone(Box::new(read(&path))));
    assert!(offered(&window));
    window.apply(Command::Add(Add::TakeBack(path.clone())));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert!(!offered(&window));
}

#[test]
fn a_further_report_of_built_in_data_goes_into_a_dataset_of_ones_own_and_is_seen_as_one_types() {
    let (mut window, path) = Window::with_own(OWN);
    let before = window.harness.state().state.view.clone();
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Liberterra III");
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "more than 9,000");
    let reports = |window: &Window| {
        let state = &window.harness.state().state;
        let third = state.atlas.operation("liberterra-3").unwrap();
        third.figure("arrests").unwrap().reports.len()
    };
    let now = reports(&window);
    assert!(window.says("disagrees with a report there"));
    // Nothing is written yet, and closing shows what there is.
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
    window.press(Modifiers::NONE, Key::Escape);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.harness.state().state.adding.shown);
    assert_eq!(reports(&window), now - 1);
    assert_eq!(window.harness.state().state.view, before);
    // What was entered is still there.
    window.apply(Command::Add(Add::Show));
    assert_eq!(reports(&window), now);
    window.press(Modifiers::COMMAND, Key::Enter);
    assert_eq!(reports(&window), now);
    let own = dataset(&path);
    let further = own.operations.last().unwrap();
    assert_eq!(
        (further.id.as_str(), further.further),
        ("liberterra-3", true)
    );
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("// Kept by hand."));
    // Taken back from the notice.
    window.click(Role::Button, "Take it back");
    assert_eq!(fs::read_to_string(&path).unwrap(), OWN);
    assert_eq!(reports(&window), now - 1);
}

#[test]
fn a_field_completes_from_what_is_open_with_the_keyboard_alone() {
    let (mut window, _) = Window::with_own(OWN);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.fill("Operation", "lib");
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::ArrowDown);
    window.press(Modifiers::NONE, Key::Enter);
    let form = |window: &Window| window.harness.state().state.adding.form.clone();
    assert_eq!(form(&window).operation.name, "Liberterra III");
    assert!(window.says("this one adds to it"));
    window.press(Modifiers::NONE, Key::Tab);
    window.harness.event(Event::Text("nca".to_owned()));
    window.settle();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(
        form(&window)
            .source
            .named
            .starts_with("National Crime Agency")
    );
    // The first Esc leaves the field and what is offered, the second closes the panel.
    window.fill("What is counted, number 1", "arr");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.harness.state().state.adding.shown);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.harness.state().state.adding.shown);
}

#[test]
fn a_name_that_goes_on_being_typed_leaves_nothing_in_the_comparison() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "7");
    window.fill("Operation", "Quite");
    window.fill("Operation", " new");
    let chosen = &window.harness.state().state.view.comparison.operations;
    assert!(chosen.iter().any(|id| id == "quite-new"), "{chosen:?}");
    assert!(!chosen.iter().any(|id| id == "quite"), "{chosen:?}");
}

#[test]
fn what_is_not_well_written_where_something_would_go_is_said_and_stays() {
    let broken = OWN.replace("note: \"Counted twice.\")]", "note: \"Counted twice.\")");
    let (mut window, path) = Window::with_own(&broken);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Quite new");
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "7");
    assert!(window.says("mend it first"));
    assert!(!window.harness.state().state.adding.can_write());
    assert_eq!(fs::read_to_string(&path).unwrap(), broken);
}

#[test]
fn a_report_is_added_from_the_evidence_of_its_number() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::OpenDrawer(Drawer::Figure {
        operation: "liberterra-3".to_owned(),
        metric: "officers".to_owned(),
    }));
    window.click(Role::Button, "Add a report…");
    let form = &window.harness.state().state.adding.form;
    assert_eq!(form.operation.name, "Liberterra III");
    assert_eq!(form.figures[0].metric, "Officers");
    window.fill("Source", "Raids");
    window.fill("Number, number 1", "thousands");
    assert!(window.harness.state().state.adding.can_write());
}

#[test]
fn a_case_is_entered_with_who_was_found_and_an_operation_gets_its_list() {
    let (mut window, path) = Window::with_own(OWN);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.click(Role::RadioButton, "Case");
    window.fill("Operation", "Mine I");
    window.fill("Case, in a few words", "Boat stopped");
    window.fill("What happened", "A boat was stopped at sea.");
    window.fill("When", "2 January 2026");
    window.fill("Countries", "Algeria, Côte d’Ivoire");
    window.fill("People found", "about 40");
    window.fill("Arrested", "2");
    window.fill("Source", "Raids");
    assert!(
        !window.harness.state().state.adding.can_write(),
        "who they are is asked"
    );
    window.click(Role::RadioButton, "Irregular migrants");
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let case = &own.cases[0];
    assert_eq!(case.found[0].who, Who::IrregularMigrants);
    assert_eq!(case.found[0].reports[0].quantity, Quantity::About(40));
    assert_eq!((case.countries.len(), case.arrested.len()), (2, 1));
    window.click(Role::RadioButton, "Operation");
    window.fill("Which countries", "TGO; Benin");
    window.fill("How many countries", "at least 2");
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let countries = &own.operations[0].countries;
    assert_eq!(countries.listed.len(), 2);
    assert_eq!(countries.count[0].quantity, Quantity::AtLeast(2));
}

#[test]
fn what_cannot_be_taken_says_why_beside_its_field() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Quite new");
    window.fill("First day", "4/10/2024");
    window.fill("Which countries", "Togo, Atlantis");
    window.fill("What is counted, number 1", "Arrests");
    window.fill("Number, number 1", "a lot");
    for told in [
        "4 October 2024 or 10 April 2024?",
        "“Atlantis” is not the name of a country",
        "No number: write",
        "Still needed: last day and source",
    ] {
        assert!(window.says(told), "{told}");
    }
    let state = &window.harness.state().state;
    assert!(!state.adding.can_write() && state.atlas.operation("quite-new").is_none());
}

#[test]
fn a_file_that_may_only_be_read_says_so_before_anything_is_entered() {
    let (mut window, path) = Window::with_own(OWN);
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    window.apply(Command::Add(Add::Show));
    assert!(window.says("This file may only be read"));
    assert!(!window.harness.state().state.adding.can_write());
}

#[test]
fn all_that_a_dataset_can_say_of_a_figure_is_said_by_the_form() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Mine I");
    window.fill("Source", "Raids");
    window.fill("What is counted, number 1", "Boats stopped");
    window.fill("Number, number 1", "about 12");
    window.click(Role::Button, "Sentence, status, note, number 1");
    window.fill("Unit, number 1", "boats");
    window.fill(
        "What exactly is counted, and what is not, number 1",
        "Boats at sea",
    );
    window.click(Role::CheckBox, "Days");
    window.fill("What it was before, number 1", "10");
    window.fill("Address of a kept copy, number 1", "example.org");
    assert!(window.says("No web address"));
    window.fill("Address of a kept copy, number 1", "https://");
    window.fill("Compared with the source on, number 1", "2026-03-01");
    assert!(window.says("Still needed: by whom"));
    window.fill("By whom, number 1", "The desk");
    window.fill("What is counted, number 2", "Officers");
    window.fill("Number, number 2", "not applicable");
    window.fill("Why it cannot be counted, number 2", "Nobody was deployed.");
    let mut form = window.harness.state().state.adding.form.clone();
    form.figures[0].archived = "https://example.org/kept".to_owned();
    window.apply(Command::Add(Add::Fill(Box::new(form))));
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let operation = &own.operations[0];
    let report = &operation.figure("boats_stopped").unwrap().reports[0];
    assert_eq!(report.status, Some(Status::Revised));
    let earlier = report.revised_from.as_ref().unwrap();
    assert_eq!(earlier.quantity, Quantity::Exactly(10));
    let trail = report.trail.as_ref().unwrap();
    assert_eq!(trail.archived.as_deref(), Some("https://example.org/kept"));
    assert_eq!(trail.checked.as_ref().unwrap().1, "The desk");
    let metric = own.metrics.iter().find(|one| one.label == "Boats stopped");
    assert_eq!(metric.unwrap().not_per, [Divisor::Day]);
    let none = operation.not_applicable("officers").unwrap();
    assert_eq!(none.reason.as_deref(), Some("Nobody was deployed."));
    assert_eq!(none.sources.len(), 1);
}

#[test]
fn what_cannot_be_counted_needs_a_reason_or_a_source_and_no_more() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.fill("Operation", "Mine I");
    window.fill("What is counted, number 1", "Officers");
    window.fill("Number, number 1", "not applicable");
    assert!(!window.harness.state().state.adding.can_write());
    window.fill("Why it cannot be counted, number 1", "Nobody was deployed.");
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let none = own.operations[0].not_applicable("officers").unwrap();
    assert_eq!(none.sources, []);
}

#[test]
fn all_that_a_dataset_can_say_of_an_operation_and_a_case_is_said_by_the_form() {
    let (mut window, path) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    window.click(Role::RadioButton, "Operation");
    window.fill("Operation", "Mine II");
    window.fill("Or how many days", "3");
    window.fill("Source", "Raids");
    window.click(Role::Button, "Series, hubs, partners, trends");
    window.fill("Series it belongs to", "Mine");
    window.fill(
        "Coordination units",
        "Argentina (Buenos Aires); Senegal; Atlantis",
    );
    assert!(window.says("“Atlantis” is not the name of a country"));
    let mut form = window.harness.state().state.adding.form.clone();
    form.operation.units = "Argentina (Buenos Aires); Senegal".to_owned();
    window.apply(Command::Add(Add::Fill(Box::new(form))));
    window.fill("Partners", "A foundation");
    window.fill("Trends that its publishers state, one a line", "More boats");
    window.click(Role::RadioButton, "Preliminary");
    window.click(Role::CheckBox, "Another dataset may tell of it too");
    window.click(Role::Button, "Write");
    window.click(Role::RadioButton, "Case");
    window.fill("Case, in a few words", "Boat stopped");
    window.fill("What happened", "A boat was stopped at sea.");
    window.fill("What it was about", "migrant smuggling; fraud");
    window.fill("People found", "40");
    window.fill("Where they came from", "Togo, South Asia");
    window.click(Role::RadioButton, "Irregular migrants");
    window.click(Role::Button, "More about them");
    window.fill("Of them minors", "3");
    window.click(Role::Button, "Another group");
    window.fill("People found, group 2", "dozens");
    window.click(Role::Button, "Route, seizures, note");
    window.fill("Route: set out from", "Togo; South Asia");
    window.fill("Found in", "United Kingdom (Nottingham)");
    window.click(Role::Button, "Something seized");
    window.fill("Seized or frozen", "cash");
    window.fill("How much", "about 500");
    window.fill("Of what unit", "USD");
    assert!(window.says("Still needed: what the source calls them"));
    let mut form = window.harness.state().state.adding.form.clone();
    form.case.others[0].who = Some(Who::PotentialVictims);
    form.case.others[0].alleged = true;
    window.apply(Command::Add(Add::Fill(Box::new(form))));
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    let operation = &own.operations[1];
    assert_eq!(
        (operation.family.as_str(), operation.further),
        ("Mine", true)
    );
    assert_eq!(
        operation.coordination_units[0].place.as_deref(),
        Some("Buenos Aires")
    );
    assert_eq!(operation.coordination_units.len(), 2);
    assert_eq!(operation.supported_by[0].name, "A foundation");
    assert_eq!(operation.findings[0].sources, operation.sources);
    assert_eq!(operation.status, Some(Status::Preliminary));
    let case = &own.cases[0];
    assert_eq!(case.operation, operation.id);
    assert_eq!(case.crimes.len(), 2);
    assert_eq!((case.found.len(), case.alleged.len()), (1, 1));
    assert_eq!(case.found[0].regions, ["South Asia"]);
    assert_eq!(
        case.found[0].among[0].reports[0].quantity,
        Quantity::Exactly(3)
    );
    let stops: Vec<String> = case.route.iter().map(Stop::words).collect();
    assert_eq!(stops, ["Togo", "South Asia", "Nottingham, United Kingdom"]);
    assert_eq!(case.seized[0].unit.as_deref(), Some("USD"));
}
