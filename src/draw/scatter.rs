//! Where a scatter goes: axes with room for the arrows of open ends, points, names and, for
//! the chosen operations, their figures.

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Pos2, Rect, Vec2, pos2, vec2};

use super::footnotes::Told;
use super::ink::ink;
use super::number_axis::Axis;
use super::placed::{Form, Hit, PlacedField, PlacedPicture};
use super::points::{ANGLE, ARROW, POINT};
use super::scatter_candidates::{Found, TextLine, Wanting, arm};
use super::scatter_labels::place as place_labels;
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, OperationShown, Scatter, Tick};
use crate::model::{Amount, Open};
use crate::words::{self, Footnote, Lead, Mention};

/// The least height of the field.
const LEAST: f32 = 200.0;
/// Up to how many chosen operations have their figures beside their names.
const FIGURES: usize = 4;

/// A scatter with its texts laid out.
pub(super) struct ScatterFit<'a> {
    typesetter: &'a Typesetter<'a>,
    spec: &'a ChartSpec,
    scatter: &'a Scatter,
    width: f32,
    points: Vec<Point<'a>>,
    /// What the axes measure: over the field, and under it.
    titles: [Arc<Galley>; 2],
    /// The height of a line.
    line: f32,
    /// What stands instead of the chart where no operation has both numbers.
    nothing: Option<Arc<Galley>>,
}

/// A point with the forms of its name, the fullest first: with its figures where few are chosen,
/// alone.
struct Point<'a> {
    operation: &'a OperationShown,
    figures: [usize; 2],
    amounts: [Amount; 2],
    forms: Vec<Vec<Arc<Galley>>>,
}

impl<'a> ScatterFit<'a> {
    /// Lays the texts of a scatter out.
    pub fn of(
        typesetter: &'a Typesetter<'a>,
        spec: &'a ChartSpec,
        scatter: &'a Scatter,
        width: f32,
    ) -> Self {
        let empty = scatter.points.is_empty() && scatter.x.range.is_none();
        let nothing = empty.then(|| {
            let sentence = words::NONE_STATES_BOTH;
            typesetter.text(sentence, Weight::Regular, size::HEADING, width)
        });
        let points = scatter.points.iter().filter_map(|&figures| {
            let [x, y] = figures.map(|figure| spec.figures[figure].amount());
            Some(Point {
                operation: spec.operation_of(figures[0])?,
                amounts: [x?, y?],
                figures,
                forms: Vec::new(),
            })
        });
        let mut points: Vec<Point<'_>> = points.collect();
        let chosen = points.iter().filter(|point| !point.operation.quiet);
        let few = chosen.count() <= FIGURES;
        for point in &mut points {
            point.forms = forms(typesetter, spec, point, few, width);
        }
        Self {
            points,
            titles: [
                typesetter.small_within(&words::upwards(&scatter.y.title), width),
                typesetter.small_within(&words::rightwards(&scatter.x.title), width),
            ],
            line: typesetter.small_height(),
            nothing,
            typesetter,
            spec,
            scatter,
            width,
        }
    }

    /// What the chart takes over and under its field.
    fn over_and_under(&self) -> (f32, f32) {
        let [up, across] = &self.titles;
        (
            up.size().y + space::S,
            self.line + space::S + across.size().y + space::XS,
        )
    }

    /// The least height of the whole body, if every name finds room.
    pub fn least_height(&self) -> f32 {
        let (over, under) = self.over_and_under();
        match &self.nothing {
            Some(sentence) => space::L + sentence.size().y,
            None => over + LEAST + under,
        }
    }

    /// Places a scatter in `body`; returns the height it takes, and the footnote of the names that
    /// found no room, which the body's height has room for.
    pub fn place(&self, placed: &mut PlacedPicture, body: Rect) -> (f32, Told) {
        if let Some(sentence) = &self.nothing {
            let pos = body.min + vec2(0.0, space::L);
            placed.put(sentence, pos, self.typesetter.palette.ink_soft);
            return (space::L + sentence.size().y, Told::default());
        }
        // Names without room are told under the chart, which takes room from the chart: once more
        // with that room taken.
        let mut taken = 0.0;
        loop {
            let (over, under) = self.over_and_under();
            let height = (body.height() - taken - over - under).max(LEAST);
            let field = self.field(body, over, height);
            let wanting: Vec<Wanting> = self.points.iter().map(|one| field.wanting(one)).collect();
            let found = place_labels(&wanting, field.rect);
            let unnamed = self.unnamed(&found);
            if unnamed.height > taken {
                taken = unnamed.height;
                continue;
            }
            field.place(self, placed, body, &wanting, &found);
            return (over + height + under, unnamed);
        }
    }

