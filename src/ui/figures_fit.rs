//! How a table of figures fits a width: which way round it stands and how wide its columns are.
//! A number is never broken and never wider than its column; other words break between words.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, FontId, Galley, Painter};

use crate::chart::{ChartSpec, FiguresTable, Shown, TableHead};
use crate::draw::theme::{Weight, font, size, space};
use crate::draw::{laid_out, laid_out_from_right};

/// Beside the text of a column, and where there is little room.
const PAD: (f32, f32) = (space::M, 6.0);
/// Under this width labels stand over their figures before any column goes out of sight.
const NARROW: f32 = 480.0;
/// The narrowest the first column gets.
const LABELS: f32 = 92.0;
/// The widest a word may make a column; a longer one breaks.
const WORD: f32 = 130.0;
/// The narrowest a column of figures gets, and the widest it is made without need.
const COLUMN: (f32, f32) = (52.0, 150.0);

/// A table as it stands in a width.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit {
    /// The picture it is of.
    pub spec: Arc<ChartSpec>,
    /// The table, the way round it fits better.
    pub table: FiguresTable,
    /// How wide the first column is; 0 where its labels stand over their figures.
    pub labels: f32,
    /// How wide the others are.
    pub columns: Vec<f32>,
    /// How much of the columns is seen at once.
    pub seen: f32,
    /// The size of figures.
    pub size: f32,
    /// What is free beside the text of a column.
    pub pad: f32,
}

impl Fit {
    /// A table in so much room: as it comes where it fits, else turned where that is narrower,
    /// else smaller with each label over its figures; and else columns are out of sight.
    pub fn of(spec: &Arc<ChartSpec>, painter: &Painter, room: f32) -> Self {
        let table = spec.table();
        let needs = Needs::of(spec, &table, painter, (size::TEXT, PAD.0));
        if needs.least() <= room {
            return needs.spread(table, room);
        }
        let turned = table.turned();
        let needs_turned = Needs::of(spec, &turned, painter, (size::TEXT, PAD.0));
        if needs_turned.least() <= room {
            return needs_turned.spread(turned, room);
        }
        let (needs, table, turned) = if needs_turned.least() < needs.least() {
            (needs_turned, turned, table)
        } else {
            (needs, table, turned)
        };
        if room >= NARROW {
            return needs.scrolled(table, room);
        }
        let small = |table: &FiguresTable| Needs {
            labels: (0.0, 0.0),
            ..Needs::of(spec, table, painter, (size::SMALL, PAD.1))
        };
        let needs = small(&table);
        if needs.least() <= room {
            return needs.spread(table, room);
        }
        let needs_turned = small(&turned);
        if needs_turned.least() <= room {
            return needs_turned.spread(turned, room);
        }
        needs.scrolled(table, room)
    }

    /// Whether labels stand over their figures.
    pub fn labels_over(&self) -> bool {
        self.labels <= 0.0
    }

    /// Whether columns are out of sight.
    pub fn scrolls(&self) -> bool {
        self.columns.iter().sum::<f32>() > self.seen + 0.5
    }
}

/// What the columns of a table ask for.
struct Needs<'a> {
    spec: &'a Arc<ChartSpec>,
    /// The narrowest the first column can be, and its width on one line.
    labels: (f32, f32),
    /// The same of each of the others.
    columns: Vec<(f32, f32)>,
    size: f32,
    pad: f32,
}

impl<'a> Needs<'a> {
    fn of(
        spec: &'a Arc<ChartSpec>,
        table: &FiguresTable,
        painter: &Painter,
        (size, pad): (f32, f32),
    ) -> Self {
        let titles = table.rows.iter().map(|row| &row.head);
        let labels = titles.fold((LABELS, LABELS), |(least, natural), head| {
            let room = label_room(head);
            (
                least.max(word(painter, &head.title, Weight::Regular, size::TEXT) + room),
                natural.max(line(painter, &head.title, Weight::Regular, size::TEXT) + room),
            )
        });
        let column = |(index, heading): (usize, &TableHead)| {
            let (weight, small) = (Weight::Medium, size::SMALL);
            let head = (
                word(painter, &heading.title, weight, small),
                line(painter, &heading.title, weight, small).min(WORD),
            );
            let cells = table.rows.iter().filter_map(|row| *row.cells.get(index)?);
            let (least, natural) = cells.fold(head, |(least, natural), cell| {
                let (needed, whole) = cell_widths(painter, &spec.figures[cell], size);
                (least.max(needed), natural.max(whole))
            });
            let padded = |width: f32| (width + pad).max(COLUMN.0).ceil();
            (padded(least), padded(natural))
        };
        Self {
            spec,
            labels,
            columns: table.columns.iter().enumerate().map(column).collect(),
            size,
            pad,
        }
    }

