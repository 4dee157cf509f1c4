//! The small parts that pages and the drawer are made of: text in the weights and sizes of the
//! theme, links, tags, search fields, menus of facets, empty states.

use eframe::egui;
use egui::{
    Align, Button, Color32, CursorIcon, Event, EventFilter, Id, Key, Label, Layout, Margin,
    Modifiers, Response, RichText, Role, ScrollArea, Sense, Stroke, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};

/// The width in points that about 65 characters of text take.
pub const MEASURE: f32 = 480.0;

/// The height of a line of running text.
const LINE: f32 = 21.0;

/// A text in a weight, size and colour of the theme.
pub fn rich(text: impl Into<String>, weight: Weight, size: f32, color: Color32) -> RichText {
    RichText::new(text).font(font(weight, size)).color(color)
}

/// The title of a page, with what it counts beneath.
pub fn title_ui(ui: &mut Ui, title: &str, counts: &str) {
    let palette = Palette::shown(ui.ctx());
    ui.spacing_mut().item_spacing.y = space::XS;
    let response = ui.label(rich(title, Weight::SemiBold, size::DISPLAY, palette.ink));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(title);
    });
    if !counts.is_empty() {
        ui.label(rich(counts, Weight::Regular, size::TEXT, palette.ink_soft));
    }
}

/// A heading over a part of a page or panel.
pub fn heading_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::shown(ui.ctx());
    let response = ui.label(rich(text, Weight::SemiBold, size::TEXT, palette.ink));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
    });
}

/// Running text.
pub fn text_ui(ui: &mut Ui, text: impl Into<String>) {
    let palette = Palette::shown(ui.ctx());
    let text = rich(text, Weight::Regular, size::TEXT, palette.ink).line_height(Some(LINE));
    ui.add(Label::new(text).wrap());
}

/// Text of second rank.
pub fn soft_ui(ui: &mut Ui, text: impl Into<String>) {
    let palette = Palette::shown(ui.ctx());
    ui.add(Label::new(rich(text, Weight::Regular, size::TEXT, palette.ink_soft)).wrap());
}

/// A remark: small, of second rank.
pub fn note_ui(ui: &mut Ui, text: impl Into<String>) {
    let palette = Palette::shown(ui.ctx());
    let text = rich(text, Weight::Regular, size::SMALL, palette.ink_soft).line_height(Some(18.0));
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
    let galley =
        ui.painter()
            .layout_no_wrap(icon.to_owned(), font(Weight::Regular, size::TEXT), color);
    let (rect, _) = ui.allocate_exact_size(vec2(galley.size().x, 18.0), Sense::hover());
    let top_left = rect.center() - galley.size() / 2.0;
    ui.painter().galley(top_left, galley, color);
}

/// A word in a quiet patch: a crime, a grade. It goes to the next line as a whole.
pub fn tag_ui(ui: &mut Ui, text: &str) {
    let palette = Palette::shown(ui.ctx());
    let font = font(Weight::Regular, size::SMALL);
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, palette.ink_soft);
    let (rect, response) =
        ui.allocate_exact_size(galley.size() + vec2(space::L, space::XS), Sense::hover());
    ui.painter().rect_filled(rect, 4, palette.paper);
    ui.painter()
        .galley(rect.min + vec2(space::S, 2.0), galley, palette.ink_soft);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// A text that does something inside the program.
pub fn link_ui(ui: &mut Ui, text: &str) -> Response {
    let palette = Palette::shown(ui.ctx());
    ui.scope(|ui| {
        ui.visuals_mut().hyperlink_color = palette.accent;
        let response = ui.link(RichText::new(text).font(font(Weight::Regular, size::TEXT)));
        focus_ring(ui, response)
    })
    .inner
}

