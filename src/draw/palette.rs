//! The colours, named once, in light and dark, and how they are mixed.

use eframe::egui;
use egui::{Color32, Context, Id};

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
    /// A land on a map of which it is known that there is nothing.
    pub land: Color32,
    /// A land on a map of which nobody can tell.
    pub unknown_land: Color32,
    /// How much there is of something, from little to much; even with the three common
    /// deficiencies of colour vision, and in grey, each is darker than the one before, or in the
    /// dark lighter.
    pub steps: [Color32; 6],
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
    land: rgb(0xD6_D2C8),
    unknown_land: rgb(0xF6_F5F1),
    steps: [
        rgb(0xBC_D9EA),
        rgb(0x88_BADA),
        rgb(0x55_98C4),
        rgb(0x2F_78AE),
        rgb(0x13_588F),
        rgb(0x06_3763),
    ],
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
    land: rgb(0x40_4853),
    unknown_land: rgb(0x23_282F),
    steps: [
        rgb(0x27_4F6E),
        rgb(0x2F_6A94),
        rgb(0x41_87B6),
        rgb(0x66_A5D0),
        rgb(0x98_C6E5),
        rgb(0xD2_E8F7),
    ],
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

/// Dark on light, for a desktop that asks for more contrast.
pub const LIGHT_CONTRAST: Palette = LIGHT.with_contrast(
    Color32::BLACK,
    [rgb(0x1B_3A7F), rgb(0x8A_0F1F), rgb(0x5F_3D00)],
);

/// Light on dark, for a desktop that asks for more contrast.
pub const DARK_CONTRAST: Palette = DARK.with_contrast(
    Color32::WHITE,
    [rgb(0xB8_D0FF), rgb(0xFF_B8B8), rgb(0xF5_CE8A)],
);

impl Palette {
    /// The palette of a mode.
    pub fn of(dark: bool) -> &'static Self {
        if dark { &DARK } else { &LIGHT }
    }

    /// The palette of a mode, where more contrast is asked for.
    pub fn of_contrast(dark: bool) -> &'static Self {
        if dark {
            &DARK_CONTRAST
        } else {
            &LIGHT_CONTRAST
        }
    }

    /// With text, outlines and lines that stand out more; marks keep their colours, by which
    /// operations are known. What is clicked, failed and warned of stands in the colours given.
    const fn with_contrast(self, ink: Color32, [accent, error, warning]: [Color32; 3]) -> Self {
        Self {
            paper: self.sheet,
            ink,
            ink_soft: self.ink,
            ink_faint: self.ink,
            hairline: self.edge,
            edge: self.ink_soft,
            grid: self.quiet,
            accent,
            error,
            warning,
            ..self
        }
    }

    /// What text and outlines stand on.
    #[cfg(test)]
    pub(super) fn grounds(&self) -> [Color32; 4] {
        [self.sheet, self.paper, self.hover, self.chosen]
    }

    /// The palette a context shows now.
    pub fn shown(ctx: &Context) -> &'static Self {
        let dark = ctx.theme() == egui::Theme::Dark;
        if ctx.data(|data| data.get_temp(contrast_asked())) == Some(true) {
            Self::of_contrast(dark)
        } else {
            Self::of(dark)
        }
    }

    /// Whether a context shows the palettes of more contrast from now on.
    pub(super) fn ask_contrast(ctx: &Context, more: bool) {
        ctx.data_mut(|data| data.insert_temp(contrast_asked(), more));
    }

    /// The colour of a class of so many, from little to much.
    pub fn step(&self, class: usize, classes: usize) -> Color32 {
        let last = self.steps.len() - 1;
        // One alone is neither little nor much; few lie apart.
        let place = (2 * class + 1) * self.steps.len() / (2 * classes.max(1));
        self.steps[place.min(last)]
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

/// Where a context keeps whether more contrast is asked for.
fn contrast_asked() -> Id {
    Id::unique("more contrast")
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
pub(super) fn contrast(a: Color32, b: Color32) -> f32 {
    let luminance = |color: Color32| {
        let linear = egui::Rgba::from(color);
        0.2126 * linear.r() + 0.7152 * linear.g() + 0.0722 * linear.b()
    };
    let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
    a.max(b) / a.min(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What text is written in.
    fn inks(palette: &Palette) -> [Color32; 6] {
        [
            palette.ink,
            palette.ink_soft,
            palette.ink_faint,
            palette.accent,
            palette.error,
            palette.warning,
        ]
    }

    #[test]
    fn text_can_be_read_on_every_ground_it_stands_on() {
        for palette in [LIGHT, DARK] {
            for ground in palette.grounds() {
                for ink in inks(&palette) {
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
    fn where_more_contrast_is_asked_for_all_text_has_it() {
        for palette in [LIGHT_CONTRAST, DARK_CONTRAST] {
            for ground in palette.grounds() {
                for ink in inks(&palette) {
                    let contrast = contrast(ink, ground);
                    assert!(contrast >= 7.0, "{ink:?} on {ground:?}: {contrast}");
                }
                assert!(contrast(palette.edge, ground) >= 4.5);
                assert!(contrast(palette.hairline, ground) >= 3.0);
            }
        }
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
