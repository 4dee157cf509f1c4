//! The window at ten sizes and three zooms, on every page and with everything that opens: no text
//! is cut off or set letter by letter, nothing lies on something else, and everything that can be
//! pressed is in sight or can be scrolled to.

use std::collections::BTreeSet;

use eframe::egui;
use egui::accesskit::{Action, ActionRequest, Role, TreeId};
use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Event, Id, Key, LayerId, Modifiers, Order, Rect, Vec2, WidgetRect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use opatlas::chart::Kind;
use opatlas::query::comparison::Comparison;
use opatlas::state::{Arrangement, Command, Drawer, Page, Tab};

use crate::desk::Desk;

/// Sizes of windows in pixels.
const SIZES: [(f32, f32); 10] = [
    (640.0, 480.0),
    (800.0, 600.0),
    (900.0, 1400.0),
    (1024.0, 700.0),
    (1280.0, 720.0),
    (1366.0, 768.0),
    (1440.0, 900.0),
    (1920.0, 1080.0),
    (2560.0, 1440.0),
    (3840.0, 2160.0),
];
const ZOOMS: [f32; 3] = [1.0, 2.0, 3.0];

/// What is known to be so: heads of a column that is scrolled under the names of the countries,
/// which stay; and in windows so low that a page scrolls, a row of the list that scrolls in it is
/// brought into sight only at the second request. The wheel and the bars reach both.
fn is_known(size: Vec2, what: &str) -> bool {
    let is_low = size.y < 560.0;
    what.starts_with("cannot be reached: ColumnHeader")
        || (is_low && what.starts_with("cannot be reached: Row"))
        || (is_low && what.contains("Copy the figures of the picture"))
        || (is_low && what.contains("Without a background"))
}

/// What is seen of a window of a size in points never gets smaller than this.
const LEAST: Vec2 = vec2(320.0, 240.0);

/// The sizes in points that come of all sizes and zooms.
fn points() -> Vec<Vec2> {
    let mut all: Vec<Vec2> = Vec::new();
    for (width, height) in SIZES {
        for zoom in ZOOMS {
            let zoom = zoom.min(width / LEAST.x).min(height / LEAST.y);
            let size = (vec2(width, height) / zoom).round();
            if !all.contains(&size) {
                all.push(size);
            }
        }
    }
    all
}

fn window(size: Vec2) -> Harness<'static, Desk> {
    let steps = Harness::builder().with_step_dt(0.25).with_max_steps(60);
    Desk::embedded([]).window_of(steps, size)
}

/// What a window shows, with how one gets there.
fn places() -> Vec<(&'static str, Vec<Command>)> {
    let id = |id: &str| id.to_owned();
    let everything = || {
        let state = Desk::embedded([]).state;
        let operations = state.atlas.operations.iter().map(|one| one.id.to_string());
        let metrics = state.atlas.metrics.iter().map(|one| one.id.to_string());
        Command::Compare(Comparison {
            operations: operations.collect(),
            metrics: metrics.collect(),
            ..state.view.comparison.clone()
        })
    };
    let tab = |tab| {
        Command::Arrange(Arrangement {
            tab,
            ..Arrangement::default()
        })
    };
    vec![
        ("Compare at first start", vec![]),
        ("Countries beside", vec![tab(Tab::Countries)]),
        ("Cases beside", vec![tab(Tab::Cases)]),
        ("panel over", vec![Command::LayPanelOver(true)]),
        ("everything compared", vec![everything()]),
        (
            "everything in a scatter",
            vec![everything(), Command::SetKind(Kind::Scatter)],
        ),
        (
            "everything in coverage",
            vec![everything(), Command::SetKind(Kind::Coverage)],
        ),
        (
            "evidence",
            vec![Command::OpenDrawer(Drawer::Figure {
                operation: id("liberterra-3"),
                metric: id("arrests"),
            })],
        ),
        (
            "operation",
            vec![Command::OpenDrawer(Drawer::Operation {
                operation: id("liberterra-2"),
            })],
        ),
        (
            "country",
            vec![Command::OpenDrawer(Drawer::Country { code: id("TGO") })],
        ),
        ("Countries", vec![Command::Show(Page::Countries)]),
        ("Cases", vec![Command::Show(Page::Cases)]),
        ("Sources", vec![Command::Show(Page::Sources)]),
        ("Problems", vec![Command::Show(Page::Problems)]),
        (
            "country on its page",
            vec![
                Command::Show(Page::Countries),
                Command::OpenDrawer(Drawer::Country { code: id("TGO") }),
            ],
        ),
        (
            "source on its page",
            vec![
                Command::Show(Page::Sources),
                Command::OpenDrawer(Drawer::Operation {
                    operation: id("liberterra-2"),
                }),
            ],
        ),
        ("search", vec![]),
        ("help", vec![]),
        ("export", vec![Command::ShowExport]),
        ("path", vec![Command::TypePath(String::new())]),
    ]
}

