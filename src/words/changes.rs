//! Changes: "+48.7 %", "up by more than 111.8 %", "no change can be stated, no number before".

use crate::model::{Amount, Metric, Open, Operation, Sign};
use crate::query::step::{End, NoChange, Step};
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
    let (low, high) = amount.written_ends(decimals).unwrap_or((number, number));
    let end = |number: f64| format!("{}{}", plus(number), grouped(number, decimals));
    format!("{} {between} {}", end(low), end(high))
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
/// 25.6 %, if at all", "between −5 and +3 %".
pub(super) fn change_words(change: Amount, from: &str) -> String {
    let number = change.number();
    let (Some(size), Some(_)) = (change.size(), change.sign()) else {
        return format!("between {} %{from}", range(change, 1, "and"));
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

/// How many decimals a change in per cent is written with: what is only about right has none
/// to spare.
pub fn per_cent_decimals(amount: Amount) -> usize {
    usize::from(amount.open() != Open::Around || amount.number().abs() < 10.0)
}

impl NoChange {
    /// In a few words: "not reported before".
    pub fn words(self) -> &'static str {
        match self {
            Self::NeitherReported => "not reported by either",
            Self::NotReported(End::Before) => "not reported before",
            Self::NotReported(End::After) => "not reported after",
            Self::LeftOut(End::Before) => "left out before, see problems",
            Self::LeftOut(End::After) => "left out after, see problems",
            Self::NoNumber(End::Before) => "no number before",
            Self::NoNumber(End::After) => "no number after",
            Self::NotComputable(why) => why.words(),
        }
    }
}

impl Step<'_> {
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
            Sign::mark,
        ))
    }

    /// "+48.7 %", or why no per cent can be stated.
    pub fn per_cent_short(&self) -> String {
        match self.per_cent {
            Ok(amount) if amount == Amount::exact(0.0) => "no change".to_owned(),
            Ok(amount) => signed(amount, per_cent_decimals(amount), " %", Sign::mark),
            Err(_) if self.absolute == Some(Amount::exact(0.0)) => "no change".to_owned(),
            Err(why) => why.words().to_owned(),
        }
    }

    /// The change in per cent and in numbers: "+48.7 %  (+1,227)", or why none can be stated.
    pub fn short(&self) -> String {
        let per_cent = self.per_cent_short();
        match self.absolute_short() {
            Some(absolute) => format!("{per_cent}  ({absolute})"),
            None => per_cent,
        }
    }

    /// "up by more than 111.8 %", or why no per cent can be stated.
    pub fn words(&self) -> String {
        match self.per_cent {
            Ok(amount) => change_words(amount, ""),
            Err(why) => match self.absolute {
                Some(absolute) if absolute == Amount::exact(0.0) => "no change".to_owned(),
                Some(absolute) => {
                    let decimals = self.to.decimals(absolute);
                    let by = signed(absolute, decimals, "", Sign::words);
                    format!("{by}, {}", why.words())
                }
                None => format!("no change can be stated, {}", why.words()),
            },
        }
    }
}

/// A metric with why no change of it can be stated: "Officers deployed (no number before)".
pub fn metric_and_why(metric: &str, reasons: &[NoChange]) -> String {
    let reasons: Vec<&str> = reasons.iter().map(|reason| reason.words()).collect();
    format!("{metric} ({})", reasons.join(" or "))
}

/// A step as it is read aloud: "Arrests: 2,517 in Liberterra II, 3,744 in Liberterra III: up by
/// 48.7 %; sources differ".
pub fn spoken_step(
    metric: &Metric,
    [base, other]: [&Operation; 2],
    step: &Step<'_>,
    disputed: bool,
) -> String {
    let differ = if disputed { "; sources differ" } else { "" };
    format!(
        "{}: {} in {}, {} in {}: {}{differ}",
        metric.label,
        step.from.words(),
        base.name,
        step.to.words(),
        other.name,
        step.words()
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture;
    use crate::query::change::{WhyNot, per_cent_change};
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
        assert_eq!(
            per_cent_change(about(760.0), about(775.0)),
            Err(WhyNot::NotClear)
        );
        assert_eq!(
            per_cent_change(Amount::new(103.0, Nearly), Amount::exact(100.0)),
            Err(WhyNot::NotClear)
        );
        assert!(per_cent_change(about(1000.0), about(775.0)).is_ok());
        assert_eq!(
            per_cent_change(about(12_000.0), Amount::new(10_000.0, MoreThan)),
            Err(WhyNot::NotClear)
        );
    }

    #[test]
    fn an_open_ended_change_of_nothing_says_only_which_way() {
        use Sign::{LessThan, MoreThan};
        let said = |sign| {
            let change = per_cent_change(Amount::new(200.0, sign), Amount::exact(200.0)).unwrap();
            (
                signed(change, 1, " %", Sign::mark),
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
        let written = change.map(|change| signed(change, 1, " %", Sign::mark));
        assert_eq!(written.as_deref(), Ok("down > 25.0 %"));
    }
}
