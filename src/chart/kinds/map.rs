//! Map: the countries and territories of the world, filled by how many of the chosen operations
//! each is known to have taken part in; of one operation by what is known of its part.

use std::ops::RangeInclusive;

use super::{Making, Shows};
use crate::chart::asked::Asked;
use crate::chart::body::{Body, HeightRule};
use crate::chart::shown::{Listing, Shown, Subject};
use crate::chart::world::{OnMap, Part, WorldMap};
use crate::model::{Amount, Operation, Sign};
use crate::query::countries::{Cell, Known, List, Standing, standings};
use crate::query::measure::{Measure, Value};
use crate::query::search::folded;
use crate::words::{self, Note, WhyNotDrawn};

pub(super) const MAP: Making = Making {
    shows: Shows::Lists,
    metrics: Some(0),
    footing: Some(Measure::Total),
    zooms: true,
    height: HeightRule::Page,
    by_operation: false,
    tells_missing: false,
    why_not: |asked| {
        let mut operations = asked.operations.iter();
        let none = operations
            .all(|one| one.countries.listed.is_empty() && one.coordination_units.is_empty());
        none.then_some(WhyNotDrawn::NoList)
    },
    body,
    heading: |titled, _, _| titled.taking_part(),
    headline: |_| None,
    note: |body, _| match body {
        Body::Map(map) => Some(Note::OnMap(map.open.clone())),
        Body::Rows(_)
        | Body::Timeline(_)
        | Body::Dots(_)
        | Body::Scatter(_)
        | Body::Matrix(_)
        | Body::Nothing(_) => None,
    },
};

/// The most classes of colours that can be told apart.
const CLASSES: usize = 6;

/// A chosen operation with its place in the atlas and its list.
type Asking<'a> = (&'a Operation, usize, List);

fn body(asked: &Asked<'_>, listing: &mut Listing) -> Body {
    let atlas = asked.atlas;
    let asking: Vec<Asking<'_>> = asked
        .operations
        .iter()
        .filter_map(|&one| Some((one, atlas.place(one)?, List::of(atlas, one))))
        .collect();
    for (operation, ..) in &asking {
        listing.operation(asked, operation);
    }
    let known = standings(atlas)
        .into_iter()
        .map(|one| Taking::of(&one, &asking));
    let known: Vec<Taking<'_>> = known.collect();
    let most = known.iter().map(|one| one.count).max().unwrap_or(0);
    let classes = classes(most);
    let mut places: Vec<(OnMap, Taking<'_>)> = known
        .into_iter()
        .map(|taking| (taking.on_map(asked, &classes), taking))
        .collect();
    // The largest class first, and within one by name.
    let rank = |part: Part| match part {
        Part::Took(class) => (0, classes.len() - class),
        Part::NamedInCase => (1, 0),
        Part::NotKnown => (2, 0),
        Part::NotListed => (3, 0),
    };
    places.sort_by_cached_key(|(place, _)| (rank(place.part), folded(place.country.name())));
    for (place, taking) in &mut places {
        place.figure = listing.push(taking.shown());
    }
    let open = asking.iter().filter(|(.., list)| *list != List::Complete);
    Body::Map(WorldMap {
        places: places.into_iter().map(|(place, _)| place).collect(),
        operations: asking.len(),
        open: open
            .map(|(one, _, list)| (one.name.clone(), *list))
            .collect(),
        range: asked.zoom.and_then(|zoom| Some([zoom.x, zoom.y?])),
        classes,
    })
}

/// Numbers of operations, class by class: each its own where there are few.
fn classes(most: usize) -> Vec<RangeInclusive<usize>> {
    let wide = most.div_ceil(CLASSES).max(1);
    let starts = (1..=most).step_by(wide);
    starts
        .map(|from| from..=(from + wide - 1).min(most))
        .collect()
}

/// What is known of a country's part in the chosen operations.
struct Taking<'a> {
    country: crate::model::Country,
    /// Each operation's name, and what is known of the country in it.
    cells: Vec<(&'a str, Cell)>,
    /// In how many it took part.
    count: usize,
    /// Whether it may have been more.
    open: bool,
}

impl<'a> Taking<'a> {
    fn of(standing: &Standing, asking: &[Asking<'a>]) -> Self {
        let cells = asking.iter();
        let cells =
            cells.map(|&(one, place, list)| (one.name.as_str(), standing.cell(place, list)));
        let cells: Vec<(&str, Cell)> = cells.collect();
        let took_part = |wanted| {
            let cells = cells.iter();
            cells
                .filter(move |(_, cell)| cell.known.took_part() == wanted)
                .count()
        };
        Self {
            country: standing.country,
            count: took_part(Some(true)),
            open: took_part(None) > 0,
            cells,
        }
    }

    fn on_map(&self, asked: &Asked<'_>, classes: &[RangeInclusive<usize>]) -> OnMap {
        let class = classes.iter().position(|class| class.contains(&self.count));
        let named = self.cells.iter().any(|(_, cell)| cell.named);
        let one = self.cells.len() == 1;
        let mut cells = self.cells.iter();
        OnMap {
            country: self.country,
            figure: 0,
            part: match class {
                Some(class) => Part::Took(class),
                None if one && named => Part::NamedInCase,
                None if self.open => Part::NotKnown,
                None => Part::NotListed,
            },
            hosts: cells.any(|(_, cell)| cell.known == Known::Host),
            named: asked.is_named(self.country),
        }
    }

    fn shown(&self) -> Shown {
        let sign = if self.open {
            Sign::AtLeast
        } else {
            Sign::Exact
        };
        let amount = Amount::of_count(self.count as u64, sign);
        let (value, label, words) = match (self.count, self.open) {
            (0, true) => {
                let label = words::NOT_KNOWN.to_owned();
                (Value::NotReported, label.clone(), label)
            }
            (0, false) => {
                let label = words::IN_NONE.to_owned();
                (Value::Number(amount), label.clone(), label)
            }
            (1.., _) => (Value::Number(amount), amount.short(0), amount.words(0)),
        };
        Shown {
            subject: Subject::Country(self.country),
            value,
            label,
            words,
            left_out: Vec::new(),
            disputes: Vec::new(),
            spoken: words::spoken_part(self.country, &self.cells),
        }
    }
}
