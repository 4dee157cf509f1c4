//! Where everything of a picture goes: texts, panels, bars. Pure placing; nothing is painted.
//!
//! Labels never overlap and are never cut, because the scale of an axis is found from the room
//! that labels leave, not the other way round.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, Galley, Pos2, Rect, Vec2, pos2, vec2};

use super::bars_layout;
use super::theme::{Palette, Weight, font, size, space};
use crate::chart::{Body, ChartSpec, SignKey, Target};
use crate::model::Amount;

/// A picture with every part in its place.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The height the picture takes at its width; more than was given if it did not fit.
    pub height: f32,
    /// Texts.
    pub texts: Vec<PlacedText>,
    /// Colours in the key.
    pub swatches: Vec<Swatch>,
    /// Signs in the key.
    pub signs: Vec<PlacedSign>,
    /// Axes with their bars.
    pub panels: Vec<PlacedPanel>,
    /// Where figures are, for pointer and screen reader.
    pub hits: Vec<Hit>,
}

/// A text in its place.
#[derive(Debug, Clone)]
pub struct PlacedText {
    /// The text, laid out.
    pub galley: Arc<Galley>,
    /// Its top left corner.
    pub pos: Pos2,
    /// Its colour.
    pub color: Color32,
    /// Whether it covers the grid lines behind it.
    pub covers: bool,
}

impl PlacedText {
    /// A text in a place.
    pub fn new(galley: Arc<Galley>, pos: Pos2, color: Color32) -> Self {
        Self {
            galley,
            pos,
            color,
            covers: false,
        }
    }

    /// The room it takes.
    pub fn rect(&self) -> Rect {
        self.galley.rect.translate(self.pos.to_vec2())
    }
}

/// A colour in the key.
#[derive(Debug, Clone, Copy)]
pub struct Swatch {
    /// Where.
    pub rect: Rect,
    /// Which operation, by its place in the atlas.
    pub place: usize,
}

/// A sign in the key.
#[derive(Debug, Clone, Copy)]
pub struct PlacedSign {
    /// Where.
    pub rect: Rect,
    /// Which.
    pub sign: SignKey,
}

/// An axis with its bars.
#[derive(Debug, Clone)]
pub struct PlacedPanel {
    /// Where bars go.
    pub rect: Rect,
    /// The numbers at the left and the right edge.
    pub domain: (f64, f64),
    /// Where grid lines go.
    pub ticks: Vec<f64>,
    /// From the top of the first bar to the bottom of the last, for each group.
    pub groups: Vec<(f32, f32)>,
    /// Bars.
    pub bars: Vec<PlacedBar>,
}

/// A bar in its place.
#[derive(Debug, Clone, Copy)]
pub struct PlacedBar {
    /// From top to bottom.
    pub y: (f32, f32),
    /// What it stands for; `None` for a labelled empty place.
    pub amount: Option<Amount>,
    /// Which operation, by its place in the atlas.
    pub place: usize,
}

/// A figure's row.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Where.
    pub rect: Rect,
    /// What it says.
    pub spoken: String,
    /// Where a click leads.
    pub target: Target,
}

/// Lays out texts; a thin cover over egui's fonts so that placing stays pure.
pub struct Typesetter<'a> {
    ctx: &'a egui::Context,
    /// The colours.
    pub palette: &'a Palette,
}

impl<'a> Typesetter<'a> {
    /// A typesetter with a context's fonts.
    pub fn new(ctx: &'a egui::Context, palette: &'a Palette) -> Self {
        Self { ctx, palette }
    }

    /// A text on as many lines as the width asks for.
    pub fn text(&self, text: &str, weight: Weight, size: f32, width: f32) -> Arc<Galley> {
        self.ctx.fonts_mut(|fonts| {
            fonts.layout(
                text.to_owned(),
                font(weight, size),
                Color32::PLACEHOLDER,
                width,
            )
        })
    }

    /// A text on one line.
    pub fn line(&self, text: &str, weight: Weight, size: f32) -> Arc<Galley> {
        self.text(text, weight, size, f32::INFINITY)
    }
}

/// Places a picture in `size`. What does not fit in the height makes the layout higher.
pub fn layout(typesetter: &Typesetter<'_>, spec: &ChartSpec, room: Vec2) -> Layout {
    let mut layout = Layout::default();
    let margin = if room.x < 520.0 { space::L } else { space::XL };
    let inner = room.x - 2.0 * margin;
    let mut cursor = Cursor {
        x: margin,
        y: margin,
        width: inner,
    };

    header(typesetter, &mut layout, spec, &mut cursor);
    let foot = footer(typesetter, spec, inner);
    let foot_height = foot
        .iter()
        .map(|line| line.galley.size().y + line.gap)
        .sum::<f32>();
    let signs_height = if spec.signs.is_empty() {
        0.0
    } else {
        sign_rows(typesetter, spec, inner).1
    };
    let body_room = room.y - cursor.y - foot_height - signs_height - margin;

    let body = Rect::from_min_size(pos2(margin, cursor.y), vec2(inner, body_room.max(0.0)));
    let body_height = match &spec.body {
        Body::Bars(bars) => bars_layout::place(typesetter, &mut layout, bars, body),
        Body::Nothing(sentence) => {
            let galley = typesetter.text(sentence, Weight::Regular, size::HEADING, inner);
            let height = galley.size().y;
            let color = typesetter.palette.ink_soft;
            layout.texts.push(PlacedText::new(
                galley,
                body.min + vec2(0.0, space::L),
                color,
            ));
            height + space::XL
        }
    };
    cursor.y += body_height.max(body_room);

    signs(typesetter, &mut layout, spec, &mut cursor);
    for line in foot {
        cursor.y += line.gap;
        let height = line.galley.size().y;
        layout.texts.push(PlacedText::new(
            line.galley,
            pos2(margin, cursor.y),
            line.color,
        ));
        cursor.y += height;
    }
    layout.height = cursor.y + margin;
    layout
}

