//! Police operations: when, who took part, what was counted.

use std::collections::BTreeMap;

use super::country::Country;
use super::date::Days;
use super::figure::{Figure, Report, Status};
use super::ids::{MetricId, OperationId, SourceId};
use super::quantity::Quantity;
use super::source::Source;

/// A police operation with a first and a last day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Operation {
    /// The name cases and views refer to it by.
    pub id: OperationId,
    /// Its public name: "Liberterra II".
    pub name: String,
    /// The series it belongs to: "Liberterra". Its own name where it stands alone.
    pub family: String,
    /// Whether another dataset may tell of it too, to which what stands here is added.
    pub further: bool,
    /// What it was, in a sentence or two.
    pub summary: Option<String>,
    /// Who led it.
    pub lead: Vec<String>,
    /// Its first and last day; `None` when no source gives them.
    pub days: Option<Days>,
    /// How many days it ran, where that is known without which days it was; `None` where the days
    /// say it, and where nobody does.
    pub length: Option<u32>,
    /// What a reader should know about the days: that another source gives others, or only the
    /// months.
    pub days_note: Option<String>,
    /// What its figures were called, where nothing else is said of one; `None` when sources do not
    /// say.
    pub status: Option<Status>,
    /// Who took part.
    pub countries: Participation,
    /// The hubs it set up.
    pub coordination_units: Vec<CoordinationUnit>,
    /// What was counted, in the dataset's order. A metric without an entry is not reported.
    pub figures: Vec<Figure>,
    /// What cannot be counted in it, in the dataset's order; of none of these there is a figure.
    pub not_applicable: Vec<NotApplicable>,
    /// Trends its publishers state.
    pub findings: Vec<Finding>,
    /// Partners and funders.
    pub supported_by: Vec<Support>,
    /// Where its days, lead and name are stated.
    pub sources: Vec<SourceId>,
}

/// That a metric cannot be counted in an operation, and who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotApplicable {
    /// What cannot be counted.
    pub metric: MetricId,
    /// Why not, as the dataset says it.
    pub reason: Option<String>,
    /// Where that is stated; empty where the dataset alone says it.
    pub sources: Vec<SourceId>,
}

/// Which countries took part: a stated count, a list, or both.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Participation {
    /// How many, as sources state it; empty when not reported.
    pub count: Vec<Report>,
    /// The countries on the published list, by code; empty when no list was published.
    pub listed: Vec<Country>,
    /// Where the list stands.
    pub sources: Vec<SourceId>,
    /// What a reader should know about the list.
    pub note: Option<String>,
}

/// A hub that an operation set up in a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoordinationUnit {
    /// Where.
    pub country: Country,
    /// The town or office, where stated.
    pub place: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
    /// Where it is stated.
    pub sources: Vec<SourceId>,
}

/// A trend that an operation's publishers state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The trend in our words.
    pub text: String,
    /// Where it is stated.
    pub sources: Vec<SourceId>,
}

/// An organisation that supported an operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// Its name.
    pub name: String,
    /// How it supported it.
    pub role: SupportRole,
    /// Where it is stated.
    pub sources: Vec<SourceId>,
}

/// How an organisation supported an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub enum SupportRole {
    /// Worked along.
    Partner,
    /// Paid for it, or for a project behind it.
    Funder,
}

impl Operation {
    /// One of which no more is known than its name.
    pub fn named(id: impl Into<OperationId>, name: &str) -> Self {
        Self {
            id: id.into(),
            further: false,
            name: name.to_owned(),
            family: name.to_owned(),
            summary: None,
            lead: Vec::new(),
            days: None,
            length: None,
            days_note: None,
            status: None,
            countries: Participation::default(),
            coordination_units: Vec::new(),
            figures: Vec::new(),
            not_applicable: Vec::new(),
            findings: Vec::new(),
            supported_by: Vec::new(),
            sources: Vec::new(),
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
        let reports = self
            .figures
            .iter_mut()
            .flat_map(|figure| &mut figure.reports);
        for report in reports.chain(&mut self.countries.count) {
            report.each_source(of);
        }
        let lists = [&mut self.sources, &mut self.countries.sources];
        let units = self
            .coordination_units
            .iter_mut()
            .map(|one| &mut one.sources);
        let findings = self.findings.iter_mut().map(|one| &mut one.sources);
        let supports = self.supported_by.iter_mut().map(|one| &mut one.sources);
        let not_applicable = self.not_applicable.iter_mut().map(|one| &mut one.sources);
        let all = lists
            .into_iter()
            .chain(units)
            .chain(findings)
            .chain(supports)
            .chain(not_applicable);
        all.flatten().for_each(of);
    }

    /// What was counted of a metric; `None` when it is not reported.
    pub fn figure(&self, metric: &str) -> Option<&Figure> {
        self.figures
            .iter()
            .find(|figure| figure.metric.as_str() == metric)
    }

    /// What says that a metric cannot be counted in it; `None` where nothing does.
    pub fn not_applicable(&self, metric: &str) -> Option<&NotApplicable> {
        let mut all = self.not_applicable.iter();
        all.find(|one| one.metric.as_str() == metric)
    }

    /// What one of its numbers was called: itself, else all of its figures.
    pub fn status_of(&self, report: &Report) -> Option<Status> {
        report.status.or(self.status)
    }

    /// How many days it ran, first and last included; `None` where that is not known.
    pub fn day_count(&self) -> Option<u32> {
        self.days.and_then(Days::count).or(self.length)
    }

    /// Whether sources disagree about its days, which are counted all the same: there is a note on
    /// them.
    pub fn are_days_disputed(&self) -> bool {
        self.days_note.is_some() && self.day_count().is_some()
    }

    /// Whether it set up a coordination unit in a country.
    pub fn is_host(&self, country: Country) -> bool {
        let mut units = self.coordination_units.iter();
        units.any(|unit| unit.country == country)
    }

    /// Whether a country is on the operation's list or hosted a coordination unit, for which it
    /// took part. `None` when it did neither, but the list is missing or incomplete, so that
    /// nobody can say.
    pub fn took_part(
        &self,
        country: Country,
        sources: &BTreeMap<SourceId, Source>,
    ) -> Option<bool> {
        if self.countries.listed.contains(&country) || self.is_host(country) {
            return Some(true);
        }
        self.countries.is_complete(sources).then_some(false)
    }
}

impl Participation {
    /// Whether the list holds as many countries as were counted, and nobody counted more, unless
    /// the dataset itself says which count is right.
    pub fn is_complete(&self, sources: &BTreeMap<SourceId, Source>) -> bool {
        let listed = Quantity::Exactly(self.listed.len() as u64);
        let count = Report::preferred(&self.count, sources);
        let count = count.filter(|report| report.quantity == listed);
        let is_settled = |report: &Report| report.preferred || self.counted_beyond().is_none();
        !self.listed.is_empty() && count.is_some_and(is_settled)
    }

    /// The largest of the counts that stand of which each means more countries than the list
    /// names; `None` where it may hold all of everyone's. What a count that may be larger allows
    /// is settled by one that is flat: "more than 30" leaves nothing open beside 39.
    pub fn counted_beyond(&self) -> Option<Quantity> {
        let least = |report: &Report| report.quantity.reach().0;
        let stands = self.count.iter();
        let stands = stands.filter(|report| !report.is_revised_in(&self.count));
        let beyond = stands.filter(|report| least(report) > self.listed.len() as f64);
        let largest = beyond.max_by(|a, b| least(a).total_cmp(&least(b)));
        largest.map(|report| report.quantity)
    }
}
