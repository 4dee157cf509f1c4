//! The Compare page as a person works with it: looking closer and back, pinning, titles; with
//! pointer, wheel and keys, on the datasets that come with the program; and what stands alongside.

use eframe::egui;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT as _, Queryable as _};
use opatlas::chart::Kind;
use opatlas::state::{Chosen, Command, Drawer, Page, Tab};

use crate::desk::Desk;

/// From a small screen to a wide one.
const SIZES: [Vec2; 4] = [
    vec2(800.0, 600.0),
    vec2(1024.0, 700.0),
    vec2(1440.0, 900.0),
    vec2(1920.0, 1080.0),
];

fn window(kind: Kind) -> Harness<'static, Desk> {
    sized(kind, vec2(1440.0, 900.0))
}

fn sized(kind: Kind, size: Vec2) -> Harness<'static, Desk> {
    let steps = Harness::builder()
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(40);
    let mut window = Desk::embedded([Command::SetKind(kind)]).window_of(steps, size);
    window.run();
    window
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

/// The names of the rows of the list alongside.
fn rows(window: &Harness<'_, Desk>) -> Vec<String> {
    let rows = window.query_all(By::new().role(Role::ListBoxOption));
    rows.filter_map(|row| row.accesskit_node().label())
        .collect()
}

/// Where the mark of a figure is in the picture.
fn mark(window: &Harness<'_, Desk>) -> Rect {
    let says = "Arrests, Liberterra II: 2,517";
    let marks = By::new().role(Role::Button).label_contains(says);
    let mut marks = window.get_all(marks);
    marks.next().map_or(Rect::NOTHING, |mark| mark.rect())
}

fn press(window: &mut Harness<'_, Desk>, key: Key) {
    window.key_press(key);
    window.run();
}

