//! The help, over the window: what signs mean, shortcuts, the format of a dataset, about Opatlas.

use eframe::egui;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align2, Label, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::commands::Action;
use super::style::{SMALL, TEXT};
use super::tool_button::ToolButton;
use super::widgets::{
    action_ui, icon_button_ui, label_ui, link_ui, part_ui, soft_ui, text_ui, wrapped_ui,
};
use super::{Scratch, over, regions};
use crate::draw::theme::space;
use crate::draw::{icons, sign_ui};
use crate::state::{Command, Page, State};
use crate::words::DrawnBy;
use crate::words::window::help::{self as words, Explained};

const WIDTH: f32 = 680.0;
/// The room for a drawn sign.
const SIGN: egui::Vec2 = vec2(40.0, 16.0);
/// The room for a sign as it is written.
const EXAMPLE: f32 = 136.0;
/// The room for keys.
const KEYS: f32 = 168.0;
/// A window lower than this has no room for the head of the help beside a part.
const LOW: f32 = 440.0;
/// From the top of the window to the panel.
const TOP: f32 = 56.0;
/// The room of everything in the panel but the part shown, and around the panel.
const AROUND: f32 = 224.0;

/// What the help shows, while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Help {
    part: Part,
    seen: bool,
}

/// A part of the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Signs,
    Shortcuts,
    Format,
    About,
}

impl Part {
    const ALL: [Self; 4] = [Self::Signs, Self::Shortcuts, Self::Format, Self::About];

    fn name(self) -> &'static str {
        match self {
            Self::Signs => words::SIGNS,
            Self::Shortcuts => words::SHORTCUTS,
            Self::Format => words::FORMAT,
            Self::About => words::ABOUT,
        }
    }
}

/// Draws the help over the window, if it is shown.
pub(super) fn help_ui(
    ctx: &egui::Context,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let Some(mut help) = scratch.help else {
        return;
    };
    let height = ctx.content_rect().height();
    // In a low window the head goes away with what is scrolled.
    let low = height < LOW;
    let (top, around) = if low { (space::S, 64.0) } else { (TOP, AROUND) };
    let room = (height - around).max(96.0);
    let anchor = (Align2::CENTER_TOP, vec2(0.0, top));
    let response = over::panel("help", words::NAME, WIDTH, anchor).show(ctx, |ui| {
        let mut closed = !low && head_ui(ui, &mut help);
        let area = ScrollArea::vertical()
            .id_salt(help.part.name())
            .auto_shrink([false, true])
            .max_height(room);
        let before = commands.len();
        area.min_scrolled_height(room).show(ui, |ui| {
            closed |= low && head_ui(ui, &mut help);
            match help.part {
                Part::Signs => signs_ui(ui),
                Part::Shortcuts => shortcuts_ui(ui),
                Part::Format => format_ui(ui, &scratch.manual, commands),
                Part::About => about_ui(ui, state, scratch.drawn_by, commands),
            }
        });
        let leads_away = commands
            .iter()
            .skip(before)
            .any(|command| !matches!(command, Command::Copy(..)));
        closed || leads_away
    });
    scratch.help = (!response.inner && !response.should_close()).then_some(help);
}

/// The title, what closes the help, and its parts to choose from; true when it is to be closed.
fn head_ui(ui: &mut Ui, help: &mut Help) -> bool {
    let closed = ui
        .horizontal(|ui| {
            over::title_ui(ui, words::NAME);
            let end = egui::Layout::right_to_left(egui::Align::Center);
            ui.with_layout(end, |ui| {
                icon_button_ui(ui, icons::X, words::CLOSE).clicked()
            })
            .inner
        })
        .inner;
    regions::group_ui(ui, (Role::RadioGroup, words::PARTS), |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::S, space::S);
            for part in Part::ALL {
                let button = ToolButton::text(part.name()).chosen(help.part == part);
                let button = button.show(ui);
                if help.part == part && !std::mem::replace(&mut help.seen, true) {
                    button.request_focus();
                }
                if button.clicked() {
                    help.part = part;
                }
            }
        });
    });
    closed
}

fn signs_ui(ui: &mut Ui) {
    text_ui(ui, words::SIGNS_INTRODUCTION);
    for explained in words::EXPLAINED {
        explained_ui(ui, explained);
    }
    ui.add_space(space::S);
    text_ui(ui, words::SIGNS_USE);
}

