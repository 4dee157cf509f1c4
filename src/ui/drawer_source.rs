//! A publication in the drawer, and what rests on it.

use eframe::egui::Ui;

use super::drawer::{cases_ui, operation_link_ui, part_ui, title_ui};
use super::evidence::source_actions_ui;
use super::kept::kept;
use super::widgets::{link_ui, note_ui, rich, soft_ui, text_ui};
use crate::draw::theme::{Palette, Weight, size, space};
use crate::query::cases::CaseChoice;
use crate::query::sources;
use crate::state::{Command, Drawer, State};
use crate::words::{counted, listed};

/// Draws a publication; `None` when it is in no open dataset.
pub fn content_ui(ui: &mut Ui, state: &State, id: &str, commands: &mut Vec<Command>) -> Option<()> {
    let palette = Palette::shown(ui.ctx());
    let atlas = &state.atlas;
    let source = atlas.sources.get(id)?;
    title_ui(ui, &source.title);
    ui.horizontal_wrapped(|ui| {
        let byline = format!("{} · {}", source.byline(), source.grade.name());
        ui.label(rich(byline, Weight::Regular, size::TEXT, palette.ink_soft));
    });
    if let Some(note) = &source.note {
        note_ui(ui, note.as_str());
    }
    source_actions_ui(ui, source, commands);
    let statements = sources::statements(atlas, id);
    if !statements.is_empty() {
        part_ui(ui, "Figures it supports");
    }
    let mut before = None;
    for statement in &statements {
        if before != Some(&statement.operation.id) {
            ui.add_space(space::XS);
            operation_link_ui(ui, atlas, statement.operation, commands);
            before = Some(&statement.operation.id);
        }
        statement_ui(ui, statement, commands);
    }
    let lists: Vec<&str> = atlas
        .operations
        .iter()
        .filter(|operation| {
            operation
                .countries
                .sources
                .iter()
                .any(|one| one.as_str() == id)
        })
        .map(|operation| operation.name.as_str())
        .collect();
    if !lists.is_empty() {
        part_ui(ui, "Lists of countries");
        text_ui(ui, listed(&lists));
    }
    let key = id.to_owned();
    let places = kept(ui.ctx(), "cases of a source", atlas, &key, || {
        sources::cases(atlas, id)
    });
    if !places.is_empty() {
        part_ui(ui, &counted(places.len(), "case", "cases"));
        cases_ui(ui, atlas, &places, &CaseChoice::default(), commands);
    }
    if statements.is_empty() && places.is_empty() && lists.is_empty() {
        part_ui(ui, "What it supports");
        soft_ui(
            ui,
            "No figure, list or case; it may stand behind days, findings or partners.",
        );
    }
    Some(())
}

fn statement_ui(ui: &mut Ui, statement: &sources::Statement<'_>, commands: &mut Vec<Command>) {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(rich(
            statement.report.quantity.short(),
            Weight::SemiBold,
            size::TEXT,
            palette.ink,
        ));
        let operation = statement.operation.id.to_string();
        let (label, drawer) = match statement.metric {
            Some(metric) => (
                metric.label.as_str(),
                Drawer::Figure {
                    operation,
                    metric: metric.id.to_string(),
                },
            ),
            None => (
                "Countries taking part",
                Drawer::CountriesTakingPart { operation },
            ),
        };
        if link_ui(ui, label).clicked() {
            commands.push(Command::OpenDrawer(drawer));
        }
        let (remark, color) = match (statement.differs, statement.alone) {
            (true, _) => ("contradicted elsewhere", palette.warning),
            (false, true) => ("alone", palette.ink_faint),
            (false, false) => return,
        };
        ui.label(rich(remark, Weight::Regular, size::SMALL, color));
    });
}
