//! A map in its place, and how it is painted: in a window as triangles that are made once, in a
//! file as closed outlines.

use std::sync::{Arc, OnceLock};

use eframe::egui;
use egui::epaint::{CircleShape, Mesh, PathShape, Tessellator, Vertex, WHITE_UV};
use egui::{Color32, Context, Pos2, Rect, Shape, Stroke, pos2};

use super::map_dots::Dot;
use super::theme::Palette;
use crate::map::{Point, contains};

/// How far apart the lines are that fill what is nobody's.
const HATCH: f32 = 3.0;
/// How wide coasts and borders are, and borders on a colour.
const LINE: f32 = 0.4;
const BORDER: f32 = 0.4;
/// How far from a dot it is still meant.
const NEAR: f32 = 5.0;

/// What a picture is painted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Canvas {
    /// A window, which is painted over and over, in triangles.
    Window,
    /// A file, which is painted once, and whose outlines stay outlines.
    File,
}

/// A map in its place.
#[derive(Debug)]
pub struct PlacedMap {
    rect: Rect,
    /// Parts of lands, the largest first, so that what lies inside another is painted over it.
    pub lands: Vec<PlacedLand>,
    /// Coasts and borders.
    pub lines: Vec<PlacedLine>,
    /// Dots of lands that are too small to be seen.
    pub dots: Vec<Dot>,
    /// Where coordination units were.
    pub hosts: Vec<Pos2>,
    /// How large their signs are, of those in the key.
    pub host_size: f32,
    /// The countries chosen, by their places in the list of what is shown.
    pub chosen: Vec<usize>,
    /// Lands and lines as triangles, once they were painted in a window.
    mesh: OnceLock<[Arc<Mesh>; 2]>,
}

/// A part of a coast or border.
#[derive(Debug)]
pub struct PlacedLine {
    /// From end to end.
    pub points: Vec<Pos2>,
    /// Whether it is a border of a land with a colour, on which a dark line could not be seen.
    pub over_colour: bool,
}

impl PlacedLine {
    fn shape(&self, palette: &Palette) -> PathShape {
        let stroke = if self.over_colour {
            Stroke::new(BORDER, palette.sheet)
        } else {
            Stroke::new(LINE, palette.ink_faint)
        };
        PathShape::line(self.points.clone(), stroke)
    }
}

/// A part of a land.
#[derive(Debug)]
pub struct PlacedLand {
    /// What it stands for, by its place in the list of what is shown; `None` for what is not asked
    /// for.
    pub figure: Option<usize>,
    /// Whether it is attributed to no state.
    pub nobodys: bool,
    /// Its colour.
    pub color: Color32,
    /// Its size on the map.
    pub area: f32,
    /// Around it, for all lands the same way.
    pub ring: Vec<Pos2>,
    /// The least upright box around it.
    pub bounds: Rect,
    /// Whether it lies inside another, over which it is painted.
    pub inside: bool,
    /// Whether its coast is drawn with it: no border touches it, and its colour can hardly be told
    /// from what it lies on.
    pub coast: bool,
}

/// A sign in the key of a map.
#[derive(Debug, Clone, Copy)]
pub struct Swatch {
    /// Where.
    pub rect: Rect,
    /// What is drawn.
    pub form: SwatchForm,
}

/// What is drawn in the key of a map.
#[derive(Debug, Clone, Copy)]
pub enum SwatchForm {
    /// A colour of lands.
    Fill(Color32),
    /// A coordination unit.
    Host,
    /// What is nobody's.
    Hatched,
}

impl PlacedMap {
    pub(super) fn new(rect: Rect) -> Self {
        Self {
            rect,
            lands: Vec::new(),
            lines: Vec::new(),
            dots: Vec::new(),
            hosts: Vec::new(),
            host_size: 1.0,
            chosen: Vec::new(),
            mesh: OnceLock::new(),
        }
    }

    /// What lies at a place: a dot, else the smallest land around it, else a dot close by.
    pub fn figure_at(&self, at: Pos2) -> Option<usize> {
        if !self.rect.contains(at) {
            return None;
        }
        let dot = |near: f32| {
            let far = |dot: &&Dot| dot.at.distance(at);
            let close = self.dots.iter();
            let close = close.filter(|dot| far(dot) < dot.radius.max(near));
            let nearest = close.min_by(|a, b| far(a).total_cmp(&far(b)));
            nearest.map(|dot| dot.figure)
        };
        let land = || {
            let mut smallest_first = self.lands.iter().rev();
            smallest_first.find(|land| land.contains(at))?.figure
        };
        dot(0.0).or_else(land).or_else(|| dot(NEAR))
    }

