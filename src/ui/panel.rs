//! The panel alongside the picture: figures, countries and cases of what is compared, each under
//! its tab, and in their place what was opened. Where there is room it has two columns.

use eframe::egui;
use egui::{
    Align, CursorIcon, Frame, Layout, Margin, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::drawer::{kind_name, opened_ui};
use super::figures_table;
use super::panel_parts::Parts;
use super::regions::{self, Part};
use super::style::{SMALL, TEXT};
use super::table::GUTTER;
use super::widgets::{action_ui, icon_button_ui, label_ui};
use super::{panel_cases, panel_countries};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::state::{Command, Drawer, Tab};
use crate::words::window::panel;

/// The height of a column's head: as high as the strip over the picture.
const HEAD: f32 = super::strip::HEIGHT;
/// What is free around a column.
const MARGIN: Margin = Margin {
    left: 16,
    right: 4,
    top: 0,
    bottom: 0,
};

/// What a column of the panel holds.
enum Column<'a> {
    /// What was opened, and what stands behind it.
    Opened(&'a Drawer),
    /// The tabs, with one of them shown.
    Tabs(&'static [Tab], Tab),
}

/// Draws one or two columns in the room there is.
pub(super) fn columns_ui(ui: &mut Ui, parts: &Parts<'_>, count: u8, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let tab = parts.state.view.arrangement.tab;
    let opened = parts.state.drawer.as_ref().map(Column::Opened);
    let area = ui.available_rect_before_wrap();
    ui.painter().rect_filled(area, 0.0, palette.sheet);
    let columns = if count < 2 {
        vec![opened.unwrap_or(Column::Tabs(&Tab::ALL, tab))]
    } else {
        const BESIDE: &[Tab] = &[Tab::Countries, Tab::Cases];
        let beside = if tab == Tab::Figures {
            Tab::Countries
        } else {
            tab
        };
        vec![
            opened.unwrap_or(Column::Tabs(&[Tab::Figures], Tab::Figures)),
            Column::Tabs(BESIDE, beside),
        ]
    };
    let width = area.width() / columns.len() as f32;
    for (index, column) in columns.iter().enumerate() {
        let left = area.left() + index as f32 * width;
        let rect = Rect::from_x_y_ranges(left..=left + width, area.y_range());
        let line = Stroke::new(1.0, palette.hairline);
        ui.painter().vline(rect.left() + 0.5, rect.y_range(), line);
        let builder = UiBuilder::new().id_salt(("column", index)).max_rect(rect);
        ui.scope_builder(builder, |ui| {
            ui.set_clip_rect(rect.intersect(ui.clip_rect()));
            let is_last = index + 1 == columns.len();
            Frame::NONE.inner_margin(MARGIN).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                match column {
                    Column::Opened(drawer) => {
                        back_ui(ui, parts, drawer, is_last, commands);
                        opened_ui(ui, parts.state, drawer, commands);
                    }
                    Column::Tabs(tabs, tab) => {
                        tabs_ui(ui, parts, tabs, *tab, commands);
                        tab_ui(ui, parts, *tab, commands);
                    }
                }
            });
        });
    }
}

/// The head over what was opened: the way back.
fn back_ui(
    ui: &mut Ui,
    parts: &Parts<'_>,
    drawer: &Drawer,
    is_last: bool,
    commands: &mut Vec<Command>,
) {
    let state = parts.state;
    let behind = match state.behind.last() {
        Some(behind) => kind_name(behind.kind()),
        // With two columns, figures stand behind what was opened, whatever tab is shown beside.
        None if is_last => tab_name(state.view.arrangement.tab),
        None => panel::FIGURES,
    };
    head_ui(ui, true, commands, |ui, commands| {
        let back = panel::back_to(behind);
        if action_ui(ui, icons::CARET_LEFT, &back, &back).clicked() {
            commands.push(Command::Dismiss);
        }
        label_ui(ui, SMALL.faint(), format!("· {}", kind_name(drawer.kind())));
    });
}

