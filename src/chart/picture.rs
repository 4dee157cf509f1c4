//! The whole picture: title, key, body, notes, sources.

use super::bars::{Bars, place};
use super::body::{Body, SignKey};
use super::change::{Changes, others};
use super::coverage::Coverage;
use super::headline::headline;
use super::kind::Kind;
use super::ranking::Ranking;
use super::scatter::Scatter;
use super::showing::{Showing, StandOut};
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
    /// What the figures show, in one sentence, whether or not the title says it; `None` where
    /// no single sentence is certain.
    pub headline: Option<String>,
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
    /// The operation's id.
    pub operation: String,
    /// Its place in the atlas, which gives its colour; `None` where it has no marks of its own.
    pub place: Option<usize>,
    /// Whether it only stands beside those that stand out, in grey.
    pub quiet: bool,
    /// Whether a person pinned it.
    pub pinned: bool,
    /// Its name.
    pub name: String,
    /// How long and how wide: "6 days · 116 countries".
    pub extent: String,
}

/// The picture of a comparison.
pub fn picture(atlas: &Atlas, comparison: &Comparison, showing: Showing<'_>) -> ChartSpec {
    let kind = showing.kind;
    let stand_out = StandOut::of(atlas, comparison, showing);
    let body = body(atlas, comparison, showing, &stand_out);
    let mut shown = shown(atlas, comparison, kind);
    // It speaks of all operations, whichever part one looks at.
    let headline = if matches!(body, Body::Nothing(_)) {
        None
    } else {
        headline(atlas, &shown, kind)
    };
    let outside = body.outside();
    shown
        .operations
        .retain(|id| !outside.contains(&id.as_str()));
    let said = heading(atlas, &shown, showing, headline.as_deref());
    let (notes, sources) = if matches!(body, Body::Nothing(_)) {
        (Vec::new(), String::new())
    } else {
        (notes(atlas, &shown, kind), sources::line(atlas, &shown))
    };
    let mut spec = ChartSpec {
        title: said.title,
        subtitle: said.subtitle,
        headline,
        series: series(atlas, comparison, showing, &stand_out),
        signs: body.signs(comparison.measure),
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

/// The two lines over the picture: a person's own, or what the figures show, or what they are.
fn heading(
    atlas: &Atlas,
    shown: &Comparison,
    showing: Showing<'_>,
    headline: Option<&str>,
) -> words::Heading {
    let mut said = words::heading(atlas, shown, showing.kind);
    if let Some(headline) = headline.filter(|_| showing.headline && showing.title.is_none()) {
        said.subtitle = format!("{}. {}", said.title, said.subtitle);
        headline.trim_end_matches('.').clone_into(&mut said.title);
    }
    if let Some(title) = showing.title {
        title.clone_into(&mut said.title);
    }
    if let Some(subtitle) = showing.subtitle {
        subtitle.clone_into(&mut said.subtitle);
    }
    said
}

fn body(
    atlas: &Atlas,
    comparison: &Comparison,
    showing: Showing<'_>,
    stand_out: &StandOut<'_>,
) -> Body {
    let kind = showing.kind;
    if let Some(why) = why_not(kind, atlas, comparison) {
        return Body::Nothing(format!("{why}."));
    }
    let metrics = comparison.metrics_in(atlas);
    match (kind, metrics.as_slice(), comparison.base_in(atlas)) {
        (Kind::Bars, ..) => Body::Bars(Bars::of(atlas, comparison, stand_out)),
        (Kind::Change, _, Some(base)) => {
            Body::Change(Changes::of(atlas, comparison, base, stand_out))
        }
        (Kind::Ranking, [metric, ..], _) => {
            Body::Ranking(Ranking::of(atlas, comparison, metric, stand_out))
        }
        (Kind::Timeline, [metric, ..], _) => {
            let years = showing.zoom_of_timeline();
            Body::Timeline(Timeline::of(atlas, comparison, metric, stand_out, years))
        }
        (Kind::Scatter, [x, y, ..], _) => {
            let zoom = showing.zoom_of_scatter();
            Body::Scatter(Scatter::of(atlas, comparison, [x, y], stand_out, zoom))
        }
        (Kind::Coverage, ..) => Body::Coverage(Coverage::of(atlas, comparison, stand_out)),
        (Kind::Change | Kind::Ranking | Kind::Timeline | Kind::Scatter, ..) => {
            Body::Nothing("Choose what to compare.".to_owned())
        }
    }
}

/// The key of colours; nothing where every operation is named beside its marks.
fn series(
    atlas: &Atlas,
    comparison: &Comparison,
    showing: Showing<'_>,
    stand_out: &StandOut<'_>,
) -> Vec<Series> {
    let base = comparison.base_in(atlas);
    let series = |operation: &Operation| Series {
        operation: operation.id.to_string(),
        place: Some(place(atlas, operation)),
        quiet: stand_out.is_quiet(operation),
        pinned: showing.pinned.iter().any(|id| operation.id.as_str() == id),
        name: operation.name.clone(),
        extent: words::extent(atlas, operation),
    };
    match showing.kind {
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
    if let Some(headline) = &spec.headline
        && headline.trim_end_matches('.') != spec.title
    {
        text.push(' ');
        text.push_str(headline);
    }
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
