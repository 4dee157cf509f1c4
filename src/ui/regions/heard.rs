//! What those who hear the window are told, tidied once everything is drawn: nothing twice, and
//! nothing that lies behind a dialog, and where everything is.

use eframe::egui;
use egui::accesskit::{Node, NodeId, Role};
use egui::{Context, Id, Rect};

use super::stops::around;
use super::{Marks, Part};

pub(super) fn tidy(ctx: &Context, marks: &Marks) {
    if !ctx.has_accesskit_node(egui::accesskit_root_id()) {
        return;
    }
    let drawn: Vec<(Id, Rect)> = ctx.viewport(|viewport| {
        let layers = viewport.this_pass.widgets.layers();
        let all = layers.flat_map(|(_, drawn)| drawn);
        all.map(|widget| (widget.id, widget.rect)).collect()
    });
    for (id, rect) in drawn {
        if ctx.has_accesskit_node(id) {
            ctx.accesskit_node_builder(id, |node| {
                say_once(node);
                say_what_matters(node);
                say_where(node, rect);
            });
        }
    }
    say_in_order(ctx, &marks.parts);
    for (_, part) in &marks.parts {
        let layer = ctx.viewport(|viewport| Some(viewport.this_pass.widgets.get(*part)?.layer_id));
        let is_behind = |layer| !ctx.memory(|memory| memory.allows_interaction(layer));
        if layer.is_some_and(is_behind) {
            ctx.accesskit_node_builder(*part, Node::set_hidden);
        }
    }
}

/// Tells the parts of the window in the order they are read; they are drawn in another.
fn say_in_order(ctx: &Context, parts: &[(Part, Id)]) {
    let placed: Vec<(Part, Vec<Id>)> = ctx.viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let around = |id: Id| Some([vec![id], around(widgets, widgets.get(id)?)].concat());
        let placed = parts
            .iter()
            .filter_map(|(part, id)| Some((*part, around(*id)?)));
        placed.collect()
    });
    // The last that all of them stand in.
    let Some((_, first)) = placed.first() else {
        return;
    };
    let in_all = |id: &&Id| placed.iter().all(|(_, around)| around.contains(id));
    let Some(window) = first.iter().find(in_all) else {
        return;
    };
    ctx.accesskit_node_builder(*window, |node| {
        let place = |child: &NodeId| {
            let holds = |around: &[Id]| around.iter().any(|id| id.accesskit_id() == *child);
            let part = placed.iter().find(|(_, around)| holds(around));
            part.map_or(Part::ALL.len(), |(part, _)| *part as usize)
        };
        let mut children = node.children().to_vec();
        children.sort_by_key(place);
        node.set_children(children);
    });
}

/// Leaves out bars that have no name, and tooltips: what they say is the description of what they
/// belong to.
fn say_what_matters(node: &mut Node) {
    let is_bar = node.role() == Role::ScrollBar && node.label().is_none();
    if is_bar || node.role() == Role::Tooltip {
        node.set_hidden();
    }
}

/// Tells where a part or group lies; egui tells it of widgets alone.
fn say_where(node: &mut Node, rect: Rect) {
    if node.bounds().is_none() && rect.is_finite() {
        node.set_bounds(egui::accesskit::Rect {
            x0: rect.left().into(),
            y0: rect.top().into(),
            x1: rect.right().into(),
            y1: rect.bottom().into(),
        });
    }
}

/// Takes out of a description what the name says already.
fn say_once(node: &mut Node) {
    let (Some(name), Some(description)) = (node.label(), node.description()) else {
        return;
    };
    let more = description.strip_prefix(name).unwrap_or(description);
    let more = more.trim_start_matches([' ', ',', '.', ':', ';', '\n']);
    if more.is_empty() || name.contains(more) {
        node.clear_description();
    } else if more.len() < description.len() {
        node.set_description(more.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_tells_only_what_the_name_does_not() {
        for (name, description, left) in [
            ("Undo", "Undo", None),
            ("Undo", "Undo (Ctrl+Z)", Some("(Ctrl+Z)")),
            ("Arrests, 2,517", "2,517", None),
            (
                "Bars",
                "One bar for each figure",
                Some("One bar for each figure"),
            ),
        ] {
            let mut node = Node::new(Role::Button);
            node.set_label(name);
            node.set_description(description);
            say_once(&mut node);
            assert_eq!(node.description(), left, "{name}: {description}");
        }
    }
}
