//! The numbers of press releases are found with their signs, and what is no result is not offered
//! as one: twenty texts in the manner of releases, each with a list of what stands in it.

use std::sync::Arc;

use opatlas::import::release::{
    Beside, Confirmed, Counted, Mark, Release, Sifted, Taken, Verdict, What,
};
use opatlas::import::{Answers, Asked, Proposal, proposal_of_release};
use opatlas::model::{Atlas, Dataset, Quantity};

macro_rules! text {
    ($name:literal) => {
        (
            $name,
            include_str!(concat!("releases/", $name, ".txt")),
            include_str!(concat!("releases/", $name, ".marks")),
        )
    };
}

/// Name, text, and a line for each mark.
const TEXTS: [(&str, &str, &str); 20] = [
    text!("01-harbour"),
    text!("02-table"),
    text!("03-river"),
    text!("04-plain"),
    text!("05-phare"),
    text!("06-vigie"),
    text!("07-liste"),
    text!("08-faro"),
    text!("09-costa"),
    text!("10-english-decimals"),
    text!("11-footnotes"),
    text!("12-bullets"),
    text!("13-columns"),
    text!("14-letter"),
    text!("15-mixed"),
    text!("16-mistral"),
    text!("17-lac"),
    text!("18-andes"),
    text!("19-frontera"),
    text!("20-press"),
];

/// One of the texts.
pub fn text_called(called: &str) -> &'static str {
    let mut texts = TEXTS.iter();
    texts.find(|(name, ..)| *name == called).unwrap().1
}

pub fn read(text: &str) -> Release {
    Release::of("release.txt", text.to_owned(), &Dataset::default(), &[])
}

pub fn told(release: &Release, mark: &Mark) -> Option<String> {
    let what = match &mark.what {
        What::Country(_) => return None,
        What::Days(days) => format!("days {days}"),
        What::Countries(list) => format!("list {}", list.countries.len()),
        What::Operation(named) => {
            let id = named
                .name
                .to_lowercase()
                .replace(' ', "-")
                .replace('é', "e");
            format!("operation {id}")
        }
        What::Number(number) => match (number.beside, number.quantity) {
            (Some(beside), _) => format!("{beside:?}").to_lowercase(),
            (None, quantity) => {
                let counted = match &number.counted {
                    None => "?",
                    Some(Counted::Countries) => "countries",
                    Some(Counted::Metric(id)) => id.as_str(),
                };
                let doubt = number.doubt.map_or("", |_| " two readings");
                let event = if number.of_event { " of one event" } else { "" };
                format!("{counted} {:?}{doubt}{event}", quantity.unwrap())
            }
        },
    };
    let marked: Vec<&str> = release.marked(mark).split_whitespace().collect();
    Some(format!("{} | {what}", marked.join(" ")))
}

#[test]
fn every_number_of_a_release_is_found_and_told_from_what_is_no_result() {
    let mut differing = Vec::new();
    for (name, text, expected) in TEXTS {
        let release = read(text);
        let found = release.marks.iter().filter_map(|mark| told(&release, mark));
        let found: Vec<String> = found.collect();
        let expected: Vec<&str> = expected.lines().collect();
        for line in &found {
            if !expected.contains(&line.as_str()) {
                differing.push(format!("{name}: not expected: {line}"));
            }
        }
        for line in &expected {
            if !found.iter().any(|one| one == line) {
                differing.push(format!("{name}: missing: {line}"));
            }
        }
        if differing.is_empty() {
            assert_eq!(found, expected, "{name}");
        }
    }
    assert!(differing.is_empty(), "{}", differing.join("\n"));
}

#[test]
fn every_excerpt_holds_its_number_and_is_short_enough_to_be_cited() {
    for (name, text, _) in TEXTS {
        let release = read(text);
        for mark in release
            .marks
            .iter()
            .filter(|mark| matches!(mark.what, What::Number(_)))
        {
            let excerpt = release.excerpt(mark);
            let marked: Vec<&str> = release.marked(mark).split_whitespace().collect();
            assert!(excerpt.contains(&marked.join(" ")), "{name}: {excerpt}");
            assert!(
                excerpt.split_whitespace().count() <= 40,
                "{name}: {excerpt}"
            );
        }
    }
}

