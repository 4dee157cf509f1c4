//! Whatever is written into a dataset, every other byte of it stays, and it reads back as meant.

use opatlas::file::edit::{self, Edit, Path, Step, Value, edited};
use opatlas::file::{EMBEDDED, STARTER, read};
use opatlas::model::{
    Dataset, Figure, Grade, MetricId, NoAddress, Operation, Quantity, Report, Severity, Source,
    SourceId,
};
use proptest::prelude::*;
use proptest::sample::Index;

use crate::random;

/// A small dataset with comments and commas wherever they can stand.
const ODD: &str = r#"// ] ) } before
#![enable(implicit_some)] /* nested /* , */ ] */
( // the dataset
  format : 1 , title: "A \"title\" ] // no comment", // ends here
  /* about sources */ sources: { "a": (publisher: "P", title: r"T\", no_address: "none", grade: Official), // a
      "b" : ( publisher: "Q", title: "U" /* , */ , no_address: "none",
         // before the grade
         grade: News ) /* no comma */ },
  metrics: {
      "arrests": (label: "Arrests", unit: "people", definition: "All" ) , // last
      // "officers": (label: "Officers"),
  }
  , operations: [
  (
	id: "one", name: "One",
	days: ("2024-01-01", "2024-01-02"), lead: [ ], sources: ["a",],
	countries: ( ),
	figures: { "arrests": [
	  (quantity: Exactly(3), source: "a"),
	  (quantity: MoreThan(2), source: "b") // the other
	  // (quantity: About(2), source: "c"),
	] },
  ), ( id: "two", name: "Two", figures: {}, findings: [
    // none
  ], supported_by: [
  ] /* end */ )],
  cases: [],
) // ] behind
"#;

/// The same dataset as others would write it.
#[derive(Debug, Clone, Copy)]
enum Hand {
    AsIs,
    CarriageReturns,
    Tabs,
    NoLastCommas,
    OneLine,
    Commented,
}

const HANDS: [Hand; 6] = [
    Hand::AsIs,
    Hand::CarriageReturns,
    Hand::Tabs,
    Hand::NoLastCommas,
    Hand::OneLine,
    Hand::Commented,
];

fn texts() -> Vec<&'static str> {
    let embedded = EMBEDDED.iter().map(|(_, text)| *text);
    embedded.chain([STARTER, ODD, ODD, ODD, ODD]).collect()
}

/// What a text is made of: `true` for spaces and comments.
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            comment(rest)
        } else if let Some(raw) = rest.strip_prefix("r\"") {
            2 + raw.find('"').unwrap() + 1
        } else if rest.starts_with('"') {
            quoted(rest)
        } else {
            rest.chars().next().unwrap().len_utf8()
        };
        let piece = &rest[..length];
        let quiet = piece.starts_with("//") || piece.starts_with("/*") || piece.trim().is_empty();
        pieces.push((quiet, piece));
        at += length;
    }
    pieces
}

fn comment(text: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    loop {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
        } else {
            at += text[at..].chars().next().unwrap().len_utf8();
        }
        if depth == 0 {
            return at;
        }
    }
}

fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if c == '"' && !escaped {
            return at + 1;
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

fn in_hand(hand: Hand, text: &str) -> String {
    match hand {
        Hand::AsIs => text.to_owned(),
        Hand::CarriageReturns => text.replace('\n', "\r\n"),
        Hand::Tabs => text.replace("    ", "\t"),
        Hand::NoLastCommas => {
            let pieces = pieces(text);
            let closes = |from: usize| {
                let mut loud = pieces[from..].iter().filter(|(quiet, _)| !quiet);
                let next = loud.next().map_or("", |(_, piece)| piece);
                [")", "]", "}"].contains(&next)
            };
            let kept = pieces.iter().enumerate();
            let kept = kept.filter(|(at, (_, piece))| *piece != "," || !closes(at + 1));
            kept.map(|(_, (_, piece))| *piece).collect()
        }
        Hand::OneLine => {
            let one = |(quiet, piece): (bool, &'static str)| if quiet { " " } else { piece };
            let text: &'static str = text.to_owned().leak();
            let line: String = pieces(text).into_iter().map(one).collect();
            line.replace("    ", "")
        }
        Hand::Commented => {
            let one = |(quiet, piece): (bool, &str)| match piece {
                "," => ", /* , ] /* ) */ } */ ".to_owned(),
                "(" | "[" | "{" if !quiet => format!("{piece} // ] , }}\n"),
                _ => piece.to_owned(),
            };
            let (before, dataset) = text.split_at(text.find("\n(").unwrap());
            let dataset: String = pieces(dataset).into_iter().map(one).collect();
            before.to_owned() + &dataset
        }
    }
}

fn dataset(text: &str) -> Dataset {
    let reading = read("test.ron", text.as_bytes());
    let mut problems = reading.problems.iter();
    if let Some(error) = problems.find(|problem| problem.severity == Severity::Error) {
        panic!("{error}");
    }
    let mut dataset = reading.dataset.unwrap();
    dataset.print = 0;
    dataset.places.clear();
    dataset.case_places.clear();
    dataset
}

/// A random change, and what the dataset is then.
struct Meant {
    edit: Edit,
    /// Takes away what was put in; `None` where something was taken away or replaced.
    back: Option<Edit>,
    dataset: Dataset,
}

fn of_operation(operation: &str, rest: &[Step]) -> Path {
    let mut path = vec![Step::Field("operations"), Step::Id(operation.to_owned())];
    path.extend_from_slice(rest);
    path
}

fn new_report(source: &str, number: u64) -> Report {
    Report {
        note: Some(format!("“{number}” \\ \"as printed\", // ]")),
        // Whatever else is stated, it can be true beside it.
        ..Report::of(Quantity::Several, source)
    }
}

/// Where a random change is made.
struct Chosen<'a> {
    before: &'a Dataset,
    at: usize,
    operation: &'a Operation,
    source: &'a str,
    place: Index,
    number: u64,
}

/// A change of the kind of a number, at a place that another chooses.
fn meant(before: &Dataset, kind: usize, place: Index, number: u64) -> Option<Meant> {
    let at = one_of(place, &before.operations)?;
    let sources: Vec<&str> = before.sources.keys().map(SourceId::as_str).collect();
    let chosen = Chosen {
        before,
        at,
        operation: &before.operations[at],
        source: sources[one_of(place, &sources)?],
        place,
        number,
    };
    match kind {
        0 => chosen.further_report(),
        1 => chosen.first_report(),
        2 => Some(chosen.new_source()),
        3 => Some(chosen.new_operation()),
        4 => Some(chosen.note_on_days()),
        5 => chosen.other_quantity(),
        6 => chosen.no_case(),
        7 => chosen.no_figure(),
        8 => chosen.new_case(),
        9 => Some(chosen.number_of_countries()),
        _ => chosen.no_unit(),
    }
}

fn one_of<T>(place: Index, all: &[T]) -> Option<usize> {
    (!all.is_empty()).then(|| place.index(all.len()))
}

fn key(id: &str) -> Step {
    Step::Key(id.to_owned())
}

fn below(path: &Path, step: Step) -> Path {
    let mut path = path.clone();
    path.push(step);
    path
}

impl Chosen<'_> {
    fn report(&self) -> Report {
        new_report(self.source, self.number)
    }

    fn path(&self, rest: &[Step]) -> Path {
        of_operation(self.operation.id.as_str(), rest)
    }

    fn meant(&self, edit: Edit, back: Option<Path>, change: impl FnOnce(&mut Dataset)) -> Meant {
        let mut dataset = self.before.clone();
        change(&mut dataset);
        Meant {
            edit,
            back: back.map(Edit::Remove),
            dataset,
        }
    }

    fn further_report(&self) -> Option<Meant> {
        let at = one_of(self.place, &self.operation.figures)?;
        let figure = &self.operation.figures[at];
        let path = self.path(&[Step::Field("figures"), key(figure.metric.as_str())]);
        let back = below(&path, Step::At(figure.reports.len()));
        let edit = Edit::Add(path, vec![edit::report(&self.report())]);
        Some(self.meant(edit, Some(back), |dataset| {
            let figure = &mut dataset.operations[self.at].figures[at];
            figure.reports.push(self.report());
        }))
    }

    fn first_report(&self) -> Option<Meant> {
        let ids = self.before.metrics.iter().map(|metric| &metric.id);
        // What is said not to be applicable has no figure.
        let is_free = |id: &&MetricId| {
            let id = id.as_str();
            self.operation.figure(id).is_none() && self.operation.not_applicable(id).is_none()
        };
        let mut missing = ids.filter(is_free);
        let metric = missing.next()?.clone();
        let path = self.path(&[Step::Field("figures"), key(metric.as_str())]);
        // Where there were no figures, only the text tells whether their field goes too.
        let back = (!self.operation.figures.is_empty()).then(|| path.clone());
        let edit = Edit::Add(path, vec![edit::report(&self.report())]);
        Some(self.meant(edit, back, |dataset| {
            dataset.operations[self.at].figures.push(Figure {
                metric,
                reports: vec![self.report()],
            });
        }))
    }

    fn new_source(&self) -> Meant {
        let new = Source {
            publisher: "P “x”".to_owned(),
            title: format!("T {}", self.number),
            date: None,
            address: Err(NoAddress::Because("none".to_owned())),
            grade: Grade::News,
            note: None,
        };
        let id = format!("new-{}", self.number);
        let path = vec![Step::Field("sources")];
        let back = below(&path, key(&id));
        let edit = Edit::AddKeyed(path, vec![(id.clone(), edit::source(&new))]);
        self.meant(edit, Some(back), |dataset| {
            dataset.sources.insert(id.into(), new);
        })
    }

    fn new_operation(&self) -> Meant {
        let mut new = self.operation.clone();
        new.id = format!("new-{}", self.number).into();
        let path = vec![Step::Field("operations")];
        let back = below(&path, Step::Id(new.id.to_string()));
        let edit = Edit::Add(path, vec![edit::operation(&new)]);
        self.meant(edit, Some(back), |dataset| dataset.operations.push(new))
    }

    fn note_on_days(&self) -> Meant {
        let note = format!("A note {}, with // and ] in it", self.number);
        let path = self.path(&[Step::Field("days_note")]);
        let back = self.operation.days_note.is_none().then(|| path.clone());
        let edit = Edit::Set(path, Value::Text(note.clone()));
        self.meant(edit, back, |dataset| {
            dataset.operations[self.at].days_note = Some(note);
        })
    }

    fn other_quantity(&self) -> Option<Meant> {
        let at = one_of(self.place, &self.operation.figures)?;
        let metric = self.operation.figures[at].metric.as_str();
        let field = Step::Field("quantity");
        let path = self.path(&[Step::Field("figures"), key(metric), Step::At(0), field]);
        let quantity = Quantity::Several;
        let edit = Edit::Set(path, Value::Quantity(quantity));
        Some(self.meant(edit, None, |dataset| {
            let figure = &mut dataset.operations[self.at].figures[at];
            figure.reports[0].quantity = quantity;
        }))
    }

    fn no_case(&self) -> Option<Meant> {
        let at = one_of(self.place, &self.before.cases)?;
        let id = self.before.cases[at].id.to_string();
        let edit = Edit::Remove(vec![Step::Field("cases"), Step::Id(id)]);
        Some(self.meant(edit, None, |dataset| drop(dataset.cases.remove(at))))
    }

    fn no_figure(&self) -> Option<Meant> {
        let at = one_of(self.place, &self.operation.figures)?;
        let metric = self.operation.figures[at].metric.as_str();
        let edit = Edit::Remove(self.path(&[Step::Field("figures"), key(metric)]));
        Some(self.meant(edit, None, |dataset| {
            dataset.operations[self.at].figures.remove(at);
        }))
    }

    fn new_case(&self) -> Option<Meant> {
        let at = one_of(self.place, &self.before.cases)?;
        let mut new = (*self.before.cases[at]).clone();
        new.id = format!("new-{}", self.number).into();
        let path = vec![Step::Field("cases")];
        let back = below(&path, Step::Id(new.id.to_string()));
        let edit = Edit::Add(path, vec![edit::case(&new)]);
        Some(self.meant(edit, Some(back), |dataset| dataset.cases.push(new.into())))
    }

    fn number_of_countries(&self) -> Meant {
        let there = self.operation.countries.count.len();
        let path = self.path(&[Step::Field("countries"), Step::Field("count")]);
        let back = (there > 0).then(|| below(&path, Step::At(there)));
        let edit = Edit::Add(path, vec![edit::report(&self.report())]);
        self.meant(edit, back, |dataset| {
            let countries = &mut dataset.operations[self.at].countries;
            countries.count.push(self.report());
        })
    }

    fn no_unit(&self) -> Option<Meant> {
        let at = one_of(self.place, &self.operation.coordination_units)?;
        let edit = Edit::Remove(self.path(&[Step::Field("coordination_units"), Step::At(at)]));
        Some(self.meant(edit, None, |dataset| {
            dataset.operations[self.at].coordination_units.remove(at);
        }))
    }
}

