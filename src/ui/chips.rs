//! The open datasets as chips in the top bar: titles, cut where there is no room, and a way to
//! close each.

use eframe::egui;
use egui::{
    Align, CornerRadius, Layout, Popup, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::style::TEXT;
use super::table::cell;
use super::tool_button::{HEIGHT, ToolButton, paint_icon};
use crate::draw::icons;
use crate::draw::theme::{Palette, size, space};
use crate::state::{Command, OpenFile, State};

const ICON: f32 = 16.0;
const CLOSE: f32 = 20.0;
/// Narrower than this a title says nothing.
const LEAST: f32 = 144.0;
const MOST: f32 = 280.0;
/// Room for the button that names the datasets that found no place.
const MORE: f32 = 72.0;

/// The width of each chip: what it wants, else an equal share. Where even shares say nothing, the
/// last datasets get no chip and share a button.
fn shared_out(wanted: &[f32], room: f32) -> Vec<f32> {
    let share = |count: usize, room: f32| -> Vec<f32> {
        let room = room - space::S * count.saturating_sub(1) as f32;
        let wanted = wanted.iter().take(count);
        // Narrow chips leave what they do not need to wide ones: raise the limit step by step.
        let mut limit = room / count.max(1) as f32;
        for _ in 0..count {
            let narrow: f32 = wanted.clone().filter(|width| **width <= limit).sum();
            let wide = wanted.clone().filter(|width| **width > limit).count();
            if wide == 0 {
                break;
            }
            limit = (room - narrow) / wide as f32;
        }
        wanted.map(|width| width.min(limit).floor()).collect()
    };
    let fits = |widths: &[f32]| {
        let mut both = widths.iter().zip(wanted);
        both.all(|(width, wanted)| *width >= wanted.min(LEAST))
    };
    let all = share(wanted.len(), room);
    if fits(&all) {
        return all;
    }
    let room = room - MORE - space::S;
    let fewer = (0..wanted.len()).rev().map(|count| share(count, room));
    fewer
        .into_iter()
        .find(|widths| fits(widths))
        .unwrap_or_default()
}

/// The dataset's title; the file's own name where there is none.
fn title(file: &OpenFile) -> &str {
    let titled = file
        .dataset
        .as_deref()
        .map(|dataset| dataset.title.as_str());
    let called = || file.path.as_deref()?.file_name()?.to_str();
    titled
        .filter(|title| !title.trim().is_empty())
        .or_else(called)
        .unwrap_or(&file.name)
}

fn wanted_width(ui: &Ui, file: &OpenFile) -> f32 {
    let text = TEXT.medium().width(ui, title(file));
    let width = space::M + ICON + space::S + text + chip_end(file);
    width.ceil().min(MOST)
}

/// What follows a chip's title: the room of its close button, or just a margin.
fn chip_end(file: &OpenFile) -> f32 {
    if file.path.is_some() {
        space::XS + CLOSE + space::S
    } else {
        space::L
    }
}

/// Draws the chips into a rectangle.
pub(super) fn chips_ui(ui: &mut Ui, rect: Rect, state: &State, commands: &mut Vec<Command>) {
    let wanted: Vec<f32> = state
        .files
        .iter()
        .map(|file| wanted_width(ui, file))
        .collect();
    let widths = shared_out(&wanted, rect.width());
    let builder = UiBuilder::new()
        .id_salt("datasets")
        .max_rect(rect)
        .layout(Layout::left_to_right(Align::Center))
        .accessibility_role(Role::List)
        .accessibility_label("Open datasets");
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        for (file, width) in state.files.iter().zip(&widths) {
            chip_ui(ui, file, *width, commands);
        }
        let rest = state.files.get(widths.len()..).unwrap_or_default();
        if !rest.is_empty() {
            more_ui(ui, rest, commands);
        }
    });
}