    /// Adds everything but texts.
    pub(super) fn paint(
        &self,
        ctx: &Context,
        palette: &Palette,
        canvas: Canvas,
        shapes: &mut Vec<Shape>,
    ) {
        let line = Stroke::new(LINE, palette.ink_faint);
        match canvas {
            Canvas::Window => {
                let meshes = self
                    .mesh
                    .get_or_init(|| [self.fills(), self.strokes(ctx, palette)]);
                shapes.extend(meshes.iter().map(|mesh| Shape::mesh(mesh.clone())));
            }
            Canvas::File => {
                let (inside, mut others): (Vec<_>, Vec<_>) =
                    self.lands.iter().partition(|land| land.inside);
                let outline = |land: &&PlacedLand| Shape::Path(land.outline(palette));
                // Lands of one colour are one outline: no seam is between them, and it is quicker.
                let look = |land: &PlacedLand| (land.color.to_array(), land.coast);
                others.sort_by_key(|land| look(land));
                let alike = others.chunk_by(|a, b| look(a) == look(b));
                shapes.extend(alike.map(|some| Shape::Vec(some.iter().map(outline).collect())));
                shapes.extend(inside.iter().map(outline));
                for over_colour in [false, true] {
                    let lines = self.lines.iter();
                    let lines = lines.filter(|line| line.over_colour == over_colour);
                    let lines = lines.map(|line| Shape::Path(line.shape(palette)));
                    shapes.push(Shape::Vec(lines.collect()));
                }
            }
        }
        for &figure in &self.chosen {
            self.bring_out(figure, palette, shapes);
        }
        let nobodys = self.lands.iter().filter(|land| land.nobodys);
        let hatches = nobodys.flat_map(|land| hatched(&land.ring));
        let hatch = Stroke::new(0.8, palette.ink_soft);
        shapes.extend(hatches.map(|ends| Shape::line_segment(ends, hatch)));
        for dot in self.dots.iter().filter(|dot| dot.is_away()) {
            shapes.push(Shape::line_segment([dot.home, dot.at], line));
        }
        let rim = Stroke::new(0.8, palette.ink_soft);
        for dot in &self.dots {
            let color = if dot.color.a() == 0 {
                palette.sheet
            } else {
                dot.color
            };
            shapes.push(Shape::Circle(CircleShape {
                center: dot.at,
                radius: dot.radius,
                fill: color,
                stroke: rim,
            }));
        }
        for &at in &self.hosts {
            host_shapes(shapes, palette, at, self.host_size);
        }
    }

    /// Brings one country out.
    pub(super) fn bring_out(&self, figure: usize, palette: &Palette, shapes: &mut Vec<Shape>) {
        let stroke = Stroke::new(1.6, palette.ink);
        let rings = self.lands.iter().filter(|land| land.figure == Some(figure));
        let parts = rings.flat_map(|land| {
            let mut ring = land.ring.clone();
            ring.extend(land.ring.first());
            smooth(&ring)
        });
        let lines = parts.map(|part| Shape::line(part, stroke));
        shapes.push(Shape::Vec(lines.collect()));
        for dot in self.dots.iter().filter(|dot| dot.figure == figure) {
            shapes.push(Shape::circle_stroke(dot.at, dot.radius + 1.0, stroke));
        }
    }

    /// Lands as triangles.
    fn fills(&self) -> Arc<Mesh> {
        let mut mesh = Mesh::default();
        let mut earcut = earcut::Earcut::new();
        let mut corners: Vec<u32> = Vec::new();
        for land in self.lands.iter().filter(|land| land.color.a() > 0) {
            let points = land.ring.iter().map(|at| [at.x, at.y]);
            earcut.earcut(points, &[], &mut corners);
            let first = mesh.vertices.len() as u32;
            mesh.indices
                .extend(corners.iter().map(|corner| first + corner));
            mesh.vertices.extend(land.ring.iter().map(|&pos| Vertex {
                pos,
                uv: WHITE_UV,
                color: land.color,
            }));
        }
        Arc::new(mesh)
    }

