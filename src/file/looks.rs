//! What ids and names look like to a reader, who tells no letter of one script from its double in
//! another and sees nothing of what has no width.

use unicode_normalization::UnicodeNormalization as _;

use crate::model::hidden::is_hidden;

/// Letters of other scripts, each before the Latin one that it looks like. Capitals are looked at
/// before they are made small: “В” looks like “B”, but “в” not like “b”.
const DOUBLES: &str = "АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЈJ ЅS ӀI ԚQ ԜW аa еe оo рp сc уy хx іi јj \
    ѕs һh ԁd ԛq ԝw ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX αa ιi κk νv οo ρp υu ϲc ϳj օo սu հh";

/// The first character of an id that nobody sees. Some scripts need joiners in names; no id needs
/// one.
pub(super) fn unseen(id: &str) -> Option<char> {
    let joins = |c: char| {
        matches!(
            c,
            '\u{200C}' | '\u{200D}' | '\u{17B4}' | '\u{17B5}' | '\u{206A}'..='\u{206F}'
                | '\u{FE00}'..='\u{FE0F}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}'
        )
    };
    id.chars().find(|&c| joins(c) || is_hidden(c))
}

/// What a text looks like: the same for texts that a reader may take for one another.
pub(super) fn looks(text: &str) -> String {
    let text = text.trim();
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let one_space = |c: char| if c.is_whitespace() { ' ' } else { c };
    let seen = text
        .nfkc()
        .filter(|c| unseen(c.encode_utf8(&mut [0; 4])).is_none());
    seen.map(|c| one_space(latin(c)))
        .flat_map(char::to_lowercase)
        .collect()
}

/// The Latin letter that a letter looks like; itself where it looks like none.
fn latin(c: char) -> char {
    let double = |pair: &str| {
        let mut pair = pair.chars();
        (pair.next() == Some(c)).then(|| pair.next()).flatten()
    };
    let latin = DOUBLES.split_whitespace().find_map(double);
    latin.unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_a_reader_takes_for_one_another_look_alike() {
        for (one, other) in [
            ("Weka", "weka"),
            ("weka", "we\u{200D}ka"),
            ("weka", "wеkа"),
            ("SCOPE", "ЅСОРЕ"),
            ("ＷＥＫＡ", "weka"),
            ("é", "e\u{301}"),
            ("a\u{A0}b", "a b"),
        ] {
            assert_eq!(looks(one), looks(other), "{one} {other}");
        }
        for (one, other) in [("weka", "weko"), ("Бета", "beta"), ("weka-1", "weka-l")] {
            assert_ne!(looks(one), looks(other), "{one} {other}");
        }
        for pair in DOUBLES.split_whitespace() {
            let mut letters = pair.chars();
            let (other, ours) = (letters.next().unwrap(), letters.next().unwrap());
            assert!(!other.is_ascii() && ours.is_ascii() && letters.next().is_none());
        }
    }
}
