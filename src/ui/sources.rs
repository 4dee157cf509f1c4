//! The Sources page: every publication with what rests on it.

use eframe::egui;
use egui::{Align, Id, Rangef, Rect, Ui, vec2};

use super::heads::{Sortable, headers_ui, heads_row_ui};
use super::kept::kept;
use super::links::row_of;
use super::narrow::{Facet, Searched, facet_ui, search_line_ui};
use super::style::{Ink, SMALL, TEXT};
use super::table::{GUTTER, List, ListRow, cell, rows_under_heads_ui, table_ui, told_cell, within};
use super::widgets::{empty_ui, sheet_ui, title_ui};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::{Grade, Source};
use crate::query::sources::{self, SourceChoice, SourceCounts, SourceNarrowing, SourceSort};
use crate::state::{Command, Drawer, State};
use crate::words::window::sources::Rests;
use crate::words::window::{pages, sources as said};

/// Rows are this high where grade and what rests on a source have columns of their own, and
/// where not.
const ROW: (f32, f32) = (50.0, 68.0);

/// From this width on they have columns of their own.
const WIDE: f32 = 640.0;

/// How wide the columns of grade, counts and standing are.
const GRADE: f32 = 68.0;
const COUNTS: f32 = 120.0;
const STANDING: f32 = 156.0;

/// Where the order is kept: with the widgets, as scrolling is; it is nobody's finding.
const SORT: &str = "sources sorted by";

/// What the page shows.
struct Shown<'a> {
    state: &'a State,
    counts: &'a [SourceCounts],
    order: &'a [usize],
}

impl<'a> Shown<'a> {
    /// The source in a row.
    fn at(&self, row: usize) -> Option<(&'a SourceCounts, &'a Source)> {
        let counts = self.counts.get(*self.order.get(row)?)?;
        Some((counts, self.state.atlas.source(&counts.id)?))
    }

    /// What a row opens.
    fn drawer(&self, row: usize) -> Option<Drawer> {
        let source = self.at(row)?.0.id.to_string();
        Some(Drawer::Source { source })
    }
}

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
        narrowing: state.view.sources.clone(),
        sort,
        descending,
    };
    let order = kept(ui.ctx(), "sources shown", atlas, &choice, || {
        sources::arranged(atlas, &counts, &choice, Source::searched)
    });
    let shown = Shown {
        state,
        counts: &counts,
        order: &order,
    };
    sheet_ui(ui, |ui| {
        title_ui(ui, pages::SOURCES, &said::summary(&counts));
        if counts.is_empty() {
            let (title, text) = said::NONE;
            empty_ui(ui, icons::NEWSPAPER, title, text, None);
            return;
        }
        ui.add_space(space::S);
        narrow_ui(ui, &shown, &choice, commands);
        ui.add_space(space::XS);
        if !order.is_empty() {
            sources_ui(ui, &shown, (sort, descending), commands);
            return;
        }
        let text = said::asked_for(atlas, &choice.typed, &choice.narrowing);
        let way_out = Some(said::SHOW_ALL);
        if empty_ui(ui, icons::MAGNIFYING_GLASS, said::NO_MATCH, &text, way_out) {
            commands.push(Command::TypeSources(String::new()));
            commands.push(Command::NarrowSources(SourceNarrowing::default()));
        }
    });
}

