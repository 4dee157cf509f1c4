//! The window: draws everything from the state and collects commands. Changes nothing itself;
//! opens no file and no dialog.

mod adding;
mod beside;
mod case;
mod case_card;
mod case_facts;
mod cases;
mod changes;
mod changing;
mod choice;
mod choices;
mod choices_figures;
mod choices_operations;
mod commands;
mod compare;
mod countries;
mod country_cell;
mod country_columns;
mod country_matrix;
mod datasets;
mod drawer;
mod drawer_country;
mod drawer_figure;
mod drawer_operation;
mod drawer_source;
mod evidence;
mod export;
mod figures_fit;
mod figures_scroll;
mod figures_table;
mod fill;
mod finder;
mod finder_row;
mod heads;
mod help;
mod kept;
mod kin;
mod links;
mod narrow;
mod operation_heads;
mod over;
mod panel;
mod panel_cases;
mod panel_countries;
mod panel_parts;
mod participation;
mod path_field;
mod picture_sheet;
mod problem;
mod problems;
mod rail;
mod regions;
mod route;
mod shortcuts;
mod sort;
mod sources;
mod status_line;
mod strip;
mod style;
mod table;
mod titles;
mod tool_button;
mod top_bar;
mod welcome;
mod widgets;

pub use commands::Action;
pub use export::{Draft, TableForm};
pub use finder::Finder;
pub use help::Help;
pub use path_field::typed_path;

use eframe::egui;
use egui::{CentralPanel, Context, Frame, Id, Panel, Role, ScrollArea, Ui, UiBuilder, vec2};

use crate::draw::theme::{Palette, space};
use crate::state::{Command, Page, State};
use crate::words::DrawnBy;
use crate::words::window::{
    adding as adding_words, changes as changes_words, frame as words, panel::DETAILS,
};
use regions::Part;

/// What the shell keeps from one frame to the next and nobody would miss: what is typed into
/// its own panels. Everything else is drawn from the state alone.
#[derive(Debug, Default)]
pub struct Scratch {
    /// The finder, while it is shown.
    pub finder: Option<Finder>,
    /// The help, while it is shown.
    pub help: Option<Help>,
    /// The manual of the format, for the help.
    pub manual: String,
    /// What the window is drawn by, for the help; `None` where nobody said.
    pub drawn_by: Option<DrawnBy>,
    /// The export panel's choices.
    pub export: Draft,
    adding: adding::Kept,
    /// What has been typed as the path of another version of a dataset.
    version_typed: String,
    walk: regions::Walk,
    problems: problems::Narrowed,
    path_field_seen: bool,
    export_seen: bool,
    export_shown: export::Shown,
}

/// How high a window is that has room for a status line, in points.
const LEAST_FOR_STATUS: f32 = 480.0;
/// How wide a window is that has room for a panel beside its page.
const LEAST_FOR_PANEL: f32 = 900.0;
/// How high a page is that has room for its heads and some of its list, where it is wide and where
/// its heads take more lines; a lower one scrolls.
const LEAST_PAGE: (f32, f32) = (560.0, 760.0);
/// How wide a page is whose heads take few lines.
const WIDE_PAGE: f32 = 640.0;

