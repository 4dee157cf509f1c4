//! What a number rests on: its reports from the one shown to the least preferred, and why that
//! one is shown.

use crate::model::{Atlas, Grade, PartialDate, Report, Source};

/// The rule that chooses among reports of one number, in one sentence.
pub const RULE: &str =
    "Official comes before reprint, reprint before news; among equals the newest is shown.";

/// Why the report shown stands before the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is no other.
    Only,
    /// The dataset itself prefers it.
    Dataset,
    /// Its grade stands before the next one's.
    Grade(Grade, Grade),
    /// It is newer than the next of the same grade.
    Newest(Grade),
    /// The next is its equal and stands after it in the dataset.
    First,
}

impl Reason {
    /// In a few words: "official before news".
    pub fn words(self) -> String {
        match self {
            Self::Only => "the only report".to_owned(),
            Self::Dataset => "the dataset prefers it".to_owned(),
            Self::Grade(shown, next) => format!("{} before {}", shown.name(), next.name()),
            Self::Newest(grade) => format!("the newest {} report", grade.name()),
            Self::First => "first of equals in the dataset".to_owned(),
        }
    }
}

/// Every report of one number.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence<'a> {
    /// The reports with their sources, the one shown first, the least preferred last.
    pub reports: Vec<(&'a Report, Option<&'a Source>)>,
    /// Why the first is shown.
    pub reason: Reason,
    /// Whether two of them cannot both be true.
    pub disagree: bool,
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
            Reason::Only | Reason::Grade(..) | Reason::Newest(_) | Reason::First => {
                format!("Shown: {shown} ({}). {RULE}", self.reason.words())
            }
        })
    }

    /// Whether every report states the very same quantity.
    fn is_same(&self) -> bool {
        self.reports
            .windows(2)
            .all(|pair| matches!(pair, [(a, _), (b, _)] if a.quantity == b.quantity))
    }

    /// How many reports cannot be true together with the one shown.
    fn contradicting(&self) -> usize {
        let Some((shown, _)) = self.reports.first() else {
            return 0;
        };
        let quantity = shown.quantity;
        self.reports
            .iter()
            .filter(|(report, _)| !report.quantity.agrees_with(quantity))
            .count()
    }

    /// How far the reports agree, in a few words: "1 of 10 reports contradicts it".
    pub fn agreement(&self) -> String {
        match (self.reports.len(), self.disagree) {
            (1, _) => "1 report".to_owned(),
            (count, true) => match self.contradicting() {
                0 => format!("{count} reports disagree"),
                1 => format!("1 of {count} reports contradicts it"),
                several => format!("{several} of {count} reports contradict it"),
            },
            (count, false) if self.is_same() => format!("{count} reports agree"),
            (count, false) => format!("{count} reports, none contradicts another"),
        }
    }
}

/// The evidence of one number; `None` when no source states it.
pub fn of<'a>(atlas: &'a Atlas, reports: &'a [Report]) -> Option<Evidence<'a>> {
    let mut ordered: Vec<(&Report, Option<&Source>)> = reports
        .iter()
        .map(|report| (report, atlas.source(&report.source)))
        .collect();
    // Sorting keeps the dataset's order among equals, as choosing the first one does.
    ordered.sort_by_cached_key(|(report, _)| report.standing(&atlas.sources));
    let reason = match ordered.as_slice() {
        [] => return None,
        [_] => Reason::Only,
        [shown, next, ..] => reason(*shown, *next),
    };
    Some(Evidence {
        reports: ordered,
        reason,
        disagree: Report::disagree(reports),
    })
}

fn reason(shown: (&Report, Option<&Source>), next: (&Report, Option<&Source>)) -> Reason {
    if shown.0.preferred != next.0.preferred {
        return Reason::Dataset;
    }
    match (shown.1, next.1) {
        (Some(shown), Some(next)) if shown.grade != next.grade => {
            Reason::Grade(shown.grade, next.grade)
        }
        (Some(shown), Some(next))
            if shown.date.map(PartialDate::latest) != next.date.map(PartialDate::latest) =>
        {
            Reason::Newest(shown.grade)
        }
        _ => Reason::First,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Quantity;
    use crate::model::fixture::report;

    fn source(publisher: &str, grade: Grade, date: &str) -> Source {
        Source {
            publisher: publisher.to_owned(),
            title: "T".to_owned(),
            date: PartialDate::parse(date),
            address: Err("none".to_owned()),
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
        assert_eq!(evidence.agreement(), "1 of 3 reports contradicts it");
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
        assert_eq!(evidence.agreement(), "2 reports, none contradicts another");
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
