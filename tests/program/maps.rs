//! What a map promises: every country of the world is on it and says what is known of it, nobody
//! is said to have stayed away where no list was published, and its file is small and whole.

use std::collections::BTreeSet;
use std::f32::consts::PI;
use std::sync::Arc;

use crate::embedded::atlas as embedded;
use crate::pictures::laid_out;
use eframe::egui::{pos2, vec2};
use opatlas::chart::{
    Body, ChartSpec, Kind, Part, PictureFormat, Showing, WorldMap, Zoom, picture,
};
use opatlas::export::{Csv, PictureOptions, TableFormat, TextStyle, figures_of};
use opatlas::file::{EMBEDDED, read};
use opatlas::model::{Atlas, Country, Region};
use opatlas::query::comparison::Comparison;
use opatlas::query::countries::{CountryChoice, Fill, Wanted};

fn map_of(atlas: &Atlas, operations: &[&str], showing: Showing<'_>) -> ChartSpec {
    let comparison = Comparison {
        operations: operations.iter().map(|id| (*id).to_owned()).collect(),
        ..Comparison::default()
    };
    let kind = Kind::Map;
    picture(atlas, &comparison, Showing { kind, ..showing })
}

fn world(spec: &ChartSpec) -> &WorldMap {
    match &spec.body {
        Body::Map(map) => map,
        other => panic!("no map: {other:?}"),
    }
}

/// What is known of a country, and what is read aloud of it.
fn told<'a>(spec: &'a ChartSpec, code: &str) -> (Part, &'a str) {
    let mut places = world(spec).places.iter();
    let place = places.find(|place| place.country.code() == code).unwrap();
    (place.part, &spec.figures[place.figure].spoken)
}

#[test]
fn each_country_says_what_is_known_of_its_part() {
    let atlas = embedded();
    let one = map_of(&atlas, &["liberterra-2"], Showing::default());
    let took_part = |spec: &ChartSpec| {
        let places = world(spec).places.iter();
        places
            .filter(|place| matches!(place.part, Part::Took(_)))
            .count()
    };
    assert_eq!(took_part(&one), 116);
    assert_eq!(
        told(&one, "ESP"),
        (Part::Took(0), "Spain: took part in Liberterra II")
    );
    assert_eq!(told(&one, "USA").0, Part::NamedInCase);
    assert_eq!(told(&one, "ISL").0, Part::NotListed);
    assert!(
        one.alt()
            .contains("countries and territories: not on the list")
    );
    let both = map_of(
        &atlas,
        &["liberterra-2", "liberterra-3"],
        Showing::default(),
    );
    let (part, says) = told(&both, "ISL");
    assert_eq!(part, Part::NotKnown, "Liberterra III published no list");
    assert!(
        says.contains("no list was published of Liberterra III"),
        "{says}"
    );
    let spain = world(&both)
        .places
        .iter()
        .find(|place| place.country.code() == "ESP");
    let spain = &both.figures[spain.unwrap().figure];
    assert_eq!(spain.words, "at least 1");
    assert!(both.notes[0].contains("No list was published for Liberterra III"));
    assert!(both.notes[0].contains("take no position"));
}

#[test]
fn every_country_is_on_the_map_and_in_its_list_and_can_be_hit() {
    let spec = map_of(
        &embedded(),
        &["liberterra-2", "turquesa-2"],
        Showing::default(),
    );
    assert_eq!(spec.figures.len(), Country::all().count());
    assert_eq!(spec.table().rows.len(), Country::all().count());
    for size in [vec2(1200.0, 675.0), vec2(760.0, 560.0), vec2(420.0, 640.0)] {
        let placed = laid_out(&spec, size);
        assert_eq!(placed.hits.len(), Country::all().count());
        let map = placed.map.as_ref().unwrap();
        let field = placed.field.unwrap().rect;
        let steps = |from: f32, to: f32| {
            (0..)
                .map(move |step| from + step as f32)
                .take_while(move |at| *at < to)
        };
        let across = steps(field.left(), field.right());
        let places =
            across.flat_map(|x| steps(field.top(), field.bottom()).map(move |y| pos2(x, y)));
        let places = places.chain(map.dots.iter().map(|dot| dot.at));
        let hit: BTreeSet<usize> = places.filter_map(|at| map.figure_at(at)).collect();
        for figure in 0..spec.figures.len() {
            assert!(hit.contains(&figure), "{size}: {}", spec.spoken(&[figure]));
        }
    }
}

