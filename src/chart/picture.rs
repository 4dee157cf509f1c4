//! The whole picture: title, legend, body, notes, sources, all of one list of figures.

use std::collections::BTreeSet;

use super::asked::Asked;
use super::body::{Body, HeightRule, LegendEntry};
use super::kinds::Shows;
use super::showing::Showing;
use super::shown::{Listing, MetricShown, OperationShown, Shown, Subject};
use super::why_not::refusal;
use super::{notes, signs, sources};
use crate::model::{Amount, Atlas, Metric, Operation, OperationId, Status};
use crate::query::comparability::{Difference, differences};
use crate::query::comparison::Comparison;
use crate::query::kind::Kind;
use crate::query::measure::{Disputed, Measure, Value, countries_dispute, days_dispute};
use crate::words::{self, Footnote, Heading, Headline, Lead, LegendSign, Missed, Titled};

/// A picture, said but not yet placed.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartSpec {
    /// The kind of chart.
    pub kind: Kind,
    /// What the figures are put on.
    pub measure: Measure,
    /// What is shown.
    pub title: String,
    /// On what footing, and when.
    pub subtitle: String,
    /// What the figures show, in one sentence, whether or not the title says it; `None` where
    /// no single sentence is certain.
    pub headline: Option<String>,
    /// Everything shown, each once, in reading order.
    pub figures: Vec<Shown>,
    /// The operations spoken of.
    pub operations: Vec<OperationShown>,
    /// The metrics spoken of.
    pub metrics: Vec<MetricShown>,
    /// The legend of colours; nothing where every operation is named beside its marks.
    pub legend: Vec<LegendEntry>,
    /// The signs that occur.
    pub signs: Vec<LegendSign>,
    /// How the figures are arranged.
    pub body: Body,
    /// Figures told in words under the marks.
    pub footnotes: Vec<Footnote>,
    /// What the picture would show but for problems in the datasets.
    pub left_out: Vec<Missed>,
    /// What stands between the figures and a fair comparison; a sentence each.
    pub notes: Vec<String>,
    /// Everything that stands between the figures and a fair comparison, of which the notes are
    /// what misleads most; a sentence each.
    pub remarks: Vec<String>,
    /// Where the figures are stated; one line.
    pub sources: String,
}

/// The picture of a comparison.
pub fn picture(atlas: &Atlas, comparison: &Comparison, showing: Showing<'_>) -> ChartSpec {
    let asked = Asked::of(atlas, comparison, showing);
    let making = asked.kind.making();
    let mut listing = Listing::default();
    let legend = legend(&asked, &mut listing);
    let body = match refusal(&asked) {
        Some(why) => Body::Nothing(format!("{}.", why.sentence())),
        None => (making.body)(&asked, &mut listing),
    };
    let drawn = !matches!(body, Body::Nothing(_));
    let outside = outside(&listing);
    let left_out = left_out(&asked, &listing);
    // One sentence speaks of everything, not of a part one looks at or of what could be used.
    let speaks = drawn && outside.is_empty() && left_out.is_empty();
    let headline = speaks.then(|| (making.headline)(&asked));
    let headline = headline.flatten().as_ref().map(Headline::sentence);
    let inside = |one: &&Operation| !outside.contains(one.id.as_str());
    let mut operations = asked.operations.clone();
    if operations.iter().any(inside) {
        operations.retain(inside);
    }
    let rests_on = RestsOn::of(&asked, &operations, &body, &listing);
    let titled = Titled {
        atlas,
        operations: &operations,
        rests_on: &rests_on.operations,
        metrics: &asked.metrics,
        measure: asked.measure,
        base: asked.base,
    };
    let heading = (making.heading)(&titled, &body, &listing);
    let heading = chosen_heading(heading, showing, headline.as_deref());
    let differences = rests_on.differences(&asked);
    let (mut notes, sources) = if drawn {
        let own = (making.note)(&body, &listing);
        (
            notes::notes(&differences, &making, own.as_ref(), !legend.is_empty()),
            sources::line(
                atlas,
                &rests_on.operations,
                &rests_on.metrics,
                asked.measure,
            ),
        )
    } else {
        (Vec::new(), String::new())
    };
    if !left_out.is_empty() {
        notes.insert(0, words::missed_sentence(&left_out));
    }
    ChartSpec {
        left_out,
        kind: asked.kind,
        measure: asked.measure,
        title: heading.title,
        subtitle: heading.subtitle,
        headline,
        signs: signs::occurring(&body, &listing),
        figures: listing.shown,
        operations: listing.operations,
        metrics: listing.metrics,
        legend,
        body,
        footnotes: listing.footnotes,
        notes,
        remarks: differences.iter().map(Difference::sentence).collect(),
        sources,
    }
}

