//! The Compare page as a person works with it: looking closer and back, pinning, titles; with
//! pointer, wheel and keys, on the datasets that come with the program.

use eframe::egui;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::chart::Kind;
use opatlas::draw::theme;
use opatlas::state::{Command, State};
use opatlas::ui;

struct Desk {
    state: State,
    scratch: ui::Scratch,
}

fn window(kind: Kind) -> Harness<'static, Desk> {
    let mut state = State::default();
    for read in opatlas::app::embedded() {
        state.apply(Command::ReadingDone(Box::new(read)));
    }
    state.apply(Command::SetKind(kind));
    let mut harness = Harness::builder()
        .with_size(vec2(1440.0, 900.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(40)
        .with_os(egui::os::OperatingSystem::Nix)
        .with_context_setup(theme::install)
        .build_ui_state(
            |ui, desk: &mut Desk| {
                let mut commands = Vec::new();
                ui::window_ui(ui, &desk.state, &mut desk.scratch, &mut commands);
                for command in commands {
                    desk.state.apply(command);
                }
            },
            Desk {
                state,
                scratch: ui::Scratch::default(),
            },
        );
    harness.run();
    harness
}

/// Where the field of a chart is.
fn field(window: &Harness<'_, Desk>) -> Rect {
    window.get_by_label_contains("Field of the chart").rect()
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

fn drag(window: &mut Harness<'_, Desk>, from: Pos2, to: Pos2) {
    for event in [
        Event::PointerMoved(from),
        button(from, true),
        Event::PointerMoved(from.lerp(to, 0.5)),
        Event::PointerMoved(to),
        button(to, false),
    ] {
        window.event(event);
        window.step();
    }
    window.run();
}

fn turn_wheel(window: &mut Harness<'_, Desk>, at: Pos2, points: f32) {
    window.event(Event::PointerMoved(at));
    window.step();
    window.event(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Unknown,
        modifiers: Modifiers::NONE,
    });
    // It glides to a stop.
    window.run_steps(90);
}

#[test]
fn a_box_dragged_over_a_scatter_is_what_is_shown_and_a_double_click_shows_everything() {
    let mut window = window(Kind::Scatter);
    let rect = field(&window);
    drag(
        &mut window,
        rect.left_bottom() + vec2(4.0, -4.0),
        rect.center(),
    );
    let zoom = window.state().state.view.zoom.expect("a part is shown");
    assert!(zoom.x.1 < 3_744.0, "{zoom:?}");
    assert!(
        window.get_all_by_label_contains("Liberterra III").count() > 0,
        "what lies outside is named"
    );
    let empty = field(&window).right_top() + vec2(-3.0, 3.0);
    window.event(Event::PointerMoved(empty));
    for pressed in [true, false, true, false] {
        window.event(button(empty, pressed));
    }
    window.run();
    assert_eq!(window.state().state.view.zoom, None);
}

#[test]
fn the_wheel_looks_closer_and_further_and_one_undo_takes_it_back() {
    let mut window = window(Kind::Timeline);
    let at = field(&window).center();
    turn_wheel(&mut window, at, 200.0);
    let (from, to) = window.state().state.view.zoom.expect("a part is shown").x;
    assert!(to - from < 7.0 && from >= 2019.0 && to <= 2026.0);
    let at = field(&window).center();
    turn_wheel(&mut window, at, -4000.0);
    assert_eq!(window.state().state.view.zoom, None, "everything is shown");
    window.state_mut().state.apply(Command::Undo);
    assert_eq!(window.state().state.view.kind, Kind::Bars);
}

#[test]
fn keys_look_closer_move_and_show_everything() {
    let mut window = window(Kind::Timeline);
    window.get_by_label_contains("Field of the chart").focus();
    window.run();
    window.key_press(Key::Plus);
    window.run();
    let closer = window.state().state.view.zoom.expect("a part is shown").x;
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    window.run();
    let moved = window.state().state.view.zoom.expect("a part is shown").x;
    assert!(moved.0 > closer.0 && moved.1 > closer.1);
    window.key_press(Key::Num0);
    window.run();
    assert_eq!(window.state().state.view.zoom, None);
}

#[test]
fn bars_cannot_be_cut_off_from_their_zero() {
    for kind in [Kind::Bars, Kind::Change, Kind::Ranking, Kind::Coverage] {
        let window = window(kind);
        assert!(
            window
                .query_by_label_contains("Field of the chart")
                .is_none(),
            "{kind:?}"
        );
    }
}

#[test]
fn a_pin_is_set_from_the_key_and_taken_off_again() {
    let mut window = window(Kind::Bars);
    let pins = |window: &Harness<'_, Desk>| window.state().state.view.pinned.clone();
    window
        .get_all_by_label("Pin Liberterra III")
        .next()
        .expect("a pin")
        .click();
    window.run();
    assert_eq!(pins(&window), ["liberterra-3"]);
    let toggled = window
        .get_all_by_label("Pin Liberterra III")
        .all(|pin| pin.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True));
    assert!(toggled, "key and choices say that it is pinned");
    window
        .get_all_by_label("Pin Liberterra III")
        .last()
        .expect("a pin")
        .click();
    window.run();
    assert!(pins(&window).is_empty());
}

#[test]
fn the_first_picture_is_one_figure_and_its_title_says_what_it_shows() {
    let window = window(Kind::Bars);
    let view = &window.state().state.view;
    assert_eq!(view.comparison.metrics, ["arrests"]);
    assert_eq!(view.comparison.operations, ["liberterra-2", "liberterra-3"]);
    let sentence = "Liberterra III reports 48.7\u{a0}% more arrests than Liberterra II, but 25.6\u{a0}% fewer per operation day (12 days against 6).";
    assert!(window.query_by_label(sentence).is_none(), "it is told once");
    let title = sentence.trim_end_matches('.');
    window.get_by_label_contains(title);
}
