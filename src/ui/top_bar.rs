//! The bar at the top: the program's name, the open datasets, the search, and what can be done.

use eframe::egui;
use egui::{
    Align, Align2, CornerRadius, Layout, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::commands::Action;
use super::datasets::{self, Datasets};
use super::style::{HEADING, SMALL, TEXT};
use super::table::cell;
use super::tool_button::{HEIGHT as BUTTON_HEIGHT, ToolButton, paint_icon};
use super::{Scratch, rail, regions};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::state::{Command, Page, State, Theme};
use crate::words::window::{frame as words, search};

/// How high the bar is, in points.
pub(super) const HEIGHT: f32 = 52.0;

const MENU_WIDTH: f32 = 232.0;
const MENU_ICON: f32 = 16.0;
/// How wide the search is at least and at most.
const SEARCH: std::ops::RangeInclusive<f32> = 200.0..=420.0;

/// What the bar has room for, by the width of the window in points.
#[derive(Clone, Copy)]
struct Form(f32);

impl Form {
    /// The search as a field, not as an icon.
    fn search(self) -> bool {
        self.0 >= 900.0
    }

    /// The word on the button of the export.
    fn export(self) -> bool {
        self.0 >= 640.0
    }

    /// The name of the program; else the menu of the pages.
    fn name(self) -> bool {
        rail::width(self.0) > 0.0
    }

    /// Buttons to take choices back; there are keys for it, and the search.
    fn history(self) -> bool {
        self.0 >= 400.0
    }

    /// The words on the button of the datasets.
    fn datasets(self) -> bool {
        self.0 >= 480.0
    }
}

/// Draws the top bar.
pub(super) fn top_bar_ui(
    ui: &mut Ui,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let bar = ui.max_rect();
    let form = Form(bar.width());
    let margin = if form.export() { space::L } else { space::S };
    let inner = bar.shrink2(vec2(margin, 0.0));
    let left = row(ui, "datasets", inner, Align::Min, |ui| {
        if form.name() {
            name_ui(ui);
            ui.add_space(space::L);
        } else {
            pages_ui(ui, state, commands);
            ui.add_space(if form.datasets() { space::XS } else { 0.0 });
        }
        let datasets = Datasets::of(state);
        let button = datasets.button(form.datasets()).show(ui);
        datasets::menu_ui(&button, state, scratch, commands);
    });
    // Before the tools in the order of reading; its room is what they leave.
    let tools = tools_width(ui, state, form);
    if form.search() {
        let room = Rect::from_x_y_ranges(
            left.right() + space::L..=inner.right() - tools - space::L,
            bar.y_range(),
        );
        let width = room.width().min(*SEARCH.end());
        let half = width / 2.0;
        let middle = bar
            .center()
            .x
            .clamp(room.left() + half, room.right() - half);
        let field =
            Rect::from_center_size(pos2(middle, bar.center().y), vec2(width, BUTTON_HEIGHT));
        if width >= *SEARCH.start() && search_ui(ui, field).clicked() {
            super::perform(
                Action::Commands,
                &ui.ctx().clone(),
                state,
                scratch,
                commands,
            );
        }
    }
    row(
        ui,
        "tools",
        inner.with_min_x(inner.right() - tools),
        Align::Max,
        |ui| {
            tools_ui(ui, state, form, scratch, commands);
        },
    );
}

/// Draws parts of the bar one after the other; gives the room they took.
fn row(ui: &mut Ui, salt: &str, rect: Rect, align: Align, content: impl FnOnce(&mut Ui)) -> Rect {
    let toolbar = align == Align::Max;
    let builder = UiBuilder::new()
        .id_salt(salt)
        .max_rect(rect)
        .layout(Layout::left_to_right(Align::Center));
    let builder = if toolbar {
        builder
            .accessibility_role(Role::Toolbar)
            .accessibility_label(words::COMMANDS)
    } else {
        builder
    };
    ui.scope_builder(builder, |ui| {
        if toolbar {
            regions::group(ui);
        }
        ui.spacing_mut().item_spacing.x = 0.0;
        content(ui);
        ui.min_rect()
    })
    .inner
}

/// The actions with a button of their own, without the two menus.
fn buttons(form: Form) -> impl Iterator<Item = (Action, ToolButton<'static>)> {
    let bare = |action: Action| (action, ToolButton::icon(action.icon(), action.text()));
    let search = (!form.search()).then(|| bare(Action::Commands));
    let export = if form.export() {
        let button = ToolButton::text(Action::Export.text());
        (Action::Export, button.with_icon(Action::Export.icon()))
    } else {
        bare(Action::Export)
    };
    let history = [Action::Undo, Action::Redo].map(bare);
    let history = history.into_iter().filter(move |_| form.history());
    let add = if form.search() {
        let button = ToolButton::text(Action::Add.text());
        (Action::Add, button.with_icon(Action::Add.icon()))
    } else {
        bare(Action::Add)
    };
    let add = form.export().then_some(add);
    let rest = [export, bare(Action::Help)];
    search.into_iter().chain(history).chain(add).chain(rest)
}

fn theme_button(theme: Theme) -> ToolButton<'static> {
    let colours = match theme {
        Theme::System => words::COLOURS_AS_SYSTEM,
        Theme::Light => words::COLOURS_LIGHT,
        Theme::Dark => words::COLOURS_DARK,
    };
    ToolButton::icon(Action::Use(theme).icon(), colours).opening_menu()
}

