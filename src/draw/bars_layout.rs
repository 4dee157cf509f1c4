//! Where grouped bars go: panels in columns, groups in panels, bars in groups, and a scale
//! that leaves every label its room.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Rect, pos2, vec2};

use super::layout::{Hit, Layout, PlacedBar, PlacedPanel, PlacedText, Typesetter};
use super::marks::OPEN_END;
use super::theme::{Weight, size, space};
use crate::chart::{Bar, BarGroup, BarPanel, Bars, Mark, ticks};
use crate::model::Open;

/// How thick bars may be, from least to most.
const BAR: (f32, f32) = (12.0, 30.0);
/// Between two bars of a group.
const BAR_GAP: f32 = 3.0;
/// Between two groups, from least to most.
const GROUP_GAP: (f32, f32) = (space::M, space::XL);
/// Between two panels.
const PANEL_GAP: f32 = space::L;
/// Between two columns.
const COLUMN_GAP: f32 = 40.0;
/// From a mark's end to its label.
const LABEL_GAP: f32 = 6.0;

/// Places bars in `body`; returns the height they take.
pub fn place(typesetter: &Typesetter<'_>, layout: &mut Layout, bars: &Bars, body: Rect) -> f32 {
    let line = typesetter.line("Ag", Weight::Medium, size::TEXT).size().y;
    let columns = columns(&bars.panels, body.width(), line);
    // The fullest column decides how thick bars are; all columns share it.
    let thickness = columns
        .iter()
        .map(|panels| {
            let count: usize = panels.iter().map(|panel| bar_count(panel)).sum();
            let rest = height(panels, line, 0.0);
            if count == 0 { BAR.1 } else { (body.height() - rest) / count as f32 }
        })
        .fold(BAR.1, f32::min)
        .clamp(BAR.0, BAR.1);
    // What room is left then goes between the groups.
    let slack = columns
        .iter()
        .map(|panels| {
            let gaps: usize = panels.iter().map(|panel| panel.groups.len()).sum();
            (body.height() - height(panels, line, thickness)) / gaps.max(1) as f32
        })
        .fold(GROUP_GAP.1, f32::min);
    let sizes = Sizes { line, thickness, group_gap: (GROUP_GAP.0 + slack).clamp(GROUP_GAP.0, GROUP_GAP.1) };
    let count = columns.len().max(1) as f32;
    let width = (body.width() - COLUMN_GAP * (count - 1.0)) / count;
    let mut used = 0.0_f32;
    for (index, panels) in columns.iter().enumerate() {
        let x = body.left() + index as f32 * (width + COLUMN_GAP);
        let column = Rect::from_min_size(pos2(x, body.top()), vec2(width, body.height()));
        let mut y = body.top();
        for panel in panels {
            y = place_panel(typesetter, layout, panel, column, y, &sizes) + PANEL_GAP;
        }
        used = used.max(y - PANEL_GAP - body.top());
    }
    used
}

/// Sizes that all columns share.
struct Sizes {
    /// The height of a line of text.
    line: f32,
    /// How thick a bar is.
    thickness: f32,
    /// Between two groups.
    group_gap: f32,
}

/// Panels in one column, or in two of about the same height where there is room for two.
fn columns(panels: &[BarPanel], width: f32, line: f32) -> Vec<Vec<&BarPanel>> {
    let all: Vec<&BarPanel> = panels.iter().collect();
    if width < 640.0 || all.len() < 2 {
        return vec![all];
    }
    let best = (1..all.len()).min_by(|&a, &b| {
        let higher = |at: usize| {
            let (left, right) = all.split_at(at);
            height(left, line, BAR.1).max(height(right, line, BAR.1))
        };
        higher(a).total_cmp(&higher(b))
    });
    let (left, right) = all.split_at(best.unwrap_or(1));
    vec![left.to_vec(), right.to_vec()]
}

fn bar_count(panel: &BarPanel) -> usize {
    panel.groups.iter().map(|group| group.bars.len()).sum()
}

/// Whether a panel shows grid lines: with one group the labels on the marks say it all.
fn has_axis(panel: &BarPanel) -> bool {
    panel.groups.len() > 1 && panel.largest > 0.0
}