/// The place where the next part goes.
struct Cursor {
    x: f32,
    y: f32,
    width: f32,
}

/// Title, subtitle and the key of colours.
fn header(typesetter: &Typesetter<'_>, layout: &mut Layout, spec: &ChartSpec, cursor: &mut Cursor) {
    let palette = typesetter.palette;
    let wide = cursor.width >= 760.0;
    let title_size = if wide { size::DISPLAY } else { size::TITLE };
    let mut put = |cursor: &mut Cursor, text: &str, weight, size, color, gap: f32| {
        if text.is_empty() {
            return;
        }
        let galley = typesetter.text(text, weight, size, cursor.width);
        let height = galley.size().y;
        layout
            .texts
            .push(PlacedText::new(galley, pos2(cursor.x, cursor.y), color));
        cursor.y += height + gap;
    };
    put(
        cursor,
        &spec.title,
        Weight::SemiBold,
        title_size,
        palette.ink,
        2.0,
    );
    let subtitle_size = if wide { size::HEADING } else { size::TEXT };
    put(
        cursor,
        &spec.subtitle,
        Weight::Regular,
        subtitle_size,
        palette.ink_soft,
        space::M,
    );
    // With one operation after another named beside its bar, a long key says nothing more.
    if spec.series.len() <= 6 {
        series_key(typesetter, layout, spec, cursor);
    }
}

fn series_key(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    spec: &ChartSpec,
    cursor: &mut Cursor,
) {
    let palette = typesetter.palette;
    let right = cursor.x + cursor.width;
    let (mut x, mut row) = (cursor.x, 0.0_f32);
    for series in &spec.series {
        let name = typesetter.line(&series.name, Weight::Medium, size::TEXT);
        let extent = typesetter.line(&series.extent, Weight::Regular, size::TEXT);
        let height = name.size().y;
        let width = 12.0 + space::S + name.size().x + space::S + extent.size().x;
        if x > cursor.x && x + width > right {
            x = cursor.x;
            cursor.y += row + space::XS;
        }
        row = height;
        let swatch =
            Rect::from_center_size(pos2(x + 6.0, cursor.y + height / 2.0), vec2(12.0, 12.0));
        layout.swatches.push(Swatch {
            rect: swatch,
            place: series.place,
        });
        let name_x = x + 12.0 + space::S;
        let extent_x = name_x + name.size().x + space::S;
        layout
            .texts
            .push(PlacedText::new(name, pos2(name_x, cursor.y), palette.ink));
        layout.texts.push(PlacedText::new(
            extent,
            pos2(extent_x, cursor.y),
            palette.ink_soft,
        ));
        x += width + space::XL;
    }
    cursor.y += row + space::L;
}

/// A line under the body.
struct FootLine {
    galley: Arc<Galley>,
    color: Color32,
    gap: f32,
}

fn footer(typesetter: &Typesetter<'_>, spec: &ChartSpec, width: f32) -> Vec<FootLine> {
    let palette = typesetter.palette;
    let mut lines = Vec::new();
    if !spec.notes.is_empty() {
        let galley = typesetter.text(&spec.notes.join(" "), Weight::Regular, size::SMALL, width);
        lines.push(FootLine {
            galley,
            color: palette.ink_soft,
            gap: space::M,
        });
    }
    if !spec.sources.is_empty() {
        let galley = typesetter.text(&spec.sources, Weight::Regular, size::SMALL, width);
        lines.push(FootLine {
            galley,
            color: palette.ink_faint,
            gap: space::XS,
        });
    }
    lines
}

/// How far right each sign of the key starts, by row, and the height of all rows.
fn sign_rows(
    typesetter: &Typesetter<'_>,
    spec: &ChartSpec,
    width: f32,
) -> (Vec<(SignKey, Vec2)>, f32) {
    let mut places = Vec::new();
    let (mut x, mut y) = (0.0_f32, space::M);
    let mut line_height = 0.0_f32;
    for &sign in &spec.signs {
        let text = typesetter.line(sign.meaning(), Weight::Regular, size::SMALL);
        let item = SIGN_WIDTH + space::S + text.size().x;
        line_height = text.size().y;
        if x > 0.0 && x + item > width {
            x = 0.0;
            y += line_height + space::XS;
        }
        places.push((sign, vec2(x, y)));
        x += item + space::XL;
    }
    (places, y + line_height)
}

/// How wide a sign in the key is.
const SIGN_WIDTH: f32 = 36.0;

fn signs(typesetter: &Typesetter<'_>, layout: &mut Layout, spec: &ChartSpec, cursor: &mut Cursor) {
    if spec.signs.is_empty() {
        return;
    }
    let (places, height) = sign_rows(typesetter, spec, cursor.width);
    for (sign, offset) in places {
        let text = typesetter.line(sign.meaning(), Weight::Regular, size::SMALL);
        let min = pos2(cursor.x, cursor.y) + offset;
        let middle = min.y + text.size().y / 2.0;
        let rect = Rect::from_center_size(
            pos2(min.x + SIGN_WIDTH / 2.0, middle),
            vec2(SIGN_WIDTH, 10.0),
        );
        layout.signs.push(PlacedSign { rect, sign });
        layout.texts.push(PlacedText::new(
            text,
            pos2(min.x + SIGN_WIDTH + space::S, min.y),
            typesetter.palette.ink_soft,
        ));
    }
    cursor.y += height;
}
