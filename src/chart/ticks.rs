//! Where grid lines go: round numbers, few of them.

use crate::words::numerals::grouped;

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
    ticks_within(0.0, largest, wanted, suffix, false)
}

/// Grid lines for differences, from `low` at most 0 to `high` at least 0, with their sign in
/// front.
pub fn ticks_between(low: f64, high: f64, wanted: usize, suffix: &str) -> Vec<Tick> {
    ticks_within(low.min(0.0), high.max(0.0), wanted, suffix, true)
}

/// Grid lines at round numbers between two ends, about `wanted` of them; `signed` puts a plus
/// before what lies above zero.
pub fn ticks_within(low: f64, high: f64, wanted: usize, suffix: &str, signed: bool) -> Vec<Tick> {
    let span = high - low;
    if span <= 0.0 || !span.is_finite() || wanted == 0 {
        return vec![Tick {
            at: 0.0,
            label: "0".to_owned(),
        }];
    }
    ticks_in_steps(
        (low, high),
        round_step(span / wanted as f64),
        suffix,
        signed,
    )
}

/// Grid lines at the multiples of a step between two ends; see [`ticks_within`].
pub fn ticks_in_steps((low, high): (f64, f64), step: f64, suffix: &str, signed: bool) -> Vec<Tick> {
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    let most = first.abs().max(last.abs()) as f64;
    (first..=last)
        .map(|index| {
            let at = index as f64 * step;
            let sign = match index {
                0 => {
                    return Tick {
                        at: 0.0,
                        label: "0".to_owned(),
                    };
                }
                ..0 => "−",
                1.. if signed => "+",
                1.. => "",
            };
            Tick {
                at,
                label: format!("{sign}{}", label(at.abs(), step, step * most, suffix)),
            }
        })
        .collect()
}

/// The step of 1, 2 or 5 times a power of ten that is at least so large.
pub fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.max(f64::MIN_POSITIVE).log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|times| times * power)
        .find(|&step| step >= rough)
        .unwrap_or(10.0 * power)
}

/// What large numbers are counted in, the largest first.
const LARGE: [(f64, &str); 3] = [(1e12, "trillion"), (1e9, "billion"), (1e6, "million")];

/// The most decimals of millions and the like: beyond, digits are easier to read.
const LARGE_DECIMALS: usize = 2;

/// A number with as many digits as tell it from one a step away, in millions and the like where the
/// numbers beside it are, up to `most`.
fn label(at: f64, step: f64, most: f64, suffix: &str) -> String {
    // No step so small that a number tells it has more.
    let decimals = |step: f64| (-(step.log10() + 1e-9).floor()).clamp(0.0, 16.0) as usize;
    let reads = |&&(unit, _): &&(f64, &str)| {
        let of_unit = decimals(step / unit);
        let beside = most >= unit && of_unit < LARGE_DECIMALS;
        beside || at >= unit && of_unit <= LARGE_DECIMALS
    };
    let Some((unit, word)) = LARGE.iter().find(reads) else {
        return format!("{}{suffix}", grouped(at, decimals(step)));
    };
    let units = at / unit;
    let whole = (units - units.round()).abs() < 1e-9 * units;
    let decimals = if whole { 0 } else { decimals(step / unit) };
    format!("{} {word}{suffix}", grouped(units, decimals))
}

/// The largest power of ten that is a number.
const LARGEST_POWER: f64 = 300.0;

