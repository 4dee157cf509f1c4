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
use crate::model::{Atlas, Open, Operation};
use crate::query::comparability::{DifferenceKind, differences};
use crate::query::comparison::Comparison;
use crate::query::measure::Measure;

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
    let rests_on = with_base(&shown, kind);
    let said = heading(atlas, &shown, &rests_on, showing, headline.as_deref());
    let (notes, sources) = if matches!(body, Body::Nothing(_)) {
        (Vec::new(), String::new())
    } else {
        (
            notes(atlas, &rests_on, &body),
            sources::line(atlas, &rests_on),
        )
    };
    let series = series(atlas, comparison, showing, &stand_out);
    let mut spec = ChartSpec {
        title: said.title,
        subtitle: said.subtitle,
        headline,
        signs: signs(&body, comparison.measure, &series),
        series,
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

/// All that the numbers of a picture rest on: what is shown, and the base that changes are
/// measured from even where it has no marks of its own.
fn with_base(shown: &Comparison, kind: Kind) -> Comparison {
    let mut rests_on = shown.clone();
    let changes = kind == Kind::Change || shown.measure == Measure::Change;
    if let Some(base) = shown.base.as_ref().filter(|_| changes)
        && !rests_on.operations.contains(base)
    {
        rests_on.operations.insert(0, base.clone());
    }
    rests_on
}

/// The two lines over the picture: a person's own, or what the figures show, or what they are.
fn heading(
    atlas: &Atlas,
    shown: &Comparison,
    rests_on: &Comparison,
    showing: Showing<'_>,
    headline: Option<&str>,
) -> words::Heading {
    let mut said = words::heading(atlas, shown, rests_on, showing.kind);
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

/// The signs of the marks, and of the stars in the key of colours.
fn signs(body: &Body, measure: Measure, series: &[Series]) -> Vec<SignKey> {
    let mut signs = body.signs(measure);
    let starred = series.iter().any(|series| series.extent.contains('*'));
    if starred && !signs.contains(&SignKey::Disagreement) {
        signs.push(SignKey::Disagreement);
    }
    signs
}

/// The most operations that a key of colours names: every bar is named too, and a longer key
/// would say nothing more.
pub(super) const NAMED_IN_KEY: usize = 6;

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
    let found: Vec<Series> = match showing.kind {
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
    };
    if found.len() > NAMED_IN_KEY {
        return Vec::new();
    }
    found
}

/// The two remarks without which the picture would mislead most; for coverage, what it does and
/// does not say.
fn notes(atlas: &Atlas, rests_on: &Comparison, body: &Body) -> Vec<String> {
    if matches!(body, Body::Coverage(_)) {
        return vec![
            "Not reported means that no source states the figure, not that there was none."
                .to_owned(),
        ];
    }
    // These name what is not reported themselves.
    let tells_missing = !matches!(body, Body::Bars(_) | Body::Change(_));
    let order = match body {
        Body::Ranking(ranking) => doubtful_order(ranking),
        Body::Bars(_)
        | Body::Change(_)
        | Body::Timeline(_)
        | Body::Scatter(_)
        | Body::Coverage(_)
        | Body::Nothing(_) => None,
    };
    let room = 2 - usize::from(order.is_some());
    differences(atlas, rests_on)
        .into_iter()
        .filter(|difference| !(tells_missing && difference.kind == DifferenceKind::Missing))
        .take(room)
        .map(|difference| difference.sentence)
        .chain(order)
        .collect()
}

/// Whose place in a ranking is not certain, because what it may really be reaches to others.
fn doubtful_order(ranking: &Ranking) -> Option<String> {
    let reaches: Vec<(&str, (f64, f64), bool)> = ranking
        .bars
        .iter()
        .filter_map(|bar| {
            let amount = bar.mark.amount()?;
            Some((bar.name.as_str(), amount.reach(), amount.open() != Open::No))
        })
        .collect();
    let meets = |index: usize, (low, high): (f64, f64)| {
        reaches
            .iter()
            .enumerate()
            .any(|(other, (_, reach, _))| other != index && low <= reach.1 && reach.0 <= high)
    };
    let doubtful: Vec<&str> = reaches
        .iter()
        .enumerate()
        .filter(|(index, (_, reach, is_open))| *is_open && meets(*index, *reach))
        .map(|(_, (name, ..))| *name)
        .collect();
    let whose = match doubtful.as_slice() {
        [] => return None,
        [one] => format!("the place of {one} is"),
        [first @ .., last] if first.len() < 4 => {
            format!("the places of {} and {last} are", first.join(", "))
        }
        many => format!("the places of {} operations are", many.len()),
    };
    Some(format!(
        "Figures here are partly open-ended or approximate: {whose} not certain."
    ))
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
