//! A form: what a person fills in field by field. Like a sheet it gives an [`Incoming`]; unlike a
//! sheet it says beside each field what was understood and what cannot be taken.
//!
//! Texts are kept as they were typed, so that nothing is lost while a field makes no sense yet.
//! `fields` holds them; `reading` understands them, with `operation`, `source`, `figures` and
//! `case`; `pasted` takes a citation apart; `change` corrects and removes what is there, and
//! `filled` is the form with what is there in it.

mod case;
mod change;
mod fields;
mod figures;
mod filled;
mod operation;
mod pasted;
mod reading;
mod record;
mod source;

pub use change::Changed;
pub use fields::{
    CaseFields, Field, FigureFields, OperationFields, PeopleFields, SeizedFields, SourceFields,
};
pub use reading::{Entered, Meant};
pub use record::Record;
pub use source::label;

use super::{Incoming, Proposal, merge};
use crate::model::{Atlas, Dataset};

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub enum Subject {
    /// Numbers of one operation as one source states them.
    #[default]
    Figures,
    /// An operation.
    Operation,
    /// An event in an operation.
    Case,
    /// A publication.
    Source,
}

impl Subject {
    /// Every one, in the order of choice.
    pub const ALL: [Self; 4] = [Self::Figures, Self::Operation, Self::Case, Self::Source];
}

/// What has been typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "each is named after its field")]
pub struct Form {
    pub subject: Subject,
    pub operation: OperationFields,
    pub source: SourceFields,
    pub figures: Vec<FigureFields>,
    pub case: CaseFields,
    /// The words of a text that it is made from, to be told in one’s own.
    pub quoted: String,
    /// What is corrected or removed, if it is for that.
    pub changed: Option<Changed>,
}

/// Why what stands in a field is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// It is needed and empty.
    Needed,
    /// No number can be made of it.
    NoNumber,
    /// No date can be made of it.
    NoDate,
    /// It is the one day or the other.
    TwoDays([crate::model::PartialDate; 2]),
    /// The last day is before the first.
    DaysSwapped,
    /// The first day, and no last one, or the other way round.
    OtherDay,
    /// It is not the name of one country.
    NoCountry(String),
    /// It is no web address.
    NoAddress,
    /// An excerpt has so many words, which are too many.
    TooLong(usize),
    /// It is no kind of crime that is known.
    NoCrime(String),
    /// It is the name of no metric that is known, or of this one.
    NoMetric,
    /// Who compared a number with its source, and not when, or the other way round.
    OtherOfCheck,
}

impl Form {
    /// Whether nothing has been entered.
    pub fn is_empty(&self) -> bool {
        let empty = Self {
            subject: self.subject,
            figures: self.figures.clone(),
            ..Self::default()
        };
        *self == empty && self.figures.iter().all(FigureFields::is_empty)
    }

    /// Whether no number and no event has been entered.
    pub fn states_nothing(&self) -> bool {
        let is_empty = self.figures.iter().all(FigureFields::is_empty);
        is_empty && self.case == CaseFields::default()
    }

    /// The form after a change, with an empty line for one more number, and what was pasted of a
    /// publication in its fields.
    #[must_use]
    pub fn settled(mut self, before: &Self, atlas: &Atlas) -> Self {
        let is_full = self.figures.last().is_none_or(|last| !last.is_empty());
        if is_full && self.changed.is_none() {
            self.figures.push(FigureFields::default());
        }
        if self.source.named != before.source.named {
            pasted::take_apart(&mut self.source, &before.source.named, atlas);
        }
        self
    }

    /// What is left of it once it is written: operation and source, for the next number of them.
    #[must_use]
    pub fn next(&self) -> Self {
        let named = |entered: &SourceFields| {
            let title = Some(&entered.title).filter(|title| !title.is_empty());
            SourceFields {
                named: title.unwrap_or(&entered.named).clone(),
                ..SourceFields::default()
            }
        };
        if self.changed.is_some() {
            return Self::default();
        }
        Self {
            subject: self.subject,
            operation: OperationFields {
                name: self.operation.name.clone(),
                ..OperationFields::default()
            },
            source: named(&self.source),
            figures: vec![FigureFields::default()],
            ..Self::default()
        }
    }

    /// A publication as a text tells it, with what is known of others at its address.
    pub fn source_told(source: &SourceFields, atlas: &Atlas) -> SourceFields {
        let mut source = source.clone();
        if source.named.contains("://") {
            pasted::take_apart(&mut source, "", atlas);
        }
        source
    }

    /// What is understood of the fields of a publication alone. The atlas is of all that is open.
    pub fn of_source(
        source: &SourceFields,
        dataset: &Dataset,
        atlas: &Atlas,
    ) -> (Incoming, Entered) {
        let form = Self {
            subject: Subject::Source,
            source: source.clone(),
            ..Self::default()
        };
        form.read(dataset, atlas)
    }

    /// What is understood of it.
    pub(super) fn read(&self, dataset: &Dataset, atlas: &Atlas) -> (Incoming, Entered) {
        reading::read(self, dataset, atlas)
    }

    /// What it would change in a dataset, whose text it is, and what was understood of each
    /// field. The atlas is of all that is open.
    pub fn proposal(&self, text: &str, dataset: &Dataset, atlas: &Atlas) -> (Proposal, Entered) {
        if let Some(changed) = &self.changed {
            return changed.proposal(self, text, dataset, atlas);
        }
        let (incoming, entered) = self.read(dataset, atlas);
        let mut proposal = if entered.refused.is_empty() {
            merge::proposal(incoming, text, dataset)
        } else {
            Proposal::default()
        };
        proposal.beside(atlas);
        (proposal, entered)
    }
}
