//! The Sources page: every publication with what rests on it.

use eframe::egui;
use egui::{Align, Id, Rangef, Rect, Ui};

use super::kept::kept;
use super::table::{
    GUTTER, List, Row, Sorted, Width, cell, columns, header_row, header_ui, list_ui, within,
};
use super::widgets::{empty_ui, note_ui, search_ui, sheet_ui, title_ui};
use crate::draw::icons;
use crate::draw::theme::{Palette, Weight, font, size, space};
use crate::model::{PartialDate, Source};
use crate::query::sources::{self, SourceChoice, SourceCounts, SourceSort};
use crate::state::{Command, Drawer, State};
use crate::words::counted;

/// Rows are this high where publisher and title have columns of their own, and where not.
const ROW: (f32, f32) = (40.0, 56.0);

/// From this width on publisher and title have columns of their own.
const WIDE: f32 = 860.0;

/// How the page is sorted. Kept with the widgets, as scrolling is: it is nobody's finding.
fn sorting(ui: &Ui, typed: &str) -> SourceChoice {
    let kept: Option<(SourceSort, bool)> = ui.data(|data| data.get_temp(Id::unique(SORT)));
    let (sort, descending) = kept.unwrap_or_default();
    SourceChoice {
        typed: typed.to_owned(),
        sort,
        descending,
    }
}

const SORT: &str = "sources sorted by";

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let counts = kept(ui.ctx(), "counts of sources", atlas, &(), || {
        sources::counts(atlas)
    });
    let choice = sorting(ui, &state.view.sources_typed);
    let order = kept(ui.ctx(), "sources shown", atlas, &choice, || {
        sources::arranged(atlas, &counts, &choice, Source::searched)
    });
    sheet_ui(ui, |ui| {
        title_ui(ui, "Sources", &summary(&counts));
        if counts.is_empty() {
            empty_ui(
                ui,
                icons::NEWSPAPER,
                "No sources",
                "The open datasets name no publication.",
                None,
            );
            return;
        }
        ui.add_space(space::S);
        ui.horizontal(|ui| {
            let width = (ui.available_width() * 0.45).clamp(200.0, 320.0);
            if let Some(typed) = search_ui(ui, "sources", &choice.typed, "Search sources", width) {
                commands.push(Command::TypeSources(typed));
            }
            ui.with_layout(egui::Layout::right_to_left(Align::Center), |ui| {
                let all = counted(counts.len(), "source", "sources");
                let shown = order.len();
                note_ui(
                    ui,
                    if shown == counts.len() {
                        all
                    } else {
                        format!("{shown} of {all}")
                    },
                );
            });
        });
        ui.add_space(space::XS);
        if order.is_empty() {
            let title = format!("No source matches “{}”", choice.typed.trim());
            let text = "Publishers, titles, dates, grades and ids were searched.";
            if empty_ui(
                ui,
                icons::MAGNIFYING_GLASS,
                &title,
                text,
                Some("Show every source"),
            ) {
                commands.push(Command::TypeSources(String::new()));
            }
            return;
        }
        table_ui(ui, state, &counts, &order, &choice, commands);
    });
}

/// "23 publications · 12 figures rest on one source alone · 5 contradict another".
fn summary(counts: &[SourceCounts]) -> String {
    if counts.is_empty() {
        return String::new();
    }
    let alone: usize = counts.iter().map(|row| row.alone).sum();
    let disagreeing = counts.iter().filter(|row| row.disagreeing > 0).count();
    format!(
        "{} · {} on one source alone · {} another",
        counted(counts.len(), "publication", "publications"),
        counted(alone, "figure rests", "figures rest"),
        counted(disagreeing, "contradicts", "contradict"),
    )
}

/// The counted columns: title, the words behind it, the column sorted by.
const COUNTS: [(&str, &str, SourceSort); 4] = [
    ("Figures", "figures supported", SourceSort::Figures),
    ("Alone", "figures no other source states", SourceSort::Alone),
    (
        "Disputed",
        "figures another source contradicts",
        SourceSort::Disagreeing,
    ),
    ("Cases", "cases told", SourceSort::Cases),
];

