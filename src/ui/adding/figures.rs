//! The numbers of the form, one after the other: what is counted, the number, and folded below them
//! the source's words.

use eframe::egui;
use egui::{Align, Layout, Ui};

use super::field::{Field, Told, pair_ui};
use super::form::Fields;
use super::{Kept, offers};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::import::form::{self, FigureFields, Form, Meant};
use crate::ui::style::SMALL;
use crate::ui::widgets::{action_ui, hairline_ui, icon_button_ui, label_ui, note_ui};
use crate::words::window::adding as words;

impl Fields<'_> {
    pub(super) fn figures_ui(&self, ui: &mut Ui, form: &mut Form, kept: &mut Kept) {
        let is_changed = form.changed.is_some();
        let count = form.figures.len();
        let mut removed = None;
        for at in 0..count {
            hairline_ui(ui);
            ui.add_space(space::XS);
            let fields = &mut form.figures[at];
            self.figure_ui(ui, at, fields, is_changed, kept);
            if !is_changed {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::L;
                    let is_open = kept.opened.contains(&at);
                    let (icon, text) = if is_open {
                        (icons::CARET_UP, words::LESS)
                    } else {
                        (icons::CARET_DOWN, words::MORE)
                    };
                    let name = words::of_line(text, at);
                    if action_ui(ui, icon, text, &name).clicked() && !kept.opened.remove(&at) {
                        kept.opened.insert(at);
                    }
                    if form.figures[at].is_empty() {
                        return;
                    }
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let name = words::remove_line(at);
                        if icon_button_ui(ui, icons::X, &name).clicked() {
                            removed = Some(at);
                        }
                    });
                });
            }
            ui.add_space(space::S);
        }
        if let Some(at) = removed {
            form.figures.remove(at);
            kept.opened.clear();
        }
    }

    fn figure_ui(
        &self,
        ui: &mut Ui,
        at: usize,
        fields: &mut FigureFields,
        is_changed: bool,
        kept: &Kept,
    ) {
        let entered = &self.outcome.entered;
        let meant = entered.metrics.get(at).copied().unwrap_or_default();
        let offered = || offers::metrics(self.state);
        let spoken = |field: &str| words::of_line(field, at);
        let (metric_spoken, number_spoken) = (spoken(words::METRIC), spoken(words::NUMBER));
        let (metric, number) = (&mut fields.metric, &mut fields.number);
        let unit = offers::unit_of(self.state, metric).unwrap_or_else(|| fields.unit.clone());
        let quantity = entered.quantities.get(at).copied().flatten();
        let quantity =
            quantity.map(|quantity| Told::Understood(words::understood(&quantity.words(), &unit)));
        let mut choosing = false;
        pair_ui(
            ui,
            0.58,
            |ui| {
                if is_changed {
                    label_ui(ui, SMALL.medium().soft(), words::METRIC);
                    note_ui(ui, metric.as_str());
                    return;
                }
                let field = Field {
                    spoken: &metric_spoken,
                    told: self.meant(form::Field::Metric(at), meant, ""),
                    offers: &offered,
                    ..Field::of(form::Field::Metric(at), words::METRIC)
                };
                choosing = field.show(ui, metric);
            },
            |ui| {
                let field = Field {
                    spoken: &number_spoken,
                    hint: words::NUMBER_HINT,
                    told: self.told(form::Field::Number(at)).or(quantity),
                    ..Field::of(form::Field::Number(at), words::NUMBER)
                };
                field.show(ui, number);
            },
        );
        ui.add_space(space::XS);
        if meant == Meant::New && !is_changed && !choosing {
            let (unit, definition) = (&mut fields.unit, &mut fields.definition);
            let units = || offers::units(self.state);
            let (unit_spoken, definition_spoken) = (spoken(words::UNIT), spoken(words::DEFINITION));
            pair_ui(
                ui,
                0.3,
                |ui| {
                    let field = Field {
                        spoken: &unit_spoken,
                        hint: words::UNIT_HINT,
                        offers: &units,
                        ..Field::of(form::Field::Unit(at), words::UNIT)
                    };
                    field.show(ui, unit);
                },
                |ui| {
                    let field = Field {
                        spoken: &definition_spoken,
                        ..Field::of(form::Field::Definition(at), words::DEFINITION)
                    };
                    field.show(ui, definition);
                },
            );
            ui.add_space(space::XS);
        }
        if is_changed || kept.opened.contains(&at) {
            self.more_ui(ui, at, fields);
        }
    }

    fn more_ui(&self, ui: &mut Ui, at: usize, fields: &mut FigureFields) {
        let spoken = |field: &str| words::of_line(field, at);
        let [wording, excerpt, note] = [words::WORDING, words::EXCERPT, words::NOTE].map(spoken);
        let field = Field {
            spoken: &wording,
            ..Field::of(("wording", at), words::WORDING)
        };
        field.show(ui, &mut fields.wording);
        ui.add_space(space::XS);
        let field = Field {
            spoken: &excerpt,
            lines: 3,
            told: self.told(form::Field::Excerpt(at)),
            ..Field::of(form::Field::Excerpt(at), words::EXCERPT)
        };
        field.show(ui, &mut fields.excerpt);
        ui.add_space(space::XS);
        let field = Field {
            spoken: &note,
            ..Field::of(("note", at), words::NOTE)
        };
        field.show(ui, &mut fields.note);
        ui.add_space(space::XS);
    }
}
