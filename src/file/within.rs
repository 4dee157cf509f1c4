//! In what of a record a place stands, and what pictures lack when that goes.

use super::format::{Carries, Shape};
use super::tree::Node;
use crate::model::{Lost, MetricId};

/// In what of a record something stands.
#[derive(Default)]
pub(super) struct Within {
    /// Its own field.
    pub field: Option<String>,
    /// The figure, in an operation: the maps in a record are by the ids of metrics.
    pub figure: Option<MetricId>,
    /// What is lost with it that pictures show.
    carries: Option<Carries>,
}

impl Within {
    /// In what a place of a record of this shape stands. `meant` is the field that an unknown one
    /// on the way should be.
    pub fn of(record: &Node<'_>, mut shape: Shape, at: usize, meant: Option<&str>) -> Self {
        let mut within = Self::default();
        let mut node = record;
        while let Some(entry) = node.group().and_then(|group| group.entry_at(at)) {
            let key = entry.key.as_ref();
            let is_own = std::ptr::eq(node, record);
            if let Shape::Record(record) = shape {
                let name = key.and_then(Node::name);
                let field = name.and_then(|name| record.field(name));
                let field = field.or_else(|| record.field(meant?));
                let carries = field.and_then(|field| field.carries);
                if is_own {
                    within.field = name.map(str::to_owned);
                    within.carries = carries;
                } else if carries.is_none() {
                    within.carries = None;
                }
                let Some(field) = field else { break };
                shape = field.shape;
            } else if let Shape::List(_, of) | Shape::Map(_, of) = shape {
                let id = key.and_then(Node::text).map(Into::into);
                within.figure = within.figure.or(id);
                shape = *of;
            } else {
                break;
            }
            node = &entry.value;
        }
        within
    }

    /// What is lost when what stands there goes, in a record of this id.
    pub fn lost(&self, id: &str) -> Lost {
        match (self.carries, &self.figure) {
            (Some(Carries::Figures), Some(metric)) => Lost::Figure(id.into(), metric.clone()),
            (Some(Carries::Figures), None) => Lost::Figures(id.into()),
            (Some(Carries::Days), _) => Lost::Days(id.into()),
            (Some(Carries::Length), _) => Lost::Length(id.into()),
            (Some(Carries::Countries), _) => Lost::Countries(id.into()),
            (Some(Carries::Whole), _) => Lost::Whole(id.into()),
            (None, _) => Lost::Other,
        }
    }
}