    /// Lines as triangles.
    fn strokes(&self, ctx: &Context, palette: &Palette) -> Arc<Mesh> {
        let options = ctx.tessellation_options(|options| *options);
        let mut tessellator = Tessellator::new(ctx.pixels_per_point(), options, [1, 1], Vec::new());
        let mut mesh = Mesh::default();
        let edges = self.lands.iter().map(|land| {
            let mut points = land.ring.clone();
            points.extend(land.ring.first());
            // Triangles have hard edges, which a line in the same colour makes smooth.
            let color = if land.coast {
                palette.ink_faint
            } else {
                land.color
            };
            PathShape::line(points, Stroke::new(LINE, color))
        });
        for line in edges.chain(self.lines.iter().map(|line| line.shape(palette))) {
            for points in smooth(&line.points) {
                let part = PathShape {
                    points,
                    closed: false,
                    fill: Color32::TRANSPARENT,
                    stroke: line.stroke.clone(),
                };
                tessellator.tessellate_path(&part, &mut mesh);
            }
        }
        Arc::new(mesh)
    }
}

impl PlacedLand {
    fn contains(&self, at: Pos2) -> bool {
        self.bounds.contains(at) && {
            let ring = self.ring.iter().map(|at| Point { x: at.x, y: at.y });
            let ring: Vec<Point> = ring.collect();
            contains(&ring, Point { x: at.x, y: at.y })
        }
    }

    fn outline(&self, palette: &Palette) -> PathShape {
        let coast = if self.coast {
            Stroke::new(LINE, palette.ink_faint)
        } else {
            Stroke::NONE
        };
        PathShape {
            points: self.ring.clone(),
            closed: true,
            fill: self.color,
            stroke: coast.into(),
        }
    }
}

/// The parts of a line between its sharp turns, whose corners as triangles would be long spikes.
fn smooth(line: &[Pos2]) -> Vec<Vec<Pos2>> {
    let mut parts = vec![Vec::new()];
    for (index, &at) in line.iter().enumerate() {
        let around = index
            .checked_sub(1)
            .and_then(|before| line.get(before))
            .zip(line.get(index + 1));
        let sharp = around.is_some_and(|(&before, &after)| (at - before).dot(after - at) < 0.0);
        if let Some(part) = parts.last_mut() {
            part.push(at);
        }
        if sharp {
            parts.push(vec![at]);
        }
    }
    parts
}

/// A sign of the key.
pub(super) fn swatch_shapes(shapes: &mut Vec<Shape>, palette: &Palette, swatch: &Swatch) {
    let rect = swatch.rect;
    let rim = Stroke::new(LINE, palette.ink_faint);
    let corners = vec![
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
    ];
    match swatch.form {
        SwatchForm::Fill(color) => {
            shapes.push(Shape::rect_filled(rect, 0.0, color));
            shapes.push(Shape::closed_line(corners, rim));
        }
        SwatchForm::Host => host_shapes(shapes, palette, rect.center(), 1.0),
        SwatchForm::Hatched => {
            let hatch = Stroke::new(0.8, palette.ink_soft);
            let lines = hatched(&corners).into_iter();
            shapes.extend(lines.map(|ends| Shape::line_segment(ends, hatch)));
            shapes.push(Shape::closed_line(corners, rim));
        }
    }
}

/// A coordination unit: a ring with a point in it, on any colour.
fn host_shapes(shapes: &mut Vec<Shape>, palette: &Palette, at: Pos2, size: f32) {
    let ring = Stroke::new(1.4 * size, palette.ink);
    shapes.push(Shape::circle_filled(at, 5.6 * size, palette.sheet));
    shapes.push(Shape::circle_stroke(at, 4.6 * size, ring));
    shapes.push(Shape::circle_filled(at, 2.0 * size, palette.ink));
}

/// Lines from the bottom left to the top right that fill a ring.
fn hatched(ring: &[Pos2]) -> Vec<[Pos2; 2]> {
    let across = |at: Pos2| at.x + at.y;
    let along = |at: Pos2| at.x - at.y;
    let (low, high) = ring
        .iter()
        .fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), &at| {
            (low.min(across(at)), high.max(across(at)))
        });
    let mut lines = Vec::new();
    let step = HATCH * std::f32::consts::SQRT_2;
    let mut level = (low / step).ceil() * step;
    while level < high {
        let ends = ring.iter().zip(ring.iter().cycle().skip(1));
        let mut met: Vec<f32> = ends
            .filter(|&(&a, &b)| (across(a) > level) != (across(b) > level))
            .map(|(&a, &b)| {
                let part = (level - across(a)) / (across(b) - across(a));
                along(a) + (along(b) - along(a)) * part
            })
            .collect();
        met.sort_by(f32::total_cmp);
        let at = |along: f32| pos2(f32::midpoint(level, along), f32::midpoint(level, -along));
        lines.extend(met.chunks_exact(2).map(|pair| [at(pair[0]), at(pair[1])]));
        level += step;
    }
    lines
}
