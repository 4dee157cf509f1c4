//! The figures of the picture as a table: every number with its sign, each a click away from
//! its evidence, and all of it ready for a spreadsheet. The first column stays in sight while
//! the others scroll.

use std::sync::Arc;

use eframe::egui;
use egui::scroll_area::ScrollBarVisibility;
use egui::style::{ScrollFadeStyle, ScrollStyle};
use egui::{
    Color32, Galley, Id, Pos2, Rect, Response, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::commands::Action;
use super::figures_fit::{Fit, figure, label_room, right_aligned};
use super::figures_scroll::{AT_REST, Pager, Rest};
use super::kept::{Letters, kept};
use super::kin::Kin;
use super::widgets::{action_ui, action_width, hairline_ui, heading_ui};
use super::{name_node, regions};
use crate::chart::{ChartSpec, TableHead, TableRow};
use crate::draw::icons;
use crate::draw::laid_out;
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::state::{Command, Drawer, State};
use crate::words::window::details;
use crate::words::window::panel;

/// Above and below the text of a row.
const LEADING: f32 = 6.0;
/// How thick the colour of an operation is beside its name.
const COLOR: f32 = 3.0;
/// How thick the bar is that brings columns into sight.
const BAR: f32 = 10.0;

/// Draws the table.
pub(super) fn table_ui(
    ui: &mut Ui,
    state: &State,
    spec: &Arc<ChartSpec>,
    kin: &Kin,
    commands: &mut Vec<Command>,
) {
    let room = ui.available_width();
    let lit = kin.in_picture(state, spec);
    let key = (
        state.view.of_the_picture(),
        room,
        lit,
        Letters::shown(ui.ctx()),
    );
    let laid_out = kept(ui.ctx(), "figures table", &state.atlas, &key, || {
        let fit = Fit::of(spec, ui.painter(), room);
        let placed = Placed::of(ui, spec, &fit, key.2.as_deref());
        (fit, placed)
    });
    let (fit, placed) = &*laid_out;
    ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
    actions_ui(ui, state, spec, fit, commands);
    ui.add_space(space::S);
    if fit.table.columns.is_empty() || fit.table.rows.is_empty() {
        return;
    }
    if fit.labels_over() {
        ui.scope(|ui| {
            regions::group(ui);
            name_node(ui, Role::Table, panel::FIGURES);
            columns_ui(ui, fit, placed, commands);
        });
        return;
    }
    ui.horizontal_top(|ui| {
        regions::group(ui);
        name_node(ui, Role::Table, panel::FIGURES);
        ui.vertical(|ui| {
            ui.set_width(fit.labels);
            ui.add_space(placed.heads_height);
            for (row, placed) in fit.table.rows.iter().zip(&placed.rows) {
                if is_out_of_sight(ui, fit, placed.height) {
                    ui.add_space(placed.height + 1.0);
                    continue;
                }
                hairline_ui(ui);
                let size = vec2(fit.labels, placed.height);
                let (_, response) = ui.allocate_exact_size(size, sense(&row.head));
                label_ui(ui, spec, &row.head, &placed.label, response, commands);
            }
            hairline_ui(ui);
        });
        columns_ui(ui, fit, placed, commands);
    });
}

/// What stands over the table: its measure, and what can be done with it.
fn actions_ui(
    ui: &mut Ui,
    state: &State,
    spec: &ChartSpec,
    fit: &Fit,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        let measured = spec.kind.metrics_shown() != Some(0);
        let heading = if measured {
            spec.measure.name()
        } else {
            spec.kind.name()
        };
        heading_ui(ui, heading);
        let is_full = state.view.arrangement.table_full;
        let full = (!is_full).then_some((icons::ARROWS_OUT, panel::FULL_WIDTH));
        let copy = (icons::COPY, panel::COPY_TABLE);
        let pager = fit.scrolls().then(|| Pager::of(ui, fit)).flatten();
        // Drawn in the order of reading, at the right end.
        let actions = full.into_iter().chain([copy]);
        let widths = actions.map(|(icon, text)| space::M + action_width(ui, icon, text));
        let width = widths.sum::<f32>() + pager.as_ref().map_or(0.0, |pager| pager.width(ui));
        ui.add_space((ui.available_width() - width).max(0.0));
        if let Some(pager) = pager {
            pager.ui(ui);
        }
        if let Some((icon, text)) = full {
            ui.add_space(space::M);
            if action_ui(ui, icon, text, panel::FULL_WIDTH_MEANS).clicked() {
                commands.extend(Action::FullTable.commands(state));
            }
        }
        ui.add_space(space::M);
        if action_ui(ui, copy.0, copy.1, panel::COPY_TABLE_MEANS).clicked() {
            let text = spec.table_text(&fit.table);
            commands.push(Command::Copy(text, panel::THE_TABLE));
        }
    });
}

