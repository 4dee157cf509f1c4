//! What is written is true in every world that the sources allow: numbers are drawn that agree
//! with what was stated, the measure is worked out from them, and the text must hold of it.
#![expect(clippy::expect_used, reason = "a test fails where it stands")]

use opatlas::chart::{Kind, Showing, picture};
use opatlas::file::read;
use opatlas::model::{Atlas, Quantity};
use opatlas::query::comparison::Comparison;
use opatlas::query::measure::{Measure, measured};
use opatlas::query::step::Step;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::Arc;

/// A quantity with a number that it can stand for.
#[derive(Debug, Clone, Copy)]
struct Stated {
    quantity: Quantity,
    truth: f64,
}

/// `within` from 0 to 1 chooses among the numbers that a quantity can stand for.
fn stated(quantity: Quantity, within: f64) -> Stated {
    let among = |low: f64, high: f64| (low + (high - low) * within).round();
    let truth = match quantity {
        Quantity::Exactly(n) => n as f64,
        Quantity::About(n) => among((0.9 * n as f64).ceil(), (1.1 * n as f64).floor()),
        Quantity::Nearly(n) => among((0.9 * n as f64).ceil(), n as f64 - 1.0),
        Quantity::MoreThan(n) => among(n as f64 + 1.0, 3.0 * n as f64 + 1.0),
        Quantity::AtLeast(n) => among(n as f64, 3.0 * n as f64),
        Quantity::UpTo(n) => among(0.0, n as f64),
        Quantity::Between(low, high) => among(low as f64, high as f64),
        Quantity::Several | Quantity::Dozens | Quantity::Hundreds | Quantity::Thousands => 0.0,
    };
    Stated { quantity, truth }
}

fn any_stated() -> impl Strategy<Value = Stated> {
    let number = prop_oneof![11_u64..60, 100_u64..3_000, 10_000_u64..9_000_000];
    let ends = [Just(0.0), Just(1.0)];
    let [low, high] = ends;
    (0..7_u8, number, prop_oneof![low, high, 0.0..1.0_f64]).prop_map(|(sign, n, within)| {
        let quantity = match sign {
            0 => Quantity::Exactly(n),
            1 => Quantity::About(n),
            2 => Quantity::Nearly(n),
            3 => Quantity::MoreThan(n),
            4 => Quantity::AtLeast(n),
            5 => Quantity::UpTo(n),
            _ => Quantity::Between(n, n + n / 3 + 1),
        };
        stated(quantity, within)
    })
}

/// One operation's part, whole and countries.
type Figures = [Stated; 3];

