//! Map: the countries and territories of the world, filled by how many of the chosen operations
//! each is known to have taken part in, by the part it took, or by whether it took part in all,
//! any, none of them or in them alone.

use std::ops::RangeInclusive;

use super::taking_part::{Asking, Taking, why_not};
use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule};
use crate::chart::shown::Listing;
use crate::chart::world::{OnMap, Part, WorldMap};
use crate::query::countries::{
    self, Fill, Filled, Known, List, Standing, Wanted, fits, lists, standings, within,
};
use crate::query::measure::Measure;
use crate::query::search::folded;
use crate::words::{self, Heading, Note, Titled, WhyNotDrawn};

pub(super) const MAP: Making = Making {
    shows: Shows::Lists,
    metrics: Some(0),
    footing: Some(Measure::Total),
    zooms: true,
    height: HeightRule::Page,
    by_operation: false,
    tells_missing: false,
    why_not,
    body,
    heading: |titled, body, _| heading(titled, shown(body)),
    headline: |_| None,
    note: |body, _| Some(Note::OnMap(shown(body)?.open.clone())),
};

/// The most classes of colours that can be told apart.
const CLASSES: usize = 6;

/// What it shows; `None` where there is nothing to show.
fn shown(body: &Body) -> Option<&WorldMap> {
    if let Body::Map(map) = body {
        Some(map)
    } else {
        None
    }
}

