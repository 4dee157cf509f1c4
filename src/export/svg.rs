//! Shapes as SVG, in the order painted.

use std::fmt::Write as _;

use eframe::egui;
use egui::epaint::{ColorMode, PathShape, PathStroke, RectShape, TextShape};
use egui::{Color32, Pos2, Shape, Stroke};

use super::number::{Number, push, push_step};
use super::off_screen::Drawn;
use super::outlines::Outlines;
use super::{ExportError, PictureOptions, TextStyle};
use crate::chart::ChartSpec;
use crate::draw::theme::Weight;
use crate::draw::{lines_of, order};

/// Writes a drawn picture as an SVG document; fails where text is outlines and no font has a
/// letter of it.
pub fn write(
    drawn: &Drawn,
    spec: &ChartSpec,
    options: &PictureOptions,
    text: TextStyle,
) -> Result<String, ExportError> {
    let mut writer = Writer {
        out: String::with_capacity(256 * 1024),
        outlines: Outlines::new(),
        text,
    };
    writer.put(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"img\" \
         aria-labelledby=\"title desc\">\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n",
        options.width,
        drawn.height,
        Number(drawn.canvas.x),
        Number(drawn.canvas.y),
        Escaped(&spec.title),
        Escaped(&spec.alt()),
    ));
    for clipped in &drawn.shapes {
        writer.shape(&clipped.shape);
    }
    writer.out.push_str("</svg>\n");
    let missing = writer.outlines.missing();
    if missing.is_empty() {
        Ok(writer.out)
    } else {
        Err(ExportError::Letters(missing.iter().copied().collect()))
    }
}

struct Writer {
    out: String,
    outlines: Outlines,
    text: TextStyle,
}

impl Writer {
    fn put(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _written = self.out.write_fmt(text);
    }

    fn shape(&mut self, shape: &Shape) {
        match shape {
            // No picture has a callback or a band; there is no way to write the first.
            Shape::Noop | Shape::Callback(_) | Shape::Band(_) => {}
            Shape::Vec(shapes) => match alike(shapes) {
                Some(paths) => self.together(&paths),
                None => shapes.iter().for_each(|shape| self.shape(shape)),
            },
            Shape::Rect(rect) => self.rect(rect),
            Shape::LineSegment {
                points: [a, b],
                stroke,
            } => self.line(*a, *b, *stroke),
            Shape::Path(path) => self.path(path),
            Shape::Circle(circle) => {
                self.put(format_args!(
                    "<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}{}/>\n",
                    Number(circle.center.x),
                    Number(circle.center.y),
                    Number(circle.radius),
                    Fill(circle.fill),
                    Line(circle.stroke),
                ));
            }
            Shape::Ellipse(ellipse) => {
                self.put(format_args!(
                    "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\" {}{}/>\n",
                    Number(ellipse.center.x),
                    Number(ellipse.center.y),
                    Number(ellipse.radius.x),
                    Number(ellipse.radius.y),
                    Fill(ellipse.fill),
                    Line(ellipse.stroke),
                ));
            }
            Shape::QuadraticBezier(curve) => {
                let points = curve.flatten(Some(0.05));
                self.points(&points, curve.closed, curve.fill, &curve.stroke);
            }
            Shape::CubicBezier(curve) => {
                for points in curve.to_path_shapes(Some(0.05), None) {
                    self.path(&points);
                }
            }
            Shape::Mesh(mesh) => {
                for triangle in mesh.indices.chunks_exact(3) {
                    let corners: Vec<_> = triangle
                        .iter()
                        .filter_map(|&index| mesh.vertices.get(index as usize))
                        .collect();
                    if let Some(first) = corners.first() {
                        let points: Vec<Pos2> = corners.iter().map(|vertex| vertex.pos).collect();
                        self.points(&points, true, first.color, &PathStroke::NONE);
                    }
                }
            }
            Shape::Text(text) => self.text(text),
        }
    }

