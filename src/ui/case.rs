//! One case in full: what happened, who was found, arrests, seizures, the route, what it rests
//! on.

use eframe::egui;
use egui::{Align, Layout, Pos2, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::evidence::{Counted, case_reports_ui, number_ui, sources_ui};
use super::links::{cases_naming_ui, cases_of_ui};
use super::style::{SMALL, TEXT, TITLE};
use super::table::{GUTTER, line};
use super::widgets::{
    MEASURE, caution_ui, headed_ui, heading_ui, label_ui, note_ui, operation_ui, soft_ui, tag_ui,
    text_ui,
};
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Case, Country, Days, People, Report, Step, Stop, Who};
use crate::query::countries::List;
use crate::state::{Command, Drawer, State};
use crate::words::listed;

/// The width of the column of headings, where there is room for one.
const HEADINGS: f32 = 128.0;

/// Draws a case in a column that scrolls.
pub fn case_ui(ui: &mut Ui, state: &State, case: &Case, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    ScrollArea::vertical()
        .id_salt(("case", case.id.as_str()))
        .auto_shrink(false)
        .show(ui, |ui| {
            let room = ui.available_width() - GUTTER;
            let beside = room >= HEADINGS + space::L + 340.0;
            let widest = if beside {
                HEADINGS + space::L + MEASURE
            } else {
                MEASURE
            };
            ui.set_max_width(room.min(widest));
            ui.spacing_mut().item_spacing.y = space::XS;
            // Lines of text, not of buttons.
            ui.spacing_mut().interact_size.y = 20.0;
            head_ui(ui, atlas, case, commands);
            ui.add_space(space::M);
            text_ui(ui, case.summary.as_str());
            ui.add_space(space::M);
            facts_ui(ui, atlas, case, beside, commands);
            ui.add_space(space::XL);
        });
}

fn head_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, commands: &mut Vec<Command>) {
    headed_ui(ui, TITLE.bold(), &case.title);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let operation = atlas.operation(case.operation.as_str());
        let place = operation.and_then(|operation| atlas.place(operation));
        let name = operation.map_or(case.operation.as_str(), |operation| operation.name.as_str());
        if operation_ui(ui, place, name) {
            let operation = case.operation.to_string();
            commands.push(Command::OpenDrawer(Drawer::Operation { operation }));
        }
        let date = match (case.date, operation.and_then(|operation| operation.days)) {
            (Some(date), _) => date.words(),
            (None, Some(days)) => {
                let days = Days::words(days);
                format!("day not stated; the operation ran {days}")
            }
            (None, None) => return,
        };
        label_ui(ui, TEXT.soft(), format!("· {date}"));
    });
    if !case.crimes.is_empty() {
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for crime in &case.crimes {
                tag_ui(ui, crime.name());
            }
        });
    }
}

fn facts_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, beside: bool, commands: &mut Vec<Command>) {
    fact_ui(ui, beside, "People found", |ui| {
        if case.found.is_empty() {
            soft_ui(ui, "not reported");
        }
        for (index, people) in case.found.iter().enumerate() {
            if index > 0 {
                ui.add_space(space::S);
            }
            people_ui(ui, atlas, people);
        }
    });
    if !case.alleged.is_empty() {
        fact_ui(ui, beside, "Alleged", |ui| {
            for people in &case.alleged {
                people_ui(ui, atlas, people);
            }
            let note = "Whom the suspects are said to have moved or exploited; no source says that they were found.";
            note_ui(ui, note);
        });
    }
    fact_ui(ui, beside, "Arrests", |ui| {
        if case.arrested.is_empty() {
            soft_ui(ui, "not reported");
        } else {
            reported_ui(ui, atlas, &case.arrested, Counted::Done("arrested"));
        }
    });
    if !case.suspected.is_empty() {
        fact_ui(ui, beside, "Suspects", |ui| {
            let what = Counted::Things("suspect identified", "suspects identified");
            reported_ui(ui, atlas, &case.suspected, what);
            note_ui(ui, "Not reported as arrested.");
        });
    }
    if !case.seized.is_empty() {
        fact_ui(ui, beside, "Seized or frozen", |ui| {
            for seizure in &case.seized {
                let what = match &seizure.unit {
                    Some(unit) => format!("{unit}, {}", seizure.what),
                    None => seizure.what.clone(),
                };
                if seizure.reports.is_empty() {
                    text_ui(ui, format!("{what} (amount not reported)"));
                } else {
                    let counted = match seizure.unit {
                        Some(_) => Counted::Done(&what),
                        None => Counted::Things(&what, &what),
                    };
                    reported_ui(ui, atlas, &seizure.reports, counted);
                }
            }
        });
    }
    if !case.route.is_empty() {
        fact_ui(ui, beside, "Route", |ui| match case.route.as_slice() {
            [only] => text_ui(ui, format!("{} ({})", only.words(), step_words(only))),
            route => route_ui(ui, route),
        });
    }
    if let Some(note) = &case.note {
        fact_ui(ui, beside, "Note", |ui| text_ui(ui, note.as_str()));
    }
    fact_ui(ui, beside, "Sources", |ui| {
        sources_ui(ui, atlas, &case.sources, commands);
    });
    fact_ui(ui, beside, "See also", |ui| {
        also_ui(ui, atlas, case, commands);
    });
}

