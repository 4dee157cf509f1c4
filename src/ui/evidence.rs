//! Numbers with what they rest on: the value large, every report of it, publications with
//! their links and citations.

use eframe::egui;
use egui::{Response, Role, Ui, WidgetInfo};

use super::changing::changing_ui;
use super::widgets::{
    action_ui, hairline_ui, link_ui, mark_ui, note_ui, rich, soft_ui, tag_ui, text_ui,
};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, size, space};
use crate::model::{Atlas, MetricId, OperationId, Report, Source, SourceId, Status, Trail};
use crate::query::evidence::{self, Evidence};
use crate::state::{Add, Command, Drawer, State};
use crate::words::noun;
use crate::words::window::{adding, details};

/// What stands behind a number.
#[derive(Clone, Copy)]
pub enum Counted<'a> {
    /// Things, by their names for one and for many: "dozens of computers".
    Things(&'a str, &'a str),
    /// What was done to them, or anything else that stays as it is: "several arrested".
    Done(&'a str),
}

/// A number as one line: value with its sign, what it counts, and a mark where reports
/// disagree. "> 24 potential victims".
pub fn number_ui(ui: &mut Ui, atlas: &Atlas, reports: &[Report], what: Counted<'_>) {
    let palette = Palette::shown(ui.ctx());
    let evidence = evidence::of(atlas, reports);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let Some(evidence) = &evidence else {
            let (Counted::Things(_, what) | Counted::Done(what)) = what;
            ui.label(rich(what, Weight::Medium, size::TEXT, palette.ink));
            ui.label(rich(
                details::NUMBER_NOT_REPORTED,
                Weight::Regular,
                size::TEXT,
                palette.ink_soft,
            ));
            return;
        };
        let Some((shown, _)) = evidence.reports.first() else {
            return;
        };
        let value = ui.label(rich(
            shown.quantity.short(),
            Weight::SemiBold,
            size::HEADING,
            palette.ink,
        ));
        // A screen reader hears the sign in words: "more than 24" instead of "> 24".
        value.widget_info(|| WidgetInfo::labeled(Role::Label, true, shown.quantity.words()));
        let what = match what {
            Counted::Things(one, many) => noun(shown.quantity, one, many),
            Counted::Done(what) => what.to_owned(),
        };
        ui.label(rich(what, Weight::Regular, size::TEXT, palette.ink));
        if evidence.reports.len() > 1 {
            agreement_ui(ui, evidence);
        }
    });
}

/// "1 of 10 reports disagrees", with a mark when one does.
fn agreement_ui(ui: &mut Ui, evidence: &Evidence<'_>) {
    let palette = Palette::shown(ui.ctx());
    let color = if evidence.dispute.is_some() {
        palette.warning
    } else {
        palette.ink_soft
    };
    if evidence.dispute.is_some() {
        mark_ui(ui, icons::WARNING, color);
    }
    let text = evidence.agreement();
    ui.label(rich(text, Weight::Regular, size::SMALL, color));
}

/// Every report of a number, where there is more to say of them than the number itself: several
/// of them, a wording or a note.
pub fn case_reports_ui(ui: &mut Ui, atlas: &Atlas, reports: &[Report]) {
    let telling = reports.len() > 1
        || reports
            .iter()
            .any(|one| one.wording.is_some() || one.note.is_some() || one.status.is_some());
    let Some(evidence) = evidence::of(atlas, reports).filter(|_| telling) else {
        return;
    };
    let several = evidence.reports.len() > 1;
    for (index, (report, source)) in evidence.reports.iter().enumerate() {
        let mut parts = Vec::new();
        if several {
            parts.push(report.quantity.words());
        }
        if let Some(wording) = &report.wording {
            parts.push(format!("“{wording}”"));
        }
        if let Some(source) = source.filter(|_| several) {
            parts.push(format!("{} ({})", source.byline(), source.grade.name()));
        }
        if several && index == 0 {
            parts.push(details::preferred(&evidence.reason.words()));
        } else if evidence.contradicts(report) {
            parts.push(details::DISAGREES.to_owned());
        } else if evidence.is_revised(report) {
            parts.push(details::REVISED_SINCE.to_owned());
        }
        parts.extend(report.status.map(|status| status.name().to_owned()));
        if !parts.is_empty() {
            note_ui(ui, parts.join(" · "));
        }
        if let Some(note) = &report.note {
            note_ui(ui, note.as_str());
        }
    }
}

