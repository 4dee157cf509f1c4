//! One search over everything that comes with the program: what people type, and what they mean.

use std::sync::Arc;

use opatlas::app::embedded;
use opatlas::model::{Atlas, Case, Country, Crime, Source};
use opatlas::query::countries::{self, CountryChoice};
use opatlas::query::search::{Fit, Found, Index, Kind, Names, NumberOf, Read, Together};
use opatlas::words::numerals::typed_number;
use opatlas::words::window::search::of_country;

const READ: Read = Read {
    crime: Crime::key,
    source: Source::searched,
    joining: "and",
};

fn atlas() -> Arc<Atlas> {
    let datasets: Vec<_> = embedded()
        .into_iter()
        .filter_map(|read| read.dataset)
        .collect();
    Arc::new(Atlas::of(&datasets).0)
}

fn index(atlas: &Arc<Atlas>) -> Index {
    let mut index = Index::of(
        atlas,
        READ,
        vec![Names::of(["Sources"], "The publications")],
    );
    while index.read_more(atlas) {}
    index
}

/// What stands first: its kind, and what it is called.
fn first(atlas: &Atlas, index: &Index, typed: &str) -> Option<(Kind, String)> {
    let (groups, _) = index.find(atlas, typed, typed_number(typed));
    let group = groups.first()?;
    let name_of = |place: usize| atlas.operations[place].name.clone();
    let name = match &group.hits.first()?.found {
        Found::Own(_) => "Sources".to_owned(),
        Found::Operation(place) | Found::TookPart(place) => name_of(*place),
        Found::Metric(place) => atlas.metrics[*place].label.clone(),
        Found::Country(country) => country.name().to_owned(),
        Found::Source(id) => atlas.source(id)?.title.clone(),
        Found::Case(place) | Found::Number(NumberOf::Case(place, _), _) => {
            atlas.cases[*place].title.clone()
        }
        Found::Number(NumberOf::Figure(place, _) | NumberOf::Countries(place), _) => {
            name_of(*place)
        }
    };
    Some((group.kind, name))
}

#[test]
fn what_people_type_finds_what_they_mean_first() {
    let atlas = atlas();
    let index = index(&atlas);
    for (typed, kind, name) in [
        ("morocco", Kind::Countries, "Morocco"),
        ("marruecos", Kind::Countries, "Morocco"),
        ("cote", Kind::Countries, "Côte d’Ivoire"),
        ("DRC", Kind::Countries, "Democratic Republic of the Congo"),
        ("Turkey", Kind::Countries, "Türkiye"),
        ("togo", Kind::Countries, "Togo"),
        ("niger", Kind::Countries, "Niger"),
        ("liberterra 3", Kind::Operations, "Liberterra III"),
        ("LIBERTERRA iii", Kind::Operations, "Liberterra III"),
        ("liberterra 2025", Kind::Operations, "Liberterra III"),
        ("turquesa 5", Kind::Operations, "Turquesa V"),
        ("arrests", Kind::Metrics, "Arrests"),
        ("14,000", Kind::Numbers, "Liberterra III"),
        ("14000", Kind::Numbers, "Liberterra III"),
        ("3 744", Kind::Numbers, "Liberterra III"),
        ("3.744", Kind::Numbers, "Liberterra III"),
        ("374", Kind::Numbers, "Liberterra III"),
        ("8 million", Kind::Numbers, "Liberterra II"),
        ("119", Kind::Numbers, "Liberterra III"),
        ("sources", Kind::Own, "Sources"),
        ("sou", Kind::Own, "Sources"),
        ("soudan", Kind::Countries, "Sudan"),
        ("marocco", Kind::Countries, "Morocco"),
        ("Spain, Morocco", Kind::Together, "Liberterra II"),
    ] {
        let found = first(&atlas, &index, typed);
        assert_eq!(found, Some((kind, name.to_owned())), "{typed}");
    }
    assert_eq!(first(&atlas, &index, "nothing is called like this"), None);
}

