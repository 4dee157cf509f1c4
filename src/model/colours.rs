//! Which colour an operation has: the same whatever else is open, and in whatever order.

use std::collections::BTreeSet;

use super::operation::Operation;

/// How many colours there are to tell operations by.
const COLOURS: usize = 16;

/// The operations that come with the program, in the order of their colours.
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
    let mut others: Vec<(u64, usize)> = operations
        .iter()
        .enumerate()
        .filter(|(_, operation)| embedded(operation).is_none())
        .map(|(place, operation)| (hash(operation.id.as_str()), place))
        .collect();
    // Not in the order opened: which of two makes way for the other does not depend on it.
    others.sort_unstable();
    let mut colours: Vec<usize> = operations
        .iter()
        .map(|operation| embedded(operation).unwrap_or(0))
        .collect();
    let mut taken = BTreeSet::new();
    for (hash, place) in others {
        let wanted = usize::try_from(hash % COLOURS as u64).unwrap_or(0);
        let free = (0..COLOURS).map(|step| (wanted + step) % COLOURS);
        let free = free.into_iter().find(|colour| !taken.contains(colour));
        colours[place] = free.unwrap_or(wanted);
        taken.insert(colours[place]);
    }
    let mut used = [0; COLOURS];
    for colour in &mut colours {
        let before = used[*colour];
        used[*colour] += 1;
        *colour += before * COLOURS;
    }
    colours
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
    fn sixteen_operations_have_sixteen_colours_and_every_one_a_number_of_its_own() {
        let many: Vec<Operation> = (0..40).map(|n| operation(&format!("o{n}"))).collect();
        let colours: BTreeSet<usize> = numbers(&many[..16]).into_iter().collect();
        assert_eq!(colours, (0..COLOURS).collect());
        let all: BTreeSet<usize> = numbers(&many).into_iter().collect();
        assert_eq!(all.len(), 40);
    }
}