fn atlas(operations: &[Figures; 2], days: [u8; 2]) -> Atlas {
    let operation = |index: usize| {
        let [part, whole, countries] =
            operations[index].map(|stated| format!("{:?}", stated.quantity));
        format!(
            "(id: \"o{index}\", name: \"O {index}\", days: (\"2024-03-01\", \"2024-03-{:02}\"), sources: [\"s\"],
              countries: (count: [(quantity: {countries}, source: \"s\")]),
              figures: {{\"part\": [(quantity: {part}, source: \"s\")], \"whole\": [(quantity: {whole}, source: \"s\")]}})",
            days[index]
        )
    };
    let text = format!(
        "#![enable(implicit_some)]
        (format: 1, title: \"T\",
        sources: {{\"s\": (publisher: \"P\", title: \"T\", date: \"2024-04-01\", address: \"https://example.org\", grade: Official)}},
        metrics: {{
            \"whole\": (label: \"Wholes\", unit: \"people\", definition: \"All\"),
            \"part\": (label: \"Parts\", unit: \"people\", definition: \"Some\", part_of: \"whole\")}},
        operations: [{}, {}], cases: [])",
        operation(0),
        operation(1)
    );
    let reading = read("t.ron", text.as_bytes());
    let dataset = reading
        .dataset
        .unwrap_or_else(|| panic!("{:?}", reading.problems));
    Atlas::of(&[Arc::new(dataset)]).0
}

/// Whether a text such as "> 48.1 %", "≈ 430", "−5.0 to +3.0 %" or "down > 25.0 %" is true of a
/// number.
fn holds(text: &str, truth: f64) -> bool {
    if let Some(range) = text.strip_suffix(", not certain") {
        return range.contains(" to ") && holds(range, truth);
    }
    if let Some(times) = text.strip_suffix(" times") {
        return holds(times, truth / 100.0 + 1.0);
    }
    let text = text.trim_end_matches(" %");
    match text {
        "up" => return truth > 0.0,
        "down" => return truth < 0.0,
        "not up" => return truth <= 0.0,
        "not down" => return truth >= 0.0,
        "no change" => return truth == 0.0,
        _ => {}
    }
    if let Some(fall) = text.strip_prefix("down ") {
        return holds(fall, -truth);
    }
    let range = text.split_once(" to ").or_else(|| text.split_once('–'));
    if let Some((low, high)) = range {
        let near = |number: f64| number.abs() * 1e-9 + 1e-9;
        let (low, high) = (number(low), number(high));
        return truth >= low - near(low) && truth <= high + near(high);
    }
    let first = text
        .find(|c: char| c.is_ascii_digit() || "+−".contains(c))
        .expect("a number");
    let (sign, digits) = text.split_at(first);
    let claimed = number(digits);
    let decimals = digits
        .split_once('.')
        .map_or(0, |(_, after)| after.trim_end_matches(" million").len());
    let half_a_unit =
        0.5 * 10_f64.powi(-i32::try_from(decimals).expect("few decimals")) * (1.0 + 1e-9);
    match sign.trim() {
        "" => (truth - claimed).abs() <= half_a_unit + claimed.abs() * 1e-12,
        // What is only about right may be off, but not go the other way.
        "≈" | "nearly" => truth.signum() == claimed.signum(),
        ">" => truth > claimed,
        "≥" => truth >= claimed - claimed.abs() * 1e-12,
        "<" => truth < claimed,
        "≤" => truth <= claimed + claimed.abs() * 1e-12,
        other => panic!("what is {other:?} in {text:?}?"),
    }
}

fn number(text: &str) -> f64 {
    let (text, times) = match text.strip_suffix(" million") {
        Some(text) => (text, 1e6),
        None => (text, 1.0),
    };
    let plain: String = text
        .replace('−', "-")
        .chars()
        .filter(|c| !",+".contains(*c))
        .collect();
    times
        * plain
            .parse::<f64>()
            .unwrap_or_else(|_| panic!("{text:?} is no number"))
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3000,
        failure_persistence: None,
        rng_seed: match ProptestConfig::default().rng_seed {
            RngSeed::Random => RngSeed::Fixed(20_251_121),
            fixed @ RngSeed::Fixed(_) => fixed,
        },
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_written_is_true_of_every_number_that_was_stated(
        operations in [[any_stated(), any_stated(), any_stated()], [any_stated(), any_stated(), any_stated()]],
        days in [1_u8..20, 1_u8..20],
    ) {
        let atlas = atlas(&operations, days);
        let [from, to] = [0, 1].map(|index| &atlas.operations[index]);
        let part = atlas.metric("part").expect("declared");
        let truths = operations.map(|figures| figures.map(|stated| stated.truth));
        let [[from_part, ..], [to_part, to_whole, to_countries]] = truths;
        let worlds = [
            (Measure::Total, to_part),
            (Measure::PerDay, to_part / f64::from(days[1])),
            (Measure::PerCountry, to_part / to_countries),
            (Measure::Share, 100.0 * to_part / to_whole),
            (Measure::Change, 100.0 * (to_part / from_part - 1.0)),
        ];
        for (measure, truth) in worlds {
            // Otherwise it is no world: a part is in its whole, and who took part is somebody.
            let impossible = match measure {
                Measure::Share => to_part > to_whole,
                Measure::PerCountry => to_countries <= 0.0,
                Measure::Total | Measure::PerDay | Measure::Change => false,
            };
            if impossible {
                continue;
            }
            let measured = measured(&atlas, to, part, measure, Some(from));
            if let Some(amount) = measured.amount() {
                let (least, most) = amount.reach();
                let near = truth.abs() * 1e-9;
                prop_assert!(truth.is_nan() || (least - near <= truth && truth <= most + near), "{measure:?}: {amount:?} of {truth}; {operations:?}");
                prop_assert!(measure != Measure::Share || most <= 100.0, "{amount:?}");
                let text = measured.short();
                prop_assert!(holds(&text, truth), "{measure:?}: {text:?} of {truth}; {operations:?}, {days:?}");
            }
        }
        let total = |operation| measured(&atlas, operation, part, Measure::Total, None);
        let step = Step::between(total(from), total(to));
        if let Some(text) = step.absolute_short() {
            prop_assert!(holds(&text, to_part - from_part), "{text:?} of {to_part} − {from_part}; {operations:?}");
        }
        for measure in [Measure::Total, Measure::PerDay] {
            let per = |index: usize| if measure == Measure::PerDay { f64::from(days[index]) } else { 1.0 };
            let [from, to] = [from_part / per(0), to_part / per(1)];
            for kind in [Kind::Bars, Kind::Change, Kind::Ranking] {
                let comparison = Comparison {
                    operations: vec!["o0".to_owned(), "o1".to_owned()],
                    metrics: vec!["part".to_owned()],
                    measure,
                    base: None,
                };
                let spec = picture(&atlas, &comparison, Showing { kind, ..Showing::default() });
                let Some(said) = spec.headline else { continue };
                let more = said.contains("more parts") || said.contains("as many parts") || said.contains("O 1 reports the most");
                let fewer = said.contains("fewer parts") || said.contains("O 0 reports the most");
                prop_assert!(more != fewer, "{said}");
                prop_assert!(if more { to > from } else { to < from }, "{said} of {from} and {to}; {operations:?}");
            }
        }
    }
}

#[test]
fn most_of_what_can_be_stated_is_stated() {
    // The property above would hold of a program that never states anything.
    let exact = |n| stated(Quantity::Exactly(n), 0.0);
    let atlas = atlas(
        &[
            [exact(850), exact(2517), exact(116)],
            [
                stated(Quantity::MoreThan(1800), 0.0),
                exact(3744),
                exact(119),
            ],
        ],
        [6, 12],
    );
    let [from, to] = [0, 1].map(|index| &atlas.operations[index]);
    let part = atlas.metric("part").unwrap();
    let said = Measure::ALL.map(|measure| measured(&atlas, to, part, measure, Some(from)).short());
    assert_eq!(
        said,
        ["> 1,800", "> 150.0", "> 15.1", "> 48.1 %", "> +111.8 %"]
    );
}
