//! The two lines over a picture: what is shown, and on what footing.

use std::collections::BTreeSet;

use super::names::{all_of, capitalised, counted, joined, lower_first};
use crate::model::{Atlas, Metric, Operation, PartialDate};
use crate::query::countries::Wanted;
use crate::query::measure::Measure;

/// The two lines over a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What is shown.
    pub title: String,
    /// On what footing, and when.
    pub subtitle: String,
}

/// What the two lines are made from.
pub struct Titled<'a> {
    /// Everything open.
    pub atlas: &'a Atlas,
    /// The operations shown.
    pub operations: &'a [&'a Operation],
    /// All operations that the numbers rest on.
    pub rests_on: &'a [&'a Operation],
    /// The metrics shown.
    pub metrics: &'a [&'a Metric],
    /// The footing.
    pub measure: Measure,
    /// The operation that changes are measured from.
    pub base: Option<&'a Operation>,
}

impl Titled<'_> {
    /// Results of operations side by side.
    pub fn results(&self) -> Heading {
        let subtitle = if let [metric] = self.metrics {
            let names = joined_with_years(self);
            let names = Some(names).filter(|names| !names.is_empty());
            let names = names.map_or_else(String::new, |names| format!("{names}. "));
            format!("{names}{}", self.footing_of(metric))
        } else {
            let subtitle = format!("{}, {}", self.footing(), self.years());
            subtitle.trim_end_matches(", ").to_owned()
        };
        Heading {
            title: self.results_title(),
            subtitle,
        }
    }

    /// Changes from the base; `footing` is what both ends are put on.
    pub fn changes(&self, footing: Measure) -> Heading {
        let what = match self.metrics {
            [metric] => lower_first(&metric.label),
            _ => "reported results".to_owned(),
        };
        let what = format!("{what}{}", footing_suffix(footing));
        let title = match (self.base, self.operations) {
            (None, _) => "Change".to_owned(),
            (Some(base), [other]) => format!("From {} to {}: {what}", base.name, other.name),
            (Some(base), _) => format!("Change from {}: {what}", base.name),
        };
        let divided = match footing {
            Measure::PerDay => " divided by days of operation, and",
            Measure::PerCountry => " divided by the countries that took part, and",
            Measure::Total | Measure::Share | Measure::Change => " and",
        };
        let years = self.years();
        Heading {
            title,
            subtitle: format!("Stated totals{divided} their change in per cent, {years}"),
        }
    }

    /// Operations in order of a metric, `placed` of which have a place.
    pub fn ranked(&self, metric: &Metric, placed: usize) -> Heading {
        let by = match self.measure {
            Measure::Change => format!("change in {}", lower_first(&metric.label)),
            Measure::Total | Measure::PerDay | Measure::PerCountry | Measure::Share => {
                self.what(metric)
            }
        };
        let all = counted_operations(self.operations.len());
        let shown = if placed == self.operations.len() {
            all
        } else {
            format!("{placed} of {all}")
        };
        Heading {
            title: format!("{shown} by {by}"),
            subtitle: format!("{}, {}", self.footing_of(metric), self.years()),
        }
    }

    /// Operations by family, in order of time.
    pub fn in_time(&self, metric: &Metric) -> Heading {
        Heading {
            title: format!(
                "{}{}, {}",
                metric.label,
                self.suffix_of(metric),
                self.years()
            ),
            subtitle: format!(
                "Operations by family, in order of time. {}",
                self.footing_of(metric)
            ),
        }
    }

    /// Operations by two metrics.
    pub fn by_two(&self, [x, y]: [&Metric; 2]) -> Heading {
        let title = if self.measure == Measure::Change {
            let (x, y) = (lower_first(&x.label), lower_first(&y.label));
            format!("Change in {x} and {y}")
        } else {
            let whole = |metric| self.atlas.whole_of(metric).map(|whole| &whole.id);
            let first = if self.measure == Measure::Share && whole(x) != whole(y) {
                self.what(x)
            } else {
                x.label.clone()
            };
            format!("{} and {}", capitalised(&first), self.what(y))
        };
        let (years, footing) = (self.years(), self.footing());
        Heading {
            title,
            subtitle: format!("Each point is an operation, {years}. {footing}"),
        }
    }

    /// Which countries took part in the operations; `how` that is shown, and to which it is
    /// `narrowed`.
    pub fn taking_part(&self, how: &str, narrowed: Option<&str>) -> Heading {
        let names = match self.operations {
            [_] | [_, _] | [_, _, _] => joined(self.operations),
            several => counted_operations(several.len()),
        };
        let narrowed = narrowed.map(|only| format!("{only}. ")).unwrap_or_default();
        let years = self.years();
        Heading {
            title: format!("Countries that took part in {names}"),
            subtitle: format!("{narrowed}{how}, {years}"),
        }
    }

    /// Which countries took part in the operations in such a way; see [`Self::taking_part`].
    pub fn of_set(&self, wanted: Wanted, how: &str, narrowed: Option<&str>) -> Heading {
        let several = self.operations.len();
        let names = match several {
            ..=3 => joined(self.operations),
            _ => counted_operations(several),
        };
        let which = match (wanted, several) {
            (Wanted::InAll | Wanted::InAny, 1) => format!("took part in {names}"),
            (Wanted::InAll, 2) => format!("took part in both {names}"),
            (Wanted::InAll, 3) => format!("took part in all of {names}"),
            (Wanted::InAll, _) => format!("took part in all {names}"),
            (Wanted::InAny, _) => format!("took part in at least one of {names}"),
            (Wanted::OnlyIn, 1..=3) => format!("took part only in {names}"),
            (Wanted::OnlyIn, _) => format!("took part only in these {names}"),
            (Wanted::InNone, 1) => format!("did not take part in {names}"),
            (Wanted::InNone, 2) => format!("took part in neither of {names}"),
            (Wanted::InNone, _) => format!("took part in none of {names}"),
        };
        Heading {
            title: format!("Countries that {which}"),
            ..self.taking_part(how, narrowed)
        }
    }

    /// Which countries are those that are asked for; see [`Self::taking_part`].
    pub fn asked_for(&self, those: &str, how: &str) -> Heading {
        Heading {
            title: format!("Countries: {those}"),
            ..self.taking_part(how, None)
        }
    }

    /// Which figures are reported at all.
    pub fn reported(&self) -> Heading {
        let metrics = match self.metrics {
            [metric] => lower_first(&metric.label),
            metrics => format!("{} metrics", metrics.len()),
        };
        let operations = counted_operations(self.operations.len());
        let years = self.years();
        Heading {
            title: format!("What is reported: {metrics}, {operations}"),
            subtitle: format!(
                "How firmly sources state each figure, if they state it at all, {years}"
            ),
        }
    }

    fn what(&self, metric: &Metric) -> String {
        format!("{}{}", lower_first(&metric.label), self.suffix_of(metric))
    }

    /// "2024", "2024 and 2025", "2019 to 2025"; where it is not known of all when they ran, when
    /// the others were told of: "2024; one without days was published in 2025", "2024, 2 in
    /// unknown years".
    fn years(&self) -> String {
        let (dated, undated) = by_date(self.rests_on);
        let known = years(&years_of(&dated));
        if undated.is_empty() {
            return known.unwrap_or_else(|| "year not known".to_owned());
        }
        let published = undated.iter().map(|operation| self.published(operation));
        let all: Option<Vec<Vec<i16>>> = published
            .map(|years| (!years.is_empty()).then_some(years))
            .collect();
        let published = all.and_then(|all| years(&in_order(all.into_iter().flatten())));
        let how_many = match undated.len() {
            1 => "one".to_owned(),
            several => several.to_string(),
        };
        match (known, published, undated.len()) {
            (None, Some(published), _) => format!("published in {published}"),
            (None, None, _) => "year not known".to_owned(),
            (Some(known), Some(published), _) => {
                let were = if undated.len() == 1 { "was" } else { "were" };
                format!("{known}; {how_many} without days {were} published in {published}")
            }
            (Some(known), None, 1) => format!("{known}, one in an unknown year"),
            (Some(known), None, _) => format!("{known}, {how_many} in unknown years"),
        }
    }

    /// The years in which an operation's sources and those of its figures were published.
    fn published(&self, operation: &Operation) -> Vec<i16> {
        let reports = operation.figures.iter().flat_map(|figure| &figure.reports);
        let sources = operation
            .sources
            .iter()
            .chain(reports.map(|report| &report.source));
        let dates = sources.filter_map(|id| self.atlas.source(id)?.date);
        in_order(dates.map(PartialDate::year))
    }

    /// As [`footing_suffix`], naming the whole of a share: " as a share of all arrests".
    fn suffix_of(&self, metric: &Metric) -> String {
        match self.atlas.whole_of(metric) {
            Some(whole) if self.measure == Measure::Share => {
                format!(" as a share of {}", all_of(&whole.label))
            }
            Some(_) | None => footing_suffix(self.measure).to_owned(),
        }
    }

    fn results_title(&self) -> String {
        if let [metric] = self.metrics {
            return format!("{}{}", metric.label, self.suffix_of(metric));
        }
        let what = match self.measure {
            Measure::Total => "reported results",
            Measure::PerDay => "results per operation day",
            Measure::PerCountry => "results per participating country",
            Measure::Share => "parts as a share of their whole",
            Measure::Change => "change in results",
        };
        match joined(self.operations) {
            names if names.is_empty() => capitalised(what),
            names => format!("{names}: {what}"),
        }
    }

    fn footing(&self) -> String {
        match (self.measure, self.base) {
            (Measure::Total, _) => {
                "As stated by their publishers, with every “nearly” and “more than”".to_owned()
            }
            (Measure::PerDay, _) => {
                "Stated totals divided by days of operation, first and last included".to_owned()
            }
            (Measure::PerCountry, _) => {
                "Stated totals divided by the countries that took part".to_owned()
            }
            (Measure::Share, _) => "In per cent of the metric each is a part of".to_owned(),
            (Measure::Change, Some(base)) => {
                format!("Change in per cent from the figures of {}", base.name)
            }
            (Measure::Change, None) => {
                "Change in per cent from the base operation’s figures".to_owned()
            }
        }
    }

    /// As [`Self::footing`], naming the whole that a single metric is a share of.
    fn footing_of(&self, metric: &Metric) -> String {
        match self.atlas.whole_of(metric) {
            Some(whole) if self.measure == Measure::Share => {
                format!("In per cent of {}", all_of(&whole.label))
            }
            Some(_) | None => self.footing(),
        }
    }
}

