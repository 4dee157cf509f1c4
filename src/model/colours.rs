//! Which colour an operation has: one of its family's hue, the same whatever else is open, and in
//! whatever order.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::operation::Operation;

/// How many colours there are to tell operations by.
const COLOURS: usize = 16;

/// Which of the colours are of one hue, each in steps of lightness.
const HUES: [Range<usize>; 5] = [0..3, 3..8, 8..11, 11..13, 13..16];

/// The operations that come with the program, in the order of their colours: a hue for each family.
const EMBEDDED: [&str; COLOURS] = [
    "liberterra-1",
    "liberterra-2",
    "liberterra-3",
    "turquesa-1",
    "turquesa-2",
    "turquesa-3",
    "turquesa-4",
    "turquesa-5",
    "weka-1",
    "weka-2",
    "flash-weka",
    "storm-makers-1",
    "storm-makers-2",
    "global-chain-2023",
    "global-chain-2024",
    "global-chain-2025",
];

/// A number for each operation that no other has; which colour it is, is its rest by sixteen.
pub(super) fn numbers(operations: &[Operation]) -> Vec<usize> {
    let others = operations.iter().enumerate();
    let others = others.filter(|(_, operation)| embedded(operation).is_none());
    // Not in the order opened: which of two makes way for the other does not depend on it.
    let mut families: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (place, operation) in others {
        families
            .entry(hash(&operation.family))
            .or_default()
            .push(place);
    }
    let mut colours: Vec<usize> = operations
        .iter()
        .map(|operation| embedded(operation).unwrap_or(0))
        .collect();
    let (mut hues, mut taken) = (BTreeSet::new(), BTreeSet::new());
    let mut beyond = Vec::new();
    for (family, mut places) in families {
        let hue = free(family, HUES.len(), &hues);
        hues.insert(hue);
        // In the order of their days, so that a later one leaves those before it as they were.
        places.sort_by_key(|&place| {
            let operation = &operations[place];
            let first = operation.days.map(|days| days.first.earliest());
            (first.is_none(), first, operation.id.as_str())
        });
        for place in places {
            let mut steps = HUES[hue].clone();
            if let Some(colour) = steps.find(|colour| !taken.contains(colour)) {
                colours[place] = colour;
                taken.insert(colour);
            } else {
                beyond.push(place);
            }
        }
    }
    // More of a family than its hue has steps have what colours are left.
    for place in beyond {
        let hash = hash(operations[place].id.as_str());
        let colour = free(hash, COLOURS, &taken);
        colours[place] = colour;
        taken.insert(colour);
    }
    let mut used = [0; COLOURS];
    for colour in &mut colours {
        let before = used[*colour];
        used[*colour] += 1;
        *colour += before * COLOURS;
    }
    colours
}

/// Of so many numbers the first that is not taken, from the one a hash wants on; that one where all
/// are.
fn free(hash: u64, count: usize, taken: &BTreeSet<usize>) -> usize {
    let wanted = usize::try_from(hash % count as u64).unwrap_or(0);
    let mut all = (wanted..count).chain(0..wanted);
    all.find(|number| !taken.contains(number)).unwrap_or(wanted)
}

fn embedded(operation: &Operation) -> Option<usize> {
    EMBEDDED.iter().position(|id| operation.id.as_str() == *id)
}

/// FNV-1a: the same on every machine and in every version.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    fn operation(id: &str) -> Operation {
        Operation {
            id: id.into(),
            ..fixture::atlas().operations.remove(0)
        }
    }

    #[test]
    fn an_operation_keeps_its_colour_when_others_come_and_go() {
        let all: Vec<Operation> = ["weka-2", "mine-1", "mine-2", "theirs", "liberterra-1"]
            .map(operation)
            .to_vec();
        let colour = |operations: &[Operation], id: &str| {
            let place = operations.iter().position(|one| one.id.as_str() == id);
            numbers(operations)[place.unwrap()] % COLOURS
        };
        let mut turned = all.clone();
        turned.reverse();
        let fewer = &all[..3];
        for id in ["weka-2", "mine-1", "mine-2"] {
            assert_eq!(colour(&all, id), colour(&turned, id), "{id}");
            assert_eq!(colour(&all, id), colour(fewer, id), "{id}");
        }
        assert_ne!(colour(&all, "mine-1"), colour(&all, "mine-2"));
        assert_eq!(colour(&all, "weka-2"), 9);
    }

    #[test]
    fn a_family_has_a_hue_of_its_own_as_far_as_it_has_steps() {
        let of_family = |family: &str, count: usize| -> Vec<Operation> {
            let one = |index: usize| Operation {
                family: family.to_owned(),
                ..operation(&format!("{family}-{index}"))
            };
            (0..count).map(one).collect()
        };
        let hue = |colour: usize| HUES.iter().position(|hue| hue.contains(&colour));
        let all = [of_family("a", 2), of_family("b", 2), of_family("c", 2)].concat();
        let hues: Vec<_> = numbers(&all).into_iter().map(hue).collect();
        let pairs: BTreeSet<_> = hues.chunks(2).map(|pair| (pair[0], pair[1])).collect();
        assert!(pairs.iter().all(|(a, b)| a == b), "{hues:?}");
        assert_eq!(pairs.len(), 3, "{hues:?}");
    }

    #[test]
    fn sixteen_operations_have_sixteen_colours_and_every_one_a_number_of_its_own() {
        let many: Vec<Operation> = (0..40).map(|n| operation(&format!("o{n}"))).collect();
        let colours: BTreeSet<usize> = numbers(&many[..16]).into_iter().collect();
        assert_eq!(colours, (0..COLOURS).collect());
        let all: BTreeSet<usize> = numbers(&many).into_iter().collect();
        assert_eq!(all.len(), 40);
    }
}
