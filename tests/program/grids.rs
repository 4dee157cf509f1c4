//! What a grid of countries promises: who is said to have taken part is on a list, nobody is said to
//! have stayed away where no list tells, and from twenty to two hundred countries fit on a page or
//! say how high one must be.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::embedded::atlas as embedded;
use crate::pictures::laid_out;
use eframe::egui::{Vec2, vec2};
use opatlas::chart::{Body, ChartSpec, Grid, Kind, PictureFormat, Showing, picture};
use opatlas::draw::{Form, PlacedPicture};
use opatlas::export::{ExportError, PictureOptions, pages, picture as picture_of};
use opatlas::file::read;
use opatlas::model::{Atlas, Country, Region};
use opatlas::query::comparison::Comparison;
use opatlas::query::countries::{Cell, CountryChoice, Known, Wanted};

fn grid_of(atlas: &Atlas, operations: &[&str], showing: Showing<'_>) -> ChartSpec {
    let comparison = Comparison {
        operations: operations.iter().map(|id| (*id).to_owned()).collect(),
        ..Comparison::default()
    };
    let kind = Kind::Grid;
    picture(atlas, &comparison, Showing { kind, ..showing })
}

fn grid(spec: &ChartSpec) -> &Grid {
    match &spec.body {
        Body::Grid(grid) => grid,
        other => panic!("no grid: {other:?}"),
    }
}

fn all(atlas: &Atlas) -> Vec<&str> {
    let operations = atlas.operations.iter();
    operations.map(|one| one.id.as_str()).collect()
}

fn known(spec: &ChartSpec, code: &str, column: usize) -> Cell {
    let mut rows = grid(spec).rows();
    let row = rows.find(|row| row.country.code() == code).unwrap();
    row.cells[column].known
}

#[test]
fn liberterra_ii_has_its_countries_by_region_as_m49_has_them() {
    let spec = grid_of(&embedded(), &["liberterra-2"], Showing::default());
    let regions = grid(&spec).regions.iter().map(|region| {
        let took_part = region.rows.iter().filter(|row| row.took_part());
        (region.region, took_part.count())
    });
    let regions: BTreeMap<Region, usize> = regions.collect();
    let expected = [
        (Region::Africa, 40),
        (Region::Americas, 29),
        (Region::Asia, 23),
        (Region::Europe, 22),
        (Region::Oceania, 2),
    ];
    assert_eq!(regions, expected.into());
    assert_eq!(grid(&spec).columns[0].took_part, 116);
    let of_western_asia = |code: &str| {
        let country = Country::from_code(code).unwrap();
        country.subregion() == "Western Asia"
    };
    assert!(["CYP", "ARM", "TUR"].into_iter().all(of_western_asia));
    assert_eq!(
        spec.headline.as_deref(),
        Some("116 countries took part in Liberterra II.")
    );
}

#[test]
fn a_cell_says_what_is_known_and_no_more() {
    let atlas = embedded();
    let spec = grid_of(
        &atlas,
        &["liberterra-2", "liberterra-3"],
        Showing::default(),
    );
    assert_eq!(known(&spec, "ESP", 0).known, Known::Listed);
    assert_eq!(known(&spec, "ESP", 1).known, Known::NoList);
    assert_eq!(known(&spec, "SEN", 0).known, Known::Host);
    let usa = known(&spec, "USA", 0);
    assert!(usa.named && usa.known == Known::NotListed);
    let alt = spec.alt();
    assert!(
        alt.contains("Spain: took part in Liberterra II; no list was published of Liberterra III"),
        "{alt}"
    );
    assert!(spec.notes[0].contains("No list was published for Liberterra III"));
    let total = &grid(&spec).columns[1];
    assert!(total.may_be_more, "of an operation without a list");
    assert!(spec.sources.contains("INTERPOL"), "{}", spec.sources);
}

#[test]
fn counts_of_a_grid_are_at_least_where_a_list_is_open() {
    let atlas = embedded();
    let africa = |operations: &[&str]| {
        let spec = grid_of(&atlas, operations, Showing::default());
        let texts = laid_out(&spec, vec2(1600.0, 2400.0)).texts;
        let head = texts.iter().map(|text| text.galley.text().to_owned());
        let head = head.filter(|text| text.starts_with("Africa · "));
        (head.collect::<Vec<_>>(), grid(&spec).columns[0])
    };
    assert_eq!(africa(&["liberterra-2"]).0, ["Africa · 40 took part"]);
    let (heads, total) = africa(&["liberterra-1"]);
    assert_eq!(heads, ["Africa · ≥ 1 took part"], "of 47 none is listed");
    assert!(total.may_be_more, "hosts alone are known");
    let (heads, _) = africa(&["liberterra-1", "liberterra-2"]);
    assert!(heads[0].contains('≥'), "{heads:?}");
    let spec = grid_of(&atlas, &["liberterra-1"], Showing::default());
    let regions = grid(&spec).regions.iter();
    for region in regions.filter(|region| region.took_part == 0) {
        let says = opatlas::words::region_of(region.region, 0, region.may_be_more);
        assert!(says.ends_with("not known"), "{says}");
    }
    let only = ["ESP".to_owned()];
    let chosen = Showing {
        only: &only,
        ..Showing::default()
    };
    let spec = grid_of(&atlas, &["liberterra-2", "liberterra-3"], chosen);
    assert!(
        !grid(&spec).regions[0].may_be_more,
        "it did, and it alone is asked for"
    );
}

