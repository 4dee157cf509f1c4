//! What a case states, under one another: people found, arrests, seizures, the route, countries
//! and the day. What no source states is named in one line.

use eframe::egui::{Stroke, Ui};

use super::evidence::{Counted, case_reports_ui, number_ui};
use super::links::drawer_link_ui;
use super::route::route_ui;
use super::style::SMALL;
use super::widgets::{caution_ui, headed_ui, note_ui, soft_ui, text_ui};
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Case, PartialDate, People, Report, Seizure, Who};
use crate::query::countries::List;
use crate::state::{Command, Drawer};
use crate::words::window::case::{self as said, Fact};

/// Every fact, in the order they stand.
const FACTS: [Fact; 9] = [
    Fact::Found,
    Fact::Alleged,
    Fact::Arrested,
    Fact::Suspected,
    Fact::Seized,
    Fact::Route,
    Fact::Countries,
    Fact::Day,
    Fact::Note,
];

/// Whether a case states a fact.
fn states(case: &Case, fact: Fact) -> bool {
    match fact {
        Fact::Found => !case.found.is_empty(),
        Fact::Alleged => !case.alleged.is_empty(),
        Fact::Arrested => !case.arrested.is_empty(),
        Fact::Suspected => !case.suspected.is_empty(),
        Fact::Seized => !case.seized.is_empty(),
        Fact::Route => !case.route.is_empty(),
        Fact::Countries => !case.countries.is_empty(),
        Fact::Day => case.date.is_some(),
        Fact::Note => case.note.is_some(),
    }
}

/// Draws the facts of a case.
pub fn facts_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, commands: &mut Vec<Command>) {
    let operation = atlas.operation(case.operation.as_str());
    let (stated, missed): (Vec<Fact>, Vec<Fact>) =
        FACTS.into_iter().partition(|fact| states(case, *fact));
    for fact in stated {
        headed_ui(ui, SMALL.medium().soft(), fact.heading());
        fact_ui(ui, atlas, case, fact, commands);
        ui.add_space(space::S);
        let rest = ui.available_rect_before_wrap();
        let line = Stroke::new(1.0, Palette::shown(ui.ctx()).grid);
        ui.painter().hline(rest.x_range(), rest.top(), line);
        ui.add_space(space::S);
    }
    if let Some(line) = said::not_reported(&missed, operation) {
        note_ui(ui, line);
    }
    let told = operation
        .and_then(|operation| said::not_on_the_list(case, operation, List::of(atlas, operation)));
    if let Some(told) = told {
        ui.add_space(space::XS);
        caution_ui(ui, &told);
    }
    ui.add_space(space::XL);
}

fn fact_ui(ui: &mut Ui, atlas: &Atlas, case: &Case, fact: Fact, commands: &mut Vec<Command>) {
    let reported_ui = |ui: &mut Ui, reports: &[Report], what| {
        number_ui(ui, atlas, reports, what);
        case_reports_ui(ui, atlas, reports);
    };
    match fact {
        Fact::Found => groups_ui(ui, atlas, &case.found),
        Fact::Alleged => {
            groups_ui(ui, atlas, &case.alleged);
            note_ui(ui, said::ALLEGED);
        }
        Fact::Arrested => reported_ui(ui, &case.arrested, Counted::Done(said::ARRESTED)),
        Fact::Suspected => {
            let (one, many) = said::SUSPECTS;
            reported_ui(ui, &case.suspected, Counted::Things(one, many));
            note_ui(ui, said::NOT_ARRESTED);
        }
        Fact::Seized => {
            for seizure in &case.seized {
                seizure_ui(ui, atlas, seizure);
            }
        }
        Fact::Route => route_ui(ui, &case.route),
        Fact::Countries => {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = space::M;
                for country in &case.countries {
                    let code = country.code().to_owned();
                    drawer_link_ui(ui, country.name(), || Drawer::Country { code }, commands);
                }
            });
        }
        Fact::Day => text_ui(ui, case.date.map(PartialDate::words).unwrap_or_default()),
        Fact::Note => text_ui(ui, case.note.clone().unwrap_or_default()),
    }
}

fn seizure_ui(ui: &mut Ui, atlas: &Atlas, seizure: &Seizure) {
    let what = match &seizure.unit {
        Some(unit) => format!("{unit}, {}", seizure.what),
        None => seizure.what.clone(),
    };
    if seizure.reports.is_empty() {
        text_ui(ui, said::without_amount(&what));
        return;
    }
    let counted = match seizure.unit {
        Some(_) => Counted::Done(&what),
        None => Counted::Things(&what, &what),
    };
    number_ui(ui, atlas, &seizure.reports, counted);
    case_reports_ui(ui, atlas, &seizure.reports);
}

fn groups_ui(ui: &mut Ui, atlas: &Atlas, groups: &[People]) {
    for (index, people) in groups.iter().enumerate() {
        if index > 0 {
            ui.add_space(space::S);
        }
        people_ui(ui, atlas, people);
    }
}

fn people_ui(ui: &mut Ui, atlas: &Atlas, people: &People) {
    let what = Counted::Things(people.who.name_of_one(), people.who.name());
    number_ui(ui, atlas, &people.reports, what);
    if people.who == Who::PeopleFound {
        note_ui(ui, said::STATUS_OPEN);
    }
    case_reports_ui(ui, atlas, &people.reports);
    let mut from: Vec<&str> = people
        .nationalities
        .iter()
        .map(|country| country.name())
        .collect();
    from.extend(people.regions.iter().map(String::as_str));
    if !from.is_empty() {
        soft_ui(ui, said::from(&from));
    }
    for among in &people.among {
        let what = said::of_them(among.who.name());
        number_ui(ui, atlas, &among.reports, Counted::Done(&what));
        case_reports_ui(ui, atlas, &among.reports);
    }
    if let Some(note) = &people.note {
        note_ui(ui, note.as_str());
    }
}
