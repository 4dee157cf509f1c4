//! The export panel: what to take away, what it will look like, and where to, with a dialog and
//! without one.

mod draft;
mod form;
mod preview;
mod rows;

pub use draft::{Draft, TableForm};
pub(super) use form::segments_ui;
pub(super) use preview::Shown;

use eframe::egui;
use egui::text::{CCursor, CCursorRange};
use egui::{
    Align, Align2, CentralPanel, Frame, Key, Layout, Margin, Panel, Response, Role, ScrollArea,
    TextEdit, Ui, Vec2, WidgetInfo, vec2,
};

use super::compare::said;
use super::style::{Ink, SMALL};
use super::tool_button::{self, Look, ToolButton};
use super::widgets::{MEASURE, caution_ui, icon_button_ui, label_ui, text_ui};
use super::{Scratch, over, regions};
use crate::chart::ChartSpec;
use crate::draw::icons;
use crate::draw::theme::space;
use crate::state::{Command, State, What};
use crate::words::window::export as words;
use crate::words::{MISSED_IN_TABLES, missed_sentence};
use draft::Sort;

/// The panel's size where there is room for it, without its margins.
const SIZE: Vec2 = vec2(904.0, 580.0);
/// How wide the panel must be for two columns.
const TWO_COLUMNS: f32 = 620.0;
/// How wide the second column is.
const HOW: f32 = 264.0;
/// How high the preview is at least, with what stands under it.
const LEAST_PREVIEW: f32 = 160.0;
/// How wide the panel must be for all of the foot to stand on one line.
const ONE_LINE: f32 = 560.0;

/// Draws the export panel over the window, if it is shown.
pub(super) fn export_panel_ui(
    ctx: &egui::Context,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    if !state.exporting {
        scratch.export_seen = false;
        scratch.export_shown = Shown::default();
        return;
    }
    let just_shown = !std::mem::replace(&mut scratch.export_seen, true);
    if just_shown {
        scratch.export.start();
    }
    let anchor = (Align2::CENTER_CENTER, Vec2::ZERO);
    let panel = over::panel("export panel", words::TITLE, SIZE.x, anchor);
    let high = over::room(ctx).y.min(SIZE.y);
    let response = panel.show(ctx, |ui| {
        let size = vec2(ui.available_width(), high);
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            ui.set_min_size(size);
            let spec = said(ui.ctx(), state);
            contents_ui(ui, (state, &spec), scratch, just_shown, commands);
        });
    });
    if response.should_close() {
        commands.push(Command::Dismiss);
    }
}

/// The head, the foot, and between them what scrolls where it has no room.
fn contents_ui(
    ui: &mut Ui,
    shown: (&State, &ChartSpec),
    scratch: &mut Scratch,
    just_shown: bool,
    commands: &mut Vec<Command>,
) {
    let bare = |margin| Frame::NONE.inner_margin(margin);
    let below = Margin {
        bottom: space::M as i8,
        ..Margin::ZERO
    };
    let above = Margin {
        top: space::M as i8,
        ..Margin::ZERO
    };
    Panel::top("export head")
        .resizable(false)
        .show_separator_line(false)
        .frame(bare(below))
        .show(ui, |ui| head_ui(ui, &mut scratch.export, commands));
    Panel::bottom("export foot")
        .resizable(false)
        .show_separator_line(false)
        .frame(bare(above))
        .show(ui, |ui| {
            foot_ui(ui, shown, &mut scratch.export, just_shown, commands);
        });
    CentralPanel::default()
        .frame(Frame::NONE)
        .show(ui, |ui| match scratch.export.sort {
            Sort::Picture => picture_ui(ui, shown, scratch, commands),
            Sort::Table => rows::rows_ui(ui, &mut scratch.export, commands),
            Sort::View => {
                ScrollArea::vertical().show(ui, |ui| {
                    ui.set_max_width(MEASURE.min(ui.available_width()));
                    text_ui(ui, words::VIEW_MEANS);
                });
            }
        });
}

fn head_ui(ui: &mut Ui, draft: &mut Draft, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        if ui.available_width() >= ONE_LINE {
            over::title_ui(ui, words::TITLE);
            ui.add_space(space::M);
        }
        let name = |sort| match sort {
            Sort::Picture => words::PICTURE,
            Sort::Table => words::TABLE,
            Sort::View => words::VIEW,
        };
        regions::group_ui(ui, (Role::RadioGroup, words::TITLE), |ui| {
            for sort in Sort::ALL {
                let button = ToolButton::text(name(sort)).chosen(draft.sort == sort);
                if button.show(ui).clicked() {
                    draft.sort = sort;
                }
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button_ui(ui, icons::X, words::CLOSE).clicked() {
                commands.push(Command::Dismiss);
            }
        });
    });
}

