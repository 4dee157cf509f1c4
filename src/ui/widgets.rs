//! The small parts that pages and the drawer are made of: text in the styles of the theme,
//! headings, links, tags, buttons, empty states.

use eframe::egui;
use egui::accesskit::Node;
use egui::{
    Align, Align2, Button, Color32, CursorIcon, Label, Layout, Margin, Response, RichText, Role,
    ScrollArea, Sense, Stroke, TextWrapMode, Ui, WidgetInfo, vec2,
};

use super::style::{DISPLAY, HEADING, SMALL, Style, TEXT};
use crate::draw::icons;
use crate::draw::laid_out;
use crate::draw::order::is_plain;
use crate::draw::theme::{Palette, Weight, font, space};
use crate::words::without_isolates;

/// The width in points that about 65 characters of text take.
pub const MEASURE: f32 = 480.0;

/// The height of a line of running text.
const LINE: f32 = 21.0;

/// A text in a weight, size and colour of the theme.
pub fn rich(text: impl Into<String>, weight: Weight, size: f32, color: Color32) -> RichText {
    RichText::new(text).font(font(weight, size)).color(color)
}

/// A text in a style.
pub fn label_ui(ui: &mut Ui, style: Style, text: impl Into<String>) -> Response {
    ui.label(style.text(ui, text))
}

/// A text in a style, on as many lines as it needs.
pub fn wrapped_ui(ui: &mut Ui, style: Style, text: impl Into<String>) -> Response {
    ui.add(Label::new(style.text(ui, text)).wrap())
}

/// A heading in a style; a screen reader can go from one to the next.
pub fn headed_ui(ui: &mut Ui, style: Style, text: &str) {
    let response = wrapped_ui(ui, style, text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(style.level());
        node.set_label(text);
    });
}

/// The title of a page, with what it counts beneath.
pub fn title_ui(ui: &mut Ui, title: &str, counts: &str) {
    ui.spacing_mut().item_spacing.y = space::XS;
    headed_ui(ui, DISPLAY.bold(), title);
    if !counts.is_empty() {
        label_ui(ui, TEXT.soft(), counts);
    }
}

/// A heading over a part of a page or panel.
pub fn heading_ui(ui: &mut Ui, text: &str) {
    headed_ui(ui, TEXT.bold(), text);
}

/// A heading over a part, with room above it.
pub fn part_ui(ui: &mut Ui, heading: &str) {
    ui.add_space(space::L);
    heading_ui(ui, heading);
}

/// Running text.
pub fn text_ui(ui: &mut Ui, text: impl Into<String>) {
    spaced_ui(ui, TEXT, text.into(), LINE);
}

/// Text of second rank.
pub fn soft_ui(ui: &mut Ui, text: impl Into<String>) {
    wrapped_ui(ui, TEXT.soft(), text);
}

/// A remark: small, of second rank.
pub fn note_ui(ui: &mut Ui, text: impl Into<String>) {
    spaced_ui(ui, SMALL.soft(), text.into(), 18.0);
}

/// A text on lines of a height, where they are not set by the letters of another script.
pub fn spaced_ui(ui: &mut Ui, style: Style, text: String, line: f32) {
    let text = if is_plain(&text) {
        style.rich(ui, text).line_height(Some(line)).into()
    } else {
        style.text(ui, text)
    };
    ui.add(Label::new(text).wrap());
}

/// A remark that should be seen, with a warning mark in front.
pub fn caution_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        mark_ui(ui, icons::WARNING, palette.warning);
        note_ui(ui, text);
    });
}

/// An icon that the text beside it puts into words, so that a screen reader passes over it.
pub fn mark_ui(ui: &mut Ui, icon: &str, color: Color32) {
    let icon = icon.to_owned();
    let galley = ui.painter().layout_no_wrap(icon, TEXT.font(), color);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x, 18.0), Sense::hover());
    let top_left = rect.center() - galley.size() / 2.0;
    ui.painter().galley(top_left, galley, color);
}

/// A word in a quiet patch: a crime, a grade. It goes to the next line as a whole.
pub fn tag_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::shown(ui.ctx());
    let galley = SMALL.soft().galley(ui, text);
    let (rect, response) =
        ui.allocate_exact_size(galley.size() + vec2(space::L, space::XS), Sense::hover());
    ui.painter().rect_filled(rect, 4, palette.paper);
    ui.painter()
        .galley(rect.min + vec2(space::S, 2.0), galley, palette.ink_soft);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// The least height of what can be pressed, so that any hand finds it.
pub const TARGET: f32 = 24.0;

/// A text that does something inside the program.
pub fn link_ui(ui: &mut Ui, text: &str) -> Response {
    let response = pressed_ui(ui, TEXT.accent(), text);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, without_isolates(text)));
    response
}

/// A text that can be pressed, in a style.
pub fn pressed_ui(ui: &mut Ui, style: Style, text: &str) -> Response {
    let color = style.color(ui);
    // On a line of several things it goes to the next one as a whole.
    let room = if ui.layout().main_wrap() {
        ui.max_rect().width()
    } else {
        ui.available_width()
    };
    let galley = laid_out(ui.ctx(), text, style.font(), color, room);
    let size = galley.size().max(vec2(TARGET, TARGET));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let at = rect.left_center() - vec2(0.0, galley.size().y / 2.0);
    if response.hovered() || response.has_focus() {
        for row in &galley.rows {
            let line = row.rect().translate(at.to_vec2());
            let stroke = Stroke::new(1.0, color);
            ui.painter()
                .hline(line.x_range(), line.bottom() - 1.0, stroke);
        }
    }
    ui.painter().galley(at, galley, color);
    response.on_hover_cursor(CursorIcon::PointingHand)
}

