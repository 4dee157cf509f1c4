//! The Countries table: its columns in a window of some width, their headers, its rows and what
//! a row says aloud.

use eframe::egui;
use egui::{Align, Rangef, Rect, Ui, pos2, vec2};

use super::participation::{Marks, explained, spoken as participation_spoken};
use super::style::{SMALL, TEXT};
use super::table::{
    GUTTER, List, ListRow, Sortable, Width, cell, columns, header_row, headers_ui, list_ui, within,
};
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Country};
use crate::query::countries::{CountryChoice, CountrySort, Standing};
use crate::state::{Command, Drawer, State};
use crate::words::{counted, listed_to_read};

/// Rows are this high where the region has a column of its own, and where it does not.
const ROW: (f32, f32) = (36.0, 48.0);

/// From this width on the region has a column of its own.
const WIDE: f32 = 720.0;

/// Where the columns stand in a page of some width.
pub struct Columns {
    /// How the operations are shown.
    pub marks: Marks,
    /// Whether the region has a column of its own.
    wide: bool,
    country: Rangef,
    region: Rangef,
    operations: Rangef,
    units: Rangef,
    cases: Rangef,
}

impl Columns {
    /// The columns of a width.
    pub fn of(ui: &Ui, atlas: &Atlas, across: Rangef) -> Self {
        let wide = across.span() >= WIDE;
        let across = Rangef::new(across.min + space::S, across.max - GUTTER);
        let room = across.span() * if wide { 0.42 } else { 0.46 };
        let marks = Marks::fitting(ui, atlas, room);
        let (region, units) = if wide {
            (Width::Share(0.8), 124.0)
        } else {
            (Width::Fixed(0.0), 56.0)
        };
        let operations = Width::Fixed(marks.width(atlas));
        let [country, region, operations, units, cases] = columns(
            across,
            [
                Width::Share(1.0),
                region,
                operations,
                Width::Fixed(units),
                Width::Fixed(48.0),
            ],
        );
        Self {
            marks,
            wide,
            country,
            region,
            operations,
            units,
            cases,
        }
    }

    /// What the table can be sorted by.
    fn sortable(&self) -> [Sortable<CountrySort>; 5] {
        let (country, region) = if self.wide {
            (self.country, self.region)
        } else {
            // One column holds both headers.
            let Rangef { min, max } = self.country;
            let middle = (min + space::XL * 3.0).min(self.country.center());
            (
                Rangef::new(min, middle),
                Rangef::new(middle + space::S, max),
            )
        };
        // Where each operation has a column, their names stand there and the caret beside.
        let (operations, took_part) = match self.marks {
            Marks::Words(_) => {
                let Rangef { min, max } = self.operations;
                (Rangef::new(min - space::M, max), "")
            }
            Marks::Ticks(_) | Marks::Counts => (self.operations, "Took part in"),
        };
        let unit = if self.wide {
            "Coordination unit"
        } else {
            "Unit"
        };
        let by_units = CountrySort::CoordinationUnits;
        let what = "operations taken part in";
        [
            Sortable::words(country, "Country", "country", CountrySort::Name),
            Sortable::words(region, "Region", "region", CountrySort::Region),
            Sortable::words(operations, took_part, what, CountrySort::Operations).largest_first(),
            Sortable::words(self.units, unit, "coordination units", by_units).largest_first(),
            Sortable::counts(self.cases, "Cases", "cases", CountrySort::Cases),
        ]
    }
}

