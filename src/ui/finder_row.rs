//! What the search found as rows: what each says, and where it leads.

use super::commands::Action;
use crate::draw::icons;
use crate::model::Atlas;
use crate::query::cases::CaseChoice;
use crate::query::comparison::Comparison;
use crate::query::search::{Found, Group, Kind, NumberOf, Together};
use crate::state::{Command, Drawer, Page, State};
use crate::words::window::search as words;

/// Where a row leads.
#[derive(Debug, Clone)]
pub(super) enum Goal {
    /// Something the window can be asked to do.
    Action(Action),
    /// These commands, one after the other.
    Commands(Vec<Command>),
}

/// A row of what was found.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub icon: &'static str,
    pub text: String,
    /// What stands on the right.
    pub aside: String,
    pub goal: Goal,
}

/// A group of rows with its heading, and what is said under them.
#[derive(Debug, Clone)]
pub(super) struct RowGroup {
    pub heading: String,
    pub rows: Vec<Row>,
    pub note: Option<String>,
}

/// The rows of what was found. `own` is what the window itself names.
pub(super) fn rows(
    state: &State,
    own: &[Action],
    typed: &str,
    (groups, together): &(Vec<Group>, Option<Together>),
) -> Vec<RowGroup> {
    let note = together
        .as_ref()
        .and_then(|one| words::together_note(one, &state.atlas));
    let is_told = groups.iter().any(|group| group.kind == Kind::Together);
    let alone = note.clone().filter(|_| !is_told).map(|note| RowGroup {
        heading: String::new(),
        rows: Vec::new(),
        note: Some(note),
    });
    let groups = groups.iter().map(|group| {
        let hits = group.hits.iter();
        let mut rows: Vec<Row> = hits.filter_map(|hit| row(state, own, &hit.found)).collect();
        let mut told = None;
        match group.kind {
            Kind::Together => {
                rows.extend(together.as_ref().and_then(|one| compare_them(state, one)));
                told.clone_from(&note);
            }
            Kind::Cases if group.count > rows.len() => rows.push(all_cases(group.count, typed)),
            Kind::Countries
            | Kind::Operations
            | Kind::Metrics
            | Kind::Numbers
            | Kind::Own
            | Kind::Cases
            | Kind::Sources => {
                let more = group.count.saturating_sub(rows.len());
                told = (more > 0).then(|| words::more(more));
            }
        }
        RowGroup {
            heading: words::group(group.kind, together.as_ref()),
            rows,
            note: told,
        }
    });
    alone.into_iter().chain(groups).collect()
}

/// What was found as a row; `None` where it is there no more.
fn row(state: &State, own: &[Action], found: &Found) -> Option<Row> {
    let atlas = &state.atlas;
    Some(match found {
        Found::Own(place) => {
            let action = *own.get(*place)?;
            Row {
                icon: action.icon(),
                text: action.text().to_owned(),
                aside: action.one_of().to_owned(),
                goal: Goal::Action(action),
            }
        }
        Found::Operation(place) | Found::TookPart(place) => {
            let operation = atlas.operations.get(*place)?;
            let id = operation.id.to_string();
            Row {
                icon: icons::CARET_RIGHT,
                text: operation.name.clone(),
                aside: words::of_operation(operation),
                goal: opening(Drawer::Operation { operation: id }),
            }
        }
        Found::Metric(place) => {
            let metric = atlas.metrics.get(*place)?;
            Row {
                icon: icons::CHART_BAR_HORIZONTAL,
                text: metric.label.clone(),
                aside: words::COMPARE_IT.to_owned(),
                goal: comparing(Comparison {
                    metrics: vec![metric.id.to_string()],
                    ..state.view.comparison.clone()
                }),
            }
        }
        Found::Country(country) => Row {
            icon: icons::GLOBE,
            text: country.name().to_owned(),
            aside: words::of_country(*country, atlas),
            goal: opening(Drawer::Country {
                code: country.code().to_owned(),
            }),
        },
        Found::Source(id) => {
            let source = atlas.source(id)?;
            Row {
                icon: icons::NEWSPAPER,
                text: source.title.clone(),
                aside: source.byline(),
                goal: opening(Drawer::Source {
                    source: id.to_string(),
                }),
            }
        }
        Found::Case(place) => {
            let case = atlas.cases.get(*place)?;
            let operation = atlas.operation(case.operation.as_str());
            Row {
                icon: icons::FILE_TEXT,
                text: case.title.clone(),
                aside: operation.map_or_else(String::new, |one| one.name.clone()),
                goal: reading(case.id.to_string()),
            }
        }
        Found::Number(of, quantity) => number(atlas, *of, *quantity)?,
    })
}

/// A number as a row, which leads to its evidence.
fn number(atlas: &Atlas, of: NumberOf, quantity: crate::model::Quantity) -> Option<Row> {
    let row = |text, aside: &str, goal| Row {
        icon: icons::CARET_RIGHT,
        text,
        aside: aside.to_owned(),
        goal,
    };
    let on_compare = |drawer| {
        let commands = vec![Command::Show(Page::Compare), Command::OpenDrawer(drawer)];
        Goal::Commands(commands)
    };
    Some(match of {
        NumberOf::Figure(place, figure) => {
            let one = atlas.operations.get(place)?;
            let metric = &one.figures.get(figure)?.metric;
            let label = atlas
                .metric(metric.as_str())
                .map_or(metric.as_str(), |one| &one.label);
            let (operation, metric) = (one.id.to_string(), metric.to_string());
            let goal = on_compare(Drawer::Figure { operation, metric });
            row(words::number(quantity, label), &one.name, goal)
        }
        NumberOf::Countries(place) => {
            let one = atlas.operations.get(place)?;
            let operation = one.id.to_string();
            let goal = on_compare(Drawer::CountriesTakingPart { operation });
            row(words::number(quantity, words::COUNTRIES), &one.name, goal)
        }
        NumberOf::Case(place, part) => {
            let case = atlas.cases.get(place)?;
            let text = words::number_in_case(quantity, part, case);
            row(text, &case.title, reading(case.id.to_string()))
        }
    })
}

fn opening(drawer: Drawer) -> Goal {
    Goal::Commands(vec![Command::OpenDrawer(drawer)])
}

fn comparing(comparison: Comparison) -> Goal {
    Goal::Commands(vec![
        Command::Show(Page::Compare),
        Command::Compare(comparison),
    ])
}

/// Leads to a case on its page, where nothing hides it from the list.
fn reading(case: String) -> Goal {
    Goal::Commands(vec![Command::ChooseCases(CaseChoice {
        selected: Some(case),
        ..CaseChoice::default()
    })])
}

fn all_cases(count: usize, typed: &str) -> Row {
    Row {
        icon: icons::MAGNIFYING_GLASS,
        text: words::all_cases(count, typed),
        aside: String::new(),
        goal: Goal::Commands(vec![Command::ChooseCases(CaseChoice {
            typed: typed.trim().to_owned(),
            ..CaseChoice::default()
        })]),
    }
}

/// Leads to the comparison of the operations in which several countries took part.
fn compare_them(state: &State, together: &Together) -> Option<Row> {
    let places = together.operations.iter();
    let operations: Vec<String> = places
        .filter_map(|place| Some(state.atlas.operations.get(*place)?.id.to_string()))
        .collect();
    (operations.len() > 1).then(|| Row {
        icon: icons::CHART_BAR_HORIZONTAL,
        text: words::compare_them(operations.len()),
        aside: String::new(),
        goal: comparing(Comparison {
            operations,
            ..state.view.comparison.clone()
        }),
    })
}
