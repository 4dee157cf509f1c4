//! Quantities with numbers that they can stand for, and whether what is written of them is true.

use opatlas::model::Quantity;
use proptest::prelude::*;

/// A quantity with a number that it can stand for.
#[derive(Debug, Clone, Copy)]
pub struct Stated {
    /// As a source states it.
    pub quantity: Quantity,
    /// What is so.
    pub truth: f64,
}

/// `within` from 0 to 1 chooses among the numbers that a quantity can stand for.
pub fn stated(quantity: Quantity, within: f64) -> Stated {
    let among = |low: f64, high: f64| (low + (high - low) * within).round();
    let truth = match quantity {
        Quantity::Exactly(n) => n as f64,
        Quantity::About(n) => among((0.9 * n as f64).ceil(), (1.1 * n as f64).floor()),
        Quantity::Nearly(n) => among((0.9 * n as f64).ceil(), n as f64 - 1.0),
        Quantity::MoreThan(n) => among(n as f64 + 1.0, 3.0 * n as f64 + 1.0),
        Quantity::AtLeast(n) => among(n as f64, 3.0 * n as f64),
        Quantity::UpTo(n) => among(0.0, n as f64),
        Quantity::Between(low, high) => among(low as f64, high as f64),
        Quantity::Several | Quantity::Dozens | Quantity::Hundreds | Quantity::Thousands => 0.0,
    };
    Stated { quantity, truth }
}

/// Any of them with a number.
pub fn any_stated() -> impl Strategy<Value = Stated> {
    let number = prop_oneof![11_u64..60, 100_u64..3_000, 10_000_u64..9_000_000];
    let ends = [Just(0.0), Just(1.0)];
    let [low, high] = ends;
    (0..7_u8, number, prop_oneof![low, high, 0.0..1.0_f64]).prop_map(|(sign, n, within)| {
        let quantity = match sign {
            0 => Quantity::Exactly(n),
            1 => Quantity::About(n),
            2 => Quantity::Nearly(n),
            3 => Quantity::MoreThan(n),
            4 => Quantity::AtLeast(n),
            5 => Quantity::UpTo(n),
            _ => Quantity::Between(n, n + n / 3 + 1),
        };
        stated(quantity, within)
    })
}

/// Whether a text such as "> 48.1 %", "≈ 430", "−5.0 to +3.0 %" or "down > 25.0 %" is true of a
/// number.
pub fn holds(text: &str, truth: f64) -> bool {
    if let Some(range) = text.strip_suffix(", not certain") {
        return range.contains(" to ") && holds(range, truth);
    }
    if let Some(times) = text.strip_suffix(" times") {
        return holds(times, truth / 100.0 + 1.0);
    }
    let text = text.trim_end_matches(" %");
    match text {
        "up" => return truth > 0.0,
        "down" => return truth < 0.0,
        "not up" => return truth <= 0.0,
        "not down" => return truth >= 0.0,
        "no change" => return truth == 0.0,
        _ => {}
    }
    if let Some(fall) = text.strip_prefix("down ") {
        return holds(fall, -truth);
    }
    let range = text.split_once(" to ").or_else(|| text.split_once('–'));
    if let Some((low, high)) = range {
        let near = |number: f64| number.abs() * 1e-9 + 1e-9;
        let (low, high) = (number(low), number(high));
        return truth >= low - near(low) && truth <= high + near(high);
    }
    let first = text
        .find(|c: char| c.is_ascii_digit() || "+−".contains(c))
        .expect("a number");
    let (sign, digits) = text.split_at(first);
    let claimed = number(digits);
    let decimals = digits
        .split_once('.')
        .map_or(0, |(_, after)| after.trim_end_matches(" million").len());
    let half_a_unit =
        0.5 * 10_f64.powi(-i32::try_from(decimals).expect("few decimals")) * (1.0 + 1e-9);
    match sign.trim() {
        "" => (truth - claimed).abs() <= half_a_unit + claimed.abs() * 1e-12,
        // What is only about right may be off, but not go the other way.
        "≈" | "nearly" => truth.signum() == claimed.signum(),
        ">" => truth > claimed,
        "≥" => truth >= claimed - claimed.abs() * 1e-12,
        "<" => truth < claimed,
        "≤" => truth <= claimed + claimed.abs() * 1e-12,
        other => panic!("what is {other:?} in {text:?}?"),
    }
}

fn number(text: &str) -> f64 {
    let (text, times) = match text.strip_suffix(" million") {
        Some(text) => (text, 1e6),
        None => (text, 1.0),
    };
    let plain: String = text
        .replace('−', "-")
        .chars()
        .filter(|c| !",+".contains(*c))
        .collect();
    times
        * plain
            .parse::<f64>()
            .unwrap_or_else(|_| panic!("{text:?} is no number"))
}
