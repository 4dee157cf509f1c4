//! Letters that none of the program's own fonts has, from the fonts of the machine. They are
//! looked at only when such a letter is met, so that a start and a picture that need none stay
//! quick, and look the same on every machine.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{LazyLock, Mutex, PoisonError};

use eframe::egui;
use egui::FontData;
use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontTweak, InsertFontFamily};
use fontdb::{Database, FaceInfo, ID, Style, Weight};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider as _};

use super::fonts::Weight as OwnWeight;
use super::order;
use super::placed::PlacedPicture;

/// A font of the machine, kept for as long as the program runs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MachineFont {
    name: String,
    bytes: &'static [u8],
    index: u32,
}

impl MachineFont {
    /// The font, for its outlines.
    pub fn font(&self) -> Option<FontRef<'static>> {
        FontRef::from_index(self.bytes, self.index).ok()
    }

    /// How much lower egui has to draw it, in its own size, so that it stands on the same line as
    /// the program's own: egui centres the lines of one font on those of the other.
    fn lower(&self) -> f32 {
        /// From the top of the program's own lines to their base, and their height.
        const OWN: (f32, f32) = (1.025, 1.3);
        let Some(font) = self.font() else {
            return 0.0;
        };
        let metrics = font.metrics(Size::new(1.0), LocationRef::default());
        let height = metrics.ascent - metrics.descent + metrics.leading;
        OWN.0 - (metrics.ascent + (OWN.1 - height) / 2.0)
    }
}

/// Finds the fonts of the machine.
#[derive(Default)]
struct Finder {
    /// `None` until the first letter is looked for.
    fonts: Option<Database>,
    known: BTreeMap<char, Option<MachineFont>>,
    read: BTreeMap<ID, MachineFont>,
}

static FINDER: LazyLock<Mutex<Finder>> = LazyLock::new(Mutex::default);

/// A font of the machine that can draw the letter; `None` where there is none.
pub fn font_with(letter: char) -> Option<MachineFont> {
    let mut finder = FINDER.lock().unwrap_or_else(PoisonError::into_inner);
    finder.font_with(letter)
}

/// The letters of a picture that no font here has; `None` where all can be drawn.
pub fn lacking(placed: &PlacedPicture) -> Option<Vec<char>> {
    let texts = placed
        .texts
        .iter()
        .filter(|one| !one.galley.text().is_ascii());
    let letters: BTreeSet<char> = texts
        .flat_map(|one| {
            one.galley
                .text()
                .chars()
                .filter(|letter| !letter.is_ascii())
        })
        .collect();
    let own = OwnWeight::Regular.family();
    let own: Vec<_> = own
        .filter_map(|(_, bytes)| Some(FontRef::new(bytes).ok()?.charmap()))
        .collect();
    let has = |letter: char| own.iter().any(|own| own.map(letter).is_some());
    let letters = letters.into_iter().filter(|&letter| order::is_seen(letter));
    let lacking: Vec<char> = letters
        .filter(|&letter| !has(letter) && font_with(letter).is_none())
        .collect();
    (!lacking.is_empty()).then_some(lacking)
}

/// For egui: a font for what its other fonts lack.
pub fn insert_for(request: &FallbackRequest<'_>) -> Option<FontInsert> {
    let found = font_with(request.cluster.chars().next()?)?;
    let mut data = FontData::from_static(found.bytes).tweak(FontTweak {
        y_offset_factor: found.lower(),
        ..FontTweak::default()
    });
    data.index = found.index;
    let family = InsertFontFamily {
        family: request.family.clone(),
        priority: FontPriority::Lowest,
    };
    Some(FontInsert::new(&found.name, data, vec![family]))
}

impl Finder {
    fn font_with(&mut self, letter: char) -> Option<MachineFont> {
        if let Some(known) = self.known.get(&letter) {
            return known.clone();
        }
        let fonts = self.fonts.get_or_insert_with(|| {
            let mut fonts = Database::new();
            fonts.load_system_fonts();
            fonts
        });
        // What is read already is looked at first, so that words are not drawn from many fonts.
        let has = |font: &&MachineFont| font.font().is_some_and(|font| draws(&font, letter));
        let found = self.read.values().find(has).cloned();
        let found = found.or_else(|| {
            let mut faces: Vec<&FaceInfo> = fonts.faces().collect();
            faces.sort_by_cached_key(|face| rank(face));
            let id = faces.into_iter().map(|face| face.id).find(|&id| {
                let has = fonts.with_face_data(id, |bytes, index| {
                    FontRef::from_index(bytes, index).is_ok_and(|font| draws(&font, letter))
                });
                has == Some(true)
            })?;
            let font = read(fonts, id)?;
            self.read.insert(id, font.clone());
            Some(font)
        });
        self.known.insert(letter, found.clone());
        found
    }
}

/// The plainest font first: upright, of text weight, without serifs.
fn rank(face: &FaceInfo) -> (bool, bool, bool, bool, u16, String) {
    let name = &face.post_script_name;
    (
        // Fonts that show every letter as a box.
        ["LastResort", "Blank", "Fallback"]
            .iter()
            .any(|blank| name.contains(blank)),
        face.style != Style::Normal,
        face.monospaced,
        !(name.contains("Sans") || name.contains("Gothic")),
        face.weight.0.abs_diff(Weight::NORMAL.0),
        name.clone(),
    )
}

fn read(fonts: &Database, id: ID) -> Option<MachineFont> {
    let name = fonts.face(id)?.post_script_name.clone();
    fonts.with_face_data(id, |bytes, index| MachineFont {
        name: format!("machine: {name}"),
        bytes: Vec::leak(bytes.to_vec()),
        index,
    })
}

/// Whether the font has the letter as an outline; pictures of letters cannot be written.
fn draws(font: &FontRef<'_>, letter: char) -> bool {
    let Some(glyph) = font.charmap().map(letter) else {
        return false;
    };
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    let mut ink = Ink(false);
    font.outline_glyphs()
        .get(glyph)
        .is_some_and(|outline| outline.draw(settings, &mut ink).is_ok())
        && (ink.0 || letter.is_whitespace())
}

/// Whether anything was drawn.
struct Ink(bool);

impl OutlinePen for Ink {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {
        self.0 = true;
    }
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {
        self.0 = true;
    }
    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A machine that has one font.
    fn machine() -> Finder {
        let mut fonts = Database::new();
        let thai = include_bytes!("../../assets/fonts/OpatlasThai-Regular.ttf");
        fonts.load_font_data(thai.to_vec());
        Finder {
            fonts: Some(fonts),
            ..Finder::default()
        }
    }

    #[test]
    fn a_font_of_the_machine_is_read_once_for_all_its_letters() {
        let mut machine = machine();
        let found = machine.font_with('ก').unwrap();
        assert!(found.lower().abs() < 0.01, "on lines as the program's own");
        assert_eq!(machine.font_with('ข'), Some(found));
        assert_eq!(machine.read.len(), 1);
    }

    #[test]
    fn a_machine_without_the_letter_has_no_font_for_it() {
        let mut machine = machine();
        assert!(machine.font_with('国').is_none());
        assert!(
            machine.read.is_empty(),
            "nothing is kept that is not needed"
        );
    }
}