fn height(panels: &[&BarPanel], line: f32, thickness: f32) -> f32 {
    let panel_height = |panel: &&BarPanel| {
        let heading = line + space::XS;
        let groups: f32 = panel.groups.iter().map(|group| group_height(group, line, thickness)).sum();
        let gaps = GROUP_GAP.0 * panel.groups.len().saturating_sub(1) as f32;
        let axis = if has_axis(panel) { line } else { 0.0 };
        heading + groups + gaps + axis
    };
    panels.iter().map(panel_height).sum::<f32>() + PANEL_GAP * panels.len().saturating_sub(1) as f32
}

fn group_height(group: &BarGroup, line: f32, thickness: f32) -> f32 {
    let label = if group.label.is_empty() { 0.0 } else { line + 2.0 };
    let bars = group.bars.len() as f32;
    label + bars * thickness + (bars - 1.0).max(0.0) * BAR_GAP
}

fn place_panel(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    panel: &BarPanel,
    column: Rect,
    top: f32,
    sizes: &Sizes,
) -> f32 {
    let &Sizes { line, thickness, group_gap } = sizes;
    let palette = typesetter.palette;
    let heading = typesetter.line(&panel.unit, Weight::Regular, size::SMALL);
    layout.texts.push(PlacedText::new(heading, pos2(column.left(), top), palette.ink_faint));
    let mut y = top + line + space::XS;

    let bars = || panel.groups.iter().flat_map(|group| &group.bars);
    let names: Vec<Arc<Galley>> =
        bars().map(|bar| typesetter.text(&bar.name, Weight::Regular, size::SMALL, column.width() * 0.4)).collect();
    let name_width = names.iter().map(|name| name.size().x).fold(0.0, f32::max);
    let labels: Vec<Arc<Galley>> = bars().map(|bar| label(typesetter, bar)).collect();
    let plot_left = column.left() + name_width + space::S;
    let plot = Rect::from_min_max(pos2(plot_left, y), pos2(column.right(), y));
    let scale = Scale::fitting(bars(), &labels, plot.width());

    let mut placed =
        PlacedPanel { rect: plot, domain: scale.domain, ticks: Vec::new(), groups: Vec::new(), bars: Vec::new() };
    let mut texts = names.into_iter().zip(labels);
    for (index, group) in panel.groups.iter().enumerate() {
        if index > 0 {
            y += group_gap;
        }
        if !group.label.is_empty() {
            let galley = typesetter.text(&group.label, Weight::Medium, size::TEXT, column.width());
            layout.texts.push(PlacedText::new(galley, pos2(column.left(), y), palette.ink));
            y += line + 2.0;
        }
        let group_top = y;
        for (bar, (name, label)) in group.bars.iter().zip(texts.by_ref()) {
            let row = Rect::from_min_max(pos2(column.left(), y), pos2(column.right(), y + thickness));
            place_bar(typesetter, layout, bar, name, label, row, plot_left, &scale);
            placed.bars.push(PlacedBar {
                y: (y, y + thickness),
                amount: match bar.mark {
                    Mark::Number(amount) => Some(amount),
                    Mark::Unnumbered | Mark::Missing => None,
                },
                place: bar.place,
            });
            y += thickness + BAR_GAP;
        }
        y -= BAR_GAP;
        placed.groups.push((group_top, y));
    }
    placed.rect.max.y = y;
    if has_axis(panel) {
        place_axis(typesetter, layout, panel, &mut placed, &scale);
        y += line;
    }
    layout.panels.push(placed);
    y
}

/// From the end of a bar's number to its label: room for the slices of an open end.
fn label_gap(bar: &Bar) -> f32 {
    match bar.mark {
        Mark::Number(amount) if amount.open() == Open::Up => OPEN_END + LABEL_GAP,
        Mark::Number(_) | Mark::Unnumbered | Mark::Missing => LABEL_GAP,
    }
}

fn mark_value(bar: &Bar) -> Option<f64> {
    match bar.mark {
        Mark::Number(amount) => Some(amount.number()),
        Mark::Unnumbered | Mark::Missing => None,
    }
}

fn label(typesetter: &Typesetter<'_>, bar: &Bar) -> Arc<Galley> {
    let weight = match bar.mark {
        Mark::Number(_) => Weight::Medium,
        Mark::Unnumbered | Mark::Missing => Weight::Regular,
    };
    let text = if bar.disagrees { format!("{} *", bar.label) } else { bar.label.clone() };
    typesetter.line(&text, weight, size::TEXT)
}