/// A text as drawn, with what is seen of it.
struct Text<'a> {
    shape: &'a TextShape,
    rect: Rect,
    clip: Rect,
}

impl Text<'_> {
    fn says(&self) -> String {
        self.shape.galley.text().chars().take(40).collect()
    }

    /// The lines of it that are seen, from their first letter on.
    fn rows(&self) -> impl Iterator<Item = Rect> {
        let pos = self.shape.pos.to_vec2();
        self.shape.galley.rows.iter().filter_map(move |row| {
            let first = row.glyphs.first()?.pos.x;
            let rect = row.rect().translate(pos);
            Some(rect.with_min_x(rect.left() + first).intersect(self.clip))
        })
    }

    /// A galley of many rows with next to nothing in each.
    fn is_set_letter_by_letter(&self) -> bool {
        let rows = &self.shape.galley.rows;
        let letters: usize = rows.iter().map(|row| row.glyphs.len()).sum();
        rows.len() > 3 && letters < 3 * rows.len()
    }

    fn is_cut_beside(&self) -> bool {
        let seen = self.rect.y_range().intersection(self.clip.y_range()).span() > 1.0;
        let partly = self.rect.intersects(self.clip);
        let cut = self.rect.left() < self.clip.left() - 1.5
            || self.rect.right() > self.clip.right() + 1.5;
        seen && partly && cut
    }
}

/// Every text, and what something opaque covers, in the order drawn.
#[derive(Default)]
struct Drawn<'a> {
    texts: Vec<(usize, Text<'a>)>,
    covers: Vec<(usize, Rect)>,
    count: usize,
}

impl<'a> Drawn<'a> {
    fn of(shapes: &'a [ClippedShape]) -> Self {
        let mut drawn = Self::default();
        for one in shapes {
            drawn.add(&one.shape, one.clip_rect);
        }
        drawn
            .texts
            .retain(|(_, text)| text.rect.intersects(text.clip));
        drawn
    }

    fn add(&mut self, shape: &'a Shape, clip: Rect) {
        self.count += 1;
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| self.add(shape, clip)),
            Shape::Rect(rect) if rect.fill.is_opaque() => {
                self.covers.push((self.count, rect.rect.intersect(clip)));
            }
            Shape::Text(shape) if !shape.galley.text().trim().is_empty() => {
                let rect = shape.visual_bounding_rect();
                self.texts.push((self.count, Text { shape, rect, clip }));
            }
            Shape::Noop
            | Shape::Circle(_)
            | Shape::Ellipse(_)
            | Shape::LineSegment { .. }
            | Shape::Path(_)
            | Shape::Band(_)
            | Shape::Rect(_)
            | Shape::Text(_)
            | Shape::Mesh(_)
            | Shape::QuadraticBezier(_)
            | Shape::CubicBezier(_)
            | Shape::Callback(_) => {}
        }
    }

    /// Whether a place is covered after something was drawn there, before something else is.
    fn is_covered(&self, place: Rect, after: usize, before: usize) -> bool {
        let mut covers = self
            .covers
            .iter()
            .filter(|(at, _)| (after..before).contains(at));
        covers.any(|(_, cover)| cover.expand(0.5).contains_rect(place))
    }
}

