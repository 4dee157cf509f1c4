//! Taking a picture, a table or a view away through the export panel, by the names a screen reader
//! says.

use std::path::PathBuf;

use eframe::egui;
use egui::accesskit::Toggled;
use egui::{Key, Modifiers, Rect, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::chart::{self, PictureForm, PictureFormat, PictureSize, TextStyle};
use opatlas::export::{self, PictureOptions};
use opatlas::query::tables::{Csv, Table, TableFormat};
use opatlas::state::{Command, Effect, What};

use crate::desk::Desk;

fn saved(window: &Harness<'_, Desk>) -> (What, PathBuf) {
    match window.state().effects.as_slice() {
        [Effect::Export(what, path)] => (*what, path.clone()),
        other => panic!("{other:?}"),
    }
}

fn window(size: [f32; 2]) -> Harness<'static, Desk> {
    let mut desk = Desk::embedded([]);
    desk.effects.clear();
    desk.scratch.export.folder = PathBuf::from("/out");
    let mut harness = desk.window(size);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.run();
    harness
}

fn click(window: &mut Harness<'_, Desk>, name: &str) {
    window.get_by_label(name).click();
    window.run();
}

#[test]
fn ctrl_e_and_enter_save_the_picture_under_a_name_that_tells_what_it_shows() {
    let mut window = window([1440.0, 900.0]);
    window.key_press(Key::Enter);
    window.run();
    let (what, path) = saved(&window);
    assert_eq!(what, What::Picture(PictureForm::default()));
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.contains("liberterra-iii-bars.png"), "{name}");
}

#[test]
fn what_a_size_says_is_what_the_file_has() {
    let mut window = window([1440.0, 900.0]);
    for (size, scale, pixels) in [
        ("Square 1080 × 1080 px", "1×", (1080, 1080)),
        ("Portrait 1080 × 1350 px", "1×", (1080, 1350)),
        ("Print, slide 3840 × 2160 px", "2×", (3840, 2160)),
    ] {
        click(&mut window, scale);
        click(&mut window, size);
        let form = window.state().scratch.export.form;
        let state = &window.state().state;
        let view = &state.view;
        let spec = chart::picture(&state.atlas, &view.comparison, view.showing());
        let png = export::picture(&spec, form.format, &PictureOptions::of(form)).unwrap();
        let reader = png::Decoder::new(std::io::Cursor::new(png))
            .read_info()
            .unwrap();
        assert_eq!((reader.info().width, reader.info().height), pixels);
    }
    click(&mut window, "1×");
    click(&mut window, "As high as needed 1200 × as needed");
    // Once it has been drawn, its height is known.
    let name = window.get_by_label_contains("As high as needed 1200");
    let name = name.accesskit_node().label().unwrap();
    assert!(name.ends_with(" px"), "{name}");
}

#[test]
fn every_choice_of_form_reaches_the_file() {
    let mut window = window([1440.0, 900.0]);
    for name in [
        "SVG",
        "As text",
        "Dark",
        "Without a background",
        "My own size",
    ] {
        click(&mut window, name);
    }
    let width = window.get_by_label("Width in points");
    width.focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.get_by_label("Width in points").type_text("900");
    window.key_press(Key::Enter);
    window.run();
    click(&mut window, "Save");
    let (what, path) = saved(&window);
    assert_eq!(
        what,
        What::Picture(PictureForm {
            format: PictureFormat::Svg,
            size: PictureSize::Own {
                width: 900,
                height: 675
            },
            scale: 1,
            dark: true,
            transparent: true,
            text: TextStyle::Editable,
        })
    );
    assert_eq!(path.extension().unwrap(), "svg");
}

#[test]
fn a_size_too_small_for_the_picture_is_refused_before_saving_and_leads_to_one_that_does() {
    let mut window = window([1440.0, 900.0]);
    window.state_mut().scratch.export.form.size = PictureSize::Own {
        width: 400,
        height: 260,
    };
    window.run();
    window.get_by_label_contains("So much cannot be read at 400x260");
    window.get_by_label_contains("Make it 400 × ").click();
    window.run();
    assert!(window.query_by_label_contains("cannot be read").is_none());
    assert!(window.query_by_label_contains("Preview. ").is_some());
}

#[test]
fn every_table_is_a_named_choice_in_every_form() {
    let mut window = window([1440.0, 900.0]);
    click(&mut window, "Table");
    for table in Table::ALL {
        let name = format!("{} table", table.name());
        click(&mut window, &name);
        let chosen = window.get_by_label(&name).accesskit_node().toggled();
        assert_eq!(chosen, Some(Toggled::True), "{name}");
    }
    click(&mut window, "Cases table");
    click(&mut window, "JSON");
    click(&mut window, "Save");
    let first = saved(&window);
    let path = PathBuf::from("/out/opatlas-cases.json");
    assert_eq!(first, (What::Table(Table::Cases, TableFormat::Json), path));
    window.state_mut().effects.clear();
    click(&mut window, "This picture’s figures");
    click(&mut window, "CSV for Excel");
    click(&mut window, "Save");
    let excel = Csv::Excel {
        decimal_comma: false,
    };
    let (what, _) = saved(&window);
    assert_eq!(what, What::Figures(TableFormat::Csv(excel)));
    window.state_mut().effects.clear();
    click(
        &mut window,
        "Copy this table with its numbers as numbers, to paste it into a spreadsheet",
    );
    let pasted = TableFormat::Csv(Csv::Paste {
        decimal_comma: false,
    });
    let copied = Effect::CopyExport(What::Figures(pasted));
    assert_eq!(window.state().effects, [copied]);
}

