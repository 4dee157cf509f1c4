//! Where the keyboard is and where it goes: by its own keys before a frame is drawn, and by what
//! opened, closed or vanished after.

use eframe::egui;
use egui::{Context, Event, FocusDirection, Id, Key, LayerId, Modifiers};

use super::heard::tidy;
use super::sight::{note, ring_ui, show};
use super::stops::{Move, Pass, Stop, Stops};
use super::{Marks, Part, take_marks};

/// How many places are remembered to return to.
const LONGEST_TRAIL: usize = 32;

/// Where the keyboard is and was, kept from frame to frame.
#[derive(Debug, Default)]
pub struct Walk {
    /// What was told in the last frame.
    marks: Marks,
    /// Whether the last thing a person did was a key, not the pointer.
    by_key: bool,
    /// Where the keyboard was last.
    spot: Option<Stop>,
    /// Where it came from when something opened or took its place; the newest last.
    trail: Vec<Left>,
    /// Which member of each group and part it was in last.
    visited: Vec<(Id, Id)>,
    /// Layers that lay over the window and could take the keyboard.
    over: Vec<LayerId>,
    /// What is to be scrolled into sight in the next frame.
    to_show: Option<Id>,
}

/// A place that the keyboard left.
#[derive(Debug, Clone, Copy)]
struct Left {
    from: Id,
    /// What opened; `None` where something else stands in the place now.
    into: Option<Id>,
}

/// What a key asks the keyboard to do.
#[derive(Debug, Clone, Copy)]
enum Asked {
    /// To go to the next stop, or the one before.
    Tab(Way),
    /// To go to the next part, or the one before.
    Part(Way),
    /// To go to another member of the group.
    Inside(Move),
    /// To be where it is.
    Stay,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

impl Way {
    /// What comes after a place among others, all around; from the beginning without a place.
    fn rest<T: Copy>(self, all: &[T], from: Option<usize>) -> Vec<T> {
        let (before, after) = match from {
            Some(from) => (&all[..from], &all[from + 1..]),
            None => (all, &all[..0]),
        };
        let mut rest = [after, before].concat();
        if self == Self::Back {
            rest.reverse();
        }
        rest
    }
}

impl Asked {
    fn by(event: &Event) -> Option<Self> {
        const KEYS: [(Modifiers, Key, Asked); 11] = [
            (Modifiers::NONE, Key::Tab, Asked::Tab(Way::On)),
            (Modifiers::SHIFT, Key::Tab, Asked::Tab(Way::Back)),
            (Modifiers::NONE, Key::F6, Asked::Part(Way::On)),
            (Modifiers::SHIFT, Key::F6, Asked::Part(Way::Back)),
            (Modifiers::NONE, Key::ArrowUp, Asked::Inside(Move::Up)),
            (Modifiers::NONE, Key::ArrowLeft, Asked::Inside(Move::Back)),
            (Modifiers::NONE, Key::ArrowDown, Asked::Inside(Move::Down)),
            (Modifiers::NONE, Key::ArrowRight, Asked::Inside(Move::On)),
            (Modifiers::NONE, Key::Home, Asked::Inside(Move::ToFirst)),
            (Modifiers::NONE, Key::End, Asked::Inside(Move::ToLast)),
            (Modifiers::NONE, Key::Escape, Asked::Stay),
        ];
        KEYS.into_iter().find_map(|(with, of, asked)| {
            let is_it = matches!(event, Event::Key { key, pressed: true, modifiers, .. }
                if *key == of && modifiers.matches_exact(with));
            is_it.then_some(asked)
        })
    }
}

impl Walk {
    /// Takes the keys that move the keyboard, before anything is drawn.
    pub fn take_keys(&mut self, ctx: &Context) {
        self.follow_keys(ctx);
        note(ctx);
    }