/// A sign as it is drawn, as it is written, and what it means; under one another where it is
/// narrow.
fn explained_ui(ui: &mut Ui, explained: Explained) {
    let narrow = ui.available_width() < 480.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let (room, _) = ui.allocate_exact_size(vec2(SIGN.x, 20.0), Sense::hover());
        let cell = matches!(explained.sign, crate::words::LegendSign::Statement(_));
        let width = if cell { 12.0 } else { SIGN.x };
        let size = vec2(width, if cell { 12.0 } else { SIGN.y });
        let at = room.left_center() - vec2(0.0, size.y / 2.0);
        sign_ui(ui, explained.sign, Rect::from_min_size(at, size));
        let text_ui = |ui: &mut Ui| {
            let (rect, response) = ui.allocate_exact_size(vec2(EXAMPLE, 20.0), Sense::hover());
            let example = explained.example;
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, example));
            let style = TEXT.medium();
            super::table::cell(ui, rect, style, example, egui::Align::Min);
            wrapped_ui(ui, TEXT.soft(), explained.meaning);
        };
        if narrow {
            ui.vertical(text_ui);
        } else {
            text_ui(ui);
        }
    });
}

/// The keys of every action, from the one table of actions, and those that are none.
fn shortcuts_ui(ui: &mut Ui) {
    for action in Action::all() {
        let keys = action.shortcuts().iter();
        let keys: Vec<String> = keys.map(|keys| ui.ctx().format_shortcut(keys)).collect();
        if !keys.is_empty() {
            keys_ui(ui, &words::keys(&keys), action.text());
        }
    }
    part_ui(ui, words::KEYS_ALSO);
    for (keys, meaning) in words::KEYS {
        keys_ui(ui, keys, meaning);
    }
}

fn keys_ui(ui: &mut Ui, keys: &str, meaning: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let width = KEYS.min(ui.available_width() * 0.45);
        let size = vec2(width, 20.0);
        let layout = egui::Layout::left_to_right(egui::Align::Min);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_width(width);
            wrapped_ui(ui, TEXT.medium(), keys);
        });
        wrapped_ui(ui, TEXT.soft(), meaning);
    });
}

/// The manual of the format: what stands in a dataset strong, what it means soft.
fn format_ui(ui: &mut Ui, manual: &str, commands: &mut Vec<Command>) {
    if manual.is_empty() {
        return soft_ui(ui, words::NO_MANUAL);
    }
    text_ui(ui, words::FORMAT_INTRODUCTION);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        if action_ui(ui, icons::COPY, words::COPY, words::COPY_FORMAT).clicked() {
            commands.push(Command::Copy(manual.to_owned(), words::THE_FORMAT));
        }
        let starter = Action::NewStarter;
        if action_ui(ui, starter.icon(), starter.text(), starter.tooltip()).clicked() {
            commands.push(Command::PickStarter);
        }
    });
    let mut job = LayoutJob::default();
    job.wrap.max_width = ui.available_width();
    for line in manual.split_inclusive('\n') {
        let style = if line.trim_start().starts_with("//") {
            SMALL.soft()
        } else {
            SMALL.medium()
        };
        let format = TextFormat::simple(style.font(), style.color(ui));
        job.append(line, 0.0, format);
    }
    ui.add(Label::new(job).selectable(true));
}

fn about_ui(ui: &mut Ui, state: &State, drawn_by: Option<DrawnBy>, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = space::XS;
    text_ui(ui, words::PURPOSE);
    label_ui(ui, TEXT.soft(), words::version(drawn_by));
    for (heading, text) in words::ABOUT_PARTS {
        part_ui(ui, heading);
        text_ui(ui, text);
    }
    part_ui(ui, words::FIGURES);
    text_ui(ui, words::data(state.atlas.sources.len()));
    if link_ui(ui, words::SHOW_SOURCES).clicked() {
        commands.push(Command::Show(Page::Sources));
    }
    part_ui(ui, words::MADE_WITH);
    text_ui(ui, words::MADE_WITH_NOTE);
    for [licence, names] in words::made_with() {
        wrapped_ui(ui, TEXT.medium(), &licence);
        wrapped_ui(ui, SMALL.soft(), &names);
    }
}
