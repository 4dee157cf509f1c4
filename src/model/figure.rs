//! Metrics, and what the sources say of one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::date::PartialDate;
use super::ids::{MetricId, SourceId};
use super::quantity::Quantity;
use super::source::{Grade, Source};

/// What is counted. Declared in the dataset, so that a new metric needs no new program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metric {
    /// The name operations refer to it by.
    pub id: MetricId,
    /// What people read: "Potential victims of trafficking".
    pub label: String,
    /// What one of it is: "people", "checks". Metrics of different units never share an axis.
    pub unit: String,
    /// What exactly is counted and what is not.
    pub definition: String,
    /// The whole this is a part of: arrests for trafficking are part of all arrests.
    pub part_of: Option<MetricId>,
    /// What it is never divided by, because the same ones count again: an officer deployed on
    /// one day is deployed on the next.
    pub not_per: Vec<Divisor>,
}

/// Something that figures can be divided by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub enum Divisor {
    /// The days an operation ran.
    Day,
    /// The countries that took part.
    Country,
}

impl Trail {
    /// More words of a source than these are more than a citation.
    pub const MOST_WORDS: usize = 40;
}

impl Divisor {
    /// Every divisor.
    pub const ALL: [Self; 2] = [Self::Day, Self::Country];

    /// Its name in a dataset.
    pub fn key(self) -> &'static str {
        match self {
            Self::Day => "Day",
            Self::Country => "Country",
        }
    }
}

/// How firm its publishers called a number, or all of an operation's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
pub enum Status {
    /// Called preliminary when published.
    Preliminary,
    /// Corrected since it was first published.
    Revised,
    /// Called final.
    Final,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Preliminary, Self::Revised, Self::Final];

    /// The status in exported tables: `preliminary`, `revised`, `final`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Preliminary => "preliminary",
            Self::Revised => "revised",
            Self::Final => "final",
        }
    }
}

/// One source's statement of a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The number as stated.
    pub quantity: Quantity,
    /// Who states it.
    pub source: SourceId,
    /// The source's own word for what was counted, where it matters: "rescued", "safeguarded".
    pub wording: Option<String>,
    /// The dataset says that this report is to be preferred, whatever the rule.
    pub preferred: bool,
    /// What its publisher called the number; `None` where nothing is said of this one.
    pub status: Option<Status>,
    /// What it was before it was revised; `None` where it was not, or nobody says what it was.
    pub revised_from: Option<Box<Earlier>>,
    /// What a reader should know about this statement.
    pub note: Option<String>,
    /// How it can be checked again, as far as the dataset says.
    pub trail: Option<Box<Trail>>,
}

/// A number that was revised since.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The number as it was stated.
    pub quantity: Quantity,
    /// Who stated it; `None` where that is not said.
    pub source: Option<SourceId>,
}

/// How a report can be checked again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail {
    /// The source's sentence that states it, word by word.
    pub excerpt: Option<String>,
    /// The web address of a kept copy of the page.
    pub archived: Option<String>,
    /// When it was last compared with the source, and by whom.
    pub checked: Option<(PartialDate, String)>,
}

/// One metric's value for one operation: everything its sources state. Never empty; a metric
/// that no source states has no figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What is counted.
    pub metric: MetricId,
    /// Who states what, in the dataset's order; at least one.
    pub reports: Vec<Report>,
}

/// That reports of one number cannot all be true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Dispute {
    /// How many of them contradict the one shown; 0 where only others contradict one another,
    /// or a note alone says that sources disagree.
    pub contradicting: usize,
    /// The best grade among these; `None` where there are none.
    pub best: Option<Grade>,
}

impl Report {
    /// That a source states a number, with nothing more to say of it.
    pub fn of(quantity: Quantity, source: impl Into<SourceId>) -> Self {
        Self {
            quantity,
            source: source.into(),
            wording: None,
            preferred: false,
            status: None,
            revised_from: None,
            note: None,
            trail: None,
        }
    }

    /// Whether it names a publication.
    pub fn names(&self, source: &SourceId) -> bool {
        let mut is_named = false;
        self.clone()
            .each_source(&mut |id| is_named |= *id == *source);
        is_named
    }

    /// Goes through every place at which it names a publication.
    pub(super) fn each_source(&mut self, of: &mut impl FnMut(&mut SourceId)) {
        of(&mut self.source);
        let earlier = self.revised_from.as_deref_mut();
        if let Some(source) = earlier.and_then(|earlier| earlier.source.as_mut()) {
            of(source);
        }
    }

