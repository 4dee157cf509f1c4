//! The Countries page: who is on a published list, what the lists leave open, coordination
//! units and cases.

use std::sync::Arc;

use eframe::egui;
use egui::{Align, Rangef, Rect, Stroke, Ui, pos2};

use super::kept::kept;
use super::table::{
    GUTTER, List, Row, Sorted, Width, cell, columns, header_row, header_ui, line, list_ui, within,
};
use super::widgets::{Facet, counted, empty_ui, facet_ui, note_ui, search_ui, sheet_ui, title_ui};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::model::{Atlas, Operation};
use crate::query::countries::{self, CountryChoice, CountrySort, Standing};
use crate::state::{Command, Drawer, State};

/// Rows are this high where the region has a column of its own, and where it does not.
const ROW: (f32, f32) = (36.0, 48.0);

/// From this width on the region has a column of its own.
const WIDE: f32 = 720.0;

/// Up to so many operations each have their own column of marks; more become ticks.
const MARKED: usize = 3;

/// Every country's standing, worked out once for an atlas.
pub fn standings(ctx: &egui::Context, atlas: &Arc<Atlas>) -> Arc<Vec<Standing>> {
    kept(ctx, "standings of countries", atlas, &(), || {
        countries::standings(atlas)
    })
}

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let choice = &state.view.countries;
    let standings = standings(ui.ctx(), atlas);
    let order = kept(ui.ctx(), "countries shown", atlas, choice, || {
        countries::arranged(atlas, &standings, choice)
    });
    sheet_ui(ui, |ui| {
        title_ui(ui, "Countries", &counts(atlas, &standings));
        if atlas.operations.is_empty() {
            empty_ui(
                ui,
                icons::GLOBE,
                "No countries",
                "No dataset with operations is open.",
                None,
            );
            return;
        }
        let across = ui.available_rect_before_wrap().x_range();
        let key = if Layout::of(ui, atlas, across).mark.is_some() {
            ""
        } else {
            KEY
        };
        let sentence = countries::lists_sentence(atlas).unwrap_or_default();
        note_ui(ui, format!("{sentence} {key}").trim());
        ui.add_space(space::S);
        controls_ui(ui, atlas, choice, &standings, order.len(), commands);
        ui.add_space(space::XS);
        if order.is_empty() {
            nothing_ui(ui, atlas, choice, commands);
            return;
        }
        table_ui(ui, state, &standings, &order, commands);
    });
}

/// "116 countries on published lists · counted without a list: Liberterra III (119)".
fn counts(atlas: &Atlas, standings: &[Standing]) -> String {
    let listed = countries::listed(standings);
    let mut parts = vec![format!(
        "{} on published lists",
        counted(listed, "country", "countries")
    )];
    let missing: Vec<String> = countries::unlisted(atlas)
        .into_iter()
        .filter(|operation| operation.countries.listed.is_empty())
        .map(
            |operation| match atlas.preferred(&operation.countries.count) {
                Some(report) => format!("{} ({})", operation.name, report.quantity.short()),
                None => operation.name.clone(),
            },
        )
        .collect();
    match missing.len() {
        0 => {}
        1..=3 => parts.push(format!("counted without a list: {}", missing.join(", "))),
        many => parts.push(format!("{many} operations published no list")),
    }
    parts.join(" · ")
}

fn controls_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    choice: &CountryChoice,
    standings: &[Standing],
    shown: usize,
    commands: &mut Vec<Command>,
) {
    ui.horizontal(|ui| {
        let width = (ui.available_width() * 0.45).clamp(200.0, 320.0);
        if let Some(typed) = search_ui(ui, "countries", &choice.typed, "Search countries", width) {
            commands.push(Command::ChooseCountries(CountryChoice {
                typed,
                ..choice.clone()
            }));
        }
        let facets: Vec<Facet> = atlas
            .operations
            .iter()
            .enumerate()
            .filter(|(_, operation)| !operation.countries.listed.is_empty())
            .map(|(place, operation)| Facet {
                key: operation.id.to_string(),
                name: operation.name.clone(),
                count: standings
                    .iter()
                    .filter(|one| one.took_part.contains(&place))
                    .count(),
            })
            .collect();
        let chosen = choice.operation.as_deref();
        let name = chosen
            .and_then(|id| atlas.operation(id))
            .map_or("", |one| one.name.as_str());
        if let Some(operation) = facet_ui(ui, "Operation", chosen, name, &facets) {
            commands.push(Command::ChooseCountries(CountryChoice {
                operation,
                ..choice.clone()
            }));
        }
        ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
            let text = if shown == standings.len() {
                counted(shown, "country", "countries")
            } else {
                format!(
                    "{shown} of {}",
                    counted(standings.len(), "country", "countries")
                )
            };
            note_ui(ui, text);
        });
    });
}