    fn rect(&mut self, shape: &RectShape) {
        let nothing = shape.fill.a() == 0 && shape.stroke.is_empty();
        if shape.rect.is_negative() || nothing {
            return;
        }
        let rect = match shape.stroke_kind {
            egui::StrokeKind::Inside => shape.rect.shrink(shape.stroke.width / 2.0),
            egui::StrokeKind::Middle => shape.rect,
            egui::StrokeKind::Outside => shape.rect.expand(shape.stroke.width / 2.0),
        };
        let corner = f32::from(shape.corner_radius.nw);
        let radius = if corner > 0.0 {
            format!("rx=\"{corner}\" ")
        } else {
            String::new()
        };
        self.put(format_args!(
            "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {radius}{}{}/>\n",
            Number(rect.left()),
            Number(rect.top()),
            Number(rect.width()),
            Number(rect.height()),
            Fill(shape.fill),
            Line(shape.stroke),
        ));
    }

    fn line(&mut self, a: Pos2, b: Pos2, stroke: Stroke) {
        if stroke.is_empty() {
            return;
        }
        self.put(format_args!(
            "<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>\n",
            Number(a.x),
            Number(a.y),
            Number(b.x),
            Number(b.y),
            Line(stroke),
        ));
    }

    fn path(&mut self, path: &PathShape) {
        self.points(&path.points, path.closed, path.fill, &path.stroke);
    }

    fn points(&mut self, points: &[Pos2], closed: bool, fill: Color32, stroke: &PathStroke) {
        let mut data = String::new();
        push_path(&mut data, points, closed);
        self.path_of(&data, fill, stroke, "");
    }

    /// Several paths that look alike, as one. They are coasts and borders, whose sharp turns would be
    /// spikes.
    fn together(&mut self, paths: &[&PathShape]) {
        let Some(first) = paths.first() else {
            return;
        };
        let mut data = String::new();
        for path in paths {
            push_path(&mut data, &path.points, path.closed);
        }
        let has_line = !first.stroke.is_empty();
        let corners = if has_line { BEVELLED } else { "" };
        self.path_of(&data, first.fill, &first.stroke, corners);
    }

    fn path_of(&mut self, data: &str, fill: Color32, stroke: &PathStroke, corners: &str) {
        if data.is_empty() {
            return;
        }
        let line = match stroke.color {
            ColorMode::Solid(color) => Stroke::new(stroke.width, color),
            ColorMode::UV(_) => Stroke::NONE,
        };
        self.put(format_args!(
            "<path d=\"{data}\" {}{}{corners}/>\n",
            Fill(fill),
            Line(line)
        ));
    }

    fn text(&mut self, shape: &TextShape) {
        let Some(section) = shape.galley.job.sections.first() else {
            return;
        };
        let weight = Weight::of_family(&section.format.font_id.family);
        let size = section.format.font_id.size;
        let color = shape
            .override_text_color
            .unwrap_or(match section.format.color {
                Color32::PLACEHOLDER => shape.fallback_color,
                color => color,
            });
        let turn = Turn {
            radians: shape.angle,
            about: shape.pos,
        };
        let lines = lines_of(&shape.galley);
        for (row, line) in shape.galley.rows.iter().zip(&lines) {
            let line = line.trim_end();
            let Some(first) = row.row.glyphs.first().filter(|_| !line.is_empty()) else {
                continue;
            };
            let (x, y) = (shape.pos.x + row.pos.x, shape.pos.y + row.pos.y);
            let (stored, leftwards) = order::stored(line);
            let text = Escaped(stored);
            match self.text {
                TextStyle::Outlines => {
                    self.put(format_args!("<path aria-label=\"{text}\" d=\""));
                    self.outlines
                        .push_row(&mut self.out, (line, row), weight, size, (x, y));
                    self.put(format_args!("\" {}{turn}/>\n", Fill(color)));
                }
                TextStyle::Editable => {
                    // What reads from the right starts there: its end is at the left.
                    let direction = if leftwards {
                        "direction=\"rtl\" text-anchor=\"end\" "
                    } else {
                        ""
                    };
                    self.put(format_args!(
                        "<text x=\"{}\" y=\"{}\" {direction}font-family=\"{}\" font-size=\"{size}\" \
                         font-weight=\"{}\" {}{turn}>{text}</text>\n",
                        Number(x + first.pos.x),
                        Number(y + first.pos.y),
                        if order::is_plain(line) { FAMILY } else { FAMILIES },
                        weight.css(),
                        Fill(color),
                    ));
                }
            }
        }
    }
}