impl ChartSpec {
    /// What a screen reader says of figures that have one mark or are told as one.
    pub fn spoken(&self, figures: &[usize]) -> String {
        if let (Body::Scatter(_), &[one, other]) = (&self.body, figures) {
            // Whichever a click leads to, they are read in the order of the axes.
            let figures = [one.min(other), one.max(other)];
            let told = figures.map(|figure| {
                let shown = &self.figures[figure];
                (self.metric_label(shown.subject), shown.words.as_str())
            });
            let disputes = figures.map(|one| self.figures[one].disputes.as_slice());
            let disputes = disputes.concat();
            return words::spoken_together(&self.operation_of(one).name, told, &disputes);
        }
        let spoken = figures.iter().map(|&one| self.figures[one].spoken.as_str());
        spoken.collect::<Vec<_>>().join(". ")
    }

    fn metric_label(&self, subject: Subject) -> &str {
        match subject {
            Subject::Figure { metric, .. } => &self.metrics[metric].label,
            Subject::Days { .. } | Subject::Countries { .. } => "",
        }
    }

    /// The operation that something shown is about.
    pub fn operation_of(&self, figure: usize) -> &OperationShown {
        &self.operations[self.figures[figure].subject.operation()]
    }

    /// The ids of operation and metric whose evidence a figure rests on; `None` where it is no
    /// figure.
    pub fn evidence_of(&self, figure: usize) -> Option<[&str; 2]> {
        match self.figures[figure].subject {
            Subject::Figure {
                operation, metric, ..
            } => Some([&self.operations[operation].id, &self.metrics[metric].id]),
            Subject::Days { .. } | Subject::Countries { .. } => None,
        }
    }

    /// Under which rule the picture is as high as it is.
    pub fn height_rule(&self) -> HeightRule {
        self.kind.making().height
    }

    /// The picture in words, for those who cannot see it: title, then every figure as it would be
    /// read aloud, then the notes.
    pub fn alt(&self) -> String {
        let mut text = format!("{}. {}.", self.title, self.subtitle);
        let mut say = |sentence: &str| {
            text.push(' ');
            text.push_str(sentence);
            if !sentence.ends_with(['.', ':']) {
                text.push('.');
            }
        };
        if let Some(headline) = &self.headline
            && headline.trim_end_matches('.') != self.title
        {
            say(headline);
        }
        if let Body::Nothing(sentence) = &self.body {
            say(sentence);
        }
        for mark in self.body.marks() {
            say(&self.spoken(&mark));
        }
        for footnote in self.footnotes_told() {
            say(&format!("{}:", footnote.lead));
            for mention in &footnote.mentions {
                say(&self.spoken(&mention.figures));
            }
        }
        for note in &self.notes {
            say(note);
        }
        text
    }

    /// The footnotes that have something to tell.
    pub fn footnotes_told(&self) -> impl Iterator<Item = &Footnote> {
        let footnotes = self.footnotes.iter();
        footnotes.filter(|footnote| !footnote.mentions.is_empty())
    }
}

/// What a picture would show but for problems in the datasets, each once.
fn left_out(asked: &Asked<'_>, listing: &Listing) -> Vec<Missed> {
    let mut missed = BTreeSet::new();
    let gaps = &asked.atlas.gaps;
    if asked.kind.shows_all() {
        let gone = gaps.operations();
        let gone = gone.filter(|id| asked.atlas.operation(id.as_str()).is_none());
        missed.extend(gone.map(|id| Missed::Operation(id.to_string())));
    }
    for operation in &listing.operations {
        let id = OperationId::from(operation.id.as_str());
        let files = gaps.files_of(&id);
        missed.extend(files.map(|file| Missed::Second(operation.id.clone(), file.to_owned())));
    }
    for shown in &listing.shown {
        let parts = shown.left_out.iter();
        missed.extend(parts.filter_map(|&part| missed_part(asked, listing, shown, part)));
    }
    // Where the whole figure is left out, its reports are too.
    let whole = missed.clone();
    missed.retain(|one| match one {
        Missed::Report(metric, name) => {
            !whole.contains(&Missed::Figure(metric.clone(), name.clone()))
        }
        Missed::Operation(_)
        | Missed::Second(..)
        | Missed::Figure(..)
        | Missed::Days(_)
        | Missed::Countries(_) => true,
    });
    missed.into_iter().collect()
}