struct Layout {
    wide: bool,
    publisher: Rangef,
    title: Rangef,
    date: Rangef,
    grade: Rangef,
    counts: [Rangef; 4],
}

impl Layout {
    fn of(across: Rangef) -> Self {
        let wide = across.span() >= WIDE;
        let across = Rangef::new(across.min + space::S, across.max - GUTTER);
        let number = |points| Width::Fixed(if wide { points } else { points - 8.0 });
        let text = if wide {
            [
                Width::Share(0.55),
                Width::Share(1.0),
                Width::Fixed(128.0),
                Width::Fixed(56.0),
            ]
        } else {
            [
                Width::Share(1.0),
                Width::Fixed(0.0),
                Width::Fixed(0.0),
                Width::Fixed(0.0),
            ]
        };
        let counts = [number(52.0), number(48.0), number(60.0), number(44.0)];
        let found = columns(across, &[text, counts].concat());
        let at = |index: usize| found.get(index).copied().unwrap_or(Rangef::NOTHING);
        // Columns of no width leave three gaps, which the first one takes.
        let publisher = if wide {
            at(0)
        } else {
            Rangef::new(at(0).min, at(0).max + 3.0 * space::L)
        };
        Self {
            wide,
            publisher,
            title: at(1),
            date: at(2),
            grade: at(3),
            counts: [at(4), at(5), at(6), at(7)],
        }
    }
}

fn table_ui(
    ui: &mut Ui,
    state: &State,
    counts: &[SourceCounts],
    order: &[usize],
    choice: &SourceChoice,
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    ui.spacing_mut().item_spacing.y = 0.0;
    let header = header_row(ui);
    let layout = Layout::of(header.x_range());
    headers_ui(ui, header, &layout, choice);
    let at = |index: usize| {
        let counts = counts.get(*order.get(index)?)?;
        Some((counts, atlas.source(&counts.id)?))
    };
    let chosen = match &state.drawer {
        Some(Drawer::Source { source }) => (0..order.len())
            .find(|&index| at(index).is_some_and(|(row, _)| row.id.as_str() == source)),
        _ => None,
    };
    let list = List {
        name: "Sources",
        count: order.len(),
        height: if layout.wide { ROW.0 } else { ROW.1 },
        chosen,
        choosing: chosen.is_some(),
    };
    let picked = list_ui(
        ui,
        &list,
        |index| at(index).map_or_else(String::new, |(counts, source)| spoken(counts, source)),
        |ui, row| {
            if let Some((counts, source)) = at(row.index) {
                row_ui(ui, row, &layout, counts, source);
                let whole = format!("{}\n{}", source.title, source.byline());
                row.response.clone().on_hover_text_at_pointer(whole);
            }
        },
    );
    if let Some((counts, _)) = picked.and_then(at) {
        commands.push(Command::OpenDrawer(Drawer::Source {
            source: counts.id.to_string(),
        }));
    }
}

