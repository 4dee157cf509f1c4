//! Keeps what is expensive to work out (filtered lists, counts) until the atlas or the choice
//! behind it changes.

use std::sync::{Arc, Weak};

use eframe::egui::{Context, Galley, Id};

use crate::draw::Typesetter;
use crate::draw::theme::{Palette, Weight, size};
use crate::model::Atlas;

/// A value with the atlas and the key it was worked out from. A weak pointer is never reused for
/// another atlas while it is held, and holds no dataset in memory.
type Kept<Key, Value> = Arc<(Weak<Atlas>, Key, Arc<Value>)>;

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
    if let Some((of, under, value)) = known.as_deref()
        && std::ptr::eq(of.as_ptr(), Arc::as_ptr(atlas))
        && under == key
    {
        return value.clone();
    }
    let value = Arc::new(work_out());
    let kept: Kept<Key, Value> = Arc::new((Arc::downgrade(atlas), key.clone(), value.clone()));
    ctx.data_mut(|data| data.insert_temp(id, kept));
    value
}

/// As what texts that were laid out are drawn: part of the key under which they are kept.
#[derive(Clone)]
pub struct Letters {
    dark: bool,
    /// A text that egui keeps, and with it all others, until it draws letters anew: in another
    /// size, from other fonts, or because there were too many different ones.
    probe: Arc<Galley>,
}

impl Letters {
    /// As texts are drawn now.
    pub fn shown(ctx: &Context) -> Self {
        let palette = Palette::shown(ctx);
        Self {
            dark: palette.dark,
            probe: Typesetter::new(ctx, palette).line("Ag", Weight::Regular, size::SMALL),
        }
    }
}

impl PartialEq for Letters {
    fn eq(&self, other: &Self) -> bool {
        self.dark == other.dark && Arc::ptr_eq(&self.probe, &other.probe)
    }
}
