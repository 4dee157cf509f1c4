//! The door for sheets: where one comes from, its first rows with the meaning of each column over
//! it, and under them what has to be known first.

use eframe::egui;
use egui::{
    Align, CornerRadius, Popup, Rect, Role, ScrollArea, Sense, TextEdit, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::form::Fields;
use super::{Kept, offers, questions};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::import::form::{Form, SourceFields};
use crate::import::{Becomes, Grid, Heads, Meaning, Tables};
use crate::state::{Add, Command, State};
use crate::ui::regions;
use crate::ui::style::{Ink, SMALL, TEXT};
use crate::ui::table::cell;
use crate::ui::tool_button::{Look, ToolButton, paint_icon};
use crate::ui::widgets::{heading_ui, note_ui, soft_ui};
use crate::words::window::adding as words;

/// So many rows are shown.
const ROWS: usize = 12;
/// How high a row is.
const ROW: f32 = 26.0;
/// How wide a column is at least and at most.
const COLUMN: std::ops::RangeInclusive<f32> = 72.0..=190.0;
/// How wide what becomes of a row is told.
const BECOMES: f32 = 92.0;

/// Draws the door.
pub(super) fn sheet_ui(ui: &mut Ui, state: &State, kept: &mut Kept, commands: &mut Vec<Command>) {
    let adding = &state.adding;
    if adding.tables.grids.is_empty() {
        return empty_ui(ui, kept, commands);
    }
    let mut tables = adding.tables.clone();
    for (at, grid) in adding.tables.grids.iter().enumerate() {
        let heads = adding.outcome.heads.get(at).and_then(Option::as_ref);
        grid_ui(ui, state, grid, heads, &mut tables);
        ui.add_space(space::S);
    }
    questions::questions_ui(ui, state, &mut tables);
    source_ui(ui, state, &mut tables);
    questions::passed_ui(ui, state);
    if tables != adding.tables {
        commands.push(Command::Add(Add::Answer(Box::new(tables))));
    }
}

/// Where a sheet comes from.
fn empty_ui(ui: &mut Ui, kept: &mut Kept, commands: &mut Vec<Command>) {
    soft_ui(ui, words::sheet::SHEET_MEANS);
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let pick = ToolButton::text(words::sheet::PICK_SHEET).with_icon(icons::FOLDER_OPEN);
        if pick.look(Look::Primary).show(ui).clicked() {
            commands.push(Command::Add(Add::PickSheet));
        }
        let template = ToolButton::text(words::sheet::TEMPLATE).with_icon(icons::GRID_NINE);
        if template.show(ui).clicked() {
            commands.push(Command::Add(Add::PickTemplate));
        }
    });
    ui.add_space(space::S);
    let field = TextEdit::multiline(&mut kept.pasted)
        .hint_text(words::sheet::PASTE_FIELD)
        .desired_rows(6)
        .desired_width(f32::INFINITY);
    let field = ui.add(field).accessible_name(words::sheet::PASTE_FIELD);
    if field.changed() && kept.pasted.contains('\n') {
        commands.push(Command::Add(Add::Paste(std::mem::take(&mut kept.pasted))));
    }
}

/// The source of numbers that name none.
fn source_ui(ui: &mut Ui, state: &State, tables: &mut Tables) {
    let asks = questions::asks_source(state);
    if !asks && tables.source == SourceFields::default() {
        return;
    }
    let outcome = &*state.adding.outcome;
    let before = Form {
        source: tables.source.clone(),
        ..Form::default()
    };
    let mut form = before.clone();
    Fields { state, outcome }.source_fields_ui(ui, &mut form.source, words::sheet::SOURCE_OF_REST);
    if form.source != tables.source {
        let settled = form.settled(&before, state.adding.base());
        tables.source = settled.source;
    }
}

