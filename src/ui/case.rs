//! One case in full: what happened, who was found, arrests, seizures, the route, what it rests
//! on.

use eframe::egui;
use egui::{Align, Layout, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::evidence::{Counted, case_reports_ui, number_ui, sources_ui};
use super::table::{GUTTER, line};
use super::widgets::{
    MEASURE, caution_ui, heading_ui, link_ui, note_ui, operation_ui, rich, soft_ui, tag_ui, text_ui,
};
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::model::{Atlas, Case, Country, Days, People, Report, Step, Stop};
use crate::query::cases::CaseChoice;
use crate::query::countries;
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
            parts_ui(ui, atlas, case, beside, commands);
            ui.add_space(space::XL);
        });
}

fn head_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let title = ui.add(
        egui::Label::new(rich(
            &case.title,
            Weight::SemiBold,
            size::TITLE,
            palette.ink,
        ))
        .wrap(),
    );
    ui.ctx().accesskit_node_builder(title.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(case.title.as_str());
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let place = atlas
            .operations
            .iter()
            .position(|operation| operation.id == case.operation);
        let operation = place.and_then(|place| atlas.operations.get(place));
        let name = operation.map_or(case.operation.as_str(), |operation| operation.name.as_str());
        if operation_ui(ui, place, name) {
            let operation = case.operation.to_string();
            commands.push(Command::OpenDrawer(Drawer::Operation { operation }));
        }
        let date = match (case.date, operation.and_then(|operation| operation.days)) {
            (Some(date), _) => Some(date.words()),
            (None, Some(days)) => Some(format!(
                "day not stated; the operation ran {}",
                Days::words(days)
            )),
            (None, None) => None,
        };
        if let Some(date) = date {
            ui.label(rich(
                format!("· {date}"),
                Weight::Regular,
                size::TEXT,
                palette.ink_soft,
            ));
        }
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

fn parts_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, beside: bool, commands: &mut Vec<Command>) {
    part_ui(ui, beside, "People found", |ui| {
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
        part_ui(ui, beside, "Alleged", |ui| {
            for people in &case.alleged {
                people_ui(ui, atlas, people);
            }
            note_ui(
                ui,
                "Whom the suspects are said to have moved or exploited; no source says that they were found.",
            );
        });
    }
    part_ui(ui, beside, "Arrests", |ui| {
        if case.arrested.is_empty() {
            soft_ui(ui, "not reported");
        } else {
            reported_ui(ui, atlas, &case.arrested, Counted::Done("arrested"));
        }
    });
    if !case.suspected.is_empty() {
        part_ui(ui, beside, "Suspects", |ui| {
            let what = Counted::Things("suspect identified", "suspects identified");
            reported_ui(ui, atlas, &case.suspected, what);
            note_ui(ui, "Not reported as arrested.");
        });
    }
    if !case.seized.is_empty() {
        part_ui(ui, beside, "Seized or frozen", |ui| {
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
        part_ui(ui, beside, "Route", |ui| match case.route.as_slice() {
            [only] => text_ui(ui, format!("{} ({})", only.words(), step_words(only))),
            route => route_ui(ui, route),
        });
    }
    if let Some(note) = &case.note {
        part_ui(ui, beside, "Note", |ui| text_ui(ui, note.as_str()));
    }
    part_ui(ui, beside, "Sources", |ui| {
        sources_ui(ui, atlas, &case.sources, commands);
    });
    part_ui(ui, beside, "See also", |ui| {
        also_ui(ui, atlas, case, commands);
    });
}

/// A part with its heading, beside it where there is room, else over it.
fn part_ui(ui: &mut Ui, beside: bool, heading: &str, content: impl FnOnce(&mut Ui)) {
    let palette = Palette::shown(ui.ctx());
    let line = ui.available_rect_before_wrap();
    ui.painter()
        .hline(line.x_range(), line.top(), Stroke::new(1.0, palette.grid));
    ui.add_space(space::M);
    if beside {
        let width = ui.available_width();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.allocate_ui_with_layout(
                vec2(HEADINGS + space::L, 0.0),
                Layout::top_down(Align::Min),
                |ui| {
                    ui.set_width(HEADINGS + space::L);
                    heading_ui(ui, heading);
                },
            );
            ui.vertical(|ui| {
                ui.set_width(width - HEADINGS - space::L);
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
    if people.who == crate::model::Who::PeopleFound {
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
    let palette = Palette::shown(ui.ctx());
    let titles: Vec<String> = route.iter().map(Stop::words).collect();
    let width = |text: &str, weight, points| {
        ui.painter()
            .layout_no_wrap(text.to_owned(), font(weight, points), palette.ink)
            .size()
            .x
    };
    let widths: Vec<f32> = route
        .iter()
        .zip(&titles)
        .map(|(stop, title)| {
            let step = width(&step_words(stop), Weight::Regular, size::SMALL);
            width(title, Weight::Medium, size::TEXT).max(step) + space::XL
        })
        .collect();
    let across = widths.iter().sum::<f32>() <= ui.available_width();
    let whole = if across {
        vec2(widths.iter().sum(), 56.0)
    } else {
        vec2(ui.available_width(), 40.0 * route.len() as f32)
    };
    let (rect, response) = ui.allocate_exact_size(whole, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, route_words(route)));
    let mut before = None;
    let mut start = rect.left_top();
    for ((stop, title), width) in route.iter().zip(&titles).zip(&widths) {
        let dot = if across {
            pos2(start.x + 5.0, start.y + 8.0)
        } else {
            pos2(start.x + 5.0, start.y + 10.0)
        };
        if let Some(before) = before {
            joined(ui, before, dot);
        }
        stop_dot(ui, dot, stop.step);
        let text = if across {
            start + vec2(0.0, 18.0)
        } else {
            start + vec2(20.0, 0.0)
        };
        let room = if across {
            width - space::S
        } else {
            rect.right() - text.x
        };
        let title = line(
            ui,
            title,
            font(Weight::Medium, size::TEXT),
            palette.ink,
            room,
        );
        ui.painter().galley(text, title, palette.ink);
        let step = line(
            ui,
            &step_words(stop),
            font(Weight::Regular, size::SMALL),
            palette.ink_soft,
            room,
        );
        ui.painter()
            .galley(text + vec2(0.0, 18.0), step, palette.ink_soft);
        before = Some(dot);
        start += if across {
            vec2(*width, 0.0)
        } else {
            vec2(0.0, 40.0)
        };
    }
}

/// The line between two stops, with its head at the later one.
fn joined(ui: &Ui, from: egui::Pos2, to: egui::Pos2) {
    let palette = Palette::shown(ui.ctx());
    let stroke = Stroke::new(1.5, palette.ink_faint);
    let along = (to - from).normalized();
    let (start, tip) = (from + along * 9.0, to - along * 9.0);
    ui.painter().line_segment([start, tip], stroke);
    for side in [-1.0, 1.0] {
        ui.painter().line_segment(
            [tip - along * 5.0 + along.rot90() * 3.5 * side, tip],
            stroke,
        );
    }
}

/// Full where people were found, hollow elsewhere.
fn stop_dot(ui: &Ui, at: egui::Pos2, step: Step) {
    let palette = Palette::shown(ui.ctx());
    match step {
        Step::Found => {
            ui.painter().circle_filled(at, 5.0, palette.ink);
        }
        Step::Origin | Step::Transit | Step::Destination => {
            ui.painter()
                .circle_stroke(at, 4.0, Stroke::new(1.5, palette.ink_soft));
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
    let mut cases_of = |choice: CaseChoice| {
        let selected = Some(case.id.to_string());
        commands.push(Command::ChooseCases(CaseChoice { selected, ..choice }));
    };
    if let Some(operation) = atlas.operation(case.operation.as_str())
        && link_ui(ui, &format!("All cases of {}", operation.name)).clicked()
    {
        let operation = Some(operation.id.to_string());
        cases_of(CaseChoice {
            operation,
            ..CaseChoice::default()
        });
    }
    for country in case.countries_named() {
        if link_ui(ui, &format!("All cases that name {country}")).clicked() {
            let country = Some(country.code().to_owned());
            cases_of(CaseChoice {
                country,
                ..CaseChoice::default()
            });
        }
    }
    let outside: Vec<&str> = outside(atlas, case)
        .into_iter()
        .map(Country::name)
        .collect();
    if !outside.is_empty() {
        let operation = atlas.operation(case.operation.as_str());
        let name = operation.map_or("", |operation| operation.name.as_str());
        let list = match operation.map(|operation| countries::List::of(atlas, operation)) {
            Some(countries::List::Incomplete) => "incomplete list",
            Some(countries::List::Complete | countries::List::Missing) | None => "list",
        };
        let are = if outside.len() == 1 { "is" } else { "are" };
        let outside = listed(&outside);
        caution_ui(
            ui,
            &format!(
                "{outside} {are} not on the {list} of {name}. A country named in a case did not take \
                 part for that reason alone."
            ),
        );
    }
}

/// Countries the case names that are not on the operation's list, where it has one.
fn outside(atlas: &Atlas, case: &Case) -> Vec<Country> {
    let Some(operation) = atlas.operation(case.operation.as_str()) else {
        return Vec::new();
    };
    if operation.countries.listed.is_empty() {
        return Vec::new();
    }
    let on_list = |country: &Country| operation.countries.listed.contains(country);
    case.countries_named()
        .into_iter()
        .filter(|country| !on_list(country))
        .collect()
}
