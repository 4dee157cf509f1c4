//! What is to be written, and how it is laid out as RON.

use std::fmt::Write as _;

use crate::model::Quantity;

/// A value as it is to stand in a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text in quotation marks.
    Text(String),
    /// A whole number.
    Number(u64),
    /// A bare name: `Official`, `true`.
    Word(&'static str),
    /// A number as a source states it: `MoreThan(40)`.
    Quantity(Quantity),
    /// Two texts in round brackets: a first and a last day.
    Pair(String, String),
    /// `[…]`.
    List(Vec<Self>, Layout),
    /// `{"id": …}`, each entry on a line of its own.
    Map(Vec<(String, Self)>),
    /// `(name: …)`.
    Record(Vec<(&'static str, Self)>, Layout),
}

/// How the parts of a list or record are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// One after the other.
    Line,
    /// Each on a line of its own.
    Spread,
}

/// How a file begins its lines.
#[derive(Debug, Clone)]
pub(super) struct Style {
    /// What ends a line.
    pub newline: &'static str,
    /// What stands before the parts of something, besides what stands before itself.
    pub unit: String,
}

impl Value {
    /// A list of texts, on one line.
    pub fn texts<T: ToString>(texts: impl IntoIterator<Item = T>) -> Self {
        let texts = texts.into_iter().map(|text| Self::Text(text.to_string()));
        Self::List(texts.collect(), Layout::Line)
    }

    /// As it stands in a file, on a line that begins with `indent`.
    pub(super) fn written(&self, style: &Style, indent: &str) -> String {
        let mut out = String::new();
        self.write(&mut out, style, indent);
        out
    }

    fn write(&self, out: &mut String, style: &Style, indent: &str) {
        match self {
            Self::Text(words) => text(out, words),
            // Writing to a string cannot fail.
            Self::Number(number) => drop(write!(out, "{number}")),
            Self::Word(word) => out.push_str(word),
            // Its name for programmers is its name in a dataset; a test holds it to that.
            Self::Quantity(quantity) => drop(write!(out, "{quantity:?}")),
            Self::Pair(first, last) => {
                out.push('(');
                text(out, first);
                out.push_str(", ");
                text(out, last);
                out.push(')');
            }
            Self::List(parts, layout) => {
                let parts = parts.iter().map(|part| (Key::None, part)).collect();
                group(out, ('[', ']'), parts, *layout, style, indent);
            }
            Self::Map(entries) => {
                let keyed = |(id, part)| (Key::Id(id), part);
                let parts = entries.iter().map(|(id, part)| keyed((id, part))).collect();
                group(out, ('{', '}'), parts, Layout::Spread, style, indent);
            }
            Self::Record(fields, layout) => {
                let parts = fields.iter().map(|(name, part)| (Key::Field(name), part));
                group(out, ('(', ')'), parts.collect(), *layout, style, indent);
            }
        }
    }
}

/// What stands before a part of something.
pub(super) enum Key<'a> {
    None,
    Id(&'a str),
    Field(&'a str),
}

/// A part as it stands in what it is a part of, without a comma.
pub(super) fn entry(key: &Key<'_>, value: &Value, style: &Style, indent: &str) -> String {
    let mut out = String::new();
    write_entry(&mut out, key, value, style, indent);
    out
}

fn write_entry(out: &mut String, key: &Key<'_>, value: &Value, style: &Style, indent: &str) {
    match key {
        Key::None => {}
        Key::Id(id) => {
            text(out, id);
            out.push_str(": ");
        }
        Key::Field(name) => out.extend([name, ": "]),
    }
    value.write(out, style, indent);
}

fn group(
    out: &mut String,
    (open, close): (char, char),
    parts: Vec<(Key<'_>, &Value)>,
    layout: Layout,
    style: &Style,
    indent: &str,
) {
    out.push(open);
    let spread = layout == Layout::Spread && !parts.is_empty();
    let inner = format!("{indent}{}", style.unit);
    for (index, (key, part)) in parts.into_iter().enumerate() {
        if spread {
            out.extend([style.newline, &inner]);
            write_entry(out, &key, part, style, &inner);
            out.push(',');
        } else {
            out.push_str(if index > 0 { ", " } else { "" });
            write_entry(out, &key, part, style, indent);
        }
    }
    if spread {
        out.extend([style.newline, indent]);
    }
    out.push(close);
}

/// A text in quotation marks, with what would end or change it written out.
fn text(out: &mut String, words: &str) {
    out.push('"');
    for c in words.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if c.is_control() => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Quantity::{
        About, AtLeast, Between, Dozens, Exactly, Hundreds, MoreThan, Nearly, Several, Thousands,
        UpTo,
    };

    #[test]
    fn what_is_written_reads_back_as_it_was_meant() {
        let style = Style {
            newline: "\n",
            unit: "\t".to_owned(),
        };
        for words in ["", "a \"b\" \\ c", "two\nlines\r\tand é “漢”", "\u{7}"] {
            let written = Value::Text(words.to_owned()).written(&style, "");
            assert_eq!(ron::from_str::<String>(&written).unwrap(), words);
        }
        for quantity in [
            Exactly(1),
            About(2),
            Nearly(3),
            MoreThan(4),
            AtLeast(5),
            UpTo(6),
            Between(7, 8),
            Several,
            Dozens,
            Hundreds,
            Thousands,
        ] {
            let written = Value::Quantity(quantity).written(&style, "");
            assert_eq!(ron::from_str::<Quantity>(&written), Ok(quantity));
        }
    }

    #[test]
    fn parts_stand_on_lines_of_their_own_where_they_are_spread() {
        let style = Style {
            newline: "\r\n",
            unit: "  ".to_owned(),
        };
        let report = Value::Record(vec![("n", Value::Number(1))], Layout::Line);
        let list = Value::List(vec![report.clone(), report], Layout::Spread);
        let map = Value::Map(vec![("a".to_owned(), list)]);
        assert_eq!(
            map.written(&style, "  "),
            "{\r\n    \"a\": [\r\n      (n: 1),\r\n      (n: 1),\r\n    ],\r\n  }"
        );
    }
}
