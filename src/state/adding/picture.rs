//! The picture while something is entered: it shows what is open with what would be written.

use std::sync::Arc;

use super::Into;
use crate::model::{Atlas, Dataset};
use crate::query::comparison::Order;
use crate::state::State;

impl State {
    /// Shows the dataset with what is entered in place of the one that is open, or what is open
    /// alone.
    pub(super) fn show_provisional(&mut self, provisional: Option<Arc<Dataset>>) {
        let had = self.adding.provisional.is_some();
        self.adding.provisional = provisional;
        if had || self.adding.provisional.is_some() {
            self.draw_provisional();
        }
    }

    /// Makes one atlas of the open files and of what is entered.
    pub(in crate::state) fn draw_provisional(&mut self) {
        let Some(provisional) = self
            .adding
            .provisional
            .clone()
            .filter(|_| self.adding.shown)
        else {
            self.atlas = Arc::clone(&self.adding.base);
            return;
        };
        let place = |path| match &self.adding.into {
            Into::File(into) => Some(into) == path,
            Into::New(..) => false,
        };
        let mut datasets: Vec<Arc<Dataset>> = Vec::new();
        let mut is_there = false;
        for file in &self.files {
            if place(file.path.as_ref()) {
                is_there = true;
                datasets.push(Arc::clone(&provisional));
            } else {
                datasets.extend(file.dataset.clone());
            }
        }
        if !is_there {
            datasets.push(provisional);
        }
        let (atlas, _) = Atlas::of(&datasets);
        self.atlas = Arc::new(atlas);
        self.put_into_sight();
    }

    /// Puts what is entered into the comparison, so that it is seen.
    fn put_into_sight(&mut self) {
        let (operation, metrics) = self.adding.outcome.entered.of.clone();
        let comparison = &mut self.view.comparison;
        let atlas = &self.atlas;
        let (operations, metrics_seen) = &mut self.adding.seen;
        let entered = operation.iter().map(ToString::to_string);
        let is_there = |id: &str| atlas.operation(id).is_some();
        if seen(&mut comparison.operations, operations, entered, is_there) {
            comparison.sort_operations(atlas, Order::Date);
        }
        let entered = metrics.iter().map(ToString::to_string);
        let is_there = |id: &str| atlas.metric(id).is_some();
        seen(&mut comparison.metrics, metrics_seen, entered, is_there);
    }

    /// Takes out of the comparison what was only put there to be seen.
    pub(super) fn take_out_of_sight(&mut self) {
        let (operations, metrics) = std::mem::take(&mut self.adding.seen);
        let comparison = &mut self.view.comparison;
        comparison.operations.retain(|id| !operations.contains(id));
        comparison.metrics.retain(|id| !metrics.contains(id));
    }
}

/// Adds what is entered to what is compared, and takes out what was added before and is there no
/// more, since a name that went on being typed is another one; whether something was added.
fn seen(
    compared: &mut Vec<String>,
    added: &mut Vec<String>,
    entered: impl Iterator<Item = String>,
    is_there: impl Fn(&str) -> bool,
) -> bool {
    compared.retain(|id| is_there(id) || !added.contains(id));
    added.retain(|id| is_there(id));
    let before = added.len();
    for id in entered {
        if is_there(&id) && !compared.contains(&id) {
            compared.push(id.clone());
            added.push(id);
        }
    }
    added.len() > before
}
