//! What leads from a name to the thing itself: an operation, a country, a publication beside the
//! page, cases on their own page.

use eframe::egui::{Response, Ui};

use super::widgets::{link_ui, note_ui, operation_ui};
use crate::model::{Atlas, Country, Operation};
use crate::query::cases::CaseChoice;
use crate::state::{Command, Drawer};
use crate::words::counted;

/// How many cases are named; the rest are one click away.
const NAMED_CASES: usize = 40;

/// A text that opens something beside the page.
pub fn drawer_link_ui(
    ui: &mut Ui,
    text: &str,
    drawer: impl FnOnce() -> Drawer,
    commands: &mut Vec<Command>,
) -> Response {
    let response = link_ui(ui, text);
    if response.clicked() {
        commands.push(Command::OpenDrawer(drawer()));
    }
    response
}

/// An operation's name with its colour, leading to what is known of it.
pub fn operation_link_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    operation: &Operation,
    commands: &mut Vec<Command>,
) {
    if operation_ui(ui, atlas.place(operation), &operation.name) {
        let operation = operation.id.to_string();
        commands.push(Command::OpenDrawer(Drawer::Operation { operation }));
    }
}

/// A link to all cases of an operation; `selected` is the case to be read there.
pub fn cases_of_ui(
    ui: &mut Ui,
    operation: &Operation,
    selected: Option<&str>,
    commands: &mut Vec<Command>,
) {
    let choice = CaseChoice {
        operation: Some(operation.id.to_string()),
        ..CaseChoice::default()
    };
    let text = format!("All cases of {}", operation.name);
    case_link_ui(ui, &text, choice, selected, commands);
}

/// A link to all cases that name a country; `selected` is the case to be read there.
pub fn cases_naming_ui(
    ui: &mut Ui,
    country: Country,
    selected: Option<&str>,
    commands: &mut Vec<Command>,
) {
    let text = format!("All cases that name {country}");
    case_link_ui(ui, &text, naming(country), selected, commands);
}

/// The cases that name a country.
pub fn naming(country: Country) -> CaseChoice {
    CaseChoice {
        country: Some(country.code().to_owned()),
        ..CaseChoice::default()
    }
}

/// Cases by title, each leading to it among those of a choice.
pub fn cases_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    places: &[usize],
    choice: &CaseChoice,
    commands: &mut Vec<Command>,
) {
    for &place in places.iter().take(NAMED_CASES) {
        if let Some(case) = atlas.cases.get(place) {
            let selected = Some(case.id.as_str());
            case_link_ui(ui, &case.title, choice.clone(), selected, commands);
        }
    }
    let rest = places.len().saturating_sub(NAMED_CASES);
    if rest > 0 {
        let more = counted(rest, "more case", "more cases");
        note_ui(ui, format!("and {more}"));
    }
}

fn case_link_ui(
    ui: &mut Ui,
    text: &str,
    choice: CaseChoice,
    selected: Option<&str>,
    commands: &mut Vec<Command>,
) {
    if link_ui(ui, text).clicked() {
        commands.push(Command::ChooseCases(CaseChoice {
            selected: selected.map(str::to_owned),
            ..choice
        }));
    }
}