/// A dataset that has one source and nothing else.
const MINE: &str = r#"#![enable(implicit_some)]
(
    format: 1,
    title: "Mine",
    sources: {
        "release": (publisher: "The police", title: "A release", date: "2024-09-09", address: "https://example.org/a", grade: Official),
    },
)
"#;

fn from_release() -> Answers {
    Answers {
        source: Some("release".into()),
        ..Answers::default()
    }
}

fn read_back(text: &str) -> Dataset {
    opatlas::file::read("mine", text.as_bytes())
        .dataset
        .unwrap()
}

fn mine() -> Dataset {
    read_back(MINE)
}

/// What of a release would be written into [`MINE`].
fn proposed(release: &Release, confirmed: &Confirmed) -> Proposal {
    let (from, atlas) = (from_release(), Atlas::default());
    proposal_of_release(release, confirmed, &from, MINE, &mine(), &atlas)
}

/// The place of the first mark with these words.
fn place(release: &Release, words: &str) -> usize {
    let mut marks = release.marks.iter();
    marks
        .position(|mark| release.marked(mark) == words)
        .unwrap()
}

#[test]
fn what_is_confirmed_becomes_reports_with_their_sentence_and_nothing_else_does() {
    let dataset = mine();
    let release = Release::of("a.txt", TEXTS[2].1.to_owned(), &dataset, &[]);
    let operation = release.first_operation().unwrap();
    let taken = |counted: &str| Taken {
        counted: Counted::Metric(counted.into()),
        operation: operation.clone(),
    };
    let mut confirmed = Confirmed::default();
    let at = place(&release, "At least 178");
    confirmed.figures.insert(at, taken("irregular_migrants"));
    let proposal = proposed(&release, &confirmed);
    assert_eq!(proposal.asked, []);
    let text = proposal.text.unwrap();
    let new = opatlas::file::read("mine", text.as_bytes());
    assert_eq!(new.problems, []);
    let new = new.dataset.unwrap();
    let [made] = new.operations.as_slice() else {
        panic!("{text}");
    };
    assert_eq!(made.name, "Green River");
    assert_eq!(made.days, None);
    let [figure] = made.figures.as_slice() else {
        panic!("{text}");
    };
    let report = &figure.reports[0];
    assert_eq!(report.quantity, Quantity::AtLeast(178));
    let excerpt = report
        .trail
        .as_ref()
        .and_then(|trail| trail.excerpt.as_deref());
    assert_eq!(
        excerpt,
        Some(
            "At least 178 irregular migrants were stopped at land borders, and around 100 victims \
             were found in eight houses."
        )
    );
}

#[test]
fn days_and_a_list_of_countries_are_taken_only_when_confirmed() {
    let dataset = mine();
    let release = Release::of("a.txt", TEXTS[2].1.to_owned(), &dataset, &[]);
    let operation = release.first_operation().unwrap();
    let days = |mark: &&Mark| matches!(mark.what, What::Days(_));
    let list = |mark: &&Mark| matches!(mark.what, What::Countries(_));
    let mut confirmed = Confirmed::default();
    for (at, mark) in release.marks.iter().enumerate() {
        if days(&mark) || list(&mark) {
            confirmed.facts.insert(at, operation.clone());
        }
    }
    let proposal = proposed(&release, &confirmed);
    let new = read_back(&proposal.text.unwrap());
    let made = &new.operations[0];
    assert_eq!(made.countries.listed.len(), 10);
    // The year is that of the text, where it names one, else that of the source.
    let days = made.days.unwrap();
    assert_eq!(
        (days.first.to_string(), days.count()),
        ("2019-09-29".to_owned(), Some(6))
    );
}

