//! The bar at the top: the program's name, the open datasets, and what can be done.

use eframe::egui;
use egui::{
    Align, CornerRadius, Layout, Popup, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::Scratch;
use super::chips::chips_ui;
use super::commands::Action;
use super::regions;
use super::style::{HEADING, SMALL, TEXT};
use super::table::cell;
use super::tool_button::{HEIGHT as BUTTON_HEIGHT, ToolButton, paint_icon};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::state::{Command, State, Theme};

/// How high the bar is, in points.
pub(super) const HEIGHT: f32 = 52.0;

const MENU_WIDTH: f32 = 232.0;
const MENU_ICON: f32 = 16.0;

/// Draws the top bar.
pub(super) fn top_bar_ui(
    ui: &mut Ui,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let bar = ui.max_rect();
    name_ui(ui, bar);
    // The buttons on the right, from left to right as they are read and tabbed through.
    let bare = [Action::Commands, Action::Undo, Action::Redo].map(|action| {
        let button = ToolButton::icon(action.icon(), action.text());
        (action, button.enabled(action.is_enabled(state)))
    });
    let open = ToolButton::text("Open…")
        .with_icon(icons::FOLDER_OPEN)
        .opening_menu();
    let export = ToolButton::text(Action::Export.text())
        .with_icon(Action::Export.icon())
        .enabled(Action::Export.is_enabled(state));
    let colours = match state.theme {
        Theme::System => "Colours: as the system",
        Theme::Light => "Colours: light",
        Theme::Dark => "Colours: dark",
    };
    let theme = ToolButton::icon(Action::Use(state.theme).icon(), colours).opening_menu();
    let buttons = bare.iter().map(|(_, button)| button);
    let buttons = buttons.chain([&open, &export, &theme]);
    let widths: f32 = buttons.map(|button| button.width(ui)).sum();
    // Bare buttons stand close, outlined ones apart.
    let width = widths + space::XS * 2.0 + space::S * 3.0;
    let right = bar.right() - space::L;
    let tools = Rect::from_x_y_ranges(right - width..=right, bar.y_range());
    let left = bar.left() + super::rail::WIDTH + space::XL;
    let chips = Rect::from_x_y_ranges(left..=tools.left() - space::L, bar.y_range());
    chips_ui(ui, chips, state, commands);
    let builder = UiBuilder::new()
        .id_salt("tools")
        .max_rect(tools)
        .layout(Layout::left_to_right(Align::Center))
        .accessibility_role(Role::Toolbar)
        .accessibility_label("Commands");
    ui.scope_builder(builder, |ui| {
        regions::group(ui);
        ui.spacing_mut().item_spacing.x = space::XS;
        for (action, button) in bare {
            let tooltip = action.tooltip_with_keys(ui.ctx());
            if button.show(ui).on_hover_text(tooltip).clicked() {
                super::perform(action, ui.ctx(), scratch, commands);
            }
        }
        ui.spacing_mut().item_spacing.x = space::S;
        ui.add_space(space::S - space::XS);
        let actions = [Action::OpenFiles, Action::TypePath];
        menu_ui(&open.show(ui), state, commands, &actions);
        let tooltip = Action::Export.tooltip_with_keys(ui.ctx());
        if export.show(ui).on_hover_text(tooltip).clicked() {
            commands.extend(Action::Export.command());
        }
        let actions = Theme::ALL.map(Action::Use);
        menu_ui(&theme.show(ui), state, commands, &actions);
    });
}

/// The program's name, quiet, in line with the rail.
fn name_ui(ui: &mut Ui, bar: Rect) {
    let style = HEADING.bold();
    let text = style.galley(ui, "Opatlas");
    let left = bar.left() + ((super::rail::WIDTH - text.size().x) / 2.0).round();
    let at = pos2(left, (bar.center().y - text.size().y / 2.0).round());
    let rect = Rect::from_min_size(at, text.size());
    let response = ui.interact(rect, ui.scope_id().with("name"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, "Opatlas"));
    ui.painter().galley(at, text, style.color(ui));
}

/// A menu of actions under a button.
fn menu_ui(button: &Response, state: &State, commands: &mut Vec<Command>, actions: &[Action]) {
    Popup::menu(button).gap(space::XS).show(|ui| {
        ui.set_width(MENU_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        for action in actions {
            if menu_item_ui(ui, state, *action).clicked() {
                commands.extend(action.command());
                ui.close();
            }
        }
    });
}

fn menu_item_ui(ui: &mut Ui, state: &State, action: Action) -> Response {
    let palette = Palette::shown(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), BUTTON_HEIGHT));
    let response = ui.interact(rect, ui.scope_id().with(action.text()), Sense::click());
    let chosen = if let Action::Use(theme) = action {
        Some(state.theme == theme)
    } else {
        None
    };
    response.widget_info(|| match chosen {
        Some(chosen) => WidgetInfo::selected(Role::MenuItemRadio, true, chosen, action.text()),
        None => WidgetInfo::labeled(Role::MenuItem, true, action.text()),
    });
    if response.hovered() || response.has_focus() {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(4), palette.hover);
    }
    let icon = match chosen {
        Some(true) => Some(icons::CHECK),
        Some(false) => None,
        None => Some(action.icon()),
    };
    let middle = pos2(rect.left() + space::S + 8.0, rect.center().y);
    paint_icon(ui, icon, middle, MENU_ICON, palette.ink_soft);
    let text = rect.with_min_x(rect.left() + 32.0);
    cell(ui, text, TEXT, action.text(), Align::Min);
    let keys = rect.with_max_x(rect.right() - space::S);
    let text = action.shortcut_text(ui.ctx());
    cell(ui, keys, SMALL.faint(), &text, Align::Max);
    response
}
