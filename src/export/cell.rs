//! What stands in the cells of a table, and how it is written in CSV and JSON.

use crate::model::PartialDate;
use crate::query::spreadsheet;
use crate::query::tables::Csv;
use crate::words::without_isolates;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing is known, or there is nothing to say.
    Empty,
    /// Text.
    Text(String),
    /// A day, a month or a year.
    Date(PartialDate),
    /// A whole number.
    Number(u64),
    /// Any number.
    Decimal(f64),
    /// Yes or no.
    Truth(bool),
    /// Several, in order.
    List(Vec<Self>),
}

impl Csv {
    /// What stands between cells.
    pub(super) fn separator(self) -> u8 {
        match self {
            Self::Plain
            | Self::Excel {
                decimal_comma: false,
            } => b',',
            Self::Excel {
                decimal_comma: true,
            } => b';',
            Self::Paste { .. } => b'\t',
        }
    }

    /// A cell as its text. Between the parts of a list stands `;`, in a part `%3B` for it, and
    /// `%25` for the `%` of what would be taken for one of the two.
    pub(super) fn written(self, cell: &Cell) -> String {
        match cell {
            Cell::Empty => String::new(),
            Cell::Text(text) => spreadsheet::cell(text),
            Cell::Date(date) => match self {
                // Excel takes a month for its first day.
                Self::Excel { .. } | Self::Paste { .. }
                    if date.month().is_some() && date.day().is_none() =>
                {
                    format!("'{date}")
                }
                Self::Plain | Self::Excel { .. } | Self::Paste { .. } => date.to_string(),
            },
            Cell::Number(number) => number.to_string(),
            Cell::Decimal(number) => match self {
                Self::Plain
                | Self::Excel {
                    decimal_comma: false,
                }
                | Self::Paste {
                    decimal_comma: false,
                } => number.to_string(),
                Self::Excel {
                    decimal_comma: true,
                }
                | Self::Paste {
                    decimal_comma: true,
                } => number.to_string().replace('.', ","),
            },
            Cell::Truth(truth) => truth.to_string(),
            Cell::List(parts) => {
                let parts: Vec<String> = parts.iter().map(|part| self.part(part)).collect();
                parts.join(";")
            }
        }
    }

    fn part(self, part: &Cell) -> String {
        match part {
            Cell::Text(text) => {
                let escaped = text.replace("%25", "%2525").replace("%3B", "%253B");
                spreadsheet::cell(&escaped.replace(';', "%3B"))
            }
            Cell::Empty
            | Cell::Date(_)
            | Cell::Number(_)
            | Cell::Decimal(_)
            | Cell::Truth(_)
            | Cell::List(_) => self.written(part),
        }
    }
}

impl Cell {
    /// Text, or nothing where it is empty.
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = without_isolates(text.into());
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text)
        }
    }

    /// Text where there is one.
    pub(super) fn optional(text: Option<&str>) -> Self {
        Self::text(text.unwrap_or(""))
    }

    /// A whole number where there is one.
    pub(super) fn number(number: Option<u64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }

    /// How many there are of something.
    pub(super) fn count(count: usize) -> Self {
        Self::Number(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// A date where there is one.
    pub(super) fn date(date: Option<PartialDate>) -> Self {
        date.map_or(Self::Empty, Self::Date)
    }

    /// Several texts.
    pub(super) fn list<T: ToString>(parts: impl IntoIterator<Item = T>) -> Self {
        Self::List(
            parts
                .into_iter()
                .map(|part| Self::text(part.to_string()))
                .collect(),
        )
    }

    /// As in JSON: numbers as numbers, lists as lists, nothing as `null`.
    pub fn json(&self) -> serde_json::Value {
        use serde_json::Value;
        match self {
            Self::Empty => Value::Null,
            Self::Text(text) => Value::from(text.as_str()),
            Self::Date(date) => Value::from(date.to_string()),
            Self::Number(number) => Value::from(*number),
            Self::Decimal(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
                Value::from(*number as i64)
            }
            Self::Decimal(number) => Value::from(*number),
            Self::Truth(truth) => Value::from(*truth),
            Self::List(parts) => parts.iter().map(Self::json).collect(),
        }
    }
}

/// As in plain CSV.
impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&Csv::Plain.written(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_a_list_are_told_apart_whatever_they_hold() {
        let parts = [
            "Police; Justice",
            "100 % =; %3B %253B",
            "=1",
            "0012",
            "'Ndrangheta",
            "a%25",
        ];
        let cell = Cell::list(parts).to_string();
        let read = cell.split(';').map(|part| {
            let part = part.strip_prefix('\'').unwrap_or(part);
            part.replace("%3B", ";").replace("%25", "%")
        });
        assert_eq!(read.collect::<Vec<_>>(), parts);
        assert_eq!(Cell::list(["Police", "=1"]).to_string(), "Police;'=1");
    }

    #[test]
    fn what_is_written_for_excel_depends_on_the_decimal_sign() {
        let comma = Csv::Excel {
            decimal_comma: true,
        };
        assert_eq!(comma.written(&Cell::Decimal(-25.5)), "-25,5");
        assert_eq!(Csv::Plain.written(&Cell::Decimal(-25.5)), "-25.5");
        let month = Cell::date(PartialDate::parse("2024-03"));
        assert_eq!(comma.written(&month), "'2024-03");
        assert_eq!(Csv::Plain.written(&month), "2024-03");
        let day = Cell::date(PartialDate::parse("2024-03-01"));
        assert_eq!(comma.written(&day), "2024-03-01");
    }
}
