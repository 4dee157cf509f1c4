//! Which of several names someone meant who mistyped one.

/// Names are compared one by one only among this many; beyond it nobody would have mistyped
/// one of a handful, and comparing would take long.
const MOST_NAMES_COMPARED: usize = 5_000;

/// The name most like a word, when one is like it: the same but for case, one the beginning of
/// the other, or a few letters off. The first of several that are equally like it.
pub(super) fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let word = word.trim().to_lowercase();
    let length = word.chars().count();
    let mut best: Option<(usize, &str)> = None;
    for name in names.into_iter().take(MOST_NAMES_COMPARED) {
        let folded = name.to_lowercase();
        let longer = length.max(folded.chars().count());
        let distance = if folded == word {
            0
        } else if length >= 3
            && folded.len() >= 3
            && (folded.starts_with(&word) || word.starts_with(&folded))
        {
            1
        } else {
            let distance = strsim::damerau_levenshtein(&word, &folded);
            if distance > longer / 3 {
                continue;
            }
            1 + distance
        };
        if best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, name));
        }
    }
    best.map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_meant_is_guessed_from_a_few_wrong_letters_only() {
        let names = ["title", "summary", "countries", "note"];
        assert_eq!(nearest("Title", names), Some("title"));
        assert_eq!(nearest("titel", names), Some("title"));
        assert_eq!(nearest("country", names), Some("countries"));
        assert_eq!(nearest("sum", names), Some("summary"));
        assert_eq!(nearest("weather", names), None);
        assert_eq!(nearest("", names), None);
    }
}
