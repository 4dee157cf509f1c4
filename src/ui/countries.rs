//! The Countries page: who took part in what, as a list, a grid or a map that can be narrowed, with what
//! the lists leave open.

use eframe::egui;
use egui::{Align, Layout, Rect, Role, ScrollArea, Ui, UiBuilder, pos2};

use super::country_matrix::{Matrix, heads_alone_ui, matrix_ui};
use super::kept::kept;
use super::kin::Kin;
use super::narrow::{Facet, Searched, chip_ui, facet_ui, facets_ui, search_line_ui};
use super::panel_parts::Parts;
use super::participation::{key_ui, lists, standings};
use super::tool_button::{HEIGHT, Look, ToolButton};
use super::widgets::{action_ui, caution_ui, empty_ui, sheet_ui, title_ui};
use super::{compare, fill, picture_sheet, regions};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::{Atlas, Region};
use crate::query::countries::{self, Answer, CountryChoice, List, Standing, Wanted};
use crate::state::{Command, CountriesAs, State};
use crate::words::window::{compare as words, countries as said, pages};

/// How wide the page must be for what fills a map to stand beside the page's title.
const BESIDE_TITLE: f32 = 560.0;

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let choice = &state.view.countries;
    let standings = standings(ui.ctx(), atlas);
    let lists = lists(ui.ctx(), atlas);
    let answer = kept(ui.ctx(), "countries shown", atlas, choice, || {
        countries::answer(atlas, &standings, &lists, choice)
    });
    sheet_ui(ui, |ui| {
        let corner = ui.available_rect_before_wrap();
        title_ui(ui, pages::COUNTRIES, &said::counts(&standings, &lists));
        shown_as_ui(ui, corner, state, commands);
        if atlas.operations.is_empty() {
            let (title, text) = said::NONE;
            empty_ui(ui, icons::GLOBE, title, text, None);
            return;
        }
        ui.add_space(space::S);
        narrow_ui(ui, state, (&standings, &lists), &answer, commands);
        if let Some(told) = said::left_open(atlas, &answer) {
            ui.add_space(space::XS);
            caution_ui(ui, &told);
        }
        ui.add_space(space::S);
        let matrix = Matrix {
            state,
            standings: &standings,
            lists: &lists,
            answer: &answer,
        };
        match state.view.countries_as {
            // The heads stay, by whose menus what is asked for goes on or is taken back.
            CountriesAs::List if answer.shown.is_empty() && choice.narrows() => {
                heads_alone_ui(ui, &matrix, commands);
                nothing_ui(ui, atlas, choice, commands);
            }
            CountriesAs::List | CountriesAs::Grid if answer.shown.is_empty() => {
                nothing_ui(ui, atlas, choice, commands);
            }
            CountriesAs::Grid | CountriesAs::Map => picture_ui(ui, state, commands),
            CountriesAs::List => {
                key_ui(ui);
                ui.add_space(space::XS);
                matrix_ui(ui, &matrix, commands);
            }
        }
    });
}

/// The picture of the countries asked for, as it is exported.
fn picture_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let spec = compare::said(ui.ctx(), state);
    let kin = Kin::shown(ui.ctx(), state);
    let parts = Parts {
        state,
        spec: &spec,
        kin: &kin,
    };
    let room = ui.available_height() - space::S;
    ScrollArea::vertical()
        .id_salt("picture of countries")
        .auto_shrink(false)
        .show(ui, |ui| {
            // The outline lies around the sheet.
            ui.add_space(1.0);
            picture_sheet::drawn_ui(ui, &parts, room, commands);
            regions::in_sight(ui);
        });
}

/// As what the countries are shown, at the right of the page's title.
fn shown_as_ui(ui: &mut Ui, page: Rect, state: &State, commands: &mut Vec<Command>) {
    let wide = page.width() >= BESIDE_TITLE;
    let buttons = CountriesAs::ALL.map(|shown_as| {
        let (icon, [text, name]) = match shown_as {
            CountriesAs::List => (icons::LIST, said::AS_LIST),
            CountriesAs::Grid => (icons::TABLE, said::AS_GRID),
            CountriesAs::Map => (icons::GLOBE, said::AS_MAP),
        };
        let button = if wide {
            ToolButton::text(text).with_icon(icon).spoken(name)
        } else {
            ToolButton::icon(icon, name)
        };
        let is_shown = shown_as == state.view.countries_as;
        (shown_as, name, button.look(Look::Bare).chosen(is_shown))
    });
    let filled = words::filled(state.view.fill.name());
    let fill = fill_button(state, &filled).filter(|_| wide);
    let widths = buttons.iter().map(|(.., button)| button.width(ui));
    let widths = widths.chain(fill.iter().map(|button| button.width(ui)));
    let width = widths.map(|width| width + space::XS).sum::<f32>() - space::XS;
    let line = Rect::from_min_max(
        pos2(page.right() - width, page.top()),
        pos2(page.right(), page.top() + HEIGHT),
    );
    // It takes no room of its own: the title stands beside it.
    let layout = Layout::left_to_right(Align::Center);
    let mut ui = ui.new_child(UiBuilder::new().max_rect(line).layout(layout));
    ui.spacing_mut().item_spacing.x = space::XS;
    if let Some(button) = fill {
        fill::menu_ui(&button.show(&mut ui), state, commands);
    }
    regions::group_ui(&mut ui, (Role::RadioGroup, said::SHOWN_AS), |ui| {
        for (shown_as, name, button) in buttons {
            if button.show(ui).on_hover_text(name).clicked() {
                commands.push(Command::ShowCountriesAs(shown_as));
            }
        }
    });
}

