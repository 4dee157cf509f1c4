//! Which countries were in all, in any, in none or only in some operations, who joined and who
//! left: what is certain, and what the lists leave open.

use super::{CountryChoice, CountrySort, Known, List, Standing, Wanted, lists};
use crate::model::{Atlas, Country, Operation};
use crate::query::search::{Fit, Typed};

/// What a choice finds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// The places of the standings that certainly fit, sorted as chosen.
    pub shown: Vec<usize>,
    /// Of the others, those that may fit for all that is known; by code.
    pub open: Vec<usize>,
    /// The operations whose lists leave these open, by their places in the atlas.
    pub because: Vec<usize>,
}

/// Finds what a choice shows. What is called exactly as was typed stands first; countries that
/// are equal in the column sorted by follow by name, in either direction. A country of which
/// nothing is known is shown where it is asked for by name, or by what it was not in.
pub fn answer(
    atlas: &Atlas,
    standings: &[Standing],
    lists: &[List],
    choice: &CountryChoice,
) -> Answer {
    let wanted = wanted(atlas, choice);
    let typed = Typed::of(&choice.typed, None);
    let mut answer = Answer::default();
    let mut shown: Vec<(Option<Fit>, usize)> = Vec::new();
    for (row, standing) in standings.iter().enumerate() {
        let Some(fit) = fit_within(standing, choice, &typed) else {
            continue;
        };
        let by_name = !typed.is_empty() && fit != Fit::Within;
        if !standing.is_mentioned() && !by_name && wanted.is_empty() {
            continue;
        }
        match fits(standing, lists, &wanted) {
            Some(true) => shown.push((Some(fit).filter(|fit| *fit == Fit::Same), row)),
            Some(false) => {}
            None => {
                answer.open.push(row);
                let unknown = |place: &usize| took_part(standing, lists, *place).is_none();
                let places = (0..lists.len()).filter(|place| bears(*place, &wanted));
                answer.because.extend(places.filter(unknown));
            }
        }
    }
    answer.because.sort_unstable();
    answer.because.dedup();
    let first_in = choice.first_in.as_deref();
    let first_in = first_in.and_then(|id| atlas.place_of(id));
    shown.sort_by(|(a_fit, a), (b_fit, b)| {
        let (Some(a), Some(b)) = (standings.get(*a), standings.get(*b)) else {
            return std::cmp::Ordering::Equal;
        };
        let order = order(a, b, choice.sort);
        let order = if choice.descending {
            order.reverse()
        } else {
            order
        };
        let by_fit = b_fit.is_some().cmp(&a_fit.is_some());
        let firm = |standing| first_in.map(|place| firmness(standing, lists, place));
        by_fit
            .then(firm(a).cmp(&firm(b)))
            .then(order)
            .then_with(|| a.folded.cmp(&b.folded))
    });
    answer.shown = shown.into_iter().map(|(_, row)| row).collect();
    answer
}

/// What is wanted of operations, each by its place in the atlas; `None` where it is not open.
pub type Asked = (Option<usize>, Wanted);

/// What a choice wants of operations.
pub fn wanted(atlas: &Atlas, choice: &CountryChoice) -> Vec<Asked> {
    let operations = choice.operations.iter();
    operations
        .map(|(id, wanted)| (atlas.place_of(id), *wanted))
        .collect()
}

/// Whether each country is of the region and has the name that a choice asks for, whatever it
/// took part in.
pub fn within(standings: &[Standing], choice: &CountryChoice) -> Vec<bool> {
    let typed = Typed::of(&choice.typed, None);
    let standings = standings.iter();
    standings
        .map(|one| fit_within(one, choice, &typed).is_some())
        .collect()
}

fn fit_within(standing: &Standing, choice: &CountryChoice, typed: &Typed) -> Option<Fit> {
    let region = standing.country.region();
    let of_region = choice.region.as_deref();
    let of_region = of_region.is_none_or(|name| region.name() == name);
    standing.names.fit(typed).filter(|_| of_region)
}

/// The places of the standings a choice shows, sorted as chosen.
pub fn arranged(atlas: &Atlas, standings: &[Standing], choice: &CountryChoice) -> Vec<usize> {
    answer(atlas, standings, &lists(atlas), choice).shown
}

/// Whether a country took part in the operation at a place; `None` when nobody can tell.
fn took_part(standing: &Standing, lists: &[List], place: usize) -> Option<bool> {
    let list = lists.get(place).copied().unwrap_or(List::Missing);
    standing.cell(place, list).known.took_part()
}

