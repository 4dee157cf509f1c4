//! The heads over the columns of operations: grouped by family, each with its short name, its
//! year and what its list leaves open; and the menu behind each.

use std::ops::Range;

use eframe::egui;
use egui::accesskit::SortDirection;
use egui::{
    Align, Button, CursorIcon, Id, Popup, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

use super::heads::names_over;
use super::regions;
use super::style::{SMALL, TEXT};
use super::table::cell;
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::model::{Atlas, Operation};
use crate::query::countries::{CountryChoice, List, Wanted};
use crate::state::{Command, Drawer, State};
use crate::words::window::countries as said;

/// The height of the heads.
pub const HEIGHT: f32 = 84.0;

/// The least and the most width of a column.
const WIDTH: (f32, f32) = (46.0, 160.0);

/// Between families.
const APART: f32 = 14.0;

/// The columns of the operations, family by family.
pub struct Heads {
    /// The operations by their places in the atlas, in the order of the columns.
    pub order: Vec<usize>,
    /// Where each column stands, from the left of the first one.
    columns: Vec<Rangef>,
    /// The families with their columns.
    families: Vec<(String, Range<usize>)>,
    /// How wide all columns are together.
    pub width: f32,
}

impl Heads {
    /// The columns of all operations.
    pub fn of(ui: &Ui, atlas: &Atlas, lists: &[List]) -> Self {
        let mut families: Vec<(String, Vec<usize>)> = Vec::new();
        for (place, operation) in atlas.operations.iter().enumerate() {
            match families
                .iter_mut()
                .find(|(name, _)| *name == operation.family)
            {
                Some((_, places)) => places.push(place),
                None => families.push((operation.family.clone(), vec![place])),
            }
        }
        let mut heads = Self {
            order: Vec::new(),
            columns: Vec::new(),
            families: Vec::new(),
            width: 0.0,
        };
        for (name, places) in families {
            let first = heads.order.len();
            let widths: Vec<f32> = places
                .iter()
                .map(|place| column_width(ui, atlas, lists, *place))
                .collect();
            // A family's name finds room over its columns.
            let name_width = (SMALL.bold().width(ui, &name) + space::S).min(WIDTH.1);
            let more = (name_width - widths.iter().sum::<f32>()).max(0.0) / widths.len() as f32;
            if first > 0 {
                heads.width += APART;
            }
            for (place, width) in places.into_iter().zip(widths) {
                let right = heads.width + width + more;
                heads.order.push(place);
                heads.columns.push(Rangef::new(heads.width, right));
                heads.width = right;
            }
            heads.families.push((name, first..heads.order.len()));
        }
        heads
    }

    /// Where a column stands, from the left of the first one, `wider` than it needs to be.
    pub fn column(&self, index: usize, wider: f32) -> Option<Rangef> {
        let Rangef { min, max } = *self.columns.get(index)?;
        Some(Rangef::new(min * wider, max * wider))
    }

    /// The columns that lie in a range from the left of the first one.
    pub fn within(&self, across: Rangef, wider: f32) -> Range<usize> {
        let first = self
            .columns
            .partition_point(|one| one.max * wider < across.min);
        let end = self
            .columns
            .partition_point(|one| one.min * wider < across.max);
        first..end.max(first)
    }
}

/// How wide the column of the operation at a place is.
fn column_width(ui: &Ui, atlas: &Atlas, lists: &[List], place: usize) -> f32 {
    let Some(operation) = atlas.operations.get(place) else {
        return WIDTH.0;
    };
    let (name, year) = said::head_lines(operation);
    let list = lists.get(place).map_or("", |list| list.in_head());
    let widths = [
        SMALL.medium().width(ui, &name),
        SMALL.width(ui, &year),
        SMALL.width(ui, list),
    ];
    let widest = widths.into_iter().fold(0.0, f32::max);
    (widest + space::M).clamp(WIDTH.0, WIDTH.1)
}

/// Where the heads stand while they are drawn.
pub struct Placed {
    /// The room they have.
    pub rect: Rect,
    /// The left of the first column, wherever it is scrolled to.
    pub left: f32,
    /// How much wider columns are than they need to be.
    pub wider: f32,
    /// The column under the pointer.
    pub hovered: Option<usize>,
}

/// Draws the heads in sight.
pub fn heads_ui(
    ui: &mut Ui,
    state: &State,
    lists: &[List],
    heads: &Heads,
    placed: &Placed,
    commands: &mut Vec<Command>,
) {
    let across = Rangef::new(
        placed.rect.left() - placed.left,
        placed.rect.right() - placed.left,
    );
    let in_sight = heads.within(across, placed.wider);
    for (name, columns) in &heads.families {
        if columns.end <= in_sight.start || columns.start >= in_sight.end {
            continue;
        }
        let (Some(first), Some(last)) = (
            heads.column(columns.start, placed.wider),
            heads.column(columns.end - 1, placed.wider),
        ) else {
            continue;
        };
        let group = Rangef::new(first.min + placed.left, last.max + placed.left);
        family_ui(ui, placed.rect, group, name);
    }
    for index in in_sight {
        let Some(column) = heads.column(index, placed.wider) else {
            continue;
        };
        let across = Rangef::new(column.min + placed.left, column.max + placed.left);
        let rect = Rect::from_x_y_ranges(across, placed.rect.top() + 24.0..=placed.rect.bottom());
        let Some(&place) = heads.order.get(index) else {
            continue;
        };
        let lit = placed.hovered == Some(index);
        head_ui(ui, state, (rect, place, lit), lists, commands);
    }
}

/// A family's name over its columns, with a line between; it stays in sight while they are.
fn family_ui(ui: &Ui, rect: Rect, group: Rangef, name: &str) {
    let palette = Palette::shown(ui.ctx());
    let line = Stroke::new(1.0, palette.hairline);
    ui.painter()
        .hline(group.min + 2.0..=group.max - 2.0, rect.top() + 22.0, line);
    let left = group.min.max(rect.left()) + space::XS;
    let room = Rect::from_x_y_ranges(left..=group.max, rect.top()..=rect.top() + 20.0);
    cell(ui, room, SMALL.bold(), name, Align::Min);
}

/// The head of one operation.
fn head_ui(
    ui: &mut Ui,
    state: &State,
    (rect, place, lit): (Rect, usize, bool),
    lists: &[List],
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    let Some(operation) = atlas.operations.get(place) else {
        return;
    };
    let list = lists.get(place).copied().unwrap_or(List::Missing);
    let palette = Palette::shown(ui.ctx());
    let id = Id::unique(("head of an operation", operation.id.as_str()));
    let response = ui.interact(rect, id, Sense::click());
    regions::uncover(ui, &response, names_over(ui));
    let full = said::head(atlas, operation, list);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &full));
    let choice = &state.view.countries;
    let wanted = choice.operations.get(operation.id.as_str());
    let is_first = choice.first_in.as_deref() == Some(operation.id.as_str());
    if is_first {
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_sort_direction(SortDirection::Descending);
        });
    }
    if wanted.is_some() {
        ui.painter()
            .rect_filled(rect.shrink(1.0), 4, palette.chosen);
    } else if lit || response.hovered() {
        ui.painter().rect_filled(rect.shrink(1.0), 4, palette.hover);
    }
    let (mut name, year) = said::head_lines(operation);
    let mut style = SMALL.medium();
    if is_first {
        style = SMALL.bold();
        name = format!("{name} {}", icons::CARET_DOWN);
    }
    let lines = [
        (style, name.as_str()),
        (SMALL.soft(), year.as_str()),
        (SMALL.faint(), list.in_head()),
    ];
    let mut line = rect.shrink2(vec2(2.0, 3.0));
    for (style, text) in lines.into_iter().filter(|(_, text)| !text.is_empty()) {
        line.set_height(17.0);
        cell(ui, line, style, text, Align::Center);
        line = line.translate(vec2(0.0, 17.0));
    }
    let response = response
        .on_hover_text(full)
        .on_hover_cursor(CursorIcon::PointingHand);
    Popup::menu(&response).show(|ui| menu_ui(ui, state, operation, wanted.copied(), commands));
}

