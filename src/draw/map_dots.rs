//! Dots for lands that are too small to be seen: where many crowd, they move apart, each with a line
//! to its place.

use eframe::egui;
use egui::{Color32, Pos2, Rect, Vec2, vec2};

/// A dot's radius.
pub const DOT: f32 = 3.0;
/// How far the middles of two dots are apart, of their radius.
const APART: f32 = 2.5;
/// How often dots are moved.
const ROUNDS: usize = 120;

/// The dot of a land.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// What it stands for, by its place in the list of what is shown.
    pub figure: usize,
    /// Where the land is.
    pub home: Pos2,
    /// Where the dot is.
    pub at: Pos2,
    /// Its radius.
    pub radius: f32,
    /// Its colour.
    pub color: Color32,
}

impl Dot {
    /// Whether it stands so far from its land that a line leads there.
    pub fn is_away(&self) -> bool {
        self.at.distance(self.home) > self.radius
    }
}

/// Moves dots of one size apart, each as little as can be, inside a field.
pub(super) fn spread(dots: &mut [Dot], field: Rect) {
    let radius = dots.first().map_or(DOT, |dot| dot.radius);
    let field = field.shrink(radius + 1.0);
    let apart = APART * radius;
    for dot in dots.iter_mut() {
        dot.at = field.clamp(dot.at);
    }
    for _ in 0..ROUNDS {
        let mut still = true;
        for one in 0..dots.len() {
            for other in 0..one {
                let between = dots[one].at - dots[other].at;
                // Nearly all are far from one another: a root for each would take long.
                if between.x.abs() >= apart || between.y.abs() >= apart {
                    continue;
                }
                let lacking = apart - between.length();
                if lacking <= 0.01 {
                    continue;
                }
                still = false;
                // Two in one place part along a way that their order gives.
                let way = if between.length() > 0.01 {
                    between.normalized()
                } else {
                    Vec2::angled(one as f32)
                };
                let step = way * lacking / 2.0 + vec2(0.0, 0.01);
                dots[one].at = field.clamp(dots[one].at + step);
                dots[other].at = field.clamp(dots[other].at - step);
            }
        }
        if still {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn dots_that_crowd_move_apart_and_stay_in_the_field() {
        let field = Rect::from_min_size(Pos2::ZERO, vec2(200.0, 100.0));
        let home = |index: u8| pos2(195.0 - f32::from(index % 5), 50.0 + f32::from(index));
        let mut dots: Vec<Dot> = (0..20)
            .map(|index| Dot {
                figure: usize::from(index),
                home: home(index),
                at: home(index),
                radius: DOT,
                color: Color32::BLACK,
            })
            .collect();
        spread(&mut dots, field);
        for (index, one) in dots.iter().enumerate() {
            assert!(field.contains(one.at));
            for other in &dots[..index] {
                assert!(one.at.distance(other.at) > APART * DOT - 0.5);
            }
        }
    }
}
