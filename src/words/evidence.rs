//! Which report of a number is shown and why, and how far the others agree.

use super::names::lower_first;
use crate::model::Declared;
use crate::query::evidence::{Evidence, Reason};

/// The rule that chooses among reports of one number.
const RULE: &str =
    "Official comes before reprint, reprint before news; among equals the newest is shown.";

/// How a dataset defines a metric: "“Mine” calls it arrests: All arrests".
pub fn declared_by(declared: &Declared) -> String {
    format!(
        "“{}” calls it {}: {}",
        declared.dataset,
        lower_first(&declared.label),
        declared.definition
    )
}

impl Reason {
    /// In a few words: "official before news".
    pub fn words(self) -> String {
        match self {
            Self::Only => "the only report".to_owned(),
            Self::Dataset => "the dataset prefers it".to_owned(),
            Self::Revised => "the other was revised".to_owned(),
            Self::Grade(shown, next) => format!("{} before {}", shown.name(), next.name()),
            Self::Newest(grade) => format!("the newest {} report", grade.name()),
            Self::First => "first of equals in the dataset".to_owned(),
        }
    }
}

impl Evidence<'_> {
    /// Which report is shown and by which rule, in a sentence or two; `None` when there is no
    /// choice to explain.
    pub fn sentence(&self) -> Option<String> {
        let (_, source) = self.reports.first()?;
        if self.reports.len() < 2 {
            return None;
        }
        let shown = source.map_or_else(
            || "a report without a source".to_owned(),
            |source| format!("the {} report of {}", source.grade.name(), source.byline()),
        );
        Some(match self.reason {
            Reason::Dataset => format!("Shown: {shown}; the dataset prefers it."),
            Reason::Revised => format!("Shown: {shown}; what was stated before was revised."),
            Reason::Only | Reason::Grade(..) | Reason::Newest(_) | Reason::First => {
                format!("Shown: {shown} ({}). {RULE}", self.reason.words())
            }
        })
    }

    /// How far the reports agree, in a few words: "1 of 10 reports disagrees".
    pub fn agreement(&self) -> String {
        match (
            self.reports.len(),
            self.dispute.map(|dispute| dispute.contradicting),
        ) {
            (1, _) => "1 report".to_owned(),
            (count, Some(0)) => format!("{count} reports disagree"),
            (count, Some(1)) => format!("1 of {count} reports disagrees"),
            (count, Some(several)) => format!("{several} of {count} reports disagree"),
            (count, None) if self.is_same() => format!("{count} reports agree"),
            (count, None) => format!("{count} reports, none disagrees"),
        }
    }

    /// Whether every report states the very same quantity.
    fn is_same(&self) -> bool {
        self.reports
            .windows(2)
            .all(|pair| matches!(pair, [(a, _), (b, _)] if a.quantity == b.quantity))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::report;
    use crate::model::{Atlas, Grade, NoAddress, PartialDate, Quantity, Source};
    use crate::query::evidence::of;

    fn source(publisher: &str, grade: Grade, date: &str) -> Source {
        Source {
            publisher: publisher.to_owned(),
            title: "T".to_owned(),
            date: PartialDate::parse(date),
            address: Err(NoAddress::Unsaid),
            grade,
            note: None,
        }
    }

    fn atlas() -> Atlas {
        let sources = [
            ("news", source("Paper", Grade::News, "2025-02-01")),
            ("old", source("INTERPOL", Grade::Official, "2024-01-01")),
            ("new", source("INTERPOL", Grade::Official, "2024-11-06")),
        ];
        Atlas {
            sources: sources
                .into_iter()
                .map(|(id, source)| (id.into(), source))
                .collect(),
            ..Atlas::default()
        }
    }

    #[test]
    fn every_report_is_listed_and_the_one_shown_comes_first() {
        let atlas = atlas();
        let reports = [
            report(Quantity::MoreThan(2500), "news"),
            report(Quantity::Exactly(2500), "old"),
            report(Quantity::Exactly(2517), "new"),
        ];
        let evidence = of(&atlas, &reports).expect("there are reports");
        let order: Vec<&str> = evidence
            .reports
            .iter()
            .map(|(r, _)| r.source.as_str())
            .collect();
        assert_eq!(order, ["new", "old", "news"]);
        assert_eq!(
            atlas.preferred(&reports),
            evidence.reports.first().map(|(report, _)| *report)
        );
        assert_eq!(evidence.agreement(), "1 of 3 reports disagrees");
        assert_eq!(
            evidence.sentence().expect("there is a choice"),
            "Shown: the official report of INTERPOL, 6 November 2024 (the newest official report). \
             Official comes before reprint, reprint before news; among equals the newest is shown."
        );
    }

    #[test]
    fn the_reason_names_the_two_grades() {
        let atlas = atlas();
        let reports = [
            report(Quantity::MoreThan(710), "news"),
            report(Quantity::Exactly(720), "new"),
        ];
        let evidence = of(&atlas, &reports).expect("there are reports");
        assert_eq!(evidence.agreement(), "2 reports, none disagrees");
        assert_eq!(evidence.reason.words(), "official before news");
    }

    #[test]
    fn what_the_dataset_prefers_is_said_to_be_so() {
        let atlas = atlas();
        let mut reports = [
            report(Quantity::Exactly(40), "new"),
            report(Quantity::Exactly(39), "news"),
        ];
        reports[1].preferred = true;
        let evidence = of(&atlas, &reports).expect("there are reports");
        assert_eq!(evidence.reason, Reason::Dataset);
        assert_eq!(
            evidence.sentence().expect("there is a choice"),
            "Shown: the news report of Paper, 1 February 2025; the dataset prefers it."
        );
    }

    #[test]
    fn a_single_report_needs_no_rule() {
        let atlas = atlas();
        let reports = [report(Quantity::Exactly(40), "new")];
        let evidence = of(&atlas, &reports).expect("there is a report");
        assert_eq!(evidence.sentence(), None);
        assert!(of(&atlas, &[]).is_none());
    }
}
