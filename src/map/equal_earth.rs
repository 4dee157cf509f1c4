//! The Equal Earth projection, in which areas are as large beside one another as they are: Bojan
//! Šavrič, Tom Patterson, Bernhard Jenny, "The Equal Earth map projection", International Journal
//! of Geographical Information Science 33 (2018), equations 4 to 6.

use super::place::Point;

/// The coefficients A1 to A4.
const A: [f64; 4] = [1.340_264, -0.081_106, 0.000_893, 0.003_796];

/// The left end of the equator, the meridian at which the map is cut.
pub const LEFT: f32 = -RIGHT;
/// The right end of the equator.
pub const RIGHT: f32 = 2.706_63;

/// Where a place lies, by its degrees east of the map's middle and north of the equator: to the
/// right and up of that.
pub fn projected(east: f64, north: f64) -> Point {
    Parallel::at(north).place(east)
}

/// What all places as far north have in common.
#[derive(Debug, Clone, Copy)]
struct Parallel {
    /// How far right of the middle a degree further east is.
    degree: f64,
    /// How far up it lies.
    up: f64,
}

impl Parallel {
    fn at(north: f64) -> Self {
        let [a1, a2, a3, a4] = A;
        let root = 3_f64.sqrt();
        let angle = (root / 2.0 * north.to_radians().sin()).asin();
        let square = angle * angle;
        let sixth = square * square * square;
        let slope = a1 + 3.0 * a2 * square + sixth * (7.0 * a3 + 9.0 * a4 * square);
        Self {
            degree: 2.0 * root * 1_f64.to_radians() * angle.cos() / (3.0 * slope),
            up: angle * (a1 + a2 * square + sixth * (a3 + a4 * square)),
        }
    }

    fn place(self, east: f64) -> Point {
        Point {
            x: (east * self.degree) as f32,
            y: self.up as f32,
        }
    }
}

/// The projection of very many places: what lies between two parallels a tenth of a degree apart is
/// as far between them, which is less than a millionth off.
pub(super) struct Parallels(Vec<Parallel>);

impl Parallels {
    pub(super) fn new() -> Self {
        let tenths = -900..=901;
        Self(
            tenths
                .map(|tenths| Parallel::at(f64::from(tenths) / 10.0))
                .collect(),
        )
    }

    /// As [`projected`].
    pub(super) fn projected(&self, east: f64, north: f64) -> Point {
        let tenths = (north * 10.0 + 900.0).clamp(0.0, 1800.0);
        let below = tenths as usize;
        let part = tenths - below as f64;
        let (Some(a), Some(b)) = (self.0.get(below), self.0.get(below + 1)) else {
            return projected(east, north);
        };
        let parallel = Parallel {
            degree: a.degree + (b.degree - a.degree) * part,
            up: a.up + (b.up - a.up) * part,
        };
        parallel.place(east)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_square_degree_is_as_large_at_the_equator_as_in_the_north() {
        let size = |north: f64| {
            let [a, b] = [projected(0.0, north), projected(1.0, north + 1.0)];
            let on_sphere = (north + 1.0).to_radians().sin() - north.to_radians().sin();
            let right = projected(1.0, north).x;
            f64::from(f32::midpoint(right, b.x) * (b.y - a.y)) / on_sphere
        };
        let equator = size(0.0);
        for north in [-80.0, -45.0, 20.0, 50.0, 70.0, 85.0] {
            assert!((size(north) / equator - 1.0).abs() < 2e-3, "{north}");
        }
        assert!((projected(180.0, 0.0).x - RIGHT).abs() < 1e-4);
    }

    #[test]
    fn places_between_parallels_lie_where_the_projection_has_them() {
        let parallels = Parallels::new();
        for (east, north) in [
            (0.0, 0.0),
            (-179.99, -89.97),
            (12.345, 45.678),
            (180.0, 90.0),
        ] {
            let [exact, quick] = [projected(east, north), parallels.projected(east, north)];
            assert!((exact.x - quick.x).abs() < 2e-6, "{exact:?} {quick:?}");
            assert!((exact.y - quick.y).abs() < 2e-6, "{exact:?} {quick:?}");
        }
    }
}
