//! How well a name fits what was typed, and which of its letters were meant.

use std::ops::Range;

use super::fold::folded;

/// How well something fits what was typed. What fits better is less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It is called so.
    Same,
    /// The name it is shown by begins so, and so many bytes follow.
    Begins(usize),
    /// Every word typed begins a word of one of its names.
    Words,
    /// Every word typed begins a word of what is known of it.
    Within,
    /// One of its names differs by a slip of the finger.
    Near,
}

/// What was typed, as it is compared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    folded: String,
    words: Vec<String>,
    /// The number that was typed, if it was one.
    pub number: Option<u64>,
}

impl Typed {
    /// What was typed, and the number that it is.
    pub fn of(typed: &str, number: Option<u64>) -> Self {
        let folded = folded(typed);
        let words = folded.split_whitespace().map(str::to_owned).collect();
        Self {
            folded,
            words,
            number,
        }
    }

    /// Whether nothing was typed that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words, folded.
    pub fn words(&self) -> &[String] {
        &self.words
    }
}

/// What something is called, as it is compared.
#[derive(Debug, Clone, Default)]
pub struct Names {
    own: Vec<String>,
    /// All names and what else is known of it.
    all: String,
}

impl Names {
    /// The names of something, the one it is shown by first, and what else is known of it.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>, known: &str) -> Self {
        let own: Vec<String> = names.into_iter().map(folded).collect();
        let all = format!("{} {}", own.join(" "), folded(known));
        Self { own, all }
    }

    /// How well they fit; `None` where they do not. Nothing typed fits everything.
    pub fn fit(&self, typed: &Typed) -> Option<Fit> {
        let of_name = |(place, name): (usize, &String)| {
            let rest = name.strip_prefix(typed.folded.as_str());
            match rest.map(str::len) {
                Some(0) => Some(Fit::Same),
                Some(rest) if place == 0 => Some(Fit::Begins(rest)),
                _ => begins_words(name, typed).then_some(Fit::Words),
            }
        };
        let best = self.own.iter().enumerate().filter_map(of_name).min();
        best.or_else(|| begins_words(&self.all, typed).then_some(Fit::Within))
    }

    /// Whether one of the names would be what was typed but for a slip of the finger.
    pub fn is_near(&self, typed: &Typed) -> bool {
        const FEWEST: usize = 4;
        let length = typed.folded.chars().count();
        let slips = 1 + usize::from(length >= 2 * FEWEST);
        let near = |name: &String| strsim::damerau_levenshtein(name, &typed.folded) <= slips;
        length >= FEWEST && self.own.iter().any(near)
    }

    /// Whether one of the names is what was typed.
    pub(super) fn is(&self, folded: &str) -> bool {
        self.own.iter().any(|name| name == folded)
    }

    /// Whether one of the names begins with what was typed.
    pub(super) fn begins(&self, folded: &str) -> bool {
        self.own.iter().any(|name| name.starts_with(folded))
    }
}

/// Whether every word typed begins a word of the text.
pub fn matches(text: &str, typed: &str) -> bool {
    begins_words(&folded(text), &Typed::of(typed, None))
}

fn begins_words(text: &str, typed: &Typed) -> bool {
    let begins = |typed: &String| text.split(' ').any(|word| word.starts_with(typed.as_str()));
    typed.words.iter().all(begins)
}

/// The letters of a text that what was typed means: the beginnings of its words, as bytes.
pub fn marked(text: &str, typed: &Typed) -> Vec<Range<usize>> {
    let mut marked = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        // An apostrophe is folded away, and parts no words.
        let in_word = c.is_alphanumeric() || ['’', '\'', '‘'].contains(&c);
        if in_word {
            start.get_or_insert(at);
        } else if let Some(from) = start.take()
            && let Some(letters) = text.get(from..at).and_then(|word| meant(word, typed))
        {
            marked.push(from..from + letters);
        }
    }
    marked
}

/// How many bytes at the beginning of a word the longest typed one means.
fn meant(word: &str, typed: &Typed) -> Option<usize> {
    let whole = folded(word);
    let words = typed.words.iter();
    let longest = words.filter(|typed| whole.starts_with(typed.as_str()));
    let longest = longest.max_by_key(|typed| typed.len())?;
    let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.into_iter().find(|&end| {
        let folded = word.get(..end).map(folded);
        folded.is_some_and(|folded| folded.len() >= longest.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(names: &[&str], known: &str, typed: &str) -> Option<Fit> {
        Names::of(names.iter().copied(), known).fit(&Typed::of(typed, None))
    }

    #[test]
    fn what_is_called_so_fits_better_than_what_is_only_described_so() {
        let ivory = ["Côte d’Ivoire", "CIV", "Ivory Coast"];
        for (typed, expected) in [
            ("cote d'ivoire", Some(Fit::Same)),
            ("civ", Some(Fit::Same)),
            ("cote", Some(Fit::Begins(" divoire".len()))),
            ("ivory", Some(Fit::Words)),
            ("coast", Some(Fit::Words)),
            ("coast iv", Some(Fit::Words)),
            ("western africa", Some(Fit::Within)),
            ("africa ivory", Some(Fit::Within)),
            ("oast", None),
        ] {
            assert_eq!(fit(&ivory, "Western Africa", typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_slip_of_the_finger_is_near_and_another_word_is_not() {
        let near = |name, typed| Names::of([name], "").is_near(&Typed::of(typed, None));
        assert!(near("Morocco", "Marocco") && near("Liberterra", "Libreterra"));
        assert!(!near("Mali", "Bali nights") && !near("Oman", "om"));
    }

    #[test]
    fn the_letters_that_were_meant_are_marked_in_the_text_as_it_is_written() {
        let marks = |text: &str, typed| {
            let marks = marked(text, &Typed::of(typed, None));
            let marks = marks.into_iter().map(|range| text[range].to_owned());
            marks.collect::<Vec<_>>()
        };
        assert_eq!(marks("Côte d’Ivoire", "cote d'iv"), ["Côte", "d’Iv"]);
        assert_eq!(marks("São Tomé and Príncipe", "tom pri"), ["Tom", "Prí"]);
        assert_eq!(marks("Straße", "stras"), ["Straß"]);
        assert!(marks("Romania", "oman").is_empty());
    }
}
