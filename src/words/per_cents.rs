//! Per cents: what is not nothing is never written as 0, what is not all never as 100, and what
//! is many times as much is told as that.

use crate::model::{Amount, Open, Sign};

/// The most decimals of a per cent, and the least that can be told with them.
const MOST_DECIMALS: usize = 6;
const LEAST: f64 = 1e-6;

/// From which change in per cent on it is told how many times as much it is.
const MANY_TIMES: f64 = 900.0;

/// How far what is written may be off, as a part of what it tells.
const OFF: f64 = 0.1;

/// How many decimals a per cent is written with: what is only about right has none to spare.
pub(super) fn decimals(amount: Amount) -> usize {
    let number = amount.number().abs();
    let rough = matches!(amount.open(), Open::Around | Open::Below);
    let usual = usize::from(!rough || number < 10.0);
    let short_of_all = if rough {
        0.0
    } else {
        (100.0 - number).max(0.0)
    };
    telling(number, usual).max(telling(short_of_all, usual))
}

/// At least the usual decimals, and as many as it takes to tell a small number from nothing.
pub(super) fn telling(number: f64, usual: usize) -> usize {
    let size = number.abs();
    let unit = |decimals: usize| 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
    if size <= 0.0 || size >= unit(usual) {
        return usual;
    }
    let tells = |&decimals: &usize| {
        let written = (size / unit(decimals)).round() * unit(decimals);
        (written - size).abs() <= size * OFF
    };
    (usual..MOST_DECIMALS).find(tells).unwrap_or(MOST_DECIMALS)
}

/// How many decimals the ends of a range are written with: neither is written as nothing that is
/// something, though it is rounded down.
pub(super) fn of_ends(amount: Amount, usual: usize) -> [usize; 2] {
    [amount.low().unwrap_or(0.0), amount.number()].map(|end| match telling(end, usual) {
        decimals if decimals > usual => decimals + 1,
        usual => usual,
    })
}

/// What can be told of it with so many decimals as there are.
pub(super) fn tellable(amount: Amount) -> Amount {
    let number = amount.number();
    let (below, above) = if number < 0.0 {
        (Sign::MoreThan, Sign::LessThan)
    } else {
        (Sign::LessThan, Sign::MoreThan)
    };
    let short_of_all = 100.0 - number.abs();
    match amount.open() {
        Open::No | Open::Around | Open::Below if number != 0.0 && number.abs() < LEAST / 2.0 => {
            Amount::new(LEAST.copysign(number), below)
        }
        Open::No if short_of_all > 0.0 && short_of_all < LEAST / 2.0 => {
            Amount::new((100.0 - LEAST).copysign(number), above)
        }
        Open::No | Open::Around | Open::Below | Open::Up | Open::Down | Open::Within => amount,
    }
}

/// "33.8 %", "> 48.1 %", "≈ 0.0015 %".
pub(super) fn share(amount: Amount, write: fn(Amount, usize) -> String) -> String {
    let amount = tellable(amount);
    format!("{} %", write(amount, decimals(amount)))
}

/// How large a change is without saying which way: "25.0 %".
pub(super) fn size(amount: Amount) -> String {
    share(amount.size().unwrap_or(amount), Amount::words)
}

/// How many times as much it has become, where per cents would be absurd: "13", "more than 24.7".
pub(super) fn times(change: Amount, write: fn(Amount, usize) -> String) -> Option<String> {
    (change.number() >= MANY_TIMES).then(|| {
        let times = change.times(0.01).plus(1.0);
        let whole =
            times.number().fract() == 0.0 && times.low().is_none_or(|low| low.fract() == 0.0);
        let rough = matches!(times.open(), Open::Around | Open::Below);
        let decimals = usize::from(!whole && !rough && times.number() < 1000.0);
        write(times, decimals)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(part: f64, whole: Amount) -> Option<String> {
        let share_of = Amount::exact(part).over(whole)?.times(100.0);
        Some(share(share_of, Amount::short))
    }

    #[test]
    fn a_small_share_is_not_nothing_and_a_large_one_not_all() {
        let eight = Amount::exact(8_000_000.0);
        let nearly = Amount::of_count(8_000_000, Sign::Nearly);
        let said = |part: f64| written(part, eight);
        assert_eq!(written(120.0, nearly).as_deref(), Some("> 0.0015 %"));
        assert_eq!(said(0.0).as_deref(), Some("0.0 %"));
        assert_eq!(said(4.0).as_deref(), Some("0.00005 %"));
        assert_eq!(said(7_999_999.0).as_deref(), Some("99.999988 %"));
        assert_eq!(said(8_000_000.0).as_deref(), Some("100.0 %"));
        let huge = Amount::exact(9e15);
        assert_eq!(written(1.0, huge).as_deref(), Some("< 0.000001 %"));
        assert_eq!(written(9e15 - 1.0, huge).as_deref(), Some("> 99.999999 %"));
    }
}
