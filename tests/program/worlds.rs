//! Every picture is true in every world that the sources allow: several datasets are written and
//! opened together, with figures that nobody states, that are stated but cannot be used, with
//! operations without days; numbers are drawn that agree with what was stated, and what labels,
//! speech, headlines, titles and notes say must hold of them.

use std::sync::Arc;

use crate::statements::{Stated, any_stated, holds};
use opatlas::chart::{Body, ChartSpec, Kind, Showing, Shown, Subject, picture};
use opatlas::file::read;
use opatlas::model::{Atlas, Open};
use opatlas::query::change::WhyNot;
use opatlas::query::comparison::Comparison;
use opatlas::query::measure::{Disputed, Measure, Value};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseError};

/// What a dataset says of one thing.
#[derive(Debug, Clone, Copy)]
enum Cell {
    Stated(Stated),
    Unstated,
    /// Stated so that it cannot be used.
    Broken,
}

/// How long an operation ran, and what is said of it.
#[derive(Debug, Clone, Copy)]
enum Ran {
    From(u8),
    Long(u8),
    Unknown(u8),
    Broken(u8),
}

/// An operation as it was, and as it is stated.
#[derive(Debug, Clone, Copy)]
struct Happened {
    part: Cell,
    whole: Cell,
    countries: Cell,
    ran: Ran,
}

impl Happened {
    fn days(&self) -> f64 {
        let (Ran::From(days) | Ran::Long(days) | Ran::Unknown(days) | Ran::Broken(days)) = self.ran;
        f64::from(days)
    }

    fn days_stated(&self) -> Option<f64> {
        matches!(self.ran, Ran::From(_) | Ran::Long(_)).then(|| self.days())
    }

    fn cell(&self, metric: &str) -> Cell {
        if metric == "part" {
            self.part
        } else {
            self.whole
        }
    }

    /// The true number of a metric on a footing; `None` where this is no world: a part is in its
    /// whole, and who took part is somebody.
    fn truth(&self, metric: &str, measure: Measure, base: &Self) -> Option<f64> {
        let of = |one: &Self, metric| match one.cell(metric) {
            Cell::Stated(stated) => Some(stated.truth),
            Cell::Unstated | Cell::Broken => None,
        };
        let number = of(self, metric)?;
        match measure {
            Measure::Total => Some(number),
            Measure::PerDay => Some(number / self.days()),
            Measure::PerCountry => match self.countries {
                Cell::Stated(stated) if stated.truth >= 1.0 => Some(number / stated.truth),
                Cell::Stated(_) | Cell::Unstated | Cell::Broken => None,
            },
            Measure::Share => {
                let whole = of(self, "whole").filter(|&whole| whole >= number && whole > 0.0)?;
                Some(100.0 * number / whole)
            }
            Measure::Change => {
                let from = of(base, metric).filter(|&from| from > 0.0)?;
                Some(100.0 * (number / from - 1.0))
            }
        }
    }
}

fn any_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        6 => any_stated().prop_map(Cell::Stated),
        1 => Just(Cell::Unstated),
        1 => Just(Cell::Broken),
    ]
}

fn any_operation() -> impl Strategy<Value = Happened> {
    let ran = prop_oneof![
        6 => (1_u8..20).prop_map(Ran::From),
        1 => (1_u8..20).prop_map(Ran::Long),
        1 => (1_u8..20).prop_map(Ran::Unknown),
        1 => (1_u8..20).prop_map(Ran::Broken),
    ];
    (any_cell(), any_cell(), any_cell(), ran).prop_map(|(part, whole, countries, ran)| Happened {
        part,
        whole,
        countries,
        ran,
    })
}

/// How a dataset declares the parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Declared {
    Well,
    /// In other words for the same unit.
    InOtherWords,
    /// So that it cannot be used.
    Broken,
    /// In a unit that the datasets before it do not have.
    OtherUnit,
}

