//! The chart itself, whatever its kind, and the parts that kinds share.

use super::bars::{Bar, Bars, Mark, place};
use super::change::Changes;
use super::coverage::{Coverage, Statement};
use super::ranking::Ranking;
use super::scatter::Scatter;
use super::timeline::Timeline;
use crate::model::{Amount, Atlas, Metric, Open, Operation};
use crate::query::measure::Measure;

/// The chart itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Grouped bars.
    Bars(Bars),
    /// From a base operation to others.
    Change(Changes),
    /// Operations by one metric.
    Ranking(Ranking),
    /// Operations in time.
    Timeline(Timeline),
    /// Operations by two metrics.
    Scatter(Scatter),
    /// What is reported at all.
    Coverage(Coverage),
    /// Nothing to show; the sentence says what to do.
    Nothing(String),
}

/// A way of drawing that needs explaining where it occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignKey {
    /// About or nearly.
    Around,
    /// A change of more than or at least so much.
    LargerChange,
    /// A change of up to or less than so much.
    SmallerChange,
    /// More than or at least.
    Up,
    /// Up to or less than.
    Down,
    /// Between two numbers.
    Within,
    /// Sources state different numbers.
    Disagreement,
    /// Stated without a number, or not at all, where a mark has a fixed size.
    NoNumber,
    /// Only the months are known.
    Months,
    /// How firmly a figure is stated.
    Statement(Statement),
}

impl SignKey {
    /// The signs of numbers, in the order of the key.
    const OF_NUMBERS: [Self; 6] = [
        Self::Around,
        Self::Up,
        Self::Down,
        Self::Within,
        Self::NoNumber,
        Self::Disagreement,
    ];

    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Around => "about or nearly",
            Self::LargerChange => "the change may be larger",
            Self::SmallerChange => "the change may be smaller",
            Self::Up => "more than or at least",
            Self::Down => "up to or less than",
            Self::Within => "between two numbers",
            Self::Disagreement => "sources differ",
            Self::NoNumber => "no number, no size",
            Self::Months => "some time in these months",
            Self::Statement(statement) => statement.meaning(),
        }
    }

    /// The signs that occur among marks; each with its amounts and whether sources differ.
    /// `drawn` tells to which side a mark is drawn open.
    pub(super) fn occurring(marks: &[(Vec<Amount>, bool)], drawn: fn(Amount) -> Open) -> Vec<Self> {
        let open = |wanted: Open| {
            marks
                .iter()
                .flat_map(|(amounts, _)| amounts)
                .any(|&amount| drawn(amount) == wanted)
        };
        Self::OF_NUMBERS
            .into_iter()
            .filter(|sign| match sign {
                Self::Around => open(Open::Around),
                Self::Up => open(Open::Up),
                Self::Down => open(Open::Down),
                Self::Within => open(Open::Within),
                Self::Disagreement => marks.iter().any(|(_, disagrees)| *disagrees),
                Self::LargerChange
                | Self::SmallerChange
                | Self::NoNumber
                | Self::Months
                | Self::Statement(_) => false,
            })
            .collect()
    }
}

/// Where a click on a mark leads: the evidence of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The operation's id.
    pub operation: String,
    /// The operation's place in the atlas, which gives its colour.
    pub place: usize,
    /// The metric's id.
    pub metric: String,
}

impl Target {
    pub(super) fn of(atlas: &Atlas, operation: &Operation, metric: &Metric) -> Self {
        Self {
            operation: operation.id.to_string(),
            place: place(atlas, operation),
            metric: metric.id.to_string(),
        }
    }
}

/// Figures that have no place among the marks and are told in words under them: "Not
/// reported: Weka II, Flash-Weka".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What they have in common: "Not reported".
    pub lead: String,
    /// One for each figure.
    pub mentions: Vec<Mention>,
}

/// A figure told in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What stands there: the operation's name.
    pub text: String,
    /// What a screen reader says, and the pointer is told.
    pub spoken: String,
    /// Where a click leads.
    pub target: Target,
}

impl Mention {
    /// Several figures told as one: what each says aloud, and where the first one leads;
    /// `None` when there are none.
    pub(super) fn of_all(
        text: String,
        figures: impl Iterator<Item = (String, Target)>,
    ) -> Option<Self> {
        let (spoken, targets): (Vec<String>, Vec<Target>) = figures.unzip();
        Some(Self {
            text,
            spoken: spoken.join(". "),
            target: targets.into_iter().next()?,
        })
    }
}

impl Aside {
    /// What is told of operations that lie outside the part of the chart that is shown.
    pub(super) fn outside(mentions: Vec<Mention>) -> Self {
        Self {
            lead: OUTSIDE.to_owned(),
            mentions,
        }
    }
}

const OUTSIDE: &str = "Outside the part shown";