/// How firm it is that a country took part in the operation at a place, the firmest the least:
/// hosts, those listed, those a case names, those of whom nobody can tell, those that did not.
fn firmness(standing: &Standing, lists: &[List], place: usize) -> u8 {
    let list = lists.get(place).copied().unwrap_or(List::Missing);
    let cell = standing.cell(place, list);
    match cell.known {
        Known::Host => 0,
        Known::Listed => 1,
        Known::NotListed | Known::NotAmongListed | Known::NoList if cell.named => 2,
        Known::NotAmongListed | Known::NoList => 3,
        Known::NotListed => 4,
    }
}

/// Whether what is wanted asks about the operation at a place.
fn bears(place: usize, wanted: &[Asked]) -> bool {
    wanted
        .iter()
        .any(|(marked, wanted)| *marked == Some(place) || *wanted == Wanted::OnlyIn)
}

/// Whether a country is what is wanted; `None` when nobody can tell. In an operation that is not
/// open nobody took part, and nobody is told not to have.
pub fn fits(standing: &Standing, lists: &[List], wanted: &[Asked]) -> Option<bool> {
    let of = |wanted_here: Wanted| {
        let marked = wanted
            .iter()
            .filter(move |(_, wanted)| *wanted == wanted_here);
        marked.map(|(place, _)| place.map(|place| took_part(standing, lists, place)))
    };
    let took = |one: Option<Option<bool>>| one.unwrap_or(Some(false));
    let took_none = |one: Option<Option<bool>>| one.map_or(Some(false), not);
    let is_asked = |wanted_here| wanted.iter().any(|(_, wanted)| *wanted == wanted_here);
    let some_of = |wanted_here| is_asked(wanted_here).then(|| any_of(of(wanted_here).map(took)));
    // Whoever was only in some was in none of the others.
    let others = (0..lists.len())
        .filter(|_| is_asked(Wanted::OnlyIn))
        .filter(|place| !wanted.contains(&(Some(*place), Wanted::OnlyIn)))
        .map(|place| not(took_part(standing, lists, place)));
    let each = of(Wanted::InAll)
        .map(took)
        .chain(of(Wanted::InNone).map(took_none))
        .chain(some_of(Wanted::InAny))
        .chain(some_of(Wanted::OnlyIn))
        .chain(others);
    not(any_of(each.map(not)))
}

/// The contrary, where it is known.
fn not(known: Option<bool>) -> Option<bool> {
    known.map(|known| !known)
}

/// Whether one is so: certain as soon as one is, `None` as long as one may be.
fn any_of(each: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut any = Some(false);
    for one in each {
        match one {
            Some(true) => return one,
            Some(false) => {}
            None => any = None,
        }
    }
    any
}

/// How two countries stand in a column: names and regions from A, counts from the largest.
fn order(a: &Standing, b: &Standing, sort: CountrySort) -> std::cmp::Ordering {
    let region = |standing: &Standing| (standing.country.region(), standing.country.subregion());
    match sort {
        CountrySort::Name => a.folded.cmp(&b.folded),
        CountrySort::Region => region(a).cmp(&region(b)),
        CountrySort::Operations => b.took_part.len().cmp(&a.took_part.len()),
        CountrySort::Cases => b.cases.cmp(&a.cases),
    }
}

/// Who took part in the later of two operations and not in the earlier, and the other way; by
/// their places in the standings.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Since {
    /// Certainly in both.
    pub stayed: Vec<usize>,
    /// Certainly in the later alone.
    pub joined: Vec<usize>,
    /// In the later; nobody can tell of the earlier.
    pub may_have_joined: Vec<usize>,
    /// Certainly in the earlier alone.
    pub left: Vec<usize>,
    /// In the earlier; nobody can tell of the later.
    pub may_have_left: Vec<usize>,
}

/// What changed between the operations at two places.
pub fn since(standings: &[Standing], lists: &[List], earlier: usize, later: usize) -> Since {
    let mut since = Since::default();
    for (row, standing) in standings.iter().enumerate() {
        let at = |place| took_part(standing, lists, place);
        match (at(earlier), at(later)) {
            (Some(true), Some(true)) => since.stayed.push(row),
            (Some(false), Some(true)) => since.joined.push(row),
            (None, Some(true)) => since.may_have_joined.push(row),
            (Some(true), Some(false)) => since.left.push(row),
            (Some(true), None) => since.may_have_left.push(row),
            (Some(false) | None, Some(false) | None) => {}
        }
    }
    since
}

