//! Where the window is and how large: kept between runs, and brought back onto a screen that is
//! still there.

use eframe::egui::{Context, Pos2, Rect, Vec2, ViewportBuilder, pos2, vec2};
use serde::{Deserialize, Serialize};

/// Room for a title bar and a desktop's own bar, in points. The window's frame is not known yet
/// when it first opens.
pub(super) const TITLE_BAR: f32 = 48.0;

const FIRST_SIZE: (f32, f32) = (1440.0, 900.0);
/// The window does not shrink below this where a screen has room for it.
const LEAST_SIZE: Vec2 = vec2(800.0, 560.0);
/// What must lie on a screen for a hand to move the window: a part of its title bar, in pixels.
const GRIP: Vec2 = vec2(96.0, 24.0);

/// Where the window is, in points of the screen, which no zoom changes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Place {
    /// Width and height while it is neither maximised nor full screen.
    size: (f32, f32),
    /// Its left and top with its frame; `None` where the desktop places windows alone.
    at: Option<(f32, f32)>,
    maximised: bool,
    /// How large everything in it is; 1 as the screen has it.
    zoom: f32,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            size: FIRST_SIZE,
            at: None,
            maximised: false,
            zoom: 1.0,
        }
    }
}

impl Place {
    /// Without a size, place or zoom that cannot be.
    pub(super) fn sane(self) -> Self {
        let first = Self::default();
        let possible = |size: f32| (100.0..=20_000.0).contains(&size);
        let near = |at: f32| at.abs() < 100_000.0;
        Self {
            size: Some(self.size)
                .filter(|(width, height)| possible(*width) && possible(*height))
                .unwrap_or(first.size),
            at: self.at.filter(|(left, top)| near(*left) && near(*top)),
            maximised: self.maximised,
            zoom: Some(self.zoom)
                .filter(|zoom| (0.2..=5.0).contains(zoom))
                .unwrap_or(first.zoom),
        }
    }

    /// The place of the window that a context draws in; what it does not tell stays as it was.
    /// `settled` unless the zoom just changed: what the window told is in points of the one before.
    pub(super) fn noted(self, ctx: &Context, settled: bool) -> Self {
        let zoom = ctx.zoom_factor();
        if !settled {
            return Self { zoom, ..self };
        }
        ctx.input(|input| {
            let window = input.viewport();
            let maximised = window.maximized.unwrap_or(self.maximised);
            let free = !maximised && window.fullscreen != Some(true);
            let inner = window.inner_rect.filter(|_| free).map(|rect| rect.size());
            let outer = window.outer_rect.filter(|_| free).map(|rect| rect.min);
            let whole = |x: f32, y: f32| ((x * zoom).round(), (y * zoom).round());
            Self {
                size: inner.map_or(self.size, |size| whole(size.x, size.y)),
                at: outer.map_or(self.at, |at| Some(whole(at.x, at.y))),
                maximised,
                zoom,
            }
        })
    }

    /// Whether the window filled the screen.
    pub(super) fn is_maximised(self) -> bool {
        self.maximised
    }

    /// Has a window begin there. It is maximised once it is shown: before, that is lost.
    pub(super) fn of(self, window: ViewportBuilder) -> ViewportBuilder {
        let window = window.with_inner_size(self.size);
        match self.at {
            Some(at) => window.with_position(at),
            None => window,
        }
    }

    /// How much room there is in it at first, in points of a context that draws as large as it did.
    pub(super) fn first_size(self) -> Vec2 {
        Vec2::from(self.size) / self.zoom
    }

    /// Has a context draw as large as it did.
    pub(super) fn zoom(self, ctx: &Context) {
        ctx.set_zoom_factor(self.zoom);
    }

    /// Where the window goes when none of the screens shows enough of its title bar to move it, as
    /// when the second screen is gone; in points of the context.
    pub(super) fn lost(self, screens: &Screens) -> Option<Pos2> {
        let scale = screens.pixels_per_point;
        let (left, top) = self.at?;
        let size = Vec2::from(self.size) * scale;
        let bar = Rect::from_min_size(pos2(left, top) * scale, vec2(size.x, GRIP.y));
        let shown = |screen: &Rect| {
            let seen = screen.intersect(bar);
            seen.width() >= GRIP.x && seen.height() >= GRIP.y / 2.0
        };
        let first = screens.pixels.first()?;
        let free = (first.size() - size).max(Vec2::ZERO);
        let centred = (first.min + free / 2.0) / (scale * self.zoom);
        (!screens.pixels.iter().any(shown)).then_some(centred)
    }