/// Draws the whole window and collects what it asks for.
pub fn window_ui(ui: &mut Ui, state: &State, scratch: &mut Scratch, commands: &mut Vec<Command>) {
    let ctx = ui.ctx().clone();
    limit_zoom(&ctx);
    scratch.walk.take_keys(&ctx);
    let popup_was_open = egui::Popup::is_any_open(&ctx);
    shortcuts::take_pressed(&ctx, state, scratch, commands);
    let palette = Palette::shown(&ctx);
    let bare = Frame::NONE.fill(palette.paper);

    ctx.accesskit_node_builder(egui::accesskit_root_id(), |node| {
        node.set_label(words::PROGRAM);
    });
    // egui keeps a tooltip open while the pointer is over what it is of, also under a panel.
    let under = is_panel_open(state, scratch);
    let pointer = under.then(|| ctx.input_mut(|input| std::mem::take(&mut input.pointer)));
    // In the order they are read and tabbed through.
    let top = Panel::top("top bar").exact_size(top_bar::HEIGHT);
    region_ui(ui, top, bare, (Role::Banner, words::TOP_BAR), |ui| {
        regions::part(ui, Part::TopBar);
        top_bar::top_bar_ui(ui, state, scratch, commands);
    });
    let window = ctx.content_rect().size();
    let rail_width = rail::width(window.x);
    if rail_width > 0.0 {
        let left = Panel::left("rail").exact_size(rail_width + 1.0);
        region_ui(ui, left, bare, (Role::Navigation, words::RAIL), |ui| {
            regions::part(ui, Part::Rail);
            rail::rail_ui(ui, state, commands);
        });
    }
    let margin = egui::Margin {
        left: space::L as i8,
        right: space::L as i8,
        top: 0,
        bottom: 0,
    };
    if window.y >= LEAST_FOR_STATUS {
        let bottom = Panel::bottom("status line").exact_size(status_line::HEIGHT);
        let status = (Role::ContentInfo, words::STATUS_LINE);
        region_ui(ui, bottom, bare.inner_margin(margin), status, |ui| {
            regions::part(ui, Part::Status);
            status_line::status_line_ui(ui, state, commands);
        });
    }
    let sheet = Frame::NONE.fill(palette.sheet);
    let side = Side::of(state);
    if let Some(side) = side.filter(|_| window.x >= LEAST_FOR_PANEL) {
        let right = Panel::right(side.name().1).exact_size(side.width(window.x, state));
        region_ui(ui, right, sheet, side.name(), |ui| {
            side.panel_ui(ui, state, scratch, commands);
        });
    }
    // The Compare page has a panel of its own.
    let has_panel = state.drawer.is_some() && state.view.page != Page::Compare;
    let beside = has_panel && window.x >= LEAST_FOR_PANEL && side.is_none();
    if beside {
        let width = (window.x * 0.3).clamp(360.0, 420.0);
        let right = Panel::right("drawer").exact_size(width.round());
        region_ui(ui, right, sheet, (Role::Complementary, DETAILS), |ui| {
            regions::part(ui, Part::Panel);
            regions::opened(ui, state.drawer.as_ref());
            drawer::drawer_ui(ui, state, commands);
        });
    }
    let page = ui.available_rect_before_wrap();
    CentralPanel::default().frame(sheet).show(ui, |ui| {
        if let Some(side) = side.filter(|_| window.x < LEAST_FOR_PANEL) {
            let (role, name) = side.name();
            name_node(ui, role, name);
            return side.panel_ui(ui, state, scratch, commands);
        }
        name_node(ui, Role::Main, state.view.page.name());
        regions::part(ui, Part::Page);
        if welcome::has_nothing(state) && state.view.page != Page::Problems {
            welcome::welcome_ui(ui, state, scratch, commands);
        } else {
            page_ui(ui, state, scratch, commands);
        }
    });
    if has_panel && !beside {
        compare::over_ui(&ctx, page, state, |ui| {
            drawer::drawer_ui(ui, state, commands);
        });
    }
    // A page without a search leaves the request; it must not reach the next page.
    ctx.data_mut(|data| data.remove::<bool>(focus_search_id()));
    if let Some(pointer) = pointer {
        ctx.input_mut(|input| input.pointer = pointer);
    }

    path_field::path_field_ui(&ctx, state, scratch, commands);
    export::export_panel_ui(&ctx, state, scratch, commands);
    finder::finder_ui(&ctx, state, scratch, commands);
    help::help_ui(&ctx, state, scratch, commands);
    welcome::drop_ui(&ctx, commands);
    if !under {
        adding::take_pasted(&ctx, commands);
    }
    shortcuts::take_escape(&ctx, popup_was_open, commands);
    scratch.walk.end(&ctx);
}

/// What stands at the right of every page while it is shown; in place of the page where there is no
/// room beside it.
#[derive(Clone, Copy)]
enum Side {
    Adding,
    Changes,
}

impl Side {
    fn of(state: &State) -> Option<Self> {
        if state.adding.shown {
            Some(Self::Adding)
        } else {
            state.changes.shown.then_some(Self::Changes)
        }
    }

    fn name(self) -> (Role, &'static str) {
        match self {
            Self::Adding => (Role::Form, adding_words::TITLE),
            Self::Changes => (Role::Complementary, changes_words::TITLE),
        }
    }