    fn least(&self) -> f32 {
        self.labels.0 + self.columns.iter().map(|(least, _)| least).sum::<f32>()
    }

    fn natural(&self) -> f32 {
        self.labels.1 + self.columns.iter().map(|(_, natural)| natural).sum::<f32>()
    }

    /// All columns in sight: each gets the same part of what it asks for beyond the least, then
    /// the first one does, and what is left beyond that is shared.
    fn spread(self, table: FiguresTable, room: f32) -> Fit {
        let asked = self.columns.iter().map(|(least, natural)| natural - least);
        let part = ((room - self.least()) / asked.sum::<f32>().max(1.0)).min(1.0);
        let sharing = self.columns.len() + usize::from(self.labels.1 > 0.0);
        let more = (room - self.natural()).max(0.0) / sharing.max(1) as f32;
        let columns: Vec<f32> = self
            .columns
            .iter()
            .map(|&(least, natural)| {
                let width = least + (natural - least) * part;
                (width + more).min(COLUMN.1.max(width))
            })
            .collect();
        // The first column takes what is left, or where there is none the others do.
        let over = self.labels.1 <= 0.0;
        let seen = if over { room } else { columns.iter().sum() };
        Fit {
            spec: self.spec.clone(),
            table,
            labels: room - seen,
            columns,
            seen,
            size: self.size,
            pad: self.pad,
        }
    }

    /// Columns of one width, a whole number of them in sight, so that none is cut.
    fn scrolled(self, table: FiguresTable, room: f32) -> Fit {
        let least = self.columns.iter().map(|(least, _)| *least);
        let least = least.fold(COLUMN.0, f32::max);
        let in_sight = ((room - self.labels.0) / least).floor().max(1.0);
        // What is no whole column is the labels', as far as they ask for it.
        let spare = (room - self.labels.0 - in_sight * least).max(0.0);
        let labels = self.labels.0 + spare.min(self.labels.1 - self.labels.0);
        let seen = room - labels;
        let column = (seen / in_sight).max(least);
        Fit {
            spec: self.spec.clone(),
            columns: vec![column; self.columns.len()],
            table,
            labels,
            seen,
            size: self.size,
            pad: self.pad,
        }
    }
}

/// The room that is not text in the first column.
pub(super) fn label_room(head: &TableHead) -> f32 {
    if head.operation.is_some() {
        PAD.0 + space::S
    } else {
        PAD.0
    }
}

/// A figure in its column, to be placed by its right edge: a number on one line, words on as
/// many as they need.
pub(super) fn figure(
    painter: &Painter,
    shown: &Shown,
    size: f32,
    room: f32,
    color: Color32,
) -> Arc<Galley> {
    if shown.amount().is_some() {
        let font = font(Weight::Medium, size);
        right_aligned(painter, &shown.starred(), font, f32::INFINITY, color)
    } else {
        let font = font(Weight::Regular, size);
        right_aligned(painter, &shown.starred(), font, room, color)
    }
}

/// A text on lines that end at its right edge, by which it is placed.
pub(super) fn right_aligned(
    painter: &Painter,
    text: &str,
    font: FontId,
    room: f32,
    color: Color32,
) -> Arc<Galley> {
    // A hair more, so that what was measured on one line stays on one.
    laid_out_from_right(painter.ctx(), text, font, color, room + 1.0)
}

/// The narrowest a figure can be, and its width on one line.
fn cell_widths(painter: &Painter, shown: &Shown, size: f32) -> (f32, f32) {
    if shown.amount().is_some() {
        let width = line(painter, &shown.starred(), Weight::Medium, size);
        (width, width)
    } else {
        let weight = Weight::Regular;
        (
            word(painter, &shown.starred(), weight, size),
            line(painter, &shown.starred(), weight, size).min(WORD),
        )
    }
}

fn line(painter: &Painter, text: &str, weight: Weight, size: f32) -> f32 {
    let (font, color) = (font(weight, size), Color32::PLACEHOLDER);
    laid_out(painter.ctx(), text, font, color, f32::INFINITY)
        .size()
        .x
}

