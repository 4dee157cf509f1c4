//! The Compare page: choices on the left, the picture on its sheet, the figures as a table.

use std::sync::Arc;

use eframe::egui;
use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Stroke, Ui, Vec2, vec2};

use super::kept::{Letters, kept};
use super::regions::{self, Part};
use super::style::HEADING;
use super::widgets::{action_ui, caution_ui, rich, text_ui};
use super::{choices, figures_table};
use crate::chart::{ChartSpec, picture};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, size, space};
use crate::draw::{Look, PlacedPicture, Sheet, Typesetter, lacking, picture_ui};
use crate::state::{Command, State};
use crate::words::{self, counted};

/// How wide the choices are.
const CHOICES: f32 = 240.0;
/// How wide a page must be for the table to stand beside the picture.
const TABLE_BESIDE: f32 = 1240.0;
/// How wide the table is when it stands beside the picture.
const TABLE: f32 = 344.0;
/// The room beside a headline for what can be done with it.
const HEADLINE_ACTIONS: f32 = 168.0;
/// The room under a picture for how to look closer.
const LOOK: f32 = 28.0;
/// The room under a picture for which letters it lacks.
const LACKING: f32 = 48.0;
/// The widest a picture gets on screen.
const WIDEST: f32 = 1200.0;

/// The margin of picture and table: the panel to their left has its own.
const BESIDE_CHOICES: Margin = Margin {
    left: 4,
    right: 16,
    top: 16,
    bottom: 16,
};

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    let plain = Frame::NONE.fill(palette.paper);
    let spec = said(ui.ctx(), state);
    let beside = ui.available_width() >= TABLE_BESIDE;
    Panel::left("choices")
        .exact_size(CHOICES)
        .resizable(false)
        .show_separator_line(false)
        .frame(plain)
        .show(ui, |ui| {
            regions::part(ui, Part::Choices);
            ScrollArea::vertical()
                .id_salt("choices")
                .auto_shrink(false)
                .show(ui, |ui| {
                    let margin = Margin {
                        left: 16,
                        right: 12,
                        top: 16,
                        bottom: 16,
                    };
                    Frame::NONE
                        .inner_margin(margin)
                        .show(ui, |ui| choices::choices_ui(ui, state, commands));
                });
        });
    if beside {
        Panel::right("figures")
            .exact_size(TABLE)
            .resizable(false)
            .show_separator_line(false)
            .frame(plain)
            .show(ui, |ui| {
                regions::part(ui, Part::Panel);
                ScrollArea::vertical()
                    .id_salt("figures")
                    .auto_shrink(false)
                    .show(ui, |ui| {
                        Frame::NONE
                            .inner_margin(BESIDE_CHOICES)
                            .show(ui, |ui| figures_table::table_ui(ui, state, &spec, commands));
                    });
            });
    }
    CentralPanel::default().frame(plain).show(ui, |ui| {
        regions::part(ui, Part::Picture);
        let room = ui.available_size();
        ScrollArea::vertical()
            .id_salt("picture")
            .auto_shrink(false)
            .show(ui, |ui| {
                Frame::NONE.inner_margin(BESIDE_CHOICES).show(ui, |ui| {
                    sheet_ui(ui, state, &spec, commands, room.y - 2.0 * space::L);
                    look_ui(ui, state);
                    remarks_ui(ui, &spec.remarks);
                    if !beside {
                        ui.add_space(space::XL);
                        figures_table::table_ui(ui, state, &spec, commands);
                    }
                });
            });
    });
}

/// What the picture of the view says; the same until something is chosen.
pub(super) fn said(ctx: &egui::Context, state: &State) -> Arc<ChartSpec> {
    let view = &state.view;
    kept(ctx, "picture", &state.atlas, view, || {
        picture(&state.atlas, &view.comparison, view.showing())
    })
}

