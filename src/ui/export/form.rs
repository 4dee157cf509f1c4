//! In which form a picture is saved: size, format, colours.

use eframe::egui;
use egui::{DragValue, Role, Ui};

use super::Draft;
use crate::chart::{PictureForm, PictureFormat, PictureSize, Pixels, TextStyle};
use crate::draw::theme::space;
use crate::state::State;
use crate::ui::choice::{Choice, Mark, choice_ui};
use crate::ui::tool_button::ToolButton;
use crate::ui::widgets::note_ui;
use crate::ui::{over, regions};
use crate::words::window::export as words;

/// Offers the form.
pub(super) fn form_ui(ui: &mut Ui, state: &State, draft: &mut Draft) {
    ui.spacing_mut().item_spacing.y = space::XS;
    let form = &mut draft.form;
    over::heading_ui(ui, words::SIZE);
    regions::group_ui(ui, (Role::RadioGroup, words::SIZE), |ui| {
        sizes_ui(ui, state, form);
    });
    own_sides_ui(ui, form);
    part_ui(ui, words::FORMAT);
    let formats = PictureFormat::ALL.map(|format| (format, format_name(format).to_owned()));
    segments_ui(ui, words::FORMAT, &formats, &mut form.format);
    match form.format {
        PictureFormat::Svg => {
            note_ui(ui, words::SVG_MEANS);
            part_ui(ui, words::TEXT);
            let (_, meaning) = text_words(form.text);
            let styles = TextStyle::ALL.map(|style| (style, text_words(style).0.to_owned()));
            segments_ui(ui, words::TEXT, &styles, &mut form.text);
            note_ui(ui, meaning);
        }
        PictureFormat::Png => {
            note_ui(ui, words::PNG_MEANS);
            part_ui(ui, words::SCALE);
            let scales = PictureForm::SCALES.map(|scale| (scale, words::scale(scale)));
            segments_ui(ui, words::SCALE, &scales, &mut form.scale);
        }
    }
    part_ui(ui, words::COLOURS);
    let colours = [(false, words::LIGHT), (true, words::DARK)];
    let colours = colours.map(|(dark, name)| (dark, name.to_owned()));
    segments_ui(ui, words::COLOURS, &colours, &mut form.dark);
    let line = Choice {
        chosen: form.transparent,
        ..Choice::of(words::TRANSPARENT)
    };
    let width = ui.available_width();
    if choice_ui(ui, &line, width).clicked() {
        form.transparent = !form.transparent;
    }
}

/// A heading with room above it.
pub(super) fn part_ui(ui: &mut Ui, heading: &str) {
    ui.add_space(space::M);
    over::heading_ui(ui, heading);
}

/// Buttons of which one is chosen.
pub(in crate::ui) fn segments_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    offers: &[(T, String)],
    chosen: &mut T,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        regions::group_ui(ui, (Role::RadioGroup, name), |ui| {
            for (value, name) in offers {
                let button = ToolButton::text(name).chosen(value == chosen);
                if button.show(ui).clicked() {
                    *chosen = *value;
                }
            }
        });
    });
}

/// The sizes by name, each with the pixels that the file will have, and one of one's own.
fn sizes_ui(ui: &mut Ui, state: &State, form: &mut PictureForm) {
    let width = ui.available_width();
    let own = match form.size {
        PictureSize::Own { .. } => form.size,
        PictureSize::Wide
        | PictureSize::Print
        | PictureSize::Square
        | PictureSize::Portrait
        | PictureSize::Whole => {
            let (width, height) = form.size.sides();
            let height = height.or_else(|| known_height(state, *form));
            PictureSize::Own {
                width,
                height: height.unwrap_or(width),
            }
        }
    };
    for size in PictureSize::NAMED.into_iter().chain([own]) {
        let is_offered = size != own || form.size == own;
        let pixels = is_offered.then(|| pixels(state, PictureForm { size, ..*form }));
        let line = Choice {
            mark: Mark::One,
            chosen: form.size == size,
            detail: pixels.as_deref().unwrap_or_default(),
            ..Choice::of(size_name(size))
        };
        if choice_ui(ui, &line, width).clicked() {
            form.size = size;
        }
    }
}

/// The sides of a size of one's own.
fn own_sides_ui(ui: &mut Ui, form: &mut PictureForm) {
    if let PictureSize::Own { width, height } = &mut form.size {
        ui.horizontal(|ui| {
            ui.add_space(space::XL);
            side_ui(ui, width, words::WIDTH);
            ui.label(words::TIMES);
            side_ui(ui, height, words::HEIGHT);
        });
    }
}

fn side_ui(ui: &mut Ui, side: &mut u32, name: &str) {
    let value = DragValue::new(side)
        .range(PictureForm::SIDES)
        .update_while_editing(false);
    ui.add_sized([72.0, 28.0], value)
        .on_hover_text(name)
        .accessible_name(name);
}

/// The pixels that a file of this form has.
pub(super) fn pixels(state: &State, form: PictureForm) -> String {
    let times = u32::from(form.pixels_per_point());
    let (width, height) = form.size.sides();
    match height.or_else(|| known_height(state, form)) {
        Some(height) => words::pixels(width * times, height * times),
        None => words::pixels_wide(width * times),
    }
}

/// How high a picture is that is as high as it needs, in points, once that has been tried.
fn known_height(state: &State, form: PictureForm) -> Option<u32> {
    seen(state, form).map(|pixels| pixels.points_high)
}

/// The picture as it was last seen at that size.
pub(super) fn seen(state: &State, form: PictureForm) -> Option<&Pixels> {
    let preview = state.previews.last()?;
    let pixels = preview.picture.as_ref().ok()?;
    (preview.of.form.size == form.size).then_some(pixels)
}

fn format_name(format: PictureFormat) -> &'static str {
    match format {
        PictureFormat::Svg => words::SVG,
        PictureFormat::Png => words::PNG,
    }
}

fn text_words(text: TextStyle) -> (&'static str, &'static str) {
    match text {
        TextStyle::Outlines => (words::OUTLINES, words::OUTLINES_MEAN),
        TextStyle::Editable => (words::EDITABLE, words::EDITABLE_MEANS),
    }
}

fn size_name(size: PictureSize) -> &'static str {
    match size {
        PictureSize::Wide => words::WIDE,
        PictureSize::Print => words::PRINT,
        PictureSize::Square => words::SQUARE,
        PictureSize::Portrait => words::PORTRAIT,
        PictureSize::Whole => words::WHOLE,
        PictureSize::Own { .. } => words::OWN,
    }
}
