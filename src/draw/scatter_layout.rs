//! Where a scatter goes: axes with room for the arrows of open ends, points, names and, for
//! the chosen operations, their figures.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Pos2, Rect, pos2, vec2};

use super::flow;
use super::ink::ink;
use super::layout::{
    FieldAxes, Hit, Layout, PlacedField, PlacedPoint, PlacedText, Rule, Typesetter,
};
use super::marks::MarkStyle;
use super::points::{ARROW, POINT};
use super::scatter_axis::Axis;
use super::scatter_labels::place as place_labels;
use super::scatter_places::{Found, TextLine, Wanting, arm};
use super::theme::{Weight, size, space};
use crate::chart::{Aside, Mention, Scatter, ScatterPoint, Tick};
use crate::model::{Amount, Open};

/// The least height of the field.
const LEAST: f32 = 200.0;
/// Up to how many chosen operations have their figures beside their names.
const FIGURES: usize = 4;

/// Places a scatter in `body`; returns the height it takes.
pub fn place(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    scatter: &Scatter,
    body: Rect,
) -> f32 {
    let mut asides = scatter.asides.clone();
    if scatter.points.is_empty() && scatter.x.range.is_none() {
        let sentence = "No operation states both in numbers.";
        let galley = typesetter.text(sentence, Weight::Regular, size::HEADING, body.width());
        let end = body.min + vec2(0.0, space::L + galley.size().y);
        let color = typesetter.palette.ink_soft;
        layout.texts.push(PlacedText::new(
            galley,
            body.min + vec2(0.0, space::L),
            color,
        ));
        return end.y - body.top() + flow::place(typesetter, layout, &asides, end, body.width());
    }
    // Names without room are told under the chart, which takes room from the chart: once more
    // with that room taken.
    let mut told = flow::height(typesetter, &asides, body.width());
    loop {
        let mut tried = Layout::default();
        let (end, unnamed) = place_field(typesetter, &mut tried, scatter, body, told);
        asides.truncate(scatter.asides.len());
        if !unnamed.is_empty() {
            asides.push(Aside {
                lead: "No room for the name".to_owned(),
                mentions: unnamed,
            });
        }
        let needed = flow::height(typesetter, &asides, body.width());
        if needed <= told {
            layout.take(tried);
            return end - body.top()
                + flow::place(
                    typesetter,
                    layout,
                    &asides,
                    pos2(body.left(), end),
                    body.width(),
                );
        }
        told = needed;
    }
}

/// Places axes, points and names, leaving `told` under them; returns where they end and whose
/// name found no room.
fn place_field(
    typesetter: &Typesetter<'_>,
    layout: &mut Layout,
    scatter: &Scatter,
    body: Rect,
    told: f32,
) -> (f32, Vec<Mention>) {
    let small = |text: &str| typesetter.text(text, Weight::Regular, size::SMALL, body.width());
    let palette = typesetter.palette;
    let line = small("Ag").size().y;
    let (up, across) = (
        small(&format!("↑ {}", scatter.y.title)),
        small(&format!("{} →", scatter.x.title)),
    );
    let top = body.top() + up.size().y + space::S;
    let under = line + space::S + across.size().y + space::XS;
    let height = (body.bottom() - told - under - top).max(LEAST);

    let amounts =
        |of: fn(&ScatterPoint) -> Amount| scatter.points.iter().map(of).collect::<Vec<_>>();
    let (x_amounts, y_amounts) = (amounts(|point| point.x), amounts(|point| point.y));
    let y = Axis::of(&scatter.y, &y_amounts, height, POINT + line + space::XS);
    let mut y_ticks = y.ticks(|_| line);
    // A number at the very bottom would touch those under the axis.
    y_ticks.retain(|tick| y.range.along(tick.at) >= space::XS);
    let gutter = y_ticks
        .iter()
        .map(|tick| small(&tick.label).size().x)
        .fold(0.0, f32::max)
        + space::S;
    let rect = Rect::from_min_max(
        pos2(body.left() + gutter, top),
        pos2(body.right(), top + height),
    );
    let x = Axis::of(&scatter.x, &x_amounts, rect.width(), 0.0);

    layout
        .texts
        .push(PlacedText::new(up, body.min, palette.ink_soft));
    let left = body.right() - across.size().x;
    layout.texts.push(PlacedText::new(
        across,
        pos2(left, rect.bottom() + line + space::S),
        palette.ink_soft,
    ));
    let mut field = Field {
        typesetter,
        layout,
        rect,
        x,
        y,
    };
    field.axes(&y_ticks, body);
    if scatter.points.is_empty() {
        field.nothing();
    }
    let unnamed = field.points(&scatter.points);
    (rect.bottom() + under, unnamed)
}

