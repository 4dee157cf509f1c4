//! The form: an operation, its figures, a case, a source, field by field. What is new has its own
//! fields under its name, what is known has none.

use eframe::egui;
use egui::Ui;

use super::field::{Field, Told, pair_ui};
use super::{Kept, offers};
use crate::draw::theme::space;
use crate::import::Outcome;
use crate::import::form::{self, Form, Meant, Refused, Subject};
use crate::model::{Grade, Who};
use crate::state::State;
use crate::ui::export::segments_ui;
use crate::ui::style::SMALL;
use crate::ui::widgets::{label_ui, note_ui};
use crate::words::capitalised;
use crate::words::window::adding as words;

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
        Subject::Figures => {
            fields.operation_ui(ui, form, false);
            fields.source_ui(ui, form);
            fields.figures_ui(ui, form, kept);
        }
        Subject::Operation => {
            fields.operation_ui(ui, form, true);
            fields.source_ui(ui, form);
        }
        Subject::Case => {
            fields.operation_ui(ui, form, false);
            fields.case_ui(ui, form);
            fields.source_ui(ui, form);
        }
        Subject::Source => fields.source_ui(ui, form),
    }
}

pub(super) fn subject_name(subject: Subject) -> &'static str {
    match subject {
        Subject::Figures => words::FIGURES,
        Subject::Operation => words::OPERATION,
        Subject::Case => words::CASE,
        Subject::Source => words::SOURCE,
    }
}

/// What a field is called where it is still needed.
pub(super) fn field_name(field: form::Field) -> &'static str {
    match field {
        form::Field::Operation => words::NAME_OF_OPERATION,
        form::Field::First => words::FIRST_DAY,
        form::Field::Last => words::LAST_DAY,
        form::Field::Length => words::LENGTH,
        form::Field::Count => words::COUNT,
        form::Field::Listed => words::LISTED,
        form::Field::Source => words::SOURCE_NAMED,
        form::Field::Publisher => words::PUBLISHER,
        form::Field::Title => words::SOURCE_TITLE,
        form::Field::Published => words::PUBLISHED,
        form::Field::Address => words::ADDRESS,
        form::Field::Grade => words::GRADE_NEEDED,
        form::Field::Metric(_) => words::METRIC,
        form::Field::Unit(_) => words::UNIT,
        form::Field::Definition(_) => words::DEFINITION,
        form::Field::Number(_) => words::NUMBER,
        form::Field::Excerpt(_) => words::EXCERPT,
        form::Field::CaseTitle => words::CASE_TITLE,
        form::Field::CaseSummary => words::CASE_SUMMARY,
        form::Field::CaseDate => words::CASE_DATE,
        form::Field::CaseCountries => words::CASE_COUNTRIES,
        form::Field::Found => words::FOUND,
        form::Field::Who => words::WHO,
        form::Field::Arrested => words::ARRESTED,
    }
}

/// Why a field is not taken; `None` where it is only still empty.
fn why(refused: &Refused) -> Option<String> {
    Some(match refused {
        Refused::Needed | Refused::OtherDay => return None,
        Refused::NoNumber => words::refused::NO_NUMBER.to_owned(),
        Refused::NoDate => words::refused::NO_DATE.to_owned(),
        Refused::TwoDays(days) => words::refused::two_days(*days),
        Refused::DaysSwapped => words::refused::DAYS_SWAPPED.to_owned(),
        Refused::NoCountry(name) => words::refused::no_country(name),
        Refused::NoAddress => words::refused::NO_ADDRESS.to_owned(),
        Refused::TooLong(words) => words::refused::too_long(*words),
    })
}

/// The fields with what is understood of them.
pub(super) struct Fields<'a> {
    pub state: &'a State,
    pub outcome: &'a Outcome,
}

