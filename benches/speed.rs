//! How fast the parts are that people wait for. `cargo bench`; compare runs on one machine only.
#![expect(
    clippy::expect_used,
    reason = "a bench that cannot start has nothing to measure"
)]

use std::sync::Arc;

use divan::{Bencher, black_box};
use eframe::egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, pos2, vec2};
use opatlas::chart::{ChartSpec, Kind, PictureFormat, Showing, picture};
use opatlas::draw::theme::{LIGHT, install, install_off_screen};
use opatlas::draw::{Lit, Sheet, Typesetter, picture_ui};
use opatlas::export::{self, PictureOptions};
use opatlas::file::{EMBEDDED, read};
use opatlas::import::release::{LONGEST, Release};
use opatlas::model::{Atlas, Crime, Dataset, Source};
use opatlas::query::cases::{CaseChoice, Index, Texts, find};
use opatlas::query::comparison::Comparison;
use opatlas::query::search;
use opatlas::state::{Add, Command, CountriesAs, Door, FileRead, Into, Page, State, Text};
use opatlas::ui;
use opatlas::words::numerals::typed_number;

#[path = "../tests/program/many_operations.rs"]
mod many_operations;

use many_operations::many_operations;

fn main() {
    divan::main();
}

fn embedded() -> Atlas {
    let readings = EMBEDDED
        .iter()
        .map(|(name, text)| read(name, text.as_bytes()));
    let datasets: Vec<_> = readings
        .filter_map(|reading| reading.dataset)
        .map(Arc::new)
        .collect();
    Atlas::of(&datasets).0
}

/// A dataset with many cases, as someone with a database would write it.
fn many_cases(count: usize) -> String {
    use std::fmt::Write as _;
    let mut text = String::from(
        "#![enable(implicit_some)]\n(format: 1, title: \"Many\",\nsources: {\"s\": (publisher: \"P\", title: \"T\", \
         date: \"2024-01-01\", address: \"https://example.org\", grade: Official)},\nmetrics: {\"arrests\": (label: \
         \"Arrests\", unit: \"people\", definition: \"All\")},\noperations: [(id: \"o\", name: \"O\", sources: \
         [\"s\"], figures: {\"arrests\": [(quantity: Exactly(5), source: \"s\")]})],\ncases: [\n",
    );
    for index in 0..count {
        writeln!(
            text,
            "(id: \"case-{index}\", operation: \"o\", title: \"Case number {index}\", summary: \"In case {index} officers searched a \
             house near the harbour and found people who had been promised work abroad; the group behind it is \
             suspected of acting in several countries since the spring.\", countries: [\"MLI\", \"TGO\"], crimes: \
             [Trafficking, Fraud], found: [(who: PotentialVictims, reports: [(quantity: Exactly(24), source: \"s\")], \
             nationalities: [\"TGO\"])], arrested: [(quantity: MoreThan(10), source: \"s\")], route: [(step: Origin, \
             country: \"TGO\"), (step: Found, country: \"MLI\")], sources: [\"s\"]),"
        )
        .expect("writing to a string cannot fail");
    }
    text.push_str("])\n");
    text
}

#[divan::bench]
fn embedded_datasets_read(bencher: Bencher<'_, '_>) {
    bencher.bench(embedded);
}

#[divan::bench(args = [1_000, 100_000], sample_count = 5)]
fn cases_read(bencher: Bencher<'_, '_>, count: usize) {
    let text = many_cases(count);
    bencher.bench(|| read("many.ron", black_box(text.as_bytes())));
}

#[divan::bench(args = [1_000, 100_000], sample_count = 5)]
fn cases_searched(bencher: Bencher<'_, '_>, count: usize) {
    let reading = read("many.ron", many_cases(count).as_bytes());
    let (atlas, _) = Atlas::of(&[Arc::new(reading.dataset.expect("the dataset is good"))]);
    let choice = CaseChoice {
        typed: "number 77".to_owned(),
        ..CaseChoice::default()
    };
    // As the window searches: what a letter typed does not change is made once.
    let (index, texts) = (Index::of(&atlas), Texts::of(&atlas, Crime::name));
    bencher.bench(|| {
        find(&atlas, &index, Some(&texts), black_box(&choice), &[])
            .shown
            .len()
    });
}

