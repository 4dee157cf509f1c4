//! What every record is held to: ids that exist, dates that can be, countries that are, numbers
//! that make sense. Each check leaves out the smallest part it can.

use super::country_names;
use super::dates;
use super::document;
use super::fault::Fault;
use super::known::{Declared, IdKind, Known, Tally};
use super::people::{self, Telling};
use super::places::{Path, Places};
use super::record::Raw;
use super::wording::{a, nearest, quoted, shown};
use crate::model::numerals::grouped;
use crate::model::{Country, LARGEST_NUMBER, MetricId, PartialDate, Quantity, Report, SourceId};

/// Checks one record.
pub(super) struct Check<'c> {
    /// The record's text, for places.
    places: Places<'c>,
    /// What it may refer to.
    known: &'c Known,
    /// Where what is come upon goes.
    tally: &'c mut Tally,
}

impl<'c> Check<'c> {
    /// Begins to check a record.
    pub fn new(raw: &'c Raw<'c>, known: &'c Known, tally: &'c mut Tally) -> Self {
        Self {
            places: Places::of(raw),
            known,
            tally,
        }
    }

    /// Whether nothing was left out of the record before it could be read.
    pub fn is_whole(&self) -> bool {
        self.places.raw().is_whole()
    }

    /// Tells what cannot be used; `part` is what is left out for it.
    pub fn refuse(&mut self, at: &Path<'_>, what: String, part: &str, remedy: impl Into<String>) {
        let fault = Fault::error(self.places.span(at), what, remedy);
        self.tally.faults.push(fault.leaving_out(part));
    }

    /// Tells what somebody should look at.
    pub fn warn(&mut self, at: &Path<'_>, what: impl Into<String>, remedy: impl Into<String>) {
        let fault = Fault::warning(self.places.span(at), what, remedy);
        self.tally.faults.push(fault);
    }

    /// Tells something wrong for which nothing is left out: two statements that cannot both be
    /// true, where nobody can say which of them is.
    pub fn tell(&mut self, at: &Path<'_>, what: impl Into<String>, remedy: &str) {
        let fault = Fault::error(self.places.span(at), what, remedy);
        self.tally.faults.push(fault);
    }

    /// Whether an id can name a record: it says something and is new.
    pub fn new_id(&mut self, at: &Path<'_>, noun: &str, id: &str, taken: bool) -> bool {
        if id.trim().is_empty() {
            let what = format!("the {noun} has an empty id");
            self.refuse(
                at,
                what,
                &format!("this {noun}"),
                "give it an id of its own",
            );
            return false;
        }
        if taken {
            let what = format!("the {noun} {} is there twice", quoted(id));
            self.refuse(
                at,
                what,
                "the second",
                "give it an id of its own, or remove it",
            );
        }
        !taken
    }

    /// A text that should say something.
    pub fn text(&mut self, at: &Path<'_>, name: &str, text: String) -> String {
        if text.trim().is_empty() {
            self.warn(
                at,
                format!("“{name}” is empty"),
                "write something between the quotation marks",
            );
        }
        text
    }

