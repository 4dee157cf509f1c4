//! A picture with every part in its place, in points: texts, marks, lines, and where figures are
//! for pointer and screen reader. Pure data; nothing is painted.

use std::sync::Arc;

use eframe::egui;
use egui::emath::Rot2;
use egui::{Color32, Galley, Pos2, Rangef, Rect};

use super::axis_range::AxisRange;
use super::placed_map::{PlacedMap, Swatch};
use crate::chart::{Cell, ChartSpec, OperationShown, Statement};
use crate::model::{Amount, Open};
use crate::words::LegendSign;

/// A picture with every part in its place.
#[derive(Debug, Clone, Default)]
pub struct PlacedPicture {
    /// The height the picture takes at its width; more than was given if it did not fit.
    pub height: f32,
    /// Grid lines, axes and leaders from labels to marks, under the marks.
    pub rules: Vec<Rule>,
    /// Where a field can be looked at closer.
    pub field: Option<PlacedField>,
    /// Marks, in the order painted.
    pub marks: Vec<PlacedMark>,
    /// Lines from which bars start, over these.
    pub baselines: Vec<Rule>,
    /// Circles in a legend of sizes: middle and radius.
    pub circles: Vec<(Pos2, f32)>,
    /// Signs in the legend.
    pub signs: Vec<PlacedSign>,
    /// A map, under everything.
    pub map: Option<Arc<PlacedMap>>,
    /// Lines from names to places on a map.
    pub leaders: Vec<[Pos2; 2]>,
    /// Signs in the key of a map.
    pub swatches: Vec<Swatch>,
    /// Texts.
    pub texts: Vec<PlacedText>,
    /// Names in the legend of colours, for pointer and screen reader.
    pub names: Vec<PlacedName>,
    /// Where figures are, for pointer and screen reader.
    pub hits: Vec<Hit>,
}

impl PlacedPicture {
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
        let mut marks = self.marks.iter();
        marks.any(|mark| mark.place == place && !matches!(mark.form, Form::Swatch(_)))
    }

    /// Adds the mark of a figure of an operation; what is about a country has none.
    pub fn mark(&mut self, spec: &ChartSpec, figure: usize, form: Form) {
        let mark = |operation: &OperationShown| PlacedMark {
            place: operation.place,
            quiet: operation.quiet,
            form,
        };
        self.marks.extend(spec.operation_of(figure).map(mark));
    }

    /// Adds a text in a place.
    pub fn put(&mut self, galley: &Arc<Galley>, pos: Pos2, color: Color32) {
        self.texts.push(PlacedText::new(galley.clone(), pos, color));
    }

    /// Adds a text that covers what lies behind it.
    pub fn put_over(&mut self, galley: &Arc<Galley>, pos: Pos2, color: Color32) {
        self.texts.push(PlacedText {
            covers: true,
            ..PlacedText::new(galley.clone(), pos, color)
        });
    }

    /// Adds a line under the marks.
    pub fn rule(&mut self, from: Pos2, to: Pos2, color: Color32) {
        self.rules.push(Rule {
            ends: [from, to],
            color,
        });
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

/// A mark in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedMark {
    /// Which operation it is of, by its place in the atlas.
    pub place: usize,
    /// Whether it only stands beside those that stand out, in grey.
    pub quiet: bool,
    /// What is drawn.
    pub form: Form,
}

/// What is drawn for a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Form {
    /// A bar.
    Bar {
        /// From its upper to its lower edge.
        rows: Rangef,
        /// From where to where it is long.
        ends: BarEnds,
        /// To which side the number is open, as drawn.
        open: Open,
    },
    /// Where a bar would be if there were a number.
    Empty {
        /// From its upper to its lower edge.
        rows: Rangef,
        /// Where it is.
        x: f32,
    },
    /// A point whose place is two numbers.
    Point {
        /// Its middle.
        middle: Pos2,
        /// Across and up, how the number is open and where from the middle, towards larger
        /// numbers, the lower end of a range lies.
        arms: [(Open, Option<f32>); 2],
    },
    /// A circle whose area is a number.
    Circle {
        /// Its middle.
        middle: Pos2,
        /// Its radius.
        radius: f32,
        /// How the number is open, and of a range what part of it the lower end is; `None` for a
        /// ring that stands for no number.
        number: Option<(Open, Option<f64>)>,
        /// From where to where it lasted, or in which months it must have been.
        span: Span,
    },
    /// A figure of a matrix, in a square.
    Cell(Rect, Statement),
    /// What is known of a country in an operation.
    TakingPart {
        /// Its middle.
        middle: Pos2,
        /// 1 where it has all the room it asks for.
        size: f32,
        /// What is known.
        known: Cell,
    },
    /// A colour in the legend.
    Swatch(Rect),
}

