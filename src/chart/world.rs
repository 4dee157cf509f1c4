//! Countries on a map: how much is known of the part each took, and which part of the world is
//! looked at.

use std::ops::RangeInclusive;

use crate::model::Country;
use crate::query::countries::{Filled, List};
use crate::words;

/// Countries and territories on a map of the world.
#[derive(Debug, Clone, PartialEq)]
pub struct WorldMap {
    /// One for each that is asked for: those known to have taken part in most operations first, then
    /// those named in a case, those of which nobody can tell, and those on no list.
    pub places: Vec<OnMap>,
    /// In how many operations one took part, class by class.
    pub classes: Vec<RangeInclusive<usize>>,
    /// How many operations it is of.
    pub operations: usize,
    /// The operations whose lists leave something open.
    pub open: Vec<(String, List)>,
    /// What colours tell.
    pub filled: Filled,
    /// To which countries it is narrowed, in words; `None` for all.
    pub narrowed: Option<String>,
    /// The part to look at, from left to right and from bottom to top, as the Equal Earth
    /// projection has it; `None` for all.
    pub range: Option<[(f64, f64); 2]>,
}

/// A country or territory on a map.
#[derive(Debug, Clone, PartialEq)]
pub struct OnMap {
    /// The country.
    pub country: Country,
    /// Its place in the list of what is shown.
    pub figure: usize,
    /// What its colour says.
    pub part: Part,
    /// Whether an operation set up a coordination unit there.
    pub hosts: bool,
    /// Whether its name stands on the map.
    pub named: bool,
}

/// What is known of the part a country took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// It took part in as many operations as the class at this place says.
    Took(usize),
    /// An operation set up a coordination unit there.
    Hosted,
    /// It took part, and hosted none.
    Listed,
    /// It is what is asked for.
    Fits,
    /// Only a case names it, for which alone it did not take part.
    NamedInCase,
    /// It is on no list, and one of them is missing or incomplete: nobody can tell.
    NotKnown,
    /// It is on none of the lists, which are complete, or certainly not what is asked for.
    NotListed,
}

impl WorldMap {
    /// Whether a sign of its own tells who hosted a coordination unit, which no colour does.
    pub fn shows_hosts(&self) -> bool {
        self.filled != Filled::Role && self.places.iter().any(|place| place.hosts)
    }

    /// What colours mean, of those that occur.
    pub fn key(&self) -> Vec<(Part, String)> {
        let took = (0..self.classes.len()).map(Part::Took);
        let others = [
            Part::Hosted,
            Part::Listed,
            Part::Fits,
            Part::NamedInCase,
            Part::NotListed,
            Part::NotKnown,
        ];
        let occurs = |part: &Part| self.places.iter().any(|place| place.part == *part);
        let parts = took.chain(others).filter(occurs);
        parts.map(|part| (part, self.meaning(part))).collect()
    }

    fn meaning(&self, part: Part) -> String {
        match part {
            Part::Took(_) if self.operations == 1 => words::TOOK_PART.to_owned(),
            Part::Took(class) => match self.classes.get(class) {
                Some(class) => words::in_so_many(class),
                None => String::new(),
            },
            Part::Hosted => words::COORDINATION_UNIT.to_owned(),
            Part::Listed => words::TOOK_PART.to_owned(),
            Part::Fits => words::fits(self.filled, self.operations),
            Part::NamedInCase => words::NAMED_IN_CASE.to_owned(),
            Part::NotKnown if self.filled.is_set() => words::NOBODY_CAN_TELL.to_owned(),
            Part::NotListed if self.filled.is_set() => {
                words::fits_not(self.filled, self.operations)
            }
            Part::NotKnown => words::PART_NOT_KNOWN.to_owned(),
            Part::NotListed => words::on_no_list(self.operations).to_owned(),
        }
    }

    /// Those of whom more is known than that nobody knows or that they are on no list, group by
    /// group: all by name, and how many they are.
    pub fn named(&self) -> Vec<(Part, [String; 2])> {
        let groups = self.groups().filter(|(part, ..)| !part.is_only_counted());
        let told = |(part, meaning, names): (Part, String, Vec<&str>)| {
            (part, words::told_group(&meaning, &names))
        };
        groups.map(told).collect()
    }

    /// What it shows, group by group: who took part by name, of the others how many.
    pub(super) fn in_words(&self) -> Vec<String> {
        let spoken = |(part, meaning, names): (Part, String, Vec<&str>)| {
            words::spoken_group(&meaning, &names, part.is_only_counted())
        };
        self.groups().map(spoken).collect()
    }

    /// Countries whose part is the same, with what it is.
    fn groups(&self) -> impl Iterator<Item = (Part, String, Vec<&'static str>)> {
        let groups = self.places.chunk_by(|a, b| a.part == b.part);
        groups.filter_map(|places| {
            let part = places.first()?.part;
            let meaning = match part {
                Part::Took(_) if self.operations > 1 => words::spoken_class(&self.meaning(part)),
                Part::Took(_)
                | Part::Hosted
                | Part::Listed
                | Part::Fits
                | Part::NamedInCase
                | Part::NotKnown
                | Part::NotListed => self.meaning(part),
            };
            let names = places.iter().map(|place| place.country.name());
            Some((part, meaning, names.collect()))
        })
    }
}

impl Part {
    /// Whether so little is known of those that they are not told by name.
    fn is_only_counted(self) -> bool {
        match self {
            Self::NotKnown | Self::NotListed => true,
            Self::Took(_) | Self::Hosted | Self::Listed | Self::Fits | Self::NamedInCase => false,
        }
    }
}