#[test]
fn a_sentence_over_a_grid_holds_in_every_world_that_the_lists_allow() {
    let atlas = embedded();
    let says = |operations: &[&str]| grid_of(&atlas, operations, Showing::default()).headline;
    assert_eq!(
        says(&["liberterra-2", "turquesa-2"]).as_deref(),
        Some("25 countries took part in both Liberterra II and Turquesa II.")
    );
    let open = says(&["liberterra-2", "liberterra-3"]);
    assert_eq!(open, None, "of whom nobody can tell");
}

#[test]
fn a_grid_is_narrowed_to_the_rows_of_the_countries_page() {
    let atlas = embedded();
    let rows = |spec: &ChartSpec| {
        grid(spec)
            .rows()
            .map(|row| row.country.code())
            .collect::<Vec<_>>()
    };
    let only = ["MAR".to_owned(), "ESP".to_owned(), "ISL".to_owned()];
    let chosen = Showing {
        only: &only,
        ..Showing::default()
    };
    let spec = grid_of(&atlas, &["liberterra-2"], chosen);
    assert_eq!(
        rows(&spec),
        ["MAR", "ISL", "ESP"],
        "by region, and who was not in it too"
    );
    assert!(
        spec.subtitle
            .starts_with("Only Morocco, Spain and Iceland. "),
        "{}",
        spec.subtitle
    );
    assert_eq!(
        spec.headline, None,
        "of three alone no sentence speaks of all"
    );
    let both = CountryChoice {
        region: Some("Europe".to_owned()),
        operations: [("turquesa-2".to_owned(), Wanted::InAll)].into(),
        ..CountryChoice::default()
    };
    let narrowed = Showing {
        countries: Some(&both),
        ..Showing::default()
    };
    let spec = grid_of(&atlas, &["liberterra-2", "turquesa-2"], narrowed);
    let turquesa = |row: &opatlas::chart::GridRow| row.cells[1].known.known.took_part();
    assert!(grid(&spec).rows().all(|row| turquesa(row) == Some(true)));
    assert!(
        grid(&spec)
            .rows()
            .all(|row| row.country.region() == Region::Europe)
    );
    let weka = CountryChoice {
        operations: [
            ("liberterra-2".to_owned(), Wanted::InAll),
            ("flash-weka".to_owned(), Wanted::InAll),
        ]
        .into(),
        ..CountryChoice::default()
    };
    let narrowed = Showing {
        countries: Some(&weka),
        ..Showing::default()
    };
    let spec = grid_of(&atlas, &["liberterra-2"], narrowed);
    assert!(
        spec.notes[0].contains("other countries nobody can tell whether they are asked for"),
        "{:?}",
        spec.notes
    );
    let nowhere = CountryChoice {
        typed: "nowhere".to_owned(),
        ..CountryChoice::default()
    };
    let nothing = Showing {
        countries: Some(&nowhere),
        ..Showing::default()
    };
    let spec = grid_of(&atlas, &["liberterra-2"], nothing);
    assert!(matches!(spec.body, Body::Nothing(_)));
}

#[test]
fn every_cell_of_a_grid_has_its_sign_and_can_be_pointed_at_and_leads_to_its_country() {
    let atlas = embedded();
    let spec = grid_of(&atlas, &all(&atlas), Showing::default());
    let placed = laid_out(&spec, vec2(1200.0, 1600.0));
    let mut hit: Vec<usize> = placed
        .hits
        .iter()
        .flat_map(|hit| hit.figures.clone())
        .collect();
    hit.sort_unstable();
    assert_eq!(hit, (0..spec.figures.len()).collect::<Vec<_>>());
    let signs = placed.marks.iter();
    let signs = signs.filter(|mark| matches!(mark.form, Form::TakingPart { .. }));
    assert_eq!(
        signs.count(),
        grid(&spec).rows().count() * atlas.operations.len()
    );
    assert!(
        hit.into_iter()
            .all(|figure| spec.country_of(figure).is_some())
    );
    let alt = spec.alt();
    assert!(alt.contains("Spain: at least 6 of 16 operations"), "{alt}");
    assert!(alt.len() < 20_000, "one reads it through: {}", alt.len());
    let keys: Vec<&str> = spec.signs.iter().map(|sign| sign.meaning()).collect();
    for meaning in [
        "took part",
        "hosted a coordination unit",
        "named in a case only",
        "no list published",
    ] {
        assert!(keys.contains(&meaning), "{keys:?}");
    }
}

