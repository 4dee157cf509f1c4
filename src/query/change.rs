//! What lies between two figures: how much, in per cent, and in words.

use super::measure::{Measured, Value};
use crate::model::{Amount, Open, Sign};

/// A difference as it is written, a plus in front of what grew: "> +10.0 %", "−5 to +3 %". A
/// fall that is open to one side is told by its size: "down > 73.5 %".
pub(super) fn signed(
    amount: Amount,
    decimals: usize,
    suffix: &str,
    write: fn(Amount, usize) -> String,
) -> String {
    let plus = |number: f64| if number > 0.0 { "+" } else { "" };
    if let Some((low, high)) = amount.written_ends(decimals) {
        let end =
            |number: f64| format!("{}{}", plus(number), Amount::exact(number).short(decimals));
        return format!("{} to {}{suffix}", end(low), end(high));
    }
    let open = matches!(amount.open(), Open::Up | Open::Down);
    if amount.number() == 0.0 && open {
        return way_alone(amount).to_owned();
    }
    if let Some(fall) = amount.size().filter(|_| open && amount.number() < 0.0) {
        return format!("down {}{suffix}", write(fall, decimals));
    }
    let text = write(amount, decimals);
    // The plus belongs to the number, behind any sign in front of it: "> +10.0 %".
    let split = text.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (sign, digits) = text.split_at(split);
    format!("{sign}{}{digits}{suffix}", plus(amount.number()))
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

/// From a base operation's figure to another's, both on one footing.
#[derive(Debug, Clone, PartialEq)]
pub struct Step<'a> {
    /// The base operation's figure.
    pub from: Measured<'a>,
    /// The other operation's.
    pub to: Measured<'a>,
    /// How much it changed, in the figure's own unit; `None` when nothing can be said.
    pub absolute: Option<Amount>,
    /// The change in per cent of the base's figure, or why none can be stated.
    pub per_cent: Result<Amount, &'static str>,
}

impl<'a> Step<'a> {
    /// The step between two figures of one metric.
    pub fn between(from: Measured<'a>, to: Measured<'a>) -> Self {
        let missing = |measured: &Measured<'_>, at_base: bool| match (&measured.value, at_base) {
            (Value::NotReported, true) => "not reported before",
            (Value::NotReported, false) => "not reported after",
            (Value::NotComputable(why), _) if measured.states_number() => *why,
            (_, true) => "no number before",
            (_, false) => "no number after",
        };
        let (absolute, per_cent) = match (from.amount(), to.amount()) {
            (Some(base), Some(amount)) => {
                let per_cent = per_cent_change(amount, base);
                let clear = per_cent != Err(NOT_CLEAR);
                (difference(amount, base).filter(|_| clear), per_cent)
            }
            (None, None) if from.value == Value::NotReported && to.value == Value::NotReported => {
                (None, Err("not reported by either"))
            }
            (None, _) => (None, Err(missing(&from, true))),
            (Some(_), None) => (None, Err(missing(&to, false))),
        };
        Self {
            from,
            to,
            absolute,
            per_cent,
        }
    }

    /// "+1,227"; `None` when nothing can be said, or nothing changed.
    pub fn absolute_short(&self) -> Option<String> {
        let amount = self
            .absolute
            .filter(|&amount| amount != Amount::exact(0.0))?;
        Some(signed(
            amount,
            self.from
                .amount()
                .into_iter()
                .chain(self.to.amount())
                .map(|end| self.to.decimals(end))
                .min()
                .unwrap_or(0),
            "",
            Amount::short,
        ))
    }

    /// "+48.7 %", or why no per cent can be stated.
    pub fn per_cent_short(&self) -> String {
        match self.per_cent {
            Ok(amount) if amount == Amount::exact(0.0) => "no change".to_owned(),
            Ok(amount) => signed(amount, per_cent_decimals(amount), " %", Amount::short),
            Err(_) if self.absolute == Some(Amount::exact(0.0)) => "no change".to_owned(),
            Err(why) => why.to_owned(),
        }
    }

    /// "up by more than 111.8 %", or why no per cent can be stated.
    pub fn words(&self) -> String {
        match self.per_cent {
            Ok(amount) => change_words(amount, ""),
            Err(why) => match self.absolute.filter(|_| self.per_cent != Err(NOT_CLEAR)) {
                Some(absolute) if absolute == Amount::exact(0.0) => "no change".to_owned(),
                Some(absolute) => {
                    let decimals = self.to.decimals(absolute);
                    let by = signed(absolute, decimals, "", Amount::words);
                    format!("{by}, {why}")
                }
                None => format!("no change can be stated, {why}"),
            },
        }
    }
}

