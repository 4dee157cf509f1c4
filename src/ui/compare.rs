//! The Compare page: where its parts stand. Choices on the left, the picture under its strip, and
//! alongside it the panel with figures, countries and cases.

use std::sync::Arc;

use eframe::egui;
use egui::{Area, Frame, Id, Order, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder};

use super::beside::Beside;
use super::kept::kept;
use super::kin::Kin;
use super::panel_parts::Parts;
use super::regions::{self, Part};
use super::{choices, panel, picture_sheet, strip};
use crate::chart::{ChartSpec, picture};
use crate::draw::theme::Palette;
use crate::state::{Command, State};
use crate::words::window;

/// How wide the choices are.
const CHOICES: f32 = 256.0;
/// How wide the panel is, or each of its two columns.
const PANEL: f32 = 360.0;

/// How high the page must be for the strip to stay while the picture scrolls.
const LOW: f32 = 360.0;

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let page = ui.available_rect_before_wrap();
    ui.painter().rect_filled(page, 0.0, palette.paper);
    let spec = said(ui.ctx(), state);
    let kin = Kin::shown(ui.ctx(), state);
    let beside = Beside::of(page.width(), state);
    let parts = Parts {
        state,
        spec: &spec,
        kin: &kin,
    };
    if beside.columns > 0 && state.panel_over {
        // It stands beside the picture again: there is nothing to take away from over it.
        commands.push(Command::LayPanelOver(false));
    }
    let mut middle = page;
    if beside.choices {
        let (left, rest) = page.split_left_right_at_x(page.left() + CHOICES);
        middle = rest;
        let name = (Role::Form, window::compare::CHOICES);
        region_ui(ui, left, name, Part::Choices, |ui| {
            choices::column_ui(ui, state, commands);
        });
    }
    let width = PANEL * f32::from(beside.columns);
    let (middle, right) = middle.split_left_right_at_x(middle.right() - width);
    ui.scope_builder(UiBuilder::new().max_rect(middle), |ui| {
        ui.set_clip_rect(middle.intersect(ui.clip_rect()));
        let is_low = middle.height() < LOW;
        if !is_low {
            strip::strip_ui(ui, state, &spec, beside, commands);
        }
        let room = ui.available_height();
        ScrollArea::vertical()
            .id_salt("middle")
            .auto_shrink(false)
            .show(ui, |ui| {
                if is_low {
                    strip::strip_ui(ui, state, &spec, beside, commands);
                }
                if state.view.arrangement.table_full {
                    panel::table_page_ui(ui, &parts, commands);
                } else {
                    picture_sheet::sheet_ui(ui, &parts, room, commands);
                }
                regions::in_sight(ui);
            });
    });
    if beside.columns > 0 {
        let name = (Role::Complementary, window::panel::PANEL);
        region_ui(ui, right, name, Part::Panel, |ui| {
            regions::opened(ui, state.drawer.as_ref());
            panel::columns_ui(ui, &parts, beside.columns, commands);
        });
    } else if state.panel_over || state.drawer.is_some() {
        over_ui(ui.ctx(), page, state, |ui| {
            panel::columns_ui(ui, &parts, 1, commands);
        });
    }
    ui.allocate_rect(page, Sense::hover());
}

/// Draws a panel lying over the page.
pub(super) fn over_ui(
    ctx: &egui::Context,
    page: Rect,
    state: &State,
    content_ui: impl FnOnce(&mut Ui),
) {
    let palette = Palette::shown(ctx);
    // What is left beside it shows that it lies over something, where that is wide enough to see.
    let width = if page.width() < PANEL + 64.0 {
        page.width()
    } else {
        PANEL
    };
    let rect = page.with_min_x(page.right() - width);
    let area = Area::new(Id::unique("panel over the page"))
        .order(Order::Middle)
        .fixed_pos(rect.min)
        .constrain(false)
        .movable(false)
        .accessible_name(window::panel::PANEL);
    area.show(ctx, |ui| {
        regions::part(ui, Part::Panel);
        regions::opened(ui, state.drawer.as_ref());
        ui.set_clip_rect(rect.expand(1.0));
        let line = Stroke::new(1.0, palette.hairline);
        let frame = Frame::NONE
            .fill(palette.sheet)
            .shadow(ui.visuals().popup_shadow);
        frame.show(ui, |ui| {
            ui.set_min_size(rect.size());
            ui.set_max_size(rect.size());
            ui.painter().vline(rect.left() + 0.5, rect.y_range(), line);
            content_ui(ui);
        });
        ui.allocate_rect(rect, Sense::click_and_drag());
    });
}

/// A part of the page in its place, with a name for those who hear it.
fn region_ui(
    ui: &mut Ui,
    rect: Rect,
    (role, name): (Role, &str),
    part: Part,
    content_ui: impl FnOnce(&mut Ui),
) {
    let builder = UiBuilder::new()
        .id_salt(name)
        .max_rect(rect)
        .accessibility_role(role)
        .accessibility_label(name);
    ui.scope_builder(builder, |ui| {
        regions::part(ui, part);
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        content_ui(ui);
        ui.expand_to_include_rect(rect);
    });
}

/// What the picture of the view says; the same until something is chosen.
pub(super) fn said(ctx: &egui::Context, state: &State) -> Arc<ChartSpec> {
    let view = state.view.pictured(&state.atlas).of_the_picture();
    kept(ctx, "picture", &state.atlas, &view, || {
        picture(&state.atlas, &view.comparison, view.showing())
    })
}