fn tab_name(tab: Tab) -> &'static str {
    match tab {
        Tab::Figures => panel::FIGURES,
        Tab::Countries => panel::COUNTRIES,
        Tab::Cases => panel::CASES,
    }
}

/// The head of a column; where it `closes`, with what takes away what is opened in it.
fn head_ui(
    ui: &mut Ui,
    closes: bool,
    commands: &mut Vec<Command>,
    content_ui: impl FnOnce(&mut Ui, &mut Vec<Command>),
) {
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), HEAD), layout, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        content_ui(ui, commands);
        if !closes {
            return;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::XS);
            if icon_button_ui(ui, icons::X, panel::CLOSE).clicked() {
                commands.push(Command::ClosePanel);
            }
        });
    });
    let line = Stroke::new(1.0, Palette::shown(ui.ctx()).hairline);
    let across = ui.max_rect().x_range().expand(space::L);
    ui.painter().hline(across, ui.cursor().top() - 0.5, line);
}

/// The tabs over a column.
fn tabs_ui(ui: &mut Ui, parts: &Parts<'_>, tabs: &[Tab], shown: Tab, commands: &mut Vec<Command>) {
    // The panel beside the picture is hidden from the strip.
    head_ui(ui, parts.state.panel_over, commands, |ui, commands| {
        regions::group_ui(ui, (Role::TabList, panel::PANEL), |ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            for &tab in tabs {
                let is_shown = tab == shown;
                if a_tab_ui(ui, tab_name(tab), is_shown) && !is_shown {
                    commands.push(Command::ShowTab(tab));
                }
            }
        });
    });
}

fn a_tab_ui(ui: &mut Ui, name: &str, shown: bool) -> bool {
    let style = if shown {
        TEXT.bold()
    } else {
        TEXT.medium().soft()
    };
    // As wide in both weights, so that nothing moves.
    let width = TEXT.bold().width(ui, name);
    let (_, rect) = ui.allocate_space(vec2(width, HEAD));
    let response = ui.interact(rect, ui.scope_id().with(name), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, panel::alongside(name)));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(shown));
    let style = if response.hovered() && !shown {
        TEXT.medium()
    } else {
        style
    };
    style.paint(ui, rect.left_center(), egui::Align2::LEFT_CENTER, name);
    if shown {
        let line = Stroke::new(2.0, Palette::shown(ui.ctx()).ink);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 1.0, line);
    }
    if shown {
        regions::chosen(&response);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn tab_ui(ui: &mut Ui, parts: &Parts<'_>, tab: Tab, commands: &mut Vec<Command>) {
    match tab {
        Tab::Figures => {
            ui.add_space(space::S);
            let (state, spec, kin) = (parts.state, parts.spec, parts.kin);
            ScrollArea::vertical()
                .id_salt("figures")
                .auto_shrink(false)
                .show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - GUTTER);
                    figures_table::table_ui(ui, state, spec, kin, commands);
                    ui.add_space(space::L);
                    regions::in_sight(ui);
                });
        }
        Tab::Countries => panel_countries::countries_ui(ui, parts, commands),
        Tab::Cases => panel_cases::cases_ui(ui, parts, commands),
    }
}

/// The table of figures in the picture's place, as high as it is.
pub(super) fn table_page_ui(ui: &mut Ui, parts: &Parts<'_>, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let sheet = Frame::NONE
        .fill(palette.sheet)
        .stroke(Stroke::new(1.0, palette.hairline))
        .outer_margin(Margin {
            left: 16,
            right: 16,
            top: 0,
            bottom: 16,
        })
        .inner_margin(space::L);
    sheet.show(ui, |ui| {
        regions::part(ui, Part::Picture);
        let (state, spec, kin) = (parts.state, parts.spec, parts.kin);
        figures_table::table_ui(ui, state, spec, kin, commands);
    });
}