/// "up by 48.7 % from the base", `from` being what stands behind the number: "down by less than
/// 25.6 %, if at all", "between −5 and +3 %".
pub(super) fn change_words(change: Amount, from: &str) -> String {
    let number = change.number();
    let (Some(size), Some(_)) = (change.size(), change.sign()) else {
        return format!(
            "between {}{from}",
            signed(change, 1, " %", Amount::words).replacen(" to ", " and ", 1)
        );
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
    let size = size.words(per_cent_decimals(change));
    format!("{way} by {size} %{from}{caveat}")
}

/// What lies between two amounts; `None` when their signs together leave nothing to state.
fn difference(to: Amount, from: Amount) -> Option<Amount> {
    let number = to.number() - from.number();
    if from == Amount::exact(0.0) {
        return Some(to);
    }
    // Taking away is open to the same side as dividing by.
    let ratio = to.over(loosened(from))?;
    Some(match ratio.sign() {
        Some(sign) => to.beyond(from, blurred(sign, number, from.number())),
        None => Amount::between(
            to.low().unwrap_or(to.number()) - from.number(),
            to.number() - from.low().unwrap_or(from.number()),
        ),
    })
}

/// The change from one amount to another in per cent, or why none can be stated.
pub(super) fn per_cent_change(to: Amount, from: Amount) -> Result<Amount, &'static str> {
    if from.number() <= 0.0 {
        return Err("no per cent of zero");
    }
    let rough = |amount: Amount| amount.open() == Open::Around;
    let ((low, high), (from_low, from_high)) = (to.reach(), from.reach());
    if (rough(to) || rough(from)) && low <= from_high && from_low <= high {
        return Err(NOT_CLEAR);
    }
    let change = to.change_from(loosened(from)).ok_or(TOO_LOOSE)?;
    let change = match change.sign() {
        Some(sign) => change.with_sign(blurred(sign, change.number(), 1.0)),
        None => change,
    };
    Ok(change.times(100.0))
}

/// Why no change is stated between numbers of which one is only about right: which way it went
/// would be a guess.
const NOT_CLEAR: &str = "up or down, not certain";

/// Why two amounts are not put together: their signs leave nothing to state.
pub(super) const TOO_LOOSE: &str = "too loosely stated";

/// How many decimals a change in per cent is written with: what is only about right has none
/// to spare.
pub fn per_cent_decimals(amount: Amount) -> usize {
    usize::from(amount.open() != Open::Around || amount.number().abs() < 10.0)
}

/// An amount to divide by. One divided by "nearly" 500 is little more than one divided by 500,
/// which "about" says better than an open end would.
pub(super) fn loosened(divisor: Amount) -> Amount {
    match divisor.sign() {
        Some(Sign::Nearly) => divisor.with_sign(Sign::About),
        _ => divisor,
    }
}

