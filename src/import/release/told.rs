//! What was found in a release, in the words of the room `words`.

use std::fmt;

use super::{Beside, Counted, Named, NamedDays, Release, TextFault, What};
use crate::model::OperationId;
use crate::words::imports::put::COUNTRIES;
use crate::words::releases as said;

impl Beside {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Money => said::beside::MONEY,
            Self::Age => said::beside::AGE,
            Self::Share => said::beside::SHARE,
            Self::Change => said::beside::CHANGE,
            Self::Year => said::beside::YEAR,
            Self::Time => said::beside::TIME,
            Self::Duration => said::beside::DURATION,
            Self::Measure => said::beside::MEASURE,
            Self::Rooms => said::beside::ROOMS,
            Self::Members => said::beside::MEMBERS,
            Self::Name => said::beside::NAME,
            Self::Reference => said::beside::REFERENCE,
            Self::Numbering => said::beside::NUMBERING,
            Self::Unclear => said::beside::UNCLEAR,
        }
    }
}

impl fmt::Display for TextFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => said::refused::EMPTY,
            Self::TooLong => said::refused::TOO_LONG,
            Self::TooLarge => said::refused::TOO_LARGE,
            Self::Pictures => said::refused::PICTURES,
            Self::Locked => said::refused::LOCKED,
            Self::NoLetters => said::refused::NO_LETTERS,
            Self::Broken => said::refused::BROKEN,
            Self::OtherKind => said::refused::OTHER_KIND,
        })
    }
}

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [year, month, day] = [self.year, self.month, self.day];
        let part =
            |part: Option<u32>| part.map_or_else(|| "??".to_owned(), |one| format!("{one:02}"));
        let year = year.map_or_else(|| "????".to_owned(), |year| year.to_string());
        match day {
            Some(_) => write!(f, "{year}-{}-{}", part(month), part(day)),
            None => write!(f, "{year}-{}", part(month)),
        }
    }
}

impl fmt::Display for NamedDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_span() {
            write!(f, "{} – {}", self.first, self.last)
        } else {
            write!(f, "{}", self.first)
        }
    }
}

impl fmt::Display for Counted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Metric(id) => id.as_str(),
            Self::Countries => COUNTRIES,
        })
    }
}

impl Release {
    /// The line that tells of a mark: where, which, what it may be.
    pub fn line(&self, at: usize) -> Option<String> {
        let mark = self.marks.get(at)?;
        let what = match &mark.what {
            What::Number(number) => match (number.beside, number.quantity) {
                (Some(beside), _) => said::no_figure(beside.words()),
                (None, _) if number.doubt.is_some() => said::TWO_READINGS.to_owned(),
                (None, _) => {
                    let counted = number.counted.as_ref().map(ToString::to_string);
                    let operation = number.operation.as_ref().map(OperationId::as_str);
                    said::suggested(counted.as_deref(), operation, number.of_event)
                }
            },
            What::Days(days) if self.published == Some(at) => said::published(&days.to_string()),
            What::Days(days) => said::days(&days.to_string()),
            What::Countries(list) => said::list(list.countries.len(), &list.unknown),
            What::Operation(operation) => {
                said::operation(operation.id.as_ref().map(OperationId::as_str))
            }
            // Hundreds may be named, and none of them is taken.
            What::Country(_) => return None,
        };
        let (line, column) = self.place(mark);
        let place = format!("{}:{line}:{column}", self.name);
        let marked: Vec<&str> = self.marked(mark).split_whitespace().take(8).collect();
        Some(said::mark(at + 1, &place, &marked.join(" "), &what))
    }
}
