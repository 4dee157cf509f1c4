//! The strip over the picture: kind of chart and measure, what is folded, and at its end what can
//! be done with the picture. As much of it is written out as the width has room for.

use std::sync::Arc;

use eframe::egui;
use egui::{
    Align, Frame, Layout, Margin, Popup, PopupCloseBehavior, Response, Role, Ui, UiBuilder, vec2,
};

use super::beside::Beside;
use super::choice::{Choice, Mark, choice_ui};
use super::choices::{self, Section};
use super::commands::Action;
use super::fill;
use super::kept::kept;
use super::regions::{self, Part};
use super::titles::titles_ui;
use super::tool_button::{HEIGHT as BUTTON, Look, STACKED, ToolButton};
use super::widgets::{heading_ui, note_ui, text_ui};
use crate::chart::{ChartSpec, Kind};
use crate::draw::icons;
use crate::draw::theme::space;
use crate::model::Country;
use crate::query::measure::Measure;
use crate::state::{Chosen, Command, State};
use crate::words::window::compare;
use crate::words::{self, WhyNotDrawn};

/// The height of the strip while it is one line.
pub(super) const HEIGHT: f32 = 48.0;
/// Between two buttons, and between the two groups of them.
const GAP: (f32, f32) = (space::XS, space::M);
/// Between two buttons with their names under them, which have room around these.
const STACKED_GAP: f32 = 0.0;
/// How wide a popup under the strip is.
const POPUP: f32 = 288.0;

/// A button of the strip.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Item {
    Unfold,
    Section(Section),
    Kind(Kind),
    Kinds,
    Measure,
    Fill,
    Only,
    Chosen,
    Everything,
    Remarks,
    Titles,
    Picture,
    Panel,
}

/// How much is written out, the most first.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
enum Form {
    /// Every kind of chart by icon and name.
    Named,
    /// Every kind with its name small under its icon.
    Stacked,
    /// Every kind by its icon, the chosen one with its name.
    Icons,
    /// The kinds in a menu.
    Menu,
    /// What comes and goes, a choice and the way out of a part, by its icon, and remarks by
    /// their count.
    Short,
    /// Without what comes and goes.
    Least,
}

/// What the strip is of, and what it says.
struct Strip<'a> {
    state: &'a State,
    spec: &'a ChartSpec,
    beside: Beside,
    form: Form,
    sections: [String; 2],
    measure: String,
    kind: String,
    remarks: String,
    remark_count: String,
    fill: String,
    /// To which countries all is narrowed, and what takes that off.
    only: Option<[String; 2]>,
    /// What is chosen, and what takes the choice back.
    chosen: Option<[String; 2]>,
    why_no_kind: Arc<[Option<WhyNotDrawn>; Kind::ALL.len()]>,
}

/// Draws the strip.
pub(super) fn strip_ui(
    ui: &mut Ui,
    state: &State,
    spec: &ChartSpec,
    beside: Beside,
    commands: &mut Vec<Command>,
) {
    let mut strip = Strip::of(ui, state, spec, beside);
    let room = ui.available_width() - 2.0 * space::L;
    let lines = strip.fit(ui, room);
    let (mut left, right) = (strip.at_the_start(), strip.at_the_end());
    let right_width = strip.width(ui, &right);
    let height = if strip.form == Form::Stacked && lines == 1 {
        STACKED.y
    } else {
        BUTTON
    };
    let margin = Margin::symmetric(space::L as i8, ((HEIGHT - height) / 2.0) as i8);
    let group = UiBuilder::new()
        .id_salt("strip")
        .accessibility_role(Role::Toolbar)
        .accessibility_label(compare::STRIP);
    ui.scope_builder(group, |ui| {
        regions::part(ui, Part::Strip);
        regions::group(ui);
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(strip.gap(), space::XS);
            if lines > 1 {
                left.extend(right);
                ui.horizontal_wrapped(|ui| strip.items_ui(ui, &left, commands));
                return;
            }
            let (_, line) = ui.allocate_space(vec2(room, height));
            let end = line.with_min_x(line.right() - right_width);
            for (salt, rect, items) in [("start", line, &left), ("end", end, &right)] {
                let layout = Layout::left_to_right(Align::Center);
                let part = UiBuilder::new().id_salt(salt).max_rect(rect).layout(layout);
                ui.scope_builder(part, |ui| strip.items_ui(ui, items, commands));
            }
        });
    });
}