/// A fact with its heading, beside it where there is room, else over it.
fn fact_ui(ui: &mut Ui, beside: bool, heading: &str, content: impl FnOnce(&mut Ui)) {
    let rest = ui.available_rect_before_wrap();
    let line = Stroke::new(1.0, Palette::shown(ui.ctx()).grid);
    ui.painter().hline(rest.x_range(), rest.top(), line);
    ui.add_space(space::M);
    if beside {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let headings = vec2(HEADINGS + space::L, 0.0);
            ui.allocate_ui_with_layout(headings, Layout::top_down(Align::Min), |ui| {
                ui.set_width(headings.x);
                heading_ui(ui, heading);
            });
            ui.vertical(|ui| {
                ui.set_width(rest.width() - headings.x);
                ui.spacing_mut().item_spacing = vec2(space::S, space::XS);
                content(ui);
            });
        });
    } else {
        heading_ui(ui, heading);
        content(ui);
    }
    ui.add_space(space::M);
}

fn reported_ui(ui: &mut Ui, atlas: &Atlas, reports: &[Report], what: Counted<'_>) {
    number_ui(ui, atlas, reports, what);
    case_reports_ui(ui, atlas, reports);
}

fn people_ui(ui: &mut Ui, atlas: &Atlas, people: &People) {
    let what = Counted::Things(people.who.name_of_one(), people.who.name());
    number_ui(ui, atlas, &people.reports, what);
    if people.who == Who::PeopleFound {
        note_ui(ui, "Their status is open; they are in no other total.");
    }
    case_reports_ui(ui, atlas, &people.reports);
    let mut from: Vec<&str> = people
        .nationalities
        .iter()
        .map(|country| country.name())
        .collect();
    from.extend(people.regions.iter().map(String::as_str));
    if !from.is_empty() {
        soft_ui(ui, format!("from {}", listed(&from)));
    }
    for among in &people.among {
        let what = format!("of them {}", among.who.name());
        number_ui(ui, atlas, &among.reports, Counted::Done(&what));
        case_reports_ui(ui, atlas, &among.reports);
    }
    if let Some(note) = &people.note {
        note_ui(ui, note.as_str());
    }
}

