//! What is known of the part that countries took in the chosen operations: what maps and grids of
//! countries are made of.

use crate::chart::asked::Asked;
use crate::chart::shown::{Listing, Shown, Subject};
use crate::model::{Amount, Country, Operation, Sign};
use crate::query::countries::{Answer, Cell, List, Standing};
use crate::query::measure::Value;
use crate::words::{self, WhyNotDrawn};

/// The chosen operations, each with its place in the atlas and its list.
pub(super) struct Asking<'a>(pub Vec<(&'a Operation, usize, List)>);

impl<'a> Asking<'a> {
    /// Those that a picture is of, which it then speaks of.
    pub fn of(asked: &Asked<'a>, listing: &mut Listing) -> Self {
        let atlas = asked.atlas;
        let operations = asked.operations.iter();
        let all = operations
            .filter_map(|&one| Some((one, atlas.place_of(one.id.as_str())?, List::of(atlas, one))));
        let all: Vec<(&Operation, usize, List)> = all.collect();
        for (operation, ..) in &all {
            listing.operation(asked, operation);
        }
        Self(all)
    }

    /// Those whose lists leave something open, by name.
    pub fn open(&self) -> Vec<(String, List)> {
        let open = self.0.iter().filter(|(.., list)| *list != List::Complete);
        open.map(|(one, _, list)| (one.name.clone(), *list))
            .collect()
    }
}

/// Why there is nothing to say of who took part: nobody is known to have.
pub(super) fn why_not(asked: &Asked<'_>) -> Option<WhyNotDrawn> {
    let mut operations = asked.operations.iter();
    let none =
        operations.all(|one| one.countries.listed.is_empty() && one.coordination_units.is_empty());
    none.then_some(WhyNotDrawn::NoList)
}

/// The countries that are asked for, as an answer has them; where nothing narrows them, those that
/// any of the operations names.
pub(super) fn asked_for<'a>(
    asked: &Asked<'_>,
    standings: &[Standing],
    asking: &Asking<'a>,
    answer: Option<&Answer>,
) -> Vec<Taking<'a>> {
    let all = standings.iter().enumerate();
    let of = all.filter_map(|(place, standing)| {
        let taking = Taking::of(standing, asking);
        let is_asked_for = match answer {
            Some(answer) => answer.shown.contains(&place),
            None if asked.only.is_empty() => taking.count > 0 || taking.is_named(),
            None => true,
        };
        (is_asked_for && asked.is_among_only(standing.country)).then_some(taking)
    });
    of.collect()
}

/// What is known of a country's part in the chosen operations.
pub(super) struct Taking<'a> {
    pub country: Country,
    /// Each operation's name, and what is known of the country in it.
    pub cells: Vec<(&'a str, Cell)>,
    /// In how many it took part.
    pub count: usize,
    /// Whether it may have been more.
    pub open: bool,
}

impl<'a> Taking<'a> {
    pub fn of(standing: &Standing, asking: &Asking<'a>) -> Self {
        let cells = asking.0.iter();
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

    /// Whether a case of one of the operations names it.
    pub fn is_named(&self) -> bool {
        self.cells.iter().any(|(_, cell)| cell.named)
    }

    /// In how many of the operations it took part, as it is shown.
    pub fn shown(&self) -> Shown {
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
