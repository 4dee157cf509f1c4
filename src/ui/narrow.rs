//! What narrows a list: the search, menus of facets, and how many rows are left.

use eframe::egui;
use egui::{
    Align, Align2, Button, Id, Key, Layout, Margin, Modifiers, Rect, Role, ScrollArea, TextEdit,
    Ui, WidgetInfo, vec2,
};

use super::style::{SMALL, TEXT};
use super::widgets::note_ui;
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::words::window::narrow as said;
use crate::words::{counted, known_count};

/// The height of the search and of the menus.
const HEIGHT: f32 = 32.0;

/// A list of things that can be searched, by what one and many of them are called.
pub struct Searched<'a> {
    /// "country".
    pub one: &'static str,
    /// "countries".
    pub many: &'static str,
    /// What stands in the empty search.
    pub hint: &'static str,
    /// What is typed into the search.
    pub typed: &'a str,
    /// How many rows are left.
    pub shown: usize,
    /// How many there are.
    pub all: usize,
}

/// Narrower than this, the search has a line of its own over the menus.
const ONE_LINE: f32 = 560.0;

/// The search, menus of facets and how many rows are left: on one line where there is room.
/// Gives the text when it changed.
pub fn search_line_ui(
    ui: &mut Ui,
    list: &Searched<'_>,
    facets_ui: impl FnOnce(&mut Ui),
) -> Option<String> {
    let all = counted(list.all, list.one, list.many);
    let left = said::left(list.shown, list.all, &all);
    let room = ui.available_width();
    if room < ONE_LINE {
        let typed = search_ui(ui, list.many, list.typed, list.hint, room);
        ui.horizontal_wrapped(|ui| {
            facets_ui(ui);
            note_ui(ui, left);
        });
        return typed;
    }
    ui.horizontal(|ui| {
        let width = (room * 0.45).clamp(200.0, 320.0);
        let typed = search_ui(ui, list.many, list.typed, list.hint, width);
        facets_ui(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            note_ui(ui, left);
        });
        typed
    })
    .inner
}

/// A search whose text is kept with the window and nowhere else; gives what is typed.
pub(super) fn kept_search_ui(ui: &mut Ui, salt: &str, hint: &str, width: f32) -> String {
    let id = Id::unique(("typed", salt));
    let mut typed: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if let Some(changed) = search_ui(ui, salt, &typed, hint, width) {
        typed.clone_from(&changed);
        ui.data_mut(|data| data.insert_temp(id, changed));
    }
    typed
}

/// A field to search a list in. Ctrl+F puts the cursor into it, the cross empties it. Gives the
/// text when it changed.
pub fn search_ui(ui: &mut Ui, salt: &str, typed: &str, hint: &str, width: f32) -> Option<String> {
    let size = vec2(width, HEIGHT);
    let mut text = typed.to_owned();
    let mut cleared = false;
    let layout = Layout::left_to_right(Align::Center);
    let field_ui = |ui: &mut Ui| {
        let edit = TextEdit::singleline(&mut text)
            .id(Id::unique(("search", salt)))
            .hint_text(TEXT.faint().rich(ui, hint))
            .background_color(Palette::shown(ui.ctx()).sheet)
            .margin(Margin::symmetric(32, 6))
            .desired_width(width);
        let response = ui.add_sized(size, edit);
        let icon = response.rect.left_center() + vec2(space::L, 0.0);
        TEXT.faint()
            .paint(ui, icon, Align2::CENTER_CENTER, icons::MAGNIFYING_GLASS);
        if !text.is_empty() {
            let middle = response.rect.right_center() - vec2(space::L, 0.0);
            let rect = Rect::from_center_size(middle, vec2(24.0, 24.0));
            let cross = Button::new(SMALL.soft().rich(ui, icons::X)).frame_when_inactive(false);
            let cross = ui.place(rect, cross);
            cross.widget_info(|| WidgetInfo::labeled(Role::Button, true, said::CLEAR_SEARCH));
            cleared = cross.clicked();
        }
        response
    };
    let response = ui.allocate_ui_with_layout(size, layout, field_ui).inner;
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, typed, &text, hint);
        info.label = Some(hint.to_owned());
        info
    });
    let pressed = ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::F));
    if cleared {
        text.clear();
    }
    if cleared || pressed || super::is_search_asked_for(ui.ctx()) {
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
    /// Whether there may be more, for all that is known.
    pub open: bool,
}

