//! The numbers of the form, one after the other: what is counted, the number, and folded below them
//! what else can be said.

use eframe::egui;
use egui::{Align, Layout, Ui};

use super::field::{Field, Told, pair_ui, status_ui};
use super::form::{Fields, Part, more_ui};
use super::{Kept, offers};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::form::{self, FigureFields, Form, Meant};
use crate::model::Divisor;
use crate::ui::choice::{Choice, choice_ui};
use crate::ui::style::SMALL;
use crate::ui::widgets::{hairline_ui, icon_button_ui, label_ui, note_ui};
use crate::words::window::adding::{self as words, fields as said};

impl Fields<'_> {
    pub(super) fn figures_ui(&self, ui: &mut Ui, form: &mut Form, kept: &mut Kept) {
        let is_changed = form.changed.is_some();
        let count = form.figures.len();
        let mut removed = None;
        for at in 0..count {
            hairline_ui(ui);
            ui.add_space(space::XS);
            let part = Part::Figure(at);
            let is_said = form.figures[at].says_more();
            let is_open = is_said || kept.opened.contains(&part);
            let fields = &mut form.figures[at];
            ui.push_id(at, |ui| self.figure_ui(ui, at, fields, is_changed, is_open));
            ui.horizontal(|ui| {
                more_ui(ui, part, said::MORE_OF_FIGURE, is_said, kept);
                if is_changed || form.figures[at].is_empty() {
                    return;
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let name = words::remove_line(at);
                    if icon_button_ui(ui, icons::X, &name).clicked() {
                        removed = Some(at);
                    }
                });
            });
            ui.add_space(space::S);
        }
        if let Some(at) = removed {
            form.figures.remove(at);
            kept.opened.retain(|part| !matches!(part, Part::Figure(_)));
        }
    }

    fn figure_ui(
        &self,
        ui: &mut Ui,
        at: usize,
        fields: &mut FigureFields,
        is_changed: bool,
        is_open: bool,
    ) {
        let entered = &self.outcome.entered;
        let meant = entered.metrics.get(at).copied().unwrap_or_default();
        let is_none = fields.is_not_applicable();
        let (metric, number) = (&mut fields.metric, &mut fields.number);
        let unit = offers::unit_of(self.state, metric).unwrap_or_else(|| fields.unit.clone());
        let quantity = entered.quantities.get(at).copied().flatten();
        let quantity =
            quantity.map(|quantity| Told::Understood(words::understood(&quantity.words(), &unit)));
        let none = is_none.then(|| Told::Understood(said::NOT_APPLICABLE.to_owned()));
        let offered = || offers::metrics(self.state);
        let mut choosing = false;
        pair_ui(
            ui,
            0.58,
            |ui| {
                if is_changed {
                    label_ui(ui, SMALL.medium().soft(), said::METRIC);
                    note_ui(ui, metric.as_str());
                    return;
                }
                let field = Field {
                    told: self.meant(form::Field::Metric(at), meant, ""),
                    offers: &offered,
                    ..self.field(form::Field::Metric(at))
                };
                choosing = field.show(ui, metric);
            },
            |ui| {
                let field = self.field(form::Field::Number(at));
                let field = Field {
                    hint: said::NUMBER_HINT,
                    told: none.or(field.told).or(quantity),
                    ..field
                };
                field.show(ui, number);
            },
        );
        ui.add_space(space::XS);
        if meant == Meant::New && !is_changed && !choosing {
            self.metric_ui(ui, at, fields, is_open);
        }
        if is_none {
            self.text_ui(ui, form::Field::Reason(at), "", &mut fields.note);
            ui.add_space(space::XS);
        } else if is_open {
            self.rest_ui(ui, at, fields);
        }
    }

    /// What is corrected of a metric: all that its dataset says of it.
    pub(super) fn corrected_metric_ui(&self, ui: &mut Ui, form: &mut Form) {
        let Some(fields) = form.figures.first_mut() else {
            return;
        };
        self.text_ui(ui, form::Field::Metric(0), "", &mut fields.metric);
        ui.add_space(space::S);
        self.metric_ui(ui, 0, fields, true);
    }

    /// What a new metric counts.
    fn metric_ui(&self, ui: &mut Ui, at: usize, fields: &mut FigureFields, is_open: bool) {
        let (unit, definition) = (&mut fields.unit, &mut fields.definition);
        let units = || offers::units(self.state);
        pair_ui(
            ui,
            0.3,
            |ui| {
                let field = Field {
                    hint: said::UNIT_HINT,
                    offers: &units,
                    ..self.field(form::Field::Unit(at))
                };
                field.show(ui, unit);
            },
            |ui| self.text_ui(ui, form::Field::Definition(at), "", definition),
        );
        ui.add_space(space::XS);
        if !is_open {
            return;
        }
        let metrics = || offers::metrics(self.state);
        let field = Field {
            offers: &metrics,
            ..self.field(form::Field::PartOf(at))
        };
        field.show(ui, &mut fields.part_of);
        ui.add_space(space::XS);
        label_ui(ui, SMALL.medium().soft(), said::NOT_PER);
        for divisor in Divisor::ALL {
            let name = match divisor {
                Divisor::Day => said::DAYS,
                Divisor::Country => said::COUNTRIES,
            };
            let chosen = fields.not_per.contains(&divisor);
            let line = Choice {
                chosen,
                ..Choice::of(name)
            };
            let width = ui.available_width();
            if choice_ui(ui, &line, width).clicked() {
                if chosen {
                    fields.not_per.retain(|one| *one != divisor);
                } else {
                    fields.not_per.push(divisor);
                }
            }
        }
        ui.add_space(space::XS);
    }

    /// What else a source states of a number, and how it can be checked.
    fn rest_ui(&self, ui: &mut Ui, at: usize, fields: &mut FigureFields) {
        self.text_ui(ui, form::Field::Wording(at), "", &mut fields.wording);
        ui.add_space(space::XS);
        self.lines_ui(ui, form::Field::Excerpt(at), 3, &mut fields.excerpt);
        ui.add_space(space::XS);
        status_ui(ui, said::STATUS, &mut fields.status);
        ui.add_space(space::XS);
        self.text_ui(
            ui,
            form::Field::RevisedFrom(at),
            "",
            &mut fields.revised_from,
        );
        ui.add_space(space::XS);
        let archived = form::Field::Archived(at);
        self.text_ui(ui, archived, "https://", &mut fields.archived);
        ui.add_space(space::XS);
        let (day, by) = (&mut fields.checked_on, &mut fields.checked_by);
        let on = form::Field::CheckedOn(at);
        pair_ui(
            ui,
            0.5,
            |ui| self.text_ui(ui, on, said::DATE_HINT, day),
            |ui| self.text_ui(ui, form::Field::CheckedBy(at), "", by),
        );
        ui.add_space(space::XS);
        self.text_ui(ui, form::Field::Note(at), "", &mut fields.note);
        ui.add_space(space::XS);
    }
}
