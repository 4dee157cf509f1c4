//! The whole picture: title, key, body, notes, sources.

use super::bars::{Bars, place};
use super::body::{Body, SignKey};
use super::change::{Changes, others};
use super::coverage::Coverage;
use super::kind::Kind;
use super::ranking::Ranking;
use super::scatter::Scatter;
use super::timeline::Timeline;
use super::why_not::why_not;
use super::{sources, words};
use crate::model::{Atlas, Operation};
use crate::query::comparability::{DifferenceKind, differences};
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

/// An operation in the key of colours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// Its place in the atlas, which gives its colour; `None` where it has no marks of its own.
    pub place: Option<usize>,
    /// Its name.
    pub name: String,
    /// How long and how wide: "6 days · 116 countries".
    pub extent: String,
}

/// The picture of a comparison. `title` replaces the one written from the comparison.
pub fn picture(
    atlas: &Atlas,
    comparison: &Comparison,
    kind: Kind,
    title: Option<&str>,
) -> ChartSpec {
    let shown = shown(atlas, comparison, kind);
    let body = body(atlas, comparison, kind);
    let said = words::heading(atlas, &shown, kind);
    let (notes, sources) = if matches!(body, Body::Nothing(_)) {
        (Vec::new(), String::new())
    } else {
        (notes(atlas, &shown, kind), sources::line(atlas, &shown))
    };
    let mut spec = ChartSpec {
        title: title.map_or(said.title, str::to_owned),
        subtitle: said.subtitle,
        series: series(atlas, comparison, kind),
        signs: body.signs(),
        body,
        notes,
        sources,
        alt: String::new(),
    };
    spec.alt = alt(&spec);
    spec
}

/// What a kind really shows of a comparison: all operations where it shows all, and only the
/// metrics it has a place for.
fn shown(atlas: &Atlas, comparison: &Comparison, kind: Kind) -> Comparison {
    let mut shown = comparison.clone();
    shown.base = comparison.base_in(atlas).map(|base| base.id.to_string());
    if kind.shows_all() {
        shown.operations = atlas
            .operations
            .iter()
            .map(|operation| operation.id.to_string())
            .collect();
    }
    if let Some(count) = kind.metrics_shown() {
        let metrics = comparison.metrics_in(atlas);
        shown.metrics = metrics
            .iter()
            .take(count)
            .map(|metric| metric.id.to_string())
            .collect();
    }
    shown
}

fn body(atlas: &Atlas, comparison: &Comparison, kind: Kind) -> Body {
    if let Some(why) = why_not(kind, atlas, comparison) {
        return Body::Nothing(format!("{why}."));
    }
    let metrics = comparison.metrics_in(atlas);
    match (kind, metrics.as_slice(), comparison.base_in(atlas)) {
        (Kind::Bars, ..) => Body::Bars(Bars::of(atlas, comparison)),
        (Kind::Change, _, Some(base)) => Body::Change(Changes::of(atlas, comparison, base)),
        (Kind::Ranking, [metric, ..], _) => Body::Ranking(Ranking::of(atlas, comparison, metric)),
        (Kind::Timeline, [metric, ..], _) => {
            Body::Timeline(Timeline::of(atlas, comparison, metric))
        }
        (Kind::Scatter, [x, y, ..], _) => Body::Scatter(Scatter::of(atlas, comparison, x, y)),
        (Kind::Coverage, ..) => Body::Coverage(Coverage::of(atlas, comparison)),
        (Kind::Change | Kind::Ranking | Kind::Timeline | Kind::Scatter, ..) => {
            Body::Nothing("Choose what to compare.".to_owned())
        }
    }
}

/// The key of colours; nothing where every operation is named beside its marks.
fn series(atlas: &Atlas, comparison: &Comparison, kind: Kind) -> Vec<Series> {
    let base = comparison.base_in(atlas);
    let series = |operation: &Operation| Series {
        place: Some(place(atlas, operation)),
        name: operation.name.clone(),
        extent: words::extent(atlas, operation),
    };
    match kind {
        Kind::Bars => comparison
            .operations_in(atlas)
            .into_iter()
            .map(series)
            .collect(),
        Kind::Change => {
            let others = base
                .map(|base| others(atlas, comparison, base))
                .unwrap_or_default();
            let base = base.map(|base| Series {
                place: None,
                name: format!("From {}", base.name),
                ..series(base)
            });
            base.into_iter()
                .chain(others.into_iter().map(series))
                .collect()
        }
        Kind::Ranking | Kind::Timeline | Kind::Scatter | Kind::Coverage => Vec::new(),
    }
}

/// The two differences that mislead most; for coverage, what it does and does not say.
fn notes(atlas: &Atlas, shown: &Comparison, kind: Kind) -> Vec<String> {
    if kind == Kind::Coverage {
        return vec![
            "Not reported means that no source states the figure, not that there was none."
                .to_owned(),
        ];
    }
    // These kinds name what is not reported themselves.
    let tells_missing = kind.shows_all();
    differences(atlas, shown)
        .into_iter()
        .filter(|difference| !(tells_missing && difference.kind == DifferenceKind::Missing))
        .take(2)
        .map(|difference| difference.sentence)
        .collect()
}

/// The picture in words: title, then every figure as it would be read aloud, then the notes.
fn alt(spec: &ChartSpec) -> String {
    let mut text = format!("{}. {}.", spec.title, spec.subtitle);
    for spoken in spec.body.spoken() {
        text.push(' ');
        text.push_str(spoken);
        if !spoken.ends_with('.') {
            text.push('.');
        }
    }
    for note in &spec.notes {
        text.push(' ');
        text.push_str(note);
    }
    text
}