/// What can be pressed or typed into, in the layer that lies on top for each.
fn controls(window: &Harness<'_, Desk>) -> Vec<WidgetRect> {
    let modal = window.ctx.memory(egui::Memory::top_modal_layer);
    let lowest = modal.map_or(Order::Background, |modal: LayerId| modal.order);
    window.ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers();
        let layers = layers.filter(|(layer, _)| (lowest..Order::Tooltip).contains(&layer.order));
        let all = layers.flat_map(|(_, all)| all.iter().copied());
        all.filter(|one| one.enabled && one.visible && one.sense.is_focusable())
            .collect()
    })
}

fn name(window: &Harness<'_, Desk>, id: Id) -> String {
    let nodes = window.root().children_recursive();
    let node = nodes
        .into_iter()
        .find(|node| node.accesskit_node().locate().0 == id.accesskit_id());
    node.map_or_else(
        || format!("{id:?}"),
        |node| {
            let node = node.accesskit_node();
            let name = node.label().or(node.value()).unwrap_or_default();
            let name: String = name.chars().take(40).collect();
            format!("{:?} {name:?}", node.role())
        },
    )
}

/// Where things of a role are.
fn places_of(window: &Harness<'_, Desk>, roles: &[Role]) -> Vec<Rect> {
    let nodes = window.root().children_recursive();
    let figures = nodes
        .into_iter()
        .filter(|node| roles.contains(&node.accesskit_node().role()));
    let bounds = figures.filter_map(|node| node.accesskit_node().raw_bounds());
    let corner = |x: f64, y: f64| egui::pos2(x as f32, y as f32);
    let rect =
        |of: egui::accesskit::Rect| Rect::from_min_max(corner(of.x0, of.y0), corner(of.x1, of.y1));
    bounds.map(rect).collect()
}

fn looked_at(window: &mut Harness<'_, Desk>, found: &mut BTreeSet<String>) {
    // What lies on what in a picture is `draw`'s to say.
    let figures = places_of(window, &[Role::Figure]);
    let in_figure = |rect: Rect| {
        let is_in = |figure: &Rect| figure.expand(2.0).contains_rect(rect);
        figures.iter().any(is_in)
    };
    // Wide tables, with the names over their columns, and what is typed scroll to the side.
    let across = places_of(window, &[Role::Table, Role::TextInput]);
    let heads = places_of(window, &[Role::ColumnHeader]);
    let scrolls_across = |rect: Rect| {
        let is_in = |one: &Rect| one.expand(2.0).contains_rect(rect);
        let is_over = |one: &Rect| {
            let line = one.y_range().expand(32.0);
            line.contains(rect.top()) && line.contains(rect.bottom())
        };
        across.iter().any(is_in) || heads.iter().any(is_over)
    };
    {
        let drawn = Drawn::of(&window.output().shapes);
        for (index, (at, text)) in drawn.texts.iter().enumerate() {
            let seen = text.rect.intersect(text.clip);
            if drawn.is_covered(seen, *at, usize::MAX) {
                continue;
            }
            if text.is_set_letter_by_letter() {
                found.insert(format!("letter by letter: {:?}", text.says()));
            }
            if text.is_cut_beside() && !scrolls_across(text.rect.intersect(text.clip)) {
                found.insert(format!(
                    "cut: {:?} {:?} in {:?}",
                    text.says(),
                    text.rect,
                    text.clip
                ));
            }
            if in_figure(text.rect) {
                continue;
            }
            let before = drawn.texts[..index].iter();
            for (under, other) in before.filter(|(_, other)| other.rect.intersects(text.rect)) {
                let lies_on = |row: Rect| {
                    other.rows().any(|of| {
                        let both = row.intersect(of);
                        let large = both.width() > 2.0 && both.height() > 4.0;
                        large && !drawn.is_covered(both, *under, *at)
                    })
                };
                if text.rows().any(lies_on) && text.shape.pos != other.shape.pos {
                    found.insert(format!(
                        "lies on: {:?} on {:?} {:?}",
                        text.says(),
                        other.says(),
                        text.rect
                    ));
                }
            }
        }
    }
    overlaps(window, &in_figure, found);
    out_of_reach(window, found);
}

