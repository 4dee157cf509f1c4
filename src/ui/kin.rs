//! What stands out: the kin of the country or case that is open or chosen, else of the pinned
//! operations.

use std::sync::Arc;

use eframe::egui::Context;

use super::kept::kept;
use crate::chart::ChartSpec;
use crate::model::Country;
use crate::query::kin;
use crate::state::{Chosen, State};

/// What stands out; nothing where nothing is chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Kin {
    /// What belongs to the choice; `None` where there is none.
    all: Option<kin::Kin>,
    /// Whether operations stand out by it; pinned ones have a look of their own.
    lights_operations: bool,
    /// Whether it is a case, so that its countries come first, or a country, so that its cases do.
    chosen: Option<Chosen>,
}

impl Kin {
    /// The kin of what is chosen now.
    pub(super) fn shown(ctx: &Context, state: &State) -> Arc<Self> {
        let view = &state.view;
        let open = state.drawer.as_ref().and_then(Chosen::by);
        let key = (open.or_else(|| view.chosen.clone()), view.pinned.clone());
        kept(ctx, "kin", &state.atlas, &key, || {
            let atlas = &state.atlas;
            let chosen = &key.0;
            let all = match chosen {
                Some(Chosen::Country(code)) => {
                    Country::from_code(code).map(|country| kin::Kin::of_country(atlas, country))
                }
                Some(Chosen::Case(id)) => Some(kin::Kin::of_case(atlas, id)),
                None if view.pinned.is_empty() => None,
                None => Some(kin::Kin::of_operations(atlas, &view.pinned)),
            };
            Self {
                lights_operations: all.is_some() && chosen.is_some(),
                all,
                chosen: chosen.clone(),
            }
        })
    }

    /// Whether an operation of the atlas, by its place, stands out; `None` where all are alike.
    pub(super) fn operation(&self, place: Option<usize>) -> Option<bool> {
        let all = self.all.as_ref().filter(|_| self.lights_operations)?;
        Some(place.is_some_and(|place| all.operations.contains(&place)))
    }

    /// Whether a country does.
    pub(super) fn country(&self, country: Country) -> Option<bool> {
        Some(self.all.as_ref()?.countries.contains(&country))
    }

    /// Whether a case, by its place in the atlas, does.
    pub(super) fn case(&self, place: usize) -> Option<bool> {
        Some(self.all.as_ref()?.cases.contains(&place))
    }

    /// Whether those that stand out come first in a list of what the choice is not one of: a list
    /// in which one was just chosen keeps its order.
    pub(super) fn countries_first(&self) -> bool {
        self.all.is_some() && !matches!(self.chosen, Some(Chosen::Country(_)))
    }

    /// The country chosen.
    pub(super) fn country_chosen(&self) -> Option<Country> {
        match self.chosen.as_ref()? {
            Chosen::Country(code) => Country::from_code(code),
            Chosen::Case(_) => None,
        }
    }

    /// The same of cases.
    pub(super) fn cases_first(&self) -> bool {
        self.all.is_some() && !matches!(self.chosen, Some(Chosen::Case(_)))
    }

    /// The operations of a picture that stand out, by the numbers of their colours; `None` where
    /// all are alike.
    pub(super) fn in_picture(&self, state: &State, spec: &ChartSpec) -> Option<Vec<usize>> {
        self.operation(None)?;
        let lit = spec
            .operations
            .iter()
            .filter(|operation| self.operation(state.atlas.place_of(&operation.id)) == Some(true));
        Some(lit.map(|operation| operation.place).collect())
    }
}