    fn width(self, window: f32, state: &State) -> f32 {
        match self {
            Self::Adding => adding::width(window, state),
            Self::Changes => changes::width(window),
        }
    }

    fn panel_ui(
        self,
        ui: &mut Ui,
        state: &State,
        scratch: &mut Scratch,
        commands: &mut Vec<Command>,
    ) {
        regions::part(ui, Part::Panel);
        match self {
            Self::Adding => adding::panel_ui(ui, state, scratch, commands),
            Self::Changes => changes::panel_ui(ui, state, &mut scratch.version_typed, commands),
        }
    }
}

/// The smallest window in points that everything is reachable in.
const LEAST: egui::Vec2 = vec2(320.0, 240.0);

/// Keeps the window from being zoomed further than it has room for.
fn limit_zoom(ctx: &Context) {
    let zoom = ctx.zoom_factor();
    let most = (ctx.content_rect().size() * zoom / LEAST).min_elem();
    if zoom > most && zoom > 1.0 {
        ctx.set_zoom_factor(most.max(1.0));
    }
}

/// Draws a part of the window that keeps its size.
fn region_ui(
    ui: &mut Ui,
    panel: Panel,
    frame: Frame,
    (role, name): (Role, &str),
    content_ui: impl FnOnce(&mut Ui),
) {
    panel.resizable(false).frame(frame).show(ui, |ui| {
        name_node(ui, role, name);
        content_ui(ui);
    });
}

/// Tells those who hear the window what a part of it is.
fn name_node(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// Draws the chosen page. Adding a page is one arm here and one file.
fn page_ui(ui: &mut Ui, state: &State, scratch: &mut Scratch, commands: &mut Vec<Command>) {
    let mut draw = |ui: &mut Ui| match state.view.page {
        Page::Compare => compare::page_ui(ui, state, commands),
        Page::Countries => countries::page_ui(ui, state, commands),
        Page::Cases => cases::page_ui(ui, state, commands),
        Page::Sources => sources::page_ui(ui, state, commands),
        Page::Problems => problems::page_ui(ui, state, &mut scratch.problems, commands),
    };
    let (wide, narrow) = LEAST_PAGE;
    let least = if ui.available_width() >= WIDE_PAGE {
        wide
    } else {
        narrow
    };
    // The Compare page scrolls by itself.
    if state.view.page == Page::Compare || ui.available_height() >= least {
        draw(ui);
        return;
    }
    let scrolled = ScrollArea::vertical().id_salt(("page", state.view.page));
    scrolled.auto_shrink(false).show(ui, |ui| {
        let size = vec2(ui.available_width(), least);
        let (_, rect) = ui.allocate_space(size);
        let whole = UiBuilder::new().max_rect(rect);
        ui.scope_builder(whole, draw);
        regions::in_sight(ui);
    });
}

/// Where the request to put the cursor into the page's search is kept for this frame.
pub fn focus_search_id() -> Id {
    Id::unique("focus the page's search")
}

/// Whether the page is asked to put the cursor into its search, in this frame.
pub fn is_search_asked_for(ctx: &Context) -> bool {
    ctx.data(|data| data.get_temp::<bool>(focus_search_id()))
        .unwrap_or(false)
}

/// Does what an action stands for: a command for the state, or something of the window's own.
fn perform(
    action: Action,
    ctx: &Context,
    state: &State,
    scratch: &mut Scratch,
    commands: &mut Vec<Command>,
) {
    commands.extend(action.commands(state));
    if action == Action::FoldPanel {
        let window = ctx.content_rect().width();
        let beside = beside::Beside::of(window - rail::width(window), state);
        commands.extend([Command::Show(Page::Compare), beside.other_panel(state)]);
    } else if action == Action::Commands {
        scratch.finder = Some(Finder::default());
    } else if action == Action::Help {
        scratch.help = Some(Help::default());
    } else if action == Action::Find {
        ctx.data_mut(|data| data.insert_temp(focus_search_id(), true));
    }
}

/// Whether a panel lies over the window.
fn is_panel_open(state: &State, scratch: &Scratch) -> bool {
    let asks = state.exporting || state.path_field.is_some();
    asks || scratch.finder.is_some() || scratch.help.is_some()
}
