//! What a picture is asked to show: the operations, metrics and base that a comparison means in
//! an atlas, looked up once.

use super::kinds::Shows;
use super::showing::{Showing, StandOut, Zoom};
use crate::model::{Atlas, Country, Metric, Operation};
use crate::query::comparison::Comparison;
use crate::query::countries::{Answer, CountryChoice, Fill, Standing, answer, lists};
use crate::query::kind::Kind;
use crate::query::measure::{Measure, Measured, measured};
use crate::words;

/// What a picture is asked to show.
pub(super) struct Asked<'a> {
    pub atlas: &'a Atlas,
    pub kind: Kind,
    pub measure: Measure,
    /// The operations a person chose, in their order.
    pub chosen: Vec<&'a Operation>,
    /// Those that have marks of their own.
    pub operations: Vec<&'a Operation>,
    /// The metrics the kind has a place for, in the order chosen.
    pub metrics: Vec<&'a Metric>,
    /// The operation that changes are measured from.
    pub base: Option<&'a Operation>,
    /// The operations that are not grey.
    pub stand_out: StandOut,
    pinned: &'a [String],
    /// The codes of the countries chosen; none for all.
    pub only: &'a [String],
    /// What else narrows the countries; `None` for nothing.
    pub countries: Option<&'a CountryChoice>,
    /// By what a map is filled.
    pub fill: Fill,
    /// The part to look at; `None` for all.
    pub zoom: Option<Zoom>,
}

impl<'a> Asked<'a> {
    pub fn of(atlas: &'a Atlas, comparison: &Comparison, showing: Showing<'a>) -> Self {
        let kind = showing.kind;
        let chosen = comparison.operations_in(atlas);
        let base = comparison.base_in(atlas);
        let operations: Vec<&Operation> = match kind.making().shows {
            Shows::Chosen | Shows::Lists => chosen.clone(),
            Shows::Others => {
                let is_base = |one: &&Operation| base.is_some_and(|base| base.id == one.id);
                let chosen = chosen.iter().copied();
                chosen.filter(|one| !is_base(one)).collect()
            }
            Shows::All => atlas.operations.iter().collect(),
        };
        let mut metrics = comparison.metrics_in(atlas);
        metrics.truncate(kind.metrics_shown().unwrap_or(usize::MAX));
        Self {
            stand_out: StandOut::of(&chosen, &operations, showing.pinned),
            atlas,
            kind,
            measure: kind.making().footing.unwrap_or(comparison.measure),
            chosen,
            operations,
            metrics,
            base,
            pinned: showing.pinned,
            only: showing.only,
            fill: showing.fill,
            countries: showing.countries.filter(|choice| choice.narrows()),
            zoom: showing.zoom.filter(|zoom| zoom.is_sound()),
        }
    }

    /// A figure on the picture's own footing.
    pub fn measured<'b>(&'b self, operation: &'b Operation, metric: &Metric) -> Measured<'b> {
        measured(self.atlas, operation, metric, self.measure, self.base)
    }

    /// What one of a metric is on the picture's footing: "people per operation day", "% of all
    /// arrests".
    pub fn unit(&self, metric: &Metric) -> String {
        let whole = self.atlas.whole_of(metric);
        let whole = whole.map(|whole| whole.label.as_str());
        self.measure.unit(&metric.unit, whole)
    }

    /// Whether a country was chosen.
    pub fn is_chosen(&self, country: Country) -> bool {
        self.only.iter().any(|code| country.code() == code)
    }

    /// Whether a country was chosen, or none was.
    pub fn is_among_only(&self, country: Country) -> bool {
        self.only.is_empty() || self.is_chosen(country)
    }

    /// Which countries fit what narrows them beside the choice of single ones; `None` where
    /// nothing does.
    pub fn answer(&self, standings: &[Standing]) -> Option<Answer> {
        let lists = lists(self.atlas);
        let choice = self.countries?;
        Some(answer(self.atlas, standings, &lists, choice))
    }

    /// To which countries a picture is narrowed, in words, beside a choice of `only` single ones;
    /// `None` where it is not.
    pub fn narrowed(&self, only: &[String]) -> Option<String> {
        words::only(self.atlas, self.countries, only)
    }

    /// Whether a person pinned an operation.
    pub fn is_pinned(&self, operation: &Operation) -> bool {
        self.pinned.iter().any(|id| operation.id.as_str() == id)
    }
}
