//! Where rows of bars go: panels in columns, groups in panels, bars in groups.

use eframe::egui;
use egui::{Galley, Pos2, Rangef, Rect, pos2, vec2};

use super::placed::{BarEnds, Form, Hit, PlacedPicture, Rule};
use super::rows_axis::{AxisRoom, axis_ticks};
use super::rows_columns::fit;
use super::rows_fit::{Fit, GroupAt, PANEL_GAP, RowTexts, STACK_GAP, height_of};
use super::rows_lines::{Lines, RowType};
use super::scale::{Labelled, Scale, span};
use super::theme::space;
use super::typesetter::Typesetter;
use crate::chart::{ChartSpec, Panel, PanelAxis, Subject, drawn_open};
use crate::model::Amount;

/// How far baselines reach beyond their bars.
const BASELINE: f32 = 2.0;

/// Rows with their texts laid out.
pub(super) struct RowsFit<'a> {
    typesetter: &'a Typesetter<'a>,
    spec: &'a ChartSpec,
    /// In each size to try, the largest first.
    lines: Vec<Lines<'a>>,
    width: f32,
    /// The height of the rows that comes nearest to fitting where there is no room at all.
    least: f32,
}

impl<'a> RowsFit<'a> {
    /// Lays the texts of rows out.
    pub fn of(
        typesetter: &'a Typesetter<'a>,
        spec: &'a ChartSpec,
        panels: &'a [Panel],
        width: f32,
    ) -> Self {
        let sizes = RowType::to_try(panels, width).iter();
        let lines = sizes.map(|&row_type| Lines::of(typesetter, spec, panels, row_type));
        let lines: Vec<Lines<'_>> = lines.collect();
        Self {
            least: fit(&lines, vec2(width, 0.0)).map_or(0.0, |fit| fit.height()),
            typesetter,
            spec,
            lines,
            width,
        }
    }

    /// The least height that rows take.
    pub fn least_height(&self) -> f32 {
        self.least
    }

    /// Places rows in `body`; returns the height they take.
    pub fn place(&self, placed: &mut PlacedPicture, body: Rect) -> f32 {
        let room = vec2(self.width, body.height());
        let mut used = 0.0_f32;
        let Some(fit) = fit(&self.lines, room) else {
            return used;
        };
        let scales = scales(self.spec, &fit);
        for (index, column) in fit.columns.iter().enumerate() {
            let left = body.left() + index as f32 * (fit.width + fit.column_gap);
            let mut y = body.top();
            for (nth, piece) in column.chunk_by(|a, b| a.panel == b.panel).enumerate() {
                let Some(panel) = piece.first().map(|at| at.panel) else {
                    continue;
                };
                if nth > 0 {
                    y += PANEL_GAP;
                }
                let placing = Placing {
                    typesetter: self.typesetter,
                    spec: self.spec,
                    fit: &fit,
                    panel: &fit.panels[panel],
                    scale: &scales[panel],
                    left,
                };
                y = placing.piece(placed, piece, y);
            }
            used = used.max(y - body.top());
        }
        used
    }
}

/// One scale for a panel, in whatever columns it stands. The longest bars of all units are about
/// equally long: a longer one would seem to stand for more, whatever its axis says. Panels of one
/// unit share a scale but for what the bars of one are enlarged.
fn scales(spec: &ChartSpec, fit: &Fit<'_>) -> Vec<Scale> {
    let width = fit.width - fit.plot_left();
    let marks: Vec<Vec<Labelled>> = fit
        .panels
        .iter()
        .zip(&fit.texts)
        .map(|(panel, texts)| {
            let reach = panel.axis.map_or((0.0, 0.0), |axis| axis.reach);
            let ends = [reach.0, reach.1].map(|end| Labelled {
                amount: (end != 0.0).then(|| Amount::exact(end)),
                // Half of the number under it.
                label: space::M,
            });
            let rows = texts.iter().flatten();
            rows.map(|texts| labelled(spec, texts))
                .chain(ends)
                .collect()
        })
        .collect();
    let rooms: Vec<f64> = marks
        .iter()
        .map(|marks| Scale::fitting(marks, width).bar_room(marks))
        .collect();
    let drawn = rooms.iter().copied().filter(|&room| room > 0.0);
    let least = drawn.fold(f64::INFINITY, f64::min);
    let units: Vec<&str> = fit.panels.iter().map(|panel| unit(spec, panel)).collect();
    let times = |panel: usize| fit.panels[panel].times;
    // How many points one of a unit takes where nothing is enlarged.
    let plain = |unit: &str| {
        let panels = (0..marks.len()).filter(|&panel| units[panel] == unit && rooms[panel] > 0.0);
        let points =
            panels.map(|panel| least.min(rooms[panel]) / span(&marks[panel]) / times(panel));
        points.fold(f64::INFINITY, f64::min)
    };
    let scale = |(panel, marks): (usize, &Vec<Labelled>)| {
        let room = plain(units[panel]) * times(panel) * span(marks);
        Scale::up_to(marks, width, room)
    };
    marks.iter().enumerate().map(scale).collect()
}

