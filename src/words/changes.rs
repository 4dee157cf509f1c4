//! Changes: "+48.7 %", "up by more than 111.8 %", "no change can be stated, no number before".

use super::change_amounts::{self, change_words, not_certain, signed};
use super::measures::dispute_words;
use super::per_cents;
use crate::model::{Amount, Dispute, Metric, Operation, Sign};
use crate::query::measure::Disputed;
use crate::query::step::{End, NoChange, Step};

impl NoChange {
    /// In a few words: "not reported before".
    pub fn words(self) -> &'static str {
        match self {
            Self::NeitherReported => "not reported by either",
            Self::NotReported(End::Before) => "not reported before",
            Self::NotReported(End::After) => "not reported after",
            Self::NotApplicable(End::Before) => "not applicable before",
            Self::NotApplicable(End::After) => "not applicable after",
            Self::LeftOut(End::Before) => "left out before",
            Self::LeftOut(End::After) => "left out after",
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
        let ends = self.from.amount().into_iter().chain(self.to.amount());
        let usual = ends.map(|end| self.to.decimals(end)).min().unwrap_or(0);
        let decimals = per_cents::telling(amount.number(), usual);
        Some(signed(amount, decimals, "", Sign::mark))
    }

    /// "+48.7 %", or why no per cent can be stated.
    pub fn per_cent_short(&self) -> String {
        match self.per_cent {
            Ok(amount) => change_amounts::change(amount),
            Err(_) if self.absolute == Some(Amount::exact(0.0)) => "no change".to_owned(),
            Err(why) => why.words().to_owned(),
        }
    }

    /// The change in per cent and in numbers: "+48.7 %  (+1,227)", "+12, no per cent of zero", or
    /// why none can be stated.
    pub fn short(&self) -> String {
        let per_cent = self.per_cent_short();
        match (self.absolute_short(), self.per_cent) {
            // Nothing but which way, which is no other in numbers.
            (_, Ok(change)) if change.number() == 0.0 => {
                format!("{per_cent}{}", not_certain(change))
            }
            (Some(absolute), Ok(change)) => {
                format!("{per_cent}  ({absolute}){}", not_certain(change))
            }
            (Some(absolute), Err(_)) => format!("{absolute}, {per_cent}"),
            (None, _) => per_cent,
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
/// 48.7 %; sources disagree".
pub fn spoken_step(
    metric: &Metric,
    [base, other]: [&Operation; 2],
    step: &Step<'_>,
    disputes: &[(Disputed, Dispute)],
) -> String {
    let disagree = dispute_words(disputes);
    format!(
        "{}: {} in {}, {} in {}: {}{disagree}",
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
    use crate::model::Quantity;
    use crate::model::fixture;
    use crate::query::change::{WhyNot, per_cent_change};
    use crate::query::measure::{Measure, Measured, Value, measured};

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
        // At least 76 may be any number above it.
        assert_eq!(change(75.0, MoreThan), Err(WhyNot::NotClear));
        assert_eq!(
            change(75.0, LessThan).as_deref(),
            Ok("down by more than 25.0 %")
        );
        assert_eq!(
            change(150.0, AtLeast).as_deref(),
            Ok("up by at least 50.0 %")
        );
        assert_eq!(change(150.0, Nearly).as_deref(), Ok("up by nearly 50 %"));
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

    fn figure(value: Value) -> Measured<'static> {
        Measured {
            value,
            report: None,
            measure: Measure::Total,
            whole: None,
            disputes: Vec::new(),
            left_out: Vec::new(),
        }
    }

    #[test]
    fn an_open_ended_change_of_nothing_says_only_which_way() {
        use Sign::{LessThan, MoreThan};
        for (sign, way) in [(MoreThan, "up"), (LessThan, "down")] {
            let (from, to) = (Amount::exact(200.0), Amount::new(200.0, sign));
            let change = per_cent_change(to, from);
            assert_eq!(
                change.map(|change| change_words(change, "")).as_deref(),
                Ok(way)
            );
            let step = Step::between(figure(Value::Number(from)), figure(Value::Number(to)));
            assert_eq!(step.short(), way);
        }
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
    fn a_fall_of_which_only_the_way_is_certain_says_that() {
        let change = per_cent_change(
            Amount::of_count(50, Sign::UpTo),
            Amount::of_count(100, Sign::About),
        );
        let said = change.map(|change| (change_amounts::change(change), change_words(change, "")));
        assert_eq!(said, Ok(("down".to_owned(), "down".to_owned())));
    }

    #[test]
    fn a_per_cent_of_what_is_nearly_so_many_is_on_its_side() {
        let nearly = |count| Amount::of_count(count, Sign::Nearly);
        let change = |to, from| per_cent_change(to, from).map(change_amounts::change);
        let exact = Amount::exact;
        assert_eq!(
            change(nearly(150), exact(100.0)).as_deref(),
            Ok("nearly +50 %")
        );
        assert_eq!(
            change(exact(150.0), nearly(100)).as_deref(),
            Ok("> +50.0 %")
        );
        assert_eq!(
            change(nearly(75), exact(100.0)).as_deref(),
            Ok("down > 25.0 %")
        );
    }

    #[test]
    fn what_is_left_out_at_either_end_is_told_before_what_nobody_states() {
        let step = Step::between(figure(Value::NotReported), figure(Value::LeftOut));
        assert_eq!(step.short(), "left out after");
    }

    #[test]
    fn an_open_ended_fall_is_written_by_its_size() {
        let change = per_cent_change(Amount::new(75.0, Sign::LessThan), Amount::exact(100.0));
        let written = change.map(change_amounts::change);
        assert_eq!(written.as_deref(), Ok("down > 25.0 %"));
    }

    #[test]
    fn between_bounds_only_what_is_certain_is_said() {
        use Quantity::{AtLeast, Between, Exactly, MoreThan, UpTo};
        let said = |from: Quantity, to: Quantity| {
            let figure = |quantity: Quantity| Measured {
                value: quantity.amount().map_or(Value::NotReported, Value::Number),
                report: None,
                measure: Measure::Total,
                whole: None,
                disputes: Vec::new(),
                left_out: Vec::new(),
            };
            Step::between(figure(from), figure(to)).short()
        };
        let either = "up or down, not certain";
        assert_eq!(said(UpTo(10), AtLeast(5)), either);
        assert_eq!(said(Exactly(100), AtLeast(90)), either);
        assert_eq!(said(Exactly(100), UpTo(120)), either);
        assert_eq!(said(UpTo(500), AtLeast(600)), "≥ +20.0 %  (≥ +100)");
        assert_eq!(
            said(MoreThan(5000), UpTo(100)),
            "down > 98.0 %  (down > 4,900)"
        );
        assert_eq!(
            said(Between(40, 60), Between(50, 70)),
            "−16.7 to +75.0 %  (−10 to +30), not certain"
        );
        assert_eq!(said(Exactly(0), Exactly(12)), "+12, no per cent of zero");
        assert_eq!(said(Exactly(100), Exactly(0)), "−100.0 %  (−100)");
        assert_eq!(said(Between(0, 5), Exactly(12)), "≥ +140.0 %  (+7 to +12)");
        assert_eq!(said(Exactly(10), MoreThan(129)), "> 12.9 times  (> +119)");
    }
}