/// Tables of up to so many rows are there whole, in sight or not; of longer ones only what is in
/// sight, with a little beyond it that the Tab key can go on to.
const WHOLE: usize = 200;
const BEYOND: f32 = 96.0;

/// Whether a row that is so high and comes next need not be drawn.
fn is_out_of_sight(ui: &Ui, fit: &Fit, height: f32) -> bool {
    let top = ui.cursor().top();
    let sight = ui.clip_rect().expand(BEYOND).y_range();
    fit.table.rows.len() > WHOLE && (top > sight.max || top + height < sight.min)
}

/// Labels that stand over their figures, and stay there while those scroll.
fn labels_over_ui(ui: &mut Ui, fit: &Fit, placed: &Placed, top: Pos2, commands: &mut Vec<Command>) {
    let mut y = top.y + placed.heads_height;
    for (index, (row, placed)) in fit.table.rows.iter().zip(&placed.rows).enumerate() {
        y += 1.0;
        let area = Rect::from_min_size(pos2(top.x, y), vec2(fit.seen, placed.above));
        let id = ui.scope_id().with(("label", index));
        let response = ui.interact(area, id, sense(&row.head));
        label_ui(ui, &fit.spec, &row.head, &placed.label, response, commands);
        y += placed.above + placed.height;
    }
}

/// The texts of a table, laid out in their columns.
struct Placed {
    heads: Vec<Arc<Galley>>,
    heads_height: f32,
    rows: Vec<PlacedRow>,
}

struct PlacedRow {
    label: Arc<Galley>,
    /// What the label takes over the figures; 0 where it stands before them.
    above: f32,
    cells: Vec<Option<(Arc<Galley>, Color32)>>,
    height: f32,
}

impl Placed {
    /// Lays them out; where some operations are `lit`, by their numbers, the others are fainter.
    fn of(ui: &Ui, spec: &ChartSpec, fit: &Fit, lit: Option<&[usize]>) -> Self {
        let palette = Palette::shown(ui.ctx());
        let ink = |operation: Option<usize>| {
            let place = operation.map(|one| spec.operations[one].place);
            match (lit, place) {
                (Some(lit), Some(place)) if !lit.contains(&place) => palette.ink_faint,
                (Some(_) | None, Some(_) | None) => palette.ink,
            }
        };
        let heads: Vec<Arc<Galley>> = (fit.table.columns.iter().zip(&fit.columns))
            .map(|(heading, column)| {
                let font = font(Weight::Medium, size::SMALL);
                let room = column - fit.pad;
                right_aligned(
                    ui.painter(),
                    &heading.title,
                    font,
                    room,
                    ink(heading.operation),
                )
            })
            .collect();
        let tallest = heads.iter().map(|head| head.size().y).fold(0.0, f32::max);
        let row = |row: &TableRow| {
            let over = fit.labels_over();
            let (font, room) = if over {
                (font(Weight::Regular, size::SMALL), fit.seen)
            } else {
                (font(Weight::Regular, size::TEXT), fit.labels)
            };
            let room = room - label_room(&row.head) + 1.0;
            let label = laid_out(
                ui.ctx(),
                &row.head.title,
                font,
                ink(row.head.operation),
                room,
            );
            let cells: Vec<Option<(Arc<Galley>, Color32)>> = (row.cells.iter().zip(&fit.columns))
                .map(|(&cell, &column)| {
                    let shown = &spec.figures[cell?];
                    let color = if shown.amount().is_some() {
                        ink(shown.subject.operation())
                    } else {
                        palette.ink_faint
                    };
                    let room = column - fit.pad;
                    let galley = figure(ui.painter(), shown, fit.size, room, color);
                    Some((galley, color))
                })
                .collect();
            let tallest = cells.iter().flatten().map(|(galley, _)| galley.size().y);
            let tallest = tallest.fold(0.0, f32::max);
            let (above, tallest) = if over {
                (label.size().y + LEADING, tallest - LEADING + 2.0)
            } else {
                (0.0, tallest.max(label.size().y))
            };
            PlacedRow {
                label,
                above,
                cells,
                height: tallest + 2.0 * LEADING,
            }
        };
        Self {
            heads,
            heads_height: tallest + space::S + COLOR,
            rows: fit.table.rows.iter().map(row).collect(),
        }
    }
}