/// What is counted in a panel; empty for per cents, whatever they are of.
fn unit<'a>(spec: &'a ChartSpec, panel: &Panel) -> &'a str {
    let mut rows = panel.groups.iter().flat_map(|group| &group.rows);
    match rows.next().map(|row| spec.figures[row.figure].subject) {
        Some(Subject::Figure {
            metric, measure, ..
        }) if measure.suffix().is_empty() => &spec.metrics[metric].unit,
        Some(
            Subject::Figure { .. }
            | Subject::Days { .. }
            | Subject::Countries { .. }
            | Subject::Country(_)
            | Subject::TakingPart { .. },
        )
        | None => "",
    }
}

fn labelled(spec: &ChartSpec, texts: &RowTexts<'_>) -> Labelled {
    Labelled {
        amount: spec.figures[texts.row.figure].amount(),
        // What is told of several wraps, and asks bars for no room.
        label: if texts.row.also.is_empty() {
            texts.label.size().x
        } else {
            0.0
        },
    }
}

/// What placing one panel in one column needs to know.
struct Placing<'a> {
    typesetter: &'a Typesetter<'a>,
    spec: &'a ChartSpec,
    fit: &'a Fit<'a>,
    panel: &'a Panel,
    scale: &'a Scale,
    left: f32,
}

