//! A case in three lines: title, operation and countries, outcome. As a row of a list, and as a
//! card that leads to it.

use eframe::egui;
use egui::{Align, CursorIcon, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::links::read_case;
use super::style::{SMALL, TEXT};
use super::table::cell;
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Case};
use crate::state::{Command, State};
use crate::words::NO_OUTCOME;

/// The height of the three lines with a margin over and under them.
pub const HEIGHT: f32 = 76.0;

/// The least width of a card.
const CARD: f32 = 240.0;

/// Draws the lines of a case inside a rectangle of [`HEIGHT`]: fainter where others stand out,
/// which `lit` tells.
pub fn lines_ui(ui: &Ui, rect: Rect, atlas: &Atlas, case: &Case, lit: Option<bool>) {
    let (strong, soft, last) = match lit {
        Some(false) => (TEXT.faint(), SMALL.faint(), SMALL.faint()),
        Some(true) | None => (TEXT.medium(), SMALL.soft(), SMALL),
    };
    let palette = Palette::shown(ui.ctx());
    let inner = rect.shrink2(vec2(space::M, space::S));
    let line = |top: f32, height: f32| {
        let size = vec2(inner.width(), height);
        Rect::from_min_size(inner.left_top() + vec2(0.0, top), size)
    };
    cell(ui, line(0.0, 20.0), strong, &case.title, Align::Min);
    let second = line(22.0, 18.0);
    let operation = atlas.operation(case.operation.as_str());
    let color = operation
        .and_then(|operation| atlas.place(operation))
        .map_or(palette.ink_faint, |place| palette.series(place));
    let dot = pos2(second.left() + 4.0, second.center().y + 0.5);
    ui.painter().circle_filled(dot, 3.5, color);
    let beside = second.with_min_x(second.left() + 14.0);
    cell(ui, beside, soft, &case.about(atlas), Align::Min);
    let nothing = || (NO_OUTCOME.to_owned(), SMALL.faint());
    let (text, style) = case
        .outcome(atlas)
        .map_or_else(nothing, |told| (told, last));
    cell(ui, line(41.0, 18.0), style, &text, Align::Min);
}

/// Draws cards, as many beside one another as there is room for, in full rows.
pub fn cards_ui(ui: &mut Ui, state: &State, places: &[usize], commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let room = ui.available_width();
    let across = ((room + space::M) / (CARD + space::M)).floor().max(1.0);
    let width = (room - space::M * (across - 1.0)) / across;
    let across = across as usize;
    let full = places.len() - places.len() % across;
    let shown = if full == 0 { places } else { &places[..full] };
    for row in shown.chunks(across) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for case in row.iter().filter_map(|place| atlas.cases.get(*place)) {
                if card_ui(ui, atlas, case, width.floor()) {
                    commands.push(read_case(state, case));
                }
            }
        });
        ui.add_space(space::S);
    }
}

/// A card; true when it was chosen.
fn card_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, width: f32) -> bool {
    let palette = Palette::shown(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, case.spoken(atlas)));
    let fill = if response.hovered() {
        palette.hover
    } else {
        palette.sheet
    };
    let line = Stroke::new(1.0, palette.hairline);
    ui.painter().rect(rect, 6, fill, line, StrokeKind::Inside);
    lines_ui(ui, rect, atlas, case, None);
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
