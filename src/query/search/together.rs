//! Several countries typed at once, and the operations in which all of them took part.

use super::fit::Names;
use super::fold::folded;
use crate::model::{Atlas, Country};

/// The operations in which several countries took part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Together {
    /// The countries, as typed; at least two.
    pub countries: Vec<Country>,
    /// Operations in which all of them took part, by their places in the atlas.
    pub operations: Vec<usize>,
    /// Operations of which nobody can say, because no complete list was published.
    pub unknown: Vec<usize>,
}

impl Together {
    /// What an atlas says of countries.
    fn of(atlas: &Atlas, countries: Vec<Country>) -> Self {
        let (mut operations, mut unknown) = (Vec::new(), Vec::new());
        for (place, operation) in atlas.operations.iter().enumerate() {
            let took_part = |&country| operation.took_part(country, &atlas.sources);
            let told: Vec<Option<bool>> = countries.iter().map(took_part).collect();
            if told.iter().all(|told| *told == Some(true)) {
                operations.push(place);
            } else if !told.contains(&Some(false)) {
                unknown.push(place);
            }
        }
        Self {
            countries,
            operations,
            unknown,
        }
    }

    /// What was typed as the names of several countries; `None` where it is not. `joining` is the
    /// word that joins two names: "and".
    pub(super) fn typed(
        atlas: &Atlas,
        known: &[(Country, Names)],
        typed: &str,
        joining: &str,
    ) -> Option<Self> {
        let joined = format!(" {joining} ");
        let typed = typed.replace(['&', ';', '+'], ",");
        let parts = typed.split(',').flat_map(|part| {
            // Whether the word joins countries or belongs to the name of one is seen later.
            part.split(joined.as_str())
                .enumerate()
                .map(|(index, part)| (index > 0, folded(part)))
        });
        let parts: Vec<(bool, String)> = parts.filter(|(_, part)| !part.is_empty()).collect();
        let mut countries = resolved(known, &parts, joining)?;
        let mut met = std::collections::BTreeSet::new();
        countries.retain(|country| met.insert(*country));
        (countries.len() > 1).then(|| Self::of(atlas, countries))
    }
}

/// The countries that parts name, each taking as few parts as it can; `None` where they name
/// something else too.
fn resolved(
    known: &[(Country, Names)],
    parts: &[(bool, String)],
    joining: &str,
) -> Option<Vec<Country>> {
    let Some(((_, first), rest)) = parts.split_first() else {
        return Some(Vec::new());
    };
    let mut name = first.clone();
    let mut rest = rest;
    loop {
        if let Some(country) = country(known, &name)
            && let Some(mut others) = resolved(known, rest, joining)
        {
            others.insert(0, country);
            return Some(others);
        }
        let ((true, next), after) = rest.split_first()? else {
            return None;
        };
        name = format!("{name} {joining} {next}");
        rest = after;
    }
}

/// The one country that is called so, else the only one whose name begins so.
fn country(known: &[(Country, Names)], folded: &str) -> Option<Country> {
    const FEWEST_LETTERS: usize = 3;
    let only = |fits: &dyn Fn(&Names) -> bool| {
        let mut fitting = known.iter().filter(|(_, names)| fits(names));
        let first = fitting.next();
        first
            .filter(|_| fitting.next().is_none())
            .map(|(country, _)| *country)
    };
    let begun = || only(&|names| names.begins(folded)).filter(|_| folded.len() >= FEWEST_LETTERS);
    only(&|names| names.is(folded)).or_else(begun)
}
