//! From a sheet.

use super::*;

#[test]
fn a_sheet_in_which_nothing_is_recognised_says_what_it_should_have() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Paste("a\tb\n1\t2\n3\t4\n".to_owned())));
    assert!(window.says("Its first rows should name the columns"));
    assert!(!window.harness.state().state.adding.can_write());
    window.click(Role::Button, "Clear");
    assert!(window.says("One row a number"));
}

#[test]
fn a_long_sheet_is_read_on_a_thread_and_says_so_meanwhile() {
    let (mut window, _) = Window::with_own(OWN);
    window.apply(Command::Add(Add::Show));
    let row = |at: u32| format!("Mine {at}\t{at}\tpaper\n");
    let rows: String = (1..2_000).map(row).collect();
    let table = format!("Operation\tArrests\tSource\n{rows}");
    // Not carried out yet.
    let paste = Command::Add(Add::Paste(table));
    window.harness.state_mut().apply(paste);
    window.harness.run();
    assert!(window.says("Working"));
    assert!(!window.harness.state().state.adding.can_write());
    window.settle();
    assert!(window.says("1,999 figures"));
    assert!(window.harness.state().state.adding.can_write());
}

#[test]
fn the_rows_of_a_sheet_are_counted_without_its_heads_and_heads_alone_are_said_to_state_nothing() {
    let (mut window, _) = Window::with_own(OWN);
    let paste = |table: &str| Command::Add(Add::Paste(table.to_owned()));
    window.apply(paste("Operation\tArrests\tSource\nMine 9\t9\tpaper\n"));
    assert!(window.says("pasted table: 1 row"));
    // It is not put into the comparison.
    assert!(!window.says("The picture shows it already"));
    window.apply(paste("Operation\tArrests\tSource\n"));
    assert!(window.says("No row of the sheet states anything"));
    assert!(!window.says("All of this is there already"));
}

#[test]
fn every_meaning_of_a_column_has_a_name() {
    for meaning in Meaning::all() {
        let name = opatlas::words::window::adding::sheet::meaning(meaning.key());
        assert!(name.is_some(), "{}", meaning.key());
    }
}

#[test]
fn the_headline_figures_of_an_operation_are_taken_from_a_sheet_without_seeing_ron() {
    let built_in = embedded();
    let third = built_in
        .operations
        .iter()
        .find(|one| one.id.as_str() == "liberterra-3");
    let wanted = figures(third.unwrap(), RELEASE);
    let mut heads = vec!["Operation", "From", "To", "Countries"];
    let mut row = ["Liberterra III", "2025-11-10", "2025-11-21", "119"]
        .map(str::to_owned)
        .to_vec();
    for (metric, quantity) in &wanted {
        let mut metrics = built_in.metrics.iter();
        heads.push(&metrics.find(|one| one.id == *metric).unwrap().label);
        row.push(quantity.words().replace(',', ""));
    }
    heads.extend(["Publisher", "Title", "Address"]);
    row.extend(
        [
            "A paper",
            "Thousands protected",
            "https://example.org/article",
        ]
        .map(str::to_owned),
    );
    let sheet = format!("{}\n{}\n", heads.join("\t"), row.join("\t"));
    let mut window = Window::of(Desk::default(), [1440.0, 900.0]);
    let path = window.folder.path().join("mine.ron");
    window.harness.event(Event::Paste(sheet));
    window.actions += 1;
    window.settle();
    assert_eq!(window.harness.state().state.adding.door, Door::Sheet);
    window.fill("Title of the dataset", "Mine");
    window.fill("File", &path.display().to_string());
    assert!(window.says("How close is “A paper”"));
    window.click(Role::Button, "News");
    window.click(Role::Button, "Write");
    println!("{} actions", window.actions);
    assert!(window.actions <= 6, "{} actions", window.actions);
    let own = dataset(&path);
    let (source, _) = own.sources.iter().next().unwrap();
    let operation = &own.operations[0];
    assert_eq!(figures(operation, source.as_str()), wanted);
    assert_eq!(operation.days, third.unwrap().days);
    let count = &operation.countries.count[0];
    assert_eq!(count.quantity, Quantity::Exactly(119));
}

#[test]
fn a_sheet_dropped_on_the_window_is_shown_with_the_meaning_of_each_column() {
    let (mut window, path) = Window::with_own(OWN);
    let sheet = window.folder.path().join("raids.csv");
    fs::write(
        &sheet,
        "Operation,Arrests,Seen,Source\nMine I,41,1,paper\nMine I,40,2,paper\nMine II,lots,3,paper\n",
    )
    .unwrap();
    window.apply(Command::Open(vec![sheet]));
    assert_eq!(
        window.harness.state().state.adding.into,
        Into::File(path.clone())
    );
    for told in [
        "What is in “Arrests”: Arrests",
        "What do the numbers under “Seen” count?",
        "No number can be made of “lots”.",
    ] {
        assert!(window.says(told), "{told}");
    }
    window.click(Role::Button, "passed over: Seen");
    window.click(Role::Button, "Leave the row out, raids.csv!B4");
    assert!(window.says("disagrees Mine I, 41"));
    window.click(Role::Button, "Write");
    let own = dataset(&path);
    assert_eq!(own.operations.len(), 1);
    let reports = &own.operations[0].figure("arrests").unwrap().reports;
    assert_eq!(reports.len(), 2);
}
