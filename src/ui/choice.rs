//! Lines that can be chosen: with a circle where one excludes the others, with a box where each
//! stands for itself and one can be chosen alone.

use eframe::egui;
use egui::{Align2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::regions;
use super::style::{Ink, SMALL, TEXT};
use crate::draw::icons;
use crate::draw::laid_out;
use crate::draw::theme::{Palette, space};

/// A line that can be chosen.
pub(super) struct Choice<'a> {
    /// What it says.
    pub name: &'a str,
    /// A word at the right end; empty for none.
    pub detail: &'a str,
    /// Whether the name says the word already, so that a screen reader need not.
    pub detail_in_name: bool,
    /// How many can be chosen with it.
    pub mark: Mark,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether it can be.
    pub enabled: bool,
    /// The word that a click on chooses it alone, shown under the pointer.
    pub only: Option<&'a str>,
}

impl<'a> Choice<'a> {
    /// One of several that stand for themselves, not chosen, without a word at its end.
    pub(super) fn of(name: &'a str) -> Self {
        Self {
            name,
            detail: "",
            detail_in_name: false,
            mark: Mark::Several,
            chosen: false,
            enabled: true,
            only: None,
        }
    }
}

/// What stands in front of a line.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// One of several can be chosen.
    One,
    /// Each can be chosen.
    Several,
    /// Each can be chosen, and has the colour of an operation.
    Swatch(usize),
}

const HEIGHT: f32 = 26.0;

/// From a line's left edge to its name.
pub(super) const NAME_AT: f32 = 23.0;

/// Draws a line that can be chosen.
pub(super) fn choice_ui(ui: &mut Ui, line: &Choice<'_>, width: f32) -> Response {
    let palette = Palette::shown(ui.ctx());
    let ink = if line.enabled {
        Ink::Strong
    } else {
        Ink::Faint
    };
    let style = match line.mark {
        Mark::Several | Mark::Swatch(_) if line.chosen => TEXT.medium().ink(ink),
        Mark::One | Mark::Several | Mark::Swatch(_) => TEXT.ink(ink),
    };
    let detail = SMALL.faint().galley(ui, line.detail);
    let beside = if line.detail.is_empty() {
        0.0
    } else {
        detail.size().x + space::S
    };
    let (font, color) = (style.font(), style.color(ui));
    let room = width - NAME_AT - beside;
    let name = laid_out(ui.ctx(), line.name, font, color, room);
    let height = (name.size().y + space::S).max(HEIGHT);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    response.widget_info(|| {
        let role = match line.mark {
            Mark::One => Role::RadioButton,
            Mark::Several | Mark::Swatch(_) => Role::CheckBox,
        };
        let detail = if line.detail_in_name { "" } else { line.detail };
        let spoken = format!("{} {detail}", line.name);
        WidgetInfo::selected(role, line.enabled, line.chosen, spoken.trim())
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if response.hovered() && line.enabled {
            painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, palette.hover);
        }
        let mark = pos2(rect.left() + 8.0, rect.top() + HEIGHT / 2.0);
        paint_mark(ui, Rect::from_center_size(mark, vec2(14.0, 14.0)), line);
        let middle = rect.center().y;
        let at = pos2(rect.left() + NAME_AT, middle - name.size().y / 2.0);
        painter.galley(at, name, color);
        let at = pos2(rect.right(), middle) - vec2(detail.size().x, detail.size().y / 2.0);
        painter.galley(at, detail, palette.ink_faint);
        if let Some(only) = line.only.filter(|_| response.hovered()) {
            let area = only_area(rect);
            let is_pointed_at = response.hover_pos().is_some_and(|at| area.contains(at));
            let style = SMALL.medium().accent();
            painter.rect_filled(area, 4.0, palette.hover);
            style.paint(ui, area.right_center(), Align2::RIGHT_CENTER, only);
            if is_pointed_at {
                let word = style.width(ui, only);
                let line = Stroke::new(1.0, style.color(ui));
                let under = area.right() - word..=area.right();
                painter.hline(under, area.center().y + 8.0, line);
            }
        }
    }
    if line.chosen && matches!(line.mark, Mark::One) {
        regions::chosen(&response);
    }
    response
}

/// Where a line has the word that chooses it alone.
fn only_area(line: Rect) -> Rect {
    Rect::from_min_max(
        pos2(line.right() - 40.0, line.top() + 1.0),
        line.max - vec2(0.0, 1.0),
    )
}

/// Whether a line was clicked where it is chosen alone.
pub(super) fn is_only_clicked(response: &Response) -> bool {
    let at = response.interact_pointer_pos();
    response.clicked() && at.is_some_and(|at| only_area(response.rect).contains(at))
}

fn paint_mark(ui: &Ui, mark: Rect, line: &Choice<'_>) {
    let palette = Palette::shown(ui.ctx());
    let painter = ui.painter();
    let edge = if line.enabled {
        palette.edge
    } else {
        palette.hairline
    };
    let edge = Stroke::new(1.2, edge);
    let fill = match line.mark {
        Mark::One => {
            painter.circle(mark.center(), 6.5, palette.sheet, edge);
            if line.chosen {
                painter.circle_filled(mark.center(), 3.5, palette.ink);
            }
            return;
        }
        Mark::Several => palette.ink,
        Mark::Swatch(place) => palette.series(place),
    };
    if line.chosen {
        painter.rect_filled(mark, 2.0, fill);
        let (center, font) = (Align2::CENTER_CENTER, SMALL.font());
        painter.text(mark.center(), center, icons::CHECK, font, palette.sheet);
    } else {
        painter.rect(mark, 2.0, palette.sheet, edge, StrokeKind::Inside);
    }
}
