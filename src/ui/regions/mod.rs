//! The keyboard's way through the window: the parts that F6 leads to, the groups that are one
//! stop of Tab with arrows inside, where the keyboard goes when something opens, closes or
//! vanishes, and the ring that shows where it is. Pages only tell what is a part, a group, or
//! opened; the rest is worked out here, from what egui remembers of the widgets drawn.

mod heard;
mod sight;
mod stops;
mod walk;

pub use walk::Walk;

use std::hash::Hash;

use eframe::egui;
use egui::{Context, Id, Response, Role, Ui, UiBuilder, Vec2};

/// A part of the window that F6 leads to, in the order they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The bar at the top.
    TopBar,
    /// The pages by name.
    Rail,
    /// What is compared.
    Choices,
    /// How it is drawn.
    Strip,
    /// The picture.
    Picture,
    /// A page that has no parts of its own.
    Page,
    /// What stands beside the page.
    Panel,
    /// The line at the bottom.
    Status,
}

impl Part {
    const ALL: [Self; 8] = [
        Self::TopBar,
        Self::Rail,
        Self::Choices,
        Self::Strip,
        Self::Picture,
        Self::Page,
        Self::Panel,
        Self::Status,
    ];
}

/// What pages told while they were drawn.
#[derive(Debug, Clone, Default)]
struct Marks {
    parts: Vec<(Part, Id)>,
    groups: Vec<Id>,
    /// The group that has rows.
    rows: Option<Id>,
    chosen: Vec<Id>,
    opened: Vec<(Id, Id)>,
}

/// Makes what is drawn in this `ui` a part of the window that F6 leads to.
pub(super) fn part(ui: &Ui, part: Part) {
    mark(ui.ctx(), |marks| marks.parts.push((part, ui.unique_id())));
}

/// Makes what is drawn in this `ui` one stop of Tab; arrows, Home and End move inside it.
pub(super) fn group(ui: &Ui) {
    mark(ui.ctx(), |marks| marks.groups.push(ui.unique_id()));
}

/// Makes it a group of rows: arrows up and down lead from row to row.
pub(super) fn rows(ui: &Ui) {
    group(ui);
    mark(ui.ctx(), |marks| marks.rows = Some(ui.unique_id()));
}

/// Draws a group with what it is to those who hear the window, and its name.
pub(super) fn group_ui<R>(
    ui: &mut Ui,
    (role, name): (Role, &str),
    content_ui: impl FnOnce(&mut Ui) -> R,
) -> R {
    let told = UiBuilder::new()
        .accessibility_role(role)
        .accessibility_label(name);
    let inner = |ui: &mut Ui| {
        group(ui);
        content_ui(ui)
    };
    ui.scope_builder(told, inner).inner
}

/// Makes this the member of its group that Tab leads to first: what is chosen in it.
pub(super) fn chosen(response: &Response) {
    mark(&response.ctx, |marks| marks.chosen.push(response.id));
}

/// Tells what this `ui` shows that was opened, if anything. When that changes, the keyboard goes
/// into it; when it is nothing any more, it returns to where it came from.
pub(super) fn opened(ui: &Ui, what: Option<impl Hash + std::fmt::Debug>) {
    if let Some(what) = what {
        let what = Id::unique(("opened", what));
        mark(ui.ctx(), |marks| marks.opened.push((ui.unique_id(), what)));
    }
}

/// Brings into sight what the keyboard or a screen reader was led to. To be told at the end of
/// what scrolls around something that scrolls too: egui lets only the inner one know.
pub(super) fn in_sight(ui: &Ui) {
    sight::in_sight(ui);
}

/// Brings a part of a table into sight that the keyboard or a screen reader was led to, out from
/// under what stays so wide at its left and so high at its top.
pub(super) fn uncover(ui: &Ui, response: &Response, covered: Vec2) {
    sight::uncover(ui, response, covered);
}

fn mark(ctx: &Context, told: impl FnOnce(&mut Marks)) {
    ctx.data_mut(|data| told(data.get_temp_mut_or_default(marks_id())));
}

/// What was told in the frame that ends now.
fn take_marks(ctx: &Context) -> Marks {
    ctx.data_mut(|data| data.remove_temp(marks_id()))
        .unwrap_or_default()
}

fn marks_id() -> Id {
    Id::unique("parts and groups of the window")
}
