//! What a text looks like that is no dataset at all.

use super::found::{Found, Span};
use super::scan::Scanner;
use crate::model::fault::{FileFault, TextKind};
use crate::model::hidden::shown;

/// Why a text does not begin the way a dataset does. `at` is its first character that is
/// neither a space nor in a comment.
pub(super) fn explain(text: &str, at: usize) -> Found {
    let rest = text.get(at..).unwrap_or("");
    let first_line = rest.lines().next().unwrap_or("").trim_end();
    let line: Span = at..at + first_line.len();
    if rest.is_empty() {
        let last = text
            .trim_end()
            .char_indices()
            .next_back()
            .map_or(0, |(at, _)| at);
        return Found::error(last..text.trim_end().len(), FileFault::OnlyComments);
    }
    let looks_like = |kind| Found::error(line.clone(), FileFault::LooksLike(kind));
    let lower = first_line.to_lowercase();
    if lower.starts_with("<!doctype html") || lower.starts_with("<html") {
        return looks_like(TextKind::Html);
    }
    if first_line.starts_with('<') {
        return looks_like(TextKind::Xml);
    }
    if is_json(rest) {
        return looks_like(TextKind::Json);
    }
    let name = first_line.trim_matches(['[', ']']);
    if first_line.len() > name.len() + 1 && name.starts_with(|c: char| c.is_alphabetic()) {
        return looks_like(TextKind::Toml);
    }
    if let Some(open @ ('{' | '[')) = first_line.chars().next() {
        return Found::error(at..at + 1, FileFault::OtherBracket(open));
    }
    if first_line.starts_with("---") {
        return looks_like(TextKind::Yaml);
    }
    let word: &str = first_line
        .split([':', '=', ' ', '{', '['])
        .next()
        .unwrap_or("");
    let after = first_line.get(word.len()..).unwrap_or("").trim_start();
    if word == "Dataset"
        && let Some(open @ ('{' | '[')) = after.chars().next()
    {
        let open_at = at + first_line.len() - after.len();
        return Found::error(open_at..open_at + 1, FileFault::OtherBracket(open));
    }
    let is_name = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
    if !word.is_empty() && word.bytes().all(is_name) && after.starts_with([':', '=']) {
        let ends_well = first_line.ends_with(',') || rest.trim_end().len() == first_line.len();
        return match after.starts_with('=') {
            _ if ends_well => Found::error(at..at + word.len(), FileFault::NoBracket(shown(word))),
            true => looks_like(TextKind::Toml),
            false => looks_like(TextKind::Yaml),
        };
    }
    looks_like(if is_table(rest) {
        TextKind::Table
    } else {
        TextKind::Plain
    })
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
