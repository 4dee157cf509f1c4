//! The format in full, for people who know how a dataset looks.

use super::{Dataset, Held as _, Shape};
use crate::model::fault::Noun;

/// The format in full: a dataset with every field once and what it means, for people who know
/// how one looks.
pub fn reference() -> String {
    let mut out = String::new();
    skeleton(&mut out, Dataset::SHAPE, "\n", &mut Vec::new());
    out.push('\n');
    out
}

/// Writes what may stand in a place; `newline` begins a line at its indentation. Of a record that
/// was written before only what it needs is written.
fn skeleton(out: &mut String, shape: Shape, newline: &str, written: &mut Vec<Noun>) {
    if let Shape::Record(record) = shape
        && !written.contains(&record.noun)
    {
        written.push(record.noun);
        let indented = format!("{newline}    ");
        out.push('(');
        for field in record.fields {
            let needed = if field.needed { " Needed." } else { "" };
            out.extend([&indented, "// ", field.meaning, ".", needed]);
            if !field.shape.choices().is_empty() {
                let choices = field.shape.choices().join(", ");
                out.extend([" One of: ", &choices, "."]);
            }
            out.extend([&indented, field.name, ": "]);
            skeleton(out, field.shape, &indented, written);
            out.push(',');
        }
        out.extend([newline, ")"]);
    } else if let Shape::List(_, of) | Shape::Map(_, of) = shape {
        let (open, close) = shape.brackets();
        out.push_str(open);
        skeleton(out, *of, newline, written);
        out.push_str(close);
    } else {
        out.push_str(&shape.example());
    }
}
