//! What those who hear the window are told, tidied once everything is drawn: nothing twice, and
//! nothing that lies behind a dialog.

use eframe::egui;
use egui::accesskit::Node;
use egui::{Context, Id};

use super::Marks;

pub(super) fn tidy(ctx: &Context, marks: &Marks) {
    if !ctx.has_accesskit_node(egui::accesskit_root_id()) {
        return;
    }
    let drawn: Vec<Id> = ctx.viewport(|viewport| {
        let layers = viewport.this_pass.widgets.layers();
        let ids = layers.flat_map(|(_, drawn)| drawn.iter().map(|widget| widget.id));
        ids.collect()
    });
    for id in drawn.into_iter().filter(|id| ctx.has_accesskit_node(*id)) {
        ctx.accesskit_node_builder(id, say_once);
    }
    for (_, part) in &marks.parts {
        let layer = ctx.viewport(|viewport| Some(viewport.this_pass.widgets.get(*part)?.layer_id));
        let is_behind = |layer| !ctx.memory(|memory| memory.allows_interaction(layer));
        if layer.is_some_and(is_behind) {
            ctx.accesskit_node_builder(*part, Node::set_hidden);
        }
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
    use egui::accesskit::Role;

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
