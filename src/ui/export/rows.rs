//! Which table is saved, and in which form.

use eframe::egui;
use egui::{Align2, ScrollArea, Ui, pos2};

use super::draft::{Rows, TableForm};
use super::form::{part_ui, segments_ui};
use super::{Draft, HOW, TWO_COLUMNS, how_ui};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::query::tables::Table;
use crate::state::Command;
use crate::ui::choice::{Choice, Mark, choice_ui};
use crate::ui::style::SMALL;
use crate::ui::widgets::{action_ui, note_ui};
use crate::ui::{over, regions};
use crate::words::window::export as words;

/// From a line's left edge to what its table holds, where there is room for that.
const MEANING_AT: f32 = 176.0;

/// Offers the tables and their forms.
pub(super) fn rows_ui(ui: &mut Ui, draft: &mut Draft, commands: &mut Vec<Command>) {
    let room = ui.available_size();
    if room.x < TWO_COLUMNS {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            tables_ui(ui, draft);
            ui.add_space(space::M);
            forms_ui(ui, draft, commands);
        });
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        ui.vertical(|ui| {
            ui.set_width(room.x - HOW - space::XL);
            ScrollArea::vertical()
                .auto_shrink(false)
                .show(ui, |ui| tables_ui(ui, draft));
        });
        how_ui(ui, |ui| forms_ui(ui, draft, commands));
    });
}

fn tables_ui(ui: &mut Ui, draft: &mut Draft) {
    ui.spacing_mut().item_spacing.y = 0.0;
    over::heading_ui(ui, words::WHICH_TABLE);
    ui.add_space(space::XS);
    regions::group_ui(ui, (egui::Role::RadioGroup, words::WHICH_TABLE), |ui| {
        names_ui(ui, draft);
    });
}

fn names_ui(ui: &mut Ui, draft: &mut Draft) {
    let all = Table::ALL.map(Rows::Of);
    for rows in [Rows::OfPicture].into_iter().chain(all) {
        let (name, meaning) = match rows {
            Rows::OfPicture => (words::OF_PICTURE, words::OF_PICTURE_MEANS),
            Rows::Of(table) => (table.name(), table.meaning()),
        };
        let spoken = match rows {
            Rows::OfPicture => words::OF_PICTURE.to_owned(),
            Rows::Of(table) => words::table_spoken(table),
        };
        let line = Choice {
            mark: Mark::One,
            chosen: draft.rows == rows,
            ..Choice::of(name)
        };
        let width = ui.available_width() - space::S;
        let response = choice_ui(ui, &line, width).on_hover_text(meaning);
        response.widget_info(|| {
            let chosen = draft.rows == rows;
            egui::WidgetInfo::selected(egui::Role::RadioButton, true, chosen, &spoken)
        });
        if width >= MEANING_AT + 320.0 {
            let at = pos2(response.rect.left() + MEANING_AT, response.rect.center().y);
            SMALL.soft().paint(ui, at, Align2::LEFT_CENTER, meaning);
        }
        if response.clicked() {
            draft.rows = rows;
        }
    }
}

fn forms_ui(ui: &mut Ui, draft: &mut Draft, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    over::heading_ui(ui, words::FORMAT);
    let (_, meaning) = form_words(draft.table_form);
    let forms = TableForm::ALL.map(|form| (form, form_words(form).0.to_owned()));
    segments_ui(ui, words::FORMAT, &forms, &mut draft.table_form);
    note_ui(ui, meaning);
    part_ui(ui, words::HOLDS);
    note_ui(
        ui,
        match draft.rows {
            Rows::OfPicture => words::OF_PICTURE_MEANS,
            Rows::Of(table) => table.meaning(),
        },
    );
    ui.add_space(space::S);
    let copy = action_ui(ui, icons::COPY, words::COPY_ROWS, words::COPY_ROWS_MEANS);
    if copy.clicked() {
        commands.push(Command::CopyExport(draft.pasted()));
    }
}

fn form_words(form: TableForm) -> (&'static str, &'static str) {
    match form {
        TableForm::Csv => (words::CSV, words::CSV_MEANS),
        TableForm::Excel => (words::EXCEL, words::EXCEL_MEANS),
        TableForm::Json => (words::JSON, words::JSON_MEANS),
    }
}