impl<'a> Strip<'a> {
    fn of(ui: &Ui, state: &'a State, spec: &'a ChartSpec, beside: Beside) -> Self {
        let comparison = &state.view.comparison;
        let why_no_kind = kept(ui.ctx(), "kinds that fit", &state.atlas, comparison, || {
            Kind::ALL.map(|kind| Action::Draw(kind).why_not(state))
        });
        let figures = state.view.kind.metrics_shown();
        let figures = figures.map_or(comparison.metrics.len(), |shown| {
            shown.min(comparison.metrics.len())
        });
        Self {
            state,
            spec,
            beside,
            form: Form::Named,
            sections: [
                compare::part(compare::FIGURES, figures),
                compare::part(
                    compare::OPERATIONS,
                    comparison.operations_in(&state.atlas).len(),
                ),
            ],
            measure: compare::measure(comparison.measure.name()),
            kind: compare::kind(state.view.kind.name()),
            remarks: compare::remarks(spec.remarks.len()),
            remark_count: spec.remarks.len().to_string(),
            fill: compare::filled(state.view.fill.name()),
            only: only(state).map(|only| {
                let clears = compare::clear_only(&only);
                [compare::in_short(&only), clears]
            }),
            chosen: chosen(state).map(|name| {
                let clears = compare::clear(&name);
                [name, clears]
            }),
            why_no_kind,
        }
    }

    /// Takes the form that writes out most in a width. Gives its lines, which are as many whatever
    /// comes and goes, so that nothing under it moves.
    fn fit(&mut self, ui: &Ui, room: f32) -> usize {
        self.form = Form::Least;
        let lines = self.lines(ui, room);
        for form in [
            Form::Named,
            Form::Stacked,
            Form::Icons,
            Form::Menu,
            Form::Short,
        ] {
            self.form = form;
            // More than one line are no place for every kind.
            if self.lines(ui, room) <= lines && (lines == 1 || form >= Form::Menu) {
                return lines;
            }
        }
        self.form = Form::Least;
        lines
    }

    /// How many lines it takes in a width.
    fn lines(&self, ui: &Ui, room: f32) -> usize {
        let (left, right) = (self.at_the_start(), self.at_the_end());
        if self.width(ui, &left) + GAP.1 + self.width(ui, &right) <= room {
            return 1;
        }
        let (mut lines, mut x) = (1, 0.0);
        for &item in left.iter().chain(&right) {
            let width = self.button(item).width(ui);
            if x > 0.0 && x + width > room {
                lines += 1;
                x = 0.0;
            }
            x += width + self.gap();
        }
        lines.max(2)
    }

    fn at_the_start(&self) -> Vec<Item> {
        let mut items = Vec::new();
        if !self.beside.choices {
            items.extend(self.beside.room_for_choices.then_some(Item::Unfold));
            let sections = Section::shown(self.state.view.kind).iter();
            items.extend(sections.copied().map(Item::Section));
        }
        if self.state.view.arrangement.table_full {
            items.push(Item::Picture);
        } else {
            let kinds = Kind::ALL.map(Item::Kind);
            items.extend(if self.form <= Form::Icons {
                &kinds[..]
            } else {
                &[Item::Kinds]
            });
        }
        // What shows no figure is measured in nothing.
        let measured = self.state.view.kind.metrics_shown() != Some(0);
        items.extend(measured.then_some(Item::Measure));
        items.extend((self.state.view.kind == Kind::Map).then_some(Item::Fill));
        items
    }

    fn at_the_end(&self) -> Vec<Item> {
        let mut items = Vec::new();
        let passes = self.form < Form::Least;
        items.extend((passes && self.only.is_some()).then_some(Item::Only));
        items.extend((passes && self.chosen.is_some()).then_some(Item::Chosen));
        items.extend((passes && self.state.view.zoom.is_some()).then_some(Item::Everything));
        items.extend((!self.spec.remarks.is_empty()).then_some(Item::Remarks));
        items.extend([Item::Titles, Item::Panel]);
        items
    }

    fn width(&self, ui: &Ui, items: &[Item]) -> f32 {
        let widths = items.iter().map(|&item| self.button(item).width(ui));
        widths.sum::<f32>() + self.gap() * items.len().saturating_sub(1) as f32
    }

    /// Between two buttons.
    fn gap(&self) -> f32 {
        if self.form == Form::Stacked {
            STACKED_GAP
        } else {
            GAP.0
        }
    }