/// The picture as it would be saved, and in which form that is.
fn picture_ui(
    ui: &mut Ui,
    (state, spec): (&State, &ChartSpec),
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let room = ui.available_size();
    let (draft, shown) = (&mut scratch.export, &mut scratch.export_shown);
    if room.x < TWO_COLUMNS || room.y < 2.0 * LEAST_PREVIEW {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let high = (room.y * 0.6).max(LEAST_PREVIEW);
            preview::preview_ui(ui, state, spec, draft, shown, high, commands);
            ui.add_space(space::M);
            form::form_ui(ui, state, draft);
        });
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        ui.vertical(|ui| {
            ui.set_width(room.x - HOW - space::XL);
            preview::preview_ui(ui, state, spec, draft, shown, room.y, commands);
        });
        how_ui(ui, |ui| form::form_ui(ui, state, draft));
    });
}

/// The second column, which scrolls on its own.
fn how_ui(ui: &mut Ui, content_ui: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt("how to export")
        .auto_shrink(false)
        .show(ui, |ui| {
            // Room for the bar.
            ui.set_width(ui.available_width() - space::S);
            ui.vertical(content_ui);
        });
}

/// Where to; what would be missing there; what just happened.
fn foot_ui(
    ui: &mut Ui,
    (state, spec): (&State, &ChartSpec),
    draft: &mut Draft,
    just_shown: bool,
    commands: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing = vec2(space::S, space::S);
    left_out_ui(ui, (state, spec), draft.what());
    over::failure_ui(ui, state);
    if let Some(notice) = state.notice.as_ref().filter(|notice| !notice.failed) {
        let response = label_ui(ui, SMALL.ink(Ink::Soft), &notice.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &notice.text));
    }
    let choose = ToolButton::text(words::CHOOSE);
    let cancel = ToolButton::text(words::CANCEL).min_width(72.0);
    let save = ToolButton::text(words::SAVE)
        .look(Look::Primary)
        .min_width(72.0);
    let beside: f32 = [&choose, &cancel, &save]
        .into_iter()
        .map(|button| button.width(ui) + space::S)
        .sum();
    let one_line = ui.available_width() >= ONE_LINE;
    let home = std::env::home_dir();
    let mut asked = false;
    if !one_line {
        let width = ui.available_width();
        asked = path_ui(ui, spec, draft, just_shown, width);
    }
    let line = |ui: &mut Ui| {
        let width = ui.available_width() - beside;
        if one_line {
            asked = path_ui(ui, spec, draft, just_shown, width);
        }
        let path = draft.path(spec, home.as_deref());
        let choose = choose.show(ui).on_hover_text(words::CHOOSE_MEANS);
        if choose.clicked() {
            let path = path.clone().unwrap_or_else(|| draft.folder.clone());
            commands.push(Command::PickExport(draft.what(), path));
        }
        if !one_line {
            ui.add_space((width + space::S).max(0.0));
        }
        if cancel.show(ui).clicked() {
            commands.push(Command::Dismiss);
        }
        asked |= save.enabled(path.is_some()).show(ui).clicked();
        if asked && let Some(path) = path {
            commands.push(Command::Export(draft.what(), path));
        }
    };
    ui.horizontal(line);
}

/// The field of the path; whether Enter was pressed in it.
fn path_ui(ui: &mut Ui, spec: &ChartSpec, draft: &mut Draft, just_shown: bool, width: f32) -> bool {
    let mut text = draft.path_text(spec);
    let size = vec2(width, tool_button::HEIGHT);
    let field = over::field(&mut text).desired_width(width);
    let field = ui.add_sized(size, field).accessible_name(words::PATH);
    if just_shown {
        field.request_focus();
        choose_name(ui, &field, &text);
    }
    if field.changed() {
        draft.type_path(text);
    }
    field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter))
}

/// Selects a file's name without folder and ending, which is what one would change.
fn choose_name(ui: &Ui, field: &Response, path: &str) {
    let from = path.rfind(['/', '\\']).map_or(0, |at| at + 1);
    let to = path.rfind('.').filter(|&at| at > from);
    let at = |bytes: usize| CCursor::new(path.get(..bytes).unwrap_or(path).chars().count());
    let name = CCursorRange::two(at(from), at(to.unwrap_or(path.len())));
    let mut edit = TextEdit::load_state(ui.ctx(), field.id).unwrap_or_default();
    edit.cursor.set_char_range(Some(name));
    edit.store(ui.ctx(), field.id);
}

/// What the file will not hold because of problems in the datasets; nothing where it holds all.
fn left_out_ui(ui: &mut Ui, (state, spec): (&State, &ChartSpec), what: What) {
    let sentence = match what {
        What::Picture(_) | What::Figures(_) => {
            (!spec.left_out.is_empty()).then(|| missed_sentence(&spec.left_out))
        }
        What::Table(..) => (!state.atlas.gaps.is_empty()).then(|| MISSED_IN_TABLES.to_owned()),
        What::View => None,
    };
    if let Some(sentence) = sentence {
        caution_ui(ui, &sentence);
    }
}