#[test]
fn days_of_no_known_year_are_asked_about() {
    let undated = MINE.replace("date: \"2024-09-09\", ", "");
    let dataset = read_back(&undated);
    let text = "Operation Green River, from 29 September to 4 October, is over.";
    let release = Release::of("a.txt", text.to_owned(), &dataset, &[]);
    let mut confirmed = Confirmed::default();
    let at = place(&release, "29 September to 4 October");
    confirmed
        .facts
        .insert(at, release.first_operation().unwrap());
    let proposal = proposal_of_release(
        &release,
        &confirmed,
        &from_release(),
        &undated,
        &dataset,
        &Atlas::default(),
    );
    assert_eq!(proposal.text, None);
    assert!(
        matches!(&proposal.asked[..], [Asked::NoDate(..)]),
        "{:?}",
        proposal.asked
    );
}

#[test]
fn a_number_with_two_readings_is_asked_about() {
    let dataset = mine();
    let release = Release::of("a.txt", TEXTS[9].1.to_owned(), &dataset, &[]);
    let mut confirmed = Confirmed::default();
    let taken = Taken {
        counted: Counted::Metric("arrests".into()),
        operation: release.first_operation().unwrap(),
    };
    confirmed.figures.insert(place(&release, "1.250"), taken);
    let proposal = proposed(&release, &confirmed);
    assert_eq!(proposal.text, None);
    assert!(
        matches!(&proposal.asked[..], [Asked::Decimal(..)]),
        "{:?}",
        proposal.asked
    );
}

#[test]
fn a_number_is_no_figure_for_one_reason() {
    for (text, why) in [
        ("It cost 1,200 euros.", Beside::Money),
        ("He is 32 years old.", Beside::Age),
        ("INTERPOL has 196 member countries.", Beside::Members),
        ("It happened in 2024.", Beside::Year),
        ("They weighed 5.5 tonnes.", Beside::Measure),
    ] {
        let release = read(text);
        let found: Vec<Option<Beside>> = (0..release.marks.len())
            .filter_map(|at| release.number(at).map(|number| number.beside))
            .collect();
        assert_eq!(found, [Some(why)], "{text}");
    }
}

#[test]
fn what_tells_of_a_change_a_share_or_a_whole_is_not_taken_for_a_result() {
    let metric = |id: &str| Some(Counted::Metric(id.into()));
    for (text, words, beside, counted) in [
        (
            "Arrests rose from 120 to 150 in a year.",
            "120",
            Some(Beside::Change),
            None,
        ),
        ("Arrests rose from 120 to 150 in a year.", "150", None, None),
        (
            "There were 40 arrests, up from 30.",
            "30",
            Some(Beside::Change),
            None,
        ),
        (
            "There were 40 arrests (+15.5 per cent).",
            "15.5",
            Some(Beside::Share),
            None,
        ),
        (
            "Call +33 4 72 44 70 00 for more.",
            "33 4 72 44 70 00",
            Some(Beside::Reference),
            None,
        ),
        (
            "Almost 1 in 5 of those arrested were women.",
            "Almost 1",
            Some(Beside::Share),
            None,
        ),
        (
            "Over half of the 600 victims were women.",
            "600",
            None,
            metric("potential_victims"),
        ),
        (
            "The 600 victims were women.",
            "600",
            None,
            metric("potential_victims_women"),
        ),
        (
            "Officers arrested from 20 to 30 people.",
            "20 to 30",
            None,
            metric("arrests"),
        ),
    ] {
        let release = read(text);
        let number = release.number(place(&release, words)).unwrap();
        assert_eq!(
            (number.beside, number.counted.clone()),
            (beside, counted),
            "{text}"
        );
    }
    let none = read("Not one arrest was made.");
    assert_eq!(none.marks, []);
}

#[test]
fn the_day_of_a_text_is_none_of_its_operation_and_a_second_taking_replaces_the_first() {
    let text = "14 March 2025\nOperation Silver Ferry (3 - 12 March 2025) led to 40 arrests in 5 \
        countries, and a part of it went on from 2 to 3 April 2025.";
    let release = read(text);
    let mut sifted = Sifted {
        release: Arc::new(release.clone()),
        ..Sifted::default()
    };
    let first_stop = sifted.stops()[0];
    assert_eq!(
        release.marked(&release.marks[first_stop]),
        "3 - 12 March 2025"
    );
    let operation = release.first_operation();
    let other = place(&release, "2 to 3 April 2025");
    for at in [other, first_stop] {
        assert!(sifted.take(at, None, operation.as_ref()));
    }
    assert_eq!(sifted.verdict(other), Verdict::Open);
    let proposal = proposed(&release, &sifted.confirmed);
    let new = read_back(&proposal.text.unwrap());
    let days = new.operations[0].days.unwrap();
    assert_eq!(days.first.to_string(), "2025-03-03");
}