/// From where to where a bar is long.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BarEnds {
    /// Where it starts.
    pub zero: f32,
    /// Where its number lies.
    pub end: f32,
    /// Where the lower end of a range lies.
    pub low: Option<f32>,
    /// How far from zero the true number can lie at most: no sign reaches beyond.
    pub most: f32,
}

/// From where to where something lasted, or may lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// From where to where, from left to right.
    pub x: Rangef,
    /// Whether it lasted so long; else the truth lies somewhere in it.
    pub lasted: bool,
}

/// An operation's name in the legend of colours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlacedName {
    /// Where, with the colour in front.
    pub rect: Rect,
    /// Which of the picture's operations.
    pub operation: usize,
}

/// A sign in the legend.
#[derive(Debug, Clone, Copy)]
pub struct PlacedSign {
    /// Where.
    pub rect: Rect,
    /// Which.
    pub sign: LegendSign,
    /// As which marks it is drawn.
    pub style: MarkStyle,
}

/// As which marks signs are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkStyle {
    /// Bars.
    Bar,
    /// Circles whose area is a number.
    Circle,
    /// Points whose place is two numbers.
    Point,
    /// Squares of a matrix.
    Cell,
}

/// A field along whose axes a part can be looked at.
#[derive(Debug, Clone, Copy)]
pub struct PlacedField {
    /// Where.
    pub rect: Rect,
    /// From left to right.
    pub x: AxisRange,
    /// From bottom to top; `None` where there are only rows.
    pub y: Option<AxisRange>,
}

/// A straight line.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// From where to where.
    pub ends: [Pos2; 2],
    /// Its colour.
    pub color: Color32,
}

impl Rule {
    /// The parts of an upright or level line that lie outside all of these; another line whole.
    pub fn outside(&self, covers: &[Rect]) -> Vec<[Pos2; 2]> {
        let [from, to] = self.ends;
        let across = (to - from).abs();
        let level = across.y < f32::EPSILON;
        if !level && across.x >= f32::EPSILON {
            return vec![self.ends];
        }
        let along = |at: Pos2| if level { at.x } else { at.y };
        let across = |at: Pos2| if level { at.y } else { at.x };
        let point = |on: f32| {
            if level {
                Pos2::new(on, from.y)
            } else {
                Pos2::new(from.x, on)
            }
        };
        let line = Rangef::new(along(from), along(to)).as_positive();
        let hides = |cover: &&Rect| (across(cover.min)..across(cover.max)).contains(&across(from));
        let mut covers: Vec<&Rect> = covers.iter().filter(hides).collect();
        covers.sort_by(|a, b| along(a.min).total_cmp(&along(b.min)));
        let mut parts = Vec::new();
        let mut start = line.min;
        for cover in covers {
            let end = along(cover.min).min(line.max);
            if end > start {
                parts.push([point(start), point(end)]);
            }
            start = start.max(along(cover.max));
        }
        if line.max > start {
            parts.push([point(start), point(line.max)]);
        }
        parts
    }
}

/// Where figures are that have one mark or are told as one.
#[derive(Debug, Clone)]
pub struct Hit {
    /// Where.
    pub rect: Rect,
    /// The figures, by their places in the list of what is shown; a click leads to the first.
    pub figures: Vec<usize>,
}

/// How the number of a circle is open, and of a range what part of it the lower end is.
pub fn openness(amount: Amount) -> (Open, Option<f64>) {
    let low = amount.low().map(|low| low / amount.number());
    (amount.open(), low)
}
