//! Many texts, looked through at once: one run of letters, so that a hundred thousand of them take
//! a few thousandths of a second.

use memchr::memmem;

use super::fit::Typed;

/// Folded texts one after the other. Every word stands after a space, and none goes over a line.
#[derive(Debug, Clone, Default)]
pub struct Texts {
    letters: String,
    /// Where each text ends.
    ends: Vec<usize>,
}

impl Texts {
    /// Adds a text that is put together from folded parts.
    pub fn push<'a>(&mut self, parts: impl IntoIterator<Item = &'a str>) {
        for part in parts {
            self.letters.push(' ');
            self.letters.push_str(part);
        }
        self.letters.push('\n');
        self.ends.push(self.letters.len());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The places of the texts in which every word typed begins a word, in their order, each with
    /// how far from its beginning the last of the words first stands.
    pub fn having(&self, typed: &Typed) -> Vec<(usize, usize)> {
        let words: Vec<String> = typed
            .words()
            .iter()
            .map(|word| format!(" {word}"))
            .collect();
        // The longest word is the rarest.
        let Some(rarest) = words.iter().max_by_key(|word| word.len()) else {
            return Vec::new();
        };
        let rarest = memmem::Finder::new(rarest);
        let all: Vec<_> = words.iter().map(memmem::Finder::new).collect();
        let letters = self.letters.as_bytes();
        let (mut having, mut place, mut from) = (Vec::new(), 0, 0);
        while let Some(at) = letters.get(from..).and_then(|rest| rarest.find(rest)) {
            let beyond = self.ends.get(place..).unwrap_or_default();
            place += beyond.partition_point(|&end| end <= from + at);
            let Some(&end) = self.ends.get(place) else {
                break;
            };
            let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
            let text = letters.get(start..end).unwrap_or_default();
            let found: Option<Vec<usize>> = all.iter().map(|word| word.find(text)).collect();
            if let Some(farthest) = found.and_then(|found| found.into_iter().max()) {
                having.push((place, farthest));
            }
            from = end;
        }
        having
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_all_its_words_and_by_none_of_its_neighbours() {
        let mut texts = Texts::default();
        texts.push(["pyramid scheme", "mali togo"]);
        texts.push([]);
        texts.push(["boat stopped", "mali"]);
        let found = |typed: &str| texts.having(&Typed::of(typed, None));
        let places = |typed| {
            found(typed)
                .into_iter()
                .map(|(place, _)| place)
                .collect::<Vec<_>>()
        };
        assert_eq!(places("mali"), [0, 2]);
        assert_eq!(places("mal boat"), [2]);
        assert_eq!(places("scheme boat"), [] as [usize; 0]);
        assert_eq!(places("ali"), [] as [usize; 0]);
        assert_eq!(places(" "), [] as [usize; 0]);
        assert!(found("pyramid")[0].1 < found("togo")[0].1);
    }
}
