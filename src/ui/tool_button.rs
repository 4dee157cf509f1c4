//! The shell's button: an icon, a word or both, on the grid of four, always with a name for
//! those who hear the window.

use eframe::egui;
use egui::emath::GuiRounding as _;
use egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::regions;
use super::style::{Ink, SMALL, TEXT};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};

/// The height of every button.
pub(super) const HEIGHT: f32 = 32.0;
/// The least width and the height of a button with its word under its icon.
pub(super) const STACKED: Vec2 = vec2(48.0, 44.0);
const ICON: f32 = 18.0;
const CARET: f32 = size::SMALL;
const CORNERS: CornerRadius = CornerRadius::same(6);

/// How much a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    /// Nothing but its icon or word until the pointer is on it.
    Bare,
    /// With an outline.
    Outlined,
    /// What a panel is for.
    Primary,
}

/// A button to be shown.
#[derive(Debug, Clone)]
pub(super) struct ToolButton<'a> {
    name: &'a str,
    /// By what it is known from frame to frame.
    known_by: &'a str,
    icon: Option<&'a str>,
    text: Option<&'a str>,
    look: Look,
    chosen: Option<bool>,
    enabled: bool,
    opens_menu: bool,
    mark: Option<Ink>,
    min_width: f32,
    stacked: bool,
}

impl<'a> ToolButton<'a> {
    /// A button that shows its name.
    pub(super) fn text(name: &'a str) -> Self {
        Self {
            name,
            known_by: name,
            icon: None,
            text: Some(name),
            look: Look::Outlined,
            chosen: None,
            enabled: true,
            opens_menu: false,
            mark: None,
            min_width: 0.0,
            stacked: false,
        }
    }

    /// A button that shows an icon and tells its name to those who ask.
    pub(super) fn icon(icon: &'a str, name: &'a str) -> Self {
        Self {
            icon: Some(icon),
            text: None,
            look: Look::Bare,
            ..Self::text(name)
        }
    }

    /// An icon before the word.
    pub(super) fn with_icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A longer name for those who hear it, starting with what is shown.
    pub(super) fn spoken(self, name: &'a str) -> Self {
        Self { name, ..self }
    }

    /// How much it stands out.
    pub(super) fn look(self, look: Look) -> Self {
        Self { look, ..self }
    }