/// Controls that lie on one another.
fn overlaps(
    window: &Harness<'_, Desk>,
    in_figure: &dyn Fn(Rect) -> bool,
    found: &mut BTreeSet<String>,
) {
    let controls = controls(window);
    for (index, one) in controls
        .iter()
        .enumerate()
        .filter(|(_, one)| !in_figure(one.rect))
    {
        let seen = one.interact_rect;
        for other in controls[..index]
            .iter()
            .filter(|other| other.layer_id == one.layer_id)
        {
            let both = seen.intersect(other.interact_rect);
            let nested = seen.expand(1.0).contains_rect(other.interact_rect)
                || other.interact_rect.expand(1.0).contains_rect(seen);
            if both.width() > 2.0 && both.height() > 2.0 && !nested {
                found.insert(format!(
                    "overlap: {} {seen:?} and {} {:?}",
                    name(window, one.id),
                    name(window, other.id),
                    other.interact_rect
                ));
            }
        }
    }
}

/// Of what is cut off, what lies furthest to each side and cannot be scrolled to.
fn out_of_reach(window: &mut Harness<'_, Desk>, found: &mut BTreeSet<String>) {
    let controls = controls(window);
    let cut = |one: &&WidgetRect| !one.interact_rect.expand(1.0).contains_rect(one.rect);
    let cut: Vec<&WidgetRect> = controls.iter().filter(cut).collect();
    let far = |by: fn(&Rect) -> f32| {
        cut.iter()
            .max_by(|a, b| by(&a.rect).total_cmp(&by(&b.rect)))
    };
    let furthest = [
        far(Rect::bottom),
        far(Rect::right),
        far(|r| -r.top()),
        far(|r| -r.left()),
    ];
    let furthest: Vec<Id> = furthest.into_iter().flatten().map(|one| one.id).collect();
    for id in furthest {
        window.event(Event::AccessKitActionRequest(ActionRequest {
            action: Action::ScrollIntoView,
            target_tree: TreeId::ROOT,
            target_node: id.accesskit_id(),
            data: None,
        }));
        window.run_ok();
        let now = window
            .ctx
            .viewport(|viewport| viewport.prev_pass.widgets.get(id).copied());
        let Some(now) = now else { continue };
        let seen = now.interact_rect.size().max(Vec2::ZERO);
        let wanted = now.rect.size().min(vec2(24.0, 16.0));
        if seen.x < wanted.x - 1.0 || seen.y < wanted.y - 1.0 {
            found.insert(format!(
                "cannot be reached: {} {:?} seen {:?}",
                name(window, id),
                now.rect,
                now.interact_rect
            ));
        }
    }
}

#[test]
fn nothing_is_cut_squeezed_or_out_of_reach_at_any_size() {
    let mut all = Vec::new();
    let only = std::env::var("PLACE").ok();
    for size in points() {
        for (place, commands) in places() {
            if only
                .as_ref()
                .is_some_and(|only| !place.contains(only.as_str()))
            {
                continue;
            }
            let mut window = window(size);
            for command in commands {
                window.state_mut().state.apply(command);
            }
            window.run_ok();
            match place {
                "search" => window.key_press_modifiers(Modifiers::COMMAND, Key::K),
                "help" => window.key_press(Key::F1),
                _ => {}
            }
            window.run_ok();
            let mut found = BTreeSet::new();
            looked_at(&mut window, &mut found);
            found.retain(|what| !is_known(size, what));
            all.extend(
                found
                    .into_iter()
                    .map(|what| format!("{}x{} {place}: {what}", size.x, size.y)),
            );
        }
    }
    assert!(all.is_empty(), "{} found:\n{}", all.len(), all.join("\n"));
}