/// The widest word of a text.
fn word(painter: &Painter, text: &str, weight: Weight, size: f32) -> f32 {
    text.split_whitespace()
        .map(|word| line(painter, word, weight, size))
        .fold(0.0, f32::max)
        .min(WORD)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::{MetricShown, OperationShown, Showing, Subject, picture};
    use crate::draw::theme::install;
    use crate::model::{Amount, Dispute, fixture};
    use crate::query::comparison::Comparison;
    use crate::query::measure::{Disputed, Measure, Value};

    const FIGURES: [(&str, bool); 5] = [
        ("2,517", true),
        ("> 10,000", false),
        ("not reported", false),
        ("nearly 12,000", true),
        ("7", false),
    ];

    fn spec(operations: usize, metrics: usize) -> ChartSpec {
        let operation = |place: usize| OperationShown {
            id: format!("o{place}"),
            name: format!("Global Chain {place}"),
            days: String::new(),
            place,
            quiet: false,
            pinned: false,
        };
        let metric = |at: usize| MetricShown {
            id: format!("m{at}"),
            label: ["Arrests", "Checks against INTERPOL databases"][at % 2].to_owned(),
            unit: "people".to_owned(),
            whole: None,
            definition: String::new(),
        };
        let figure = |metric: usize, operation: usize| {
            let at = (metric * 3 + operation) % FIGURES.len();
            let (label, disputed) = FIGURES[at];
            let dispute = (Disputed::Figure, Dispute::default());
            Shown {
                subject: Subject::Figure {
                    operation,
                    metric,
                    measure: Measure::Total,
                },
                value: if at == 2 {
                    Value::NotReported
                } else {
                    Value::Number(Amount::exact(1.0))
                },
                label: label.to_owned(),
                words: String::new(),
                left_out: Vec::new(),
                disputes: disputed.then_some(dispute).into_iter().collect(),
                spoken: String::new(),
            }
        };
        let atlas = fixture::atlas();
        ChartSpec {
            operations: (0..operations).map(operation).collect(),
            metrics: (0..metrics).map(metric).collect(),
            figures: (0..metrics)
                .flat_map(|metric| (0..operations).map(move |operation| figure(metric, operation)))
                .collect(),
            ..picture(&atlas, &Comparison::telling(&atlas), Showing::default())
        }
    }

    fn fits(operations: usize, metrics: usize, room: f32, check: impl Fn(&Painter, &Fit)) {
        let ctx = egui::Context::default();
        install(&ctx);
        let output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let spec = Arc::new(spec(operations, metrics));
            let fit = Fit::of(&spec, ui.painter(), room);
            check(ui.painter(), &fit);
        });
        output.drop_without_applying_deltas();
    }

    #[test]
    fn no_number_is_wider_than_its_column_however_many_there_are() {
        for (operations, metrics) in [(2, 1), (2, 12), (3, 8), (5, 8), (16, 1), (16, 12)] {
            for room in [324.0, 640.0, 1100.0] {
                fits(operations, metrics, room, |painter, fit| {
                    for row in &fit.table.rows {
                        for (cell, &column) in row.cells.iter().zip(&fit.columns) {
                            let shown = &fit.spec.figures[cell.unwrap()];
                            let room = column - fit.pad;
                            let ink = Color32::PLACEHOLDER;
                            let galley = figure(painter, shown, fit.size, room, ink);
                            let text = &shown.label;
                            assert!(galley.size().x <= column, "{text} in {column}");
                            let is_number = shown.amount().is_some();
                            assert!(!is_number || galley.rows.len() == 1, "{text}");
                        }
                    }
                    assert!(fit.labels + fit.seen <= room + 0.5);
                    assert!(fit.columns.iter().all(|&column| column <= fit.seen + 0.5));
                });
            }
        }
    }

    #[test]
    fn many_operations_by_few_figures_stand_as_rows() {
        fits(16, 2, 640.0, |_, fit| {
            assert_eq!(fit.table.columns.len(), 2);
            assert!(!fit.scrolls());
        });
        fits(2, 8, 324.0, |_, fit| {
            assert_eq!(fit.table.columns.len(), 2);
            assert_eq!(fit.table.corner, "Figure");
        });
    }

    #[test]
    fn a_few_operations_are_all_in_sight_beside_the_picture() {
        fits(5, 2, 324.0, |_, fit| assert!(!fit.scrolls()));
        fits(3, 8, 324.0, |_, fit| assert!(!fit.scrolls()));
    }

    #[test]
    fn columns_out_of_sight_leave_whole_ones_in_sight() {
        fits(16, 12, 324.0, |_, fit| {
            assert!(fit.scrolls());
            let in_sight = fit.seen / fit.columns[0];
            assert!((in_sight - in_sight.round()).abs() < 0.01);
        });
    }
}