fn nothing_ui(ui: &mut Ui, atlas: &Atlas, choice: &CountryChoice, commands: &mut Vec<Command>) {
    let typed = choice.typed.trim();
    let operation = choice
        .operation
        .as_deref()
        .and_then(|id| atlas.operation(id));
    let title = match (typed.is_empty(), operation) {
        (false, None) => format!("No country matches “{typed}”"),
        (false, Some(operation)) => format!(
            "No country on the list of {} matches “{typed}”",
            operation.name
        ),
        (true, Some(operation)) => format!("{} has no list", operation.name),
        (true, None) => "No country is named in the open datasets".to_owned(),
    };
    let mut text = operation
        .and_then(|operation| countries::list_gap(atlas, operation))
        .map(|gap| format!("{gap}."))
        .unwrap_or_default();
    if !typed.is_empty() {
        text = format!("Names, other names, codes and regions were searched. {text}");
    }
    let narrowed = !typed.is_empty() || choice.operation.is_some();
    if empty_ui(
        ui,
        icons::MAGNIFYING_GLASS,
        &title,
        text.trim(),
        narrowed.then_some("Show every country"),
    ) {
        commands.push(Command::ChooseCountries(CountryChoice {
            typed: String::new(),
            operation: None,
            ..choice.clone()
        }));
    }
}

/// Where the columns stand in a page of some width.
struct Layout {
    /// Whether the region has a column of its own.
    wide: bool,
    country: Rangef,
    region: Rangef,
    operations: Rangef,
    units: Rangef,
    cases: Rangef,
    /// The width of one operation's marks; `None` when operations are ticks.
    mark: Option<f32>,
}

impl Layout {
    fn of(ui: &Ui, atlas: &Atlas, across: Rangef) -> Self {
        let wide = across.span() >= WIDE;
        let across = Rangef::new(across.min + space::S, across.max - GUTTER);
        let marks = mark_width(ui, atlas);
        let count = atlas.operations.len();
        let room = across.span() * if wide { 0.42 } else { 0.46 };
        let mark = (count <= MARKED && marks * count as f32 <= room).then_some(marks);
        let operations = match mark {
            Some(mark) => mark * count as f32,
            // At least the header's width.
            None => (TICKS_AT + count as f32 * TICK).max(84.0),
        };
        let region = if wide {
            Width::Share(0.8)
        } else {
            Width::Fixed(0.0)
        };
        let units = if wide { 124.0 } else { 56.0 };
        let widths = [
            Width::Share(1.0),
            region,
            Width::Fixed(operations),
            Width::Fixed(units),
            Width::Fixed(48.0),
        ];
        let found = columns(across, &widths);
        let at = |index: usize| found.get(index).copied().unwrap_or(Rangef::NOTHING);
        Self {
            wide,
            country: at(0),
            region: at(1),
            operations: at(2),
            units: at(3),
            cases: at(4),
            mark,
        }
    }
}

/// The ticks begin behind the count, this far in.
const TICKS_AT: f32 = 28.0;

/// From one tick to the next.
const TICK: f32 = 8.0;

/// What the widest operation's name or word takes.
fn mark_width(ui: &Ui, atlas: &Atlas) -> f32 {
    let width = |text: &str, weight, points| {
        let color = egui::Color32::PLACEHOLDER;
        ui.painter()
            .layout_no_wrap(text.to_owned(), font(weight, points), color)
            .size()
            .x
    };
    let words = space::L + width(UNKNOWN, Weight::Regular, size::TEXT);
    let names = atlas
        .operations
        .iter()
        .map(|one| width(&one.name, Weight::Medium, size::SMALL));
    names.fold(words, f32::max) + space::L
}