    /// The footnote of the points whose name found no room.
    fn unnamed(&self, found: &[Option<Found>]) -> Told {
        let nameless = self.points.iter().zip(found);
        let nameless = nameless.filter(|(_, found)| found.is_none());
        let mentions = nameless.map(|(point, _)| {
            let name = &point.operation.name;
            Mention {
                text: format!("{name} ({})", both(self.spec, point.figures)),
                starred: false,
                figures: point.figures.to_vec(),
            }
        });
        let footnote = Footnote {
            lead: Lead::NoRoomForName,
            mentions: mentions.collect(),
        };
        Told::of(self.typesetter, &[footnote], self.width)
    }

    /// The axes of a field of a height.
    fn field(&self, body: Rect, over: f32, height: f32) -> Field<'_> {
        let amounts = |axis: usize| -> Vec<Amount> {
            self.points
                .iter()
                .map(|point| point.amounts[axis])
                .collect()
        };
        let names = POINT + self.line + space::XS;
        let y = Axis::of(&self.scatter.y, &amounts(1), height, names);
        let mut y_ticks = y.ticks(|_| self.line);
        // A number at the very bottom would touch those under the axis.
        y_ticks.retain(|tick| y.range.along(tick.at) >= space::XS);
        let widths = y_ticks
            .iter()
            .map(|tick| self.typesetter.small(&tick.label).size().x);
        let gutter = widths.fold(0.0, f32::max) + space::S;
        let rect = Rect::from_min_max(
            pos2(body.left() + gutter, body.top() + over),
            pos2(body.right(), body.top() + over + height),
        );
        let x = Axis::of(&self.scatter.x, &amounts(0), rect.width(), 0.0);
        Field {
            rect,
            x,
            y,
            y_ticks,
        }
    }
}

/// Both figures of a point as they are written beside it.
fn both(spec: &ChartSpec, figures: [usize; 2]) -> String {
    let [x, y] = figures.map(|figure| spec.figures[figure].starred());
    words::across_and_up(&x, &y)
}

fn forms(
    typesetter: &Typesetter<'_>,
    spec: &ChartSpec,
    point: &Point<'_>,
    few: bool,
    width: f32,
) -> Vec<Vec<Arc<Galley>>> {
    let (operation, figures) = (point.operation, point.figures);
    let weight = Weight::of_name(operation.quiet);
    // No name is wider than the field, which its numbers leave most of the width.
    let text = |text: &str, weight| typesetter.text(text, weight, size::SMALL, width * 0.55);
    let starred = figures.iter().any(|&one| spec.figures[one].is_starred());
    let alone = vec![text(&words::starred(&operation.name, starred), weight)];
    if operation.quiet || !few {
        vec![alone]
    } else {
        let numbers = text(&both(spec, figures), Weight::Regular);
        vec![vec![text(&operation.name, weight), numbers], alone]
    }
}

struct Field<'a> {
    rect: Rect,
    x: Axis<'a>,
    y: Axis<'a>,
    y_ticks: Vec<Tick>,
}