/// A letter typed into the search over everything, among many cases.
#[divan::bench(args = ["m", "mali", "number 77", "14,000"], sample_count = 5)]
fn everything_searched(bencher: Bencher<'_, '_>, typed: &str) {
    let reading = read("many.ron", many_cases(100_000).as_bytes());
    let (atlas, _) = Atlas::of(&[Arc::new(reading.dataset.expect("the dataset is good"))]);
    let words = search::Read {
        crime: Crime::name,
        source: Source::searched,
        joining: "and",
    };
    let atlas = Arc::new(atlas);
    let mut index = search::Index::of(&atlas, words, Vec::new());
    while index.read_more(&atlas) {}
    bencher.bench(|| {
        index
            .find(&atlas, black_box(typed), typed_number(typed))
            .0
            .len()
    });
}

/// Sixteen operations by six metrics.
fn full_page(atlas: &Atlas) -> Comparison {
    Comparison {
        operations: atlas
            .operations
            .iter()
            .map(|operation| operation.id.to_string())
            .collect(),
        metrics: atlas
            .metrics
            .iter()
            .take(6)
            .map(|metric| metric.id.to_string())
            .collect(),
        ..Comparison::default()
    }
}

#[divan::bench]
fn full_page_said(bencher: Bencher<'_, '_>) {
    let atlas = embedded();
    let comparison = full_page(&atlas);
    bencher.bench(|| picture(&atlas, &comparison, Showing::default()));
}

#[divan::bench]
fn full_page_laid_out(bencher: Bencher<'_, '_>) {
    let atlas = embedded();
    let spec: ChartSpec = picture(&atlas, &full_page(&atlas), Showing::default());
    let ctx = Context::default();
    install_off_screen(&ctx);
    ctx.run_ui(RawInput::default(), |ui| {
        Sheet::of(&Typesetter::new(ui.ctx(), &LIGHT), &spec, 1200.0).place(675.0);
    })
    .drop_without_applying_deltas();
    bencher.bench_local(|| {
        let typesetter = Typesetter::new(&ctx, &LIGHT);
        Sheet::of(&typesetter, &spec, 1200.0).place(675.0).height
    });
}

/// A whole frame of the picture: said, laid out, drawn and made into triangles.
#[divan::bench]
fn full_page_frame(bencher: Bencher<'_, '_>) {
    let atlas = embedded();
    let comparison = full_page(&atlas);
    let ctx = Context::default();
    install(&ctx);
    bencher.bench_local(|| {
        let output = ctx.run_ui(RawInput::default(), |ui| {
            let spec = picture(&atlas, &comparison, Showing::default());
            let placed = Sheet::of(&Typesetter::new(ui.ctx(), &LIGHT), &spec, 1200.0).place(900.0);
            picture_ui(ui, &spec, &placed, &LIGHT, 1200.0, Lit::default());
        });
        let triangles = ctx.tessellate(output.shapes.clone(), 1.0).len();
        output.drop_without_applying_deltas();
        triangles
    });
}

/// A whole frame of the window with the picture on the Compare page: choices, sentence, picture,
/// remarks and table.
#[divan::bench(args = Kind::ALL)]
fn full_page_in_its_window(bencher: Bencher<'_, '_>, kind: Kind) {
    let mut state = State::default();
    for read in opatlas::app::embedded() {
        state.apply(Command::ReadingDone(Box::new(read)));
    }
    let comparison = full_page(&state.atlas);
    state.apply(Command::Compare(comparison));
    state.apply(Command::SetKind(kind));
    in_a_window(bencher, &state);
}

/// The same while someone hears the window.
#[divan::bench]
fn full_page_heard(bencher: Bencher<'_, '_>) {
    let mut state = State::default();
    for read in opatlas::app::embedded() {
        state.apply(Command::ReadingDone(Box::new(read)));
    }
    let comparison = full_page(&state.atlas);
    state.apply(Command::Compare(comparison));
    let ctx = Context::default();
    ctx.enable_accesskit();
    frames(bencher, &ctx, &state);
}