fn loud(text: &str) -> String {
    pieces(text)
        .into_iter()
        .filter(|(quiet, _)| !quiet)
        .map(|(_, piece)| piece)
        .collect()
}

fn comments(text: &str) -> Vec<String> {
    let comments = pieces(text)
        .into_iter()
        .filter(|(quiet, piece)| *quiet && !piece.trim().is_empty());
    comments
        .map(|(_, piece)| piece.trim_end().to_owned())
        .collect()
}

/// How long the beginning and the end are that two texts share.
fn shared(one: &str, other: &str) -> (usize, usize) {
    let pairs = one.bytes().zip(other.bytes());
    let start = pairs.take_while(|(one, other)| one == other).count();
    let most = one.len().min(other.len()) - start;
    let pairs = one.bytes().rev().zip(other.bytes().rev());
    let end = pairs
        .take(most)
        .take_while(|(one, other)| one == other)
        .count();
    (start, end)
}

/// What of a text is not in another, with what stands around it.
fn part<'a>(old: &str, new: &'a str) -> &'a str {
    let (start, end) = shared(old, new);
    let from = new.floor_char_boundary(start.saturating_sub(100));
    let to = new.ceil_char_boundary((new.len() - end + 100).min(new.len()));
    &new[from..to]
}

proptest! {
    #![proptest_config(ProptestConfig {
        // All 10,000 with PROPTEST_CASES=10000.
        cases: std::env::var("PROPTEST_CASES").ok().and_then(|count| count.parse().ok()).unwrap_or(80),
        rng_seed: random::seed(),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn an_edit_changes_what_is_meant_and_no_other_byte(
        text in 0..texts().len(),
        hand in prop::sample::select(HANDS.to_vec()),
        kind in 0_usize..11,
        place in any::<Index>(),
        number in 1_u64..1_000_000,
    ) {
        let text = in_hand(hand, texts()[text]);
        let before = dataset(&text);
        let Some(meant) = meant(&before, kind, place, number) else {
            return Ok(());
        };
        let after = edited(&text, std::slice::from_ref(&meant.edit)).unwrap();
        let changed = part(&text, &after);
        prop_assert!(dataset(&after) == meant.dataset, "{:?}\n{}", meant.edit, changed);
        // Only comments inside of what is taken away go with it.
        let (told, tells) = (comments(&text), comments(&after));
        let kept = (told.iter().zip(&tells)).take_while(|(one, other)| one == other).count();
        prop_assert!(told.ends_with(&tells[kept..]), "{:?}\n{}", meant.edit, changed);
        if !matches!(meant.edit, Edit::Remove(_) | Edit::Set(..)) {
            prop_assert_eq!(told.len(), tells.len(), "{:?}\n{}", meant.edit, changed);
        }
        // What is written stands in one place, apart from the comma before it.
        let (old, new) = (loud(&text), loud(&after));
        let (start, end) = shared(&old, &new);
        let (gone, come) = (&old[start..old.len() - end], &new[start..new.len() - end]);
        match meant.edit {
            Edit::Add(..) | Edit::AddKeyed(..) => prop_assert_eq!(gone, "", "{}", come),
            Edit::Remove(_) => prop_assert_eq!(come, "", "{}", gone),
            Edit::Set(..) => {}
        }
        if matches!(hand, Hand::CarriageReturns) {
            prop_assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
        }
        if let Some(back) = meant.back {
            let again = edited(&after, &[back]).unwrap();
            prop_assert!(again == text, "{:?}\n{}\n{}", meant.edit, changed, part(&text, &again));
        }
    }
}