/// So many operations of which each names so many countries, or all but one or two.
fn many(operations: usize, countries: usize) -> Atlas {
    let codes: Vec<&str> = Country::all().take(countries).map(Country::code).collect();
    let operation = |index: usize| {
        let (skipped, name) = (index % 3, format!("Operation number {index}"));
        let listed = &codes[skipped..];
        format!(
            "(id: \"o{index}\", name: \"{name}\", countries: (count: [(quantity: Exactly({countries}), \
             source: \"s\")], \
             listed: {listed:?}, sources: [\"s\"]), figures: {{}})"
        )
    };
    let operations: Vec<String> = (0..operations).map(operation).collect();
    let text = format!(
        "#![enable(implicit_some)]\n(format: 1, title: \"Many\", sources: {{\"s\": (publisher: \"P\", \
         title: \"T\", date: \"2024-01-01\", address: \"https://example.org\", grade: Official)}}, \
         metrics: {{}}, cases: [], operations: [{}])",
        operations.join(",\n")
    );
    let reading = read("many.ron", text.as_bytes());
    assert!(reading.problems.is_empty(), "{:?}", reading.problems);
    Atlas::of(&[Arc::new(reading.dataset.unwrap())]).0
}

/// Whether texts lie on one another or outside the picture.
fn is_sound(placed: &PlacedPicture, size: Vec2) -> bool {
    let texts: Vec<_> = placed
        .texts
        .iter()
        .map(|text| text.rect().shrink(0.6))
        .collect();
    let apart = texts
        .iter()
        .enumerate()
        .all(|(index, one)| texts[..index].iter().all(|other| !other.intersects(*one)));
    let inside = |rect: &eframe::egui::Rect| {
        rect.left() >= 0.0 && rect.right() <= size.x && rect.bottom() <= placed.height
    };
    apart && texts.iter().all(inside)
}

#[test]
fn from_twenty_to_two_hundred_countries_and_sixteen_operations_have_room() {
    for operations in [1, 2, 16, 40] {
        for countries in [20, 116, 200] {
            let atlas = many(operations, countries);
            let spec = grid_of(&atlas, &all(&atlas), Showing::default());
            for size in [vec2(1200.0, 675.0), vec2(600.0, 800.0), vec2(360.0, 640.0)] {
                let placed = laid_out(&spec, size);
                assert!(
                    is_sound(&placed, size),
                    "{operations} × {countries} in {size}"
                );
                let rows: usize = grid(&spec).rows().count();
                let signs = placed.marks.iter();
                let signs = signs.filter(|mark| matches!(mark.form, Form::TakingPart { .. }));
                assert_eq!(signs.count(), rows * operations);
            }
        }
    }
}

#[test]
fn a_grid_that_does_not_fit_says_how_high_it_must_be() {
    let atlas = many(16, 200);
    let spec = grid_of(&atlas, &all(&atlas), Showing::default());
    let of_height = |height| {
        let options = PictureOptions {
            height,
            ..PictureOptions::default()
        };
        opatlas::export::picture(&spec, PictureFormat::Svg, &options)
    };
    let Err(ExportError::Crowded {
        needed: Some(needed),
        ..
    }) = of_height(Some(400))
    else {
        panic!("too much for its size");
    };
    assert!(of_height(Some(needed)).is_ok(), "as the error says");
    assert!(of_height(None).is_ok(), "as high as it needs");
}

#[test]
fn what_is_too_high_for_one_page_is_on_several_with_every_country_once() {
    let atlas = many(16, 200);
    let spec = grid_of(&atlas, &all(&atlas), Showing::default());
    let options = PictureOptions {
        width: 800,
        height: Some(450),
        ..PictureOptions::default()
    };
    let whole = picture_of(&spec, PictureFormat::Svg, &options);
    assert!(matches!(whole, Err(ExportError::Crowded { .. })));
    let cut = pages(&spec, &options);
    let countries = |spec: &ChartSpec| -> Vec<Country> {
        let rows = grid(spec).rows();
        rows.map(|row| row.country).collect()
    };
    let on_pages: Vec<Country> = cut.iter().flat_map(countries).collect();
    assert_eq!(on_pages, countries(&spec));
    for (page, number) in cut.iter().zip(1..) {
        let svg = picture_of(page, PictureFormat::Svg, &options);
        let svg = String::from_utf8(svg.unwrap()).unwrap();
        let says = format!("page {number} of {}", cut.len());
        assert!(svg.contains(&says) && svg.contains(&page.title), "{says}");
        let first = &grid(page).regions[0];
        let before = &cut[..number - 1];
        let mut before = before.iter().flat_map(|page| &grid(page).regions);
        let began = before.any(|region| region.region == first.region);
        assert!(!began || svg.contains(", continued"), "{says}");
        assert_eq!(first.continued, began);
        // What is counted of a region is counted on all pages.
        let mut all = grid(&spec).regions.iter();
        let whole = all.find(|region| region.region == first.region).unwrap();
        assert_eq!(first.took_part, whole.took_part);
    }
    let high = PictureOptions {
        height: None,
        ..options
    };
    assert_eq!(pages(&spec, &high).len(), 1);
}
