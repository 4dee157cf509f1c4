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

/// Grid lines for differences, from `low` at most 0 to `high` at least 0: the steps of
/// [`ticks`], with their sign in front.
pub fn ticks_between(low: f64, high: f64, wanted: usize, suffix: &str) -> Vec<Tick> {
    let (below, above) = (-low.min(0.0), high.max(0.0));
    let span = below + above;
    let steps = ticks(span, wanted, suffix);
    let signed = |tick: &Tick, sign: &str, way: f64| Tick {
        at: way * tick.at,
        label: format!("{sign}{}", tick.label),
    };
    let mut found: Vec<Tick> = steps
        .iter()
        .skip(1)
        .filter(|tick| tick.at <= below)
        .map(|tick| signed(tick, "−", -1.0))
        .collect();
    found.reverse();
    found.push(Tick {
        at: 0.0,
        label: "0".to_owned(),
    });
    found.extend(
        steps
            .iter()
            .skip(1)
            .filter(|tick| tick.at <= above)
            .map(|tick| signed(tick, "+", 1.0)),
    );
    found
}

/// Grid lines at round numbers within two positive ends of a logarithmic axis, at their
/// logarithms to base ten: powers of ten, with 2 and 5 times these where few would fit.
pub fn log_ticks(low: f64, high: f64, wanted: usize, suffix: &str) -> Vec<Tick> {
    let exponents = low.log10().floor() as i32..=high.log10().ceil() as i32;
    let within = |times: &[f64]| -> Vec<Tick> {
        exponents
            .clone()
            .flat_map(|exponent| times.iter().map(move |times| times * 10_f64.powi(exponent)))
            .filter(|&at| at >= low * (1.0 - 1e-9) && at <= high * (1.0 + 1e-9))
            .map(|at| {
                let decimals = usize::try_from(-(at.log10() + 1e-9).floor() as i32).unwrap_or(0);
                Tick {
                    at: at.log10(),
                    label: label(at, decimals, suffix),
                }
            })
            .collect()
    };
    let all = [
        within(&[1.0, 2.0, 5.0]),
        within(&[1.0, 3.0]),
        within(&[1.0]),
    ];
    if let Some(fitting) = all.iter().find(|ticks| ticks.len() <= wanted.max(2)) {
        return fitting.clone();
    }
    // Over many powers of ten, every second or third of them is enough.
    let powers = within(&[1.0]);
    let step = powers.len().div_ceil(wanted.max(2));
    powers.into_iter().step_by(step).collect()
}

/// The first days of years within two ends, in years; every second, fifth or tenth year where
/// more would not fit.
pub fn year_ticks(first: f64, last: f64, wanted: usize) -> Vec<Tick> {
    let span = last - first;
    let step = [1, 2, 5, 10, 20, 50, 100]
        .into_iter()
        .find(|&step| span / f64::from(step) <= wanted.max(1) as f64);
    let step = step.unwrap_or(100);
    (first.ceil() as i32..=last.floor() as i32)
        .filter(|year| year % step == 0)
        .map(|year| Tick {
            at: f64::from(year),
            label: year.to_string(),
        })
        .collect()
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
    fn ticks_of_changes_carry_their_sign() {
        let labels: Vec<String> = ticks_between(-40.0, 120.0, 4, " %")
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(labels, ["0", "+50 %", "+100 %"]);
        let labels: Vec<String> = ticks_between(-60.0, 0.0, 3, " %")
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(labels, ["−60 %", "−40 %", "−20 %", "0"]);
    }

    #[test]
    fn a_logarithmic_axis_over_many_powers_of_ten_stays_sparse() {
        let ticks = log_ticks(1e-8, 1e6, 4, "");
        assert!((2..=4).contains(&ticks.len()), "{ticks:?}");
    }

    #[test]
    fn a_logarithmic_axis_has_round_numbers_too() {
        let labels: Vec<String> = log_ticks(50.0, 20_000.0, 4, "")
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(labels, ["100", "1,000", "10,000"]);
        let labels: Vec<String> = log_ticks(0.5, 20.0, 6, "")
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(labels, ["0.5", "1", "2", "5", "10", "20"]);
    }

    #[test]
    fn years_are_left_out_where_they_would_crowd() {
        let labels = |wanted| {
            year_ticks(2018.9, 2026.0, wanted)
                .into_iter()
                .map(|tick| tick.label)
                .collect::<Vec<_>>()
        };
        assert_eq!(labels(4), ["2020", "2022", "2024", "2026"]);
        assert_eq!(labels(9).len(), 8);
    }

    #[test]
    fn nothing_to_measure_has_only_a_zero() {
        assert_eq!(labels(0.0, 4), ["0"]);
        assert_eq!(labels(f64::NAN, 4), ["0"]);
    }
}
