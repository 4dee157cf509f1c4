//! The open datasets: a button in the top bar and the menu under it, in which they are closed and
//! others are opened.

use eframe::egui;
use egui::{
    Align, CornerRadius, Popup, PopupCloseBehavior, Rect, Response, Role, ScrollArea, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use super::Scratch;
use super::commands::Action;
use super::narrow::shortened;
use super::regions;
use super::style::{Ink, SMALL, Style, TEXT};
use super::table::cell;
use super::tool_button::{HEIGHT, ToolButton, paint_icon};
use super::widgets::{hairline_ui, label_ui};
use crate::draw::icons;
use crate::draw::theme::{Palette, size, space};
use crate::model::Severity;
use crate::state::{Command, OpenFile, Page, Recent, State};
use crate::words::window::opening as words;

const WIDTH: f32 = 320.0;
const ICON: f32 = 16.0;
/// The longest title on the button, in letters.
const LONGEST: usize = 24;
/// How many files that were open lately the menu has.
const RECENT: usize = 5;

/// The button in the top bar.
pub(super) struct Datasets {
    text: String,
    spoken: String,
    mark: Option<Ink>,
}

impl Datasets {
    /// The button for what is open.
    pub(super) fn of(state: &State) -> Self {
        let titles: Vec<String> = state.files.iter().map(title).collect();
        let worst = state.problems().map(|problem| problem.severity).min();
        Self {
            text: shortened(&words::datasets(&titles), LONGEST),
            spoken: words::datasets_spoken(&titles, state.problems().count()),
            mark: worst.map(ink),
        }
    }

    /// The button, with its text or without.
    pub(super) fn button(&self, with_text: bool) -> ToolButton<'_> {
        let button = if with_text {
            let button = ToolButton::text(&self.text).spoken(&self.spoken);
            button.with_icon(icons::DATABASE)
        } else {
            ToolButton::icon(icons::DATABASE, &self.spoken)
        };
        button.known_by("datasets").opening_menu().marked(self.mark)
    }
}

fn ink(severity: Severity) -> Ink {
    match severity {
        Severity::Error => Ink::Error,
        Severity::Warning => Ink::Warning,
    }
}

/// A dataset's title; the file's own name where there is none.
pub(super) fn title(file: &OpenFile) -> String {
    let titled = file.dataset.as_deref().map(|dataset| dataset.title.trim());
    let titled = titled.filter(|title| !title.is_empty()).map(str::to_owned);
    let called = || file.path.as_deref().map(words::name_of);
    titled.or_else(called).unwrap_or_else(|| file.name.clone())
}

/// The menu under the button.
pub(super) fn menu_ui(
    button: &Response,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let menu = Popup::menu(button).gap(space::XS);
    let menu = menu.close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu.show(|ui| {
        let window = ui.ctx().content_rect();
        ui.set_width(WIDTH.min(window.width() - 2.0 * space::L));
        let room = window.height() - button.rect.bottom() - 2.0 * space::XL;
        let area = ScrollArea::vertical().max_height(room);
        area.min_scrolled_height(room).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            regions::group(ui);
            contents_ui(ui, state, scratch, commands);
        });
    });
}

fn contents_ui(ui: &mut Ui, state: &State, scratch: &mut Scratch, commands: &mut Vec<Command>) {
    for file in &state.files {
        file_ui(ui, file, commands);
    }
    if !state.files.is_empty() {
        parted_ui(ui);
    }
    for action in Action::OPENING {
        if action.is_enabled(state) && action_ui(ui, action).clicked() {
            super::perform(action, &ui.ctx().clone(), state, scratch, commands);
            ui.close();
        }
    }
    let recent: Vec<&Recent> = state.recent_closed().take(RECENT).collect();
    if !recent.is_empty() {
        parted_ui(ui);
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            label_ui(ui, SMALL.medium().soft(), words::RECENT);
        });
        for one in recent {
            if recent_ui(ui, one).clicked() && !one.missing {
                commands.push(Command::Open(vec![one.path.clone()]));
                ui.close();
            }
        }
    }
}

fn parted_ui(ui: &mut Ui) {
    ui.add_space(space::XS);
    hairline_ui(ui);
    ui.add_space(space::XS);
}

