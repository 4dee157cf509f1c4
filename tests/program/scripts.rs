//! Every script: letters in their order, numbers from left to right, the true text in what can
//! be edited, and never a box where a letter should be.

use std::sync::Arc;

use eframe::egui::{Color32, Context, FontId, Galley, RawInput, Shape};
use opatlas::chart::{ChartSpec, Kind, PictureFormat, Showing, picture};
use opatlas::draw::theme::{Weight, font, install};
use opatlas::draw::{font_with, laid_out, laid_out_cut, laid_out_from_right, order};
use opatlas::export::{self, ExportError, PictureOptions, TextStyle};
use opatlas::file::read;
use opatlas::model::Atlas;
use opatlas::query::comparison::Comparison;
use opatlas::state::{Command, Drawer, FileRead, Page};

use crate::desk::Desk;

/// Names of operations as they are written, all in letters that the program has fonts for.
const NAMES: [&str; 8] = [
    "عملية ليبرتيرا 2024",
    "מבצע 365 ימים",
    "ऑपरेशन मुक्ति",
    "ปฏิบัติการเสรีภาพ",
    "Επιχείρηση Ελευθερία",
    "Операция «Свобода»",
    "Chiến dịch Tự do e\u{301}",
    "Weka II",
];

/// A letter that no font has.
const OF_NO_FONT: char = '\u{10FFFD}';

