//! The sheet: where title, key, body, notes and sources go. The body's kind places itself.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, Galley, Rect, Vec2, pos2, vec2};

use super::layout::{KeyName, Layout, PlacedSign, PlacedText, Swatch, Typesetter};
use super::marks::MarkStyle;
use super::theme::{Weight, size, space};
use super::{coverage_layout, rows, rows_layout, scatter_layout, timeline_layout};
use crate::chart::{Body, ChartSpec, SignKey};

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
        Body::Bars(bars) => rows_layout::place(typesetter, &mut layout, &rows::of_bars(bars), body),
        Body::Change(changes) => {
            rows_layout::place(typesetter, &mut layout, &rows::of_changes(changes), body)
        }
        Body::Ranking(ranking) => {
            rows_layout::place(typesetter, &mut layout, &rows::of_ranking(ranking), body)
        }
        Body::Timeline(timeline) => timeline_layout::place(typesetter, &mut layout, timeline, body),
        Body::Scatter(scatter) => scatter_layout::place(typesetter, &mut layout, scatter, body),
        Body::Coverage(coverage) => coverage_layout::place(typesetter, &mut layout, coverage, body),
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
    if !spec.series.is_empty() {
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
        let name = typesetter.text(
            &series.name,
            Weight::Medium,
            size::TEXT,
            cursor.width - 12.0 - space::S,
        );
        let extent = typesetter.text(
            &series.extent,
            Weight::Regular,
            size::TEXT,
            cursor.width - 12.0 - space::S,
        );
        let height = name.size().y;
        let swatch_width = if series.place.is_some() {
            12.0 + space::S
        } else {
            0.0
        };
        let width = swatch_width + name.size().x + space::S + extent.size().x;
        if x > cursor.x && x + width > right {
            x = cursor.x;
            cursor.y += row + space::XS;
        }
        row = height;
        if x + width > right {
            // Too wide even alone: one under the other.
            row += extent.size().y;
        }
        if let Some(place) = series.place {
            let rect =
                Rect::from_center_size(pos2(x + 6.0, cursor.y + height / 2.0), vec2(12.0, 12.0));
            layout.swatches.push(Swatch {
                rect,
                place,
                quiet: series.quiet,
            });
            layout.names.push(KeyName {
                rect: Rect::from_min_size(
                    pos2(x, cursor.y),
                    vec2(swatch_width + name.size().x, height),
                ),
                operation: series.operation.clone(),
                name: series.name.clone(),
                place,
                pinned: series.pinned,
            });
        }
        let name_x = x + swatch_width;
        let extent_pos = if x + width > right {
            pos2(name_x, cursor.y + height)
        } else {
            pos2(name_x + name.size().x + space::S, cursor.y)
        };
        layout
            .texts
            .push(PlacedText::new(name, pos2(name_x, cursor.y), palette.ink));
        layout
            .texts
            .push(PlacedText::new(extent, extent_pos, palette.ink_soft));
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

/// As which marks the signs of a body are drawn.
fn mark_style(body: &Body) -> MarkStyle {
    match body {
        Body::Bars(_) | Body::Change(_) | Body::Ranking(_) | Body::Nothing(_) => MarkStyle::Bar,
        Body::Timeline(_) => MarkStyle::Circle,
        Body::Scatter(_) => MarkStyle::Point,
        Body::Coverage(_) => MarkStyle::Cell,
    }
}

/// How wide a sign in the key is.
fn sign_width(sign: SignKey, style: MarkStyle) -> f32 {
    match (sign, style) {
        (SignKey::Disagreement, _) => 8.0,
        (_, MarkStyle::Cell) => 12.0,
        (_, MarkStyle::Circle) => 22.0,
        (_, MarkStyle::Point) => 28.0,
        (_, MarkStyle::Bar) => 36.0,
    }
}

/// Where each sign of the key starts, and the height of all rows.
fn sign_rows(
    typesetter: &Typesetter<'_>,
    spec: &ChartSpec,
    width: f32,
) -> (Vec<(SignKey, Vec2)>, f32) {
    let style = mark_style(&spec.body);
    let mut places = Vec::new();
    let (mut x, mut y) = (0.0_f32, space::M);
    let mut line_height = 0.0_f32;
    for &sign in &spec.signs {
        let text = typesetter.line(sign.meaning(), Weight::Regular, size::SMALL);
        let item = sign_width(sign, style) + space::S + text.size().x;
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

fn signs(typesetter: &Typesetter<'_>, layout: &mut Layout, spec: &ChartSpec, cursor: &mut Cursor) {
    if spec.signs.is_empty() {
        return;
    }
    let style = mark_style(&spec.body);
    let (places, height) = sign_rows(typesetter, spec, cursor.width);
    for (sign, offset) in places {
        let text = typesetter.line(sign.meaning(), Weight::Regular, size::SMALL);
        let min = pos2(cursor.x, cursor.y) + offset;
        let middle = min.y + text.size().y / 2.0;
        let width = sign_width(sign, style);
        let rect = Rect::from_center_size(pos2(min.x + width / 2.0, middle), vec2(width, 12.0));
        layout.signs.push(PlacedSign { rect, sign, style });
        layout.texts.push(PlacedText::new(
            text,
            pos2(min.x + width + space::S, min.y),
            typesetter.palette.ink_soft,
        ));
    }
    cursor.y += height;
}
