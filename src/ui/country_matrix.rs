//! The matrix of countries and operations: names stay at the left and heads at the top while one
//! scrolls either way. Only what is in sight is drawn.

use eframe::egui;
use egui::style::ScrollAnimation;
use egui::{
    Align, Id, Key, Rangef, Rect, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, pos2, vec2,
};

use super::country_cell::cell_ui;
use super::country_columns::Across;
use super::heads::{self, Sortable, headers_ui};
use super::kept::{Letters, kept};
use super::links::row_of;
use super::operation_heads::{self, Heads, Placed, heads_ui};
use super::participation::{explained, sign};
use super::regions;
use super::style::{SMALL, TEXT};
use super::table::{
    GUTTER, List, ListRow, Rows, cell, is_heard, pressed, table_rows_ui, table_ui, told_cell,
    within,
};
use crate::draw::icons;
use crate::draw::theme::{Palette, space};
use crate::query::countries::{self, Answer, CountryChoice, CountrySort, Standing};
use crate::state::{Command, Drawer, State};
use crate::words::window::countries as said;
use crate::words::window::pages;
use crate::words::{known_count, taking_part};

/// The height of a row: name and region.
const ROW: f32 = 42.0;

/// What the matrix shows.
pub struct Matrix<'a> {
    /// The program's state.
    pub state: &'a State,
    /// Every country.
    pub standings: &'a [Standing],
    /// Every operation's list.
    pub lists: &'a [countries::List],
    /// The countries shown.
    pub answer: &'a Answer,
}

/// The cell that the keyboard is at, by its column; kept from frame to frame.
fn column_id() -> Id {
    Id::unique("column of countries")
}

/// Draws the matrix.
pub fn matrix_ui(ui: &mut Ui, matrix: &Matrix<'_>, commands: &mut Vec<Command>) {
    let state = matrix.state;
    let letters = Letters::shown(ui.ctx());
    let heads = kept(
        ui.ctx(),
        "heads of operations",
        &state.atlas,
        &letters,
        || Heads::of(ui, &state.atlas, matrix.lists),
    );
    let across = Across::of(ui.available_width(), &heads);
    let rows = matrix.answer.shown.len();
    let drawer = |row: usize| {
        let standing = matrix.standings.get(*matrix.answer.shown.get(row)?)?;
        let code = standing.country.code().to_owned();
        Some(Drawer::Country { code })
    };
    let list = List {
        name: pages::COUNTRIES,
        count: rows,
        height: ROW,
        chosen: row_of(state, rows, drawer),
    };
    let size = vec2(
        across.all,
        operation_heads::HEIGHT + ROW * list.count as f32,
    );
    ScrollArea::both()
        .id_salt("matrix of countries")
        .auto_shrink(false)
        .show_viewport(ui, |ui, viewport| {
            ui.set_min_size(size);
            let origin = ui.max_rect().left_top();
            let seen = Rect::from_min_size(origin + viewport.min.to_vec2(), viewport.size());
            table_ui(ui, &list, |ui| {
                let drawn = Drawn {
                    matrix,
                    heads: &heads,
                    across: &across,
                    left: origin.x,
                    seen,
                };
                drawn.heads_ui(ui, commands);
                drawn.rows_ui(ui, &list, commands);
            });
        });
    cell_ui(ui, state, matrix.lists, commands);
}

/// Draws the heads of a matrix without rows.
pub fn heads_alone_ui(ui: &mut Ui, matrix: &Matrix<'_>, commands: &mut Vec<Command>) {
    let size = vec2(ui.available_width(), operation_heads::HEIGHT + GUTTER);
    ui.allocate_ui(size, |ui| matrix_ui(ui, matrix, commands));
}

/// The matrix while it is drawn.
struct Drawn<'a> {
    matrix: &'a Matrix<'a>,
    heads: &'a Heads,
    across: &'a Across,
    /// The left of the table, wherever it is scrolled to.
    left: f32,
    /// What is in sight.
    seen: Rect,
}

