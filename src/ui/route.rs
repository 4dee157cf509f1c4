//! A case's route: its stops as a line from left to right where they fit, else from top to
//! bottom.

use eframe::egui;
use egui::{Pos2, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::style::{SMALL, TEXT};
use super::table::line;
use super::widgets::text_ui;
use crate::draw::theme::{Palette, space};
use crate::model::{Step, Stop};
use crate::words::window::case as said;

/// From one stop to the next where they stand under one another.
const DOWN: f32 = 40.0;

/// Draws a route.
pub fn route_ui(ui: &mut Ui, route: &[Stop]) {
    if let [only] = route {
        text_ui(ui, said::only_stop(only));
        return;
    }
    let stops: Vec<(Step, String, String)> = route
        .iter()
        .map(|stop| (stop.step, stop.words(), said::step(stop)))
        .collect();
    let width = |(_, title, step): &(Step, String, String)| {
        let title = TEXT.medium().width(ui, title);
        title.max(SMALL.width(ui, step)) + space::XL
    };
    let widths: Vec<f32> = stops.iter().map(width).collect();
    let together: f32 = widths.iter().sum();
    let across = together <= ui.available_width();
    // From a stop's corner to its dot and to its words.
    let (whole, to_dot, to_words) = if across {
        (vec2(together, 56.0), vec2(5.0, 8.0), vec2(0.0, 18.0))
    } else {
        let whole = vec2(ui.available_width(), DOWN * route.len() as f32);
        (whole, vec2(5.0, 10.0), vec2(20.0, 0.0))
    };
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said::route(route)));
    let mut before = None;
    let mut corner = rect.left_top();
    for ((step, title, what), width) in stops.iter().zip(widths) {
        let dot = corner + to_dot;
        if let Some(before) = before {
            join(ui, before, dot);
        }
        stop_dot(ui, dot, *step);
        let at = corner + to_words;
        let room = if across {
            width - space::S
        } else {
            rect.right() - at.x
        };
        for (style, text, down) in [(TEXT.medium(), title, 0.0), (SMALL.soft(), what, 18.0)] {
            let galley = line(ui, style, text, room);
            let at = at + vec2(0.0, down);
            ui.painter().galley(at, galley, style.color(ui));
        }
        before = Some(dot);
        corner += if across {
            vec2(width, 0.0)
        } else {
            vec2(0.0, DOWN)
        };
    }
}

/// The line between two stops, with its head at the later one.
fn join(ui: &Ui, from: Pos2, to: Pos2) {
    let stroke = Stroke::new(1.5, Palette::shown(ui.ctx()).ink_faint);
    let along = (to - from).normalized();
    let (start, tip) = (from + along * 9.0, to - along * 9.0);
    ui.painter().line_segment([start, tip], stroke);
    for side in [-1.0, 1.0] {
        let barb = tip - along * 5.0 + along.rot90() * 3.5 * side;
        ui.painter().line_segment([barb, tip], stroke);
    }
}

/// Full where people were found, hollow elsewhere.
fn stop_dot(ui: &Ui, at: Pos2, step: Step) {
    let palette = Palette::shown(ui.ctx());
    match step {
        Step::Found => {
            ui.painter().circle_filled(at, 5.0, palette.ink);
        }
        Step::Origin | Step::Transit | Step::Destination => {
            let hollow = Stroke::new(1.5, palette.ink_soft);
            ui.painter().circle_stroke(at, 4.0, hollow);
        }
    }
}