/// What the ticks mean.
const KEY: &str =
    "A full tick: took part. A hollow tick: list unknown. A point: not on a complete list.";

/// What stands where an operation's list names the country.
const LISTED: &str = "took part";

/// What stands where an operation's list cannot tell.
const UNKNOWN: &str = "list unknown";

/// What stands where a complete list does not name the country.
const NOT_LISTED: &str = "not listed";

fn table_ui(
    ui: &mut Ui,
    state: &State,
    standings: &[Standing],
    order: &[usize],
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    ui.spacing_mut().item_spacing.y = 0.0;
    let header = header_row(ui);
    let layout = Layout::of(ui, atlas, header.x_range());
    headers_ui(ui, header, &layout, &state.view.countries, commands);
    if let Some(width) = layout.mark {
        names_ui(ui, atlas, within(header, layout.operations), width);
    }
    let open = match &state.drawer {
        Some(Drawer::Country { code }) => order.iter().position(|&place| {
            standings
                .get(place)
                .is_some_and(|standing| standing.country.code() == code)
        }),
        _ => None,
    };
    let list = List {
        name: "Countries",
        count: order.len(),
        height: if layout.wide { ROW.0 } else { ROW.1 },
        chosen: open,
        choosing: open.is_some(),
    };
    let at = |index: usize| order.get(index).and_then(|&place| standings.get(place));
    let picked = list_ui(
        ui,
        &list,
        |index| at(index).map_or_else(String::new, |standing| spoken(atlas, standing)),
        |ui, row| {
            if let Some(standing) = at(row.index) {
                row_ui(ui, atlas, row, &layout, standing);
                let pointer = row.response.hover_pos();
                if pointer.is_some_and(|at| layout.operations.contains(at.x)) {
                    row.response
                        .clone()
                        .on_hover_text_at_pointer(spoken(atlas, standing));
                }
            }
        },
    );
    if let Some(standing) = picked.and_then(at) {
        let code = standing.country.code().to_owned();
        commands.push(Command::OpenDrawer(Drawer::Country { code }));
    }
}

fn headers_ui(
    ui: &mut Ui,
    header: Rect,
    layout: &Layout,
    choice: &CountryChoice,
    commands: &mut Vec<Command>,
) {
    let mut column =
        |ui: &mut Ui, across: Rangef, title: &str, what: &str, sort: CountrySort, align| {
            // Names begin at A, counts at the largest: that is what the carets show.
            let counts = match sort {
                CountrySort::Name | CountrySort::Region => false,
                CountrySort::Operations | CountrySort::CoordinationUnits | CountrySort::Cases => {
                    true
                }
            };
            let sorted = match (choice.sort == sort, choice.descending != counts) {
                (false, _) => Sorted::No,
                (true, false) => Sorted::Up,
                (true, true) => Sorted::Down,
            };
            if header_ui(ui, within(header, across), title, what, sorted, align).clicked() {
                let descending = choice.sort == sort && !choice.descending;
                commands.push(Command::ChooseCountries(CountryChoice {
                    sort,
                    descending,
                    ..choice.clone()
                }));
            }
        };
    if layout.wide {
        column(
            ui,
            layout.country,
            "Country",
            "country",
            CountrySort::Name,
            Align::Min,
        );
        column(
            ui,
            layout.region,
            "Region",
            "region",
            CountrySort::Region,
            Align::Min,
        );
    } else {
        let (name, region) = layout.country.split_at_half();
        column(
            ui,
            name,
            "Country",
            "country",
            CountrySort::Name,
            Align::Min,
        );
        column(
            ui,
            region,
            "Region",
            "region",
            CountrySort::Region,
            Align::Min,
        );
    }
    let sort = CountrySort::Operations;
    // Where each operation has a column of marks, their names stand here and the caret beside.
    let (across, title) = match layout.mark {
        Some(_) => (
            Rangef::new(layout.operations.min - space::M, layout.operations.max),
            "",
        ),
        None => (layout.operations, "Took part in"),
    };
    column(
        ui,
        across,
        title,
        "operations taken part in",
        sort,
        Align::Min,
    );
    let units = if layout.wide {
        "Coordination unit"
    } else {
        "Unit"
    };
    let sort = CountrySort::CoordinationUnits;
    column(
        ui,
        layout.units,
        units,
        "coordination units",
        sort,
        Align::Min,
    );
    column(
        ui,
        layout.cases,
        "Cases",
        "cases",
        CountrySort::Cases,
        Align::Max,
    );
}

