//! Far more than anyone compares by hand: pictures, pages and the command line stay quick, or say
//! at once why not.

use std::sync::Arc;

use egui_kittest::kittest::Queryable as _;
use opatlas::chart::{self, ChartSpec, Kind, PictureFormat, Showing};
use opatlas::export::{self, PictureOptions};
use opatlas::file::read;
use opatlas::model::Atlas;
use opatlas::query::comparison::Comparison;
use opatlas::state::{Command, FileRead, Page};

use crate::desk::Desk;
use crate::many_operations::many_operations;

/// Operations spread over years and numbers, each with a list of countries.
fn dataset(count: usize) -> FileRead {
    let reading = read("many.ron", many_operations(count).as_bytes());
    FileRead {
        path: None,
        name: "many.ron".to_owned(),
        dataset: reading.dataset.map(Arc::new),
        problems: reading.problems,
        ..FileRead::default()
    }
}

fn opened(count: usize) -> Atlas {
    Atlas::of(&[dataset(count).dataset.unwrap()]).0
}

fn all(atlas: &Atlas) -> Comparison {
    let operations = atlas.operations.iter();
    Comparison {
        operations: operations.map(|one| one.id.to_string()).collect(),
        metrics: vec!["arrests".to_owned(), "officers".to_owned()],
        ..Comparison::default()
    }
}

fn spec(atlas: &Atlas, kind: Kind) -> ChartSpec {
    let showing = Showing {
        kind,
        ..Showing::default()
    };
    chart::picture(atlas, &all(atlas), showing)
}

// What grows with the square would not end here in good time; `cargo bench` has the figures.
#[test]
fn five_thousand_operations_are_drawn_or_refused_at_once_in_every_kind_of_chart() {
    let atlas = opened(5_000);
    let comparison = all(&atlas);
    for kind in Kind::ALL {
        let refused = chart::why_not(kind, &atlas, &comparison);
        let spec = spec(&atlas, kind);
        let drawn = export::picture(&spec, PictureFormat::Svg, &PictureOptions::default());
        match refused {
            Some(why) => {
                let says = why.sentence();
                let told = says.contains("1,000 rows") || says.contains("100 operations");
                assert!(told, "{kind:?}: {says}");
            }
            None => assert!(drawn.is_ok(), "{kind:?}"),
        }
        let needs_no_rows = matches!(kind, Kind::Scatter | Kind::Map);
        assert_eq!(refused.is_none(), needs_no_rows, "{kind:?}");
    }
}

#[test]
fn names_without_room_are_counted_where_nobody_could_read_them() {
    let svg = export::picture(
        &spec(&opened(2_000), Kind::Scatter),
        PictureFormat::Svg,
        &PictureOptions {
            text: export::TextStyle::Editable,
            ..PictureOptions::default()
        },
    );
    let svg = String::from_utf8(svg.unwrap()).unwrap();
    assert!(svg.contains(" more</text>"), "and so many more");
}

#[test]
fn four_hundred_rows_still_make_a_picture() {
    let atlas = opened(400);
    for kind in [Kind::Ranking, Kind::Bars] {
        let options = PictureOptions {
            height: None,
            ..PictureOptions::default()
        };
        let drawn = export::picture(&spec(&atlas, kind), PictureFormat::Svg, &options);
        assert!(drawn.is_ok(), "{kind:?}");
    }
}

#[test]
fn the_countries_page_keeps_its_columns_with_thirty_and_four_hundred_operations() {
    for (count, width) in [(30, 1200.0), (30, 760.0), (400, 1200.0), (400, 760.0)] {
        let read = Command::ReadingDone(Box::new(dataset(count)));
        let desk = Desk::of([read, Command::Show(Page::Countries)]);
        let harness = desk.window([width, 800.0]);
        let headers = ["Country", "Region", "Took part", "Cases"].map(|name| {
            let role = eframe::egui::accesskit::Role::ColumnHeader;
            harness.get_by_role_and_label(role, name).rect()
        });
        for pair in headers.windows(2) {
            assert!(
                pair[0].left() + 40.0 <= pair[1].left(),
                "{count} operations in {width}: {headers:?}"
            );
        }
        assert!(headers[3].right() <= width, "{count} operations in {width}");
    }
}
