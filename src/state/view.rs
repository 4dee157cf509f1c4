//! Everything a person has chosen on screen: it can be saved, reopened and exported.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::drawer::Drawer;
use super::saved_with::SavedWith;
use crate::chart::{Kind, Showing, Zoom};
use crate::model::{Atlas, Country};
use crate::query::cases::CaseChoice;
use crate::query::comparison::Comparison;
use crate::query::countries::{CountryChoice, Fill};
use crate::query::measure::Measure;
use crate::query::sources::SourceNarrowing;
use crate::words;
use crate::words::window::{pages, themes};

/// A page of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Page {
    /// Operations side by side, as a chart and a table.
    #[default]
    Compare,
    /// Who took part.
    Countries,
    /// Single events.
    Cases,
    /// Publications and what they support.
    Sources,
    /// What is wrong in the open files.
    Problems,
}

impl Page {
    /// Every page, in the order of the rail.
    pub const ALL: [Self; 5] = [
        Self::Compare,
        Self::Countries,
        Self::Cases,
        Self::Sources,
        Self::Problems,
    ];

    /// The name on the rail.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compare => pages::COMPARE,
            Self::Countries => pages::COUNTRIES,
            Self::Cases => pages::CASES,
            Self::Sources => pages::SOURCES,
            Self::Problems => pages::PROBLEMS,
        }
    }
}

/// A country or case chosen on the Compare page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Chosen {
    /// By its alpha-3 code.
    Country(String),
    /// By its id.
    Case(String),
}

impl Chosen {
    /// What is chosen by opening something; only a country or a case is.
    pub fn by(drawer: &Drawer) -> Option<Self> {
        match drawer {
            Drawer::Country { code } => Some(Self::Country(code.clone())),
            Drawer::Case { id } => Some(Self::Case(id.clone())),
            Drawer::Figure { .. }
            | Drawer::CountriesTakingPart { .. }
            | Drawer::Operation { .. }
            | Drawer::Source { .. } => None,
        }
    }

    /// Whether there is no such country, or no open dataset has the case.
    pub(super) fn is_missing_from(&self, atlas: &Atlas) -> bool {
        match self {
            Self::Country(code) => Country::from_code(code).is_none(),
            Self::Case(id) => atlas.cases.iter().all(|case| case.id.as_str() != id),
        }
    }
}

/// What stands alongside the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Tab {
    /// The figures as a table.
    #[default]
    Figures,
    /// Who took part in what is compared.
    Countries,
    /// The cases of what is compared.
    Cases,
}

impl Tab {
    /// Every tab, in the order shown.
    pub const ALL: [Self; 3] = [Self::Figures, Self::Countries, Self::Cases];
}

/// As what the Countries page shows who took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum CountriesAs {
    /// A list, with a sign for each operation.
    #[default]
    List,
    /// The picture of a grid.
    Grid,
    /// The picture of a map.
    Map,
}

impl CountriesAs {
    /// Every one, in the order of choice.
    pub const ALL: [Self; 3] = [Self::List, Self::Grid, Self::Map];
}

/// How the Compare page is arranged. Not a step to take back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Arrangement {
    /// Whether the choices are folded into the strip over the picture.
    pub choices_folded: bool,
    /// Whether the panel is folded.
    pub panel_folded: bool,
    /// What the panel shows while nothing is opened in it.
    pub tab: Tab,
    /// Whether the table of figures takes the picture's place.
    pub table_full: bool,
}

/// What a person has chosen on every page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct View {
    /// The page shown.
    pub page: Page,
    /// What is compared.
    pub comparison: Comparison,
    /// The kind of chart it is compared in.
    pub kind: Kind,
    /// The picture's title where a person wrote one; else it is written from the view.
    pub title: Option<String>,
    /// The picture's subtitle where a person wrote one; else it is written from the view.
    pub subtitle: Option<String>,
    /// Whether the picture's title says what the figures show, where one sentence can.
    pub headline: bool,
    /// The ids of operations that keep their colour while the others are grey.
    pub pinned: Vec<String>,
    /// The codes of the countries chosen, to which cases, grids and what stands alongside the
    /// picture are narrowed, and which maps bring out; none for all.
    #[serde(alias = "named", skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// By what maps are filled.
    pub fill: Fill,
    /// The part of the chart to look at; `None` for all.
    pub zoom: Option<Zoom>,
    /// The country or case whose kin stand out on the Compare page.
    pub chosen: Option<Chosen>,
    /// What of the Compare page is folded, and which of its tabs is shown.
    pub arrangement: Arrangement,
    /// What is chosen on the Countries page.
    pub countries: CountryChoice,
    /// As what that page shows them.
    pub countries_as: CountriesAs,
    /// The part of the map on that page to look at; `None` for all.
    pub world: Option<Zoom>,
    /// What is chosen on the Cases page.
    pub cases: CaseChoice,
    /// What was typed into the search of the Sources page.
    pub sources_typed: String,
    /// What the sources are narrowed to.
    pub sources: SourceNarrowing,
    /// What was open when it was saved; none in a view that is on screen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub saved_with: Vec<SavedWith>,
}

