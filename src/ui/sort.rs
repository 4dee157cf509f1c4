//! In which order the chosen operations stand: a control of three parts.

use eframe::egui;
use egui::{Align2, CursorIcon, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::regions;
use super::style::SMALL;
use super::widgets::label_ui;
use crate::draw::theme::{Palette, space};
use crate::query::comparison::Order;
use crate::state::{Command, State};
use crate::words::window::compare;

/// Draws the control; the order that holds now is marked.
pub(super) fn sort_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    const HEIGHT: f32 = 24.0;
    let palette = Palette::shown(ui.ctx());
    let comparison = &state.view.comparison;
    let sorted = |order: Order| {
        let mut sorted = comparison.clone();
        sorted.sort_operations(&state.atlas, order);
        sorted
    };
    // One operation stands in every order, which says nothing.
    let holds = |order: &Order| {
        comparison.operations.len() > 1 && sorted(*order).operations == comparison.operations
    };
    // Where several orders come out the same, the one asked for last is marked.
    let id = Id::unique("operations sorted by");
    let asked: Option<Order> = ui.data(|data| data.get_temp(id));
    let orders = [Order::Date, Order::Name, Order::Value];
    let marked = asked.into_iter().chain(orders).find(holds);
    ui.horizontal(|ui| {
        regions::group(ui);
        ui.spacing_mut().item_spacing.x = 0.0;
        label_ui(ui, SMALL.soft(), compare::SORT_BY);
        ui.add_space(space::S);
        let width = ((ui.available_width() - 2.0 * space::S) / 3.0).floor();
        let (all, _) = ui.allocate_exact_size(vec2(3.0 * width, HEIGHT), Sense::hover());
        let line = Stroke::new(1.0, palette.hairline);
        ui.painter()
            .rect(all, 4.0, palette.sheet, line, StrokeKind::Inside);
        for (index, order) in orders.into_iter().enumerate() {
            let [text, name] = match order {
                Order::Date => compare::BY_DATE,
                Order::Name => compare::BY_NAME,
                Order::Value => compare::BY_VALUE,
            };
            let left = vec2(index as f32 * width, 0.0);
            let rect = Rect::from_min_size(all.min + left, vec2(width, HEIGHT));
            let holds = marked == Some(order);
            let part = ui.interact(rect, id.with(text), Sense::click());
            part.widget_info(|| WidgetInfo::selected(Role::Button, true, holds, name));
            let (fill, style) = if holds {
                (Some(palette.chosen), SMALL.medium())
            } else if part.hovered() {
                (Some(palette.hover), SMALL)
            } else {
                (None, SMALL.soft())
            };
            if let Some(fill) = fill {
                ui.painter().rect_filled(rect.shrink(2.0), 3.0, fill);
            }
            style.paint(ui, rect.center(), Align2::CENTER_CENTER, text);
            let part = part
                .on_hover_text(name)
                .on_hover_cursor(CursorIcon::PointingHand);
            if part.clicked() {
                ui.data_mut(|data| data.insert_temp(id, order));
                commands.push(Command::Compare(sorted(order)));
            }
        }
    });
}