/// A line of the menu: its ground, icon and text. Gives what was done with it.
fn line_ui(ui: &mut Ui, icon: (&str, Ink), style: Style, text: &str, end: f32) -> Response {
    let palette = Palette::shown(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    let response = ui.interact(rect, ui.next_auto_id(), Sense::click());
    ui.skip_ahead_auto_ids(1);
    if response.hovered() {
        let corners = CornerRadius::same(4);
        ui.painter().rect_filled(rect, corners, palette.hover);
    }
    let middle = pos2(rect.left() + space::S + ICON / 2.0, rect.center().y);
    paint_icon(ui, Some(icon.0), middle, ICON, icon.1.color(ui.ctx()));
    let room = rect
        .with_min_x(rect.left() + 2.0 * space::S + ICON)
        .with_max_x(rect.right() - end);
    cell(ui, room, style, text, Align::Min);
    response
}

/// An open dataset, with its problems and what closes it.
fn file_ui(ui: &mut Ui, file: &OpenFile, commands: &mut Vec<Command>) {
    let title = title(file);
    let problems = file.problems.len();
    let worst = file.problems.iter().map(|problem| problem.severity).min();
    let told = if problems > 0 {
        words::problems(problems)
    } else {
        String::new()
    };
    let told_width = SMALL.width(ui, &told);
    let icon = match worst {
        _ if file.stale || file.dataset.is_none() => (icons::WARNING_CIRCLE, Ink::Error),
        Some(worst) => (icons::WARNING, ink(worst)),
        None => (icons::FILE_TEXT, Ink::Faint),
    };
    ui.push_id(("dataset", &file.name), |ui| {
        let end = HEIGHT + told_width + space::S;
        let line = line_ui(ui, icon, TEXT.medium(), &title, end);
        let beside = line.rect.with_max_x(line.rect.right() - HEIGHT);
        if let Some(worst) = worst {
            cell(ui, beside, SMALL.ink(ink(worst)), &told, Align::Max);
        }
        let name = if problems > 0 {
            words::show_problems(&title, problems)
        } else {
            title.clone()
        };
        line.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &name));
        let what = what_it_is(file);
        ui.ctx()
            .accesskit_node_builder(line.id, |node| node.set_description(what.clone()));
        close_ui(ui, file, &title, line.rect, commands);
        if line.on_hover_text(what).clicked() && problems > 0 {
            commands.push(Command::Show(Page::Problems));
            ui.close();
        }
    });
}

fn close_ui(ui: &mut Ui, file: &OpenFile, title: &str, line: Rect, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let rect = line.with_min_x(line.right() - HEIGHT).shrink(4.0);
    let response = ui.interact(rect, ui.scope_id().with("close"), Sense::click());
    let name = words::close(title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let hot = response.hovered() || response.has_focus();
    if hot {
        ui.painter().rect_filled(rect, 4, palette.chosen);
    }
    let ink = if hot { palette.ink } else { palette.ink_soft };
    paint_icon(ui, Some(icons::X), rect.center(), size::SMALL, ink);
    if response.on_hover_text(name).clicked() {
        commands.push(Command::CloseFile(file.path.clone(), file.name.clone()));
    }
}

/// A line of the menu that carries out an action.
pub(super) fn action_ui(ui: &mut Ui, action: Action) -> Response {
    let keys = action.shortcut_text(ui.ctx());
    let end = SMALL.width(ui, &keys) + 2.0 * space::S;
    let line = line_ui(ui, (action.icon(), Ink::Soft), TEXT, action.text(), end);
    let beside = line.rect.with_max_x(line.rect.right() - space::S);
    cell(ui, beside, SMALL.faint(), &keys, Align::Max);
    line.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, action.text()));
    line
}

/// A file that was open lately; grey where there is none any more.
pub(super) fn recent_ui(ui: &mut Ui, recent: &Recent) -> Response {
    let name = words::name_of(&recent.path);
    let (style, beside) = if recent.missing {
        (TEXT.faint(), words::MISSING)
    } else {
        (TEXT, "")
    };
    let end = SMALL.width(ui, beside) + 2.0 * space::S;
    let line = line_ui(ui, (icons::CLOCK, Ink::Faint), style, &name, end);
    let room = line.rect.with_max_x(line.rect.right() - space::S);
    cell(ui, room, SMALL.faint(), beside, Align::Max);
    let spoken = words::recent_spoken(&name, recent.missing);
    line.widget_info(|| WidgetInfo::labeled(Role::MenuItem, !recent.missing, &spoken));
    line.on_hover_text(recent.path.display().to_string())
}

/// Where a dataset comes from and whether it is as it is on disk.
fn what_it_is(file: &OpenFile) -> String {
    let from = match &file.path {
        Some(path) => path.display().to_string(),
        None => words::BUILT_IN.to_owned(),
    };
    if file.stale {
        format!("{from}\n{}", words::STALE)
    } else if file.dataset.is_none() {
        format!("{from}\n{}", words::UNUSABLE)
    } else {
        from
    }
}