#[test]
fn what_the_command_line_adds_to_an_operation_that_comes_with_the_program_stands_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("mine.ron"), MINE).unwrap();
    std::fs::write(at("a.txt"), "The police made 40 arrests.").unwrap();
    let sheet = "Operation,Metric,Number,Source\nLiberterra III,Arrests,41,release\n\
        Liberterra 2,Arrests,42,release\n";
    std::fs::write(at("b.csv"), sheet).unwrap();
    let import = |more: &[&str]| {
        let mut program = crate::started::opatlas(folder.path());
        let fixed = ["import", "--into", "mine.ron", "--yes"];
        let output = program.args(fixed).args(more).output().unwrap();
        assert!(output.status.success(), "{output:?}");
    };
    let take = ["a.txt", "--take", "1=arrests", "--source", "release"];
    for called in ["Liberterra II", "Operación Balsa de Plata"] {
        import(&[&take[..], &["--operation", called]].concat());
    }
    import(&["b.csv"]);
    let text = std::fs::read(at("mine.ron")).unwrap();
    let new = opatlas::file::read("mine", &text);
    assert_eq!(new.problems, []);
    let operations = new.dataset.unwrap().operations;
    let told = operations
        .iter()
        .map(|one| (one.id.as_str(), one.name.as_str(), one.further));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("liberterra-2", "Liberterra II", true),
            ("balsa-de-plata", "Balsa de Plata", false),
            ("liberterra-3", "Liberterra III", true),
        ]
    );
}

#[test]
fn words_that_say_more_than_a_quantity_are_kept() {
    let dataset = mine();
    let text =
        "Operation Green River led to fewer than 200 arrests and tens of thousands of checks.";
    let release = Release::of("a.txt", text.to_owned(), &dataset, &[]);
    let operation = release.first_operation().unwrap();
    let mut confirmed = Confirmed::default();
    for (words, counted) in [
        ("fewer than 200", "arrests"),
        ("tens of thousands", "database_checks"),
    ] {
        let taken = Taken {
            counted: Counted::Metric(counted.into()),
            operation: operation.clone(),
        };
        confirmed.figures.insert(place(&release, words), taken);
    }
    let proposal = proposed(&release, &confirmed);
    let new = read_back(&proposal.text.unwrap());
    let reports = new.operations[0].figures.iter().map(|one| {
        let report = &one.reports[0];
        (report.quantity, report.wording.as_deref())
    });
    let kept = [
        (Quantity::UpTo(199), Some("fewer than 200")),
        (Quantity::Thousands, Some("tens of thousands")),
    ];
    assert_eq!(reports.collect::<Vec<_>>(), kept);
}