/// The room before a button: outlined ones stand apart, bare ones close.
fn gap(action: Action, form: Form) -> f32 {
    if form.export() && matches!(action, Action::Add | Action::Export | Action::Help) {
        space::S
    } else if form.datasets() {
        space::XS
    } else {
        0.0
    }
}

fn tools_width(ui: &Ui, state: &State, form: Form) -> f32 {
    let buttons: f32 = buttons(form)
        .map(|(action, button)| button.width(ui) + gap(action, form))
        .sum();
    buttons + gap(Action::Undo, form) + theme_button(state.theme).width(ui)
}

fn tools_ui(
    ui: &mut Ui,
    state: &State,
    form: Form,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    for (action, button) in buttons(form) {
        ui.add_space(gap(action, form));
        let tooltip = action.tooltip_with_keys(ui.ctx());
        let button = button.enabled(action.is_enabled(state)).show(ui);
        if button.on_hover_text(tooltip).clicked() {
            super::perform(action, &ui.ctx().clone(), state, scratch, commands);
        }
    }
    ui.add_space(gap(Action::Undo, form));
    let actions = Theme::ALL.map(Action::Use);
    menu_ui(
        &theme_button(state.theme).show(ui),
        state,
        commands,
        &actions,
    );
}

/// The program's name, quiet.
fn name_ui(ui: &mut Ui) {
    let style = HEADING.bold();
    let text = style.galley(ui, words::PROGRAM);
    let (rect, response) = ui.allocate_exact_size(text.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words::PROGRAM));
    ui.painter().galley(rect.min.round(), text, style.color(ui));
}

/// The pages in a menu, where there is no room for a rail.
fn pages_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let button = ToolButton::icon(icons::LIST, words::PAGES).show(ui);
    let actions = Page::ALL.map(Action::Show);
    menu_ui(&button, state, commands, &actions);
}

/// What looks like the field of the search and opens it.
fn search_ui(ui: &mut Ui, rect: Rect) -> Response {
    let palette = Palette::shown(ui.ctx());
    let response = ui.interact(rect, ui.scope_id().with("search"), Sense::click());
    let name = Action::Commands.text();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let fill = if response.hovered() {
        palette.hover
    } else {
        palette.sheet
    };
    let line = Stroke::new(1.0, palette.edge);
    let corners = CornerRadius::same(6);
    ui.painter()
        .rect(rect, corners, fill, line, StrokeKind::Inside);
    let icon = pos2(rect.left() + space::L, rect.center().y);
    paint_icon(
        ui,
        Some(icons::MAGNIFYING_GLASS),
        icon,
        16.0,
        palette.ink_soft,
    );
    let keys = Action::Commands.shortcut_text(ui.ctx());
    let end = pos2(rect.right() - space::M, rect.center().y);
    SMALL.faint().paint(ui, end, Align2::RIGHT_CENTER, &keys);
    let keys = SMALL.width(ui, &keys);
    let hint = rect
        .with_min_x(rect.left() + space::L * 2.0)
        .with_max_x(end.x - keys - space::S);
    cell(ui, hint, TEXT.soft(), search::HINT, Align::Min);
    response
}

/// A menu of actions under a button.
fn menu_ui(button: &Response, state: &State, commands: &mut Vec<Command>, actions: &[Action]) {
    Popup::menu(button).gap(space::XS).show(|ui| {
        regions::group(ui);
        ui.set_width(MENU_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        for action in actions {
            if menu_item_ui(ui, state, *action).clicked() {
                commands.extend(action.commands(state));
                ui.close();
            }
        }
    });
}

/// Whether an action of a menu is what is chosen now; `None` where it chooses nothing.
fn is_chosen(action: Action, state: &State) -> Option<bool> {
    if let Action::Use(theme) = action {
        Some(state.theme == theme)
    } else if let Action::Show(page) = action {
        Some(state.view.page == page)
    } else {
        None
    }
}

fn menu_item_ui(ui: &mut Ui, state: &State, action: Action) -> Response {
    let palette = Palette::shown(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), BUTTON_HEIGHT));
    let response = ui.interact(rect, ui.scope_id().with(action.text()), Sense::click());
    let chosen = is_chosen(action, state);
    let problems = if action == Action::Show(Page::Problems) {
        state.problems().count()
    } else {
        0
    };
    let name = words::page(action.text(), problems);
    response.widget_info(|| match chosen {
        Some(chosen) => WidgetInfo::selected(Role::MenuItemRadio, true, chosen, &name),
        None => WidgetInfo::labeled(Role::MenuItem, true, &name),
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
    cell(ui, text, TEXT, &name, Align::Min);
    let keys = rect.with_max_x(rect.right() - space::S);
    let text = action.shortcut_text(ui.ctx());
    cell(ui, keys, SMALL.faint(), &text, Align::Max);
    response
}
