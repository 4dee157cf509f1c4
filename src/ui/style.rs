//! How text is set in the window: its weight, size and ink, said once for labels, cells and
//! painted words alike.

use std::sync::Arc;

use eframe::egui;
use egui::{Align2, Color32, FontId, Galley, Pos2, RichText, Ui, WidgetText};

use crate::draw::laid_out;
use crate::draw::order::is_plain;
use crate::draw::theme::{Palette, Weight, font, size};

/// Which of the palette's colours a text has, whatever the palette.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Strong,
    /// Text of second rank.
    Soft,
    /// Text of third rank.
    Faint,
    /// What can be clicked.
    Accent,
    /// Someone should look.
    Warning,
    /// Something failed.
    Error,
}

impl Ink {
    /// The colour in the palette shown.
    pub fn color(self, ctx: &egui::Context) -> Color32 {
        let palette = Palette::shown(ctx);
        match self {
            Self::Strong => palette.ink,
            Self::Soft => palette.ink_soft,
            Self::Faint => palette.ink_faint,
            Self::Accent => palette.accent,
            Self::Warning => palette.warning,
            Self::Error => palette.error,
        }
    }
}

/// How a text is set: begins as one of the sizes below, regular and in the strong ink.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    weight: Weight,
    size: f32,
    ink: Ink,
}

/// Remarks, labels, counts.
pub const SMALL: Style = Style::of_size(size::SMALL);
/// Text.
pub const TEXT: Style = Style::of_size(size::TEXT);
/// Headings in panels and lists.
pub const HEADING: Style = Style::of_size(size::HEADING);
/// Titles of cases and panels.
pub const TITLE: Style = Style::of_size(size::TITLE);
/// Titles of pages.
pub const DISPLAY: Style = Style::of_size(size::DISPLAY);

impl Style {
    const fn of_size(size: f32) -> Self {
        Self {
            weight: Weight::Regular,
            size,
            ink: Ink::Strong,
        }
    }

    /// In the weight of labels and buttons.
    pub const fn medium(mut self) -> Self {
        self.weight = Weight::Medium;
        self
    }

    /// In the weight of titles and headings.
    pub const fn bold(mut self) -> Self {
        self.weight = Weight::SemiBold;
        self
    }

    /// In another ink.
    pub const fn ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    /// As what can be clicked.
    pub const fn accent(self) -> Self {
        self.ink(Ink::Accent)
    }

    /// As text of second rank.
    pub const fn soft(self) -> Self {
        self.ink(Ink::Soft)
    }

    /// As text of third rank.
    pub const fn faint(self) -> Self {
        self.ink(Ink::Faint)
    }

    /// How high a heading in this style stands among others, 1 the highest.
    pub fn level(self) -> usize {
        [size::DISPLAY, size::TITLE]
            .iter()
            .filter(|larger| self.size < **larger)
            .count()
            + 1
    }

    /// The font.
    pub fn font(self) -> FontId {
        font(self.weight, self.size)
    }

    /// The colour in the palette shown.
    pub fn color(self, ui: &Ui) -> Color32 {
        self.ink.color(ui.ctx())
    }

    /// A text for egui's own widgets.
    pub fn rich(self, ui: &Ui, text: impl Into<String>) -> RichText {
        RichText::new(text).font(self.font()).color(self.color(ui))
    }

    /// A text of any script for egui's own widgets: on as many lines as there is room for where
    /// egui could not order its letters.
    pub fn text(self, ui: &Ui, text: impl Into<String>) -> WidgetText {
        let text = text.into();
        if is_plain(&text) {
            return self.rich(ui, text).into();
        }
        let (font, color) = (self.font(), self.color(ui));
        laid_out(ui.ctx(), &text, font, color, ui.available_width()).into()
    }

    /// A text laid out on one line.
    pub fn galley(self, ui: &Ui, text: &str) -> Arc<Galley> {
        let (font, color) = (self.font(), self.color(ui));
        laid_out(ui.ctx(), text, font, color, f32::INFINITY)
    }

    /// How wide a text is on one line, in points.
    pub fn width(self, ui: &Ui, text: &str) -> f32 {
        self.galley(ui, text).size().x
    }

    /// Paints a text at a point.
    pub fn paint(self, ui: &Ui, at: Pos2, anchor: Align2, text: &str) {
        let galley = self.galley(ui, text);
        let rect = anchor.anchor_size(at, galley.size());
        ui.painter().galley(rect.min, galley, self.color(ui));
    }
}
