//! The window at twelve sizes, from what a zoom of 300 % leaves of a small screen to a wall, on
//! every page and with everything that opens: no text is cut off or set letter by letter, nothing
//! lies on something else, and everything that can be pressed is large enough, and in sight or can
//! be scrolled to.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui;
use egui::accesskit::{Action, ActionRequest, Role, TreeId};
use egui::epaint::{ClippedShape, Shape, TextShape};
use egui::{Event, Id, Key, LayerId, Modifiers, Order, Rect, Vec2, WidgetRect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use opatlas::chart::Kind;
use opatlas::import::form::{FigureFields, Form, SeizedFields, Subject};
use opatlas::import::release::Release;
use opatlas::model::Dataset;
use opatlas::query::comparison::Comparison;
use opatlas::state::{Add, Arrangement, Command, Door, Drawer, KeptVersion, Page, See, State, Tab};
use opatlas::ui::Scratch;

use crate::desk::{Desk, read, with_problems};

/// Sizes of windows in points: screens, and what a zoom of 200 or 300 % leaves of the smaller ones.
const SIZES: [(f32, f32); 12] = [
    (320.0, 240.0),
    (320.0, 498.0),
    (450.0, 700.0),
    (512.0, 350.0),
    (640.0, 480.0),
    (720.0, 450.0),
    (800.0, 600.0),
    (960.0, 540.0),
    (1024.0, 700.0),
    (1440.0, 900.0),
    (1920.0, 1080.0),
    (3840.0, 2160.0),
];

/// The least height and width of what can be pressed, in points.
const TARGET: f32 = 24.0;

/// What a window shows, with how one gets there.
type Place = (&'static str, Vec<Command>);

fn id(id: &str) -> String {
    id.to_owned()
}

fn tab(tab: Tab) -> Command {
    arranged(Arrangement {
        tab,
        ..Arrangement::default()
    })
}

fn arranged(arrangement: Arrangement) -> Command {
    Command::Arrange(arrangement)
}

fn full_table() -> Command {
    arranged(Arrangement {
        table_full: true,
        ..Arrangement::default()
    })
}

/// All that is open, compared.
fn everything(state: &State) -> Command {
    let operations = state.atlas.operations.iter().map(|one| one.id.to_string());
    let metrics = state.atlas.metrics.iter().map(|one| one.id.to_string());
    Command::Compare(Comparison {
        operations: operations.collect(),
        metrics: metrics.collect(),
        ..state.view.comparison.clone()
    })
}

/// Thirty operations with names and a metric longer than any column, some read from the right.
fn long_names() -> Command {
    let operations = (1..=30).map(|at| {
        let name = match at % 3 {
            0 => format!("عملية مشتركة لمكافحة الاتجار بالبشر {at}"),
            1 => format!("Joint operation against trafficking in human beings and the smuggling of migrants along the eastern corridor {at}"),
            _ => format!("Unzertrennlichkeitsbekundungsveranstaltung{at}"),
        };
        format!(
            r#"( id: "o{at}", name: "{name}", family: "Family {}", days: ("20{:02}-02-01", "20{:02}-02-0{}"),
            countries: (count: [(quantity: Exactly(40), source: "release")], listed: ["TGO", "VCT"], sources: ["release"]),
            figures: {{ "found": [(quantity: MoreThan({at}40), source: "release")] }} )"#,
            at / 7,
            at % 20 + 5,
            at % 20 + 5,
            at % 7 + 2
        )
    });
    let operations: Vec<String> = operations.collect();
    read(
        "long names.ron",
        &format!(
            r#"#![enable(implicit_some)]
( format: 1, title: "A title that is as long as titles of datasets that people write in their offices tend to be",
    sources: {{ "release": (publisher: "The federal ministry of the interior and of community", title: "A release whose title goes on and on until nobody reads it any more, and then a little further", date: "2025-03-01", address: "https://example.org", grade: Official) }},
    metrics: {{ "found": (label: "Potential victims of trafficking in human beings who were found and referred", unit: "people", definition: "All") }},
    operations: [{}],
    cases: [( id: "c1", operation: "o1", title: "A case with a title that is longer than a line of the list can be in any window", summary: "Something happened.", countries: ["VCT"], crimes: [Trafficking], sources: ["release"] )],
)"#,
            operations.join(",\n")
        ),
    )
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
    for one in controls(window) {
        if one.rect.size().min_elem() < TARGET - 0.5 && !in_figure(one.rect) {
            let size = one.rect.size();
            found.insert(format!("too small: {} {size:?}", name(window, one.id)));
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

/// Of what is cut off, what lies furthest down and to the right and cannot be scrolled to.
fn out_of_reach(window: &mut Harness<'_, Desk>, found: &mut BTreeSet<String>) {
    let controls = controls(window);
    let cut = |one: &&WidgetRect| !one.interact_rect.expand(1.0).contains_rect(one.rect);
    let cut: Vec<&WidgetRect> = controls.iter().filter(cut).collect();
    let far = |by: fn(&Rect) -> f32| {
        cut.iter()
            .max_by(|a, b| by(&a.rect).total_cmp(&by(&b.rect)))
    };
    let furthest = [far(Rect::bottom), far(Rect::right)];
    let mut furthest: Vec<Id> = furthest.into_iter().flatten().map(|one| one.id).collect();
    furthest.dedup();
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

/// Looks at places in one window each, at every size.
fn walk(begun: impl Fn() -> Desk, places: Vec<Place>) {
    let mut all = Vec::new();
    for (place, commands) in places {
        let steps = Harness::builder().with_step_dt(0.25).with_max_steps(60);
        let mut window = begun().window_of(steps, vec2(320.0, 240.0));
        for (width, height) in SIZES {
            // As if just opened: nothing is scrolled.
            window
                .ctx
                .memory_mut(|memory| *memory = egui::Memory::default());
            window.state_mut().scratch = Scratch::default();
            window.set_size(vec2(width, height));
            for command in commands.clone() {
                window.state_mut().apply(command);
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
            let found = found.into_iter();
            all.extend(found.map(|what| format!("{width}x{height} {place}: {what}")));
        }
    }
    assert!(all.is_empty(), "{} found:\n{}", all.len(), all.join("\n"));
}

#[test]
fn the_compare_page_fits_at_any_size() {
    let places = vec![
        ("first start", vec![]),
        ("countries beside", vec![tab(Tab::Countries)]),
        ("cases beside", vec![tab(Tab::Cases)]),
        ("panel over", vec![Command::LayPanelOver(true)]),
        ("full table", vec![full_table()]),
    ];
    walk(|| Desk::embedded([]), places);
}

#[test]
fn what_opens_beside_fits_at_any_size() {
    let figure = Drawer::Figure {
        operation: id("liberterra-3"),
        metric: id("arrests"),
    };
    let operation = || Drawer::Operation {
        operation: id("liberterra-2"),
    };
    let country = || Drawer::Country { code: id("TGO") };
    let places = vec![
        ("evidence", vec![Command::OpenDrawer(figure)]),
        ("operation", vec![Command::OpenDrawer(operation())]),
        ("country", vec![Command::OpenDrawer(country())]),
        (
            "country on its page",
            vec![
                Command::Show(Page::Countries),
                Command::OpenDrawer(country()),
            ],
        ),
        (
            "operation beside sources",
            vec![
                Command::Show(Page::Sources),
                Command::OpenDrawer(operation()),
            ],
        ),
    ];
    walk(|| Desk::embedded([]), places);
}

#[test]
fn everything_compared_fits_at_any_size() {
    let everything = everything(&Desk::embedded([]).state);
    let places = vec![
        ("bars", vec![everything.clone()]),
        (
            "scatter",
            vec![everything.clone(), Command::SetKind(Kind::Scatter)],
        ),
        (
            "coverage",
            vec![everything.clone(), Command::SetKind(Kind::Coverage)],
        ),
        ("full table", vec![everything, full_table()]),
    ];
    walk(|| Desk::embedded([]), places);
}

#[test]
fn every_other_page_fits_at_any_size() {
    let page = |page| vec![Command::Show(page)];
    let places = vec![
        ("Countries", page(Page::Countries)),
        ("Cases", page(Page::Cases)),
        ("Sources", page(Page::Sources)),
        ("Problems", page(Page::Problems)),
    ];
    walk(|| Desk::embedded([]), places);
}

#[test]
fn what_lies_over_the_window_fits_at_any_size() {
    let places = vec![
        ("search", vec![]),
        ("help", vec![]),
        ("export", vec![Command::ShowExport]),
        ("path", vec![Command::TypePath(String::new())]),
    ];
    walk(|| Desk::embedded([]), places);
}

#[test]
fn what_changed_fits_at_any_size() {
    let path = || std::path::PathBuf::from("/data/mine.ron");
    let of = || Command::See(See::Of(path()));
    let other = Desk::of([with_problems()]).state.files[0].dataset.clone();
    let kept = (0..12_u64).map(|at| KeptVersion {
        path: format!("/versions/{at}").into(),
        ago: Some(std::time::Duration::from_secs(40 * at.pow(4))),
    });
    let kept = Command::See(See::Kept(path(), kept.collect()));
    let since = Command::See(See::Since("/versions/3".into()));
    let was = Command::See(See::Read("/versions/3".into(), other));
    let places = vec![
        ("nothing kept", vec![of()]),
        ("what changed", vec![of(), kept, since, was]),
    ];
    walk(|| Desk::of([with_problems()]), places);
}

#[test]
fn a_window_with_nothing_open_or_something_wrong_fits_at_any_size() {
    let nothing = vec![
        ("nothing open", vec![]),
        ("no problems", vec![Command::Show(Page::Problems)]),
    ];
    walk(|| Desk::of([]), nothing);
    let left_out = Drawer::Figure {
        operation: id("example-1"),
        metric: id("arrests"),
    };
    let wrong = vec![
        ("problems", vec![Command::Show(Page::Problems)]),
        (
            "picture of what is left out",
            vec![Command::Show(Page::Compare)],
        ),
        ("why it is left out", vec![Command::OpenDrawer(left_out)]),
    ];
    walk(|| Desk::of([with_problems()]), wrong);
}

#[test]
fn long_names_in_any_script_fit_at_any_size() {
    let page = |page| vec![Command::Show(page)];
    let state = Desk::of([long_names()]).state;
    assert_eq!(state.atlas.operations.len(), 30);
    assert_eq!(state.problem_count(opatlas::model::Severity::Error), 0);
    let places = vec![
        ("bars", vec![everything(&state)]),
        ("countries beside", vec![tab(Tab::Countries)]),
        ("cases beside", vec![tab(Tab::Cases)]),
        ("Countries", page(Page::Countries)),
        ("Cases", page(Page::Cases)),
        ("Sources", page(Page::Sources)),
    ];
    walk(|| Desk::of([long_names()]), places);
}

#[test]
fn what_is_added_fits_at_any_size() {
    let mut filled = Form::default();
    filled.operation.name = "An operation that nobody has heard of before".to_owned();
    filled.operation.first = "4/10/2024".to_owned();
    filled.operation.listed = "Togo, Atlantis".to_owned();
    filled.source.named = "https://www.example.org/a/rather/long/address/2024/11/06".to_owned();
    let number = FigureFields {
        metric: "Vessels that were stopped and searched at sea".to_owned(),
        number: "more than 1,800".to_owned(),
        ..FigureFields::default()
    };
    let more = FigureFields {
        excerpt: "The sentence in which a source states a number. ".repeat(4),
        revised_from: "a lot".to_owned(),
        archived: "example.org".to_owned(),
        ..number.clone()
    };
    filled.figures = vec![number, more];
    filled.operation.units = "Argentina (Buenos Aires); Atlantis".to_owned();
    filled.case.people.number = "about 40".to_owned();
    filled.case.people.note = "As far as is known.".to_owned();
    filled.case.others = vec![filled.case.people.clone()];
    filled.case.seized = vec![SeizedFields::default()];
    let of = |subject| {
        let form = Form {
            subject,
            ..filled.clone()
        };
        let fill = Command::Add(Add::Fill(Box::new(form)));
        vec![Command::Add(Add::Show), fill]
    };
    let table = "Operation\tArrests\tSeen\nLiberterra III\tlots\t1.800\nAnother\t3\t4";
    let text = "Operation Blue Harbour II, from 2 to 6 September 2024: more than 1,240 suspects were \
        arrested in 31 countries and some 690 victims were found in Côte d’Ivoire. It cost 12 euros.";
    let release = Release::of("a.txt", text.to_owned(), &Dataset::default(), &[]);
    let places = vec![
        ("adding nothing yet", vec![Command::Add(Add::Show)]),
        ("adding figures", of(Subject::Figures)),
        ("adding an operation", of(Subject::Operation)),
        ("adding a case", of(Subject::Case)),
        ("adding a source", of(Subject::Source)),
        (
            "adding no sheet yet",
            vec![
                Command::Add(Add::Show),
                Command::Add(Add::Through(Door::Sheet)),
            ],
        ),
        (
            "adding a sheet",
            vec![Command::Add(Add::Paste(table.to_owned()))],
        ),
        (
            "adding no text yet",
            vec![
                Command::Add(Add::Show),
                Command::Add(Add::Through(Door::Text)),
            ],
        ),
        (
            "adding a text",
            vec![
                Command::Add(Add::Show),
                Command::Add(Add::Through(Door::Text)),
                Command::Add(Add::ReleaseRead(Ok(Arc::new(release)))),
            ],
        ),
    ];
    walk(|| Desk::embedded([]), places);
    let to_own = vec![("adding to one's own", vec![Command::Add(Add::Show)])];
    walk(|| Desk::of([long_names()]), to_own);
}