impl Default for View {
    fn default() -> Self {
        Self {
            page: Page::default(),
            comparison: Comparison::default(),
            kind: Kind::default(),
            title: None,
            subtitle: None,
            headline: true,
            pinned: Vec::new(),
            only: Vec::new(),
            fill: Fill::default(),
            zoom: None,
            chosen: None,
            arrangement: Arrangement::default(),
            countries: CountryChoice::default(),
            countries_as: CountriesAs::default(),
            world: None,
            cases: CaseChoice::default(),
            sources_typed: String::new(),
            sources: SourceNarrowing::default(),
            saved_with: Vec::new(),
        }
    }
}

impl View {
    /// What the name of a saved view ends with, without the dot.
    pub const ENDING: &str = "view";

    /// Reads a saved view; else a sentence that says what is wrong with it.
    pub fn from_text(text: &str) -> Result<Self, String> {
        let mut view: Self = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
            .from_str(text)
            .map_err(|error| {
                let (line, why) = (error.span.start.line, error.code);
                words::no_view(line, &why.to_string())
            })?;
        if let Some(too_long) = view.too_long() {
            return Err(too_long);
        }
        let mut parts = view.zoom.iter().chain(&view.world);
        if parts.any(|part| !part.is_sound()) {
            return Err(words::ZOOM_WITHOUT_ENDS.to_owned());
        }
        view.comparison.name_each_once();
        Ok(view)
    }