#[expect(clippy::too_many_arguments, reason = "each is a different part of one row")]
fn place_bar(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    bar: &Bar,
    name: Arc<Galley>,
    label: Arc<Galley>,
    row: Rect,
    plot_left: f32,
    scale: &Scale,
) {
    let palette = typesetter.palette;
    let middle = row.center().y;
    let centred = |galley: &Galley, x: f32| pos2(x, middle - galley.size().y / 2.0);
    let name_pos = centred(&name, plot_left - space::S - name.size().x);
    layout.texts.push(PlacedText::new(name, name_pos, palette.ink_soft));
    let zero = plot_left + scale.zero;
    let (x, color) = match mark_value(bar) {
        Some(value) if value < 0.0 => {
            let end = zero + (value * f64::from(scale.points_per_unit)) as f32;
            (end - label_gap(bar) - label.size().x, palette.ink)
        }
        Some(value) => (zero + (value * f64::from(scale.points_per_unit)) as f32 + label_gap(bar), palette.ink),
        None => (zero + space::S, palette.ink_faint),
    };
    let label_pos = centred(&label, x);
    layout.texts.push(PlacedText { covers: true, ..PlacedText::new(label, label_pos, color) });
    layout.hits.push(Hit { rect: row, spoken: bar.spoken.clone(), target: bar.target.clone() });
}

fn place_axis(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    panel: &BarPanel,
    placed: &mut PlacedPanel,
    scale: &Scale,
) {
    let wanted = (placed.rect.width() / 110.0).clamp(2.0, 6.0) as usize;
    let mut last_right = f32::NEG_INFINITY;
    for tick in ticks(panel.largest, wanted, panel.suffix) {
        let x = placed.rect.left() + scale.zero + (tick.at * f64::from(scale.points_per_unit)) as f32;
        let galley = typesetter.line(&tick.label, Weight::Regular, size::SMALL);
        let left = (x - galley.size().x / 2.0).min(placed.rect.right() - galley.size().x);
        if x > placed.rect.right() || left < last_right + space::S {
            continue;
        }
        last_right = left + galley.size().x;
        placed.ticks.push(tick.at);
        let pos = pos2(left, placed.rect.bottom() + 3.0);
        layout.texts.push(PlacedText::new(galley, pos, typesetter.palette.ink_faint));
    }
}

/// How numbers become points on one axis.
struct Scale {
    /// The numbers at the left and the right edge.
    domain: (f64, f64),
    /// From the left edge to zero, in points.
    zero: f32,
    /// Points for one unit; 0 when nothing has a number.
    points_per_unit: f32,
}

impl Scale {
    /// The largest scale at which every bar and its label fit into `width`.
    fn fitting<'a>(bars: impl Iterator<Item = &'a Bar>, labels: &[Arc<Galley>], width: f32) -> Self {
        let marks: Vec<(f64, f32)> = bars
            .zip(labels)
            .filter_map(|(bar, label)| Some((mark_value(bar)?, label.size().x + label_gap(bar))))
            .collect();
        let reach = |scale: f64, negative: bool| {
            marks
                .iter()
                .filter(|(value, _)| (*value < 0.0) == negative)
                .map(|(value, label)| value.abs() * scale + f64::from(*label))
                .fold(0.0, f64::max)
        };
        let largest = marks.iter().map(|(value, _)| value.abs()).fold(0.0, f64::max);
        if largest <= 0.0 {
            return Self { domain: (0.0, 1.0), zero: 0.0, points_per_unit: 0.0 };
        }
        // The reach grows with the scale, so halving finds where both sides just fit.
        let (mut low, mut high) = (0.0, f64::from(width) / largest);
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            let fits = reach(middle, true) + reach(middle, false) <= f64::from(width);
            *(if fits { &mut low } else { &mut high }) = middle;
        }
        let scale = low.max(1e-12);
        let zero = reach(scale, true);
        Self {
            domain: (-zero / scale, (f64::from(width) - zero) / scale),
            zero: zero as f32,
            points_per_unit: scale as f32,
        }
    }
}
