//! The sheet: where title, legend, body, footnotes, notes and sources go. Texts are laid out once;
//! the body's kind then places itself in what room they leave.

use std::sync::Arc;

use eframe::egui;
use egui::{Color32, Galley, Pos2, Rect, Vec2, pos2, vec2};

use super::dots::DotsFit;
use super::footnotes::Told;
use super::matrix_fit::MatrixFit;
use super::placed::{Form, MarkStyle, PlacedMark, PlacedName, PlacedPicture, PlacedSign};
use super::rows_placed::RowsFit;
use super::scatter::ScatterFit;
use super::theme::{Weight, size, space};
use super::timeline_fit::TimelineFit;
use super::typesetter::Typesetter;
use crate::chart::{Body, ChartSpec, LegendEntry};
use crate::words::LegendSign;

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
        galley: typesetter.text(&text, Weight::Regular, size::SMALL, width),
        color,
        before,
        after: 0.0,
    })
    .collect()
}

/// How large a colour in the legend is.
const SWATCH: f32 = 12.0;

/// An operation of the legend of colours, from the legend's own corner.
struct LegendPlaced {
    operation: usize,
    swatch: Option<Rect>,
    name: (Arc<Galley>, Pos2),
    extent: (Arc<Galley>, Pos2),
    /// The name with the colour in front.
    rect: Rect,
}

impl LegendPlaced {
    fn place(
        &self,
        typesetter: &Typesetter<'_>,
        placed: &mut PlacedPicture,
        spec: &ChartSpec,
        min: Pos2,
    ) {
        let palette = typesetter.palette;
        let at = min.to_vec2();
        if let Some(swatch) = self.swatch {
            let operation = &spec.operations[self.operation];
            placed.marks.push(PlacedMark {
                place: operation.place,
                quiet: operation.quiet,
                form: Form::Swatch(swatch.translate(at)),
            });
            placed.names.push(PlacedName {
                rect: self.rect.translate(at),
                operation: self.operation,
            });
        }
        for ((galley, pos), color) in [(&self.name, palette.ink), (&self.extent, palette.ink_soft)]
        {
            placed.put(galley, *pos + at, color);
        }
    }
}

/// The legend of colours, and the height it takes with the gap after it.
fn legend(typesetter: &Typesetter<'_>, spec: &ChartSpec, right: f32) -> (Vec<LegendPlaced>, f32) {
    if spec.legend.is_empty() {
        return (Vec::new(), 0.0);
    }
    let widest = right - SWATCH - space::S;
    let (mut x, mut y, mut row) = (0.0_f32, 0.0_f32, 0.0_f32);
    let entry = |entry: &LegendEntry| {
        let name = typesetter.text(&entry.name, Weight::Medium, size::TEXT, widest);
        let extent = typesetter.text(&entry.extent, Weight::Regular, size::TEXT, widest);
        let height = name.size().y;
        let before = if entry.has_marks {
            SWATCH + space::S
        } else {
            0.0
        };
        let width = before + name.size().x + space::S + extent.size().x;
        if x > 0.0 && x + width > right {
            x = 0.0;
            y += row + space::XS;
        }
        row = height;
        let name_at = pos2(x + before, y);
        let extent_at = if x + width > right {
            // Too wide even alone: one under the other.
            row += extent.size().y;
            pos2(name_at.x, y + height)
        } else {
            pos2(name_at.x + name.size().x + space::S, y)
        };
        let middle = pos2(x + SWATCH / 2.0, y + height / 2.0);
        let placed = LegendPlaced {
            operation: entry.operation,
            swatch: (entry.has_marks).then(|| Rect::from_center_size(middle, Vec2::splat(SWATCH))),
            rect: Rect::from_min_size(pos2(x, y), vec2(before + name.size().x, height)),
            name: (name, name_at),
            extent: (extent, extent_at),
        };
        x += width + space::XL;
        placed
    };
    let placed = spec.legend.iter().map(entry).collect();
    (placed, y + row + space::L)
}

/// As which marks the signs of a body are drawn.
fn mark_style(body: &Body) -> MarkStyle {
    match body {
        Body::Rows(_) | Body::Nothing(_) => MarkStyle::Bar,
        Body::Timeline(_) => MarkStyle::Circle,
        Body::Scatter(_) | Body::Dots(_) => MarkStyle::Point,
        Body::Matrix(_) => MarkStyle::Cell,
    }
}

/// A sign of the legend, from the legend's own corner.
struct SignPlaced {
    sign: LegendSign,
    width: f32,
    meaning: Arc<Galley>,
    at: Pos2,
}

impl SignPlaced {
    fn place(
        &self,
        typesetter: &Typesetter<'_>,
        placed: &mut PlacedPicture,
        style: MarkStyle,
        min: Pos2,
    ) {
        let min = min + self.at.to_vec2();
        let middle = pos2(
            min.x + self.width / 2.0,
            min.y + self.meaning.size().y / 2.0,
        );
        placed.signs.push(PlacedSign {
            rect: Rect::from_center_size(middle, vec2(self.width, 12.0)),
            sign: self.sign,
            style,
        });
        let text = pos2(min.x + self.width + space::S, min.y);
        placed.put(&self.meaning, text, typesetter.palette.ink_soft);
    }
}

/// The signs of the legend, and the height they take.
fn signs(typesetter: &Typesetter<'_>, spec: &ChartSpec, width: f32) -> (Vec<SignPlaced>, f32) {
    if spec.signs.is_empty() {
        return (Vec::new(), 0.0);
    }
    let style = mark_style(&spec.body);
    let (mut x, mut y, mut line) = (0.0_f32, space::M, 0.0_f32);
    let place = |&sign: &LegendSign| {
        let meaning = typesetter.line(sign.meaning(), Weight::Regular, size::SMALL);
        let wide = match (sign, style) {
            (LegendSign::Dispute, _) => 8.0,
            (_, MarkStyle::Cell) => 12.0,
            (_, MarkStyle::Circle) => 22.0,
            (_, MarkStyle::Point) => 28.0,
            (_, MarkStyle::Bar) => 36.0,
        };
        let item = wide + space::S + meaning.size().x;
        line = meaning.size().y;
        if x > 0.0 && x + item > width {
            x = 0.0;
            y += line + space::XS;
        }
        let at = pos2(x, y);
        x += item + space::XL;
        SignPlaced {
            sign,
            width: wide,
            meaning,
            at,
        }
    };
    let placed = spec.signs.iter().map(place).collect();
    (placed, y + line)
}
