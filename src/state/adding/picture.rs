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
        // A name that went on being typed is another one.
        let (operations, metrics_seen) = &mut self.adding.seen;
        let gone = |id: &String| atlas.operation(id).is_none();
        let is_gone = |id: &String| operations.contains(id) && gone(id);
        comparison.operations.retain(|id| !is_gone(id));
        operations.retain(|id| !gone(id));
        let gone = |id: &String| atlas.metric(id).is_none();
        let is_gone = |id: &String| metrics_seen.contains(id) && gone(id);
        comparison.metrics.retain(|id| !is_gone(id));
        metrics_seen.retain(|id| !gone(id));
        if let Some(id) = operation.map(|id| id.to_string())
            && atlas.operation(&id).is_some()
            && !comparison.operations.contains(&id)
        {
            comparison.operations.push(id.clone());
            comparison.sort_operations(atlas, Order::Date);
            operations.push(id);
        }
        for id in metrics.iter().map(ToString::to_string) {
            if atlas.metric(&id).is_some() && !comparison.metrics.contains(&id) {
                comparison.metrics.push(id.clone());
                metrics_seen.push(id);
            }
        }
    }

    /// Takes out of the comparison what was only put there to be seen.
    pub(super) fn take_out_of_sight(&mut self) {
        let (operations, metrics) = std::mem::take(&mut self.adding.seen);
        let comparison = &mut self.view.comparison;
        comparison.operations.retain(|id| !operations.contains(id));
        comparison.metrics.retain(|id| !metrics.contains(id));
    }
}