impl Field<'_> {
    fn at(&self, x: f64, y: f64) -> Pos2 {
        pos2(
            self.rect.left() + self.x.range.along_number(x),
            self.rect.bottom() - self.y.range.along_number(y),
        )
    }

    fn middle(&self, point: &Point<'_>) -> Pos2 {
        let [x, y] = point.amounts;
        self.at(x.number(), y.number())
    }

    fn place(
        &self,
        fit: &ScatterFit<'_>,
        placed: &mut PlacedPicture,
        body: Rect,
        wanting: &[Wanting],
        found: &[Option<Found>],
    ) {
        let palette = fit.typesetter.palette;
        let [up, across] = &fit.titles;
        placed.put(up, body.min, palette.ink_soft);
        let left = body.right() - across.size().x;
        let under = self.rect.bottom() + fit.line + space::S;
        placed.put(across, pos2(left, under), palette.ink_soft);
        self.axes(fit, placed);
        if fit.points.is_empty() {
            let sentence = words::NOTHING_IN_PART;
            let typesetter = fit.typesetter;
            let galley = typesetter.text(sentence, Weight::Regular, size::TEXT, self.rect.width());
            let pos = self.rect.center() - galley.size() / 2.0;
            placed.put_over(&galley, pos, palette.ink_soft);
        }
        placed.field = Some(PlacedField {
            rect: self.rect,
            x: self.x.range,
            y: Some(self.y.range),
        });
        for (point, (wanting, found)) in fit.points.iter().zip(wanting.iter().zip(found)) {
            placed.hits.push(Hit {
                rect: Rect::from_center_size(wanting.middle, Vec2::splat(4.0 * POINT)),
                figures: point.figures.to_vec(),
            });
            if let Some(found) = found {
                label(fit, placed, point, wanting, *found);
            }
        }
        // The chosen ones come first in reading and last in painting, so that they lie on top.
        for point in fit.points.iter().rev() {
            placed.mark(fit.spec, point.figures[0], self.form(point));
        }
    }

    /// Grid lines in both directions with their numbers, and the line at the bottom.
    fn axes(&self, fit: &ScatterFit<'_>, placed: &mut PlacedPicture) {
        let palette = fit.typesetter.palette;
        let (left, right) = (self.rect.left(), self.rect.right());
        let bottom = self.rect.bottom();
        for tick in &self.y_ticks {
            let y = bottom - self.y.range.along(tick.at);
            placed.rule(pos2(left, y), pos2(right, y), palette.grid);
            let galley = fit.typesetter.small(&tick.label);
            let pos = pos2(left - space::S - galley.size().x, y - galley.size().y / 2.0);
            placed.put(&galley, pos, palette.ink_faint);
        }
        self.x.place_across(fit.typesetter, placed, self.rect);
        placed.rule(pos2(left, bottom), pos2(right, bottom), palette.ink_faint);
    }

    fn form(&self, point: &Point<'_>) -> Form {
        let middle = self.middle(point);
        let [x, y] = point.amounts;
        // What lies outside the part shown is not drawn over what stands around it.
        let x_low = x.low().map(|low| {
            let low = self.at(low, y.number()).x.max(self.rect.left());
            low - middle.x
        });
        let y_low = y.low().map(|low| {
            let low = self.at(x.number(), low).y.min(self.rect.bottom());
            middle.y - low
        });
        Form::Point {
            middle,
            arms: [(x.open(), x_low), (y.open(), y_low)],
        }
    }

    fn wanting(&self, point: &Point<'_>) -> Wanting {
        let middle = self.middle(point);
        let [x, y] = point.amounts;
        let arms = [(x, vec2(1.0, 0.0)), (y, vec2(0.0, -1.0))];
        let arms = arms.into_iter().filter_map(|(amount, way)| {
            let (from, to) = match amount.open() {
                Open::No => return None,
                Open::Up => (middle, middle + way * ARROW),
                Open::Down => (middle, middle - way * ARROW),
                Open::Around => (middle - way * ANGLE, middle + way * ANGLE),
                Open::Below => (middle, middle - way * ANGLE),
                Open::Within => {
                    let low = amount.low().unwrap_or(amount.number());
                    let end = if way.x > 0.0 {
                        self.at(low, y.number())
                    } else {
                        self.at(x.number(), low)
                    };
                    (middle, end)
                }
            };
            Some(arm(from, to, 4.0))
        });
        let line = |text: &Arc<Galley>| TextLine {
            size: text.size(),
            ink: ink(text),
        };
        Wanting {
            middle,
            radius: POINT,
            arms: arms.collect(),
            forms: point
                .forms
                .iter()
                .map(|form| form.iter().map(line).collect())
                .collect(),
            first: !point.operation.quiet,
        }
    }
}

/// Places the name of a point where it found room.
fn label(
    fit: &ScatterFit<'_>,
    placed: &mut PlacedPicture,
    point: &Point<'_>,
    wanting: &Wanting,
    found: Found,
) {
    let palette = fit.typesetter.palette;
    if let Some([from, to]) = found.leader {
        placed.rule(from, to, palette.quiet);
    }
    let name = if point.operation.quiet {
        palette.ink_soft
    } else {
        palette.series_text(point.operation.place)
    };
    let colors = std::iter::once(name).chain(std::iter::repeat(palette.ink));
    let (texts, lines) = (&point.forms[found.form], &wanting.forms[found.form]);
    for ((text, pos), color) in texts.iter().zip(found.lines(lines)).zip(colors) {
        placed.put_over(text, pos, color);
    }
    placed.hits.push(Hit {
        rect: found.rect,
        figures: point.figures.to_vec(),
    });
}