/// Corners without spikes, as an attribute with a space in front.
const BEVELLED: &str = " stroke-linejoin=\"bevel\"";

/// The paths that some shapes are, where all are and look alike.
fn alike(shapes: &[Shape]) -> Option<Vec<&PathShape>> {
    let mut paths: Vec<&PathShape> = Vec::new();
    for shape in shapes {
        let Shape::Path(path) = shape else {
            return None;
        };
        paths.push(path);
    }
    let same =
        |pair: &[&PathShape]| pair[0].fill == pair[1].fill && pair[0].stroke == pair[1].stroke;
    paths.windows(2).all(same).then_some(paths)
}

/// From how many points on a path is written in steps.
const LONG: usize = 12;

/// Appends the data of a path; nothing where it is a point.
fn push_path(data: &mut String, points: &[Pos2], closed: bool) {
    if points.len() < 2 {
        return;
    }
    if points.len() > LONG {
        push_steps(data, points);
    } else {
        for (index, point) in points.iter().enumerate() {
            data.push(if index == 0 { 'M' } else { 'L' });
            push(data, point.x);
            data.push(' ');
            push(data, point.y);
        }
    }
    if closed {
        data.push('Z');
    }
}

/// Appends many points as steps of tenths from one to the next, which is half as long. Every point
/// is rounded by itself, so that lines that share points go on sharing them.
fn push_steps(data: &mut String, points: &[Pos2]) {
    let tenths = |coordinate: f32| (coordinate * 10.0).round() as i32;
    let (mut x, mut y) = (0, 0);
    for (index, point) in points.iter().enumerate() {
        let (across, down) = (tenths(point.x) - x, tenths(point.y) - y);
        (x, y) = (x + across, y + down);
        match index {
            0 => data.push('M'),
            1 => data.push('l'),
            _ if across == 0 && down == 0 => continue,
            _ => {}
        }
        push_step(data, across * 10, index > 1);
        push_step(data, down * 10, true);
    }
}

/// The fonts of editable text, and those of other scripts.
const FAMILY: &str = "IBM Plex Sans, Arial, sans-serif";
const FAMILIES: &str = "IBM Plex Sans, IBM Plex Sans Arabic, IBM Plex Sans Hebrew, \
                        IBM Plex Sans Devanagari, IBM Plex Sans Thai, Arial, sans-serif";

/// A turn about a point as an attribute with a space in front; nothing for none.
struct Turn {
    radians: f32,
    about: Pos2,
}

impl std::fmt::Display for Turn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.radians == 0.0 {
            return Ok(());
        }
        let degrees = Number(self.radians.to_degrees());
        write!(
            f,
            " transform=\"rotate({degrees} {} {})\"",
            Number(self.about.x),
            Number(self.about.y)
        )
    }
}

/// Text inside SVG. Line breaks and tabs are spaces, and what else XML cannot hold is left out.
struct Escaped<'a>(&'a str);

impl std::fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for c in order::one_line(self.0).chars() {
            match c {
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '&' => f.write_str("&amp;")?,
                '"' => f.write_str("&quot;")?,
                c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

/// A colour as fill attributes.
struct Fill(Color32);

impl std::fmt::Display for Fill {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        paint(f, "fill", self.0)
    }
}

/// A stroke as attributes with a space in front; nothing for none.
struct Line(Stroke);

impl std::fmt::Display for Line {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.0.is_empty() || self.0.color.a() == 0 {
            return Ok(());
        }
        f.write_char(' ')?;
        paint(f, "stroke", self.0.color)?;
        write!(f, " stroke-width=\"{}\"", Number(self.0.width))
    }
}

fn paint(out: &mut std::fmt::Formatter<'_>, attribute: &str, color: Color32) -> std::fmt::Result {
    if color.a() == 0 {
        return write!(out, "{attribute}=\"none\"");
    }
    let [r, g, b, a] = color.to_srgba_unmultiplied();
    write!(out, "{attribute}=\"#{r:02x}{g:02x}{b:02x}\"")?;
    if a < 255 {
        write!(
            out,
            " {attribute}-opacity=\"{}\"",
            Number(f32::from(a) / 255.0)
        )?;
    }
    Ok(())
}