/// What of one thing shown is left out.
fn missed_part(
    asked: &Asked<'_>,
    listing: &Listing,
    shown: &Shown,
    part: Disputed,
) -> Option<Missed> {
    let name = &listing.operations[shown.subject.operation()].name;
    let metric = match shown.subject {
        Subject::Figure { metric, .. } => asked.atlas.metric(&listing.metrics[metric].id),
        Subject::Days { .. } | Subject::Countries { .. } => None,
    };
    Some(match part {
        Disputed::Days => Missed::Days(name.clone()),
        Disputed::Countries => Missed::Countries(name.clone()),
        Disputed::Figure if shown.value == Value::LeftOut => {
            Missed::Figure(metric?.label.clone(), name.clone())
        }
        Disputed::Figure => Missed::Report(metric?.label.clone(), name.clone()),
        Disputed::Whole => {
            let whole = asked.atlas.metric(metric?.part_of.as_ref()?.as_str())?;
            Missed::Figure(whole.label.clone(), name.clone())
        }
        Disputed::Base => Missed::Figure(metric?.label.clone(), asked.base?.name.clone()),
    })
}

/// All that the numbers of a picture rest on.
struct RestsOn<'a> {
    /// What is shown, and the base that changes are measured from even where it has no marks.
    operations: Vec<&'a Operation>,
    /// Without those that have no marks.
    metrics: Vec<&'a Metric>,
}

impl<'a> RestsOn<'a> {
    fn of(asked: &Asked<'a>, operations: &[&'a Operation], body: &Body, listing: &Listing) -> Self {
        let mut operations = operations.to_vec();
        let changes =
            asked.kind.making().shows == Shows::Others || asked.measure == Measure::Change;
        if let Some(base) = asked.base.filter(|_| changes)
            && operations.iter().all(|one| one.id != base.id)
        {
            operations.insert(0, base);
        }
        let mut metrics = asked.metrics.clone();
        if changes || asked.measure == Measure::Share {
            let marks = body.marks();
            let with_number = marks.iter().flatten().filter_map(|&figure| {
                let shown = &listing.shown[figure];
                match shown.subject {
                    Subject::Figure { metric, .. } if shown.amount().is_some() => {
                        Some(listing.metrics[metric].id.as_str())
                    }
                    Subject::Figure { .. } | Subject::Days { .. } | Subject::Countries { .. } => {
                        None
                    }
                }
            });
            let marked: BTreeSet<&str> = with_number.collect();
            if !marked.is_empty() {
                metrics.retain(|metric| marked.contains(metric.id.as_str()));
            }
        }
        Self {
            operations,
            metrics,
        }
    }

    fn differences(&self, asked: &Asked<'a>) -> Vec<Difference<'a>> {
        differences(asked.atlas, &self.operations, &self.metrics, asked.measure)
    }
}

/// The ids of operations that have no mark because only a part of the chart is shown, and of
/// those that have none anyway; nothing where all of it is shown.
fn outside(listing: &Listing) -> BTreeSet<&str> {
    let footnotes = &listing.footnotes;
    let is_part = |one: &Footnote| one.lead == Lead::OutsidePart && !one.mentions.is_empty();
    if !footnotes.iter().any(is_part) {
        return BTreeSet::new();
    }
    let mentions = footnotes.iter().flat_map(|footnote| &footnote.mentions);
    let figures = mentions.flat_map(|mention| &mention.figures);
    let operation = |&figure: &usize| {
        let operation = listing.shown[figure].subject.operation();
        listing.operations[operation].id.as_str()
    };
    figures.map(operation).collect()
}

