//! Keeps what is expensive to work out (filtered lists, counts) until the atlas or the choice
//! behind it changes.

use std::sync::{Arc, Weak};

use eframe::egui::{Context, Id};

use crate::model::Atlas;

struct Kept<Key, Value> {
    /// Which atlas it was worked out from. A weak pointer is never reused for another atlas
    /// while it is held, and holds no dataset in memory.
    atlas: Weak<Atlas>,
    key: Key,
    value: Arc<Value>,
}

impl<Key: Clone, Value> Clone for Kept<Key, Value> {
    fn clone(&self) -> Self {
        Self {
            atlas: self.atlas.clone(),
            key: self.key.clone(),
            value: self.value.clone(),
        }
    }
}

/// What `work_out` gave for this atlas and key, worked out anew only when one of them changed.
/// `what` names it; each name keeps one value.
pub fn kept<Key, Value>(
    ctx: &Context,
    what: &'static str,
    atlas: &Arc<Atlas>,
    key: &Key,
    work_out: impl FnOnce() -> Value,
) -> Arc<Value>
where
    Key: Clone + PartialEq + Send + Sync + 'static,
    Value: Send + Sync + 'static,
{
    let id = Id::unique(("kept", what));
    let known: Option<Kept<Key, Value>> = ctx.data(|data| data.get_temp(id));
    if let Some(known) = known
        && std::ptr::eq(known.atlas.as_ptr(), Arc::as_ptr(atlas))
        && known.key == *key
    {
        return known.value;
    }
    let value = Arc::new(work_out());
    let kept = Kept {
        atlas: Arc::downgrade(atlas),
        key: key.clone(),
        value: value.clone(),
    };
    ctx.data_mut(|data| data.insert_temp(id, kept));
    value
}
