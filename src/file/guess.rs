//! What a text looks like that is no dataset at all.

use super::fault::{Fault, Span};
use super::scan::Scanner;
use super::wording::quoted;

const TRY_NEW: &str = "write the data as a dataset; “opatlas new” writes an example";

/// Why a text does not begin the way a dataset does. `at` is its first character that is
/// neither a space nor in a comment.
pub(super) fn explain(text: &str, at: usize) -> Fault {
    let rest = text.get(at..).unwrap_or("");
    let first_line = rest.lines().next().unwrap_or("").trim_end();
    let line: Span = at..at + first_line.len();
    if rest.is_empty() {
        let last = text
            .trim_end()
            .char_indices()
            .next_back()
            .map_or(0, |(at, _)| at);
        return Fault::error(
            last..text.trim_end().len(),
            "the file holds nothing but comments",
            "write the dataset below them: (format: 1, title: \"…\")",
        );
    }
    let looks_like = |kind: &str, remedy: &str| {
        Fault::error(
            line.clone(),
            format!("the file looks like {kind}, not like a dataset"),
            remedy,
        )
    };
    let lower = first_line.to_lowercase();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return looks_like(
            "a web page (HTML)",
            "open a dataset instead; a page saved by a browser holds none",
        );
    }
    if first_line.starts_with('<') {
        return looks_like("XML", TRY_NEW);
    }
    if is_json(rest) {
        return looks_like(
            "JSON",
            "write round brackets for its outer { } and names without quotation marks: (format: 1, title: \"…\")",
        );
    }
    if first_line.starts_with('{') || first_line.starts_with('[') {
        let open = first_line.get(..1).unwrap_or("");
        return Fault::error(
            at..at + 1,
            format!("“{open}” stands here where ( is needed"),
            "write the dataset in round brackets: (format: 1, title: \"…\")",
        );
    }
    if first_line.starts_with("---") {
        return looks_like("YAML", TRY_NEW);
    }
    let word: &str = first_line.split([':', '=', ' ']).next().unwrap_or("");
    let after = first_line.get(word.len()..).unwrap_or("").trim_start();
    let named = !word.is_empty()
        && word
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    if named && (after.starts_with(':') || after.starts_with('=')) {
        return Fault::error(
            at..at + word.len(),
            format!("the bracket is missing before {}", quoted(word)),
            "write ( before it and ) at the end of the file",
        );
    }
    if is_table(rest) {
        return looks_like("a table (CSV)", TRY_NEW);
    }
    looks_like("plain text", TRY_NEW)
}

/// A brace or bracket, and behind it what JSON has there: a quoted name, or another bracket.
fn is_json(rest: &str) -> bool {
    let mut scanner = Scanner::new(rest, 1);
    scanner.skip_space();
    match rest.bytes().next() {
        Some(b'{') => matches!(scanner.byte(), Some(b'"' | b'}')),
        Some(b'[') => matches!(scanner.byte(), Some(b'{' | b'[' | b'"' | b']')),
        _ => false,
    }
}

/// Two lines with the same number of commas, semicolons or tabs, and at least one.
fn is_table(rest: &str) -> bool {
    let mut lines = rest.lines();
    let (Some(first), Some(second)) = (lines.next(), lines.next()) else {
        return false;
    };
    [',', ';', '\t'].iter().any(|&separator| {
        let columns = first.matches(separator).count();
        columns > 0 && columns == second.matches(separator).count() && !first.contains('(')
    })
}
