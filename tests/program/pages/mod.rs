//! The pages as a person finds them with a screen reader and a keyboard: what each row says,
//! what keys do, what a click opens.

mod cases;
mod countries;
mod evidence;
mod problems;

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use opatlas::model::{Dataset, Problem};
use opatlas::state::{Command, FileRead, Page};

use crate::desk::Desk;

fn dataset() -> Dataset {
    let reading = opatlas::file::read("test.ron", include_bytes!("pages.ron"));
    assert_eq!(reading.problems, []);
    reading.dataset.expect("a dataset without problem")
}

fn read(dataset: Option<Dataset>, problems: Vec<Problem>) -> Command {
    Command::ReadingDone(Box::new(FileRead {
        path: None,
        name: "test.ron".to_owned(),
        dataset: dataset.map(Arc::new),
        problems,
        ..FileRead::default()
    }))
}

fn on(page: Page) -> Desk {
    Desk::of([read(Some(dataset()), Vec::new()), Command::Show(page)])
}

/// The window on the page shown, which carries out what it is asked for.
fn window(desk: Desk) -> Harness<'static, Desk> {
    desk.window([1280.0, 760.0])
}

/// What a list's or table's rows say, in order.
fn rows(harness: &Harness<'_, Desk>) -> Vec<String> {
    harness
        .query_all_by(|node| matches!(node.role(), Role::ListBoxOption | Role::Row))
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}
