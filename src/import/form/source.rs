//! A publication that was typed into a form: one that is known, or a new one with its fields.

use std::collections::BTreeMap;

use super::reading::{Meant, Reading, some};
use super::{Field, Refused, SourceFields, Subject};
use crate::import::sources::free_id;
use crate::model::{Grade, NoAddress, Source, SourceId};
use crate::query::search::folded;
use crate::words::imports::NO_ADDRESS_KNOWN;

/// What a publication is called where one of several is chosen: it says enough to tell it from
/// the others.
pub fn label(source: &Source) -> String {
    format!("{}: {}", source.byline(), source.title)
}

impl Reading<'_> {
    pub(super) fn source(&mut self) -> Option<SourceId> {
        let fields = &self.form.source;
        let is_alone = self.form.subject == Subject::Source;
        let named = some(&fields.named);
        if let Some(named) = &named {
            if let Some((id, _)) = known_source(&self.dataset.sources, named) {
                self.entered.source = Meant::Own;
                return Some(id.clone());
            }
            if let Some((id, source)) = known_source(&self.atlas.sources, named) {
                self.entered.source = Meant::Elsewhere;
                let taken = |id: &str| self.dataset.sources.contains_key(id);
                let id: SourceId = free_id(id.as_str(), taken).into();
                self.incoming.sources.insert(id.clone(), source.clone());
                return Some(id);
            }
        } else if !is_alone && *fields == SourceFields::default() {
            self.refuse(Field::Source, Refused::Needed);
            return None;
        }
        self.entered.source = Meant::New;
        self.new_source(named)
    }

    fn new_source(&mut self, named: Option<String>) -> Option<SourceId> {
        let is_title = |named: &String| !named.contains("://");
        let title = some(&self.form.source.title).or_else(|| named.filter(is_title));
        let source = self.typed_source(title)?;
        let written = source.date.map_or(String::new(), |date| format!("-{date}"));
        let plain = folded(&source.publisher).replace(' ', "-") + &written;
        let taken = |id: &str| self.dataset.sources.contains_key(id);
        let id = SourceId::from(free_id(&plain, taken));
        self.incoming.sources.insert(id.clone(), source);
        Some(id)
    }

    /// A publication as its fields tell it.
    pub(super) fn typed_source(&mut self, title: Option<String>) -> Option<Source> {
        let fields = &self.form.source;
        let publisher = self.needed(Field::Publisher, &fields.publisher);
        if title.is_none() {
            self.refuse(Field::Title, Refused::Needed);
        }
        let date = self.date(Field::Published, &fields.date);
        let address = self.address(Field::Address, &fields.address);
        if fields.grade.is_none() {
            self.refuse(Field::Grade, Refused::Needed);
        }
        let why = some(&fields.no_address);
        let none = || NoAddress::Because(why.unwrap_or_else(|| NO_ADDRESS_KNOWN.to_owned()));
        Some(Source {
            publisher: publisher?,
            title: title?,
            date,
            address: address.ok_or_else(none),
            grade: fields.grade.unwrap_or(Grade::News),
            note: some(&fields.note),
        })
    }
}

/// The one publication that a text names: by its id, label, title or address.
fn known_source<'a>(
    sources: &'a BTreeMap<SourceId, Source>,
    named: &str,
) -> Option<(&'a SourceId, &'a Source)> {
    if let Some(known) = sources.get_key_value(named) {
        return Some(known);
    }
    let name = folded(named);
    let mut fitting = sources.iter().filter(|(_, source)| {
        source.link() == Some(named)
            || folded(&source.title) == name
            || folded(&label(source)) == name
    });
    let found = fitting.next()?;
    // Of two that are alike nobody can say which is meant.
    fitting.next().is_none().then_some(found)
}
