//! The outlines of an SVG in pixels, cut into bands of rows: what is wider than a pixel is widened
//! once, and each band has only what lies on it.

use resvg::tiny_skia::{
    Color, FillRule, Paint, Path, PathBuilder, PathSegment, PathStroker, Pixmap, Shader, Stroke,
    Transform,
};
use resvg::usvg::{self, Group, Node, Opacity, Tree};

/// A picture in bands, from the top.
pub struct Bands {
    /// How many rows of pixels a band has.
    rows: u32,
    /// What is painted on each, in order, its places measured from the band's own top.
    bands: Vec<Vec<Painted>>,
}

/// An outline in one colour.
struct Painted {
    path: Path,
    paint: Paint<'static>,
    how: How,
}

/// How an outline is painted.
#[derive(Clone)]
enum How {
    Filled(FillRule),
    /// Along it, with a line that is at most a pixel wide.
    Along(Stroke),
}

impl Bands {
    /// Cuts a picture `height` pixels high, `scale` from what the SVG is measured in.
    pub fn of(tree: &Tree, scale: Transform, height: u32, rows: u32) -> Self {
        let bands = 0..height.div_ceil(rows);
        let mut bands = Self {
            rows,
            bands: bands.map(|_| Vec::new()).collect(),
        };
        bands.group(tree.root(), scale);
        bands
    }

    /// Adds a group, which only says where its paths are: nothing that is written is seen through
    /// as a whole.
    fn group(&mut self, group: &Group, scale: Transform) {
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, scale),
                Node::Path(path) => self.path(path, scale.pre_concat(path.abs_transform())),
                // Nothing is written as either.
                Node::Image(_) | Node::Text(_) => {}
            }
        }
    }

    fn path(&mut self, path: &usvg::Path, place: Transform) {
        if let Some(fill) = path.fill() {
            let rule = match fill.rule() {
                usvg::FillRule::NonZero => FillRule::Winding,
                usvg::FillRule::EvenOdd => FillRule::EvenOdd,
            };
            let paint = paint(fill.paint(), fill.opacity());
            let outline = path.data().clone().transform(place);
            self.put(outline, paint, &How::Filled(rule));
        }
        if let Some(line) = path.stroke() {
            let paint = paint(line.paint(), line.opacity());
            let sharpness = PathStroker::compute_resolution_scale(&place);
            let mut stroke = line.to_tiny_skia();
            if stroke.width * sharpness > 1.0 {
                let outline = path.data().stroke(&stroke, sharpness);
                let outline = outline.and_then(|outline| outline.transform(place));
                self.put(outline, paint, &How::Filled(FillRule::Winding));
            } else {
                stroke.width *= sharpness;
                let line = path.data().clone().transform(place);
                self.put(line, paint, &How::Along(stroke));
            }
        }
    }

    /// Adds each part of an outline to the bands on which it lies.
    fn put(&mut self, outline: Option<Path>, paint: Option<Paint<'static>>, how: &How) {
        let (Some(outline), Some(paint)) = (outline, paint) else {
            return;
        };
        let rows = self.rows as f32;
        let last = self.bands.len().saturating_sub(1);
        let band = |y: f32| (((y / rows).floor().max(0.0)) as usize).min(last);
        // What is smoothed reaches into the next row.
        let bands = |top: f32, foot: f32| band(top - 1.0)..=band(foot + 1.0);
        let touched = bands(outline.bounds().top(), outline.bounds().bottom());
        let from = *touched.start();
        let mut parts: Vec<PathBuilder> = touched.map(|_| PathBuilder::new()).collect();
        let segments: Vec<PathSegment> = outline.segments().collect();
        let is_next = |_: &PathSegment, next: &PathSegment| !matches!(next, PathSegment::MoveTo(_));
        for part in segments.chunk_by(is_next) {
            let (top, foot) = reach(part);
            for band in bands(top, foot) {
                let Some(builder) = parts.get_mut(band - from) else {
                    continue;
                };
                push(builder, part, band as f32 * rows);
            }
        }
        for (band, part) in self.bands.iter_mut().skip(from).zip(parts) {
            band.extend(part.finish().map(|path| Painted {
                path,
                paint: paint.clone(),
                how: how.clone(),
            }));
        }
    }

    /// Paints each band anew and hands it on with the number of rows that it has.
    pub fn paint<E>(
        self,
        band: &mut Pixmap,
        mut then: impl FnMut(&Pixmap) -> Result<(), E>,
    ) -> Result<(), E> {
        for painted in self.bands {
            band.fill(Color::TRANSPARENT);
            for one in painted {
                one.paint(band);
            }
            then(band)?;
        }
        Ok(())
    }
}

impl Painted {
    fn paint(&self, onto: &mut Pixmap) {
        let (path, paint, still) = (&self.path, &self.paint, Transform::identity());
        match &self.how {
            How::Filled(rule) => onto.fill_path(path, paint, *rule, still, None),
            How::Along(stroke) => onto.stroke_path(path, paint, stroke, still, None),
        }
    }
}

/// A colour; `None` for what is never written.
fn paint(paint: &usvg::Paint, opacity: Opacity) -> Option<Paint<'static>> {
    let usvg::Paint::Color(color) = paint else {
        return None;
    };
    let color = Color::from_rgba8(color.red, color.green, color.blue, opacity.to_u8());
    Some(Paint {
        shader: Shader::SolidColor(color),
        ..Paint::default()
    })
}

/// The least and the largest of the rows that a part of an outline reaches.
fn reach(part: &[PathSegment]) -> (f32, f32) {
    let none = (f32::INFINITY, f32::NEG_INFINITY);
    let with = |(top, foot): (f32, f32), y: f32| (top.min(y), foot.max(y));
    part.iter().fold(none, |reach, segment| match *segment {
        PathSegment::MoveTo(at) | PathSegment::LineTo(at) => with(reach, at.y),
        PathSegment::QuadTo(a, at) => with(with(reach, a.y), at.y),
        PathSegment::CubicTo(a, b, at) => with(with(with(reach, a.y), b.y), at.y),
        PathSegment::Close => reach,
    })
}

/// Appends a part of an outline, its places measured from a row further down.
fn push(builder: &mut PathBuilder, part: &[PathSegment], top: f32) {
    for segment in part {
        match *segment {
            PathSegment::MoveTo(at) => builder.move_to(at.x, at.y - top),
            PathSegment::LineTo(at) => builder.line_to(at.x, at.y - top),
            PathSegment::QuadTo(a, at) => builder.quad_to(a.x, a.y - top, at.x, at.y - top),
            PathSegment::CubicTo(a, b, at) => {
                builder.cubic_to(a.x, a.y - top, b.x, b.y - top, at.x, at.y - top);
            }
            PathSegment::Close => builder.close(),
        }
    }
}