/// The first rows of a table.
fn grid_ui(ui: &mut Ui, state: &State, grid: &Grid, heads: Option<&Heads>, tables: &mut Tables) {
    let below = grid.rows.iter().skip(heads.map_or(0, |heads| heads.row));
    let filled = below.filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    heading_ui(ui, &words::sheet::rows(&grid.name, filled.count()));
    let first = heads.map_or(0, |heads| heads.row.saturating_sub(1));
    let rows: Vec<(usize, &Vec<String>)> = (grid.rows.iter().enumerate())
        .skip(first)
        .filter(|(_, row)| row.iter().any(|cell| !cell.trim().is_empty()))
        .take(ROWS + 1)
        .collect();
    let columns = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let widths: Vec<f32> = (0..columns)
        .map(|at| {
            let cells = rows.iter().filter_map(|(_, row)| row.get(at));
            let widest = cells.map(|cell| SMALL.width(ui, cell)).fold(0.0, f32::max);
            let meaning = heads.and_then(|heads| heads.meanings.get(at)?.as_ref());
            let name = meaning_name(state, meaning);
            let widest = widest.max(SMALL.medium().width(ui, &name) + 2.0 * space::S);
            (widest + 2.0 * space::S).clamp(*COLUMN.start(), *COLUMN.end())
        })
        .collect();
    let list = UiBuilder::new()
        .accessibility_role(Role::Table)
        .accessibility_label(words::sheet::ROWS);
    ScrollArea::horizontal()
        .id_salt(("grid", &grid.name))
        .show(ui, |ui| {
            ui.scope_builder(list, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                if let (Some(heads), Some((_, names))) = (heads, rows.first()) {
                    meanings_ui(ui, state, heads, names, &widths, tables);
                }
                for (at, row) in &rows {
                    let is_head = heads.is_some() && *at == first;
                    row_ui(ui, state, (&grid.name, at + 1), row, &widths, is_head);
                }
                ui.add_space(space::S);
            });
        });
    if let Some(more @ 1..) = grid.rows.len().checked_sub(first + rows.len()) {
        note_ui(ui, words::sheet::more_rows(more));
    }
}

/// The meaning of each column, as a choice over it.
fn meanings_ui(
    ui: &mut Ui,
    state: &State,
    heads: &Heads,
    names: &[String],
    widths: &[f32],
    tables: &mut Tables,
) {
    let left = ui.cursor().min;
    ui.allocate_space(vec2(BECOMES + widths.iter().sum::<f32>(), ROW + space::XS));
    let mut at = left + vec2(BECOMES, 0.0);
    for (column, width) in widths.iter().enumerate() {
        let rect = Rect::from_min_size(at, vec2(*width, ROW));
        at.x += width;
        let Some(head) = names.get(column).filter(|head| !head.trim().is_empty()) else {
            continue;
        };
        let meaning = heads.meanings.get(column).cloned().flatten();
        if let Some(chosen) = meaning_ui(ui, state, rect, head, meaning.as_ref()) {
            tables.answers.meanings.retain(|(of, _)| of != head);
            tables.answers.meanings.push((head.clone(), chosen));
        }
    }
}

/// The name of a meaning.
fn meaning_name(state: &State, meaning: Option<&Meaning>) -> String {
    match meaning {
        None | Some(Meaning::Nothing) => words::sheet::PASSED_OVER.to_owned(),
        Some(Meaning::Of(id)) => offers::label_of(state, id.as_str()),
        Some(meaning) => {
            let name = words::sheet::meaning(meaning.key());
            name.map_or_else(|| meaning.key().to_owned(), str::to_owned)
        }
    }
}