    /// A text that may be missing, but should say something where it is there.
    pub fn optional(&mut self, at: &Path<'_>, name: &str, text: Option<String>) -> Option<String> {
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.warn(
                at,
                format!("“{name}” is empty"),
                "write something, or leave the field out",
            );
            return None;
        }
        text
    }

    /// A text about events, in which nobody should be recognisable by their age.
    pub fn story(&mut self, at: &Path<'_>, name: &str, text: String) -> String {
        self.disclosures(at, &text, Telling::Ages);
        self.text(at, name, text)
    }

    /// A text about events that may be missing.
    pub fn optional_story(
        &mut self,
        at: &Path<'_>,
        name: &str,
        text: Option<String>,
    ) -> Option<String> {
        if let Some(text) = &text {
            self.disclosures(at, text, Telling::Ages);
        }
        self.optional(at, name, text)
    }

    /// Warns of what a text tells of people that it should not.
    pub fn disclosures(&mut self, at: &Path<'_>, text: &str, telling: Telling) {
        for found in people::disclosures(text, telling) {
            let span = self.places.span_within(at, &found.piece);
            self.tally
                .faults
                .push(Fault::warning(span, found.what, found.remedy));
        }
    }

    /// Whether an id may be referred to. If not, that is told, and `part` is left out.
    fn exists(&mut self, at: &Path<'_>, kind: IdKind, id: &str, part: &'static str) -> bool {
        let declared = self.known.of(kind);
        match declared.get(id) {
            Some(Declared { usable: true, .. }) => {
                self.tally.note_used(kind, id);
                true
            }
            Some(_) => {
                self.tally.note_dragged(kind, id, part);
                false
            }
            None => {
                let noun = kind.noun();
                let ids = || declared.keys().map(String::as_str);
                let guess = self
                    .tally
                    .guess(noun, id, || nearest(id, ids()).map(str::to_owned));
                let remedy = match guess {
                    Some(meant) => format!("write \"{}\"", shown(&meant)),
                    None => format!(
                        "add {} of that id, or write the id of one that is there",
                        a(noun)
                    ),
                };
                let what = format!("no {noun} has the id {}", quoted(id));
                self.refuse(at, what, &format!("this {part}"), remedy);
                false
            }
        }
    }

    /// A source that is referred to; `part` rests on it alone.
    pub fn source(&mut self, at: &Path<'_>, id: String, part: &'static str) -> Option<SourceId> {
        self.exists(at, IdKind::Source, &id, part)
            .then(|| id.into())
    }

    /// A metric that is referred to.
    pub fn metric(&mut self, at: &Path<'_>, id: &str, part: &'static str) -> Option<MetricId> {
        self.exists(at, IdKind::Metric, id, part).then(|| id.into())
    }

    /// Whether an operation exists that is referred to.
    pub fn operation(&mut self, at: &Path<'_>, id: &str, part: &'static str) -> bool {
        self.exists(at, IdKind::Operation, id, part)
    }

    /// Sources that are referred to, each once.
    pub fn sources(&mut self, at: &Path<'_>, ids: Vec<String>) -> Vec<SourceId> {
        let mut sources: Vec<SourceId> = Vec::with_capacity(ids.len());
        for (index, id) in ids.into_iter().enumerate() {
            let at = at.item(index);
            if sources.iter().any(|source| source.as_str() == id) {
                self.refuse(
                    &at,
                    format!("the source {} is named twice", quoted(&id)),
                    "the second",
                    "remove it",
                );
            } else {
                sources.extend(self.source(&at, id, "reference"));
            }
        }
        sources
    }

    /// A country by its code.
    pub fn country(&mut self, at: &Path<'_>, code: &str, part: &str) -> Option<Country> {
        let country = Country::from_code(code);
        if country.is_none() {
            let remedy = self
                .tally
                .guess("country", code, || country_names::remedy(code));
            let remedy = remedy.unwrap_or_else(|| country_names::WRITE_A_CODE.to_owned());
            self.refuse(
                at,
                format!("{} is not a country code", quoted(code)),
                part,
                remedy,
            );
        }
        country
    }

    /// Countries by their codes, each once.
    pub fn countries(&mut self, at: &Path<'_>, codes: &[String]) -> Vec<Country> {
        let mut countries: Vec<Country> = Vec::with_capacity(codes.len());
        for (index, code) in codes.iter().enumerate() {
            let at = at.item(index);
            let Some(country) = self.country(&at, code, "it") else {
                continue;
            };
            if countries.contains(&country) {
                self.refuse(
                    &at,
                    format!("{} ({code}) is listed twice", country.name()),
                    "the second",
                    "remove it",
                );
            } else {
                countries.push(country);
            }
        }
        countries
    }

    /// A date; `part` is what is left out when it cannot be one.
    pub fn date(&mut self, at: &Path<'_>, text: &str, part: &str) -> Option<PartialDate> {
        let date = PartialDate::parse(text);
        if date.is_none() {
            let (what, remedy) = dates::explain(text);
            self.refuse(at, what, part, remedy);
        }
        date
    }

    /// What sources state of one number.
    pub fn reports(&mut self, at: &Path<'_>, reports: Vec<document::Report>) -> Vec<Report> {
        let mut kept: Vec<Report> = Vec::with_capacity(reports.len());
        for (index, report) in reports.into_iter().enumerate() {
            let at = at.item(index);
            let possible = self.quantity(&at.field("quantity"), report.quantity);
            let source = self.source(&at.field("source"), report.source, "report");
            let note = self.optional(&at.field("note"), "note", report.note);
            let wording = self.optional(&at.field("wording"), "wording", report.wording);
            let (true, Some(source)) = (possible, source) else {
                continue;
            };
            if note.is_none() {
                self.round_number(&at.field("quantity"), report.quantity);
            }
            if report.preferred && kept.iter().any(|other| other.preferred) {
                self.warn(
                    &at.field("preferred"),
                    "two reports of one number are preferred",
                    "keep “preferred: true” on the one to be shown",
                );
            }
            kept.push(Report {
                quantity: report.quantity,
                source,
                wording,
                preferred: report.preferred,
                note,
            });
        }
        kept
    }

    fn quantity(&mut self, at: &Path<'_>, quantity: Quantity) -> bool {
        if let Quantity::Between(low, high) = quantity
            && low > high
        {
            self.refuse(
                at,
                format!("the range from {low} to {high} runs backwards"),
                "this report",
                format!("write Between({high}, {low})"),
            );
            return false;
        }
        let number = quantity.number().unwrap_or(0);
        if number > LARGEST_NUMBER {
            self.refuse(
                at,
                format!("the number “{number}” is too large to be computed with"),
                "this report",
                format!(
                    "check it against its source; a dataset goes up to {}",
                    grouped(LARGEST_NUMBER as f64, 0)
                ),
            );
        }
        number <= LARGEST_NUMBER
    }

    /// Numbers that end in three noughts are rarely counted to the last one.
    fn round_number(&mut self, at: &Path<'_>, quantity: Quantity) {
        if let Quantity::Exactly(number) = quantity
            && number >= 1000
            && number.is_multiple_of(1000)
        {
            self.warn(
                at,
                format!("{} is a round number and said to be exact", grouped(number as f64, 0)),
                format!(
                    "write About({number}) or Nearly({number}) if the source does; if it gives the number flat, \
                     say so in a note: \"…\" on this report"
                ),
            );
        }
    }
}