/// The columns beside the first, which scroll where they are not all in sight.
fn columns_ui(ui: &mut Ui, fit: &Fit, placed: &Placed, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let scrolls = fit.scrolls();
    let id = Id::unique(AT_REST);
    let rest: Rest = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let mut area = ScrollArea::horizontal()
        .id_salt("figures across")
        .max_width(fit.seen)
        .scroll_bar_visibility(if scrolls {
            ScrollBarVisibility::AlwaysVisible
        } else {
            ScrollBarVisibility::AlwaysHidden
        });
    if let Some(offset) = rest.pending {
        area = area.horizontal_scroll_offset(offset);
    }
    // Columns out of sight must be seen to be there.
    ui.spacing_mut().scroll = ScrollStyle {
        bar_width: BAR,
        handle_min_length: 48.0,
        foreground_color: true,
        // No figure is paler than another.
        fade: ScrollFadeStyle {
            strength: 0.0,
            ..ScrollFadeStyle::default()
        },
        ..ScrollStyle::solid()
    };
    ui.visuals_mut().widgets.inactive.fg_stroke.color = palette.ink_faint;
    ui.visuals_mut().extreme_bg_color = palette.hairline;
    let output = area.show(ui, |ui| {
        ui.vertical(|ui| {
            ui.set_width(fit.columns.iter().sum());
            ui.horizontal_top(|ui| {
                name_node(ui, Role::Row, fit.table.corner);
                for ((heading, head), &column) in fit
                    .table
                    .columns
                    .iter()
                    .zip(&placed.heads)
                    .zip(&fit.columns)
                {
                    head_ui(
                        ui,
                        &fit.spec,
                        heading,
                        head,
                        vec2(column, placed.heads_height),
                        commands,
                    );
                }
            });
            for (row, placed) in fit.table.rows.iter().zip(&placed.rows) {
                let height = placed.above + placed.height;
                if is_out_of_sight(ui, fit, height) {
                    ui.add_space(height + 1.0);
                    continue;
                }
                hairline_ui(ui);
                ui.add_space(placed.above);
                cells_ui(ui, fit, row, placed, commands);
            }
            hairline_ui(ui);
        });
    });
    if fit.labels_over() {
        labels_over_ui(ui, fit, placed, output.inner_rect.min, commands);
    }
    if let (true, Some(&column)) = (scrolls, fit.columns.first()) {
        let offset = output.state.clamped_offset().x;
        let most = (output.content_size.x - output.inner_rect.width()).max(0.0);
        let moving = ui.input(|input| {
            input.pointer.any_down() || input.smooth_scroll_delta() != egui::Vec2::ZERO
        });
        let next = rest.after(offset, column, most, moving);
        if next.pending.is_some() {
            ui.request_repaint();
        }
        if next != rest {
            ui.data_mut(|data| data.insert_temp(id, next));
        }
        if offset > 0.5 && !fit.labels_over() {
            // What stands left of this line does not move.
            let top = output.inner_rect.left_top();
            let stroke = egui::Stroke::new(1.0, palette.ink_faint);
            let rows = top.y..=top.y + output.content_size.y;
            ui.painter().vline(top.x, rows, stroke);
        }
    }
}