#[test]
fn the_picture_its_words_and_its_figures_can_be_copied() {
    let mut window = window([1440.0, 900.0]);
    for means in [
        "Copy the picture as pixels",
        "Copy what the picture shows",
        "Copy the figures of the picture",
    ] {
        window.get_by_label_contains(means).click();
        window.run();
    }
    match window.state().effects.as_slice() {
        [
            Effect::CopyExport(What::Picture(form)),
            Effect::Copy(words),
            Effect::Copy(table),
        ] => {
            assert_eq!(*form, PictureForm::default());
            assert!(
                words.contains("2,517") && words.contains("3,744"),
                "{words}"
            );
            assert!(table.contains("\t2,517 *\t3,744 *\n"), "{table}");
        }
        other => panic!("{other:?}"),
    }
    assert!(window.query_all_by_label("Copied the figures").count() >= 1);
}

#[test]
fn the_dialog_is_asked_with_what_is_chosen_and_where() {
    let mut window = window([1440.0, 900.0]);
    let path = window.get_by_label("Path to save as").value().unwrap();
    click(&mut window, "Choose…");
    let what = What::Picture(PictureForm::default());
    assert_eq!(
        window.state().effects,
        [Effect::PickExport(what, PathBuf::from(path))]
    );
}

#[test]
fn an_export_that_failed_says_so_in_the_panel_and_leaves_it_open() {
    let mut window = window([1440.0, 900.0]);
    let why = "Nothing was saved: the disk is full; /out/a.svg";
    let failed = Command::Exported(Err(why.to_owned()));
    window.state_mut().apply(failed);
    window.run();
    assert!(window.query_all_by_label_contains(why).count() >= 1);
    assert!(window.query_by_label("Save").is_some());
}

#[test]
fn where_and_how_to_save_stays_in_sight_at_every_size() {
    for size in [
        [320.0, 240.0],
        [400.0, 300.0],
        [640.0, 480.0],
        [800.0, 600.0],
        [1024.0, 700.0],
        [1920.0, 1080.0],
    ] {
        let mut window = window(size);
        let screen = Rect::from_min_size(egui::Pos2::ZERO, size.into());
        for sort in ["Picture", "Table", "View"] {
            window
                .get_by_role_and_label(Role::RadioButton, sort)
                .click();
            window.run();
            let mut rects = Vec::new();
            for name in [
                "Path to save as",
                "Choose…",
                "Cancel",
                "Save",
                "Close the export panel",
            ] {
                let rect = window.get_by_label(name).rect();
                assert!(screen.contains_rect(rect), "{name} at {rect:?} in {size:?}");
                let over = rects
                    .iter()
                    .any(|other: &Rect| other.shrink(1.0).intersects(rect));
                assert!(!over, "{name} at {rect:?} in {size:?}");
                rects.push(rect);
            }
        }
    }
}

#[test]
fn escape_closes_the_panel_and_its_choices_are_there_the_next_time() {
    let mut window = window([1024.0, 700.0]);
    click(&mut window, "SVG");
    click(&mut window, "Table");
    window.key_press(Key::Escape);
    window.run();
    assert!(window.query_by_label("Path to save as").is_none());
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    window.run();
    let svg = window.get_by_label("SVG").accesskit_node().toggled();
    assert_eq!(svg, Some(Toggled::True));
}

#[test]
fn no_tooltip_of_what_lies_under_the_panel_stays_over_it() {
    let mut window = window([1024.0, 700.0]);
    window.key_press(Key::Escape);
    window.run();
    let tooltip = |window: &Harness<'_, Desk>| {
        let tooltips = window.query_all_by_role(Role::Tooltip).count();
        let layers = window.ctx.memory(|memory| {
            let layers = memory.layer_ids();
            layers
                .filter(|layer| layer.order == egui::Order::Tooltip)
                .filter(|layer| memory.areas().is_visible(layer))
                .count()
        });
        tooltips + layers
    };
    let export = window.get_by_role_and_label(Role::Button, "Export…");
    let at = export.rect().center();
    window.hover_at(at);
    window.run_steps(60);
    assert_ne!(tooltip(&window), 0, "a tooltip is shown");
    window.key_press_modifiers(Modifiers::COMMAND, Key::E);
    window.run_steps(10);
    assert_eq!(tooltip(&window), 0);
}
