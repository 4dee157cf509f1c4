//! The columns of the Countries table: where they stand in a window of some width, and their
//! headers.

use eframe::egui;
use egui::{Align, Rangef, Rect, Ui};

use super::country_rows::UNKNOWN;
use super::table::{GUTTER, Sorted, Width, cell, columns, header_ui, within};
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::model::Atlas;
use crate::query::countries::{CountryChoice, CountrySort};
use crate::state::Command;

/// From this width on the region has a column of its own.
const WIDE: f32 = 720.0;

/// Up to so many operations each have their own column of marks; more become ticks.
const MARKED: usize = 3;

/// Where the columns stand in a page of some width.
pub struct Layout {
    /// Whether the region has a column of its own.
    pub wide: bool,
    pub country: Rangef,
    pub region: Rangef,
    pub operations: Rangef,
    pub units: Rangef,
    pub cases: Rangef,
    /// The width of one operation's marks; `None` when operations are ticks.
    pub mark: Option<f32>,
}

impl Layout {
    /// The layout of a width.
    pub fn of(ui: &Ui, atlas: &Atlas, across: Rangef) -> Self {
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
pub const TICKS_AT: f32 = 28.0;

/// From one tick to the next.
pub const TICK: f32 = 8.0;

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

/// What the ticks mean, where operations are shown as ticks.
pub fn key(ui: &Ui, atlas: &Atlas) -> &'static str {
    let across = ui.available_rect_before_wrap().x_range();
    match Layout::of(ui, atlas, across).mark {
        Some(_) => "",
        None => {
            "A full tick: took part. A hollow tick: list unknown. A point: not on a complete list."
        }
    }
}

/// Draws the headers that sort.
pub fn headers_ui(
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

/// The operations' names over their columns of marks.
pub fn names_ui(ui: &Ui, atlas: &Atlas, rect: Rect, width: f32) {
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
pub fn slot(rect: Rect, place: usize, width: f32) -> Rect {
    let left = rect.left() + place as f32 * width;
    Rect::from_x_y_ranges(left..=left + width - space::S, rect.y_range())
}