/// The operation of the same family that ran before the one at a place, as far as their days
/// are known.
pub fn before(atlas: &Atlas, place: usize) -> Option<usize> {
    let this = atlas.operations.get(place)?;
    let first_day = this.days?.first;
    let earlier = atlas
        .operations
        .iter()
        .enumerate()
        .filter(|(_, one)| one.family == this.family);
    let earlier = earlier.filter_map(|(place, one)| Some((one.days?.first, place)));
    let earlier = earlier.filter(|(first, _)| *first < first_day);
    earlier.max().map(|(_, place)| place)
}

/// The places of two operations, the one that began earlier first; `None` where they are not two,
/// or their days are not known.
pub fn in_time(atlas: &Atlas, operations: &[&Operation]) -> Option<[usize; 2]> {
    let &[one, other] = operations else {
        return None;
    };
    let places = [one, other].map(|one| atlas.place_of(one.id.as_str()));
    match (places, one.days?.first <= other.days?.first) {
        ([Some(one), Some(other)], true) => Some([one, other]),
        ([Some(one), Some(other)], false) => Some([other, one]),
        ([None, _] | [_, None], _) => None,
    }
}

/// The countries before and after one in the order of a choice, from the last round to the first.
pub fn neighbours(
    atlas: &Atlas,
    standings: &[Standing],
    choice: &CountryChoice,
    country: Country,
) -> Option<[Country; 2]> {
    let shown = arranged(atlas, standings, choice);
    let of = |row: usize| Some(standings.get(*shown.get(row)?)?.country);
    let here = (0..shown.len()).find(|row| of(*row) == Some(country))?;
    let round = |by: usize| of((here + by) % shown.len());
    Some([round(shown.len() - 1)?, round(1)?])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::standings;
    use super::super::tests::{atlas, operation};
    use super::Wanted::{InAll, InAny, InNone, OnlyIn};
    use super::*;
    use crate::model::{Quantity, Report};

    #[test]
    fn several_operations_narrow_to_what_is_certain_and_say_what_lists_leave_open() {
        let atlas = atlas();
        let (standings, lists) = (standings(&atlas), lists(&atlas));
        let ask = |wanted: &[(&str, Wanted)]| {
            let operations = wanted
                .iter()
                .map(|(id, wanted)| ((*id).to_owned(), *wanted));
            let choice = CountryChoice {
                operations: operations.collect(),
                ..CountryChoice::default()
            };
            let answer = answer(&atlas, &standings, &lists, &choice);
            let names = answer
                .shown
                .iter()
                .map(|row| standings[*row].country.name());
            (names.collect::<Vec<_>>(), answer.open.len(), answer.because)
        };
        // Togo was in one and three; of the others the incomplete list of three tells nothing.
        assert_eq!(
            ask(&[("one", InAll), ("three", InAll)]),
            (vec!["Togo"], 3, vec![2])
        );
        // Its list is complete: every other country was not in it, whether anything names it or not.
        let (others, open, _) = ask(&[("one", InNone)]);
        assert_eq!((others.len(), open), (Country::all().count() - 4, 0));
        assert!(others.contains(&"Chad") && !others.contains(&"Togo"));
        // Who was only in two, whose list is missing, or in three, nobody can tell.
        assert_eq!(ask(&[("two", OnlyIn)]).0, Vec::<&str>::new());
        // Togo certainly was in three, so it is out; of the rest nobody can tell.
        assert_eq!(
            ask(&[("one", InAll), ("three", InNone)]),
            (vec![], 3, vec![2])
        );
        // One certain operation is enough for "any", whatever is unknown of the other; and any
        // country of the world may have been in two.
        let all = vec!["Åland Islands", "Côte d’Ivoire", "Togo", "Türkiye"];
        assert_eq!(
            ask(&[("one", InAny), ("two", InAny)]),
            (all, Country::all().count() - 4, vec![1])
        );
    }

    #[test]
    fn what_changed_between_two_operations_is_said_only_where_both_lists_tell() {
        let mut atlas = atlas();
        atlas
            .operations
            .push(operation("four", 3, &["CIV", "TUR", "TCD"]));
        let (standings, lists) = (standings(&atlas), lists(&atlas));
        let names = |rows: &[usize]| -> Vec<&str> {
            rows.iter()
                .map(|row| standings[*row].country.code())
                .collect()
        };
        let known = since(&standings, &lists, 0, 3);
        assert_eq!(names(&known.stayed), ["CIV", "TUR"]);
        assert_eq!(names(&known.joined), ["TCD"]);
        assert_eq!(names(&known.left), ["ALA", "TGO"]);
        let unknown = since(&standings, &lists, 0, 1);
        assert_eq!((unknown.joined.len(), unknown.left.len()), (0, 0));
        assert_eq!(unknown.may_have_left.len(), 4);
    }

    const CODES: [&str; 6] = ["CIV", "TGO", "TUR", "ALA", "TCD", "BRA"];

    /// Who is on the list of an operation, how many several sources counted, of whom one is right,
    /// and who was in it in truth.
    fn history() -> impl Strategy<Value = (Vec<&'static str>, Vec<Quantity>, Vec<&'static str>)> {
        let some = || proptest::sample::subsequence(CODES.to_vec(), 0..=CODES.len());
        let count = (0..7_u64).prop_flat_map(|count| {
            use Quantity::{About, AtLeast, Dozens, Exactly, MoreThan, UpTo};
            let all = [Exactly(count), AtLeast(count), MoreThan(count), UpTo(count)];
            let all = all.into_iter().chain([About(count), Dozens]);
            proptest::sample::select(all.collect::<Vec<_>>())
        });
        let counts = || proptest::collection::vec(count.clone(), 0..3);
        (some(), some(), counts(), counts()).prop_map(|(listed, others, mut counts, more)| {
            let mut truth = listed.clone();
            truth.extend(others);
            truth.sort_unstable();
            truth.dedup();
            counts.push(Quantity::Exactly(truth.len() as u64));
            counts.extend(more);
            (listed, counts, truth)
        })
    }

    proptest! {
        #[test]
        fn no_answer_is_contradicted_by_what_the_lists_leave_possible(
            histories in proptest::collection::vec(history(), 1..5),
            marks in proptest::collection::vec(
                proptest::option::weighted(0.6, proptest::sample::select(Wanted::ALL.to_vec())), 5),
        ) {
            let mut atlas = Atlas::default();
            for (place, (listed, counts, _)) in histories.iter().enumerate() {
                let mut operation = operation(&format!("o{place}"), 0, listed);
                let counts = counts.iter().map(|count| Report::of(*count, "s"));
                operation.countries.count = counts.collect();
                atlas.operations.push(operation);
            }
            let marked: Vec<(usize, Wanted)> = (0..histories.len())
                .filter_map(|place| Some((place, marks[place]?)))
                .collect();
            let operations = marked.iter().map(|(place, wanted)| (format!("o{place}"), *wanted));
            let choice = CountryChoice { operations: operations.collect(), ..CountryChoice::default() };
            let (standings, lists) = (standings(&atlas), lists(&atlas));
            let answer = answer(&atlas, &standings, &lists, &choice);
            if marked.is_empty() {
                return Ok(());
            }
            for (row, standing) in standings.iter().enumerate() {
                let was_in = |place: usize| histories[place].2.contains(&standing.country.code());
                let of = |wanted: Wanted| marked.iter().filter(move |one| one.1 == wanted).map(|one| one.0);
                let is_only = of(OnlyIn).next().is_none()
                    || (of(OnlyIn).any(was_in)
                        && (0..histories.len()).all(|one| of(OnlyIn).any(|only| only == one) || !was_in(one)));
                let is_any = of(InAny).next().is_none() || of(InAny).any(was_in);
                let fits = of(InAll).all(was_in) && !of(InNone).any(was_in) && is_any && is_only;
                let name = standing.country.name();
                prop_assert!(fits || !answer.shown.contains(&row), "{} is shown", name);
                prop_assert!(
                    !fits || answer.shown.contains(&row) || answer.open.contains(&row),
                    "{} is neither shown nor left open", name
                );
            }
            for (earlier, later) in [(0, histories.len() - 1), (histories.len() - 1, 0)] {
                let since = since(&standings, &lists, earlier, later);
                let was_in = |row: usize, place: usize| {
                    histories[place].2.contains(&standings[row].country.code())
                };
                prop_assert!(since.joined.iter().all(|row| was_in(*row, later) && !was_in(*row, earlier)));
                prop_assert!(since.left.iter().all(|row| was_in(*row, earlier) && !was_in(*row, later)));
                prop_assert!(since.stayed.iter().all(|row| was_in(*row, earlier) && was_in(*row, later)));
            }
        }
    }
}