#[track_caller]
fn click(window: &mut Harness<'_, Desk>, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

fn click_at(window: &mut Harness<'_, Desk>, at: Pos2) {
    window.event(Event::PointerMoved(at));
    window.step();
    for pressed in [true, false] {
        window.event(button(at, pressed));
        window.step();
    }
    window.run();
}

#[test]
fn the_title_can_say_what_is_compared_instead_of_what_the_figures_show() {
    let mut window = window(Kind::Bars);
    assert!(window.state().state.view.headline);
    click(&mut window, "Title and subtitle of the picture");
    click(&mut window, "Say what the figures show");
    assert!(!window.state().state.view.headline);
}

#[test]
fn a_click_on_a_mark_opens_its_evidence_alongside_and_esc_leads_back() {
    let mut window = window(Kind::Bars);
    let at = mark(&window).center();
    click_at(&mut window, at);
    let drawer = &window.state().state.drawer;
    assert!(matches!(drawer, Some(Drawer::Figure { .. })));
    window.get_by_label("Back to Figures");
    press(&mut window, Key::Escape);
    assert_eq!(window.state().state.drawer, None);
    window.get_by_label("Copy the table for a spreadsheet");
}

#[test]
fn the_picture_never_moves_under_the_pointer() {
    for size in SIZES {
        let mut window = sized(Kind::Bars, size);
        let before = mark(&window);
        window.event(Event::PointerMoved(before.center()));
        window.run();
        assert_eq!(mark(&window), before, "pointed at, {size:?}");
        click_at(&mut window, before.center());
        assert!(window.state().state.drawer.is_some(), "{size:?}");
        assert_eq!(mark(&window), before, "evidence open, {size:?}");
        let country = Drawer::Country {
            code: "TGO".to_owned(),
        };
        window.state_mut().state.apply(Command::OpenDrawer(country));
        window.run();
        assert_eq!(mark(&window), before, "a country chosen, {size:?}");
    }
}

#[test]
fn a_country_chosen_alongside_opens_in_place_and_its_cases_come_first() {
    let mut window = window(Kind::Bars);
    click(&mut window, "Countries alongside");
    let row = "Spain, took part in Liberterra II";
    window.get_by_label_contains(row).click_accesskit();
    window.run();
    let state = &window.state().state;
    assert_eq!(state.view.chosen, Some(Chosen::Country("ESP".to_owned())));
    window.get_by_label("Back to Countries");
    press(&mut window, Key::Escape);
    click(&mut window, "Cases alongside");
    let rows = rows(&window);
    assert!(rows[0].contains("Spain"), "{rows:?}");
    click(&mut window, "Spain: show all alike again");
    assert_eq!(window.state().state.view.chosen, None);
}

#[test]
fn a_case_is_read_alongside_the_picture_and_chosen_so() {
    let mut window = window(Kind::Bars);
    click(&mut window, "Cases alongside");
    let first = rows(&window)[0].clone();
    click(&mut window, &first);
    let state = &window.state().state;
    assert!(matches!(state.view.chosen, Some(Chosen::Case(_))));
    assert_eq!(state.view.page, Page::Compare);
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    assert_eq!(window.state().state.view.chosen, None);
}

#[test]
fn on_a_wide_screen_countries_stand_beside_what_was_opened() {
    let mut window = sized(Kind::Bars, vec2(1920.0, 1080.0));
    let at = mark(&window).center();
    click_at(&mut window, at);
    window.get_by_label("Back to Figures");
    window.get_by_label_contains("Togo, took part in Liberterra II");
}

#[test]
fn where_there_is_no_room_beside_the_panel_lies_over_the_page_until_esc() {
    const TABLE: &str = "Copy the table for a spreadsheet";
    let mut window = sized(Kind::Bars, vec2(800.0, 600.0));
    assert!(window.query_by_label(TABLE).is_none());
    click(
        &mut window,
        "Show figures, countries and cases beside the picture",
    );
    window.get_by_label(TABLE);
    press(&mut window, Key::Escape);
    assert!(window.query_by_label(TABLE).is_none());
}

#[test]
fn folded_choices_open_from_the_strip() {
    let mut window = sized(Kind::Bars, vec2(1024.0, 700.0));
    click(&mut window, "Figures (1)");
    click(&mut window, "Officers");
    assert_eq!(window.state().state.view.comparison.metrics.len(), 2);
    click(&mut window, "Figures (2)");
    click(&mut window, "Operations (2)");
    let weka = "Compare all operations of Weka";
    window.get_by_label(weka).click_accesskit();
    window.run();
    assert!(
        window
            .state()
            .state
            .view
            .comparison
            .operations
            .contains(&"weka-1".to_owned())
    );
}

#[test]
fn enter_on_a_figure_compares_by_it_alone_and_the_space_bar_beside_the_others() {
    let mut window = window(Kind::Bars);
    let metrics = |window: &Harness<'_, Desk>| window.state().state.view.comparison.metrics.len();
    window.get_by_label("Officers").focus();
    window.run();
    press(&mut window, Key::Space);
    assert_eq!(metrics(&window), 2);
    press(&mut window, Key::Enter);
    assert_eq!(window.state().state.view.comparison.metrics, ["officers"]);
}

#[test]
fn the_table_takes_the_pictures_place_and_gives_it_back() {
    let mut window = window(Kind::Bars);
    click(&mut window, "Show the table in place of the picture");
    assert!(window.query(By::new().role(Role::Figure)).is_none());
    click(&mut window, "Picture");
    assert!(window.query(By::new().role(Role::Figure)).is_some());
}

#[test]
fn the_window_is_never_zoomed_to_less_than_a_small_screen() {
    let mut window = sized(Kind::Bars, vec2(640.0, 480.0));
    window.ctx.set_zoom_factor(3.0);
    window.run_steps(3);
    let zoom = window.ctx.zoom_factor();
    assert!((zoom - 2.0).abs() < 0.01, "{zoom}");
}

#[test]
fn tabs_folds_and_the_full_table_have_keys_that_work_from_any_page() {
    let mut window = window(Kind::Bars);
    let mut pressed = |modifiers, key| {
        window.state_mut().apply(Command::Show(Page::Cases));
        window.run();
        window.key_press_modifiers(modifiers, key);
        window.run();
        let view = &window.state().state.view;
        assert_eq!(view.page, Page::Compare);
        view.arrangement
    };
    assert_eq!(pressed(Modifiers::ALT, Key::Num2).tab, Tab::Countries);
    assert_eq!(pressed(Modifiers::ALT, Key::Num3).tab, Tab::Cases);
    assert_eq!(pressed(Modifiers::ALT, Key::Num1).tab, Tab::Figures);
    assert!(pressed(Modifiers::COMMAND, Key::T).table_full);
    assert!(!pressed(Modifiers::COMMAND, Key::T).table_full);
    assert!(pressed(Modifiers::COMMAND, Key::B).choices_folded);
    assert!(pressed(Modifiers::COMMAND, Key::J).panel_folded);
    let unfolded = pressed(Modifiers::ALT, Key::Num2);
    assert!(!unfolded.panel_folded, "a tab asked for is shown");
}

#[test]
fn where_there_is_no_room_the_same_keys_lay_the_panel_over_the_page() {
    let mut window = sized(Kind::Bars, vec2(800.0, 600.0));
    for (modifiers, key, over) in [
        (Modifiers::COMMAND, Key::J, true),
        (Modifiers::COMMAND, Key::J, false),
        (Modifiers::ALT, Key::Num3, true),
    ] {
        window.key_press_modifiers(modifiers, key);
        window.run();
        assert_eq!(window.state().state.panel_over, over, "{key:?}");
    }
    assert!(!window.state().state.view.arrangement.panel_folded);
}

#[test]
fn coverage_shows_every_figure_that_is_reported_where_one_was_compared() {
    let window = window(Kind::Coverage);
    assert!(window.state().state.view.comparison.metrics.len() > 5);
}

#[test]
fn every_kind_of_chart_stands_with_its_name_on_a_laptop() {
    let window = window(Kind::Bars);
    for kind in Kind::ALL {
        let button = window.get_by_role_and_label(Role::RadioButton, kind.name());
        assert!(button.rect().width() >= 48.0, "{kind:?}: only an icon");
    }
}

#[test]
fn a_map_has_no_measure_and_its_countries_stand_beside_it() {
    let window = window(Kind::Map);
    assert!(window.query_by_label_contains("Measure: ").is_none());
    let table = window.get_by_role_and_label(Role::Table, "Figures");
    assert!(
        table
            .query_by_role_and_label(Role::Row, "Algeria")
            .is_some()
    );
}

#[test]
fn the_figures_are_heard_as_a_table_with_a_row_for_each_figure() {
    let window = window(Kind::Bars);
    let table = window.get_by_role_and_label(Role::Table, "Figures");
    let rows: Vec<String> = table
        .get_all_by_role(Role::Row)
        .filter_map(|row| row.accesskit_node().label())
        .collect();
    assert!(rows.contains(&"Arrests".to_owned()), "{rows:?}");
    let row = table.get_by_role_and_label(Role::Row, "Arrests");
    assert_eq!(row.get_all_by_role(Role::Button).count(), 2);
    table.get_by_role_and_label(Role::ColumnHeader, "Liberterra II");
    table.get_by_role_and_label(Role::RowHeader, "Arrests");
}

#[test]
fn the_actions_of_the_table_are_reached_in_the_order_they_stand_in() {
    let window = window(Kind::Bars);
    let left = |name| {
        window
            .get_by_role_and_label(Role::Button, name)
            .rect()
            .left()
    };
    let names = [
        "Show the table in place of the picture",
        "Copy the table for a spreadsheet",
    ];
    assert!(left(names[0]) < left(names[1]));
    let nodes = window.root().children_recursive();
    let order: Vec<String> = nodes
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label: &String| names.contains(&label.as_str()))
        .collect();
    assert_eq!(order, names);
}