    fn follow_keys(&mut self, ctx: &Context) {
        let mut asked = None;
        ctx.input(|input| {
            for event in &input.events {
                let key = matches!(event, Event::Key { pressed: true, .. });
                if key || matches!(event, Event::AccessKitActionRequest(_)) {
                    self.by_key = true;
                }
                if matches!(
                    event,
                    Event::PointerButton { .. } | Event::MouseWheel { .. }
                ) {
                    self.by_key = false;
                }
                asked = Asked::by(event).or(asked);
            }
        });
        if let Some(id) = self.to_show.take() {
            show(ctx, id);
        }
        let Some(asked) = asked else { return };
        let inside = Stops::drawn(ctx, &self.marks, Pass::Last);
        let at = ctx.memory(egui::Memory::focused);
        let next = match asked {
            Asked::Tab(way) => self.by_tab(&inside, at, way),
            Asked::Part(way) => self.by_part(&inside, at, way),
            Asked::Inside(way) => {
                let at = at.filter(|at| inside.group_of(*at).is_some() && !is_text(ctx, *at));
                let Some(at) = at else { return };
                inside.moved(at, way)
            }
            // egui lets the keyboard go at Esc, also where nothing is closed by it.
            Asked::Stay => {
                let spot = self.spot.as_ref().map(|spot| spot.id);
                spot.filter(|id| at.is_none() && inside.has(*id) && !is_text(ctx, *id))
            }
        };
        // egui would lead to what lies nearest on the screen, in a group or not.
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
        if let Some(next) = next {
            self.go(ctx, &inside, next, Pass::Last);
        }
    }

    fn by_tab(&self, inside: &Stops, at: Option<Id>, way: Way) -> Option<Id> {
        let at = self.place(inside, at);
        let layer = at.map_or_else(|| inside.top_layer(), |at| Some(at.layer))?;
        let in_layer = inside.all.iter().filter(|stop| stop.layer == layer);
        let cycle: Vec<&Stop> = in_layer.collect();
        let from = at.and_then(|at| cycle.iter().position(|stop| stop.id == at.id));
        let rest = way.rest(&cycle, from);
        let is_elsewhere = |stop: &&&Stop| at.is_none_or(|at| stop.unit() != at.unit());
        let next = rest.iter().find(is_elsewhere);
        let next = next.map(|stop| self.entered(inside, stop));
        // Or all are one group, as in a menu.
        next.or_else(|| Some(rest.first()?.id))
    }

    fn by_part(&self, inside: &Stops, at: Option<Id>, way: Way) -> Option<Id> {
        let first_in = |of: Id| {
            let is_in = |stop: &&Stop| stop.part.is_some_and(|part| part.1 == of);
            inside.all.iter().find(is_in)
        };
        let of = |part| self.marks.parts.iter().filter(move |one| one.0 == part);
        let parts = Part::ALL.into_iter().flat_map(of);
        let parts: Vec<(Part, Id)> = parts
            .filter(|one| first_in(one.1).is_some())
            .copied()
            .collect();
        let here = self.place(inside, at).and_then(|at| at.part);
        let from = here.and_then(|here| parts.iter().position(|part| *part == here));
        let (_, part) = *way.rest(&parts, from).first()?;
        let visited = self.visited_in(part).filter(|id| inside.has(*id));
        visited.or_else(|| first_in(part).map(|first| self.entered(inside, first)))
    }