impl Placing<'_> {
    fn plot_left(&self) -> f32 {
        self.left + self.fit.plot_left()
    }

    /// Where a number lies.
    fn x(&self, number: f64) -> f32 {
        self.plot_left() + self.scale.x(number)
    }

    /// Places the groups of one panel that stand in one column; returns where they end.
    fn piece(&self, placed: &mut PlacedPicture, piece: &[GroupAt], top: f32) -> f32 {
        let palette = self.typesetter.palette;
        let mut y = top;
        let mut blocks: Vec<Rangef> = Vec::new();
        for (index, &at) in piece.iter().enumerate() {
            if index > 0 {
                y += self.fit.gap_in(at.panel);
            } else if self.fit.heading_height(at.panel) > 0.0 {
                let heading = &self.fit.headings[at.panel];
                let color = if self.panel.times > 1.0 {
                    palette.ink
                } else {
                    palette.ink_faint
                };
                placed.put(heading, pos2(self.left, y), color);
                y += self.fit.heading_height(at.panel);
            }
            y = self.group(placed, &mut blocks, at, y);
        }
        for block in &blocks {
            let ends = [block.min - BASELINE, block.max + BASELINE];
            placed.baselines.push(Rule {
                ends: ends.map(|y| pos2(self.x(0.0), y)),
                color: palette.ink_soft,
            });
        }
        if let Some(axis) = self.panel.axis {
            self.axis(placed, &blocks, axis, y);
            y += self.fit.line + space::XS;
        }
        y
    }

    /// Places one group; returns where it ends. Adds to the blocks along which grid lines and
    /// the baseline run.
    fn group(
        &self,
        placed: &mut PlacedPicture,
        blocks: &mut Vec<Rangef>,
        at: GroupAt,
        top: f32,
    ) -> f32 {
        let mut y = top;
        if self.fit.label_height(at) > 0.0 {
            let label = &self.fit.group_labels[at.panel][at.group];
            placed.put(label, pos2(self.left, y), self.typesetter.palette.ink);
            y += self.fit.label_height(at);
        }
        let mut bars = Rangef::new(y, y);
        for texts in &self.fit.texts[at.panel][at.group] {
            let height = self.fit.row_height(texts);
            let rect = Rect::from_min_size(pos2(self.left, y), vec2(self.fit.width, height));
            y += height;
            if !texts.row.also.is_empty() {
                self.together(placed, texts, rect);
                continue;
            }
            let bar = self.row(placed, texts, rect);
            bars.max = y;
            if self.fit.stacked {
                blocks.push(bar);
            }
        }
        match blocks.last_mut() {
            _ if self.fit.stacked => {}
            // The rows of a table stand on one line.
            Some(before) if self.panel.table => before.max = y,
            Some(_) | None => blocks.push(bars),
        }
        y
    }

    /// Places a row that tells of several figures that have no bars.
    fn together(&self, placed: &mut PlacedPicture, texts: &RowTexts<'_>, rect: Rect) {
        let at = pos2(self.plot_left() + space::S, rect.top() + STACK_GAP / 2.0);
        placed.put(&texts.label, at, self.typesetter.palette.ink_faint);
        let first = [texts.row.figure].into_iter();
        placed.hits.push(Hit {
            rect,
            figures: first.chain(texts.row.also.iter().copied()).collect(),
        });
    }

    /// Places one row; returns from where to where its bar is high.
    fn row(&self, placed: &mut PlacedPicture, texts: &RowTexts<'_>, rect: Rect) -> Rangef {
        let over = self.fit.over(texts);
        let under = if self.fit.stacked { STACK_GAP } else { 0.0 };
        let bars = Rect::from_min_max(rect.min + vec2(0.0, over), rect.max - vec2(0.0, under));
        let middle = bars.center().y;
        let half = self.fit.thickness / 2.0;
        let rows = Rangef::new(middle - half, middle + half);
        self.words(placed, texts, rect, middle);
        placed.hits.push(Hit {
            rect,
            figures: vec![texts.row.figure],
        });
        let form = match self.spec.figures[texts.row.figure].amount() {
            Some(amount) => Form::Bar {
                rows,
                ends: BarEnds {
                    zero: self.x(0.0),
                    end: self.x(amount.number()),
                    low: amount.low().map(|low| self.x(low)),
                    most: self.x(if amount.number() < 0.0 {
                        amount.reach().0
                    } else {
                        amount.reach().1
                    }),
                },
                open: drawn_open(amount),
            },
            None => Form::Empty {
                rows,
                x: self.x(0.0) + if self.scale.empty_left { -3.0 } else { 3.0 },
            },
        };
        placed.mark(self.spec, texts.row.figure, form);
        rows
    }

    /// The texts of a row: name, ends and label.
    fn words(&self, placed: &mut PlacedPicture, texts: &RowTexts<'_>, rect: Rect, middle: f32) {
        let palette = self.typesetter.palette;
        let centred = |galley: &Galley, x: f32| pos2(x, middle - galley.size().y / 2.0);
        let name_color = if texts.row.strong {
            palette.ink
        } else {
            palette.ink_soft
        };
        let name_at = if self.fit.stacked {
            rect.min
        } else if self.panel.table {
            centred(&texts.name, self.left)
        } else {
            let left = self.left + self.fit.names - texts.name.size().x;
            centred(&texts.name, left)
        };
        if !texts.name.text().is_empty() {
            placed.put(&texts.name, name_at, name_color);
        }
        if let Some(ends) = &texts.ends {
            if let Some(left) = self.fit.ends_left {
                for (galley, x) in self.fit.ends.place(ends) {
                    let x = self.left + left + x;
                    let at = if self.fit.stacked {
                        pos2(x, rect.top())
                    } else {
                        centred(galley, x)
                    };
                    placed.put(galley, at, palette.ink_soft);
                }
            } else {
                let at: Pos2 = rect.min + vec2(0.0, height_of(&texts.name));
                placed.put(&ends.together, at, palette.ink_soft);
            }
        }
        let amount = self.spec.figures[texts.row.figure].amount();
        let label_color = match amount {
            Some(_) if !self.spec.is_quiet(texts.row.figure) => palette.ink,
            Some(_) => palette.ink_soft,
            None => palette.ink_faint,
        };
        let label_x = self.plot_left() + self.scale.label_x(labelled(self.spec, texts));
        placed.put_over(&texts.label, centred(&texts.label, label_x), label_color);
    }

    /// The round numbers under a panel, with their grid lines along its blocks.
    fn axis(&self, placed: &mut PlacedPicture, blocks: &[Rangef], axis: PanelAxis, bottom: f32) {
        let palette = self.typesetter.palette;
        let room = AxisRoom {
            left: -self.fit.plot_left(),
            right: self.fit.width - self.fit.plot_left(),
        };
        let figures = &self.spec.figures;
        for tick in axis_ticks(
            self.typesetter,
            figures,
            self.panel,
            axis,
            self.scale,
            &room,
        ) {
            let pos = pos2(self.plot_left() + tick.left, bottom + 3.0);
            placed.put(&tick.label, pos, palette.ink_faint);
            if tick.at == 0.0 {
                continue;
            }
            for block in blocks {
                let x = self.x(tick.at);
                placed.rule(pos2(x, block.min), pos2(x, block.max), palette.grid);
            }
        }
    }
}