/// What follows a metric's label under a measure: " per operation day".
pub fn footing_suffix(measure: Measure) -> &'static str {
    match measure {
        Measure::Total => "",
        Measure::PerDay => " per operation day",
        Measure::PerCountry => " per participating country",
        Measure::Share => " as a share of the whole",
        Measure::Change => ": change",
    }
}

/// "1 operation", "16 operations".
fn counted_operations(count: usize) -> String {
    counted(count, "operation", "operations")
}

/// "Liberterra II and III, 2024 and 2025"; the years only where the names do not say them.
fn joined_with_years(titled: &Titled<'_>) -> String {
    let names = joined(titled.operations);
    let (dated, undated) = by_date(titled.rests_on);
    let told = |year: i16| names.contains(&year.to_string());
    let all_told = match years_of(&dated).as_slice() {
        [] => true,
        [one] => told(*one),
        [first, .., last] => told(*first) && told(*last),
    };
    if all_told && undated.is_empty() {
        return names;
    }
    format!("{names}, {}", titled.years())
}

/// Operations of which it is known when they ran, and the others.
fn by_date<'a>(operations: &[&'a Operation]) -> (Vec<&'a Operation>, Vec<&'a Operation>) {
    let operations = operations.iter().copied();
    operations.partition(|operation| operation.days.is_some())
}

/// "2024", "2024 and 2025", "2019 to 2025"; `None` where none is known.
fn years(years: &[i16]) -> Option<String> {
    Some(match years {
        [] => return None,
        [one] => one.to_string(),
        [one, two] => format!("{one} and {two}"),
        [first, .., last] => format!("{first} to {last}"),
    })
}

fn years_of(operations: &[&Operation]) -> Vec<i16> {
    let days = operations.iter().filter_map(|operation| operation.days);
    in_order(days.flat_map(|days| [days.first.year(), days.last.year()]))
}

fn in_order(years: impl Iterator<Item = i16>) -> Vec<i16> {
    let years: BTreeSet<i16> = years.collect();
    years.into_iter().collect()
}