fn atlas(names: &[&str]) -> Atlas {
    let operation = |(place, name): (usize, &&str)| {
        format!(
            "(id: \"o{place}\", name: \"{name}\", days: (\"2025-02-01\", \"2025-02-03\"),
              figures: {{ \"arrests\": [(quantity: MoreThan({}), source: \"s\")] }})",
            100 + place
        )
    };
    let operations: Vec<String> = names.iter().enumerate().map(operation).collect();
    let text = format!(
        "#![enable(implicit_some)]
        (format: 1, title: \"Names\",
         sources: {{ \"s\": (publisher: \"משטרה\", title: \"t\", date: \"2025-03-01\",
                             address: \"https://example.org\", grade: Official) }},
         metrics: {{ \"arrests\": (label: \"Arrests\", unit: \"people\", definition: \"All\") }},
         operations: [{}], cases: [])",
        operations.join(", ")
    );
    let reading = read("names.ron", text.as_bytes());
    let dataset = reading
        .dataset
        .unwrap_or_else(|| panic!("{:?}", reading.problems));
    Atlas::of(&[Arc::new(dataset)]).0
}

fn spec(names: &[&str], kind: Kind) -> ChartSpec {
    let atlas = atlas(names);
    let mut comparison = Comparison::telling(&atlas);
    comparison.operations = atlas
        .operations
        .iter()
        .map(|one| one.id.to_string())
        .collect();
    let showing = Showing {
        kind,
        ..Showing::default()
    };
    picture(&atlas, &comparison, showing)
}

fn svg(spec: &ChartSpec, text: TextStyle) -> Result<String, ExportError> {
    let options = PictureOptions {
        height: None,
        text,
        ..PictureOptions::default()
    };
    let bytes = export::picture(spec, PictureFormat::Svg, &options)?;
    Ok(String::from_utf8(bytes).unwrap())
}

/// Lays out texts as the window does.
fn in_window<T>(lay_out: impl Fn(&Context, FontId) -> T) -> T {
    let ctx = Context::default();
    install(&ctx);
    let mut laid_out = None;
    ctx.run_ui(RawInput::default(), |ui| {
        laid_out = Some(lay_out(ui.ctx(), font(Weight::Medium, 14.0)));
    })
    .drop_without_applying_deltas();
    laid_out.unwrap()
}

/// The digits and Latin letters of a laid out text, row by row from left to right.
fn latin(galley: &Galley) -> Vec<String> {
    let of_row = |row: &eframe::egui::epaint::text::PlacedRow| {
        let glyphs = row.row.glyphs.iter();
        let mut glyphs: Vec<_> = glyphs
            .filter(|one| one.chr.is_ascii_alphanumeric())
            .collect();
        glyphs.sort_by(|a, b| a.pos.x.total_cmp(&b.pos.x));
        glyphs.iter().map(|one| one.chr).collect()
    };
    galley.rows.iter().map(of_row).collect()
}

#[test]
fn names_in_every_script_are_drawn_in_every_kind_of_picture() {
    for kind in [Kind::Bars, Kind::Ranking, Kind::Timeline, Kind::Coverage] {
        let drawn = svg(&spec(&NAMES, kind), TextStyle::Outlines);
        drawn.unwrap_or_else(|error| panic!("{kind:?}: {error}"));
    }
    let drawn = svg(&spec(&NAMES, Kind::Ranking), TextStyle::Outlines).unwrap();
    for name in NAMES {
        let label = format!("aria-label=\"{name}\" d=\"M");
        assert!(drawn.contains(&label), "{name}");
    }
}

#[test]
fn numbers_and_latin_words_stay_in_order_in_the_window() {
    for (text, seen) in [
        ("عملية ليبرتيرا 2024", "2024"),
        ("מבצע 365 ימים", "365"),
        ("عملية 2024 في 119 دولة", "1192024"),
        ("מבצע EUROPOL 12", "EUROPOL12"),
        ("12 מבצע EUROPOL", "EUROPOL12"),
        ("\u{2068}עברית\u{2069}: 312 people, 90 %", "312people90"),
    ] {
        let galley =
            in_window(|ctx, font| laid_out(ctx, text, font, Color32::PLACEHOLDER, f32::INFINITY));
        assert_eq!(latin(&galley), [seen], "{text}");
    }
}

#[test]
fn a_text_that_reads_from_the_right_goes_on_in_the_next_line() {
    let text = "מבצע 365 ימים עם EUROPOL בשנת 2024 ועוד";
    let galley = in_window(|ctx, font| laid_out(ctx, text, font, Color32::PLACEHOLDER, 90.0));
    assert!(galley.rows.len() > 2);
    assert!(galley.size().x <= 90.0);
    assert!(
        latin(&galley).concat().ends_with("2024"),
        "{:?}",
        latin(&galley)
    );
    let read: Vec<&str> = galley
        .text()
        .split('\n')
        .map(|line| order::stored(line).0)
        .collect();
    assert_eq!(read.join(" "), text);
    let from_right =
        in_window(|ctx, font| laid_out_from_right(ctx, text, font, Color32::PLACEHOLDER, 90.0));
    assert!(from_right.rect.right().abs() < 0.01);
    let cut = in_window(|ctx, font| laid_out_cut(ctx, text, font, Color32::PLACEHOLDER, 90.0));
    assert!(
        cut.size().x <= 90.0 && cut.text().ends_with('…'),
        "{}",
        cut.text()
    );
}

#[test]
fn editable_text_is_the_true_text_and_says_which_way_it_reads() {
    let text = svg(&spec(&NAMES, Kind::Ranking), TextStyle::Editable).unwrap();
    for name in NAMES {
        assert!(text.contains(&format!(">{name}</text>")), "{name}");
    }
    let line = |name: &str| {
        text.lines()
            .find(|line| line.contains(&format!(">{name}<")))
    };
    assert!(
        line(NAMES[0])
            .unwrap()
            .contains("direction=\"rtl\" text-anchor=\"end\"")
    );
    assert!(!line(NAMES[7]).unwrap().contains("direction"));
}

#[test]
fn what_no_font_has_is_named_and_only_editable_text_goes_without_it() {
    let mut spec = spec(&NAMES, Kind::Bars);
    spec.title = format!("Weka {OF_NO_FONT}");
    let refused = svg(&spec, TextStyle::Outlines).unwrap_err().to_string();
    assert!(
        refused.contains("U+10FFFD") && refused.contains("--text editable"),
        "{refused}"
    );
    let editable = svg(&spec, TextStyle::Editable).unwrap();
    assert!(editable.contains(&format!(">Weka {OF_NO_FONT}</text>")));
}

#[test]
fn other_letters_come_from_the_machine_or_are_named() {
    let spec = spec(&["国际行动", "Weka II"], Kind::Ranking);
    let drawn = svg(&spec, TextStyle::Outlines);
    if "国际行动".chars().all(|letter| font_with(letter).is_some()) {
        assert!(drawn.unwrap().contains("aria-label=\"国际行动\" d=\"M"));
    } else {
        let refused = drawn.unwrap_err().to_string();
        assert!(
            refused.contains("(U+56FD)") || refused.contains("(U+884C)"),
            "{refused}"
        );
    }
    let editable = svg(&spec, TextStyle::Editable).unwrap();
    assert!(editable.contains(">国际行动</text>"));
}

#[test]
fn a_name_in_a_sentence_keeps_the_numbers_behind_it_behind_it() {
    let spec = spec(&["מבצע 12", "עברית"], Kind::Bars);
    assert!(spec.title.contains("\u{2068}מבצע 12\u{2069}") || spec.subtitle.contains('\u{2068}'));
    assert!(
        spec.sources.contains("\u{2068}משטרה\u{2069} ("),
        "{}",
        spec.sources
    );
    assert!(!order::reads_leftwards(&spec.sources));
}

#[test]
fn line_breaks_and_tabs_in_names_are_spaces() {
    let spec = spec(&["One\\n\\ntwo\\tthree", "Weka II"], Kind::Coverage);
    let drawn = svg(&spec, TextStyle::Outlines).unwrap();
    assert!(drawn.contains("One two three"), "one line");
    assert!(!drawn.contains("Onetwo"));
}

#[test]
fn a_transparent_picture_has_no_boxes_of_the_sheet() {
    for kind in [Kind::Bars, Kind::Ranking, Kind::Timeline, Kind::Coverage] {
        let spec = spec(&NAMES, kind);
        let options = PictureOptions {
            height: None,
            transparent: true,
            text: TextStyle::Editable,
            ..PictureOptions::default()
        };
        let bytes = export::picture(&spec, PictureFormat::Svg, &options).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(!text.contains("#ffffff"), "{kind:?}");
    }
}

/// Two operations, a metric, a publisher and a case with names that read from the right, and a
/// problem of an id that does.
const FROM_THE_RIGHT: &str = "#![enable(implicit_some)]
(format: 1, title: \"נתונים\",
 sources: { \"s\": (publisher: \"משטרה\", title: \"عملية الحرية\", date: \"2025-03-01\",
                     address: \"https://example.org\", grade: Official, note: \"Kept.\") },
 metrics: { \"arrests\": (label: \"מעצרים\", unit: \"people\", definition: \"All\"),
            \"charged\": (label: \"Charged\", unit: \"people\", definition: \"Some\", part_of: \"arrests\") },
 operations: [
    (id: \"a\", name: \"מבצע חירות\", lead: [\"משטרה\"], days: (\"2025-02-01\", \"2025-02-03\"),
     countries: (count: [(quantity: Exactly(12), source: \"s\")], listed: [\"TGO\", \"BEN\"], sources: [\"s\"]),
     coordination_units: [(country: \"TGO\", place: \"לומה\", sources: [\"s\"])],
     supported_by: [(name: \"ארגון\", role: Partner, sources: [\"s\"])],
     figures: { \"arrests\": [(quantity: MoreThan(100), source: \"s\", wording: \"עצורים\")],
                \"charged\": [(quantity: Exactly(40), source: \"s\")] }),
    (id: \"b\", name: \"عملية الحرية\", days: (\"2025-05-01\", \"2025-05-09\"),
     countries: (count: [(quantity: Exactly(9), source: \"s\")], listed: [\"TGO\", \"טוגו\"], sources: [\"s\"]),
     figures: { \"arrests\": [(quantity: Exactly(312), source: \"s\")],
                \"charged\": [(quantity: Exactly(90), source: \"s\")] })],
 cases: [(id: \"c\", operation: \"a\", title: \"חווה\", summary: \"People had to work on a farm.\", date: \"2025-02-02\",
          countries: [\"TGO\"], crimes: [ForcedLabour], sources: [\"s\"],
          arrested: [(quantity: Exactly(3), source: \"s\")],
          route: [(step: Origin, place: \"אסיה\"), (step: Found, country: \"TGO\", place: \"לומה\")])])";

#[test]
fn names_that_read_from_the_right_turn_no_sentence_of_the_window_round() {
    let reading = read("שמות.ron", FROM_THE_RIGHT.as_bytes());
    let opened = || {
        Command::ReadingDone(Box::new(FileRead {
            name: "שמות.ron".to_owned(),
            dataset: reading.dataset.clone().map(Arc::new),
            problems: reading.problems.clone(),
            ..FileRead::default()
        }))
    };
    let id = |id: &str| id.to_owned();
    let drawers = [
        Drawer::Operation { operation: id("a") },
        Drawer::Figure {
            operation: id("b"),
            metric: id("arrests"),
        },
        Drawer::CountriesTakingPart { operation: id("a") },
        Drawer::Country { code: id("TGO") },
        Drawer::Source { source: id("s") },
        Drawer::Case { id: id("c") },
    ];
    let pages = Page::ALL.into_iter().map(Command::Show);
    let mut seen = 0;
    for shown in pages.chain(drawers.into_iter().map(Command::OpenDrawer)) {
        let desk = Desk::of([opened(), shown.clone()]);
        let window = desk.window([1440.0, 900.0]);
        for shape in &window.output().shapes {
            let Shape::Text(text) = &shape.shape else {
                continue;
            };
            let galley = &text.galley;
            if !order::pieces(galley.text())
                .iter()
                .any(|piece| piece.leftwards)
            {
                continue;
            }
            seen += 1;
            // Letters that join, "ffi", have one place.
            let apart = |text: &str| -> String {
                let letters = text.chars().filter(char::is_ascii_alphanumeric);
                letters.filter(|letter| !"fil".contains(*letter)).collect()
            };
            let read = apart(galley.text());
            assert_eq!(apart(&latin(galley).concat()), read, "{shown:?}");
            let sentence = galley.text().split('\n').next().unwrap();
            let word = |word: &str| word.bytes().all(|byte| byte.is_ascii_lowercase());
            let ours = sentence.split_whitespace().any(word);
            assert!(
                !ours || !order::reads_leftwards(sentence),
                "{shown:?}: {sentence}"
            );
        }
    }
    assert!(seen > 60, "{seen}");
}