    /// Where the keyboard is, or was before it was let go.
    fn place<'a>(&self, inside: &'a Stops, at: Option<Id>) -> Option<&'a Stop> {
        let was = self.spot.as_ref().map(|spot| spot.id);
        inside.stop(at.or(was)?)
    }

    /// The member of a group that Tab leads to, or the stop itself.
    fn entered(&self, inside: &Stops, stop: &Stop) -> Id {
        let Some(group) = stop.group else {
            return stop.id;
        };
        let is_member = |id: &Id| inside.group_of(*id) == Some(group);
        let chosen = self.marks.chosen.iter().copied().find(is_member);
        let visited = self.visited_in(group).filter(is_member);
        let first = inside.members(group).next().map(|first| first.id);
        chosen.or(visited).or(first).unwrap_or(stop.id)
    }

    fn visited_in(&self, place: Id) -> Option<Id> {
        let found = self.visited.iter().find(|(of, _)| *of == place);
        found.map(|(_, id)| *id)
    }

    fn go(&mut self, ctx: &Context, inside: &Stops, to: Id, pass: Pass) {
        ctx.memory_mut(|memory| memory.request_focus(to));
        if inside.stop(to).is_some_and(Stop::is_cut) {
            match pass {
                Pass::Last => show(ctx, to),
                Pass::This => self.to_show = Some(to),
            }
        }
        if pass == Pass::This {
            ctx.request_repaint();
        }
    }

    /// Follows what opened, closed or vanished in this frame, shows where the keyboard is, and
    /// tidies what those who hear the window are told, after everything is drawn.
    pub fn end(&mut self, ctx: &Context) {
        let before = std::mem::replace(&mut self.marks, take_marks(ctx));
        if self.by_key {
            let inside = Stops::drawn(ctx, &self.marks, Pass::This);
            let over = inside.layers_over();
            let is_new = |one: &&(Id, Id)| !before.opened.contains(one);
            let opened = self.marks.opened.iter().filter(is_new).map(|one| one.0);
            let layers = over.iter().filter(|layer| !self.over.contains(layer));
            let into = opened.chain(layers.map(|layer| layer.id)).last();
            self.over = over;
            let at = ctx.memory(egui::Memory::focused);
            match into {
                Some(into) => self.enter(ctx, &inside, at, into),
                None => self.leave(ctx, &inside, at),
            }
            self.remember(ctx, &inside);
            ring_ui(ctx);
        }
        tidy(ctx, &self.marks);
    }

    fn enter(&mut self, ctx: &Context, inside: &Stops, at: Option<Id>, into: Id) {
        let is_in = |stop: &Stop| stop.inside.contains(&into);
        let into = Some(into);
        if let Some(spot) = self.spot.as_ref().filter(|spot| !is_in(spot))
            && !self.trail.iter().any(|left| left.into == into)
        {
            let from = spot.id;
            self.trail.push(Left { from, into });
        }
        if at.and_then(|at| inside.stop(at)).is_some_and(is_in) {
            return;
        }
        if let Some(first) = inside.all.iter().find(|stop| is_in(stop)) {
            self.go(ctx, inside, self.entered(inside, first), Pass::This);
        }
    }

    fn leave(&mut self, ctx: &Context, inside: &Stops, at: Option<Id>) {
        let is_open = |into: Id| {
            let opened = self.marks.opened.iter().map(|one| one.0);
            let layers = self.over.iter().map(|layer| layer.id);
            opened.chain(layers).any(|one| one == into)
        };
        let is_closed = |left: &Left| left.into.is_some_and(|into| !is_open(into));
        let first = self.trail.iter().position(is_closed);
        let left = first.map(|first| self.trail.split_off(first));
        let is_there = |id: &Id| inside.has(*id);
        let Some(spot) = self.spot.clone() else {
            return;
        };
        if at.as_ref().is_some_and(is_there) || is_there(&spot.id) {
            return;
        }
        let closed = left.and_then(|left| left.first().map(|left| left.from));
        let back = closed.filter(is_there).or_else(|| self.before(inside));
        let to = back.or_else(|| {
            if self.trail.len() < LONGEST_TRAIL {
                let (from, into) = (spot.id, None);
                self.trail.push(Left { from, into });
            }
            inside.nearest(spot.rect, &spot.inside)
        });
        if let Some(to) = to {
            self.go(ctx, inside, to, Pass::This);
        }
    }

    /// The newest place whose content was replaced and is there again.
    fn before(&mut self, inside: &Stops) -> Option<Id> {
        while let Some(left) = self.trail.pop_if(|left| left.into.is_none()) {
            if inside.has(left.from) {
                return Some(left.from);
            }
        }
        None
    }

    fn remember(&mut self, ctx: &Context, inside: &Stops) {
        let at = ctx.memory(egui::Memory::focused);
        let Some(stop) = at.and_then(|at| inside.stop(at)) else {
            return;
        };
        for place in stop.part.map(|part| part.1).into_iter().chain(stop.group) {
            self.visited.retain(|(of, _)| *of != place);
            self.visited.push((place, stop.id));
        }
        // A list moves the keyboard itself, and knows only of its own scrolling. Where the pointer
        // led before, what has the keyboard is left where whoever asks for something else has it.
        let is_new = self.spot.as_ref().is_some_and(|spot| spot.id != stop.id);
        if is_new && stop.is_cut() {
            self.to_show = Some(stop.id);
            ctx.request_repaint();
        }
        self.spot = Some(stop.clone());
    }
}

fn is_text(ctx: &Context, id: Id) -> bool {
    egui::text_edit::TextEditState::load(ctx, id).is_some()
}
