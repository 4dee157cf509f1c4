//! What every picture promises, over random data and sizes: no text on another or outside, the
//! same picture for the same input, and numbers that never get firmer than they were stated.

use std::sync::Arc;

use eframe::egui::{self, Context, Pos2, Rect, Vec2, vec2};
use opatlas::chart::{ChartSpec, Kind, Showing, picture};
use opatlas::draw::theme::{LIGHT, install_off_screen};
use opatlas::draw::{Layout, PlacedText, Typesetter, layout};
use opatlas::model::{
    Amount, Atlas, Dataset, Days, Figure, Grade, Metric, Operation, PartialDate, Participation,
    Quantity, Report, Sign, Source,
};
use opatlas::query::comparison::Comparison;
use opatlas::query::measure::{Measure, measured};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

fn report(quantity: Quantity) -> Report {
    Report {
        quantity,
        source: "source".into(),
        wording: None,
        preferred: false,
        note: None,
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
fn atlas() -> impl Strategy<Value = Atlas> {
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
                id: format!("o{index}").as_str().into(),
                family: name.split(' ').next().unwrap_or("").to_owned(),
                name,
                summary: None,
                lead: Vec::new(),
                days,
                days_note: None,
                status: None,
                countries: Participation {
                    count: countries.map(report).into_iter().collect(),
                    ..Participation::default()
                },
                coordination_units: Vec::new(),
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
                findings: Vec::new(),
                supported_by: Vec::new(),
                sources: Vec::new(),
            })
            .collect();
        let source = Source {
            publisher: "A publisher".to_owned(),
            title: "A release".to_owned(),
            date: None,
            address: Err("none".to_owned()),
            grade: Grade::Official,
            note: None,
        };
        let dataset = Dataset {
            file: "random.ron".to_owned(),
            title: "Random".to_owned(),
            summary: None,
            sources: [("source".into(), source)].into_iter().collect(),
            metrics,
            operations,
            cases: Vec::new(),
        };
        Atlas::of(&[Arc::new(dataset)]).0
    })
}