#[test]
fn on_a_small_map_dots_do_not_bury_a_continent() {
    let spec = map_of(&embedded(), &["liberterra-2"], Showing::default());
    let placed = laid_out(&spec, vec2(540.0, 540.0));
    let map = placed.map.as_ref().unwrap();
    let of_europe = |figure: usize| {
        let country = spec.country_of(figure).unwrap();
        country.region() == Region::Europe && country.code() != "RUS"
    };
    let lands = map.lands.iter();
    let lands = lands.filter(|land| land.figure.is_some_and(of_europe));
    let lands: f32 = lands.map(|land| land.area).sum();
    let dots = map.dots.iter().filter(|dot| of_europe(dot.figure));
    let dots: f32 = dots.map(|dot| PI * dot.radius * dot.radius).sum();
    assert!(dots < 0.3 * lands, "{dots} of {lands}");
}

#[test]
fn names_of_chosen_countries_stand_on_the_map_and_never_on_one_another() {
    let codes = "ESP PRT MAR DZA TUN LBY FRA ITA MLT GRC TUR CYP LBN ISR PSE JOR SYR TTO GRD VCT";
    let codes: Vec<String> = codes.split(' ').map(str::to_owned).collect();
    let showing = Showing {
        only: &codes,
        ..Showing::default()
    };
    let spec = map_of(&embedded(), &["liberterra-2"], showing);
    let placed = laid_out(&spec, vec2(1200.0, 675.0));
    let names = codes
        .iter()
        .map(|code| Country::from_code(code).unwrap().name());
    let rects = names.map(|name| {
        let text = placed.texts.iter().find(|text| text.galley.text() == name);
        text.unwrap_or_else(|| panic!("{name}")).rect()
    });
    let rects: Vec<_> = rects.collect();
    for (index, one) in rects.iter().enumerate() {
        assert!(
            rects[..index]
                .iter()
                .all(|other| !other.shrink(0.5).intersects(one.shrink(0.5)))
        );
    }
}

#[test]
fn where_there_is_room_under_a_map_it_says_who_took_part_by_name() {
    let operations = ["liberterra-2", "liberterra-3"];
    let spec = map_of(&embedded(), &operations, Showing::default());
    let says = |size| {
        let placed = laid_out(&spec, size);
        assert!(placed.height <= size.y + 0.5, "{size}");
        let texts = placed.texts.iter().map(|text| text.galley.text());
        texts.collect::<Vec<_>>().join("\n")
    };
    let tall = says(vec2(700.0, 1400.0));
    assert!(
        tall.contains("in 2: Algeria, El Salvador and United Kingdom"),
        "{tall}"
    );
    assert!(tall.contains("in 1: Albania, Angola"), "{tall}");
    let lower = says(vec2(700.0, 640.0));
    assert!(lower.contains("in 2: Algeria"), "{lower}");
    assert!(
        lower.contains("in 1: 114 countries and territories"),
        "{lower}"
    );
    let wide = says(vec2(1200.0, 675.0));
    assert!(!wide.contains("Algeria"), "{wide}");
}

