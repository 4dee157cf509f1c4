//! Drawing a picture with no window: an egui context of its own, at the picture's own size.

use eframe::egui;
use egui::epaint::ClippedShape;
use egui::{Context, Frame, RawInput, Rect, Vec2, ViewportId};

use crate::chart::{Body, ChartSpec};
use crate::draw::theme::{Palette, install_off_screen, size};
use crate::draw::{picture_height, picture_ui};

/// A picture as shapes.
pub struct Drawn {
    /// In the order painted.
    pub shapes: Vec<ClippedShape>,
    /// Whether everything is on the canvas.
    pub fits: bool,
    /// The size the shapes are laid out for: that asked for, or larger in the same proportion
    /// where the content would not fit.
    pub canvas: Vec2,
}

/// Text is laid out on so fine a grid that it is not rounded to what a screen could show.
const PIXELS_PER_POINT: f32 = 8.0;

/// The largest picture whose text keeps its size in points.
const PAGE: Vec2 = Vec2::new(1600.0, 900.0);

/// In what steps the canvas gets larger to hold the content, which shrinks with it, and how
/// much at most.
const LARGER: f32 = 1.08;
const LARGEST: f32 = 3.0;
/// The smallest type of rows, in points of the picture's own size.
const LEAST_ROW: f32 = 9.0;

/// How much larger the canvas of a picture may get.
fn largest(body: &Body) -> f32 {
    match body {
        Body::Bars(_) | Body::Change(_) | Body::Ranking(_) => size::SMALL / LEAST_ROW,
        Body::Timeline(_) | Body::Scatter(_) | Body::Coverage(_) | Body::Nothing(_) => LARGEST,
    }
}

/// Draws a picture.
pub fn draw(spec: &ChartSpec, size: Vec2, dark: bool) -> Drawn {
    // What is larger than a page is a page enlarged: text grows with the picture.
    let size = size / (size.x / PAGE.x).min(size.y / PAGE.y).max(1.0);
    let ctx = Context::default();
    install_off_screen(&ctx);
    ctx.set_theme(if dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    });
    let palette = Palette::of(dark);

    // A first pass loads the fonts and tells how much room the content needs.
    let mut canvas = size;
    let mut fits = false;
    let measure = ctx.run_ui(input(size), |ui| {
        canvas = size;
        let fit = |canvas: Vec2| picture_height(ui, spec, palette, canvas.x) <= canvas.y + 0.5;
        fits = fit(canvas);
        let most = size * largest(&spec.body);
        while !fits && canvas.x < most.x {
            canvas = (canvas * LARGER).min(most);
            fits = fit(canvas);
        }
    });
    measure.drop_without_applying_deltas();

    // Two passes, so that plots know their bounds when the shapes are taken.
    let mut shapes = Vec::new();
    for _ in 0..2 {
        let mut output = ctx.run_ui(input(canvas), |ui| {
            Frame::NONE.show(ui, |ui| {
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                picture_ui(ui, spec, palette, canvas);
            });
        });
        shapes = std::mem::take(&mut output.shapes);
        output.drop_without_applying_deltas();
    }
    Drawn {
        shapes,
        fits,
        canvas,
    }
}

fn input(size: Vec2) -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, size)),
        ..RawInput::default()
    };
    input
        .viewports
        .entry(ViewportId::ROOT)
        .or_default()
        .native_pixels_per_point = Some(PIXELS_PER_POINT);
    input
}
