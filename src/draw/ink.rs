//! Where the ink of a text lies: the box of its letters, not of its line. It comes from the
//! font's own metrics, so that it is the same on any screen and in any file.

use eframe::egui;
use egui::{Galley, Rect, vec2};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

use super::fonts::Weight;
use super::order;

/// The box of the ink of a text set in one weight and size, from the text's top left corner; the
/// text's own box where there is no ink, or other fonts have a part in it.
pub fn ink(text: &Galley) -> Rect {
    if !order::is_plain(text.text()) {
        return text.rect;
    }
    let format = text.job.sections.first().map(|section| &section.format);
    let Some((font, size)) = format.and_then(|format| {
        let weight = Weight::of_family(&format.font_id.family);
        Some((FontRef::new(weight.bytes()).ok()?, format.font_id.size))
    }) else {
        return text.rect;
    };
    let letters = font.charmap();
    let metrics = font.glyph_metrics(Size::new(size), LocationRef::default());
    let mut ink = Rect::NOTHING;
    for row in &text.rows {
        for glyph in &row.row.glyphs {
            let Some(letter) = letters.map(glyph.chr) else {
                return text.rect;
            };
            let bounds = metrics.bounds(letter).unwrap_or_default();
            if bounds.x_min < bounds.x_max {
                let origin = row.pos + glyph.pos.to_vec2();
                let (left, right) = outwards(bounds.x_min, bounds.x_max);
                let (top, bottom) = outwards(-bounds.y_max, -bounds.y_min);
                ink |= Rect::from_min_max(origin + vec2(left, top), origin + vec2(right, bottom));
            }
        }
    }
    if ink.is_positive() { ink } else { text.rect }
}

/// From where to where, on whole steps: letters have soft edges, and where a name goes is not for
/// a hair to decide.
fn outwards(low: f32, high: f32) -> (f32, f32) {
    const STEPS: f32 = 8.0;
    ((low * STEPS).floor() / STEPS, (high * STEPS).ceil() / STEPS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::Typesetter;
    use crate::draw::theme::{LIGHT, install, install_off_screen};
    use egui::{Context, RawInput};

    fn inks(install: fn(&Context)) -> Vec<(Rect, Rect)> {
        let ctx = Context::default();
        install(&ctx);
        let mut found = Vec::new();
        ctx.run_ui(RawInput::default(), |ui| {
            let typesetter = Typesetter::new(ui.ctx(), &LIGHT);
            for weight in Weight::ALL {
                for text in ["1,300", "Weka II", "> 40 * (Égypte)", "—"] {
                    let text = typesetter.line(text, weight, 14.0);
                    found.push((ink(&text), text.mesh_bounds));
                }
            }
        })
        .drop_without_applying_deltas();
        found
    }

    #[test]
    fn ink_is_where_the_window_shows_letters() {
        for (ink, shown) in inks(install) {
            // The window's letters are drawn on whole pixels, with soft edges around.
            let apart = [ink.min - shown.min, ink.max - shown.max];
            assert!(
                apart.iter().all(|way| way.abs().max_elem() < 1.6),
                "{ink} {shown}"
            );
        }
    }

    #[test]
    fn letters_of_other_scripts_take_the_whole_line() {
        let ctx = Context::default();
        install(&ctx);
        ctx.run_ui(RawInput::default(), |ui| {
            let typesetter = Typesetter::new(ui.ctx(), &LIGHT);
            for text in ["מבצע 365", "عملية", "ปฏิบัติการ"] {
                let text = typesetter.line(text, Weight::Regular, 14.0);
                assert_eq!(ink(&text), text.rect);
            }
        })
        .drop_without_applying_deltas();
    }

    #[test]
    fn ink_needs_no_window() {
        let off_screen = inks(install_off_screen);
        for ((window, _), (file, _)) in inks(install).into_iter().zip(off_screen) {
            assert!(
                (window.size() - file.size()).abs().max_elem() < 1.0,
                "{window} {file}"
            );
        }
    }
}
