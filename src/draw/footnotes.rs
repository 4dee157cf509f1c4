//! Figures told in words under a chart, one after the other like a sentence, each of which can
//! be pointed at: "Not reported (2): Weka II, Flash-Weka".

use std::sync::Arc;

use eframe::egui;
use egui::{Galley, Pos2, Rect, pos2};

use super::placed::{Hit, PlacedPicture};
use super::theme::{Weight, size, space};
use super::typesetter::Typesetter;
use crate::words::{Footnote, and_more, starred};

/// The most that a footnote names; more are counted.
const NAMED: usize = 60;

/// Footnotes laid out at a width.
#[derive(Default)]
pub struct Told {
    /// Every text with its place from the top left corner, and the figures it tells of.
    texts: Vec<(Arc<Galley>, Pos2, Vec<usize>)>,
    /// The height they take.
    pub height: f32,
}

impl Told {
    /// Lays footnotes out.
    pub fn of(typesetter: &Typesetter<'_>, footnotes: &[Footnote], width: f32) -> Self {
        let mut told = Self::default();
        let mut footnotes = footnotes
            .iter()
            .filter(|footnote| !footnote.mentions.is_empty())
            .peekable();
        if footnotes.peek().is_none() {
            return told;
        }
        let gap = typesetter.small("x x").size().x - typesetter.small("xx").size().x;
        for footnote in footnotes {
            told.height += space::S;
            let lead = format!("{} ({}):", footnote.lead, footnote.mentions.len());
            let lead = typesetter.text(&lead, Weight::Medium, size::SMALL, width);
            let mut x = lead.size().x + gap;
            let mut line = lead.size().y;
            told.texts.push((lead, pos2(0.0, told.height), Vec::new()));
            let count = footnote.mentions.len();
            let named = footnote.mentions.iter().take(NAMED).enumerate();
            let named = named.map(|(index, mention)| {
                let mut text = starred(&mention.text, mention.starred);
                if index + 1 < count {
                    text.push(',');
                }
                (text, mention.figures.clone())
            });
            let more = (count > NAMED).then(|| (and_more(count - NAMED), Vec::new()));
            for (text, figures) in named.chain(more) {
                let galley = typesetter.small_within(&text, width);
                let taken = galley.size();
                if x > 0.0 && x + taken.x > width {
                    x = 0.0;
                    told.height += line;
                    line = 0.0;
                }
                told.texts.push((galley, pos2(x, told.height), figures));
                x += taken.x + gap;
                line = line.max(taken.y);
            }
            told.height += line;
        }
        told
    }

    /// Places them with their top left corner at `min`; returns the height they take.
    pub fn place(&self, typesetter: &Typesetter<'_>, placed: &mut PlacedPicture, min: Pos2) -> f32 {
        for (galley, pos, figures) in &self.texts {
            let pos = min + pos.to_vec2();
            placed.put(galley, pos, typesetter.palette.ink_soft);
            if !figures.is_empty() {
                placed.hits.push(Hit {
                    rect: Rect::from_min_size(pos, galley.size()),
                    figures: figures.clone(),
                });
            }
        }
        self.height
    }
}
