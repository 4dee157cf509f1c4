//! Texts longer than any that is read or drawn: someone pasted a document, or a program went
//! wrong.

use super::found::{Found, Span};
use super::tree::{Kind, Node, Tree};
use crate::model::Part;
use crate::model::fault::SignFault;

/// The most characters of one text that are used.
pub(super) const LONGEST: usize = 10_000;

/// A text that is too long.
#[derive(Debug)]
pub(super) struct Long {
    /// Where it stands, with its marks.
    pub text: Span,
    /// What of it is too much.
    pub rest: Span,
    length: usize,
}

impl Long {
    /// Says so.
    pub fn fault(self) -> Found {
        let fault = SignFault::LongText(self.length, LONGEST);
        Found::error(self.text, fault).leaving_out(Part::Rest)
    }
}

/// The texts of a record that are too long, in order.
pub(super) fn too_much(text: &str) -> Vec<Long> {
    let mut found = Vec::new();
    // Where every text is short there is none to look for.
    if text.len() > LONGEST {
        look(text, &Tree::of(text).root, &mut found);
    }
    found
}

fn look(text: &str, node: &Node<'_>, found: &mut Vec<Long>) {
    match &node.kind {
        Kind::Text(content) => {
            let length = content.chars().count();
            if let Some(rest) = (length > LONGEST).then(|| rest(text, node)).flatten() {
                found.push(Long {
                    text: node.span.clone(),
                    rest,
                    length,
                });
            }
        }
        Kind::Group(group) => {
            for entry in &group.entries {
                for node in entry.key.iter().chain([&entry.value]) {
                    look(text, node, found);
                }
            }
        }
        Kind::Number(_) | Kind::Word(_) | Kind::Unread => {}
    }
}

/// What follows the first characters of a text, up to its quotation mark.
fn rest(text: &str, node: &Node<'_>) -> Option<Span> {
    const ESCAPE: usize = 12;
    let written = text.get(node.span.clone())?;
    let mark = written.find('"')?;
    let (mut start, _) = written.char_indices().nth(mark + 1 + LONGEST)?;
    // No escape is cut in two: the cut lies before whatever begins shortly before it.
    while let Some(at) = written
        .char_indices()
        .take_while(|&(at, _)| at < start)
        .filter(|&(at, c)| c == '\\' && at + ESCAPE >= start)
        .map(|(at, _)| at)
        .next()
    {
        start = at;
    }
    let end = written.rfind('"')?;
    (start < end).then(|| node.span.start + start..node.span.start + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_too_much_is_taken_out_and_no_escape_is_cut() {
        let fine = format!("(a: \"{}\", b: [\"x\"])", "y".repeat(LONGEST));
        assert!(too_much(&fine).is_empty());
        for unit in ["y", "é", "\\n", "\\u{e9}", "\\\\", "yy\\\"y"] {
            for before in 0..12 {
                let long = format!("{}{}", "x".repeat(before), unit.repeat(3 * LONGEST));
                let text = format!("(a: [\"{long}\"], b: 1)");
                let found = too_much(&text);
                let [Long { rest: span, .. }] = found.as_slice() else {
                    panic!("{unit}: {}", found.len());
                };
                let rest = format!("{}{}", &text[..span.start], &text[span.end..]);
                assert!(
                    rest.len() < text.len() && too_much(&rest).is_empty(),
                    "{unit}"
                );
                let tree = Tree::of(&rest);
                assert!(tree.faults.is_empty(), "{unit} after {before}");
            }
        }
    }
}
