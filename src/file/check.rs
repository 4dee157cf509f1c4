//! What every record is held to: ids that exist, dates that can be, countries that are, numbers
//! that make sense. Each check leaves out the smallest part it can.

use super::address;
use super::country_names;
use super::dates;
use super::format;
use super::found::Found;
use super::known::{Declared, Known, Tally};
use super::looks;
use super::near::nearest;
use super::people::{self, Telling};
use super::places::{Path, Places};
use super::record::Raw;
use crate::model::fault::{Noun, NumberFault, RecordFault};
use crate::model::hidden::shown;
use crate::model::{
    Country, Earlier, Fault, LARGEST_NUMBER, LeftOut, MetricId, Part, PartialDate, Quantity,
    Report, SourceId, Trail,
};

/// How much it takes to guess a country, in names of ids.
const COUNTRIES_COMPARED: usize = 50;

/// Checks one record.
pub(super) struct Check<'c> {
    /// The record's text, for places.
    places: Places<'c>,
    /// What the record is, and its id.
    record: (Noun, &'c str),
    /// What it may refer to.
    known: &'c Known,
    /// Where what is come upon goes.
    tally: &'c mut Tally,
}

impl<'c> Check<'c> {
    /// Begins to check a record.
    pub fn new(
        raw: &'c Raw<'c>,
        record: (Noun, &'c str),
        known: &'c Known,
        tally: &'c mut Tally,
    ) -> Self {
        Self {
            places: Places::of(raw),
            record,
            known,
            tally,
        }
    }

    /// Whether nothing was left out of the record before it could be read.
    pub fn is_whole(&self) -> bool {
        self.places.raw().is_whole()
    }

    /// Tells what cannot be used; `part` is what is left out for it.
    pub fn refuse(&mut self, at: &Path<'_>, fault: impl Into<Fault>, part: Part) {
        let (noun, id) = self.record;
        let within = self.places.within(at);
        let is_lost = part != Part::Repeated;
        let left_out = LeftOut {
            part,
            record: Some((noun, id.to_owned())),
            lost: is_lost.then(|| within.lost(id)).into_iter().collect(),
            field: within.field,
            figure: within.figure,
            rests: Vec::new(),
        };
        self.tally.faults.push(Found {
            left_out: Some(left_out),
            ..Found::error(self.places.span(at), fault)
        });
    }

    /// Tells what somebody should look at.
    pub fn warn(&mut self, at: &Path<'_>, fault: impl Into<Fault>) {
        let found = Found::warning(self.places.span(at), fault);
        self.tally.faults.push(found);
    }

    /// Tells something wrong for which nothing is left out: two statements that cannot both be
    /// true, where nobody can say which of them is.
    pub fn tell(&mut self, at: &Path<'_>, fault: impl Into<Fault>) {
        let found = Found::error(self.places.span(at), fault);
        self.tally.faults.push(found);
    }

    /// Whether the record's id can name it; if not, the record is left out.
    pub fn new_id(&mut self, at: &Path<'_>, taken: bool) -> bool {
        let (noun, id) = self.record;
        let Some((fault, part)) = id_fault(noun, id, taken) else {
            return true;
        };
        self.tally.faults.push(Found {
            left_out: Some(LeftOut::whole(part, noun, id)),
            ..Found::error(self.places.span(at), fault)
        });
        false
    }

    /// The values of a list, each as far as it can be used.
    pub fn each<T, U>(
        &mut self,
        list: &Path<'_>,
        written: Vec<T>,
        one: impl Fn(&mut Self, &Path<'_>, T) -> Option<U>,
    ) -> Vec<U> {
        // Not collected from `written` itself: that would keep its spare room for every case.
        let mut kept = Vec::with_capacity(written.len());
        for (index, value) in written.into_iter().enumerate() {
            kept.extend(one(self, &list.item(index), value));
        }
        kept
    }

    /// A text that should say something.
    pub fn text(&mut self, at: &Path<'_>, name: &'static str, text: String) -> String {
        if text.trim().is_empty() {
            self.warn(at, RecordFault::EmptyText(name));
        }
        trimmed(text)
    }

    /// A text that stands among others, on one line.
    pub fn line(&mut self, at: &Path<'_>, name: &'static str, text: String) -> String {
        let text = self.text(at, name, text);
        if text.contains(['\n', '\r', '\t']) {
            self.warn(at, RecordFault::SeveralLines(name));
        }
        text
    }

    /// The texts of a list.
    pub fn texts(&mut self, at: &Path<'_>, name: &'static str, texts: Vec<String>) -> Vec<String> {
        self.each(&at.field(name), texts, |check, at, text| {
            Some(check.line(at, name, text))
        })
    }

    /// The text of a field that may be missing, but should say something where it is there.
    pub fn optional(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        text: Option<String>,
    ) -> Option<String> {
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.warn(&at.field(name), RecordFault::EmptyField(name));
            return None;
        }
        text.map(trimmed)
    }

    /// Warns of what a text tells of people that it should not.
    pub fn disclosures(&mut self, at: &Path<'_>, text: &str, telling: Telling) {
        for (piece, fault) in people::disclosures(text, telling) {
            let span = self.places.span_within(at, &piece);
            self.tally.faults.push(Found::warning(span, fault));
        }
    }

    /// Whether an id may be referred to. If not, that is told, and `part` is left out.
    fn exists(&mut self, at: &Path<'_>, noun: Noun, id: &str, part: Noun) -> bool {
        match self.known.get(noun, id) {
            Some(Declared { usable: true, .. }) => {
                self.tally.note_used(noun, id);
                return true;
            }
            Some(_) => {
                let (of, record) = self.record;
                let is_shown = of == Noun::Operation;
                let lost = is_shown.then(|| self.places.within(at).lost(record));
                self.tally.note_dragged(noun, id, part, lost);
            }
            None => {
                let ids = || self.known.of(noun).map(|(id, _)| id);
                let meant = || nearest(id, ids()).map(shown).into_iter().collect();
                let meant = self.tally.guess(noun, id, self.known.count(noun), meant);
                let fault = RecordFault::NoSuchId(noun, shown(id), meant.into_iter().next());
                self.refuse(at, fault, Part::This(part));
            }
        }
        false
    }

    /// A source that is referred to; `part` rests on it alone.
    pub fn source(&mut self, at: &Path<'_>, id: String, part: Noun) -> Option<SourceId> {
        self.exists(at, Noun::Source, &id, part).then(|| id.into())
    }

    /// A metric that is referred to.
    pub fn metric(&mut self, at: &Path<'_>, id: &str, part: Noun) -> Option<MetricId> {
        self.exists(at, Noun::Metric, id, part).then(|| id.into())
    }

    /// Whether an operation exists that a case refers to.
    pub fn operation(&mut self, at: &Path<'_>, id: &str) -> bool {
        self.exists(at, Noun::Operation, id, Noun::Case)
    }

    /// The sources that a record refers to, each once.
    pub fn sources(&mut self, at: &Path<'_>, ids: Vec<String>) -> Vec<SourceId> {
        let at = at.field("sources");
        let mut sources: Vec<SourceId> = Vec::with_capacity(ids.len());
        for (index, id) in ids.into_iter().enumerate() {
            let at = at.item(index);
            if sources.iter().any(|source| source.as_str() == id) {
                self.refuse(&at, RecordFault::SourceTwice(shown(&id)), Part::Repeated);
            } else {
                sources.extend(self.source(&at, id, Noun::Reference));
            }
        }
        sources
    }

    /// A country by its code.
    pub fn country(&mut self, at: &Path<'_>, code: &str, part: Part) -> Option<Country> {
        let country = Country::from_code(code);
        if country.is_none() {
            if let Some(countries) = country_names::several(code) {
                self.refuse(
                    at,
                    RecordFault::SeveralCountries(shown(code), countries),
                    part,
                );
                return None;
            }
            let codes = |country: Country| country.code().to_owned();
            let meant = || country_names::meant(code).into_iter().map(codes).collect();
            let meant = self
                .tally
                .guess(Noun::Country, code, COUNTRIES_COMPARED, meant);
            let meant = meant
                .iter()
                .filter_map(|code| Country::from_code(code))
                .collect();
            self.refuse(at, RecordFault::NotACountry(shown(code), meant), part);
        }
        country
    }

    /// Countries by their codes, each once.
    pub fn countries(&mut self, at: &Path<'_>, codes: &[String]) -> Vec<Country> {
        let mut countries: Vec<Country> = Vec::with_capacity(codes.len());
        for (index, code) in codes.iter().enumerate() {
            let at = at.item(index);
            let Some(country) = self.country(&at, code, Part::It) else {
                continue;
            };
            if countries.contains(&country) {
                self.refuse(&at, RecordFault::CountryTwice(country), Part::Repeated);
            } else {
                countries.push(country);
            }
        }
        countries
    }

    /// The date of a record, where it has one.
    pub fn date_of(&mut self, at: &Path<'_>, text: Option<String>) -> Option<PartialDate> {
        self.date(&at.field("date"), &text?, Part::The(Noun::Date))
    }

    /// A date; `part` is what is left out when it cannot be one.
    pub fn date(&mut self, at: &Path<'_>, text: &str, part: Part) -> Option<PartialDate> {
        let date = PartialDate::parse(text);
        // A day may have begun elsewhere before it does here.
        if let (Some(date), Some(today)) = (date, self.known.today)
            && date.earliest() > today.tomorrow().unwrap_or(today)
        {
            self.warn(at, RecordFault::Future(shown(text)));
        }
        if date.is_none() {
            self.refuse(at, dates::explain(text), part);
        }
        date
    }

    /// What sources state of one number.
    pub fn reports(&mut self, at: &Path<'_>, reports: Vec<format::Report>) -> Vec<Report> {
        let mut kept: Vec<Report> = Vec::with_capacity(reports.len());
        for (index, report) in reports.into_iter().enumerate() {
            let at = at.item(index);
            let possible = self.quantity(&at.field("quantity"), report.quantity, Noun::Report);
            let source = self.source(&at.field("source"), report.source, Noun::Report);
            let note = self.optional(&at, "note", report.note);
            let wording = self.optional(&at, "wording", report.wording);
            let revised_from = self.earlier(&at.field("revised_from"), report.revised_from);
            let trail = self.trail(&at, report.excerpt, report.archived, report.checked);
            let (true, Some(source)) = (possible, source) else {
                continue;
            };
            if let (None, Quantity::Exactly(number)) = (&note, report.quantity)
                && number >= 1000
                && number.is_multiple_of(1000)
            {
                // Numbers that end in three noughts are rarely counted to the last one.
                self.warn(&at.field("quantity"), NumberFault::Round(number));
            }
            self.doubtful(&at.field("quantity"), report.quantity, note.is_some());
            if report.preferred && kept.iter().any(|other| other.preferred) {
                self.warn(&at.field("preferred"), RecordFault::PreferredTwice);
            }
            kept.push(Report {
                quantity: report.quantity,
                source,
                wording,
                preferred: report.preferred,
                status: report.status,
                revised_from,
                note,
                trail,
            });
        }
        kept
    }

    /// What a report was before it was revised.
    fn earlier(&mut self, at: &Path<'_>, written: Option<format::Earlier>) -> Option<Box<Earlier>> {
        let written = written?;
        let quantity = written.quantity;
        let possible = self.quantity(&at.field("quantity"), quantity, Noun::Earlier);
        let source = match written.source {
            Some(id) => Some(self.source(&at.field("source"), id, Noun::Earlier)?),
            None => None,
        };
        possible.then(|| Box::new(Earlier { quantity, source }))
    }

    /// How a report can be checked again.
    fn trail(
        &mut self,
        at: &Path<'_>,
        excerpt: Option<String>,
        archived: Option<String>,
        checked: Option<format::Check>,
    ) -> Option<Box<Trail>> {
        let excerpt = self.optional(at, "excerpt", excerpt);
        if let Some(excerpt) = &excerpt {
            let at = at.field("excerpt");
            let words = excerpt.split_whitespace().count();
            if words > Trail::MOST_WORDS {
                self.warn(&at, RecordFault::LongExcerpt(words, Trail::MOST_WORDS));
            }
            self.disclosures(&at, excerpt, Telling::AgesAndNames);
        }
        let mut archived = self.optional(at, "archived", archived);
        if let Some(fault) = archived.as_deref().and_then(address::fault) {
            let fault = if let RecordFault::NotAnAddress(text) = fault {
                RecordFault::NoKeptCopy(text)
            } else {
                fault
            };
            self.refuse(&at.field("archived"), fault, Part::Field("archived"));
            archived = None;
        }
        let checked = checked.and_then(|check| {
            let at = at.field("checked");
            let by = self.line(&at.field("by"), "by", check.by);
            let day = self.date(&at.field("day"), &check.day, Part::The(Noun::Check));
            day.map(|day| (day, by))
        });
        let trail = Trail {
            excerpt,
            archived,
            checked,
        };
        (trail != Trail::default()).then(|| Box::new(trail))
    }

    /// Asks about quantities that can be but hardly are meant.
    fn doubtful(&mut self, at: &Path<'_>, quantity: Quantity, noted: bool) {
        match (quantity, quantity.number()) {
            (Quantity::Between(low, high), _) if low == high => {
                self.warn(at, NumberFault::SameEnds(low));
            }
            (Quantity::MoreThan(0), _) => {}
            (_, Some(0)) if !noted => self.warn(at, NumberFault::Nothing),
            _ => {}
        }
    }

    /// Whether a quantity can be; if not, `part` is left out.
    fn quantity(&mut self, at: &Path<'_>, quantity: Quantity, part: Noun) -> bool {
        let fault = match (quantity, quantity.number()) {
            (Quantity::Between(low, high), _) if low > high => NumberFault::Backwards(low, high),
            (_, Some(n)) if n > LARGEST_NUMBER => NumberFault::TooLarge(n.to_string()),
            _ => return true,
        };
        self.refuse(at, fault, Part::This(part));
        false
    }
}

/// Why an id cannot name a record, and what is left out for it; `taken` when another has it.
pub(super) fn id_fault(noun: Noun, id: &str, taken: bool) -> Option<(RecordFault, Part)> {
    if id.trim().is_empty() {
        Some((RecordFault::EmptyId(noun), Part::This(noun)))
    } else if let Some(c) = looks::unseen(id) {
        let fault = RecordFault::UnseenInId(noun, shown(id), c);
        Some((fault, Part::This(noun)))
    } else if taken {
        Some((RecordFault::IdTwice(noun, shown(id)), Part::Second))
    } else {
        None
    }
}

/// A text without spaces around it.
fn trimmed(text: String) -> String {
    let inner = text.trim();
    if inner.len() == text.len() {
        text
    } else {
        inner.to_owned()
    }
}