/// The picture on its sheet, with the margins an exported file has.
fn sheet_ui(ui: &mut Ui, state: &State, spec: &ChartSpec, commands: &mut Vec<Command>, room: f32) {
    let palette = Palette::shown(ui.ctx());
    let view = &state.view;
    let width = ui.available_width().min(WIDEST);
    let top = ui.cursor().top();
    if view.zoom.is_some() {
        part_ui(ui, commands);
    } else if let Some(headline) = spec.headline.as_deref().filter(|_| !view.headline) {
        headline_ui(ui, headline, width, commands);
    }
    // As high as the content asks for, and where there is room in the proportions of a file.
    let under = if view.kind.can_zoom() { LOOK } else { 0.0 };
    let wanted = (width * 0.95).min(room - (ui.cursor().top() - top) - under);
    let kept = placed(ui, state, spec, vec2(width, wanted));
    let (placed, lacking) = &*kept;
    let response = ui.scope(|ui| {
        regions::group(ui);
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(egui::Role::Figure);
            node.set_label(spec.alt());
        });
        picture_ui(ui, spec, placed, palette, width)
    });
    let rect = response.response.rect;
    ui.painter().rect_stroke(
        rect,
        0.0,
        Stroke::new(1.0, palette.hairline),
        egui::StrokeKind::Outside,
    );
    if let Some(operation) = response.inner.named {
        commands.push(Command::TogglePin(spec.operations[operation].id.clone()));
    }
    match response.inner.look {
        Some(Look::AtAll) => commands.push(Command::LookAt(None)),
        Some(Look::At(part)) => commands.push(Command::LookAt(Some(part))),
        None => {}
    }
    if let Some(letters) = lacking {
        ui.add_space(space::S);
        caution_ui(ui, &words::not_drawn(letters));
    }
    let clicked = response.inner.clicked;
    commands.extend(
        clicked
            .and_then(|figure| figures_table::evidence(spec, figure))
            .map(Command::OpenDrawer),
    );
}

/// The picture in its place, and the letters that no font has; the same until something is chosen or the room changes.
fn placed(
    ui: &Ui,
    state: &State,
    spec: &ChartSpec,
    room: Vec2,
) -> Arc<(PlacedPicture, Option<Vec<char>>)> {
    let palette = Palette::shown(ui.ctx());
    let typesetter = Typesetter::new(ui.ctx(), palette);
    let key = (state.view.clone(), room, Letters::shown(ui.ctx()));
    kept(ui.ctx(), "placed picture", &state.atlas, &key, || {
        let sheet = |height: f32| Sheet::of(&typesetter, spec, room.x).place(height);
        let placed = sheet(room.y);
        match lacking(&placed) {
            Some(letters) => (sheet(room.y - LACKING), Some(letters)),
            None => (placed, None),
        }
    })
}

/// What the picture shows in one sentence, over its sheet, for a title or a text.
fn headline_ui(ui: &mut Ui, headline: &str, width: f32, commands: &mut Vec<Command>) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
        ui.vertical(|ui| {
            ui.set_max_width((width - HEADLINE_ACTIONS).max(width / 2.0));
            ui.label(HEADING.medium().text(ui, headline));
        });
        if action_ui(
            ui,
            "",
            "Use as title",
            "Use this sentence as the title of the picture",
        )
        .clicked()
        {
            commands.push(Command::SetHeadline(true));
        }
        if action_ui(ui, icons::COPY, "Copy", "Copy this sentence").clicked() {
            commands.push(Command::Copy(headline.to_owned(), "the sentence"));
        }
    });
    ui.add_space(space::M);
}

/// That only a part is shown, and what brings everything back; in place of the sentence, which
/// speaks of everything.
fn part_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::M;
        let says = "A part of the chart, looked at closer";
        ui.label(rich(says, Weight::Medium, size::HEADING, palette.ink));
        let name = "Show the whole chart again";
        if action_ui(ui, "", "Show everything", name).clicked() {
            commands.push(Command::LookAt(None));
        }
    });
    ui.add_space(space::M);
}

/// How to look closer, where one can.
fn look_ui(ui: &mut Ui, state: &State) {
    if !state.view.kind.can_zoom() {
        return;
    }
    ui.add_space(space::S);
    let palette = Palette::shown(ui.ctx());
    let says =
        "Drag over the chart or turn the wheel to look closer; a double click shows everything";
    ui.label(rich(says, Weight::Regular, size::SMALL, palette.ink_faint));
}

/// Everything that stands between what is shown and a fair comparison; the picture itself names
/// only what misleads most.
fn remarks_ui(ui: &mut Ui, remarks: &[String]) {
    if remarks.is_empty() {
        return;
    }
    ui.add_space(space::M);
    let width = ui.available_width().min(WIDEST) - space::XL;
    let count = counted(remarks.len(), "remark", "remarks");
    let heading = rich(
        format!("How comparable are these? {count}"),
        Weight::Medium,
        size::TEXT,
        Palette::shown(ui.ctx()).ink,
    );
    egui::CollapsingHeader::new(heading)
        .id_salt("remarks")
        .show(ui, |ui| {
            ui.set_max_width(width);
            for remark in remarks {
                text_ui(ui, remark);
            }
        });
}
