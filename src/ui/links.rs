//! What leads from a name to the thing itself: an operation, a country, a publication beside the
//! page, cases on their own page.

use eframe::egui::{Response, Ui};

use super::widgets::{link_ui, note_ui, operation_ui};
use crate::model::{Atlas, Case, Country, Operation};
use crate::query::cases::CaseChoice;
use crate::state::{Command, Drawer, Page, State};
use crate::words::window::case as said;

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
    case_link_ui(ui, &said::all_of(operation), choice, selected, commands);
}

/// A link to all cases that name a country; `selected` is the case to be read there.
pub fn cases_naming_ui(
    ui: &mut Ui,
    country: Country,
    selected: Option<&str>,
    commands: &mut Vec<Command>,
) {
    case_link_ui(
        ui,
        &said::all_naming(country),
        naming(country),
        selected,
        commands,
    );
}

/// What reads a case: on its own page there, elsewhere in place.
pub fn read_case(state: &State, case: &Case) -> Command {
    if state.view.page == Page::Cases {
        return Command::ChooseCases(state.view.cases.reading(case));
    }
    Command::OpenDrawer(Drawer::Case {
        id: case.id.to_string(),
    })
}

/// The row of what is open beside a list, by what each row would open.
pub fn row_of(
    state: &State,
    rows: usize,
    drawer: impl Fn(usize) -> Option<Drawer>,
) -> Option<usize> {
    let open = state.drawer.as_ref()?;
    (0..rows).find(|row| drawer(*row).as_ref() == Some(open))
}

/// The cases that name a country.
pub fn naming(country: Country) -> CaseChoice {
    CaseChoice {
        country: Some(country.code().to_owned()),
        ..CaseChoice::default()
    }
}

/// Cases by title, each leading to it among those of a choice, with what is remarked on it.
pub fn cases_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    places: &[usize],
    choice: &CaseChoice,
    remark: impl Fn(&Case) -> String,
    commands: &mut Vec<Command>,
) {
    for &place in places.iter().take(NAMED_CASES) {
        if let Some(case) = atlas.cases.get(place) {
            let selected = Some(case.id.as_str());
            case_link_ui(ui, &case.title, choice.clone(), selected, commands);
            let remark = remark(case);
            if !remark.is_empty() {
                note_ui(ui, remark);
            }
        }
    }
    let rest = places.len().saturating_sub(NAMED_CASES);
    if rest > 0 {
        note_ui(ui, said::and_more_cases(rest));
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