    /// Makes it one of several to choose from.
    pub(super) fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = Some(chosen);
        self
    }

    /// Whether it can be pressed.
    pub(super) fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// Shows that it opens a menu.
    pub(super) fn opening_menu(mut self) -> Self {
        self.opens_menu = true;
        self
    }

    /// One and the same button, whatever its name is now.
    pub(super) fn known_by(self, known_by: &'a str) -> Self {
        Self { known_by, ..self }
    }

    /// A dot on its icon, that something there should be looked at.
    pub(super) fn marked(self, mark: Option<Ink>) -> Self {
        Self { mark, ..self }
    }

    /// At least this wide, in points.
    pub(super) fn min_width(self, min_width: f32) -> Self {
        Self { min_width, ..self }
    }

    /// The word small under the icon.
    pub(super) fn stacked(self) -> Self {
        Self {
            stacked: true,
            ..self
        }
    }

    fn height(&self) -> f32 {
        if self.stacked { STACKED.y } else { HEIGHT }
    }

    /// The room that icon and caret take on either side of the text.
    fn sides(&self) -> (f32, f32) {
        let room = |shown, width| if shown { width + space::S } else { 0.0 };
        (
            room(self.icon.is_some(), ICON),
            room(self.opens_menu, CARET),
        )
    }

    /// How wide it will be, in points.
    pub(super) fn width(&self, ui: &Ui) -> f32 {
        let Some(text) = self.text else {
            let menu = if self.opens_menu {
                CARET + space::XS
            } else {
                0.0
            };
            return HEIGHT + menu;
        };
        if self.stacked {
            return (SMALL.medium().width(ui, text) + space::S)
                .ceil()
                .max(STACKED.x);
        }
        let (icon, caret) = self.sides();
        let text = TEXT.medium().width(ui, text);
        (space::M + icon + text + caret + space::M)
            .ceil()
            .max(self.min_width)
    }

    /// Shows it where the layout puts it.
    pub(super) fn show(self, ui: &mut Ui) -> Response {
        let (_, rect) = ui.allocate_space(vec2(self.width(ui), self.height()));
        let sense = if self.enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let response = ui.interact(
            rect,
            ui.scope_id().with(("tool button", self.known_by)),
            sense,
        );
        response.widget_info(|| match self.chosen {
            Some(chosen) => {
                WidgetInfo::selected(Role::RadioButton, self.enabled, chosen, self.name)
            }
            None => WidgetInfo::labeled(Role::Button, self.enabled, self.name),
        });
        if self.chosen == Some(true) {
            regions::chosen(&response);
        }
        if ui.is_rect_visible(rect) {
            self.paint(ui, rect, &response);
        }
        response
    }

    fn paint(&self, ui: &Ui, rect: Rect, response: &Response) {
        let palette = Palette::shown(ui.ctx());
        let (fill, stroke, ink) = self.colors(palette, response);
        let painter = ui.painter();
        painter.rect(rect, CORNERS, fill, stroke, StrokeKind::Inside);
        if let (true, Some(text)) = (self.stacked, self.text) {
            let icon = rect.center_top() + vec2(0.0, space::S + ICON / 2.0 - 2.0);
            paint_icon(ui, self.icon, icon, ICON, ink);
            let text = SMALL.medium().galley(ui, text);
            let at = rect.center_bottom() - vec2(text.size().x / 2.0, text.size().y + 3.0);
            painter.galley_with_override_text_color(at.round(), text, ink);
            return;
        }
        let middle = rect.center().y;
        // Where the icon and the caret have their middles.
        let (icon, caret) = if let Some(text) = self.text {
            let text = TEXT.medium().galley(ui, text);
            let (icon, caret) = self.sides();
            let left = (rect.center().x - (icon + text.size().x + caret) / 2.0).round();
            let at = pos2(left + icon, (middle - text.size().y / 2.0).round());
            let end = at.x + text.size().x;
            painter.galley_with_override_text_color(at, text, ink);
            (left + ICON / 2.0, end + space::S + CARET / 2.0)
        } else {
            let end = rect.right() - space::S;
            (rect.left() + HEIGHT / 2.0, end - CARET / 2.0)
        };
        paint_icon(ui, self.icon, pos2(icon, middle), ICON, ink);
        if let Some(mark) = self.mark {
            let at = pos2(icon + ICON / 2.0, middle - ICON / 2.0 + 1.0);
            let ring = Stroke::new(2.0, palette.sheet);
            ui.painter().circle(at, 4.0, mark.color(ui.ctx()), ring);
        }
        let menu = self.opens_menu.then_some(icons::CARET_DOWN);
        paint_icon(ui, menu, pos2(caret, middle), CARET, palette.ink_soft);
    }

    fn colors(&self, palette: &Palette, response: &Response) -> (Color32, Stroke, Color32) {
        let line = |color| Stroke::new(1.0, color);
        if !self.enabled {
            let outline = if self.look == Look::Bare {
                Stroke::NONE
            } else {
                line(palette.hairline)
            };
            let ink = palette.tint(palette.ink_faint, 0.6);
            return (Color32::TRANSPARENT, outline, ink);
        }
        if self.chosen == Some(true) {
            return (palette.chosen, line(palette.accent), palette.ink);
        }
        let pressed = response.is_pointer_button_down_on();
        let hovered = response.hovered() || response.has_focus();
        let filled = |at_rest, hot, down| match (pressed, hovered) {
            (true, _) => down,
            (false, true) => hot,
            (false, false) => at_rest,
        };
        match self.look {
            Look::Bare => {
                let fill = filled(Color32::TRANSPARENT, palette.hover, palette.chosen);
                (fill, Stroke::NONE, palette.ink_soft)
            }
            Look::Outlined => {
                let fill = filled(palette.sheet, palette.hover, palette.chosen);
                (fill, line(palette.edge), palette.ink)
            }
            Look::Primary => {
                let fill = filled(palette.accent, palette.ink, palette.ink);
                (fill, Stroke::NONE, palette.sheet)
            }
        }
    }
}

/// Paints an icon with its middle at a point. The middle is the ink's own: that of the line it
/// would stand on differs with the size.
pub(super) fn paint_icon(ui: &Ui, icon: Option<&str>, center: Pos2, size: f32, color: Color32) {
    let Some(icon) = icon else { return };
    let font = font(Weight::Regular, size);
    let icon = ui.painter().layout_no_wrap(icon.to_owned(), font, color);
    let at = (center - icon.mesh_bounds.center().to_vec2()).round_to_pixels(ui.pixels_per_point());
    ui.painter().galley(at, icon, color);
}