impl Drawn<'_> {
    /// The left of the first operation's column.
    fn first(&self) -> f32 {
        self.left + self.across.first
    }

    /// The part of a rectangle that scrolls sideways.
    fn beside_names(&self, rect: Rect) -> Rect {
        rect.with_min_x(self.seen.left() + self.across.frozen)
    }

    /// The operation's column at a place on screen.
    fn column_at(&self, x: f32) -> Option<usize> {
        let from = x - self.first();
        let is_beside = x >= self.seen.left() + self.across.frozen;
        let there = self.heads.within(Rangef::point(from), self.across.wider);
        is_beside.then_some(())?;
        let column = self.heads.column(there.start, self.across.wider)?;
        column.contains(from).then_some(there.start)
    }

    /// What is in sight under the heads.
    fn body(&self) -> Rect {
        self.seen
            .with_min_y(self.seen.top() + operation_heads::HEIGHT)
    }

    /// The column under the pointer.
    fn hovered(&self, ui: &Ui) -> Option<usize> {
        let pointer = ui.input(|input| input.pointer.hover_pos())?;
        let is_here = ui.rect_contains_pointer(self.body());
        self.column_at(pointer.x).filter(|_| is_here)
    }

    fn rows_ui(&self, ui: &mut Ui, list: &List<'_>, commands: &mut Vec<Command>) {
        let state = self.matrix.state;
        let atlas = &state.atlas;
        let (head, body) = (operation_heads::HEIGHT, self.body());
        let top = ui.max_rect().top() + head;
        let rows = Rows {
            origin: pos2(self.seen.left(), top),
            width: self.seen.width(),
            in_sight: Rangef::new(body.top() - top, body.bottom() - top),
            covered: head,
        };
        // What rows say is worked out once, and only for those who hear them.
        let standings = self.matrix.standings;
        let said = |standing: &Standing| said::row(atlas, self.matrix.lists, standing);
        let all = is_heard(ui).then(|| {
            kept(ui.ctx(), "countries said", atlas, &(), || {
                standings.iter().map(said).collect::<Vec<String>>()
            })
        });
        let at = |row: usize| {
            let place = *self.matrix.answer.shown.get(row)?;
            Some((place, standings.get(place)?))
        };
        let spoken = |(place, standing): &(usize, &Standing)| {
            let known = all.as_ref().and_then(|all| all.get(*place));
            let known = known.cloned().unwrap_or_else(|| said(standing));
            if self.is_chosen(standing) {
                said::row_chosen(&known)
            } else {
                known
            }
        };
        let mut inner = ui.new_child(UiBuilder::new().max_rect(self.seen));
        inner.set_clip_rect(body.intersect(ui.clip_rect()));
        let mut cursor: Option<usize> = ui.data(|data| data.get_temp(column_id())).flatten();
        let (before, mut opened) = (cursor, None);
        let picked = table_rows_ui(
            &mut inner,
            list,
            &rows,
            at,
            spoken,
            |ui, row, (_, standing)| {
                if row.response.has_focus() {
                    cursor = self.moved(ui, row, cursor);
                }
                let pointer = row.response.hover_pos();
                let column = pointer.and_then(|at| self.column_at(at.x));
                if row.response.clicked() {
                    let by_pointer = row.response.interact_pointer_pos();
                    opened = by_pointer.map_or(cursor, |at| self.column_at(at.x));
                }
                self.row_ui(ui, row, standing, cursor);
                self.told_ui(row, standing, column);
            },
        );
        if cursor != before {
            ui.data_mut(|data| data.insert_temp(column_id(), cursor));
        }
        let Some((_, standing)) = picked else {
            return;
        };
        let code = standing.country.code().to_owned();
        if ui.input(|input| input.modifiers.command) {
            commands.push(Command::ToggleCountry(code));
            return;
        }
        let place = opened.and_then(|column| self.heads.order.get(column));
        match place.and_then(|place| atlas.operations.get(*place)) {
            Some(operation) => {
                super::country_cell::open(ui, standing.country, operation);
            }
            None => commands.push(Command::OpenDrawer(Drawer::Country { code })),
        }
    }

    /// Whether a country is one of those chosen.
    fn is_chosen(&self, standing: &Standing) -> bool {
        self.matrix.state.view.has_chosen(standing.country)
    }

    /// Where arrows lead inside a row: from the row itself to its cells and back.
    fn moved(&self, ui: &Ui, row: &ListRow, cursor: Option<usize>) -> Option<usize> {
        let last = self.heads.order.len().saturating_sub(1);
        let moved = if pressed(ui, Key::ArrowRight) {
            Some(cursor.map_or(0, |column| (column + 1).min(last)))
        } else if pressed(ui, Key::ArrowLeft) {
            cursor.and_then(|column| column.checked_sub(1))
        } else {
            return cursor;
        };
        if let Some(column) = moved.and_then(|column| self.heads.column(column, self.across.wider))
        {
            // What stays at the left must not cover it.
            let min = column.min + self.first() - self.across.frozen;
            let target = Rect::from_x_y_ranges(min..=column.max + self.first(), row.rect.y_range());
            ui.scroll_to_rect_animation(target, None, ScrollAnimation::none());
        }
        moved
    }

    fn row_ui(&self, ui: &mut Ui, row: &ListRow, standing: &Standing, cursor: Option<usize>) {
        let country = standing.country;
        let name = row.rect.with_max_x(row.rect.left() + self.across.name);
        let name = name.shrink2(vec2(space::S, 0.0));
        let (top, bottom) = name.split_top_bottom_at_fraction(0.5);
        let first = top.translate(vec2(0.0, 2.0));
        let width = cell(
            ui,
            first.with_max_x(first.right() - 34.0),
            TEXT.medium(),
            country.name(),
            Align::Min,
        );
        let code = first.with_min_x(first.left() + width + 6.0);
        let wide = cell(ui, code, SMALL.faint(), country.code(), Align::Min);
        if self.is_chosen(standing) {
            let check = code.with_min_x(code.left() + wide + 6.0);
            cell(ui, check, SMALL.accent(), icons::CHECK, Align::Min);
        }
        let second = bottom.translate(vec2(0.0, -3.0));
        cell(ui, second, SMALL.soft(), &said::region(country), Align::Min);
        told_cell(ui, name, 0, || country.name().to_owned());

        let all = ui.clip_rect();
        let is_frozen = self.across.frozen > self.across.name;
        let left = if is_frozen {
            self.seen.left()
        } else {
            self.left
        };
        if !is_frozen {
            ui.set_clip_rect(all.intersect(self.beside_names(row.rect)));
        }
        let [operations, cases] = self.across.counts(left);
        let more = standing.may_be_more(self.matrix.lists);
        let counts = [
            (
                operations,
                known_count(standing.took_part.len(), more),
                standing.took_part.is_empty(),
            ),
            (cases, standing.cases.to_string(), standing.cases == 0),
        ];
        for (index, (across, text, none)) in counts.into_iter().enumerate() {
            let rect = within(row.rect, across);
            let style = if none { TEXT.faint() } else { TEXT };
            cell(
                ui,
                rect.with_max_x(rect.right() - space::M),
                style,
                &text,
                Align::Max,
            );
            told_cell(ui, rect, index + 1, || text.clone());
        }
        ui.set_clip_rect(all.intersect(self.beside_names(row.rect)));
        self.cells_ui(ui, row, standing, cursor);
        ui.set_clip_rect(all);
    }

    /// The signs of a country in the operations in sight.
    fn cells_ui(&self, ui: &Ui, row: &ListRow, standing: &Standing, cursor: Option<usize>) {
        let atlas = &self.matrix.state.atlas;
        let palette = Palette::shown(ui.ctx());
        let clip = ui.clip_rect();
        let in_sight = Rangef::new(clip.left() - self.first(), clip.right() - self.first());
        for index in self.heads.within(in_sight, self.across.wider) {
            let (Some(&place), Some(column)) = (
                self.heads.order.get(index),
                self.heads.column(index, self.across.wider),
            ) else {
                continue;
            };
            let Some(&list) = self.matrix.lists.get(place) else {
                continue;
            };
            let across = Rangef::new(column.min + self.first(), column.max + self.first());
            let rect = within(row.rect, across);
            let known = standing.cell(place, list);
            let color = palette.series(atlas.number(place));
            sign(ui.painter(), palette, (rect.center(), 1.0), color, known);
            if cursor == Some(index) && row.response.has_focus() {
                let ring = Stroke::new(2.0, palette.accent);
                ui.painter()
                    .rect_stroke(rect.shrink(3.0), 4, ring, StrokeKind::Inside);
            }
            told_cell(ui, rect, index + 3, || taking_part(known).to_owned());
        }
    }

    /// What the pointer is told of the cell it is at.
    fn told_ui(&self, row: &ListRow, standing: &Standing, column: Option<usize>) {
        let atlas = &self.matrix.state.atlas;
        let place = column.and_then(|column| self.heads.order.get(column));
        if let Some(&place) = place
            && let Some(operation) = atlas.operations.get(place)
            && let Some(&list) = self.matrix.lists.get(place)
        {
            let cell = standing.cell(place, list);
            let title = said::cell_title(standing.country, operation);
            let text = format!("{title}\n{}", said::cell(atlas, operation, cell));
            row.response.clone().on_hover_text_at_pointer(text);
        } else if row.response.hovered() {
            let text = explained(atlas, standing.country);
            row.response.clone().on_hover_text_at_pointer(text);
        }
    }

    fn heads_ui(&self, ui: &mut Ui, commands: &mut Vec<Command>) {
        let palette = Palette::shown(ui.ctx());
        let state = self.matrix.state;
        let rect = self
            .seen
            .with_max_y(self.seen.top() + operation_heads::HEIGHT);
        let clip = ui.clip_rect();
        ui.painter().rect_filled(rect, 0, palette.sheet);
        let line = Stroke::new(1.0, palette.hairline);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
        let choice = &state.view.countries;
        let sorted = (choice.sort, choice.descending);
        let row = rect.with_min_y(rect.bottom() - heads::HEIGHT);
        let is_frozen = self.across.frozen > self.across.name;
        let told = UiBuilder::new()
            .max_rect(rect)
            .accessibility_role(egui::Role::Row);
        let mut chosen = None;
        let mut inner = ui.new_child(told);
        regions::group(&inner);
        let [country, region] = Across::names(self.seen.left());
        let [operations, cases] = self.across.counts(if is_frozen {
            self.seen.left()
        } else {
            self.left
        });
        let [a, b, c, d] = said::HEADS;
        let names = [
            Sortable::words(country, a.0, a.1, CountrySort::Name),
            Sortable::words(region, b.0, b.1, CountrySort::Region),
        ];
        let inset = |across: Rangef| Rangef::new(across.min, across.max - space::M);
        let counts = [
            Sortable::counts(inset(operations), c.0, c.1, CountrySort::Operations),
            Sortable::counts(inset(cases), d.0, d.1, CountrySort::Cases),
        ];
        chosen = chosen.or(headers_ui(&inner, row, &names, sorted));
        if !is_frozen {
            inner.set_clip_rect(clip.intersect(self.beside_names(rect)));
        }
        chosen = chosen.or(headers_ui(&inner, row, &counts, sorted));
        inner.set_clip_rect(clip.intersect(self.beside_names(rect)));
        let placed = Placed {
            rect: self.beside_names(rect),
            left: self.first(),
            wider: self.across.wider,
            hovered: self.hovered(ui),
        };
        heads_ui(
            &mut inner,
            state,
            self.matrix.lists,
            self.heads,
            &placed,
            commands,
        );
        if let Some((sort, descending)) = chosen {
            commands.push(Command::ChooseCountries(CountryChoice {
                sort,
                descending: descending && choice.first_in.is_none(),
                first_in: None,
                ..choice.clone()
            }));
        }
    }
}
