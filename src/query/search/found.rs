//! One search over everything that is open: operations, metrics, countries, sources, cases,
//! numbers, and what the window itself names.

use std::collections::BTreeMap;
use std::sync::{Arc, Weak};

use super::fit::{Fit, Names, Typed};
use super::fold::folded;
use super::numbers::{self, NumberOf};
use super::texts::Texts;
use super::together::Together;
use crate::model::{Atlas, Case, Country, Crime, Operation, Quantity, Source, SourceId};

/// Something that was found. Places are those in the atlas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// One of the things that the window itself names, by its place among them.
    Own(usize),
    /// The operation at a place.
    Operation(usize),
    /// The metric at a place.
    Metric(usize),
    /// A country.
    Country(Country),
    /// A source.
    Source(SourceId),
    /// The case at a place.
    Case(usize),
    /// A number as it was stated.
    Number(NumberOf, Quantity),
    /// An operation in which all the countries typed took part.
    TookPart(usize),
}

/// What was found, and how well it fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// How well it fits what was typed.
    pub fit: Fit,
    /// What it is.
    pub found: Found,
}

/// What kind of thing was found, in the order shown where they fit alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Operations in which several countries took part.
    Together,
    /// Countries.
    Countries,
    /// Operations.
    Operations,
    /// Metrics.
    Metrics,
    /// Numbers.
    Numbers,
    /// What the window itself names.
    Own,
    /// Cases.
    Cases,
    /// Sources.
    Sources,
}

/// What was found of one kind, the best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What kind.
    pub kind: Kind,
    /// The best of it.
    pub hits: Vec<Hit>,
    /// How many there are, with those that are not among the best.
    pub count: usize,
}

/// How the words that people read are made, of what is searched by them.
#[derive(Debug, Clone, Copy)]
pub struct Read {
    /// A crime's name.
    pub crime: fn(Crime) -> &'static str,
    /// All that people read of a source.
    pub source: fn(&Source) -> String,
    /// The word that joins two names: "and".
    pub joining: &'static str,
}

/// How many of a kind are shown.
const MOST: usize = 6;

/// Of how many cases it is worth the time to see how well each one fits.
const FEW: usize = 1_000;

/// How many cases are read before the window is drawn again.
const AT_ONCE: usize = 3_000;

/// What is searched, made ready for one atlas.
#[derive(Debug)]
pub struct Index {
    of: Weak<Atlas>,
    read: Read,
    own: Vec<Names>,
    operations: Vec<Names>,
    metrics: Vec<Names>,
    countries: Vec<(Country, Names)>,
    sources: Vec<(SourceId, Names)>,
    cases: Texts,
    /// The names of each country that a case has named, folded.
    named: BTreeMap<Country, String>,
}

impl Index {
    /// The index of an atlas and of what the window names; cases are still to be read.
    pub fn of(atlas: &Arc<Atlas>, read: Read, own: Vec<Names>) -> Self {
        let metrics = atlas.metrics.iter().map(|metric| {
            let known = format!("{} {}", metric.unit, metric.definition);
            Names::of([metric.label.as_str(), metric.id.as_str()], &known)
        });
        let countries = Country::all().map(|country| {
            let names = [country.name(), country.code()].into_iter();
            let names = names.chain(country.aliases().iter().copied());
            let known = format!("{} {}", country.subregion(), country.region().name());
            (country, Names::of(names, &known))
        });
        let sources = atlas.sources.iter().map(|(id, source)| {
            let names = [
                source.title.as_str(),
                source.publisher.as_str(),
                id.as_str(),
            ];
            (id.clone(), Names::of(names, &(read.source)(source)))
        });
        Self {
            of: Arc::downgrade(atlas),
            read,
            own,
            operations: atlas.operations.iter().map(names_of_operation).collect(),
            metrics: metrics.collect(),
            countries: countries.collect(),
            sources: sources.collect(),
            cases: Texts::default(),
            named: BTreeMap::new(),
        }
    }

    /// Whether it is the index of an atlas.
    pub fn is_of(&self, atlas: &Arc<Atlas>) -> bool {
        std::ptr::eq(self.of.as_ptr(), Arc::as_ptr(atlas))
    }

    /// Reads more cases; gives whether there are any left to read.
    pub fn read_more(&mut self, atlas: &Atlas) -> bool {
        let unread = atlas.cases.get(self.cases.len()..).unwrap_or_default();
        for case in unread.iter().take(AT_ONCE) {
            self.read_case(case);
        }
        self.cases.len() < atlas.cases.len()
    }

    fn read_case(&mut self, case: &Case) {
        let crimes = case
            .crimes
            .iter()
            .map(|crime| folded((self.read.crime)(*crime)));
        let own = [&case.title, &case.summary].map(|text| folded(text));
        let own: Vec<String> = own.into_iter().chain(crimes).collect();
        let countries = case.countries_named();
        for &country in &countries {
            self.named.entry(country).or_insert_with(|| {
                let aliases = country.aliases().join(" ");
                folded(&format!("{} {} {aliases}", country.name(), country.code()))
            });
        }
        let names = countries
            .iter()
            .filter_map(|country| self.named.get(country));
        self.cases.push(own.iter().chain(names).map(String::as_str));
    }

