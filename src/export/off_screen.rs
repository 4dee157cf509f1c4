//! Drawing a picture with no window: an egui context of its own, at the picture's own size.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui;
use egui::epaint::ClippedShape;
use egui::{Context, Frame, Pos2, RawInput, Rect, Vec2, ViewportId, vec2};

use super::{PictureOptions, SIDES};
use crate::chart::{ChartSpec, HeightRule, PictureUse};
use crate::draw::theme::{Palette, install_family_off_screen, install_off_screen, size};
use crate::draw::{PlacedPicture, Sheet, Typesetter, paint_for_file};

/// A picture as shapes.
pub struct Drawn {
    /// In the order painted.
    pub shapes: Vec<ClippedShape>,
    /// Whether everything is on the canvas.
    pub fits: bool,
    /// The size the shapes are laid out for: that asked for, or larger in the same proportion
    /// where the content would not fit.
    pub canvas: Vec2,
    /// The height asked for, or that the picture needs, in points.
    pub height: u32,
    /// Where it does not fit, the height at which it does at its width.
    pub needed: Option<u32>,
}

/// Text is laid out on so fine a grid that it is not rounded to what a screen could show.
const PIXELS_PER_POINT: f32 = 8.0;

/// A screen with room for every canvas.
const SCREEN: Vec2 = Vec2::splat(32_000.0);

/// The largest picture whose text keeps its size in points.
const PAGE: Vec2 = Vec2::new(1600.0, 900.0);

/// In what steps the canvas gets larger to hold the content, which shrinks with it, and how
/// much at most.
const LARGER: f32 = 1.08;
const LARGEST: f32 = size::SMALL / LEAST_TYPE;
/// How much higher than it needs at least a picture is that may be as high as it needs.
const AIR: f32 = 1.2;
/// The smallest type, in points of the picture's own size.
const LEAST_TYPE: f32 = 9.0;

/// How high a picture is at least.
fn least_height(rule: HeightRule, width: f32) -> f32 {
    match rule {
        HeightRule::Page => (width * PAGE.y / PAGE.x).floor(),
        HeightRule::Rows | HeightRule::Matrix => *SIDES.start() as f32,
    }
}

/// Draws a picture of the width and height asked for; without a height, as high as it needs.
pub fn draw(spec: &ChartSpec, options: &PictureOptions) -> Drawn {
    let lacking = Arc::new(AtomicBool::new(false));
    let ctx = Context::default();
    install_family_off_screen(&ctx, &lacking);
    let drawn = draw_in(&ctx, spec, options);
    if !lacking.load(Ordering::Relaxed) {
        return drawn;
    }
    let ctx = Context::default();
    install_off_screen(&ctx);
    draw_in(&ctx, spec, options)
}

fn draw_in(ctx: &Context, spec: &ChartSpec, options: &PictureOptions) -> Drawn {
    ctx.set_theme(if options.dark {
        egui::Theme::Dark
    } else {
        egui::Theme::Light
    });
    let palette = &Palette {
        clear: options.transparent,
        ..*Palette::of(options.dark)
    };
    let mut fitted = None;
    let mut output = ctx.run_ui(input(), |ui| {
        let fit = Fit::of(&Typesetter::new(ui.ctx(), palette), spec, options);
        Frame::NONE.show(ui, |ui| {
            ui.spacing_mut().item_spacing = Vec2::ZERO;
            paint_for_file(ui, &fit.placed, palette, fit.canvas.x);
        });
        fitted = Some(fit);
    });
    let shapes = std::mem::take(&mut output.shapes);
    output.drop_without_applying_deltas();
    let fit = fitted.unwrap_or_default();
    let needed = Some(fit.needed as u32);
    Drawn {
        shapes,
        fits: fit.fits,
        canvas: fit.canvas,
        height: options.height.unwrap_or(fit.height.round() as u32),
        needed: needed.filter(|needed| !fit.fits && SIDES.contains(needed)),
    }
}

/// A picture that has found room.
#[derive(Default)]
struct Fit {
    placed: PlacedPicture,
    canvas: Vec2,
    fits: bool,
    /// The height asked for, or that of a picture as high as it needs, in points.
    height: f32,
    /// The height at which it fits at its width, in points.
    needed: f32,
}

impl Fit {
    fn of(typesetter: &Typesetter<'_>, spec: &ChartSpec, options: &PictureOptions) -> Self {
        let (width, height) = (options.width, options.height);
        let asked = vec2(width as f32, height.unwrap_or(0) as f32);
        // What is larger than a page is a page enlarged: text grows with the picture.
        let larger = match height {
            Some(_) => (asked.x / PAGE.x).min(asked.y / PAGE.y).max(1.0),
            None => (asked.x / PAGE.x).max(1.0),
        };
        let used_for = options.used_for;
        let enlarged = match used_for.unwrap_or_else(|| PictureUse::of(width, height)) {
            PictureUse::Page => larger,
            PictureUse::Feed => larger.max(asked.x / PictureUse::FEED_WIDTH),
        };
        let rule = spec.height_rule();
        // However large type may be, it may become as small as on a page.
        let most = LARGEST * enlarged / larger;
        let larger = enlarged;
        let mut size = asked / larger;
        let mut sheet = Sheet::of(typesetter, spec, size.x);
        if height.is_none() {
            let needs = sheet.least_height().ceil();
            size.y = (needs * AIR).ceil().max(least_height(rule, size.x));
        }
        let most = size * most;
        let mut fit = Self {
            canvas: size,
            height: size.y * larger,
            needed: f32::INFINITY,
            ..Self::default()
        };
        loop {
            let mut needs = sheet.least_height();
            if needs <= fit.canvas.y + 0.5 {
                fit.placed = sheet.place(fit.canvas.y);
                // Names without room may have made it higher.
                needs = needs.max(fit.placed.height);
            }
            let needed = (needs * size.x / fit.canvas.x * larger).ceil();
            fit.needed = fit.needed.min(needed);
            fit.fits = needs <= fit.canvas.y + 0.5;
            if fit.fits || fit.canvas.x >= most.x {
                break;
            }
            fit.canvas = (fit.canvas * LARGER).min(most);
            sheet = Sheet::of(typesetter, spec, fit.canvas.x);
        }
        if fit.placed.is_cut(fit.canvas.x) {
            // No height helps a number that is wider than the picture.
            (fit.fits, fit.needed) = (false, f32::INFINITY);
        }
        fit
    }
}

fn input() -> RawInput {
    let mut input = RawInput {
        screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SCREEN)),
        ..RawInput::default()
    };
    input
        .viewports
        .entry(ViewportId::ROOT)
        .or_default()
        .native_pixels_per_point = Some(PIXELS_PER_POINT);
    input
}
