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
    let [a1, a2, a3, a4] = A;
    let root = 3_f64.sqrt();
    let angle = (root / 2.0 * north.to_radians().sin()).asin();
    let square = angle * angle;
    let sixth = square * square * square;
    let y = angle * (a1 + a2 * square + sixth * (a3 + a4 * square));
    let slope = a1 + 3.0 * a2 * square + sixth * (7.0 * a3 + 9.0 * a4 * square);
    let x = 2.0 * root * east.to_radians() * angle.cos() / (3.0 * slope);
    Point {
        x: x as f32,
        y: y as f32,
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
}