struct Field<'a> {
    typesetter: &'a Typesetter<'a>,
    layout: &'a mut Layout,
    rect: Rect,
    x: Axis<'a>,
    y: Axis<'a>,
}

impl Field<'_> {
    fn at(&self, x: f64, y: f64) -> Pos2 {
        pos2(
            self.rect.left() + self.x.along(x),
            self.rect.bottom() - self.y.along(y),
        )
    }

    /// That no point lies in the part shown.
    fn nothing(&mut self) {
        let palette = self.typesetter.palette;
        let sentence = "No operation lies in this part.";
        let width = self.rect.width();
        let galley = self
            .typesetter
            .text(sentence, Weight::Regular, size::TEXT, width);
        let pos = self.rect.center() - galley.size() / 2.0;
        self.layout.texts.push(PlacedText {
            covers: true,
            ..PlacedText::new(galley, pos, palette.ink_soft)
        });
    }

    /// Grid lines in both directions with their numbers, and the line at the bottom.
    fn axes(&mut self, heights: &[Tick], body: Rect) {
        let palette = self.typesetter.palette;
        let label = |text: &str| self.typesetter.line(text, Weight::Regular, size::SMALL);
        let (left, right) = (self.rect.left(), self.rect.right());
        let (top, bottom) = (self.rect.top(), self.rect.bottom());
        let rule = |from: Pos2, to: Pos2, color| Rule {
            ends: [from, to],
            color,
        };
        for tick in heights {
            let y = bottom - self.y.range.along(tick.at);
            self.layout
                .rules
                .push(rule(pos2(left, y), pos2(right, y), palette.grid));
            let galley = label(&tick.label);
            let pos = pos2(left - space::S - galley.size().x, y - galley.size().y / 2.0);
            self.layout
                .texts
                .push(PlacedText::new(galley, pos, palette.ink_faint));
        }
        let mut last_right = f32::NEG_INFINITY;
        for tick in self.x.ticks(|text| label(text).size().x) {
            let x = left + self.x.range.along(tick.at);
            self.layout
                .rules
                .push(rule(pos2(x, top), pos2(x, bottom), palette.grid));
            let galley = label(&tick.label);
            let width = galley.size().x;
            let start = (x - width / 2.0).min(body.right() - width);
            if start < last_right + space::S {
                continue;
            }
            last_right = start + width;
            self.layout.rules.push(rule(
                pos2(x, bottom),
                pos2(x, bottom + 4.0),
                palette.ink_faint,
            ));
            self.layout.texts.push(PlacedText::new(
                galley,
                pos2(start, bottom + 5.0),
                palette.ink_faint,
            ));
        }
        self.layout.rules.push(rule(
            pos2(left, bottom),
            pos2(right, bottom),
            palette.ink_faint,
        ));
    }

    /// Points with their names; returns those whose name found no room.
    fn points(&mut self, points: &[ScatterPoint]) -> Vec<Mention> {
        let few = points.iter().filter(|point| !point.quiet).count() <= FIGURES;
        let texts: Vec<Vec<Vec<Arc<Galley>>>> =
            points.iter().map(|point| self.texts(point, few)).collect();
        let wanting: Vec<Wanting> = points
            .iter()
            .zip(&texts)
            .map(|(point, texts)| self.wanting(point, texts))
            .collect();
        let places = place_labels(&wanting, self.rect);
        let mut unnamed = Vec::new();
        for ((point, texts), (wanting, place)) in
            points.iter().zip(&texts).zip(wanting.iter().zip(&places))
        {
            let mark = Rect::from_center_size(wanting.middle, vec2(4.0 * POINT, 4.0 * POINT));
            self.layout.hits.push(Hit {
                rect: mark,
                spoken: point.spoken.clone(),
                target: point.target.clone(),
            });
            match place {
                Some(found) => self.label(point, texts, wanting, *found),
                None => unnamed.push(Mention {
                    text: format!("{} ({})", point.name, point.figures),
                    spoken: point.spoken.clone(),
                    target: point.target.clone(),
                }),
            }
        }
        let placed = |point: &ScatterPoint| PlacedPoint {
            at: [
                self.x.range.scaled(point.x.number()),
                self.y.range.scaled(point.y.number()),
            ],
            span: None,
            lasted: false,
            radius: POINT,
            x: Some(point.x),
            y: Some(point.y),
            low: [
                point.x.low().map(|low| self.x.range.scaled(low)),
                point.y.low().map(|low| self.y.range.scaled(low)),
            ],
            place: point.target.place,
            quiet: point.quiet,
        };
        // The chosen ones come first in reading and last in painting, so that they lie on top.
        let field = PlacedField {
            rect: self.rect,
            x: self.x.range.domain(),
            y: self.y.range.domain(),
            axes: FieldAxes {
                x: self.x.range,
                y: Some(self.y.range),
            },
            style: MarkStyle::Point,
            points: points.iter().rev().map(placed).collect(),
        };
        self.layout.fields.push(field);
        unnamed
    }

    /// The forms of a name, the fullest first: with its figures where few are chosen, alone.
    fn texts(&self, point: &ScatterPoint, few: bool) -> Vec<Vec<Arc<Galley>>> {
        let weight = if point.quiet {
            Weight::Regular
        } else {
            Weight::SemiBold
        };
        let width = self.rect.width() * 0.6;
        let text = |text: &str, weight| self.typesetter.text(text, weight, size::SMALL, width);
        let star = if point.disagrees { " *" } else { "" };
        let alone = vec![text(&format!("{}{star}", point.name), weight)];
        if point.quiet || !few {
            vec![alone]
        } else {
            let figures = text(&point.figures, Weight::Regular);
            vec![vec![text(&point.name, weight), figures], alone]
        }
    }

    fn wanting(&self, point: &ScatterPoint, texts: &[Vec<Arc<Galley>>]) -> Wanting {
        let middle = self.at(point.x.number(), point.y.number());
        let arms = [(point.x, vec2(1.0, 0.0)), (point.y, vec2(0.0, -1.0))]
            .into_iter()
            .filter_map(|(amount, way)| {
                let (from, to) = match amount.open() {
                    Open::No => return None,
                    Open::Up => (middle, middle + way * ARROW),
                    Open::Down => (middle, middle - way * ARROW),
                    Open::Around => (middle - way * (ARROW / 2.0), middle + way * (ARROW / 2.0)),
                    Open::Within => {
                        let low = amount.low().unwrap_or(amount.number());
                        let end = if way.x > 0.0 {
                            self.at(low, point.y.number())
                        } else {
                            self.at(point.x.number(), low)
                        };
                        (middle, end)
                    }
                };
                Some(arm(
                    from,
                    to,
                    if amount.open() == Open::Around {
                        1.0
                    } else {
                        4.0
                    },
                ))
            });
        let line = |text: &Arc<Galley>| TextLine {
            size: text.size(),
            ink: ink(text),
        };
        Wanting {
            middle,
            radius: POINT,
            arms: arms.collect(),
            forms: texts
                .iter()
                .map(|form| form.iter().map(line).collect())
                .collect(),
            first: !point.quiet,
        }
    }

    fn label(
        &mut self,
        point: &ScatterPoint,
        texts: &[Vec<Arc<Galley>>],
        wanting: &Wanting,
        found: Found,
    ) {
        let palette = self.typesetter.palette;
        if let Some(ends) = found.leader {
            self.layout.rules.push(Rule {
                ends,
                color: palette.quiet,
            });
        }
        let name = if point.quiet {
            palette.ink_soft
        } else {
            palette.series_text(point.target.place)
        };
        let colors = std::iter::once(name).chain(std::iter::repeat(palette.ink));
        let (Some(texts), Some(lines)) = (texts.get(found.form), wanting.forms.get(found.form))
        else {
            return;
        };
        for ((text, pos), color) in texts.iter().zip(found.lines(lines)).zip(colors) {
            self.layout.texts.push(PlacedText {
                covers: true,
                ..PlacedText::new(text.clone(), pos, color)
            });
        }
        let hit = Hit {
            rect: found.rect,
            spoken: point.spoken.clone(),
            target: point.target.clone(),
        };
        self.layout.hits.push(hit);
    }
}