/// How each of three datasets does; the first one says which unit it is.
fn any_declared() -> impl Strategy<Value = [Declared; 3]> {
    use Declared::{Broken, InOtherWords, OtherUnit, Well};
    let first = prop_oneof![6 => Just(Well), 1 => Just(InOtherWords)];
    let other = || prop_oneof![6 => Just(Well), 1 => Just(InOtherWords), 1 => Just(Broken), 1 => Just(OtherUnit)];
    (first, other(), other()).prop_map(|(a, b, c)| [a, b, c])
}

/// What happened as it can be used: the parts of a dataset that declares them otherwise cannot.
fn usable(operations: &[Happened], declared: [Declared; 3]) -> Vec<Happened> {
    let usable = |(place, one): (usize, &Happened)| {
        let lost = matches!(declared[place / 2], Declared::Broken | Declared::OtherUnit);
        let part = match one.part {
            Cell::Stated(_) if lost => Cell::Broken,
            cell => cell,
        };
        Happened { part, ..*one }
    };
    operations.iter().enumerate().map(usable).collect()
}

/// The operations in datasets of two each, opened together.
fn atlas(operations: &[Happened], declared: [Declared; 3]) -> Atlas {
    let datasets = operations.chunks(2).enumerate().map(|(file, two)| {
        let two = two.iter().enumerate();
        let two: Vec<String> = two.map(|(nth, one)| written(2 * file + nth, one)).collect();
        let (label, unit, whole) = match declared[file] {
            Declared::Well => ("\"Parts\"", "people", ", part_of: \"whole\""),
            Declared::InOtherWords => ("\"Parts\"", "personas", ", part_of: \"whole\""),
            Declared::Broken => ("Parts", "people", ", part_of: \"whole\""),
            Declared::OtherUnit => ("\"Parts\"", "boats", ""),
        };
        let text = format!(
            "#![enable(implicit_some)]
            (format: 1, title: \"T{file}\",
            sources: {{\"s{file}\": (publisher: \"P\", title: \"T{file}\", date: \"2024-04-01\", address: \"https://example.org/{file}\", grade: Official)}},
            metrics: {{
                \"whole\": (label: \"Wholes\", unit: \"people\", definition: \"All\"),
                \"part\": (label: {label}, unit: \"{unit}\", definition: \"Some\"{whole})}},
            operations: [{}], cases: [])",
            two.join(", ")
        );
        let reading = read(&format!("t{file}.ron"), text.as_bytes());
        Arc::new(reading.dataset.unwrap_or_else(|| panic!("{:?}", reading.problems)))
    });
    Atlas::of(&datasets.collect::<Vec<_>>()).0
}

fn written(index: usize, one: &Happened) -> String {
    let source = format!("source: \"s{}\"", index / 2);
    let reports = |cell: Cell| match cell {
        Cell::Stated(stated) => Some(format!("[(quantity: {:?}, {source})]", stated.quantity)),
        Cell::Unstated => None,
        Cell::Broken => Some(format!("[(quantity: Roughly(7), {source})]")),
    };
    let figure = |metric: &str, cell| Some(format!("\"{metric}\": {}", reports(cell)?));
    let figures = [figure("part", one.part), figure("whole", one.whole)];
    let figures: Vec<String> = figures.into_iter().flatten().collect();
    let countries = reports(one.countries).map(|count| format!("countries: (count: {count}),"));
    let ran = match one.ran {
        Ran::From(days) => format!("days: (\"2024-03-01\", \"2024-03-{days:02}\"),"),
        Ran::Long(days) => format!("length: {days},"),
        Ran::Unknown(_) => String::new(),
        Ran::Broken(_) => "days: (\"2024-03-31\", \"2024-03-32\"),".to_owned(),
    };
    format!(
        "(id: \"o{index}\", name: \"O {index}\", {ran} sources: [\"s{}\"], {} figures: {{{}}})",
        index / 2,
        countries.unwrap_or_default(),
        figures.join(", ")
    )
}

/// A picture, and the world it is of.
struct World<'a> {
    operations: &'a [Happened],
    base: &'a Happened,
    spec: &'a ChartSpec,
}

impl World<'_> {
    fn operation(&self, shown: usize) -> &Happened {
        let id = &self.spec.operations[shown].id;
        &self.operations[id[1..].parse::<usize>().expect("a number")]
    }

    /// What is written beside a mark and said of it is true.
    fn hold_figure(&self, shown: &Shown) -> Result<(), TestCaseError> {
        let Subject::Figure {
            operation,
            metric,
            measure,
        } = shown.subject
        else {
            return Ok(());
        };
        let happened = self.operation(operation);
        let metric = self.spec.metrics[metric].id.as_str();
        let cells = match measure {
            Measure::Change if self.spec.kind == Kind::Change => {
                vec![happened.cell(metric), self.base.cell(metric)]
            }
            _ => vec![happened.cell(metric)],
        };
        let is_broken = || cells.iter().any(|cell| matches!(cell, Cell::Broken));
        match shown.value {
            Value::NotReported => {
                prop_assert!(!is_broken(), "{shown:?} is stated");
                let unstated = cells.iter().any(|cell| matches!(cell, Cell::Unstated));
                prop_assert!(unstated, "{shown:?} is stated");
            }
            Value::NotApplicable => prop_assert!(false, "{shown:?} applies"),
            Value::LeftOut => prop_assert!(is_broken(), "{shown:?} is not left out"),
            Value::NotComputable(why) => self.hold_reason(why, happened, metric)?,
            Value::Unnumbered(_) => {}
            Value::Number(_) => {
                let Some(truth) = happened.truth(metric, measure, self.base) else {
                    return Ok(());
                };
                if let Some((per_cent, number)) = shown.label.split_once("  (") {
                    let both = number.strip_suffix(", not certain");
                    let number = both.unwrap_or(number).trim_end_matches(')');
                    let from = self
                        .base
                        .truth(metric, self.spec.measure.of_ends(), self.base);
                    let to = happened.truth(metric, self.spec.measure.of_ends(), self.base);
                    if let (Some(from), Some(to)) = (from, to) {
                        let change = 100.0 * (to / from - 1.0);
                        prop_assert!(holds(per_cent, change), "{shown:?} of {change}");
                        prop_assert!(holds(number, to - from), "{shown:?} of {}", to - from);
                    }
                } else if self.spec.kind != Kind::Change || self.spec.measure == Measure::Total {
                    prop_assert!(holds(&shown.label, truth), "{shown:?} of {truth}");
                    prop_assert!(holds_spoken(&shown.words, truth), "{shown:?} of {truth}");
                }
            }
        }
        Ok(())
    }

    /// Why there is no number is true.
    fn hold_reason(
        &self,
        why: WhyNot,
        happened: &Happened,
        metric: &str,
    ) -> Result<(), TestCaseError> {
        let is_broken = |cell: Cell| matches!(cell, Cell::Broken);
        let is_unstated = |cell: Cell| matches!(cell, Cell::Unstated);
        let holds_of = |happened: &Happened| match why {
            WhyNot::LeftOut(Disputed::Days) => matches!(happened.ran, Ran::Broken(_)),
            WhyNot::LeftOut(Disputed::Countries) => is_broken(happened.countries),
            WhyNot::LeftOut(Disputed::Whole) => is_broken(happened.whole),
            WhyNot::LeftOut(Disputed::Base) => is_broken(self.base.cell(metric)),
            WhyNot::LeftOut(Disputed::Figure) => is_broken(happened.cell(metric)),
            WhyNot::DaysNotKnown => matches!(happened.ran, Ran::Unknown(_)),
            WhyNot::CountriesNotReported | WhyNot::CountriesWithoutNumber => {
                is_unstated(happened.countries)
            }
            WhyNot::WholeNotReported => is_unstated(happened.whole),
            WhyNot::BaseNotReported => is_unstated(self.base.cell(metric)),
            _ => true,
        };
        // A change rests on both ends.
        let holds = holds_of(happened) || (self.spec.kind == Kind::Change && holds_of(self.base));
        prop_assert!(holds, "{why:?} of {happened:?}");
        Ok(())
    }

    /// "Of 5 operations that state a number, O 1 reports the most parts: 1,000."
    fn hold_most(&self, said: &str) -> Result<(), TestCaseError> {
        let Some((of, rest)) = said.split_once(" operations ") else {
            return Ok(());
        };
        let of: usize = of.trim_start_matches("Of ").parse().expect("a number");
        let mut names = rest.split("O ").skip(1);
        let mut name = || names.next()?[..1].parse::<usize>().ok();
        let Some(first) = name() else {
            return Ok(());
        };
        let second = name().unwrap_or(first);
        for (metric, leader) in [("part", first), ("whole", second)] {
            if rest.contains(&format!("most {metric}s"))
                || rest.contains(&format!("share of {metric}s"))
            {
                let both = rest.contains("state both");
                self.hold_leader(said, (metric, if both { leader } else { first }), of)?;
            }
        }
        Ok(())
    }

    fn hold_leader(
        &self,
        said: &str,
        (metric, first): (&str, usize),
        of: usize,
    ) -> Result<(), TestCaseError> {
        let measure = self.spec.measure;
        let states = |operation: usize, id: &str| {
            self.spec.figures.iter().any(|shown| match shown.subject {
                Subject::Figure {
                    operation: place,
                    metric,
                    ..
                } => {
                    let is_it = place == operation && self.spec.metrics[metric].id == id;
                    is_it && shown.amount().is_some()
                }
                _ => false,
            })
        };
        let both = said.contains("state both");
        let with_number: Vec<&Happened> = (0..self.spec.operations.len())
            .filter(|&one| {
                states(one, metric) && (!both || (states(one, "part") && states(one, "whole")))
            })
            .map(|one| self.operation(one))
            .collect();
        prop_assert_eq!(with_number.len(), of, "{}", said);
        let truth = |one: &Happened| one.truth(metric, measure, self.base);
        let leader = &self.operations[first];
        let Some(most) = truth(leader) else {
            return Ok(());
        };
        for other in with_number {
            if let Some(truth) = truth(other).filter(|_| !std::ptr::eq(other, leader)) {
                prop_assert!(most > truth, "{said} of {most} and {truth}");
            }
        }
        Ok(())
    }

    /// "O 1 reports 25.0 % more parts per operation day than O 0, but 10.0 % fewer in total (12 days
    /// against 6)."
    fn hold_pair(&self, said: &str) -> Result<(), TestCaseError> {
        let pair = said.split_once(" reports ");
        let Some((name, rest)) = pair.filter(|(name, _)| name.starts_with("O ")) else {
            return Ok(());
        };
        let number = |text: &str| {
            let digits: String = text.chars().take_while(char::is_ascii_digit).collect();
            digits.parse::<usize>().expect("a number")
        };
        let base = rest.split_once(" than O ").or(rest.split_once(" as O "));
        let (first, behind) = base.expect("a base");
        let [operation, base] = [&name[2..], behind].map(|one| &self.operations[number(one)]);
        let (second, days) = behind[1..].split_once(" (").unwrap_or((&behind[1..], ""));
        if let Some((ran, against)) = days.split_once(" against ") {
            let [ran, against] = [ran, against].map(|days| Some(number(days) as f64));
            prop_assert_eq!(ran, operation.days_stated(), "{}", said);
            prop_assert_eq!(against, base.days_stated(), "{}", said);
        }
        let metric = if first.contains(" parts") {
            "part"
        } else {
            "whole"
        };
        let second = second
            .trim_start_matches(", but ")
            .trim_start_matches(" and ");
        for told in [first, second]
            .into_iter()
            .filter(|told| told.contains(' '))
        {
            let measure = if told.contains("per operation day") {
                Measure::PerDay
            } else if told.contains("per participating country") {
                Measure::PerCountry
            } else {
                Measure::Total
            };
            let truth = |one: &Happened| one.truth(metric, measure, one);
            let (Some(from), Some(to)) = (truth(base), truth(operation)) else {
                continue;
            };
            let change = 100.0 * (to / from - 1.0);
            let holds = if let Some((times, _)) = told.split_once(" times as many") {
                holds_spoken(times, to / from)
            } else if let Some((size, _)) = told.split_once(" % more") {
                holds_spoken(&format!("{size} %"), change)
            } else {
                let (size, _) = told.split_once(" % fewer").expect("a size");
                holds_spoken(&format!("{size} %"), -change)
            };
            prop_assert!(holds, "{said}: {told} of {from} and {to}");
        }
        Ok(())
    }

    /// "Parts make up 48.1 % of all wholes in O 0 and more than 20.0 % in O 1."
    fn hold_shares(&self, said: &str) -> Result<(), TestCaseError> {
        let Some((_, rest)) = said.split_once(" make up ") else {
            return Ok(());
        };
        let rest = rest.replace(" of all wholes", "");
        let mut shares = rest.split(" in O ");
        let mut share = shares.next().expect("a share");
        for behind in shares {
            let one = &self.operations[behind[..1].parse::<usize>().expect("a number")];
            if let Some(truth) = one.truth("part", Measure::Share, one) {
                prop_assert!(holds_spoken(share, truth), "{said}: {share} of {truth}");
            }
            share = behind[1..].trim_start_matches(" and ");
        }
        Ok(())
    }

    /// "Of 6 operations, all state wholes and 2 state parts."
    fn hold_stated(&self, said: &str) -> Result<(), TestCaseError> {
        for (metric, word) in [("part", " state parts"), ("whole", " state wholes")] {
            let Some((before, _)) = said.split_once(word) else {
                continue;
            };
            let shown = 0..self.spec.operations.len();
            let states = |&one: &usize| !matches!(self.operation(one).cell(metric), Cell::Unstated);
            let count = shown.filter(states).count();
            let told = before.rsplit(' ').next().expect("a word");
            let all = self.spec.operations.len();
            let said_count = match told {
                "none" => 0,
                "all" => all,
                number => number.parse().expect("a number"),
            };
            prop_assert_eq!(said_count, count, "{}", said);
        }
        Ok(())
    }

    /// How many are said to be reported in a matrix.
    fn hold_matrix(&self) -> Result<(), TestCaseError> {
        let Body::Matrix(matrix) = &self.spec.body else {
            return Ok(());
        };
        let states = |one: usize, metric: usize| {
            let metric = self.spec.metrics[metric].id.as_str();
            !matches!(self.operation(one).cell(metric), Cell::Unstated)
        };
        let rows: Vec<_> = matrix.units.iter().flat_map(|unit| &unit.rows).collect();
        for row in &rows {
            let stated = matrix
                .columns
                .iter()
                .filter(|&&one| states(one, row.metric));
            prop_assert_eq!(row.reported, stated.count());
        }
        for (&one, &total) in matrix.columns.iter().zip(&matrix.totals) {
            prop_assert_eq!(
                total,
                rows.iter().filter(|row| states(one, row.metric)).count()
            );
        }
        Ok(())
    }

    /// How many are said to be of how many.
    fn hold_counts(&self) -> Result<(), TestCaseError> {
        let is_order = matches!(self.spec.kind, Kind::Ranking | Kind::Dots);
        let subject = format!("{}. {}", self.spec.title, self.spec.subtitle);
        if let Some((count, _)) = subject
            .split_once(" of 6 operations by")
            .filter(|_| is_order)
        {
            let count = count
                .rsplit(' ')
                .next()
                .and_then(|count| count.parse().ok());
            let marks = self.spec.body.marks();
            let placed = marks.iter().flatten().filter(|&&figure| {
                let value = self.spec.figures[figure].value;
                value.amount().is_some() || value == Value::NotComputable(WhyNot::Base)
            });
            prop_assert_eq!(count, Some(placed.count()), "{}", subject);
        }
        let known: Vec<f64> = self
            .operations
            .iter()
            .filter_map(Happened::days_stated)
            .collect();
        for note in &self.spec.remarks {
            if note.starts_with("The operations ran") {
                prop_assert!(known.len() >= self.spec.operations.len().min(4), "{note}");
            }
        }
        Ok(())
    }

    /// Exact numbers stand in the order of what they stand for.
    fn hold_order(&self) -> Result<(), TestCaseError> {
        let rows: Vec<usize> = match (&self.spec.body, self.spec.kind) {
            (Body::Rows(panels), Kind::Ranking) => {
                let groups = panels.iter().flat_map(|panel| &panel.groups);
                groups
                    .flat_map(|group| &group.rows)
                    .map(|row| row.figure)
                    .collect()
            }
            (Body::Dots(dots), _) => dots.rows.clone(),
            _ => Vec::new(),
        };
        let numbers: Vec<f64> = rows
            .iter()
            .filter_map(|&row| self.spec.figures[row].amount())
            .filter(|amount| amount.open() == Open::No)
            .map(opatlas::model::Amount::number)
            .collect();
        prop_assert!(numbers.is_sorted_by(|a, b| a >= b), "{numbers:?}");
        Ok(())
    }
}

/// Whether a value in words, such as "more than 48.1 % of all wholes" or "down by 25.0 % from the
/// base", is true of a number.
fn holds_spoken(words: &str, truth: f64) -> bool {
    let mut text = words
        .replace(", if at all", "")
        .replace("as many as in the base", "");
    for behind in [
        " per operation day",
        " per participating country",
        " of all wholes",
        " from the base",
    ] {
        text = text.replace(behind, "");
    }
    for (words, sign) in [
        ("more than ", "> "),
        ("at least ", "≥ "),
        ("up to ", "≤ "),
        ("less than ", "< "),
        ("about ", "≈ "),
        ("between ", ""),
        (" and ", " to "),
    ] {
        text = text.replace(words, sign);
    }
    let text = text.trim();
    match (text.strip_prefix("up by "), text.strip_prefix("down by ")) {
        (Some(size), _) => holds(size, truth),
        (None, Some(size)) => holds(size, -truth),
        (None, None) => holds(text, truth),
    }
}

fn any_kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 2000,
        failure_persistence: None,
        rng_seed: match ProptestConfig::default().rng_seed {
            RngSeed::Random => RngSeed::Fixed(20_261_127),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_a_picture_says_of_several_datasets_is_true_in_every_world_they_allow(
        operations in prop::collection::vec(any_operation(), 6),
        declared in any_declared(),
        kind in any_kind(),
        measure in prop::sample::select(Measure::ALL.to_vec()),
        chosen in 2_usize..7,
    ) {
        let atlas = atlas(&operations, declared);
        let operations = usable(&operations, declared);
        prop_assert_eq!(atlas.operations.len(), 6);
        let comparison = Comparison {
            operations: (0..chosen).map(|index| format!("o{index}")).collect(),
            metrics: vec!["part".to_owned(), "whole".to_owned()],
            measure,
            base: None,
        };
        let spec = picture(&atlas, &comparison, Showing { kind, ..Showing::default() });
        let world = World { operations: &operations, base: &operations[0], spec: &spec };
        for shown in &spec.figures {
            world.hold_figure(shown)?;
        }
        if let Some(said) = &spec.headline {
            let said = said.replace('\u{a0}', " ");
            world.hold_most(&said)?;
            world.hold_pair(&said)?;
            world.hold_shares(&said)?;
            world.hold_stated(&said)?;
        }
        world.hold_matrix()?;
        world.hold_counts()?;
        world.hold_order()?;
    }
}
