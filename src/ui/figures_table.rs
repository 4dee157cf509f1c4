//! The figures of the picture as a table: every number with its sign, each a click away from
//! its evidence, and all of it ready for a spreadsheet.

use eframe::egui;
use egui::{Align, Layout, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::widgets::{action_ui, focus_ring, hairline_ui, heading_ui};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::model::Operation;
use crate::query::figures::{FigureRow, rows};
use crate::query::measure::{Measured, Value};
use crate::state::{Command, Drawer, State};

/// The narrowest a column of figures gets.
const COLUMN: f32 = 96.0;
/// The narrowest the column of metrics gets.
const LABELS: f32 = 124.0;

/// Draws the table.
pub fn table_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let comparison = &state.view.comparison;
    let rows = rows(&state.atlas, comparison);
    let operations = comparison.operations_in(&state.atlas);
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    ui.horizontal(|ui| {
        heading_ui(
            ui,
            &format!("Figures, {}", comparison.measure.name().to_lowercase()),
        );
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let copy = action_ui(
                ui,
                icons::COPY,
                "Copy table",
                "Copy the table for a spreadsheet",
            );
            if copy.clicked() {
                commands.push(Command::Copy(as_text(&operations, &rows), "the table"));
            }
        });
    });
    ui.add_space(space::S);
    if operations.is_empty() || rows.is_empty() {
        return;
    }
    let count = operations.len() as f32;
    let column = ((ui.available_width() - LABELS) / count).clamp(COLUMN, 150.0);
    let labels = (ui.available_width() - column * count).max(LABELS);
    ScrollArea::horizontal()
        .id_salt("figures across")
        .show(ui, |ui| {
            ui.set_min_width(labels + column * count);
            header_ui(ui, state, &operations, labels, column, commands);
            for row in &rows {
                hairline_ui(ui);
                row_ui(ui, row, labels, column, commands);
            }
            hairline_ui(ui);
        });
}

fn header_ui(
    ui: &mut Ui,
    state: &State,
    operations: &[&Operation],
    labels: f32,
    column: f32,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal(|ui| {
        ui.add_space(labels);
        for operation in operations {
            let place = state
                .atlas
                .operations
                .iter()
                .position(|known| known.id == operation.id)
                .unwrap_or(0);
            let name = ui.painter().layout(
                operation.name.clone(),
                font(Weight::Medium, size::SMALL),
                palette.ink,
                column - space::L,
            );
            let height = name.size().y + space::M;
            let (rect, response) = ui.allocate_exact_size(vec2(column, height), Sense::click());
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Button, true, format!("About {}", operation.name))
            });
            let left = rect.right() - space::XS - name.size().x;
            ui.painter().rect_filled(
                Rect::from_min_max(
                    pos2(left, rect.top()),
                    pos2(rect.right() - space::XS, rect.top() + 3.0),
                ),
                0.0,
                palette.series(place),
            );
            ui.painter()
                .galley(pos2(left, rect.top() + space::S), name, palette.ink);
            if focus_ring(ui, response).clicked() {
                commands.push(Command::OpenDrawer(Drawer::Operation {
                    operation: operation.id.to_string(),
                }));
            }
        }
    });
}

fn row_ui(ui: &mut Ui, row: &FigureRow<'_>, labels: f32, column: f32, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let label = ui.painter().layout(
        row.metric.label.clone(),
        font(Weight::Regular, size::TEXT),
        palette.ink,
        labels - space::M,
    );
    let cells: Vec<_> = row
        .values
        .iter()
        .map(|(operation, measured)| {
            let (weight, color) = match measured.value {
                Value::Number(_) => (Weight::Medium, palette.ink),
                Value::Unnumbered(_) | Value::NotReported | Value::NotComputable(_) => {
                    (Weight::Regular, palette.ink_faint)
                }
            };
            let text = figure_text(measured);
            let galley =
                ui.painter()
                    .layout(text, font(weight, size::TEXT), color, column - space::M);
            (*operation, measured, galley, color)
        })
        .collect();
    let tallest = cells
        .iter()
        .map(|(_, _, galley, _)| galley.size().y)
        .fold(label.size().y, f32::max);
    let height = tallest + space::M;
    ui.horizontal(|ui| {
        let (rect, response) = ui.allocate_exact_size(vec2(labels, height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.metric.label));
        ui.painter()
            .galley(pos2(rect.left(), rect.top() + 6.0), label, palette.ink);
        response.on_hover_text(&row.metric.definition);
        for (operation, measured, galley, color) in cells {
            let (rect, response) = ui.allocate_exact_size(vec2(column, height), Sense::click());
            let spoken = format!(
                "{}, {}: {}",
                row.metric.label,
                operation.name,
                measured.words()
            );
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
            if response.hovered() {
                ui.painter().rect_filled(rect, 4.0, palette.hover);
            }
            let pos = pos2(rect.right() - space::XS - galley.size().x, rect.top() + 6.0);
            ui.painter().galley(pos, galley, color);
            if focus_ring(ui, response).on_hover_text(spoken).clicked() {
                commands.push(Command::OpenDrawer(Drawer::Figure {
                    operation: operation.id.to_string(),
                    metric: row.metric.id.to_string(),
                }));
            }
        }
    });
}

/// A figure as the table shows it: with its sign, and a star where sources disagree.
fn figure_text(measured: &Measured<'_>) -> String {
    let star = if measured.disagrees { " *" } else { "" };
    format!("{}{star}", measured.short())
}

/// The table as text that pastes into a spreadsheet: tabs between cells, a line a row.
fn as_text(operations: &[&Operation], rows: &[FigureRow<'_>]) -> String {
    let mut text = "Figure\tUnit".to_owned();
    for operation in operations {
        text.push('\t');
        text.push_str(&operation.name);
    }
    for row in rows {
        text.push('\n');
        text.push_str(&row.metric.label);
        text.push('\t');
        text.push_str(&row.metric.unit);
        for (_, measured) in &row.values {
            text.push('\t');
            text.push_str(&measured.short());
        }
    }
    text.push('\n');
    text
}
