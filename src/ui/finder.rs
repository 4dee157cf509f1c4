//! The finder: every action and every operation, found by typing.

use eframe::egui;
use egui::{
    Align, Align2, CornerRadius, Key, Modifiers, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::commands::Action;
use super::style::{SMALL, TEXT};
use super::table::cell;
use super::tool_button::paint_icon;
use super::{Scratch, over};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::query::search;
use crate::state::{Command, Drawer, State};

const WIDTH: f32 = 560.0;
const ROW: f32 = 36.0;
const MOST_ROWS: usize = 10;

/// What has been typed into the finder, and which row Enter would take.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Finder {
    typed: String,
    row: usize,
    seen: bool,
}

/// Something to be found.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Findable {
    Action(Action),
    Operation { id: String, name: String },
}

impl Findable {
    fn text(&self) -> &str {
        match self {
            Self::Action(action) => action.text(),
            Self::Operation { name, .. } => name,
        }
    }

    fn icon(&self) -> &'static str {
        match self {
            Self::Action(action) => action.icon(),
            Self::Operation { .. } => icons::CARET_RIGHT,
        }
    }

    /// What stands on the right of the row.
    fn aside(&self, ctx: &egui::Context) -> String {
        match self {
            Self::Action(action) => action.shortcut_text(ctx),
            Self::Operation { .. } => "operation".to_owned(),
        }
    }
}

/// Everything that matches what was typed and would do something now, best known first.
fn found(typed: &str, state: &State) -> Vec<Findable> {
    let actions = Action::ALL
        .into_iter()
        .filter(|action| *action != Action::Commands && action.is_enabled(state))
        .filter(|action| {
            search::matches(action.text(), typed) || search::matches(action.tooltip(), typed)
        })
        .map(Findable::Action);
    let operations = state
        .atlas
        .operations
        .iter()
        .filter(|operation| search::matches(&operation.name, typed))
        .map(|operation| Findable::Operation {
            id: operation.id.to_string(),
            name: operation.name.clone(),
        });
    let mut all: Vec<Findable> = actions.chain(operations).collect();
    // What is called so comes before what is only described so.
    all.sort_by_key(|found| !search::matches(found.text(), typed));
    all
}

/// Draws the finder over the window, if it is shown.
pub(super) fn finder_ui(
    ctx: &egui::Context,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    let Some(mut finder) = scratch.finder.take() else {
        return;
    };
    let anchor = (Align2::CENTER_TOP, vec2(0.0, 96.0));
    let response = over::panel("finder", "Find a command", WIDTH, anchor)
        .show(ctx, |ui| contents_ui(ui, state, &mut finder));
    match &response.inner {
        Some(Findable::Action(action)) => super::perform(*action, ctx, scratch, commands),
        Some(Findable::Operation { id, .. }) => {
            let operation = id.clone();
            commands.push(Command::OpenDrawer(Drawer::Operation { operation }));
        }
        None if response.should_close() => {}
        None => scratch.finder = Some(finder),
    }
}

fn contents_ui(ui: &mut Ui, state: &State, finder: &mut Finder) -> Option<Findable> {
    let (up, down, enter) = ui.input_mut(|input| {
        (
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            input.consume_key(Modifiers::NONE, Key::Enter),
        )
    });
    let field = over::field(&mut finder.typed)
        .hint_text("Command, page or operation")
        .desired_width(f32::INFINITY);
    let field = ui.add(field).accessible_name("Find a command");
    if !std::mem::replace(&mut finder.seen, true) || !field.has_focus() {
        field.request_focus();
    }
    if field.changed() {
        finder.row = 0;
    }
    let all = found(&finder.typed, state);
    if all.is_empty() {
        ui.label(format!("Nothing is called “{}”", finder.typed.trim()));
        return None;
    }
    finder.row = (finder.row + down).saturating_sub(up).min(all.len() - 1);
    let first = (finder.row + 1).saturating_sub(MOST_ROWS);
    let mut taken = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, found) in all.iter().enumerate().skip(first).take(MOST_ROWS) {
        let row = row_ui(ui, found, index == finder.row);
        if row.clicked() {
            taken = Some(found.clone());
        }
        // The row under a pointer that moves is the row Enter takes: never two marked rows.
        if row.hovered() && ui.input(|input| input.pointer.is_moving()) {
            finder.row = index;
        }
    }
    if enter {
        all.into_iter().nth(finder.row)
    } else {
        taken
    }
}

fn row_ui(ui: &mut Ui, found: &Findable, chosen: bool) -> Response {
    let palette = Palette::shown(ui.ctx());
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let id = ui.scope_id().with(("found", found.text()));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListBoxOption, true, found.text()));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_selected(chosen));
    if chosen {
        ui.painter()
            .rect_filled(rect, CornerRadius::same(6), palette.chosen);
    }
    let icon = pos2(rect.left() + 20.0, rect.center().y);
    paint_icon(ui, Some(found.icon()), icon, 18.0, palette.ink_soft);
    let text = rect.with_min_x(rect.left() + 40.0);
    cell(ui, text, TEXT, found.text(), Align::Min);
    let aside = rect.with_max_x(rect.right() - space::M);
    cell(ui, aside, SMALL.soft(), &found.aside(ui.ctx()), Align::Max);
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::Page;

    fn texts(typed: &str) -> Vec<String> {
        let state = State::default();
        found(typed, &state)
            .iter()
            .map(|found| found.text().to_owned())
            .collect()
    }

    #[test]
    fn what_is_called_so_comes_before_what_is_described_so() {
        assert_eq!(
            texts("sources").first().map(String::as_str),
            Some(Page::Sources.name())
        );
        assert_eq!(
            texts("dark").first().map(String::as_str),
            Some("Dark colours")
        );
    }

    #[test]
    fn what_would_do_nothing_is_not_offered() {
        assert!(!texts("").contains(&"Undo".to_owned()));
        assert!(texts("nothing is called like this").is_empty());
    }
}
