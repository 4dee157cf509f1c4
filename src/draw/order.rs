//! Texts in the order they are painted: which way each part of a line reads (the Unicode
//! bidirectional algorithm), where a line may break, and what of a line is one run of letters.
//! Pure: what fonts say comes in as a function.

use std::borrow::Cow;

use unicode_bidi::{BidiClass, BidiInfo, Direction, Level, bidi_class, get_base_direction};
use unicode_segmentation::UnicodeSegmentation as _;

/// A part of a line that is drawn as one, in the order of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its letters as they are read.
    pub text: String,
    /// Whether its first letter is at its right.
    pub leftwards: bool,
}

/// What starts a new run of letters in egui: invisible, and of no script.
const BETWEEN: char = '\u{2060}';
/// What makes a line read from the right, or from the left, whatever its letters.
const MARKS: [char; 2] = ['\u{200F}', '\u{200E}'];
const ISOLATES: std::ops::RangeInclusive<char> = '\u{2066}'..='\u{2068}';
const END_OF_ISOLATE: char = '\u{2069}';

/// Whether every letter simply follows the one before it from the left: neither marks that
/// letters carry, nor letters that join or read leftwards, nor scripts without spaces.
pub fn is_plain(text: &str) -> bool {
    text.chars().all(|letter| {
        matches!(letter,
            ..'\u{300}' | '\u{370}'..'\u{483}' | '\u{48A}'..'\u{590}' | '\u{1E00}'..'\u{200B}'
            | '\u{2010}'..'\u{2028}' | '\u{202F}'..'\u{2060}' | '\u{2070}'..'\u{20D0}'
            | '\u{2100}'..'\u{2E80}' | '\u{E000}'..='\u{F8FF}')
    })
}

/// Whether there is anything to see of a letter.
pub fn is_seen(letter: char) -> bool {
    let unseen = matches!(letter, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}');
    !unseen && !letter.is_whitespace() && !letter.is_control()
}

/// The text on one line: line breaks and tabs are a space.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let breaks = |letter: char| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}');
    if !text.contains(breaks) {
        return Cow::Borrowed(text);
    }
    let parts = text.split(breaks).map(str::trim);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    Cow::Owned(parts.join(" "))
}

/// Whether a line reads from the right.
pub fn reads_leftwards(line: &str) -> bool {
    get_base_direction(line) == Direction::Rtl
}

/// A line without what only says which way it reads.
pub fn letters_of(line: &str) -> Cow<'_, str> {
    if line.contains(directs) {
        Cow::Owned(line.replace(directs, ""))
    } else {
        Cow::Borrowed(line)
    }
}

/// A line of the drawn text as it is best stored, and whether it reads from the right: with what
/// says how its parts are ordered, but without what that direction says already.
pub fn stored(line: &str) -> (&str, bool) {
    let text = line.trim_start_matches(MARKS);
    let inner = text
        .strip_prefix(|first| ISOLATES.contains(&first))
        .and_then(|rest| rest.strip_suffix(END_OF_ISOLATE));
    match inner.filter(|inner| !inner.contains(directs)) {
        Some(inner) => (inner, reads_leftwards(inner)),
        None => (text, reads_leftwards(line)),
    }
}

fn directs(letter: char) -> bool {
    ISOLATES.contains(&letter) || letter == END_OF_ISOLATE || MARKS.contains(&letter)
}

/// The parts of a line from left to right.
pub fn pieces(line: &str) -> Vec<Piece> {
    let base = if reads_leftwards(line) {
        Level::rtl()
    } else {
        Level::ltr()
    };
    let info = BidiInfo::new(line, Some(base));
    let mut pieces = Vec::new();
    for paragraph in &info.paragraphs {
        let (levels, runs) = info.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let Some(text) = line.get(run.clone()) else {
                continue;
            };
            let text = letters_of(text);
            if levels.get(run.start).is_some_and(Level::is_rtl) {
                pieces.extend(leftwards(&text));
            } else if !text.is_empty() {
                pieces.push(Piece {
                    text: text.into_owned(),
                    leftwards: false,
                });
            }
        }
    }
    pieces
}