fn heading(titled: &Titled<'_>, map: Option<&WorldMap>) -> Heading {
    let Some(map) = map else {
        return titled.taking_part(words::PART_OF_EACH, None);
    };
    let how = words::filled_by(map.filled, map.operations);
    let narrowed = map.narrowed.as_deref();
    match map.filled {
        Filled::Number | Filled::Role => titled.taking_part(&how, narrowed),
        Filled::Set(wanted) => titled.of_set(wanted, &how, narrowed),
        Filled::AsAsked => titled.asked_for(narrowed.unwrap_or_default(), &how),
    }
}

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let asking = Asking::of(asked, listing);
    let standings = standings(asked.atlas);
    let known = standings.iter().zip(asked_for(asked, &standings, &asking));
    let known = known.filter_map(|(one, certain)| Some((Taking::of(one, &asking), certain?)));
    let known: Vec<(Taking<'_>, Certain)> = known.collect();
    if known.is_empty() {
        return Body::Nothing(format!("{}.", WhyNotDrawn::NoCountry.sentence()));
    }
    let most = known.iter().map(|(one, _)| one.count).max().unwrap_or(0);
    let classes = match asked.fill {
        Fill::Number => classes(most),
        Fill::Role | Fill::Set(_) => Vec::new(),
    };
    let mut places: Vec<(OnMap, Taking<'_>)> = known
        .into_iter()
        .map(|(taking, certain)| (on_map(&taking, certain, asked, &classes), taking))
        .collect();
    // The largest class first, and within one by name.
    let rank = |part: Part| match part {
        Part::Took(class) => (0, classes.len() - class),
        Part::Hosted | Part::Fits => (0, 0),
        Part::Listed => (1, 0),
        Part::NamedInCase => (2, 0),
        Part::NotKnown => (3, 0),
        Part::NotListed => (4, 0),
    };
    places.sort_by_cached_key(|(place, _)| (rank(place.part), folded(place.country.name())));
    for (place, taking) in &mut places {
        place.figure = listing.push(taking.shown());
    }
    let filled = match asked.fill {
        Fill::Number => Filled::Number,
        Fill::Role => Filled::Role,
        Fill::Set(_) if asks_for_operations(asked) => Filled::AsAsked,
        Fill::Set(wanted) => Filled::Set(wanted),
    };
    Body::Map(WorldMap {
        places: places.into_iter().map(|(place, _)| place).collect(),
        operations: asking.0.len(),
        open: open(asked, &asking),
        narrowed: match filled {
            // Those that are not what is asked for are told too.
            Filled::AsAsked => words::asked_for(asked.atlas, asked.countries, &[]),
            // Single countries that are chosen stand out among all.
            Filled::Number | Filled::Role | Filled::Set(_) => asked.narrowed(&[]),
        },
        filled,
        range: asked.zoom.and_then(|zoom| Some([zoom.x, zoom.y?])),
        classes,
    })
}

/// The operations whose lists leave something open: where others are asked about than those shown,
/// or who was in these alone, of all.
fn open(asked: &Asked<'_>, asking: &Asking<'_>) -> Vec<(String, List)> {
    if !asks_for_operations(asked) && asked.fill != Fill::Set(Wanted::OnlyIn) {
        return asking.open();
    }
    let operations = asked.atlas.operations.iter().zip(lists(asked.atlas));
    let open = operations.filter(|(_, list)| *list != List::Complete);
    open.map(|(one, list)| (one.name.clone(), list)).collect()
}

/// Whether a country is what is asked for; `None` where nobody can tell.
type Certain = Option<bool>;

/// Of each country whether it is what is asked for; no answer for those that are not on the map.
fn asked_for(
    asked: &Asked<'_>,
    standings: &[Standing],
    asking: &Asking<'_>,
) -> Vec<Option<Certain>> {
    let lists = lists(asked.atlas);
    let inside = asked.countries.map(|choice| within(standings, choice));
    let wanted = match (asked.countries, asked.fill) {
        (Some(choice), _) if !choice.operations.is_empty() => {
            countries::wanted(asked.atlas, choice)
        }
        (_, Fill::Set(wanted)) => {
            let places = asking.0.iter();
            places.map(|(_, place, _)| (Some(*place), wanted)).collect()
        }
        (_, Fill::Number | Fill::Role) => Vec::new(),
    };
    let of = |(place, standing): (usize, &Standing)| {
        let is_inside = |inside: &Vec<bool>| inside.get(place) == Some(&true);
        if !inside.as_ref().is_none_or(is_inside) {
            return None;
        }
        let certain = fits(standing, &lists, &wanted);
        // By a set those are told too that are not of it; else they are left blank.
        let is_told = certain != Some(false) || matches!(asked.fill, Fill::Set(_));
        is_told.then_some(certain)
    };
    standings.iter().enumerate().map(of).collect()
}

/// Whether the countries are narrowed by what they took part in.
fn asks_for_operations(asked: &Asked<'_>) -> bool {
    let choice = asked.countries;
    choice.is_some_and(|choice| !choice.operations.is_empty())
}

/// Numbers of operations, class by class: each its own where there are few.
fn classes(most: usize) -> Vec<RangeInclusive<usize>> {
    let wide = most.div_ceil(CLASSES).max(1);
    let starts = (1..=most).step_by(wide);
    starts
        .map(|from| from..=(from + wide - 1).min(most))
        .collect()
}

fn on_map(
    taking: &Taking<'_>,
    certain: Certain,
    asked: &Asked<'_>,
    classes: &[RangeInclusive<usize>],
) -> OnMap {
    let mut cells = taking.cells.iter();
    let hosts = cells.any(|(_, cell)| cell.known == Known::Host);
    OnMap {
        country: taking.country,
        figure: 0,
        part: match (certain, asked.fill) {
            (Some(true), Fill::Set(_)) => Part::Fits,
            (Some(false), Fill::Set(_)) => Part::NotListed,
            (None, _) => Part::NotKnown,
            (Some(_), Fill::Number) => by_number(taking, classes),
            (Some(_), Fill::Role) if hosts => Part::Hosted,
            (Some(_), Fill::Role) if taking.count > 0 => Part::Listed,
            (Some(_), Fill::Role) if taking.is_named() => Part::NamedInCase,
            (Some(_), Fill::Role) => nothing_known(taking),
        },
        hosts,
        named: asked.is_chosen(taking.country),
    }
}

fn by_number(taking: &Taking<'_>, classes: &[RangeInclusive<usize>]) -> Part {
    let mut classes = classes.iter();
    match classes.position(|class| class.contains(&taking.count)) {
        Some(class) => Part::Took(class),
        None if taking.cells.len() == 1 && taking.is_named() => Part::NamedInCase,
        None => nothing_known(taking),
    }
}

fn nothing_known(taking: &Taking<'_>) -> Part {
    if taking.open {
        Part::NotKnown
    } else {
        Part::NotListed
    }
}
