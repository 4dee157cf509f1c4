//! The sheet: where title, legend, body, footnotes, notes and sources go. Texts are laid out once;
//! the body's kind then places itself in what room they leave.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, Galley, Rect, pos2, vec2};

use super::dots::DotsFit;
use super::footnotes::Told;
use super::grid_fit::GridFit;
use super::legend::{LegendPlaced, SignPlaced, legend, mark_style, signs};
use super::map::MapFit;
use super::matrix_fit::MatrixFit;
use super::placed::PlacedPicture;
use super::rows_placed::RowsFit;
use super::scatter::ScatterFit;
use super::theme::{Weight, size, space};
use super::timeline_fit::TimelineFit;
use super::typesetter::Typesetter;
use crate::chart::{Body, ChartSpec};

/// A picture whose texts have been laid out at a width, ready to be placed.
pub struct Sheet<'a> {
    typesetter: &'a Typesetter<'a>,
    spec: &'a ChartSpec,
    margin: f32,
    width: f32,
    /// Title, subtitle, and what stands under the body; each with the gap before it.
    lines: [Vec<Line>; 2],
    legend: Vec<LegendPlaced>,
    legend_height: f32,
    signs: Vec<SignPlaced>,
    signs_height: f32,
    body: Fit<'a>,
    /// What is told in words under the body.
    told: Told,
}

/// A text on lines of its own.
struct Line {
    galley: Arc<Galley>,
    color: Color32,
    before: f32,
    after: f32,
}

impl Line {
    fn height(&self) -> f32 {
        self.before + self.galley.size().y + self.after
    }
}

