//! A field of the form: its label, what can be typed into it with what it completes to, and under
//! it what is understood or why it is not taken.

use eframe::egui;
use egui::text::{CCursor, CCursorRange};
use egui::{
    Align, CornerRadius, Id, Key, Layout, Margin, Modifiers, Popup, PopupCloseBehavior, Rect, Role,
    Sense, SetOpenCommand, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::model::Status;
use crate::query::search::folded;
use crate::ui::export::segments_ui;
use crate::ui::style::{Ink, SMALL, TEXT};
use crate::ui::table::cell;
use crate::ui::widgets::{label_ui, wrapped_ui};
use crate::words::capitalised;
use crate::words::window::adding::fields as said;

/// How high a line of what is offered is.
const LINE: f32 = 28.0;
/// The most lines that are offered.
const OFFERED: usize = 8;

/// Something that a field completes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Offer {
    /// What is put into the field.
    pub text: String,
    /// A word beside it.
    pub detail: String,
}

/// By what a field is known from frame to frame.
pub(super) fn id(of: impl std::hash::Hash + std::fmt::Debug) -> Id {
    Id::unique(("adding", of))
}

/// What stands under a field.
#[derive(Debug, Clone)]
pub(super) enum Told {
    /// What is understood of it.
    Understood(String),
    /// Why it is not taken.
    Refused(String),
}

/// A field to be shown.
pub(super) struct Field<'a> {
    /// By what it is known from frame to frame.
    pub id: Id,
    /// What stands over it.
    pub label: &'a str,
    /// What those hear it called who hear the window; empty where that is its label.
    pub spoken: String,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// How many lines it has.
    pub lines: usize,
    /// What stands under it.
    pub told: Option<Told>,
    /// Whether several things can stand in it, each of which is completed.
    pub many: bool,
    /// What it completes to.
    pub offers: &'a dyn Fn() -> Vec<Offer>,
}

impl<'a> Field<'a> {
    /// A field of one line that completes to nothing.
    pub(super) fn of(id: impl std::hash::Hash + std::fmt::Debug, label: &'a str) -> Self {
        Self {
            id: self::id(id),
            label,
            spoken: label.to_owned(),
            hint: "",
            lines: 1,
            told: None,
            many: false,
            offers: &Vec::new,
        }
    }

    /// Shows it as wide as there is room; whether it is being chosen from what is offered.
    pub(super) fn show(self, ui: &mut Ui, text: &mut String) -> bool {
        ui.spacing_mut().item_spacing.y = space::XS;
        label_ui(ui, SMALL.medium().soft(), self.label);
        let mut choosing = Choosing::of(ui, &self, text);
        let chosen = choosing.take_keys(ui);
        let edit = if self.lines > 1 {
            TextEdit::multiline(text).desired_rows(self.lines)
        } else {
            TextEdit::singleline(text)
        };
        let edit = edit
            .id(self.id)
            .hint_text(self.hint)
            .margin(Margin::symmetric(10, 7))
            .min_size(vec2(0.0, 32.0))
            .desired_width(f32::INFINITY);
        let response = ui.add(edit).accessible_name(self.spoken.as_str());
        let is_refused = matches!(self.told, Some(Told::Refused(_)));
        if let Some(Told::Understood(told) | Told::Refused(told)) = &self.told {
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_description(told.as_str()));
        }
        if response.clicked() {
            ui.data_mut(|data| data.insert_temp(self.id.with("offered").with("asked"), true));
        }
        let clicked = choosing.show(&response);
        if let Some(offer) = chosen.or(clicked) {
            let begins = text.len() - last(text, self.many).len();
            text.replace_range(begins.., &offer.text);
            response.request_focus();
            to_end(ui, self.id, text);
        }
        match self.told {
            Some(Told::Refused(why)) if !response.has_focus() || !why.is_empty() => {
                let shown = format!("{} {why}", icons::WARNING_CIRCLE);
                let told = wrapped_ui(ui, SMALL.ink(Ink::Error), shown);
                told.widget_info(|| WidgetInfo::labeled(Role::Label, true, &why));
            }
            Some(Told::Understood(told)) if !told.is_empty() => {
                wrapped_ui(ui, SMALL.soft(), told);
            }
            Some(_) | None => {}
        }
        if is_refused {
            let line = egui::Stroke::new(1.0, Palette::shown(ui.ctx()).error);
            let kind = egui::StrokeKind::Inside;
            ui.painter().rect_stroke(response.rect, 4.0, line, kind);
        }
        choosing.open
    }
}

/// What is completed of a text: of several things the last one.
fn last(text: &str, many: bool) -> &str {
    let last = text.rsplit([';', ',', '\n']).next().filter(|_| many);
    last.map_or(text, str::trim_start)
}

/// Puts the cursor behind what stands in a field.
fn to_end(ui: &Ui, id: Id, text: &str) {
    let end = CCursor::new(text.chars().count());
    let mut edit = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
    edit.cursor.set_char_range(Some(CCursorRange::one(end)));
    edit.store(ui.ctx(), id);
}

/// What a field completes to, while it is chosen from.
struct Choosing {
    id: Id,
    /// Where the line that is chosen is kept; another one for another text.
    kept: Id,
    label: String,
    offers: Vec<Offer>,
    /// The line that Enter takes.
    at: Option<usize>,
    open: bool,
}