/// "Nearly" of a difference that is small beside what it is taken from, or below zero, says no
/// more than "about": the true one may lie on either side.
fn blurred(sign: Sign, difference: f64, whole: f64) -> Sign {
    if sign == Sign::Nearly && difference < whole {
        Sign::About
    } else {
        sign
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;
    use crate::query::measure::{Measure, measured};

    fn step(metric: &str, measure: Measure) -> (String, String, String) {
        let atlas = fixture::atlas();
        let metric = atlas.metric(metric).unwrap();
        let measured =
            |id: &str| measured(&atlas, atlas.operation(id).unwrap(), metric, measure, None);
        let step = Step::between(measured("liberterra-2"), measured("liberterra-3"));
        (
            step.absolute_short().unwrap_or_default(),
            step.per_cent_short(),
            step.words(),
        )
    }

    #[test]
    fn a_step_says_how_much_in_numbers_and_per_cent() {
        let said = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
        assert_eq!(
            step("arrests", Measure::Total),
            said("+1,227", "+48.7 %", "up by 48.7 %")
        );
        assert_eq!(
            step("arrests", Measure::PerDay),
            said("−107.5", "−25.6 %", "down by 25.6 %")
        );
        assert_eq!(step("arrests", Measure::PerCountry).1, "+45.0 %");
        assert_eq!(
            step("arrests_trafficking_smuggling", Measure::Total),
            said("> +950", "> +111.8 %", "up by more than 111.8 %")
        );
        assert_eq!(
            step("officers", Measure::Total),
            said(
                "",
                "no number before",
                "no change can be stated, no number before"
            )
        );
    }

    #[test]
    fn a_fall_is_told_by_its_size() {
        use Sign::{AtLeast, LessThan, MoreThan, Nearly};
        let change = |to: f64, sign| {
            per_cent_change(Amount::new(to, sign), Amount::exact(100.0))
                .map(|change| change_words(change, ""))
        };
        assert_eq!(
            change(75.0, MoreThan).as_deref(),
            Ok("down by less than 25.0 %, if at all")
        );
        assert_eq!(
            change(75.0, LessThan).as_deref(),
            Ok("down by more than 25.0 %")
        );
        assert_eq!(
            change(150.0, AtLeast).as_deref(),
            Ok("up by at least 50.0 %")
        );
        assert_eq!(change(150.0, Nearly).as_deref(), Ok("up by about 50 %"));
    }

    #[test]
    fn numbers_that_are_only_about_right_and_near_each_other_show_no_change() {
        use Sign::{About, MoreThan, Nearly};
        let about = |number| Amount::new(number, About);
        // 775 and 760 may be 700 and 830, or 850 and 690.
        assert_eq!(per_cent_change(about(760.0), about(775.0)), Err(NOT_CLEAR));
        assert_eq!(
            per_cent_change(Amount::new(103.0, Nearly), Amount::exact(100.0)),
            Err(NOT_CLEAR)
        );
        assert!(per_cent_change(about(1000.0), about(775.0)).is_ok());
        assert_eq!(
            per_cent_change(about(12_000.0), Amount::new(10_000.0, MoreThan)),
            Err(NOT_CLEAR)
        );
    }

    #[test]
    fn an_open_ended_change_of_nothing_says_only_which_way() {
        use Sign::{LessThan, MoreThan};
        let said = |sign| {
            let change = per_cent_change(Amount::new(200.0, sign), Amount::exact(200.0)).unwrap();
            (
                signed(change, 1, " %", Amount::short),
                change_words(change, ""),
            )
        };
        assert_eq!(said(MoreThan), ("up".to_owned(), "up".to_owned()));
        assert_eq!(said(LessThan), ("down".to_owned(), "down".to_owned()));
    }

    #[test]
    fn from_zero_there_is_a_change_but_no_per_cent() {
        let mut atlas = fixture::atlas();
        let arrests = atlas.metric("arrests").unwrap().clone();
        for operation in &mut atlas.operations {
            for figure in &mut operation.figures {
                if figure.metric == arrests.id && operation.id.as_str() == "liberterra-2" {
                    for report in &mut figure.reports {
                        report.quantity = crate::model::Quantity::Exactly(0);
                    }
                }
            }
        }
        let measured = |id: &str| {
            let operation = atlas.operation(id).unwrap();
            measured(&atlas, operation, &arrests, Measure::Total, None)
        };
        let step = Step::between(measured("liberterra-2"), measured("liberterra-3"));
        assert_eq!(step.words(), "+3,744, no per cent of zero");
        let same = Step::between(measured("liberterra-2"), measured("liberterra-2"));
        assert_eq!(
            (same.words(), same.per_cent_short()),
            ("no change".to_owned(), "no change".to_owned())
        );
    }

    #[test]
    fn an_open_ended_fall_is_written_by_its_size() {
        let change = per_cent_change(Amount::new(75.0, Sign::LessThan), Amount::exact(100.0));
        let written = change.map(|change| signed(change, 1, " %", Amount::short));
        assert_eq!(written.as_deref(), Ok("down > 25.0 %"));
    }
}