/// What can be done with an operation's column: learn of it, or narrow the countries by it.
fn menu_ui(
    ui: &mut Ui,
    state: &State,
    operation: &Operation,
    wanted: Option<Wanted>,
    commands: &mut Vec<Command>,
) {
    ui.set_width(260.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().button_padding = vec2(space::S, space::XS);
    let item_ui = |ui: &mut Ui, chosen: bool, text: &str| {
        let size = vec2(ui.available_width(), 28.0);
        ui.add(Button::selectable(chosen, TEXT.text(ui, text)).min_size(size))
    };
    if item_ui(ui, false, &said::about(operation)).clicked() {
        commands.push(Command::OpenDrawer(Drawer::Operation {
            operation: operation.id.to_string(),
        }));
        ui.close();
    }
    let mut choice: CountryChoice = state.view.countries.clone();
    let id = operation.id.to_string();
    let is_first = choice.first_in.as_ref() == Some(&id);
    let first = item_ui(ui, is_first, said::TOOK_PART_FIRST);
    let told = || WidgetInfo::selected(Role::CheckBox, true, is_first, said::TOOK_PART_FIRST);
    first.widget_info(told);
    if first.clicked() {
        choice.first_in = (!is_first).then(|| id.clone());
        commands.push(Command::ChooseCountries(choice.clone()));
        ui.close();
    }
    ui.separator();
    let offers = [(None, said::WHETHER_OR_NOT)]
        .into_iter()
        .chain(Wanted::ALL.map(|one| (Some(one), one.offer())));
    for (offer, text) in offers {
        let response = item_ui(ui, offer == wanted, text);
        let info = || WidgetInfo::selected(Role::MenuItemRadio, true, offer == wanted, text);
        response.widget_info(info);
        if response.clicked() {
            match offer {
                Some(wanted) => choice.operations.insert(id.clone(), wanted),
                None => choice.operations.remove(&id),
            };
            commands.push(Command::ChooseCountries(choice.clone()));
            ui.close();
        }
    }
}