    fn button(&self, item: Item) -> ToolButton<'_> {
        match item {
            Item::Unfold => ToolButton::icon(icons::LIST, compare::UNFOLD_CHOICES),
            Item::Section(section) => {
                ToolButton::text(&self.sections[section as usize]).opening_menu()
            }
            Item::Kind(kind) => {
                let chosen = kind == self.state.view.kind;
                let named = ToolButton::text(kind.name()).with_icon(Action::Draw(kind).icon());
                let button = match self.form {
                    Form::Stacked => named.stacked(),
                    Form::Named => named,
                    Form::Icons | Form::Menu | Form::Short | Form::Least if chosen => named,
                    Form::Icons | Form::Menu | Form::Short | Form::Least => {
                        ToolButton::icon(Action::Draw(kind).icon(), kind.name())
                    }
                };
                let can_be = self.why_not(kind).is_none();
                button.look(Look::Bare).chosen(chosen).enabled(can_be)
            }
            Item::Kinds => ToolButton::text(self.state.view.kind.name())
                .with_icon(Action::Draw(self.state.view.kind).icon())
                .spoken(&self.kind)
                .opening_menu(),
            Item::Measure => ToolButton::text(self.state.view.comparison.measure.name())
                .spoken(&self.measure)
                .opening_menu(),
            Item::Fill => ToolButton::text(self.state.view.fill.name())
                .spoken(&self.fill)
                .opening_menu(),
            Item::Only => match &self.only {
                Some([only, clears]) if self.form < Form::Short => {
                    ToolButton::text(only).with_icon(icons::X).spoken(clears)
                }
                Some([_, clears]) => ToolButton::icon(icons::GLOBE, clears),
                None => ToolButton::icon(icons::X, ""),
            },
            Item::Chosen => match &self.chosen {
                Some([name, clears]) => ToolButton::text(name).with_icon(icons::X).spoken(clears),
                None => ToolButton::icon(icons::X, ""),
            },
            Item::Everything if self.form < Form::Short => ToolButton::text(compare::EVERYTHING),
            Item::Everything => ToolButton::icon(icons::ARROWS_OUT, compare::EVERYTHING),
            Item::Remarks => {
                // Only the count where every kind has its name, or there is little room.
                let says = match self.form {
                    Form::Named | Form::Icons | Form::Menu => &self.remarks,
                    Form::Stacked | Form::Short | Form::Least => &self.remark_count,
                };
                let button = ToolButton::text(says).with_icon(icons::INFO);
                button.spoken(&self.remarks).look(Look::Bare).opening_menu()
            }
            Item::Titles => ToolButton::icon(icons::TEXT, compare::TITLES_NAME),
            Item::Picture => ToolButton::text(compare::PICTURE).with_icon(icons::CARET_LEFT),
            Item::Panel => {
                let shown = self.beside.panel_is_shown(self.state);
                ToolButton::icon(icons::SIDEBAR, panel_name(shown))
            }
        }
    }

    fn why_not(&self, kind: Kind) -> Option<WhyNotDrawn> {
        let place = Kind::ALL.iter().position(|&one| one == kind)?;
        self.why_no_kind.get(place).copied().flatten()
    }

    fn items_ui(&self, ui: &mut Ui, items: &[Item], commands: &mut Vec<Command>) {
        for &item in items {
            let button = self.button(item).show(ui);
            self.item_ui(item, button, commands);
        }
    }

    /// What a button says to the pointer and does.
    fn item_ui(&self, item: Item, button: Response, commands: &mut Vec<Command>) {
        match item {
            Item::Unfold => {
                if button.on_hover_text(compare::UNFOLD_CHOICES).clicked() {
                    commands.extend(Action::FoldChoices.commands(self.state));
                }
            }
            Item::Section(section) => {
                popup(&button).show(|ui| {
                    let height = (ui.ctx().content_rect().height() - 160.0).clamp(160.0, 480.0);
                    ui.set_width(POPUP.min(ui.ctx().content_rect().width() - 48.0));
                    choices::section_ui(ui, self.state, section, height, commands);
                });
            }
            Item::Kind(kind) => {
                let why_not = self.why_not(kind);
                let says = why_not.map_or(kind.meaning(), WhyNotDrawn::sentence);
                if button.on_hover_text(says).clicked() && why_not.is_none() {
                    commands.push(Command::SetKind(kind));
                }
            }
            Item::Kinds => {
                Popup::menu(&button).gap(space::XS).show(|ui| {
                    let kinds = Kind::ALL.map(|kind| {
                        let chosen = kind == self.state.view.kind;
                        (Action::Draw(kind), chosen, self.why_not(kind))
                    });
                    self.offers_ui(ui, kinds, commands);
                });
            }
            Item::Measure => {
                Popup::menu(&button).gap(space::XS).show(|ui| {
                    let why_not = self.measures(ui);
                    let measures = Measure::ALL.into_iter().zip(why_not.iter());
                    let measures = measures.map(|(measure, why_not)| {
                        let chosen = measure == self.state.view.comparison.measure;
                        (Action::By(measure), chosen, *why_not)
                    });
                    self.offers_ui(ui, measures, commands);
                });
            }
            Item::Fill => fill::menu_ui(&button, self.state, commands),
            Item::Only => {
                let says = self.only.as_ref().map_or("", |[_, clears]| clears);
                if button.on_hover_text(says).clicked() {
                    commands.push(Command::EveryCountry);
                    if self.state.view.kind.shows_countries() {
                        let choice = self.state.view.countries.of_all();
                        commands.push(Command::ChooseCountries(choice));
                    }
                }
            }
            Item::Chosen => {
                let says = self.chosen.as_ref().map_or("", |[_, clears]| clears);
                if button.on_hover_text(says).clicked() {
                    commands.push(Command::Choose(None));
                }
            }
            Item::Everything => {
                if button.on_hover_text(compare::EVERYTHING_MEANS).clicked() {
                    commands.push(Command::LookAt(None));
                }
            }
            Item::Remarks => {
                popup(&button).show(|ui| {
                    ui.set_width((1.4 * POPUP).min(ui.ctx().content_rect().width() - 48.0));
                    ui.spacing_mut().item_spacing.y = space::S;
                    heading_ui(ui, compare::HOW_COMPARABLE);
                    let height = ui.ctx().content_rect().height() * 0.6;
                    egui::ScrollArea::vertical()
                        .max_height(height)
                        .show(ui, |ui| {
                            for remark in &self.spec.remarks {
                                text_ui(ui, remark);
                            }
                        });
                });
            }
            Item::Titles => {
                popup(&button).show(|ui| {
                    ui.set_width(POPUP.min(ui.ctx().content_rect().width() - 48.0));
                    titles_ui(ui, &self.state.view, commands);
                });
                button.on_hover_text(compare::TITLES_NAME);
            }
            Item::Picture => {
                if button.on_hover_text(compare::PICTURE_MEANS).clicked() {
                    commands.extend(Action::FullTable.commands(self.state));
                }
            }
            Item::Panel => {
                let shown = self.beside.panel_is_shown(self.state);
                if button.on_hover_text(panel_name(shown)).clicked() {
                    commands.push(self.beside.other_panel(self.state));
                }
            }
        }
    }

    fn measures(&self, ui: &Ui) -> Arc<[Option<WhyNotDrawn>; Measure::ALL.len()]> {
        let State { view, atlas, .. } = self.state;
        let key = (view.kind, view.comparison.clone());
        kept(ui.ctx(), "measures that fit", atlas, &key, || {
            Measure::ALL.map(|measure| Action::By(measure).why_not(self.state))
        })
    }

    /// Offers what excludes one another, each with what it means, or why it cannot be chosen.
    fn offers_ui(
        &self,
        ui: &mut Ui,
        offers: impl IntoIterator<Item = (Action, bool, Option<WhyNotDrawn>)>,
        commands: &mut Vec<Command>,
    ) {
        ui.set_width(POPUP);
        ui.spacing_mut().item_spacing.y = 0.0;
        for (action, chosen, why_not) in offers {
            let line = Choice {
                mark: Mark::One,
                chosen,
                enabled: why_not.is_none(),
                ..Choice::of(action.text())
            };
            let response = choice_ui(ui, &line, POPUP);
            ui.horizontal(|ui| {
                ui.add_space(super::choice::NAME_AT - ui.spacing().item_spacing.x);
                note_ui(ui, why_not.map_or(action.tooltip(), WhyNotDrawn::sentence));
            });
            ui.add_space(space::XS);
            if response.clicked() && line.enabled {
                commands.extend(action.commands(self.state));
                ui.close();
            }
        }
    }
}

/// What the button of the panel is called.
fn panel_name(shown: bool) -> &'static str {
    if shown {
        compare::HIDE_PANEL
    } else {
        compare::SHOW_PANEL
    }
}

/// A popup that stays while one works in it.
fn popup(button: &Response) -> Popup<'_> {
    Popup::from_toggle_button_response(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(space::XS)
}

/// To which countries the picture and what stands alongside are narrowed.
fn only(state: &State) -> Option<String> {
    let view = &state.view;
    let shown = view.kind.shows_countries().then_some(&view.countries);
    words::only(&state.atlas, shown, &view.only)
}

/// The name of the country or case chosen.
fn chosen(state: &State) -> Option<String> {
    match state.view.chosen.as_ref()? {
        Chosen::Country(code) => Country::from_code(code).map(|country| country.name().to_owned()),
        Chosen::Case(id) => {
            let mut cases = state.atlas.cases.iter();
            let case = cases.find(|case| case.id.as_str() == id)?;
            Some(compare::in_short(&case.title))
        }
    }
}