    /// Everything that fits what was typed, in groups: the best first, in each and among them.
    pub fn find(
        &self,
        atlas: &Atlas,
        typed: &str,
        number: Option<u64>,
    ) -> (Vec<Group>, Option<Together>) {
        let wanted = Typed::of(typed, number);
        let mut groups = self.fitting(atlas, &wanted, Names::fit);
        if groups.is_empty() && !wanted.is_empty() {
            let near = |names: &Names, typed: &Typed| names.is_near(typed).then_some(Fit::Near);
            groups = self.fitting(atlas, &wanted, near);
        }
        let together = Together::typed(atlas, &self.countries, typed, self.read.joining);
        if let Some(together) = &together {
            let hits = together.operations.iter().map(|&place| Hit {
                fit: Fit::Same,
                found: Found::TookPart(place),
            });
            groups.extend(group(Kind::Together, hits.collect(), usize::MAX));
        }
        groups.sort_by_key(|group| (group.hits.first().map(|hit| hit.fit), group.kind));
        (groups, together)
    }

    fn fitting(
        &self,
        atlas: &Atlas,
        typed: &Typed,
        fit: fn(&Names, &Typed) -> Option<Fit>,
    ) -> Vec<Group> {
        let placed = |all: &[Names], found: fn(usize) -> Found| -> Vec<Hit> {
            let all = all.iter().enumerate();
            let hit = |(place, names)| {
                Some(Hit {
                    fit: fit(names, typed)?,
                    found: found(place),
                })
            };
            all.filter_map(hit).collect()
        };
        let own = placed(&self.own, Found::Own);
        if typed.is_empty() {
            return group(Kind::Own, own, usize::MAX).into_iter().collect();
        }
        let countries = self.countries.iter().filter_map(|(country, names)| {
            Some(Hit {
                fit: fit(names, typed)?,
                found: Found::Country(*country),
            })
        });
        let sources = self.sources.iter().filter_map(|(id, names)| {
            Some(Hit {
                fit: fit(names, typed)?,
                found: Found::Source(id.clone()),
            })
        });
        let groups = [
            group(Kind::Own, own, MOST),
            group(
                Kind::Operations,
                placed(&self.operations, Found::Operation),
                MOST,
            ),
            group(Kind::Metrics, placed(&self.metrics, Found::Metric), MOST),
            group(Kind::Countries, countries.collect(), MOST),
            group(Kind::Sources, sources.collect(), MOST),
            group(Kind::Numbers, stated(atlas, typed), MOST),
            self.cases(atlas, typed),
        ];
        groups.into_iter().flatten().collect()
    }

    /// The cases: those first whose title fits, the sooner in it the better.
    fn cases(&self, atlas: &Atlas, typed: &Typed) -> Option<Group> {
        let having = self.cases.having(typed);
        // Among very many, how well each single one fits says little.
        let few = having.len() <= FEW;
        let mut placed: Vec<(Fit, usize, usize)> = Vec::with_capacity(having.len());
        for (place, farthest) in having {
            let title = atlas.cases.get(place).map_or("", |case| &case.title);
            let fit = match farthest < title.len() {
                true if few => Names::of([title], "").fit(typed).unwrap_or(Fit::Within),
                true => Fit::Words,
                false => Fit::Within,
            };
            let sooner = if fit == Fit::Within { 0 } else { farthest };
            placed.push((fit, sooner, place));
        }
        let count = placed.len();
        if count > MOST {
            // Putting a hundred thousand in order would take longer than finding them.
            placed.select_nth_unstable(MOST);
            placed.truncate(MOST);
        }
        placed.sort_unstable();
        let hit = |(fit, _, place)| Hit {
            fit,
            found: Found::Case(place),
        };
        (count > 0).then(|| Group {
            kind: Kind::Cases,
            hits: placed.into_iter().map(hit).collect(),
            count,
        })
    }
}

/// The numbers that are the one typed.
fn stated(atlas: &Atlas, typed: &Typed) -> Vec<Hit> {
    let Some(number) = typed.number else {
        return Vec::new();
    };
    let mut found = numbers::of_operations(atlas, number);
    found.extend(numbers::of_cases(atlas, number));
    let hit = |(fit, of, quantity)| Hit {
        fit,
        found: Found::Number(of, quantity),
    };
    found.into_iter().map(hit).collect()
}

/// A group of the best hits; `None` where there are none.
fn group(kind: Kind, mut hits: Vec<Hit>, most: usize) -> Option<Group> {
    let count = hits.len();
    // What fits alike stays in the order of the atlas.
    hits.sort_by_key(|hit| hit.fit);
    hits.truncate(most);
    (count > 0).then_some(Group { kind, hits, count })
}

/// An operation by its name, also with its numeral in digits, its family, leads, id and years.
fn names_of_operation(operation: &Operation) -> Names {
    let in_digits = operation.name.rsplit_once(' ').and_then(|(name, numeral)| {
        let number = of_numeral(numeral)?;
        Some(format!("{name} {number}"))
    });
    let names = [operation.name.as_str(), operation.id.as_str()].into_iter();
    let years = operation
        .days
        .into_iter()
        .flat_map(|days| [days.first.year(), days.last.year()]);
    let years = years
        .map(|year| year.to_string())
        .collect::<Vec<_>>()
        .join(" ");
    let known = format!("{} {} {years}", operation.family, operation.lead.join(" "));
    Names::of(names.chain(in_digits.as_deref()), &known)
}

/// The number of a Roman numeral; `None` for other words.
fn of_numeral(word: &str) -> Option<u32> {
    let value = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        _ => None,
    };
    let values: Vec<u32> = word.chars().map(value).collect::<Option<_>>()?;
    let counted = values.iter().enumerate().map(|(index, &value)| {
        let smaller = values.get(index + 1).is_some_and(|next| value < *next);
        if smaller {
            -i64::from(value)
        } else {
            i64::from(value)
        }
    });
    u32::try_from(counted.sum::<i64>())
        .ok()
        .filter(|number| *number > 0)
}
