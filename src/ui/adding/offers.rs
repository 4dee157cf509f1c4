//! What the fields of the form complete to: what is open, and what the dataset has that something
//! is added to.

use std::collections::BTreeSet;

use super::field::Offer;
use crate::import::form::label;
use crate::import::known_metrics;
use crate::model::{Country, Crime, Dataset, Metric, MetricId, Source};
use crate::query::search::folded;
use crate::state::State;

fn target(state: &State) -> Option<&Dataset> {
    let target = state.adding.target.as_ref()?.as_ref().ok()?;
    Some(&target.dataset)
}

/// Offers of which each text is there once.
fn each_once(offers: impl Iterator<Item = Offer>) -> Vec<Offer> {
    let mut known = BTreeSet::new();
    offers
        .filter(|one| known.insert(one.text.clone()))
        .collect()
}

fn plain(texts: impl Iterator<Item = String>) -> Vec<Offer> {
    let offer = |text| Offer {
        text,
        detail: String::new(),
    };
    each_once(texts.map(offer))
}

/// Operations by name, with their days.
pub(super) fn operations(state: &State) -> Vec<Offer> {
    let own = target(state)
        .into_iter()
        .flat_map(|dataset| &dataset.operations);
    let open = &state.adding.base().operations;
    each_once(own.chain(open).map(|one| {
        Offer {
            text: one.name.clone(),
            detail: one
                .days
                .map_or_else(String::new, |days| days.first.year().to_string()),
        }
    }))
}

/// Those who led operations.
pub(super) fn leads(state: &State) -> Vec<Offer> {
    let open = state.adding.base().operations.iter();
    plain(open.flat_map(|one| one.lead.iter().cloned()))
}

fn all_metrics(state: &State) -> impl Iterator<Item = &Metric> {
    let own = target(state)
        .into_iter()
        .flat_map(|dataset| &dataset.metrics);
    own.chain(&state.adding.base().metrics)
        .chain(known_metrics())
}

/// Metrics by label, with their units.
pub(super) fn metrics(state: &State) -> Vec<Offer> {
    each_once(all_metrics(state).map(|one| Offer {
        text: one.label.clone(),
        detail: one.unit.clone(),
    }))
}

/// The unit of the metric that is called so.
pub(super) fn unit_of(state: &State, metric: &str) -> Option<String> {
    let wanted = folded(metric);
    let mut all = all_metrics(state);
    let found = all.find(|one| folded(&one.label) == wanted || one.id.as_str() == metric);
    Some(found?.unit.clone())
}

/// The units there are.
pub(super) fn units(state: &State) -> Vec<Offer> {
    plain(all_metrics(state).map(|one| one.unit.clone()))
}

fn all_sources(state: &State) -> impl Iterator<Item = &Source> {
    let own = target(state)
        .into_iter()
        .flat_map(|dataset| dataset.sources.values());
    own.chain(state.adding.base().sources.values())
}

/// Publications, the newest first.
pub(super) fn sources(state: &State) -> Vec<Offer> {
    let mut all: Vec<&Source> = all_sources(state).collect();
    all.sort_by_key(|source| std::cmp::Reverse(source.date));
    each_once(all.into_iter().map(|source| Offer {
        text: label(source),
        detail: source.grade.name().to_owned(),
    }))
}

/// Those who published something.
pub(super) fn publishers(state: &State) -> Vec<Offer> {
    plain(all_sources(state).map(|source| source.publisher.clone()))
}

/// Countries by name, with their codes.
pub(super) fn countries() -> Vec<Offer> {
    let offer = |country: Country| Offer {
        text: country.name().to_owned(),
        detail: country.code().to_owned(),
    };
    let mut all: Vec<Offer> = Country::all().map(offer).collect();
    all.sort_by_key(|offer| folded(&offer.text));
    all
}

/// What a case can be about.
pub(super) fn crimes() -> Vec<Offer> {
    plain(Crime::ALL.iter().map(|crime| crime.name().to_owned()))
}

/// The series there are.
pub(super) fn families(state: &State) -> Vec<Offer> {
    let open = state.adding.base().operations.iter();
    plain(open.map(|one| one.family.clone()))
}

/// The ids of the metrics there are.
pub(super) fn metric_ids(state: &State) -> Vec<MetricId> {
    let mut known = BTreeSet::new();
    let ids = all_metrics(state).map(|one| one.id.clone());
    ids.filter(|id| known.insert(id.clone())).collect()
}

/// What the metric of an id is called.
pub(super) fn label_of(state: &State, id: &str) -> String {
    let mut all = all_metrics(state);
    let found = all.find(|one| one.id.as_str() == id);
    found.map_or_else(|| id.to_owned(), |one| one.label.clone())
}