#[test]
fn the_command_line_lists_what_a_text_states_and_writes_only_what_is_taken() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("mine.ron"), MINE).unwrap();
    std::fs::write(at("a.txt"), TEXTS[0].1).unwrap();
    std::fs::write(
        at("b.html"),
        "<p>12 arrests <b>on</b> 3&nbsp;200 flights</p>",
    )
    .unwrap();
    std::fs::write(at("c.pdf"), "%PDF-1.7").unwrap();
    let run = |arguments: &[&str]| {
        let mut program = crate::started::opatlas(folder.path());
        let output = program.args(arguments).output().unwrap();
        let both = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(both).unwrap())
    };
    let import =
        |text: &str, more: &[&str]| run(&[&["import", text, "--into", "mine.ron"], more].concat());
    let (code, list) = import("a.txt", &[]);
    assert_eq!(code, Some(0), "{list}");
    assert!(
        list.contains("a.txt:3:114: [7] 1,243 – arrests of blue-harbour-ii?"),
        "{list}"
    );
    assert!(list.contains("1,200 – a sum of money, no figure"), "{list}");
    let (_, page) = import("b.html", &[]);
    assert!(page.contains("b.html:1:1: [1] 12 – arrests?"), "{page}");
    let (code, refused) = import("c.pdf", &[]);
    assert_eq!(code, Some(1));
    assert!(refused.contains("nothing can be read"), "{refused}");
    let take = ["--take", "7=arrests,4=days", "--source", "release"];
    let (code, told) = import("a.txt", &take);
    assert_eq!(code, Some(0), "{told}");
    assert!(told.contains("arrests: 1,243 (release)"), "{told}");
    let text = || std::fs::read_to_string(at("mine.ron")).unwrap();
    assert_eq!(text(), MINE);
    assert_eq!(
        import("a.txt", &[&take[..], &["--yes"]].concat()).0,
        Some(0)
    );
    assert!(
        text().contains("Exactly(1243)") && text().contains("2024-09-06"),
        "{}",
        text()
    );
    // What is there is not added again, and what stands for no mark is refused.
    let (_, again) = import("a.txt", &take);
    assert!(again.contains("Nothing is new"), "{again}");
    assert_eq!(import("a.txt", &["--take", "99=arrests"]).0, Some(2));
    assert_eq!(import("a.txt", &["--take", "4=arrests"]).0, Some(2));
    assert_eq!(import("a.txt", &["b.html"]).0, Some(2));
    // A text that tells its title alone has the flags told that it needs.
    let (code, no_source) = import("a.txt", &["--take", "7=arrests", "--yes"]);
    assert_eq!(code, Some(2), "{no_source}");
    assert!(
        no_source
            .contains("--publisher and --grade, or name one that is there with --source: release"),
        "{no_source}"
    );
}

#[test]
fn the_command_line_makes_the_source_of_a_text_from_what_it_tells_and_what_flags_say() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let page = "<title>A raid | The police</title><meta property=og:site_name content='The police'>\
        <link rel=canonical href='https://example.org/raid'>\
        <meta property=article:published_time content='2024-09-10T08:00'>\
        <p>Operation Blue Harbour II led to 12 arrests.";
    std::fs::write(at("a.html"), page).unwrap();
    let import = |more: &[&str]| {
        let mut program = crate::started::opatlas(folder.path());
        let output = program
            .args(["import", "a.html", "--into", "new.ron"])
            .args(more);
        let output = output.output().unwrap();
        let both = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8(both).unwrap())
    };
    let told = import(&[]).1;
    assert!(
        told.contains("A raid · The police · 2024-09-10 · https://example.org/raid"),
        "{told}"
    );
    let (code, lacks) = import(&["--take", "2=arrests"]);
    assert_eq!(code, Some(2), "{lacks}");
    assert!(lacks.contains("say --grade"), "{lacks}");
    let whole = [
        "--take",
        "2=arrests",
        "--grade",
        "official",
        "--source",
        "raid",
        "--date",
        "2024-09-09",
    ];
    let (code, shown) = import(&whole);
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("+ source raid (The police)"), "{shown}");
    assert!(!at("new.ron").exists());
    assert_eq!(import(&[&whole[..], &["--yes"]].concat()).0, Some(0));
    let dataset = opatlas::file::read("new", &std::fs::read(at("new.ron")).unwrap());
    assert_eq!(dataset.problems, []);
    let source = &dataset.dataset.unwrap().sources["raid"];
    assert_eq!(source.title, "A raid");
    assert_eq!(source.date.unwrap().to_string(), "2024-09-09");
    assert_eq!(source.link(), Some("https://example.org/raid"));
    // A second source of the same id is none.
    let (code, twice) = import(&whole);
    assert_eq!(code, Some(2), "{twice}");
}

#[test]
fn a_text_as_long_as_any_that_is_read_is_read_to_its_end() {
    let page = TEXTS[4]
        .1
        .repeat(opatlas::import::release::LONGEST / TEXTS[4].1.len());
    let release = read(&page);
    assert!(release.marks.len() > 5_000);
    let last = release.marks.last().unwrap();
    assert!(last.span.end > page.len() - TEXTS[4].1.len());
}