#[test]
fn several_countries_give_what_all_took_part_in_and_what_nobody_can_say() {
    let atlas = atlas();
    let index = index(&atlas);
    let together = |typed: &str| index.find(&atlas, typed, None).1;
    let codes = |found: &Option<Together>| -> Vec<&str> {
        let countries = found.iter().flat_map(|found| &found.countries);
        countries.map(|country| country.code()).collect()
    };
    for (typed, expected) in [
        ("Spain, Morocco", vec!["ESP", "MAR"]),
        ("spain and moroc", vec!["ESP", "MAR"]),
        (
            "Bosnia and Herzegovina, Trinidad and Tobago",
            vec!["BIH", "TTO"],
        ),
        ("Trinidad and Tobago and Mali", vec!["TTO", "MLI"]),
        ("bosnia and herzegovina", vec![]),
        ("spain, spain", vec![]),
        ("spain, boats", vec![]),
        ("Togo & Benin & Mali", vec!["TGO", "BEN", "MLI"]),
    ] {
        assert_eq!(codes(&together(typed)), expected, "{typed}");
    }
    let found = together("Spain, Morocco").unwrap();
    for (place, operation) in atlas.operations.iter().enumerate() {
        let told = found
            .countries
            .iter()
            .map(|country| operation.took_part(*country, &atlas.sources));
        let told: Vec<_> = told.collect();
        let all = told.iter().all(|told| *told == Some(true));
        let none = told.contains(&Some(false));
        assert_eq!(found.operations.contains(&place), all, "{}", operation.name);
        assert_eq!(
            found.unknown.contains(&place),
            !all && !none,
            "{}",
            operation.name
        );
    }
    assert!(!found.operations.is_empty() && !found.unknown.is_empty());
}

#[test]
fn a_case_is_found_by_its_title_before_those_that_only_tell_of_it() {
    let atlas = atlas();
    let index = index(&atlas);
    for (place, case) in atlas.cases.iter().enumerate() {
        let (groups, _) = index.find(&atlas, &case.title, None);
        let cases = groups
            .iter()
            .find(|group| group.kind == Kind::Cases)
            .unwrap();
        let same = |hit: &opatlas::query::search::Hit| hit.found == Found::Case(place);
        let at = cases.hits.iter().position(same).unwrap();
        // Two cases may have one title.
        let before = &cases.hits[..=at];
        assert!(
            before.iter().all(|hit| hit.fit == Fit::Same),
            "{}",
            case.title
        );
        assert!(cases.hits.len() <= cases.count);
    }
}

#[test]
fn a_letter_more_finds_what_it_should_among_a_hundred_thousand_cases() {
    let small = atlas();
    let cases: Vec<Arc<Case>> = small.cases.iter().cycle().take(100_000).cloned().collect();
    let mut atlas = (*small).clone();
    atlas.cases = cases;
    let atlas = Arc::new(atlas);
    let index = index(&atlas);
    for typed in ["m", "mali", "mali pyr", "24"] {
        let (groups, _) = index.find(&atlas, typed, typed_number(typed));
        assert!(groups.iter().any(|group| group.count > 1_000), "{typed}");
    }
}

#[test]
fn a_country_is_said_to_have_taken_part_at_least_so_often_where_lists_are_missing() {
    let atlas = atlas();
    let spain = Country::from_code("ESP").unwrap();
    let said = of_country(spain, &atlas);
    assert!(said.starts_with("took part in at least "), "{said}");
    let mut complete = (*atlas).clone();
    complete
        .operations
        .retain(|one| one.took_part(spain, &atlas.sources).is_some());
    let said = of_country(spain, &complete);
    assert!(
        said.starts_with("took part in ") && !said.contains("at least"),
        "{said}"
    );
}

