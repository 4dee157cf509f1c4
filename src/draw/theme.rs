//! The look, named once: type sizes, spaces, and with the colours what widgets look like. A literal
//! colour or size elsewhere is a defect.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui;
use egui::epaint::Shadow;
use egui::epaint::text::{FallbackRequest, FontProvider, TextOptions};
use egui::{Color32, Context, CornerRadius, Stroke, Style, TextStyle, Visuals, vec2};

use super::fonts::{Scripts, fonts, fonts_without_outlines};
pub use super::fonts::{Weight, font};
use super::machine_fonts::insert_for;
pub use super::palette::{DARK, LIGHT, Palette};

/// Type sizes in points.
pub mod size {
    /// Notes, sources, axis labels.
    pub const SMALL: f32 = 12.0;
    /// Text.
    pub const TEXT: f32 = 14.0;
    /// Headings in panels and lists.
    pub const HEADING: f32 = 16.0;
    /// Titles of cases and panels.
    pub const TITLE: f32 = 20.0;
    /// Titles of pictures and pages.
    pub const DISPLAY: f32 = 28.0;
}

/// Spaces in points, on a grid of four.
pub mod space {
    /// Between things that are one.
    pub const XS: f32 = 4.0;
    /// Between things that belong together.
    pub const S: f32 = 8.0;
    /// Between lines of a list.
    pub const M: f32 = 12.0;
    /// Between parts.
    pub const L: f32 = 16.0;
    /// Margins.
    pub const XL: f32 = 24.0;
}

/// Gives a context the program's fonts, sizes and colours, in light and in dark.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts());
    ctx.set_font_providers(vec![Arc::new(insert_for)]);
    set_contrast(ctx, false);
}

/// Gives a context the colours of more contrast, or the usual ones back.
pub fn set_contrast(ctx: &Context, more: bool) {
    Palette::ask_contrast(ctx, more);
    for (theme, dark) in [(egui::Theme::Light, false), (egui::Theme::Dark, true)] {
        let palette = if more {
            Palette::of_contrast(dark)
        } else {
            Palette::of(dark)
        };
        ctx.set_style_of(theme, style(palette));
    }
}

/// As [`install`], for drawing off screen: nothing is nudged onto a pixel grid, and text is
/// measured but not drawn into a texture; it shows once its outlines are written.
pub fn install_off_screen(ctx: &Context) {
    set_off_screen(ctx, Scripts::All, Arc::new(insert_for));
}

/// As [`install_off_screen`], with the family alone, which is quicker; `lacking` becomes true
/// when a letter is met that it does not have.
pub fn install_family_off_screen(ctx: &Context, lacking: &Arc<AtomicBool>) {
    let lacking = lacking.clone();
    let provider = move |_: &FallbackRequest<'_>| {
        lacking.store(true, Ordering::Relaxed);
        None
    };
    set_off_screen(ctx, Scripts::OfFamily, Arc::new(provider));
}

fn set_off_screen(ctx: &Context, scripts: Scripts, provider: Arc<dyn FontProvider>) {
    ctx.set_fonts(fonts_without_outlines(scripts));
    ctx.set_font_providers(vec![provider]);
    for (theme, palette) in [(egui::Theme::Light, &LIGHT), (egui::Theme::Dark, &DARK)] {
        let mut style = style(palette);
        style.visuals.text_options = TextOptions {
            font_hinting: false,
            subpixel_binning: true,
            ..style.visuals.text_options
        };
        ctx.set_style_of(theme, style);
    }
}

fn style(palette: &Palette) -> Style {
    let text_styles = [
        (TextStyle::Small, font(Weight::Regular, size::SMALL)),
        (TextStyle::Body, font(Weight::Regular, size::TEXT)),
        (TextStyle::Monospace, font(Weight::Regular, size::TEXT)),
        (TextStyle::Button, font(Weight::Medium, size::TEXT)),
        (TextStyle::Heading, font(Weight::SemiBold, size::TITLE)),
    ]
    .into();
    let mut style = Style {
        text_styles,
        ..Style::default()
    };
    style.spacing.item_spacing = vec2(space::S, space::S);
    style.spacing.button_padding = vec2(space::M, 5.0);
    style.spacing.interact_size.y = 28.0;
    style.spacing.menu_margin = egui::Margin::same(8);
    // A bar that shows where one is and never reads as a border.
    style.spacing.scroll.floating_width = 4.0;
    style.spacing.scroll.bar_outer_margin = 3.0;
    style.spacing.scroll.active_handle_opacity = 0.3;
    style.animation_time = 0.1;
    style.visuals = visuals(palette);
    style
}

fn visuals(palette: &Palette) -> Visuals {
    let mut visuals = if palette.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(if palette.dark { 120 } else { 36 }),
    };
    visuals.popup_shadow = shadow;
    visuals.window_shadow = shadow;
    visuals.text_cursor.stroke = Stroke::new(2.0, palette.ink);
    visuals.panel_fill = palette.paper;
    visuals.window_fill = palette.sheet;
    visuals.extreme_bg_color = palette.sheet;
    visuals.faint_bg_color = palette.hover;
    visuals.hyperlink_color = palette.accent;
    visuals.error_fg_color = palette.error;
    visuals.warn_fg_color = palette.warning;
    visuals.selection.bg_fill = palette.chosen;
    visuals.selection.stroke = Stroke::new(1.0, palette.ink);
    visuals.window_stroke = Stroke::new(1.0, palette.hairline);
    visuals.weak_text_color = Some(palette.ink_soft);
    let corners = CornerRadius::same(4);
    visuals.window_corner_radius = CornerRadius::same(8);
    visuals.menu_corner_radius = CornerRadius::same(6);
    let widgets = &mut visuals.widgets;
    for (widget, fill, line, text) in [
        (
            &mut widgets.noninteractive,
            palette.paper,
            palette.hairline,
            palette.ink,
        ),
        (
            &mut widgets.inactive,
            palette.sheet,
            palette.edge,
            palette.ink,
        ),
        (
            &mut widgets.hovered,
            palette.hover,
            palette.ink_faint,
            palette.ink,
        ),
        (
            &mut widgets.active,
            palette.chosen,
            palette.ink_soft,
            palette.ink,
        ),
        (&mut widgets.open, palette.hover, palette.edge, palette.ink),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = Stroke::new(1.0, line);
        widget.fg_stroke = Stroke::new(1.0, text);
        widget.corner_radius = corners;
        widget.expansion = 0.0;
    }
    visuals
}

#[cfg(test)]
mod tests {
    use super::super::palette::contrast;
    use super::*;

    #[test]
    fn what_can_be_pressed_or_filled_in_has_an_outline_that_is_seen() {
        for palette in [LIGHT, DARK] {
            for ground in palette.grounds() {
                let contrast = contrast(palette.edge, ground);
                assert!(contrast >= 3.0, "{ground:?}: {contrast}");
            }
            let widgets = visuals(&palette).widgets;
            for widget in [
                widgets.inactive,
                widgets.hovered,
                widgets.active,
                widgets.open,
            ] {
                for ground in [palette.sheet, palette.paper, widget.bg_fill] {
                    let contrast = contrast(widget.bg_stroke.color, ground);
                    assert!(contrast >= 3.0, "{ground:?}: {contrast}");
                }
            }
        }
    }
}