/// Halves of a column that holds two headers.
trait Halves {
    fn split_at_half(self) -> (Self, Self)
    where
        Self: Sized;
}

impl Halves for Rangef {
    fn split_at_half(self) -> (Self, Self) {
        let middle = (self.min + space::XL * 3.0).min(self.center());
        (
            Self::new(self.min, middle),
            Self::new(middle + space::S, self.max),
        )
    }
}

fn row_ui(ui: &Ui, atlas: &Atlas, row: &Row, layout: &Layout, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    let country = standing.country;
    let small = font(Weight::Regular, size::SMALL);
    let text = font(Weight::Regular, size::TEXT);
    let (top, bottom) = row.rect.split_top_bottom_at_fraction(0.5);
    let name_rect = if layout.wide {
        row.rect
    } else {
        top.translate(egui::vec2(0.0, 2.0))
    };
    let place = within(name_rect, layout.country);
    let code_width = 36.0;
    let room = place.with_max_x(place.right() - code_width);
    let width = cell(
        ui,
        room,
        country.name(),
        font(Weight::Medium, size::TEXT),
        palette.ink,
        Align::Min,
    );
    let code = place.with_min_x(place.left() + width + space::S);
    cell(
        ui,
        code,
        country.code(),
        small.clone(),
        palette.ink_faint,
        Align::Min,
    );
    if layout.wide {
        let at = within(row.rect, layout.region);
        cell(ui, at, &region(country), text, palette.ink_soft, Align::Min);
    } else {
        let at = within(bottom.translate(egui::vec2(0.0, -4.0)), layout.country);
        cell(
            ui,
            at,
            &region(country),
            small.clone(),
            palette.ink_soft,
            Align::Min,
        );
    }
    let operations = within(row.rect, layout.operations);
    match layout.mark {
        Some(mark) => marks_ui(ui, atlas, operations, mark, standing),
        None => ticks_ui(ui, atlas, operations, standing),
    }
    units_ui(
        ui,
        atlas,
        within(row.rect, layout.units),
        layout.wide,
        standing,
    );
    if standing.cases > 0 {
        let cases = standing.cases.to_string();
        let at = within(row.rect, layout.cases);
        cell(
            ui,
            at,
            &cases,
            font(Weight::Regular, size::TEXT),
            palette.ink,
            Align::Max,
        );
    }
}

/// A country's sub-region, with the region in front where the name does not tell it.
fn region(country: crate::model::Country) -> String {
    let (region, subregion) = (country.region().name(), country.subregion());
    // "Americas" is told by "South America", "Antarctica" by itself.
    if subregion.contains(region.trim_end_matches('s')) {
        subregion.to_owned()
    } else {
        format!("{region} · {subregion}")
    }
}

/// The operations' names over their columns of marks.
fn names_ui(ui: &Ui, atlas: &Atlas, rect: Rect, width: f32) {
    let palette = Palette::shown(ui.ctx());
    for (place, operation) in atlas.operations.iter().enumerate() {
        let slot = slot(rect, place, width);
        let font = font(Weight::Medium, size::SMALL);
        cell(
            ui,
            slot,
            &operation.name,
            font,
            palette.ink_soft,
            Align::Min,
        );
    }
}

/// Where an operation's marks stand.
fn slot(rect: Rect, place: usize, width: f32) -> Rect {
    let left = rect.left() + place as f32 * width;
    Rect::from_x_y_ranges(left..=left + width - space::S, rect.y_range())
}

/// One mark for each operation with its words.
fn marks_ui(ui: &Ui, atlas: &Atlas, rect: Rect, width: f32, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    for (place, operation) in atlas.operations.iter().enumerate() {
        let slot = slot(rect, place, width);
        let dot = pos2(slot.left() + 5.0, slot.center().y);
        let words = slot.with_min_x(slot.left() + space::L);
        let text = font(Weight::Regular, size::TEXT);
        match part(atlas, place, operation, standing) {
            Some(true) => {
                ui.painter().circle_filled(dot, 4.5, palette.series(place));
                cell(ui, words, LISTED, text, palette.ink, Align::Min);
            }
            None => {
                ui.painter()
                    .circle_stroke(dot, 4.0, Stroke::new(1.5, palette.series(place)));
                cell(ui, words, UNKNOWN, text, palette.ink_faint, Align::Min);
            }
            Some(false) => {
                cell(ui, words, NOT_LISTED, text, palette.ink_faint, Align::Min);
            }
        }
    }
}

