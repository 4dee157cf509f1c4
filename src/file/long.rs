//! Texts longer than any that is read or drawn: someone pasted a document, or a program went
//! wrong.

use super::fault::{Fault, Span};
use super::tree::{Kind, Node, Tree};
use crate::model::numerals::grouped;

/// The most characters of one text that are used.
pub(super) const LONGEST: usize = 10_000;

/// What is too much of the texts in a record, in order, each with its fault.
pub(super) fn too_much(text: &str) -> Vec<(Span, Fault)> {
    let mut found = Vec::new();
    // Where every text is short there is none to look for.
    if text.len() > LONGEST {
        look(text, &Tree::of(text).root, &mut found);
    }
    found
}

fn look(text: &str, node: &Node<'_>, found: &mut Vec<(Span, Fault)>) {
    match &node.kind {
        Kind::Text(content) => {
            let length = content.chars().count();
            if let Some(span) = (length > LONGEST).then(|| rest(text, node)).flatten() {
                let what = format!(
                    "a text of {} characters stands here; the most is {}",
                    grouped(length as f64, 0),
                    grouped(LONGEST as f64, 0),
                );
                let fault = Fault::error(node.span.clone(), what, "shorten it");
                found.push((span, fault.leaving_out("the rest of it")));
            }
        }
        Kind::Group(group) => {
            for part in &group.parts {
                for node in part.key.iter().chain([&part.value]) {
                    look(text, node, found);
                }
            }
        }
        Kind::Number(_) | Kind::Word(_) | Kind::Unclear => {}
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
                let [(span, _)] = found.as_slice() else {
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