/// A run that reads leftwards, from left to right: its words, and each sign between them.
fn leftwards(run: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for cluster in run.graphemes(true) {
        let of_word = cluster.chars().next().is_some_and(|letter| {
            matches!(
                bidi_class(letter),
                BidiClass::R | BidiClass::AL | BidiClass::NSM
            )
        });
        match pieces.last_mut() {
            Some(last) if of_word && last.leftwards => last.text.push_str(cluster),
            Some(_) | None => pieces.push(Piece {
                text: if of_word {
                    cluster.to_owned()
                } else {
                    cluster.chars().map(mirrored).collect()
                },
                leftwards: of_word,
            }),
        }
    }
    pieces.reverse();
    pieces
}

/// The sign as it looks among letters that read leftwards.
fn mirrored(sign: char) -> char {
    const PAIRS: [(char, char); 9] = [
        ('(', ')'),
        ('[', ']'),
        ('{', '}'),
        ('<', '>'),
        ('«', '»'),
        ('‹', '›'),
        ('≤', '≥'),
        ('⟨', '⟩'),
        ('「', '」'),
    ];
    let other = PAIRS.iter().find_map(|&(one, other)| match sign {
        sign if sign == one => Some(other),
        sign if sign == other => Some(one),
        _ => None,
    });
    other.unwrap_or(sign)
}

/// A line as egui has to be given it, which lays out each run of one script by itself and one
/// after the other.
pub fn painted(line: &str) -> String {
    let mut painted = String::with_capacity(line.len() + 16);
    for (index, piece) in pieces(line).iter().enumerate() {
        if index > 0 {
            painted.push(BETWEEN);
        }
        painted.push_str(&piece.text);
    }
    painted
}

/// The lines of a text no wider than `width`, each complete by itself: which way it reads is
/// that of the whole text. `measure` says how wide a text is on one line.
pub fn lines(text: &str, width: f32, mut measure: impl FnMut(&str) -> f32) -> Vec<String> {
    let ends = ends_of_lines(text, width, &mut measure);
    let leftwards = reads_leftwards(text);
    let mut open: Vec<char> = Vec::new();
    let mut start = 0;
    let mut lines = Vec::new();
    for end in ends {
        let part = text.get(start..end).unwrap_or_default().trim();
        start = end;
        let mut line: String = open.iter().collect();
        for letter in part.chars() {
            if ISOLATES.contains(&letter) {
                open.push(letter);
            } else if letter == END_OF_ISOLATE {
                open.pop();
            }
        }
        line.push_str(part);
        line.extend(open.iter().map(|_| END_OF_ISOLATE));
        if reads_leftwards(&line) != leftwards {
            line.insert(0, MARKS[usize::from(!leftwards)]);
        }
        lines.push(line);
    }
    lines
}

/// Where each line ends.
fn ends_of_lines(text: &str, width: f32, measure: &mut impl FnMut(&str) -> f32) -> Vec<usize> {
    let mut ends = Vec::new();
    if width.is_finite() {
        let (mut filled, mut end) = (0.0, 0);
        let mut add = |part: &str, measure: &mut dyn FnMut(&str) -> f32| {
            if filled > 0.0 && filled + measure(part.trim_end()) > width {
                ends.push(end);
                filled = 0.0;
            }
            filled += measure(part);
            end += part.len();
        };
        for part in unbreakable(text) {
            if measure(part.trim_end()) <= width {
                add(part, measure);
            } else {
                // A word wider than a line breaks anywhere between its letters.
                part.graphemes(true).for_each(|part| add(part, measure));
            }
        }
    }
    ends.push(text.len());
    ends
}

/// The parts between which a line may break: after spaces, and around each sign of a script
/// that writes without them.
fn unbreakable(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, letter) in text.char_indices() {
        let may_break = before.is_some_and(|before| {
            let spaces = before.is_whitespace() && before != '\u{A0}' && !letter.is_whitespace();
            let ideographs = is_ideograph(before) || is_ideograph(letter);
            spaces || ideographs && !clings(letter) && !opens(before)
        });
        if may_break {
            parts.extend(text.get(start..at));
            start = at;
        }
        before = Some(letter);
    }
    parts.extend(text.get(start..));
    parts
}

fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{303F}' | '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}'
        | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a line must not begin with the letter.
fn clings(letter: char) -> bool {
    letter.is_whitespace()
        || directs(letter)
        || ")]}»”’…!%,.:;?、。〉》」』】〕〗ー々）］｝，．：；？！％".contains(letter)
}

/// Whether a line must not end with the letter.
fn opens(letter: char) -> bool {
    directs(letter) || "([{«“‘〈《「『【〔〖（［｛".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What stands from left to right, each letter by itself.
    fn seen(line: &str) -> String {
        let shown = |piece: &Piece| -> String {
            if piece.leftwards {
                piece.text.chars().rev().collect()
            } else {
                piece.text.clone()
            }
        };
        pieces(line).iter().map(shown).collect()
    }

    #[test]
    fn numbers_and_latin_words_read_from_the_left_whatever_is_around_them() {
        assert_eq!(seen("עברית 2024"), "2024 תירבע");
        assert_eq!(seen("מבצע 365 ימים"), "םימי 365 עצבמ");
        assert_eq!(seen("عملية 2024 في 119 دولة"), "ةلود 119 يف 2024 ةيلمع");
        assert_eq!(seen("עם EUROPOL ב-2,517"), "2,517-ב EUROPOL םע");
        assert_eq!(seen("عملية٢٠٢٤"), "٢٠٢٤ةيلمع");
        assert_eq!(seen("Weka 2024"), "Weka 2024");
    }

    #[test]
    fn brackets_open_towards_what_they_hold() {
        assert_eq!(seen("מבצע (חירות)"), "(תוריח) עצבמ");
        assert_eq!(seen("«עברית»"), "«תירבע»");
    }

    #[test]
    fn a_name_in_an_english_sentence_does_not_pull_the_numbers_behind_it_along() {
        assert_eq!(
            seen("In \u{2068}עברית\u{2069}: 312, 90"),
            "In תירבע: 312, 90"
        );
        assert_eq!(
            seen("\u{2068}עברית 12\u{2069}: 312 people"),
            "12 תירבע: 312 people"
        );
    }

    #[test]
    fn lines_are_each_complete_and_read_as_the_whole_does() {
        let measure = |text: &str| letters_of(text).chars().count() as f32;
        let text = "\u{2068}אחת שתיים\u{2069} against 12";
        let broken = lines(text, 8.0, measure);
        assert_eq!(
            broken,
            [
                "\u{2068}אחת\u{2069}",
                "\u{2068}שתיים\u{2069}",
                "against",
                "12"
            ]
        );
        assert!(broken.iter().all(|line| !reads_leftwards(line)));
        let rightly = lines("אחת EUROPOL שתיים", 8.0, measure);
        assert_eq!(rightly, ["אחת", "\u{200F}EUROPOL", "שתיים"]);
    }

    #[test]
    fn scripts_without_spaces_break_between_their_signs() {
        let measure = |text: &str| text.chars().count() as f32;
        assert_eq!(
            lines("国际打击,人口贩运", 5.0, measure),
            ["国际打击,", "人口贩运"]
        );
        assert_eq!(lines("ปฏิบัติการ", 4.0, measure).concat(), "ปฏิบัติการ");
    }

    #[test]
    fn a_line_break_in_a_text_is_a_space() {
        assert_eq!(
            one_line("one\ntwo\r\n\r\nthree\tfour "),
            "one two three four"
        );
        assert_eq!(one_line("as it is "), "as it is ");
    }

    #[test]
    fn what_is_stored_holds_the_name_itself() {
        assert_eq!(stored("\u{2068}עברית\u{2069}"), ("עברית", true));
        assert_eq!(stored("\u{200F}EUROPOL"), ("EUROPOL", true));
        assert_eq!(stored("\u{200E}עברית 12"), ("עברית 12", false));
        let sentence = "From \u{2068}עברית\u{2069} on";
        assert_eq!(stored(sentence), (sentence, false));
    }
}