impl Body {
    /// What is told in words under the marks.
    pub fn asides(&self) -> &[Aside] {
        match self {
            Self::Bars(bars) => &bars.asides,
            Self::Change(changes) => &changes.asides,
            Self::Ranking(ranking) => &ranking.asides,
            Self::Timeline(timeline) => &timeline.asides,
            Self::Scatter(scatter) => &scatter.asides,
            Self::Coverage(_) | Self::Nothing(_) => &[],
        }
    }

    /// The ids of operations that have no mark because only a part of the chart is shown, and of
    /// those that have none anyway; nothing where all of it is shown.
    pub(super) fn outside(&self) -> Vec<&str> {
        let asides = self.asides();
        let is_part = |aside: &Aside| aside.lead == OUTSIDE && !aside.mentions.is_empty();
        if !asides.iter().any(is_part) {
            return Vec::new();
        }
        asides
            .iter()
            .flat_map(|aside| &aside.mentions)
            .map(|mention| mention.target.operation.as_str())
            .collect()
    }

    /// The signs that occur under a measure, for the key.
    pub(super) fn signs(&self, measure: Measure) -> Vec<SignKey> {
        let mut signs = self.signs_of_numbers();
        let of_changes = match self {
            Self::Bars(_) | Self::Ranking(_) => measure == Measure::Change,
            Self::Change(_) => true,
            Self::Timeline(_) | Self::Scatter(_) | Self::Coverage(_) | Self::Nothing(_) => false,
        };
        if of_changes {
            // A bar of a fall is open towards zero where its number is open upwards.
            for sign in &mut signs {
                if *sign == SignKey::Up {
                    *sign = SignKey::LargerChange;
                } else if *sign == SignKey::Down {
                    *sign = SignKey::SmallerChange;
                }
            }
        }
        signs
    }

    fn signs_of_numbers(&self) -> Vec<SignKey> {
        match self {
            Self::Bars(bars) => bar_signs(
                bars.panels
                    .iter()
                    .flat_map(|panel| &panel.groups)
                    .flat_map(|group| &group.bars),
            ),
            Self::Ranking(ranking) => bar_signs(ranking.bars.iter()),
            Self::Change(changes) => changes.signs(),
            Self::Timeline(timeline) => timeline.signs(),
            Self::Scatter(scatter) => scatter.signs(),
            Self::Coverage(coverage) => coverage.signs(),
            Self::Nothing(_) => Vec::new(),
        }
    }

    /// Every figure as it is read aloud, in the order drawn, then what is told in words.
    pub fn spoken(&self) -> Vec<&str> {
        let told = self.asides().iter().flat_map(|aside| &aside.mentions);
        let told = told.map(|mention| mention.spoken.as_str());
        self.spoken_marks().into_iter().chain(told).collect()
    }

    /// Every figure that has a mark as it is read aloud, in the order drawn.
    pub(super) fn spoken_marks(&self) -> Vec<&str> {
        match self {
            Self::Bars(bars) => {
                let groups = bars.panels.iter().flat_map(|panel| &panel.groups);
                groups
                    .flat_map(|group| &group.bars)
                    .map(|bar| bar.spoken.as_str())
                    .collect()
            }
            Self::Change(changes) => changes
                .groups
                .iter()
                .flat_map(|group| &group.rows)
                .map(|row| row.spoken.as_str())
                .collect(),
            Self::Ranking(ranking) => ranking.bars.iter().map(|bar| bar.spoken.as_str()).collect(),
            Self::Timeline(timeline) => timeline
                .rows
                .iter()
                .map(|row| row.spoken.as_str())
                .collect(),
            Self::Scatter(scatter) => scatter
                .points
                .iter()
                .map(|point| point.spoken.as_str())
                .collect(),
            Self::Coverage(coverage) => {
                let rows = coverage.units.iter().flat_map(|unit| &unit.rows);
                rows.flat_map(|row| &row.cells)
                    .map(|cell| cell.spoken.as_str())
                    .collect()
            }
            Self::Nothing(sentence) => vec![sentence],
        }
    }
}

fn bar_signs<'a>(bars: impl Iterator<Item = &'a Bar>) -> Vec<SignKey> {
    let marks: Vec<(Vec<Amount>, bool)> = bars
        .map(|bar| (bar.mark.amounts(), bar.disagrees))
        .collect();
    SignKey::occurring(&marks, drawn_open)
}

impl Mark {
    /// The number, where there is one.
    pub fn amount(self) -> Option<Amount> {
        match self {
            Self::Number(amount) => Some(amount),
            Self::Unnumbered | Self::Missing => None,
        }
    }

    pub(super) fn amounts(self) -> Vec<Amount> {
        self.amount().into_iter().collect()
    }
}

/// Which way a bar from zero is open: a fall of "more than −25 %" is a smaller one, and open
/// towards zero like "up to".
pub fn drawn_open(amount: Amount) -> Open {
    match amount.open() {
        Open::Up if amount.number() < 0.0 => Open::Down,
        Open::Down if amount.number() < 0.0 => Open::Up,
        open @ (Open::No | Open::Around | Open::Up | Open::Down | Open::Within) => open,
    }
}
