//! What the panel alongside the picture is of.

use std::sync::Arc;

use super::kin::Kin;
use crate::chart::ChartSpec;
use crate::model::Operation;
use crate::state::State;

/// What the panel is of.
pub(super) struct Parts<'a> {
    /// The state.
    pub state: &'a State,
    /// The picture.
    pub spec: &'a Arc<ChartSpec>,
    /// What stands out.
    pub kin: &'a Kin,
}

/// The operations whose countries and cases are shown: those compared.
pub(super) fn compared(state: &State) -> Vec<&Operation> {
    state.view.comparison.operations_in(&state.atlas)
}
