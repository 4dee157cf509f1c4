//! Characters that nobody sees but that change what is read, and other people's text made safe
//! to be shown.

/// So many characters of a text are shown where it is only named.
const SHOWN_LENGTH: usize = 40;

/// Whether a character has no business in a dataset: control characters, and those that turn
/// the direction of text around.
pub fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' | '\r' => false,
        '\u{61C}'
        | '\u{200B}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => true,
        _ => c.is_control(),
    }
}

/// The character's number as Unicode writes it: `U+202E`.
pub fn code(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// A text as it can be shown among others: on one line, cut where it is long, and with
/// characters that would disturb a terminal spelled out.
pub fn shown(text: &str) -> String {
    let mut out = String::new();
    for (count, c) in text.trim().chars().enumerate() {
        if count == SHOWN_LENGTH {
            out.push('…');
            break;
        }
        match c {
            '\n' | '\t' | '\r' => out.push(' '),
            c if is_hidden(c) => out.push_str(&code(c)),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_shown_stays_on_one_line_and_hides_nothing() {
        assert_eq!(shown(" a\nb\u{202E}c"), "a bU+202Ec");
        assert_eq!(shown(&"x".repeat(50)), format!("{}…", "x".repeat(40)));
    }
}
