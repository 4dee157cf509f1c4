//! What every picture promises, over random data and sizes: no text on another or outside, the
//! same picture for the same input, and numbers that never get firmer than they were stated.

mod random;

use eframe::egui::{self, Context, Pos2, Rect, Vec2, vec2};
use opatlas::chart::{ChartSpec, Kind, Showing, SignKey, drawn_open, picture};
use opatlas::draw::theme::{LIGHT, install_off_screen};
use opatlas::draw::{Layout, PlacedText, Typesetter, layout};
use opatlas::model::{Amount, Days, Open, Quantity, Sign};
use opatlas::query::measure::{Measure, measured};
use proptest::prelude::*;
use random::{any_measure, any_size, atlas, choice, comparison, seed};

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

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: seed(), ..ProptestConfig::default() })]

    #[test]
    fn no_text_lies_on_another_or_leaves_the_picture(
        choice in choice(),
        size in any_size(),
    ) {
        let kind = choice.kind;
        let placed = laid_out(&choice.spec(), size);
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
        choice in choice(),
        size in any_size(),
    ) {
        let (once, twice) = (choice.spec(), choice.spec());
        prop_assert_eq!(&once, &twice);
        let everything = |spec: &ChartSpec| format!("{:?}", laid_out(spec, size));
        prop_assert_eq!(everything(&once), everything(&twice));
    }

    #[test]
    fn the_key_explains_the_signs_that_occur_and_no_others(
        choice in choice(),
        size in any_size(),
    ) {
        let spec = choice.spec();
        let placed = laid_out(&spec, size);
        let bars = placed.panels.iter().flat_map(|panel| &panel.bars).filter_map(|bar| bar.amount);
        let points = placed.fields.iter().flat_map(|field| &field.points);
        let opens: Vec<Open> = bars.map(drawn_open)
            .chain(points.flat_map(|point| [point.x, point.y]).flatten().map(Amount::open))
            .collect();
        for (open, keys) in [
            (Open::Around, vec![SignKey::Around]),
            (Open::Up, vec![SignKey::Up, SignKey::LargerChange]),
            (Open::Down, vec![SignKey::Down, SignKey::SmallerChange]),
            (Open::Within, vec![SignKey::Within]),
        ] {
            if choice.kind != Kind::Coverage {
                let explained = spec.signs.iter().any(|sign| keys.contains(sign));
                prop_assert_eq!(opens.contains(&open), explained, "{:?} of {:?}: {:?}", open, choice.kind, &spec.signs);
            }
        }
        let starred = placed.texts.iter().filter(|text| text.galley.text().contains('*')).count();
        let explained = spec.signs.contains(&SignKey::Disagreement);
        prop_assert_eq!(starred > 0, explained, "{:?}: {} stars", choice.kind, starred);
    }

    #[test]
    fn no_text_lies_on_a_bar_or_a_circle(choice in choice(), size in any_size()) {
        let placed = laid_out(&choice.spec(), size);
        for panel in &placed.panels {
            let x = |value: f64| panel.rect.left()
                + ((value - panel.domain.0) / (panel.domain.1 - panel.domain.0)) as f32 * panel.rect.width();
            for (bar, amount) in panel.bars.iter().filter_map(|bar| Some((bar, bar.amount?))) {
                let ends = [x(0.0), x(amount.number()), x(amount.low().unwrap_or(0.0))];
                let (left, right) = (ends.into_iter().fold(f32::INFINITY, f32::min), ends.into_iter().fold(f32::NEG_INFINITY, f32::max));
                let rect = Rect::from_x_y_ranges(left..=right, bar.y.0..=bar.y.1).shrink(0.6);
                for text in &placed.texts {
                    prop_assert!(!text.rect().shrink(0.6).intersects(rect), "{:?} {size:?}: “{}” {:?} on {rect:?}", choice.kind, text.galley.text(), text.rect());
                }
            }
        }
        for field in placed.fields.iter().filter(|_| choice.kind == Kind::Timeline) {
            for point in &field.points {
                let along = (point.at[0] - field.x.0) / (field.x.1 - field.x.0);
                let middle = Pos2::new(
                    field.rect.left() + along as f32 * field.rect.width(),
                    field.rect.bottom() - point.at[1] as f32,
                );
                for text in &placed.texts {
                    prop_assert!(text.rect().distance_to_pos(middle) >= point.radius - 0.6, "{size:?}: “{}” on the circle at {middle:?}", text.galley.text());
                }
            }
        }
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
