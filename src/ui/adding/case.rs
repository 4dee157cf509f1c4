//! A case in the form: what happened, the people in it, what was seized, the route.

use eframe::egui::Ui;

use super::Kept;
use super::field::{Field, pair_ui};
use super::form::{Fields, Part, more_ui};
use super::offers;
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::form::{self, CaseFields, Form, PeopleFields, SeizedFields};
use crate::model::{Group, Step, Who};
use crate::ui::choice::{Choice, choice_ui};
use crate::ui::export::segments_ui;
use crate::ui::style::SMALL;
use crate::ui::widgets::{action_ui, hairline_ui, label_ui, soft_ui};
use crate::words::capitalised;
use crate::words::window::adding::{fields as said, text};

impl Fields<'_> {
    pub(super) fn case_ui(&self, ui: &mut Ui, form: &mut Form, kept: &mut Kept) {
        let fields = &mut form.case;
        if !form.quoted.is_empty() {
            label_ui(ui, SMALL.medium().soft(), text::QUOTED);
            soft_ui(ui, format!("“{}”", form.quoted));
            ui.add_space(space::S);
        }
        self.text_ui(ui, form::Field::CaseTitle, "", &mut fields.title);
        ui.add_space(space::S);
        self.lines_ui(ui, form::Field::CaseSummary, 4, &mut fields.summary);
        ui.add_space(space::S);
        let (date, countries) = (&mut fields.date, &mut fields.countries);
        pair_ui(
            ui,
            0.36,
            |ui| self.text_ui(ui, form::Field::CaseDate, said::DATE_HINT, date),
            |ui| {
                let hint = said::COUNTRIES_HINT;
                self.countries_ui(ui, form::Field::CaseCountries, hint, countries);
            },
        );
        ui.add_space(space::S);
        let field = Field {
            many: true,
            offers: &offers::crimes,
            ..self.field(form::Field::Crimes)
        };
        field.show(ui, &mut fields.crimes);
        ui.add_space(space::S);
        self.people_ui(ui, fields, kept);
        let (arrested, suspected) = (&mut fields.arrested, &mut fields.suspected);
        pair_ui(
            ui,
            0.5,
            |ui| self.text_ui(ui, form::Field::Arrested, "", arrested),
            |ui| self.text_ui(ui, form::Field::Suspected, "", suspected),
        );
        ui.add_space(space::S);
        let is_said = fields.says_more();
        if more_ui(ui, Part::Case, said::MORE_OF_CASE, is_said, kept) {
            self.rest_of_case_ui(ui, fields);
        }
        ui.add_space(space::M);
    }

    /// Every group of people.
    fn people_ui(&self, ui: &mut Ui, fields: &mut CaseFields, kept: &mut Kept) {
        ui.push_id(0, |ui| {
            self.group_ui(ui, 0, &mut fields.people, kept);
        });
        for (at, people) in fields.others.iter_mut().enumerate() {
            hairline_ui(ui);
            ui.add_space(space::XS);
            ui.push_id(at + 1, |ui| {
                self.group_ui(ui, at + 1, people, kept);
            });
        }
        let last = fields.others.last().unwrap_or(&fields.people);
        if *last != PeopleFields::default() {
            let name = said::ANOTHER_GROUP;
            if action_ui(ui, icons::CARET_DOWN, name, name).clicked() {
                fields.others.push(PeopleFields::default());
            }
            ui.add_space(space::S);
        }
    }

    fn group_ui(&self, ui: &mut Ui, at: usize, people: &mut PeopleFields, kept: &mut Kept) {
        let (number, from) = (&mut people.number, &mut people.from);
        pair_ui(
            ui,
            0.36,
            |ui| self.text_ui(ui, form::Field::Found(at), said::NUMBER_HINT, number),
            |ui| self.countries_ui(ui, form::Field::From(at), said::FROM_HINT, from),
        );
        ui.add_space(space::S);
        if *people == PeopleFields::default() {
            return;
        }
        let name = super::called::spoken(form::Field::Who(at));
        label_ui(ui, SMALL.medium().soft(), said::WHO);
        let kinds = Who::ALL.map(|who| (Some(who), capitalised(who.name())));
        segments_ui(ui, &name, &kinds, &mut people.who);
        ui.add_space(space::XS);
        let (part, is_said) = (Part::People(at), people.says_more());
        if more_ui(ui, part, said::MORE_OF_PEOPLE, is_said, kept) {
            let [women, men, women_and_girls, minors] = &mut people.among;
            let part_ui = |ui: &mut Ui, group, number: &mut String| {
                self.text_ui(ui, form::Field::Among(at, group), "", number);
            };
            pair_ui(
                ui,
                0.5,
                |ui| part_ui(ui, Group::Women, women),
                |ui| part_ui(ui, Group::Men, men),
            );
            ui.add_space(space::XS);
            pair_ui(
                ui,
                0.5,
                |ui| part_ui(ui, Group::WomenAndGirls, women_and_girls),
                |ui| part_ui(ui, Group::Minors, minors),
            );
            ui.add_space(space::XS);
            let line = Choice {
                chosen: people.alleged,
                ..Choice::of(said::ALLEGED)
            };
            let width = ui.available_width();
            if choice_ui(ui, &line, width).clicked() {
                people.alleged = !people.alleged;
            }
            self.text_ui(ui, form::Field::PeopleNote(at), "", &mut people.note);
        }
        ui.add_space(space::S);
    }

    fn rest_of_case_ui(&self, ui: &mut Ui, fields: &mut CaseFields) {
        ui.add_space(space::XS);
        for (step, places) in Step::ALL.into_iter().zip(&mut fields.route) {
            self.countries_ui(ui, form::Field::Stop(step), "", places);
            ui.add_space(space::XS);
        }
        for (at, seized) in fields.seized.iter_mut().enumerate() {
            self.seized_ui(ui, at, seized);
            ui.add_space(space::XS);
        }
        let is_full = |last: &SeizedFields| *last != SeizedFields::default();
        if fields.seized.last().is_none_or(is_full) {
            let name = said::SOMETHING_SEIZED;
            if action_ui(ui, icons::CARET_DOWN, name, name).clicked() {
                fields.seized.push(SeizedFields::default());
            }
        }
        ui.add_space(space::XS);
        self.text_ui(ui, form::Field::CaseNote, "", &mut fields.note);
    }

    fn seized_ui(&self, ui: &mut Ui, at: usize, seized: &mut SeizedFields) {
        let (what, number, unit) = (&mut seized.what, &mut seized.number, &mut seized.unit);
        pair_ui(
            ui,
            0.4,
            |ui| self.text_ui(ui, form::Field::Seized(at), said::SEIZED_HINT, what),
            |ui| {
                let of = form::Field::SeizedNumber(at);
                pair_ui(
                    ui,
                    0.5,
                    |ui| self.text_ui(ui, of, "", number),
                    |ui| {
                        let hint = said::SEIZED_UNIT_HINT;
                        self.text_ui(ui, form::Field::SeizedUnit(at), hint, unit);
                    },
                );
            },
        );
    }
}