/// What people type, in three languages, by code, as INTERPOL spells it, with and without accents;
/// and the country that each must find first, in the one search and in the list of countries.
const SEARCHES: &str = "\
    guinea GIN · Guinée GIN · Guinea-Bissau GNB · guinee bissau GNB · guinea bissáu GNB · \
    equatorial guinea GNQ · Guinea Ecuatorial GNQ · Guinée équatoriale GNQ · Papouasie PNG · \
    niger NER · Níger NER · nigeria NGA · Nigéria NGA · NGA NGA · mali MLI · somalia SOM · somalie SOM · \
    congo COG · RDC COD · Congo Brazzaville COG · Congo (Democratic Republic of) COD · Zaire COD · \
    République démocratique du Congo COD · dominica DMA · Dominique DMA · dominican republic DOM · \
    República Dominicana DOM · republique dominicaine DOM · cote CIV · Costa de Marfil CIV · \
    Ivory Coast CIV · Turkey TUR · Turquie TUR · turkiye TUR · Türkiye TUR · cabo verde CPV · \
    Cape Verde CPV · Swaziland SWZ · suazilandia SWZ · burma MMR · Birmanie MMR · Espagne ESP · \
    España ESP · espana ESP · Maroc MAR · Marruecos MAR · Allemagne DEU · Alemania DEU · UK GBR · \
    Royaume-Uni GBR · Reino Unido GBR · Pays-Bas NLD · Países Bajos NLD · holland NLD · \
    Corée du Sud KOR · Corea del Sur KOR · Korea (Republic of) KOR · Macedonia MKD · \
    Macédoine du Nord MKD · FYROM MKD · Kosovo XKX · Émirats arabes unis ARE · UAE ARE · \
    Samoa WSM · American Samoa ASM · sudan SDN · south sudan SSD · Soudan du Sud SSD · Grenade GRD · \
    Iles Vierges britanniques VGB · Viet Nam VNM · vietnam VNM · Brasil BRA · Brésil BRA · Tchad TCD · \
    Chequia CZE · Czech Republic CZE · Eslovaquia SVK · Eslovenia SVN · Slovenia SVN · Tanzanie TZA";

#[test]
fn all_operations_are_named_of_which_nobody_can_tell_whether_two_countries_took_part() {
    let atlas = atlas();
    let (_, together) = index(&atlas).find(&atlas, "Spain, Morocco", None);
    let together = together.unwrap();
    assert_eq!((together.operations.len(), together.unknown.len()), (2, 9));
    let note = opatlas::words::window::search::together_note(&together, &atlas).unwrap();
    for place in together.unknown {
        let name = &atlas.operations[place].name;
        assert!(note.contains(name.as_str()), "{name}: {note}");
    }
}

#[test]
fn countries_are_found_in_three_languages_and_never_confused() {
    let atlas = atlas();
    let index = index(&atlas);
    let (standings, lists) = (countries::standings(&atlas), countries::lists(&atlas));
    let mut wrong = Vec::new();
    let searches: Vec<(&str, &str)> = SEARCHES
        .split(" · ")
        .filter_map(|search| search.trim().rsplit_once(' '))
        .collect();
    assert!(searches.len() >= 60, "{}", searches.len());
    for (typed, code) in searches {
        let (groups, _) = index.find(&atlas, typed, None);
        let hits = groups.iter().filter(|group| group.kind == Kind::Countries);
        let first = hits
            .flat_map(|group| &group.hits)
            .find_map(|hit| match hit.found {
                Found::Country(country) => Some(country.code()),
                _ => None,
            });
        let choice = CountryChoice {
            typed: typed.to_owned(),
            ..CountryChoice::default()
        };
        let listed = countries::answer(&atlas, &standings, &lists, &choice);
        let listed = listed
            .shown
            .first()
            .map(|row| standings[*row].country.code());
        if (first, listed) != (Some(code), Some(code)) {
            wrong.push((typed, code, first, listed));
        }
    }
    assert_eq!(wrong, []);
}