    /// The report to show among several of one number: the one the dataset prefers; else one
    /// that was not revised since; then official before reprint before news; then the newest;
    /// then the first. `None` only when there is no report.
    pub fn preferred<'a>(
        reports: &'a [Self],
        sources: &BTreeMap<SourceId, Source>,
    ) -> Option<&'a Self> {
        let standing = |report: &&'a Self| report.standing(reports, sources);
        reports.iter().min_by_key(standing)
    }

    /// Where the report stands among all of one number, the one to show first; see
    /// [`Report::preferred`].
    pub fn standing(
        &self,
        among: &[Self],
        sources: &BTreeMap<SourceId, Source>,
    ) -> impl Ord + use<> {
        let source = sources.get(&self.source);
        let newest = source
            .and_then(|source| source.date)
            .map(PartialDate::latest);
        (
            !self.preferred,
            self.is_revised_in(among),
            source.is_none(),
            source.map(|source| source.grade),
            Reverse(newest),
        )
    }

    /// Whether another report of the same number says that this one was revised.
    pub fn is_revised_in(&self, reports: &[Self]) -> bool {
        let is_this = |earlier: &Earlier| {
            let source = earlier.source.as_ref();
            earlier.quantity == self.quantity && source.is_none_or(|one| *one == self.source)
        };
        let earlier = reports.iter().filter_map(|one| one.revised_from.as_deref());
        earlier.into_iter().any(is_this)
    }

    /// Whether two of the reports cannot both be true; see [`Quantity::agrees_with`]. What was
    /// revised since disagrees with nothing.
    pub fn disagree(reports: &[Self]) -> bool {
        let stands = |report: &&Self| !report.is_revised_in(reports);
        reports.iter().enumerate().any(|(index, report)| {
            reports.iter().skip(index + 1).any(|other| {
                !report.quantity.agrees_with(other.quantity) && stands(&report) && stands(&other)
            })
        })
    }

    /// How firmly some of the reports contradict others; `None` where all can be true.
    pub fn dispute(reports: &[Self], sources: &BTreeMap<SourceId, Source>) -> Option<Dispute> {
        let shown = Self::preferred(reports, sources).filter(|_| Self::disagree(reports))?;
        let contradicting = reports
            .iter()
            .filter(|one| !one.quantity.agrees_with(shown.quantity) && !one.is_revised_in(reports));
        Some(Dispute {
            contradicting: contradicting.clone().count(),
            best: contradicting
                .filter_map(|report| Some(sources.get(&report.source)?.grade))
                .min(),
        })
    }
}

impl Figure {
    /// Whether two sources state what cannot both be true.
    pub fn disagrees(&self) -> bool {
        Report::disagree(&self.reports)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::report;
    use crate::model::{Grade, NoAddress};

    fn source(grade: Grade, date: &str) -> Source {
        Source {
            publisher: "P".to_owned(),
            title: "T".to_owned(),
            date: PartialDate::parse(date),
            address: Err(NoAddress::Unsaid),
            grade,
            note: None,
        }
    }

    fn sources() -> BTreeMap<SourceId, Source> {
        [
            ("news-new", source(Grade::News, "2025-02-01")),
            ("official-old", source(Grade::Official, "2024-01-01")),
            ("official-new", source(Grade::Official, "2024-02-01")),
            ("official-undated", source(Grade::Official, "")),
        ]
        .into_iter()
        .map(|(id, source)| (id.into(), source))
        .collect()
    }

    #[test]
    fn official_comes_before_news_and_new_before_old() {
        let reports = vec![
            report(Quantity::MoreThan(720), "news-new"),
            report(Quantity::Exactly(700), "official-undated"),
            report(Quantity::Exactly(710), "official-old"),
            report(Quantity::Exactly(720), "official-new"),
        ];
        let shown = Report::preferred(&reports, &sources()).map(|r| r.quantity);
        assert_eq!(shown, Some(Quantity::Exactly(720)));
        assert!(Report::disagree(&reports));
    }

    #[test]
    fn a_dataset_can_prefer_another_report() {
        let mut reports = vec![
            report(Quantity::Exactly(40), "official-new"),
            report(Quantity::Exactly(39), "news-new"),
        ];
        reports[1].preferred = true;
        assert_eq!(
            Report::preferred(&reports, &sources()).map(|r| r.quantity),
            Some(Quantity::Exactly(39))
        );
    }

    #[test]
    fn a_number_that_was_revised_is_neither_shown_nor_disputed() {
        let mut reports = vec![
            report(Quantity::Exactly(3744), "official-new"),
            report(Quantity::Exactly(3750), "news-new"),
        ];
        assert!(Report::disagree(&reports));
        for source in [Some("official-new".into()), None] {
            let quantity = Quantity::Exactly(3744);
            reports[1].revised_from = Some(Box::new(Earlier { quantity, source }));
            let shown = Report::preferred(&reports, &sources()).unwrap();
            assert_eq!(shown.quantity, Quantity::Exactly(3750));
            assert_eq!(Report::dispute(&reports, &sources()), None);
        }
        // Of another source the same number was not revised.
        let of_other = Earlier {
            quantity: Quantity::Exactly(3744),
            source: Some("official-old".into()),
        };
        reports[1].revised_from = Some(Box::new(of_other));
        assert!(Report::disagree(&reports));
    }
}