fn svg(spec: &ChartSpec) -> String {
    let options = PictureOptions {
        width: 1200,
        height: Some(675),
        scale: 1.0,
        dark: false,
        transparent: false,
        text: TextStyle::Outlines,
        used_for: None,
    };
    let bytes = opatlas::export::picture(spec, PictureFormat::Svg, &options).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn the_file_of_a_map_is_small_and_every_land_in_it_is_a_closed_outline() {
    let spec = map_of(
        &embedded(),
        &["liberterra-2", "liberterra-3"],
        Showing::default(),
    );
    let svg = svg(&spec);
    assert!(svg.len() < 600_000, "{}", svg.len());
    let paths = svg.lines().filter(|line| line.starts_with("<path d="));
    let (lands, lines): (Vec<&str>, Vec<&str>) =
        paths.partition(|path| !path.contains("fill=\"none\""));
    let open = lands.iter().find(|path| {
        let data = path.split('"').nth(1).unwrap_or_default();
        data.split('M').skip(1).any(|part| !part.ends_with('Z'))
    });
    assert_eq!(open, None);
    let parts: usize = lands.iter().map(|path| path.matches('M').count()).sum();
    assert!(parts > 150, "each land is one: {parts}");
    let paths = lands.len();
    assert!(
        paths < 60,
        "lands of one colour are one path, without seams: {paths}"
    );
    let borders = lines.iter().filter(|path| path.matches('M').count() > 100);
    assert_eq!(
        borders.count(),
        2,
        "coasts, and borders on a colour, as one path each"
    );
}

#[test]
fn a_map_of_a_set_tells_who_is_in_who_is_not_and_of_whom_nobody_can_tell() {
    let atlas = embedded();
    let filled = |wanted| Showing {
        fill: Fill::Set(wanted),
        ..Showing::default()
    };
    let complete = ["liberterra-2", "turquesa-2"];
    let part = |wanted, code| told(&map_of(&atlas, &complete, filled(wanted)), code).0;
    for both in ["ESP", "MAR"] {
        assert_eq!(part(Wanted::InAll, both), Part::Fits);
        assert_eq!(part(Wanted::InNone, both), Part::NotListed);
    }
    assert_eq!(part(Wanted::InAll, "ALB"), Part::NotListed, "in one alone");
    assert_eq!(part(Wanted::InAny, "ALB"), Part::Fits);
    assert_eq!(part(Wanted::InNone, "ISL"), Part::Fits);
    let open = ["liberterra-2", "liberterra-3"];
    let spec = map_of(&atlas, &open, filled(Wanted::InAll));
    assert_eq!(
        told(&spec, "ESP").0,
        Part::NotKnown,
        "of one no list was published"
    );
    assert_eq!(
        told(&spec, "ISL").0,
        Part::NotListed,
        "of the other it is not on the list"
    );
    let key: Vec<String> = world(&spec)
        .key()
        .into_iter()
        .map(|(_, means)| means)
        .collect();
    assert_eq!(key, ["took part in both", "not in both", "nobody can tell"]);
}

#[test]
fn a_map_of_a_set_names_the_set_in_its_title_its_key_and_its_table() {
    let atlas = embedded();
    for (operations, wanted, title, of_it, not_of_it) in [
        (
            vec!["liberterra-2", "turquesa-2"],
            Wanted::InNone,
            "Countries that took part in neither of Liberterra II and Turquesa II",
            "took part in neither",
            "took part in one or both",
        ),
        (
            vec!["liberterra-2", "turquesa-2"],
            Wanted::InAny,
            "Countries that took part in at least one of Liberterra II and Turquesa II",
            "took part in one or both",
            "took part in neither",
        ),
        (
            vec!["liberterra-2"],
            Wanted::InNone,
            "Countries that did not take part in Liberterra II",
            "did not take part",
            "took part",
        ),
        (
            vec!["storm-makers-1", "storm-makers-2", "turquesa-1"],
            Wanted::InAll,
            "Countries that took part in all of Storm Makers, Storm Makers II and Turquesa",
            "took part in all 3",
            "not in all 3",
        ),
    ] {
        let fill = Fill::Set(wanted);
        let showing = Showing {
            fill,
            ..Showing::default()
        };
        let spec = map_of(&atlas, &operations, showing);
        assert_eq!(spec.title, title);
        let key = world(&spec).key();
        let says = |part: Part| {
            let mut key = key.iter().filter(|(of, _)| *of == part);
            key.next().map(|(_, says)| says.as_str())
        };
        let table = figures_of(&spec, TableFormat::Csv(Csv::Plain)).unwrap();
        let table = String::from_utf8(table).unwrap();
        for (code, part) in [("ISL", told(&spec, "ISL").0), ("ESP", told(&spec, "ESP").0)] {
            let answer = if part == Part::Fits { "certain" } else { "not" };
            let mut lines = table.lines();
            let line = lines.find(|line| line.starts_with(code)).unwrap();
            assert!(line.ends_with(answer), "{title}: {line}");
        }
        let told = [says(Part::Fits), says(Part::NotListed)];
        let occurs = |says: &&str| spec.alt().to_lowercase().contains(*says);
        assert!(told.into_iter().flatten().all(|says| occurs(&says)));
        let said = [Some(of_it), Some(not_of_it)];
        assert!(
            told.iter()
                .zip(said)
                .all(|(told, said)| told.is_none() || *told == said),
            "{told:?}"
        );
    }
}

#[test]
fn what_is_asked_of_single_operations_is_told_of_every_country() {
    let asked = CountryChoice {
        operations: [
            ("liberterra-2".to_owned(), Wanted::InAll),
            ("weka-1".to_owned(), Wanted::InNone),
        ]
        .into(),
        ..CountryChoice::default()
    };
    let showing = Showing {
        countries: Some(&asked),
        fill: Fill::Set(Wanted::InAll),
        ..Showing::default()
    };
    let spec = map_of(&embedded(), &["liberterra-2"], showing);
    assert_eq!(told(&spec, "ISL").0, Part::NotListed);
    assert_eq!(
        told(&spec, "ESP").0,
        Part::NotKnown,
        "Weka published no list"
    );
    assert_eq!(spec.title, "Countries: those in Liberterra II, not in Weka");
    let says = "Who certainly is, who certainly not";
    assert!(spec.subtitle.starts_with(says), "{}", spec.subtitle);
    assert!(spec.notes[0].contains("Weka"), "{:?}", spec.notes);
}

#[test]
fn a_map_by_role_tells_hosts_from_those_on_a_list_and_those_in_a_case() {
    let showing = Showing {
        fill: Fill::Role,
        ..Showing::default()
    };
    let spec = map_of(&embedded(), &["liberterra-2"], showing);
    let part = |code| told(&spec, code).0;
    let parts = ["SEN", "ESP", "USA", "ISL"].map(part);
    let expected = [
        Part::Hosted,
        Part::Listed,
        Part::NamedInCase,
        Part::NotListed,
    ];
    assert_eq!(parts, expected);
}

#[test]
fn a_map_shows_what_the_countries_page_is_narrowed_to_and_leaves_the_rest_blank() {
    let atlas = embedded();
    let oceania = CountryChoice {
        region: Some("Oceania".to_owned()),
        ..CountryChoice::default()
    };
    let narrowed = Showing {
        countries: Some(&oceania),
        ..Showing::default()
    };
    let spec = map_of(&atlas, &["liberterra-2"], narrowed);
    let places = &world(&spec).places;
    assert!(places.len() > 20 && places.len() < 40, "{}", places.len());
    assert!(
        places
            .iter()
            .all(|place| place.country.region().name() == "Oceania")
    );
    assert!(
        spec.subtitle.starts_with("Only Oceania. "),
        "{}",
        spec.subtitle
    );
    let placed = laid_out(&spec, vec2(1200.0, 675.0));
    let lands = &placed.map.as_ref().unwrap().lands;
    let blank = lands.iter().filter(|land| land.figure.is_none());
    assert!(blank.clone().count() > 100, "they keep their outlines");
    let disputed = blank.filter(|land| land.nobodys).count();
    assert!(
        disputed < 20,
        "only what is nobody's is hatched: {disputed}"
    );
}

#[test]
fn the_lists_of_other_datasets_are_read_as_well_as_those_that_come_with_the_program() {
    let text = crate::many_operations::many_operations(3);
    let own = read("many.ron", text.as_bytes()).dataset.unwrap();
    let embedded = EMBEDDED
        .iter()
        .filter_map(|(name, text)| read(name, text.as_bytes()).dataset);
    let datasets: Vec<_> = embedded.chain([own]).map(Arc::new).collect();
    let (atlas, _) = Atlas::of(&datasets);
    for operation in ["o-0", "o-1", "o-2"] {
        let spec = map_of(&atlas, &[operation], Showing::default());
        assert_eq!(told(&spec, "MLI").0, Part::Took(0), "{operation}");
        assert_ne!(told(&spec, "ESP").0, Part::Took(0), "{operation}");
    }
}

#[test]
fn a_part_of_the_world_shows_nothing_outside_it() {
    let caribbean = Zoom {
        x: (-1.35, -1.05),
        y: Some((0.2, 0.4)),
    };
    let showing = Showing {
        zoom: Some(caribbean),
        ..Showing::default()
    };
    let spec = map_of(&embedded(), &["liberterra-2"], showing);
    let placed = laid_out(&spec, vec2(1200.0, 675.0));
    let field = placed.field.unwrap().rect;
    let map = placed.map.as_ref().unwrap();
    let points = map.lands.iter().flat_map(|land| &land.ring);
    let lines = map.lines.iter().flat_map(|line| &line.points);
    assert!(
        points
            .chain(lines)
            .all(|at| field.expand(0.5).contains(*at))
    );
    assert!(placed.hits.len() < 60);
    let away = map.dots.iter().filter(|dot| dot.is_away());
    assert!(
        away.count() < 6,
        "there is room for every island where it is"
    );
}
