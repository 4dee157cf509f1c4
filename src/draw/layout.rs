//! A picture with every part in its place: texts, axes, marks. Pure data; nothing is painted.

use std::sync::Arc;

use eframe::egui;
use egui::emath::Rot2;
use egui::{Color32, Galley, Pos2, Rect};

use super::axis_range::AxisRange;
use super::marks::MarkStyle;
use super::theme::{Palette, Weight, font};
use crate::chart::{SignKey, Statement, Target};
use crate::model::Amount;

/// A picture with every part in its place.
#[derive(Debug, Clone, Default)]
pub struct Layout {
    /// The height the picture takes at its width; more than was given if it did not fit.
    pub height: f32,
    /// Texts.
    pub texts: Vec<PlacedText>,
    /// Colours in the key.
    pub swatches: Vec<Swatch>,
    /// Names in the key of colours, for pointer and screen reader.
    pub names: Vec<KeyName>,
    /// Signs in the key.
    pub signs: Vec<PlacedSign>,
    /// Axes with their bars.
    pub panels: Vec<PlacedPanel>,
    /// Axes in both directions with their points.
    pub fields: Vec<PlacedField>,
    /// Figures of a matrix.
    pub cells: Vec<PlacedCell>,
    /// Circles in a key of sizes: middle and radius.
    pub circles: Vec<(Pos2, f32)>,
    /// Grid lines, axes and lines from labels to marks.
    pub rules: Vec<Rule>,
    /// Where figures are, for pointer and screen reader.
    pub hits: Vec<Hit>,
}

impl Layout {
    /// Whether a text reaches beyond the left or right of a picture of this width.
    pub fn is_cut(&self, width: f32) -> bool {
        const HAIR: f32 = 0.6;
        self.texts.iter().any(|text| {
            let rect = text.rect();
            rect.left() < -HAIR || rect.right() > width + HAIR
        })
    }

    /// Whether an operation has marks, by its place in the atlas; it may only be told in words.
    pub fn has_marks_of(&self, place: usize) -> bool {
        let bars = self.panels.iter().flat_map(|panel| &panel.bars);
        let points = self.fields.iter().flat_map(|field| &field.points);
        bars.map(|bar| bar.place)
            .chain(points.map(|point| point.place))
            .chain(self.cells.iter().map(|cell| cell.place))
            .any(|marked| marked == place)
    }

    /// Takes over everything another layout has placed.
    pub fn take(&mut self, other: Self) {
        let Self {
            height: _,
            texts,
            swatches,
            names,
            signs,
            panels,
            fields,
            cells,
            circles,
            rules,
            hits,
        } = other;
        self.texts.extend(texts);
        self.swatches.extend(swatches);
        self.names.extend(names);
        self.signs.extend(signs);
        self.panels.extend(panels);
        self.fields.extend(fields);
        self.cells.extend(cells);
        self.circles.extend(circles);
        self.rules.extend(rules);
        self.hits.extend(hits);
    }
}

/// A text in its place.
#[derive(Debug, Clone)]
pub struct PlacedText {
    /// The text, laid out.
    pub galley: Arc<Galley>,
    /// Its top left corner.
    pub pos: Pos2,
    /// Its colour.
    pub color: Color32,
    /// Whether it covers the grid lines behind it.
    pub covers: bool,
    /// How far it is turned about its top left corner, clockwise, in radians.
    pub angle: f32,
}

impl PlacedText {
    /// A text in a place.
    pub fn new(galley: Arc<Galley>, pos: Pos2, color: Color32) -> Self {
        Self {
            galley,
            pos,
            color,
            covers: false,
            angle: 0.0,
        }
    }

    /// The room it takes; of a turned text the upright box around it.
    pub fn rect(&self) -> Rect {
        Rect::from_points(&self.corners())
    }

    /// Its four corners, turned with it.
    pub fn corners(&self) -> [Pos2; 4] {
        let turn = Rot2::from_angle(self.angle);
        let Rect { min, max } = self.galley.rect;
        [min, Pos2::new(max.x, min.y), max, Pos2::new(min.x, max.y)]
            .map(|corner| self.pos + turn * corner.to_vec2())
    }
}

/// A colour in the key.
#[derive(Debug, Clone, Copy)]
pub struct Swatch {
    /// Where.
    pub rect: Rect,
    /// Which operation, by its place in the atlas.
    pub place: usize,
    /// Whether its marks are grey.
    pub quiet: bool,
}

/// An operation's name in the key of colours.
#[derive(Debug, Clone)]
pub struct KeyName {
    /// Where, with the colour in front.
    pub rect: Rect,
    /// The operation's id.
    pub operation: String,
    /// Its name.
    pub name: String,
    /// Its place in the atlas.
    pub place: usize,
    /// Whether a person pinned it.
    pub pinned: bool,
}