/// A small quiet button of an icon and a word; `name` is what a screen reader calls it.
pub fn action_ui(ui: &mut Ui, icon: &str, text: &str, name: &str) -> Response {
    let palette = Palette::shown(ui.ctx());
    ui.scope(|ui| {
        // No padding, so that the words stand under those above.
        ui.spacing_mut().button_padding = vec2(0.0, 2.0);
        ui.spacing_mut().interact_size.y = 20.0;
        let label = rich(
            format!("{icon} {text}"),
            Weight::Medium,
            size::SMALL,
            palette.accent,
        );
        let response = ui.add(Button::new(label).frame(false));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
        focus_ring(ui, response)
            .on_hover_text(name)
            .on_hover_cursor(CursorIcon::PointingHand)
    })
    .inner
}

/// A square button of an icon alone.
pub fn icon_button_ui(ui: &mut Ui, icon: &str, name: &str) -> Response {
    let palette = Palette::shown(ui.ctx());
    let label = rich(icon, Weight::Regular, size::HEADING, palette.ink_soft);
    let response = ui.add(
        Button::new(label)
            .frame_when_inactive(false)
            .min_size(vec2(28.0, 28.0)),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    focus_ring(ui, response).on_hover_text(name)
}

/// Draws a ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: Response) -> Response {
    if response.has_focus() {
        let palette = Palette::shown(ui.ctx());
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            4,
            Stroke::new(2.0, palette.accent),
            egui::StrokeKind::Outside,
        );
    }
    response
}

/// A thin line across.
pub fn hairline_ui(ui: &mut Ui) {
    let palette = Palette::shown(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(
        rect.x_range(),
        rect.center().y,
        Stroke::new(1.0, palette.hairline),
    );
}

/// A dot in an operation's colour, with its name as a link when `link`. True when clicked.
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

/// A field to search a list in. Ctrl+F puts the cursor into it, the cross empties it. Gives the
/// text when it changed.
pub fn search_ui(ui: &mut Ui, salt: &str, typed: &str, hint: &str, width: f32) -> Option<String> {
    let palette = Palette::shown(ui.ctx());
    let id = Id::unique(("search", salt));
    let mut text = typed.to_owned();
    let mut cleared = false;
    let response = ui
        .allocate_ui_with_layout(
            vec2(width, 32.0),
            Layout::left_to_right(Align::Center),
            |ui| {
                let edit = TextEdit::singleline(&mut text)
                    .id(id)
                    .hint_text(rich(hint, Weight::Regular, size::TEXT, palette.ink_faint))
                    .background_color(palette.sheet)
                    .margin(Margin {
                        left: 32,
                        right: 32,
                        top: 6,
                        bottom: 6,
                    })
                    .desired_width(width);
                let response = ui.add_sized(vec2(width, 32.0), edit);
                let rect = response.rect;
                let icon = rect.left_center() + vec2(space::L, 0.0);
                ui.painter().text(
                    icon,
                    egui::Align2::CENTER_CENTER,
                    icons::MAGNIFYING_GLASS,
                    font(Weight::Regular, size::TEXT),
                    palette.ink_faint,
                );
                if !text.is_empty() {
                    let place = egui::Rect::from_center_size(
                        rect.right_center() - vec2(space::L, 0.0),
                        vec2(24.0, 24.0),
                    );
                    let label = rich(icons::X, Weight::Regular, size::SMALL, palette.ink_soft);
                    let cross = ui.place(place, Button::new(label).frame_when_inactive(false));
                    cross.widget_info(|| {
                        WidgetInfo::labeled(Role::Button, true, "Clear the search")
                    });
                    cleared = cross.clicked();
                }
                response
            },
        )
        .inner;
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, typed, &text, hint);
        info.label = Some(hint.to_owned());
        info
    });
    let pressed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F));
    let find = pressed || super::is_search_asked_for(ui.ctx());
    if find {
        response.request_focus();
    }
    if cleared {
        text.clear();
        response.request_focus();
    }
    (text != typed).then_some(text)
}

/// One entry of a menu of facets.
pub struct Facet {
    /// What stands in the view when it is chosen.
    pub key: String,
    /// What people read.
    pub name: String,
    /// How many rows it leaves.
    pub count: usize,
}

