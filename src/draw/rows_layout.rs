//! Where rows of bars go: panels in columns, groups in panels, bars in groups.

use eframe::egui;
use egui::{Galley, Pos2, Rect, pos2, vec2};

use super::flow;
use super::layout::{Hit, Layout, PlacedBar, PlacedPanel, PlacedText, Typesetter};
use super::rows::{Row, RowAxis, RowGroup, RowPanel, Rows};
use super::rows_axis::{AxisRoom, axis_ticks};
use super::rows_columns::fit;
use super::rows_fit::{Fit, GROUP_GAP, GroupAt, PANEL_GAP, RowTexts, STACK_GAP};
use super::scale::{Labelled, Scale};
use super::theme::space;
use crate::model::Amount;

/// How far the paint reaches beyond a plot's left edge.
const EDGE: f32 = 2.0;

/// Places rows in `body`; returns the height they take.
pub fn place(typesetter: &Typesetter<'_>, layout: &mut Layout, rows: &Rows<'_>, body: Rect) -> f32 {
    let told = flow::height(typesetter, rows.asides, body.width());
    let room = vec2(body.width(), (body.height() - told).max(0.0));
    let fit = fit(typesetter, rows, room);
    let scales = scales(rows, &fit);
    let mut used = 0.0_f32;
    for (index, column) in fit.columns.iter().enumerate() {
        let left = body.left() + index as f32 * (fit.width + fit.column_gap);
        let mut y = body.top();
        let mut last: Option<usize> = None;
        for piece in column.chunk_by(|a, b| a.panel == b.panel) {
            let Some((panel, scale)) = piece
                .first()
                .and_then(|at| Some((rows.panels.get(at.panel)?, scales.get(at.panel)?)))
            else {
                continue;
            };
            if last.is_some() {
                y += PANEL_GAP;
            }
            last = piece.first().map(|at| at.panel);
            let placing = Placing {
                typesetter,
                rows,
                fit: &fit,
                panel,
                scale,
                left,
            };
            y = placing.piece(layout, piece, y);
        }
        used = used.max(y - body.top());
    }
    let foot = pos2(body.left(), body.top() + used);
    used + flow::place(typesetter, layout, rows.asides, foot, body.width())
}

/// One scale for a panel, in whatever columns it stands. The longest bars of all panels are
/// equally long: a longer one would seem to stand for more, whatever its axis says.
fn scales(rows: &Rows<'_>, fit: &Fit) -> Vec<Scale> {
    let width = fit.width - fit.plot_left();
    let marks: Vec<Vec<Labelled>> = rows
        .panels
        .iter()
        .zip(&fit.texts)
        .map(|(panel, texts)| {
            let rows = panel.groups.iter().flat_map(|group| &group.rows);
            let marks = rows.zip(texts.iter().flatten());
            let reach = panel.axis.map_or((0.0, 0.0), |axis| axis.reach);
            let ends = [reach.0, reach.1].map(|end| Labelled {
                amount: (end != 0.0).then(|| Amount::exact(end)),
                // Half of the number under it.
                label: space::M,
            });
            marks
                .map(|(row, texts)| labelled(row, texts))
                .chain(ends)
                .collect()
        })
        .collect();
    let room = marks
        .iter()
        .map(|marks| Scale::fitting(marks, width).bar_room(marks))
        .filter(|&room| room > 0.0)
        .fold(f64::INFINITY, f64::min);
    marks
        .iter()
        .map(|marks| Scale::up_to(marks, width, room))
        .collect()
}

fn labelled(row: &Row<'_>, texts: &RowTexts) -> Labelled {
    Labelled {
        amount: row.amount,
        label: texts.label.size().x,
    }
}

/// What placing one panel in one column needs to know.
struct Placing<'a> {
    typesetter: &'a Typesetter<'a>,
    rows: &'a Rows<'a>,
    fit: &'a Fit,
    panel: &'a RowPanel<'a>,
    scale: &'a Scale,
    left: f32,
}

