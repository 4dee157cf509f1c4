//! The whole picture: title, legend, body, notes, sources, all of one list of figures.

use std::collections::BTreeSet;

use super::asked::Asked;
use super::body::{Body, HeightRule, LegendEntry};
use super::grid::{Grid, GridRow};
use super::kinds::Shows;
use super::legend::legend;
use super::missed::left_out;
use super::rests_on::RestsOn;
use super::showing::Showing;
use super::shown::{Listing, MetricShown, OperationShown, Shown, Subject};
use super::why_not::refusal;
use super::{notes, signs, sources};
use crate::model::{Atlas, Country, Operation};
use crate::query::comparability::Difference;
use crate::query::comparison::Comparison;
use crate::query::kind::Kind;
use crate::query::measure::Measure;
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
            if making.shows == Shows::Lists {
                sources::of_lists(atlas, &rests_on.operations)
            } else {
                sources::line(
                    atlas,
                    &rests_on.operations,
                    &rests_on.metrics,
                    asked.measure,
                )
            },
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
        if let (Body::Scatter(_), &[one, other]) = (&self.body, figures)
            && let Some(operation) = self.operation_of(one)
        {
            // Whichever a click leads to, they are read in the order of the axes.
            let figures = [one.min(other), one.max(other)];
            let told = figures.map(|figure| {
                let shown = &self.figures[figure];
                (self.metric_label(shown.subject), shown.words.as_str())
            });
            let disputes = figures.map(|one| self.figures[one].disputes.as_slice());
            let disputes = disputes.concat();
            return words::spoken_together(&operation.name, told, &disputes);
        }
        let spoken = figures.iter().map(|&one| self.figures[one].spoken.as_str());
        spoken.collect::<Vec<_>>().join(". ")
    }

    fn metric_label(&self, subject: Subject) -> &str {
        match subject {
            Subject::Figure { metric, .. } => &self.metrics[metric].label,
            Subject::Days { .. }
            | Subject::Countries { .. }
            | Subject::Country(_)
            | Subject::TakingPart { .. } => "",
        }
    }

    /// The operation that something shown is about; `None` where it is about a country.
    pub fn operation_of(&self, figure: usize) -> Option<&OperationShown> {
        let operation = self.figures[figure].subject.operation()?;
        Some(&self.operations[operation])
    }

    /// Whether something shown only stands beside what stands out, in grey.
    pub fn is_quiet(&self, figure: usize) -> bool {
        let operation = self.operation_of(figure);
        operation.is_some_and(|operation| operation.quiet)
    }

    /// The ids of operation and metric whose evidence a figure rests on; `None` where it is no
    /// figure.
    pub fn evidence_of(&self, figure: usize) -> Option<[&str; 2]> {
        match self.figures[figure].subject {
            Subject::Figure {
                operation, metric, ..
            } => Some([&self.operations[operation].id, &self.metrics[metric].id]),
            Subject::Days { .. }
            | Subject::Countries { .. }
            | Subject::Country(_)
            | Subject::TakingPart { .. } => None,
        }
    }

    /// The country that something shown is about; `None` where it is about an operation alone.
    pub fn country_of(&self, figure: usize) -> Option<Country> {
        match self.figures[figure].subject {
            Subject::Country(country) | Subject::TakingPart { country, .. } => Some(country),
            Subject::Figure { .. } | Subject::Days { .. } | Subject::Countries { .. } => None,
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
        if let Body::Map(map) = &self.body {
            map.in_words().iter().for_each(|group| say(group));
        } else if let Body::Grid(grid) = &self.body {
            grid.rows().for_each(|row| say(&self.in_grid(grid, row)));
        } else {
            for mark in self.body.marks() {
                say(&self.spoken(&mark));
            }
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

    /// What a description says of a country of a grid: its part in each operation, of many only in
    /// how many it took part.
    fn in_grid(&self, grid: &Grid, row: &GridRow) -> String {
        const TOLD: usize = 4;
        if grid.columns.len() <= TOLD {
            return self.spoken(&[row.count]);
        }
        let of_all = words::of_operations(grid.columns.len());
        words::took_part_of(row.country, &self.figures[row.count].words, &of_all)
    }

    /// The footnotes that have something to tell.
    pub fn footnotes_told(&self) -> impl Iterator<Item = &Footnote> {
        let footnotes = self.footnotes.iter();
        footnotes.filter(|footnote| !footnote.mentions.is_empty())
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
        let operation = listing.shown[figure].subject.operation()?;
        Some(listing.operations[operation].id.as_str())
    };
    figures.filter_map(operation).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;

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
}
