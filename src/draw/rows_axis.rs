//! The round numbers on the axis of a panel of rows: as many as stand beside one another, the
//! same wherever the panel goes on in another column.

use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::scale::Scale;
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{Panel, PanelAxis, Shown, Tick, ticks, ticks_between};
use crate::model::Amount;

/// How far apart grid lines are about.
const APART: f32 = 80.0;
/// From how long an axis on one number beside zero is too few to read lengths by.
const LONG: f32 = 120.0;

/// How many more are tried where round numbers leave too few.
const DENSER: usize = 4;

/// A grid line with the number under it.
pub struct AxisTick {
    /// Where on the axis.
    pub at: f64,
    /// The number.
    pub label: Arc<Galley>,
    /// Where it starts, from the left edge of the plot.
    pub left: f32,
}

/// Where the labels of an axis may go, from the left edge of the plot.
pub struct AxisRoom {
    /// To the left; at most 0, where names stand in front of the plot.
    pub left: f32,
    /// To the right.
    pub right: f32,
}

/// The grid lines of a panel on its scale.
pub fn axis_ticks(
    typesetter: &Typesetter<'_>,
    figures: &[Shown],
    panel: &Panel,
    axis: PanelAxis,
    scale: &Scale,
    room: &AxisRoom,
) -> Vec<AxisTick> {
    let rows = panel.groups.iter().flat_map(|group| &group.rows);
    let amounts: Vec<Amount> = rows
        .filter_map(|row| figures[row.figure].amount())
        .collect();
    // From where to where the axis has to reach: at most zero, at least zero.
    let (low, high) = amounts
        .iter()
        .flat_map(|amount| [amount.number(), amount.low().unwrap_or(0.0)])
        .fold(axis.reach, |(low, high), end| (low.min(end), high.max(end)));
    let length = scale.x(high) - scale.x(low);
    let most = (length / APART).clamp(2.0, 6.0) as usize;
    // Where all numbers are whole, half a unit would be nothing.
    let whole = amounts.iter().all(|amount| amount.number().fract() == 0.0);
    let upto = |to: f64, wanted: usize| {
        let mut ticks = if axis.signed {
            ticks_between(low, to, wanted, axis.suffix)
        } else {
            ticks(to, wanted, axis.suffix)
        };
        // One number beyond the longest bar is enough.
        let beyond = ticks.iter().position(|tick| tick.at >= high * (1.0 - 1e-9));
        ticks.truncate(beyond.map_or(ticks.len(), |last| last + 1));
        let in_parts = whole && ticks.iter().any(|tick| tick.at.fract() != 0.0);
        let fitting = if in_parts { Vec::new() } else { ticks };
        Some((placed(typesetter, fitting, scale, room)?, beyond.is_some()))
    };
    let enough = if length < LONG { 1 } else { 2 };
    let beyond_zero =
        |ticks: &Vec<AxisTick>| ticks.iter().filter(|tick| tick.at != 0.0).count() >= enough;
    // Denser where about as many as wanted happen to be too few.
    let tries = || (1..=most).rev().chain(most + 1..=most + DENSER);
    let all = |to: f64| tries().filter_map(move |wanted| upto(to, wanted));
    // At best the longest bar ends between two numbers, as far as the plot reaches.
    let mut around = all(scale.domain.1).filter(|&(_, beyond)| beyond);
    let found = around.find(|(ticks, _)| beyond_zero(ticks));
    found
        .or_else(|| all(high).find(|(ticks, _)| beyond_zero(ticks)))
        .or_else(|| all(high).max_by_key(|(ticks, _)| ticks.len()))
        .map(|(ticks, _)| ticks)
        .or_else(|| placed(typesetter, ticks(0.0, 1, ""), scale, room))
        .unwrap_or_default()
}

/// The labels in their places; `None` where two would touch, or there is nothing to place.
fn placed(
    typesetter: &Typesetter<'_>,
    ticks: Vec<Tick>,
    scale: &Scale,
    room: &AxisRoom,
) -> Option<Vec<AxisTick>> {
    let placed: Vec<AxisTick> = ticks
        .into_iter()
        .map(|tick| {
            let label = typesetter.line(&tick.label, Weight::Regular, size::SMALL);
            let width = label.size().x;
            let centred = scale.x(tick.at) - width / 2.0;
            AxisTick {
                at: tick.at,
                left: centred.min(room.right - width).max(room.left),
                label,
            }
        })
        .collect();
    let apart = placed.windows(2).all(|pair| match pair {
        [a, b] => a.left + a.label.size().x + space::S <= b.left,
        _ => true,
    });
    (apart && !placed.is_empty()).then_some(placed)
}
