//! Random atlases and choices for tests of what always holds.

use std::sync::Arc;

use eframe::egui::{Vec2, vec2};
use opatlas::chart::{ChartSpec, Kind, Showing, Zoom, picture};
use opatlas::model::{
    Atlas, Dataset, Days, Figure, Grade, Metric, NoAddress, NotApplicable, Operation, PartialDate,
    Participation, Quantity, Report, Source, Status,
};
use opatlas::query::comparison::Comparison;
use opatlas::query::measure::Measure;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Cases are random but the same in every run, so that a failure is seen again;
/// `PROPTEST_RNG_SEED` asks for others.
pub fn seed() -> RngSeed {
    match ProptestConfig::default().rng_seed {
        RngSeed::Random => RngSeed::Fixed(20_241_106),
        fixed @ RngSeed::Fixed(_) => fixed,
    }
}

/// The sources differ by the first digit of what they state, so that long lines of them occur.
fn report(quantity: Quantity) -> Report {
    let digit = quantity.number().unwrap_or(0).to_string();
    let word = match quantity.number().map(|number| number % 5) {
        Some(0) => Some("rescued"),
        Some(1) => Some("identified"),
        _ => None,
    };
    let source = format!("source{}", digit.chars().next().unwrap_or('0'));
    Report {
        wording: word.map(str::to_owned),
        status: quantity
            .number()
            .and_then(|number| Status::ALL.get(number as usize % 7).copied()),
        ..Report::of(quantity, source.as_str())
    }
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let number = prop_oneof![0_u64..200, 0_u64..30_000, 0_u64..20_000_000];
    prop_oneof![
        4 => number.clone().prop_map(Quantity::Exactly),
        1 => number.clone().prop_map(Quantity::About),
        1 => number.clone().prop_map(Quantity::Nearly),
        1 => number.clone().prop_map(Quantity::MoreThan),
        1 => number.clone().prop_map(Quantity::AtLeast),
        1 => number.clone().prop_map(Quantity::UpTo),
        1 => (number.clone(), number).prop_map(|(a, b)| Quantity::Between(a.min(b), a.max(b))),
        1 => Just(Quantity::Thousands),
    ]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[A-Z][a-z]{2,9} (I|II|III|IV|2025)",
        1 => "[A-Z][a-z]{2,9}( [a-z]{2,12}){3,7}",
        1 => "[A-Z][a-z]{30,48}",
    ]
}

fn days() -> impl Strategy<Value = Option<Days>> {
    let day =
        |year: i16, month: u8, day: u8| PartialDate::parse(&format!("{year}-{month:02}-{day:02}"));
    let exact = (2015_i16..2027, 1_u8..13, 1_u8..15, 0_u8..14).prop_map(
        move |(year, month, first, more)| {
            Some(Days {
                first: day(year, month, first)?,
                last: day(year, month, first + more)?,
            })
        },
    );
    let months = (2015_i16..2027, 1_u8..12).prop_map(|(year, month)| {
        let part = |month: u8| PartialDate::parse(&format!("{year}-{month:02}"));
        Some(Days {
            first: part(month)?,
            last: part(month + 1)?,
        })
    });
    prop_oneof![6 => exact, 1 => months, 1 => Just(None)]
}

/// An atlas of up to twenty operations and six metrics, with gaps.
pub fn atlas() -> impl Strategy<Value = Atlas> {
    dataset().prop_map(|dataset| Atlas::of(&[Arc::new(dataset)]).0)
}

/// An atlas of three such datasets, which share the ids of metrics, some in another unit.
pub fn atlas_of_several() -> impl Strategy<Value = Atlas> {
    prop::collection::vec(dataset(), 3).prop_map(|datasets| {
        let apart = datasets.into_iter().enumerate().map(|(file, mut dataset)| {
            dataset.file = format!("random-{file}.ron");
            dataset.title = format!("Random {file}");
            for operation in &mut dataset.operations {
                operation.id = format!("{}-{file}", operation.id).into();
            }
            Arc::new(dataset)
        });
        Atlas::of(&apart.collect::<Vec<_>>()).0
    })
}