    /// How far the window shrinks, in points of the context: as far as the smallest screen needs,
    /// on which it would be cut for ever.
    pub(super) fn least(self, screens: &Screens) -> Vec2 {
        let sizes = screens.pixels.iter().map(Rect::size);
        let rooms = sizes.map(|size| size / screens.pixels_per_point - vec2(0.0, TITLE_BAR));
        rooms.fold(LEAST_SIZE, Vec2::min) / self.zoom
    }
}

/// The screens there are.
pub(super) struct Screens {
    pixels: Vec<Rect>,
    pixels_per_point: f32,
}

/// Those a window just made can be on.
pub(super) fn screens(creation: &eframe::CreationContext<'_>) -> Screens {
    let window = creation.winit_window();
    let screens = window.map(|window| window.available_monitors());
    let screens = screens.into_iter().flatten().map(|screen| {
        let (at, size) = (screen.position(), screen.size());
        let at = pos2(at.x as f32, at.y as f32);
        Rect::from_min_size(at, vec2(size.width as f32, size.height as f32))
    });
    Screens {
        pixels: screens.collect(),
        pixels_per_point: window.map_or(1.0, |window| window.scale_factor() as f32),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn screens(from_to: &[(f32, f32)], pixels_per_point: f32) -> Screens {
        let screen =
            |&(left, right): &(f32, f32)| Rect::from_min_max(pos2(left, 0.0), pos2(right, 1000.0));
        Screens {
            pixels: from_to.iter().map(screen).collect(),
            pixels_per_point,
        }
    }

    fn at(left: f32, top: f32) -> Place {
        Place {
            size: (800.0, 600.0),
            at: Some((left, top)),
            ..Place::default()
        }
    }

    #[test]
    fn a_window_whose_screen_is_gone_comes_to_the_middle_of_one_that_is_there() {
        let first = [(0.0, 1600.0)];
        let both = screens(&[first[0], (1600.0, 3200.0)], 1.0);
        let one = screens(&first, 1.0);
        let second = at(2000.0, 100.0);
        assert_eq!(second.lost(&both), None);
        assert_eq!(second.lost(&one), Some(pos2(400.0, 200.0)));
        for lost in [
            at(0.0, -300.0),
            at(-790.0, 0.0),
            at(1550.0, 0.0),
            at(0.0, 995.0),
        ] {
            assert!(lost.lost(&one).is_some(), "{lost:?}");
        }
        for reached in [at(-200.0, -4.0), at(1400.0, 900.0)] {
            assert_eq!(reached.lost(&one), None, "{reached:?}");
        }
        let large_points = screens(&first, 2.0);
        assert_eq!(at(900.0, 0.0).lost(&large_points), Some(pos2(0.0, 0.0)));
        assert_eq!(second.lost(&screens(&[], 1.0)), None);
    }

    #[test]
    fn the_window_shrinks_to_what_the_smallest_screen_has_room_for() {
        let place = at(0.0, 0.0);
        assert_eq!(place.least(&screens(&[], 1.0)), LEAST_SIZE);
        assert_eq!(place.least(&screens(&[(0.0, 1600.0)], 1.0)), LEAST_SIZE);
        let small = [(0.0, 1600.0), (1600.0, 2600.0)];
        let least = place.least(&screens(&small, 2.0));
        assert_eq!(least, vec2(500.0, 500.0 - TITLE_BAR));
        let zoomed = Place { zoom: 2.0, ..place };
        assert_eq!(zoomed.least(&screens(&small, 2.0)), least / 2.0);
    }

    #[test]
    fn a_size_place_or_zoom_that_cannot_be_is_forgotten() {
        for size in [(0.0, 700.0), (f32::NAN, 700.0), (1e9, 1e9)] {
            let place = Place {
                size,
                ..at(0.0, 0.0)
            };
            assert_eq!(place.sane().size, FIRST_SIZE);
        }
        for zoom in [0.0, -1.0, f32::NAN, f32::INFINITY] {
            let place = Place {
                zoom,
                ..at(f32::NAN, 0.0)
            };
            assert_eq!((place.sane().zoom, place.sane().at), (1.0, None));
        }
        assert_eq!(at(-1300.0, 20.0).sane(), at(-1300.0, 20.0));
    }
}