impl Choosing {
    fn of(ui: &Ui, field: &Field<'_>, text: &str) -> Self {
        let text = last(text, field.many);
        let id = field.id.with("offered");
        let has_keyboard = ui.memory(|memory| memory.has_focus(field.id));
        // The keyboard leaves the field with the press of a click on what is offered.
        let rect: Option<Rect> = ui.data(|data| data.get_temp(id));
        let is_over = |rect: Rect| {
            ui.ctx()
                .pointer_interact_pos()
                .is_some_and(|at| rect.contains(at))
        };
        // Nothing typed offers everything, for whoever asks with a click or an arrow.
        let asked = id.with("asked");
        let down = || ui.input(|input| input.key_pressed(Key::ArrowDown));
        let is_asked =
            has_keyboard && (ui.data(|data| data.get_temp(asked)) == Some(true) || down());
        ui.data_mut(|data| data.insert_temp(asked, is_asked));
        let is_typed = !text.trim().is_empty();
        let wanted = has_keyboard && (is_typed || is_asked) || rect.is_some_and(is_over);
        let offers = if wanted {
            fitting((field.offers)(), text)
        } else {
            Vec::new()
        };
        let kept = id.with(text);
        let at: Option<usize> = ui.data(|data| data.get_temp(kept));
        let first = (!text.trim().is_empty()).then_some(0);
        Self {
            id,
            kept,
            label: field.spoken.clone(),
            open: !offers.is_empty(),
            at: at.or(first).filter(|at| *at < offers.len()),
            offers,
        }
    }

    /// Up and down choose a line, Enter takes it.
    fn take_keys(&mut self, ui: &Ui) -> Option<Offer> {
        if !self.open {
            return None;
        }
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (down, up) = (pressed(Key::ArrowDown), pressed(Key::ArrowUp));
        if down {
            self.at = Some(self.at.map_or(0, |at| (at + 1).min(self.offers.len() - 1)));
        }
        if up {
            self.at = self.at.and_then(|at| at.checked_sub(1));
        }
        if let Some(at) = self.at.filter(|_| down || up) {
            ui.data_mut(|data| data.insert_temp(self.kept, at));
        }
        let at = self.at?;
        pressed(Key::Enter).then(|| self.offers[at].clone())
    }

    /// Shows what is offered under the field; gives what was clicked.
    fn show(&self, field: &egui::Response) -> Option<Offer> {
        let ctx = &field.ctx;
        let popup = Popup::from_response(field)
            .id(self.id.with("popup"))
            .open_memory(SetOpenCommand::Bool(self.open))
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .width(field.rect.width())
            .gap(2.0);
        let mut clicked = None;
        let shown = popup.show(|ui| {
            ui.set_width(field.rect.width() - 2.0 * space::S);
            ui.spacing_mut().item_spacing.y = 0.0;
            let list = egui::UiBuilder::new()
                .accessibility_role(Role::ListBox)
                .accessibility_label(&self.label);
            ui.scope_builder(list, |ui| {
                for (at, offer) in self.offers.iter().enumerate() {
                    if offer_ui(ui, offer, self.at == Some(at)) {
                        clicked = Some(offer.clone());
                    }
                }
            });
        });
        ctx.data_mut(|data| match shown {
            Some(shown) => {
                data.insert_temp(self.id, shown.response.rect);
            }
            None => data.remove::<Rect>(self.id),
        });
        clicked
    }
}

/// A line of what is offered; whether it was clicked. The keyboard stays in the field.
fn offer_ui(ui: &mut Ui, offer: &Offer, is_at: bool) -> bool {
    let palette = Palette::shown(ui.ctx());
    let size = vec2(ui.available_width(), LINE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_at, &offer.text));
    if is_at || response.hovered() {
        let fill = if is_at { palette.chosen } else { palette.hover };
        ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    }
    let detail = SMALL
        .soft()
        .width(ui, &offer.detail)
        .min(rect.width() * 0.4);
    let inner = rect.shrink2(vec2(space::S, 0.0));
    cell(
        ui,
        inner.with_max_x(inner.right() - detail - space::S),
        TEXT,
        &offer.text,
        Align::Min,
    );
    cell(
        ui,
        inner.with_min_x(inner.right() - detail),
        SMALL.soft(),
        &offer.detail,
        Align::Max,
    );
    response.clicked()
}

/// Those offers that have every word typed; none where one is just what was typed.
fn fitting(offers: Vec<Offer>, typed: &str) -> Vec<Offer> {
    let typed = folded(typed);
    if offers.iter().any(|offer| folded(&offer.text) == typed) {
        return Vec::new();
    }
    let fits = |offer: &Offer| {
        let text = folded(&format!("{} {}", offer.text, offer.detail));
        typed.split(' ').all(|word| text.contains(word))
    };
    let fitting = offers.into_iter().filter(fits);
    fitting.take(OFFERED).collect()
}

/// Two things side by side; one above the other where there is no room.
pub(super) fn pair_ui(
    ui: &mut Ui,
    share: f32,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    const NARROW: f32 = 280.0;
    let room = ui.available_width();
    if room < NARROW {
        left(ui);
        ui.add_space(space::S);
        right(ui);
        return;
    }
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let first = ((room - space::M) * share).round();
        let column = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
            let layout = Layout::top_down(Align::Min);
            ui.allocate_ui_with_layout(vec2(width, 0.0), layout, |ui| {
                ui.set_width(width);
                content(ui);
            });
        };
        let (mut left, mut right) = (Some(left), Some(right));
        column(ui, first, &mut |ui| {
            if let Some(left) = left.take() {
                left(ui);
            }
        });
        column(ui, room - space::M - first, &mut |ui| {
            if let Some(right) = right.take() {
                right(ui);
            }
        });
    });
}

/// What publishers call a number, or all of an operation's.
pub(super) fn status_ui(ui: &mut Ui, name: &str, status: &mut Option<Status>) {
    label_ui(ui, SMALL.medium().soft(), name);
    let said = Status::ALL.map(|status| (Some(status), capitalised(status.name())));
    let mut all = vec![(None, said::NOT_SAID.to_owned())];
    all.extend(said);
    segments_ui(ui, name, &all, status);
}
