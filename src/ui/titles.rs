//! Title and subtitle of one's own for the picture; empty, they are written from what is chosen.

use eframe::egui;
use egui::{Id, TextEdit, Ui, WidgetInfo};

use super::choice::{Choice, choice_ui};
use super::style::TEXT;
use super::widgets::heading_ui;
use crate::draw::theme::{Palette, space};
use crate::state::{Command, View};
use crate::words::window::compare;

/// Draws the fields.
pub(super) fn titles_ui(ui: &mut Ui, view: &View, commands: &mut Vec<Command>) {
    heading_ui(ui, compare::TITLE);
    if let Some(title) = line_ui(ui, compare::TITLE, view.title.as_deref()) {
        commands.push(Command::SetTitle(Some(title)));
    }
    let headline = Choice {
        chosen: view.headline,
        enabled: view.title.is_none(),
        ..Choice::of(compare::HEADLINE)
    };
    let meaning = if headline.enabled {
        compare::HEADLINE_MEANS
    } else {
        compare::OWN_TITLE
    };
    let response = choice_ui(ui, &headline, ui.available_width()).on_hover_text(meaning);
    if headline.enabled && response.clicked() {
        commands.push(Command::SetHeadline(!view.headline));
    }
    ui.add_space(space::S);
    heading_ui(ui, compare::SUBTITLE);
    if let Some(subtitle) = line_ui(ui, compare::SUBTITLE, view.subtitle.as_deref()) {
        commands.push(Command::SetSubtitle(Some(subtitle)));
    }
}

/// A field for a line over the picture; gives what it was changed to.
fn line_ui(ui: &mut Ui, name: &str, text: Option<&str>) -> Option<String> {
    let mut text = text.unwrap_or_default().to_owned();
    let edit = TextEdit::multiline(&mut text)
        .char_limit(View::LONGEST_TITLE)
        .id(Id::unique(("picture", name)))
        .desired_rows(2)
        .desired_width(ui.available_width())
        .background_color(Palette::shown(ui.ctx()).sheet)
        .hint_text(TEXT.faint().rich(ui, compare::TITLE_HINT));
    let response = ui.add(edit);
    response.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, "", &text, compare::TITLE_HINT);
        info.label = Some(compare::of_the_picture(name));
        info
    });
    response.changed().then(|| text.replace('\n', " "))
}
