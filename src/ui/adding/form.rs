//! The form: an operation, its figures, a case, a source, field by field. What is new has its own
//! fields under its name, what is known has none; what is seldom said is folded.

use eframe::egui;
use egui::Ui;

use super::called::{field_name, spoken, subject_name, why};
use super::field::{Field, Told, pair_ui, status_ui};
use super::{Kept, offers};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::Outcome;
use crate::import::form::{self, Form, Meant, Record, SourceFields, Subject};
use crate::model::Grade;
use crate::state::State;
use crate::ui::choice::{Choice, choice_ui};
use crate::ui::export::segments_ui;
use crate::ui::style::SMALL;
use crate::ui::widgets::{action_ui, label_ui, note_ui};
use crate::words::capitalised;
use crate::words::window::adding::{self as words, fields as said};

/// A part of the form whose seldom fields can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// An operation.
    Operation,
    /// A source.
    Source,
    /// A number.
    Figure(usize),
    /// A case.
    Case,
    /// A group of people in it.
    People(usize),
}

/// Draws the form; what is typed goes into `form`.
pub(super) fn form_ui(ui: &mut Ui, state: &State, form: &mut Form, kept: &mut Kept) {
    let outcome = &*state.adding.outcome;
    let fields = Fields { state, outcome };
    if form.changed.as_ref().is_some_and(|changed| changed.removed) {
        // What will be gone is told below.
        return;
    }
    if form.changed.is_none() {
        let subjects = Subject::ALL.map(|subject| (subject, subject_name(subject).to_owned()));
        segments_ui(ui, words::SUBJECTS, &subjects, &mut form.subject);
        ui.add_space(space::S);
    }
    match form.subject {
        Subject::Figures if is_of_metric(form) => fields.corrected_metric_ui(ui, form),
        Subject::Figures => {
            fields.operation_ui(ui, form, kept);
            fields.source_ui(ui, &mut form.source, said::SOURCE, Some(kept));
            fields.figures_ui(ui, form, kept);
        }
        Subject::Operation => {
            fields.operation_ui(ui, form, kept);
            fields.source_ui(ui, &mut form.source, said::SOURCE, Some(kept));
        }
        Subject::Case => {
            fields.operation_ui(ui, form, kept);
            fields.case_ui(ui, form, kept);
            fields.source_ui(ui, &mut form.source, said::SOURCE, Some(kept));
        }
        Subject::Source if form.changed.is_some() => {
            fields.source_parts_ui(ui, &mut form.source, Some(kept));
        }
        Subject::Source => fields.source_ui(ui, &mut form.source, said::SOURCE, Some(kept)),
    }
}

/// The fields with what is understood of them.
pub(super) struct Fields<'a> {
    pub state: &'a State,
    pub outcome: &'a Outcome,
}