/// The stops as a line from top to bottom, or from left to right where they fit.
fn route_ui(ui: &mut Ui, route: &[Stop]) {
    let stops: Vec<(Step, String, String)> = route
        .iter()
        .map(|stop| (stop.step, stop.words(), step_words(stop)))
        .collect();
    let width = |(_, title, step): &(Step, String, String)| {
        let title = TEXT.medium().width(ui, title);
        title.max(SMALL.width(ui, step)) + space::XL
    };
    let widths: Vec<f32> = stops.iter().map(width).collect();
    let together: f32 = widths.iter().sum();
    let across = together <= ui.available_width();
    // From a stop's corner to its dot and to its words.
    let (whole, to_dot, to_words) = if across {
        (vec2(together, 56.0), vec2(5.0, 8.0), vec2(0.0, 18.0))
    } else {
        let height = 40.0 * route.len() as f32;
        let whole = vec2(ui.available_width(), height);
        (whole, vec2(5.0, 10.0), vec2(20.0, 0.0))
    };
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, route_words(route)));
    let mut before = None;
    let mut corner = rect.left_top();
    for ((step, title, what), width) in stops.iter().zip(widths) {
        let dot = corner + to_dot;
        if let Some(before) = before {
            join(ui, before, dot);
        }
        stop_dot(ui, dot, *step);
        let at = corner + to_words;
        let room = if across {
            width - space::S
        } else {
            rect.right() - at.x
        };
        for (style, text, down) in [(TEXT.medium(), title, 0.0), (SMALL.soft(), what, 18.0)] {
            let galley = line(ui, style, text, room);
            let at = at + vec2(0.0, down);
            ui.painter().galley(at, galley, style.color(ui));
        }
        before = Some(dot);
        corner += if across {
            vec2(width, 0.0)
        } else {
            vec2(0.0, 40.0)
        };
    }
}

/// The line between two stops, with its head at the later one.
fn join(ui: &Ui, from: Pos2, to: Pos2) {
    let stroke = Stroke::new(1.5, Palette::shown(ui.ctx()).ink_faint);
    let along = (to - from).normalized();
    let (start, tip) = (from + along * 9.0, to - along * 9.0);
    ui.painter().line_segment([start, tip], stroke);
    for side in [-1.0, 1.0] {
        let barb = tip - along * 5.0 + along.rot90() * 3.5 * side;
        ui.painter().line_segment([barb, tip], stroke);
    }
}

/// Full where people were found, hollow elsewhere.
fn stop_dot(ui: &Ui, at: Pos2, step: Step) {
    let palette = Palette::shown(ui.ctx());
    match step {
        Step::Found => {
            ui.painter().circle_filled(at, 5.0, palette.ink);
        }
        Step::Origin | Step::Transit | Step::Destination => {
            let hollow = Stroke::new(1.5, palette.ink_soft);
            ui.painter().circle_stroke(at, 4.0, hollow);
        }
    }
}

/// What a stop was; a region is said to be one.
fn step_words(stop: &Stop) -> String {
    let step = match stop.step {
        Step::Origin => "origin",
        Step::Transit => "transit",
        Step::Found => "found here",
        Step::Destination => "destination",
    };
    if stop.country.is_none() {
        format!("{step} · region only")
    } else {
        step.to_owned()
    }
}

/// "Togo → found in Mali → Algeria".
fn route_words(route: &[Stop]) -> String {
    let stops = route.iter().map(|stop| match stop.step {
        Step::Origin => stop.words(),
        Step::Transit => format!("through {}", stop.words()),
        Step::Found => format!("found in {}", stop.words()),
        Step::Destination => format!("bound for {}", stop.words()),
    });
    stops.collect::<Vec<_>>().join(" → ")
}

fn also_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, commands: &mut Vec<Command>) {
    let read = Some(case.id.as_str());
    let operation = atlas.operation(case.operation.as_str());
    if let Some(operation) = operation {
        cases_of_ui(ui, operation, read, commands);
    }
    let named = case.countries_named();
    for country in &named {
        cases_naming_ui(ui, *country, read, commands);
    }
    let Some(operation) = operation else { return };
    let list = match List::of(atlas, operation) {
        List::Missing => return,
        List::Incomplete => "incomplete list",
        List::Complete => "list",
    };
    let outside: Vec<&str> = named
        .into_iter()
        .filter(|country| !operation.countries.listed.contains(country))
        .map(Country::name)
        .collect();
    if !outside.is_empty() {
        let are = if outside.len() == 1 { "is" } else { "are" };
        let (outside, name) = (listed(&outside), &operation.name);
        caution_ui(
            ui,
            &format!(
                "{outside} {are} not on the {list} of {name}. A country named in a case did not take \
                 part for that reason alone."
            ),
        );
    }
}