/// The button for the datasets that found no place.
fn more_ui(ui: &mut Ui, files: &[OpenFile], commands: &mut Vec<Command>) {
    let text = format!("+{}", files.len());
    let name = format!("+{} more datasets", files.len());
    let button = ToolButton::text(&text)
        .spoken(&name)
        .opening_menu()
        .show(ui);
    Popup::menu(&button).gap(space::XS).show(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        for file in files {
            chip_ui(ui, file, MOST, commands);
        }
    });
}

fn chip_ui(ui: &mut Ui, file: &OpenFile, width: f32, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(width, HEIGHT));
    let broken = file.stale || file.dataset.is_none();
    let id = ui.scope_id().with(("dataset", &file.name));
    let response = ui.interact(rect, id, Sense::hover());
    let what = what_it_is(file);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, title(file)));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(what.clone()));

    let line = Stroke::new(1.0, palette.hairline);
    let corners = CornerRadius::same(16);
    ui.painter()
        .rect(rect, corners, palette.sheet, line, StrokeKind::Inside);
    let (icon, ink) = if broken {
        (icons::WARNING_CIRCLE, palette.error)
    } else {
        (icons::FILE_TEXT, palette.ink_faint)
    };
    let left = rect.left() + space::M;
    let middle = pos2(left + ICON / 2.0, rect.center().y);
    paint_icon(ui, Some(icon), middle, ICON, ink);
    let room = rect
        .with_min_x(left + ICON + space::S)
        .with_max_x(rect.right() - chip_end(file));
    cell(ui, room, TEXT.medium(), title(file), Align::Min);
    response.on_hover_ui(|ui| {
        ui.label(RichText::new(title(file)).font(TEXT.medium().font()));
        ui.label(what);
    });
    if file.path.is_some() {
        close_ui(ui, file, rect, commands);
    }
}

fn close_ui(ui: &mut Ui, file: &OpenFile, chip: Rect, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let center = pos2(chip.right() - space::S - CLOSE / 2.0, chip.center().y);
    let rect = Rect::from_center_size(center, vec2(CLOSE, CLOSE));
    let id = ui.scope_id().with(("close", &file.name));
    let response = ui.interact(rect.expand(2.0), id, Sense::click());
    let name = format!("Close {}", title(file));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let hot = response.hovered() || response.has_focus();
    if hot {
        ui.painter()
            .circle_filled(center, CLOSE / 2.0, palette.hover);
    }
    let ink = if hot { palette.ink } else { palette.ink_faint };
    paint_icon(ui, Some(icons::X), center, size::SMALL, ink);
    if response.on_hover_text("Close this dataset").clicked() {
        commands.push(Command::CloseFile(file.path.clone(), file.name.clone()));
    }
}

/// Where a dataset comes from and whether it is as it is on disk.
fn what_it_is(file: &OpenFile) -> String {
    let from = match &file.path {
        Some(path) => path.display().to_string(),
        None => "Comes with Opatlas".to_owned(),
    };
    if file.stale {
        format!("{from}\nThe file is broken now; this is how it was before")
    } else if file.dataset.is_none() {
        format!("{from}\nNothing in it could be used; see Problems")
    } else {
        from
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chips_are_as_wide_as_they_want_while_there_is_room() {
        assert_eq!(shared_out(&[120.0, 200.0], 400.0), [120.0, 200.0]);
    }

    #[test]
    fn long_titles_give_way_before_short_ones() {
        let widths = shared_out(&[100.0, 280.0, 280.0], 416.0);
        assert_eq!(widths, [100.0, 150.0, 150.0]);
    }

    #[test]
    fn datasets_without_room_are_behind_one_button() {
        let widths = shared_out(&[280.0; 9], 600.0);
        assert_eq!(widths.len(), 3);
        let used: f32 = widths.iter().sum::<f32>() + space::S * 3.0 + MORE;
        assert!(used <= 600.0, "{used}");
        assert!(widths.iter().all(|width| *width >= LEAST));
    }

    #[test]
    fn a_window_too_narrow_for_one_chip_shows_none() {
        assert!(shared_out(&[280.0, 280.0], 60.0).is_empty());
    }
}