fn head_ui(
    ui: &mut Ui,
    spec: &ChartSpec,
    head: &TableHead,
    title: &Arc<Galley>,
    size: egui::Vec2,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::shown(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(size, sense(head));
    let right = rect.right() - space::XS;
    let bottom = rect.bottom() - COLOR - space::XS;
    let line = Rect::from_min_max(
        pos2(rect.left() + space::S, rect.bottom() - COLOR),
        pos2(right, rect.bottom()),
    );
    color_ui(ui, spec, head, line);
    let pos = pos2(right, bottom - title.size().y);
    ui.painter().galley(pos, title.clone(), palette.ink);
    opened(spec, (response, Role::ColumnHeader), head, commands);
}

fn label_ui(
    ui: &Ui,
    spec: &ChartSpec,
    head: &TableHead,
    label: &Arc<Galley>,
    response: Response,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::shown(ui.ctx());
    let rect = response.rect;
    let mut pos = pos2(rect.left(), rect.top() + LEADING);
    if head.operation.is_some() {
        let line = Rect::from_min_size(pos, vec2(COLOR, label.size().y));
        color_ui(ui, spec, head, line);
        pos.x += space::S;
    }
    ui.painter().galley(pos, label.clone(), palette.ink);
    opened(spec, (response, Role::RowHeader), head, commands);
}

/// The colour of an operation as its marks have it; nothing for a metric.
fn color_ui(ui: &Ui, spec: &ChartSpec, head: &TableHead, line: Rect) {
    if let Some(operation) = head.operation.map(|place| &spec.operations[place]) {
        let palette = Palette::shown(ui.ctx());
        let color = palette.mark(operation.place, operation.quiet, None);
        ui.painter().rect_filled(line, 0.0, color);
    }
}

fn sense(head: &TableHead) -> Sense {
    if head.operation.is_some() {
        Sense::click()
    } else {
        Sense::hover()
    }
}

/// What a head of a row or column says and does.
fn opened(
    spec: &ChartSpec,
    (response, role): (Response, Role),
    head: &TableHead,
    commands: &mut Vec<Command>,
) {
    response.widget_info(|| WidgetInfo::labeled(role, true, &head.title));
    if head.operation.is_some() {
        let ctx = &response.ctx;
        ctx.accesskit_node_builder(response.id, |node| {
            node.set_description(details::about(&head.title));
        });
    }
    let mut response = response;
    if !head.hover.is_empty() {
        response = response.on_hover_text(&head.hover);
    }
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if let Some(operation) = head.operation.filter(|_| response.clicked()) {
        commands.push(Command::OpenDrawer(Drawer::Operation {
            operation: spec.operations[operation].id.clone(),
        }));
    }
}

fn cells_ui(
    ui: &mut Ui,
    fit: &Fit,
    row: &TableRow,
    placed: &PlacedRow,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::shown(ui.ctx());
    let top = if placed.above > 0.0 { 2.0 } else { LEADING };
    ui.horizontal_top(|ui| {
        name_node(ui, Role::Row, &row.head.title);
        let cells = row.cells.iter().zip(&placed.cells);
        for ((cell, text), &column) in cells.zip(&fit.columns) {
            let size = vec2(column, placed.height);
            let (Some(figure), Some((galley, color))) = (cell, text) else {
                ui.allocate_exact_size(size, Sense::hover());
                continue;
            };
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            if response.hovered() {
                ui.painter().rect_filled(rect, 4.0, palette.hover);
            }
            let pos = pos2(rect.right() - space::XS, rect.top() + top);
            ui.painter().galley(pos, galley.clone(), *color);
            figure_ui(&fit.spec, *figure, response, commands);
        }
    });
}

fn figure_ui(spec: &ChartSpec, figure: usize, response: Response, commands: &mut Vec<Command>) {
    let spoken = &spec.figures[figure].spoken;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken));
    let response = response.on_hover_text(spoken);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        commands.extend(evidence(spec, figure).map(Command::OpenDrawer));
    }
}

/// The evidence of something shown: of a figure its sources, of a country what is known of it.
pub(super) fn evidence(spec: &ChartSpec, figure: usize) -> Option<Drawer> {
    if let Some(country) = spec.country_of(figure) {
        let code = country.code().to_owned();
        return Some(Drawer::Country { code });
    }
    let [operation, metric] = spec.evidence_of(figure)?.map(str::to_owned);
    Some(Drawer::Figure { operation, metric })
}