impl Placing<'_> {
    fn plot_left(&self) -> f32 {
        self.left + self.fit.plot_left()
    }

    /// The numbers at the left and the right edge of what is painted: a little more than the
    /// scale's, so that a line at the very edge is not cut away.
    fn domain(&self) -> (f64, f64) {
        let (low, high) = self.scale.domain;
        let width = (self.fit.width - self.fit.plot_left()).max(1.0);
        (low - (high - low) * f64::from(EDGE / width), high)
    }

    /// Places the groups of one panel that stand in one column; returns where they end.
    fn piece(&self, layout: &mut Layout, piece: &[GroupAt], top: f32) -> f32 {
        let palette = self.typesetter.palette;
        let mut y = top;
        if let Some(&at) = piece.first()
            && let Some(heading) = self
                .fit
                .headings
                .get(at.panel)
                .filter(|heading| !heading.text().is_empty())
        {
            layout.texts.push(PlacedText::new(
                heading.clone(),
                pos2(self.left, y),
                palette.ink_faint,
            ));
            y += self.fit.heading_height(at);
        }
        let right = self.left + self.fit.width;
        let mut placed = PlacedPanel {
            rect: Rect::from_min_max(pos2(self.plot_left() - EDGE, y), pos2(right, y)),
            domain: self.domain(),
            ticks: Vec::new(),
            groups: Vec::new(),
            empty_left: self.scale.empty_left,
            bars: Vec::new(),
        };
        for (index, at) in piece.iter().enumerate() {
            let Some(group) = self.panel.groups.get(at.group) else {
                continue;
            };
            if index > 0 {
                y += if self.panel.table {
                    self.fit.group_gap - GROUP_GAP.0
                } else {
                    self.fit.group_gap
                };
            }
            y = self.group(layout, &mut placed, group, *at, y);
        }
        placed.rect.max.y = y;
        if let Some(axis) = self.panel.axis {
            self.axis(layout, &mut placed, axis);
            y += self.fit.line + space::XS;
        }
        layout.panels.push(placed);
        y
    }

    fn group(
        &self,
        layout: &mut Layout,
        placed: &mut PlacedPanel,
        group: &RowGroup<'_>,
        at: GroupAt,
        top: f32,
    ) -> f32 {
        let mut y = top;
        let label = self
            .fit
            .group_labels
            .get(at.panel)
            .and_then(|panel| panel.get(at.group));
        if let (Some(label), false) = (label, group.label.is_empty()) {
            layout.texts.push(PlacedText::new(
                label.clone(),
                pos2(self.left, y),
                self.typesetter.palette.ink,
            ));
            y += self.fit.label_height(self.rows, at);
        }
        let group_top = y;
        let texts = self
            .fit
            .texts
            .get(at.panel)
            .and_then(|panel| panel.get(at.group));
        for (row, texts) in group.rows.iter().zip(texts.into_iter().flatten()) {
            let height = self.fit.row_height(texts);
            let rect = Rect::from_min_size(pos2(self.left, y), vec2(self.fit.width, height));
            let bar = self.row(layout, row, texts, rect);
            if self.fit.stacked {
                placed.groups.push(bar.y);
            }
            placed.bars.push(bar);
            y += height;
        }
        match placed.groups.last_mut() {
            _ if self.fit.stacked => {}
            // The rows of a table stand on one line.
            Some(before) if self.panel.table => before.1 = y,
            Some(_) | None => placed.groups.push((group_top, y)),
        }
        y
    }

    fn row(&self, layout: &mut Layout, row: &Row<'_>, texts: &RowTexts, rect: Rect) -> PlacedBar {
        let palette = self.typesetter.palette;
        let name_color = if row.chosen {
            palette.ink
        } else {
            palette.ink_soft
        };
        let over = self.fit.over(texts);
        let under = if self.fit.stacked { STACK_GAP } else { 0.0 };
        let bars = Rect::from_min_max(rect.min + vec2(0.0, over), rect.max - vec2(0.0, under));
        let middle = bars.center().y;
        let centred = |galley: &Galley, x: f32| pos2(x, middle - galley.size().y / 2.0);
        let mut put = |galley: &std::sync::Arc<Galley>, pos: Pos2, color, covers| {
            if !galley.text().is_empty() {
                layout.texts.push(PlacedText {
                    covers,
                    ..PlacedText::new(galley.clone(), pos, color)
                });
            }
        };
        let name_at = if self.fit.stacked {
            rect.min
        } else if self.panel.table {
            centred(&texts.name, self.left)
        } else {
            centred(
                &texts.name,
                self.left + self.fit.names - texts.name.size().x,
            )
        };
        put(&texts.name, name_at, name_color, false);
        match self.fit.ends_left {
            Some(_) if texts.ends.is_empty() => {}
            Some(left) => {
                for (galley, x) in self.fit.ends.place(&texts.ends) {
                    let x = self.left + left + x;
                    let at = if self.fit.stacked {
                        pos2(x, rect.top())
                    } else {
                        centred(galley, x)
                    };
                    put(galley, at, palette.ink_soft, false);
                }
            }
            None => {
                let name_height = if texts.name.text().is_empty() {
                    0.0
                } else {
                    texts.name.size().y
                };
                let at = rect.min + vec2(0.0, name_height);
                put(&texts.ends.together, at, palette.ink_soft, false);
            }
        }
        let label_color = match row.amount {
            Some(_) if !row.quiet => palette.ink,
            Some(_) => palette.ink_soft,
            None => palette.ink_faint,
        };
        let label_x = self.plot_left() + self.scale.label_x(labelled(row, texts));
        put(
            &texts.label,
            centred(&texts.label, label_x),
            label_color,
            true,
        );
        layout.hits.push(Hit {
            rect,
            spoken: row.spoken.to_owned(),
            target: row.target.clone(),
        });
        let half = self.fit.thickness / 2.0;
        PlacedBar {
            y: (middle - half, middle + half),
            amount: row.amount,
            place: row.target.place,
            quiet: row.quiet,
        }
    }

    fn axis(&self, layout: &mut Layout, placed: &mut PlacedPanel, axis: RowAxis) {
        let room = AxisRoom {
            left: -self.fit.plot_left(),
            right: self.fit.width - self.fit.plot_left(),
        };
        let ticks = axis_ticks(self.typesetter, self.panel, axis, self.scale, &room);
        for tick in ticks {
            placed.ticks.push(tick.at);
            let pos = pos2(self.plot_left() + tick.left, placed.rect.bottom() + 3.0);
            let color = self.typesetter.palette.ink_faint;
            layout.texts.push(PlacedText::new(tick.label, pos, color));
        }
    }
}
