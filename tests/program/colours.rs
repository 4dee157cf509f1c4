//! The colours of operations can be told from each other by everyone who sees: with all three
//! kinds of cones, and with one of them missing.

#![expect(
    clippy::unreadable_literal,
    reason = "published matrices are compared with their source digit by digit"
)]

use eframe::egui::Color32;
use opatlas::draw::theme::{DARK, LIGHT};

/// Linear light as seen without one kind of cones, after Machado, Oliveira and Fernandes (2009),
/// at full severity: without long-, middle- and short-wave cones.
const WITHOUT: [[[f64; 3]; 3]; 3] = [
    [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
];

fn linear(color: Color32) -> [f64; 3] {
    [color.r(), color.g(), color.b()].map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    })
}

fn times(matrix: [[f64; 3]; 3], color: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| {
        row.iter()
            .zip(color)
            .map(|(part, light)| part * light)
            .sum()
    })
}

/// The place of linear light in Oklab, where distances are as large as they look.
fn oklab(color: [f64; 3]) -> [f64; 3] {
    let cones = times(
        [
            [0.4122214708, 0.5363325363, 0.0514459929],
            [0.2119034982, 0.6806995451, 0.1073969566],
            [0.0883024619, 0.2817188376, 0.6299787005],
        ],
        color,
    )
    .map(|cone| cone.max(0.0).cbrt());
    times(
        [
            [0.2104542553, 0.7936177850, -0.0040720468],
            [1.9779984951, -2.4285922050, 0.4505937099],
            [0.0259040371, 0.7827717662, -0.8086757660],
        ],
        cones,
    )
}

fn apart(one: [f64; 3], other: [f64; 3]) -> f64 {
    let [one, other] = [oklab(one), oklab(other)];
    one.iter()
        .zip(other)
        .map(|(a, b)| (a - b).powi(2))
        .sum::<f64>()
        .sqrt()
}

#[test]
fn sixteen_operations_can_be_told_apart_with_every_common_colour_vision() {
    // Where two colours touch, about 0.02 can be seen; bars do not touch.
    const NEIGHBOURS: f64 = 0.065;
    const ANY: f64 = 0.04;
    for palette in [LIGHT, DARK] {
        for (place, color) in palette.series.into_iter().enumerate() {
            for (other_place, other) in palette.series.into_iter().enumerate().skip(place + 1) {
                let needed = if other_place - place <= 4 {
                    NEIGHBOURS
                } else {
                    ANY
                };
                let (color, other) = (linear(color), linear(other));
                let seen = apart(color, other);
                assert!(seen >= needed, "{place} and {other_place}: {seen}");
                for (kind, cones) in WITHOUT.into_iter().enumerate() {
                    let inside = |light: [f64; 3]| light.map(|part| part.clamp(0.0, 1.0));
                    let seen = apart(inside(times(cones, color)), inside(times(cones, other)));
                    assert!(
                        seen >= needed,
                        "{place} and {other_place}, kind {kind}: {seen}"
                    );
                }
            }
        }
    }
}

#[test]
fn the_operations_of_a_family_share_a_hue_that_no_other_has_in_light_and_dark() {
    const HUES: [std::ops::Range<usize>; 5] = [0..3, 3..8, 8..11, 11..13, 13..16];
    let hue = |color: Color32| {
        let [_, a, b] = oklab(linear(color));
        b.atan2(a).to_degrees()
    };
    let mut colours: Vec<(usize, f64)> = Vec::new();
    for (family, places) in HUES.into_iter().enumerate() {
        for place in places {
            colours.extend([LIGHT, DARK].map(|palette| (family, hue(palette.series[place]))));
        }
    }
    for &(family, hue) in &colours {
        for &(other_family, other) in &colours {
            let turn = (hue - other).rem_euclid(360.0);
            let apart = turn.min(360.0 - turn);
            assert_eq!(
                family == other_family,
                apart < 24.0,
                "{family} and {other_family}: {apart}"
            );
        }
    }
}