/// The evidence of a number in full: the rule where there was a choice, then every report.
pub fn reports_ui(
    ui: &mut Ui,
    state: &State,
    of: (&OperationId, Option<&MetricId>),
    reports: &[Report],
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    let palette = Palette::shown(ui.ctx());
    let Some(evidence) = evidence::of(atlas, reports) else {
        soft_ui(ui, details::NOT_REPORTED_IS_NOT_0);
        return add_ui(ui, commands);
    };
    if let Some(sentence) = evidence.sentence() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            if evidence.dispute.is_some() {
                mark_ui(ui, icons::WARNING, palette.warning);
            }
            let color = if evidence.dispute.is_some() {
                palette.warning
            } else {
                palette.ink_soft
            };
            ui.label(rich(
                evidence.agreement(),
                Weight::Medium,
                size::TEXT,
                color,
            ));
        });
        note_ui(ui, sentence);
        ui.add_space(space::S);
    }
    let several = evidence.reports.len() > 1;
    for (index, (report, source)) in evidence.reports.iter().enumerate() {
        hairline_ui(ui);
        ui.add_space(space::XS);
        let tag = if several && index == 0 {
            Some(details::SHOWN)
        } else if evidence.is_revised(report) {
            Some(details::REVISED_SINCE)
        } else {
            evidence.contradicts(report).then_some(details::DISAGREES)
        };
        report_ui(ui, atlas, (report, *source), tag, commands);
        let own = state.own_report(of.0, of.1, report);
        let name = adding::the_report(&report.quantity.words());
        if own.is_some() {
            changing_ui(ui, own, &name, commands);
        } else if index == 0 {
            otherwise_ui(ui, of, report, &name, commands);
        }
        ui.add_space(space::XS);
    }
    hairline_ui(ui);
    add_ui(ui, commands);
}

/// What adds a report to those of what is open.
fn add_ui(ui: &mut Ui, commands: &mut Vec<Command>) {
    let (text, name) = (adding::ADD_REPORT, adding::ADD_REPORT);
    if action_ui(ui, icons::FILE_PLUS, text, name).clicked() {
        commands.push(Command::Add(Add::Show));
    }
}

/// What says of a number otherwise than the report of others that is shown.
fn otherwise_ui(
    ui: &mut Ui,
    (operation, metric): (&OperationId, Option<&MetricId>),
    report: &Report,
    name: &str,
    commands: &mut Vec<Command>,
) {
    let text = adding::OTHERWISE;
    if action_ui(ui, icons::PENCIL, text, &adding::done_to(text, name)).clicked() {
        let (operation, metric) = (operation.clone(), metric.cloned());
        let otherwise = Add::Otherwise(operation, metric, Box::new(report.clone()));
        commands.push(Command::Add(otherwise));
    }
}