/// A compact menu that narrows a list to one value of `what` or to none; see [`facets_ui`].
#[expect(
    clippy::option_option,
    reason = "no choice made, or the choice of nothing"
)]
pub fn facet_ui(
    ui: &mut Ui,
    what: &str,
    chosen: Option<(&str, &str)>,
    facets: &[Facet],
) -> Option<Option<String>> {
    facets_ui(ui, [what, &said::every(what)], chosen, facets)
}

/// A compact menu that narrows a list to one value of `what`, or to none, which is called `every`.
/// `chosen` is the key and name of the one it is narrowed to. Gives the new choice when one was
/// made.
#[expect(
    clippy::option_option,
    reason = "no choice made, or the choice of nothing"
)]
pub fn facets_ui(
    ui: &mut Ui,
    [what, every]: [&str; 2],
    chosen: Option<(&str, &str)>,
    facets: &[Facet],
) -> Option<Option<String>> {
    let style = TEXT.medium();
    let (text, style) = match chosen {
        Some((_, chosen)) => (shortened(chosen, 24), style.accent()),
        None => (what.to_owned(), style),
    };
    let label = style.text(ui, format!("{text}  {}", icons::CARET_DOWN));
    let mut choice = None;
    let button = Button::new(label).min_size(vec2(0.0, HEIGHT));
    let (response, _) = egui::containers::menu::MenuButton::from_button(button).ui(ui, |ui| {
        ui.set_width(240.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().button_padding = vec2(space::S, space::XS);
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            if facet_item_ui(ui, every, None, chosen.is_none()) {
                choice = Some(None);
            }
            for facet in facets {
                let is_chosen = chosen.is_some_and(|(key, _)| key == facet.key);
                if facet_item_ui(ui, &facet.name, Some(facet), is_chosen) {
                    choice = Some(Some(facet.key.clone()));
                }
            }
        });
    });
    response.widget_info(|| {
        WidgetInfo::labeled(
            Role::Button,
            true,
            said::menu(what, chosen.map(|(_, name)| name)),
        )
    });
    choice
}

fn facet_item_ui(ui: &mut Ui, name: &str, facet: Option<&Facet>, chosen: bool) -> bool {
    let mut button =
        Button::selectable(chosen, TEXT.text(ui, name)).min_size(vec2(ui.available_width(), 28.0));
    if let Some(facet) = facet {
        let count = known_count(facet.count, facet.open);
        button = button.right_text(SMALL.faint().rich(ui, count));
    }
    let response = ui.add(button);
    let spoken = facet.map(|facet| said::leaves(name, facet.count, facet.open));
    let spoken = spoken.unwrap_or_else(|| name.to_owned());
    response.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, true, chosen, &spoken));
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

/// What a list is narrowed to, as a patch with a cross that takes it off; `name` says so. True
/// when it was clicked.
pub fn chip_ui(ui: &mut Ui, text: &str, name: &str) -> bool {
    let palette = Palette::shown(ui.ctx());
    let label = SMALL.medium().text(ui, format!("{text}  {}", icons::X));
    let chip = Button::new(label)
        .fill(palette.chosen)
        .corner_radius(14)
        .min_size(vec2(0.0, 28.0));
    let response = ui.add(chip);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_text(name).clicked()
}

/// A text cut after so many characters.
pub(super) fn shortened(text: &str, characters: usize) -> String {
    match text.char_indices().nth(characters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or(text).trim_end()),
        None => text.to_owned(),
    }
}