/// Whether a country took part; `None` when the list cannot tell.
fn part(atlas: &Atlas, place: usize, operation: &Operation, standing: &Standing) -> Option<bool> {
    if standing.took_part.contains(&place) {
        return Some(true);
    }
    operation.countries.is_complete(atlas).then_some(false)
}

/// A count and one tick for each operation: full, hollow where nobody can tell, else a point.
fn ticks_ui(ui: &Ui, atlas: &Atlas, rect: Rect, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    let count = standing.took_part.len();
    let color = if count == 0 {
        palette.ink_faint
    } else {
        palette.ink
    };
    let number = rect.with_max_x(rect.left() + 18.0);
    cell(
        ui,
        number,
        &count.to_string(),
        font(Weight::Regular, size::TEXT),
        color,
        Align::Max,
    );
    for (place, operation) in atlas.operations.iter().enumerate() {
        let x = rect.left() + TICKS_AT + place as f32 * TICK;
        let tick = Rect::from_center_size(pos2(x + 3.0, rect.center().y), egui::vec2(5.0, 14.0));
        match part(atlas, place, operation, standing) {
            Some(true) => {
                ui.painter().rect_filled(tick, 1, palette.series(place));
            }
            None => {
                let stroke = Stroke::new(1.0, palette.tint(palette.ink_faint, 0.55));
                ui.painter()
                    .rect_stroke(tick, 1, stroke, egui::StrokeKind::Inside);
            }
            Some(false) => {
                ui.painter()
                    .circle_filled(tick.center(), 1.0, palette.ink_faint);
            }
        }
    }
}

fn units_ui(ui: &Ui, atlas: &Atlas, rect: Rect, wide: bool, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    let mut left = rect.left();
    for &place in &standing.coordination_units {
        ui.painter().circle_filled(
            pos2(left + 4.0, rect.center().y),
            4.0,
            palette.series(place),
        );
        left += space::M;
    }
    let name = match standing.coordination_units.as_slice() {
        [one] if wide => atlas
            .operations
            .get(*one)
            .map(|operation| operation.name.as_str()),
        _ => None,
    };
    if let Some(name) = name {
        let galley = line(
            ui,
            name,
            font(Weight::Regular, size::TEXT),
            palette.ink_soft,
            rect.right() - left - 4.0,
        );
        let y = (rect.center().y - galley.size().y / 2.0).round();
        ui.painter()
            .galley(pos2(left + 4.0, y), galley, palette.ink_soft);
    }
}

/// A row in one sentence: "Togo, Western Africa, took part in Liberterra II, list of
/// Liberterra III unknown, 1 case".
fn spoken(atlas: &Atlas, standing: &Standing) -> String {
    let mut parts = vec![standing.country.name().to_owned(), region(standing.country)];
    let names = |wanted: Option<bool>| {
        let names: Vec<&str> = atlas
            .operations
            .iter()
            .enumerate()
            .filter(|(place, operation)| part(atlas, *place, operation, standing) == wanted)
            .map(|(_, operation)| operation.name.as_str())
            .collect();
        (!names.is_empty()).then(|| names.join(" and "))
    };
    if let Some(names) = names(Some(true)) {
        parts.push(format!("took part in {names}"));
    }
    if let Some(names) = names(Some(false)) {
        parts.push(format!("not on the list of {names}"));
    }
    if let Some(names) = names(None) {
        parts.push(format!("list of {names} unknown"));
    }
    let units: Vec<&str> = standing
        .coordination_units
        .iter()
        .filter_map(|&place| atlas.operations.get(place))
        .map(|operation| operation.name.as_str())
        .collect();
    if !units.is_empty() {
        parts.push(format!("coordination unit of {}", units.join(" and ")));
    }
    if standing.cases > 0 {
        parts.push(counted(standing.cases, "case", "cases"));
    }
    parts.join(", ")
}
