//! The kinds of chart, one file each. A kind says what it shows, what it is called, what single
//! sentence is certain of it, when it cannot be drawn and what must stand under it.

mod bar_scale;
mod bars;
mod change;
mod coverage;
mod headlines;
mod ranking;
mod scatter;
mod timeline;

use super::asked::Asked;
use super::body::{Body, HeightRule};
use super::shown::Listing;
use crate::query::kind::Kind;
use crate::query::measure::Measure;
use crate::words::{Heading, Headline, Note, Titled, WhyNotDrawn};

/// Which operations have marks of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shows {
    /// The chosen ones.
    Chosen,
    /// The chosen ones but the base.
    Others,
    /// Every operation of the atlas; the chosen ones are brought out.
    All,
}

/// What a kind of chart is.
#[derive(Clone, Copy)]
pub(super) struct Making {
    /// Which operations have marks of their own.
    pub shows: Shows,
    /// How many of the chosen metrics it shows, from the first on; `None` for all.
    pub metrics: Option<usize>,
    /// The footing it has whatever a person chose; `None` for what was chosen.
    pub footing: Option<Measure>,
    /// Whether a part of it can be looked at closer: where marks lie along an axis that need not
    /// begin at zero.
    pub zooms: bool,
    /// How high it is where it may be as high as it needs.
    pub height: HeightRule,
    /// Whether its table has a row for each operation, not for each metric.
    pub by_operation: bool,
    /// Whether an operation's figure that is not reported is told at its own place.
    pub tells_missing: bool,
    /// Why it has nothing to say, beyond what no kind can do without.
    pub why_not: fn(&Asked<'_>) -> Option<WhyNotDrawn>,
    /// Arranges what is shown.
    pub body: fn(&Asked<'_>, &mut Listing) -> Body,
    /// The two lines over it.
    pub heading: fn(&Titled<'_>, &Body, &Listing) -> Heading,
    /// What is certain of all it shows.
    pub headline: fn(&Asked<'_>) -> Option<Headline>,
    /// What stands under it whatever differs.
    pub note: fn(&Body, &Listing) -> Option<Note>,
}

impl Kind {
    /// What it is. A new kind begins here.
    pub(super) fn making(self) -> Making {
        match self {
            Self::Bars => bars::BARS,
            Self::Change => change::CHANGE,
            Self::Ranking => ranking::RANKING,
            Self::Timeline => timeline::TIMELINE,
            Self::Scatter => scatter::SCATTER,
            Self::Coverage => coverage::COVERAGE,
        }
    }

    /// Whether it shows every operation of the atlas and only brings out the chosen ones.
    pub fn shows_all(self) -> bool {
        self.making().shows == Shows::All
    }

    /// Whether a part of it can be looked at closer.
    pub fn can_zoom(self) -> bool {
        self.making().zooms
    }

    /// How many of the chosen metrics it shows, from the first on; `None` for all.
    pub fn metrics_shown(self) -> Option<usize> {
        self.making().metrics
    }
}
