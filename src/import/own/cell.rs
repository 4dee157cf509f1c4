//! The way back from a cell of an exported table to the text it was made of.

/// What a formula begins with; see `query::spreadsheet`.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What may part cells.
const SEPARATORS: [char; 6] = [';', ',', '|', '\t', '\r', '\n'];

/// The text of a cell, without the marks that keep spreadsheets from reading something else.
pub(super) fn text(cell: &str) -> String {
    let cell = cell.strip_prefix('\'').unwrap_or(cell);
    let mut text = String::with_capacity(cell.len());
    let mut before = None;
    for (at, c) in cell.char_indices() {
        let is_mark = c == '\''
            && before.is_some_and(|before| SEPARATORS.contains(&before))
            && begins_formula(cell.get(at + 1..).unwrap_or(""));
        if !is_mark {
            text.push(c);
        }
        before = Some(c);
    }
    text
}

/// Whether a formula begins behind blanks and quotes.
fn begins_formula(rest: &str) -> bool {
    let passed_over = |c: char| c.is_whitespace() || matches!(c, '"' | '\'');
    rest.trim_start_matches(passed_over).starts_with(FORMULA)
}

/// The parts of a cell that holds a list.
pub(super) fn list(cell: &str) -> Vec<String> {
    if cell.is_empty() {
        return Vec::new();
    }
    let part = |part: &str| text(part).replace("%3B", ";").replace("%25", "%");
    cell.split(';').map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::spreadsheet;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_text_comes_back_from_its_cell(written in "['=+;, \"\ta1-]{0,12}") {
            prop_assert_eq!(text(&spreadsheet::cell(&written)), written);
        }
    }
}