/// The search and the menus.
fn narrow_ui(ui: &mut Ui, shown: &Shown<'_>, choice: &SourceChoice, commands: &mut Vec<Command>) {
    let atlas = &shown.state.atlas;
    let (one, many) = said::COUNTED;
    let list = Searched {
        one,
        many,
        hint: said::SEARCH,
        typed: &choice.typed,
        shown: shown.order.len(),
        all: shown.counts.len(),
    };
    let offered = kept(ui.ctx(), "narrowings of sources", atlas, choice, || {
        sources::offered(atlas, shown.counts, choice, Source::searched)
    });
    let grade = |(grade, count): (&Grade, &usize)| Facet {
        key: grade.key().to_owned(),
        name: grade.name().to_owned(),
        count: *count,
        open: false,
    };
    let operation = |(place, count): (&usize, &usize)| {
        let operation = atlas.operations.get(*place)?;
        Some(Facet {
            key: operation.id.to_string(),
            name: operation.name.clone(),
            count: *count,
            open: false,
        })
    };
    let grades: Vec<Facet> = offered.grades.iter().map(grade).collect();
    let operations: Vec<Facet> = offered.operations.iter().filter_map(operation).collect();
    let mut narrowing = choice.narrowing.clone();
    let typed = search_line_ui(ui, &list, |ui| {
        let name = |facets: &[Facet], key: &str| {
            let known = facets.iter().find(|facet| facet.key == key);
            known.map_or_else(|| key.to_owned(), |facet| facet.name.clone())
        };
        for (what, chosen, facets) in [
            (said::GRADE, &mut narrowing.grade, &grades),
            (said::OPERATION, &mut narrowing.operation, &operations),
        ] {
            let now = chosen.as_deref().map(|key| (key, name(facets, key)));
            let now = now.as_ref().map(|(key, name)| (*key, name.as_str()));
            if let Some(key) = facet_ui(ui, what, now, facets) {
                *chosen = key;
            }
        }
    });
    commands.extend(typed.map(Command::TypeSources));
    if narrowing != choice.narrowing {
        commands.push(Command::NarrowSources(narrowing));
    }
}

/// Where the columns stand in a page of some width.
struct Columns {
    /// Whether grade, counts and standing have columns of their own; else they share the first.
    wide: bool,
    source: Rangef,
    grade: Rangef,
    counts: Rangef,
    standing: Rangef,
}

impl Columns {
    fn of(across: Rangef) -> Self {
        let wide = across.span() >= WIDE;
        let (left, right) = (across.min + space::S, across.max - GUTTER);
        let standing = Rangef::new(right - STANDING, right);
        let counts = Rangef::new(standing.min - space::L - COUNTS, standing.min - space::L);
        let grade = Rangef::new(counts.min - space::L - GRADE, counts.min - space::L);
        let last = if wide { grade.min - space::L } else { right };
        Self {
            wide,
            source: Rangef::new(left, last),
            grade,
            counts,
            standing,
        }
    }

    /// What the table can be sorted by, in as many rows of heads as there are.
    fn sortable(&self) -> Vec<Vec<Sortable<SourceSort>>> {
        let part =
            |whole: Rangef, from: f32, to: f32| Rangef::new(whole.min + from, whole.min + to);
        let places = if self.wide {
            [
                part(self.source, 0.0, 52.0),
                part(self.source, 60.0, 140.0),
                part(self.source, 148.0, 200.0),
                self.grade,
                part(self.counts, 0.0, 64.0),
                part(self.counts, 68.0, COUNTS),
                part(self.standing, 0.0, 84.0),
                part(self.standing, 92.0, STANDING),
            ]
        } else {
            let quarter = self.source.span() / 4.0;
            let column = |column: u8| {
                let from = f32::from(column) * quarter;
                part(self.source, from, from + quarter - space::XS)
            };
            [0, 1, 2, 3, 0, 1, 2, 3].map(column)
        };
        let sorts = [
            SourceSort::Title,
            SourceSort::Publisher,
            SourceSort::Date,
            SourceSort::Grade,
            SourceSort::Figures,
            SourceSort::Cases,
            SourceSort::Alone,
            SourceSort::Disagreeing,
        ];
        let mut heads: Vec<Sortable<SourceSort>> = places
            .into_iter()
            .zip(sorts)
            .zip(said::HEADS)
            .map(|((place, sort), (title, what))| {
                let head = Sortable::words(place, title, what, sort);
                match sort {
                    SourceSort::Title | SourceSort::Publisher | SourceSort::Grade => head,
                    SourceSort::Date
                    | SourceSort::Figures
                    | SourceSort::Cases
                    | SourceSort::Alone
                    | SourceSort::Disagreeing => head.largest_first(),
                }
            })
            .collect();
        if self.wide {
            return vec![heads];
        }
        let second = heads.split_off(4);
        vec![heads, second]
    }
}