fn comparison(atlas: &Atlas, operations: usize, metrics: usize, measure: Measure) -> Comparison {
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

fn any_kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

fn any_measure() -> impl Strategy<Value = Measure> {
    prop::sample::select(Measure::ALL.to_vec())
}

fn any_size() -> impl Strategy<Value = Vec2> {
    let width = prop_oneof![320_u16..700, 700_u16..4000];
    (width, 240_u16..2300).prop_map(|(width, height)| vec2(f32::from(width), f32::from(height)))
}

/// Lays a picture out with the program's fonts and no window.
fn laid_out(spec: &ChartSpec, size: Vec2) -> Layout {
    thread_local! {
        // Fonts are read once for each test.
        static CONTEXT: Context = {
            let ctx = Context::default();
            install_off_screen(&ctx);
            ctx
        };
    }
    let mut placed = Layout::default();
    let output = CONTEXT.with(|ctx| {
        ctx.run_ui(egui::RawInput::default(), |ui| {
            placed = layout(&Typesetter::new(ui.ctx(), &LIGHT), spec, size);
        })
    });
    output.drop_without_applying_deltas();
    placed
}

/// Whether two texts share more than a hair; turned ones by their own corners.
fn overlap(a: &PlacedText, b: &PlacedText) -> bool {
    const HAIR: f32 = 0.6;
    let (a, b) = (a.corners(), b.corners());
    let sides = |corners: [Pos2; 4]| [corners[1] - corners[0], corners[3] - corners[0]];
    sides(a).into_iter().chain(sides(b)).all(|side| {
        let way = side.normalized();
        let reach = |corners: [Pos2; 4]| {
            let along = corners.map(|corner| corner.to_vec2().dot(way));
            (
                along.iter().copied().fold(f32::INFINITY, f32::min),
                along.iter().copied().fold(f32::NEG_INFINITY, f32::max),
            )
        };
        let ((a_low, a_high), (b_low, b_high)) = (reach(a), reach(b));
        a_low < b_high - HAIR && b_low < a_high - HAIR
    })
}

fn where_texts_are(placed: &Layout) -> Vec<(String, Pos2)> {
    placed
        .texts
        .iter()
        .map(|text| (text.galley.text().to_owned(), text.pos))
        .collect()
}

/// Cases are random but the same in every run, so that a failure is seen again;
/// `PROPTEST_RNG_SEED` asks for others.
fn seed() -> RngSeed {
    match ProptestConfig::default().rng_seed {
        RngSeed::Random => RngSeed::Fixed(20_241_106),
        fixed @ RngSeed::Fixed(_) => fixed,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn no_text_lies_on_another_or_leaves_the_picture(
        atlas in atlas(),
        kind in any_kind(),
        measure in any_measure(),
        chosen in (0_usize..17, 0_usize..7),
        size in any_size(),
    ) {
        let spec = picture(&atlas, &comparison(&atlas, chosen.0, chosen.1, measure), Showing { kind, ..Showing::default() });
        let placed = laid_out(&spec, size);
        let frame = Rect::from_min_size(Pos2::ZERO, vec2(size.x, placed.height)).expand(0.6);
        for (index, text) in placed.texts.iter().enumerate() {
            prop_assert!(frame.contains_rect(text.rect()), "{kind:?} {size:?}: “{}” at {:?}", text.galley.text(), text.rect());
            for other in &placed.texts[index + 1..] {
                prop_assert!(
                    !overlap(text, other),
                    "{kind:?} {size:?}: “{}” {:?} on “{}” {:?}",
                    text.galley.text(), text.rect(), other.galley.text(), other.rect()
                );
            }
        }
        for hit in &placed.hits {
            prop_assert!(frame.contains_rect(hit.rect), "{kind:?} {size:?}: {:?} of “{}”", hit.rect, hit.spoken);
        }
    }

    #[test]
    fn no_name_in_a_scatter_covers_a_point(
        atlas in atlas(),
        measure in any_measure(),
        chosen in 0_usize..6,
        size in any_size(),
    ) {
        let spec = picture(&atlas, &comparison(&atlas, chosen, 2, measure), Showing { kind: Kind::Scatter, ..Showing::default() });
        let placed = laid_out(&spec, size);
        for field in &placed.fields {
            let part = |(low, high): (f64, f64), at: f64| ((at - low) / (high - low)) as f32;
            for point in &field.points {
                let [x, y] = point.at;
                let middle = Pos2::new(
                    field.rect.left() + part(field.x, x) * field.rect.width(),
                    field.rect.bottom() - part(field.y, y) * field.rect.height(),
                );
                prop_assert!(field.rect.contains_rect(Rect::from_center_size(middle, Vec2::splat(2.0 * point.radius))), "{middle:?} leaves the field");
                for text in &placed.texts {
                    prop_assert!(
                        text.rect().distance_to_pos(middle) >= point.radius,
                        "{size:?}: “{}” {:?} on the point at {middle:?}", text.galley.text(), text.rect()
                    );
                }
            }
        }
    }

    #[test]
    fn the_same_choice_gives_the_same_picture(
        atlas in atlas(),
        kind in any_kind(),
        measure in any_measure(),
        size in any_size(),
    ) {
        let comparison = comparison(&atlas, 4, 3, measure);
        let (once, twice) = (picture(&atlas, &comparison, Showing { kind, ..Showing::default() }), picture(&atlas, &comparison, Showing { kind, ..Showing::default() }));
        prop_assert_eq!(&once, &twice);
        prop_assert_eq!(where_texts_are(&laid_out(&once, size)), where_texts_are(&laid_out(&twice, size)));
    }

    #[test]
    fn an_axis_with_room_has_a_number_beside_zero(
        atlas in atlas(),
        kind in prop::sample::select(vec![Kind::Bars, Kind::Change]),
        measure in any_measure(),
        chosen in (1_usize..17, 1_usize..7),
        size in any_size(),
    ) {
        let spec = picture(&atlas, &comparison(&atlas, chosen.0, chosen.1, measure), Showing { kind, ..Showing::default() });
        for panel in &laid_out(&spec, size).panels {
            let numbers: Vec<f64> = panel.bars.iter().filter_map(|bar| bar.amount).map(Amount::number).collect();
            let reach = numbers.iter().copied().fold(0.0, f64::max) - numbers.iter().copied().fold(0.0, f64::min);
            let length = reach / (panel.domain.1 - panel.domain.0) * f64::from(panel.rect.width());
            if length >= 120.0 && (kind == Kind::Bars || numbers.len() > 1) {
                prop_assert!(panel.ticks.iter().any(|&tick| tick != 0.0), "{measure:?} {size:?}: {:?} for {numbers:?}", panel.ticks);
            }
        }
    }

    #[test]
    fn every_figure_is_spoken_once(atlas in atlas(), chosen in (1_usize..17, 1_usize..7)) {
        let comparison = comparison(&atlas, chosen.0, chosen.1, Measure::Total);
        let spec = picture(&atlas, &comparison, Showing { kind: Kind::Ranking, ..Showing::default() });
        prop_assert_eq!(spec.body.spoken().len(), atlas.operations.len());
        let spec = picture(&atlas, &comparison, Showing { kind: Kind::Coverage, ..Showing::default() });
        prop_assert_eq!(spec.body.spoken().len(), atlas.operations.len() * comparison.metrics_in(&atlas).len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn a_measure_times_its_base_gives_the_total_back(atlas in atlas()) {
        for operation in &atlas.operations {
            for metric in &atlas.metrics {
                let number = |measure| measured(&atlas, operation, metric, measure, None).amount().map(Amount::number);
                let Some(total) = number(Measure::Total) else { continue };
                let near = |value: f64| (value - total).abs() <= total.abs() * 1e-9 + 1e-9;
                if let (Some(daily), Some(days)) = (number(Measure::PerDay), operation.days.and_then(Days::count)) {
                    prop_assert!(near(daily * f64::from(days)));
                }
                let countries = atlas.preferred(&operation.countries.count).and_then(|report| report.quantity.number());
                // A range over a range has other ends; one number over one number gives it back.
                let single = |quantity: Quantity| !matches!(quantity, Quantity::Between(..));
                let both_single = atlas.figure(operation, &metric.id).is_some_and(|report| single(report.quantity))
                    && atlas.preferred(&operation.countries.count).is_some_and(|report| single(report.quantity));
                if let (Some(each), Some(countries), true) = (number(Measure::PerCountry), countries, both_single) {
                    prop_assert!(near(each * countries as f64));
                }
            }
        }
    }

    #[test]
    fn a_sign_never_gets_stronger(atlas in atlas()) {
        let base = atlas.operations.first();
        for operation in &atlas.operations {
            for metric in &atlas.metrics {
                let Some(report) = atlas.figure(operation, &metric.id) else { continue };
                for measure in Measure::ALL {
                    let Some(amount) = measured(&atlas, operation, metric, measure, base).amount() else { continue };
                    let stated = firmness(report.quantity.amount().and_then(Amount::sign));
                    prop_assert!(firmness(amount.sign()) <= stated, "{:?} became {amount:?} by {measure:?}", report.quantity);
                }
            }
        }
    }
}

/// How much a sign claims: the number itself, near it, an open side, or only a range.
fn firmness(sign: Option<Sign>) -> u8 {
    match sign {
        Some(Sign::Exact) => 3,
        Some(Sign::Nearly | Sign::About) => 2,
        Some(Sign::MoreThan | Sign::AtLeast | Sign::UpTo | Sign::LessThan) | None => 1,
    }
}
