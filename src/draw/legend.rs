//! The legend: the operations' colours over a picture, the signs of its numbers under it.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Pos2, Rect, Vec2, pos2, vec2};

use super::placed::{Form, MarkStyle, PlacedMark, PlacedName, PlacedPicture, PlacedSign};
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{Body, ChartSpec, LegendEntry};
use crate::words::LegendSign;

/// How large a colour in the legend is.
const SWATCH: f32 = 12.0;

/// An operation of the legend of colours, from the legend's own corner.
pub(super) struct LegendPlaced {
    operation: usize,
    swatch: Option<Rect>,
    name: (Arc<Galley>, Pos2),
    extent: (Arc<Galley>, Pos2),
    /// The name with the colour in front.
    rect: Rect,
}

impl LegendPlaced {
    /// Places it, the legend's corner being at `min`.
    pub(super) fn place(
        &self,
        typesetter: &Typesetter<'_>,
        placed: &mut PlacedPicture,
        spec: &ChartSpec,
        min: Pos2,
    ) {
        let palette = typesetter.palette;
        let at = min.to_vec2();
        if let Some(swatch) = self.swatch {
            let operation = &spec.operations[self.operation];
            placed.marks.push(PlacedMark {
                place: operation.place,
                quiet: operation.quiet,
                form: Form::Swatch(swatch.translate(at)),
            });
            placed.names.push(PlacedName {
                rect: self.rect.translate(at),
                operation: self.operation,
            });
        }
        for ((galley, pos), color) in [(&self.name, palette.ink), (&self.extent, palette.ink_soft)]
        {
            placed.put(galley, *pos + at, color);
        }
    }
}

/// The legend of colours, and the height it takes with the gap after it.
pub(super) fn legend(
    typesetter: &Typesetter<'_>,
    spec: &ChartSpec,
    right: f32,
) -> (Vec<LegendPlaced>, f32) {
    if spec.legend.is_empty() {
        return (Vec::new(), 0.0);
    }
    let widest = right - SWATCH - space::S;
    let (mut x, mut y, mut row) = (0.0_f32, 0.0_f32, 0.0_f32);
    let entry = |entry: &LegendEntry| {
        let name = typesetter.text(&entry.name, Weight::Medium, size::TEXT, widest);
        let extent = typesetter.text(&entry.extent, Weight::Regular, size::TEXT, widest);
        let height = name.size().y;
        let before = if entry.has_marks {
            SWATCH + space::S
        } else {
            0.0
        };
        let width = before + name.size().x + space::S + extent.size().x;
        if x > 0.0 && x + width > right {
            x = 0.0;
            y += row + space::XS;
        }
        row = height;
        let name_at = pos2(x + before, y);
        let extent_at = if x + width > right {
            // Too wide even alone: one under the other.
            row += extent.size().y;
            pos2(name_at.x, y + height)
        } else {
            pos2(name_at.x + name.size().x + space::S, y)
        };
        let middle = pos2(x + SWATCH / 2.0, y + height / 2.0);
        let placed = LegendPlaced {
            operation: entry.operation,
            swatch: (entry.has_marks).then(|| Rect::from_center_size(middle, Vec2::splat(SWATCH))),
            rect: Rect::from_min_size(pos2(x, y), vec2(before + name.size().x, height)),
            name: (name, name_at),
            extent: (extent, extent_at),
        };
        x += width + space::XL;
        placed
    };
    let placed = spec.legend.iter().map(entry).collect();
    (placed, y + row + space::L)
}

/// As which marks the signs of a body are drawn.
pub(super) fn mark_style(body: &Body) -> MarkStyle {
    match body {
        Body::Rows(_) | Body::Map(_) | Body::Nothing(_) => MarkStyle::Bar,
        Body::Timeline(_) => MarkStyle::Circle,
        Body::Scatter(_) | Body::Dots(_) => MarkStyle::Point,
        Body::Matrix(_) | Body::Grid(_) => MarkStyle::Cell,
    }
}

/// A sign of the legend, from the legend's own corner.
pub(super) struct SignPlaced {
    sign: LegendSign,
    width: f32,
    meaning: Arc<Galley>,
    at: Pos2,
}

impl SignPlaced {
    /// Places it, the legend's corner being at `min`.
    pub(super) fn place(
        &self,
        typesetter: &Typesetter<'_>,
        placed: &mut PlacedPicture,
        style: MarkStyle,
        min: Pos2,
    ) {
        let min = min + self.at.to_vec2();
        let middle = pos2(
            min.x + self.width / 2.0,
            min.y + self.meaning.size().y / 2.0,
        );
        placed.signs.push(PlacedSign {
            rect: Rect::from_center_size(middle, vec2(self.width, 12.0)),
            sign: self.sign,
            style,
        });
        let text = pos2(min.x + self.width + space::S, min.y);
        placed.put(&self.meaning, text, typesetter.palette.ink_soft);
    }
}

/// The signs of the legend, and the height they take.
pub(super) fn signs(
    typesetter: &Typesetter<'_>,
    spec: &ChartSpec,
    width: f32,
) -> (Vec<SignPlaced>, f32) {
    if spec.signs.is_empty() {
        return (Vec::new(), 0.0);
    }
    let style = mark_style(&spec.body);
    let (mut x, mut y, mut line) = (0.0_f32, space::M, 0.0_f32);
    let place = |&sign: &LegendSign| {
        let meaning = typesetter.small(sign.meaning());
        let wide = match (sign, style) {
            (LegendSign::Dispute, _) => 8.0,
            (_, MarkStyle::Cell) => 12.0,
            (_, MarkStyle::Circle) => 22.0,
            (_, MarkStyle::Point) => 28.0,
            (_, MarkStyle::Bar) => 36.0,
        };
        let item = wide + space::S + meaning.size().x;
        line = meaning.size().y;
        if x > 0.0 && x + item > width {
            x = 0.0;
            y += line + space::XS;
        }
        let at = pos2(x, y);
        x += item + space::XL;
        SignPlaced {
            sign,
            width: wide,
            meaning,
            at,
        }
    };
    let placed = spec.signs.iter().map(place).collect();
    (placed, y + line)
}