fn headers_ui(ui: &mut Ui, header: Rect, layout: &Layout, choice: &SourceChoice) {
    let mut column = |across: Rangef, title: &str, what: &str, sort: SourceSort, align| {
        let from_largest = match sort {
            SourceSort::Publisher | SourceSort::Title | SourceSort::Grade => false,
            SourceSort::Date
            | SourceSort::Figures
            | SourceSort::Alone
            | SourceSort::Disagreeing
            | SourceSort::Cases => true,
        };
        let sorted = match (choice.sort == sort, choice.descending != from_largest) {
            (false, _) => Sorted::No,
            (true, false) => Sorted::Up,
            (true, true) => Sorted::Down,
        };
        if header_ui(ui, within(header, across), title, what, sorted, align).clicked() {
            let descending = choice.sort == sort && !choice.descending;
            ui.data_mut(|data| data.insert_temp(Id::unique(SORT), (sort, descending)));
            ui.ctx().request_repaint();
        }
    };
    if layout.wide {
        column(
            layout.publisher,
            "Publisher",
            "publisher",
            SourceSort::Publisher,
            Align::Min,
        );
        column(
            layout.title,
            "Title",
            "title",
            SourceSort::Title,
            Align::Min,
        );
        column(layout.date, "Date", "date", SourceSort::Date, Align::Min);
        column(
            layout.grade,
            "Grade",
            "grade",
            SourceSort::Grade,
            Align::Min,
        );
    } else {
        let left = layout.publisher.min;
        let part = |from: f32, to: f32| Rangef::new(left + from, left + to);
        column(
            part(0.0, 72.0),
            "Publisher",
            "publisher",
            SourceSort::Publisher,
            Align::Min,
        );
        column(
            part(80.0, 124.0),
            "Title",
            "title",
            SourceSort::Title,
            Align::Min,
        );
        column(
            part(128.0, 172.0),
            "Date",
            "date",
            SourceSort::Date,
            Align::Min,
        );
        column(
            part(176.0, 232.0),
            "Grade",
            "grade",
            SourceSort::Grade,
            Align::Min,
        );
    }
    for ((title, what, sort), across) in COUNTS.into_iter().zip(layout.counts) {
        column(across, title, what, sort, Align::Max);
    }
}

fn row_ui(ui: &Ui, row: &Row, layout: &Layout, counts: &SourceCounts, source: &Source) {
    let palette = Palette::shown(ui.ctx());
    let text = font(Weight::Regular, size::TEXT);
    let medium = font(Weight::Medium, size::TEXT);
    let date = source
        .date
        .map_or_else(|| "undated".to_owned(), PartialDate::words);
    if layout.wide {
        cell(
            ui,
            within(row.rect, layout.publisher),
            &source.publisher,
            medium,
            palette.ink,
            Align::Min,
        );
        cell(
            ui,
            within(row.rect, layout.title),
            &source.title,
            text.clone(),
            palette.ink_soft,
            Align::Min,
        );
        cell(
            ui,
            within(row.rect, layout.date),
            &date,
            text.clone(),
            palette.ink_soft,
            Align::Min,
        );
        let grade = source.grade.name();
        cell(
            ui,
            within(row.rect, layout.grade),
            grade,
            text.clone(),
            palette.ink_soft,
            Align::Min,
        );
    } else {
        let (top, bottom) = row.rect.split_top_bottom_at_fraction(0.5);
        let first = within(top.translate(egui::vec2(0.0, 3.0)), layout.publisher);
        let second = within(bottom.translate(egui::vec2(0.0, -4.0)), layout.publisher);
        cell(ui, first, &source.title, medium, palette.ink, Align::Min);
        let small = font(Weight::Regular, size::SMALL);
        let about = format!("{date} · {} · {}", source.grade.name(), source.publisher);
        cell(ui, second, &about, small, palette.ink_soft, Align::Min);
    }
    let numbers = [
        counts.figures,
        counts.alone,
        counts.disagreeing,
        counts.cases,
    ];
    for (index, (number, across)) in numbers.into_iter().zip(layout.counts).enumerate() {
        let color = match (number, index) {
            (0, _) => palette.ink_faint,
            (_, 2) => palette.warning,
            _ => palette.ink,
        };
        cell(
            ui,
            within(row.rect, across),
            &number.to_string(),
            text.clone(),
            color,
            Align::Max,
        );
    }
}

/// A row in one sentence.
fn spoken(counts: &SourceCounts, source: &Source) -> String {
    format!(
        "{}, {}, {}, supports {}, {} of them alone, {} contradicted elsewhere, tells {}",
        source.title,
        source.byline(),
        source.grade.name(),
        counted(counts.figures, "figure", "figures"),
        counts.alone,
        counts.disagreeing,
        counted(counts.cases, "case", "cases"),
    )
}