fn report_ui(
    ui: &mut Ui,
    atlas: &Atlas,
    (report, source): (&Report, Option<&Source>),
    tag: Option<&str>,
    commands: &mut Vec<Command>,
) {
    let palette = Palette::shown(ui.ctx());
    ui.horizontal(|ui| {
        ui.label(rich(
            report.quantity.words(),
            Weight::SemiBold,
            size::HEADING,
            palette.ink,
        ));
        if report.quantity.is_exact() {
            ui.label(rich(
                details::STATED_FLAT,
                Weight::Regular,
                size::SMALL,
                palette.ink_faint,
            ));
        } else if report.quantity.amount().is_none() {
            ui.label(rich(
                details::NO_NUMBER,
                Weight::Regular,
                size::SMALL,
                palette.ink_faint,
            ));
        }
        for tag in tag.into_iter().chain(report.status.map(Status::name)) {
            tag_ui(ui, tag);
        }
    });
    if let Some(earlier) = &report.revised_from {
        let source = earlier.source.as_ref().and_then(|id| atlas.source(id));
        let byline = source.map(Source::byline);
        let number = earlier.quantity.words();
        soft_ui(ui, details::revised_from(&number, byline.as_deref()));
    }
    if let Some(wording) = &report.wording {
        soft_ui(ui, format!("“{wording}”"));
    }
    if let Some(trail) = &report.trail {
        trail_ui(ui, trail, commands);
    }
    source_ui(ui, &report.source, source, commands);
    if let Some(note) = &report.note {
        note_ui(ui, note.as_str());
    }
}

/// The sentence that states a number, and how it can be checked again.
fn trail_ui(ui: &mut Ui, trail: &Trail, commands: &mut Vec<Command>) {
    if let Some(excerpt) = &trail.excerpt {
        text_ui(ui, details::quoted(excerpt));
    }
    if let Some((day, by)) = &trail.checked {
        note_ui(ui, details::checked(*day, by));
    }
    if let Some(address) = &trail.archived {
        let (text, name) = details::KEPT_COPY;
        if action_ui(ui, icons::ARROW_SQUARE_OUT, text, name).clicked() {
            commands.push(Command::FollowLink(address.clone()));
        }
    }
}

/// A publication: title, byline, grade, and what can be done with it.
pub fn source_ui(ui: &mut Ui, id: &SourceId, source: Option<&Source>, commands: &mut Vec<Command>) {
    let Some(source) = source else {
        soft_ui(ui, details::no_such_source(id.as_str()));
        return;
    };
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if title_link_ui(ui, source).clicked() {
            commands.push(Command::OpenDrawer(Drawer::Source {
                source: id.to_string(),
            }));
        }
        note_ui(ui, format!("{} · {}", source.byline(), source.grade.name()));
        source_actions_ui(ui, source, commands);
    });
}

/// A publication's title, leading to what it supports.
fn title_link_ui(ui: &mut Ui, source: &Source) -> Response {
    link_ui(ui, &source.title).on_hover_text(details::WHAT_SOURCE_SUPPORTS)
}

/// Open a publication in the browser, copy its citation.
pub fn source_actions_ui(ui: &mut Ui, source: &Source, commands: &mut Vec<Command>) {
    if let Err(reason) = &source.address {
        note_ui(ui, details::no_address(reason.words()));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        if let Some(address) = source.link() {
            let name = details::open_source(&source.byline());
            if action_ui(ui, icons::ARROW_SQUARE_OUT, details::OPEN, &name).clicked() {
                commands.push(Command::FollowLink(address.to_owned()));
            }
        }
        let name = details::copy_citation_of(&source.byline());
        if action_ui(ui, icons::COPY, details::COPY_CITATION, &name).clicked() {
            commands.push(Command::Copy(source.citation(), details::THE_CITATION));
        }
    });
    if let Some(host) = source.host() {
        // What a name in a text promises is not always where its address leads.
        note_ui(ui, details::opens(host, host.is_ascii()));
    }
}

/// Publications under one another, each once.
pub fn sources_ui(ui: &mut Ui, atlas: &Atlas, ids: &[SourceId], commands: &mut Vec<Command>) {
    if ids.is_empty() {
        text_ui(ui, details::NO_SOURCE);
    }
    for (index, id) in ids.iter().enumerate() {
        if index > 0 {
            ui.add_space(space::XS);
        }
        source_ui(ui, id, atlas.source(id), commands);
    }
}