    /// The view as a text to save.
    pub fn to_text(&self) -> String {
        // Every part of a view can be written as RON; the empty text would read as no view.
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default()).unwrap_or_default()
    }

    /// The view read from a path, with the datasets it was saved with where they are: where they
    /// were, seen from the view, or beside it.
    #[must_use]
    pub fn beside(mut self, path: &Path, exists: fn(&Path) -> bool) -> Self {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = path.parent().unwrap_or(&path);
        for saved in &mut self.saved_with {
            let places = saved.places(folder);
            let there = places.iter().find(|place| exists(place));
            if let Some(place) = there.or(places.first()) {
                saved.file = place.to_string_lossy().into_owned();
            }
        }
        self
    }

    /// The most characters that a title or subtitle has.
    pub const LONGEST_TITLE: usize = 1_000;

    /// Says so where title or subtitle are longer than any that can be read.
    pub fn too_long(&self) -> Option<String> {
        let lines = [
            (words::TITLE, &self.title),
            (words::SUBTITLE, &self.subtitle),
        ];
        lines.into_iter().find_map(|(name, line)| {
            let length = line.as_ref()?.chars().count();
            let most = Self::LONGEST_TITLE;
            (length > most).then(|| words::too_long(name, length, most))
        })
    }

    /// The ids it names that are in no open dataset.
    pub fn missing_from(&self, atlas: &Atlas) -> Vec<String> {
        let pinned = self
            .pinned
            .iter()
            .filter(|id| atlas.operation(id).is_none());
        let mut missing = self.comparison.missing_from(atlas);
        missing.extend(pinned.cloned());
        missing
    }

    /// How the comparison is to be shown.
    pub fn showing(&self) -> Showing<'_> {
        Showing {
            kind: self.kind,
            title: self.title.as_deref(),
            subtitle: self.subtitle.as_deref(),
            headline: self.headline,
            pinned: &self.pinned,
            only: &self.only,
            countries: Some(&self.countries),
            fill: self.fill,
            zoom: self.zoom,
        }
    }

    /// Whether a country is one of those chosen.
    pub fn has_chosen(&self, country: Country) -> bool {
        self.only.iter().any(|code| code == country.code())
    }

    /// Whether a country is one of those chosen, or none is.
    pub fn shows_country(&self, country: Country) -> bool {
        self.only.is_empty() || self.has_chosen(country)
    }

    /// The kind of picture that is on screen.
    pub fn kind_shown(&self) -> Kind {
        match (self.page, self.countries_as) {
            (Page::Countries, CountriesAs::Grid) => Kind::Grid,
            (Page::Countries, CountriesAs::Map) => Kind::Map,
            (Page::Countries, CountriesAs::List)
            | (Page::Compare | Page::Cases | Page::Sources | Page::Problems, _) => self.kind,
        }
    }

    /// Whether the picture on screen is that of the Countries page, which is of every operation.
    pub fn shows_countries(&self) -> bool {
        self.page == Page::Countries && self.countries_as != CountriesAs::List
    }

    /// The part of the picture on screen that is looked at.
    pub(super) fn part_looked_at(&mut self) -> &mut Option<Zoom> {
        if self.shows_countries() {
            &mut self.world
        } else {
            &mut self.zoom
        }
    }

    /// The view whose picture is on screen: this one, or that of the Countries page.
    #[must_use]
    pub fn pictured(&self, atlas: &Atlas) -> Self {
        if !self.shows_countries() {
            return self.clone();
        }
        let operations = atlas.operations.iter().map(|one| one.id.to_string());
        Self {
            kind: self.kind_shown(),
            comparison: Comparison {
                operations: operations.collect(),
                ..Comparison::default()
            },
            title: None,
            subtitle: None,
            zoom: self.world,
            // One goes on choosing among all rows.
            only: if self.countries_as == CountriesAs::Grid {
                Vec::new()
            } else {
                self.only.clone()
            },
            ..self.clone()
        }
    }

    /// The view as far as the picture shows it.
    #[must_use]
    pub fn of_the_picture(&self) -> Self {
        Self {
            comparison: self.comparison.clone(),
            kind: self.kind,
            title: self.title.clone(),
            subtitle: self.subtitle.clone(),
            headline: self.headline,
            pinned: self.pinned.clone(),
            only: self.only.clone(),
            fill: self.fill,
            zoom: self.zoom,
            countries: if self.kind.shows_countries() {
                self.countries.in_no_order()
            } else {
                CountryChoice::default()
            },
            ..Self::default()
        }
    }

    /// Whether the axes of the chart are the same in another view, so that a part of one is a
    /// part of the other.
    pub(super) fn has_axes_of(&self, other: &Self) -> bool {
        let numbers = |view: &Self| {
            let shown = view.kind.metrics_shown().unwrap_or(0);
            let metrics = view.comparison.metrics.iter().take(shown).cloned();
            let comparison = &view.comparison;
            (
                metrics.collect::<Vec<_>>(),
                comparison.measure,
                (comparison.measure == Measure::Change).then(|| {
                    comparison
                        .base
                        .as_ref()
                        .or(comparison.operations.first())
                        .cloned()
                }),
            )
        };
        // Time is time, whatever the circles stand for, and so is the world.
        self.kind == other.kind
            && (matches!(self.kind, Kind::Timeline | Kind::Map) || numbers(self) == numbers(other))
    }

    /// The view without what is typed letter by letter and how it is arranged: two views that are
    /// equal so are one step of undo.
    pub(super) fn without_typing(&self) -> Self {
        let mut view = self.clone();
        view.countries.typed.clear();
        view.cases.typed.clear();
        view.cases.selected = None;
        view.sources_typed.clear();
        view.arrangement = Arrangement::default();
        view
    }
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of choice.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The name on a button.
    pub fn name(self) -> &'static str {
        match self {
            Self::System => themes::SYSTEM,
            Self::Light => themes::LIGHT,
            Self::Dark => themes::DARK,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_saved_before_there_was_a_panel_still_reads() {
        let old = "(page: Cases, pinned: [\"liberterra-3\"], headline: false)";
        let view = View::from_text(old).unwrap();
        assert_eq!((view.page, view.chosen), (Page::Cases, None));
        assert_eq!(view.arrangement, Arrangement::default());
    }

    #[test]
    fn a_saved_view_keeps_the_title_it_was_saved_with() {
        let headline = |text: &str| View::from_text(text).unwrap().headline;
        assert!(!headline("(headline: false)"), "as saved before");
        assert!(headline("()"), "else the title says what the figures show");
    }
}
