//! Where grid lines go: round numbers, few of them.

use crate::model::numerals::grouped;

/// A grid line with its label.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Where on the axis.
    pub at: f64,
    /// What stands beside it.
    pub label: String,
}

/// Grid lines from 0 to at most `largest`, about `wanted` of them, in steps of 1, 2 or 5 times
/// a power of ten. `suffix` follows every label but the zero's: " %".
pub fn ticks(largest: f64, wanted: usize, suffix: &str) -> Vec<Tick> {
    if largest <= 0.0 || !largest.is_finite() || wanted == 0 {
        return vec![Tick {
            at: 0.0,
            label: "0".to_owned(),
        }];
    }
    let rough = largest / wanted as f64;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|times| times * power)
        .find(|&step| step >= rough);
    let step = step.unwrap_or(10.0 * power);
    let decimals = usize::try_from(-(step.log10().floor() as i32)).unwrap_or(0);
    let count = (largest / step + 1e-9).floor() as u32;
    (0..=count)
        .map(|index| {
            let at = f64::from(index) * step;
            let label = if index == 0 {
                "0".to_owned()
            } else {
                label(at, decimals, suffix)
            };
            Tick { at, label }
        })
        .collect()
}

fn label(at: f64, decimals: usize, suffix: &str) -> String {
    if at >= 1e6 {
        let millions = at / 1e6;
        let decimals = usize::from(millions.fract() > 1e-9);
        return format!("{} million{suffix}", grouped(millions, decimals));
    }
    format!("{}{suffix}", grouped(at, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(largest: f64, wanted: usize) -> Vec<String> {
        ticks(largest, wanted, "")
            .into_iter()
            .map(|tick| tick.label)
            .collect()
    }

    #[test]
    fn ticks_are_round_and_few() {
        assert_eq!(labels(17_793.0, 4), ["0", "5,000", "10,000", "15,000"]);
        assert_eq!(
            labels(8_000_000.0, 4),
            ["0", "2 million", "4 million", "6 million", "8 million"]
        );
        assert_eq!(labels(0.8, 4), ["0", "0.2", "0.4", "0.6", "0.8"]);
        assert_eq!(labels(3.0, 4), ["0", "1", "2", "3"]);
    }

    #[test]
    fn nothing_to_measure_has_only_a_zero() {
        assert_eq!(labels(0.0, 4), ["0"]);
        assert_eq!(labels(f64::NAN, 4), ["0"]);
    }
}
