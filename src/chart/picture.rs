//! The whole picture: title, key, body, notes, sources.

use super::bars::{Bars, place};
use super::body::{Body, SignKey};
use super::change::{Changes, footing, others};
use super::coverage::Coverage;
use super::headline::headline;
use super::kind::Kind;
use super::ranking::Ranking;
use super::scatter::Scatter;
use super::showing::{Showing, StandOut};
use super::timeline::Timeline;
use super::why_not::why_not;
use super::{notes, sources, words};
use crate::model::{Atlas, Metric, Operation};
use crate::query::comparability::{Difference, differences};
use crate::query::comparison::Comparison;
use crate::query::measure::{Measure, measured};

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
    /// Everything that stands between the figures and a fair comparison, of which the notes are
    /// what misleads most; a sentence each.
    pub remarks: Vec<String>,
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
    let outside = body.outside();
    // One sentence speaks of everything, not of a part one looks at.
    let headline = if matches!(body, Body::Nothing(_)) || !outside.is_empty() {
        None
    } else {
        headline(atlas, &shown, kind, &stand_out)
    };
    let inside: Vec<String> = shown
        .operations
        .iter()
        .filter(|id| !outside.contains(&id.as_str()))
        .cloned()
        .collect();
    if !inside.is_empty() {
        shown.operations = inside;
    }
    let series = series(atlas, comparison, showing, &stand_out);
    let rests_on = rests_on(atlas, &shown, kind);
    let said = heading(atlas, &shown, &rests_on, showing, headline.as_deref());
    let differences = differences(atlas, &rests_on);
    let (notes, sources) = if matches!(body, Body::Nothing(_)) {
        (Vec::new(), String::new())
    } else {
        (
            notes::notes(&differences, &body, !series.is_empty()),
            sources::line(atlas, &rests_on),
        )
    };
    let mut spec = ChartSpec {
        title: said.title,
        subtitle: said.subtitle,
        headline,
        signs: signs(&body, comparison.measure, &series),
        series,
        body,
        notes,
        remarks: differences.iter().map(Difference::sentence).collect(),
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
/// measured from even where it has no marks of its own; without the figures that have no marks.
fn rests_on(atlas: &Atlas, shown: &Comparison, kind: Kind) -> Comparison {
    let mut rests_on = shown.clone();
    let changes = kind == Kind::Change || shown.measure == Measure::Change;
    let measure = if kind == Kind::Change {
        match footing(shown.measure) {
            // Under per day and per country, as much has a change as in total.
            Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Change => {
                Measure::Change
            }
            Measure::Share => Measure::Share,
        }
    } else {
        shown.measure
    };
    if matches!(measure, Measure::Share | Measure::Change) {
        let base = shown.base_in(atlas);
        let operations = shown.operations_in(atlas);
        let has_mark = |metric: &Metric| {
            operations.iter().any(|operation| {
                let figure = measured(atlas, operation, metric, measure, base);
                figure.amount().is_some()
            })
        };
        let marked: Vec<String> = shown
            .metrics_in(atlas)
            .into_iter()
            .filter(|metric| has_mark(metric))
            .map(|metric| metric.id.to_string())
            .collect();
        if !marked.is_empty() {
            rests_on.metrics = marked;
        }
    }
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
    let told = body.asides().iter().flat_map(|aside| &aside.mentions);
    let starred = series.iter().any(|series| series.extent.contains('*'))
        || told.into_iter().any(|mention| mention.text.contains('*'));
    if starred && !signs.contains(&SignKey::Disagreement) {
        signs.push(SignKey::Disagreement);
    }
    signs
}

/// The most operations that a key of colours names: every bar is named too, and a longer key
/// would say nothing more.
const NAMED_IN_KEY: usize = 6;

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

/// The picture in words: title, then every figure as it would be read aloud, then the notes.
fn alt(spec: &ChartSpec) -> String {
    let mut text = format!("{}. {}.", spec.title, spec.subtitle);
    let mut say = |sentence: &str| {
        text.push(' ');
        text.push_str(sentence);
        if !sentence.ends_with(['.', ':']) {
            text.push('.');
        }
    };
    if let Some(headline) = &spec.headline
        && headline.trim_end_matches('.') != spec.title
    {
        say(headline);
    }
    for spoken in spec.body.spoken_marks() {
        say(spoken);
    }
    let told = spec.body.asides().iter();
    for aside in told.filter(|aside| !aside.mentions.is_empty()) {
        say(&format!("{}:", aside.lead));
        for mention in &aside.mentions {
            say(&mention.spoken);
        }
    }
    for note in &spec.notes {
        say(note);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

    #[test]
    fn a_base_that_has_no_bar_is_spoken_of_all_the_same() {
        let atlas = fixture::atlas();
        let comparison = Comparison {
            operations: vec!["liberterra-3".to_owned()],
            metrics: vec!["arrests".to_owned()],
            measure: Measure::Change,
            base: Some("liberterra-2".to_owned()),
        };
        let spec = picture(&atlas, &comparison, Showing::default());
        assert!(
            spec.notes[0].contains("Liberterra II ran 6 days"),
            "{:?}",
            spec.notes
        );
        assert!(spec.subtitle.contains("2024"), "{}", spec.subtitle);
        assert!(spec.sources.contains("2024"), "{}", spec.sources);
    }

    #[test]
    fn an_operation_without_any_of_the_figures_is_not_spoken_of() {
        let mut atlas = fixture::atlas();
        let checks = Comparison {
            metrics: vec!["database_checks".to_owned()],
            ..Comparison::telling(&atlas)
        };
        for operation in &mut atlas.operations {
            operation.status = Some(crate::model::Status::Preliminary);
        }
        let showing = Showing {
            kind: Kind::Ranking,
            ..Showing::default()
        };
        let notes = picture(&atlas, &checks, showing).notes.join(" ");
        assert!(
            !notes.contains("Liberterra III"),
            "it reports no checks: {notes}"
        );
    }

    #[test]
    fn the_sentence_becomes_the_title_only_where_nobody_wrote_one() {
        let atlas = fixture::atlas();
        let comparison = Comparison::telling(&atlas);
        let showing = Showing {
            headline: true,
            ..Showing::default()
        };
        let said = picture(&atlas, &comparison, showing);
        assert!(
            said.title.starts_with("Liberterra III reports"),
            "{}",
            said.title
        );
        assert!(
            said.subtitle
                .starts_with("Liberterra II and III: reported results")
        );
        let own = Showing {
            title: Some("My own"),
            ..showing
        };
        assert_eq!(picture(&atlas, &comparison, own).title, "My own");
    }

    #[test]
    fn a_pinned_operation_keeps_its_colour_and_the_others_are_grey() {
        let atlas = fixture::atlas();
        let pinned = ["liberterra-3".to_owned()];
        let showing = Showing {
            pinned: &pinned,
            ..Showing::default()
        };
        let spec = picture(&atlas, &Comparison::telling(&atlas), showing);
        let quiet: Vec<bool> = spec.series.iter().map(|series| series.quiet).collect();
        assert_eq!(quiet, [true, false]);
    }

    #[test]
    fn what_lies_outside_the_part_shown_is_named() {
        let atlas = fixture::atlas();
        let showing = Showing {
            kind: Kind::Timeline,
            zoom: Some(crate::chart::Zoom {
                x: (2025.5, 2026.0),
                y: None,
            }),
            ..Showing::default()
        };
        let spec = picture(&atlas, &Comparison::telling(&atlas), showing);
        assert_eq!(spec.body.outside(), ["liberterra-2"]);
        assert!(spec.alt.contains("Liberterra II"), "and spoken of");
    }
}