/// A small quiet button of an icon and a word; `name` is what a screen reader calls it.
pub fn action_ui(ui: &mut Ui, icon: &str, text: &str, name: &str) -> Response {
    // No padding, so that the words stand under those above. It is one word of a line that goes
    // on to the next, so nothing stands around it.
    let padding = std::mem::replace(&mut ui.spacing_mut().button_padding, vec2(0.0, 2.0));
    let label = SMALL.medium().accent().rich(ui, format!("{icon} {text}"));
    let button = Button::new(label)
        .frame(false)
        .wrap_mode(TextWrapMode::Extend)
        .min_size(vec2(TARGET, TARGET));
    let response = ui.add(button);
    ui.spacing_mut().button_padding = padding;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response
        .hint(name)
        .on_hover_cursor(CursorIcon::PointingHand)
}

/// How wide such a button is.
pub fn action_width(ui: &Ui, icon: &str, text: &str) -> f32 {
    let width = SMALL.medium().width(ui, &format!("{icon} {text}"));
    width.max(TARGET)
}

/// A square button of an icon alone.
pub fn icon_button_ui(ui: &mut Ui, icon: &str, name: &str) -> Response {
    let button = Button::new(HEADING.soft().rich(ui, icon))
        .frame_when_inactive(false)
        .min_size(vec2(28.0, 28.0));
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = vec2(space::XS, space::XS);
        ui.add(button)
    });
    let response = response.inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.hint(name)
}

/// What the pointer is told of a thing, in letters of any script.
pub(super) trait Hint {
    /// Tells it, and to those who hear the window as the description.
    fn hint(self, text: impl AsRef<str>) -> Self;
}

impl Hint for Response {
    fn hint(self, text: impl AsRef<str>) -> Self {
        let text = text.as_ref();
        if is_plain(text) {
            return self.on_hover_text(text);
        }
        let describe = |node: &mut Node| node.set_description(without_isolates(text));
        self.ctx.accesskit_node_builder(self.id, describe);
        self.on_hover_ui(|ui| {
            ui.set_max_width(ui.spacing().tooltip_width);
            label_ui(ui, TEXT, text);
        })
    }
}

/// A thin line across.
pub fn hairline_ui(ui: &mut Ui) {
    let line = Stroke::new(1.0, Palette::shown(ui.ctx()).hairline);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}

/// A dot in an operation's colour, by its place in the atlas, and its name as a link. True when
/// clicked.
pub fn operation_ui(ui: &mut Ui, place: Option<usize>, name: &str) -> bool {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (rect, _) = ui.allocate_exact_size(vec2(8.0, 16.0), Sense::hover());
        let color = place.map_or(palette.ink_faint, |place| palette.series(place));
        ui.painter().circle_filled(rect.center(), 4.0, color);
        link_ui(ui, name).clicked()
    })
    .inner
}

/// What stands where a list would be, when there is nothing to list. True when the action
/// was chosen.
pub fn empty_ui(ui: &mut Ui, icon: &str, title: &str, text: &str, action: Option<&str>) -> bool {
    let room = ui.available_size();
    let mut clicked = false;
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Center), |ui| {
        ui.add_space(((room.y - 160.0) * 0.38).max(space::L));
        ui.spacing_mut().item_spacing.y = space::S;
        let (rect, _) = ui.allocate_exact_size(vec2(40.0, 40.0), Sense::hover());
        DISPLAY
            .faint()
            .paint(ui, rect.center(), Align2::CENTER_CENTER, icon);
        label_ui(ui, HEADING.bold(), title);
        if !text.is_empty() {
            ui.set_max_width(MEASURE.min(room.x));
            label_ui(ui, TEXT.soft(), text);
        }
        if let Some(action) = action {
            ui.add_space(space::S);
            let response = ui.button(action);
            clicked = response.clicked();
        }
    });
    clicked
}

/// Lower than this, a page scrolls as a whole, and has the second height.
const LOW: (f32, f32) = (400.0, 560.0);

/// From this width on a page has wide margins.
const WIDE_MARGINS: f32 = 560.0;

/// The page's ground, with its margins.
pub fn sheet_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Palette::shown(ui.ctx());
    let side = if ui.available_width() < WIDE_MARGINS {
        space::M
    } else {
        space::XL
    };
    let frame = egui::Frame::new().fill(palette.sheet).inner_margin(Margin {
        left: side as i8,
        right: side as i8,
        top: 20,
        bottom: 0,
    });
    let framed_ui = |ui: &mut Ui| {
        let inner = |ui: &mut Ui| {
            ui.set_min_size(ui.available_size());
            content(ui)
        };
        frame.show(ui, inner).inner
    };
    if ui.available_height() >= LOW.0 {
        return framed_ui(ui);
    }
    ScrollArea::vertical()
        .auto_shrink(false)
        .show(ui, |ui| {
            let size = vec2(ui.available_width(), LOW.1);
            let layout = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(size, layout, framed_ui).inner
        })
        .inner
}

/// An action beside the name of a section.
pub(super) fn head_action_ui(ui: &mut Ui, text: &str, name: &str) -> bool {
    action_ui(ui, "", text, name).clicked()
}
