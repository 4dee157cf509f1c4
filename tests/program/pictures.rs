//! What every picture promises, over random data and sizes: no text on another or outside, the
//! same picture for the same input, and numbers that never get firmer than they were stated.

use eframe::egui::{self, Context, Pos2, Rect, Vec2, vec2};
use std::collections::{BTreeMap, BTreeSet};

use crate::random::{any_measure, any_size, atlas, atlas_of_several, choice, comparison, seed};
use opatlas::chart::{Body, ChartSpec, Kind, Showing, Subject, picture};
use opatlas::draw::theme::{LIGHT, install_off_screen};
use opatlas::draw::{Form, PlacedPicture, PlacedText, Sheet, Typesetter};
use opatlas::model::{Amount, Days, Open, Quantity, Sign};
use opatlas::query::comparison::Comparison;
use opatlas::query::measure::{Measure, measured};
use opatlas::words::LegendSign;
use proptest::prelude::*;

/// Lays a picture out with the program's fonts and no window.
pub fn laid_out(spec: &ChartSpec, size: Vec2) -> PlacedPicture {
    thread_local! {
        // Fonts are read once for each test.
        static CONTEXT: Context = {
            let ctx = Context::default();
            install_off_screen(&ctx);
            ctx
        };
    }
    let mut placed = PlacedPicture::default();
    let output = CONTEXT.with(|ctx| {
        ctx.run_ui(egui::RawInput::default(), |ui| {
            let typesetter = Typesetter::new(ui.ctx(), &LIGHT);
            placed = Sheet::of(&typesetter, spec, size.x).place(size.y);
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

/// The radius of a point.
const POINT: f32 = 5.0;

fn point(form: &Form) -> Option<Pos2> {
    match form {
        Form::Point { middle, .. } => Some(*middle),
        Form::Bar { .. }
        | Form::Empty { .. }
        | Form::Circle { .. }
        | Form::Cell(..)
        | Form::TakingPart { .. }
        | Form::Swatch(_) => None,
    }
}

/// To which sides the numbers of a mark are drawn open.
fn opens(form: &Form) -> Vec<Open> {
    match form {
        Form::Bar { open, .. } => vec![*open],
        Form::Point { arms, .. } => arms.map(|(open, _)| open).to_vec(),
        Form::Circle { number, .. } => number.iter().map(|(open, _)| *open).collect(),
        Form::Empty { .. } | Form::Cell(..) | Form::TakingPart { .. } | Form::Swatch(_) => {
            Vec::new()
        }
    }
}

/// Where the bars of some figures start and end.
fn bars_of(placed: &PlacedPicture, figures: &BTreeSet<usize>) -> Vec<[f32; 2]> {
    let of_rows = placed
        .hits
        .iter()
        .filter(|hit| hit.figures.iter().all(|figure| figures.contains(figure)));
    let rows: Vec<Rect> = of_rows.map(|hit| hit.rect).collect();
    let bars = placed.marks.iter().filter_map(|mark| match mark.form {
        Form::Bar { rows, ends, .. } => Some((rows, ends.zero, ends.end)),
        Form::Empty { .. }
        | Form::Point { .. }
        | Form::Circle { .. }
        | Form::Cell(..)
        | Form::TakingPart { .. }
        | Form::Swatch(_) => None,
    });
    bars.filter(|(bar, zero, _)| {
        rows.iter()
            .any(|row| row.contains(Pos2::new(*zero, bar.center())))
    })
    .map(|(_, zero, end)| [zero, end])
    .collect()
}

/// Every figure as it is read aloud: marks, then what is told in words.
fn spoken(spec: &ChartSpec) -> Vec<String> {
    let told = spec
        .footnotes_told()
        .flat_map(|note| &note.mentions)
        .map(|one| one.figures.clone());
    spec.body
        .marks()
        .into_iter()
        .chain(told)
        .map(|figures| spec.spoken(&figures))
        .collect()
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
            prop_assert!(frame.contains_rect(hit.rect), "{kind:?} {size:?}: {:?} of {:?}", hit.rect, hit.figures);
        }
    }

    #[test]
    fn no_text_covers_a_point(
        atlas in atlas(),
        kind in prop::sample::select(vec![Kind::Scatter, Kind::Dots]),
        measure in any_measure(),
        chosen in 0_usize..6,
        size in any_size(),
    ) {
        let spec = picture(&atlas, &comparison(&atlas, chosen, 2, measure), Showing { kind, ..Showing::default() });
        let placed = laid_out(&spec, size);
        let Some(field) = &placed.field else { return Ok(()) };
        for middle in placed.marks.iter().filter_map(|mark| point(&mark.form)) {
            prop_assert!(field.rect.contains_rect(Rect::from_center_size(middle, Vec2::splat(2.0 * POINT))), "{middle:?} leaves the field");
            for text in &placed.texts {
                prop_assert!(
                    text.rect().distance_to_pos(middle) >= POINT,
                    "{size:?}: “{}” {:?} on the point at {middle:?}", text.galley.text(), text.rect()
                );
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
        let opens: Vec<Open> = placed.marks.iter().flat_map(|mark| opens(&mark.form)).collect();
        for (open, keys) in [
            (Open::Around, vec![LegendSign::Around]),
            (Open::Below, vec![LegendSign::Below]),
            (Open::Up, vec![LegendSign::Up, LegendSign::LargerChange]),
            (Open::Down, vec![LegendSign::Down, LegendSign::SmallerChange]),
            (Open::Within, vec![LegendSign::Within]),
        ] {
            if choice.kind != Kind::Coverage {
                let explained = spec.signs.iter().any(|sign| keys.contains(sign));
                prop_assert_eq!(opens.contains(&open), explained, "{:?} of {:?}: {:?}", open, choice.kind, &spec.signs);
            }
        }
        let starred = placed.texts.iter().filter(|text| text.galley.text().contains('*')).count();
        let explained = spec.signs.contains(&LegendSign::Dispute);
        prop_assert_eq!(starred > 0, explained, "{:?}: {} stars", choice.kind, starred);
    }

    #[test]
    fn no_text_lies_on_a_bar_or_a_circle(choice in choice(), size in any_size()) {
        let placed = laid_out(&choice.spec(), size);
        for mark in &placed.marks {
            let rect = match mark.form {
                Form::Bar { rows, ends, .. } => {
                    let ends = [ends.zero, ends.end, ends.low.unwrap_or(ends.zero)];
                    let (left, right) = (ends.into_iter().fold(f32::INFINITY, f32::min), ends.into_iter().fold(f32::NEG_INFINITY, f32::max));
                    Rect::from_x_y_ranges(left..=right, rows).shrink(0.6)
                }
                Form::Circle { middle, radius, .. } => {
                    for text in &placed.texts {
                        prop_assert!(text.rect().distance_to_pos(middle) >= radius - 0.6, "{size:?}: “{}” on the circle at {middle:?}", text.galley.text());
                    }
                    continue;
                }
                Form::Empty { .. } | Form::Point { .. } | Form::Cell(..) | Form::TakingPart { .. } | Form::Swatch(_) => continue,
            };
            for text in &placed.texts {
                prop_assert!(!text.rect().shrink(0.6).intersects(rect), "{:?} {size:?}: “{}” {:?} on {rect:?}", choice.kind, text.galley.text(), text.rect());
            }
        }
    }

    #[test]
    fn of_two_bars_of_one_unit_the_longer_stands_for_more(
        atlas in prop_oneof![atlas(), atlas_of_several()],
        kind in prop::sample::select(vec![Kind::Bars, Kind::Ranking]),
        measure in any_measure(),
        chosen in (1_usize..17, 1_usize..7),
        size in any_size(),
    ) {
        let spec = picture(&atlas, &comparison(&atlas, chosen.0, chosen.1, measure), Showing { kind, ..Showing::default() });
        let placed = laid_out(&spec, size);
        let mut bars: Vec<(&str, f64, f32)> = Vec::new();
        for figure in spec.body.marks().into_iter().flatten() {
            let Subject::Figure { metric, measure, .. } = spec.figures[figure].subject else { continue };
            let unit = if measure.suffix().is_empty() { spec.metrics[metric].unit.as_str() } else { "%" };
            if let (Some(amount), &[[zero, end]]) = (spec.figures[figure].amount(), bars_of(&placed, &BTreeSet::from([figure])).as_slice()) {
                bars.push((unit, amount.number().abs(), (end - zero).abs()));
            }
        }
        bars.sort_by(|(unit, a, _), (other, b, _)| unit.cmp(other).then(a.total_cmp(b)));
        for pair in bars.windows(2) {
            let [(unit, number, length), (other, larger, longer)] = pair else { continue };
            let same = (number - larger).abs() <= number * 1e-9 && (length - longer).abs() < 0.05;
            prop_assert!(unit != other || same || *length <= longer + 0.05, "{measure:?} {size:?}: {pair:?}");
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
        let placed = laid_out(&spec, size);
        let Body::Rows(panels) = &spec.body else { return Ok(()) };
        for panel in panels.iter().filter(|panel| panel.axis.is_some()) {
            let rows = panel.groups.iter().flat_map(|group| &group.rows);
            let figures: BTreeSet<usize> = rows.map(|row| row.figure).collect();
            let bars: Vec<[f32; 2]> = bars_of(&placed, &figures);
            let ends = || bars.iter().flatten().copied();
            let length = ends().fold(f32::NEG_INFINITY, f32::max) - ends().fold(f32::INFINITY, f32::min);
            if length >= 120.5 && (kind == Kind::Bars || bars.len() > 1) {
                let zero = bars[0][0];
                let grid = placed.rules.iter().filter(|rule| {
                    let [from, to] = rule.ends;
                    (from.x - to.x).abs() < 0.001 && (from.x - zero).abs() > 0.01
                });
                prop_assert!(grid.count() > 0, "{measure:?} {size:?}: {bars:?}");
            }
        }
    }

    #[test]
    fn every_figure_is_spoken_once(atlas in atlas(), chosen in (1_usize..17, 1_usize..7)) {
        let comparison = comparison(&atlas, chosen.0, chosen.1, Measure::Total);
        let spec = picture(&atlas, &comparison, Showing { kind: Kind::Ranking, ..Showing::default() });
        prop_assert_eq!(spoken(&spec).len(), atlas.operations.len());
        let spec = picture(&atlas, &comparison, Showing { kind: Kind::Coverage, ..Showing::default() });
        prop_assert_eq!(spoken(&spec).len(), atlas.operations.len() * comparison.metrics_in(&atlas).len());
    }

    #[test]
    fn a_figure_is_in_the_list_once_and_everything_in_the_picture_is_in_the_list(choice in choice(), size in any_size()) {
        let spec = choice.spec();
        let mut subjects: Vec<Subject> = spec.figures.iter().map(|shown| shown.subject).collect();
        let all = subjects.len();
        subjects.sort_by_key(|subject| format!("{subject:?}"));
        subjects.dedup();
        prop_assert_eq!(subjects.len(), all, "{:?}", choice.kind);
        let placed = laid_out(&spec, size);
        let hit: BTreeSet<usize> = placed.hits.iter().flat_map(|hit| &hit.figures).copied().collect();
        let told = spec.footnotes_told().flat_map(|note| &note.mentions).flat_map(|one| &one.figures).copied();
        let shown: BTreeSet<usize> = spec.body.marks().into_iter().flatten().chain(told).collect();
        prop_assert_eq!(&hit, &shown, "{:?}: what can be pointed at is what is shown", choice.kind);
        for mark in spec.body.marks().into_iter().filter(|_| !matches!(spec.body, Body::Matrix(_))) {
            let together = mark.len() > 1;
            for figure in mark {
                let shown = spec.figures[figure].starred();
                // Of several that nobody reports the names are drawn on one line.
                let label = if together { "Not reported: " } else { spec.figures[figure].label.as_str() };
                let drawn = placed.texts.iter().any(|text| text.galley.text().contains(label))
                    || matches!(spec.body, Body::Scatter(_));
                prop_assert!(drawn, "{:?}: {shown} is not drawn", choice.kind);
            }
        }
    }

    #[test]
    fn the_table_has_the_order_of_the_picture(choice in choice()) {
        let spec = choice.spec();
        let table = spec.table();
        let in_table: Vec<usize> = table.rows.iter().flat_map(|row| row.cells.iter().flatten().copied()).collect();
        let once: BTreeSet<usize> = in_table.iter().copied().collect();
        let figures = spec.figures.iter().enumerate().filter(|(_, shown)| matches!(shown.subject, Subject::Figure { .. }));
        prop_assert_eq!(&once, &figures.map(|(place, _)| place).collect::<BTreeSet<usize>>());
        prop_assert_eq!(once.len(), in_table.len());
        // Rows come in the order in which their first figures are shown.
        let first: Vec<usize> = table.rows.iter().filter_map(|row| row.cells.iter().flatten().min().copied()).collect();
        prop_assert!(first.is_sorted(), "{:?}: {first:?}", choice.kind);
        let turned = table.turned();
        prop_assert_eq!(turned.turned(), table);
    }

    #[test]
    fn a_number_has_its_star_in_every_kind_in_the_table_and_in_speech(atlas in atlas(), measure in any_measure(), chosen in (2_usize..8, 1_usize..7), base in 0_usize..8) {
        let mut comparison = comparison(&atlas, chosen.0, chosen.1, measure);
        comparison.base = atlas.operations.get(base).map(|one| one.id.to_string());
        let mut starred: BTreeMap<(String, String, String), (bool, Kind)> = BTreeMap::new();
        for kind in Kind::ALL {
            let spec = picture(&atlas, &comparison, Showing { kind, ..Showing::default() });
            let table = spec.table();
            let text = spec.table_text(&table);
            for shown in &spec.figures {
                let Subject::Figure { operation, metric, measure } = shown.subject else { continue };
                if shown.amount().is_none() { continue }
                let key = (spec.operations[operation].id.clone(), spec.metrics[metric].id.clone(), format!("{measure:?}"));
                let (known, of) = *starred.entry(key.clone()).or_insert((shown.is_starred(), kind));
                prop_assert_eq!(known, shown.is_starred(), "{:?}: {:?} and {:?}", key, of, kind);
                prop_assert_eq!(shown.is_starred(), shown.spoken.contains(" disagree"), "{:?}: {}", kind, &shown.spoken);
                prop_assert!(text.contains(&shown.starred()), "{:?}: {}", kind, shown.starred());
            }
        }
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

#[test]
fn the_longest_bar_ends_between_two_numbers_of_its_axis_where_there_is_room() {
    let atlas = crate::embedded::atlas();
    let spec = picture(&atlas, &Comparison::telling(&atlas), Showing::default());
    let placed = laid_out(&spec, vec2(1200.0, 675.0));
    let texts: BTreeSet<&str> = placed.texts.iter().map(|text| text.galley.text()).collect();
    assert!(
        texts.contains("17,793") && texts.contains("20,000"),
        "{texts:?}"
    );
    assert!(
        texts.contains("nearly 8 million *") && texts.contains("8 million"),
        "{texts:?}"
    );
    assert!(!texts.contains("10 million"), "{texts:?}");
}

/// How much a sign claims: the number itself, near it, an open side, or only a range.
fn firmness(sign: Option<Sign>) -> u8 {
    match sign {
        Some(Sign::Exact) => 3,
        Some(Sign::Nearly | Sign::About) => 2,
        Some(Sign::MoreThan | Sign::AtLeast | Sign::UpTo | Sign::LessThan) | None => 1,
    }
}
