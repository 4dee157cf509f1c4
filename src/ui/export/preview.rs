//! The picture as it would be saved: its own pixels, made small enough to look at.

use std::sync::Arc;

use eframe::egui;
use egui::{
    Align2, Color32, ColorImage, Rect, Role, Sense, Stroke, StrokeKind, TextureHandle,
    TextureOptions, Ui, UiBuilder, Vec2, pos2, vec2,
};

use super::{Draft, form};
use crate::chart::{ChartSpec, PictureForm, PictureSize, Pixels};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::state::{Command, Refusal, State, Wanted, What};
use crate::ui::style::{SMALL, TEXT};
use crate::ui::tool_button::ToolButton;
use crate::ui::widgets::{action_ui, caution_ui};
use crate::words::window::export as words;

/// The height of the line under the picture.
const LINE: f32 = 28.0;

/// How wide that line is with all that stands in it; a narrower one takes two.
const ONE_LINE: f32 = 420.0;

/// The pixels that the screen shows.
#[derive(Default)]
pub struct Shown(Option<(Arc<Pixels>, TextureHandle)>);

impl std::fmt::Debug for Shown {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Shown").field(&self.0.is_some()).finish()
    }
}

impl Shown {
    fn texture(&mut self, ui: &Ui, pixels: &Arc<Pixels>) -> &TextureHandle {
        let is_shown = |(shown, _): &(Arc<Pixels>, _)| Arc::ptr_eq(shown, pixels);
        if !self.0.as_ref().is_some_and(is_shown) {
            self.0 = None;
        }
        let (_, texture) = self.0.get_or_insert_with(|| {
            let size = [pixels.width, pixels.height];
            let image = ColorImage::from_rgba_premultiplied(size, &pixels.rgba);
            let texture = ui
                .ctx()
                .load_texture("export preview", image, TextureOptions::LINEAR);
            (pixels.clone(), texture)
        });
        texture
    }
}

/// Draws the picture as it would be saved in a height, and under it what can be copied.
pub(super) fn preview_ui(
    ui: &mut Ui,
    state: &State,
    spec: &ChartSpec,
    draft: &mut Draft,
    shown: &mut Shown,
    high: f32,
    commands: &mut Vec<Command>,
) {
    let lines = if ui.available_width() < ONE_LINE {
        2.0
    } else {
        1.0
    };
    let under = lines * LINE + space::S;
    let room = vec2(ui.available_width(), (high - under).max(0.0));
    let (ground, _) = ui.allocate_exact_size(room, Sense::hover());
    let room = ground.shrink(space::M.min(ground.height() / 8.0));
    let pixels = room.size() * ui.pixels_per_point();
    let wanted = Wanted {
        form: draft.form,
        within: [pixels.x as u32, pixels.y as u32].map(|side| side.max(1)),
    };
    if state.previews.should_ask(wanted) {
        commands.push(Command::MakePreview(wanted));
    }
    let palette = Palette::shown(ui.ctx());
    ui.painter().rect_filled(ground, 6.0, palette.paper);
    match state.previews.last().map(|preview| &preview.picture) {
        None => {
            let middle = room.center();
            TEXT.faint()
                .paint(ui, middle, Align2::CENTER_CENTER, words::DRAWING);
        }
        Some(Ok(pixels)) => {
            let rect = paint(ui, room, pixels, shown);
            let name = words::preview(&spec.alt());
            let node = ui.interact(rect, ui.scope_id().with("preview"), Sense::hover());
            ui.ctx().accesskit_node_builder(node.id, |node| {
                node.set_role(Role::Image);
                node.set_label(name);
            });
        }
        Some(Err(refusal)) => {
            ui.scope_builder(UiBuilder::new().max_rect(room), |ui| {
                refusal_ui(ui, refusal, &mut draft.form);
            });
        }
    }
    copies_ui(ui, state, spec, draft.form, commands);
}

/// Paints the pixels one to one in the middle of a room.
fn paint(ui: &Ui, room: Rect, pixels: &Arc<Pixels>, shown: &mut Shown) -> Rect {
    let palette = Palette::shown(ui.ctx());
    let size = vec2(pixels.width as f32, pixels.height as f32) / ui.pixels_per_point();
    // While another size is being drawn, the last fills the room as far as it can.
    let scale = (room.size() / size).min_elem().min(1.0);
    let round = |points: f32| (points * ui.pixels_per_point()).round() / ui.pixels_per_point();
    let size = size * scale;
    let corner = room.center() - size / 2.0;
    let rect = Rect::from_min_size(pos2(round(corner.x), round(corner.y)), size);
    checks(ui, rect, palette);
    let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    let texture = shown.texture(ui, pixels).id();
    ui.painter().image(texture, rect, whole, Color32::WHITE);
    let line = Stroke::new(1.0, palette.hairline);
    ui.painter()
        .rect_stroke(rect, 0.0, line, StrokeKind::Outside);
    rect
}

/// The pattern that is seen through a picture without a background.
fn checks(ui: &Ui, rect: Rect, palette: &Palette) {
    const CHECK: f32 = 12.0;
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 0.0, palette.sheet);
    let across = (rect.width() / CHECK).ceil() as usize;
    let down = (rect.height() / CHECK).ceil() as usize;
    for row in 0..down {
        for column in (row % 2..across).step_by(2) {
            let at = rect.min + vec2(column as f32, row as f32) * CHECK;
            let check = Rect::from_min_size(at, Vec2::splat(CHECK));
            painter.rect_filled(check, 0.0, palette.hover);
        }
    }
}

/// Why the picture would not be saved, and a size that does.
fn refusal_ui(ui: &mut Ui, refusal: &Refusal, form: &mut PictureForm) {
    ui.spacing_mut().item_spacing.y = space::S;
    caution_ui(ui, &refusal.why);
    if let Some(height) = refusal.height_that_does {
        let (width, _) = form.size.sides();
        let name = words::make_it(width, height);
        if ToolButton::text(&name).show(ui).clicked() {
            form.size = PictureSize::Own { width, height };
        }
    }
}

/// What the file will be, and what can be taken without a file.
fn copies_ui(
    ui: &mut Ui,
    state: &State,
    spec: &ChartSpec,
    form: PictureForm,
    commands: &mut Vec<Command>,
) {
    let mut pixels = form::pixels(state, form);
    if let Some(pages) = form::seen(state, form).map(|seen| seen.pages)
        && pages > 1
    {
        pixels = words::on_pages(pages, &pixels);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::L, space::XS);
        ui.label(SMALL.soft().text(ui, pixels));
        let mut copy = |text, meaning| action_ui(ui, icons::COPY, text, meaning).clicked();
        if copy(words::COPY_PICTURE, words::COPY_PICTURE_MEANS) {
            commands.push(Command::CopyExport(What::Picture(form)));
        }
        if copy(words::COPY_ALT, words::COPY_ALT_MEANS) {
            commands.push(Command::Copy(spec.alt(), words::COPIED_ALT));
        }
        if copy(words::COPY_TABLE, words::COPY_TABLE_MEANS) {
            let text = spec.table_text(&spec.table());
            commands.push(Command::Copy(text, words::COPIED_TABLE));
        }
    });
}