/// A sign in the key.
#[derive(Debug, Clone, Copy)]
pub struct PlacedSign {
    /// Where.
    pub rect: Rect,
    /// Which.
    pub sign: SignKey,
    /// As which marks it is drawn.
    pub style: MarkStyle,
}

/// An axis with its bars.
#[derive(Debug, Clone)]
pub struct PlacedPanel {
    /// Where bars go.
    pub rect: Rect,
    /// The numbers at the left and the right edge.
    pub domain: (f64, f64),
    /// Where grid lines go.
    pub ticks: Vec<f64>,
    /// From the top of the first bar to the bottom of the last, for each group.
    pub groups: Vec<(f32, f32)>,
    /// Whether places without a number lie left of zero, where all numbers do.
    pub empty_left: bool,
    /// Bars.
    pub bars: Vec<PlacedBar>,
}

/// A bar in its place.
#[derive(Debug, Clone, Copy)]
pub struct PlacedBar {
    /// From top to bottom.
    pub y: (f32, f32),
    /// What it stands for; `None` for a labelled empty place.
    pub amount: Option<Amount>,
    /// Which operation, by its place in the atlas.
    pub place: usize,
    /// Whether it is not among the chosen ones, and grey.
    pub quiet: bool,
}

/// Axes in both directions with their points.
#[derive(Debug, Clone)]
pub struct PlacedField {
    /// Where points go.
    pub rect: Rect,
    /// The numbers at the left and the right edge; logarithms on a logarithmic axis.
    pub x: (f64, f64),
    /// The numbers at the bottom and the top edge.
    pub y: (f64, f64),
    /// As which marks points are drawn.
    pub style: MarkStyle,
    /// Points.
    pub points: Vec<PlacedPoint>,
    /// The axes, for looking at a part of them.
    pub axes: FieldAxes,
}

/// The axes of a field along which a part can be looked at.
#[derive(Debug, Clone, Copy)]
pub struct FieldAxes {
    /// From left to right.
    pub x: AxisRange,
    /// From bottom to top; `None` where there are only rows.
    pub y: Option<AxisRange>,
}

/// A point in its place.
#[derive(Debug, Clone, Copy)]
pub struct PlacedPoint {
    /// Where on the two axes.
    pub at: [f64; 2],
    /// From where to where on the axis across it lasted or may lie; `None` for a point.
    pub span: Option<(f64, f64)>,
    /// Whether the span is what lasted; else the truth lies somewhere in it.
    pub lasted: bool,
    /// The radius in points.
    pub radius: f32,
    /// What its size, or its place across, stands for; `None` for a labelled empty place.
    pub x: Option<Amount>,
    /// What its place from bottom to top stands for, where that is a number.
    pub y: Option<Amount>,
    /// Where the lower ends of ranges are on the two axes.
    pub low: [Option<f64>; 2],
    /// Which operation, by its place in the atlas.
    pub place: usize,
    /// Whether it is not among the chosen ones, and grey.
    pub quiet: bool,
}

/// A figure of a matrix in its place.
#[derive(Debug, Clone, Copy)]
pub struct PlacedCell {
    /// Where; a square.
    pub rect: Rect,
    /// How firmly the figure is stated.
    pub statement: Statement,
    /// Which operation, by its place in the atlas.
    pub place: usize,
    /// Whether it is not among the chosen ones, and grey.
    pub quiet: bool,
}

/// A straight line.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// From where to where.
    pub ends: [Pos2; 2],
    /// Its colour.
    pub color: Color32,
}

/// A figure's row.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Where.
    pub rect: Rect,
    /// What it says.
    pub spoken: String,
    /// Where a click leads.
    pub target: Target,
}

/// Lays out texts; a thin cover over egui's fonts so that placing stays pure.
pub struct Typesetter<'a> {
    ctx: &'a egui::Context,
    /// The colours.
    pub palette: &'a Palette,
}

impl<'a> Typesetter<'a> {
    /// A typesetter with a context's fonts.
    pub fn new(ctx: &'a egui::Context, palette: &'a Palette) -> Self {
        Self { ctx, palette }
    }

    /// A text on as many lines as the width asks for.
    pub fn text(&self, text: &str, weight: Weight, size: f32, width: f32) -> Arc<Galley> {
        self.ctx.fonts_mut(|fonts| {
            fonts.layout(
                text.to_owned(),
                font(weight, size),
                Color32::PLACEHOLDER,
                width,
            )
        })
    }

    /// A text on one line.
    pub fn line(&self, text: &str, weight: Weight, size: f32) -> Arc<Galley> {
        self.text(text, weight, size, f32::INFINITY)
    }
}
