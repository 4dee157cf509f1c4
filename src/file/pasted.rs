//! What stands in a dataset but is no RON at all: both versions of what git could not merge, lines
//! of a table pasted from a sheet. Each is told once, and the rest is read as if it were not there.

use super::found::{Found, Span};
use super::scan::Scanner;
use crate::model::Part;
use crate::model::fault::SignFault;

/// The text without that, of the same length, and what is told of it; `None` where there is none.
pub(super) fn without(text: &str) -> Option<(String, Vec<Found>)> {
    let mut told = Vec::new();
    let mut cuts = Vec::new();
    let conflicts = conflicts(text);
    if let Some((first, _)) = conflicts.first() {
        let fault = SignFault::Conflict(conflicts.len());
        told.push(Found::error(first.clone(), fault).leaving_out(Part::Second));
        cuts.extend(conflicts.into_iter().flat_map(|(mark, rest)| [mark, rest]));
    }
    for (lines, span) in tables(text) {
        let fault = SignFault::Table(lines);
        told.push(Found::error(span.clone(), fault).leaving_out(Part::It));
        cuts.push(span);
    }
    let mut bytes = text.as_bytes().to_vec();
    for cut in cuts {
        let of_cut = bytes.get_mut(cut).into_iter().flatten();
        of_cut
            .filter(|byte| **byte != b'\n')
            .for_each(|byte| *byte = b' ');
    }
    Some((String::from_utf8(bytes).ok()?, told)).filter(|(_, told)| !told.is_empty())
}

/// What git could not merge: the line before the first version, and everything behind that version.
fn conflicts(text: &str) -> Vec<(Span, Span)> {
    let line_of = |from: usize, sign: &str| {
        let found = text.get(from..)?.match_indices(sign);
        let mut found = found.map(|(at, _)| from + at);
        found.find(|&at| at == 0 || text.as_bytes().get(at - 1) == Some(&b'\n'))
    };
    let end_of = |line: usize| {
        let rest = text.get(line..).and_then(|rest| rest.find('\n'));
        rest.map_or(text.len(), |length| line + length)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = line_of(at, "<<<<<<<")
        && let Some(second) = line_of(first, "=======")
        && let Some(last) = line_of(second, ">>>>>>>")
    {
        // Between the two versions there may be what both come from.
        let base = line_of(first, "|||||||").filter(|&base| base < second);
        at = end_of(last);
        found.push((first..end_of(first), base.unwrap_or(second)..at));
    }
    found
}

/// Lines of tables, outside of texts: how many follow one another, and where.
fn tables(text: &str) -> Vec<(usize, Span)> {
    let mut found: Vec<(usize, Span)> = Vec::new();
    let mut scanner = Scanner::new(text, 0);
    let mut row_before = None;
    while scanner.at < text.len() {
        let start = scanner.at;
        let line = scanner.rest().lines().next().unwrap_or("");
        let row = cells(line);
        if let Some(row) = row {
            let end = start + line.len();
            match found.last_mut().filter(|_| row_before == Some(row)) {
                Some((lines, span)) => (*lines, span.end) = (*lines + 1, end),
                None => found.push((1, start..end)),
            }
            scanner.at = end;
        }
        row_before = row;
        while let Some(byte) = scanner.byte().filter(|&byte| byte != b'\n') {
            let stepped = match byte {
                b'"' => scanner.skip_text().is_ok(),
                b'/' => scanner.skip_comment(),
                _ => false,
            };
            scanner.at += usize::from(!stepped);
        }
        scanner.at += 1;
    }
    // A line alone may be anything.
    found.retain(|(lines, _)| *lines > 1);
    found
}

/// What separates the cells of a line, and how many there are; `None` where it is no row of a table.
fn cells(line: &str) -> Option<(char, usize)> {
    let line = line.trim_matches([' ', '\r']);
    let of_ron = |cell: &str| {
        cell.ends_with([',', ':', '(', '[', '{'])
            || cell.contains(['"', '/'])
            || cell.contains(": ")
    };
    let row = |separator: char| {
        let cells: Vec<&str> = line.split(separator).map(str::trim).collect();
        let number = |cell: &&str| cell.starts_with(|c: char| c.is_ascii_digit());
        // Names in a list have commas between them too.
        let table = separator == '\t' || cells.len() > 2 && cells.iter().any(number);
        let well = table && cells.len() > 1 && !cells.iter().any(|cell| of_ron(cell));
        let begins = cells.first()?.starts_with(char::is_alphanumeric);
        let ends = separator == '\t' || !cells.last()?.is_empty();
        (well && begins && ends).then_some((separator, cells.len()))
    };
    ['\t', ';', ','].into_iter().find_map(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_two_versions_stays_and_places_do_not_move() {
        let text =
            "(\n<<<<<<< mine\na: 1,\n||||||| both\na: 0,\n=======\na: 2,\n>>>>>>> theirs\nb: 3)";
        let (left, told) = without(text).unwrap();
        assert_eq!(left.split_whitespace().collect::<String>(), "(a:1,b:3)");
        assert_eq!((left.len(), told.len()), (text.len(), 1));
        assert_eq!(left.find("b:"), text.find("b:"));
        assert!(without("(a: \"=======\", b: \"\n<<<<<<<\n\")").is_none());
    }

    #[test]
    fn rows_of_a_table_are_told_once_and_nothing_else_is_taken_for_one() {
        for table in [
            "Weka I\t12\t40\nWeka II\t\t50\n",
            "  Weka I;12;40\n  Weka II;13;50",
            "Weka I,12,40\r\nWeka II,13,50",
        ] {
            let (left, told) = without(&format!("(\na: 1,\n{table}\nb: 2)")).unwrap();
            assert_eq!(left.split_whitespace().collect::<String>(), "(a:1,b:2)");
            assert_eq!(told[0].fault, SignFault::Table(2).into());
            assert_eq!(told.len(), 1);
        }
        for ron in [
            "a:\t1,\nb:\t2,\n",
            "(\"\nWeka I\t12\nWeka II\t13\n\")",
            "ALB, DZA, MLI\nTGO, GHA, BEN",
            "\"ALB\",\t\"DZA\",\n\"TGO\",\t\"GHA\",",
            "Exactly(3),\tMoreThan(4),\nExactly(5),\tAbout(6),",
            "Weka I\t12\n",
        ] {
            assert!(without(ron).is_none(), "{ron}");
        }
    }
}