fn meaning_ui(
    ui: &mut Ui,
    state: &State,
    rect: Rect,
    head: &str,
    meaning: Option<&Meaning>,
) -> Option<Meaning> {
    let palette = Palette::shown(ui.ctx());
    let id = ui.unique_id().with(("meaning", head));
    let button = ui.interact(rect.shrink2(vec2(2.0, 0.0)), id, Sense::click());
    let name = meaning_name(state, meaning);
    let spoken = format!("{}: {name}", words::sheet::column(head));
    button.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &spoken));
    let is_nothing = matches!(meaning, None | Some(Meaning::Nothing));
    let fill = if button.hovered() || button.has_focus() {
        palette.hover
    } else {
        palette.sheet
    };
    let line = egui::Stroke::new(1.0, palette.edge);
    let corners = CornerRadius::same(4);
    let kind = egui::StrokeKind::Inside;
    ui.painter().rect(button.rect, corners, fill, line, kind);
    let inner = button.rect.shrink2(vec2(6.0, 0.0));
    let style = if is_nothing {
        SMALL.faint()
    } else {
        SMALL.medium()
    };
    cell(
        ui,
        inner.with_max_x(inner.right() - 12.0),
        style,
        &name,
        Align::Min,
    );
    let caret = pos2(inner.right() - 4.0, inner.center().y);
    paint_icon(ui, Some(icons::CARET_DOWN), caret, 10.0, palette.ink_soft);
    let mut chosen = None;
    Popup::menu(&button.on_hover_text(spoken)).show(|ui| {
        let high = (ui.ctx().content_rect().height() * 0.6).min(420.0);
        ScrollArea::vertical().max_height(high).show(ui, |ui| {
            regions::group(ui);
            ui.spacing_mut().item_spacing.y = 0.0;
            for one in meanings(state) {
                let name = meaning_name(state, Some(&one));
                let is_it = meaning == Some(&one);
                let text = if is_it { TEXT.medium() } else { TEXT };
                let name = text.rich(ui, name);
                if ui.selectable_label(is_it, name).clicked() {
                    chosen = Some(one);
                    ui.close();
                }
            }
        });
    });
    chosen
}

/// What a column can mean.
fn meanings(state: &State) -> Vec<Meaning> {
    let metrics = offers::metric_ids(state).into_iter().map(Meaning::Of);
    Meaning::all().cloned().chain(metrics).collect()
}

fn row_ui(
    ui: &mut Ui,
    state: &State,
    (sheet, number): (&str, usize),
    row: &[String],
    widths: &[f32],
    is_head: bool,
) {
    let palette = Palette::shown(ui.ctx());
    let size = vec2(BECOMES + widths.iter().sum::<f32>(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let outcome = &state.adding.outcome;
    let becomes = outcome.rows.get(&(sheet.to_owned(), number));
    let (word, ink) = match becomes {
        _ if is_head || outcome.proposal.text.is_none() && becomes.is_none() => ("", Ink::Faint),
        Some(Becomes::Written) => (words::sheet::becomes::WRITTEN, Ink::Accent),
        Some(Becomes::Contradicts) => (words::sheet::becomes::CONTRADICTS, Ink::Warning),
        Some(Becomes::Passed) => (words::sheet::becomes::PASSED, Ink::Faint),
        Some(Becomes::Asked) => (words::sheet::becomes::ASKED, Ink::Error),
        None => (words::sheet::becomes::THERE, Ink::Faint),
    };
    let spoken = format!("{word} {}", row.join(", "));
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, spoken.trim()));
    if matches!(becomes, Some(Becomes::Asked | Becomes::Contradicts)) {
        let fill = palette.tint(ink.color(ui.ctx()), 0.12);
        ui.painter().rect_filled(rect, 0.0, fill);
    }
    let line = egui::Stroke::new(1.0, palette.hairline);
    ui.painter().hline(rect.x_range(), rect.bottom(), line);
    let first = Rect::from_min_size(rect.min, vec2(BECOMES, ROW));
    cell(ui, first, SMALL.medium().ink(ink), word, Align::Min);
    let mut left = rect.left() + BECOMES;
    for (text, width) in row.iter().zip(widths) {
        let room = Rect::from_min_size(pos2(left, rect.top()), vec2(*width, ROW));
        left += width;
        let style = if is_head {
            SMALL.medium().soft()
        } else {
            SMALL
        };
        cell(
            ui,
            room.shrink2(vec2(space::S, 0.0)),
            style,
            text.trim(),
            Align::Min,
        );
    }
}