/// Draws the table.
pub fn table_ui(
    ui: &mut Ui,
    state: &State,
    columns: &Columns,
    standings: &[Standing],
    order: &[usize],
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    let choice = &state.view.countries;
    ui.spacing_mut().item_spacing.y = 0.0;
    let header = header_row(ui);
    let sorted = (choice.sort, choice.descending);
    if let Some((sort, descending)) = headers_ui(ui, header, &columns.sortable(), sorted) {
        commands.push(Command::ChooseCountries(CountryChoice {
            sort,
            descending,
            ..choice.clone()
        }));
    }
    columns
        .marks
        .names_ui(ui, atlas, within(header, columns.operations));
    let at = |index: usize| standings.get(*order.get(index)?);
    let is_open = |index: &usize| match (&state.drawer, at(*index)) {
        (Some(Drawer::Country { code }), Some(standing)) => standing.country.code() == code,
        _ => false,
    };
    let list = List {
        name: "Countries",
        count: order.len(),
        height: if columns.wide { ROW.0 } else { ROW.1 },
        chosen: (0..order.len()).find(is_open),
    };
    let picked = list_ui(
        ui,
        &list,
        at,
        |standing| spoken(atlas, standing),
        |ui, row, standing| {
            row_ui(ui, atlas, row, columns, standing);
            let pointer = row.response.hover_pos();
            if pointer.is_some_and(|at| columns.operations.contains(at.x)) {
                let words = explained(atlas, standing.country);
                row.response.clone().on_hover_text_at_pointer(words);
            }
        },
    );
    if let Some(standing) = picked {
        let code = standing.country.code().to_owned();
        commands.push(Command::OpenDrawer(Drawer::Country { code }));
    }
}

fn row_ui(ui: &Ui, atlas: &Atlas, row: &ListRow, columns: &Columns, standing: &Standing) {
    let country = standing.country;
    let (top, bottom) = row.rect.split_top_bottom_at_fraction(0.5);
    let (first, about, style) = if columns.wide {
        (row.rect, within(row.rect, columns.region), TEXT)
    } else {
        let about = within(bottom.translate(vec2(0.0, -4.0)), columns.country);
        (top.translate(vec2(0.0, 2.0)), about, SMALL)
    };
    let first = within(first, columns.country);
    // The code follows the name, which leaves it room.
    let name = first.with_max_x(first.right() - 36.0);
    let width = cell(ui, name, TEXT.medium(), country.name(), Align::Min);
    let code = first.with_min_x(first.left() + width + space::S);
    cell(ui, code, SMALL.faint(), country.code(), Align::Min);
    cell(ui, about, style.soft(), &region(country), Align::Min);
    let operations = within(row.rect, columns.operations);
    columns.marks.marks_ui(ui, atlas, operations, standing);
    let units = within(row.rect, columns.units);
    units_ui(ui, atlas, units, columns.wide, standing);
    if standing.cases > 0 {
        let cases = within(row.rect, columns.cases);
        cell(ui, cases, TEXT, &standing.cases.to_string(), Align::Max);
    }
}

/// A country's sub-region, with the region in front where the name does not tell it.
fn region(country: Country) -> String {
    let (region, subregion) = (country.region().name(), country.subregion());
    // "Americas" is told by "South America", "Antarctica" by itself.
    if subregion.contains(region.trim_end_matches('s')) {
        subregion.to_owned()
    } else {
        format!("{region} · {subregion}")
    }
}

/// A dot for each operation with a unit in the country, and its name where it is the only one.
fn units_ui(ui: &Ui, atlas: &Atlas, rect: Rect, wide: bool, standing: &Standing) {
    let palette = Palette::shown(ui.ctx());
    let mut left = rect.left();
    let most = (rect.width() / space::M) as usize;
    for &place in standing.coordination_units.iter().take(most) {
        let dot = pos2(left + 4.0, rect.center().y);
        ui.painter()
            .circle_filled(dot, 4.0, palette.series(atlas.number(place)));
        left += space::M;
    }
    if let ([one], true) = (standing.coordination_units.as_slice(), wide)
        && let Some(operation) = atlas.operations.get(*one)
    {
        let rest = rect.with_min_x(left + 4.0);
        cell(ui, rest, TEXT.soft(), &operation.name, Align::Min);
    }
}

/// A row in one sentence: "Togo, Western Africa, took part in Liberterra II, list of
/// Liberterra III unknown, 1 case".
fn spoken(atlas: &Atlas, standing: &Standing) -> String {
    let country = standing.country;
    let mut parts = vec![country.name().to_owned(), region(country)];
    parts.extend(participation_spoken(atlas, country));
    let units: Vec<&str> = standing
        .coordination_units
        .iter()
        .filter_map(|&place| atlas.operations.get(place))
        .map(|operation| operation.name.as_str())
        .collect();
    if !units.is_empty() {
        parts.push(format!("coordination unit of {}", listed_to_read(&units)));
    }
    if standing.cases > 0 {
        parts.push(counted(standing.cases, "case", "cases"));
    }
    parts.join(", ")
}
