//! The figures of the picture as a table: every number with its sign, each a click away from
//! its evidence, and all of it ready for a spreadsheet.

use eframe::egui;
use egui::style::ScrollStyle;
use egui::{Align, Layout, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::figures_sheet::{Cell, FiguresSheet, Heading, Line};
use super::widgets::{action_ui, focus_ring, hairline_ui, heading_ui};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::state::{Command, State};

/// The narrowest a column of figures gets.
const COLUMN: f32 = 72.0;
/// The narrowest the first column gets.
const LABELS: f32 = 124.0;

/// Draws the table.
pub fn table_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let sheet = FiguresSheet::of(&state.atlas, &state.view);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.horizontal(|ui| {
        let measure = state.view.comparison.measure.name().to_lowercase();
        heading_ui(ui, &format!("Figures, {measure}"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = "Copy the table for a spreadsheet";
            if action_ui(ui, icons::COPY, "Copy table", name).clicked() {
                commands.push(Command::Copy(sheet.as_text(), "the table"));
            }
        });
    });
    ui.add_space(space::S);
    if sheet.columns.is_empty() || sheet.rows.is_empty() {
        return;
    }
    let count = sheet.columns.len() as f32;
    let column = ((ui.available_width() - LABELS) / count).clamp(COLUMN, 150.0);
    let labels = (ui.available_width() - column * count).max(LABELS);
    // Columns out of sight must be seen to be there.
    ui.spacing_mut().scroll = ScrollStyle::solid();
    ScrollArea::horizontal()
        .id_salt("figures across")
        .show(ui, |ui| {
            ui.set_min_width(labels + column * count);
            ui.horizontal(|ui| {
                ui.add_space(labels);
                for heading in &sheet.columns {
                    heading_cell_ui(ui, heading, column, commands);
                }
            });
            for row in &sheet.rows {
                hairline_ui(ui);
                row_ui(ui, row, labels, column, commands);
            }
            hairline_ui(ui);
        });
}

fn heading_cell_ui(ui: &mut Ui, heading: &Heading, column: f32, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let title = ui.painter().layout(
        heading.title.clone(),
        font(Weight::Medium, size::SMALL),
        palette.ink,
        column - space::L,
    );
    let sense = if heading.drawer.is_some() {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(column, title.size().y + space::M), sense);
    response.widget_info(|| match heading.drawer {
        Some(_) => WidgetInfo::labeled(Role::Button, true, format!("About {}", heading.title)),
        None => WidgetInfo::labeled(Role::Label, true, &heading.title),
    });
    let left = rect.right() - space::XS - title.size().x;
    if let Some(place) = heading.place {
        let line = Rect::from_min_max(
            pos2(left, rect.top()),
            pos2(rect.right() - space::XS, rect.top() + 3.0),
        );
        ui.painter().rect_filled(line, 0.0, palette.series(place));
    }
    ui.painter()
        .galley(pos2(left, rect.top() + space::S), title, palette.ink);
    if focus_ring(ui, response).clicked() {
        commands.extend(heading.drawer.clone().map(Command::OpenDrawer));
    }
}

fn row_ui(ui: &mut Ui, row: &Line, labels: f32, column: f32, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let label = ui.painter().layout(
        row.title.clone(),
        font(Weight::Regular, size::TEXT),
        palette.ink,
        labels - space::M,
    );
    let cells: Vec<_> = row
        .cells
        .iter()
        .map(|cell| {
            let (weight, color) = if cell.is_number {
                (Weight::Medium, palette.ink)
            } else {
                (Weight::Regular, palette.ink_faint)
            };
            let text = cell.text.clone();
            let room = column - space::M;
            let galley = ui
                .painter()
                .layout(text, font(weight, size::TEXT), color, room);
            (cell, galley, color)
        })
        .collect();
    let tallest = cells
        .iter()
        .map(|(_, galley, _)| galley.size().y)
        .fold(label.size().y, f32::max);
    let height = tallest + space::M;
    ui.horizontal(|ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(labels, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.title));
        ui.painter()
            .galley(pos2(rect.left(), rect.top() + 6.0), label, palette.ink);
        response.on_hover_text(&row.hover);
        for (cell, galley, color) in cells {
            let (rect, response) = ui.allocate_exact_size(vec2(column, height), Sense::click());
            if response.hovered() {
                ui.painter().rect_filled(rect, 4.0, palette.hover);
            }
            let pos = pos2(rect.right() - space::XS - galley.size().x, rect.top() + 6.0);
            ui.painter().galley(pos, galley, color);
            figure_ui(ui, cell, response, commands);
        }
    });
}

fn figure_ui(ui: &Ui, cell: &Cell, response: egui::Response, commands: &mut Vec<Command>) {
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &cell.spoken));
    if focus_ring(ui, response)
        .on_hover_text(&cell.spoken)
        .clicked()
    {
        commands.push(Command::OpenDrawer(cell.drawer.clone()));
    }
}