/// Grid lines at round numbers within two positive ends of a logarithmic axis, at their
/// logarithms to base ten: powers of ten, with 2 and 5 times these where few would fit.
pub fn log_ticks(low: f64, high: f64, wanted: usize, suffix: &str) -> Vec<Tick> {
    // Whatever room an axis has, its numbers are some that can be written.
    let exponent = |at: f64| at.log10().clamp(-LARGEST_POWER, LARGEST_POWER);
    let exponents = exponent(low).floor() as i32..=exponent(high).ceil() as i32;
    let within = |times: &[f64]| -> Vec<Tick> {
        exponents
            .clone()
            .flat_map(|exponent| times.iter().map(move |times| times * 10_f64.powi(exponent)))
            .filter(|&at| at >= low * (1.0 - 1e-9) && at <= high * (1.0 + 1e-9))
            .map(|at| {
                let power = 10_f64.powf((at.log10() + 1e-9).floor());
                Tick {
                    at: at.log10(),
                    label: label(at, power, at, suffix),
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

/// Grid lines in time between two ends in years: where years begin, every second, fifth or tenth
/// where more would not fit; where months begin, when the ends are near.
pub fn time_ticks(first: f64, last: f64, wanted: usize) -> Vec<Tick> {
    let span = last - first;
    let wanted = wanted.max(1) as f64;
    let months = [1, 3, 6]
        .into_iter()
        .find(|&step| span * 12.0 / f64::from(step) <= wanted);
    if let Some(step) = months.filter(|_| span < NEAR) {
        return month_ticks(first, last, step);
    }
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500]
        .into_iter()
        .find(|&step| span / f64::from(step) <= wanted);
    let step = step.unwrap_or(1000);
    (first.ceil() as i32..=last.floor() as i32)
        .filter(|year| year % step == 0)
        .map(|year| Tick {
            at: f64::from(year),
            label: year.to_string(),
        })
        .collect()
}

/// How many years may lie between two ends for months to be told.
const NEAR: f64 = 3.0;

fn month_ticks(first: f64, last: f64, step: i8) -> Vec<Tick> {
    let years = first.floor() as i16..=last.floor() as i16;
    let months = (1..=12_i8).step_by(usize::from(step.unsigned_abs()));
    years
        .flat_map(|year| months.clone().map(move |month| (year, month)))
        .filter_map(|(year, month)| {
            let day = jiff::civil::Date::new(year, month, 1).ok()?;
            let at =
                f64::from(year) + f64::from(day.day_of_year() - 1) / f64::from(day.days_in_year());
            let label = if month == 1 {
                year.to_string()
            } else {
                day.strftime("%b").to_string()
            };
            (first <= at && at <= last).then_some(Tick { at, label })
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
        assert_eq!(labels(1_333_333.0, 4), ["0", "0.5 million", "1 million"]);
        assert_eq!(labels(999_999_999_999.0, 1), ["0", "1 trillion"]);
        assert_eq!(labels(0.8, 4), ["0", "0.2", "0.4", "0.6", "0.8"]);
        assert_eq!(labels(3.0, 4), ["0", "1", "2", "3"]);
    }

    #[test]
    fn every_label_is_the_number_of_its_line() {
        let within = |low: f64, high: f64| -> Vec<String> {
            let ticks = ticks_within(low, high, 4, "", false);
            ticks.into_iter().map(|tick| tick.label).collect()
        };
        assert_eq!(
            within(1_000_000.0, 1_200_000.0),
            [
                "1 million",
                "1.05 million",
                "1.10 million",
                "1.15 million",
                "1.20 million"
            ]
        );
        assert_eq!(within(5_000_003.0, 5_000_014.0), ["5,000,005", "5,000,010"]);
        for (low, high) in [
            (0.0, 3.3e6),
            (4.1e14, 5.2e14),
            (1e6, 1e6 + 0.7),
            (0.0011, 0.0013),
        ] {
            for wanted in 1..8 {
                let ticks = ticks_within(low, high, wanted, "", false);
                for (index, tick) in ticks.iter().enumerate() {
                    let others = &ticks[index + 1..];
                    assert!(
                        others.iter().all(|other| other.label != tick.label),
                        "{ticks:?}"
                    );
                    let plain = tick.label.replace(',', "");
                    let (digits, unit) = plain.split_once(' ').unwrap_or((&plain, ""));
                    let times = LARGE.iter().find(|(_, word)| *word == unit);
                    let times = times.map_or(1.0, |(times, _)| *times);
                    let said = digits.parse::<f64>().unwrap() * times;
                    assert!((said - tick.at).abs() <= tick.at * 1e-12, "{tick:?}");
                }
            }
        }
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
            time_ticks(2018.9, 2026.0, wanted)
                .into_iter()
                .map(|tick| tick.label)
                .collect::<Vec<_>>()
        };
        assert_eq!(labels(4), ["2020", "2022", "2024", "2026"]);
        assert_eq!(labels(9).len(), 8);
    }

    #[test]
    fn months_are_told_where_the_ends_are_near() {
        let labels: Vec<String> = time_ticks(2024.4, 2025.3, 12)
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(
            labels,
            [
                "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "2025", "Feb", "Mar", "Apr"
            ]
        );
        let quarters: Vec<String> = time_ticks(2023.9, 2025.6, 8)
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(
            quarters,
            ["2024", "Apr", "Jul", "Oct", "2025", "Apr", "Jul"]
        );
    }

    #[test]
    fn a_part_of_an_axis_has_its_own_round_numbers() {
        let labels: Vec<String> = ticks_within(1_180.0, 1_420.0, 4, "", false)
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(labels, ["1,200", "1,300", "1,400"]);
    }

    #[test]
    fn nothing_to_measure_has_only_a_zero() {
        assert_eq!(labels(0.0, 4), ["0"]);
        assert_eq!(labels(f64::NAN, 4), ["0"]);
    }
}
