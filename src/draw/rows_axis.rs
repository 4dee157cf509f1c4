//! The round numbers on the axis of a panel of rows: as many as stand beside one another, the
//! same wherever the panel goes on in another column.

use std::sync::Arc;

use eframe::egui;
use egui::Galley;

use super::scale::Scale;
use super::theme::space;
use super::typesetter::Typesetter;
use crate::chart::{Panel, PanelAxis, Shown, Tick, ticks, ticks_between, ticks_in_steps};
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
    let fitting = |ticks: Vec<Tick>| {
        let in_parts = whole && ticks.iter().any(|tick| tick.at.fract() != 0.0);
        let fitting = if in_parts { Vec::new() } else { ticks };
        placed(typesetter, fitting, scale, room)
    };
    let upto = |high: f64, wanted: usize| {
        let ticks = if axis.signed {
            ticks_between(low, high, wanted, axis.suffix)
        } else {
            ticks(high, wanted, axis.suffix)
        };
        // At best the longest bar ends between two numbers, as far as the plot reaches.
        let around = match ticks.as_slice() {
            [.., one, last] if last.at < high * (1.0 - 1e-9) => {
                let step = last.at - one.at;
                let next = last.at + step;
                let ends = (low, next + step / 2.0);
                (next <= scale.domain.1)
                    .then(|| ticks_in_steps(ends, step, axis.suffix, axis.signed))
            }
            _ => None,
        };
        around.and_then(fitting).or_else(|| fitting(ticks))
    };
    let enough = if length < LONG { 1 } else { 2 };
    let beyond_zero =
        |ticks: &Vec<AxisTick>| ticks.iter().filter(|tick| tick.at != 0.0).count() >= enough;
    // Denser where about as many as wanted happen to be too few; then beyond the longest bar,
    // as far as the plot reaches.
    let tries = || (1..=most).rev().chain(most + 1..=most + DENSER);
    let all = |high: f64| tries().filter_map(move |wanted| upto(high, wanted));
    all(high)
        .find(beyond_zero)
        .or_else(|| all(scale.domain.1).find(beyond_zero))
        .or_else(|| all(high).max_by_key(Vec::len))
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
            let label = typesetter.small(&tick.label);
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
