//! Everything in the window that can have the keyboard, as egui drew it, in the order it is read.

use eframe::egui;
use egui::{Context, Id, LayerId, Order, Rect, WidgetRect, WidgetRects};

use super::{Marks, Part};

/// Which frame's widgets are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pass {
    Last,
    This,
}

/// What a key does inside a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Move {
    Back,
    On,
    /// To the row above where the group has rows, else back.
    Up,
    /// To the row below there, else on.
    Down,
    ToFirst,
    ToLast,
}

/// Something that can have the keyboard.
#[derive(Debug, Clone)]
pub(super) struct Stop {
    pub id: Id,
    pub layer: LayerId,
    pub rect: Rect,
    /// What of it is not cut off.
    pub seen: Rect,
    /// What it stands in, from the inside out, up to its layer.
    pub inside: Vec<Id>,
    pub part: Option<(Part, Id)>,
    pub group: Option<Id>,
}

impl Stop {
    /// Whether part of it is out of sight.
    pub fn is_cut(&self) -> bool {
        !self.seen.contains_rect(self.rect.shrink(1.0))
    }

    /// What is one stop of Tab.
    pub fn unit(&self) -> Id {
        self.group.unwrap_or(self.id)
    }
}

/// All stops: lowest layer first, in a layer part by part, in a part as drawn.
pub(super) struct Stops {
    pub all: Vec<Stop>,
    /// The group that has rows.
    rows: Option<Id>,
}

impl Stops {
    /// Those of a frame, without what lies behind a dialog.
    pub fn drawn(ctx: &Context, marks: &Marks, pass: Pass) -> Self {
        let modal = ctx.memory(egui::Memory::top_modal_layer);
        let (mut all, modal) = ctx.viewport(|viewport| {
            let widgets = match pass {
                Pass::Last => &viewport.prev_pass.widgets,
                Pass::This => &viewport.this_pass.widgets,
            };
            // egui goes on with a dialog for one frame after it is gone.
            let modal = modal.filter(|modal| widgets.get_layer(*modal).next().is_some());
            let layers = widgets
                .layers()
                .filter(|(layer, _)| layer.order < Order::Tooltip);
            let all = layers
                .flat_map(|(_, drawn)| drawn)
                .filter(|widget| widget.enabled && widget.visible && widget.sense.is_focusable())
                .map(|widget| stop(widgets, widget, marks, modal));
            (all.collect::<Vec<_>>(), modal)
        });
        if modal.is_some() {
            all.retain(|stop| ctx.memory(|memory| memory.allows_interaction(stop.layer)));
        }
        let place = |stop: &Stop| stop.part.map_or(Part::Page, |part| part.0);
        all.sort_by_key(|stop| (stop.layer.order, stop.layer.id.value(), place(stop)));
        Self {
            all,
            rows: marks.rows,
        }
    }

    pub fn stop(&self, id: Id) -> Option<&Stop> {
        self.all.iter().find(|stop| stop.id == id)
    }

    pub fn has(&self, id: Id) -> bool {
        self.stop(id).is_some()
    }

    pub fn group_of(&self, id: Id) -> Option<Id> {
        self.stop(id)?.group
    }

    pub fn members(&self, group: Id) -> impl Iterator<Item = &Stop> {
        self.all
            .iter()
            .filter(move |stop| stop.group == Some(group))
    }

    /// Where a key leads inside a group.
    pub fn moved(&self, at: Id, way: Move) -> Option<Id> {
        let group = self.group_of(at)?;
        let members: Vec<Id> = self.members(group).map(|stop| stop.id).collect();
        let from = members.iter().position(|id| *id == at)?;
        let to = match way {
            Move::Up | Move::Down if self.rows == Some(group) => {
                return self.above_or_below(group, at, way);
            }
            Move::Back | Move::Up => from.checked_sub(1)?,
            Move::On | Move::Down => from + 1,
            Move::ToFirst => 0,
            Move::ToLast => members.len() - 1,
        };
        members.get(to).copied()
    }

    /// The member at the same place in the row of the group before or after, in the order drawn:
    /// what is under the last row of one column is the first row of the next.
    fn above_or_below(&self, group: Id, at: Id, way: Move) -> Option<Id> {
        let members: Vec<&Stop> = self.members(group).collect();
        let beside = |a: &&Stop, b: &&Stop| {
            let middle = a.rect.center();
            b.rect.center().x > middle.x && b.rect.y_range().contains(middle.y)
        };
        let rows: Vec<&[&Stop]> = members.chunk_by(beside).collect();
        let place = |row: &&[&Stop]| row.iter().position(|stop| stop.id == at);
        let row = rows.iter().position(|row| place(row).is_some())?;
        let place = rows.get(row).and_then(place)?;
        let to = if way == Move::Up {
            row.checked_sub(1)?
        } else {
            row + 1
        };
        let to = rows.get(to)?;
        to.get(place).or(to.last()).map(|stop| stop.id)
    }

    /// The layer that lies on top.
    pub fn top_layer(&self) -> Option<LayerId> {
        self.all.last().map(|stop| stop.layer)
    }

    /// The layers that lie over the window.
    pub fn layers_over(&self) -> Vec<LayerId> {
        let mut over: Vec<LayerId> = self.all.iter().map(|stop| stop.layer).collect();
        over.retain(|layer| layer.order > Order::Background);
        over.dedup();
        over
    }

    /// What lies nearest to a place, in the smallest of these around it that holds anything.
    pub fn nearest(&self, rect: Rect, around: &[Id]) -> Option<Id> {
        let far = |stop: &&Stop| stop.rect.center().distance_sq(rect.center());
        around.iter().find_map(|around| {
            let left = self.all.iter().filter(|stop| stop.inside.contains(around));
            left.min_by(|a, b| far(a).total_cmp(&far(b)))
                .map(|stop| stop.id)
        })
    }
}

fn stop(widgets: &WidgetRects, widget: &WidgetRect, marks: &Marks, modal: Option<LayerId>) -> Stop {
    let inside = around(widgets, widget);
    let layer = widget.layer_id;
    // A menu is one group.
    let menu = (layer.order == Order::Foreground && modal != Some(layer)).then_some(layer.id);
    let group = inside.iter().find(|id| marks.groups.contains(id));
    let part = |id: &Id| marks.parts.iter().find(|part| part.1 == *id);
    Stop {
        id: widget.id,
        layer,
        rect: widget.rect,
        seen: widget.interact_rect,
        part: inside.iter().find_map(part).copied(),
        group: group.copied().or(menu),
        inside,
    }
}

/// What a widget stands in, from the inside out, up to its layer.
pub(super) fn around(widgets: &WidgetRects, widget: &WidgetRect) -> Vec<Id> {
    let mut inside = Vec::new();
    let mut id = widget.parent_id;
    while !inside.contains(&id) {
        inside.push(id);
        match widgets.get(id) {
            Some(parent) => id = parent.parent_id,
            None => break,
        }
    }
    inside.push(widget.layer_id.id);
    inside
}
