//! Figures told in words under a chart, one after the other like a sentence, each of which can
//! be pointed at: "Not reported (2): Weka II, Flash-Weka".

use eframe::egui;
use egui::{Pos2, Rect, pos2, vec2};

use super::layout::{Hit, Layout, PlacedText, Typesetter};
use super::theme::{Weight, size, space};
use crate::chart::Aside;

/// Places asides with their top left corner at `min`; returns the height they take.
pub fn place(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    asides: &[Aside],
    min: Pos2,
    width: f32,
) -> f32 {
    run(typesetter, Some(layout), asides, min, width)
}

/// The height that asides take at a width.
pub fn height(typesetter: &Typesetter<'_>, asides: &[Aside], width: f32) -> f32 {
    run(typesetter, None, asides, Pos2::ZERO, width)
}

fn run(
    typesetter: &Typesetter<'_>,
    mut layout: Option<&mut Layout>,
    asides: &[Aside],
    min: Pos2,
    width: f32,
) -> f32 {
    let palette = typesetter.palette;
    let space_width = typesetter
        .line("x x", Weight::Regular, size::SMALL)
        .size()
        .x
        - typesetter.line("xx", Weight::Regular, size::SMALL).size().x;
    let mut y = min.y;
    for aside in asides.iter().filter(|aside| !aside.mentions.is_empty()) {
        y += space::S;
        let lead = format!("{} ({}):", aside.lead, aside.mentions.len());
        let lead = typesetter.text(&lead, Weight::Medium, size::SMALL, width);
        let mut x = min.x + lead.size().x + space_width;
        let mut line = lead.size().y;
        if let Some(layout) = layout.as_deref_mut() {
            layout
                .texts
                .push(PlacedText::new(lead, pos2(min.x, y), palette.ink_soft));
        }
        for (index, mention) in aside.mentions.iter().enumerate() {
            let comma = if index + 1 < aside.mentions.len() {
                ","
            } else {
                ""
            };
            let galley = typesetter.text(
                &format!("{}{comma}", mention.text),
                Weight::Regular,
                size::SMALL,
                width,
            );
            let size = galley.size();
            if x > min.x && x + size.x > min.x + width {
                x = min.x;
                y += line;
                line = 0.0;
            }
            let pos = pos2(x, y);
            x += size.x + space_width;
            line = line.max(size.y);
            if let Some(layout) = layout.as_deref_mut() {
                layout
                    .texts
                    .push(PlacedText::new(galley, pos, palette.ink_soft));
                layout.hits.push(Hit {
                    rect: Rect::from_min_size(pos, vec2(size.x, size.y)),
                    spoken: mention.spoken.clone(),
                    target: mention.target.clone(),
                });
            }
        }
        y += line;
    }
    y - min.y
}
