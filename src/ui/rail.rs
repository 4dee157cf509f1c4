//! The rail on the left: the pages by icon and name, and how many problems there are.

use eframe::egui;
use egui::{
    Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::commands::Action;
use super::regions;
use super::style::SMALL;
use super::tool_button::paint_icon;
use crate::draw::theme::{Palette, space};
use crate::model::Severity;
use crate::state::{Command, Page, State};
use crate::words::window::frame as words;

const WIDE: f32 = 68.0;
const NARROW: f32 = 48.0;
const ICON: f32 = 22.0;
const BAR: f32 = 3.0;

/// How wide the rail is in a window of a width, in points: with names, with icons alone, or not
/// there, because the pages are in a menu.
pub(super) fn width(window: f32) -> f32 {
    if window >= 900.0 {
        WIDE
    } else if window >= 560.0 {
        NARROW
    } else {
        0.0
    }
}

/// Draws the rail.
pub(super) fn rail_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    regions::group_ui(ui, (Role::TabList, words::PAGES), |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.add_space(space::XS);
        // Where the window is low, the names go before a page does.
        let width = width(ui.ctx().content_rect().width());
        let room = ui.available_height() / Page::ALL.len() as f32;
        let named = width > NARROW && room >= 48.0;
        let tall: f32 = if named { 60.0 } else { 44.0 };
        let height = tall.min(room.max(24.0));
        for page in Page::ALL {
            item_ui(ui, state, page, (width, height, named), commands);
        }
    });
}

fn item_ui(
    ui: &mut Ui,
    state: &State,
    page: Page,
    (width, height, named): (f32, f32, bool),
    commands: &mut Vec<Command>,
) {
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(rect, ui.scope_id().with(page.name()), Sense::click());
    let chosen = state.view.page == page;
    let problems = match page {
        Page::Problems => state.problems().count(),
        Page::Compare | Page::Countries | Page::Cases | Page::Sources => 0,
    };
    let name = words::page(page.name(), problems);
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, &name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(chosen));

    let palette = Palette::shown(ui.ctx());
    let ground = rect.shrink2(vec2(space::XS, 1.0));
    let corners = CornerRadius::same(8);
    if response.hovered() {
        ui.painter().rect_filled(ground, corners, palette.hover);
    }
    if chosen {
        regions::chosen(&response);
        let bar = rect
            .shrink2(vec2(0.0, space::S))
            .with_max_x(rect.left() + BAR);
        let corners = CornerRadius {
            ne: 2,
            se: 2,
            ..CornerRadius::ZERO
        };
        ui.painter().rect_filled(bar, corners, palette.ink);
    }
    let style = if chosen { SMALL.bold() } else { SMALL.soft() };
    let middle = rect.center();
    let icon = if named {
        middle - vec2(0.0, 10.0)
    } else {
        middle
    };
    paint_icon(
        ui,
        Some(Action::Show(page).icon()),
        icon,
        ICON,
        style.color(ui),
    );
    if named {
        let label = pos2(middle.x, middle.y + 15.0);
        style.paint(ui, label, Align2::CENTER_CENTER, page.name());
    }
    if problems > 0 {
        let failed = state.problem_count(Severity::Error) > 0;
        badge_ui(ui, icon + vec2(ICON / 2.0, -space::S), problems, failed);
    }
    let tooltip = Action::Show(page).tooltip_with_keys(ui.ctx());
    let tooltip = if named {
        tooltip
    } else {
        format!("{name}\n{tooltip}")
    };
    if response.on_hover_text(tooltip).clicked() {
        commands.push(Command::Show(page));
    }
}

/// A count at the corner of an icon.
fn badge_ui(ui: &Ui, center: egui::Pos2, count: usize, failed: bool) {
    let palette = Palette::shown(ui.ctx());
    let text = SMALL.bold().galley(ui, &words::badge(count));
    let width = (text.size().x + space::S).max(space::L);
    let center = center + vec2((width - space::L) / 2.0, 0.0);
    let ground = Rect::from_center_size(center, vec2(width, space::L));
    let fill = if failed {
        palette.error
    } else {
        palette.warning
    };
    let ring = Stroke::new(2.0, palette.paper);
    let corners = CornerRadius::same(8);
    ui.painter()
        .rect(ground, corners, fill, ring, StrokeKind::Outside);
    let at = ground.center() - text.size() / 2.0;
    ui.painter()
        .galley_with_override_text_color(at, text, palette.sheet);
}
