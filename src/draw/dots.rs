//! Where rows of dots go: names in front, a dot where each number lies, the number beside it; the
//! axis under them.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Rect, pos2, vec2};

use super::number_axis::Axis;
use super::placed::{Form, Hit, PlacedField, PlacedPicture};
use super::points::{ANGLE, ARROW, POINT};
use super::room::shared;
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, Dots};
use crate::model::{Amount, Open};
use crate::words;

/// How high a row is, from least to most.
const ROW: (f32, f32) = (20.0, 44.0);
/// The largest part of the width that names take.
const NAMES: f32 = 0.38;
/// From a mark to the number beside it.
const GAP: f32 = 8.0;

/// Rows of dots with their texts laid out.
pub(super) struct DotsFit<'a> {
    typesetter: &'a Typesetter<'a>,
    spec: &'a ChartSpec,
    dots: &'a Dots,
    rows: Vec<DotRow>,
    title: Arc<Galley>,
    /// Where the field begins, from the left edge.
    left: f32,
    width: f32,
    line: f32,
}

/// A dot with its name and number.
struct DotRow {
    figure: usize,
    amount: Amount,
    name: Arc<Galley>,
    label: Arc<Galley>,
}

impl DotRow {
    /// How high it is at least.
    fn least(&self) -> f32 {
        ROW.0.max(self.name.size().y).max(self.label.size().y) + 2.0
    }

    /// How far the mark reaches from its middle to the right.
    fn after(&self) -> f32 {
        match self.amount.open() {
            Open::No | Open::Within | Open::Down | Open::Below => POINT,
            Open::Around => ANGLE,
            Open::Up => ARROW,
        }
    }
}

impl<'a> DotsFit<'a> {
    /// Lays the texts of rows out.
    pub fn of(
        typesetter: &'a Typesetter<'a>,
        spec: &'a ChartSpec,
        dots: &'a Dots,
        width: f32,
    ) -> Self {
        let small = |text: &str, weight, room| typesetter.text(text, weight, size::SMALL, room);
        let row = |&figure: &usize| {
            let operation = spec.operation_of(figure)?;
            let weight = Weight::of_name(operation.quiet);
            let shown = &spec.figures[figure];
            Some(DotRow {
                figure,
                amount: shown.amount()?,
                name: small(&operation.name, weight, width * NAMES),
                label: small(&shown.starred(), weight, width * NAMES),
            })
        };
        let rows: Vec<DotRow> = dots.rows.iter().filter_map(row).collect();
        let names = rows.iter().map(|row| row.name.size().x);
        Self {
            left: names.fold(0.0, f32::max) + space::M,
            title: typesetter.small_within(&words::rightwards(&dots.axis.title), width),
            line: typesetter.small_height(),
            rows,
            typesetter,
            spec,
            dots,
            width,
        }
    }

    /// What stands under the rows: the numbers of the axis, and what they are.
    fn under(&self) -> f32 {
        self.line + space::S + self.title.size().y + space::XS
    }

    /// The least height of the whole body.
    pub fn least_height(&self) -> f32 {
        let rows: f32 = self.rows.iter().map(DotRow::least).sum();
        rows + self.under()
    }

    /// Places rows in `body`; returns the height they take.
    pub fn place(&self, placed: &mut PlacedPicture, body: Rect) -> f32 {
        let palette = self.typesetter.palette;
        let left = body.height() - self.least_height();
        let spare = shared((0.0, ROW.1 - ROW.0), left, self.rows.len());
        let rows: f32 = self.rows.iter().map(|row| row.least() + spare).sum();
        // The number beside the last dot stands behind the field.
        let labels = self.rows.iter().map(|row| row.label.size().x);
        let beside = labels.fold(0.0, f32::max) + GAP;
        let rect = Rect::from_min_max(
            pos2(body.left() + self.left, body.top()),
            pos2(body.right() - beside, body.top() + rows),
        );
        let amounts: Vec<Amount> = self.rows.iter().map(|row| row.amount).collect();
        let axis = Axis::of(&self.dots.axis, &amounts, rect.width(), 0.0);
        placed.field = Some(PlacedField {
            rect,
            x: axis.range,
            y: None,
        });
        self.axis(placed, &axis, rect);
        let mut y = body.top();
        for row in &self.rows {
            let height = row.least() + spare;
            let area = Rect::from_min_size(pos2(body.left(), y), vec2(self.width, height));
            self.row(placed, row, &axis, rect, area);
            y += height;
        }
        placed.rule(rect.left_bottom(), rect.right_bottom(), palette.ink_faint);
        rows + self.under()
    }

    fn row(
        &self,
        placed: &mut PlacedPicture,
        row: &DotRow,
        axis: &Axis<'_>,
        field: Rect,
        area: Rect,
    ) {
        let palette = self.typesetter.palette;
        let y = area.center().y;
        let x = |number: f64| field.left() + axis.range.along_number(number);
        let middle = pos2(x(row.amount.number()), y);
        let low = row
            .amount
            .low()
            .map(|low| x(low).max(field.left()) - middle.x);
        placed.rule(pos2(field.left(), y), pos2(field.right(), y), palette.grid);
        let form = Form::Point {
            middle,
            arms: [(row.amount.open(), low), (Open::No, None)],
        };
        placed.mark(self.spec, row.figure, form);
        let ink = palette.name(self.spec.is_quiet(row.figure));
        let name = row.name.size();
        let name_at = pos2(field.left() - space::M - name.x, y - name.y / 2.0);
        placed.put(&row.name, name_at, ink);
        let label = row.label.size();
        let label_at = pos2(middle.x + row.after() + GAP, y - label.y / 2.0);
        placed.put_over(&row.label, label_at, ink);
        placed.hits.push(Hit {
            rect: area,
            figures: vec![row.figure],
        });
    }

    /// Grid lines with their numbers, and what they are.
    fn axis(&self, placed: &mut PlacedPicture, axis: &Axis<'_>, field: Rect) {
        let palette = self.typesetter.palette;
        axis.place_across(self.typesetter, placed, field);
        let x = field.right() - self.title.size().x;
        let y = field.bottom() + self.line + space::S;
        placed.put(
            &self.title,
            pos2(x.max(field.left() - self.left), y),
            palette.ink_soft,
        );
    }
}