/// The body with its texts laid out.
enum Fit<'a> {
    Rows(RowsFit<'a>),
    Timeline(TimelineFit<'a>),
    Dots(DotsFit<'a>),
    Scatter(ScatterFit<'a>),
    Matrix(MatrixFit<'a>),
    Grid(GridFit<'a>),
    Map(MapFit<'a>),
    Nothing(Arc<Galley>),
}

impl<'a> Sheet<'a> {
    /// Lays a picture's texts out at a width.
    pub fn of(typesetter: &'a Typesetter<'a>, spec: &'a ChartSpec, width: f32) -> Self {
        let margin = if width < 520.0 { space::L } else { space::XL };
        let inner = width - 2.0 * margin;
        let (legend, legend_height) = legend(typesetter, spec, inner);
        let (signs, signs_height) = signs(typesetter, spec, inner);
        let body = match &spec.body {
            Body::Rows(panels) => Fit::Rows(RowsFit::of(typesetter, spec, panels, inner)),
            Body::Timeline(timeline) => {
                Fit::Timeline(TimelineFit::of(typesetter, spec, timeline, inner))
            }
            Body::Dots(dots) => Fit::Dots(DotsFit::of(typesetter, spec, dots, inner)),
            Body::Scatter(scatter) => {
                Fit::Scatter(ScatterFit::of(typesetter, spec, scatter, inner))
            }
            Body::Matrix(matrix) => Fit::Matrix(MatrixFit::of(typesetter, spec, matrix, inner)),
            Body::Grid(grid) => Fit::Grid(GridFit::of(typesetter, spec, grid, inner)),
            Body::Map(map) => Fit::Map(MapFit::of(typesetter, map, inner)),
            Body::Nothing(sentence) => {
                Fit::Nothing(typesetter.text(sentence, Weight::Regular, size::HEADING, inner))
            }
        };
        Self {
            lines: [
                heading(typesetter, spec, inner),
                foot(typesetter, spec, inner),
            ],
            typesetter,
            spec,
            margin,
            width: inner,
            legend,
            legend_height,
            signs,
            signs_height,
            body,
            told: Told::of(typesetter, &spec.footnotes, inner),
        }
    }

    /// What everything but the body takes.
    fn frame_height(&self) -> f32 {
        let lines: f32 = self.lines.iter().flatten().map(Line::height).sum();
        lines + self.legend_height + self.told.height + self.signs_height + 2.0 * self.margin
    }

    /// The least height the body takes.
    fn least_body(&self) -> f32 {
        match &self.body {
            Fit::Rows(rows) => rows.least_height(),
            Fit::Timeline(timeline) => timeline.least_height(),
            Fit::Dots(dots) => dots.least_height(),
            Fit::Scatter(scatter) => scatter.least_height(),
            Fit::Matrix(matrix) => matrix.least_height(),
            Fit::Grid(grid) => grid.least_height(),
            Fit::Map(map) => map.least_height(),
            Fit::Nothing(galley) => galley.size().y + space::XL,
        }
    }

    /// The least height the picture takes; a scatter may need more for names without room.
    pub fn least_height(&self) -> f32 {
        self.frame_height() + self.least_body()
    }

    /// Places the picture. What does not fit in the height makes it higher.
    pub fn place(&self, height: f32) -> PlacedPicture {
        let typesetter = self.typesetter;
        let mut placed = PlacedPicture::default();
        let mut y = self.margin;
        let [heading, foot] = &self.lines;
        y = self.place_lines(&mut placed, heading, y);
        for entry in &self.legend {
            entry.place(typesetter, &mut placed, self.spec, pos2(self.margin, y));
        }
        y += self.legend_height;
        let room = (height - self.frame_height()).max(self.least_body());
        let body = Rect::from_min_size(pos2(self.margin, y), vec2(self.width, room));
        let mut unnamed = Told::default();
        let taken = match &self.body {
            Fit::Rows(rows) => rows.place(&mut placed, body),
            Fit::Timeline(timeline) => timeline.place(&mut placed, body),
            Fit::Dots(dots) => dots.place(&mut placed, body),
            Fit::Scatter(scatter) => {
                let (taken, names) = scatter.place(&mut placed, body);
                unnamed = names;
                taken
            }
            Fit::Matrix(matrix) => matrix.place(&mut placed, body),
            Fit::Grid(grid) => grid.place(&mut placed, body),
            Fit::Map(map) => map.place(&mut placed, body),
            Fit::Nothing(galley) => {
                let pos = body.min + vec2(0.0, space::L);
                placed.put(galley, pos, typesetter.palette.ink_soft);
                galley.size().y + space::XL
            }
        };
        let mut end = y + taken;
        for told in [&self.told, &unnamed] {
            end += told.place(typesetter, &mut placed, pos2(self.margin, end));
        }
        y = end.max(y + room + self.told.height);
        let style = mark_style(&self.spec.body);
        for sign in &self.signs {
            sign.place(typesetter, &mut placed, style, pos2(self.margin, y));
        }
        y += self.signs_height;
        y = self.place_lines(&mut placed, foot, y);
        placed.height = y + self.margin;
        placed
    }

    fn place_lines(&self, placed: &mut PlacedPicture, lines: &[Line], top: f32) -> f32 {
        let mut y = top;
        for line in lines {
            placed.put(&line.galley, pos2(self.margin, y + line.before), line.color);
            y += line.height();
        }
        y
    }
}

/// Title and subtitle.
fn heading(typesetter: &Typesetter<'_>, spec: &ChartSpec, width: f32) -> Vec<Line> {
    let palette = typesetter.palette;
    let wide = width >= 760.0;
    let (title, subtitle) = if wide {
        (size::DISPLAY, size::HEADING)
    } else {
        (size::TITLE, size::TEXT)
    };
    [
        (&spec.title, Weight::SemiBold, title, palette.ink, 2.0),
        (
            &spec.subtitle,
            Weight::Regular,
            subtitle,
            palette.ink_soft,
            space::M,
        ),
    ]
    .into_iter()
    .filter(|(text, ..)| !text.is_empty())
    .map(|(text, weight, size, color, after)| Line {
        galley: typesetter.text(text, weight, size, width),
        color,
        before: 0.0,
        after,
    })
    .collect()
}

/// Notes and sources.
fn foot(typesetter: &Typesetter<'_>, spec: &ChartSpec, width: f32) -> Vec<Line> {
    let palette = typesetter.palette;
    [
        (spec.notes.join(" "), palette.ink_soft, space::M),
        (spec.sources.clone(), palette.ink_faint, space::XS),
    ]
    .into_iter()
    .filter(|(text, ..)| !text.is_empty())
    .map(|(text, color, before)| Line {
        galley: typesetter.small_within(&text, width),
        color,
        before,
        after: 0.0,
    })
    .collect()
}