impl Fields<'_> {
    /// A field with its names, and why it is not taken.
    pub(super) fn field(&self, field: form::Field) -> Field<'static> {
        let refused = self.outcome.entered.refused.get(&field);
        Field {
            spoken: spoken(field),
            told: refused.and_then(why).map(Told::Refused),
            ..Field::of(field, field_name(field))
        }
    }

    pub(super) fn text_ui(
        &self,
        ui: &mut Ui,
        field: form::Field,
        hint: &'static str,
        text: &mut String,
    ) {
        let shown = Field {
            hint,
            ..self.field(field)
        };
        shown.show(ui, text);
    }

    /// A field of several lines.
    pub(super) fn lines_ui(
        &self,
        ui: &mut Ui,
        field: form::Field,
        lines: usize,
        text: &mut String,
    ) {
        let shown = Field {
            lines,
            ..self.field(field)
        };
        shown.show(ui, text);
    }

    /// A field for several countries, each of which is completed.
    pub(super) fn countries_ui(
        &self,
        ui: &mut Ui,
        field: form::Field,
        hint: &'static str,
        text: &mut String,
    ) {
        let shown = Field {
            hint,
            many: true,
            offers: &offers::countries,
            ..self.field(field)
        };
        shown.show(ui, text);
    }

    pub(super) fn meant(&self, field: form::Field, meant: Meant, elsewhere: &str) -> Option<Told> {
        let refused = self.field(field).told;
        let told = match meant {
            Meant::Nothing | Meant::Own => return refused,
            Meant::Elsewhere => elsewhere,
            Meant::New => words::IS_NEW,
        };
        refused.or(Some(Told::Understood(capitalised(told))))
    }

    fn operation_ui(&self, ui: &mut Ui, form: &mut Form, kept: &mut Kept) {
        let changed = form.changed.as_ref().map(|changed| &changed.what);
        let is_corrected = matches!(changed, Some(Record::Operation(_)));
        if changed.is_some() && !is_corrected {
            label_ui(ui, SMALL.medium().soft(), said::OPERATION);
            note_ui(ui, form.operation.name.as_str());
            ui.add_space(space::S);
            return;
        }
        let meant = self.outcome.entered.operation;
        let offered = || offers::operations(self.state);
        let nothing = Vec::new;
        let field = Field {
            told: self.meant(form::Field::Operation, meant, words::OPERATION_ELSEWHERE),
            offers: if is_corrected { &nothing } else { &offered },
            ..self.field(form::Field::Operation)
        };
        let choosing = field.show(ui, &mut form.operation.name);
        ui.add_space(space::S);
        let whole = form.subject == Subject::Operation;
        if !whole && (meant != Meant::New || choosing) {
            return;
        }
        let fields = &mut form.operation;
        let (first, last) = (&mut fields.first, &mut fields.last);
        let day = |ui: &mut Ui, field, text| self.text_ui(ui, field, said::DATE_HINT, text);
        pair_ui(
            ui,
            0.5,
            |ui| day(ui, form::Field::First, first),
            |ui| day(ui, form::Field::Last, last),
        );
        ui.add_space(space::S);
        let (length, count) = (&mut fields.length, &mut fields.count);
        pair_ui(
            ui,
            0.5,
            |ui| self.text_ui(ui, form::Field::Length, "", length),
            |ui| self.text_ui(ui, form::Field::Count, "", count),
        );
        ui.add_space(space::S);
        let leads = || offers::leads(self.state);
        let lead = Field {
            many: true,
            offers: &leads,
            ..self.field(form::Field::Lead)
        };
        lead.show(ui, &mut fields.lead);
        ui.add_space(space::S);
        let listed = Field {
            hint: said::COUNTRIES_HINT,
            lines: 2,
            many: true,
            offers: &offers::countries,
            ..self.field(form::Field::Listed)
        };
        listed.show(ui, &mut fields.listed);
        ui.add_space(space::S);
        let (more, is_said) = (said::MORE_OF_OPERATION, fields.says_more());
        if more_ui(ui, Part::Operation, more, is_said, kept) {
            self.rest_of_operation_ui(ui, fields);
        }
        ui.add_space(space::M);
    }

    fn rest_of_operation_ui(&self, ui: &mut Ui, fields: &mut form::OperationFields) {
        let families = || offers::families(self.state);
        let family = Field {
            offers: &families,
            ..self.field(form::Field::Family)
        };
        family.show(ui, &mut fields.family);
        ui.add_space(space::S);
        self.lines_ui(ui, form::Field::Summary, 2, &mut fields.summary);
        ui.add_space(space::S);
        status_ui(ui, said::STATUS_OF_ALL, &mut fields.status);
        ui.add_space(space::S);
        self.text_ui(ui, form::Field::DaysNote, "", &mut fields.days_note);
        ui.add_space(space::S);
        let units = form::Field::Units;
        self.countries_ui(ui, units, said::UNITS_HINT, &mut fields.units);
        ui.add_space(space::S);
        self.text_ui(ui, form::Field::Partners, "", &mut fields.partners);
        ui.add_space(space::S);
        self.text_ui(ui, form::Field::Funders, "", &mut fields.funders);
        ui.add_space(space::S);
        self.lines_ui(ui, form::Field::Findings, 2, &mut fields.findings);
        ui.add_space(space::S);
        let line = Choice {
            chosen: fields.further,
            ..Choice::of(said::MAY_BE_FURTHER)
        };
        let width = ui.available_width();
        if choice_ui(ui, &line, width).clicked() {
            fields.further = !fields.further;
        }
    }

    /// The fields of the source of a sheet or a text.
    pub(super) fn source_fields_ui(
        &self,
        ui: &mut Ui,
        fields: &mut SourceFields,
        label: &'static str,
    ) {
        self.source_ui(ui, fields, label, None);
    }

    /// The fields of a source: its name, and all else where it is new.
    fn source_ui(
        &self,
        ui: &mut Ui,
        fields: &mut SourceFields,
        label: &'static str,
        kept: Option<&mut Kept>,
    ) {
        let meant = self.outcome.entered.source;
        let offered = || offers::sources(self.state);
        let named = Field {
            hint: said::SOURCE_HINT,
            told: self.meant(form::Field::Source, meant, words::IS_ELSEWHERE),
            offers: &offered,
            ..Field::of(form::Field::Source, label)
        };
        let choosing = named.show(ui, &mut fields.named);
        ui.add_space(space::S);
        if meant == Meant::New && !choosing {
            self.source_parts_ui(ui, fields, kept);
            ui.add_space(space::M);
        }
    }

    /// What a source is, field by field.
    fn source_parts_ui(&self, ui: &mut Ui, fields: &mut SourceFields, kept: Option<&mut Kept>) {
        let publishers = || offers::publishers(self.state);
        let (publisher, date) = (&mut fields.publisher, &mut fields.date);
        pair_ui(
            ui,
            0.6,
            |ui| {
                let field = Field {
                    offers: &publishers,
                    ..self.field(form::Field::Publisher)
                };
                field.show(ui, publisher);
            },
            |ui| self.text_ui(ui, form::Field::Published, said::DATE_HINT, date),
        );
        ui.add_space(space::S);
        let is_title = !fields.named.contains("://") && !fields.named.is_empty();
        if !is_title || !fields.title.is_empty() {
            self.text_ui(ui, form::Field::Title, "", &mut fields.title);
            ui.add_space(space::S);
        }
        self.text_ui(ui, form::Field::Address, "https://", &mut fields.address);
        ui.add_space(space::S);
        label_ui(ui, SMALL.medium().soft(), said::GRADE);
        let grades = Grade::ALL.map(|grade| (Some(grade), capitalised(grade.name())));
        segments_ui(ui, said::GRADE, &grades, &mut fields.grade);
        ui.add_space(space::S);
        let is_said = !fields.note.is_empty() || !fields.no_address.is_empty();
        let more = said::MORE_OF_SOURCE;
        if kept.is_none_or(|kept| !more_ui(ui, Part::Source, more, is_said, kept)) {
            return;
        }
        if fields.address.trim().is_empty() {
            self.text_ui(ui, form::Field::NoAddress, "", &mut fields.no_address);
            ui.add_space(space::S);
        }
        self.text_ui(ui, form::Field::SourceNote, "", &mut fields.note);
        ui.add_space(space::S);
    }
}

/// Shows or hides what is seldom said; whether it is shown. Where something is said, it stays.
pub(super) fn more_ui(ui: &mut Ui, part: Part, more: &str, is_said: bool, kept: &mut Kept) -> bool {
    if is_said {
        kept.opened.insert(part);
        return true;
    }
    let is_open = kept.opened.contains(&part);
    let (icon, text) = if is_open {
        (icons::CARET_UP, said::LESS)
    } else {
        (icons::CARET_DOWN, more)
    };
    let name = match part {
        Part::Figure(at) => words::of_line(text, at),
        Part::People(at @ 1..) => said::of_group(text, at),
        Part::Operation | Part::Source | Part::Case | Part::People(0) => text.to_owned(),
    };
    if action_ui(ui, icon, text, &name).clicked() && !kept.opened.remove(&part) {
        kept.opened.insert(part);
    }
    is_open
}

/// Whether a form corrects a metric.
fn is_of_metric(form: &Form) -> bool {
    let changed = form.changed.as_ref();
    changed.is_some_and(|changed| matches!(changed.what, Record::Metric(_)))
}
