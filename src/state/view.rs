//! Everything a person has chosen on screen: it can be saved, reopened and exported.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::saved_with::SavedWith;
use crate::chart::{Kind, Showing, Zoom};
use crate::model::Atlas;
use crate::query::cases::CaseChoice;
use crate::query::comparison::Comparison;
use crate::query::countries::CountryChoice;
use crate::query::measure::Measure;

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
            Self::Compare => "Compare",
            Self::Countries => "Countries",
            Self::Cases => "Cases",
            Self::Sources => "Sources",
            Self::Problems => "Problems",
        }
    }
}

/// What a person has chosen on every page.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
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
    /// The part of the chart to look at; `None` for all.
    pub zoom: Option<Zoom>,
    /// What is chosen on the Countries page.
    pub countries: CountryChoice,
    /// What is chosen on the Cases page.
    pub cases: CaseChoice,
    /// What was typed into the search of the Sources page.
    pub sources_typed: String,
    /// What was open when it was saved; none in a view that is on screen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub saved_with: Vec<SavedWith>,
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
                format!("it is no view as Opatlas saves them (line {line}: {why})")
            })?;
        if let Some(too_long) = view.too_long() {
            return Err(too_long);
        }
        if view.zoom.is_some_and(|zoom| !zoom.is_sound()) {
            return Err("“zoom” needs two ends on each axis, the smaller first".to_owned());
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
        let lines = [("title", &self.title), ("subtitle", &self.subtitle)];
        lines.into_iter().find_map(|(name, line)| {
            let length = line.as_ref()?.chars().count();
            let most = Self::LONGEST_TITLE;
            (length > most)
                .then(|| format!("its {name} has {length} characters; the most is {most}"))
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
            zoom: self.zoom,
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
        // Time is time, whatever the circles stand for.
        self.kind == other.kind && (self.kind == Kind::Timeline || numbers(self) == numbers(other))
    }

    /// The view without what is typed letter by letter: two views that are equal so are one
    /// step of undo.
    pub(super) fn without_typing(&self) -> Self {
        let mut view = self.clone();
        view.countries.typed.clear();
        view.cases.typed.clear();
        view.cases.selected = None;
        view.sources_typed.clear();
        view
    }
}

/// What is open on the right of the page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Drawer {
    /// Every report of one figure.
    Figure {
        /// The operation's id.
        operation: String,
        /// The metric's id.
        metric: String,
    },
    /// Every report of how many countries took part in an operation.
    CountriesTakingPart {
        /// The operation's id.
        operation: String,
    },
    /// What is known of an operation: days, lead, hubs, findings, partners.
    Operation {
        /// The operation's id.
        operation: String,
    },
    /// A country: operations, coordination units, cases.
    Country {
        /// The alpha-3 code.
        code: String,
    },
    /// A publication and what it supports.
    Source {
        /// The source's id.
        source: String,
    },
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
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
        }
    }
}