/// What says by what a map is filled, where one is shown.
fn fill_button<'a>(state: &State, filled: &'a str) -> Option<ToolButton<'a>> {
    let button = ToolButton::text(state.view.fill.name());
    let button = button.spoken(filled).opening_menu();
    (state.view.countries_as == CountriesAs::Map).then_some(button)
}

/// The search, the menus, and a chip for what is wanted of each operation.
fn narrow_ui(
    ui: &mut Ui,
    state: &State,
    (standings, lists): (&[Standing], &[List]),
    answer: &Answer,
    commands: &mut Vec<Command>,
) {
    let (atlas, choice) = (&state.atlas, &state.view.countries);
    let (one, many) = said::COUNTED;
    let list = Searched {
        one,
        many,
        hint: said::SEARCH,
        typed: &choice.typed,
        shown: answer.shown.len(),
        all: standings
            .iter()
            .filter(|one| one.is_mentioned())
            .count()
            .max(answer.shown.len()),
    };
    let mut chosen = choice.clone();
    let typed = search_line_ui(ui, &list, |ui| {
        let regions = regions(standings);
        let now = choice.region.as_deref().map(|name| (name, name));
        if let Some(region) = facet_ui(ui, said::REGION, now, &regions) {
            chosen.region = region;
        }
        let operations = operations(atlas, standings, lists);
        let now = said::took_part_in(atlas, choice);
        let now = now.as_ref().map(|(key, name)| (*key, name.as_str()));
        let menu = [said::TOOK_PART_IN, said::WHETHER_OR_NOT];
        if let Some(id) = facets_ui(ui, menu, now, &operations) {
            match id {
                Some(id) => {
                    chosen.operations.insert(id, Wanted::InAll);
                }
                None => chosen.operations.clear(),
            }
        }
        let filled = words::filled(state.view.fill.name());
        let fill = fill_button(state, &filled);
        if let Some(button) = fill.filter(|_| ui.max_rect().width() < BESIDE_TITLE) {
            fill::menu_ui(&button.show(ui), state, commands);
        }
    });
    if let Some(typed) = typed {
        chosen.typed = typed;
    }
    if !choice.operations.is_empty() || !state.view.only.is_empty() {
        ui.add_space(space::XS);
        ui.horizontal_wrapped(|ui| {
            if let Some(text) = said::chosen(&state.view.only)
                && chip_ui(ui, &text, &said::take_off(&text))
            {
                commands.push(Command::EveryCountry);
            }
            for (id, wanted) in &choice.operations {
                let name = atlas.operation(id).map_or(id.as_str(), |one| &one.name);
                let text = wanted.chip(name);
                if chip_ui(ui, &text, &said::take_off(&text)) {
                    chosen.operations.remove(id);
                }
            }
            let (clear, name) = said::CLEAR;
            if !choice.operations.is_empty() && action_ui(ui, icons::X, clear, name).clicked() {
                chosen = choice.of_all();
            }
        });
    }
    if chosen != *choice {
        commands.push(Command::ChooseCountries(chosen));
    }
}

/// The regions of the countries there are.
fn regions(standings: &[Standing]) -> Vec<Facet> {
    let facets = Region::ALL.into_iter().map(|region| Facet {
        key: region.name().to_owned(),
        name: region.name().to_owned(),
        count: standings
            .iter()
            .filter(|one| one.is_mentioned() && one.country.region() == region)
            .count(),
        open: false,
    });
    facets.filter(|facet| facet.count > 0).collect()
}

/// The operations, with how many are known to have taken part in each.
fn operations(atlas: &Atlas, standings: &[Standing], lists: &[List]) -> Vec<Facet> {
    let mut counts = vec![0; atlas.operations.len()];
    for &place in standings.iter().flat_map(|one| &one.took_part) {
        if let Some(count) = counts.get_mut(place) {
            *count += 1;
        }
    }
    let operations = atlas.operations.iter().zip(counts).zip(lists);
    let facets = operations.map(|((operation, count), list)| Facet {
        key: operation.id.to_string(),
        name: operation.name.clone(),
        count,
        open: *list != List::Complete,
    });
    facets.collect()
}

fn nothing_ui(ui: &mut Ui, atlas: &Atlas, choice: &CountryChoice, commands: &mut Vec<Command>) {
    if !choice.narrows() {
        empty_ui(ui, icons::GLOBE, said::NONE_NAMED, "", None);
        return;
    }
    let mut text = said::asked_for(atlas, choice);
    if !choice.typed.trim().is_empty() {
        text = format!("{text} {}", said::SEARCHED);
    }
    let way_out = Some(said::SHOW_ALL);
    if empty_ui(ui, icons::MAGNIFYING_GLASS, said::NO_MATCH, &text, way_out) {
        commands.push(Command::ChooseCountries(choice.of_all()));
    }
}
