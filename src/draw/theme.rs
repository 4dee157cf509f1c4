//! The look, named once: colours, type sizes, spaces. A literal colour or size elsewhere is a
//! defect.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui;
use egui::epaint::Shadow;
use egui::epaint::text::{FallbackRequest, FontProvider, TextOptions};
use egui::{Color32, Context, CornerRadius, Stroke, Style, TextStyle, Visuals, vec2};

use super::fonts::{Scripts, fonts, fonts_without_outlines};
pub use super::fonts::{Weight, font};
use super::machine_fonts::insert_for;

/// A set of colours. The same names in light, dark and print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Whether it is light on dark.
    pub dark: bool,
    /// Whether there is no sheet, and whatever is behind the picture is seen through.
    pub clear: bool,
    /// The window behind everything.
    pub paper: Color32,
    /// What pictures and text lie on.
    pub sheet: Color32,
    /// A row or button under the pointer.
    pub hover: Color32,
    /// A row or button that is chosen.
    pub chosen: Color32,
    /// Text and the strongest lines.
    pub ink: Color32,
    /// Text of second rank.
    pub ink_soft: Color32,
    /// Text of third rank; still readable.
    pub ink_faint: Color32,
    /// Lines that separate.
    pub hairline: Color32,
    /// Outlines of what can be pressed, chosen or filled in.
    pub edge: Color32,
    /// Grid lines inside charts.
    pub grid: Color32,
    /// Marks that only stand beside those that were chosen.
    pub quiet: Color32,
    /// What can be clicked.
    pub accent: Color32,
    /// Something failed.
    pub error: Color32,
    /// Someone should look.
    pub warning: Color32,
    /// One colour for each operation, by its place in the atlas.
    pub series: [Color32; 16],
}

const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgba_premultiplied((hex >> 16) as u8, (hex >> 8) as u8, hex as u8, 255)
}

/// Dark on light. Series colours are of five hues, one for each family that comes with the program
/// and the same in light and dark: blue, green, orange, violet and rose. In steps of lightness the
/// later of a family stands out more. They were moved apart until all sixteen can be told from each
/// other with the three common deficiencies of colour vision too, those of one family best; all
/// stand 3:1 against the sheet.
pub const LIGHT: Palette = Palette {
    dark: false,
    clear: false,
    paper: rgb(0xF3_F1EC),
    sheet: rgb(0xFF_FFFF),
    hover: rgb(0xEC_E9E2),
    chosen: rgb(0xE2_E6EE),
    ink: rgb(0x16_1B22),
    ink_soft: rgb(0x49_515C),
    ink_faint: rgb(0x5F_6772),
    hairline: rgb(0xD9_D6CE),
    edge: rgb(0x7F_8388),
    grid: rgb(0xE4_E2DC),
    quiet: rgb(0x90_959C),
    accent: rgb(0x2A_4FA0),
    error: rgb(0xB0_1E2E),
    warning: rgb(0x8A_5A00),
    series: [
        rgb(0x58_91FC),
        rgb(0x1A_61CF),
        rgb(0x00_2C8F),
        rgb(0x6B_9E7B),
        rgb(0x4F_8B38),
        rgb(0x44_6F4A),
        rgb(0x25_5A3C),
        rgb(0x08_4427),
        rgb(0xCC_7F70),
        rgb(0xAB_4E0D),
        rgb(0x79_1303),
        rgb(0xA8_7DE1),
        rgb(0x58_3E80),
        rgb(0xB7_719E),
        rgb(0x95_456E),
        rgb(0x66_1A46),
    ],
};

/// Light on dark.
pub const DARK: Palette = Palette {
    dark: true,
    clear: false,
    paper: rgb(0x12_1519),
    sheet: rgb(0x1A_1E24),
    hover: rgb(0x26_2B33),
    chosen: rgb(0x2C_3644),
    ink: rgb(0xEC_EAE4),
    ink_soft: rgb(0xB9_BEC6),
    ink_faint: rgb(0x9A_A1AC),
    hairline: rgb(0x33_3942),
    edge: rgb(0x7A_828F),
    grid: rgb(0x34_3A44),
    quiet: rgb(0x85_8D98),
    accent: rgb(0x8F_B4F5),
    error: rgb(0xF2_8B8B),
    warning: rgb(0xE5_B567),
    series: [
        rgb(0x42_70BF),
        rgb(0x5B_A3ED),
        rgb(0xAA_D3FF),
        rgb(0x3F_762C),
        rgb(0x08_9855),
        rgb(0x6D_AA5F),
        rgb(0x71_C84F),
        rgb(0x8C_EBB1),
        rgb(0xAB_4F1D),
        rgb(0xE8_6E19),
        rgb(0xFF_A981),
        rgb(0x71_60A5),
        rgb(0xC4_AFFD),
        rgb(0xAF_567B),
        rgb(0xDA_81B0),
        rgb(0xFE_B5DA),
    ],
};

impl Palette {
    /// The palette of a mode.
    pub fn of(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// The palette a context shows now.
    pub fn shown(ctx: &Context) -> &'static Self {
        Self::of(ctx.theme() == egui::Theme::Dark)
    }

    /// The colour of an operation by its place in the atlas; more than sixteen start over,
    /// which is why every mark is labelled too.
    pub fn series(&self, place: usize) -> Color32 {
        let index = place % self.series.len();
        self.series.get(index).copied().unwrap_or(self.ink)
    }