/// A compact menu that narrows a list to one value. Gives the new choice when one was made.
#[expect(
    clippy::option_option,
    reason = "no choice made, or the choice of nothing"
)]
pub fn facet_ui(
    ui: &mut Ui,
    what: &str,
    chosen: Option<&str>,
    chosen_name: &str,
    facets: &[Facet],
) -> Option<Option<String>> {
    let palette = Palette::shown(ui.ctx());
    let (text, color) = match chosen {
        Some(_) => (shortened(chosen_name, 24), palette.accent),
        None => (what.to_owned(), palette.ink),
    };
    let label = rich(
        format!("{text}  {}", icons::CARET_DOWN),
        Weight::Medium,
        size::TEXT,
        color,
    );
    let mut choice = None;
    let button = Button::new(label).min_size(vec2(0.0, 32.0));
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_width(240.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().button_padding = vec2(space::S, space::XS);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            if facet_item_ui(
                ui,
                &format!("Every {}", what.to_lowercase()),
                None,
                chosen.is_none(),
            ) {
                choice = Some(None);
            }
            for facet in facets {
                let is_chosen = chosen == Some(facet.key.as_str());
                if facet_item_ui(ui, &facet.name, Some(facet.count), is_chosen) {
                    choice = Some(Some(facet.key.clone()));
                }
            }
        });
    });
    let name = match chosen {
        Some(_) => format!("{what}: {chosen_name}"),
        None => format!("{what}: every"),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    focus_ring(ui, response);
    choice
}

fn facet_item_ui(ui: &mut Ui, name: &str, count: Option<usize>, chosen: bool) -> bool {
    let palette = Palette::shown(ui.ctx());
    let mut button =
        Button::selectable(chosen, rich(name, Weight::Regular, size::TEXT, palette.ink))
            .min_size(vec2(ui.available_width(), 28.0));
    if let Some(count) = count {
        let count = count.to_string();
        button = button.right_text(rich(count, Weight::Regular, size::SMALL, palette.ink_faint));
    }
    let response = ui.add(button);
    let spoken = count.map_or_else(|| name.to_owned(), |count| format!("{name}, {count}"));
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, true, chosen, &spoken));
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

/// A text cut after so many characters.
pub fn shortened(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}

/// What stands where a list would be, when there is nothing to list. True when the action
/// was chosen.
pub fn empty_ui(ui: &mut Ui, icon: &str, title: &str, text: &str, action: Option<&str>) -> bool {
    let palette = Palette::shown(ui.ctx());
    let room = ui.available_size();
    let mut clicked = false;
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Center), |ui| {
        ui.add_space(((room.y - 160.0) * 0.38).max(space::L));
        ui.spacing_mut().item_spacing.y = space::S;
        let (rect, _) = ui.allocate_exact_size(vec2(40.0, 40.0), Sense::hover());
        ui.painter().text(
            rect.center(),
            egui::Align2::CENTER_CENTER,
            icon,
            font(Weight::Regular, size::DISPLAY),
            palette.ink_faint,
        );
        ui.label(rich(title, Weight::SemiBold, size::HEADING, palette.ink));
        if !text.is_empty() {
            ui.set_max_width(MEASURE.min(room.x));
            ui.label(rich(text, Weight::Regular, size::TEXT, palette.ink_soft));
        }
        if let Some(action) = action {
            ui.add_space(space::S);
            let response = ui.button(action);
            clicked = focus_ring(ui, response).clicked();
        }
    });
    clicked
}

/// The page's ground, with its margins.
pub fn sheet_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Palette::shown(ui.ctx());
    egui::Frame::new()
        .fill(palette.sheet)
        .inner_margin(Margin {
            left: 24,
            right: 24,
            top: 20,
            bottom: 0,
        })
        .show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            content(ui)
        })
        .inner
}

/// Which keys do not take the keyboard away from a row of a list: arrows move inside it, and Esc
/// closes what is open beside it.
pub const LIST_KEYS: EventFilter = EventFilter {
    tab: false,
    horizontal_arrows: false,
    vertical_arrows: true,
    escape: true,
};

/// Whether a key was pressed, which is then used up.
pub fn pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| {
        let pressed = input.consume_key(Modifiers::NONE, key);
        if pressed {
            input
                .events
                .retain(|event| !matches!(event, Event::Key { key: other, .. } if *other == key));
        }
        pressed
    })
}
