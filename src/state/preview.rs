//! A picture as it would be saved, to be looked at before.

use std::sync::Arc;

use crate::chart::{PictureForm, Pixels};

/// A preview that is wanted: a form, and how many pixels there is room for across and down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wanted {
    /// The form it would be saved in.
    pub form: PictureForm,
    /// The most pixels across and down.
    pub within: [u32; 2],
}

/// What came of it.
#[derive(Debug, Clone)]
pub struct Preview {
    /// What was wanted.
    pub of: Wanted,
    /// The picture, or why it would not be saved.
    pub picture: Result<Arc<Pixels>, Refusal>,
}

/// Why a picture would not be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The sentence.
    pub why: String,
    /// The height in points at which it would be, at its width.
    pub height_that_does: Option<u32>,
}

/// The last preview, and the one that is being made.
#[derive(Debug, Default)]
pub struct Previews {
    wanted: Option<Wanted>,
    preview: Option<Preview>,
}

impl Previews {
    /// The last preview, which may be of another form than is wanted now.
    pub fn last(&self) -> Option<&Preview> {
        self.preview.as_ref()
    }

    /// The preview that is wanted, where it is there.
    pub fn seen(&self, wanted: Wanted) -> Option<&Preview> {
        self.last().filter(|preview| preview.of == wanted)
    }

    /// Whether to ask for one: it is another than the last, and none is being made.
    pub fn should_ask(&self, wanted: Wanted) -> bool {
        let made = self.last().map(|preview| preview.of);
        self.wanted == made && made != Some(wanted)
    }

    /// Takes note that one is being made.
    pub(super) fn ask(&mut self, wanted: Wanted) {
        self.wanted = Some(wanted);
    }

    /// Takes one that was made.
    pub(super) fn take(&mut self, preview: Preview) {
        self.wanted = Some(preview.of);
        self.preview = Some(preview);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_preview_is_made_at_a_time_and_the_newest_wanted_next() {
        let wanted = |across| Wanted {
            form: PictureForm::default(),
            within: [across, 100],
        };
        let mut previews = Previews::default();
        assert!(previews.should_ask(wanted(1)));
        previews.ask(wanted(1));
        assert!(!previews.should_ask(wanted(1)) && !previews.should_ask(wanted(2)));
        previews.take(Preview {
            of: wanted(1),
            picture: Err(Refusal {
                why: String::new(),
                height_that_does: None,
            }),
        });
        assert!(previews.seen(wanted(1)).is_some() && previews.seen(wanted(2)).is_none());
        assert!(!previews.should_ask(wanted(1)) && previews.should_ask(wanted(2)));
    }
}
