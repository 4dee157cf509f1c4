//! The whole picture: title, key, body, notes, sources.

use super::bars::{Bars, place};
use super::kind::Kind;
use super::words;
use crate::model::{Atlas, Source};
use crate::query::comparability::differences;
use crate::query::comparison::Comparison;

/// A picture, said but not yet placed.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSpec {
    /// What is shown.
    pub title: String,
    /// On what footing, and when.
    pub subtitle: String,
    /// The operations shown, for the key of colours.
    pub series: Vec<Series>,
    /// The chart itself.
    pub body: Body,
    /// The signs that occur.
    pub signs: Vec<SignKey>,
    /// What stands between the figures and a fair comparison; a sentence each.
    pub notes: Vec<String>,
    /// Where the figures are stated; one line.
    pub sources: String,
    /// The picture in words, for those who cannot see it.
    pub alt: String,
}

/// The chart itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Body {
    /// Grouped bars.
    Bars(Bars),
    /// Nothing to show; the sentence says what to do.
    Nothing(String),
}

/// An operation in the key of colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Its place in the atlas, which gives its colour.
    pub place: usize,
    /// Its name.
    pub name: String,
    /// How long and how wide: "6 days · 116 countries".
    pub extent: String,
}

/// A way of drawing that needs explaining where it occurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignKey {
    /// About or nearly.
    Around,
    /// More than or at least.
    Up,
    /// Up to or less than.
    Down,
    /// Between two numbers.
    Within,
    /// Sources state different numbers.
    Disagreement,
}

impl SignKey {
    /// Every sign, in the order of the key.
    pub const ALL: [Self; 5] = [
        Self::Around,
        Self::Up,
        Self::Down,
        Self::Within,
        Self::Disagreement,
    ];

    /// What it means.
    pub fn meaning(self) -> &'static str {
        match self {
            Self::Around => "about or nearly",
            Self::Up => "more than or at least",
            Self::Down => "up to or less than",
            Self::Within => "between two numbers",
            Self::Disagreement => "sources differ",
        }
    }
}

/// Where a click on a mark leads: the evidence of a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The operation's id.
    pub operation: String,
    /// The metric's id.
    pub metric: String,
}

/// The picture of a comparison. `title` replaces the one written from the comparison.
pub fn picture(
    atlas: &Atlas,
    comparison: &Comparison,
    kind: Kind,
    title: Option<&str>,
) -> ChartSpec {
    let operations = comparison.operations_in(atlas);
    let metrics = comparison.metrics_in(atlas);
    let base = comparison.base_in(atlas);
    let body = match kind {
        _ if operations.is_empty() => Body::Nothing("Choose operations to compare.".to_owned()),
        _ if metrics.is_empty() => Body::Nothing("Choose what to compare them by.".to_owned()),
        Kind::Bars => Body::Bars(Bars::of(atlas, comparison)),
    };
    let signs = match &body {
        Body::Bars(bars) => bars.signs(),
        Body::Nothing(_) => Vec::new(),
    };
    let series = operations
        .iter()
        .map(|operation| Series {
            place: place(atlas, operation),
            name: operation.name.clone(),
            extent: words::extent(atlas, operation),
        })
        .collect();
    let mut spec = ChartSpec {
        title: title.map_or_else(
            || words::title(&operations, &metrics, comparison.measure),
            str::to_owned,
        ),
        subtitle: words::subtitle(&operations, &metrics, comparison.measure, base),
        series,
        body,
        signs,
        notes: notes(atlas, comparison),
        sources: sources(atlas, comparison),
        alt: String::new(),
    };
    spec.alt = alt(&spec);
    spec
}

/// The two differences that mislead most.
fn notes(atlas: &Atlas, comparison: &Comparison) -> Vec<String> {
    differences(atlas, comparison)
        .into_iter()
        .take(2)
        .map(|difference| difference.sentence)
        .collect()
}

/// "Sources: INTERPOL (6 November 2024, 26 January 2026); Frontex (July 2025)": those of the
/// figures shown.
fn sources(atlas: &Atlas, comparison: &Comparison) -> String {
    let mut shown: Vec<&Source> = Vec::new();
    for operation in comparison.operations_in(atlas) {
        for metric in comparison.metrics_in(atlas) {
            let report = atlas.figure(operation, &metric.id);
            if let Some(source) = report.and_then(|report| atlas.source(&report.source))
                && !shown.iter().any(|known| known.byline() == source.byline())
            {
                shown.push(source);
            }
        }
    }
    let mut publishers: Vec<(&str, Vec<String>)> = Vec::new();
    for source in shown {
        let date = source
            .date
            .map_or_else(|| "undated".to_owned(), crate::model::PartialDate::words);
        match publishers
            .iter_mut()
            .find(|(publisher, _)| *publisher == source.publisher)
        {
            Some((_, dates)) => dates.push(date),
            None => publishers.push((&source.publisher, vec![date])),
        }
    }
    let named: Vec<String> = publishers
        .iter()
        .map(|(publisher, dates)| format!("{publisher} ({})", dates.join(", ")))
        .collect();
    match named.as_slice() {
        [] => String::new(),
        [one] => format!("Source: {one}"),
        many => format!("Sources: {}", many.join("; ")),
    }
}

/// The picture in words: title, then every figure as it would be read aloud.
fn alt(spec: &ChartSpec) -> String {
    let mut text = format!("{}. {}.", spec.title, spec.subtitle);
    match &spec.body {
        Body::Bars(bars) => {
            for bar in bars
                .panels
                .iter()
                .flat_map(|panel| &panel.groups)
                .flat_map(|group| &group.bars)
            {
                text.push(' ');
                text.push_str(&bar.spoken);
                text.push('.');
            }
        }
        Body::Nothing(sentence) => {
            text.push(' ');
            text.push_str(sentence);
        }
    }
    for note in &spec.notes {
        text.push(' ');
        text.push_str(note);
    }
    text
}
