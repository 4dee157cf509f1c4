//! Lines that can be chosen: with a circle where one excludes the others, with a box where each
//! stands for itself.

use eframe::egui;
use egui::{Align2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::widgets::focus_ring;
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};

/// One of several that exclude each other.
pub(super) struct Offer<T> {
    /// What is chosen with it.
    pub value: T,
    /// What it says.
    pub name: &'static str,
    /// What the pointer is told.
    pub meaning: &'static str,
    /// Why it cannot be chosen now.
    pub why_not: Option<&'static str>,
}

/// Offers in two columns; gives the one chosen.
pub(super) fn one_of_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    offers: &[Offer<T>],
    chosen: T,
) -> Option<T> {
    let mut choice = None;
    let width = (ui.available_width() - space::S) / 2.0;
    for pair in offers.chunks(2) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            for offer in pair {
                let row = Row {
                    name: offer.name,
                    detail: "",
                    mark: RowMark::One,
                    chosen: chosen == offer.value,
                    enabled: offer.why_not.is_none(),
                };
                let response =
                    row_ui(ui, &row, width).on_hover_text(offer.why_not.unwrap_or(offer.meaning));
                if offer.why_not.is_none() && response.clicked() {
                    choice = Some(offer.value);
                }
            }
        });
    }
    choice
}

/// A line that can be chosen.
pub(super) struct Row<'a> {
    /// What it says.
    pub name: &'a str,
    /// A word at the right end.
    pub detail: &'a str,
    /// What stands in front of it.
    pub mark: RowMark,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it can be.
    pub enabled: bool,
}

/// What stands in front of a row.
#[derive(Clone, Copy)]
pub(super) enum RowMark {
    /// One of several can be chosen.
    One,
    /// Each can be chosen.
    Several,
    /// Each can be chosen, and has the colour of an operation.
    Swatch(usize),
}

const ROW_HEIGHT: f32 = 26.0;

/// Draws a line that can be chosen.
pub(super) fn row_ui(ui: &mut Ui, row: &Row<'_>, width: f32) -> Response {
    let palette = Palette::shown(ui.ctx());
    let color = if row.enabled {
        palette.ink
    } else {
        palette.ink_faint
    };
    let stands_out = row.chosen && !matches!(row.mark, RowMark::One);
    let weight = if stands_out {
        Weight::Medium
    } else {
        Weight::Regular
    };
    let text_left = 23.0;
    let detail = ui.painter().layout_no_wrap(
        row.detail.to_owned(),
        font(Weight::Regular, size::SMALL),
        palette.ink_faint,
    );
    let detail_room = if row.detail.is_empty() {
        0.0
    } else {
        detail.size().x + space::S
    };
    let name_width = width - text_left - detail_room;
    let name = ui.painter().layout(
        row.name.to_owned(),
        font(weight, size::TEXT),
        color,
        name_width,
    );
    let height = (name.size().y + space::S).max(ROW_HEIGHT);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let role = match row.mark {
            RowMark::One => Role::RadioButton,
            RowMark::Several | RowMark::Swatch(_) => Role::CheckBox,
        };
        let text = if row.name.contains(row.detail) {
            row.name.to_owned()
        } else {
            [row.name, row.detail].join(" ")
        };
        WidgetInfo::selected(role, row.enabled, row.chosen, text.trim())
    });
    if ui.is_rect_visible(rect) {
        if response.hovered() && row.enabled {
            ui.painter()
                .rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, palette.hover);
        }
        let mark = Rect::from_center_size(
            pos2(rect.left() + 8.0, rect.top() + ROW_HEIGHT / 2.0),
            vec2(14.0, 14.0),
        );
        paint_mark(ui, mark, row, palette);
        let name_top = rect.center().y - name.size().y / 2.0;
        ui.painter()
            .galley(pos2(rect.left() + text_left, name_top), name, color);
        let detail_pos = pos2(
            rect.right() - detail.size().x,
            rect.center().y - detail.size().y / 2.0,
        );
        ui.painter().galley(detail_pos, detail, palette.ink_faint);
    }
    focus_ring(ui, response)
}

fn paint_mark(ui: &Ui, mark: Rect, row: &Row<'_>, palette: &Palette) {
    let painter = ui.painter();
    let line = egui::Stroke::new(
        1.2,
        if row.enabled {
            palette.ink_faint
        } else {
            palette.hairline
        },
    );
    match row.mark {
        RowMark::One => {
            painter.circle(mark.center(), 6.5, palette.sheet, line);
            if row.chosen {
                painter.circle_filled(mark.center(), 3.5, palette.ink);
            }
        }
        RowMark::Several | RowMark::Swatch(_) => {
            let fill = match row.mark {
                RowMark::Swatch(place) => palette.series(place),
                RowMark::One | RowMark::Several => palette.ink,
            };
            if row.chosen {
                painter.rect_filled(mark, 2.0, fill);
                let check = font(Weight::Regular, size::SMALL);
                painter.text(
                    mark.center(),
                    Align2::CENTER_CENTER,
                    icons::CHECK,
                    check,
                    palette.sheet,
                );
            } else {
                painter.rect(mark, 2.0, palette.sheet, line, egui::StrokeKind::Inside);
            }
        }
    }
}
