//! The rail on the left: the pages by icon and name, and how many problems there are.

use eframe::egui;
use egui::{
    Align2, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::commands::{Action, page_icon};
use super::regions;
use super::style::SMALL;
use super::tool_button::paint_icon;
use crate::draw::theme::{Palette, space};
use crate::model::Severity;
use crate::state::{Command, Page, State};

/// How wide the rail is, in points.
pub(super) const WIDTH: f32 = 80.0;
const ITEM_HEIGHT: f32 = 64.0;
const ICON: f32 = 22.0;
const BAR: f32 = 3.0;

/// Draws the rail.
pub(super) fn rail_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    regions::group_ui(ui, (Role::TabList, "Pages"), |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        ui.add_space(space::S);
        for page in Page::ALL {
            item_ui(ui, state, page, commands);
        }
    });
}

fn item_ui(ui: &mut Ui, state: &State, page: Page, commands: &mut Vec<Command>) {
    let (_, rect) = ui.allocate_space(vec2(WIDTH, ITEM_HEIGHT));
    let response = ui.interact(rect, ui.scope_id().with(page.name()), Sense::click());
    let chosen = state.view.page == page;
    let problems = if page == Page::Problems {
        state.problems().count()
    } else {
        0
    };
    let name = match problems {
        0 => page.name().to_owned(),
        count => format!("{} ({count})", page.name()),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, &name));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(chosen));

    let palette = Palette::shown(ui.ctx());
    let ground = rect.shrink2(vec2(space::S, 2.0));
    if response.hovered() {
        ui.painter()
            .rect_filled(ground, CornerRadius::same(8), palette.hover);
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
    let icon = pos2(rect.center().x, rect.top() + space::L + space::S);
    paint_icon(ui, Some(page_icon(page)), icon, ICON, style.color(ui));
    let label = pos2(rect.center().x, rect.top() + 48.0);
    style.paint(ui, label, Align2::CENTER_CENTER, page.name());
    if problems > 0 {
        let failed = state.problem_count(Severity::Error) > 0;
        badge_ui(ui, icon + vec2(ICON / 2.0, -space::S), problems, failed);
    }
    let tooltip = Action::Show(page).tooltip_with_keys(ui.ctx());
    if response.on_hover_text(tooltip).clicked() {
        commands.push(Command::Show(page));
    }
}

/// A count at the corner of an icon.
fn badge_ui(ui: &Ui, center: egui::Pos2, count: usize, failed: bool) {
    let palette = Palette::shown(ui.ctx());
    let text = if count > 99 {
        "99+".to_owned()
    } else {
        count.to_string()
    };
    let text = SMALL.bold().galley(ui, &text);
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
