//! The one type family: its weights, its sisters for other scripts, their files, and what egui
//! needs to know of them.

use std::sync::Arc;

use eframe::egui;
use egui::epaint::text::FontTweak;
use egui::{FontData, FontDefinitions, FontFamily, FontId};

/// A weight of the one type family.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Text.
    Regular,
    /// Labels and buttons.
    Medium,
    /// Titles and headings.
    SemiBold,
}

impl Weight {
    /// Every weight.
    pub const ALL: [Self; 3] = [Self::Regular, Self::Medium, Self::SemiBold];

    /// The name under which egui knows the font.
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "IBM Plex Sans",
            Self::Medium => "IBM Plex Sans Medium",
            Self::SemiBold => "IBM Plex Sans SemiBold",
        }
    }

    /// The font file.
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf"),
            Self::Medium => include_bytes!("../../assets/fonts/IBMPlexSans-Medium.ttf"),
            Self::SemiBold => include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf"),
        }
    }

    /// The fonts in which a letter is looked for, in this order: the weight's own, then those of
    /// its sisters, each with its name.
    pub fn family(self) -> impl Iterator<Item = (&'static str, &'static [u8])> {
        let sisters = match self {
            Self::Regular => SISTERS,
            Self::Medium | Self::SemiBold => MEDIUM_SISTERS,
        };
        std::iter::once((self.name(), self.bytes())).chain(sisters)
    }

    /// The CSS weight, for editable text in SVG.
    pub fn css(self) -> u16 {
        match self {
            Self::Regular => 400,
            Self::Medium => 500,
            Self::SemiBold => 600,
        }
    }

    /// The weight of an operation's name, which stands out unless it is `quiet`.
    pub fn of_name(quiet: bool) -> Self {
        if quiet { Self::Regular } else { Self::SemiBold }
    }

    /// The weight a font family stands for.
    pub fn of_family(family: &FontFamily) -> Self {
        match family {
            FontFamily::Name(name) => Self::ALL
                .into_iter()
                .find(|weight| weight.name() == &**name)
                .unwrap_or(Self::Regular),
            FontFamily::Proportional | FontFamily::Monospace => Self::Regular,
        }
    }
}

/// What the family lacks, from its sisters: parts of IBM Plex Sans Arabic, Hebrew, Devanagari
/// and Thai, on lines of the same height.
const SISTERS: [(&str, &[u8]); 4] = [
    (
        "Arabic",
        include_bytes!("../../assets/fonts/OpatlasArabic-Regular.ttf"),
    ),
    (
        "Hebrew",
        include_bytes!("../../assets/fonts/OpatlasHebrew-Regular.ttf"),
    ),
    (
        "Devanagari",
        include_bytes!("../../assets/fonts/OpatlasDevanagari-Regular.ttf"),
    ),
    (
        "Thai",
        include_bytes!("../../assets/fonts/OpatlasThai-Regular.ttf"),
    ),
];
const MEDIUM_SISTERS: [(&str, &[u8]); 4] = [
    (
        "Arabic Medium",
        include_bytes!("../../assets/fonts/OpatlasArabic-Medium.ttf"),
    ),
    (
        "Hebrew Medium",
        include_bytes!("../../assets/fonts/OpatlasHebrew-Medium.ttf"),
    ),
    (
        "Devanagari Medium",
        include_bytes!("../../assets/fonts/OpatlasDevanagari-Medium.ttf"),
    ),
    (
        "Thai Medium",
        include_bytes!("../../assets/fonts/OpatlasThai-Medium.ttf"),
    ),
];

/// A font of the family in a weight and size.
pub fn font(weight: Weight, size: f32) -> FontId {
    match weight {
        Weight::Regular => FontId::new(size, FontFamily::Proportional),
        Weight::Medium | Weight::SemiBold => {
            FontId::new(size, FontFamily::Name(weight.name().into()))
        }
    }
}

const ICONS: &str = "Phosphor";

/// The program's own fonts, so that a picture is the same everywhere.
pub fn fonts() -> FontDefinitions {
    definitions(FontData::from_static, Scripts::All)
}

/// For which scripts there are fonts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scripts {
    /// Latin, Greek and Cyrillic: those of the family itself.
    OfFamily,
    /// Those of its sisters too.
    All,
}

/// As [`fonts`], for off screen: text takes the same room and is not drawn. egui would draw each
/// glyph into a texture at which nobody looks, which took half of an export's time.
pub fn fonts_without_outlines(scripts: Scripts) -> FontDefinitions {
    definitions(without_outlines, scripts)
}

/// Every weight and the icons, which are a fallback of each: an icon is a character in a text.
fn definitions(data: fn(&'static [u8]) -> FontData, scripts: Scripts) -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let icons = data(include_bytes!("../../assets/icons/phosphor.ttf")).tweak(FontTweak {
        scale: 1.15,
        y_offset_factor: 0.0,
        ..FontTweak::default()
    });
    fonts.font_data.insert(ICONS.to_owned(), Arc::new(icons));
    for weight in Weight::ALL {
        let mut family = Vec::new();
        let fonts_of_weight = match scripts {
            Scripts::OfFamily => 1,
            Scripts::All => usize::MAX,
        };
        for (name, bytes) in weight.family().take(fonts_of_weight) {
            let known = fonts.font_data.entry(name.to_owned());
            known.or_insert_with(|| Arc::new(data(bytes)));
            family.push(name.to_owned());
        }
        family.push(ICONS.to_owned());
        fonts
            .families
            .insert(FontFamily::Name(weight.name().into()), family.clone());
        if weight == Weight::Regular {
            fonts
                .families
                .insert(FontFamily::Proportional, family.clone());
            fonts.families.insert(FontFamily::Monospace, family);
        }
    }
    fonts
}

/// A font that measures text as its file says and has nothing to draw.
fn without_outlines(file: &'static [u8]) -> FontData {
    let mut font = file.to_vec();
    // After twelve bytes, sixteen for each table: its name first, its length last.
    let tables = font.get(4..6).map_or(0, |count| {
        count
            .iter()
            .fold(0, |all, &byte| all << 8 | usize::from(byte))
    });
    if let Some((_, directory)) = font.split_at_mut_checked(12) {
        for table in directory.chunks_exact_mut(16).take(tables) {
            if table.starts_with(b"glyf") || table.starts_with(b"loca") {
                table.split_at_mut(12).1.fill(0);
            }
        }
    }
    FontData::from_owned(font)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Color32, Context};

    #[test]
    fn text_takes_the_room_off_screen_that_its_outlines_need() {
        let placed = |fonts: FontDefinitions| {
            let ctx = Context::default();
            ctx.set_fonts(fonts);
            let mut galleys = Vec::new();
            ctx.run_ui(egui::RawInput::default(), |ui| {
                for weight in Weight::ALL {
                    let text = "2,517 arrests; Côte d’Ivoire, e\u{301}té, office עברית";
                    let job = egui::text::LayoutJob::simple(
                        text.to_owned(),
                        font(weight, 14.0),
                        Color32::PLACEHOLDER,
                        200.0,
                    );
                    galleys.push(ui.fonts_mut(|fonts| fonts.layout_job(job)));
                }
            })
            .drop_without_applying_deltas();
            let rows = galleys.iter().flat_map(|galley| &galley.rows);
            rows.flat_map(|row| row.row.glyphs.iter().map(|glyph| (row.pos, glyph.pos)))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            placed(fonts_without_outlines(Scripts::All)),
            placed(fonts())
        );
    }
}