impl Fields<'_> {
    pub(super) fn told(&self, field: form::Field) -> Option<Told> {
        let refused = self.outcome.entered.refused.get(&field)?;
        why(refused).map(Told::Refused)
    }

    fn text_ui(&self, ui: &mut Ui, field: form::Field, hint: &'static str, text: &mut String) {
        let name = field_name(field);
        let shown = Field {
            hint,
            told: self.told(field),
            ..Field::of(field, name)
        };
        shown.show(ui, text);
    }

    pub(super) fn meant(&self, field: form::Field, meant: Meant, elsewhere: &str) -> Option<Told> {
        let told = match meant {
            Meant::Nothing | Meant::Own => return self.told(field),
            Meant::Elsewhere => elsewhere,
            Meant::New => words::IS_NEW,
        };
        let told = Told::Understood(capitalised(told));
        self.told(field).or(Some(told))
    }

    fn operation_ui(&self, ui: &mut Ui, form: &mut Form, whole: bool) {
        let meant = self.outcome.entered.operation;
        let offered = || offers::operations(self.state);
        let field = Field {
            told: self.meant(form::Field::Operation, meant, words::OPERATION_ELSEWHERE),
            offers: &offered,
            ..Field::of(form::Field::Operation, words::NAME_OF_OPERATION)
        };
        if form.changed.is_some() {
            label_ui(ui, SMALL.medium().soft(), words::NAME_OF_OPERATION);
            note_ui(ui, form.operation.name.as_str());
            ui.add_space(space::S);
            return;
        }
        let choosing = field.show(ui, &mut form.operation.name);
        ui.add_space(space::S);
        if !whole && (meant != Meant::New || choosing) {
            return;
        }
        let fields = &mut form.operation;
        let (first, last) = (&mut fields.first, &mut fields.last);
        let day = |ui: &mut Ui, field, text| self.text_ui(ui, field, words::DATE_HINT, text);
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
            offers: &leads,
            ..Field::of("lead", words::LEAD)
        };
        lead.show(ui, &mut fields.lead);
        ui.add_space(space::S);
        let listed = Field {
            hint: words::COUNTRIES_HINT,
            lines: 2,
            told: self.told(form::Field::Listed),
            ..Field::of(form::Field::Listed, words::LISTED)
        };
        listed.show(ui, &mut fields.listed);
        ui.add_space(space::M);
    }

    pub(super) fn source_ui(&self, ui: &mut Ui, form: &mut Form) {
        self.source_fields_ui(ui, &mut form.source, words::SOURCE_NAMED);
    }

    /// The fields of a source: its name, and all else where it is new.
    pub(super) fn source_fields_ui(
        &self,
        ui: &mut Ui,
        fields: &mut form::SourceFields,
        label: &'static str,
    ) {
        let meant = self.outcome.entered.source;
        let offered = || offers::sources(self.state);
        let named = Field {
            hint: words::SOURCE_HINT,
            told: self.meant(form::Field::Source, meant, words::IS_ELSEWHERE),
            offers: &offered,
            ..Field::of(form::Field::Source, label)
        };
        let choosing = named.show(ui, &mut fields.named);
        ui.add_space(space::S);
        if meant != Meant::New || choosing {
            return;
        }
        let publishers = || offers::publishers(self.state);
        let (publisher, date) = (&mut fields.publisher, &mut fields.date);
        pair_ui(
            ui,
            0.6,
            |ui| {
                let field = Field {
                    told: self.told(form::Field::Publisher),
                    offers: &publishers,
                    ..Field::of(form::Field::Publisher, words::PUBLISHER)
                };
                field.show(ui, publisher);
            },
            |ui| self.text_ui(ui, form::Field::Published, words::DATE_HINT, date),
        );
        ui.add_space(space::S);
        let is_title = !fields.named.contains("://");
        if !is_title || !fields.title.is_empty() {
            self.text_ui(ui, form::Field::Title, "", &mut fields.title);
            ui.add_space(space::S);
        }
        self.text_ui(ui, form::Field::Address, "https://", &mut fields.address);
        ui.add_space(space::S);
        label_ui(ui, SMALL.medium().soft(), words::GRADE);
        let grades = [Grade::Official, Grade::Reprint, Grade::News];
        let grades = grades.map(|grade| (Some(grade), capitalised(grade.name())));
        segments_ui(ui, words::GRADE, &grades, &mut fields.grade);
        ui.add_space(space::M);
    }

    fn case_ui(&self, ui: &mut Ui, form: &mut Form) {
        let fields = &mut form.case;
        self.text_ui(ui, form::Field::CaseTitle, "", &mut fields.title);
        ui.add_space(space::S);
        let summary = Field {
            lines: 4,
            told: self.told(form::Field::CaseSummary),
            ..Field::of(form::Field::CaseSummary, words::CASE_SUMMARY)
        };
        summary.show(ui, &mut fields.summary);
        ui.add_space(space::S);
        let (date, countries) = (&mut fields.date, &mut fields.countries);
        pair_ui(
            ui,
            0.36,
            |ui| self.text_ui(ui, form::Field::CaseDate, words::DATE_HINT, date),
            |ui| {
                let hint = words::COUNTRIES_HINT;
                self.text_ui(ui, form::Field::CaseCountries, hint, countries);
            },
        );
        ui.add_space(space::S);
        let (found, arrested) = (&mut fields.found, &mut fields.arrested);
        pair_ui(
            ui,
            0.5,
            |ui| self.text_ui(ui, form::Field::Found, words::NUMBER_HINT, found),
            |ui| self.text_ui(ui, form::Field::Arrested, "", arrested),
        );
        ui.add_space(space::S);
        if !fields.found.trim().is_empty() {
            label_ui(ui, SMALL.medium().soft(), words::WHO);
            let kinds = [
                Who::PotentialVictims,
                Who::IrregularMigrants,
                Who::PeopleFound,
            ];
            let kinds = kinds.map(|who| (Some(who), capitalised(who.name())));
            segments_ui(ui, words::WHO, &kinds, &mut fields.who);
            ui.add_space(space::S);
        }
    }
}