/// Frames of a window, each whole.
fn in_a_window(bencher: Bencher<'_, '_>, state: &State) {
    frames(bencher, &Context::default(), state);
}

fn frames(bencher: Bencher<'_, '_>, ctx: &Context, state: &State) {
    install(ctx);
    let mut scratch = ui::Scratch::default();
    bencher.bench_local(|| frame(ctx, state, &mut scratch, Vec::new()));
}

/// One frame, to triangles.
fn frame(ctx: &Context, state: &State, scratch: &mut ui::Scratch, events: Vec<Event>) -> usize {
    drawn(ctx, state, scratch, events).0
}

/// One frame, to triangles and what it asks for.
fn drawn(
    ctx: &Context,
    state: &State,
    scratch: &mut ui::Scratch,
    events: Vec<Event>,
) -> (usize, Vec<Command>) {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1440.0, 900.0))),
        events,
        ..RawInput::default()
    };
    let mut commands = Vec::new();
    let output = ctx.run_ui(input, |ui| {
        ui::window_ui(ui, state, scratch, &mut commands);
    });
    let triangles = ctx.tessellate(output.shapes.clone(), 1.0).len();
    output.drop_without_applying_deltas();
    (triangles, commands)
}

/// A map of every operation on the Countries page.
fn with_a_map() -> State {
    let mut state = State::default();
    for read in opatlas::app::embedded() {
        state.apply(Command::ReadingDone(Box::new(read)));
    }
    state.apply(Command::Show(Page::Countries));
    state.apply(Command::ShowCountriesAs(CountriesAs::Map));
    state
}

/// The first frame with a map, in a window that has drawn before.
#[divan::bench(sample_count = 20)]
fn map_first_frame(bencher: Bencher<'_, '_>) {
    let state = with_a_map();
    let mut other = with_a_map();
    other.apply(Command::Show(Page::Cases));
    let drawn_before = || {
        let (ctx, mut scratch) = (Context::default(), ui::Scratch::default());
        install(&ctx);
        frame(&ctx, &other, &mut scratch, Vec::new());
        (ctx, scratch)
    };
    let inputs = bencher.with_inputs(drawn_before);
    inputs.bench_local_values(|(ctx, mut scratch)| frame(&ctx, &state, &mut scratch, Vec::new()));
}

/// The others, while the pointer moves from country to country.
#[divan::bench]
fn map_pointed_at(bencher: Bencher<'_, '_>) {
    let state = with_a_map();
    let (ctx, mut scratch) = (Context::default(), ui::Scratch::default());
    install(&ctx);
    let mut step = 0.0;
    bencher.bench_local(|| {
        step = (step + 7.0) % 600.0;
        let moved = Event::PointerMoved(pos2(450.0 + step, 500.0 + step / 6.0));
        frame(&ctx, &state, &mut scratch, vec![moved])
    });
}

fn opened_in_a_window(count: usize) -> State {
    let reading = read("many.ron", many_operations(count).as_bytes());
    let mut state = State::default();
    state.apply(Command::ReadingDone(Box::new(FileRead {
        path: None,
        name: "many.ron".to_owned(),
        dataset: reading.dataset.map(Arc::new),
        problems: reading.problems,
        ..FileRead::default()
    })));
    state
}

/// From a choice to shapes, of far more operations than anyone compares: twice as many may take
/// little more than twice as long.
#[divan::bench(args = [400, 800, 5_000], sample_count = 3)]
fn many_operations_as_points(bencher: Bencher<'_, '_>, count: usize) {
    let atlas = opened_in_a_window(count).atlas;
    let comparison = Comparison {
        metrics: vec!["arrests".to_owned(), "officers".to_owned()],
        ..Comparison::telling(&atlas)
    };
    let showing = Showing {
        kind: Kind::Scatter,
        ..Showing::default()
    };
    bencher.bench(|| {
        let spec = picture(&atlas, &comparison, showing);
        export::picture(&spec, PictureFormat::Svg, &PictureOptions::default()).expect("a picture")
    });
}