fn sources_ui(
    ui: &mut Ui,
    shown: &Shown<'_>,
    sorted: (SourceSort, bool),
    commands: &mut Vec<Command>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = Columns::of(ui.available_rect_before_wrap().x_range());
    let list = List {
        name: pages::SOURCES,
        count: shown.order.len(),
        height: if columns.wide { ROW.0 } else { ROW.1 },
        chosen: row_of(shown.state, shown.order.len(), |row| shown.drawer(row)),
    };
    table_ui(ui, &list, |ui| {
        for heads in columns.sortable() {
            let heads_ui = |ui: &mut Ui, row| headers_ui(ui, row, &heads, sorted);
            if let Some(sorted) = heads_row_ui(ui, heads_ui) {
                ui.data_mut(|data| data.insert_temp(Id::unique(SORT), sorted));
                ui.ctx().request_repaint();
            }
        }
        let picked = rows_under_heads_ui(
            ui,
            &list,
            |row| shown.at(row).map(|(counts, source)| (row, counts, source)),
            |(_, counts, source)| said::row(counts, source),
            |ui, row, (_, counts, source)| row_ui(ui, row, &columns, counts, source),
        );
        let drawer = picked.and_then(|(row, ..)| shown.drawer(row));
        commands.extend(drawer.map(Command::OpenDrawer));
    });
}

fn row_ui(ui: &Ui, row: &ListRow, at: &Columns, counts: &SourceCounts, source: &Source) {
    let rests = Rests::of(counts);
    let byline = said::byline(source);
    let line = |across: Rangef, top: f32| {
        let corner = row.rect.left_top() + vec2(across.min - row.rect.left(), top);
        Rect::from_min_size(corner, vec2(across.span(), 20.0))
    };
    let words = |rect: Rect, style, text: &str| cell(ui, rect, style, text, Align::Min);
    words(line(at.source, 5.0), TEXT.medium(), &source.title);
    let differs = TEXT.ink(Ink::Warning);
    if at.wide {
        words(line(at.source, 25.0), SMALL.soft(), &byline);
        words(line(at.grade, 5.0), TEXT.soft(), source.grade.name());
        // What is not there leaves no gap.
        for (across, lines) in [
            (
                at.counts,
                [(TEXT, &rests.figures), (TEXT.soft(), &rests.cases)],
            ),
            (
                at.standing,
                [(TEXT, &rests.alone), (differs, &rests.disagrees)],
            ),
        ] {
            let told = lines.into_iter().filter(|(_, text)| !text.is_empty());
            for ((style, text), top) in told.zip([5.0, 24.0]) {
                words(line(across, top), style, text);
            }
        }
    } else {
        let byline = format!("{byline} · {}", source.grade.name());
        words(line(at.source, 25.0), SMALL.soft(), &byline);
        words(line(at.source, 43.0), SMALL.soft(), &rests.line());
    }
    let cells = [
        (at.source, format!("{}, {byline}", source.title)),
        (at.grade, source.grade.name().to_owned()),
        (at.counts, format!("{} {}", rests.figures, rests.cases)),
        (at.standing, format!("{} {}", rests.alone, rests.disagrees)),
    ];
    for (column, (across, text)) in cells.into_iter().enumerate() {
        let rect = within(row.rect, if at.wide { across } else { at.source });
        told_cell(ui, rect, column, || text.trim().to_owned());
    }
    let whole = format!("{}\n{byline}", source.title);
    row.response.clone().on_hover_text_at_pointer(whole);
}
