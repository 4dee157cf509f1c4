//! What is written is true in every world that the sources allow: numbers are drawn that agree
//! with what was stated, the measure is worked out from them, and the text must hold of it.

use crate::statements::{Stated, any_stated, holds, stated};
use opatlas::chart::{Kind, Showing, picture};
use opatlas::file::read;
use opatlas::model::{Atlas, Quantity};
use opatlas::query::comparison::Comparison;
use opatlas::query::measure::{Measure, measured};
use opatlas::query::step::Step;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::Arc;

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