/// A frame of the window with 800 operations, as the pointer moves over it.
#[divan::bench(args = Kind::ALL, sample_count = 10)]
fn many_operations_in_their_window(bencher: Bencher<'_, '_>, kind: Kind) {
    let mut state = opened_in_a_window(800);
    let all = full_page(&state.atlas);
    state.apply(Command::Compare(all));
    state.apply(Command::SetKind(kind));
    in_a_window(bencher, &state);
}

/// The same of the Countries page.
#[divan::bench(args = [30, 400], sample_count = 10)]
fn many_operations_by_country(bencher: Bencher<'_, '_>, count: usize) {
    let mut state = opened_in_a_window(count);
    state.apply(Command::Show(Page::Countries));
    in_a_window(bencher, &state);
}

/// Sizes in points; in pixels twice as wide and high.
const SIZES: [(u32, u32); 2] = [(960, 540), (1920, 1080)];

#[divan::bench(args = SIZES, sample_count = 10)]
fn first_picture_as_svg(bencher: Bencher<'_, '_>, size: (u32, u32)) {
    exported(bencher, PictureFormat::Svg, size);
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn first_picture_as_png(bencher: Bencher<'_, '_>, size: (u32, u32)) {
    exported(bencher, PictureFormat::Png, size);
}

/// The longest text of a release that is read.
#[divan::bench(sample_count = 5)]
fn longest_release_read(bencher: Bencher<'_, '_>) {
    let line = "Operation Blue Harbour II, from 2 to 6 September 2024: more than 1,240 suspects were arrested in 31 \
                countries, some 690 victims were found, and 12,000 euros seized in Côte d’Ivoire.\n";
    let text = line.repeat(LONGEST / line.len());
    bencher.bench(|| Release::of("a.txt", text.clone(), &Dataset::default(), &[]));
}

/// A key in the door for texts, to triangles: a long text goes into a dataset that has its operation.
#[divan::bench(args = [LONGEST / 32, LONGEST], sample_count = 30)]
fn key_in_a_release(bencher: Bencher<'_, '_>, length: usize) {
    let line = "Operation Liberterra II: more than 2,500 suspects were arrested in 31 countries, some 690 victims \
                were found, and 12,000 euros seized in Côte d’Ivoire.\n";
    let text = line.repeat(length / line.len());
    let (_, own) = EMBEDDED
        .iter()
        .find(|(name, _)| name.contains("liberterra"))
        .expect("is embedded");
    let mut state = opened_in_a_window(16);
    let path = std::path::PathBuf::from("mine.ron");
    state.apply(Command::Add(Add::Show));
    state.apply(Command::Add(Add::Into(Into::File(path.clone()))));
    let read = Text {
        text: (*own).into(),
        read_only: false,
        can_go_back: false,
    };
    state.apply(Command::Add(Add::TextRead(path, Ok(read))));
    state.apply(Command::Add(Add::Through(Door::Text)));
    let release = Release::of("a.txt", text, &Dataset::default(), &[]);
    state.apply(Command::Add(Add::ReleaseRead(Ok(Arc::new(release)))));
    let ctx = Context::default();
    install(&ctx);
    let mut scratch = ui::Scratch::default();
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    frame(&ctx, &state, &mut scratch, Vec::new());
    let mut keys = [Key::Enter, Key::Delete].into_iter().cycle();
    bencher.bench_local(|| {
        let pressed = vec![key(keys.next().unwrap_or(Key::Enter))];
        for command in drawn(&ctx, &state, &mut scratch, pressed).1 {
            state.apply(command);
        }
        frame(&ctx, &state, &mut scratch, Vec::new())
    });
}

/// A picture from nothing, fonts and all, as the command line makes it.
fn exported(bencher: Bencher<'_, '_>, format: PictureFormat, (width, height): (u32, u32)) {
    let atlas = embedded();
    let spec = picture(&atlas, &Comparison::telling(&atlas), Showing::default());
    let options = PictureOptions {
        width,
        height: Some(height),
        ..PictureOptions::default()
    };
    bencher.bench(|| export::picture(&spec, format, &options).expect("a picture"));
}
