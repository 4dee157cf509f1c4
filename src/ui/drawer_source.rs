//! A publication in the drawer, and what rests on it.

use eframe::egui::Ui;

use super::changing::changing_ui;
use super::evidence::source_actions_ui;
use super::kept::kept;
use super::links::{cases_ui, drawer_link_ui, operation_link_ui};
use super::style::{Ink, SMALL, TEXT, TITLE};
use super::widgets::{headed_ui, label_ui, note_ui, part_ui, soft_ui, text_ui};
use crate::draw::theme::space;
use crate::import::form::Record;
use crate::query::cases::CaseChoice;
use crate::query::sources::{self, Statement};
use crate::state::{Command, Drawer, State};
use crate::words::window::details;
use crate::words::{counted, listed};

/// Draws a publication; `None` when it is in no open dataset.
pub fn content_ui(ui: &mut Ui, state: &State, id: &str, commands: &mut Vec<Command>) -> Option<()> {
    let atlas = &state.atlas;
    let source = atlas.sources.get(id)?;
    headed_ui(ui, TITLE.bold(), &source.title);
    ui.horizontal_wrapped(|ui| {
        let byline = format!("{} · {}", source.byline(), source.grade.name());
        label_ui(ui, TEXT.soft(), byline);
    });
    if let Some(note) = &source.note {
        note_ui(ui, note.as_str());
    }
    source_actions_ui(ui, source, commands);
    let own = state.own(&Record::Source(id.into()));
    changing_ui(ui, own, &source.title, commands);
    let statements = sources::statements(atlas, id);
    if !statements.is_empty() {
        part_ui(ui, details::SUPPORTED_FIGURES);
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
    let operations = atlas.operations.iter();
    let lists: Vec<&str> = operations
        .filter(|one| one.countries.sources.iter().any(|one| one.as_str() == id))
        .map(|operation| operation.name.as_str())
        .collect();
    if !lists.is_empty() {
        part_ui(ui, details::SUPPORTED_LISTS);
        text_ui(ui, listed(&lists));
    }
    let key = id.to_owned();
    let places = kept(ui.ctx(), "cases of a source", atlas, &key, || {
        sources::cases(atlas, id)
    });
    if !places.is_empty() {
        part_ui(ui, &counted(places.len(), "case", "cases"));
        cases_ui(
            ui,
            atlas,
            &places,
            &CaseChoice::default(),
            |_| String::new(),
            commands,
        );
    }
    if statements.is_empty() && places.is_empty() && lists.is_empty() {
        part_ui(ui, details::SUPPORTED);
        let text = details::SUPPORTS_NOTHING;
        soft_ui(ui, text);
    }
    Some(())
}

fn statement_ui(ui: &mut Ui, statement: &Statement<'_>, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        label_ui(ui, TEXT.bold(), statement.report.quantity.short());
        let operation = statement.operation.id.to_string();
        let (label, drawer) = match statement.metric {
            Some(metric) => {
                let of = metric.id.to_string();
                (
                    metric.label.as_str(),
                    Drawer::Figure {
                        operation,
                        metric: of,
                    },
                )
            }
            None => (
                details::COUNTRIES_TAKING_PART,
                Drawer::CountriesTakingPart { operation },
            ),
        };
        drawer_link_ui(ui, label, || drawer, commands);
        if statement.differs {
            label_ui(ui, SMALL.ink(Ink::Warning), details::ANOTHER_DISAGREES);
        } else if statement.alone {
            label_ui(ui, SMALL.faint(), details::ALONE);
        }
    });
}
