//! The Sources page: every publication with what rests on it.

use eframe::egui;
use egui::{Align, Id, Rangef, Ui, vec2};

use super::heads::{Sortable, Width, columns, headers_ui, heads_row_ui};
use super::kept::kept;
use super::narrow::{Searched, search_line_ui};
use super::style::{Ink, SMALL, TEXT};
use super::table::{GUTTER, List, ListRow, cell, rows_under_heads_ui, within};
use super::widgets::{empty_ui, sheet_ui, title_ui};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::{PartialDate, Source};
use crate::query::sources::{self, SourceChoice, SourceCounts, SourceSort};
use crate::state::{Command, Drawer, State};
use crate::words::counted;

/// Rows are this high where publisher and title have columns of their own, and where not.
const ROW: (f32, f32) = (40.0, 56.0);

/// From this width on publisher and title have columns of their own.
const WIDE: f32 = 860.0;

/// Where the order is kept: with the widgets, as scrolling is; it is nobody's finding.
const SORT: &str = "sources sorted by";

/// Draws the page.
pub fn page_ui(ui: &mut Ui, state: &State, commands: &mut Vec<Command>) {
    let atlas = &state.atlas;
    let counts = kept(ui.ctx(), "counts of sources", atlas, &(), || {
        sources::counts(atlas)
    });
    let sorted: Option<(SourceSort, bool)> = ui.data(|data| data.get_temp(Id::unique(SORT)));
    let (sort, descending) = sorted.unwrap_or_default();
    let choice = SourceChoice {
        typed: state.view.sources_typed.clone(),
        sort,
        descending,
    };
    let order = kept(ui.ctx(), "sources shown", atlas, &choice, || {
        sources::arranged(atlas, &counts, &choice, Source::searched)
    });
    sheet_ui(ui, |ui| {
        title_ui(ui, "Sources", &summary(&counts));
        if counts.is_empty() {
            let text = "The open datasets name no publication.";
            empty_ui(ui, icons::NEWSPAPER, "No sources", text, None);
            return;
        }
        ui.add_space(space::S);
        let list = Searched {
            one: "source",
            many: "sources",
            typed: &choice.typed,
            shown: order.len(),
            all: counts.len(),
        };
        commands.extend(search_line_ui(ui, &list, |_| {}).map(Command::TypeSources));
        ui.add_space(space::XS);
        if !order.is_empty() {
            table_ui(ui, state, &counts, &order, (sort, descending), commands);
            return;
        }
        let title = format!("No source matches “{}”", choice.typed.trim());
        let text = "Publishers, titles, dates, grades and ids were searched.";
        let way_out = Some("Show every source");
        if empty_ui(ui, icons::MAGNIFYING_GLASS, &title, text, way_out) {
            commands.push(Command::TypeSources(String::new()));
        }
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

/// Where the columns stand in a page of some width.
struct Columns {
    /// Whether publisher, title, date and grade have columns of their own; else they share the
    /// publisher's.
    wide: bool,
    publisher: Rangef,
    title: Rangef,
    date: Rangef,
    grade: Rangef,
    counts: [Rangef; 4],
}

impl Columns {
    fn of(across: Rangef) -> Self {
        let wide = across.span() >= WIDE;
        let across = Rangef::new(across.min + space::S, across.max - GUTTER);
        let (first, title, date, grade, narrower) = if wide {
            (0.55, Width::Share(1.0), 128.0, 56.0, 0.0)
        } else {
            (1.0, Width::Fixed(0.0), 0.0, 0.0, 8.0)
        };
        let count = |points: f32| Width::Fixed(points - narrower);
        let widths = [
            Width::Share(first),
            title,
            Width::Fixed(date),
            Width::Fixed(grade),
            count(52.0),
            count(48.0),
            count(60.0),
            count(44.0),
        ];
        let [mut publisher, title, date, grade, counts @ ..] = columns(across, widths);
        if !wide {
            // Columns of no width leave three gaps, which the first one takes.
            publisher.max += 3.0 * space::L;
        }
        Self {
            wide,
            publisher,
            title,
            date,
            grade,
            counts,
        }
    }

    /// What the table can be sorted by.
    fn sortable(&self) -> [Sortable<SourceSort>; 8] {
        let [publisher, title, date, grade] = if self.wide {
            [self.publisher, self.title, self.date, self.grade]
        } else {
            let left = self.publisher.min;
            [(0.0, 72.0), (80.0, 124.0), (128.0, 172.0), (176.0, 232.0)]
                .map(|(from, to)| Rangef::new(left + from, left + to))
        };
        let [figures, alone, disputed, cases] = self.counts;
        let unshared = "figures no other source states";
        let contradicted = "figures another source contradicts";
        [
            Sortable::words(publisher, "Publisher", "publisher", SourceSort::Publisher),
            Sortable::words(title, "Title", "title", SourceSort::Title),
            Sortable::words(date, "Date", "date", SourceSort::Date).largest_first(),
            Sortable::words(grade, "Grade", "grade", SourceSort::Grade),
            Sortable::counts(figures, "Figures", "figures supported", SourceSort::Figures),
            Sortable::counts(alone, "Alone", unshared, SourceSort::Alone),
            Sortable::counts(disputed, "Disputed", contradicted, SourceSort::Disagreeing),
            Sortable::counts(cases, "Cases", "cases told", SourceSort::Cases),
        ]
    }
}

fn table_ui(
    ui: &mut Ui,
    state: &State,
    counts: &[SourceCounts],
    order: &[usize],
    sorted: (SourceSort, bool),
    commands: &mut Vec<Command>,
) {
    let atlas = &state.atlas;
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = Columns::of(ui.available_rect_before_wrap().x_range());
    let heads_ui = |ui: &mut Ui, row| headers_ui(ui, row, &columns.sortable(), sorted);
    if let Some(sorted) = heads_row_ui(ui, heads_ui) {
        ui.data_mut(|data| data.insert_temp(Id::unique(SORT), sorted));
        ui.ctx().request_repaint();
    }
    let at = |index: usize| {
        let counts = counts.get(*order.get(index)?)?;
        Some((counts, atlas.source(&counts.id)?))
    };
    let is_open = |index: &usize| match (&state.drawer, at(*index)) {
        (Some(Drawer::Source { source }), Some((counts, _))) => counts.id.as_str() == source,
        _ => false,
    };
    let list = List {
        name: "Sources",
        count: order.len(),
        height: if columns.wide { ROW.0 } else { ROW.1 },
        chosen: (0..order.len()).find(is_open),
    };
    let picked = rows_under_heads_ui(
        ui,
        &list,
        at,
        |(counts, source)| spoken(counts, source),
        |ui, row, (counts, source)| {
            row_ui(ui, row, &columns, counts, source);
            let whole = format!("{}\n{}", source.title, source.byline());
            row.response.clone().on_hover_text_at_pointer(whole);
        },
    );
    if let Some((counts, _)) = picked {
        let source = counts.id.to_string();
        commands.push(Command::OpenDrawer(Drawer::Source { source }));
    }
}

fn row_ui(ui: &Ui, row: &ListRow, at: &Columns, counts: &SourceCounts, source: &Source) {
    let words = |rect, style, text: &str| cell(ui, rect, style, text, Align::Min);
    let date = source
        .date
        .map_or_else(|| "undated".to_owned(), PartialDate::words);
    let grade = source.grade.name();
    if at.wide {
        let publisher = within(row.rect, at.publisher);
        words(publisher, TEXT.medium(), &source.publisher);
        words(within(row.rect, at.title), TEXT.soft(), &source.title);
        words(within(row.rect, at.date), TEXT.soft(), &date);
        words(within(row.rect, at.grade), TEXT.soft(), grade);
    } else {
        let (top, bottom) = row.rect.split_top_bottom_at_fraction(0.5);
        let first = within(top.translate(vec2(0.0, 3.0)), at.publisher);
        let second = within(bottom.translate(vec2(0.0, -4.0)), at.publisher);
        words(first, TEXT.medium(), &source.title);
        let about = format!("{date} · {grade} · {}", source.publisher);
        words(second, SMALL.soft(), &about);
    }
    let numbers = [
        (counts.figures, Ink::Strong),
        (counts.alone, Ink::Strong),
        (counts.disagreeing, Ink::Warning),
        (counts.cases, Ink::Strong),
    ];
    for ((number, ink), across) in numbers.into_iter().zip(at.counts) {
        let style = TEXT.ink(if number == 0 { Ink::Faint } else { ink });
        let rect = within(row.rect, across);
        cell(ui, rect, style, &number.to_string(), Align::Max);
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