fn dataset() -> impl Strategy<Value = Dataset> {
    let metrics = prop::collection::vec((name(), 0_usize..3, any::<bool>()), 1..7);
    let figures = prop::collection::vec(
        prop::option::weighted(0.8, (quantity(), prop::option::of(quantity()))),
        6,
    );
    let operations = prop::collection::vec(
        (name(), days(), prop::option::of(quantity()), figures),
        1..21,
    );
    (metrics, operations).prop_map(|(metrics, operations)| {
        let units = ["people", "checks", "investigations"];
        let metrics: Vec<Metric> = metrics
            .into_iter()
            .enumerate()
            .map(|(index, (label, unit, part))| Metric {
                id: format!("m{index}").as_str().into(),
                label,
                unit: units[unit].to_owned(),
                definition: String::new(),
                part_of: (part && index > 0).then(|| "m0".into()),
                not_per: Vec::new(),
            })
            .collect();
        let operations = operations
            .into_iter()
            .enumerate()
            .map(|(index, (name, days, countries, figures))| Operation {
                not_applicable: metrics
                    .iter()
                    .zip(&figures)
                    .filter(|(_, quantities)| quantities.is_none() && index % 2 == 0)
                    .map(|(metric, _)| NotApplicable {
                        metric: metric.id.clone(),
                        reason: Some("It cannot be counted.".to_owned()),
                        sources: Vec::new(),
                    })
                    .collect(),
                family: name.split(' ').next().unwrap_or("").to_owned(),
                further: false,
                days,
                days_note: (index % 4 == 1).then(|| "Another source gives other days.".to_owned()),
                status: [None, Some(Status::Preliminary), Some(Status::Final)][index % 3],
                countries: Participation {
                    count: countries.map(report).into_iter().collect(),
                    ..Participation::default()
                },
                figures: metrics
                    .iter()
                    .zip(figures)
                    .filter_map(|(metric, quantities)| {
                        let (first, second) = quantities?;
                        let reports = [Some(first), second]
                            .into_iter()
                            .flatten()
                            .map(report)
                            .collect();
                        Some(Figure {
                            metric: metric.id.clone(),
                            reports,
                        })
                    })
                    .collect(),
                ..Operation::named(format!("o{index}").as_str(), &name)
            })
            .collect();
        let source = |digit: u16| Source {
            publisher: format!(
                "The publishers of {}",
                "many papers ".repeat(usize::from(digit % 4))
            ),
            title: "A release".to_owned(),
            date: PartialDate::parse(&format!("20{}-05", 10 + digit)),
            address: Err(NoAddress::Unsaid),
            grade: Grade::Official,
            note: None,
        };
        Dataset {
            file: "random.ron".to_owned(),
            title: "Random".to_owned(),
            summary: None,
            sources: (0..10)
                .map(|digit| (format!("source{digit}").as_str().into(), source(digit)))
                .collect(),
            metrics,
            operations,
            cases: Vec::new(),
            gaps: opatlas::model::Gaps::default(),
            print: 0,
            places: std::collections::BTreeMap::new(),
            case_places: Vec::new(),
        }
    })
}

pub fn comparison(
    atlas: &Atlas,
    operations: usize,
    metrics: usize,
    measure: Measure,
) -> Comparison {
    Comparison {
        operations: atlas
            .operations
            .iter()
            .take(operations)
            .map(|operation| operation.id.to_string())
            .collect(),
        metrics: atlas
            .metrics
            .iter()
            .take(metrics)
            .map(|metric| metric.id.to_string())
            .collect(),
        measure,
        base: None,
    }
}

pub fn any_kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

pub fn any_measure() -> impl Strategy<Value = Measure> {
    prop::sample::select(Measure::ALL.to_vec())
}

pub fn any_size() -> impl Strategy<Value = Vec2> {
    let width = prop_oneof![320_u16..700, 700_u16..4000];
    (width, 240_u16..2300).prop_map(|(width, height)| vec2(f32::from(width), f32::from(height)))
}

/// A picture to be drawn: what is compared, and how it is shown.
#[derive(Debug, Clone)]
pub struct Choice {
    pub atlas: Atlas,
    pub comparison: Comparison,
    pub kind: Kind,
    pub headline: bool,
    pub pinned: Vec<String>,
    pub zoom: Option<Zoom>,
}

impl Choice {
    pub fn spec(&self) -> ChartSpec {
        let showing = Showing {
            kind: self.kind,
            headline: self.headline,
            pinned: &self.pinned,
            zoom: self.zoom,
            ..Showing::default()
        };
        picture(&self.atlas, &self.comparison, showing)
    }
}

/// Any choice, some of them with a base outside what is compared, with pins, and with a part
/// looked at that may hold nothing.
pub fn choice() -> impl Strategy<Value = Choice> {
    let counts = (0_usize..17, 0_usize..7);
    let base = prop::option::weighted(0.3, 0_usize..20);
    let pinned = prop::collection::vec(0_usize..20, 0..3);
    let spans = prop_oneof![
        4 => (2014.0_f64..2026.0, 0.05_f64..6.0),
        1 => (-1e6_f64..1e6, 0.0_f64..1e9),
    ];
    let years = spans.prop_map(|(from, span)| Zoom {
        x: (from, from + span),
        y: None,
    });
    // Hand-written views may ask for anything.
    let powers = prop_oneof![
        4 => (0.0_f64..6.0, 0.05_f64..3.0),
        1 => (-320.0_f64..300.0, 0.0_f64..600.0),
    ];
    let numbers = powers
        .prop_map(|(power, span)| (10_f64.powf(power), 10_f64.powf((power + span).min(308.0))));
    let part = (numbers.clone(), numbers).prop_map(|(x, y)| Zoom { x, y: Some(y) });
    let zoom = prop_oneof![3 => Just(None), 1 => years.prop_map(Some), 1 => part.prop_map(Some)];
    let how = (any_kind(), any_measure(), any::<bool>());
    (atlas(), how, counts, base, pinned, zoom).prop_map(
        |(atlas, (kind, measure, headline), (operations, metrics), base, pinned, zoom)| {
            let id = |index: usize| atlas.operations.get(index).map(|one| one.id.to_string());
            let comparison = Comparison {
                base: base.and_then(id),
                ..comparison(&atlas, operations, metrics, measure)
            };
            let pinned = pinned.into_iter().filter_map(id).collect();
            Choice {
                atlas,
                comparison,
                kind,
                headline,
                pinned,
                zoom,
            }
        },
    )
}