#[test]
fn several_edits_are_made_one_after_the_other() {
    let one = Step::Id("one".to_owned());
    let figures = |operation: &Step| {
        vec![
            Step::Field("operations"),
            operation.clone(),
            Step::Field("figures"),
        ]
    };
    let arrests =
        |operation: &Step| [figures(operation), vec![Step::Key("arrests".to_owned())]].concat();
    let report = edit::report(&new_report("a", 7));
    let fresh = Value::Record(
        vec![
            ("id", Value::Text("three".to_owned())),
            ("name", Value::Text("Three".to_owned())),
        ],
        edit::Layout::Spread,
    );
    let three = Step::Id("three".to_owned());
    let edits = [
        Edit::Add(vec![Step::Field("operations")], vec![fresh]),
        Edit::Add(arrests(&three), vec![report.clone()]),
        Edit::Add(arrests(&one), vec![report.clone(), report]),
        Edit::Remove([arrests(&one), vec![Step::At(0)]].concat()),
        Edit::Remove([arrests(&one), vec![Step::At(0)]].concat()),
    ];
    let after = dataset(&edited(ODD, &edits).unwrap());
    let reports = |at: usize| after.operations[at].figures[0].reports.as_slice();
    let new = new_report("a", 7);
    assert_eq!(reports(0), [new.clone(), new.clone()]);
    assert_eq!(reports(2), [new]);
}

#[test]
fn a_text_that_is_not_well_written_is_not_touched() {
    for broken in [
        "",
        "(",
        "(format: 1 title: 2)",
        "(operations: [(id: \"one\" name: \"x\")])",
    ] {
        let path = of_operation("one", &[Step::Field("days_note")]);
        assert!(
            edited(broken, &[Edit::Set(path, Value::Text(String::new()))]).is_err(),
            "{broken}"
        );
    }
}
