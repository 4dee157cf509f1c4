//! A change as it is written: "+48.7 %", "down > 25.0 %", "13 times", "up by 48.7 %".

use super::per_cents::{self, decimals, tellable, times};
use crate::model::{Amount, Open, Sign};
use crate::words::numerals::grouped;

/// A difference as it is written, a plus in front of what grew: "> +10.0 %", "−5 to +3 %". A
/// fall that is open to one side is told by its size: "down > 73.5 %".
pub(super) fn signed(
    amount: Amount,
    decimals: usize,
    suffix: &str,
    sign_text: fn(Sign) -> &'static str,
) -> String {
    let Some(sign) = amount.sign() else {
        return format!("{}{suffix}", range(amount, decimals, "to"));
    };
    let open = matches!(amount.open(), Open::Up | Open::Down);
    if amount.number() == 0.0 && open {
        return way_alone(amount).to_owned();
    }
    if let Some(fall) = amount.size().filter(|_| open && amount.number() < 0.0) {
        let sign = fall.sign().map_or("", sign_text);
        return format!("down {sign}{}{suffix}", fall.digits(decimals));
    }
    // The plus belongs to the number, behind any sign in front of it: "> +10.0 %".
    let (sign, plus) = (sign_text(sign), plus(amount.number()));
    format!("{sign}{plus}{}{suffix}", amount.digits(decimals))
}

/// "−5 to +3".
fn range(amount: Amount, decimals: usize, between: &str) -> String {
    let number = amount.number();
    let [less, more] = per_cents::of_ends(amount, decimals);
    let ends = amount.written_ends([less, more]);
    let (low, high) = ends.unwrap_or((number, number));
    let end = |number: f64, decimals| format!("{}{}", plus(number), grouped(number, decimals));
    format!("{} {between} {}", end(low, less), end(high, more))
}

fn plus(number: f64) -> &'static str {
    if number > 0.0 { "+" } else { "" }
}

/// What an open-ended change of nothing says: only which way.
fn way_alone(amount: Amount) -> &'static str {
    match amount.sign() {
        Some(Sign::MoreThan) => "up",
        Some(Sign::LessThan) => "down",
        Some(Sign::AtLeast) => "not down",
        Some(Sign::UpTo) => "not up",
        Some(Sign::Exact | Sign::About | Sign::Nearly) | None => "no change",
    }
}

/// "up by 48.7 % from the base", `from` being what stands behind the number: "down by less than
/// 25.6 %, if at all", "13 times as many", "between −5 and +3 %, not certain".
pub(super) fn change_words(change: Amount, from: &str) -> String {
    if let Some(times) = times(change, Amount::words) {
        let as_in = if from.is_empty() {
            ""
        } else {
            " as in the base"
        };
        return format!("{times} times as many{as_in}");
    }
    let number = change.number();
    let (Some(size), Some(_)) = (change.size(), change.sign()) else {
        let range = range(change, decimals(change), "and");
        return format!("between {range} %{from}{}", not_certain(change));
    };
    if number == 0.0 {
        return format!("{}{from}", way_alone(change));
    }
    let caveat = if size.open() == Open::Down {
        ", if at all"
    } else {
        ""
    };
    let way = if number < 0.0 { "down" } else { "up" };
    format!("{way} by {}{from}{caveat}", per_cents::size(change))
}

/// A change beside its mark: "+48.7 %", "13 times", "no change".
pub(super) fn change(change: Amount) -> String {
    if change == Amount::exact(0.0) {
        return "no change".to_owned();
    }
    if let Some(times) = times(change, Amount::short) {
        return format!("{times} times");
    }
    let change = tellable(change);
    signed(change, decimals(change), " %", Sign::mark)
}

/// What stands behind a change between two numbers that lie on either side of nothing.
pub(super) fn not_certain(change: Amount) -> &'static str {
    let (least, most) = change.reach();
    if least < 0.0 && most > 0.0 {
        ", not certain"
    } else {
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_change_is_not_none_and_a_large_one_is_told_in_times() {
        let said = |to: f64, from: f64| {
            let of = Amount::exact(to).change_from(Amount::exact(from));
            of.map(|of| change(of.times(100.0)))
        };
        assert_eq!(said(8_000_400.0, 8_000_000.0).as_deref(), Some("+0.005 %"));
        assert_eq!(said(8_000_000.0, 8_000_000.0).as_deref(), Some("no change"));
        assert_eq!(
            said(7_999_999.0, 8_000_000.0).as_deref(),
            Some("−0.000013 %")
        );
        assert_eq!(said(130.0, 10.0).as_deref(), Some("13 times"));
        assert_eq!(said(247.0, 10.0).as_deref(), Some("24.7 times"));
        assert_eq!(said(1.0, 9e15).as_deref(), Some("down > 99.999999 %"));
    }
}
