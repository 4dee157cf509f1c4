//! What the lists of countries that took part leave open.

use super::cases::noun;
use super::names::{capitalised, listed, listed_to_read, lower_first, quotes_kept_together};
use crate::model::{Atlas, Country, Operation};
use crate::query::countries::{CountryChoice, List, unlisted};

/// To which countries something is narrowed, in few words: "Only Spain and Morocco, Africa, those
/// not in Weka"; `None` where it is not.
pub fn only(atlas: &Atlas, choice: Option<&CountryChoice>, codes: &[String]) -> Option<String> {
    Some(format!("Only {}", asked_for(atlas, choice, codes)?))
}

/// Which countries are asked for: "Africa, those in Liberterra II, not in Weka".
pub fn asked_for(
    atlas: &Atlas,
    choice: Option<&CountryChoice>,
    codes: &[String],
) -> Option<String> {
    const NAMED: usize = 4;
    let names: Vec<&str> = (codes.iter())
        .filter_map(|code| Some(Country::from_code(code)?.name()))
        .collect();
    let mut parts = Vec::new();
    if names.len() > NAMED {
        parts.push(format!("{} chosen countries", names.len()));
    } else if !names.is_empty() {
        parts.push(listed(&names));
    }
    if let Some(choice) = choice {
        parts.extend(choice.region.clone());
        let typed = choice.typed.trim();
        parts.extend((!typed.is_empty()).then(|| format!("“{typed}”")));
        let sets = choice.operations.iter().map(|(id, wanted)| {
            let name = atlas.operation(id).map_or(id.as_str(), |one| &one.name);
            lower_first(&wanted.chip(name))
        });
        let sets: Vec<String> = sets.collect();
        parts.extend((!sets.is_empty()).then(|| format!("those {}", sets.join(", "))));
    }
    (!parts.is_empty()).then(|| quotes_kept_together(parts.join(", ")))
}

/// What an operation's list leaves open, without a full stop: "Liberterra III counted 119
/// countries; no list was published". `None` when it is complete.
pub fn list_gap(atlas: &Atlas, operation: &Operation) -> Option<String> {
    let name = &operation.name;
    let counted = atlas
        .preferred(&operation.countries.count)
        .map(|report| report.quantity);
    let start = match counted {
        Some(counted) => {
            let countries = noun(counted, "country", "countries");
            format!("{name} counted {} {countries}", counted.words())
        }
        None => format!("How many countries took part in {name} is not reported"),
    };
    match List::of(atlas, operation) {
        List::Complete => None,
        List::Missing => Some(format!("{start}; no list was published")),
        List::Incomplete => {
            let named = operation.countries.listed.len();
            let beyond = beyond(atlas, operation);
            let beyond = beyond.map_or_else(String::new, |more| format!(", another source {more}"));
            Some(format!("{start}{beyond}; its list names {named}"))
        }
    }
}

/// How many another source counted than the one that is shown, where these are more than the list
/// names.
pub fn beyond(atlas: &Atlas, operation: &Operation) -> Option<String> {
    let shown = atlas.preferred(&operation.countries.count)?;
    let beyond = operation.countries.counted_beyond()?;
    (beyond != shown.quantity).then(|| beyond.short())
}

/// What the lists of all operations leave open, in as few sentences as can be; `None` when every
/// list is complete.
pub fn lists_sentence(atlas: &Atlas) -> Option<String> {
    let open = unlisted(atlas);
    if let [operation] = open.as_slice() {
        return Some(format!(
            "{}, so absence from this list proves nothing.",
            list_gap(atlas, operation)?
        ));
    }
    if open.is_empty() {
        return None;
    }
    let open = open
        .iter()
        .map(|one| (one.name.clone(), List::of(atlas, one)));
    let lists = open_lists(&open.collect::<Vec<_>>())?;
    Some(format!(
        "{lists}. For these, absence from this list proves nothing."
    ))
}

/// Which operations' lists are missing or incomplete, without a full stop; `None` where none is.
pub fn open_lists(open: &[(String, List)]) -> Option<String> {
    let names = |list: List| {
        let names = open.iter().filter(|(_, of)| *of == list);
        names.map(|(name, _)| name.as_str()).collect::<Vec<_>>()
    };
    let parts = [
        (names(List::Missing), "no list was published for"),
        (names(List::Incomplete), "the list is incomplete for"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(names, _)| !names.is_empty())
        .map(|(names, what)| format!("{what} {}", listed_to_read(&names)))
        .collect();
    (!parts.is_empty()).then(|| capitalised(&parts.join("; ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::{self, report};
    use crate::model::{Country, Participation, Quantity};

    fn operation(name: &str, counted: u64, listed: &[&str]) -> Operation {
        let countries = Participation {
            count: vec![report(Quantity::Exactly(counted), "official-2024")],
            listed: listed
                .iter()
                .filter_map(|code| Country::from_code(code))
                .collect(),
            ..Participation::default()
        };
        Operation {
            name: name.to_owned(),
            countries,
            ..fixture::atlas().operations.remove(0)
        }
    }

    fn atlas(operations: Vec<Operation>) -> Atlas {
        Atlas {
            operations,
            ..fixture::atlas()
        }
    }

    #[test]
    fn what_lists_leave_open_is_said_in_as_few_sentences_as_can_be() {
        let atlas_of_three = atlas(vec![
            operation("ONE", 2, &["CIV", "TGO"]),
            operation("TWO", 119, &[]),
            operation("THREE", 9, &["TGO"]),
        ]);
        assert_eq!(
            lists_sentence(&atlas_of_three).as_deref(),
            Some(
                "No list was published for TWO; the list is incomplete for THREE. For these, \
                 absence from this list proves nothing."
            )
        );
        let alone = atlas(vec![operation("TWO", 119, &[])]);
        assert_eq!(
            lists_sentence(&alone).as_deref(),
            Some(
                "TWO counted 119 countries; no list was published, so absence from this list proves \
                 nothing."
            )
        );
    }
}