    /// The colour of an operation that only stands beside others: grey with a touch of its family's
    /// hue.
    fn quiet(&self, place: usize) -> Color32 {
        mixed(self.series(place), self.quiet, 0.3)
    }

    /// The colour of a mark: the operation's, or nearly grey where it only stands beside others.
    /// While some operations are `lit`, they have their colours and the others fade.
    pub fn mark(&self, place: usize, quiet: bool, lit: Option<&[usize]>) -> Color32 {
        let is_lit = lit.map(|lit| lit.contains(&place));
        let color = if quiet && is_lit != Some(true) {
            self.quiet(place)
        } else {
            self.series(place)
        };
        if is_lit == Some(false) {
            self.tint(color, 0.35)
        } else {
            color
        }
    }

    /// An operation's colour for text: as much of it as can be read on the sheet, the rest ink.
    pub fn series_text(&self, place: usize) -> Color32 {
        const STEPS: u8 = 20;
        let color = self.series(place);
        (0..=STEPS)
            .map(|step| mixed(self.ink, color, f32::from(step) / f32::from(STEPS)))
            .find(|&mixed| contrast(mixed, self.sheet) >= READABLE)
            .unwrap_or(self.ink)
    }

    /// The ink of an operation's name: of second rank where it only stands beside others.
    pub fn name(&self, quiet: bool) -> Color32 {
        if quiet { self.ink_soft } else { self.ink }
    }

    /// What covers what lies behind it: the sheet, or nothing where there is none.
    pub fn ground(&self) -> Color32 {
        if self.clear {
            Color32::TRANSPARENT
        } else {
            self.sheet
        }
    }

    /// A colour mixed with the sheet, `part` of it left: a tint that needs no transparency,
    /// unless there is no sheet.
    pub fn tint(&self, color: Color32, part: f32) -> Color32 {
        if self.clear {
            let [r, g, b, _] = color.to_array();
            let alpha = (part * 255.0).round() as u8;
            return Color32::from_rgba_unmultiplied(r, g, b, alpha);
        }
        mixed(color, self.sheet, part)
    }

    /// The colour of a slice that fades, `part` of it left.
    pub fn slice_color(&self, color: Color32, part: f32) -> Color32 {
        if self.clear {
            color
        } else {
            self.tint(color, part)
        }
    }

    /// What part of its width a slice has that fades: on a ground that is not known a colour
    /// that fades may not be seen, so that the slices get thinner instead.
    pub fn slice(&self, part: f32) -> f32 {
        if self.clear { part } else { 1.0 }
    }
}

/// The least contrast of small text in a colour.
const READABLE: f32 = 4.5;

/// A colour mixed with another, `part` of it left.
fn mixed(color: Color32, other: Color32, part: f32) -> Color32 {
    let mix = |a: u8, b: u8| (f32::from(a) * part + f32::from(b) * (1.0 - part)).round() as u8;
    Color32::from_rgba_premultiplied(
        mix(color.r(), other.r()),
        mix(color.g(), other.g()),
        mix(color.b(), other.b()),
        255,
    )
}

/// How well two colours can be told apart, 1 to 21, as the Web Content Accessibility Guidelines
/// reckon it.
fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |color: Color32| {
        let linear = egui::Rgba::from(color);
        0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

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
    ctx.set_style_of(egui::Theme::Light, style(&LIGHT));
    ctx.set_style_of(egui::Theme::Dark, style(&DARK));
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
    use super::*;

    #[test]
    fn text_can_be_read_on_every_ground_it_stands_on() {
        for palette in [LIGHT, DARK] {
            for ground in grounds(&palette) {
                for ink in [
                    palette.ink,
                    palette.ink_soft,
                    palette.ink_faint,
                    palette.accent,
                    palette.error,
                    palette.warning,
                ] {
                    let contrast = contrast(ink, ground);
                    assert!(contrast >= 4.5, "{ink:?} on {ground:?}: {contrast}");
                }
            }
            for ground in [palette.accent, palette.ink, palette.error, palette.warning] {
                let contrast = contrast(palette.sheet, ground);
                assert!(contrast >= 4.5, "sheet on {ground:?}: {contrast}");
            }
        }
    }

    #[test]
    fn what_can_be_pressed_or_filled_in_has_an_outline_that_is_seen() {
        for palette in [LIGHT, DARK] {
            for ground in grounds(&palette) {
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

    fn grounds(palette: &Palette) -> [Color32; 4] {
        [palette.sheet, palette.paper, palette.hover, palette.chosen]
    }

    #[test]
    fn every_series_stands_out_from_the_sheet() {
        for palette in [LIGHT, DARK] {
            for place in 0..palette.series.len() {
                for color in [palette.series(place), palette.quiet(place)] {
                    assert!(contrast(color, palette.sheet) >= 3.0, "{color:?}");
                }
            }
        }
    }

    #[test]
    fn names_in_series_colours_can_be_read_and_stay_their_own() {
        for palette in [LIGHT, DARK] {
            for (place, &color) in palette.series.iter().enumerate() {
                let text = palette.series_text(place);
                assert!(contrast(text, palette.sheet) >= 4.5, "{text:?}");
                if contrast(color, palette.sheet) >= 4.5 {
                    assert_eq!(text, color);
                }
                let others = (0..palette.series.len()).filter(|&other| other != place);
                assert!(
                    others
                        .into_iter()
                        .all(|other| palette.series_text(other) != text)
                );
            }
        }
    }
}