/// The two lines over the picture: a person's own, or what the figures show, or what they are.
fn chosen_heading(mut said: Heading, showing: Showing<'_>, headline: Option<&str>) -> Heading {
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

/// The most operations that a legend of colours names: every bar is named too, and a longer
/// legend would say nothing more.
const NAMED_IN_LEGEND: usize = 6;

/// The legend of colours; nothing where every operation is named beside its marks.
fn legend(asked: &Asked<'_>, listing: &mut Listing) -> Vec<LegendEntry> {
    let base = match asked.kind.making().shows {
        Shows::Chosen => None,
        Shows::Others => asked.base,
        Shows::All => return Vec::new(),
    };
    let entries = base.into_iter().map(|base| (base, false));
    let entries = entries.chain(asked.operations.iter().map(|&one| (one, true)));
    if entries.clone().count() > NAMED_IN_LEGEND {
        return Vec::new();
    }
    entries
        .map(|(operation, has_marks)| LegendEntry {
            extent: extent(asked, operation, listing),
            operation: listing.operation(asked, operation),
            name: if has_marks {
                operation.name.clone()
            } else {
                words::from_base(&operation.name)
            },
            has_marks,
        })
        .collect()
}

/// Adds to what is shown how long and how wide an operation was; both as one text.
fn extent(asked: &Asked<'_>, one: &Operation, listing: &mut Listing) -> String {
    let operation = listing.operation(asked, one);
    let days = one.day_count();
    let ran = days.map(|days| Value::Number(Amount::exact(f64::from(days))));
    let counts = &one.countries.count;
    let count = asked.atlas.preferred(counts).map(|report| report.quantity);
    let took_part = count.map(|count| match count.amount() {
        Some(amount) => Value::Number(amount),
        None => Value::Unnumbered(count),
    });
    let lost = |field: &str| asked.atlas.gaps.has_field(&one.id, field);
    let lost_days = days.is_none() && asked.atlas.gaps.has_days(&one.id);
    let parts = [
        (
            Subject::Days { operation },
            ran,
            words::days_label(days, lost_days),
            days_dispute(one).map(|dispute| (Disputed::Days, dispute)),
        ),
        (
            Subject::Countries { operation },
            took_part,
            words::countries_label(count, one.countries.listed.len(), lost("countries")),
            countries_dispute(asked.atlas, one).map(|dispute| (Disputed::Countries, dispute)),
        ),
    ];
    let parts = parts.map(|(subject, value, label, dispute)| {
        let (part, left_out) = match subject {
            Subject::Days { .. } => (Disputed::Days, lost_days),
            Subject::Countries { .. } | Subject::Figure { .. } => {
                (Disputed::Countries, lost("countries"))
            }
        };
        let spoken = words::spoken_extent(&one.name, &label, dispute);
        let shown = listing.push(Shown {
            subject,
            value: value.unwrap_or(if left_out {
                Value::LeftOut
            } else {
                Value::NotReported
            }),
            left_out: left_out.then_some(part).into_iter().collect(),
            words: label.clone(),
            label,
            disputes: dispute.into_iter().collect(),
            spoken,
        });
        listing.shown[shown].starred()
    });
    words::extent(&parts, one.status == Some(Status::Preliminary))
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
        let showing = Showing::default();
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
        let plain = Showing {
            headline: false,
            ..showing
        };
        assert_eq!(
            picture(&atlas, &comparison, plain).title,
            "Liberterra II and III: reported results"
        );
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
        let quiet: Vec<bool> = spec.operations.iter().map(|one| one.quiet).collect();
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
        let outside = spec.footnotes_told().flat_map(|note| &note.mentions);
        let outside: Vec<&str> = outside.map(|mention| mention.text.as_str()).collect();
        assert_eq!(outside, ["Liberterra II: 2,517"]);
        assert!(spec.alt().contains("Liberterra II"), "and spoken of");
    }

    #[test]
    fn a_part_that_lies_outside_its_chart_shows_everything() {
        let atlas = fixture::atlas();
        let of = |kind, zoom| {
            let showing = Showing {
                kind,
                zoom: Some(zoom),
                ..Showing::default()
            };
            picture(&atlas, &Comparison::telling(&atlas), showing)
        };
        let zoom = |x, y| crate::chart::Zoom { x, y };
        for (kind, zoom) in [
            (Kind::Scatter, zoom((-5.0, -1.0), Some((-5.0, -1.0)))),
            (Kind::Scatter, zoom((1e9, 2e9), Some((1e9, 2e9)))),
            (Kind::Dots, zoom((1e9, 2e9), None)),
            (Kind::Timeline, zoom((1900.0, 1910.0), None)),
        ] {
            let spec = of(kind, zoom);
            assert_eq!(spec.body.marks().len(), 2, "{kind:?}");
            let told = spec.footnotes_told();
            assert_eq!(
                told.filter(|note| note.lead == Lead::OutsidePart).count(),
                0
            );
        }
    }

    #[test]
    fn an_undated_operation_is_not_put_into_the_years_of_the_others() {
        let mut atlas = fixture::atlas();
        atlas.operations[1].days = None;
        let subtitle = |atlas: &Atlas| {
            let comparison = Comparison::telling(atlas);
            picture(atlas, &comparison, Showing::default()).subtitle
        };
        let said = subtitle(&atlas);
        assert!(
            said.contains("2024; one without days was published in"),
            "{said}"
        );
        for source in atlas.sources.values_mut() {
            source.date = None;
        }
        let said = subtitle(&atlas);
        assert!(said.ends_with("2024, one in an unknown year"), "{said}");
    }

    #[test]
    fn a_length_without_its_days_counts() {
        let mut atlas = fixture::atlas();
        atlas.operations[1].days = None;
        atlas.operations[1].length = Some(12);
        let comparison = Comparison {
            metrics: vec!["arrests".to_owned()],
            measure: Measure::PerDay,
            ..Comparison::telling(&atlas)
        };
        let spec = picture(&atlas, &comparison, Showing::default());
        assert!(
            spec.alt().contains("312.0 per operation day"),
            "{}",
            spec.alt()
        );
        assert!(
            spec.legend[0].extent.starts_with("12 days"),
            "{:?}",
            spec.legend
        );
    }
}
